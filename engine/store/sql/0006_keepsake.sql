-- Those settings that can't be had again, a second time: on a page of their own, for recovery.
CREATE TABLE keepsake(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
INSERT INTO keepsake(name, value) SELECT name, value FROM setting
 WHERE name IN ('device', 'person', 'secret_key', 'token', 'hub_url', 'hub_name', 'hub_key', 'hub_device');
