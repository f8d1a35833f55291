-- What hubs share in PostgreSQL: the log, and the same tables as in hub.db (sync/hub/sql/0001_hub.sql says what each is).

CREATE TABLE hub_setting (
    name  TEXT  PRIMARY KEY,
    value BYTEA NOT NULL
);

-- The number of the newest envelope: one row. Who appends raises it in the same statement, which holds the row until its
-- transaction ends, so that a greater number is never committed before a smaller one.
CREATE TABLE hub_order (
    single BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (single),
    number BIGINT  NOT NULL
);
INSERT INTO hub_order (number) VALUES (0);

CREATE TABLE hub_log (
    number     BIGINT PRIMARY KEY,
    scope_kind BIGINT NOT NULL,
    scope      TEXT   COLLATE "C" NOT NULL,
    device     BIGINT NOT NULL,
    first_seq  BIGINT NOT NULL,
    last_seq   BIGINT NOT NULL,
    bytes      BYTEA  NOT NULL,
    UNIQUE (scope, device, first_seq)
);
CREATE INDEX hub_log_scope ON hub_log (scope, number);

CREATE TABLE hub_account (
    device      BIGINT PRIMARY KEY,
    person      TEXT   NOT NULL,
    public_key  TEXT   NOT NULL,
    token_hash  BYTEA  NOT NULL UNIQUE,
    code_hash   BYTEA  NOT NULL,
    state       TEXT   NOT NULL,
    model       TEXT   NOT NULL,
    app_version TEXT   NOT NULL,
    joined      BIGINT NOT NULL,
    last_seen   BIGINT NOT NULL,
    revision    BIGINT NOT NULL DEFAULT 0,
    number      BIGINT NOT NULL DEFAULT 0,
    granted     BIGINT NOT NULL DEFAULT 0,
    filling     BIGINT NOT NULL DEFAULT 0,
    filled      BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE hub_invitation (
    code_hash BYTEA  PRIMARY KEY,
    person    TEXT   NOT NULL,
    expires   BIGINT NOT NULL,
    used_by   BIGINT
);

CREATE TABLE hub_try (
    address_hash BYTEA  NOT NULL,
    at           BIGINT NOT NULL
);
CREATE INDEX hub_try_at ON hub_try (at);

CREATE TABLE hub_grant (
    device  BIGINT NOT NULL,
    scope   TEXT   COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    again   BIGINT NOT NULL,
    PRIMARY KEY (device, scope)
);

CREATE TABLE hub_dropped (
    device BIGINT NOT NULL,
    scope  TEXT   COLLATE "C" NOT NULL,
    PRIMARY KEY (device, scope)
);

CREATE TABLE hub_chain (
    scope  TEXT   COLLATE "C" NOT NULL,
    device BIGINT NOT NULL,
    seq    BIGINT NOT NULL,
    hash   BYTEA  NOT NULL,
    PRIMARY KEY (scope, device)
);

CREATE TABLE hub_seen (
    scope    TEXT   COLLATE "C" NOT NULL,
    device   BIGINT NOT NULL,
    seq      BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (scope, device)
);
CREATE INDEX hub_seen_revision ON hub_seen (revision);

CREATE TABLE hub_quarantine (
    scope     TEXT   COLLATE "C" NOT NULL,
    device    BIGINT NOT NULL,
    first_seq BIGINT NOT NULL,
    last_seq  BIGINT NOT NULL,
    at        BIGINT NOT NULL,
    bytes     BYTEA  NOT NULL,
    PRIMARY KEY (scope, device, first_seq)
);
