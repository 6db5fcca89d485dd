-- Whether a coach shows their photo to those who read their profile.
ALTER TABLE coach ADD COLUMN shows_photo BIGINT NOT NULL DEFAULT 0 CHECK (shows_photo BETWEEN 0 AND 1);
-- What members can say that their coaching was about. One that is no longer offered stays for those who share it.
CREATE TABLE coaching_theme (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES coaching (season_id),
  place BIGINT NOT NULL,
  name_en TEXT NOT NULL,
  name_es TEXT NOT NULL,
  is_offered BIGINT NOT NULL CHECK (is_offered BETWEEN 0 AND 1),
  -- How many chose it when people were counted last.
  chosen BIGINT NOT NULL
);
CREATE INDEX coaching_theme_season ON coaching_theme (season_id);
-- How many people were counted, and how many of them have taken their themes back since.
CREATE TABLE coaching_theme_count (
  season_id TEXT PRIMARY KEY REFERENCES coaching (season_id),
  people BIGINT NOT NULL,
  gone BIGINT NOT NULL
);
-- Which themes someone of the cohort shares, sealed, and whether they are in the last count.
CREATE TABLE coaching_theme_share (
  season_id TEXT NOT NULL REFERENCES coaching (season_id),
  person_id TEXT NOT NULL REFERENCES person (id),
  themes_sealed TEXT NOT NULL,
  is_counted BIGINT NOT NULL CHECK (is_counted BETWEEN 0 AND 1),
  PRIMARY KEY (season_id, person_id)
);
CREATE INDEX coaching_theme_share_person ON coaching_theme_share (person_id);
-- When members are asked how coaching goes. Their answers have no name: anonymous_answer, by its id.
CREATE TABLE coaching_round (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES coaching (season_id),
  opened_at BIGINT NOT NULL,
  closes_at BIGINT NOT NULL
);
CREATE INDEX coaching_round_season ON coaching_round (season_id);
-- What people of coaching groups accept, each version as it was written.
CREATE TABLE coaching_group_text (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES coaching (season_id),
  version BIGINT NOT NULL,
  text_en TEXT NOT NULL,
  text_es TEXT NOT NULL,
  at BIGINT NOT NULL,
  UNIQUE (season_id, version)
);
-- A coach and several of the cohort.
CREATE TABLE coaching_group (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES coaching (season_id),
  coach_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  seats BIGINT NOT NULL CHECK (seats BETWEEN 2 AND 24),
  made_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX coaching_group_season ON coaching_group (season_id);
CREATE INDEX coaching_group_coach ON coaching_group (coach_id) WHERE coach_id IS NOT NULL;
-- Who is in a group, and which text they have accepted.
CREATE TABLE coaching_group_member (
  group_id TEXT NOT NULL REFERENCES coaching_group (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  joined_at BIGINT NOT NULL,
  text_id TEXT REFERENCES coaching_group_text (id),
  accepted_at BIGINT,
  PRIMARY KEY (group_id, person_id)
);
CREATE INDEX coaching_group_member_person ON coaching_group_member (person_id);
CREATE INDEX coaching_group_member_text ON coaching_group_member (text_id) WHERE text_id IS NOT NULL;
-- A session of a group: when, how it is met, sealed, and how many came. Who came is not kept.
CREATE TABLE coaching_group_session (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES coaching_group (id),
  starts_local TEXT NOT NULL,
  starts_at BIGINT NOT NULL,
  zone TEXT NOT NULL,
  minutes BIGINT NOT NULL CHECK (minutes BETWEEN 15 AND 240),
  place_sealed TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  canceled_at BIGINT,
  became TEXT CHECK (became IN ('held', 'missed')),
  came BIGINT NOT NULL
);
CREATE INDEX coaching_group_session_group ON coaching_group_session (group_id, starts_at);
-- A group with its names, and how many have accepted the text there is now.
CREATE VIEW coaching_group_told AS
SELECT g.id AS id, g.season_id AS season_id, s.slug AS season_slug, m.name AS program_name, s.zone AS season_zone,
  g.coach_id AS coach_id, c.display_name AS coach_name, g.name AS name, g.seats AS seats, g.made_at AS made_at,
  g.ended_at AS ended_at, x.id AS text_id,
  (SELECT COUNT(*) FROM coaching_group_member joined WHERE joined.group_id = g.id) AS people,
  (SELECT COUNT(*) FROM coaching_group_member joined WHERE joined.group_id = g.id AND joined.text_id = x.id) AS accepted
FROM coaching_group g
JOIN season s ON s.id = g.season_id
JOIN program m ON m.id = s.program_id
JOIN coaching_group_text x ON x.season_id = g.season_id
  AND x.version = (SELECT MAX(o.version) FROM coaching_group_text o WHERE o.season_id = g.season_id)
LEFT JOIN person c ON c.id = g.coach_id;
-- When someone is taken: gatherings, meetings of their home team, open consults that they bring or come to, and
-- sessions of their coaching groups.
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
WHERE c.starts_at IS NOT NULL AND c.ended_at IS NULL
UNION
SELECT g.coach_id, x.starts_at, x.starts_at + x.minutes * 60000000
FROM coaching_group_session x
JOIN coaching_group g ON g.id = x.group_id
WHERE g.coach_id IS NOT NULL AND g.ended_at IS NULL AND x.canceled_at IS NULL
UNION
SELECT joined.person_id, x.starts_at, x.starts_at + x.minutes * 60000000
FROM coaching_group_session x
JOIN coaching_group g ON g.id = x.group_id
JOIN coaching_group_member joined ON joined.group_id = g.id
WHERE g.ended_at IS NULL AND x.canceled_at IS NULL;
-- A first talk before anyone is paired: with how many coaches someone can have one, none where 0, and its minutes.
ALTER TABLE coaching ADD COLUMN talks BIGINT NOT NULL DEFAULT 0 CHECK (talks BETWEEN 0 AND 5);
ALTER TABLE coaching ADD COLUMN talk_minutes BIGINT NOT NULL DEFAULT 20 CHECK (
  talk_minutes BETWEEN 10 AND 60 AND talk_minutes % 5 = 0
);
-- Whether an appointment is one.
ALTER TABLE appointment ADD COLUMN is_first BIGINT NOT NULL DEFAULT 0 CHECK (is_first BETWEEN 0 AND 1);
CREATE INDEX appointment_first ON appointment (season_id) WHERE is_first = 1;
