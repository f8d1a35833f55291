-- What is not a projection: who we are, the log, and what is known of each replica.

-- Small facts of this profile. Never in any log.
CREATE TABLE setting(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

-- Devices and scopes by small local numbers. A record's row is (replica << 40 | counter).
CREATE TABLE replica(number INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE);
CREATE TABLE scope(number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, device INTEGER NOT NULL, counter INTEGER NOT NULL,
                   UNIQUE(kind, device, counter));

-- seq: what is here of this device's changes in this scope, without holes. settled: up to where the hub has them.
-- seen: up to where somebody on the other side has them. stamp: the last one of this device (kept for our own).
CREATE TABLE reach(scope INTEGER NOT NULL, replica INTEGER NOT NULL, seq INTEGER NOT NULL, settled INTEGER NOT NULL,
                   seen INTEGER NOT NULL, stamp INTEGER NOT NULL, PRIMARY KEY(scope, replica)) WITHOUT ROWID;

-- Our own changes that are in no envelope yet; one row for each act.
CREATE TABLE pending(scope INTEGER NOT NULL, first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL,
                     changes BLOB NOT NULL, PRIMARY KEY(scope, first_seq)) WITHOUT ROWID;

-- The log: envelopes as they came. number: the order in which they came here; never used twice.
CREATE TABLE envelope(number INTEGER PRIMARY KEY AUTOINCREMENT, scope INTEGER NOT NULL, replica INTEGER NOT NULL,
                      first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL, delivery INTEGER NOT NULL,
                      reason TEXT, bytes BLOB NOT NULL, UNIQUE(scope, replica, first_seq));
CREATE INDEX envelope_to_send ON envelope(number) WHERE delivery = 0;

-- Projections, beside the tables of the kinds, which are made from the schema table.

-- Heads beyond the one that stands in the record's row, and all heads of fields that this version doesn't know.
CREATE TABLE head(record INTEGER NOT NULL, field INTEGER NOT NULL, key TEXT NOT NULL, replica INTEGER NOT NULL,
                  seq INTEGER NOT NULL, stamp INTEGER NOT NULL, kind INTEGER NOT NULL, value BLOB NOT NULL,
                  PRIMARY KEY(record, field, key, replica, seq)) WITHOUT ROWID;

-- Elements of sets, taken out ones too (their value is empty): a register each.
CREATE TABLE element(record INTEGER NOT NULL, field INTEGER NOT NULL, key TEXT NOT NULL, replica INTEGER NOT NULL,
                     seq INTEGER NOT NULL, stamp INTEGER NOT NULL, value BLOB NOT NULL,
                     PRIMARY KEY(record, field, key)) WITHOUT ROWID;

-- Dots that a change here supersedes and that have not come yet.
CREATE TABLE early(scope INTEGER NOT NULL, replica INTEGER NOT NULL, seq INTEGER NOT NULL,
                   PRIMARY KEY(scope, replica, seq)) WITHOUT ROWID;

-- Changes that the hub judged away: they count as never written. about: the record.
CREATE TABLE voided(scope INTEGER NOT NULL, replica INTEGER NOT NULL, seq INTEGER NOT NULL, reason INTEGER NOT NULL,
                    about INTEGER NOT NULL, PRIMARY KEY(scope, replica, seq)) WITHOUT ROWID;
