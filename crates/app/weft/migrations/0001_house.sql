-- The house. One text for both engines: TEXT, BIGINT and DOUBLE PRECISION mean the same on SQLite and
-- PostgreSQL. Ids are UUIDs made by the program, times are microseconds since 1970 UTC, yes/no is 0 or 1,
-- dates are ISO text, structured values are JSON text.

CREATE TABLE schema_version (
  version BIGINT PRIMARY KEY,
  name TEXT NOT NULL,
  applied_at BIGINT NOT NULL
);

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE event (
  id TEXT PRIMARY KEY,
  at BIGINT NOT NULL,
  actor_id TEXT,
  verb TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  season_id TEXT,
  detail TEXT,
  -- What no season's team reads of.
  is_private BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX event_subject ON event (subject_id);
CREATE INDEX event_season ON event (season_id, id);
CREATE INDEX event_actor ON event (actor_id);

-- `lane` 0 soon expires, 1 is one person's act for one person, 2 is bulk. `waits_for_mark` letters stay while their
-- address is marked; a decoy is taken from the queue like any other and never sent. A claim is a worker's for a short
-- while; a lapsed one is anyone's.
CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  dedupe_key TEXT NOT NULL UNIQUE,
  recipient TEXT NOT NULL,
  norm TEXT NOT NULL,
  subject TEXT NOT NULL,
  payload TEXT NOT NULL,
  lane BIGINT NOT NULL,
  is_private BIGINT NOT NULL DEFAULT 1,
  is_decoy BIGINT NOT NULL DEFAULT 0,
  waits_for_mark BIGINT NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  expires_at BIGINT,
  attempts BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'dead', 'expired')),
  last_error TEXT,
  refused_at BIGINT,
  claimed_by TEXT,
  claimed_until BIGINT
);
CREATE INDEX outbox_waiting ON outbox (lane, due_at) WHERE state = 'waiting';
CREATE INDEX outbox_norm ON outbox (norm, lane, state);
CREATE INDEX outbox_expires ON outbox (expires_at) WHERE state IN ('waiting', 'dead');

-- An address that refused mail: since when, how that is known, the server's code, and since when mail to it is accepted
-- again.
CREATE TABLE address_mark (
  norm TEXT PRIMARY KEY,
  at BIGINT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('refused', 'report', 'hand')),
  code TEXT NOT NULL,
  accepted_at BIGINT
);

-- Tries and amounts counted against a limit since a moment: the key is a hash of what is counted and from where.
CREATE TABLE tally (key TEXT PRIMARY KEY, since BIGINT NOT NULL, n BIGINT NOT NULL);
-- Forms that were sent, by a hash of their key, for a day: what they held, as a hash, and where they led.
CREATE TABLE form_key (
  key_hash TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  leads_to TEXT NOT NULL,
  at BIGINT NOT NULL
);

-- Wrong digits by the account they would open, as a hash; `stage` says how often they were turned off, `off_until`
-- until when they are.
CREATE TABLE digit_tries (
  account TEXT PRIMARY KEY,
  wrong BIGINT NOT NULL,
  stage BIGINT NOT NULL,
  off_until BIGINT NOT NULL,
  wrong_at BIGINT NOT NULL
);

-- People -------------------------------------------------------------------------------------------------

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  display_name TEXT NOT NULL,
  pronunciation TEXT,
  pronouns TEXT,
  language TEXT NOT NULL CHECK (language IN ('en', 'es')),
  zone TEXT,
  reminders TEXT NOT NULL DEFAULT 'day' CHECK (reminders IN ('day', 'hour', 'both', 'none')),
  bio TEXT,
  is_listed BIGINT NOT NULL DEFAULT 0,
  is_demo BIGINT NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL
);

CREATE TABLE contact_point (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('email', 'phone')),
  value TEXT NOT NULL,
  norm TEXT NOT NULL,
  is_primary BIGINT NOT NULL,
  since BIGINT NOT NULL,
  until BIGINT,
  -- When a link or code sent there was used; NULL while nobody has shown that the address is theirs.
  proved_at BIGINT,
  -- Typed by a visitor, about themselves or about somebody else: apart until it is proved.
  by_visitor BIGINT NOT NULL DEFAULT 0,
  -- It is written to, and it finds nobody and signs nobody in: a visitor typed it, or another record holds it.
  is_apart BIGINT NOT NULL DEFAULT 0
);
-- One record holds an address.
CREATE UNIQUE INDEX contact_point_email ON contact_point (norm) WHERE kind = 'email' AND until IS NULL AND is_apart = 0;
CREATE INDEX contact_point_norm ON contact_point (norm);
CREATE INDEX contact_point_person ON contact_point (person_id);
-- Where letters to someone go: an address of their own before one apart, their first choice, their oldest.
CREATE VIEW mailbox AS
SELECT c.person_id AS person_id, c.id AS id, c.value AS value, c.norm AS norm
FROM contact_point c
WHERE c.id = (
  SELECT o.id
  FROM contact_point o
  WHERE o.person_id = c.person_id AND o.kind = 'email' AND o.until IS NULL
  ORDER BY o.is_apart, o.is_primary DESC, o.since
  LIMIT 1
);

-- A new address waits here until the link sent to it is used.
CREATE TABLE contact_request (
  token_hash TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  mailed_to TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);

CREATE TABLE affiliation (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  organization_name TEXT NOT NULL,
  title TEXT NOT NULL,
  since TEXT,
  until TEXT
);
CREATE INDEX affiliation_person ON affiliation (person_id);

