//! What this slice is to the rest of the house.

use super::pages;
use crate::selection::rules;
use weft_programs::part::{Entry, Group, Part};

pub const PART: Part = Part {
    name: "composer",
    routes: pages::routes,
    entries: &[Entry::new((Group::Selection, 2), "composer", "place-composer", |s| {
        s.season.chooses() && rules::may_see(s).is_some()
    })],
    told: &["composition.begun", "composition.renamed"],
    ..Part::EMPTY
};
