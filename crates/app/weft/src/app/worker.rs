//! The background worker: delivers the outbox and sweeps what has run out. In the same process as the
//! pages, or alone with `weft work`.

use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::MissedTickBehavior;

use super::keeper;
use weft_admission::call;
use weft_admission::decisions;
use weft_admission::interest;
use weft_community::pulse;
use weft_kernel::Kernel;
use weft_kernel::links::Links;
use weft_kernel::mail::Transport;
use weft_kernel::often::Tally;
use weft_kernel::once;
use weft_kernel::outbox::{Pace, Sender};
use weft_offers::opportunities::links;
use weft_offers::registration::places;
use weft_people::{photo, store};
pub use weft_programs::bounces::deliver;
use weft_programs::bounces::{self, Holders};
use weft_season::gatherings::reminders;
use weft_season::logistics;

/// A worker at work. Dropped without [`Worker::end`], it works until the process ends.
pub struct Worker {
    ending: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

impl Worker {
    /// Begins to deliver and to sweep, each in a task of its own: a long sweep holds no letter up, nor a slow mail server a sweep.
    pub fn start(kernel: &Kernel, transport: Transport) -> Self {
        let (ending, stop) = watch::channel(false);
        let deliver = {
            let (kernel, stop) = (kernel.clone(), stop.clone());
            async move {
                let _round = Sender::new(&kernel, &transport, Holders, Pace::of(&kernel.config)).run(stop).await;
            }
        };
        let chores = {
            let (kernel, mut stop) = (kernel.clone(), stop);
            async move {
                tokio::select! {
                    () = chores(&kernel) => {}
                    _ = stop.wait_for(|s| *s) => {}
                }
            }
        };
        Self { ending, tasks: vec![tokio::spawn(deliver), tokio::spawn(chores)] }
    }

    /// What ends it once `true` is put in: at the same moment at which requests are not taken any more.
    pub fn ending(&self) -> watch::Sender<bool> {
        self.ending.clone()
    }

    /// Waits until letters that were not begun are given back and those on their way have arrived, or had a fair chance to.
    pub async fn end(self) {
        self.ending.send_replace(true);
        for task in self.tasks {
            drop(task.await);
        }
    }
}

/// Everything but delivering. A failed round is logged and tried again.
async fn chores(kernel: &Kernel) {
    let mut tick = tokio::time::interval(Duration::from_secs(30));
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let tally = Tally::default();
    if let Some(links) = kernel.config.check_links.then(Links::new).and_then(Result::ok) {
        tokio::spawn(try_links(kernel.clone(), links));
    }
    let mut rounds: u64 = 0;
    loop {
        tick.tick().await;
        if let Err(error) = remind(kernel).await {
            tally.say("reminders could not be written", &format!("{error:?}"));
        }
        if rounds.is_multiple_of(2) {
            keeper::empty_log(kernel).await;
        }
        if rounds.is_multiple_of(60)
            && let Err(error) = sweep(kernel).await
        {
            tracing::error!("sweeping failed: {error:?}");
        }
        rounds += 1;
    }
}

/// Tries links beside everything else: a slow host must not hold a letter up.
async fn try_links(kernel: Kernel, links: Links) {
    let mut tick = tokio::time::interval(Duration::from_secs(30));
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        if let Err(error) = links::sweep(&kernel, &links).await {
            tracing::error!("links could not be tried: {error}");
        }
    }
}

/// Reminders that are due, invitations for members who came after the announcement, and seats that were held long enough.
async fn remind(kernel: &Kernel) -> weft_web::Result<()> {
    reminders::welcome_late(kernel).await?;
    reminders::send(kernel).await?;
    places::lapse(kernel).await?;
    Ok(())
}

/// Tells people who asked that a call is open. Forgets tries that no throttle looks at any more, drafts whose call is long over, erases applications that nobody asked to keep, what was said for gatherings long over, and deletes photos that were taken back.
async fn sweep(kernel: &Kernel) -> weft_web::Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::forget_tries(&mut tx, kernel.now()).await?;
    once::forget(&mut tx, kernel.now()).await?;
    call::store::forget_old(&mut tx, kernel.now()).await?;
    tx.commit().await?;
    decisions::acts::sweep(kernel).await?;
    interest::acts::forget_old(kernel).await?;
    interest::acts::tell(kernel).await?;
    bounces::lift_accepted(kernel).await?;
    call::uploads::sweep(kernel).await?;
    reminders::forget_reports(kernel).await?;
    logistics::acts::sweep(kernel).await?;
    pulse::acts::sweep(kernel).await?;
    photo::sweep(kernel).await
}
