-- A card may be a protocol of a peer consult, whose prompts are its steps. What points at cards is made anew with them.
CREATE TABLE card_was AS SELECT * FROM card;
CREATE TABLE card_tag_was AS SELECT * FROM card_tag;
CREATE TABLE reflection_was AS SELECT * FROM reflection;
CREATE TABLE gathering_card_was AS SELECT * FROM gathering_card;
DROP TABLE card_tag;
DROP TABLE reflection;
DROP TABLE gathering_card;
DROP TABLE card;
-- What a program works with: frameworks, practices, modules, handouts, worksheets, protocols. `number` counts within the
-- program and stands in addresses; `prompts` are asked line by line, `list` names a list of the program that is asked
-- through. Of a protocol each line of `prompts` is a step.
CREATE TABLE card (
  id TEXT PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program (id),
  number BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('practice', 'framework', 'module', 'handout', 'worksheet', 'protocol')),
  title_en TEXT NOT NULL,
  title_es TEXT NOT NULL,
  text_en TEXT NOT NULL,
  text_es TEXT NOT NULL,
  minutes BIGINT,
  posture TEXT NOT NULL CHECK (posture IN ('', 'any', 'seated', 'standing', 'lying', 'moving')),
  eyes TEXT NOT NULL CHECK (eyes IN ('', 'either', 'open')),
  care_en TEXT NOT NULL,
  care_es TEXT NOT NULL,
  support_en TEXT NOT NULL,
  support_es TEXT NOT NULL,
  prompts_en TEXT NOT NULL,
  prompts_es TEXT NOT NULL,
  list TEXT NOT NULL CHECK (list IN ('', 'skills', 'topics', 'ecosystem')),
  origin TEXT NOT NULL,
  source_url TEXT NOT NULL,
  licence TEXT NOT NULL CHECK (licence IN (
    '', 'own', 'public-domain', 'cc0', 'cc-by', 'cc-by-sa', 'cc-by-nc', 'cc-by-nc-sa', 'permission', 'linked'
  )),
  permission TEXT NOT NULL,
  stays_inside BIGINT NOT NULL,
  recording_url TEXT NOT NULL,
  transcript TEXT NOT NULL,
  made_by TEXT REFERENCES person (id),
  made_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  published_at BIGINT,
  removed_at BIGINT,
  UNIQUE (program_id, number)
);
INSERT INTO card (
  id, program_id, number, kind, title_en, title_es, text_en, text_es, minutes, posture, eyes, care_en, care_es,
  support_en, support_es, prompts_en, prompts_es, list, origin, source_url, licence, permission, stays_inside,
  recording_url, transcript, made_by, made_at, changed_at, published_at, removed_at
)
SELECT id, program_id, number, kind, title_en, title_es, text_en, text_es, minutes, posture, eyes, care_en, care_es,
  support_en, support_es, prompts_en, prompts_es, list, origin, source_url, licence, permission, stays_inside,
  recording_url, transcript, made_by, made_at, changed_at, published_at, removed_at
