//! Fair, explainable, re-runnable assignment of people: to seats under goals ([`selection`]), to small teams
//! ([`teams`]), to tables over several rounds ([`rounds`]), to coaches and reviewers ([`pairing`]); how strict
//! reviewers are ([`calibration`]); and statistics of small groups that protect the people in them ([`evidence`]).
//!
//! Everything here is a pure function of its input: no clock, no global randomness, no input or output.
//! What is random is drawn from a seed that the caller names, with `ChaCha20`, from integers alone.
//!
//! # Example
//! ```
//! use weft_assign::selection::{Goal, Input, Person, propose};
//!
//! let person = |id: &str, region: &str, score| Person {
//!     id: id.into(), score: Some(score), values: [("region".into(), region.into())].into(), ..Person::default()
//! };
//! let input = Input {
//!     seats: 2,
//!     goals: vec![Goal::range("region", "South", 1, 1)],
//!     people: vec![person("a", "South", 9), person("b", "South", 8), person("c", "North", 1)],
//!     ..Input::default()
//! };
//! let proposal = propose(&input).expect("goals can be met");
//! assert_eq!(proposal.cohort, ["a", "c"]);
//! ```

pub mod calibration;
pub mod evidence;
mod linear;
pub mod pairing;
pub mod rounds;
pub mod seed;
pub mod selection;
pub mod teams;
