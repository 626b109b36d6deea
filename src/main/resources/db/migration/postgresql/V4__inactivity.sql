-- When an account was last used, to the day. NULL where nobody knows: such an account is never inactive.
ALTER TABLE users ADD COLUMN last_active_at BIGINT;

UPDATE users SET last_active_at = created_at;

CREATE INDEX users_by_activity ON users (last_active_at);

-- Whom a mail told, or is to tell, that the account is about to be deleted. One from before the account was last used
-- counts for nothing.
CREATE TABLE inactivity_warnings (
  user_id   TEXT COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  days_left INTEGER NOT NULL,                           -- 30, 7
  asked_at  BIGINT NOT NULL,
  sent_at   BIGINT,
  PRIMARY KEY (user_id, days_left)
);
