-- Whom a part of a gathering counts: who takes part in the season now, who was there, and who left the season only
-- after it had begun.
CREATE VIEW gathering_guest AS
SELECT g.season_id AS season_id, s.gathering_id AS gathering_id, s.part AS part, k.person_id AS person_id
FROM gathering g
JOIN sitting s ON s.gathering_id = g.id AND s.removed_at IS NULL
JOIN taking_part k ON k.season_id = g.season_id
UNION
SELECT g.season_id AS season_id, a.gathering_id AS gathering_id, a.part AS part, a.person_id AS person_id
FROM gathering g
JOIN attendance a ON a.gathering_id = g.id
UNION
SELECT g.season_id AS season_id, s.gathering_id AS gathering_id, s.part AS part, l.person_id AS person_id
FROM gathering g
JOIN sitting s ON s.gathering_id = g.id AND s.removed_at IS NULL
JOIN member l ON l.season_id = g.season_id AND l.left_at > s.starts_at;
-- What refers to a person or a plan is found without reading the whole table.
CREATE INDEX attendance_by ON attendance (by_id);
