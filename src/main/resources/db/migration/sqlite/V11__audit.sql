-- What happened, each with a code over the whole row that only who has the record's key can make.
CREATE TABLE audit_events (
  writer     INTEGER NOT NULL,          -- the process that recorded it; greater than those before it
  number     INTEGER NOT NULL,          -- counts that process's events from 1
  at         INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  actor      TEXT,                      -- of an account or a guest session, whether it is there still or not
  subject    TEXT,                      -- of whatever it was done to
  outcome    TEXT NOT NULL,
  request_id TEXT NOT NULL,             -- '' where it was no request that did it
  hashes     TEXT NOT NULL,             -- of its texts, with the record's key: name:hash, with a space between them
  code       TEXT NOT NULL,             -- HMAC-SHA-256, base64url
  PRIMARY KEY (writer, number)
) WITHOUT ROWID;

CREATE INDEX audit_events_by_time ON audit_events (at, writer, number);
CREATE INDEX audit_events_of_actor ON audit_events (actor, at, writer, number);

-- Spans of one process's events, sealed one after another.
CREATE TABLE audit_segments (
  number      INTEGER PRIMARY KEY,
  writer      INTEGER NOT NULL,
  first_event INTEGER NOT NULL,
  last_event  INTEGER NOT NULL,
  voids       TEXT NOT NULL,            -- numbers in between that are no events, with a space between them
  chain       TEXT NOT NULL,            -- the codes of the events, hashed one after another
  recovered   INTEGER NOT NULL,         -- 1: sealed after the process had died
  at          INTEGER NOT NULL,
  seal        TEXT NOT NULL,            -- HMAC-SHA-256 of this row and the seal before, base64url
  UNIQUE (writer, first_event)
);

-- Which segment is the last, and which the last that was deleted in good order: one row.
CREATE TABLE audit_head (
  id          INTEGER PRIMARY KEY,
  number      INTEGER NOT NULL,
  seal        TEXT NOT NULL,
  base_number INTEGER NOT NULL,
  base_seal   TEXT NOT NULL,
  code        TEXT NOT NULL
);

-- The key of the record, sealed with a master key.
CREATE TABLE audit_keys (
  id         TEXT PRIMARY KEY,
  sealed     TEXT NOT NULL,
  created_at INTEGER NOT NULL
) WITHOUT ROWID;
