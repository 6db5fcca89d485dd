//! The background worker: delivers the outbox and sweeps what has run out. In the same process as the
//! pages, or alone with `weft work`.

use std::time::Duration;

use crate::gatherings::reminders;
use crate::kernel::links::Links;
use crate::kernel::mail::Transport;
use crate::kernel::{Kernel, once, outbox};
use crate::opportunities::links;
use crate::people::{photo, store};
use crate::programs::bounces;
use crate::{call, decisions, interest, logistics};

/// Works until the process ends. A failed round is logged and tried again.
pub async fn run(kernel: Kernel, transport: Transport) {
    let mut tick = tokio::time::interval(Duration::from_secs(2));
    let mut rounds: u64 = 0;
    if let Some(links) = kernel.config.check_links.then(Links::new).and_then(Result::ok) {
        tokio::spawn(try_links(kernel.clone(), links));
    }
    loop {
        tick.tick().await;
        if let Err(error) = deliver(&kernel, &transport).await {
            tracing::error!("the outbox could not be worked on: {error}");
        }
        if rounds.is_multiple_of(15)
            && let Err(error) = remind(&kernel).await
        {
            tracing::error!("reminders could not be written: {error:?}");
        }
        if rounds.is_multiple_of(900)
            && let Err(error) = sweep(&kernel).await
        {
            tracing::error!("sweeping failed: {error:?}");
        }
        rounds += 1;
    }
}

/// Tries links beside everything else: a slow host must not hold a letter up.
async fn try_links(kernel: Kernel, links: Links) {
    let mut tick = tokio::time::interval(Duration::from_secs(30));
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        if let Err(error) = links::sweep(&kernel, &links).await {
            tracing::error!("links could not be tried: {error}");
        }
    }
}

/// One round of the outbox; addresses that a mail server does not know are marked.
pub async fn deliver(kernel: &Kernel, transport: &Transport) -> crate::kernel::db::Result<()> {
    for address in outbox::deliver(kernel, transport).await?.refused {
        bounces::mark(kernel, &address).await?;
    }
    Ok(())
}

/// Reminders that are due, and invitations for members who came after the announcement.
async fn remind(kernel: &Kernel) -> crate::web::Result<()> {
    reminders::welcome_late(kernel).await?;
    reminders::send(kernel).await?;
    Ok(())
}

/// Tells people who asked that a call is open. Forgets tries that no throttle looks at any more, drafts whose call is long over, erases applications that nobody asked to keep, what was said for gatherings long over, and deletes photos that were taken back.
async fn sweep(kernel: &Kernel) -> crate::web::Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::forget_tries(&mut tx, kernel.now()).await?;
    once::forget(&mut tx, kernel.now()).await?;
    call::store::forget_old(&mut tx, kernel.now()).await?;
    tx.commit().await?;
    decisions::acts::sweep(kernel).await?;
    interest::acts::forget_old(kernel).await?;
    interest::acts::tell(kernel).await?;
    call::uploads::sweep(kernel).await?;
    reminders::forget_reports(kernel).await?;
    logistics::acts::sweep(kernel).await?;
    photo::sweep(kernel).await
}
