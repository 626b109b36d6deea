-- The servers on this database, where there are several. What messages and texts have of them stands in V1.
CREATE TABLE IF NOT EXISTS nodes (
  id    VARCHAR(64) PRIMARY KEY,
  beats BIGINT NOT NULL,                                  -- rises for as long as it lives
  dead  BOOLEAN NOT NULL,                                 -- taken for dead: it never beats again
  marks TEXT                                              -- of what all must have alike, with a blank between them
) CHARACTER SET utf8mb4 COLLATE ${collation};

-- What one node alone does at a time.
CREATE TABLE IF NOT EXISTS shedlock (
  name       VARCHAR(64) PRIMARY KEY,
  lock_until TIMESTAMP(3) NOT NULL,
  locked_at  TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  locked_by  VARCHAR(255) NOT NULL
) CHARACTER SET utf8mb4 COLLATE ${collation};
