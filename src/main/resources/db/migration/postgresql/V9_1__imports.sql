-- Imports that are under way. Until one is whole, its conversations have it for an owner, so nobody sees them.
CREATE TABLE imports (
  id         TEXT COLLATE "C" PRIMARY KEY,
  user_id    TEXT COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  touched_at BIGINT NOT NULL,                           -- when something of it was stored last
  whole_at   BIGINT                                     -- from then on it may only go on to its end
);

CREATE INDEX imports_of_user ON imports (user_id);
