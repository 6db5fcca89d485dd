-- The season whose team may read an email while it waits and after; none for what is private.
ALTER TABLE outbox ADD COLUMN season_id TEXT;
CREATE INDEX outbox_season ON outbox (season_id, created_at);

-- Every version of a season's own text of an email, in both languages (JSON); the newest counts. What is empty in it is
-- the default text.
CREATE TABLE season_email (
  season_id TEXT NOT NULL REFERENCES season (id),
  kind TEXT NOT NULL,
  version BIGINT NOT NULL,
  text TEXT NOT NULL,
  by_id TEXT REFERENCES person (id),
  at BIGINT NOT NULL,
  PRIMARY KEY (season_id, kind, version)
);
-- Where answers to a season's emails go, and who signs them.
CREATE TABLE season_sender (
  season_id TEXT PRIMARY KEY REFERENCES season (id),
  reply_to TEXT NOT NULL,
  signature_name TEXT NOT NULL,
  signature_role TEXT NOT NULL,
  signature_role_es TEXT NOT NULL,
  by_id TEXT REFERENCES person (id),
  at BIGINT NOT NULL
);
