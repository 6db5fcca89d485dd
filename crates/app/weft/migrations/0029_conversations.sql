-- Conversations of a season: topics in places, each with its messages. A place is the whole cohort, a home team or a
-- space; its id is that of the season, the team or the space.
CREATE TABLE topic (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  place TEXT NOT NULL CHECK (place IN ('cohort', 'team', 'space')),
  place_id TEXT NOT NULL,
  title TEXT NOT NULL,
  -- The title without accents and capitals.
  title_key TEXT NOT NULL,
  -- Nobody where whoever began it was erased.
  starter_id TEXT REFERENCES person (id),
  at BIGINT NOT NULL,
  -- How many messages there ever were: the number of the newest.
  messages BIGINT NOT NULL,
  last_at BIGINT NOT NULL,
  -- Counts everything that changes what is read in it, for pages that follow.
  changes BIGINT NOT NULL,
  pinned_at BIGINT,
  closed_at BIGINT
);
CREATE INDEX topic_place ON topic (place_id, last_at);
CREATE INDEX topic_season ON topic (season_id);
CREATE INDEX topic_starter ON topic (starter_id) WHERE starter_id IS NOT NULL;
-- `n` counts within the topic. A removed one keeps its text for a quarter of an hour, for whoever removed it by
-- mistake.
CREATE TABLE message (
  topic_id TEXT NOT NULL REFERENCES topic (id),
  n BIGINT NOT NULL,
  person_id TEXT REFERENCES person (id),
  text TEXT NOT NULL,
  -- The text without accents and capitals.
  search_key TEXT NOT NULL,
  -- The names after @ in it that stand for someone, as they were written: JSON.
  mentioned TEXT NOT NULL,
  at BIGINT NOT NULL,
  edited_at BIGINT,
  removed_at BIGINT,
  remover_id TEXT REFERENCES person (id),
  -- When its text was emptied and its files deleted: nobody can put it back any more.
  emptied_at BIGINT,
  -- By which email it came, as a hash.
  mail_hash TEXT,
  PRIMARY KEY (topic_id, n)
);
CREATE INDEX message_person ON message (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX message_remover ON message (remover_id) WHERE remover_id IS NOT NULL;
CREATE INDEX message_removed ON message (removed_at) WHERE removed_at IS NOT NULL AND emptied_at IS NULL;
CREATE UNIQUE INDEX message_mail ON message (mail_hash) WHERE mail_hash IS NOT NULL;
CREATE TABLE mention (
  topic_id TEXT NOT NULL,
  n BIGINT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (topic_id, n, person_id),
  FOREIGN KEY (topic_id, n) REFERENCES message (topic_id, n)
);
CREATE INDEX mention_person ON mention (person_id);
-- A cleaned picture or document of a message. Its file goes with the next sweep once it is gone.
CREATE TABLE message_file (
  id TEXT PRIMARY KEY,
  topic_id TEXT NOT NULL,
  n BIGINT NOT NULL,
  media TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  -- What it is called, and what is to be seen.
  name TEXT NOT NULL,
  about TEXT NOT NULL,
  FOREIGN KEY (topic_id, n) REFERENCES message (topic_id, n)
);
CREATE INDEX message_file_message ON message_file (topic_id, n);
-- How far someone has read a topic, and of how much they were told by email. The key is what their answers by email
-- are addressed with: sealed, and as a hash.
CREATE TABLE topic_read (
  topic_id TEXT NOT NULL REFERENCES topic (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  n BIGINT NOT NULL,
  told BIGINT NOT NULL,
  key_sealed TEXT,
  key_hash TEXT UNIQUE,
  -- Of the link that ends emails, from which the key does not follow.
  stop_hash TEXT UNIQUE,
  PRIMARY KEY (topic_id, person_id)
);
CREATE INDEX topic_read_person ON topic_read (person_id);
-- What someone hears of a place by email, where they chose.
CREATE TABLE place_choice (
  place_id TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  how TEXT NOT NULL CHECK (how IN ('each', 'daily', 'none')),
  PRIMARY KEY (place_id, person_id)
);
CREATE INDEX place_choice_person ON place_choice (person_id);
-- When someone wants no email about conversations, in minutes of their own day, and the last day whose digest they got.
CREATE TABLE quiet_hours (
  person_id TEXT PRIMARY KEY REFERENCES person (id),
  from_minute BIGINT,
  to_minute BIGINT,
  digest_on TEXT
);
-- Since when a home team lets those who lead and facilitate the season read what it writes from then on.
CREATE TABLE team_staff (
  team_id TEXT PRIMARY KEY REFERENCES home_team (id),
  since BIGINT NOT NULL,
  by_id TEXT REFERENCES person (id)
);
CREATE INDEX team_staff_by ON team_staff (by_id) WHERE by_id IS NOT NULL;
-- For how many days after the end of a season its conversations are kept, where its leads chose.
CREATE TABLE conversation_terms (
  season_id TEXT PRIMARY KEY REFERENCES season (id),
  keep_days BIGINT NOT NULL
);
-- Who is in which place, once each, and since when: topics that are older belong to those who were there. Staff are
-- there by a role, which counts with two factors, where they are not by anything else; in a home team while somebody is
-- in it.
CREATE VIEW place_reader AS
SELECT seat.season_id AS season_id, 'cohort' AS place, seat.season_id AS place_id, seat.person_id AS person_id,
  CAST(0 AS BIGINT) AS since, CAST(0 AS BIGINT) AS is_staff
FROM member seat
WHERE seat.left_at IS NULL
UNION ALL
SELECT r.season_id, 'cohort', r.season_id, r.person_id, CAST(0 AS BIGINT), CAST(1 AS BIGINT)
FROM role r
WHERE r.season_id IS NOT NULL
  AND r.until IS NULL
  AND r.role = (
    SELECT MIN(o.role)
    FROM role o
    WHERE o.person_id = r.person_id
      AND o.season_id = r.season_id
      AND o.until IS NULL
      AND o.role IN ('program-lead', 'co-lead', 'facilitator')
  )
  AND NOT EXISTS (
    SELECT 1
    FROM member seat
    WHERE seat.season_id = r.season_id AND seat.person_id = r.person_id AND seat.left_at IS NULL
  )
UNION ALL
SELECT t.season_id, 'team', t.id, seat.person_id, mate.since, CAST(0 AS BIGINT)
FROM home_team t
JOIN home_team_member mate ON mate.team_id = t.id AND mate.until IS NULL
JOIN member seat ON seat.id = mate.member_id AND seat.left_at IS NULL
UNION ALL
SELECT t.season_id, 'team', t.id, r.person_id, w.since, CAST(1 AS BIGINT)
FROM team_staff w
JOIN home_team t ON t.id = w.team_id
JOIN role r ON r.season_id = t.season_id AND r.until IS NULL
WHERE r.role = (
    SELECT MIN(o.role)
    FROM role o
    WHERE o.person_id = r.person_id
      AND o.season_id = r.season_id
      AND o.until IS NULL
      AND o.role IN ('program-lead', 'co-lead', 'facilitator')
  )
  AND EXISTS (SELECT 1 FROM in_team i WHERE i.team_id = t.id)
  AND NOT EXISTS (SELECT 1 FROM in_team i WHERE i.team_id = t.id AND i.person_id = r.person_id)
UNION ALL
SELECT x.season_id, 'space', x.id, inside.person_id, CAST(0 AS BIGINT), CAST(0 AS BIGINT)
FROM space x
JOIN space_member inside ON inside.space_id = x.id AND inside.state = 'in'
WHERE x.closed_at IS NULL;
-- Who reads which topic now, once each.
CREATE VIEW topic_reader AS
SELECT t.id AS topic_id, r.person_id AS person_id, r.is_staff AS is_staff
FROM topic t
JOIN place_reader r ON r.place_id = t.place_id AND r.since <= t.at;
-- What was written in spaces goes on as a topic of each.
INSERT INTO topic (
  id, season_id, place, place_id, title, title_key, starter_id, at, messages, last_at, changes
)
SELECT s.id, s.season_id, 'space', s.id, s.name, LOWER(s.name),
  (SELECT w.person_id FROM space_word w WHERE w.space_id = s.id ORDER BY w.at, w.id LIMIT 1), s.at,
  (SELECT COUNT(*) FROM space_word w WHERE w.space_id = s.id),
  (SELECT MAX(w.at) FROM space_word w WHERE w.space_id = s.id), 1
FROM space s
WHERE s.closed_at IS NULL AND EXISTS (SELECT 1 FROM space_word w WHERE w.space_id = s.id);
INSERT INTO message (topic_id, n, person_id, text, search_key, mentioned, at)
SELECT w.space_id,
  (
    SELECT COUNT(*)
    FROM space_word o
    WHERE o.space_id = w.space_id AND (o.at < w.at OR (o.at = w.at AND o.id <= w.id))
  ), w.person_id, w.text, LOWER(w.text), '[]', w.at
FROM space_word w
JOIN topic t ON t.id = w.space_id;
-- Everyone has read what was there.
INSERT INTO topic_read (topic_id, person_id, n, told)
SELECT t.id, k.person_id, t.messages, t.messages
FROM topic t
JOIN space_member k ON k.space_id = t.place_id AND k.state = 'in';
DROP TABLE space_word;
CREATE INDEX space_member_person ON space_member (person_id);
