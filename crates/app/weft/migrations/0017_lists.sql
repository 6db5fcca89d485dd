-- Links with which applicants who have no form of ours name recommenders: their application came from a file, or the
-- team entered it. All of them work.
CREATE TABLE recommender_link (
  token_hash TEXT PRIMARY KEY,
  season_id TEXT NOT NULL REFERENCES season (id),
  application_id TEXT NOT NULL REFERENCES application (id),
  made_at BIGINT NOT NULL
);
CREATE INDEX recommender_link_application ON recommender_link (application_id);
CREATE INDEX recommender_link_season ON recommender_link (season_id);
-- A lead asked for it on the applicant's behalf.
ALTER TABLE recommendation ADD COLUMN is_by_team BIGINT NOT NULL DEFAULT 0;
