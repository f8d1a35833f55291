-- The hub's own tables, beside the store's in the same file.

CREATE TABLE hub_account (
    device      INTEGER PRIMARY KEY,
    person      TEXT    NOT NULL,
    public_key  TEXT    NOT NULL,
    token_hash  BLOB    NOT NULL UNIQUE,
    code_hash   BLOB    NOT NULL,           -- of the invitation that it came with
    state       TEXT    NOT NULL,           -- active, lost, revoked
    model       TEXT    NOT NULL,
    app_version TEXT    NOT NULL,
    joined      INTEGER NOT NULL,
    last_seen   INTEGER NOT NULL,
    revision    INTEGER NOT NULL DEFAULT 0, -- of its grants
    -- What it has said that it holds (its last cursor): see cursor.hpp.
    number      INTEGER NOT NULL DEFAULT 0,
    granted     INTEGER NOT NULL DEFAULT 0,
    filling     INTEGER NOT NULL DEFAULT 0,
    filled      INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE hub_invitation (
    code_hash BLOB    PRIMARY KEY,
    person    TEXT    NOT NULL,
    expires   INTEGER NOT NULL,
    used_by   INTEGER                       -- device
) STRICT, WITHOUT ROWID;

-- Wrong codes of the last minutes.
CREATE TABLE hub_try (
    address_hash BLOB    NOT NULL,
    at           INTEGER NOT NULL
) STRICT;
CREATE INDEX hub_try_at ON hub_try (at);

-- The scopes that a device may hold. version: the device's revision when it was granted. again: it may have had the
-- scope before and dropped it, with what it wrote there itself.
CREATE TABLE hub_grant (
    device  INTEGER NOT NULL,
    scope   TEXT    NOT NULL,
    version INTEGER NOT NULL,
    again   INTEGER NOT NULL,
    PRIMARY KEY (device, scope)
) STRICT, WITHOUT ROWID;

-- The scopes that a device was told to drop, or wrote in without a right to.
CREATE TABLE hub_dropped (
    device INTEGER NOT NULL,
    scope  TEXT    NOT NULL,
    PRIMARY KEY (device, scope)
) STRICT, WITHOUT ROWID;

-- The last envelope of each device in each scope: what the next one must be chained to.
CREATE TABLE hub_chain (
    scope  TEXT    NOT NULL,
    device INTEGER NOT NULL,
    seq    INTEGER NOT NULL,
    hash   BLOB    NOT NULL,
    PRIMARY KEY (scope, device)
) STRICT, WITHOUT ROWID;

-- How far somebody else is known to have a device's changes. revision counts up over the whole table.
CREATE TABLE hub_seen (
    scope    TEXT    NOT NULL,
    device   INTEGER NOT NULL,
    seq      INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (scope, device)
) STRICT, WITHOUT ROWID;
CREATE INDEX hub_seen_revision ON hub_seen (revision);

-- Envelopes of devices that had no right to the scope any more, or not yet.
CREATE TABLE hub_quarantine (
    scope     TEXT    NOT NULL,
    device    INTEGER NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq  INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    bytes     BLOB    NOT NULL,
    PRIMARY KEY (scope, device, first_seq)
) STRICT;
