-- The master keys that the server was started with, each with a word that it has sealed.
CREATE TABLE master_keys (
  id         TEXT COLLATE "C" PRIMARY KEY,
  word       TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL
);
