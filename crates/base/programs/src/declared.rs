//! What this slice is to the rest of the house.

use super::{bounces, look, model, pages, rules};
use crate::Role;
use crate::part::{Entry, Group, Part};
use crate::setup::Step;
use crate::todo::ForTeam;
use weft_kernel::db::OneOf;
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_web::chore;

pub const PART: Part = Part {
    name: "programs",
    routes: pages::routes,
    one_of: &[
        Role::GIVEN,
        OneOf { columns: &["program.kind"], words: &model::KINDS },
        look::State::SET,
        look::Plate::SET,
    ],
    entries: &[
        Entry::new((Group::Season, 1), "", "place-season", |s| rules::may_see(&s.season, &s.roles).is_some()),
        Entry::new((Group::Applications, 7), "returned-email", "returned-title", |s| {
            rules::may_run(&s.season, &s.roles).is_some()
        }),
        Entry::new((Group::SetUp, 1), "set-up", "place-set-up", |s| rules::may_run(&s.season, &s.roles).is_some()),
        Entry::new((Group::SetUp, 2), "roles", "place-roles", |s| rules::may_run(&s.season, &s.roles).is_some()),
    ],
    keeps: Keeps {
        forget: &[sql!(
            "DELETE FROM staff_invitation
            WHERE LOWER(mailed_to) IN (
                SELECT norm
                FROM contact_point
                WHERE person_id = $1 AND kind = 'email' AND is_apart = 0
            )"
        )],
        own_data: &[(
            "staff_invitations",
            sql!(
                "SELECT s.name AS season, i.role AS role, i.created_at AS created_at, i.used_at AS used_at
                FROM staff_invitation i
                LEFT JOIN season s ON s.id = i.season_id
                WHERE LOWER(i.mailed_to) IN (
                    SELECT norm
                    FROM contact_point
                    WHERE person_id = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0
                )
                ORDER BY i.created_at"
            ),
        )],
        stays: &[("season", "whom a lead named, until someone else is named")],
        ..Keeps::NOTHING
    },
    seldom: &[chore!("marks of addresses", bounces::lift_accepted), chore!("old looks", look::sweep)],
    told: &[
        "access-contact.changed",
        "look.changed",
        "look.reset",
        "look.undone",
        "program.changed",
        "program.made",
        "role.ended",
        "role.granted",
        "season.changed",
        "season.made",
        "staff.invitation-revoked",
        "staff.invited",
        "address.bounced",
        "address.works",
        "marks.lifted",
    ],
    for_team: FOR_TEAM,
    setup: SETUP,
    ..Part::EMPTY
};

const FOR_TEAM: &[ForTeam] = &[ForTeam {
    key: "todo-returned",
    is_seen: |s| rules::may_run(&s.season, &s.roles).is_some(),
    find: sql!(
        "SELECT 'returned-email' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                '' AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM address_mark a
            JOIN contact_point c ON c.norm = a.norm AND c.kind = 'email' AND c.until IS NULL
            WHERE a.at <= $2
                AND EXISTS (SELECT 1 FROM held_role r WHERE r.season_id = $1 AND r.person_id = c.person_id)
            HAVING COUNT(*) > 0"
    ),
}];

const SETUP: &[Step] = &[
    Step {
        at: 9,
        name: "look",
        kinds: &[],
        path: "look",
        also: "",
        is_pressed: false,
        is_seen: |s| rules::may_run(&s.season, &s.roles).is_some(),
        done: sql!(
            "SELECT COUNT(*)
            FROM look l
            JOIN season s ON s.program_id = l.program_id
            WHERE s.id = $1 AND l.state = 'shown'"
        ),
    },
    Step {
        at: 2,
        name: "team",
        kinds: &[],
        path: "roles",
        also: "",
        is_pressed: false,
        is_seen: |s| rules::may_run(&s.season, &s.roles).is_some(),
        done: sql!(
            "SELECT (SELECT COUNT(*) FROM role r WHERE r.season_id = $1 AND r.until IS NULL AND r.role <> 'reviewer')
                - 1
                + (
                    SELECT COUNT(*)
                    FROM staff_invitation i
                    WHERE i.season_id = $1 AND i.used_at IS NULL AND i.revoked_at IS NULL AND i.role <> 'reviewer'
                )"
        ),
    },
    Step {
        at: 3,
        name: "access",
        kinds: &[],
        path: "set-up",
        also: "",
        is_pressed: false,
        is_seen: |s| rules::may_run(&s.season, &s.roles).is_some(),
        done: sql!("SELECT COUNT(*) FROM season s WHERE s.id = $1 AND s.access_contact_id IS NOT NULL"),
    },
    Step {
        at: 6,
        name: "reviewers",
        kinds: &["cohort"],
        path: "roles",
        also: "",
        is_pressed: false,
        is_seen: |s| rules::may_run(&s.season, &s.roles).is_some(),
        done: sql!(
            "SELECT (SELECT COUNT(*) FROM role r WHERE r.season_id = $1 AND r.until IS NULL AND r.role = 'reviewer')
                + (
                    SELECT COUNT(*)
                    FROM staff_invitation i
                    WHERE i.season_id = $1 AND i.used_at IS NULL AND i.revoked_at IS NULL AND i.role = 'reviewer'
                )"
        ),
    },
];
