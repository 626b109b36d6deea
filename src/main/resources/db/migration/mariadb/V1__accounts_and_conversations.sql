-- Times are milliseconds since 1970 in UTC. Order is by sequence, never by time.
--
-- A statement that makes a table is stored at once and cannot be undone with others. So each can be run again: who was
-- killed between two of them goes on from there.

CREATE TABLE IF NOT EXISTS users (
  id             VARCHAR(64) PRIMARY KEY,
  email          VARCHAR(320) NOT NULL UNIQUE,            -- normalised
  name           TEXT,
  password_hash  TEXT NOT NULL,                           -- Argon2id, with its parameters
  role           VARCHAR(16) NOT NULL,                    -- user, admin
  status         VARCHAR(16) NOT NULL,                    -- active, suspended
  created_at     BIGINT NOT NULL,
  last_active_at BIGINT,                                  -- to the day; NULL where nobody knows: never inactive
  INDEX users_by_activity (last_active_at)
) CHARACTER SET utf8mb4 COLLATE ${collation};

-- Where accounts are signed in; each is a family of refresh tokens.
CREATE TABLE IF NOT EXISTS sessions (
  id           VARCHAR(64) PRIMARY KEY,
  user_id      VARCHAR(64) NOT NULL,
  created_at   BIGINT NOT NULL,
  last_used_at BIGINT NOT NULL,
  ended_at     BIGINT,
  device       TEXT,                                      -- as the client names itself
  address      TEXT,                                      -- of the last refresh
  expires_at   BIGINT NOT NULL DEFAULT 0,                 -- with its last refresh token
  INDEX sessions_of_user (user_id),
  INDEX sessions_expiring (expires_at),
  FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE ${collation};

CREATE TABLE IF NOT EXISTS refresh_tokens (
  token_hash VARCHAR(64) PRIMARY KEY,                     -- SHA-256, hexadecimal
  session_id VARCHAR(64) NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  spent_at   BIGINT,
  INDEX refresh_tokens_of_session (session_id),
  INDEX refresh_tokens_expiring (expires_at),
  FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE ${collation};

-- Sessions without an account. What a guest shows is a secret, of which the hash is kept.
CREATE TABLE IF NOT EXISTS guest_sessions (
  id             VARCHAR(64) PRIMARY KEY,
  secret_hash    VARCHAR(64) NOT NULL UNIQUE,             -- SHA-256, hexadecimal
  created_at     BIGINT NOT NULL,
  last_active_at BIGINT NOT NULL,
  closed_at      BIGINT,
  INDEX guest_sessions_by_activity (last_active_at)
) CHARACTER SET utf8mb4 COLLATE ${collation};

CREATE TABLE IF NOT EXISTS conversations (
  n                 BIGINT AUTO_INCREMENT PRIMARY KEY,
  id                VARCHAR(64) NOT NULL UNIQUE,
  owner_id          VARCHAR(64) NOT NULL,                 -- of the account or the guest session
  user_id           VARCHAR(64),
  session_id        VARCHAR(64),
  kind              VARCHAR(16) NOT NULL DEFAULT 'chat',  -- chat, questions, guest
  single            VARCHAR(16) AS (CASE WHEN kind <> 'chat' THEN kind END) STORED,
  title             LONGTEXT,
  model             TEXT NOT NULL,
  developer_message LONGTEXT,
  archived          BOOLEAN NOT NULL DEFAULT FALSE,
  branch            INTEGER NOT NULL DEFAULT 0,           -- the one last used
  branches          INTEGER NOT NULL DEFAULT 1,           -- how many there are
  message_count     INTEGER NOT NULL DEFAULT 0,
  activity          BIGINT NOT NULL,                      -- the owner's conversations by their newest activity
  created_at        BIGINT NOT NULL,
  updated_at        BIGINT NOT NULL,
  INDEX conversations_listed (owner_id, archived, activity, id),
  INDEX conversations_active (owner_id, activity),
  INDEX conversations_of_user (user_id),
  INDEX conversations_of_session (session_id),
  UNIQUE INDEX conversations_single (owner_id, single),
  FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  FOREIGN KEY (session_id) REFERENCES guest_sessions (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE ${collation};

-- The messages of a conversation are a tree. A branch is a line of messages without a fork: each has the depth
-- of its parent and one more. A branch begins with a message whose parent stands in another branch, or has none.
CREATE TABLE IF NOT EXISTS messages (
  n               BIGINT AUTO_INCREMENT PRIMARY KEY,
  id              VARCHAR(64) NOT NULL UNIQUE,
  conversation_id VARCHAR(64) NOT NULL,
  parent_id       VARCHAR(64),
  branch          INTEGER NOT NULL,
  depth           INTEGER NOT NULL,
  role            VARCHAR(16) NOT NULL,                   -- user, assistant
  content         LONGTEXT NOT NULL,
  tokens          INTEGER NOT NULL,                       -- estimated, erring high
  status          VARCHAR(16) NOT NULL,                   -- in_progress, completed, stopped, failed, interrupted
  model           TEXT,
  input_tokens    INTEGER,
  output_tokens   INTEGER,
  error_code      TEXT,
  error_detail    TEXT,
  created_at      BIGINT NOT NULL,
  node_id         VARCHAR(64),                            -- who writes an answer, or wrote it
  unindexed       BOOLEAN DEFAULT TRUE,                   -- NULL where it is in one of the text_blocks
  UNIQUE INDEX messages_placed (conversation_id, branch, depth),
  INDEX messages_in_order (conversation_id, n),
  INDEX messages_by_status (status),
  INDEX messages_unindexed (unindexed, n),
  FOREIGN KEY (conversation_id) REFERENCES conversations (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE ${collation};

-- Text of answers that are being written, to be put together again after a crash. A row has what came of all
-- of them in one interval.
CREATE TABLE IF NOT EXISTS answer_parts (
  n     BIGINT AUTO_INCREMENT PRIMARY KEY,                -- in the order in which they were saved
  parts LONGTEXT NOT NULL,                                -- JSON: [{"answer_id", "from", "text"}]; from: offset in UTF-16 units
  node_id VARCHAR(64)                                     -- whose answers they are of
) CHARACTER SET utf8mb4 COLLATE ${collation};

-- What people say of answers and of sessions, for review.
CREATE TABLE IF NOT EXISTS feedback (
  id         VARCHAR(64) PRIMARY KEY,
  session_id VARCHAR(64),
  message_id VARCHAR(64) UNIQUE,
  rating     VARCHAR(16),                                 -- up, down; of messages
  comment    LONGTEXT,
  created_at BIGINT NOT NULL,
  INDEX feedback_of_session (session_id),
  INDEX feedback_by_time (created_at),
  FOREIGN KEY (session_id) REFERENCES guest_sessions (id) ON DELETE CASCADE,
  FOREIGN KEY (message_id) REFERENCES messages (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE ${collation};

-- First answers to requests that may be sent again.
CREATE TABLE IF NOT EXISTS idempotency_keys (
  id          VARCHAR(64) PRIMARY KEY,                    -- SHA-256 of caller, route and key
  owner_id    VARCHAR(64) NOT NULL,
  fingerprint VARCHAR(64) NOT NULL,                       -- SHA-256 of the body
  response    LONGTEXT NOT NULL,
  created_at  BIGINT NOT NULL,
  INDEX idempotency_keys_of_owner (owner_id, created_at),
  INDEX idempotency_keys_by_time (created_at)
) CHARACTER SET utf8mb4 COLLATE ${collation};
