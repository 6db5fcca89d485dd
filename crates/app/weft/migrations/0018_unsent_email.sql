-- When an email was kept as a file because no mail server was set. It is done with, and can be sent later.
ALTER TABLE outbox ADD COLUMN kept_at BIGINT;
CREATE INDEX outbox_kept ON outbox (kept_at) WHERE kept_at IS NOT NULL;
DROP VIEW listed_email;
CREATE VIEW listed_email AS
SELECT o.id AS id, o.season_id AS season_id, o.lane AS lane, o.recipient AS recipient,
    CASE WHEN o.lane = 0 THEN '' ELSE o.subject END AS subject, o.attempts AS attempts, o.created_at AS created_at,
    o.due_at AS due_at, o.last_error AS last_error, m.at AS marked_at, o.waits_for_mark AS waits_for_mark,
    CASE WHEN o.state = 'waiting' THEN o.claimed_until END AS claimed_until,
    CASE WHEN o.discarded_at IS NOT NULL THEN 'discarded'
        WHEN o.state = 'sent' AND o.kept_at IS NOT NULL THEN 'unsent'
        WHEN o.state <> 'waiting' THEN o.state
        WHEN o.held_at IS NOT NULL THEN 'review'
        WHEN o.waits_for_mark = 1 AND m.norm IS NOT NULL THEN 'held'
        ELSE 'waiting'
        END AS state
FROM outbox o
LEFT JOIN address_mark m ON m.norm = o.norm
WHERE o.is_private = 0 AND o.is_decoy = 0;
