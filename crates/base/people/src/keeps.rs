//! What is kept of people in the tables of this crate.

use weft_kernel::db::Sql;
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;

/// What a person agrees to becomes another's, where that one does not agree to the same already.
pub(super) const MOVE_CONSENTS: Sql = sql!(
    "UPDATE consent
    SET person_id = $2
    WHERE person_id = $1
        AND withdrawn_at IS NULL
        AND NOT EXISTS (
            SELECT 1
            FROM consent o
            WHERE o.person_id = $2
                AND o.season_id = consent.season_id
                AND o.purpose = consent.purpose
                AND o.withdrawn_at IS NULL
        )
    RETURNING id"
);

/// Letters come first: the addresses they went to are known until contacts are erased.
pub const KEEPS: Keeps = Keeps {
    forget: &[
        sql!(
            "DELETE FROM outbox
            WHERE state IN ('waiting', 'dead') AND norm IN (SELECT norm FROM contact_point WHERE person_id = $1)"
        ),
        sql!(
            "UPDATE outbox
            SET recipient = '', norm = '', subject = '', payload = '', last_error = NULL
            WHERE norm IN (SELECT norm FROM contact_point WHERE person_id = $1)"
        ),
        sql!(
            "DELETE FROM address_mark
            WHERE norm IN (SELECT norm FROM contact_point WHERE person_id = $1 AND kind = 'email')"
        ),
        sql!("DELETE FROM contact_point WHERE person_id = $1"),
        sql!("DELETE FROM contact_request WHERE person_id = $1"),
        sql!("DELETE FROM affiliation WHERE person_id = $1"),
        sql!("DELETE FROM identity_answer WHERE person_id = $1"),
        sql!("DELETE FROM access_need WHERE person_id = $1"),
        sql!("DELETE FROM consent WHERE person_id = $1"),
        sql!("DELETE FROM share_answer WHERE person_id = $1"),
        sql!("DELETE FROM link_request WHERE person_id = $1"),
        sql!("DELETE FROM sign_in_step WHERE person_id = $1"),
        sql!("DELETE FROM kept_form WHERE person_id = $1"),
        sql!("DELETE FROM sign_in WHERE person_id = $1"),
        sql!(
            "UPDATE person
            SET given_name = '', family_name = '', display_name = '–', sort_key = '', search_key = '',
                pronunciation = NULL, pronouns = NULL, bio = NULL, is_listed = 0
            WHERE id = $1"
        ),
    ],
    join: &[
        sql!(
            "UPDATE person
            SET given_name = (SELECT a.given_name FROM person a WHERE a.id = $1),
                family_name = (SELECT a.family_name FROM person a WHERE a.id = $1),
                display_name = (SELECT a.display_name FROM person a WHERE a.id = $1),
                sort_key = (SELECT a.sort_key FROM person a WHERE a.id = $1),
                search_key = (SELECT a.search_key FROM person a WHERE a.id = $1),
                pronunciation = (SELECT a.pronunciation FROM person a WHERE a.id = $1),
                pronouns = (SELECT a.pronouns FROM person a WHERE a.id = $1)
            WHERE id = $2 AND given_name = '' AND family_name = ''"
        ),
        sql!(
            "UPDATE role
            SET person_id = $2
            WHERE person_id = $1
                AND role = 'applicant'
                AND NOT EXISTS (
                    SELECT 1
                    FROM role o
                    WHERE o.person_id = $2 AND o.season_id = role.season_id AND o.role = role.role AND o.until IS NULL
                )"
        ),
        sql!(
            "UPDATE affiliation
            SET person_id = $2
            WHERE person_id = $1
                AND NOT EXISTS (
                    SELECT 1
                    FROM affiliation o
                    WHERE o.person_id = $2
                        AND o.organization_name = affiliation.organization_name
                        AND o.title = affiliation.title
                )"
        ),
        sql!(
            "UPDATE access_need
            SET person_id = $2
            WHERE person_id = $1
                AND NOT EXISTS (
                    SELECT 1
                    FROM access_need o
                    WHERE o.person_id = $2 AND o.season_id = access_need.season_id
                )"
        ),
        sql!(
            "UPDATE identity_answer
            SET person_id = $2
            WHERE person_id = $1
                AND NOT EXISTS (
                    SELECT 1
                    FROM identity_answer o
                    WHERE o.person_id = $2 AND o.field = identity_answer.field
                )"
        ),
        MOVE_CONSENTS,
        sql!(
            "INSERT INTO share_answer (person_id, season_id, at)
            SELECT CAST($2 AS TEXT), season_id, at
            FROM share_answer
            WHERE person_id = $1
            ON CONFLICT (person_id, season_id) DO NOTHING"
        ),
        sql!("DELETE FROM share_answer WHERE person_id = $1 AND CAST($2 AS TEXT) <> ''"),
        sql!("DELETE FROM access_need WHERE person_id = $1 AND CAST($2 AS TEXT) <> ''"),
        sql!("DELETE FROM identity_answer WHERE person_id = $1 AND CAST($2 AS TEXT) <> ''"),
        sql!("DELETE FROM affiliation WHERE person_id = $1 AND CAST($2 AS TEXT) <> ''"),
        sql!(
            "UPDATE contact_point
            SET person_id = $2
            WHERE person_id = $1
                AND kind = 'phone'
                AND NOT EXISTS (
                    SELECT 1
                    FROM contact_point o
                    WHERE o.person_id = $2 AND o.kind = 'phone' AND o.norm = contact_point.norm
                )"
        ),
        sql!("DELETE FROM contact_point WHERE person_id = $1 AND CAST($2 AS TEXT) <> ''"),
        sql!(
            "UPDATE person
            SET given_name = '', family_name = '', display_name = '', sort_key = '', search_key = '',
                pronunciation = NULL, pronouns = NULL, bio = NULL
            WHERE id = $1 AND CAST($2 AS TEXT) <> ''"
        ),
    ],
    own_data: &[
        (
            "person",
            sql!(
                "SELECT given_name, family_name, display_name, pronunciation, pronouns, language, zone, reminders,
                    digest, bio, is_listed, created_at
                FROM person
                WHERE id = $1"
            ),
        ),
        (
            "contact_points",
            sql!(
                "SELECT kind, value, is_primary, since, until,
                    (SELECT m.at FROM address_mark m WHERE m.norm = contact_point.norm) AS bounced_at
                FROM contact_point
                WHERE person_id = $1
                ORDER BY since"
            ),
        ),
        (
            "affiliations",
            sql!(
                "SELECT organization_name, title, since, until
                FROM affiliation
                WHERE person_id = $1
                ORDER BY since"
            ),
        ),
        (
            "self_descriptions",
            sql!("SELECT field, label, value, at FROM identity_answer WHERE person_id = $1 ORDER BY field"),
        ),
        (
            "access_needs",
            sql!(
                "SELECT s.name AS season, n.value AS value, c.display_name AS told_to, n.at AS at, n.read_at AS read_at
                FROM access_need n
                LEFT JOIN season s ON s.id = n.season_id
                LEFT JOIN person c ON c.id = n.told_to
                WHERE n.person_id = $1
                ORDER BY n.at"
            ),
        ),
        (
            "consents",
            sql!(
                "SELECT s.name AS season, c.purpose AS purpose, c.given_at AS given_at, c.withdrawn_at AS withdrawn_at
                FROM consent c
                LEFT JOIN season s ON s.id = c.season_id
                WHERE c.person_id = $1
                ORDER BY c.given_at"
            ),
        ),
        (
            "share_answers",
            sql!(
                "SELECT s.name AS season, h.at AS at
                FROM share_answer h
                JOIN season s ON s.id = h.season_id
                WHERE h.person_id = $1
                ORDER BY h.at"
            ),
        ),
        (
            "sign_ins",
            sql!(
                "SELECT strength, created_at, seen_at, agent, ended_at
                FROM sign_in
                WHERE person_id = $1
                ORDER BY created_at"
            ),
        ),
        (
            "roles",
            sql!(
                "SELECT s.name AS season, r.role AS role, r.since AS since, r.until AS until
                FROM role r
                LEFT JOIN season s ON s.id = r.season_id
                WHERE r.person_id = $1
                ORDER BY r.since"
            ),
        ),
    ],
    stays: &[
        ("credential", "whoever has a password is not erased with an application, and secrets are not shown"),
        ("contact_request", "a link that waits for an hour, and shows nothing of its own"),
        ("outbox", "emails themselves, which whoever they went to has; recipients go with the person"),
        ("link_request", "a link that waits for ten minutes, and shows nothing of its own"),
        ("sign_in_step", "a step of ten minutes between a password and digits"),
        ("kept_form", "sealed for an hour with a key that only the browser has; shown there in full"),
        ("photo", "a file of its own in what is taken along; taken down by forget::person, with its file"),
        ("role", "ended by forget::person"),
        ("person_merge", "ids alone, which take two records apart again"),
    ],
    ..Keeps::NOTHING
};
