-- Whether a coach shows their photo to those who read their profile.
ALTER TABLE coach ADD COLUMN shows_photo BIGINT NOT NULL DEFAULT 0 CHECK (shows_photo BETWEEN 0 AND 1);
-- What members can say that their coaching was about. One that is no longer offered stays for those who share it.
CREATE TABLE coaching_theme (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES coaching (season_id),
  place BIGINT NOT NULL,
  name_en TEXT NOT NULL,
  name_es TEXT NOT NULL,
  is_offered BIGINT NOT NULL CHECK (is_offered BETWEEN 0 AND 1),
  -- How many chose it when people were counted last.
  chosen BIGINT NOT NULL
);
CREATE INDEX coaching_theme_season ON coaching_theme (season_id);
-- How many people were counted, and how many of them have taken their themes back since.
CREATE TABLE coaching_theme_count (
  season_id TEXT PRIMARY KEY REFERENCES coaching (season_id),
  people BIGINT NOT NULL,
  gone BIGINT NOT NULL
);
-- Which themes someone of the cohort shares, sealed, and whether they are in the last count.
CREATE TABLE coaching_theme_share (
  season_id TEXT NOT NULL REFERENCES coaching (season_id),
  person_id TEXT NOT NULL REFERENCES person (id),
  themes_sealed TEXT NOT NULL,
  is_counted BIGINT NOT NULL CHECK (is_counted BETWEEN 0 AND 1),
  PRIMARY KEY (season_id, person_id)
);
CREATE INDEX coaching_theme_share_person ON coaching_theme_share (person_id);
-- When members are asked how coaching goes. Their answers have no name: anonymous_answer, by its id.
CREATE TABLE coaching_round (
  id TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES coaching (season_id),
  opened_at BIGINT NOT NULL,
  closes_at BIGINT NOT NULL
);
CREATE INDEX coaching_round_season ON coaching_round (season_id);
