-- When an administrator read what an account holds, for its owner to see.
CREATE TABLE looks (
  id              TEXT PRIMARY KEY,
  user_id         TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  conversation_id TEXT,                 -- whether it is there still or not; NULL: the list of them
  at              INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX looks_of_user ON looks (user_id, id);
