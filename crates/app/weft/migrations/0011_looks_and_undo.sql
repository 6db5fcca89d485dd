-- How the pages and emails of a program look: logo, color and postal address. A row never changes but for its state: a
-- draft is previewed by whoever edits, what is shown is what everyone sees, and what is past was replaced.
CREATE TABLE look (
  id TEXT PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program (id),
  state TEXT NOT NULL CHECK (state IN ('draft', 'shown', 'past')),
  -- The name of the files of the logo, if there is one. Sides are in pixels.
  logo_id TEXT,
  width BIGINT NOT NULL,
  height BIGINT NOT NULL,
  plate TEXT NOT NULL CHECK (plate IN ('light', 'dark')),
  -- As six hexadecimal digits after a number sign, or empty for the usual one.
  color TEXT NOT NULL,
  postal TEXT NOT NULL,
  -- What undoing brings back; null for the usual look.
  replaces_id TEXT REFERENCES look (id),
  at BIGINT NOT NULL
);
CREATE UNIQUE INDEX look_shown ON look (program_id) WHERE state = 'shown';
CREATE UNIQUE INDEX look_draft ON look (program_id) WHERE state = 'draft';
CREATE INDEX look_program ON look (program_id, state);
CREATE INDEX look_logo ON look (logo_id);
CREATE INDEX look_replaces ON look (replaces_id);
-- What an import of a report of a meeting changed: what was on record of each person before, if anything, and what has
-- been since. Undone, or kept where someone changed the record afterward.
CREATE TABLE report_change (
  report_id TEXT NOT NULL REFERENCES meeting_report (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  was TEXT,
  became TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'taken' CHECK (state IN ('taken', 'undone', 'kept')),
  PRIMARY KEY (report_id, person_id)
);
CREATE INDEX report_change_person ON report_change (person_id);
ALTER TABLE meeting_report ADD COLUMN undone_at BIGINT;
CREATE INDEX meeting_report_sitting ON meeting_report (sitting_id);
-- Emails whose recipient is still known.
CREATE INDEX outbox_known ON outbox (created_at) WHERE recipient <> '';
