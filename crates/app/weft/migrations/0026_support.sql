-- A letter of which nothing is left once it has been sent or given up.
ALTER TABLE outbox ADD COLUMN is_traceless BIGINT NOT NULL DEFAULT 0;
-- Where people of a program find support: what the program wrote, in its order. Without a state it is for everywhere.
-- Texts may be empty in one language or both. What was removed can be put back.
CREATE TABLE support_line (
  id TEXT PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program (id),
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  -- The postal abbreviation of a state or territory.
  state TEXT NOT NULL,
  phone TEXT NOT NULL,
  text_to TEXT NOT NULL,
  -- The word that begins a conversation by text message, in each language.
  word_en TEXT NOT NULL,
  word_es TEXT NOT NULL,
  url TEXT NOT NULL,
  languages TEXT NOT NULL,
  hours_en TEXT NOT NULL,
  hours_es TEXT NOT NULL,
  note_en TEXT NOT NULL,
  note_es TEXT NOT NULL,
  -- Which of our suggestions it began as.
  suggested TEXT NOT NULL CHECK (suggested IN ('', 'lifeline', 'text-line', 'emergency')),
  changed_at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX support_line_program ON support_line (program_id, position);
CREATE UNIQUE INDEX support_line_suggested ON support_line (program_id, suggested)
WHERE suggested <> '' AND removed_at IS NULL;
-- The one person whom someone of the cohort can ask to get in touch. They are asked before, and may say no at any time.
-- Without a helper, that person was erased.
CREATE TABLE support_person (
  season_id TEXT NOT NULL REFERENCES season (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  helper_id TEXT REFERENCES person (id),
  state TEXT NOT NULL CHECK (state IN ('asked', 'yes', 'no')),
  asked_at BIGINT NOT NULL,
  answered_at BIGINT,
  PRIMARY KEY (season_id, person_id)
);
CREATE INDEX support_person_person ON support_person (person_id);
CREATE INDEX support_person_helper ON support_person (helper_id) WHERE helper_id IS NOT NULL;
-- Whom someone of the cohort may pick: their home team, their coach, who leads and facilitates, and everyone else in
-- it. Someone may be there for several reasons, `near` is lowest for the nearest.
CREATE VIEW support_choice AS
SELECT m.season_id AS season_id, m.person_id AS person_id, t.mate_id AS helper_id, 1 AS near
FROM member m
JOIN team_mate t ON t.season_id = m.season_id AND t.person_id = m.person_id AND t.mate_id <> m.person_id
WHERE m.left_at IS NULL
UNION
SELECT m.season_id, m.person_id, c.coach_id, 2
FROM member m
JOIN coaching_pair c ON c.season_id = m.season_id AND c.member_id = m.person_id AND c.ended_at IS NULL
WHERE m.left_at IS NULL AND c.coach_id IS NOT NULL
UNION
SELECT m.season_id, m.person_id, r.person_id, 3
FROM member m
JOIN role r ON r.season_id = m.season_id AND r.until IS NULL AND r.person_id <> m.person_id
WHERE m.left_at IS NULL AND r.role IN ('program-lead', 'co-lead', 'facilitator')
UNION
SELECT m.season_id, m.person_id, o.person_id, 4
FROM member m
JOIN member o ON o.season_id = m.season_id AND o.left_at IS NULL AND o.person_id <> m.person_id
WHERE m.left_at IS NULL;
