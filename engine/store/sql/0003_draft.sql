-- What is being written and isn't sent yet: on this device only, in no log and in no envelope. (The table of kind Draft
-- has the name that this one would have.) scope: 0 where it belongs to none; otherwise it goes when that goes.
-- content is the use case's own.
CREATE TABLE unfinished(place TEXT PRIMARY KEY, scope INTEGER NOT NULL, content BLOB NOT NULL, at INTEGER NOT NULL)
    WITHOUT ROWID;
