//! Who gets a seat: people with attributes, inclusive goals, k seats.
//!
//! [`propose`] finds the cohort with the highest total score that meets all goals; [`draw`] finds a
//! lottery over such cohorts in which the least likely person's chance is as high as possible
//! (maximin; Flanigan, Gölz, Gupta, Hennig and Procaccia, Nature 596, 2021), and draws from it. People
//! alike in every field that a goal names have the same chance by construction.

mod ahead;
mod band;
mod draw;
mod even;
mod infeasible;
mod input;
pub(crate) mod lp;
mod model;
mod nash;
mod panels;
mod propose;
mod record;
mod round;
mod split;
mod swaps;
mod transcript;
mod what_if;

pub use ahead::{Ahead, Breaks};
pub use band::{Band, band};
pub use draw::{Lottery, Panel, Rule, lottery, lottery_by};
pub use infeasible::{Conflict, Relaxation};
pub use input::{Bound, Goal, Input, LeftOut, Mean, Person};
pub use propose::{Proposal, propose, propose_by};
pub use record::{Commitment, Record, Wrong};
pub use split::Progress;
pub use swaps::{Board, Swap};
pub use transcript::{Transcript, VerifyError};
pub use what_if::{Change, changed, what_if};

/// Why nobody could be chosen.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The input contradicts itself, e.g. two people with one id.
    #[error("{0}")]
    Input(String),
    /// No cohort meets all goals. Says which goals cannot hold together and what would help.
    #[error("no cohort meets all goals")]
    Infeasible(Box<Conflict>),
    /// [`propose`] was asked to compare people of whom some have no score.
    #[error("{0} people have no score")]
    Unscored(usize),
    /// The caller asked to stop.
    #[error("stopped")]
    Stopped,
    /// The solver gave up; nothing was decided.
    #[error("the solver could not finish: {0}")]
    Solver(String),
}
