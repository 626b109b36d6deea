-- What is kept of answers that were asked for as responses, besides their messages.
CREATE TABLE responses (
  message_id TEXT COLLATE "C" PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,  -- the answer
  inputs     INTEGER NOT NULL,                          -- how many messages were said with it
  place      TEXT COLLATE "C" NOT NULL,                 -- began: its conversation was made for it; followed; named
  asked      TEXT COLLATE "C" NOT NULL,                 -- JSON: instructions, metadata and what else it was asked with
  deleted    BOOLEAN NOT NULL                           -- whether it is to be found as a response no more
);

-- What clients note on conversations, as JSON.
ALTER TABLE conversations ADD COLUMN metadata TEXT COLLATE "C";
