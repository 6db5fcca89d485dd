-- Files that wait to be imported: what is in them, how they were read (JSON), and when someone said where their columns
-- go. Without that, nothing of them is imported.
CREATE TABLE import_reading (
  import_id TEXT PRIMARY KEY REFERENCES import_file (id),
  kind TEXT NOT NULL CHECK (kind IN ('applications', 'reviews', 'events', 'cohort')),
  how TEXT NOT NULL,
  confirmed_at BIGINT
);
-- A mapping serves every season of its program, for files with the same headers in any order: `headers` are those it
-- was made for (JSON), `set_hash` the same whatever their order.
ALTER TABLE import_mapping ADD COLUMN headers TEXT;
ALTER TABLE import_mapping ADD COLUMN set_hash TEXT;
CREATE INDEX import_mapping_set ON import_mapping (set_hash);
