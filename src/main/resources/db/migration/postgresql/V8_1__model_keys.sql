-- Accounts' own keys of the model service.
CREATE TABLE model_keys (
  user_id    TEXT COLLATE "C" PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  sealed     TEXT COLLATE "C" NOT NULL,                 -- with a master key, bound to the account
  last_four  TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL
);
