-- A poll of times: when a home team can meet. `zone` is where its times were written. Without a maker, who made it was
-- erased.
CREATE TABLE poll (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  team_id TEXT NOT NULL REFERENCES home_team (id),
  maker_id TEXT REFERENCES person (id),
  title TEXT NOT NULL,
  minutes BIGINT NOT NULL,
  -- Where or how they meet, empty where that was not said.
  place TEXT NOT NULL,
  zone TEXT NOT NULL,
  -- The last day to answer, and its end.
  answer_by_on TEXT,
  answer_by_at BIGINT,
  made_at BIGINT NOT NULL
);
CREATE INDEX poll_season ON poll (season_id);
CREATE INDEX poll_team ON poll (team_id);
CREATE INDEX poll_maker ON poll (maker_id) WHERE maker_id IS NOT NULL;
-- The times to choose from.
CREATE TABLE poll_option (
  id TEXT PRIMARY KEY,
  poll_id TEXT NOT NULL REFERENCES poll (id),
  starts_local TEXT NOT NULL,
  starts_at BIGINT NOT NULL,
  UNIQUE (poll_id, starts_at)
);
-- Who can come when.
CREATE TABLE poll_answer (
  option_id TEXT NOT NULL REFERENCES poll_option (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'if-needed', 'no')),
  at BIGINT NOT NULL,
  PRIMARY KEY (option_id, person_id)
);
CREATE INDEX poll_answer_person ON poll_answer (person_id);
-- The meeting that a poll ended in. `sequence` counts what calendars were told of it.
CREATE TABLE team_meeting (
  poll_id TEXT PRIMARY KEY REFERENCES poll (id),
  option_id TEXT NOT NULL REFERENCES poll_option (id),
  sequence BIGINT NOT NULL,
  by_id TEXT REFERENCES person (id),
  at BIGINT NOT NULL,
  canceled_at BIGINT
);
CREATE INDEX team_meeting_option ON team_meeting (option_id);
CREATE INDEX team_meeting_by ON team_meeting (by_id) WHERE by_id IS NOT NULL;
-- Who is in a home team now.
CREATE VIEW in_team AS
SELECT t.id AS team_id, t.season_id AS season_id, m.person_id AS person_id
FROM home_team t
JOIN home_team_member h ON h.team_id = t.id AND h.until IS NULL
JOIN member m ON m.id = h.member_id AND m.left_at IS NULL;
-- A poll with everything that is said of it. `last_at` is when the last of its times begins.
CREATE VIEW poll_told AS
SELECT p.id AS id, p.season_id AS season_id, s.slug AS season_slug, m.name AS program_name, p.team_id AS team_id,
  t.name AS team_name, p.maker_id AS maker_id,
  n.display_name AS maker_name, p.title AS title, p.minutes AS minutes, p.place AS place, p.zone AS zone,
  p.answer_by_on AS answer_by_on, p.answer_by_at AS answer_by_at, p.made_at AS made_at,
  (SELECT MAX(o.starts_at) FROM poll_option o WHERE o.poll_id = p.id) AS last_at, c.id AS option_id,
  c.starts_at AS starts_at, c.starts_local AS starts_local, COALESCE(g.sequence, 0) AS sequence,
  b.display_name AS by_name, g.at AS settled_at, g.canceled_at AS canceled_at,
  (SELECT COUNT(*) FROM in_team i WHERE i.team_id = p.team_id) AS people,
  (
    SELECT COUNT(*)
    FROM in_team i
    WHERE i.team_id = p.team_id
      AND EXISTS (
        SELECT 1
        FROM poll_answer a
        JOIN poll_option o ON o.id = a.option_id
        WHERE o.poll_id = p.id AND a.person_id = i.person_id
      )
  ) AS answered
FROM poll p
JOIN season s ON s.id = p.season_id
JOIN program m ON m.id = s.program_id
JOIN home_team t ON t.id = p.team_id
LEFT JOIN person n ON n.id = p.maker_id
LEFT JOIN team_meeting g ON g.poll_id = p.id
LEFT JOIN poll_option c ON c.id = g.option_id
LEFT JOIN person b ON b.id = g.by_id;
