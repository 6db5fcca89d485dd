//! What this slice is to the rest of the house.

use super::model::{Rhythm, SeenBy, State, Theme, Witnessing};
use super::{emails, pages, reminders, rules};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_programs::todo::{ForPerson, Press};
use weft_web::chore;

pub const PART: Part = Part {
    name: "commitments",
    routes: pages::routes,
    entries: &[
        Entry::new((Group::Cohort, 3), "commitments", "place-commitments", rules::may_open).below(&["home-team"])
    ],
    keeps: Keeps {
        forget: &[
            sql!("DELETE FROM commitment_key WHERE commitment_id IN (SELECT id FROM commitment WHERE person_id = $1)"),
            sql!(
                "DELETE FROM commitment_check
                WHERE commitment_id IN (SELECT id FROM commitment WHERE person_id = $1)"
            ),
            sql!(
                "DELETE FROM commitment_witness
                WHERE person_id = $1 OR commitment_id IN (SELECT id FROM commitment WHERE person_id = $1)"
            ),
            sql!("DELETE FROM commitment WHERE person_id = $1"),
        ],
        took_part: &[
            sql!("SELECT COUNT(*) FROM commitment WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM commitment_witness WHERE person_id = $1"),
        ],
        own_data: &[
            (
                "commitments",
                sql!(
                    "SELECT s.name AS season, c.what AS what, c.cue AS cue, c.by_on AS by_on, c.support AS support,
                        c.seen_by AS seen_by, c.theme AS theme, c.state AS state, c.rhythm AS rhythm,
                        c.next_at AS next_at, c.made_at AS made_at, n.display_name AS witness, w.state AS witness_state,
                        w.missed AS after_missed_check_in, w.until_on AS witness_until
                    FROM commitment c
                    JOIN season s ON s.id = c.season_id
                    LEFT JOIN commitment_witness w ON w.commitment_id = c.id
                    LEFT JOIN person n ON n.id = w.person_id
                    WHERE c.person_id = $1
                    ORDER BY c.made_at, c.id"
                ),
            ),
            (
                "commitment_check_ins",
                sql!(
                    "SELECT c.what AS what, k.at AS at, k.state AS state, k.learning AS learning
                    FROM commitment_check k
                    JOIN commitment c ON c.id = k.commitment_id
                    WHERE c.person_id = $1
                    ORDER BY k.at, k.id"
                ),
            ),
            // Whose, and what of it, is the other's to say.
            (
                "witness_of_commitments",
                sql!(
                    "SELECT s.name AS season, w.state AS state, w.asked_at AS asked_at, w.answered_at AS answered_at
                    FROM commitment_witness w
                    JOIN commitment c ON c.id = w.commitment_id
                    JOIN season s ON s.id = c.season_id
                    WHERE w.person_id = $1
                    ORDER BY w.asked_at, w.commitment_id"
                ),
            ),
        ],
        ..Keeps::NOTHING
    },
    often: &[chore!("check-ins on commitments", reminders::send)],
    seldom: &[chore!("links to check-ins", reminders::sweep)],
    one_of: &[State::SET, SeenBy::SET, Rhythm::SET, Theme::SET, Witnessing::SET],
    for_person: FOR_PERSON,
    private_todos: &["todo-commitment", "todo-witness-asked", "todo-witness-missed"],
    emails: &[&emails::CHECK_IN],
    ..Part::EMPTY
};

const STILL: Press = Press { below: "/checks", field: "state", value: "open", label: "commitment-say-open" };
const KEPT: Press = Press { below: "/checks", field: "state", value: "kept", label: "commitment-say-kept" };

const FOR_PERSON: &[ForPerson] = &[
    ForPerson {
        key: "todo-witness-asked",
        is_staff: false,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT '/s/' || s.slug || '/commitments/' || c.id AS path, CAST(1 AS BIGINT) AS n,
                p.display_name AS name_en, p.display_name AS name_es, m.name || ' · ' || s.name AS season,
                CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, s.zone AS due_zone
            FROM commitment_witness w
            JOIN commitment c ON c.id = w.commitment_id
            JOIN commitment_reader r ON r.commitment_id = c.id AND r.reader_id = $1
            JOIN person p ON p.id = c.person_id
            JOIN season s ON s.id = c.season_id
            JOIN program m ON m.id = s.program_id
            WHERE w.person_id = $1 AND w.state = 'asked' AND w.asked_at <= $2
            ORDER BY w.asked_at, c.id"
        ),
    },
    // Due by its own rhythm or by its last day; or before the season's next gathering, from a week ahead on.
    ForPerson {
        key: "todo-commitment",
        is_staff: false,
        is_done: None,
        presses: &[STILL, KEPT],
        find: sql!(
            "SELECT '/s/' || s.slug || '/commitments/' || c.id AS path, CAST(1 AS BIGINT) AS n, c.what AS name_en,
                c.what AS name_es, m.name || ' · ' || s.name AS season, CAST(NULL AS BIGINT) AS due,
                CAST(NULL AS TEXT) AS due_on, s.zone AS due_zone
            FROM commitment c
            JOIN season s ON s.id = c.season_id
            JOIN program m ON m.id = s.program_id
            JOIN member e ON e.season_id = c.season_id AND e.person_id = c.person_id AND e.left_at IS NULL
            WHERE c.person_id = $1
                AND c.state IN ('open', 'adapted')
                AND (
                    c.next_at <= $2
                        OR (
                            c.rhythm = 'gathering'
                                AND EXISTS (
                                    SELECT 1
                                    FROM gathering g
                                    JOIN sitting x ON x.gathering_id = g.id AND x.removed_at IS NULL
                                    WHERE g.season_id = c.season_id
                                        AND g.published_at IS NOT NULL
                                        AND g.cancelled_at IS NULL
                                        AND x.starts_at > $2
                                        AND x.starts_at <= $2 + 604800000000
                                        AND c.made_at < x.starts_at - 604800000000
                                        AND NOT EXISTS (
                                            SELECT 1
                                            FROM commitment_check k
                                            WHERE k.commitment_id = c.id AND k.at >= x.starts_at - 604800000000
                                        )
                                )
                        )
                )
            ORDER BY c.made_at, c.id"
        ),
    },
    // What both agreed on is done three days after a check-in was missed.
    ForPerson {
        key: "todo-witness-missed",
        is_staff: false,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT '/s/' || s.slug || '/commitments/' || c.id AS path, CAST(1 AS BIGINT) AS n,
                p.display_name AS name_en, p.display_name AS name_es, m.name || ' · ' || s.name AS season,
                CAST(NULL AS BIGINT) AS due, CAST(NULL AS TEXT) AS due_on, s.zone AS due_zone
            FROM commitment_witness w
            JOIN commitment c ON c.id = w.commitment_id
            JOIN commitment_reader r ON r.commitment_id = c.id AND r.reader_id = $1
            JOIN person p ON p.id = c.person_id
            JOIN season s ON s.id = c.season_id
            JOIN program m ON m.id = s.program_id
            WHERE w.person_id = $1
                AND w.state = 'yes'
                AND w.missed <> ''
                AND (w.until_at IS NULL OR w.until_at > $2)
                AND c.state IN ('open', 'adapted')
                AND c.next_at <= $2 - 259200000000
            ORDER BY c.next_at, c.id"
        ),
    },
];