-- Compartments: no page but the person's own reads these by name. `field` is one of ours, or season and id of a form's
-- own question; then `label` is that question in both languages, as JSON.
CREATE TABLE identity_answer (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  field TEXT NOT NULL,
  label TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL,
  at BIGINT NOT NULL,
  UNIQUE (person_id, field)
);
-- The picture itself is a file; one that was taken back waits here until its file is gone.
CREATE TABLE photo (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE UNIQUE INDEX photo_living ON photo (person_id) WHERE removed_at IS NULL;

-- Two records of one person become one, and can be taken apart again: what was moved is on record, row by row.
CREATE TABLE person_merge (
  id TEXT PRIMARY KEY,
  kept_id TEXT NOT NULL REFERENCES person (id),
  merged_id TEXT NOT NULL REFERENCES person (id),
  moved TEXT NOT NULL,
  actor_id TEXT REFERENCES person (id),
  at BIGINT NOT NULL,
  undone_at BIGINT
);
CREATE UNIQUE INDEX person_merge_living ON person_merge (merged_id) WHERE undone_at IS NULL;

CREATE TABLE credential (
  person_id TEXT PRIMARY KEY REFERENCES person (id),
  password TEXT NOT NULL,
  totp_secret TEXT,
  totp_last_step BIGINT NOT NULL DEFAULT 0,
  changed_at BIGINT NOT NULL
);

-- Tables of tokens that are mailed have a column `mailed_to`: the address that using the token proves, and no other
-- (decision 20).
CREATE TABLE link_request (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person (id),
  token_hash TEXT NOT NULL UNIQUE,
  code_hash TEXT NOT NULL,
  browser_hash TEXT NOT NULL,
  account TEXT NOT NULL,
  tries BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT,
  -- NULL where nothing was mailed, for nobody has the address.
  mailed_to TEXT
);
CREATE INDEX link_request_browser ON link_request (browser_hash, id);

CREATE TABLE sign_in (
  id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  strength TEXT NOT NULL CHECK (strength IN ('link', 'two-factors', 'demo')),
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  proved_at BIGINT NOT NULL,
  agent TEXT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX sign_in_person ON sign_in (person_id);

-- Sign-in halfway: the password was right, the second factor is still to come.
CREATE TABLE sign_in_step (
  token_hash TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  expires_at BIGINT NOT NULL,
  new_totp_secret TEXT
);

-- Programs -----------------------------------------------------------------------------------------------

CREATE TABLE organization (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE program (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('cohort', 'lab', 'course', 'webinar', 'event')),
  name TEXT NOT NULL,
  summary TEXT NOT NULL,
  funder_credit TEXT NOT NULL,
  disclaimer TEXT NOT NULL,
  support_name TEXT NOT NULL,
  support_email TEXT NOT NULL,
  support_phone TEXT,
  created_at BIGINT NOT NULL
);
CREATE TABLE program_host (
  program_id TEXT NOT NULL REFERENCES program (id),
  organization_id TEXT NOT NULL REFERENCES organization (id),
  position BIGINT NOT NULL,
  PRIMARY KEY (program_id, organization_id)
);
CREATE TABLE program_contact (
  id TEXT PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program (id),
  purpose TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  email TEXT NOT NULL,
  position BIGINT NOT NULL
);
CREATE INDEX program_contact_program ON program_contact (program_id);
CREATE TABLE list_item (
  id TEXT PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program (id),
  list TEXT NOT NULL,
  value TEXT NOT NULL,
  is_health BIGINT NOT NULL DEFAULT 0,
  position BIGINT NOT NULL,
  UNIQUE (program_id, list, value)
);
CREATE TABLE region_state (
  program_id TEXT NOT NULL REFERENCES program (id),
  state TEXT NOT NULL,
  region TEXT NOT NULL,
  PRIMARY KEY (program_id, state)
);
CREATE TABLE glossary_term (
  id TEXT PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program (id),
  term TEXT NOT NULL,
  definition TEXT NOT NULL,
  UNIQUE (program_id, term)
);

CREATE TABLE season (
  id TEXT PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program (id),
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  label TEXT,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  seats BIGINT NOT NULL,
  seats_taken BIGINT NOT NULL DEFAULT 0,
  zone TEXT NOT NULL,
  is_pilot BIGINT NOT NULL DEFAULT 0,
  eligibility_text TEXT NOT NULL DEFAULT '',
  priority_text TEXT NOT NULL DEFAULT '',
  access_contact_id TEXT REFERENCES person (id),
  unconfirmed_at BIGINT,
  created_at BIGINT NOT NULL,
  CHECK (seats_taken <= seats)
);
CREATE INDEX season_program ON season (program_id);

-- Told to whoever was named in the season when it was said; NULL when nobody was: then nobody reads it. `kept_from` is
-- whoever the person concerned does not want to read it.
CREATE TABLE access_need (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  season_id TEXT NOT NULL REFERENCES season (id),
  value TEXT NOT NULL,
  told_to TEXT REFERENCES person (id),
  kept_from TEXT REFERENCES person (id),
  at BIGINT NOT NULL,
  -- When whoever it is told to first read it since.
  read_at BIGINT,
  UNIQUE (person_id, season_id)
);
CREATE INDEX access_need_season ON access_need (season_id);
-- Links by which someone without an account hands a need over, or does not.
CREATE TABLE access_need_key (
  token_hash TEXT PRIMARY KEY,
  need_id TEXT NOT NULL REFERENCES access_need (id) ON DELETE CASCADE,
  made_at BIGINT NOT NULL
);
CREATE INDEX access_need_key_need ON access_need_key (need_id);

CREATE TABLE consent (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  season_id TEXT REFERENCES season (id),
  purpose TEXT NOT NULL,
  given_at BIGINT NOT NULL,
  withdrawn_at BIGINT
);
CREATE UNIQUE INDEX consent_living ON consent (person_id, season_id, purpose) WHERE withdrawn_at IS NULL;

CREATE UNIQUE INDEX consent_living_house ON consent (person_id, purpose)
WHERE withdrawn_at IS NULL AND season_id IS NULL;

CREATE TABLE objective (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  position BIGINT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL
);
CREATE TABLE element (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  position BIGINT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  planned BIGINT NOT NULL,
  attendance_rule TEXT NOT NULL,
  budget_cents BIGINT
);
-- A role that was given is held from a day to a day; the owner's has no season. That someone takes part is no role that
-- is given: a seat or a registration says so, and `held_role` reads it there.
CREATE TABLE role (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  season_id TEXT REFERENCES season (id),
  role TEXT NOT NULL CHECK (role IN (
    'owner', 'program-lead', 'co-lead', 'facilitator', 'coach', 'reviewer', 'evaluator', 'advisor', 'funder',
    'applicant', 'faculty', 'support', 'employer-contact', 'alum'
  )),
  since BIGINT NOT NULL,
  until BIGINT
);
CREATE INDEX role_person ON role (person_id);
CREATE UNIQUE INDEX role_living ON role (person_id, season_id, role) WHERE until IS NULL;
CREATE INDEX role_season ON role (season_id);

CREATE TABLE staff_invitation (
  id TEXT PRIMARY KEY,
  mailed_to TEXT NOT NULL,
  name TEXT NOT NULL,
  season_id TEXT REFERENCES season (id),
  role TEXT NOT NULL CHECK (role IN (
    'owner', 'program-lead', 'co-lead', 'facilitator', 'coach', 'reviewer', 'evaluator', 'advisor', 'funder',
    'applicant', 'faculty', 'support', 'employer-contact', 'alum'
  )),
  token_hash TEXT NOT NULL UNIQUE,
  invited_by TEXT REFERENCES person (id),
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT,
  revoked_at BIGINT
);

-- Applications -------------------------------------------------------------------------------------------

CREATE TABLE application (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  external_id TEXT NOT NULL,
  submitted_at BIGINT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('en', 'es')),
  answer_format TEXT,
  city TEXT,
  state TEXT,
  region TEXT,
  setting TEXT,
  scope TEXT,
  body_type TEXT,
  organization TEXT,
  organization_norm TEXT,
  collaborative TEXT,
  role_title TEXT,
  role_level TEXT,
  years_in_role DOUBLE PRECISION,
  years_in_field DOUBLE PRECISION,
  primary_issue_area TEXT,
  other_issue_areas TEXT,
  health_focus TEXT,
  answers TEXT NOT NULL,
  late_reason TEXT,
  content_hash TEXT NOT NULL,
  duplicate_of TEXT,
  imported_at BIGINT NOT NULL,
  -- Sent through the call by whoever typed the address; `proved_at` is when that address was proved.
  is_own BIGINT NOT NULL DEFAULT 0,
  proved_at BIGINT,
  -- The external id of one that may be the same person's: a hint for the team, which takes nobody out.
  resembles TEXT,
  UNIQUE (season_id, external_id)
);
CREATE INDEX application_person ON application (person_id);
CREATE INDEX application_season ON application (season_id, submitted_at);

-- Three records (R31): may this person apply; does the program put them first; what came of it.
CREATE TABLE eligibility (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES application (id),
  is_eligible BIGINT NOT NULL,
  reason TEXT,
  at BIGINT NOT NULL
);
CREATE INDEX eligibility_application ON eligibility (application_id, at);
-- What was decided last of each application that anything was decided of.
CREATE VIEW latest_eligibility AS
SELECT e.application_id AS application_id, e.is_eligible AS is_eligible, e.reason AS reason, e.at AS at
FROM eligibility e
WHERE e.id = (
  SELECT o.id
  FROM eligibility o
  WHERE o.application_id = e.application_id
  ORDER BY o.at DESC, o.id DESC
  LIMIT 1
);
CREATE TABLE priority (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES application (id),
  priority TEXT NOT NULL,
  reason TEXT,
  at BIGINT NOT NULL
);
CREATE INDEX priority_application ON priority (application_id, at);
CREATE TABLE outcome (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES application (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('invited', 'accepted', 'declined', 'not-chosen')),
  reason TEXT NOT NULL,
  actor_id TEXT REFERENCES person (id),
  at BIGINT NOT NULL
);
CREATE INDEX outcome_application ON outcome (application_id);

CREATE TABLE application_event (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES application (id),
  at BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('withdrawn', 'late-accepted', 'duplicate-merged')),
  reason TEXT,
  UNIQUE (application_id, kind, at)
);
-- Applications that were taken back.
CREATE VIEW withdrawal AS
SELECT v.application_id AS application_id, v.at AS at
FROM application_event v
WHERE v.kind = 'withdrawn';

