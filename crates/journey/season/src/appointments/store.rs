//! The SQL of appointments: what someone offers, what was booked, and links.

mod booked;
mod credits;
mod hosts;
mod links;

pub use booked::*;
pub use credits::*;
pub use hosts::*;
pub use links::*;
