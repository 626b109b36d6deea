-- Mail that waits to be sent, each until it is. What it says is written when it is sent, so no token stands here;
-- and of one kind one waits for an address, for it would say the same.
CREATE TABLE IF NOT EXISTS outbox (
  id         VARCHAR(64) PRIMARY KEY,
  kind       VARCHAR(64) NOT NULL,
  recipient  VARCHAR(320) NOT NULL,                       -- an address, normalised
  created_at BIGINT NOT NULL,
  due_at     BIGINT NOT NULL,                             -- when to try next
  attempts   INTEGER NOT NULL,
  UNIQUE (recipient, kind),
  INDEX outbox_due (due_at)
) CHARACTER SET utf8mb4 COLLATE ${collation};

-- Who registered and has yet to prove that the address is theirs. Also kept where there is an account with the
-- address, so that the two cannot be told apart.
CREATE TABLE IF NOT EXISTS registrations (
  email         VARCHAR(320) PRIMARY KEY,                 -- normalised
  password_hash TEXT NOT NULL,                            -- Argon2id, with its parameters
  contested     INTEGER NOT NULL,                         -- 1: with different passwords, so none of them counts
  told_at       BIGINT,                                   -- when the account's owner was told of it
  created_at    BIGINT NOT NULL,
  INDEX registrations_by_time (created_at)
) CHARACTER SET utf8mb4 COLLATE ${collation};

-- What proves that somebody reads an address's mail: the newest of each purpose.
CREATE TABLE IF NOT EXISTS one_time_tokens (
  email      VARCHAR(320) NOT NULL,                       -- normalised
  purpose    VARCHAR(64) NOT NULL,                        -- verification, reset
  token_hash VARCHAR(64) NOT NULL UNIQUE,                 -- SHA-256, hexadecimal
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (email, purpose),
  INDEX one_time_tokens_expiring (expires_at)
) CHARACTER SET utf8mb4 COLLATE ${collation};
