//! How often someone wants an email with what waits for them.

use super::store;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events, one_of};

one_of! {
    /// How often someone hears of what waits for them.
    pub enum Choice in "person.digest" {
        /// In the morning of every day on which there is something new, or something is due soon.
        Daily = "daily",
        /// The same on Mondays.
        Weekly = "weekly",
        Never = "never",
    }
}

pub async fn choice(conn: &mut Conn, person: &Id) -> Result<Choice> {
    let found = store::shown::digest(conn, person).await?;
    Ok(found.map_or(Choice::Never, |(c,)| c))
}

/// Keeps a choice. Idempotent.
pub async fn choose(kernel: &Kernel, person: &Id, choice: Choice) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::shown::set_digest(&mut tx, person, choice).await? {
        let event = events::Event {
            actor: Some(person),
            verb: "daily-email.chosen",
            subject: person,
            season: None,
            detail: Some(choice.to_string()),
        };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await
}
