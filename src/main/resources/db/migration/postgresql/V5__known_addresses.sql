-- The network addresses that accounts were signed in to from of late.
CREATE TABLE known_addresses (
  id      TEXT COLLATE "C" PRIMARY KEY,                 -- HMAC-SHA-256 of the account's and the network address, hexadecimal
  user_id TEXT COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  seen_at BIGINT NOT NULL
);

CREATE INDEX known_addresses_of_user ON known_addresses (user_id);
CREATE INDEX known_addresses_seen ON known_addresses (seen_at);
