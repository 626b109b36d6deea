-- Accounts' own keys of the model service.
CREATE TABLE IF NOT EXISTS model_keys (
  user_id    VARCHAR(64) PRIMARY KEY,
  sealed     TEXT NOT NULL,                               -- with a master key, bound to the account
  last_four  VARCHAR(16) NOT NULL,
  created_at BIGINT NOT NULL,
  FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE ${collation};
