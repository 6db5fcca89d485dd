-- When an invitation was canceled before it was answered. Its time is over from then on.
ALTER TABLE invitation ADD COLUMN canceled_at BIGINT;
-- Emails as lists show them, without private ones and decoys. The body is not here, nor the subject of an urgent one:
-- they may hold a link that signs in, or a code. One that waits may be on its way: whoever knows the time asks
-- claimed_until.
CREATE VIEW listed_email AS
SELECT o.id AS id, o.season_id AS season_id, o.lane AS lane, o.recipient AS recipient,
    CASE WHEN o.lane = 0 THEN '' ELSE o.subject END AS subject, o.attempts AS attempts, o.created_at AS created_at,
    o.due_at AS due_at, o.last_error AS last_error, m.at AS marked_at, o.waits_for_mark AS waits_for_mark,
    CASE WHEN o.state = 'waiting' THEN o.claimed_until END AS claimed_until,
    CASE WHEN o.discarded_at IS NOT NULL THEN 'discarded'
        WHEN o.state <> 'waiting' THEN o.state
        WHEN o.held_at IS NOT NULL THEN 'review'
        WHEN o.waits_for_mark = 1 AND m.norm IS NOT NULL THEN 'held'
        ELSE 'waiting'
        END AS state
FROM outbox o
LEFT JOIN address_mark m ON m.norm = o.norm
WHERE o.is_private = 0 AND o.is_decoy = 0;
