-- Searching by an index of our own, the one that the other databases have: which pieces of words stand in some messages
-- that follow one another. The trigrams that were here before knew nothing of owners nor of one letter or two, and cost
-- several times as much to fill.
DROP TRIGGER conversations_text_insert;
DROP TRIGGER conversations_text_update;
DROP TRIGGER conversations_text_delete;
DROP TRIGGER messages_text_insert;
DROP TRIGGER messages_text_update;
DROP TRIGGER messages_text_delete;
DROP TABLE conversations_text;
DROP TABLE messages_text;
DROP TABLE messages_unindexed;

-- It has a row id: a set fits into a page of it, and would not into one of an index.
CREATE TABLE text_blocks (
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  number          INTEGER NOT NULL,     -- from 0
  first_n         INTEGER NOT NULL,     -- of the messages
  last_n          INTEGER NOT NULL,
  bits            BLOB NOT NULL,
  PRIMARY KEY (conversation_id, number)
);

-- Which messages are in none of the text_blocks yet; NULL of all others. Messages come into them some time after they
-- were stored, those that are there all anew.
ALTER TABLE messages ADD COLUMN unindexed BOOLEAN DEFAULT TRUE;
CREATE INDEX messages_unindexed ON messages (conversation_id, n) WHERE unindexed = TRUE AND status <> 'in_progress';
