CREATE TABLE second_factors (
  user_id      TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  secret       TEXT NOT NULL,           -- the key in base 32, sealed
  last_step    INTEGER NOT NULL,        -- the newest step of 30 seconds whose code was taken
  confirmed_at INTEGER                  -- NULL: begun, and not on yet
) WITHOUT ROWID;

CREATE TABLE recovery_codes (
  user_id   TEXT NOT NULL REFERENCES second_factors (user_id) ON DELETE CASCADE,
  code_hash TEXT NOT NULL,              -- SHA-256, hexadecimal
  PRIMARY KEY (user_id, code_hash)
) WITHOUT ROWID;
