//! The end of a pair: a change of coach that nobody explains, and people who left.

use super::acts::record;
use super::letters;
use super::model::{EndedBy, Pair, WARNED_DAYS};
use super::rules::{Arrange, Own};
use super::store;
use crate::appointments::acts as appointments;
use weft_kernel::Kernel;
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_programs::{Season, store as programs};
use weft_web::{Error, Result};

/// Ends one's own pair, as either of the two. Nobody is told which of them. Again, it changes nothing.
pub async fn change(kernel: &Kernel, permit: &Own, season: &Season, id: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let pair = store::one(&mut tx, permit, id).await?.ok_or(Error::NotFound)?;
    finish(kernel, tx, season, (&pair, EndedBy::Pair)).await.map(drop)
}

/// Ends a pair for the program.
pub async fn part(kernel: &Kernel, permit: &Arrange, season: &Season, id: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let pair = store::arranged(&mut tx, permit, id).await?.ok_or(Error::NotFound)?;
    finish(kernel, tx, season, (&pair, EndedBy::Program)).await.map(drop)
}

/// Ends a pair with the sessions that lie ahead, which are their guest's to use again; both are told.
async fn finish(kernel: &Kernel, mut tx: Tx, season: &Season, (pair, by): (&Pair, EndedBy)) -> Result<bool> {
    if !store::end(&mut tx, &pair.id, by, kernel.now()).await? {
        return Ok(false);
    }
    for appointment in store::ahead(&mut tx, &pair.id, kernel.now()).await? {
        appointments::end_in(kernel, &mut tx, season, &appointment).await?;
    }
    letters::ended(kernel, &mut tx, season, pair).await?;
    // Without an actor: that would say who asked.
    record(kernel, &mut tx, (None, &season.id), "coaching.ended", &pair.id).await?;
    tx.commit().await?;
    Ok(true)
}

/// Ends pairs of which one is no longer there. Returns how many.
pub(super) async fn end_left(kernel: &Kernel) -> Result<usize> {
    let left = store::left(&mut kernel.db.read().await?).await?;
    let mut n = 0;
    for (id, slug) in &left {
        let mut tx = kernel.db.begin().await?;
        let Some(season) = programs::season_by_slug(&mut tx, slug).await? else { continue };
        let Some(pair) = store::by_id(&mut tx, id).await? else { continue };
        n += usize::from(finish(kernel, tx, &season, (&pair, EndedBy::Left)).await?);
    }
    Ok(n)
}

/// Tells coaches whose certificate ends. Returns how many.
pub(super) async fn warn(kernel: &Kernel) -> Result<usize> {
    let until = kernel.now().plus_days(WARNED_DAYS).date_in(weft_kernel::zone::USUAL_ZONE).to_string();
    let ending = store::ending(&mut kernel.db.read().await?, &until).await?;
    let mut n = 0;
    for of in &ending {
        let mut tx = kernel.db.begin().await?;
        let Some(season) = programs::season_by_slug(&mut tx, &of.season_slug).await? else { continue };
        if !store::mark_warned(&mut tx, of).await? {
            continue;
        }
        letters::certificate(kernel, &mut tx, &season, of).await?;
        tx.commit().await?;
        n += 1;
    }
    Ok(n)
}

/// Deletes what the two of a pair wrote when its time is over, and pairs in which nobody is named any more.
pub(super) async fn sweep(kernel: &Kernel) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::sweep_notes(&mut tx, kernel.now()).await?;
    store::sweep(&mut tx).await?;
    Ok(tx.commit().await?)
}
