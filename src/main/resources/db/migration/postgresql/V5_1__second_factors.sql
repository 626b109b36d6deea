CREATE TABLE second_factors (
  user_id      TEXT COLLATE "C" PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  secret       TEXT COLLATE "C" NOT NULL,               -- the key in base 32, sealed
  last_step    BIGINT NOT NULL,                         -- the newest step of 30 seconds whose code was taken
  confirmed_at BIGINT                                   -- NULL: begun, and not on yet
);

CREATE TABLE recovery_codes (
  user_id   TEXT COLLATE "C" NOT NULL REFERENCES second_factors (user_id) ON DELETE CASCADE,
  code_hash TEXT COLLATE "C" NOT NULL,                  -- SHA-256, hexadecimal
  PRIMARY KEY (user_id, code_hash)
);
