-- What happened, each with a code over the whole row that only who has the record's key can make.
CREATE TABLE IF NOT EXISTS audit_events (
  writer     BIGINT NOT NULL,           -- the process that recorded it; greater than those before it
  number     BIGINT NOT NULL,           -- counts that process's events from 1
  at         BIGINT NOT NULL,
  kind       VARCHAR(64) NOT NULL,
  actor      VARCHAR(64),               -- of an account or a guest session, whether it is there still or not
  subject    TEXT,                      -- of whatever it was done to
  outcome    TEXT NOT NULL,
  request_id TEXT NOT NULL,             -- '' where it was no request that did it
  hashes     TEXT NOT NULL,             -- of its texts, with the record's key: name:hash, with a space between them
  code       VARCHAR(64) NOT NULL,      -- HMAC-SHA-256, base64url
  PRIMARY KEY (writer, number),
  INDEX audit_events_by_time (at, writer, number),
  INDEX audit_events_of_actor (actor, at, writer, number)
) CHARACTER SET utf8mb4 COLLATE ${collation};

-- Spans of one process's events, sealed one after another.
CREATE TABLE IF NOT EXISTS audit_segments (
  number      BIGINT PRIMARY KEY,
  writer      BIGINT NOT NULL,
  first_event BIGINT NOT NULL,
  last_event  BIGINT NOT NULL,
  voids       LONGTEXT NOT NULL,        -- numbers in between that are no events, with a space between them
  chain       TEXT NOT NULL,            -- the codes of the events, hashed one after another
  recovered   INTEGER NOT NULL,         -- 1: sealed after the process had died
  at          BIGINT NOT NULL,
  seal        TEXT NOT NULL,            -- HMAC-SHA-256 of this row and the seal before, base64url
  UNIQUE (writer, first_event)
) CHARACTER SET utf8mb4 COLLATE ${collation};

-- Which segment is the last, and which the last that was deleted in good order: one row.
CREATE TABLE IF NOT EXISTS audit_head (
  id          BIGINT PRIMARY KEY,
  number      BIGINT NOT NULL,
  seal        TEXT NOT NULL,
  base_number BIGINT NOT NULL,
  base_seal   TEXT NOT NULL,
  code        TEXT NOT NULL
) CHARACTER SET utf8mb4 COLLATE ${collation};

-- The key of the record, sealed with a master key.
CREATE TABLE IF NOT EXISTS audit_keys (
  id         VARCHAR(64) PRIMARY KEY,
  sealed     TEXT NOT NULL,
  created_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE ${collation};
