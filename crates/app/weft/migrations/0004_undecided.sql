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
            ELSE CASE WHEN a.late_reason IS NULL THEN 'undecided' ELSE 'late' END
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
