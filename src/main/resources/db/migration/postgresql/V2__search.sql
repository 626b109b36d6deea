-- Searching titles and messages, in any script, for any three characters or more.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Small and capital letters alike, in any script. From 17 on that does not depend on how the database was made.
DO $$
BEGIN
  EXECUTE format(
    'CREATE FUNCTION folded(text TEXT) RETURNS TEXT IMMUTABLE STRICT PARALLEL SAFE LANGUAGE SQL RETURN lower($1 COLLATE %s)',
    CASE WHEN current_setting('server_version_num')::INTEGER >= 170000
      THEN 'pg_catalog.pg_c_utf8' ELSE 'pg_catalog."default"' END);
END
$$;

CREATE INDEX conversations_text ON conversations USING gin (folded(title) gin_trgm_ops);
CREATE INDEX messages_text ON messages USING gin (folded(content) gin_trgm_ops);
