//! What this slice is to the rest of the house.

use super::model::{By, Entry as Counted, Kind};
use super::{emails, pages, reminders, rules};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_web::chore;

pub const PART: Part = Part {
    name: "appointments",
    routes: pages::routes,
    entries: &[Entry::new((Group::Cohort, 3), "appointments", "place-appointments", rules::may_open)],
    keeps: Keeps {
        // What is ahead stays without their name until the other was told; the chores end it.
        forget: &[
            sql!("DELETE FROM credit WHERE person_id = $1"),
            sql!("UPDATE credit SET by_id = NULL WHERE by_id = $1"),
            sql!("DELETE FROM appointment_cell WHERE person_id = $1"),
            sql!(
                "DELETE FROM appointment_key
                WHERE appointment_id IN (SELECT id FROM appointment WHERE guest_id = $1)"
            ),
            sql!("UPDATE appointment SET note_sealed = NULL WHERE guest_id = $1 OR host_id = $1"),
            sql!("UPDATE appointment SET guest_id = NULL WHERE guest_id = $1"),
            sql!("UPDATE appointment SET host_id = NULL, place = '' WHERE host_id = $1"),
            sql!(
                "DELETE FROM appointment_hours
                WHERE host_id IN (SELECT id FROM appointment_host WHERE person_id = $1)"
            ),
            sql!("DELETE FROM appointment_host WHERE person_id = $1"),
        ],
        took_part: &[
            sql!("SELECT COUNT(*) FROM appointment WHERE host_id = $1 OR guest_id = $1"),
            sql!("SELECT COUNT(*) FROM appointment_host WHERE person_id = $1"),
            sql!("SELECT COUNT(*) FROM credit WHERE person_id = $1 OR by_id = $1"),
        ],
        own_data: &[
            (
                "appointments",
                sql!(
                    "SELECT s.name AS season, a.starts_at AS starts_at, a.minutes AS minutes,
                        CASE WHEN a.host_id = $1 THEN g.display_name ELSE h.display_name END AS with_whom,
                        CASE WHEN a.host_id = $1 THEN 'host' ELSE 'guest' END AS as_what, a.booked_at AS booked_at,
                        a.canceled_at AS canceled_at, a.canceled_by AS canceled_by, a.moves AS times_moved
                    FROM appointment a
                    JOIN season s ON s.id = a.season_id
                    LEFT JOIN person h ON h.id = a.host_id
                    LEFT JOIN person g ON g.id = a.guest_id
                    WHERE a.host_id = $1 OR a.guest_id = $1
                    ORDER BY a.starts_at, a.id"
                ),
            ),
            (
                "coaching_sessions_counted",
                sql!(
                    "SELECT s.name AS season, k.at AS at, k.kind AS kind, k.change AS change, k.reason AS reason,
                        a.starts_at AS starts_at
                    FROM credit k
                    JOIN season s ON s.id = k.season_id
                    LEFT JOIN appointment a ON a.id = k.appointment_id
                    WHERE k.person_id = $1
                    ORDER BY k.at, k.id"
                ),
            ),
            (
                "appointment_settings",
                sql!(
                    "SELECT s.name AS season, h.is_open AS is_open, h.zone AS zone, h.minutes AS minutes,
                        h.place AS place, h.about AS about, x.day AS day, x.from_minute AS from_minute,
                        x.to_minute AS to_minute
                    FROM appointment_host h
                    JOIN season s ON s.id = h.season_id
                    LEFT JOIN appointment_hours x ON x.host_id = h.id
                    WHERE h.person_id = $1
                    ORDER BY h.id, x.day, x.from_minute"
                ),
            ),
        ],
        stays: &[("appointment_cell", "it is the time of an appointment, which is shown")],
        ..Keeps::NOTHING
    },
    often: &[
        chore!("reminders of appointments", reminders::send),
        chore!("appointments that someone left", reminders::end_left),
    ],
    seldom: &[chore!("appointments that are over", reminders::sweep)],
    one_of: &[By::SET, Kind::SET, Counted::SET],
    emails: &[&emails::BOOKED, &emails::MOVED, &emails::CANCELED, &emails::REMINDER],
    ..Part::EMPTY
};
