-- Access that ended before its time. Each node reads here what the others ended, so a number is never used twice.
CREATE TABLE IF NOT EXISTS revocations (
  n          BIGINT AUTO_INCREMENT PRIMARY KEY,
  kind       VARCHAR(32) NOT NULL,      -- session_ended, account_suspended, account_restored, account_deleted, token_revoked
  subject_id VARCHAR(64) NOT NULL,      -- of the session, the account or the token
  at         BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,           -- when no access token from before can hold any more
  INDEX revocations_expiring (expires_at)
) CHARACTER SET utf8mb4 COLLATE ${collation};
