-- Which messages are in none of the text_blocks yet; NULL of all others.
ALTER TABLE messages ADD COLUMN unindexed BOOLEAN DEFAULT TRUE;
CREATE INDEX messages_unindexed ON messages (n) WHERE unindexed;
