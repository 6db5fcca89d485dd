-- When a cohort's public page can be read by everyone: from its moment on, until it is taken down.
CREATE TABLE cohort_release (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  public_at BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE UNIQUE INDEX cohort_release_living ON cohort_release (season_id) WHERE ended_at IS NULL;

-- Members who said what of theirs is shown, whatever they said; what they agreed to stands in `consent`.
CREATE TABLE share_answer (
  person_id TEXT NOT NULL REFERENCES person (id),
  season_id TEXT NOT NULL REFERENCES season (id),
  at BIGINT NOT NULL,
  PRIMARY KEY (person_id, season_id)
);
CREATE INDEX share_answer_season ON share_answer (season_id);
INSERT INTO share_answer (person_id, season_id, at)
SELECT person_id, season_id, MIN(given_at)
FROM consent
WHERE season_id IS NOT NULL AND purpose LIKE 'publish:%'
GROUP BY person_id, season_id;

-- One email with what waits, at most one a day. What someone was told is kept while it waits, so that only what is new
-- is told again: a hash of what it is, and how many there were.
ALTER TABLE person ADD COLUMN digest TEXT NOT NULL DEFAULT 'daily' CHECK (digest IN ('daily', 'weekly', 'never'));
CREATE TABLE digest_told (
  person_id TEXT NOT NULL REFERENCES person (id),
  what TEXT NOT NULL,
  n BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (person_id, what)
);
-- The day that someone's digest was written for, or was not because nothing was new; with the key of its link that
-- ends them, where one went out.
CREATE TABLE digest_day (
  person_id TEXT NOT NULL REFERENCES person (id),
  sent_on TEXT NOT NULL,
  at BIGINT NOT NULL,
  key_hash TEXT UNIQUE,
  PRIMARY KEY (person_id, sent_on)
);
