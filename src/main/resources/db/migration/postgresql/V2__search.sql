-- Searching titles and messages, in any script.

-- Small and capital letters alike, in any script. From 17 on that does not depend on how the database was made.
DO $$
BEGIN
  EXECUTE format(
    'CREATE FUNCTION folded(text TEXT) RETURNS TEXT IMMUTABLE STRICT PARALLEL SAFE LANGUAGE SQL RETURN lower($1 COLLATE %s)',
    CASE WHEN current_setting('server_version_num')::INTEGER >= 170000
      THEN 'pg_catalog.pg_c_utf8' ELSE 'pg_catalog."default"' END);
END
$$;

-- An index of our own: which pieces of words stand in some messages that follow one another. Messages come into it some
-- time after they were stored.
CREATE TABLE text_blocks (
  conversation_id TEXT COLLATE "C" NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  number          INTEGER NOT NULL,       -- from 0
  first_n         BIGINT NOT NULL,        -- of the messages
  last_n          BIGINT NOT NULL,
  bits            BYTEA NOT NULL,
  PRIMARY KEY (conversation_id, number)
);

-- In its row, and not in a table beside it.
ALTER TABLE text_blocks ALTER COLUMN bits SET STORAGE PLAIN;
