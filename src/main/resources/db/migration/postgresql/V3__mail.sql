-- Mail that waits to be sent, each until it is. What it says is written when it is sent, so no token stands here;
-- and of one kind one waits for an address, for it would say the same.
CREATE TABLE outbox (
  id         TEXT COLLATE "C" PRIMARY KEY,
  kind       TEXT COLLATE "C" NOT NULL,
  recipient  TEXT COLLATE "C" NOT NULL,                 -- an address, normalised
  created_at BIGINT NOT NULL,
  due_at     BIGINT NOT NULL,                           -- when to try next
  attempts   INTEGER NOT NULL,
  UNIQUE (recipient, kind)
);

CREATE INDEX outbox_due ON outbox (due_at);

-- Who registered and has yet to prove that the address is theirs. Also kept where there is an account with the
-- address, so that the two cannot be told apart.
CREATE TABLE registrations (
  email         TEXT COLLATE "C" PRIMARY KEY,           -- normalised
  password_hash TEXT COLLATE "C" NOT NULL,              -- Argon2id, with its parameters
  contested     INTEGER NOT NULL,                       -- 1: with different passwords, so none of them counts
  told_at       BIGINT,                                 -- when the account's owner was told of it
  created_at    BIGINT NOT NULL
);

CREATE INDEX registrations_by_time ON registrations (created_at);

-- What proves that somebody reads an address's mail: the newest of each purpose.
CREATE TABLE one_time_tokens (
  email      TEXT COLLATE "C" NOT NULL,                 -- normalised
  purpose    TEXT COLLATE "C" NOT NULL,                 -- verification, reset
  token_hash TEXT COLLATE "C" NOT NULL UNIQUE,          -- SHA-256, hexadecimal
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (email, purpose)
);

CREATE INDEX one_time_tokens_expiring ON one_time_tokens (expires_at);
