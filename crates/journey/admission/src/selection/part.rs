//! What this slice is to the rest of the house.

use super::{emails, model, pages, reminders, rules};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::todo::{ForPerson, ForTeam};
use weft_web::chore;

pub const PART: Part = Part {
    name: "selection",
    routes: pages::routes,
    entries: &[
        Entry::new((Group::Selection, 1), "selection", "place-selection", |s| {
            s.season.chooses() && rules::may_see(s).is_some()
        }),
        Entry::new((Group::Selection, 3), "invitations", "place-invitations", |s| {
            s.season.chooses() && rules::may_see(s).is_some()
        }),
    ],
    keeps: Keeps {
        own_data: &[
            (
                "invitations",
                sql!(
                    "SELECT a.external_id AS number, i.created_at AS created_at, i.mailed_to AS mailed_to,
                        i.expires_at AS expires_at, i.canceled_at AS canceled_at, n.answer AS answer, n.note AS note,
                        n.at AS answered_at,
                        (SELECT MAX(r.at) FROM invitation_reminder r WHERE r.invitation_id = i.id) AS reminded_at
                    FROM invitation i
                    JOIN application a ON a.id = i.application_id
                    LEFT JOIN invitation_answer n ON n.invitation_id = i.id
                    WHERE a.person_id = $1
                    ORDER BY i.created_at"
                ),
            ),
            (
                "places_on_the_list",
                sql!(
                    "SELECT a.external_id AS number, l.place AS place
                    FROM alternate l
                    JOIN application a ON a.id = l.application_id
                    WHERE a.person_id = $1
                    ORDER BY a.external_id"
                ),
            ),
        ],
        stays: &[
            ("alternate", "a place on a list, by an id that leads to nobody"),
            ("priority", "the team's own judgment, whose reason goes with the application"),
            ("selection_mark", "the team's own judgment, whose reason goes with the application"),
        ],
        ..Keeps::NOTHING
    },
    often: &[chore!("reminders of invitations", reminders::send)],
    told: &[
        "filling.declared",
        "goals.set",
        "invitation.accepted",
        "invitation.canceled",
        "invitation.declined",
        "invitation.made",
        "mark.aside",
        "mark.lifted",
        "mark.locked",
        "selection.confirmed",
        "selection.run",
        "values.merged",
        "values.parted",
    ],
    one_of: &[model::Outcome::SET, model::Answer::SET, model::MarkKind::SET, model::FillingRule::SET],
    for_person: FOR_PERSON,
    for_team: FOR_TEAM,
    emails: &[&emails::INVITATION, &emails::DUE, &emails::ACCEPTED, &emails::ANSWERED, &emails::CANCELED],
    ..Part::EMPTY
};

const FOR_PERSON: &[ForPerson] = &[ForPerson {
    key: reminders::TODO,
    is_staff: false,
    is_done: None,
    presses: &[],
    find: sql!(
        "SELECT '/invitation/' || i.id AS path, CAST(1 AS BIGINT) AS n, '' AS name_en, '' AS name_es,
                m.name || ' · ' || s.name AS season, i.expires_at AS due, CAST(NULL AS TEXT) AS due_on,
                s.zone AS due_zone
            FROM application a
            JOIN invitation i ON i.application_id = a.id AND i.expires_at > $2
            JOIN season s ON s.id = i.season_id
            JOIN program m ON m.id = s.program_id
            LEFT JOIN invitation_answer n ON n.invitation_id = i.id
            WHERE a.person_id = $1 AND n.invitation_id IS NULL
            ORDER BY i.expires_at"
    ),
}];

