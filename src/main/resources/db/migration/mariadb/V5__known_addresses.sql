-- The network addresses that accounts were signed in to from of late.
CREATE TABLE IF NOT EXISTS known_addresses (
  id      VARCHAR(64) PRIMARY KEY,                        -- HMAC-SHA-256 of the account's and the network address, hexadecimal
  user_id VARCHAR(64) NOT NULL,
  seen_at BIGINT NOT NULL,
  INDEX known_addresses_of_user (user_id),
  INDEX known_addresses_seen (seen_at),
  FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE ${collation};
