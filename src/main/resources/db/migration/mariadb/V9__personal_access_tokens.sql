-- Personal access tokens, by which programs act for an account.
CREATE TABLE IF NOT EXISTS access_tokens (
  id           VARCHAR(64) PRIMARY KEY,
  user_id      VARCHAR(64) NOT NULL,
  name         TEXT NOT NULL,
  token_hash   VARCHAR(64) NOT NULL,                      -- SHA-256, hexadecimal
  last_four    VARCHAR(16) NOT NULL,                      -- of the token, to tell it from others
  scopes       TEXT NOT NULL,                             -- words with a space between them: chat, read
  created_at   BIGINT NOT NULL,
  expires_at   BIGINT,
  last_used_at BIGINT,                                    -- to the minute
  INDEX access_tokens_of_user (user_id, id),
  INDEX access_tokens_expiring (expires_at),
  FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE ${collation};
