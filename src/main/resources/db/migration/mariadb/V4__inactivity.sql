-- Whom a mail told, or is to tell, that the account is about to be deleted. One from before the account was last used
-- counts for nothing.
CREATE TABLE IF NOT EXISTS inactivity_warnings (
  user_id   VARCHAR(64) NOT NULL,
  days_left INTEGER NOT NULL,                             -- 30, 7
  asked_at  BIGINT NOT NULL,
  sent_at   BIGINT,
  PRIMARY KEY (user_id, days_left),
  FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE ${collation};
