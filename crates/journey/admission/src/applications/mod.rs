//! Applications: importing a pool, reading it, and what is known of each: eligibility, priority, reads,
//! outcome.
//!
//! Other slices read the pool through [`candidates`], which leaves out what they must not see.

pub mod acts;
pub mod columns;
pub mod duplicates;
mod elsewhere;
pub mod erasure;
mod fill;
pub mod mapping;
pub mod merges;
pub mod model;
mod pages;
mod parse;
mod part;
pub mod reviews;
pub mod rules;
pub mod store;
pub mod stream;

pub use model::{Candidate, MyApplication};
pub use part::PART;
pub use store::candidates;

use weft_kernel::db::Conn;
use weft_people::Actor;
use weft_web::Result;

/// A person's own applications, for her start page.
pub async fn of_person(conn: &mut Conn, actor: &Actor) -> Result<Vec<MyApplication>> {
    Ok(store::of_person(conn, &weft_people::rules::own_record(actor)).await?)
}