CREATE TABLE import_file (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  name TEXT NOT NULL,
  headers TEXT NOT NULL,
  mapping TEXT NOT NULL,
  row_count BIGINT NOT NULL,
  created_by TEXT REFERENCES person (id),
  created_at BIGINT NOT NULL,
  result TEXT
);
-- Which column of a file with these headers, all of them in this order, is which. Answers are kept by `column_id`; two
-- columns of a file never share one.
CREATE TABLE answer_column (
  season_id TEXT NOT NULL REFERENCES season (id),
  header_hash TEXT NOT NULL,
  position BIGINT NOT NULL,
  header TEXT NOT NULL,
  column_id TEXT NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (season_id, header_hash, position)
);
CREATE TABLE import_row (
  import_id TEXT NOT NULL REFERENCES import_file (id),
  line BIGINT NOT NULL,
  cells TEXT NOT NULL,
  PRIMARY KEY (import_id, line)
);
CREATE TABLE import_mapping (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  header_hash TEXT NOT NULL,
  mapping TEXT NOT NULL,
  at BIGINT NOT NULL,
  UNIQUE (season_id, header_hash)
);

CREATE TABLE read (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  application_id TEXT NOT NULL REFERENCES application (id),
  external_id TEXT NOT NULL,
  reader TEXT NOT NULL,
  read_no BIGINT NOT NULL,
  submitted_at BIGINT,
  minutes BIGINT,
  state TEXT NOT NULL,
  comment TEXT,
  reader_id TEXT REFERENCES person (id),
  UNIQUE (season_id, external_id)
);
CREATE INDEX read_application ON read (application_id);
CREATE TABLE read_score (
  read_id TEXT NOT NULL REFERENCES read (id),
  criterion TEXT NOT NULL,
  score BIGINT NOT NULL,
  PRIMARY KEY (read_id, criterion)
);

-- Selection ----------------------------------------------------------------------------------------------

CREATE TABLE goal_set (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  version BIGINT NOT NULL,
  goals TEXT NOT NULL,
  protected_by TEXT,
  protected_reason TEXT,
  created_by TEXT REFERENCES person (id),
  created_at BIGINT NOT NULL,
  UNIQUE (season_id, version)
);
CREATE TABLE selection_run (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  rule TEXT NOT NULL,
  input_hash TEXT NOT NULL,
  transcript TEXT NOT NULL,
  created_by TEXT REFERENCES person (id),
  created_at BIGINT NOT NULL,
  confirmed_at BIGINT
);
CREATE INDEX selection_run_season ON selection_run (season_id);
CREATE TABLE invitation (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  application_id TEXT NOT NULL REFERENCES application (id),
  run_id TEXT REFERENCES selection_run (id),
  token_hash TEXT NOT NULL UNIQUE,
  seat_from TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  mailed_to TEXT,
  UNIQUE (season_id, application_id)
);
CREATE INDEX invitation_application ON invitation (application_id);
CREATE TABLE invitation_answer (
  invitation_id TEXT PRIMARY KEY REFERENCES invitation (id),
  answer TEXT NOT NULL CHECK (answer IN ('accepted', 'declined')),
  note TEXT,
  at BIGINT NOT NULL
);

CREATE TABLE member (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  application_id TEXT NOT NULL REFERENCES application (id),
  external_id TEXT,
  seat_from TEXT NOT NULL,
  joined_at BIGINT NOT NULL,
  left_at BIGINT,
  UNIQUE (season_id, application_id)
);
CREATE INDEX member_application ON member (application_id);
CREATE INDEX member_person ON member (person_id);

-- Home teams ---------------------------------------------------------------------------------------------

CREATE TABLE team_plan (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  version BIGINT NOT NULL,
  settings TEXT NOT NULL,
  result TEXT NOT NULL,
  created_by TEXT REFERENCES person (id),
  created_at BIGINT NOT NULL,
  accepted_at BIGINT,
  UNIQUE (season_id, version)
);
CREATE TABLE home_team (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  plan_id TEXT NOT NULL REFERENCES team_plan (id),
  position BIGINT NOT NULL,
  name TEXT NOT NULL
);
CREATE TABLE home_team_member (
  team_id TEXT NOT NULL REFERENCES home_team (id),
  member_id TEXT NOT NULL REFERENCES member (id),
  since BIGINT NOT NULL,
  until BIGINT,
  PRIMARY KEY (team_id, member_id, since)
);
CREATE INDEX home_team_member_member ON home_team_member (member_id);


-- The call -----------------------------------------------------------------------------------------------

