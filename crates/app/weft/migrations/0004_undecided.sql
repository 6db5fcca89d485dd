-- Undecided is a state of its own; what those who choose see; who reviews what; answers that are sent alone.

-- A decision on eligibility that was undone stays on record and no longer counts. `batch` is shared by decisions that
-- were made in one act.
ALTER TABLE eligibility ADD COLUMN batch TEXT;
ALTER TABLE eligibility ADD COLUMN undone_at BIGINT;
CREATE INDEX eligibility_batch ON eligibility (batch);
DROP VIEW latest_eligibility;
CREATE VIEW latest_eligibility AS
SELECT e.application_id AS application_id, e.is_eligible AS is_eligible, e.reason AS reason, e.at AS at
FROM eligibility e
WHERE e.id = (
  SELECT o.id
  FROM eligibility o
  WHERE o.application_id = e.application_id AND o.undone_at IS NULL
  ORDER BY o.at DESC, o.id DESC
  LIMIT 1
);
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

-- Alternates who were told that they are alternates. It is not their final answer.
CREATE TABLE alternate_notice (
  application_id TEXT PRIMARY KEY REFERENCES application (id),
  round_id TEXT NOT NULL REFERENCES decision_round (id),
  at BIGINT NOT NULL
);
-- A round that whoever prepared it sends alone, because nobody else can: not before this time, and until then it can be
-- stopped.
ALTER TABLE decision_round ADD COLUMN alone_at BIGINT;

-- How many days before they are due reviewers with open reviews are reminded; 0 for never.
ALTER TABLE reading ADD COLUMN remind_days BIGINT NOT NULL DEFAULT 3;
CREATE TABLE reader_reminder (
  season_id TEXT NOT NULL REFERENCES season (id),
  reader_id TEXT NOT NULL REFERENCES person (id),
  due_on TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (season_id, reader_id, due_on)
);
CREATE INDEX reader_reminder_reader ON reader_reminder (reader_id);
-- The languages in which someone reviews, as they or a lead said.
CREATE TABLE reader_language (
  season_id TEXT NOT NULL REFERENCES season (id),
  reader_id TEXT NOT NULL REFERENCES person (id),
  language TEXT NOT NULL CHECK (language IN ('en', 'es')),
  PRIMARY KEY (season_id, reader_id, language)
);
CREATE INDEX reader_language_reader ON reader_language (reader_id);
-- Whether a name that a reviewer declared is the same as one in an application that looks like it. Both as they are
-- compared: lower case, without accents, spaces and signs.
CREATE TABLE conflict_answer (
  season_id TEXT NOT NULL REFERENCES season (id),
  reader_id TEXT NOT NULL REFERENCES person (id),
  named TEXT NOT NULL,
  other TEXT NOT NULL,
  is_same BIGINT NOT NULL,
  by_id TEXT NOT NULL REFERENCES person (id),
  at BIGINT NOT NULL,
  PRIMARY KEY (season_id, reader_id, named, other)
);
CREATE INDEX conflict_answer_reader ON conflict_answer (reader_id);

-- Values of a field that a lead counts as one: `value` is counted as `counted_as`.
CREATE TABLE value_merge (
  season_id TEXT NOT NULL REFERENCES season (id),
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  counted_as TEXT NOT NULL,
  by_id TEXT REFERENCES person (id),
  at BIGINT NOT NULL,
  PRIMARY KEY (season_id, field, value)
);

-- Reminders of invitations: one for each time an answer is due. Each comes with a link of its own; the first one keeps
-- working.
CREATE TABLE invitation_reminder (
  invitation_id TEXT NOT NULL REFERENCES invitation (id),
  expires_at BIGINT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  at BIGINT NOT NULL,
  PRIMARY KEY (invitation_id, expires_at)
);
