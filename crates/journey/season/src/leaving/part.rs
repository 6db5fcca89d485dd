//! What this slice is to the rest of the house.

use super::{acts, pages, rules};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_web::chore;

pub const PART: Part = Part {
    name: "leaving",
    routes: pages::routes,
    entries: &[Entry::new((Group::Cohort, 9), "leaving", "place-leaving", |s| rules::may_end(s).is_some())],
    keeps: Keeps {
        forget: &[sql!("UPDATE member_leaving SET reason = '' WHERE person_id = $1")],
        join: &[sql!("UPDATE member_leaving SET person_id = $2 WHERE person_id = $1")],
        // Why is for the season's leads alone.
        own_data: &[(
            "seats_left",
            sql!("SELECT l.left_on AS left_on, l.at AS at FROM member_leaving l WHERE l.person_id = $1 ORDER BY l.at"),
        )],
        ..Keeps::NOTHING
    },
    seldom: &[chore!("what members who left had", acts::finish)],
    told: &["member.left", "member.returned"],
    ..Part::EMPTY
};
