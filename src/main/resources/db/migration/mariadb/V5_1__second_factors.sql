CREATE TABLE IF NOT EXISTS second_factors (
  user_id      VARCHAR(64) PRIMARY KEY,
  secret       TEXT NOT NULL,                             -- the key in base 32, sealed
  last_step    BIGINT NOT NULL,                           -- the newest step of 30 seconds whose code was taken
  confirmed_at BIGINT,                                    -- NULL: begun, and not on yet
  FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE ${collation};

CREATE TABLE IF NOT EXISTS recovery_codes (
  user_id   VARCHAR(64) NOT NULL,
  code_hash VARCHAR(64) NOT NULL,                         -- SHA-256, hexadecimal
  PRIMARY KEY (user_id, code_hash),
  FOREIGN KEY (user_id) REFERENCES second_factors (user_id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE ${collation};