CREATE TABLE call (
  season_id TEXT PRIMARY KEY REFERENCES season (id),
  form TEXT NOT NULL,
  opens_at BIGINT,
  closes_at BIGINT,
  decision_on TEXT,
  published_version BIGINT,
  changed_at BIGINT NOT NULL
);
CREATE TABLE form_version (
  season_id TEXT NOT NULL REFERENCES season (id),
  version BIGINT NOT NULL,
  form TEXT NOT NULL,
  published_by TEXT REFERENCES person (id),
  published_at BIGINT NOT NULL,
  PRIMARY KEY (season_id, version)
);
-- An application before it is sent. It belongs to whoever holds one of its keys: a browser, or a link that was mailed.
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  language TEXT NOT NULL CHECK (language IN ('en', 'es')),
  email TEXT,
  email_norm TEXT,
  revision BIGINT NOT NULL,
  started_at BIGINT NOT NULL,
  saved_at BIGINT NOT NULL,
  submitted_at BIGINT,
  application_id TEXT REFERENCES application (id),
  external_id TEXT,
  late_reason TEXT,
  entered_by TEXT REFERENCES person (id),
  entered_from TEXT,
  -- When the link sent to `email` was used; NULL while nobody has shown that the address is theirs.
  proved_at BIGINT
);
CREATE INDEX draft_season ON draft (season_id, saved_at);
CREATE INDEX draft_application ON draft (application_id);
-- When drafts were last saved, and when their calls close.
CREATE VIEW draft_end AS
SELECT d.id AS id, d.saved_at AS saved_at, c.closes_at AS closes_at
FROM draft d
JOIN call c ON c.season_id = d.season_id;
CREATE TABLE draft_answer (
  draft_id TEXT NOT NULL REFERENCES draft (id),
  question TEXT NOT NULL,
  value TEXT NOT NULL,
  revision BIGINT NOT NULL,
  PRIMARY KEY (draft_id, question)
);
CREATE TABLE draft_key (
  token_hash TEXT PRIMARY KEY,
  draft_id TEXT NOT NULL REFERENCES draft (id),
  kind TEXT NOT NULL CHECK (kind IN ('browser', 'link', 'disowned')),
  made_at BIGINT NOT NULL,
  revoked_at BIGINT,
  mailed_to TEXT
);
CREATE INDEX draft_key_draft ON draft_key (draft_id);
CREATE TABLE extension (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  email TEXT NOT NULL,
  norm TEXT NOT NULL,
  until BIGINT NOT NULL,
  reason TEXT NOT NULL,
  given_by TEXT REFERENCES person (id),
  given_at BIGINT NOT NULL,
  UNIQUE (season_id, norm)
);

-- Reading ------------------------------------------------------------------------------------------------

