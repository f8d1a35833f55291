-- Two envelopes may have one name: a phone and its copy wrote them apart. Both are kept.
ALTER TABLE hub_quarantine DROP CONSTRAINT hub_quarantine_pkey;
CREATE INDEX hub_quarantine_name ON hub_quarantine (scope, device, first_seq);
CREATE INDEX hub_quarantine_device ON hub_quarantine (device);
