//! What this slice is to the rest of the house.

use weft_programs::part::Part;

pub const PART: Part = Part { name: "packet", routes: super::routes, ..Part::EMPTY };
