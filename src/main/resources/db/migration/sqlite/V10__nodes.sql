-- The servers on this database, where there are several.
CREATE TABLE nodes (
  id    TEXT PRIMARY KEY,
  beats INTEGER NOT NULL,                               -- rises for as long as it lives
  dead  BOOLEAN NOT NULL                                -- taken for dead: it never beats again
) WITHOUT ROWID;

-- Who writes an answer, or wrote it.
ALTER TABLE messages ADD COLUMN node_id TEXT;
DROP INDEX messages_in_progress;
CREATE INDEX messages_in_progress ON messages (node_id) WHERE status = 'in_progress';

-- Whose answers a row is of.
ALTER TABLE answer_parts ADD COLUMN node_id TEXT;

-- What one node alone does at a time.
CREATE TABLE shedlock (
  name       TEXT PRIMARY KEY,
  lock_until TIMESTAMP NOT NULL,
  locked_at  TIMESTAMP NOT NULL,
  locked_by  TEXT NOT NULL
) WITHOUT ROWID;
