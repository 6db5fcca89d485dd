//! What this slice is to the rest of the house.

use super::{acts, model, pages, rules, undoing};
use weft_kernel::db::OneOf;
use weft_kernel::i18n::Lang;
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::todo::ForTeam;
use weft_web::chore;

pub const PART: Part = Part {
    name: "applications",
    routes: pages::routes,
    entries: &[Entry::new((Group::Applications, 1), "applications", "place-applications", |s| {
        s.season.may_choose() && rules::may_read_pool(s).is_some()
    })],
    keeps: Keeps {
        // Rows of files that nobody has imported yet.
        forget: &[
            sql!(
                "DELETE FROM import_row
            WHERE EXISTS (
                SELECT 1
                FROM contact_point c
                WHERE c.person_id = $1
                    AND c.kind = 'email'
                    AND c.is_apart = 0
                    AND LOWER(import_row.cells) LIKE
                        '%' || REPLACE(REPLACE(REPLACE(c.norm, '!', '!!'), '_', '!_'), '%', '!%') || '%' ESCAPE '!'
            )"
            ),
            // Nothing can be searched for in a file as it was uploaded: it goes, and its rows are kept.
            sql!("UPDATE import_source SET import_id = NULL WHERE import_id IS NOT NULL AND CAST($1 AS TEXT) <> ''"),
            sql!("UPDATE application_version SET by_id = NULL WHERE by_id = $1"),
            sql!("UPDATE application_note SET by_id = NULL WHERE by_id = $1"),
        ],
        join: &[
            sql!("UPDATE application SET person_id = $2 WHERE person_id = $1"),
            sql!("UPDATE application_version SET by_id = $2 WHERE by_id = $1"),
            sql!("UPDATE application_note SET by_id = $2 WHERE by_id = $1"),
        ],
        own_data: &[
            (
                "application_notes",
                sql!(
                    "SELECT a.external_id AS number, n.text AS text, n.at AS at
                    FROM application_note n
                    JOIN application a ON a.id = n.application_id
                    WHERE n.by_id = $1
                    ORDER BY n.at"
                ),
            ),
            (
                "application_versions",
                sql!(
                    "SELECT a.external_id AS number, v.version AS version, v.at AS at, v.answers AS answers
                    FROM application_version v
                    JOIN application a ON a.id = v.application_id
                    WHERE a.person_id = $1
                    ORDER BY v.at"
                ),
            ),
            (
                "applications",
                sql!(
                    "SELECT s.name AS season, a.external_id AS number, a.submitted_at AS submitted_at,
                        a.language AS language, a.answer_format AS answer_format, a.city AS city, a.state AS state,
                        a.region AS region, a.setting AS setting, a.scope AS scope, a.body_type AS body_type,
                        a.organization AS organization, a.collaborative AS collaborative, a.role_title AS role_title,
                        a.role_level AS role_level, a.years_in_role AS years_in_role,
                        a.years_in_field AS years_in_field, a.primary_issue_area AS primary_issue_area,
                        a.other_issue_areas AS other_issue_areas, a.health_focus AS health_focus,
                        a.answers AS answers, a.late_reason AS late_reason
                    FROM application a
                    JOIN season s ON s.id = a.season_id
                    WHERE a.person_id = $1
                    ORDER BY a.submitted_at"
                ),
            ),
            (
                "application_events",
                sql!(
                    "SELECT a.external_id AS number, v.kind AS kind, v.reason AS reason, v.at AS at
                    FROM application_event v
                    JOIN application a ON a.id = v.application_id
                    WHERE a.person_id = $1
                    ORDER BY v.at"
                ),
            ),
            (
                "eligibility",
                sql!(
                    "SELECT a.external_id AS number, e.is_eligible AS is_eligible, e.reason AS reason, e.at AS at,
                        e.undone_at AS undone_at
                    FROM eligibility e
                    JOIN application a ON a.id = e.application_id
                    WHERE a.person_id = $1
                    ORDER BY e.at"
                ),
            ),
        ],
        stays: &[
            ("application_tag", "the team's own labels, which go with the application"),
            ("import_made", "which rows an import made, until it can't be undone any more"),
            ("erasure", "ids and times alone, so that what is erased stays erased"),
        ],
        ..Keeps::NOTHING
    },
    seldom: &[chore!("files that nobody imported", acts::forget_unfinished)],
    told: &[
        "application-events.imported",
        "application.confirmed",
        "application.duplicate",
        "application.erased",
        "application.read",
        "applications.exported",
        "applications.imported",
        "applications.unimported",
        "cohort.imported",
        "eligibility.given",
        "eligibility.refused",
        "eligibility.undone",
        "reviews.imported",
    ],
    one_of: &[
        model::Happening::SET,
        model::Kind::SET,
        undoing::Made::SET,
        OneOf { columns: &["application.language"], words: Lang::NAMES },
    ],
    for_team: FOR_TEAM,
    ..Part::EMPTY
};

const FOR_TEAM: &[ForTeam] = &[
    ForTeam {
        key: "todo-undecided",
        is_seen: |s| rules::may_read_pool(s).is_some(),
        find: sql!(
            "SELECT 'applications?state=undecided' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es, '' AS season,
                CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM application_state x
            JOIN application a ON a.id = x.application_id
            WHERE x.season_id = $1 AND x.state = 'undecided' AND a.submitted_at <= $2
            HAVING COUNT(*) > 0"
        ),
    },
    ForTeam {
        key: "todo-late",
        is_seen: |s| rules::may_read_pool(s).is_some(),
        find: sql!(
            "SELECT 'applications?state=late' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es, '' AS season,
                CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM application_state x
            JOIN application a ON a.id = x.application_id
            WHERE x.season_id = $1 AND x.state = 'late' AND a.submitted_at <= $2
            HAVING COUNT(*) > 0"
        ),
    },
    ForTeam {
        key: "todo-changed",
        is_seen: |s| rules::may_read_pool(s).is_some(),
        find: sql!(
            "SELECT 'applications?state=changed' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es, '' AS season,
                CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM changed_since x
            JOIN application a ON a.id = x.application_id
            WHERE x.season_id = $1 AND (x.decided_before = 1 OR x.reviewed_before > 0) AND a.changed_at <= $2
            HAVING COUNT(*) > 0"
        ),
    },
    ForTeam {
        key: "todo-drafts",
        is_seen: |s| rules::may_read_pool(s).is_some(),
        find: sql!(
            "SELECT '' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                '' AS season, c.closes_at AS due, CAST(NULL AS TEXT) AS due_on, s.zone AS due_zone
            FROM draft d
            JOIN call c ON c.season_id = d.season_id AND c.closes_at >= $2
            JOIN season s ON s.id = d.season_id
            WHERE d.season_id = $1 AND d.submitted_at IS NULL AND d.changes_of IS NULL AND d.stage = 1
            GROUP BY c.closes_at, s.zone"
        ),
    },
];
