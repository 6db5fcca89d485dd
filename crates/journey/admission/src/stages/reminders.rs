//! Whoever has not submitted the form of a stage is reminded once, days before it is due.

use super::rules::RunStages;
use super::{acts, store};
use weft_kernel::Kernel;
use weft_programs::store as programs;
use weft_web::Result;

/// How many days before. Nobody who was invited within these days.
const BEFORE: i64 = 3;

/// Writes what is due to the outbox. Returns how many emails.
pub async fn send(kernel: &Kernel) -> Result<usize> {
    let now = kernel.now();
    let due = store::due(&mut kernel.db.read().await?, now, now.plus_days(BEFORE), now.plus_days(-BEFORE)).await?;
    let mut n = 0;
    for one in due {
        let Some(season) = programs::season_by_slug(&mut kernel.db.read().await?, &one.slug).await? else { continue };
        n += usize::from(acts::remind(kernel, &RunStages::when_due(&one), &season, &one).await?);
    }
    Ok(n)
}
