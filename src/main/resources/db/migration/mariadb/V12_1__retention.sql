-- After how many days without anything happening in them an account wants its conversations deleted; NULL: never.
ALTER TABLE users ADD COLUMN ${unlessThere} conversation_days INTEGER;

CREATE INDEX ${unlessThere} users_by_conversation_days ON users (conversation_days);

CREATE INDEX ${unlessThere} conversations_of_user_by_update ON conversations (user_id, updated_at);
