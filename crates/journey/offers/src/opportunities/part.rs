//! What this slice is to the rest of the house.

use super::{pages, rules};
use weft_programs::part::{Entry, Group, Part};

pub const PART: Part = Part {
    name: "opportunities",
    routes: pages::routes,
    entries: &[Entry::new((Group::Gatherings, 4), "listings", "place-listings", |s| rules::may_keep(s).is_some())],
    told: &["listing.changed", "listing.made", "listing.published", "listing.removed", "listing.withdrawn"],
    ..Part::EMPTY
};
