-- Two envelopes may have one name: a phone and its copy wrote them apart. Both are kept.
ALTER TABLE hub_quarantine RENAME TO hub_quarantine_before;
CREATE TABLE hub_quarantine (
    scope     TEXT    NOT NULL,
    device    INTEGER NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq  INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    bytes     BLOB    NOT NULL
) STRICT;
INSERT INTO hub_quarantine (scope, device, first_seq, last_seq, at, bytes)
    SELECT scope, device, first_seq, last_seq, at, bytes FROM hub_quarantine_before;
DROP TABLE hub_quarantine_before;
CREATE INDEX hub_quarantine_name ON hub_quarantine (scope, device, first_seq);
CREATE INDEX hub_quarantine_device ON hub_quarantine (device);
