//! What this slice is to the rest of the house.

use super::{acts, pages, rules};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::todo::ForPerson;
use weft_web::chore;

pub const PART: Part = Part {
    name: "home_team",
    routes: pages::routes,
    entries: &[
        Entry::new((Group::Cohort, 1), "home-team", "place-home-team", |s| rules::may_belong(s).is_some()),
        Entry::new((Group::Cohort, 3), "teams/attendance", "place-team-attendance", |s| rules::may_look(s).is_some())
            .below(&["home-team", "teams"]),
    ],
    keeps: Keeps {
        // What the team agreed on stays the team's, without who wrote it.
        forget: &[
            sql!("DELETE FROM team_agreement_yes WHERE person_id = $1"),
            sql!("UPDATE team_agreement SET writer_id = NULL WHERE writer_id = $1"),
            sql!("DELETE FROM catch_up WHERE person_id = $1"),
            sql!("UPDATE catch_up SET mate_id = NULL WHERE mate_id = $1"),
        ],
        took_part: &[
            sql!("SELECT COUNT(*) FROM team_agreement WHERE writer_id = $1"),
            sql!("SELECT COUNT(*) FROM team_agreement_yes WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM catch_up WHERE person_id = $1 OR mate_id = $1"),
        ],
        own_data: &[
            // The words are sealed: the file has them beside this.
            (
                "team_agreements_written",
                sql!(
                    "SELECT s.name AS season, t.name AS team, a.version AS version, a.at AS at
                    FROM team_agreement a
                    JOIN home_team t ON t.id = a.team_id
                    JOIN season s ON s.id = t.season_id
                    WHERE a.writer_id = $1
                    ORDER BY a.at, a.id"
                ),
            ),
            (
                "team_agreements_agreed_to",
                sql!(
                    "SELECT s.name AS season, t.name AS team, a.version AS version, y.at AS at
                    FROM team_agreement_yes y
                    JOIN team_agreement a ON a.id = y.agreement_id
                    JOIN home_team t ON t.id = a.team_id
                    JOIN season s ON s.id = t.season_id
                    WHERE y.person_id = $1
                    ORDER BY y.at, a.id"
                ),
            ),
            (
                "caught_up",
                sql!(
                    "SELECT s.name AS season, g.title_en AS gathering, p.display_name AS caught_up,
                        m.display_name AS caught_up_with, c.on_day AS on_day, c.at AS at
                    FROM catch_up c
                    JOIN gathering g ON g.id = c.gathering_id
                    JOIN season s ON s.id = g.season_id
                    JOIN person p ON p.id = c.person_id
                    LEFT JOIN person m ON m.id = c.mate_id
                    WHERE c.person_id = $1 OR c.mate_id = $1
                    ORDER BY c.at, c.gathering_id, c.person_id"
                ),
            ),
        ],
        ..Keeps::NOTHING
    },
    seldom: &[chore!("agreements of home teams", acts::sweep)],
    for_person: FOR_PERSON,
    ..Part::EMPTY
};

/// The newest version of a team's agreement, for those of the team who have not agreed to it.
const FOR_PERSON: &[ForPerson] = &[ForPerson {
    key: "todo-team-agreement",
    is_staff: false,
    is_done: None,
    presses: &[],
    find: sql!(
        "SELECT '/s/' || s.slug || '/home-team/agreement' AS path, CAST(1 AS BIGINT) AS n, t.name AS name_en,
            t.name AS name_es, m.name || ' · ' || s.name AS season, CAST(NULL AS BIGINT) AS due,
            CAST(NULL AS TEXT) AS due_on, s.zone AS due_zone
        FROM in_team i
        JOIN home_team t ON t.id = i.team_id
        JOIN season s ON s.id = t.season_id
        JOIN program m ON m.id = s.program_id
        JOIN team_agreement a ON a.team_id = t.id
        WHERE i.person_id = $1
            AND a.at <= $2
            AND a.version = (SELECT MAX(o.version) FROM team_agreement o WHERE o.team_id = t.id)
            AND NOT EXISTS (
                SELECT 1
                FROM team_agreement_yes y
                WHERE y.agreement_id = a.id AND y.person_id = $1
            )
        ORDER BY s.slug"
    ),
}];
