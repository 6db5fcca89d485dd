//! The background worker: delivers the outbox and sweeps what has run out. In the same process as the
//! pages, or alone with `weft work`.

use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::MissedTickBehavior;

use super::keeper;
use super::parts::PARTS;
use weft_kernel::Kernel;
use weft_kernel::links::Links;
use weft_kernel::mail::Transport;
use weft_kernel::often::Tally;
use weft_kernel::outbox::{Pace, Sender};
use weft_offers::opportunities::links;
use weft_programs::bounces::Holders;
pub use weft_programs::bounces::deliver;
use weft_programs::part::Part;
use weft_web::chore::Chore;

/// A worker at work. Dropped without [`Worker::end`], it works until the process ends.
pub struct Worker {
    ending: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

impl Worker {
    /// Begins to deliver and to sweep, each in a task of its own: a long sweep holds no letter up, nor a slow mail
    /// server a sweep.
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

    /// Waits until letters that were not begun are given back and those on their way have arrived, or had a fair chance
    /// to.
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
        round(kernel, |p| p.often, &tally).await;
        if rounds.is_multiple_of(2) {
            keeper::empty_log(kernel).await;
        }
        if rounds.is_multiple_of(60) {
            round(kernel, |p| p.seldom, &tally).await;
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
            tracing::error!("links could not be checked: {error}");
        }
    }
}

/// Does each of these; one that fails is logged and tried again in its next round, and the others go on.
async fn round(kernel: &Kernel, of: fn(&Part) -> &'static [Chore], tally: &Tally) -> Vec<&'static str> {
    let mut failed = Vec::new();
    for (name, chore) in PARTS.iter().flat_map(|p| of(p)) {
        if let Err(error) = chore(kernel.clone()).await {
            tally.say(name, &format!("not done, tried again: {error:?}"));
            failed.push(*name);
        }
    }
    failed
}

/// Does everything once that falls due by itself. Returns what failed.
pub async fn chores_once(kernel: &Kernel) -> Vec<&'static str> {
    let tally = Tally::default();
    let mut failed = round(kernel, |p| p.often, &tally).await;
    failed.extend(round(kernel, |p| p.seldom, &tally).await);
    failed
}
