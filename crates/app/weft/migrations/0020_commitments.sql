-- What someone means to do, in their own words, and who may read it.
CREATE TABLE commitment (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  what TEXT NOT NULL,
  cue TEXT NOT NULL,
  -- The last day to have done it, in the season's zone.
  by_on TEXT,
  support TEXT NOT NULL,
  seen_by TEXT NOT NULL CHECK (seen_by IN ('me', 'witness', 'team', 'cohort')),
  -- What it is about, where the person lets the program count that.
  theme TEXT CHECK (theme IN ('role', 'organization', 'partners', 'community', 'policy', 'rest', 'other')),
  state TEXT NOT NULL CHECK (state IN ('open', 'adapted', 'kept', 'paused', 'let-go')),
  rhythm TEXT NOT NULL CHECK (rhythm IN ('none', 'gathering', 'week', 'two-weeks', 'month')),
  -- When the next check-in is due, and for which of these moments an email went out.
  next_at BIGINT,
  asked_at BIGINT,
  celebration_id TEXT REFERENCES celebration (id),
  made_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE INDEX commitment_season ON commitment (season_id, person_id);
CREATE INDEX commitment_person ON commitment (person_id);
CREATE INDEX commitment_next ON commitment (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX commitment_celebration ON commitment (celebration_id) WHERE celebration_id IS NOT NULL;
-- Whom they asked to be a witness, and what both agreed on.
CREATE TABLE commitment_witness (
  commitment_id TEXT PRIMARY KEY REFERENCES commitment (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  state TEXT NOT NULL CHECK (state IN ('asked', 'yes', 'no')),
  -- What the witness does after a check-in was missed, and the last day of being one.
  missed TEXT NOT NULL,
  until_on TEXT,
  until_at BIGINT,
  asked_at BIGINT NOT NULL,
  answered_at BIGINT
);
CREATE INDEX commitment_witness_person ON commitment_witness (person_id);
-- Each check-in, with what it changed, so that it can be undone.
CREATE TABLE commitment_check (
  id TEXT PRIMARY KEY,
  commitment_id TEXT NOT NULL REFERENCES commitment (id),
  at BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'adapted', 'kept', 'paused', 'let-go')),
  learning TEXT NOT NULL,
  was_state TEXT NOT NULL CHECK (was_state IN ('open', 'adapted', 'kept', 'paused', 'let-go')),
  was_next_at BIGINT
);
CREATE INDEX commitment_check_commitment ON commitment_check (commitment_id, at);
-- Links with which someone checks in from an email. They open that one page and prove nothing.
CREATE TABLE commitment_key (
  token_hash TEXT PRIMARY KEY,
  commitment_id TEXT NOT NULL REFERENCES commitment (id),
  made_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX commitment_key_commitment ON commitment_key (commitment_id);
-- Who may read a commitment: its author, and as far as they said their witness, their home team and the cohort, while
-- both take part. The season's team reads what the cohort reads.
CREATE VIEW commitment_reader AS
SELECT c.id AS commitment_id, c.person_id AS reader_id
FROM commitment c
UNION
SELECT c.id, w.person_id
FROM commitment c
JOIN commitment_witness w ON w.commitment_id = c.id AND w.state <> 'no'
JOIN member m ON m.season_id = c.season_id AND m.person_id = c.person_id AND m.left_at IS NULL
JOIN member o ON o.season_id = c.season_id AND o.person_id = w.person_id AND o.left_at IS NULL
WHERE c.seen_by <> 'me'
UNION
SELECT c.id, o.person_id
FROM commitment c
JOIN member m ON m.season_id = c.season_id AND m.person_id = c.person_id AND m.left_at IS NULL
JOIN home_team_member h ON h.member_id = m.id AND h.until IS NULL
JOIN home_team_member g ON g.team_id = h.team_id AND g.until IS NULL
JOIN member o ON o.id = g.member_id AND o.left_at IS NULL
WHERE c.seen_by = 'team'
UNION
SELECT c.id, o.person_id
FROM commitment c
JOIN member m ON m.season_id = c.season_id AND m.person_id = c.person_id AND m.left_at IS NULL
JOIN member o ON o.season_id = c.season_id AND o.left_at IS NULL
WHERE c.seen_by = 'cohort';
-- People in the same home team now, each with themselves.
CREATE VIEW team_mate AS
SELECT t.season_id AS season_id, m.person_id AS person_id, o.person_id AS mate_id
FROM home_team t
JOIN home_team_member h ON h.team_id = t.id AND h.until IS NULL
JOIN home_team_member g ON g.team_id = t.id AND g.until IS NULL
JOIN member m ON m.id = h.member_id AND m.left_at IS NULL
JOIN member o ON o.id = g.member_id AND o.left_at IS NULL;
-- The last check-in of each commitment.
CREATE VIEW commitment_last AS
SELECT k.commitment_id AS commitment_id, k.id AS id, k.at AS at, k.learning AS learning
FROM commitment_check k
WHERE k.id = (
  SELECT o.id
  FROM commitment_check o
  WHERE o.commitment_id = k.commitment_id
  ORDER BY o.at DESC, o.id DESC
  LIMIT 1
);
-- A commitment with everything that is said of it.
CREATE VIEW commitment_told AS
SELECT c.id AS id, c.season_id AS season_id, c.person_id AS person_id, p.display_name AS name, p.sort_key AS sort_key,
  c.what AS what, c.cue AS cue, c.by_on AS by_on, c.support AS support, c.seen_by AS seen_by, c.theme AS theme,
  c.state AS state, c.rhythm AS rhythm, c.next_at AS next_at,
  CASE WHEN c.celebration_id IS NULL THEN 0 ELSE 1 END AS is_celebrated, c.made_at AS made_at, k.id AS check_id,
  k.at AS checked_at, k.learning AS learning, w.person_id AS witness_id, n.display_name AS witness_name,
  w.state AS witnessing, w.missed AS missed, w.until_on AS until_on
FROM commitment c
JOIN person p ON p.id = c.person_id
LEFT JOIN commitment_last k ON k.commitment_id = c.id
LEFT JOIN commitment_witness w ON w.commitment_id = c.id
LEFT JOIN person n ON n.id = w.person_id;
CREATE INDEX home_team_plan ON home_team (plan_id);
