//! Sends what is due: several letters at once, with connections kept free for what expires.

use std::collections::HashSet;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::{self, JoinSet};

use super::super::Kernel;
use super::super::db::Result;
use super::super::ids::Id;
use super::super::mail::{Mail, Transport, Trouble, Undelivered};
use super::super::smtp::Begun;
use super::marks::{self, How, OnMark};
use super::queue::{self, Claimed};
use super::{BULK, URGENT};

/// Connections that bulk never takes.
const KEPT_FREE: usize = 2;

/// How a sender works.
#[derive(Clone, Debug)]
pub struct Pace {
    /// Letters on their way at once, besides two connections kept for what expires.
    pub connections: usize,
    /// How long a claim lasts, in seconds of the kernel's clock. A worker that dies holds its letters no longer than
    /// that.
    pub claim_seconds: i64,
    /// How often a claim is renewed while its letter is on its way.
    pub renew: Duration,
    /// How often the outbox is looked at when it was empty.
    pub look: Duration,
    /// How long a letter that has begun to leave may take when the process ends.
    pub grace: Duration,
}

impl Pace {
    pub fn of(config: &super::super::config::Config) -> Self {
        Self {
            connections: usize::from(config.mail_connections).max(1),
            claim_seconds: 30,
            renew: Duration::from_secs(10),
            look: Duration::from_secs(1),
            grace: Duration::from_secs(20),
        }
    }
}

/// What a sender did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Round {
    pub sent: usize,
    pub failed: usize,
    /// Would have come too late.
    pub expired: usize,
    /// Not begun when the process was asked to end, and waiting again.
    pub given_back: usize,
}

impl Round {
    fn add(&mut self, other: &Self) {
        self.sent += other.sent;
        self.failed += other.failed;
        self.expired += other.expired;
        self.given_back += other.given_back;
    }
}

/// How sending one letter ended.
enum End {
    Answered(Result<(), Undelivered>),
    Stopped,
    /// The claim is another's now, and nothing of the letter had left.
    Lost,
}

/// One worker's sender. Each has a name of its own, by which its claims are known.
pub struct Sender<M>(Arc<Inner<M>>);

struct Inner<M> {
    kernel: Kernel,
    transport: Transport,
    marks: M,
    pace: Pace,
    name: String,
}

/// Letters on their way, each in a task of its own: none of them waits for another, nor for the next claim.
#[derive(Default)]
struct Flight {
    all: JoinSet<Result<Round>>,
    urgent: HashSet<task::Id>,
}

impl Flight {
    /// The next one that is done; `None` when none is on its way. Dropped halfway, nothing is lost.
    async fn next(&mut self) -> Option<Result<Round>> {
        let (id, done) = match self.all.join_next_with_id().await? {
            Ok((id, done)) => (id, done),
            Err(error) => {
                tracing::error!("sending an email was interrupted: {error}");
                (error.id(), Ok(Round::default()))
            }
        };
        self.urgent.remove(&id);
        Some(done)
    }
}

impl<M: OnMark> Sender<M> {
    pub fn new(kernel: &Kernel, transport: &Transport, marks: M, pace: Pace) -> Self {
        Self(Arc::new(Inner {
            kernel: kernel.clone(),
            transport: transport.clone(),
            marks,
            pace,
            name: kernel.id().to_string(),
        }))
    }

    /// Sends everything that is due, and returns when nothing is.
    pub async fn drain(&self) -> Result<Round> {
        let (_open, stop) = watch::channel(false);
        let mut round = Round { expired: queue::expire(&self.0.kernel).await?, ..Round::default() };
        let mut flight = Flight::default();
        loop {
            self.fill(&mut flight, &stop).await?;
            let Some(done) = flight.next().await else { return Ok(round) };
            round.add(&done?);
        }
    }

    /// Sends what falls due until `stop` says so. Then letters that have not begun to leave are given back at once, and
    /// the others have a short while to arrive.
    pub async fn run(&self, mut stop: watch::Receiver<bool>) -> Round {
        let mut round = Round::default();
        let mut flight = Flight::default();
        while !*stop.borrow() {
            let looked = async {
                round.expired += queue::expire(&self.0.kernel).await?;
                self.fill(&mut flight, &stop).await
            };
            if let Err(error) = looked.await {
                tracing::error!("the outbox could not be processed: {error}");
            }
            tokio::select! {
                asked = stop.changed() => if asked.is_err() { break },
                Some(done) = flight.next(), if !flight.all.is_empty() => note(&mut round, done),
                () = tokio::time::sleep(self.0.pace.look) => {}
            }
        }
        let rest = async {
            while let Some(done) = flight.next().await {
                note(&mut round, done);
            }
        };
        // What is not done by then keeps its claim until that lapses: it may have arrived.
        drop(tokio::time::timeout(self.0.pace.grace, rest).await);
        round
    }

