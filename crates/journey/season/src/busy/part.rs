//! What this slice is to the rest of the house.

use super::model::Fault;
use super::{pages, reading};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::Part;
use weft_programs::todo::ForPerson;
use weft_web::chore;

pub const PART: Part = Part {
    name: "busy",
    routes: pages::routes,
    keeps: Keeps {
        forget: &[
            sql!("DELETE FROM busy_time WHERE person_id = $1"),
            sql!("DELETE FROM busy_calendar WHERE person_id = $1"),
        ],
        took_part: &[
            sql!("SELECT COUNT(*) FROM busy_calendar WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM busy_time WHERE person_id = $1"),
        ],
        // The address is a secret: that there is one, and where it leads.
        own_data: &[
            (
                "own_calendar",
                sql!(
                    "SELECT c.host AS host, c.set_at AS set_at, c.read_at AS read_at, c.tried_at AS tried_at,
                        c.fault AS fault, c.entries AS entries, c.unread AS not_understood
                    FROM busy_calendar c
                    WHERE c.person_id = $1"
                ),
            ),
            (
                "busy_times",
                sql!(
                    "SELECT t.starts_at AS starts_at, t.ends_at AS ends_at
                    FROM busy_time t
                    WHERE t.person_id = $1
                    ORDER BY t.starts_at"
                ),
            ),
        ],
        ..Keeps::NOTHING
    },
    often: &[chore!("busy times from calendars", reading::sweep)],
    seldom: &[chore!("calendars that nobody needs", reading::forget)],
    one_of: &[Fault::SET],
    for_person: &[ForPerson {
        key: "todo-calendar",
        is_staff: true,
        is_done: None,
        presses: &[],
        find: sql!(
            "SELECT '/s/' || s.slug || '/appointments/calendar' AS path, CAST(1 AS BIGINT) AS n, '' AS name_en,
                '' AS name_es, m.name || ' · ' || s.name AS season, CAST(NULL AS BIGINT) AS due,
                CAST(NULL AS TEXT) AS due_on, s.zone AS due_zone
            FROM busy_calendar c
            JOIN hosting h ON h.person_id = c.person_id
            JOIN season s ON s.id = h.season_id
            JOIN program m ON m.id = s.program_id
            WHERE c.person_id = $1 AND c.read_at <= $2 - 86400000000
            ORDER BY s.starts_on DESC, s.id DESC LIMIT 1"
        ),
    }],
    private_todos: &["todo-calendar"],
    ..Part::EMPTY
};
