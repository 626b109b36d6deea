-- What is kept of answers that were asked for as responses, besides their messages.
CREATE TABLE IF NOT EXISTS responses (
  message_id VARCHAR(64) PRIMARY KEY,                     -- the answer
  inputs     INTEGER NOT NULL,                            -- how many messages were said with it
  place      VARCHAR(16) NOT NULL,                        -- began: its conversation was made for it; followed; named
  asked      LONGTEXT NOT NULL,                           -- JSON: instructions, metadata and what else it was asked with
  deleted    BOOLEAN NOT NULL,                            -- whether it is to be found as a response no more
  FOREIGN KEY (message_id) REFERENCES messages (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE ${collation};

-- What clients note on conversations, as JSON.
ALTER TABLE conversations ADD COLUMN ${unlessThere} metadata LONGTEXT;
