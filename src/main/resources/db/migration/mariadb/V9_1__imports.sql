-- Imports that are under way. Until one is whole, its conversations have it for an owner, so nobody sees them.
CREATE TABLE IF NOT EXISTS imports (
  id         VARCHAR(64) PRIMARY KEY,
  user_id    VARCHAR(64) NOT NULL,
  touched_at BIGINT NOT NULL,                             -- when something of it was stored last
  whole_at   BIGINT,                                      -- from then on it may only go on to its end
  INDEX imports_of_user (user_id),
  FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE ${collation};
