-- Times are milliseconds since 1970 in UTC. Order is by sequence, never by time.

CREATE TABLE users (
  id            TEXT PRIMARY KEY,
  email         TEXT NOT NULL UNIQUE,   -- normalised
  name          TEXT,
  password_hash TEXT NOT NULL,          -- Argon2id, with its parameters
  role          TEXT NOT NULL,          -- user, admin
  status        TEXT NOT NULL,          -- active, suspended
  created_at    INTEGER NOT NULL
) WITHOUT ROWID;

-- Where accounts are signed in; each is a family of refresh tokens.
CREATE TABLE sessions (
  id           TEXT PRIMARY KEY,
  user_id      TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at   INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  ended_at     INTEGER
) WITHOUT ROWID;

CREATE INDEX sessions_of_user ON sessions (user_id);
CREATE INDEX sessions_ended ON sessions (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE refresh_tokens (
  token_hash TEXT PRIMARY KEY,          -- SHA-256, hexadecimal
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  spent_at   INTEGER
) WITHOUT ROWID;

CREATE INDEX refresh_tokens_of_session ON refresh_tokens (session_id);
CREATE INDEX refresh_tokens_expiring ON refresh_tokens (expires_at);

-- Sessions without an account. What a guest shows is a secret, of which the hash is kept.
CREATE TABLE guest_sessions (
  id             TEXT PRIMARY KEY,
  secret_hash    TEXT NOT NULL UNIQUE,  -- SHA-256, hexadecimal
  created_at     INTEGER NOT NULL,
  last_active_at INTEGER NOT NULL,
  closed_at      INTEGER
) WITHOUT ROWID;

CREATE INDEX guest_sessions_by_activity ON guest_sessions (last_active_at);

CREATE TABLE conversations (
  n                 INTEGER PRIMARY KEY,
  id                TEXT NOT NULL UNIQUE,
  owner_id          TEXT NOT NULL,               -- of the account or the guest session
  user_id           TEXT REFERENCES users (id) ON DELETE CASCADE,
  session_id        TEXT REFERENCES guest_sessions (id) ON DELETE CASCADE,
  kind              TEXT NOT NULL DEFAULT 'chat', -- chat, questions, guest
  title             TEXT,
  model             TEXT NOT NULL,
  developer_message TEXT,
  archived          INTEGER NOT NULL DEFAULT 0,
  branch            INTEGER NOT NULL DEFAULT 0,  -- the one last used
  branches          INTEGER NOT NULL DEFAULT 1,  -- how many there are
  message_count     INTEGER NOT NULL DEFAULT 0,
  activity          INTEGER NOT NULL,            -- the owner's conversations by their newest activity
  created_at        INTEGER NOT NULL,
  updated_at        INTEGER NOT NULL
);

CREATE INDEX conversations_listed ON conversations (owner_id, archived, activity, id);
CREATE INDEX conversations_active ON conversations (owner_id, activity);
CREATE INDEX conversations_of_user ON conversations (user_id);
CREATE INDEX conversations_of_session ON conversations (session_id);
CREATE UNIQUE INDEX conversations_single ON conversations (owner_id, kind) WHERE kind <> 'chat';

-- The messages of a conversation are a tree. A branch is a line of messages without a fork: each has the depth
-- of its parent and one more. A branch begins with a message whose parent stands in another branch, or has none.
CREATE TABLE messages (
  n               INTEGER PRIMARY KEY,
  id              TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  parent_id       TEXT,
  branch          INTEGER NOT NULL,
  depth           INTEGER NOT NULL,
  role            TEXT NOT NULL,        -- user, assistant
  content         TEXT NOT NULL,
  tokens          INTEGER NOT NULL,     -- estimated, erring high
  status          TEXT NOT NULL,        -- in_progress, completed, stopped, failed, interrupted
  model           TEXT,
  input_tokens    INTEGER,
  output_tokens   INTEGER,
  error_code      TEXT,
  error_detail    TEXT,
  created_at      INTEGER NOT NULL,
  UNIQUE (conversation_id, branch, depth)
);

CREATE INDEX messages_in_order ON messages (conversation_id, n);
CREATE INDEX messages_in_progress ON messages (status) WHERE status = 'in_progress';

-- Text of answers that are being written, to be put together again after a crash. A row has what came of all
-- of them in one interval.
CREATE TABLE answer_parts (
  n     INTEGER PRIMARY KEY,            -- in the order in which they were saved
  parts TEXT NOT NULL                   -- JSON: [{"answer_id", "from", "text"}]; from: offset in UTF-16 units
);

-- What people say of answers and of sessions, for review.
CREATE TABLE feedback (
  id         TEXT PRIMARY KEY,
  session_id TEXT REFERENCES guest_sessions (id) ON DELETE CASCADE,
  message_id TEXT UNIQUE REFERENCES messages (id) ON DELETE CASCADE,
  rating     TEXT,                      -- up, down; of messages
  comment    TEXT,
  created_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX feedback_of_session ON feedback (session_id);
CREATE INDEX feedback_by_time ON feedback (created_at);

-- First answers to requests that may be sent again.
CREATE TABLE idempotency_keys (
  id          TEXT PRIMARY KEY,         -- SHA-256 of caller, route and key
  owner_id    TEXT NOT NULL,
  fingerprint TEXT NOT NULL,            -- SHA-256 of the body
  response    TEXT NOT NULL,
  created_at  INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX idempotency_keys_of_owner ON idempotency_keys (owner_id, created_at);
CREATE INDEX idempotency_keys_by_time ON idempotency_keys (created_at);