    /// Claims letters while there are connections for them.
    async fn fill(&self, flight: &mut Flight, stop: &watch::Receiver<bool>) -> Result<()> {
        let Inner { kernel, pace, name, .. } = &*self.0;
        while flight.all.len() < pace.connections + KEPT_FREE {
            let most_lane = if flight.all.len() - flight.urgent.len() < pace.connections { BULK } else { URGENT };
            let until = kernel.now().plus_seconds(pace.claim_seconds);
            let Some(letter) = queue::claim(kernel, name, until, most_lane).await? else { break };
            let (inner, stop, is_urgent) = (self.0.clone(), stop.clone(), letter.is_urgent());
            let handle = flight.all.spawn(async move { inner.one(&letter, stop).await });
            if is_urgent {
                flight.urgent.insert(handle.id());
            }
        }
        Ok(())
    }
}

impl<M: OnMark> Inner<M> {
    async fn one(&self, letter: &Claimed, stop: watch::Receiver<bool>) -> Result<Round> {
        if letter.is_decoy {
            queue::forget(&self.kernel, letter).await?;
            return Ok(Round::default());
        }
        // Without a mail server letters are kept as files, and this one is to be kept nowhere.
        if letter.is_traceless && !self.kernel.is_demo && matches!(self.transport, Transport::Files(_)) {
            queue::forget(&self.kernel, letter).await?;
            return Ok(Round::default());
        }
        match self.send(letter, stop).await {
            End::Answered(Ok(())) => {
                let mut tx = self.kernel.db.begin().await?;
                // The demo's people read theirs in the folder: that is sending there.
                let is_kept = !self.kernel.is_demo && matches!(self.transport, Transport::Files(_));
                queue::sent(&mut tx, letter, is_kept, self.kernel.now()).await?;
                if marks::accepted(&mut tx, &letter.norm, self.kernel.now()).await? {
                    self.marks.lifted(&self.kernel, &mut tx, &letter.norm).await?;
                }
                tx.commit().await?;
                Ok(Round { sent: 1, ..Round::default() })
            }
            End::Answered(Err(Undelivered { trouble, why, brief })) => {
                let mut tx = self.kernel.db.begin().await?;
                queue::failed(&self.kernel, &mut tx, &self.name, letter, (trouble, &why)).await?;
                // A mark is told to others, with its time.
                if let Trouble::NoSuchAddress(code) = trouble
                    && !letter.is_traceless
                    && marks::mark(&mut tx, &letter.norm, How::Refused(code), self.kernel.now()).await?
                {
                    self.marks.marked(&self.kernel, &mut tx, &letter.norm).await?;
                }
                tx.commit().await?;
                if !letter.is_traceless {
                    let (kind, attempts) = (letter.kind(), letter.attempts);
                    tracing::warn!(letter = %letter.id, kind, attempts, "an email was not accepted: {brief}");
                }
                Ok(Round { failed: 1, ..Round::default() })
            }
            End::Stopped => {
                queue::give_back(&self.kernel, &self.name, &letter.id).await?;
                Ok(Round { given_back: 1, ..Round::default() })
            }
            End::Lost => {
                if !letter.is_traceless {
                    tracing::warn!(letter = %letter.id, kind = letter.kind(), "another worker took over an email \
                        before it was sent");
                }
                Ok(Round::default())
            }
        }
    }

    /// Sends one letter and keeps its claim meanwhile.
    async fn send(&self, letter: &Claimed, mut stop: watch::Receiver<bool>) -> End {
        let begun = Begun::default();
        let mut sending = pin!(async {
            let opened = self.kernel.seal.open(super::SEALED, letter.id.as_str(), &letter.payload);
            match opened.and_then(|text| serde_json::from_str::<Mail>(&text).ok()) {
                Some(mail) => {
                    let program = mail.program.clone().map(Id::stored);
                    let face = self.marks.face(&self.kernel, program.as_ref(), letter.season_id.as_ref()).await;
                    self.transport.send(&self.kernel, &letter.id, (&mail, face.as_ref()), &begun).await
                }
                None => Err(Undelivered::refused(
                    "sealed with a key that is not here (secret_key_file)",
                    "it cannot be read",
                )),
            }
        });
        let mut renewal = tokio::time::interval(self.pace.renew);
        renewal.reset();
        let mut asked = pin!(async move { drop(stop.wait_for(|s| *s).await) });
        let mut is_asked = false;
        loop {
            tokio::select! {
                answer = &mut sending => return End::Answered(answer),
                _ = renewal.tick() => {
                    let until = self.kernel.now().plus_seconds(self.pace.claim_seconds);
                    match queue::renew(&self.kernel, &self.name, &letter.id, until).await {
                        Ok(false) if !begun.is_so() => return End::Lost,
                        Ok(_) => {}
                        Err(error) => tracing::error!("a claim could not be renewed: {error}"),
                    }
                }
                () = &mut asked, if !is_asked => {
                    is_asked = true;
                    if !begun.is_so() {
                        return End::Stopped;
                    }
                }
            }
        }
    }
}

fn note(round: &mut Round, done: Result<Round>) {
    match done {
        Ok(done) => round.add(&done),
        Err(error) => tracing::error!("the result of sending an email could not be saved: {error}"),
    }
}
