-- Searching titles and messages, in any script. There is no index of pieces of words, so this is one: which of them
-- stand in some messages that follow one another. Messages come into it some time after they were stored.
CREATE TABLE IF NOT EXISTS text_blocks (
  conversation_id VARCHAR(64) NOT NULL,
  number          INTEGER NOT NULL,       -- from 0
  first_n         BIGINT NOT NULL,        -- of the messages
  last_n          BIGINT NOT NULL,
  bits            VARBINARY(2048) NOT NULL,
  PRIMARY KEY (conversation_id, number),
  FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE ${collation};
