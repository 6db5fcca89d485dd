//! Verbs: publish the cohort's page, now or from a day and time on, and take it down again.

use super::rules::ReleasePage;
use super::store;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_web::Result;

/// Publishes the page from a moment on; one that lies behind counts as now. A page that is out stays out as it is, and
/// one that is to come gets the new moment.
pub async fn publish(kernel: &Kernel, permit: &ReleasePage, actor: Option<&Id>, at: Time) -> Result<()> {
    let now = kernel.now();
    let mut tx = kernel.begin_once().await?;
    if let Some(is) = store::release(&mut tx, permit.season()).await? {
        if is.public_at <= now || is.public_at == at {
            return Ok(());
        }
        store::end_release(&mut tx, permit, now).await?;
    }
    if store::insert_release(kernel, &mut tx, permit, at.max(now)).await? {
        let event = events::Event {
            actor,
            verb: "cohort.published",
            subject: permit.season(),
            season: Some(permit.season()),
            detail: Some(at.max(now).iso()),
        };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Takes the page down, or stops it from coming out. Idempotent.
pub async fn take_down(kernel: &Kernel, permit: &ReleasePage, actor: Option<&Id>) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::end_release(&mut tx, permit, kernel.now()).await? {
        let event = events::Event {
            actor,
            verb: "cohort.taken-down",
            subject: permit.season(),
            season: Some(permit.season()),
            detail: None,
        };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok(())
}
