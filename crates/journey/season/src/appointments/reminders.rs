//! What falls due by itself: reminders a day ahead, appointments that someone left, what is of no use any more.

use super::letters::{self, What};
use super::{acts, store};
use weft_kernel::Kernel;
use weft_programs::store as programs;
use weft_web::Result;

/// Reminds both of what is within a day. Returns of how many.
pub async fn send(kernel: &Kernel) -> Result<usize> {
    let due = store::unreminded(&mut kernel.db.read().await?, kernel.now()).await?;
    let mut n = 0;
    for one in &due {
        n += usize::from(remind(kernel, one).await?);
    }
    Ok(n)
}

async fn remind(kernel: &Kernel, of: &store::Waiting) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let Some(season) = programs::season_by_slug(&mut tx, &of.season_slug).await? else { return Ok(false) };
    if !store::mark_reminded(&mut tx, of, kernel.now()).await? {
        return Ok(false);
    }
    let Some(a) = store::by_id(&mut tx, &of.id).await? else { return Ok(false) };
    letters::tell(kernel, &mut tx, &season, &a, What::Near).await?;
    tx.commit().await?;
    Ok(true)
}

/// Ends appointments of which one of the two is no longer in the season. Returns how many.
pub async fn end_left(kernel: &Kernel) -> Result<usize> {
    let left = store::left(&mut kernel.db.read().await?, kernel.now()).await?;
    let mut n = 0;
    for one in &left {
        n += usize::from(acts::end(kernel, one).await?);
    }
    Ok(n)
}

pub async fn sweep(kernel: &Kernel) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::sweep(&mut tx, kernel.now()).await?;
    Ok(tx.commit().await?)
}
