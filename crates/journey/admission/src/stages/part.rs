//! What this slice is to the rest of the house.

use super::{emails, model, pages, reminders, rules};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::todo::ForTeam;
use weft_web::chore;

pub const PART: Part = Part {
    name: "stages",
    routes: pages::routes,
    entries: &[Entry::new((Group::Applications, 3), "stages", "place-stages", |s| {
        s.season.chooses() && rules::may_run(s).is_some()
    })],
    keeps: Keeps {
        own_data: &[
            (
                "stages_of_my_applications",
                sql!(
                    "SELECT s.name AS season, e.no AS stage, e.told_at AS invited_at, e.submitted_at AS submitted_at
                    FROM stage_entry e
                    JOIN application a ON a.id = e.application_id
                    JOIN season s ON s.id = e.season_id
                    WHERE a.person_id = $1 AND e.told_at IS NOT NULL
                    ORDER BY e.told_at"
                ),
            ),
            (
                "stages_i_review_in",
                sql!(
                    "SELECT s.name AS season, v.no AS stage
                    FROM stage_reviewer v
                    JOIN season s ON s.id = v.season_id
                    WHERE v.person_id = $1
                    ORDER BY s.name, v.no"
                ),
            ),
        ],
        stays: &[
            ("stage_entry", "who went on and when; nothing that someone wrote"),
            (
                "stage_reviewer",
                "whoever reviews has a role, and a record with a role is not erased with an application",
            ),
        ],
        ..Keeps::NOTHING
    },
    often: &[chore!("reminders of forms of later stages", reminders::send)],
    one_of: &[model::Kind::SET],
    told: &["stages.changed", "stages.chosen", "stages.invited"],
    for_team: FOR_TEAM,
    emails: &[&emails::FORM, &emails::REMINDER, &emails::CONVERSATION],
    ..Part::EMPTY
};

const FOR_TEAM: &[ForTeam] = &[
    // Reviews of a stage are over, and nobody was chosen for the next one.
    ForTeam {
        key: "todo-stage-choose",
        is_seen: |s| rules::may_run(s).is_some(),
        find: sql!(
            "SELECT 'stages/' || g.no AS path, COUNT(*) AS n,
                '' AS name_en, '' AS name_es, '' AS season, CAST(NULL AS BIGINT) AS due,
                CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM stage g
            JOIN season n ON n.id = g.season_id AND g.no = n.stage + 1
            JOIN in_stage i ON i.season_id = g.season_id
            JOIN application_state x ON x.application_id = i.application_id AND x.state IN ('eligible', 'undecided')
            JOIN reading r ON r.season_id = g.season_id AND r.closed_at <= $2
            WHERE g.season_id = $1
                AND NOT EXISTS (SELECT 1 FROM stage_entry e WHERE e.season_id = g.season_id AND e.no = g.no)
            GROUP BY g.no"
        ),
    },
    // Its people are there, and its reviews have not begun.
    ForTeam {
        key: "todo-stage-review",
        is_seen: |s| rules::may_run(s).is_some(),
        find: sql!(
            "SELECT CASE
                    WHEN EXISTS (SELECT 1 FROM criterion k WHERE k.season_id = $1) THEN 'reviewers'
                    ELSE 'rubric'
                    END AS path, COUNT(*) AS n,
                '' AS name_en, '' AS name_es, '' AS season, CAST(NULL AS BIGINT) AS due,
                CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM in_stage i
            JOIN season n ON n.id = i.season_id AND n.stage > 1
            JOIN application_state x ON x.application_id = i.application_id AND x.state = 'eligible'
            JOIN season_choice c ON c.season_id = n.id AND c.is_made = 0
            WHERE i.season_id = $1
                AND NOT EXISTS (SELECT 1 FROM reading r WHERE r.season_id = $1 AND r.opened_at <= $2)
            HAVING COUNT(*) > 0"
        ),
    },
    // Applied after a later stage had begun.
    ForTeam {
        key: "todo-stage-late",
        is_seen: |s| rules::may_run(s).is_some(),
        find: sql!(
            "SELECT 'stages/' || n.stage AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es, '' AS season,
                CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM application_stage k
            JOIN season n ON n.id = k.season_id
            JOIN application a ON a.id = k.application_id AND a.submitted_at <= $2
            JOIN application_state x ON x.application_id = k.application_id AND x.state = 'eligible'
            WHERE k.season_id = $1
                AND k.is_current = 0
                AND k.is_waiting = 1
                AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.application_id = k.application_id)
                AND NOT EXISTS (
                    SELECT 1
                    FROM stage_entry e
                    WHERE e.application_id = k.application_id AND e.told_at IS NULL
                )
            GROUP BY n.stage"
        ),
    },
    // Chosen, and not invited.
    ForTeam {
        key: "todo-stage-invite",
        is_seen: |s| rules::may_run(s).is_some(),
        find: sql!(
            "SELECT 'stages/' || e.no || '/invitations' AS path, COUNT(*) AS n,
                '' AS name_en, '' AS name_es, '' AS season, CAST(NULL AS BIGINT) AS due,
                CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM stage_entry e
            JOIN application_state x ON x.application_id = e.application_id AND x.state IN ('eligible', 'undecided')
            JOIN season n ON n.id = e.season_id AND n.stage <= e.no
            WHERE e.season_id = $1
                AND e.told_at IS NULL
                AND e.at <= $2
                AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.application_id = e.application_id)
            GROUP BY e.no"
        ),
    },
    // Invited, and the form is not submitted.
    ForTeam {
        key: "todo-stage-missing",
        is_seen: |s| rules::may_run(s).is_some(),
        find: sql!(
            "SELECT 'stages' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es, '' AS season, g.due_at AS due,
                CAST(NULL AS TEXT) AS due_on, n.zone AS due_zone
            FROM stage_entry e
            JOIN stage g ON g.season_id = e.season_id AND g.no = e.no AND g.kind = 'form'
            JOIN season n ON n.id = g.season_id AND n.stage = g.no
            JOIN application_state x ON x.application_id = e.application_id AND x.state IN ('eligible', 'undecided')
            WHERE e.season_id = $1 AND e.told_at <= $2 AND e.submitted_at IS NULL AND g.due_at >= $2
            GROUP BY g.due_at, n.zone"
        ),
    },
];