const FOR_TEAM: &[ForTeam] = &[
    ForTeam {
        key: "todo-goals",
        is_seen: |s| rules::may_choose(s).is_some(),
        find: sql!(
            "SELECT 'selection/goals' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                '' AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM application a
            WHERE a.season_id = $1
                AND a.submitted_at <= $2
                AND a.duplicate_of IS NULL
                AND NOT EXISTS (SELECT 1 FROM goal_set g WHERE g.season_id = a.season_id)
                AND NOT EXISTS (SELECT 1 FROM reading r WHERE r.season_id = a.season_id AND r.closed_at IS NULL)
            HAVING COUNT(*) > 0"
        ),
    },
    // Reviews are over, goals are set, and nobody was ever chosen.
    ForTeam {
        key: "todo-select",
        is_seen: |s| rules::may_choose(s).is_some(),
        find: sql!(
            "SELECT 'selection' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                '' AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM application a
            JOIN application_state x ON x.application_id = a.id AND x.state = 'eligible'
            WHERE a.season_id = $1
                AND a.submitted_at <= $2
                AND EXISTS (SELECT 1 FROM goal_set g WHERE g.season_id = a.season_id)
                AND EXISTS (SELECT 1 FROM reading r WHERE r.season_id = a.season_id AND r.closed_at IS NOT NULL)
                AND EXISTS (SELECT 1 FROM in_stage i WHERE i.application_id = a.id)
                AND NOT EXISTS (
                    SELECT 1
                    FROM stage f
                    JOIN season n ON n.id = f.season_id AND f.no > n.stage
                    WHERE f.season_id = a.season_id
                )
                AND NOT EXISTS (SELECT 1 FROM selection_run r WHERE r.season_id = a.season_id)
                AND NOT EXISTS (SELECT 1 FROM member m WHERE m.season_id = a.season_id)
            HAVING COUNT(*) > 0"
        ),
    },
    // A cohort was chosen, and nobody was ever invited.
    ForTeam {
        key: "todo-invite",
        is_seen: |s| rules::may_choose(s).is_some(),
        find: sql!(
            "SELECT 'selection' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                '' AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM selection_run r
            WHERE r.season_id = $1
                AND r.created_at <= $2
                AND NOT EXISTS (SELECT 1 FROM selection_run c WHERE c.season_id = $1 AND c.confirmed_at IS NOT NULL)
                AND NOT EXISTS (SELECT 1 FROM invitation i WHERE i.season_id = $1)
                AND NOT EXISTS (SELECT 1 FROM member m WHERE m.season_id = $1)
            HAVING COUNT(*) > 0"
        ),
    },
    ForTeam {
        key: "todo-waiting",
        is_seen: |s| rules::may_see(s).is_some(),
        find: sql!(
            "SELECT 'invitations' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                '' AS season, MIN(i.expires_at) AS due, CAST(NULL AS TEXT) AS due_on, MIN(s.zone) AS due_zone
            FROM invitation i
            JOIN season s ON s.id = i.season_id
            LEFT JOIN invitation_answer n ON n.invitation_id = i.id
            WHERE i.season_id = $1
                AND n.invitation_id IS NULL
                AND i.expires_at > $2
                AND NOT EXISTS (
                    SELECT 1
                    FROM outbox e
                    WHERE e.dedupe_key = 'invitation:' || i.id || ':' || i.run_id AND e.state <> 'sent'
                )
            HAVING COUNT(*) > 0"
        ),
    },
    ForTeam {
        key: "todo-unsent-invitations",
        is_seen: |s| rules::may_see(s).is_some(),
        find: sql!(
            "SELECT 'invitations' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                '' AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM invitation i
            JOIN outbox e ON e.dedupe_key = 'invitation:' || i.id || ':' || i.run_id
            LEFT JOIN invitation_answer n ON n.invitation_id = i.id
            WHERE i.season_id = $1 AND n.invitation_id IS NULL AND i.expires_at > $2 AND e.state IN ('dead', 'expired')
            HAVING COUNT(*) > 0"
        ),
    },
    ForTeam {
        key: "todo-lapsed",
        is_seen: |s| rules::may_see(s).is_some(),
        find: sql!(
            "SELECT 'invitations' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                '' AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM invitation i
            LEFT JOIN invitation_answer n ON n.invitation_id = i.id
            WHERE i.season_id = $1
                AND n.invitation_id IS NULL
                AND i.expires_at <= $2
                AND i.canceled_at IS NULL
            HAVING COUNT(*) > 0"
        ),
    },
];
