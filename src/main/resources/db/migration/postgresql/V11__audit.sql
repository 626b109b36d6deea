-- What happened, each with a code over the whole row that only who has the record's key can make.
CREATE TABLE audit_events (
  writer     BIGINT NOT NULL,          -- the process that recorded it; greater than those before it
  number     BIGINT NOT NULL,          -- counts that process's events from 1
  at         BIGINT NOT NULL,
  kind       TEXT COLLATE "C" NOT NULL,
  actor      TEXT COLLATE "C",                      -- of an account or a guest session, whether it is there still or not
  subject    TEXT COLLATE "C",                      -- of whatever it was done to
  outcome    TEXT COLLATE "C" NOT NULL,
  request_id TEXT COLLATE "C" NOT NULL,             -- '' where it was no request that did it
  hashes     TEXT COLLATE "C" NOT NULL,             -- of its texts, with the record's key: name:hash, with a space between them
  code       TEXT COLLATE "C" NOT NULL,             -- HMAC-SHA-256, base64url
  PRIMARY KEY (writer, number)
);

CREATE INDEX audit_events_by_time ON audit_events (at, writer, number);
CREATE INDEX audit_events_of_actor ON audit_events (actor, at, writer, number);

-- Spans of one process's events, sealed one after another.
CREATE TABLE audit_segments (
  number      BIGINT PRIMARY KEY,
  writer      BIGINT NOT NULL,
  first_event BIGINT NOT NULL,
  last_event  BIGINT NOT NULL,
  voids       TEXT COLLATE "C" NOT NULL,            -- numbers in between that are no events, with a space between them
  chain       TEXT COLLATE "C" NOT NULL,            -- the codes of the events, hashed one after another
  recovered   INTEGER NOT NULL,         -- 1: sealed after the process had died
  at          BIGINT NOT NULL,
  seal        TEXT COLLATE "C" NOT NULL,            -- HMAC-SHA-256 of this row and the seal before, base64url
  UNIQUE (writer, first_event)
);

-- Which segment is the last, and which the last that was deleted in good order: one row.
CREATE TABLE audit_head (
  id          BIGINT PRIMARY KEY,
  number      BIGINT NOT NULL,
  seal        TEXT COLLATE "C" NOT NULL,
  base_number BIGINT NOT NULL,
  base_seal   TEXT COLLATE "C" NOT NULL,
  code        TEXT COLLATE "C" NOT NULL
);

-- The key of the record, sealed with a master key.
CREATE TABLE audit_keys (
  id         TEXT COLLATE "C" PRIMARY KEY,
  sealed     TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL
);
