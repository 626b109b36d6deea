-- Messages go into the text index some time after they were stored, many at once: the trigrams of one alone cost more
-- to store than all else of it. Until then they stand here, and searching reads them themselves.

CREATE TABLE messages_unindexed (
  n               INTEGER PRIMARY KEY,  -- of the message
  conversation_id TEXT NOT NULL
);

DROP TRIGGER messages_text_insert;
DROP TRIGGER messages_text_update;
DROP TRIGGER messages_text_delete;

CREATE TRIGGER messages_text_insert AFTER INSERT ON messages WHEN new.content <> '' BEGIN
  INSERT INTO messages_unindexed (n, conversation_id) VALUES (new.n, new.conversation_id);
END;

-- What is not in the index yet cannot be taken out of it.
CREATE TRIGGER messages_text_update AFTER UPDATE OF content ON messages WHEN old.content <> new.content BEGIN
  INSERT INTO messages_text (messages_text, rowid, content)
  SELECT 'delete', old.n, old.content
  WHERE old.content <> '' AND NOT EXISTS (SELECT 1 FROM messages_unindexed WHERE n = old.n);
  DELETE FROM messages_unindexed WHERE n = old.n;
  INSERT INTO messages_unindexed (n, conversation_id) SELECT new.n, new.conversation_id WHERE new.content <> '';
END;

CREATE TRIGGER messages_text_delete AFTER DELETE ON messages WHEN old.content <> '' BEGIN
  INSERT INTO messages_text (messages_text, rowid, content)
  SELECT 'delete', old.n, old.content WHERE NOT EXISTS (SELECT 1 FROM messages_unindexed WHERE n = old.n);
  DELETE FROM messages_unindexed WHERE n = old.n;
END;
