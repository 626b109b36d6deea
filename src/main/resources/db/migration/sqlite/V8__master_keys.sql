-- The master keys that the server was started with, each with a word that it has sealed.
CREATE TABLE master_keys (
  id         TEXT PRIMARY KEY,
  word       TEXT NOT NULL,
  created_at INTEGER NOT NULL
) WITHOUT ROWID;
