-- The season whose team may read an email while it waits and after; none for what is private.
ALTER TABLE outbox ADD COLUMN season_id TEXT REFERENCES season (id);
CREATE INDEX outbox_season ON outbox (season_id, created_at);
