-- Imports that are under way. Until one is whole, its conversations have it for an owner, so nobody sees them.
CREATE TABLE imports (
  id         TEXT PRIMARY KEY,
  user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  touched_at INTEGER NOT NULL,           -- when something of it was stored last
  whole_at   INTEGER                     -- from then on it may only go on to its end
) WITHOUT ROWID;

CREATE INDEX imports_of_user ON imports (user_id);
