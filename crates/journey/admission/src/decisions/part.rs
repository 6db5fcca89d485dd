//! What this slice is to the rest of the house.

use super::{acts, emails, model, pages, rules};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::todo::ForTeam;
use weft_web::chore;

pub const PART: Part = Part {
    name: "decisions",
    routes: pages::routes,
    entries: &[Entry::new((Group::Applications, 4), "decisions", "place-decisions", |s| {
        s.season.chooses() && rules::may_decide(s).is_some()
    })],
    keeps: Keeps {
        own_data: &[
            (
                "decisions",
                sql!(
                    "SELECT a.external_id AS number, o.outcome AS outcome, o.reason AS reason, o.at AS at
                    FROM outcome o
                    JOIN application a ON a.id = o.application_id
                    WHERE a.person_id = $1
                    ORDER BY o.at"
                ),
            ),
            (
                "keep_or_erase",
                sql!(
                    "SELECT a.external_id AS number, c.made_at AS asked_at, c.choice AS choice, c.chosen_at AS chosen_at
                    FROM application_choice c
                    JOIN application a ON a.id = c.application_id
                    WHERE a.person_id = $1
                    ORDER BY c.made_at"
                ),
            ),
            (
                "told_to_be_an_alternate",
                sql!(
                    "SELECT a.external_id AS number, n.at AS at
                    FROM alternate_notice n
                    JOIN application a ON a.id = n.application_id
                    WHERE a.person_id = $1
                    ORDER BY n.at"
                ),
            ),
        ],
        stays: &[
            ("alternate_notice", "when someone was written to, by an id that leads to nobody"),
            ("application_choice", "what they asked for, without words, by an id that leads to nobody"),
            ("decision", "its outcome is shown, and its reason goes with the application"),
        ],
        ..Keeps::NOTHING
    },
    seldom: &[chore!("applications that nobody asked to keep", acts::sweep)],
    often: &[chore!("decisions that one person sends alone", acts::send_due)],
    told: &[
        "decisions.cancelled",
        "decisions.pausing",
        "decisions.sent",
        "decisions.sent-alone",
        "decisions.staged",
        "decisions.stopped",
    ],
    one_of: &[model::Wanted::SET],
    for_team: FOR_TEAM,
    emails: &[&emails::DECISION, &emails::ALTERNATE],
    ..Part::EMPTY
};

const FOR_TEAM: &[ForTeam] = &[ForTeam {
    key: "todo-decisions",
    is_seen: |s| rules::may_decide(s).is_some(),
    find: sql!(
        "SELECT 'decisions' AS path, COUNT(*) AS n, '' AS name_en, '' AS name_es,
                '' AS season, CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, '' AS due_zone
            FROM decision_round r
            JOIN decision d ON d.round_id = r.id
            WHERE r.season_id = $1 AND r.staged_at <= $2 AND r.sent_at IS NULL AND r.cancelled_at IS NULL
            HAVING COUNT(*) > 0"
    ),
}];
