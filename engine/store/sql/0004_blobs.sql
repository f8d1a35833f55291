-- Attachments' contents: one row for each that is whole in the folder of blobs, and that counts. A file without a row
-- is a left-over. Not a projection: what is here differs from device to device.

-- hash: as in Attachment.blob. unsent: nobody else is known to have it; it is never given up for space.
-- used: rises with each use, for whichever was used longest ago; not a time.
CREATE TABLE blob(hash TEXT PRIMARY KEY, bytes INTEGER NOT NULL, unsent INTEGER NOT NULL, used INTEGER NOT NULL)
    WITHOUT ROWID;

-- For which scopes it was kept, beside those whose records name it: a record that the hub judged away names nothing any
-- more, and its author still has it in her tray.
CREATE TABLE blob_kept(scope INTEGER NOT NULL, hash TEXT NOT NULL, PRIMARY KEY(scope, hash)) WITHOUT ROWID;

-- One row once the folder of blobs is known to be this database's own. Beside a database that was rebuilt it isn't:
-- then what nobody names is set aside instead of swept.
CREATE TABLE blob_folder(number INTEGER PRIMARY KEY);
