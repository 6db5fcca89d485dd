//! What this slice is to the rest of the house.

use super::{pages, rules};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::setup::Step;
use weft_programs::todo::{ForPerson, ForTeam};

pub const PART: Part = Part {
    name: "cohort",
    routes: pages::routes,
    entries: &[
        Entry::new((Group::Cohort, 1), "cohort", "place-cohort", |s| {
            s.season.has_members() && rules::may_see_names(s).is_some()
        }),
        Entry::new((Group::Cohort, 10), "public-page", "place-public-page", |s| rules::may_release(s).is_some()),
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
    told: &[
        "access-needs.read",
        "cohort.exported",
        "cohort.published",
        "cohort.taken-down",
        "consent.given",
        "consent.withdrawn",
    ],
    for_person: FOR_PERSON,
    for_team: FOR_TEAM,
    setup: SETUP,
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
                    FROM share_answer h
                    WHERE h.season_id = e.season_id AND h.person_id = e.person_id
                )
            HAVING COUNT(*) > 0"
    ),
}];

/// Whoever has a seat and was not asked when they accepted it, as after an import.
const FOR_PERSON: &[ForPerson] = &[ForPerson {
    key: "todo-share",
    is_staff: false,
    is_done: None,
    presses: &[],
    find: sql!(
        "SELECT '/s/' || s.slug || '/consent' AS path, CAST(1 AS BIGINT) AS n, '' AS name_en, '' AS name_es,
                g.name || ' · ' || s.name AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on,
                s.zone AS due_zone
            FROM member e
            JOIN season s ON s.id = e.season_id
            JOIN program g ON g.id = s.program_id
            WHERE e.person_id = $1
                AND e.joined_at <= $2
                AND e.left_at IS NULL
                AND NOT EXISTS (
                    SELECT 1
                    FROM share_answer h
                    WHERE h.season_id = e.season_id AND h.person_id = e.person_id
                )
            ORDER BY s.slug"
    ),
}];

/// Once seats are taken: the page is published when a lead presses, and not before.
const SETUP: &[Step] = &[Step {
    at: 30,
    name: "public-page",
    kinds: &["cohort"],
    path: "public-page",
    also: "",
    is_pressed: false,
    is_seen: |s| rules::may_release(s).is_some() && s.season.seats_taken > 0,
    done: sql!("SELECT COUNT(*) FROM cohort_release r WHERE r.season_id = $1 AND r.ended_at IS NULL"),
}];
