-- Accounts' own keys of the model service.
CREATE TABLE model_keys (
  user_id    TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  sealed     TEXT NOT NULL,             -- with a master key, bound to the account
  last_four  TEXT NOT NULL,
  created_at INTEGER NOT NULL
) WITHOUT ROWID;
