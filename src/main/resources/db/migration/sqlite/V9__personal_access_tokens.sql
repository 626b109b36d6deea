-- Personal access tokens, by which programs act for an account.
CREATE TABLE access_tokens (
  id           TEXT PRIMARY KEY,
  user_id      TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  name         TEXT NOT NULL,
  token_hash   TEXT NOT NULL,           -- SHA-256, hexadecimal
  last_four    TEXT NOT NULL,           -- of the token, to tell it from others
  scopes       TEXT NOT NULL,           -- words with a space between them: chat, read
  created_at   INTEGER NOT NULL,
  expires_at   INTEGER,
  last_used_at INTEGER                  -- to the minute
) WITHOUT ROWID;

CREATE INDEX access_tokens_of_user ON access_tokens (user_id, id);
CREATE INDEX access_tokens_expiring ON access_tokens (expires_at) WHERE expires_at IS NOT NULL;
