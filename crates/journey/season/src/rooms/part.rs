//! What this slice is to the rest of the house.

use super::pages;
use crate::gatherings;
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::Role;
use weft_programs::part::{Entry, Group, Part};

pub const PART: Part = Part {
    name: "rooms",
    routes: pages::routes,
    entries: &[
        Entry::new((Group::Gatherings, 6), "met", "place-met", |s| gatherings::rules::may_run(s).is_some() || s.is(&[Role::Participant])),
    ],
    keeps: Keeps {
        join: &[
            sql!(
                "UPDATE room_seat
                SET person_id = $2
                WHERE person_id = $1
                    AND NOT EXISTS (SELECT 1 FROM room_seat o WHERE o.person_id = $2 AND o.round_id = room_seat.round_id)"
            ),
        ],
        took_part: &[
            sql!("SELECT COUNT(*) FROM room_seat WHERE person_id = $1"),
        ],
        ..Keeps::NOTHING
    },
    told: &["tables.posted"],
    ..Part::EMPTY
};
