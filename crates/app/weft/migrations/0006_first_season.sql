-- Steps of a season's setup list that its team does not need.
CREATE TABLE setup_skipped (
  season_id TEXT NOT NULL REFERENCES season (id),
  step TEXT NOT NULL,
  PRIMARY KEY (season_id, step)
);

-- What a program and a season say of themselves, in the second language.
ALTER TABLE program ADD COLUMN summary_es TEXT NOT NULL DEFAULT '';
ALTER TABLE program ADD COLUMN funder_credit_es TEXT NOT NULL DEFAULT '';
ALTER TABLE program ADD COLUMN disclaimer_es TEXT NOT NULL DEFAULT '';
ALTER TABLE season ADD COLUMN eligibility_text_es TEXT NOT NULL DEFAULT '';
ALTER TABLE season ADD COLUMN priority_text_es TEXT NOT NULL DEFAULT '';
