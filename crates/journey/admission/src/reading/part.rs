//! What this slice is to the rest of the house.

use super::{pages, rules};
use weft_programs::part::{Entry, Group, Part};

pub const PART: Part = Part {
    name: "reading",
    routes: pages::routes,
    entries: &[
        Entry::new((Group::Applications, 3), "readers", "place-readers", |s| rules::may_run(s).is_some()),
        Entry::new((Group::Reading, 1), "reading", "place-reading", |s| rules::may_read(s).is_some()),
    ],
    told: &[
        "calibration.set",
        "conflict.declared",
        "reading.changed",
        "reading.closed",
        "reads.assigned",
        "reads.returned",
        "rubric.changed",
    ],
    ..Part::EMPTY
};
