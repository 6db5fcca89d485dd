//! What this slice is to the rest of the house.

use super::{model, pages, rules};
use weft_kernel::db::OneOf;
use weft_programs::part::{Entry, Group, Part};

pub const PART: Part = Part {
    name: "opportunities",
    routes: pages::routes,
    entries: &[Entry::new((Group::Gatherings, 4), "listings", "place-listings", |s| rules::may_keep(s).is_some())],
    told: &["listing.changed", "listing.made", "listing.published", "listing.removed", "listing.withdrawn"],
    one_of: &[
        model::LinkState::SET,
        OneOf { columns: &["listing.kind"], words: &model::KINDS },
        OneOf { columns: &["listing.recorded"], words: &["", "yes", "no"] },
    ],
    ..Part::EMPTY
};
