//! What this slice is to the rest of the house.

use super::{model, pages, tables};
use crate::gatherings;
use weft_kernel::db::OneOf;
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::may_take_part;
use weft_programs::part::{Entry, Group, Part};

pub const PART: Part = Part {
    name: "rooms",
    routes: pages::routes,
    entries: &[Entry::new((Group::Gatherings, 6), "groups", "place-met", |s| {
        gatherings::rules::may_run(s).is_some() || may_take_part(s).is_some()
    })],
    keeps: Keeps {
        join: &[sql!(
            "UPDATE room_seat
            SET person_id = $2
            WHERE person_id = $1
                AND NOT EXISTS (SELECT 1 FROM room_seat o WHERE o.person_id = $2 AND o.round_id = room_seat.round_id)"
        )],
        took_part: &[sql!("SELECT COUNT(*) FROM room_seat WHERE person_id = $1")],
        own_data: &[(
            "tables",
            sql!(
                "SELECT s.name AS season, g.title_en AS gathering, r.n AS round, x.room AS sat_at, r.made_at AS at
                FROM room_seat x
                JOIN room_round r ON r.id = x.round_id
                JOIN sitting t ON t.id = r.sitting_id
                JOIN gathering g ON g.id = t.gathering_id
                JOIN season s ON s.id = g.season_id
                WHERE x.person_id = $1
                ORDER BY r.made_at"
            ),
        )],
        stays: &[("room_seat", "who has met whom, by ids that lead to nobody once a name is gone")],
        ..Keeps::NOTHING
    },
    told: &["tables.posted"],
    one_of: &[model::Act::SET, OneOf { columns: &["room_round.mode"], words: &tables::MODES }],
    ..Part::EMPTY
};
