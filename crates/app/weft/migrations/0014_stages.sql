-- Choosing in stages: a form, a longer form, a conversation. What reviewers do belongs to a stage.

-- The stage that choosing is at, from 1.
ALTER TABLE season ADD COLUMN stage BIGINT NOT NULL DEFAULT 1;
-- A season's stages; none where there is one only. `kind`: applicants answer questions, or talk with a reviewer. Forms
-- of later stages are due on a day of their own. `opened_at`: when the first people were invited to it.
CREATE TABLE stage (
  season_id TEXT NOT NULL REFERENCES season (id),
  no BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('form', 'conversation')),
  title TEXT NOT NULL,
  due_on TEXT,
  due_at BIGINT,
  opened_at BIGINT,
  PRIMARY KEY (season_id, no)
);
-- Applications that go on to a stage. `told_at`: when they were invited to it, after which they are in it for good.
-- `submitted_at`: when they last submitted its form.
CREATE TABLE stage_entry (
  season_id TEXT NOT NULL REFERENCES season (id),
  application_id TEXT NOT NULL REFERENCES application (id),
  no BIGINT NOT NULL,
  by_id TEXT REFERENCES person (id),
  at BIGINT NOT NULL,
  told_at BIGINT,
  reminded_at BIGINT,
  submitted_at BIGINT,
  PRIMARY KEY (application_id, no)
);
CREATE INDEX stage_entry_season ON stage_entry (season_id, no);
CREATE INDEX stage_entry_by ON stage_entry (by_id);
CREATE INDEX decision_round_season ON decision_round (season_id);
CREATE INDEX selection_run_created ON selection_run (created_by);
-- Who reviews in a stage; where nobody is listed, everyone who reviews for the season does.
CREATE TABLE stage_reviewer (
  season_id TEXT NOT NULL REFERENCES season (id),
  no BIGINT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (season_id, no, person_id)
);
CREATE INDEX stage_reviewer_person ON stage_reviewer (person_id);
-- When and how someone talks with an applicant. `revision` is that of the entry in the applicant's calendar.
CREATE TABLE conversation (
  assignment_id TEXT PRIMARY KEY,
  starts_at BIGINT NOT NULL,
  minutes BIGINT NOT NULL,
  place TEXT NOT NULL,
  revision BIGINT NOT NULL,
  told_at BIGINT NOT NULL,
  canceled_at BIGINT
);
-- The form of a later stage is a draft of its own, which opens by a link.
ALTER TABLE draft ADD COLUMN stage BIGINT NOT NULL DEFAULT 1;
CREATE UNIQUE INDEX draft_stage ON draft (application_id, stage) WHERE stage > 1 AND changes_of IS NULL;
DROP VIEW draft_end;
CREATE VIEW draft_end AS
SELECT d.id AS id, d.saved_at AS saved_at, c.closes_at AS closes_at
FROM draft d
JOIN call c ON c.season_id = d.season_id
WHERE NOT EXISTS (
    -- Where people were invited to a stage, it ends with the last of them.
    SELECT 1
    FROM stage g
    WHERE g.season_id = d.season_id AND (g.opened_at > c.closes_at OR g.due_at > c.closes_at)
)
UNION ALL
SELECT d.id, d.saved_at, g.at
FROM draft d
JOIN call c ON c.season_id = d.season_id
JOIN (
    SELECT season_id AS season_id,
        MAX(CASE WHEN due_at > opened_at THEN due_at ELSE COALESCE(opened_at, due_at) END) AS at
    FROM stage
    WHERE opened_at IS NOT NULL OR due_at IS NOT NULL
    GROUP BY season_id
) g ON g.season_id = d.season_id AND g.at > c.closes_at;

