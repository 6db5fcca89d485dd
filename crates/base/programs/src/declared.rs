//! What this slice is to the rest of the house.

use super::{bounces, digest, look, model, pages, rules};
use crate::Role;
use crate::emails::{Audience, EmailKind, Field, Moment};
use crate::part::{Entry, Group, Part};
use crate::setup::Step;
use crate::todo::ForTeam;
use weft_kernel::db::OneOf;
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_web::chore;

pub const PART: Part = Part {
    name: "programs",
    routes: || pages::routes().into_iter().chain(digest::pages::routes()).collect(),
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
        Entry::new((Group::SetUp, 4), "outbox", "season-outbox-title", |s| {
            rules::may_run(&s.season, &s.roles).is_some()
        }),
        Entry::new((Group::SetUp, 1), "set-up", "place-set-up", |s| rules::may_run(&s.season, &s.roles).is_some()),
        Entry::new((Group::SetUp, 3), "emails", "place-emails", |s| rules::may_run(&s.season, &s.roles).is_some()),
        Entry::new((Group::SetUp, 2), "roles", "place-roles", |s| rules::may_run(&s.season, &s.roles).is_some()),
    ],
    emails: &[&STAFF, &BOUNCED, &ACCESS_CONTACT, &ACCESS_NEED, &ACCESS_SHEET],
    keeps: Keeps {
        forget: &[
            sql!("DELETE FROM digest_told WHERE person_id = $1"),
            sql!("DELETE FROM digest_day WHERE person_id = $1"),
            sql!(
                "DELETE FROM staff_invitation
            WHERE LOWER(mailed_to) IN (
                SELECT norm
                FROM contact_point
                WHERE person_id = $1 AND kind = 'email' AND is_apart = 0
            )"
            ),
        ],
        join: &[
            sql!("DELETE FROM digest_told WHERE person_id = $1 AND CAST($2 AS TEXT) <> ''"),
            sql!("DELETE FROM digest_day WHERE person_id = $1 AND CAST($2 AS TEXT) <> ''"),
        ],
        own_data: &[
            (
                "daily_emails",
                sql!("SELECT sent_on, at FROM digest_day WHERE person_id = $1 AND key_hash IS NOT NULL ORDER BY at"),
            ),
            ("daily_email_lines", sql!("SELECT what, n, at FROM digest_told WHERE person_id = $1 ORDER BY at, what")),
            (
                "staff_invitations",
                sql!(
                    "SELECT s.name AS season, i.name AS name, i.role AS role, i.created_at AS created_at,
                    i.used_at AS used_at
                FROM staff_invitation i
                LEFT JOIN season s ON s.id = i.season_id
                WHERE LOWER(i.mailed_to) IN (
                    SELECT norm
                    FROM contact_point
                    WHERE person_id = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0
                )
                ORDER BY i.created_at"
                ),
            ),
        ],
        stays: &[
            ("program_contact", "whom a program names in public, until its leads name someone else"),
            ("season", "whom a lead named, until someone else is named"),
        ],
        ..Keeps::NOTHING
    },
    seldom: &[
        chore!("marks of addresses", bounces::lift_accepted),
        chore!("old looks", look::sweep),
        chore!("daily emails", digest::send),
    ],
    told: &[
        "access-contact.changed",
        "email.changed",
        "email.reset",
        "email.sender",
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
        "mail.held",
        "mail.released",
        "mail.discarded",
        "mail.edited",
        "mail.holding",
        "mail.holding-ended",
    ],
    for_team: FOR_TEAM,
    setup: SETUP,
    ..Part::EMPTY
};

/// To someone who is invited to a role.
pub static STAFF: EmailKind = EmailKind {
    key: "staff",
    at: (Moment::Team, 1),
    to: Audience::Others,
    fields: &[Field::new("name"), Field::needed("role")],
    ..EmailKind::USUAL
};

/// To the leads: email to someone in the season came back.
pub static BOUNCED: EmailKind = EmailKind {
    key: "bounced",
    at: (Moment::Team, 3),
    to: Audience::Leads,
    fields: &[Field::new("name"), Field::needed("person")],
    ..EmailKind::USUAL
};

const ACCESS: &[Field] = &[Field::needed("contact_change"), Field::needed("follows")];

/// To whoever arranges access from now on, or no longer does.
pub static ACCESS_CONTACT: EmailKind =
    EmailKind { key: "access-contact", at: (Moment::Team, 4), to: Audience::Leads, fields: ACCESS, ..EmailKind::USUAL };

/// To someone who told what they need: someone else arranges access now.
pub static ACCESS_NEED: EmailKind = EmailKind { key: "access-need", at: (Moment::Group, 40), ..USUAL };

/// The same to someone who filled in a travel sheet.
pub static ACCESS_SHEET: EmailKind = EmailKind { key: "access-sheet", at: (Moment::Group, 41), ..USUAL };

const USUAL: EmailKind = EmailKind { to: Audience::TakingPart, fields: ACCESS, ..EmailKind::USUAL };

const FOR_TEAM: &[ForTeam] = &[
    ForTeam {
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
    },
    ForTeam {
        key: "todo-held-email",
        is_seen: |s| rules::may_run(&s.season, &s.roles).is_some(),
        find: sql!(
            "SELECT 'outbox' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es, '' AS season,
                MIN(o.expires_at) AS due, CAST(NULL AS TEXT) AS due_on, MIN(s.zone) AS due_zone
            FROM outbox o
            JOIN season s ON s.id = o.season_id
            WHERE o.season_id = $1 AND o.state = 'waiting' AND o.held_at <= $2
            HAVING COUNT(*) > 0"
        ),
    },
];

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
            "SELECT (
                    SELECT COUNT(DISTINCT r.person_id)
                    FROM role r
                    WHERE r.season_id = $1
                        AND r.until IS NULL
                        AND r.role NOT IN ('reviewer', 'applicant', 'alum', 'employer-contact')
                )
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
        at: 4,
        name: "signature",
        kinds: &[],
        path: "emails",
        also: "",
        is_pressed: false,
        is_seen: |s| rules::may_run(&s.season, &s.roles).is_some(),
        done: sql!("SELECT COUNT(*) FROM season_sender e WHERE e.season_id = $1 AND e.signature_name <> ''"),
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
