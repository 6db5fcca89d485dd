-- What was sent can be changed until the deadline, and sent again after it was withdrawn.

-- Changes that are being written to what was sent: a draft of their own, one at a time, which goes when it is
-- submitted, given up, or too late. `dropped_at` on what was sent: when changes to it were too late.
ALTER TABLE draft ADD COLUMN changes_of TEXT REFERENCES draft (id);
ALTER TABLE draft ADD COLUMN dropped_at BIGINT;
CREATE UNIQUE INDEX draft_changes ON draft (changes_of);
-- When an application was last changed after it was sent.
ALTER TABLE application ADD COLUMN changed_at BIGINT;
-- Each version of an application that was changed: what its team may see of it, never access needs or what someone says
-- of themselves. `by_id` is someone of the team who entered it; nobody where the applicant did.
CREATE TABLE application_version (
  application_id TEXT NOT NULL REFERENCES application (id),
  version BIGINT NOT NULL,
  at BIGINT NOT NULL,
  by_id TEXT REFERENCES person (id),
  answers TEXT NOT NULL,
  PRIMARY KEY (application_id, version)
);
CREATE INDEX application_version_by ON application_version (by_id);
-- A withdrawal after which the application was sent again: it stays on record and no longer counts.
ALTER TABLE application_event ADD COLUMN undone_at BIGINT;
DROP VIEW application_state;
DROP VIEW withdrawal;
CREATE VIEW withdrawal AS
SELECT v.application_id AS application_id, v.at AS at
FROM application_event v
WHERE v.kind = 'withdrawn' AND v.undone_at IS NULL;
-- Every application is in exactly one state. `late`: it came after the deadline and nothing was decided.
CREATE VIEW application_state AS
SELECT a.id AS application_id, a.season_id AS season_id,
    CASE
        WHEN EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id) THEN 'withdrawn'
        WHEN a.duplicate_of IS NOT NULL THEN 'duplicate'
        ELSE CASE (SELECT l.is_eligible FROM latest_eligibility l WHERE l.application_id = a.id)
            WHEN 1 THEN 'eligible'
            WHEN 0 THEN 'not-eligible'
            ELSE CASE
                WHEN a.late_reason IS NULL THEN 'undecided'
                WHEN EXISTS (
                    SELECT 1
                    FROM application_event v
                    WHERE v.application_id = a.id AND v.kind = 'late-accepted'
                ) THEN 'undecided'
                ELSE 'late'
                END
            END
        END AS state
FROM application a;

-- Applications that changed after someone judged them: whether the decision on eligibility is older, and how many
-- reviews are that can still be looked at again.
CREATE VIEW changed_since AS
SELECT a.id AS application_id, a.season_id AS season_id,
    CASE
        WHEN (SELECT l.at FROM latest_eligibility l WHERE l.application_id = a.id) < a.changed_at THEN 1
        ELSE 0
        END AS decided_before,
    (
        SELECT COUNT(*)
        FROM read r
        WHERE r.application_id = a.id
            AND r.state = 'counted'
            AND r.submitted_at < a.changed_at
            AND NOT EXISTS (SELECT 1 FROM reading g WHERE g.season_id = a.season_id AND g.closed_at IS NOT NULL)
    ) AS reviewed_before
FROM application a
WHERE a.changed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM withdrawal v WHERE v.application_id = a.id);

-- Reminders to people whose draft was not sent: one so many days before the deadline (NULL: none are sent), one the day
-- before.
ALTER TABLE call ADD COLUMN remind_days BIGINT;
CREATE TABLE draft_reminder (
  season_id TEXT NOT NULL REFERENCES season (id),
  norm TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('early', 'last')),
  -- When it fell due: another deadline is another reminder.
  due_at BIGINT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  at BIGINT NOT NULL,
  PRIMARY KEY (season_id, norm, kind, due_at)
);
-- Addresses that asked a program not to remind them of drafts.
CREATE TABLE reminder_refusal (
  program_id TEXT NOT NULL REFERENCES program (id),
  norm TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (program_id, norm)
);

-- What leads note about an application, for leads alone.
CREATE TABLE application_note (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES application (id),
  by_id TEXT REFERENCES person (id),
  text TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX application_note_application ON application_note (application_id);
CREATE INDEX application_note_by ON application_note (by_id);
-- A program's own words for sorting applications. `batch` is the act that put it on; `off_batch` the one that took it
-- off, and a tag without one is on.
CREATE TABLE application_tag (
  application_id TEXT NOT NULL REFERENCES application (id),
  tag TEXT NOT NULL,
  batch TEXT NOT NULL,
  at BIGINT NOT NULL,
  off_batch TEXT,
  PRIMARY KEY (application_id, tag)
);
CREATE INDEX application_tag_batch ON application_tag (batch);
CREATE INDEX application_tag_off ON application_tag (off_batch);
-- Whom an email to a group goes to, where it goes to chosen applications alone.
CREATE TABLE letter_recipient (
  letter_id TEXT NOT NULL REFERENCES letter (id),
  application_id TEXT NOT NULL REFERENCES application (id),
  PRIMARY KEY (letter_id, application_id)
);
