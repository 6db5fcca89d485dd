//! A season as it happens: the cohort, its home teams with their meetings, commitments, appointments, gatherings and
//! their rooms, library, travel.

pub mod appointments;
pub mod busy;
pub mod coaching;
pub mod cohort;
pub mod commitments;
pub mod consults;
pub mod conversations;
pub mod gatherings;
pub mod home_team;
pub mod leaving;
pub mod library;
pub mod logistics;
pub mod packet;
pub mod polls;
pub mod rooms;
pub mod teams;
