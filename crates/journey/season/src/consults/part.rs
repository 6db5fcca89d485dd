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
    entries: &[
        Entry::new((Group::Cohort, 5), "consults", "place-consults", rules::may_open).below(&["home-team", "teams"])
    ],
    keeps: Keeps {
        // That a team had a consult stays, without who the client was. An open one goes with whoever brought it: the
        // chores tell those who wanted to come.
        forget: &[
            sql!(
                "UPDATE consult SET taken = CASE WHEN taken > 0 THEN taken - 1 ELSE 0 END
                WHERE id IN (SELECT v.consult_id FROM consult_seat v WHERE v.person_id = $1)"
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
                    "SELECT s.name AS season, t.name AS team, c.protocol_en AS protocol, c.asked_at AS asked_at,
                        c.starts_at AS starts_at, c.place AS place, c.begun_at AS begun_at, c.ended_at AS ended_at
                    FROM consult c
                    JOIN season s ON s.id = c.season_id
                    LEFT JOIN home_team t ON t.id = c.team_id
                    WHERE c.client_id = $1
                    ORDER BY c.asked_at, c.id"
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
                    "SELECT s.name AS season, c.begun_at AS begun_at
                    FROM consult c
                    JOIN season s ON s.id = c.season_id
                    WHERE c.keeper_id = $1
                    ORDER BY c.begun_at, c.id"
                ),
            ),
        ],
        ..Keeps::NOTHING
    },
    seldom: &[chore!("consults", ending::sweep)],
    one_of: &[OneOf { columns: &["consult_step.act"], words: &["begin", "next", "back", "more", "end"] }],
    emails: &[&emails::ENTRY, &emails::OFF, &emails::RETURNED],
    calendar: &[|kernel, conn, own, t| Box::pin(calendar::entries(kernel, conn, own, t))],
    ..Part::EMPTY
};
