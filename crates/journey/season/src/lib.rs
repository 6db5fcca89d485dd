//! A season as it happens: the cohort and its home teams, gatherings with their rooms, commitments, the library, travel.

pub mod cohort;
pub mod commitments;
pub mod gatherings;
pub mod leaving;
pub mod library;
pub mod logistics;
pub mod packet;
pub mod rooms;
pub mod teams;
