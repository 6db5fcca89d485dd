//! People among themselves: agreements and celebrations, finding each other, spaces that no role opens, what weighs.

pub mod peers;
pub mod pulse;
pub mod spaces;
pub mod support;
pub mod together;
