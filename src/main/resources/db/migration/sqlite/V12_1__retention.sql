-- After how many days without anything happening in them an account wants its conversations deleted; NULL: never.
ALTER TABLE users ADD COLUMN conversation_days INTEGER;

CREATE INDEX users_by_conversation_days ON users (conversation_days) WHERE conversation_days IS NOT NULL;

DROP INDEX conversations_of_user;
CREATE INDEX conversations_of_user ON conversations (user_id, updated_at);
