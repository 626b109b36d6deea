-- What everybody may use in a day and in a month, as JSON: one row, or none and the program's own defaults hold.
CREATE TABLE IF NOT EXISTS budgets (
  id      BIGINT PRIMARY KEY,           -- 1
  budgets TEXT NOT NULL
) CHARACTER SET utf8mb4 COLLATE ${collation};

-- The budgets that single accounts have of their own.
CREATE TABLE IF NOT EXISTS account_budgets (
  user_id   VARCHAR(64) PRIMARY KEY,
  allowance TEXT NOT NULL,
  FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE ${collation};

-- What was used, is held, and was given back. Rows are only added. Of an answer there are two at most: what was
-- held before the model was asked, and what that is changed by once it is known what the answer did cost. The sum
-- of a subject's rows of a day, or of a month, is its balance. Money is in billionths of the currency's unit.
CREATE TABLE IF NOT EXISTS ledger (
  n             BIGINT AUTO_INCREMENT PRIMARY KEY, -- in the order in which they were added
  answer_id     VARCHAR(64) NOT NULL,
  kind          VARCHAR(16) NOT NULL,           -- held, settled
  subject       VARCHAR(64) NOT NULL,           -- account, guest session, relay
  pools         VARCHAR(64) NOT NULL,           -- balances that others share which count this, too: guests, everybody
  day           BIGINT NOT NULL,        -- of the question, in UTC, since 1970-01-01
  model         VARCHAR(256) NOT NULL,
  own_key       BIGINT NOT NULL,        -- whether the asker pays the model service
  questions     BIGINT NOT NULL,
  tokens        BIGINT NOT NULL,
  cost          BIGINT NOT NULL,
  input_tokens  BIGINT NOT NULL,        -- held: as estimated; settled: as used
  output_tokens BIGINT NOT NULL,
  created_at    BIGINT NOT NULL,
  UNIQUE (answer_id, kind),
  INDEX ledger_of_subject (subject),
  INDEX ledger_by_time (created_at)
) CHARACTER SET utf8mb4 COLLATE ${collation};

-- Up to where nothing in the ledger is held any more: one row, or none.
CREATE TABLE IF NOT EXISTS ledger_mark (
  id BIGINT PRIMARY KEY,                -- 1
  n  BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE ${collation};

-- The sums of the ledger, for the day and the month in which each was last touched.
CREATE TABLE IF NOT EXISTS balances (
  subject         VARCHAR(64) PRIMARY KEY,      -- account, guest session, guests, everybody
  day             BIGINT NOT NULL,
  day_questions   BIGINT NOT NULL,
  day_tokens      BIGINT NOT NULL,
  day_cost        BIGINT NOT NULL,
  month           BIGINT NOT NULL,      -- since January of year 0
  month_questions BIGINT NOT NULL,
  month_tokens    BIGINT NOT NULL,
  month_cost      BIGINT NOT NULL,
  INDEX balances_by_month (month)
) CHARACTER SET utf8mb4 COLLATE ${collation};

-- What was used, by day, account and model.
CREATE TABLE IF NOT EXISTS usage_days (
  owner_id      VARCHAR(64) NOT NULL,           -- account, guests, relay
  day           BIGINT NOT NULL,
  model         VARCHAR(256) NOT NULL,
  questions     BIGINT NOT NULL,
  errors        BIGINT NOT NULL,
  input_tokens  BIGINT NOT NULL,
  output_tokens BIGINT NOT NULL,
  cost          BIGINT NOT NULL,
  millis        BIGINT NOT NULL,        -- that the answers took, all together
  PRIMARY KEY (owner_id, day, model),
  INDEX usage_by_day (day, model, owner_id)
) CHARACTER SET utf8mb4 COLLATE ${collation};

