-- When an administrator read what an account holds, for its owner to see.
CREATE TABLE IF NOT EXISTS looks (
  id              VARCHAR(64) PRIMARY KEY,
  user_id         VARCHAR(64) NOT NULL,
  conversation_id VARCHAR(64),          -- whether it is there still or not; NULL: the list of them
  at              BIGINT NOT NULL,
  INDEX looks_of_user (user_id, id),
  FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE ${collation};
