//! What this slice is to the rest of the house.

use super::model::{Answer, SUGGESTED};
use super::{acts, pages, rules};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::setup::Step;
use weft_programs::todo::ForPerson;
use weft_web::chore;

pub const PART: Part = Part {
    name: "support",
    routes: pages::routes,
    entries: &[Entry::new((Group::Cohort, 8), "support", "place-support", |s| rules::may_see(s).is_some())],
    keeps: Keeps {
        // Whoever had picked someone who is erased reads that there is nobody now.
        forget: &[
            sql!("DELETE FROM support_person WHERE person_id = $1"),
            sql!("UPDATE support_person SET helper_id = NULL WHERE helper_id = $1"),
        ],
        took_part: &[
            sql!("SELECT COUNT(*) FROM support_person WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM support_person WHERE helper_id = $1"),
        ],
        own_data: &[
            (
                "person_i_picked",
                sql!(
                    "SELECT s.name AS season, p.display_name AS name, k.state AS state, k.asked_at AS asked_at,
                        k.answered_at AS answered_at
                    FROM support_person k
                    JOIN season s ON s.id = k.season_id
                    LEFT JOIN person p ON p.id = k.helper_id
                    WHERE k.person_id = $1
                    ORDER BY k.asked_at, k.season_id"
                ),
            ),
            (
                "people_who_picked_me",
                sql!(
                    "SELECT s.name AS season, p.display_name AS name, k.state AS state, k.asked_at AS asked_at,
                        k.answered_at AS answered_at
                    FROM support_person k
                    JOIN season s ON s.id = k.season_id
                    JOIN person p ON p.id = k.person_id
                    WHERE k.helper_id = $1
                    ORDER BY k.asked_at, k.season_id, k.person_id"
                ),
            ),
        ],
        ..Keeps::NOTHING
    },
    seldom: &[chore!("people who were picked for support", acts::sweep)],
    told: &[
        "support.line-added",
        "support.line-changed",
        "support.line-moved",
        "support.line-removed",
        "support.line-restored",
    ],
    one_of: &[SUGGESTED, Answer::SET],
    for_person: FOR_PERSON,
    private_todos: &["todo-support-asked", "todo-support-nobody"],
    setup: SETUP,
    ..Part::EMPTY
};

const SETUP: &[Step] = &[Step {
    at: 10,
    name: "support",
    kinds: &["cohort"],
    path: "support/lines",
    also: "",
    is_pressed: false,
    is_seen: |s| rules::may_keep(s).is_some(),
    done: sql!(
        "SELECT COUNT(*)
        FROM support_line l
        JOIN season s ON s.program_id = l.program_id
        WHERE s.id = $1 AND l.removed_at IS NULL"
    ),
}];

const FOR_PERSON: &[ForPerson] = &[
    ForPerson {
        key: "todo-support-asked",
        is_staff: false,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT DISTINCT '/s/' || s.slug || '/support/someone' AS path, CAST(1 AS BIGINT) AS n,
                p.display_name AS name_en, p.display_name AS name_es, m.name || ' · ' || s.name AS season,
                CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, s.zone AS due_zone
            FROM support_person k
            JOIN support_choice c
                ON c.season_id = k.season_id
                    AND c.person_id = k.person_id
                    AND c.helper_id = k.helper_id
                    AND c.near IN (1, 4)
            JOIN person p ON p.id = k.person_id
            JOIN season s ON s.id = k.season_id
            JOIN program m ON m.id = s.program_id
            WHERE k.helper_id = $1 AND k.state = 'asked' AND k.asked_at <= $2
            ORDER BY path, name_en"
        ),
    },
    // The page of those who are not in the cohort opens with a second factor.
    ForPerson {
        key: "todo-support-asked",
        is_staff: true,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT DISTINCT '/s/' || s.slug || '/support/someone' AS path, CAST(1 AS BIGINT) AS n,
                p.display_name AS name_en, p.display_name AS name_es, m.name || ' · ' || s.name AS season,
                CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, s.zone AS due_zone
            FROM support_person k
            JOIN support_choice c
                ON c.season_id = k.season_id AND c.person_id = k.person_id AND c.helper_id = k.helper_id
            JOIN person p ON p.id = k.person_id
            JOIN season s ON s.id = k.season_id
            JOIN program m ON m.id = s.program_id
            WHERE k.helper_id = $1
                AND k.state = 'asked'
                AND k.asked_at <= $2
                AND NOT EXISTS (
                    SELECT 1
                    FROM support_choice o
                    WHERE o.season_id = k.season_id
                        AND o.person_id = k.person_id
                        AND o.helper_id = k.helper_id
                        AND o.near IN (1, 4)
                )
            ORDER BY path, name_en"
        ),
    },
    // The person said no, has left, or was erased.
    ForPerson {
        key: "todo-support-nobody",
        is_staff: false,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT '/s/' || s.slug || '/support/someone' AS path, CAST(1 AS BIGINT) AS n, '' AS name_en,
                '' AS name_es, m.name || ' · ' || s.name AS season, CAST(NULL AS BIGINT) AS due,
                CAST(NULL AS TEXT) AS due_on, s.zone AS due_zone
            FROM support_person k
            JOIN member e ON e.season_id = k.season_id AND e.person_id = k.person_id AND e.left_at IS NULL
            JOIN season s ON s.id = k.season_id
            JOIN program m ON m.id = s.program_id
            WHERE k.person_id = $1
                AND k.asked_at <= $2
                AND (
                    k.state = 'no'
                        OR NOT EXISTS (
                            SELECT 1
                            FROM support_choice c
                            WHERE c.season_id = k.season_id
                                AND c.person_id = k.person_id
                                AND c.helper_id = k.helper_id
                        )
                )
            ORDER BY k.asked_at, s.slug"
        ),
    },
];
