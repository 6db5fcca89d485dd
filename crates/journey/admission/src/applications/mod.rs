//! Applications: importing a pool, reading it, and what is known of each: eligibility, priority, reads,
//! outcome.
//!
//! Other slices read the pool through [`candidates`], which leaves out what they must not see.

pub mod acts;
pub mod changes;
pub mod choices;
pub mod columns;
pub mod compare;
pub mod duplicates;
mod elsewhere;
pub mod erasure;
pub mod exports;
mod fill;
pub mod headings;
mod intake;
pub mod mapping;
pub mod matching;
pub mod merges;
pub mod model;
pub mod names;
pub mod notes;
mod pages;
mod parse;
mod part;
pub mod places;
mod remembered;
mod review_imports;
pub mod reviews;
pub mod rules;
mod sources;
pub mod store;
pub mod stream;
pub mod undoing;
pub mod values;
pub mod waiting;

pub use model::{Candidate, MyApplication};
pub use part::PART;
pub use store::candidates;

use weft_kernel::db::{Conn, Db};
use weft_people::Actor;
use weft_web::Result;

/// Makes what searches look in for all applications: those of before, and all when names are folded otherwise.
pub async fn fill_keys(db: &Db) -> weft_kernel::db::Result<()> {
    let mut last = String::new();
    loop {
        let mut tx = db.begin().await?;
        let rows = store::after(&mut tx, &last, 500).await?;
        for (id, number, organization) in &rows {
            store::set_keys(&mut tx, id, number, organization.as_deref()).await?;
        }
        tx.commit().await?;
        match rows.last() {
            Some((id, ..)) => last = id.to_string(),
            None => return Ok(()),
        }
    }
}

/// A person's own applications, for her start page.
pub async fn of_person(conn: &mut Conn, actor: &Actor) -> Result<Vec<MyApplication>> {
    Ok(store::of_person(conn, &weft_people::rules::own_record(actor)).await?)
}
