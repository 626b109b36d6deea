-- When an administrator read what an account holds, for its owner to see.
CREATE TABLE looks (
  id              TEXT COLLATE "C" PRIMARY KEY,
  user_id         TEXT COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  conversation_id TEXT COLLATE "C",                 -- whether it is there still or not; NULL: the list of them
  at              BIGINT NOT NULL
);

CREATE INDEX looks_of_user ON looks (user_id, id);
