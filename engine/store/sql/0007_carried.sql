-- Sealed parts of others' files that this device can't read: kept as they came, and passed on. name: a hash.
-- waits: 1 while it isn't known that the hub has what is in it.
CREATE TABLE carried(number INTEGER PRIMARY KEY AUTOINCREMENT, name BLOB NOT NULL UNIQUE, waits INTEGER NOT NULL,
                     bytes BLOB NOT NULL);