-- What belongs to a stage is kept in tables called `stage_…`; views by the earlier names show the stage that choosing
-- is at.
DROP VIEW changed_since;
DROP VIEW shown_mean;
DROP VIEW read_mean;
CREATE TABLE stage_criterion (
  season_id TEXT NOT NULL REFERENCES season (id),
  stage BIGINT NOT NULL,
  key TEXT NOT NULL,
  position BIGINT NOT NULL,
  title TEXT NOT NULL,
  guidance TEXT NOT NULL,
  anchors TEXT NOT NULL,
  weight BIGINT NOT NULL,
  is_independent BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (season_id, stage, key)
);
INSERT INTO stage_criterion (season_id, stage, key, position, title, guidance, anchors, weight, is_independent)
SELECT season_id, 1, key, position, title, guidance, anchors, weight, is_independent FROM criterion;
DROP TABLE criterion;
CREATE TABLE stage_reading (
  season_id TEXT NOT NULL REFERENCES season (id),
  stage BIGINT NOT NULL,
  reads_each BIGINT NOT NULL,
  most_each BIGINT NOT NULL,
  wide_gap DOUBLE PRECISION NOT NULL,
  visible TEXT NOT NULL,
  due_on TEXT,
  remind_days BIGINT NOT NULL DEFAULT 3,
  opened_at BIGINT,
  closed_at BIGINT,
  PRIMARY KEY (season_id, stage)
);
INSERT INTO stage_reading (
  season_id, stage, reads_each, most_each, wide_gap, visible, due_on, remind_days, opened_at, closed_at
)
SELECT season_id, 1, reads_each, most_each, wide_gap, visible, due_on, remind_days, opened_at, closed_at FROM reading;
DROP TABLE reading;
CREATE TABLE stage_calibration (
  season_id TEXT NOT NULL REFERENCES season (id),
  stage BIGINT NOT NULL,
  application_id TEXT NOT NULL REFERENCES application (id),
  letter TEXT NOT NULL,
  PRIMARY KEY (season_id, stage, application_id)
);
INSERT INTO stage_calibration (season_id, stage, application_id, letter)
SELECT season_id, 1, application_id, letter FROM calibration;
DROP TABLE calibration;
-- `place` is its number on the reviewer's list of the stage, in random order.
CREATE TABLE stage_assignment (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  stage BIGINT NOT NULL,
  application_id TEXT NOT NULL REFERENCES application (id),
  reader_id TEXT NOT NULL REFERENCES person (id),
  place BIGINT NOT NULL,
  assigned_at BIGINT NOT NULL,
  skipped_at BIGINT,
  returned_at BIGINT,
  finished_at BIGINT,
  UNIQUE (application_id, stage, reader_id),
  UNIQUE (season_id, stage, reader_id, place)
);
INSERT INTO stage_assignment (
  id, season_id, stage, application_id, reader_id, place, assigned_at, skipped_at, returned_at, finished_at
)
SELECT id, season_id, 1, application_id, reader_id, place, assigned_at, skipped_at, returned_at, finished_at
FROM assignment;
DROP TABLE assignment;
CREATE INDEX stage_assignment_reader ON stage_assignment (reader_id, season_id);
ALTER TABLE read RENAME TO stage_read;
ALTER TABLE stage_read ADD COLUMN stage BIGINT NOT NULL DEFAULT 1;
ALTER TABLE read_note ADD COLUMN stage BIGINT NOT NULL DEFAULT 1;

CREATE VIEW criterion AS
SELECT c.season_id AS season_id, c.key AS key, c.position AS position, c.title AS title, c.guidance AS guidance,
    c.anchors AS anchors, c.weight AS weight, c.is_independent AS is_independent
FROM stage_criterion c
JOIN season n ON n.id = c.season_id AND n.stage = c.stage;
CREATE VIEW reading AS
SELECT g.season_id AS season_id, g.reads_each AS reads_each, g.most_each AS most_each, g.wide_gap AS wide_gap,
    g.visible AS visible, g.due_on AS due_on, g.remind_days AS remind_days, g.opened_at AS opened_at,
    g.closed_at AS closed_at
FROM stage_reading g
JOIN season n ON n.id = g.season_id AND n.stage = g.stage;
CREATE VIEW calibration AS
SELECT kc.season_id AS season_id, kc.application_id AS application_id, kc.letter AS letter
FROM stage_calibration kc
JOIN season n ON n.id = kc.season_id AND n.stage = kc.stage;
CREATE VIEW assignment AS
SELECT s.id AS id, s.season_id AS season_id, s.application_id AS application_id, s.reader_id AS reader_id,
    s.place AS place, s.assigned_at AS assigned_at, s.skipped_at AS skipped_at, s.returned_at AS returned_at,
    s.finished_at AS finished_at
FROM stage_assignment s
JOIN season n ON n.id = s.season_id AND n.stage = s.stage
-- What was withdrawn is reviewed by nobody.
WHERE s.finished_at IS NOT NULL
    OR NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.application_id = s.application_id);
CREATE VIEW read AS
SELECT r.id AS id, r.season_id AS season_id, r.application_id AS application_id, r.external_id AS external_id,
    r.reader AS reader, r.read_no AS read_no, r.submitted_at AS submitted_at, r.minutes AS minutes, r.state AS state,
    r.comment AS comment, r.reader_id AS reader_id
FROM stage_read r
JOIN season n ON n.id = r.season_id AND n.stage = r.stage;

-- The mean of each review that counts, of any stage: criteria by their weight, independent ones left out. Scores
-- without a criterion of the stage, as imports bring them, weigh 1.
CREATE VIEW stage_read_mean AS
SELECT r.id AS read_id, r.season_id AS season_id, r.stage AS stage, r.application_id AS application_id,
    r.reader AS reader, r.read_no AS read_no,
    SUM(CAST(s.score * COALESCE(c.weight, 1) AS DOUBLE PRECISION)) / SUM(COALESCE(c.weight, 1)) AS mean
