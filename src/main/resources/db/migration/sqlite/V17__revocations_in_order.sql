-- How many revocations there were: one row, which whoever adds one holds until the commit, so that they come to be
-- seen in the order of their numbers.
CREATE TABLE revocation_count (
  id INTEGER PRIMARY KEY,
  n  INTEGER NOT NULL
) WITHOUT ROWID;
