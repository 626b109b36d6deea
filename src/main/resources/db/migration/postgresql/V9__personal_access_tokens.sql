-- Personal access tokens, by which programs act for an account.
CREATE TABLE access_tokens (
  id           TEXT COLLATE "C" PRIMARY KEY,
  user_id      TEXT COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  name         TEXT COLLATE "C" NOT NULL,
  token_hash   TEXT COLLATE "C" NOT NULL,               -- SHA-256, hexadecimal
  last_four    TEXT COLLATE "C" NOT NULL,               -- of the token, to tell it from others
  scopes       TEXT COLLATE "C" NOT NULL,               -- words with a space between them: chat, read
  created_at   BIGINT NOT NULL,
  expires_at   BIGINT,
  last_used_at BIGINT                                   -- to the minute
);

CREATE INDEX access_tokens_of_user ON access_tokens (user_id, id);
CREATE INDEX access_tokens_expiring ON access_tokens (expires_at) WHERE expires_at IS NOT NULL;
