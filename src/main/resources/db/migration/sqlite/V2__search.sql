-- Searching titles and messages, in any script, for any three characters or more.

CREATE VIRTUAL TABLE conversations_text USING fts5 (
  title, content = 'conversations', content_rowid = 'n', tokenize = 'trigram'
);

CREATE TRIGGER conversations_text_insert AFTER INSERT ON conversations WHEN new.title IS NOT NULL BEGIN
  INSERT INTO conversations_text (rowid, title) VALUES (new.n, new.title);
END;

CREATE TRIGGER conversations_text_update AFTER UPDATE OF title ON conversations WHEN old.title IS NOT new.title BEGIN
  INSERT INTO conversations_text (conversations_text, rowid, title)
  SELECT 'delete', old.n, old.title WHERE old.title IS NOT NULL;
  INSERT INTO conversations_text (rowid, title) SELECT new.n, new.title WHERE new.title IS NOT NULL;
END;

CREATE TRIGGER conversations_text_delete AFTER DELETE ON conversations WHEN old.title IS NOT NULL BEGIN
  INSERT INTO conversations_text (conversations_text, rowid, title) VALUES ('delete', old.n, old.title);
END;

CREATE VIRTUAL TABLE messages_text USING fts5 (
  content, content = 'messages', content_rowid = 'n', tokenize = 'trigram'
);

CREATE TRIGGER messages_text_insert AFTER INSERT ON messages WHEN new.content <> '' BEGIN
  INSERT INTO messages_text (rowid, content) VALUES (new.n, new.content);
END;

CREATE TRIGGER messages_text_update AFTER UPDATE OF content ON messages WHEN old.content <> new.content BEGIN
  INSERT INTO messages_text (messages_text, rowid, content)
  SELECT 'delete', old.n, old.content WHERE old.content <> '';
  INSERT INTO messages_text (rowid, content) SELECT new.n, new.content WHERE new.content <> '';
END;

CREATE TRIGGER messages_text_delete AFTER DELETE ON messages WHEN old.content <> '' BEGIN
  INSERT INTO messages_text (messages_text, rowid, content) VALUES ('delete', old.n, old.content);
END;
