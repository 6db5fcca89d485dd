-- How a home team works together, version by version. Sealed: the team alone reads it. Without a writer, who wrote it
-- was erased.
CREATE TABLE team_agreement (
  id TEXT PRIMARY KEY,
  team_id TEXT NOT NULL REFERENCES home_team (id),
  version BIGINT NOT NULL,
  words_sealed TEXT NOT NULL,
  writer_id TEXT REFERENCES person (id),
  at BIGINT NOT NULL,
  UNIQUE (team_id, version)
);
CREATE INDEX team_agreement_writer ON team_agreement (writer_id) WHERE writer_id IS NOT NULL;
-- Who agreed to which version.
CREATE TABLE team_agreement_yes (
  agreement_id TEXT NOT NULL REFERENCES team_agreement (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  at BIGINT NOT NULL,
  PRIMARY KEY (agreement_id, person_id)
);
CREATE INDEX team_agreement_yes_person ON team_agreement_yes (person_id);
-- Who went over a gathering that they missed, with whom of their home team, on which day. Attendance stays as it is.
-- Without a mate, that person was erased.
CREATE TABLE catch_up (
  gathering_id TEXT NOT NULL REFERENCES gathering (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  mate_id TEXT REFERENCES person (id),
  on_day TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (gathering_id, person_id)
);
CREATE INDEX catch_up_person ON catch_up (person_id);
CREATE INDEX catch_up_mate ON catch_up (mate_id) WHERE mate_id IS NOT NULL;
-- A gathering that took place: when it began and when it ended, in microseconds. Attendance of it is known.
CREATE VIEW held_gathering AS
SELECT g.id AS id, g.season_id AS season_id, g.number AS number, g.title_en AS title_en, g.title_es AS title_es,
  MIN(s.starts_at) AS starts_at, MAX(s.starts_at) AS last_at, MAX(s.starts_at + s.minutes * 60000000) AS ends_at
FROM gathering g
JOIN sitting s ON s.gathering_id = g.id AND s.removed_at IS NULL
WHERE g.published_at IS NOT NULL
  AND g.cancelled_at IS NULL
  AND EXISTS (SELECT 1 FROM attendance a WHERE a.gathering_id = g.id AND a.state = 'present')
GROUP BY g.id, g.season_id, g.number, g.title_en, g.title_es;
-- Which of these someone of a home team missed: they were of the cohort by then and nothing says that they came.
CREATE VIEW missed_gathering AS
SELECT i.team_id AS team_id, i.person_id AS person_id, was.id AS gathering_id, was.season_id AS season_id
FROM in_team i
JOIN member m ON m.season_id = i.season_id AND m.person_id = i.person_id AND m.left_at IS NULL
JOIN held_gathering was ON was.season_id = i.season_id AND was.last_at > m.joined_at
WHERE NOT EXISTS (SELECT 1 FROM attendance a WHERE a.gathering_id = was.id AND a.person_id = i.person_id);
