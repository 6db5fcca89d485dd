-- Attendance by the times that make it, so that two reports of one meeting are joined; and who leaves a cohort.

-- JSON of [from, to] in microseconds, in order; empty where only a sum of minutes is known.
ALTER TABLE attendance ADD COLUMN spans TEXT NOT NULL DEFAULT '[]';
-- Reports that wait are read anew: their rows were joined into people by a rule that lost some.
UPDATE meeting_report SET rows = '[]' WHERE taken_at IS NULL;

-- A membership that ended: its day, why (for leads alone), and what an undo within a day brings back. `spaces` is JSON.
CREATE TABLE member_leaving (
  member_id TEXT PRIMARY KEY REFERENCES member (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  left_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  frees_seat BIGINT NOT NULL,
  spaces TEXT NOT NULL DEFAULT '[]',
  by_id TEXT REFERENCES person (id),
  at BIGINT NOT NULL,
  finished_at BIGINT
);
CREATE INDEX member_leaving_person ON member_leaving (person_id);
