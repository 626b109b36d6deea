-- The functions that an answer wants to have called, as JSON: [{"call_id", "name", "arguments"}]; and of what a
-- function gave, the call that it is the output of.
ALTER TABLE messages ADD COLUMN ${unlessThere} function_calls LONGTEXT;
ALTER TABLE messages ADD COLUMN ${unlessThere} call_id LONGTEXT;
