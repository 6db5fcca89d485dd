-- Recommendations that a season's applicants may ask for: how many (0 for none), until when, whether applicants read
-- them, and what recommenders are asked, as questions of a form.
CREATE TABLE recommendation_plan (
  season_id TEXT PRIMARY KEY REFERENCES season (id),
  most BIGINT NOT NULL,
  is_required BIGINT NOT NULL,
  is_shown BIGINT NOT NULL,
  due_on TEXT,
  due_at BIGINT,
  intro TEXT NOT NULL,
  questions TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);
-- Someone whom an applicant named as a recommender, and what came of it. `asker` is what the recommender knows the
-- applicant as. `is_shown` is what the recommender was told about who reads it. `answers` is what was sent last.
CREATE TABLE recommendation (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  draft_id TEXT NOT NULL,
  application_id TEXT REFERENCES application (id),
  asker TEXT NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  norm TEXT NOT NULL,
  relation TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('en', 'es')),
  is_shown BIGINT NOT NULL,
  named_at BIGINT NOT NULL,
  asked_at BIGINT,
  reminded_at BIGINT,
  opened_at BIGINT,
  declined_at BIGINT,
  decline_reason TEXT,
  sent_at BIGINT,
  answers TEXT,
  ended_at BIGINT,
  revision BIGINT NOT NULL
);
CREATE INDEX recommendation_draft ON recommendation (draft_id);
CREATE INDEX recommendation_application ON recommendation (application_id);
CREATE INDEX recommendation_season ON recommendation (season_id);
CREATE INDEX recommendation_norm ON recommendation (norm);
CREATE TABLE recommendation_answer (
  recommendation_id TEXT NOT NULL REFERENCES recommendation (id),
  question TEXT NOT NULL,
  value TEXT NOT NULL,
  revision BIGINT NOT NULL,
  PRIMARY KEY (recommendation_id, question)
);
-- Links that were sent to a recommender; all of them work.
CREATE TABLE recommendation_key (
  token_hash TEXT PRIMARY KEY,
  recommendation_id TEXT NOT NULL REFERENCES recommendation (id),
  made_at BIGINT NOT NULL
);
CREATE INDEX recommendation_key_recommendation ON recommendation_key (recommendation_id);
-- Which application a recommendation counts for: those of a duplicate count for the application that is kept.
CREATE VIEW recommendation_for AS
SELECT asked.id AS recommendation_id, asked.season_id AS season_id, COALESCE(kept.id, own.id) AS application_id
FROM recommendation asked
JOIN application own ON own.id = asked.application_id
LEFT JOIN application kept ON kept.season_id = own.season_id AND kept.external_id = own.duplicate_of
WHERE asked.ended_at IS NULL;
