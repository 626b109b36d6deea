-- The text_blocks know longer pieces of words; what is there is made anew.
DELETE FROM text_blocks;
ALTER TABLE text_blocks MODIFY bits VARBINARY(2560) NOT NULL;
UPDATE messages SET unindexed = TRUE WHERE unindexed IS NULL;

-- What is in none of them yet is found by its conversation, and so by its owner.
CREATE INDEX ${unlessThere} messages_waiting ON messages (unindexed, conversation_id, n);
ALTER TABLE messages DROP INDEX ${ifThere} messages_unindexed;
