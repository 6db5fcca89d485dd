-- An appointment may be a session of coaching, which takes one of its guest's sessions.
ALTER TABLE appointment ADD COLUMN kind TEXT NOT NULL DEFAULT 'talk' CHECK (kind IN ('talk', 'coaching'));
DROP VIEW appointment_told;
-- An appointment with the names of the two who have it.
CREATE VIEW appointment_told AS
SELECT a.id AS id, a.season_id AS season_id, a.host_id AS host_id, a.guest_id AS guest_id, a.kind AS kind,
  h.display_name AS host_name, g.display_name AS guest_name, a.starts_at AS starts_at, a.minutes AS minutes,
  a.zone AS zone, a.place AS place, a.change_until AS change_until, a.note_sealed AS note_sealed,
  a.sequence AS sequence, a.moves AS moves, a.booked_at AS booked_at, a.canceled_at AS canceled_at,
  a.canceled_by AS canceled_by
FROM appointment a
LEFT JOIN person h ON h.id = a.host_id
LEFT JOIN person g ON g.id = a.guest_id;
-- The coaching sessions of someone of the cohort, entry by entry. Nothing in it is changed; what is left is its sum.
-- An entry of an appointment says what became of it: only booking one takes, and only giving one back returns.
CREATE TABLE credit (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  appointment_id TEXT REFERENCES appointment (id),
  kind TEXT NOT NULL CHECK (kind IN ('granted', 'extra', 'booked', 'returned', 'late', 'held', 'missed')),
  change BIGINT NOT NULL,
  -- Why the program gave more.
  reason TEXT NOT NULL,
  by_id TEXT REFERENCES person (id),
  at BIGINT NOT NULL
);
CREATE INDEX credit_of ON credit (season_id, person_id);
CREATE INDEX credit_person ON credit (person_id);
CREATE INDEX credit_appointment ON credit (appointment_id) WHERE appointment_id IS NOT NULL;
CREATE INDEX credit_by ON credit (by_id) WHERE by_id IS NOT NULL;
-- Granted once in a season, and taken and given back once for an appointment.
CREATE UNIQUE INDEX credit_granted ON credit (season_id, person_id) WHERE kind = 'granted';
CREATE UNIQUE INDEX credit_once ON credit (appointment_id, change) WHERE kind IN ('booked', 'returned');
-- How a season's coaching goes: sessions for each, and how long one is.
CREATE TABLE coaching (
  season_id TEXT PRIMARY KEY REFERENCES season (id),
  sessions BIGINT NOT NULL CHECK (sessions BETWEEN 1 AND 24),
  minutes BIGINT NOT NULL CHECK (minutes BETWEEN 15 AND 240 AND minutes % 5 = 0),
  changed_at BIGINT NOT NULL
);
-- The agreement, each version as it was written.
CREATE TABLE coaching_text (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES coaching (season_id),
  version BIGINT NOT NULL,
  text_en TEXT NOT NULL,
  text_es TEXT NOT NULL,
  by_id TEXT REFERENCES person (id),
  at BIGINT NOT NULL,
  UNIQUE (season_id, version)
);
CREATE INDEX coaching_text_by ON coaching_text (by_id) WHERE by_id IS NOT NULL;
-- A coach of a season, as they say themselves.
CREATE TABLE coach (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  -- Who certified them, as what, under which number, and until which day. Empty where they have none.
  certified_by TEXT NOT NULL,
  level TEXT NOT NULL,
  number TEXT NOT NULL,
  expires_on TEXT,
  speaks_en BIGINT NOT NULL CHECK (speaks_en BETWEEN 0 AND 1),
  speaks_es BIGINT NOT NULL CHECK (speaks_es BETWEEN 0 AND 1),
  languages TEXT NOT NULL,
  approach TEXT NOT NULL,
  -- How many people at once.
  most BIGINT NOT NULL CHECK (most BETWEEN 0 AND 40),
  changed_at BIGINT NOT NULL,
  -- Of which last day they were warned.
  warned_of TEXT,
  UNIQUE (season_id, person_id)
);
CREATE INDEX coach_person ON coach (person_id);
-- Which coach someone of the cohort would like, and which they would rather not have. Proposals of pairs go by it, and
-- nobody else reads it.
CREATE TABLE coaching_wish (
  season_id TEXT NOT NULL REFERENCES season (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  coach_id TEXT NOT NULL REFERENCES person (id),
  wish TEXT NOT NULL CHECK (wish IN ('like', 'avoid')),
  PRIMARY KEY (season_id, person_id, coach_id)
);
CREATE INDEX coaching_wish_person ON coaching_wish (person_id);
CREATE INDEX coaching_wish_coach ON coaching_wish (coach_id);
-- Someone of the cohort and their coach. Who of the two ended it is not kept: only that they did, or the program, or
-- that one left.
CREATE TABLE coaching_pair (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  coach_id TEXT REFERENCES person (id),
  member_id TEXT REFERENCES person (id),
  text_id TEXT NOT NULL REFERENCES coaching_text (id),
  began_at BIGINT NOT NULL,
  ended_at BIGINT,
  ended_by TEXT CHECK (ended_by IN ('pair', 'program', 'left'))
);
CREATE UNIQUE INDEX coaching_pair_open ON coaching_pair (season_id, member_id) WHERE ended_at IS NULL;
CREATE INDEX coaching_pair_coach ON coaching_pair (coach_id);
CREATE INDEX coaching_pair_member ON coaching_pair (member_id);
CREATE INDEX coaching_pair_text ON coaching_pair (text_id);
-- Who signed a pair's agreement, under the name they had then.
CREATE TABLE coaching_signature (
  pair_id TEXT NOT NULL REFERENCES coaching_pair (id),
  side TEXT NOT NULL CHECK (side IN ('member', 'coach', 'program')),
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (pair_id, side)
);
CREATE INDEX coaching_signature_person ON coaching_signature (person_id) WHERE person_id IS NOT NULL;
-- A session of a pair, and what each side says became of it.
CREATE TABLE coaching_session (
  appointment_id TEXT PRIMARY KEY REFERENCES appointment (id),
  pair_id TEXT NOT NULL REFERENCES coaching_pair (id),
  coach_says TEXT CHECK (coach_says IN ('held', 'missed')),
  member_says TEXT CHECK (member_says IN ('held', 'missed')),
  -- Since when the two say different things, and what the program said then.
  differ_at BIGINT,
  program_says TEXT CHECK (program_says IN ('held', 'missed'))
);
CREATE INDEX coaching_session_pair ON coaching_session (pair_id);
-- What the two write for each other, sealed: the member's focus, which is one, and notes.
CREATE TABLE coaching_note (
  id TEXT PRIMARY KEY,
  pair_id TEXT NOT NULL REFERENCES coaching_pair (id),
  kind TEXT NOT NULL CHECK (kind IN ('focus', 'shared')),
  by_id TEXT NOT NULL REFERENCES person (id),
  text_sealed TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX coaching_note_pair ON coaching_note (pair_id);
CREATE INDEX coaching_note_by ON coaching_note (by_id);
CREATE UNIQUE INDEX coaching_note_focus ON coaching_note (pair_id) WHERE kind = 'focus';
-- The lock of a coach's own notes: what they are encrypted to, and what opens them, itself locked with a passphrase and
-- with a recovery code, which are kept nowhere.
CREATE TABLE coach_lock (
  person_id TEXT PRIMARY KEY REFERENCES person (id),
  recipient TEXT NOT NULL,
  by_passphrase TEXT NOT NULL,
  by_recovery TEXT NOT NULL,
  made_at BIGINT NOT NULL
);
CREATE TABLE coach_note (
  id TEXT PRIMARY KEY,
  pair_id TEXT NOT NULL REFERENCES coaching_pair (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  text_locked TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX coach_note_pair ON coach_note (pair_id);
CREATE INDEX coach_note_person ON coach_note (person_id);
-- A pair with everything that is said of it.
CREATE VIEW coaching_told AS
SELECT p.id AS id, p.season_id AS season_id, s.slug AS season_slug, p.coach_id AS coach_id, p.member_id AS member_id,
  c.display_name AS coach_name, m.display_name AS member_name, p.text_id AS text_id, p.began_at AS began_at,
  p.ended_at AS ended_at,
  (SELECT g.at FROM coaching_signature g WHERE g.pair_id = p.id AND g.side = 'member') AS member_signed_at,
  (SELECT g.at FROM coaching_signature g WHERE g.pair_id = p.id AND g.side = 'coach') AS coach_signed_at,
  (SELECT g.at FROM coaching_signature g WHERE g.pair_id = p.id AND g.side = 'program') AS program_signed_at,
  (
    SELECT CAST(COALESCE(SUM(spent.change), 0) AS BIGINT)
    FROM credit spent
    WHERE spent.season_id = p.season_id AND spent.person_id = p.member_id
  ) AS left_over
FROM coaching_pair p
JOIN season s ON s.id = p.season_id
LEFT JOIN person c ON c.id = p.coach_id
LEFT JOIN person m ON m.id = p.member_id;
-- A session of a pair with its time, and what became of it: the program's word, or the coach's. While the two say
-- different things it is not said.
CREATE VIEW coaching_session_told AS
SELECT x.appointment_id AS id, x.pair_id AS pair_id, p.season_id AS season_id, p.coach_id AS coach_id,
  p.member_id AS member_id, a.starts_at AS starts_at, a.minutes AS minutes, a.zone AS zone,
  a.canceled_at AS canceled_at, x.coach_says AS coach_says, x.member_says AS member_says, x.differ_at AS differ_at,
  x.program_says AS program_says,
  CASE
    WHEN x.program_says IS NOT NULL THEN x.program_says
    WHEN x.differ_at IS NOT NULL THEN NULL
    ELSE x.coach_says
  END AS became,
  CASE
    WHEN EXISTS (SELECT 1 FROM credit spent WHERE spent.appointment_id = a.id AND spent.kind = 'returned') THEN 1
    ELSE 0
  END AS is_returned,
  -- Its guest canceled it when it was too late to move it.
  CASE
    WHEN a.canceled_by = 'guest' AND a.canceled_at > a.starts_at - a.change_until * 3600000000 THEN 1
    ELSE 0
  END AS is_late,
  CASE WHEN p.ended_at IS NULL THEN 0 ELSE 1 END AS is_over
FROM coaching_session x
JOIN coaching_pair p ON p.id = x.pair_id
JOIN appointment a ON a.id = x.appointment_id;
