//! What it takes to set a season up: each slice declares its own steps, as a statement that finds out whether one is
//! done. The season's page lists them until all are done or are not needed.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::part::Part;
use super::rules::RunSeason;
use super::{InSeason, store};
use weft_kernel::args;
use weft_kernel::db::{Conn, Result, Sql};

/// A step of the list.
#[derive(Debug)]
pub struct Step {
    /// Where it stands in the list.
    pub at: u8,
    /// Its name, and of the text that says it: `setup-` before it, `-text` after it for one more sentence.
    pub name: &'static str,
    /// Kinds of program that need it; none for all.
    pub kinds: &'static [&'static str],
    /// Where it is done, below the season's path.
    pub path: &'static str,
    /// Another way to do it, below the season's path; empty for none. `setup-…-also` says what it is.
    pub also: &'static str,
    /// Whether a press there does it, without a form to fill in.
    pub is_pressed: bool,
    /// Whether whoever asks may open that page.
    pub is_seen: fn(&InSeason) -> bool,
    /// Counts what shows that it is done in season $1.
    pub done: Sql,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Done,
    Open,
    /// The team said that it is not needed.
    Skipped,
}

/// A season's steps.
#[derive(Debug, Default)]
pub struct Setup(pub Vec<(&'static Step, State)>);

static ALL: OnceLock<Vec<&'static Step>> = OnceLock::new();

pub(super) fn install(parts: &'static [&'static Part]) {
    ALL.get_or_init(|| {
        let mut all: Vec<&Step> = parts.iter().flat_map(|p| p.setup).collect();
        all.sort_by_key(|s| s.at);
        all
    });
}

/// The steps that a season of this kind has for whoever asks.
fn steps(s: &InSeason) -> impl Iterator<Item = &'static Step> {
    let all = ALL.get().map_or(&[][..], Vec::as_slice);
    all.iter().copied().filter(|step| {
        (step.kinds.is_empty() || step.kinds.contains(&s.season.program_kind.as_str())) && (step.is_seen)(s)
    })
}

/// Whether a season of this kind has such a step for whoever asks.
pub fn has(s: &InSeason, name: &str) -> bool {
    steps(s).any(|step| step.name == name)
}

/// How far a season's setup is. One statement for each step.
pub async fn of(conn: &mut Conn, run: &RunSeason, s: &InSeason) -> Result<Setup> {
    let skipped: BTreeSet<String> = store::skipped_steps(conn, run).await?.into_iter().collect();
    let mut all = Vec::new();
    for step in steps(s) {
        let (done,): (i64,) = conn.one(step.done, args![run.season()]).await?;
        let state = match (done > 0, skipped.contains(step.name)) {
            (true, _) => State::Done,
            (false, true) => State::Skipped,
            (false, false) => State::Open,
        };
        all.push((step, state));
    }
    Ok(Setup(all))
}

impl Setup {
    /// Whether anything is left to do.
    pub fn is_open(&self) -> bool {
        self.0.iter().any(|(_, state)| *state == State::Open)
    }

    /// Whether this is the first step that is left.
    pub fn is_next(&self, step: &Step) -> bool {
        self.0.iter().find(|(_, state)| *state == State::Open).is_some_and(|(s, _)| s.name == step.name)
    }

    /// How many steps are done or not needed.
    pub fn closed(&self) -> usize {
        self.0.iter().filter(|(_, state)| *state != State::Open).count()
    }
}
