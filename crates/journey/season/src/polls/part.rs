//! What this slice is to the rest of the house.

use super::model::Say;
use super::{emails, pages, rules};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::todo::ForPerson;

pub const PART: Part = Part {
    name: "polls",
    routes: pages::routes,
    entries: &[Entry::new((Group::Cohort, 4), "times", "place-times", |s| rules::may_meet(s).is_some())
        .below(&["home-team", "teams"])],
    keeps: Keeps {
        // A meeting that was agreed on stays the team's, without a word of whoever asked for it.
        forget: &[
            sql!("DELETE FROM poll_answer WHERE person_id = $1"),
            sql!(
                "DELETE FROM poll_answer
                WHERE option_id IN (
                    SELECT o.id
                    FROM poll_option o
                    JOIN poll p ON p.id = o.poll_id
                    WHERE p.maker_id = $1 AND NOT EXISTS (SELECT 1 FROM team_meeting g WHERE g.poll_id = p.id)
                )"
            ),
            sql!(
                "DELETE FROM poll_option
                WHERE poll_id IN (
                    SELECT p.id
                    FROM poll p
                    WHERE p.maker_id = $1 AND NOT EXISTS (SELECT 1 FROM team_meeting g WHERE g.poll_id = p.id)
                )"
            ),
            sql!(
                "DELETE FROM poll
                WHERE maker_id = $1 AND NOT EXISTS (SELECT 1 FROM team_meeting g WHERE g.poll_id = poll.id)"
            ),
            sql!("UPDATE poll SET maker_id = NULL, title = '', place = '' WHERE maker_id = $1"),
            sql!("UPDATE team_meeting SET by_id = NULL WHERE by_id = $1"),
        ],
        took_part: &[
            sql!("SELECT COUNT(*) FROM poll WHERE maker_id = $1"),
            sql!("SELECT COUNT(*) FROM poll_answer WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM team_meeting WHERE by_id = $1"),
        ],
        own_data: &[
            (
                "polls",
                sql!(
                    "SELECT s.name AS season, t.team_name AS team, t.title AS title, t.minutes AS minutes,
                        t.place AS place, t.zone AS time_zone, t.answer_by_on AS answer_by_on, t.made_at AS made_at,
                        t.starts_at AS starts_at, t.canceled_at AS canceled_at
                    FROM poll_told t
                    JOIN season s ON s.id = t.season_id
                    WHERE t.maker_id = $1
                    ORDER BY t.made_at, t.id"
                ),
            ),
            // What others called it is theirs.
            (
                "poll_answers",
                sql!(
                    "SELECT s.name AS season, o.starts_at AS starts_at, a.answer AS answer, a.at AS at
                    FROM poll_answer a
                    JOIN poll_option o ON o.id = a.option_id
                    JOIN poll p ON p.id = o.poll_id
                    JOIN season s ON s.id = p.season_id
                    WHERE a.person_id = $1
                    ORDER BY a.at, o.starts_at"
                ),
            ),
            (
                "team_meetings_chosen",
                sql!(
                    "SELECT s.name AS season, o.starts_at AS starts_at, g.at AS at, g.canceled_at AS canceled_at
                    FROM team_meeting g
                    JOIN poll_option o ON o.id = g.option_id
                    JOIN poll p ON p.id = g.poll_id
                    JOIN season s ON s.id = p.season_id
                    WHERE g.by_id = $1
                    ORDER BY g.at, g.poll_id"
                ),
            ),
        ],
        ..Keeps::NOTHING
    },
    one_of: &[Say::SET],
    for_person: FOR_PERSON,
    emails: &[&emails::POLL, &emails::REMINDER, &emails::MEETING, &emails::CHANGED, &emails::OFF],
    ..Part::EMPTY
};

const FOR_PERSON: &[ForPerson] = &[ForPerson {
    key: "todo-poll",
    is_staff: false,
    is_done: None,
    presses: &[],
    find: sql!(
        "SELECT '/s/' || s.slug || '/times/' || p.id || '#answer' AS path, CAST(1 AS BIGINT) AS n, p.title AS name_en,
            p.title AS name_es, m.name || ' · ' || s.name AS season, CAST(NULL AS BIGINT) AS due,
            p.answer_by_on AS due_on, p.zone AS due_zone
        FROM in_team i
        JOIN poll p ON p.team_id = i.team_id
        JOIN season s ON s.id = p.season_id
        JOIN program m ON m.id = s.program_id
        WHERE i.person_id = $1
            AND p.made_at <= $2
            AND (p.answer_by_at IS NULL OR p.answer_by_at > $2)
            AND EXISTS (SELECT 1 FROM poll_option o WHERE o.poll_id = p.id AND o.starts_at > $2)
            AND NOT EXISTS (SELECT 1 FROM team_meeting g WHERE g.poll_id = p.id)
            AND NOT EXISTS (
                SELECT 1
                FROM poll_answer a
                JOIN poll_option o ON o.id = a.option_id
                WHERE o.poll_id = p.id AND a.person_id = $1
            )
        ORDER BY p.made_at, p.id"
    ),
}];
