-- The text_blocks know longer pieces of words; what is there is made anew.
DELETE FROM text_blocks;
UPDATE messages SET unindexed = TRUE WHERE unindexed IS NULL;

-- What is in none of them yet is found by its conversation, and so by its owner.
DROP INDEX messages_unindexed;
CREATE INDEX messages_unindexed ON messages (conversation_id, n) WHERE unindexed;
