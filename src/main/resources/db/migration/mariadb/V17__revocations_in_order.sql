-- How many revocations there were: one row, which whoever adds one holds until the commit, so that they come to be
-- seen in the order of their numbers.
CREATE TABLE IF NOT EXISTS revocation_count (
  id BIGINT PRIMARY KEY,
  n  BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE ${collation};
