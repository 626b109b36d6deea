-- The functions that an answer wants to have called, as JSON: [{"call_id", "name", "arguments"}]; and of what a
-- function gave, the call that it is the output of.
ALTER TABLE messages ADD COLUMN function_calls TEXT;
ALTER TABLE messages ADD COLUMN call_id TEXT;
