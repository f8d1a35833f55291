-- The log in blocks, and what waits for its envelope in the order in which it was written.

-- Envelopes of one scope, one behind the other, compressed (zstd).
CREATE TABLE block(number INTEGER PRIMARY KEY, scope INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE INDEX block_scope ON block(scope);

-- NULL: the envelope's bytes are its own. Else they are empty, and lie in that block, from `place` on.
ALTER TABLE envelope ADD COLUMN block INTEGER;
ALTER TABLE envelope ADD COLUMN place INTEGER;
ALTER TABLE envelope ADD COLUMN size INTEGER;

-- A row for each act and scope, appended: writing one touches one page, wherever else she wrote. stamp: of its last
-- change; 0 for what an older version wrote, whose stamps are in `reach`.
CREATE TABLE waiting(number INTEGER PRIMARY KEY, scope INTEGER NOT NULL, first_seq INTEGER NOT NULL,
                     last_seq INTEGER NOT NULL, stamp INTEGER NOT NULL, changes BLOB NOT NULL);
INSERT INTO waiting(scope, first_seq, last_seq, stamp, changes)
    SELECT scope, first_seq, last_seq, 0, changes FROM pending ORDER BY scope, first_seq;
DROP TABLE pending;
ALTER TABLE waiting RENAME TO pending;
