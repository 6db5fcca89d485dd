//! What this slice is to the rest of the house.

use super::{pages, rules};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::todo::ForTeam;

pub const PART: Part = Part {
    name: "cohort",
    routes: pages::routes,
    entries: &[
        Entry::new((Group::Cohort, 1), "cohort", "place-cohort", |s| rules::may_see_names(s).is_some()),
        Entry::new((Group::Cohort, 7), "access-needs", "place-access-needs", |s| rules::may_read_needs(s).is_some()),
        Entry::new((Group::Cohort, 8), "consent", "place-consent", rules::is_member),
    ],
    keeps: Keeps {
        join: &[sql!(
            "UPDATE member
            SET person_id = $2
            WHERE person_id = $1
                AND NOT EXISTS (SELECT 1 FROM member o WHERE o.person_id = $2 AND o.season_id = member.season_id)"
        )],
        own_data: &[(
            "seats",
            sql!(
                "SELECT s.name AS season, m.joined_at AS joined_at, m.left_at AS left_at, m.seat_from AS seat_from
                FROM member m
                JOIN season s ON s.id = m.season_id
                WHERE m.person_id = $1
                ORDER BY m.joined_at"
            ),
        )],
        stays: &[("member", "a seat: totals are made of it")],
        ..Keeps::NOTHING
    },
    told: &["access-needs.read", "cohort.exported", "consent.given", "consent.withdrawn"],
    for_team: FOR_TEAM,
    ..Part::EMPTY
};

const FOR_TEAM: &[ForTeam] = &[ForTeam {
    key: "todo-consent",
    is_seen: |s| rules::may_see_members(s).is_some(),
    find: sql!(
        "SELECT 'cohort' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                '' AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM member e
            WHERE e.season_id = $1
                AND e.joined_at <= $2
                AND e.left_at IS NULL
                AND NOT EXISTS (
                    SELECT 1
                    FROM consent c
                    WHERE c.season_id = e.season_id AND c.person_id = e.person_id AND c.withdrawn_at IS NULL
                )
            HAVING COUNT(*) > 0"
    ),
}];
