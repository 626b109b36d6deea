-- Marks of what all nodes must have alike, as each of them has it, with a blank between them.
ALTER TABLE nodes ADD COLUMN marks TEXT;