FROM stage_read r
JOIN read_score s ON s.read_id = r.id
LEFT JOIN stage_criterion c ON c.season_id = r.season_id AND c.stage = r.stage AND c.key = s.criterion
WHERE r.state = 'counted' AND COALESCE(c.is_independent, 0) = 0
GROUP BY r.id, r.season_id, r.stage, r.application_id, r.reader, r.read_no;
CREATE VIEW read_mean AS
SELECT sm.read_id AS read_id, sm.season_id AS season_id, sm.application_id AS application_id, sm.reader AS reader,
    sm.read_no AS read_no, sm.mean AS mean
FROM stage_read_mean sm
JOIN season n ON n.id = sm.season_id AND n.stage = sm.stage;
-- The same for those who choose: nothing while reviews are open.
CREATE VIEW shown_mean AS
SELECT sm.read_id AS read_id, sm.season_id AS season_id, sm.application_id AS application_id, sm.reader AS reader,
    sm.read_no AS read_no, sm.mean AS mean
FROM read_mean sm
WHERE NOT EXISTS (
    SELECT 1
    FROM reading g
    WHERE g.season_id = sm.season_id AND g.opened_at IS NOT NULL AND g.closed_at IS NULL
);
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
-- Whether someone was chosen in a season: then nobody in its last stage waits any more.
CREATE VIEW season_choice AS
SELECT n.id AS season_id,
    CASE
        WHEN EXISTS (SELECT 1 FROM invitation i WHERE i.season_id = n.id)
            OR EXISTS (SELECT 1 FROM member m WHERE m.season_id = n.id)
            OR EXISTS (SELECT 1 FROM selection_run r WHERE r.season_id = n.id AND r.confirmed_at IS NOT NULL) THEN 1
        ELSE 0
        END AS is_made
FROM season n;
-- Where each application is: the last stage that it was invited to, whether that is the one choosing is at, and whether
-- its turn is not over: a further stage is planned, it was chosen for one and not invited yet, it came after a later
-- stage had begun, or the last stage is not reviewed and nobody is chosen.
CREATE VIEW application_stage AS
SELECT p.application_id AS application_id, p.season_id AS season_id, p.no AS no, p.is_current AS is_current,
    CASE
        WHEN p.stage = 1 AND p.last <= 1 THEN 0
        WHEN EXISTS (
            SELECT 1
            FROM stage_entry e
            WHERE e.application_id = p.application_id AND e.no >= p.stage AND e.told_at IS NULL
        ) THEN 1
        WHEN p.is_current = 0 THEN CASE WHEN p.submitted_at > p.began_at AND c.is_made = 0 THEN 1 ELSE 0 END
        WHEN p.last > p.stage THEN 1
        WHEN c.is_made = 1 THEN 0
        WHEN EXISTS (
            SELECT 1
            FROM stage_reading g
            WHERE g.season_id = p.season_id AND g.stage = p.stage AND g.closed_at IS NOT NULL
        ) THEN 0
        ELSE 1
        END AS is_waiting
FROM (
    SELECT a.id AS application_id, a.season_id AS season_id, a.submitted_at AS submitted_at, n.stage AS stage,
        COALESCE(
            (SELECT MAX(e.no) FROM stage_entry e WHERE e.application_id = a.id AND e.told_at IS NOT NULL), 1
        ) AS no,
        CASE
            WHEN n.stage = 1 THEN 1
            WHEN EXISTS (
                SELECT 1
                FROM stage_entry e
                WHERE e.application_id = a.id AND e.no = n.stage AND e.told_at IS NOT NULL
            ) THEN 1
            ELSE 0
            END AS is_current,
        COALESCE((SELECT MAX(f.no) FROM stage f WHERE f.season_id = n.id), 1) AS last,
        (SELECT f.opened_at FROM stage f WHERE f.season_id = n.id AND f.no = 2) AS began_at
    FROM application a
    JOIN season n ON n.id = a.season_id
) p
JOIN season_choice c ON c.season_id = p.season_id;
-- For lists: the mean of each review of the last stage that an application was in, nothing while those are open.
CREATE VIEW last_mean AS
SELECT sm.read_id AS read_id, sm.season_id AS season_id, sm.application_id AS application_id, sm.stage AS stage,
    sm.mean AS mean
FROM stage_read_mean sm
JOIN application_stage s ON s.application_id = sm.application_id AND s.no = sm.stage
WHERE NOT EXISTS (
    SELECT 1
    FROM stage_reading g
    WHERE g.season_id = sm.season_id AND g.stage = sm.stage AND g.opened_at IS NOT NULL AND g.closed_at IS NULL
);
-- Applications that can be reviewed in the stage that choosing is at: in it, and its form submitted, if it has one.
CREATE VIEW in_stage AS
SELECT a.id AS application_id, a.season_id AS season_id
FROM application a
JOIN season n ON n.id = a.season_id
WHERE n.stage = 1
    OR EXISTS (
        SELECT 1
        FROM stage_entry e
        JOIN stage g ON g.season_id = e.season_id AND g.no = e.no
        WHERE e.application_id = a.id
            AND e.no = n.stage
            AND e.told_at IS NOT NULL
            AND (g.kind = 'conversation' OR e.submitted_at IS NOT NULL)
    );
