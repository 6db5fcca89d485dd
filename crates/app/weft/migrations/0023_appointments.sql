-- Someone of a season's team who takes appointments there, and on which terms.
CREATE TABLE appointment_host (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  is_open BIGINT NOT NULL CHECK (is_open BETWEEN 0 AND 1),
  -- The hours below are wall time of this zone.
  zone TEXT NOT NULL,
  minutes BIGINT NOT NULL CHECK (minutes BETWEEN 10 AND 240 AND minutes % 5 = 0),
  -- Minutes from one possible start to the next, and those that stay free before and after.
  step BIGINT NOT NULL CHECK (step BETWEEN 15 AND 60),
  pause BIGINT NOT NULL CHECK (pause BETWEEN 0 AND 120 AND pause % 5 = 0),
  -- Hours before the start until which one can book, and days ahead.
  notice BIGINT NOT NULL CHECK (notice BETWEEN 0 AND 336),
  horizon BIGINT NOT NULL CHECK (horizon BETWEEN 1 AND 90),
  per_day BIGINT CHECK (per_day > 0),
  per_week BIGINT CHECK (per_week > 0),
  -- How many appointments one person may have ahead with them.
  per_person BIGINT NOT NULL CHECK (per_person > 0),
  -- Hours before the start until which an appointment can be moved. One canceled later is late.
  change_until BIGINT NOT NULL CHECK (change_until BETWEEN 0 AND 168),
  place TEXT NOT NULL,
  about TEXT NOT NULL,
  changed_at BIGINT NOT NULL,
  UNIQUE (season_id, person_id)
);
CREATE INDEX appointment_host_person ON appointment_host (person_id);
-- When appointments can begin and must end: on a weekday from 1, Monday, to 7, or on one day instead of its weekday.
-- A day with no minutes is a day off.
CREATE TABLE appointment_hours (
  host_id TEXT NOT NULL REFERENCES appointment_host (id),
  day TEXT NOT NULL,
  from_minute BIGINT NOT NULL CHECK (from_minute BETWEEN 0 AND 1435 AND from_minute % 5 = 0),
  to_minute BIGINT NOT NULL CHECK (to_minute BETWEEN from_minute AND 1440 AND to_minute % 5 = 0),
  PRIMARY KEY (host_id, day, from_minute)
);
-- One person meets another. Whoever was erased is no longer named, until the other was told.
CREATE TABLE appointment (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  host_id TEXT REFERENCES person (id),
  guest_id TEXT REFERENCES person (id),
  starts_at BIGINT NOT NULL,
  minutes BIGINT NOT NULL,
  -- Wall time of the host is what calendars are told.
  zone TEXT NOT NULL,
  place TEXT NOT NULL,
  change_until BIGINT NOT NULL,
  -- What the guest wants to talk about, for these two alone.
  note_sealed TEXT,
  sequence BIGINT NOT NULL,
  moves BIGINT NOT NULL,
  booked_at BIGINT NOT NULL,
  canceled_at BIGINT,
  canceled_by TEXT CHECK (canceled_by IN ('host', 'guest', 'nobody')),
  reminded_at BIGINT
);
CREATE INDEX appointment_season ON appointment (season_id);
CREATE INDEX appointment_of_host ON appointment (host_id, starts_at);
CREATE INDEX appointment_of_guest ON appointment (guest_id, starts_at);
CREATE INDEX appointment_ahead ON appointment (starts_at) WHERE canceled_at IS NULL;
-- Five minutes of someone's time: nobody has the same five minutes for two appointments.
CREATE TABLE appointment_cell (
  person_id TEXT NOT NULL REFERENCES person (id),
  cell BIGINT NOT NULL,
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  PRIMARY KEY (person_id, cell)
);
CREATE INDEX appointment_cell_appointment ON appointment_cell (appointment_id);
-- Links with which a guest moves or cancels from an email. They open that one appointment and prove nothing.
CREATE TABLE appointment_key (
  token_hash TEXT PRIMARY KEY,
  appointment_id TEXT NOT NULL REFERENCES appointment (id),
  made_at BIGINT NOT NULL
);
CREATE INDEX appointment_key_appointment ON appointment_key (appointment_id);
-- Who can take appointments in a season now: the team's people who are there for its members.
CREATE VIEW hosting AS
SELECT r.season_id AS season_id, r.person_id AS person_id
FROM role r
WHERE r.until IS NULL AND r.role IN ('program-lead', 'co-lead', 'facilitator', 'coach')
GROUP BY r.season_id, r.person_id;
CREATE INDEX sitting_place_person ON sitting_place (person_id);
-- When someone is at a gathering or a meeting of their home team. Of gatherings all of them for those who run them. For
-- those who take part, those that they need not choose and those that they chose.
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
WHERE g.canceled_at IS NULL;
-- An appointment with the names of the two who have it.
CREATE VIEW appointment_told AS
SELECT a.id AS id, a.season_id AS season_id, a.host_id AS host_id, a.guest_id AS guest_id,
  h.display_name AS host_name, g.display_name AS guest_name, a.starts_at AS starts_at, a.minutes AS minutes,
  a.zone AS zone, a.place AS place, a.change_until AS change_until, a.note_sealed AS note_sealed,
  a.sequence AS sequence, a.moves AS moves, a.booked_at AS booked_at, a.canceled_at AS canceled_at,
  a.canceled_by AS canceled_by
FROM appointment a
LEFT JOIN person h ON h.id = a.host_id
LEFT JOIN person g ON g.id = a.guest_id;
-- Each of the two with the other's name, and the zone they read times in where they chose none.
CREATE VIEW appointment_of AS
SELECT a.host_id AS person_id, p.display_name AS other, a.id AS id, s.slug AS season_slug, m.name AS program_name,
  a.starts_at AS starts_at, a.minutes AS minutes, a.zone AS zone, a.zone AS usual_zone,
  a.sequence AS sequence, a.booked_at AS booked_at, a.canceled_at AS canceled_at
FROM appointment a
JOIN season s ON s.id = a.season_id
JOIN program m ON m.id = s.program_id
LEFT JOIN person p ON p.id = a.guest_id
UNION ALL
SELECT a.guest_id, p.display_name, a.id, s.slug, m.name, a.starts_at, a.minutes, a.zone, s.zone, a.sequence,
  a.booked_at, a.canceled_at
FROM appointment a
JOIN season s ON s.id = a.season_id
JOIN program m ON m.id = s.program_id
LEFT JOIN person p ON p.id = a.host_id;
