//! Meetings of one's home team, and polls of times that are open. Whoever leads or facilitates sees those of every
//! team.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;

use crate::polls::model::{Poll, Stage};
use crate::polls::rules::Meet;
use crate::polls::store;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_programs::{InSeason, May};
use weft_web::{Page, Result, html};

#[derive(Template)]
#[template(path = "polls/templates/list.html")]
struct List {
    page: Page,
    s: InSeason,
    polls: Vec<Poll>,
    /// Whether there is a home team that they may ask.
    may_ask: bool,
    is_staff: bool,
    zone: Option<String>,
    now: Time,
}

impl List {
    /// Polls of a stage; meetings that lie ahead with the soonest first.
    fn of(&self, stage: Stage) -> Vec<&Poll> {
        let mut all: Vec<&Poll> = self.polls.iter().filter(|p| p.stage(self.now) == stage).collect();
        if stage == Stage::Settled {
            all.sort_by_key(|p| p.starts_at);
        }
        all
    }

    /// What lies ahead, under its headings.
    fn ahead(&self) -> [(&'static str, Vec<&Poll>); 2] {
        [("polls-coming", self.of(Stage::Settled)), ("polls-open", self.of(Stage::Open))]
    }

    /// What is over, however it ended.
    fn behind(&self) -> Vec<&Poll> {
        let is_over = |p: &&Poll| matches!(p.stage(self.now), Stage::Over | Stage::Met | Stage::Canceled);
        self.polls.iter().filter(is_over).collect()
    }

    /// How far one of those is, as a key.
    fn state(&self, poll: &Poll) -> &'static str {
        match poll.stage(self.now) {
            Stage::Met | Stage::Settled => "poll-is-met",
            Stage::Over | Stage::Open => "poll-is-over",
            Stage::Canceled => "poll-is-canceled",
        }
    }

    fn counted(&self, poll: &Poll) -> String {
        self.page.t.a2("poll-answered-of", "n", poll.answered, "of", poll.people)
    }
}

pub async fn show(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Meet>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let polls = store::polls(&mut conn, &permit).await?;
    let may_ask = !store::teams(&mut conn, &permit).await?.is_empty();
    html(&List {
        page: s.page.clone(),
        zone: s.own_zone(),
        polls,
        may_ask,
        is_staff: permit.is_staff(),
        now: kernel.now(),
        s,
    })
}
