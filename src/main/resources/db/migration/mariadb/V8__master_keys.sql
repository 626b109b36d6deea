-- The master keys that the server was started with, each with a word that it has sealed.
CREATE TABLE IF NOT EXISTS master_keys (
  id         VARCHAR(255) PRIMARY KEY,
  word       TEXT NOT NULL,
  created_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE ${collation};
