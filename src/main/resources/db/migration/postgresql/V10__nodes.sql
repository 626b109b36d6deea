-- The servers on this database, where there are several.
CREATE TABLE nodes (
  id    TEXT COLLATE "C" PRIMARY KEY,
  beats BIGINT NOT NULL,                                -- rises for as long as it lives
  dead  BOOLEAN NOT NULL                                -- taken for dead: it never beats again
);

-- Who writes an answer, or wrote it.
ALTER TABLE messages ADD COLUMN node_id TEXT COLLATE "C";
DROP INDEX messages_in_progress;
CREATE INDEX messages_in_progress ON messages (node_id) WHERE status = 'in_progress';

-- Whose answers a row is of.
ALTER TABLE answer_parts ADD COLUMN node_id TEXT COLLATE "C";

-- What one node alone does at a time.
CREATE TABLE shedlock (
  name       TEXT COLLATE "C" PRIMARY KEY,
  lock_until TIMESTAMP NOT NULL,
  locked_at  TIMESTAMP NOT NULL,
  locked_by  TEXT COLLATE "C" NOT NULL
);
