//! What this slice is to the rest of the house.

use super::{calendar, emails, ending, pages, rules};
use weft_kernel::db::OneOf;
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_web::chore;

pub const PART: Part = Part {
    name: "consults",
    routes: pages::routes,
    entries: &[Entry::new((Group::Cohort, 5), "consults", "place-consults", rules::may_open)],
    keeps: Keeps {
        // That a team had a consult stays, without who the client was. An open one goes with whoever brought it: the
        // chores tell those who wanted to come.
        forget: &[
            sql!(
                "UPDATE consult SET taken = taken - 1 WHERE id IN (SELECT consult_id FROM consult_seat WHERE person_id = $1)"
            ),
            sql!("DELETE FROM consult_seat WHERE person_id = $1"),
            sql!("UPDATE consult SET client_id = NULL, words_sealed = NULL, note_sealed = NULL WHERE client_id = $1"),
            sql!("UPDATE consult SET keeper_id = NULL WHERE keeper_id = $1"),
        ],
        took_part: &[
            sql!("SELECT COUNT(*) FROM consult WHERE client_id = $1 OR keeper_id = $1"),
            sql!("SELECT COUNT(*) FROM consult_seat WHERE person_id = $1"),
        ],
        own_data: &[
            // What was brought and kept is sealed: the file has it beside this.
            (
                "consults",
                sql!(
                    "SELECT s.name AS season, t.team_name AS team, t.protocol_en AS protocol, t.asked_at AS asked_at,
                        t.starts_at AS starts_at, t.place AS place, t.begun_at AS begun_at, t.ended_at AS ended_at
                    FROM consult_told t
                    JOIN season s ON s.id = t.season_id
                    WHERE t.client_id = $1
                    ORDER BY t.asked_at, t.id"
                ),
            ),
            (
                "consults_to_come_to",
                sql!(
                    "SELECT s.name AS season, t.client_name AS client, t.starts_at AS starts_at, v.at AS at
                    FROM consult_seat v
                    JOIN consult_told t ON t.id = v.consult_id
                    JOIN season s ON s.id = t.season_id
                    WHERE v.person_id = $1
                    ORDER BY v.at, t.id"
                ),
            ),
            (
                "consults_keeping_time",
                sql!(
                    "SELECT s.name AS season, t.begun_at AS begun_at
                    FROM consult_told t
                    JOIN season s ON s.id = t.season_id
                    WHERE t.keeper_id = $1
                    ORDER BY t.begun_at, t.id"
                ),
            ),
        ],
        ..Keeps::NOTHING
    },
    seldom: &[chore!("consults", ending::sweep)],
    one_of: &[OneOf { columns: &["consult_step.act"], words: &["begin", "next", "back", "more", "end"] }],
    emails: &[&emails::ENTRY, &emails::OFF],
    calendar: &[|kernel, conn, own, t| Box::pin(calendar::entries(kernel, conn, own, t))],
    ..Part::EMPTY
};
