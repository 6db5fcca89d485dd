-- A season's team may look at its emails to many before they go out: since when one is held, edited, discarded.
ALTER TABLE season ADD COLUMN holds_email BIGINT NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN held_at BIGINT;
ALTER TABLE outbox ADD COLUMN edited_at BIGINT;
ALTER TABLE outbox ADD COLUMN discarded_at BIGINT;
