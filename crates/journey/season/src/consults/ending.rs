//! What is over by itself: nobody ended it, nobody began it, whoever brought it is gone, its words had their time.

use super::acts::{record, say_over};
use super::model::{Consult, KEPT_DAYS, LEFT_DAYS, LONGEST_HOURS, UNDONE_DAYS};
use super::{letters, store};
use weft_kernel::Kernel;
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_kernel::outbox;
use weft_programs::{Season, store as programs};
use weft_web::Result;

/// Takes away what waits; those who have a place in it are told.
pub(super) async fn take_away(kernel: &Kernel, tx: &mut Tx, season: &Season, c: &Consult) -> Result<()> {
    if c.is_open() {
        letters::off(kernel, tx, season, c).await?;
    }
    store::delete(tx, &c.id).await?;
    record(kernel, tx, (None, &c.season_id), "consult.withdrawn", &c.id).await
}

/// Ends one that is on. Nothing says any more who came: the emails that told them are forgotten, too.
pub(super) async fn end(kernel: &Kernel, tx: &mut Tx, id: &Id) -> Result<()> {
    store::end(tx, id, kernel.now()).await?;
    outbox::drop_all(tx, &letters::key(id)).await?;
    Ok(())
}

/// Ends and takes away what has had its time. Returns how many.
pub(super) async fn sweep(kernel: &Kernel) -> Result<usize> {
    let before = kernel.now().plus_seconds(-3600 * LONGEST_HOURS);
    let left_before = kernel.now().plus_days(-UNDONE_DAYS);
    let stale = store::stale(&mut kernel.db.read().await?, before, left_before).await?;
    for was in &stale {
        let mut tx = kernel.db.begin().await?;
        // Somebody may have begun or ended it meanwhile.
        let Some(c) = &store::still(&mut tx, was).await? else { continue };
        let Some(season) = programs::season_by_slug(&mut tx, &c.season_slug).await? else { continue };
        if c.is_on() {
            end(kernel, &mut tx, &c.id).await?;
            record(kernel, &mut tx, (None, &c.season_id), "consult.ended", &c.id).await?;
        } else {
            take_away(kernel, &mut tx, &season, c).await?;
        }
        tx.commit().await?;
        say_over(kernel, &c.id);
    }
    let mut tx = kernel.db.begin().await?;
    for (consult, person) in store::left_seats(&mut tx).await? {
        store::leave_seat(&mut tx, &person, &consult).await?;
    }
    let words = store::sweep_words(&mut tx, kernel.now().plus_days(-KEPT_DAYS)).await?;
    store::sweep_notes(&mut tx, kernel.now().plus_days(-LEFT_DAYS)).await?;
    tx.commit().await?;
    Ok(stale.len() + words)
}
