-- How many answers had any text, and how long that took to come, all together.
ALTER TABLE usage_days ADD COLUMN first_texts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE usage_days ADD COLUMN first_text_millis INTEGER NOT NULL DEFAULT 0;
