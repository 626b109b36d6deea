-- SQLite searches by text_blocks from here on, too. Which bits are set has changed; what is there is made anew.
DELETE FROM text_blocks;
UPDATE messages SET unindexed = TRUE WHERE unindexed IS NULL;
