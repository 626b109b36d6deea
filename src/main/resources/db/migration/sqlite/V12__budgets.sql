-- What everybody may use in a day and in a month, as JSON: one row, or none and the program's own defaults hold.
CREATE TABLE budgets (
  id      INTEGER PRIMARY KEY,           -- 1
  budgets TEXT NOT NULL
);

-- The budgets that single accounts have of their own.
CREATE TABLE account_budgets (
  user_id   TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  allowance TEXT NOT NULL
) WITHOUT ROWID;

-- What was used, is held, and was given back. Rows are only added. Of an answer there are two at most: what was
-- held before the model was asked, and what that is changed by once it is known what the answer did cost. The sum
-- of a subject's rows of a day, or of a month, is its balance. Money is in billionths of the currency's unit.
CREATE TABLE ledger (
  n             INTEGER PRIMARY KEY,     -- in the order in which they were added
  answer_id     TEXT NOT NULL,
  kind          TEXT NOT NULL,           -- held, settled
  subject       TEXT NOT NULL,           -- account, guest session, relay
  pools         TEXT NOT NULL,           -- balances that others share which count this, too: guests, everybody
  day           INTEGER NOT NULL,        -- of the question, in UTC, since 1970-01-01
  model         TEXT NOT NULL,
  own_key       INTEGER NOT NULL,        -- whether the asker pays the model service
  questions     INTEGER NOT NULL,
  tokens        INTEGER NOT NULL,
  cost          INTEGER NOT NULL,
  input_tokens  INTEGER NOT NULL,        -- held: as estimated; settled: as used
  output_tokens INTEGER NOT NULL,
  created_at    INTEGER NOT NULL,
  UNIQUE (answer_id, kind)
);

CREATE INDEX ledger_of_subject ON ledger (subject);
CREATE INDEX ledger_by_time ON ledger (created_at);

-- Up to where nothing in the ledger is held any more: one row, or none.
CREATE TABLE ledger_mark (
  id INTEGER PRIMARY KEY,                -- 1
  n  INTEGER NOT NULL
);

-- The sums of the ledger, for the day and the month in which each was last touched.
CREATE TABLE balances (
  subject         TEXT PRIMARY KEY,      -- account, guest session, guests, everybody
  day             INTEGER NOT NULL,
  day_questions   INTEGER NOT NULL,
  day_tokens      INTEGER NOT NULL,
  day_cost        INTEGER NOT NULL,
  month           INTEGER NOT NULL,      -- since January of year 0
  month_questions INTEGER NOT NULL,
  month_tokens    INTEGER NOT NULL,
  month_cost      INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX balances_by_month ON balances (month);

-- What was used, by day, account and model.
CREATE TABLE usage_days (
  owner_id      TEXT NOT NULL,           -- account, guests, relay
  day           INTEGER NOT NULL,
  model         TEXT NOT NULL,
  questions     INTEGER NOT NULL,
  errors        INTEGER NOT NULL,
  input_tokens  INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  cost          INTEGER NOT NULL,
  millis        INTEGER NOT NULL,        -- that the answers took, all together
  PRIMARY KEY (owner_id, day, model)
) WITHOUT ROWID;

CREATE INDEX usage_by_day ON usage_days (day, model, owner_id);
