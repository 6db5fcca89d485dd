//! What anyone may join: registration, the public board.

pub mod opportunities;
pub mod registration;