-- What readers judge by. `key` is what stands in read_score; anchors say what each score means.
CREATE TABLE criterion (
  season_id TEXT NOT NULL REFERENCES season (id),
  key TEXT NOT NULL,
  position BIGINT NOT NULL,
  title TEXT NOT NULL,
  guidance TEXT NOT NULL,
  anchors TEXT NOT NULL,
  weight BIGINT NOT NULL,
  is_independent BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (season_id, key)
);
-- A season's reading, from its first assignment until it is closed. `visible` are the ids of the questions whose
-- answers readers see.
CREATE TABLE reading (
  season_id TEXT PRIMARY KEY REFERENCES season (id),
  reads_each BIGINT NOT NULL,
  most_each BIGINT NOT NULL,
  wide_gap DOUBLE PRECISION NOT NULL,
  visible TEXT NOT NULL,
  due_on TEXT,
  opened_at BIGINT,
  closed_at BIGINT
);
-- With whom a reader is tied, in her own words; said before anything is shown to her.
CREATE TABLE reader_ties (
  season_id TEXT NOT NULL REFERENCES season (id),
  reader_id TEXT NOT NULL REFERENCES person (id),
  ties TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (season_id, reader_id)
);
CREATE TABLE reader_conflict (
  season_id TEXT NOT NULL REFERENCES season (id),
  reader_id TEXT NOT NULL REFERENCES person (id),
  application_id TEXT NOT NULL REFERENCES application (id),
  found TEXT NOT NULL,
  reason TEXT,
  at BIGINT NOT NULL,
  PRIMARY KEY (reader_id, application_id)
);
-- A read that someone is to make. `place` is its number on her list, in random order.
CREATE TABLE assignment (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  application_id TEXT NOT NULL REFERENCES application (id),
  reader_id TEXT NOT NULL REFERENCES person (id),
  place BIGINT NOT NULL,
  assigned_at BIGINT NOT NULL,
  skipped_at BIGINT,
  returned_at BIGINT,
  finished_at BIGINT,
  UNIQUE (application_id, reader_id),
  UNIQUE (season_id, reader_id, place)
);
-- Applications that every reader reads first, by letter; their scores are shown side by side to whoever has finished
-- her own.
CREATE TABLE calibration (
  season_id TEXT NOT NULL REFERENCES season (id),
  application_id TEXT NOT NULL REFERENCES application (id),
  letter TEXT NOT NULL,
  PRIMARY KEY (season_id, application_id)
);
-- What readers say to each other about an application once their own read is final.
CREATE TABLE read_note (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  application_id TEXT NOT NULL REFERENCES application (id),
  by_id TEXT NOT NULL REFERENCES person (id),
  text TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX read_note_application ON read_note (application_id);
CREATE INDEX assignment_reader ON assignment (reader_id, season_id);

-- The mean of each read that counts: criteria by their weight, independent ones left out. Scores without a criterion of
-- the season, as imports bring them, weigh 1.
CREATE VIEW read_mean AS
SELECT r.id AS read_id, r.season_id AS season_id, r.application_id AS application_id, r.reader AS reader,
    r.read_no AS read_no,
    SUM(CAST(s.score * COALESCE(c.weight, 1) AS DOUBLE PRECISION)) / SUM(COALESCE(c.weight, 1)) AS mean
FROM read r
JOIN read_score s ON s.read_id = r.id
LEFT JOIN criterion c ON c.season_id = r.season_id AND c.key = s.criterion
WHERE r.state = 'counted' AND COALESCE(c.is_independent, 0) = 0
GROUP BY r.id, r.season_id, r.application_id, r.reader, r.read_no;

-- The same for those who choose: nothing while the reading is open.
CREATE VIEW shown_mean AS
SELECT m.read_id AS read_id, m.season_id AS season_id, m.application_id AS application_id, m.reader AS reader,
    m.read_no AS read_no, m.mean AS mean
FROM read_mean m
WHERE NOT EXISTS (
    SELECT 1
    FROM reading g
    WHERE g.season_id = m.season_id AND g.opened_at IS NOT NULL AND g.closed_at IS NULL
);

-- Decisions ----------------------------------------------------------------------------------------------

-- Answers to many at once: one person makes them ready, another sends them. `letter` holds subject and text in both
-- languages.
CREATE TABLE decision_round (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  letter TEXT NOT NULL,
  staged_by TEXT NOT NULL REFERENCES person (id),
  staged_at BIGINT NOT NULL,
  sent_by TEXT REFERENCES person (id),
  sent_at BIGINT,
  cancelled_at BIGINT
);
CREATE UNIQUE INDEX decision_round_open ON decision_round (season_id) WHERE sent_at IS NULL AND cancelled_at IS NULL;
CREATE TABLE decision (
  round_id TEXT NOT NULL REFERENCES decision_round (id),
  application_id TEXT NOT NULL REFERENCES application (id),
  reason TEXT NOT NULL,
  PRIMARY KEY (round_id, application_id)
);
-- What someone who was not chosen wants done with her application. Without a word it is erased after twelve months.
CREATE TABLE application_choice (
  application_id TEXT PRIMARY KEY REFERENCES application (id),
  token_hash TEXT NOT NULL UNIQUE,
  made_at BIGINT NOT NULL,
  choice TEXT CHECK (choice IN ('keep', 'erase')),
  chosen_at BIGINT
);
-- What was erased, and when: an id and nothing else.
CREATE TABLE erasure (id TEXT PRIMARY KEY, application_id TEXT NOT NULL UNIQUE, at BIGINT NOT NULL);

-- People whom those who choose have locked or set aside, with the reason; every later run keeps to it.
-- Files that answer a question; `label` is the question in both languages, as JSON. While one is received, the first
-- `received` of its `bytes` are in the folder `incoming`.
CREATE TABLE upload (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  draft_id TEXT NOT NULL,
  application_id TEXT REFERENCES application (id),
  question TEXT NOT NULL,
  label TEXT NOT NULL,
  media TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  received BIGINT NOT NULL,
  may_be_heard BIGINT NOT NULL DEFAULT 0,
  transcript TEXT,
  transcript_by TEXT,
  transcript_at BIGINT,
  state TEXT NOT NULL CHECK (state IN ('receiving', 'ready')),
  made_at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX upload_draft ON upload (draft_id);
CREATE INDEX upload_application ON upload (application_id);
-- People who want to hear when a program's next call opens; not an application.
CREATE TABLE interest (
  id TEXT PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program (id),
  email TEXT NOT NULL,
  email_norm TEXT NOT NULL,
  name TEXT NOT NULL,
  scope TEXT NOT NULL,
  source TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('en', 'es')),
  at BIGINT NOT NULL,
  confirmed_at BIGINT,
  UNIQUE (program_id, email_norm)
);
CREATE INDEX interest_norm ON interest (email_norm);
-- What was typed waits with the key that was mailed: whoever uses the key confirms these words and no others.
CREATE TABLE interest_key (
  token_hash TEXT PRIMARY KEY,
  interest_id TEXT NOT NULL REFERENCES interest (id),
  made_at BIGINT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  scope TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT ''
);
CREATE TABLE interest_told (
  interest_id TEXT NOT NULL REFERENCES interest (id),
  season_id TEXT NOT NULL REFERENCES season (id),
  at BIGINT NOT NULL,
  PRIMARY KEY (interest_id, season_id)
);
-- Letters to a group, in both languages.
CREATE TABLE letter (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  group_name TEXT NOT NULL CHECK (group_name IN (
    'drafts', 'applicants', 'waiting', 'members', 'readers', 'staff', 'interested'
  )),
  subject_en TEXT NOT NULL,
  subject_es TEXT NOT NULL,
  text_en TEXT NOT NULL,
  text_es TEXT NOT NULL,
  made_by TEXT REFERENCES person (id),
  made_at BIGINT NOT NULL,
  sent_by TEXT REFERENCES person (id),
  sent_at BIGINT,
  sent_to BIGINT,
  discarded_at BIGINT
);
-- An employer says that she knows of the time a season takes. Apart from scoring, and never a condition.
CREATE TABLE acknowledgement (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES application (id),
  email TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  asked_at BIGINT NOT NULL,
  signer_name TEXT,
  signer_title TEXT,
  given_at BIGINT
);
CREATE INDEX acknowledgement_application ON acknowledgement (application_id);
-- Themes of a codebook for one question, by its id; keywords, one on a line, hint and decide nothing.
CREATE TABLE theme (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  question TEXT NOT NULL,
  code TEXT NOT NULL,
  label_en TEXT NOT NULL,
  label_es TEXT NOT NULL,
  definition TEXT NOT NULL,
  keywords TEXT NOT NULL,
  place BIGINT NOT NULL,
  UNIQUE (season_id, question, code)
);
CREATE TABLE theme_coding (
  application_id TEXT NOT NULL REFERENCES application (id),
  question TEXT NOT NULL,
  codes TEXT NOT NULL,
  by_id TEXT NOT NULL REFERENCES person (id),
  at BIGINT NOT NULL,
  PRIMARY KEY (application_id, question, by_id)
);
-- How seats are filled that stay open, declared once for a season: 'redraw', 'next' or 'list'; beyond: invitations
-- beyond the seats.
CREATE TABLE filling (
  season_id TEXT PRIMARY KEY REFERENCES season (id),
  rule TEXT NOT NULL CHECK (rule IN ('redraw', 'next', 'list')),
  beyond BIGINT NOT NULL,
  by_id TEXT REFERENCES person (id),
  at BIGINT NOT NULL
);
CREATE TABLE alternate (
  season_id TEXT NOT NULL REFERENCES season (id),
  place BIGINT NOT NULL,
  application_id TEXT NOT NULL REFERENCES application (id),
  PRIMARY KEY (season_id, application_id),
  UNIQUE (season_id, place)
);
CREATE INDEX alternate_application ON alternate (application_id);
-- A cohort on its way, by name; its steps form a tree, so that undoing loses nothing. cohort: ids of applications as
-- JSON.
CREATE TABLE composition (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  number BIGINT NOT NULL,
  name TEXT NOT NULL,
  step BIGINT NOT NULL,
  created_by TEXT REFERENCES person (id),
  created_at BIGINT NOT NULL,
  UNIQUE (season_id, number)
);
CREATE TABLE composition_step (
  composition_id TEXT NOT NULL REFERENCES composition (id),
  step BIGINT NOT NULL,
  parent BIGINT,
  verb TEXT NOT NULL,
  about TEXT NOT NULL,
  cohort TEXT NOT NULL,
  run_id TEXT REFERENCES selection_run (id),
  by_id TEXT REFERENCES person (id),
  at BIGINT NOT NULL,
  PRIMARY KEY (composition_id, step)
);
CREATE TABLE selection_mark (
  season_id TEXT NOT NULL REFERENCES season (id),
  application_id TEXT NOT NULL REFERENCES application (id),
  mark TEXT NOT NULL CHECK (mark IN ('locked', 'aside')),
  reason TEXT NOT NULL,
  by_id TEXT REFERENCES person (id),
  at BIGINT NOT NULL,
  PRIMARY KEY (season_id, application_id)
);

-- How often the few questions before a call were answered, and how often something else seemed the better fit. Counts
-- by day; nobody's answers.
CREATE TABLE fit_count (
  season_id TEXT NOT NULL REFERENCES season (id),
  day TEXT NOT NULL,
  fits BIGINT NOT NULL,
  n BIGINT NOT NULL,
  PRIMARY KEY (season_id, day, fits)
);

-- Gatherings ---------------------------------------------------------------------------------------------

-- A meeting of a season; its days stand in its sittings. `number` counts within the season and stands in addresses.
CREATE TABLE gathering (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  number BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN (
    'retreat', 'session', 'course-part', 'group-coaching', 'webinar', 'event-session'
  )),
  format TEXT NOT NULL CHECK (format IN ('online', 'in-person', 'both')),
  title_en TEXT NOT NULL,
  title_es TEXT NOT NULL,
  purpose_en TEXT NOT NULL,
  purpose_es TEXT NOT NULL,
  open_before BIGINT NOT NULL,
  open_after BIGINT NOT NULL,
  choose_until TEXT,
  made_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  published_at BIGINT,
  cancelled_at BIGINT,
  cancel_reason TEXT,
  UNIQUE (season_id, number)
);
-- Sittings of one part are alternatives; different parts are all attended. Wall time and zone are what was agreed;
-- `starts_at` follows from them.
CREATE TABLE sitting (
  id TEXT PRIMARY KEY,
  gathering_id TEXT NOT NULL REFERENCES gathering (id),
  part BIGINT NOT NULL,
  starts_local TEXT NOT NULL,
  zone TEXT NOT NULL,
  minutes BIGINT NOT NULL,
  starts_at BIGINT NOT NULL,
  place TEXT NOT NULL,
  join_url TEXT NOT NULL,
  capacity BIGINT,
  taken BIGINT NOT NULL DEFAULT 0,
  sequence BIGINT NOT NULL DEFAULT 0,
  removed_at BIGINT,
  CHECK (capacity IS NULL OR taken <= capacity)
);
CREATE INDEX sitting_starts ON sitting (starts_at);
CREATE INDEX sitting_gathering ON sitting (gathering_id);
-- Who comes to which sitting of a part, or waits for it.
CREATE TABLE sitting_place (
  gathering_id TEXT NOT NULL REFERENCES gathering (id),
  part BIGINT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  sitting_id TEXT NOT NULL REFERENCES sitting (id),
  state TEXT NOT NULL CHECK (state IN ('held', 'waiting')),
  at BIGINT NOT NULL,
  PRIMARY KEY (gathering_id, part, person_id, state)
);
CREATE INDEX sitting_place_sitting ON sitting_place (sitting_id, state, at);
-- Yes, no, or yes with something she needs.
CREATE TABLE gathering_answer (
  gathering_id TEXT NOT NULL REFERENCES gathering (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'need')),
  note TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (gathering_id, person_id)
);
-- What changed after people were told, as JSON; and how many were told.
CREATE TABLE gathering_change (
  id TEXT PRIMARY KEY,
  gathering_id TEXT NOT NULL REFERENCES gathering (id),
  changes TEXT NOT NULL,
  by_id TEXT REFERENCES person (id),
  at BIGINT NOT NULL,
  told BIGINT NOT NULL
);
CREATE INDEX gathering_change_gathering ON gathering_change (gathering_id);
-- The run of show of a part, block by block.
CREATE TABLE segment (
  id TEXT PRIMARY KEY,
  gathering_id TEXT NOT NULL REFERENCES gathering (id),
  part BIGINT NOT NULL,
  position BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN (
    'grounding', 'celebration', 'welcome', 'informal', 'content', 'reflection', 'application', 'home-team', 'consult',
    'commitments', 'questions', 'break'
  )),
  title_en TEXT NOT NULL,
  title_es TEXT NOT NULL,
  minutes BIGINT NOT NULL,
  owner TEXT NOT NULL,
  materials TEXT NOT NULL,
  cue TEXT NOT NULL,
  UNIQUE (gathering_id, part, position)
);
-- How a season wants its minutes to be shared, in percent.
CREATE TABLE mix_target (
  season_id TEXT PRIMARY KEY REFERENCES season (id),
  content BIGINT NOT NULL,
  reflection BIGINT NOT NULL,
  application BIGINT NOT NULL
);
-- One credit for each part, however someone came.
CREATE TABLE attendance (
  gathering_id TEXT NOT NULL REFERENCES gathering (id),
  part BIGINT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  sitting_id TEXT NOT NULL REFERENCES sitting (id),
  state TEXT NOT NULL CHECK (state IN ('present', 'made-up')),
  source TEXT NOT NULL CHECK (source IN ('link', 'door', 'report', 'hand')),
  first_at BIGINT,
  last_at BIGINT,
  minutes BIGINT,
  how TEXT NOT NULL DEFAULT '',
  by_id TEXT REFERENCES person (id),
  at BIGINT NOT NULL,
  PRIMARY KEY (gathering_id, part, person_id)
);
CREATE INDEX attendance_sitting ON attendance (sitting_id);
CREATE INDEX attendance_person ON attendance (person_id);
-- A report of a meeting service, read and waiting for someone to say who is who.
CREATE TABLE meeting_report (
  id TEXT PRIMARY KEY,
  sitting_id TEXT NOT NULL REFERENCES sitting (id),
  rows TEXT NOT NULL,
  made_by TEXT REFERENCES person (id),
  made_at BIGINT NOT NULL,
  taken_at BIGINT
);
-- The secret of a person's calendar address.
CREATE TABLE calendar_key (
  token_hash TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  is_staff BIGINT NOT NULL DEFAULT 0,
  made_at BIGINT NOT NULL,
  revoked_at BIGINT
);
CREATE INDEX calendar_key_person ON calendar_key (person_id);

