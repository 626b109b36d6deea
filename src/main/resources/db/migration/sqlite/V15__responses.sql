-- What is kept of answers that were asked for as responses, besides their messages.
CREATE TABLE responses (
  message_id TEXT PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,  -- the answer
  inputs     INTEGER NOT NULL,           -- how many messages were said with it
  place      TEXT NOT NULL,              -- began: its conversation was made for it; followed: another response; named
  asked      TEXT NOT NULL,              -- JSON: instructions, metadata and what else it was asked with
  deleted    INTEGER NOT NULL            -- whether it is to be found as a response no more
) WITHOUT ROWID;

-- What clients note on conversations, as JSON.
ALTER TABLE conversations ADD COLUMN metadata TEXT;
