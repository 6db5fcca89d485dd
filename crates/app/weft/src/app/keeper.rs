//! Writes answers without names, in a task of its own: a request that wrote them would say whose they are. Runs in
//! every process that takes answers, for they wait in its memory.

use std::time::Duration;

use weft_community::pulse;
use weft_kernel::Kernel;
use weft_kernel::db::dialect;
use weft_season::coaching::feedback as coaching;

/// Works until the process ends. What failed is tried again: nothing is written twice.
pub async fn run(kernel: Kernel) {
    let mut tick = tokio::time::interval(Duration::from_secs(2));
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        keep(&kernel, false).await;
    }
}

/// One round. `is_ending` is for the last one, when no request is under way any more.
pub async fn keep(kernel: &Kernel, is_ending: bool) {
    let mut kept = 0;
    for done in [pulse::acts::keep(kernel, is_ending).await, coaching::keep(kernel, is_ending).await] {
        match done {
            Ok(n) => kept += n,
            Err(error) => tracing::error!("anonymous answers could not be saved: {error:?}"),
        }
    }
    if kept > 0 {
        forget(kernel).await;
    }
}

/// After a batch: leaves no states of before in the log and among old rows, as far as the engine lets us.
async fn forget(kernel: &Kernel) {
    if let Err(error) = dialect::vacuum_anonymous(&kernel.db).await {
        tracing::warn!("old data could not be deleted: {error}");
    }
    empty_log(kernel).await;
}

/// Leaves nothing in the log of what was overwritten or deleted: one-time links of letters that were sent, words that
/// were taken back, people who were erased. The worker does it every minute.
pub async fn empty_log(kernel: &Kernel) {
    match dialect::empty_log(&kernel.db).await {
        Ok(true) => {}
        Ok(false) => tracing::debug!("the database's log is being read from; it will be emptied later"),
        Err(error) => tracing::warn!("the database's log could not be emptied: {error}"),
    }
}
