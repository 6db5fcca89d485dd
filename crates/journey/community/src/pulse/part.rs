//! What this slice is to the rest of the house.

use super::{acts, pages, rules};
use weft_kernel::keeps::Keeps;
use weft_kernel::sql;
use weft_programs::part::{Entry, Group, Part};
use weft_web::chore;

pub const PART: Part = Part {
    name: "pulse",
    routes: pages::routes,
    entries: &[Entry::new((Group::Cohort, 6), "pulse", "place-pulse", |s| rules::may_see(s).is_some())],
    keeps: Keeps {
        forget: &[sql!("DELETE FROM anonymous_mark WHERE person_id = $1")],
        took_part: &[sql!("SELECT COUNT(*) FROM anonymous_mark WHERE person_id = $1")],
        own_data: &[(
            "pulses_answered",
            sql!(
                "SELECT s.name AS season, p.opened_at AS opened_at
                FROM anonymous_mark m
                JOIN pulse p ON p.id = m.topic
                JOIN season s ON s.id = p.season_id
                WHERE m.person_id = $1
                ORDER BY p.opened_at"
            ),
        )],
        ..Keeps::NOTHING
    },
    seldom: &[chore!("pulses", acts::sweep)],
    told: &["pulse.closed", "pulse.opened"],
    ..Part::EMPTY
};
