ALTER TABLE sessions ADD COLUMN device TEXT COLLATE "C"; -- as the client names itself
ALTER TABLE sessions ADD COLUMN address TEXT COLLATE "C"; -- of the last refresh
ALTER TABLE sessions ADD COLUMN expires_at BIGINT NOT NULL DEFAULT 0; -- with its last refresh token

UPDATE sessions SET expires_at =
  COALESCE((SELECT MAX(expires_at) FROM refresh_tokens WHERE session_id = sessions.id), 0);

CREATE INDEX sessions_expiring ON sessions (expires_at);
