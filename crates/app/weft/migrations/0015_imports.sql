-- What an import of applications made, so that it can be undone: rows by their ids, each with the application it came
-- with. `changed` is an application that was there before. Rows go when the import is undone or too old, and point to
-- nothing: what they name may be gone.
CREATE TABLE import_made (
  import_id TEXT NOT NULL REFERENCES import_file (id),
  what TEXT NOT NULL CHECK (what IN ('application', 'changed', 'person', 'role', 'eligibility', 'need', 'identity')),
  row_id TEXT NOT NULL,
  application_id TEXT NOT NULL,
  -- What the row was when it was made: of an application its content and its person, of an access need its moment.
  mark TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (import_id, what, row_id)
);
CREATE INDEX import_made_application ON import_made (application_id);
-- `taken_at` is when the rows of a file were imported, by a version that can undo it.
ALTER TABLE import_file ADD COLUMN taken_at BIGINT;
ALTER TABLE import_file ADD COLUMN undone_at BIGINT;
-- What came of it: rows that were new, rows that changed what was here, applications that undoing removed.
ALTER TABLE import_file ADD COLUMN added BIGINT;
ALTER TABLE import_file ADD COLUMN updated BIGINT;
ALTER TABLE import_file ADD COLUMN undone BIGINT;
CREATE INDEX import_file_season ON import_file (season_id, created_at);
-- Deleting an application or a person looks for what points to it.
CREATE INDEX draft_entered ON draft (entered_by);
CREATE INDEX stage_read_reader ON stage_read (reader_id);
CREATE INDEX season_access_contact ON season (access_contact_id);
CREATE INDEX reader_conflict_application ON reader_conflict (application_id);
CREATE INDEX stage_calibration_application ON stage_calibration (application_id);
CREATE INDEX decision_application ON decision (application_id);
CREATE INDEX selection_mark_application ON selection_mark (application_id);
CREATE INDEX letter_recipient_application ON letter_recipient (application_id);
-- The uploaded file of an import that waits, as it came: `id` is its name among the files. Without an import it goes
-- with the next sweep.
CREATE TABLE import_source (
  id TEXT PRIMARY KEY,
  import_id TEXT REFERENCES import_file (id)
);
CREATE INDEX import_source_import ON import_source (import_id);
