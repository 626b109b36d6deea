-- How many answers had any text, and how long that took to come, all together.
ALTER TABLE usage_days ADD COLUMN ${unlessThere} first_texts BIGINT NOT NULL DEFAULT 0;
ALTER TABLE usage_days ADD COLUMN ${unlessThere} first_text_millis BIGINT NOT NULL DEFAULT 0;
