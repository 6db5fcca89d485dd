//! What this slice is to the rest of the house.

use super::{acts, pages};
use weft_programs::part::Part;
use weft_web::chore;

pub const PART: Part = Part {
    name: "interest",
    routes: pages::routes,
    seldom: &[chore!("old wishes to hear of a call", acts::forget_old), chore!("news of open calls", acts::tell)],
    ..Part::EMPTY
};
