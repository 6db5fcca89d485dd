//! How often someone wants an email with what waits for them.

use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, args, events, one_of, sql};

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
    let found: Option<(Choice,)> = conn.opt(sql!("SELECT digest FROM person WHERE id = $1"), args![person]).await?;
    Ok(found.map_or(Choice::Never, |(c,)| c))
}

/// Keeps a choice. Idempotent.
pub async fn choose(kernel: &Kernel, person: &Id, choice: Choice) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let sql = sql!("UPDATE person SET digest = $2 WHERE id = $1 AND digest <> $2");
    if tx.run(sql, args![person, choice]).await? > 0 {
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
