//! What this slice is to the rest of the house.

use super::{emails, pages, rules};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::todo::ForPerson;

pub const PART: Part = Part {
    name: "spaces",
    routes: pages::routes,
    entries: &[Entry::new((Group::Cohort, 5), "spaces", "place-spaces", |s| rules::may_see_own(s).is_some())],
    keeps: Keeps {
        forget: &[
            sql!("DELETE FROM space_member WHERE person_id = $1"),
            sql!(
                "UPDATE space
                SET closed_at = 1, name = '', purpose = '', confidentiality = '', paid_by = '', asks_money = 0
                WHERE CAST($1 AS TEXT) <> ''
                    AND closed_at IS NULL
                    AND NOT EXISTS (SELECT 1 FROM space_member m WHERE m.space_id = space.id AND m.state = 'in')"
            ),
        ],
        took_part: &[sql!("SELECT COUNT(*) FROM space_member WHERE person_id = $1")],
        own_data: &[(
            "spaces",
            sql!(
                "SELECT s.name AS space, m.state AS state
                FROM space_member m
                JOIN space s ON s.id = m.space_id
                WHERE m.person_id = $1
                ORDER BY s.at"
            ),
        )],
        ..Keeps::NOTHING
    },
    one_of: &[super::MemberState::SET],
    for_person: FOR_PERSON,
    private_todos: &["todo-space-invited", "todo-space-asked"],
    emails: &[&emails::INVITED, &emails::LET_IN],
    ..Part::EMPTY
};

const FOR_PERSON: &[ForPerson] = &[
    ForPerson {
        key: "todo-space-invited",
        is_staff: false,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT '/s/' || s.slug || '/spaces' AS path, CAST(1 AS BIGINT) AS n, x.name AS name_en, '' AS name_es,
                m.name || ' · ' || s.name AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on,
                s.zone AS due_zone
            FROM space_member o
            JOIN space x ON x.id = o.space_id AND x.closed_at IS NULL AND x.at <= $2
            JOIN season s ON s.id = x.season_id
            JOIN program m ON m.id = s.program_id
            WHERE o.person_id = $1 AND o.state = 'invited'
            ORDER BY x.name, x.id"
        ),
    },
    ForPerson {
        key: "todo-space-asked",
        is_staff: false,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT '/s/' || s.slug || '/spaces/' || x.id AS path, COUNT(*) AS n, x.name AS name_en, '' AS name_es,
                m.name || ' · ' || s.name AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on,
                s.zone AS due_zone
            FROM space_member o
            JOIN space x ON x.id = o.space_id AND x.closed_at IS NULL AND x.at <= $2
            JOIN space_member a ON a.space_id = x.id AND a.state = 'asking'
            JOIN season s ON s.id = x.season_id
            JOIN program m ON m.id = s.program_id
            WHERE o.person_id = $1 AND o.state = 'in'
            GROUP BY x.id, x.name, s.slug, s.name, s.zone, m.name
            ORDER BY x.name, x.id"
        ),
    },
];