FROM card_was;
DROP TABLE card_was;
CREATE TABLE card_tag (
  card_id TEXT NOT NULL REFERENCES card (id),
  list TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (card_id, list, value)
);
INSERT INTO card_tag (card_id, list, value) SELECT card_id, list, value FROM card_tag_was;
DROP TABLE card_tag_was;
-- What someone wrote on a worksheet, for themselves alone: questions and words as they were, as JSON.
CREATE TABLE reflection (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  card_id TEXT NOT NULL REFERENCES card (id),
  answers TEXT NOT NULL,
  at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL
);
INSERT INTO reflection (id, person_id, card_id, answers, at, changed_at)
SELECT id, person_id, card_id, answers, at, changed_at FROM reflection_was;
DROP TABLE reflection_was;
CREATE INDEX reflection_person ON reflection (person_id, card_id, at);
-- Which cards a gathering works with, in their order.
CREATE TABLE gathering_card (
  gathering_id TEXT NOT NULL REFERENCES gathering (id),
  card_id TEXT NOT NULL REFERENCES card (id),
  position BIGINT NOT NULL,
  PRIMARY KEY (gathering_id, card_id)
);
INSERT INTO gathering_card (gathering_id, card_id, position)
SELECT gathering_id, card_id, position FROM gathering_card_was;
DROP TABLE gathering_card_was;
CREATE INDEX gathering_card_card ON gathering_card (card_id);
-- What someone brings to others for a peer consult: to their home team, or to the whole cohort where there is no team.
-- Once it ended, nothing remains of it but day, team, client and protocol, and what the client keeps. Without a client,
-- they were erased.
CREATE TABLE consult (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  team_id TEXT REFERENCES home_team (id),
  client_id TEXT REFERENCES person (id),
  -- Title, question and what else there is to know, sealed. Everyone who takes part reads them until the end, then the
  -- client alone, until they are deleted.
  words_sealed TEXT,
  asked_at BIGINT NOT NULL,
  -- For the whole cohort: when, by whose clock, where, and how many can come. `taken` counts those who come.
  starts_local TEXT,
  starts_at BIGINT,
  zone TEXT NOT NULL,
  place TEXT NOT NULL,
  seats BIGINT NOT NULL,
  taken BIGINT NOT NULL CHECK (taken >= 0 AND taken <= seats),
  -- The name of the protocol in both languages, and while it goes on its steps, as JSON.
  protocol_en TEXT NOT NULL,
  protocol_es TEXT NOT NULL,
  minutes BIGINT NOT NULL,
  steps TEXT,
  -- Who keeps time while it goes on.
  keeper_id TEXT REFERENCES person (id),
  begun_at BIGINT,
  ended_at BIGINT,
  -- What the client keeps of it for themselves, sealed.
  note_sealed TEXT
);
CREATE INDEX consult_season ON consult (season_id);
CREATE INDEX consult_client ON consult (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX consult_keeper ON consult (keeper_id) WHERE keeper_id IS NOT NULL;
-- A team is in one consult at a time.
CREATE UNIQUE INDEX consult_on ON consult (team_id) WHERE begun_at IS NOT NULL AND ended_at IS NULL;
CREATE INDEX consult_team ON consult (team_id) WHERE team_id IS NOT NULL;
-- How one goes on, press by press, without who pressed. Gone when it ends.
CREATE TABLE consult_step (
  consult_id TEXT NOT NULL REFERENCES consult (id),
  n BIGINT NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('begin', 'next', 'back', 'more', 'end')),
  step TEXT,
  at BIGINT NOT NULL,
  PRIMARY KEY (consult_id, n)
);
-- Who comes to one that is open to the cohort. Gone when it ends.
CREATE TABLE consult_seat (
  consult_id TEXT NOT NULL REFERENCES consult (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  at BIGINT NOT NULL,
  PRIMARY KEY (consult_id, person_id)
);
CREATE INDEX consult_seat_person ON consult_seat (person_id);
-- When someone is taken: gatherings, meetings of their home team, and open consults that they bring or come to.
DROP VIEW engaged;
CREATE VIEW engaged AS
SELECT h.person_id AS person_id, s.starts_at AS starts_at, s.starts_at + s.minutes * 60000000 AS ends_at
FROM hosting h
JOIN gathering g ON g.season_id = h.season_id AND g.published_at IS NOT NULL AND g.cancelled_at IS NULL
JOIN sitting s ON s.gathering_id = g.id AND s.removed_at IS NULL
UNION
SELECT k.person_id, s.starts_at, s.starts_at + s.minutes * 60000000
FROM taking_part k
JOIN gathering g ON g.season_id = k.season_id AND g.published_at IS NOT NULL AND g.cancelled_at IS NULL
JOIN sitting s ON s.gathering_id = g.id AND s.removed_at IS NULL
WHERE (
    SELECT COUNT(*)
    FROM sitting o
    WHERE o.gathering_id = g.id AND o.part = s.part AND o.removed_at IS NULL
  ) = 1
  OR EXISTS (
    SELECT 1
    FROM sitting_place p
    WHERE p.sitting_id = s.id AND p.person_id = k.person_id AND p.state = 'held'
  )
UNION
SELECT i.person_id, o.starts_at, o.starts_at + p.minutes * 60000000
FROM team_meeting g
JOIN poll p ON p.id = g.poll_id
JOIN poll_option o ON o.id = g.option_id
JOIN in_team i ON i.team_id = p.team_id
WHERE g.canceled_at IS NULL
UNION
SELECT c.client_id, c.starts_at, c.starts_at + c.minutes * 60000000
FROM consult c
WHERE c.client_id IS NOT NULL AND c.starts_at IS NOT NULL AND c.ended_at IS NULL
UNION
SELECT v.person_id, c.starts_at, c.starts_at + c.minutes * 60000000
FROM consult_seat v
JOIN consult c ON c.id = v.consult_id
WHERE c.starts_at IS NOT NULL AND c.ended_at IS NULL;
-- A consult with its names. `last_at` is when the client was one before, in the same home team.
CREATE VIEW consult_told AS
SELECT c.id AS id, c.season_id AS season_id, s.slug AS season_slug, m.name AS program_name, c.team_id AS team_id,
  t.name AS team_name, c.client_id AS client_id, n.display_name AS client_name, c.words_sealed AS words_sealed,
  c.asked_at AS asked_at, c.starts_local AS starts_local, c.starts_at AS starts_at, c.zone AS zone, c.place AS place,
  c.seats AS seats, c.taken AS taken, c.protocol_en AS protocol_en, c.protocol_es AS protocol_es,
  c.minutes AS minutes, c.steps AS steps, c.keeper_id AS keeper_id, b.display_name AS keeper_name,
  c.begun_at AS begun_at, c.ended_at AS ended_at, c.note_sealed AS note_sealed,
  (
    SELECT MAX(o.begun_at)
    FROM consult o
    WHERE o.team_id = c.team_id AND o.client_id = c.client_id AND o.ended_at IS NOT NULL AND o.id <> c.id
  ) AS last_at,
  CASE
    WHEN EXISTS (SELECT 1 FROM in_team i WHERE i.team_id = c.team_id AND i.person_id = c.client_id) THEN 1
    WHEN c.team_id IS NULL
      AND EXISTS (SELECT 1 FROM taking_part k WHERE k.season_id = c.season_id AND k.person_id = c.client_id) THEN 1
    ELSE 0
  END AS is_client_there
FROM consult c
JOIN season s ON s.id = c.season_id
JOIN program m ON m.id = s.program_id
LEFT JOIN home_team t ON t.id = c.team_id
LEFT JOIN person n ON n.id = c.client_id
LEFT JOIN person b ON b.id = c.keeper_id;
