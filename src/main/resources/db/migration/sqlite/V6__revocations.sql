-- Access that ended before its time. Each node reads here what the others ended, so a number is never used twice.
CREATE TABLE revocations (
  n          INTEGER PRIMARY KEY AUTOINCREMENT,
  kind       TEXT NOT NULL,             -- session_ended, account_suspended, account_restored, account_deleted, token_revoked
  subject_id TEXT NOT NULL,             -- of the session, the account or the token
  at         INTEGER NOT NULL,
  expires_at INTEGER NOT NULL           -- when no access token from before can hold any more
);

CREATE INDEX revocations_expiring ON revocations (expires_at);

DROP INDEX sessions_ended;
