//! What this slice is to the rest of the house.

use super::{pages, rules};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::todo::ForPerson;

pub const PART: Part = Part {
    name: "together",
    routes: pages::routes,
    entries: &[
        Entry::new((Group::Cohort, 3), "agreements", "place-agreements", |s| rules::may_be(s).is_some()),
        Entry::new((Group::Cohort, 4), "celebrations", "place-celebrations", |s| rules::may_be(s).is_some()),
    ],
    keeps: Keeps {
        forget: &[sql!("UPDATE celebration SET text = '', removed_at = 1 WHERE person_id = $1")],
        took_part: &[
            sql!("SELECT COUNT(*) FROM agreement_yes WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM celebration WHERE person_id = $1"),
        ],
        own_data: &[
            (
                "agreements",
                sql!(
                    "SELECT s.name AS season, a.version AS version, y.at AS at
                    FROM agreement_yes y
                    JOIN agreement a ON a.id = y.agreement_id
                    JOIN season s ON s.id = a.season_id
                    WHERE y.person_id = $1
                    ORDER BY y.at"
                ),
            ),
            (
                "celebrations",
                sql!(
                    "SELECT s.name AS season, c.text AS text, c.at AS at, c.removed_at AS removed_at
                    FROM celebration c
                    JOIN season s ON s.id = c.season_id
                    WHERE c.person_id = $1
                    ORDER BY c.at"
                ),
            ),
        ],
        stays: &[("agreement_yes", "counted under an id that leads to nobody")],
        ..Keeps::NOTHING
    },
    told: &["agreements.written", "celebration.removed"],
    for_person: FOR_PERSON,
    ..Part::EMPTY
};

const FOR_PERSON: &[ForPerson] = &[ForPerson {
    key: "todo-agreements",
    is_staff: false,
    is_done: None,
    presses: &[],
    find: sql!(
        "SELECT '/s/' || s.slug || '/agreements' AS path, CAST(1 AS BIGINT) AS n, '' AS name_en, '' AS name_es,
                m.name || ' · ' || s.name AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on,
                s.zone AS due_zone
            FROM agreement a
            JOIN season s ON s.id = a.season_id
            JOIN program m ON m.id = s.program_id
            JOIN taking_part k ON k.season_id = a.season_id AND k.person_id = $1
            LEFT JOIN agreement_yes y ON y.agreement_id = a.id AND y.person_id = $1
            WHERE a.made_at <= $2
                AND a.made_at > $2 - 34560000000000
                AND y.person_id IS NULL
                AND a.version = (SELECT MAX(o.version) FROM agreement o WHERE o.season_id = a.season_id)
            ORDER BY s.slug"
    ),
}];