-- What a published text says about a season's dates. While one differs and is not settled, the season is unconfirmed.
CREATE TABLE schedule_source (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  name TEXT NOT NULL,
  url TEXT NOT NULL,
  first_on TEXT,
  last_on TEXT,
  sessions BIGINT,
  minutes BIGINT,
  days TEXT NOT NULL,
  made_by TEXT REFERENCES person (id),
  made_at BIGINT NOT NULL,
  settled_at BIGINT,
  settled_by TEXT REFERENCES person (id),
  reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX schedule_source_season ON schedule_source (season_id);
-- How often a sitting came into or left one person's calendar: part of the number that calendars compare.
CREATE TABLE calendar_turn (
  sitting_id TEXT NOT NULL REFERENCES sitting (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  n BIGINT NOT NULL,
  PRIMARY KEY (sitting_id, person_id)
);
-- Members who had their invitations after the announcement.
CREATE TABLE season_welcome (
  season_id TEXT NOT NULL REFERENCES season (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  at BIGINT NOT NULL,
  PRIMARY KEY (season_id, person_id)
);
-- Which reminders of a sitting have gone out; a sitting that moves is reminded of anew.
CREATE TABLE sitting_reminder (
  sitting_id TEXT NOT NULL REFERENCES sitting (id),
  kind TEXT NOT NULL CHECK (kind IN ('day', 'hour')),
  starts_at BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (sitting_id, kind, starts_at)
);

-- Registration --------------------------------------------------------------------------------------------

-- How one registers for a season that anyone may join. Without a capacity there are seats for everyone.
CREATE TABLE offer (
  season_id TEXT PRIMARY KEY REFERENCES season (id),
  capacity BIGINT,
  taken BIGINT NOT NULL DEFAULT 0,
  closes_on TEXT NOT NULL,
  closes_at BIGINT NOT NULL,
  price_en TEXT NOT NULL,
  price_es TEXT NOT NULL,
  pay_url TEXT NOT NULL,
  audience_en TEXT NOT NULL,
  audience_es TEXT NOT NULL,
  opened_at BIGINT,
  CHECK (capacity IS NULL OR taken <= capacity)
);
-- `held` has a seat, `waiting` is on the list, `asked` has neither until it is confirmed, `left` is over.
CREATE TABLE registration (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  state TEXT NOT NULL CHECK (state IN ('held', 'waiting', 'asked', 'left')),
  at BIGINT NOT NULL,
  -- NULL while the address was only typed: then a seat is held for an hour, and nobody waits.
  confirmed_at BIGINT,
  UNIQUE (season_id, person_id)
);
CREATE INDEX registration_person ON registration (person_id);
-- Who takes part in a season: who has a seat in its cohort, or is registered.
CREATE VIEW taking_part AS
SELECT m.season_id AS season_id, m.person_id AS person_id
FROM member m
WHERE m.left_at IS NULL
UNION
SELECT g.season_id AS season_id, g.person_id AS person_id
FROM registration g
WHERE g.state = 'held' AND g.confirmed_at IS NOT NULL;
-- What someone is in a season now: what they were given, and that they take part.
CREATE VIEW held_role AS
SELECT r.person_id AS person_id, r.season_id AS season_id, r.role AS role
FROM role r
WHERE r.until IS NULL
UNION ALL
SELECT m.person_id AS person_id, m.season_id AS season_id, 'participant' AS role
FROM member m
WHERE m.left_at IS NULL
UNION ALL
SELECT g.person_id AS person_id, g.season_id AS season_id, 'registrant' AS role
FROM registration g
WHERE g.state = 'held' AND g.confirmed_at IS NOT NULL;
-- A link that was mailed to a registrant. Another one leaves the earlier ones as they are.
CREATE TABLE registration_key (
  token_hash TEXT PRIMARY KEY,
  registration_id TEXT NOT NULL REFERENCES registration (id),
  made_at BIGINT NOT NULL,
  mailed_to TEXT NOT NULL
);
CREATE INDEX registration_unconfirmed ON registration (at) WHERE confirmed_at IS NULL;
CREATE INDEX registration_key_registration ON registration_key (registration_id);
-- A place offered to somebody by email: it stays with whoever has it until the link is used.
CREATE TABLE place_offer (
  token_hash TEXT PRIMARY KEY,
  registration_id TEXT NOT NULL REFERENCES registration (id),
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  mailed_to TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('en', 'es')),
  at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE UNIQUE INDEX place_offer_open ON place_offer (registration_id) WHERE ended_at IS NULL;

-- Together -----------------------------------------------------------------------------------------------

CREATE TABLE agreement (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  version BIGINT NOT NULL,
  text TEXT NOT NULL,
  made_by TEXT REFERENCES person (id),
  made_at BIGINT NOT NULL,
  UNIQUE (season_id, version)
);
CREATE TABLE agreement_yes (
  agreement_id TEXT NOT NULL REFERENCES agreement (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  at BIGINT NOT NULL,
  PRIMARY KEY (agreement_id, person_id)
);
CREATE TABLE celebration (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  text TEXT NOT NULL,
  at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX celebration_season ON celebration (season_id, at);

-- Rooms --------------------------------------------------------------------------------------------------

-- What was done with a running sitting, step by step. Two who press at once write one step.
CREATE TABLE room_step (
  sitting_id TEXT NOT NULL REFERENCES sitting (id),
  n BIGINT NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('begin', 'next', 'back', 'more', 'end')),
  segment_id TEXT,
  by_id TEXT REFERENCES person (id),
  at BIGINT NOT NULL,
  PRIMARY KEY (sitting_id, n)
);
-- A seating of those who are there; the seats of posted ones are who has met whom.
CREATE TABLE room_round (
  id TEXT PRIMARY KEY,
  sitting_id TEXT NOT NULL REFERENCES sitting (id),
  n BIGINT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('teams', 'fresh')),
  repeats BIGINT NOT NULL,
  made_by TEXT REFERENCES person (id),
  made_at BIGINT NOT NULL,
  posted_at BIGINT,
  changes BIGINT NOT NULL DEFAULT 0,
  UNIQUE (sitting_id, n)
);
CREATE TABLE room_seat (
  round_id TEXT NOT NULL REFERENCES room_round (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  room BIGINT NOT NULL,
  PRIMARY KEY (round_id, person_id)
);

-- Library -------------------------------------------------------------------------------------------------

-- What a program works with: frameworks, practices, modules, handouts, worksheets. `number` counts within the program
-- and stands in addresses; `prompts` are asked line by line, `list` names a list of the program that is asked through.
CREATE TABLE card (
  id TEXT PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program (id),
  number BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('practice', 'framework', 'module', 'handout', 'worksheet')),
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
CREATE TABLE card_tag (
  card_id TEXT NOT NULL REFERENCES card (id),
  list TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (card_id, list, value)
);
-- What someone wrote on a worksheet, for herself alone: questions and words as they were, as JSON.
CREATE TABLE reflection (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  card_id TEXT NOT NULL REFERENCES card (id),
  answers TEXT NOT NULL,
  at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE INDEX reflection_person ON reflection (person_id, card_id, at);
-- Which cards a gathering works with, in their order.
CREATE TABLE gathering_card (
  gathering_id TEXT NOT NULL REFERENCES gathering (id),
  card_id TEXT NOT NULL REFERENCES card (id),
  position BIGINT NOT NULL,
  PRIMARY KEY (gathering_id, card_id)
);
CREATE INDEX gathering_card_card ON gathering_card (card_id);
-- What a program wants to answer, and by which approaches; which gathering works with which approach.
CREATE TABLE curriculum_line (
  program_id TEXT NOT NULL REFERENCES program (id),
  need TEXT NOT NULL,
  approach TEXT NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (program_id, need, approach)
);
CREATE TABLE gathering_approach (
  gathering_id TEXT NOT NULL REFERENCES gathering (id),
  approach TEXT NOT NULL,
  PRIMARY KEY (gathering_id, approach)
);

-- Logistics ----------------------------------------------------------------------------------------------

-- What someone needs to come to a gathering in person. Read by her and by the season's one named person; erased sixty
-- days after its end.
CREATE TABLE logistics_sheet (
  gathering_id TEXT NOT NULL REFERENCES gathering (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  arrives_on TEXT,
  arrives TEXT NOT NULL,
  departs_on TEXT,
  departs TEXT NOT NULL,
  nights BIGINT,
  room TEXT NOT NULL,
  diet TEXT NOT NULL,
  access TEXT NOT NULL,
  care TEXT NOT NULL,
  emergency_name TEXT NOT NULL,
  emergency_phone TEXT NOT NULL,
  note TEXT NOT NULL,
  told_to TEXT NOT NULL REFERENCES person (id),
  at BIGINT NOT NULL,
  PRIMARY KEY (gathering_id, person_id)
);
CREATE TABLE reimbursement (
  id TEXT PRIMARY KEY,
  gathering_id TEXT NOT NULL REFERENCES gathering (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  cents BIGINT NOT NULL,
  what TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'paid', 'declined')),
  reason TEXT NOT NULL DEFAULT '',
  told_to TEXT NOT NULL REFERENCES person (id),
  at BIGINT NOT NULL,
  settled_at BIGINT
);
CREATE INDEX reimbursement_gathering ON reimbursement (gathering_id);
-- What is left of a gathering's sheets once they are erased: numbers.
CREATE TABLE logistics_erased (
  gathering_id TEXT PRIMARY KEY REFERENCES gathering (id),
  sheets BIGINT NOT NULL,
  asked_cents BIGINT NOT NULL,
  paid_cents BIGINT NOT NULL,
  at BIGINT NOT NULL
);

-- Opportunities ------------------------------------------------------------------------------------------

-- What an offer costs, tier by tier, in cents; a tier with a day ends at that day's midnight in the season's zone.
CREATE TABLE offer_tier (
  season_id TEXT NOT NULL REFERENCES season (id),
  position BIGINT NOT NULL,
  name_en TEXT NOT NULL,
  name_es TEXT NOT NULL,
  cents BIGINT NOT NULL,
  until_on TEXT,
  until_at BIGINT,
  PRIMARY KEY (season_id, position)
);
-- What others offer and a program passes on: where, when, for whom, what it costs, until when. `recorded`: yes, no, or
-- nothing said.
CREATE TABLE listing (
  id TEXT PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES program (id),
  kind TEXT NOT NULL CHECK (kind IN ('course', 'lab', 'webinar', 'event', 'fellowship', 'other')),
  title_en TEXT NOT NULL,
  title_es TEXT NOT NULL,
  text_en TEXT NOT NULL,
  text_es TEXT NOT NULL,
  audience_en TEXT NOT NULL,
  audience_es TEXT NOT NULL,
  host TEXT NOT NULL,
  place TEXT NOT NULL,
  url TEXT NOT NULL,
  starts_on TEXT,
  ends_on TEXT,
  deadline_on TEXT,
  has_no_deadline BIGINT NOT NULL,
  zone TEXT NOT NULL,
  price_en TEXT NOT NULL,
  price_es TEXT NOT NULL,
  recorded TEXT NOT NULL CHECK (recorded IN ('', 'yes', 'no')),
  made_by TEXT REFERENCES person (id),
  made_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  published_at BIGINT
);
CREATE INDEX listing_program ON listing (program_id);
-- What can come after a program.
CREATE TABLE pathway (
  program_id TEXT NOT NULL REFERENCES program (id),
  next_id TEXT NOT NULL REFERENCES program (id),
  position BIGINT NOT NULL,
  note_en TEXT NOT NULL,
  note_es TEXT NOT NULL,
  PRIMARY KEY (program_id, next_id)
);
-- Whether a gathering is recorded, where the recording is, and until which day it may be watched.
CREATE TABLE gathering_recording (
  gathering_id TEXT PRIMARY KEY REFERENCES gathering (id),
  is_recorded BIGINT NOT NULL,
  url TEXT NOT NULL,
  until_on TEXT,
  at BIGINT NOT NULL
);
-- When a link was last tried, and what came of it.
CREATE TABLE link_check (
  url TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('ok', 'dead', 'unsure')),
  said TEXT NOT NULL,
  checked_at BIGINT NOT NULL,
  dead_since BIGINT
);

-- Peers --------------------------------------------------------------------------------------------------

-- Someone who wants to be found by others like them, in their own words, by people of the seasons they chose who are on
-- the list themselves.
CREATE TABLE peer (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL UNIQUE REFERENCES person (id),
  place TEXT NOT NULL,
  issues TEXT NOT NULL,
  talk TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE TABLE peer_season (
  person_id TEXT NOT NULL REFERENCES person (id),
  season_id TEXT NOT NULL REFERENCES season (id),
  PRIMARY KEY (person_id, season_id)
);
CREATE INDEX peer_season_season ON peer_season (season_id);
-- Who sees whom: both chose a season that they share; or both chose a cohort of one program, whose people the program
-- has chosen. An offer that anyone may join opens nobody but its own people.
CREATE VIEW peer_pair AS
SELECT DISTINCT a.person_id AS person_id, b.person_id AS other_id
FROM peer_season a
JOIN season sa ON sa.id = a.season_id
JOIN program g ON g.id = sa.program_id
JOIN season sb ON sb.program_id = sa.program_id AND (sb.id = sa.id OR g.kind = 'cohort')
JOIN peer_season b ON b.season_id = sb.id
WHERE a.person_id <> b.person_id
    AND EXISTS (SELECT 1 FROM taking_part k WHERE k.season_id = a.season_id AND k.person_id = a.person_id)
    AND EXISTS (SELECT 1 FROM taking_part k WHERE k.season_id = b.season_id AND k.person_id = b.person_id);
-- A word from one to another; addresses are exchanged when both said yes. `answer`: yes, no, or never again.
CREATE TABLE peer_word (
  id TEXT PRIMARY KEY,
  from_id TEXT NOT NULL REFERENCES person (id),
  to_id TEXT NOT NULL REFERENCES person (id),
  text TEXT NOT NULL,
  at BIGINT NOT NULL,
  answer TEXT CHECK (answer IN ('yes', 'no', 'never')),
  answered_at BIGINT
);
CREATE UNIQUE INDEX peer_word_open ON peer_word (from_id, to_id) WHERE answer IS NULL;
CREATE INDEX peer_word_to ON peer_word (to_id);

-- Spaces -------------------------------------------------------------------------------------------------

-- A space that people of a season make for themselves. Nobody else opens it, whatever her role; `asks_money` shows its
-- name to the leads.
CREATE TABLE space (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  name TEXT NOT NULL,
  purpose TEXT NOT NULL,
  confidentiality TEXT NOT NULL,
  is_listed BIGINT NOT NULL,
  asks_money BIGINT NOT NULL,
  paid_by TEXT NOT NULL,
  at BIGINT NOT NULL,
  closed_at BIGINT
);
CREATE INDEX space_season ON space (season_id);
-- In it, invited by someone in it, or asking to come in.
CREATE TABLE space_member (
  space_id TEXT NOT NULL REFERENCES space (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  state TEXT NOT NULL CHECK (state IN ('in', 'invited', 'asking')),
  PRIMARY KEY (space_id, person_id)
);
CREATE TABLE space_word (
  id TEXT PRIMARY KEY,
  space_id TEXT NOT NULL REFERENCES space (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  text TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX space_word_space ON space_word (space_id, at);

-- Pulse --------------------------------------------------------------------------------------------------

-- A few questions on what weighs on people's work, open for some days. Stressors are lines.
CREATE TABLE pulse (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  stressors TEXT NOT NULL,
  opened_at BIGINT NOT NULL,
  closes_at BIGINT NOT NULL
);
CREATE INDEX pulse_season ON pulse (season_id, opened_at);

-- Answers without names ----------------------------------------------------------------------------------

-- What was answered and who has answered, of a topic such as a pulse (its id), without any way from one to the other:
-- no key, no time, no order, and five people or more are written at once (kernel/anonymous.rs). Answers are JSON. Marks
-- are removed after the end.
CREATE TABLE anonymous_answer (id TEXT PRIMARY KEY, topic TEXT NOT NULL, answer TEXT NOT NULL);
CREATE INDEX anonymous_answer_topic ON anonymous_answer (topic);
CREATE TABLE anonymous_mark (
  topic TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (topic, person_id)
);
