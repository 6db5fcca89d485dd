//! Verbs: begin a composition, move someone, let the solver look, hand the cohort on.

use std::collections::BTreeMap;

use weft_assign::selection::{Input, Transcript};

use super::model::{Move, Refused};
use super::store::{self, NewStep};
use crate::selection::acts::{self as selection, Outcome, Refusal, Rule};
use crate::selection::rules::Choose;
use weft_kernel::ids::Id;
use weft_kernel::once::Once;
use weft_kernel::{Kernel, events};
use weft_web::{Error, Result};

/// The name under which the solver works for a composition.
pub fn work_name(permit: &Choose, number: i64) -> String {
    format!("{}{number}", selection::works_of(permit))
}

fn json(cohort: &[String]) -> String {
    serde_json::to_string(cohort).unwrap_or_default()
}

/// What a composition begins with: its name, who sits, the run that they come from, what they are weighed against.
pub struct Beginning<'a> {
    pub name: &'a str,
    pub cohort: &'a [String],
    pub run: Option<&'a Id>,
    pub input: &'a Input,
}

/// Begins a composition with a cohort; everyone who has to sit sits. Its number comes back.
pub async fn begin(kernel: &Kernel, permit: &Choose, actor: Option<&Id>, new: &Beginning<'_>) -> Result<i64> {
    let Beginning { name, cohort, run, input } = *new;
    let given = cohort.len();
    let mut cohort: Vec<String> = cohort.iter().chain(&input.fixed).cloned().collect();
    cohort.sort();
    cohort.dedup();
    // With someone else in it, it is not that run's cohort any more.
    let run = run.filter(|_| cohort.len() == given);
    let mut tx = kernel.begin_once().await?;
    let (id, number) = store::insert(kernel, &mut tx, permit, name, actor).await?;
    let first =
        NewStep { parent: None, verb: "begun", about: "", cohort: &json(&cohort), run, by: actor, at: kernel.now() };
    store::insert_step(&mut tx, &id, &first).await?;
    let event = events::Event {
        actor,
        verb: "composition.begun",
        subject: &id,
        season: Some(permit.season()),
        detail: Some(name.to_owned()),
    };
    events::record(kernel, &mut tx, event).await?;
    kernel.made(&mut tx, number).await?;
    tx.commit().await?;
    Ok(number)
}

/// Gives a composition another name.
pub async fn rename(kernel: &Kernel, permit: &Choose, actor: Option<&Id>, number: i64, name: &str) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let id = store::rename(&mut tx, permit, number, name).await?.ok_or(Error::NotFound)?;
    let event = events::Event {
        actor,
        verb: "composition.renamed",
        subject: &id,
        season: Some(permit.season()),
        detail: Some(name.to_owned()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// The cohort after a move, or why it cannot be made.
fn moved(
    cohort: &[String],
    m: &Move,
    input: &Input,
) -> std::result::Result<(Vec<String>, &'static str, String), Refused> {
    let sits = |id: &String| cohort.contains(id);
    let stays = |id: &String| input.fixed.contains(id);
    let is_in_pool = |id: &String| input.people.binary_search_by(|p| p.id.cmp(id)).is_ok();
    let without = |id: &String| cohort.iter().filter(|c| *c != id).cloned().collect::<Vec<_>>();
    match m {
        Move::Seat(id) if sits(id) => Err(Refused::SitsAlready),
        Move::Seat(id) if !is_in_pool(id) => Err(Refused::NotInPool),
        Move::Seat(_) if cohort.len() >= input.seats as usize => Err(Refused::Full),
        Move::Seat(id) => Ok((cohort.iter().cloned().chain([id.clone()]).collect(), "seated", id.clone())),
        Move::Free(id) | Move::Swap { out: id, .. } if !sits(id) => Err(Refused::SitsNot),
        Move::Free(id) | Move::Swap { out: id, .. } if stays(id) => Err(Refused::Stays),
        Move::Free(id) => Ok((without(id), "freed", id.clone())),
        Move::Swap { into, .. } if sits(into) => Err(Refused::SitsAlready),
        Move::Swap { into, .. } if !is_in_pool(into) => Err(Refused::NotInPool),
        Move::Swap { out, into } => {
            Ok((without(out).into_iter().chain([into.clone()]).collect(), "swapped", format!("{into} ↔ {out}")))
        }
        Move::Clear => Ok((cohort.iter().filter(|id| stays(id)).cloned().collect(), "cleared", String::new())),
        Move::Undo | Move::Redo => Err(Refused::NothingToUndo),
    }
}

/// A move on a composition, the step that its page showed, and what the cohort is weighed against.
pub struct Turn<'a> {
    pub number: i64,
    pub seen: i64,
    pub m: &'a Move,
    pub input: &'a Input,
}

/// What came of a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Played {
    Moved,
    Refused(Refused),
}

/// Makes a move on the composition as it stands now, whatever the page showed: two people's moves both count, in their
/// order. Undoing is refused when someone has moved since step `seen`.
pub async fn play(kernel: &Kernel, permit: &Choose, actor: Option<&Id>, turn: &Turn<'_>) -> Result<Played> {
    let Turn { number, seen, m, input } = *turn;
    let mut tx = kernel.db.begin().await?;
    if !store::hold(&mut tx, permit, number).await? {
        return Err(Error::NotFound);
    }
    let c = store::composition(&mut tx, permit.see(), number).await?.ok_or(Error::NotFound)?;
    let (step, verb, about) = if matches!(m, Move::Undo | Move::Redo) {
        if c.step != seen {
            return Ok(Played::Refused(Refused::OthersMoved));
        }
        let to = if *m == Move::Undo { c.parent } else { store::newest_child(&mut tx, &c.id, c.step).await? };
        let Some(to) = to else { return Ok(Played::Refused(Refused::NothingToUndo)) };
        (to, if *m == Move::Undo { "undone" } else { "redone" }, String::new())
    } else {
        let still: Vec<String> =
            c.cohort().into_iter().filter(|id| input.people.binary_search_by(|p| p.id.cmp(id)).is_ok()).collect();
        let (mut cohort, verb, about) = match moved(&still, m, input) {
            Ok(done) => done,
            Err(refused) => return Ok(Played::Refused(refused)),
        };
        cohort.sort();
        let new = NewStep {
            parent: Some(c.step),
            verb,
            about: &about,
            cohort: &json(&cohort),
            run: None,
            by: actor,
            at: kernel.now(),
        };
        (store::insert_step(&mut tx, &c.id, &new).await?, verb, about)
    };
    store::point(&mut tx, &c.id, step).await?;
    let event = events::Event {
        actor,
        verb: "composition.moved",
        subject: &c.id,
        season: Some(permit.season()),
        detail: Some(format!("{verb} {about}").trim().to_owned()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    kernel.works.forget(&work_name(permit, number));
    Ok(Played::Moved)
}

/// What the solver is asked to do for a composition.
#[derive(Clone, Debug)]
pub enum Search {
    /// Anew, by a rule.
    Run(Rule),
    /// Keeps who sits and fills the open seats.
    Complete,
}

/// What the solver is asked for a composition, with what a cohort is weighed against and how sure each score is.
pub struct Question {
    pub number: i64,
    pub search: Search,
    pub input: Input,
    pub margins: BTreeMap<String, f64>,
}

/// What came of asking the solver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Begun,
    /// It is at work for this composition already, and was not asked again.
    AtWork,
}

/// Lets the solver look in the background; what it finds becomes a step and, for a whole run, a record. Waits a moment,
/// so that a quick answer is there on the next page.
pub async fn search(kernel: &Kernel, permit: Choose, actor: Option<Id>, question: Question) -> Result<Asked> {
    let Question { number, search, input, margins } = question;
    let name = work_name(&permit, number);
    let what = match &search {
        Search::Complete => "complete",
        Search::Run(Rule::Propose) => "propose",
        Search::Run(Rule::Draw { .. }) => "draw",
    };
    // The press is claimed before the work begins: a quick answer is no reason to look twice.
    kernel.begin_once().await?.commit().await?;
    let Some(work) = kernel.works.begin(&name, what, kernel.now()) else { return Ok(Asked::AtWork) };
    let kernel = kernel.once(Once::default());
    // The inner task may panic; the outer one still says that the work is over.
    let (works, done_name) = (kernel.works.clone(), name);
    let look = tokio::spawn(async move {
        let tick = work.clone();
        let rule = if let Search::Run(rule) = &search { rule.clone() } else { Rule::Propose };
        let done = selection::solve_input(input, &margins, rule, move |n| tick.tick(n)).await;
        let said = match done {
            // A stop that came too late for the solver still counts.
            Ok(Outcome::Chosen(_)) if !work.tick(work.steps()) => Some(Refusal::Stopped),
            Ok(Outcome::Chosen(transcript)) => {
                match land(&kernel, &permit, actor.as_ref(), number, &search, &transcript).await {
                    Ok(()) => None,
                    Err(e) => {
                        tracing::error!(error = ?e, "the solver's result could not be saved");
                        Some(Refusal::Stopped)
                    }
                }
            }
            Ok(other) => Some(Refusal::from(other)),
            Err(e) => {
                tracing::error!(error = ?e, "the solver failed");
                Some(Refusal::Stopped)
            }
        };
        said.and_then(|r| serde_json::to_string(&r).ok())
    });
    let task = tokio::spawn(async move {
        let said = look.await.unwrap_or_else(|_| serde_json::to_string(&Refusal::Stopped).ok());
        works.end(&done_name, said);
    });
    let _ = tokio::time::timeout(std::time::Duration::from_millis(600), task).await;
    Ok(Asked::Begun)
}

/// Puts what the solver found on the composition as its next step.
async fn land(
    kernel: &Kernel,
    permit: &Choose,
    actor: Option<&Id>,
    number: i64,
    search: &Search,
    transcript: &Transcript,
) -> Result<()> {
    let run = match search {
        Search::Run(_) => Some(selection::keep(kernel, permit, actor, transcript).await?),
        Search::Complete => None,
    };
    let verb = match search {
        Search::Run(Rule::Draw { .. }) => "drawn",
        Search::Run(Rule::Propose) => "proposed",
        Search::Complete => "completed",
    };
    let mut tx = kernel.db.begin().await?;
    if !store::hold(&mut tx, permit, number).await? {
        return Ok(());
    }
    let c = store::composition(&mut tx, permit.see(), number).await?.ok_or(Error::NotFound)?;
    let new = NewStep {
        parent: Some(c.step),
        verb,
        about: "",
        cohort: &json(&transcript.cohort),
        run: run.as_ref(),
        by: actor,
        at: kernel.now(),
    };
    let step = store::insert_step(&mut tx, &c.id, &new).await?;
    store::point(&mut tx, &c.id, step).await?;
    let event = events::Event {
        actor,
        verb: "composition.moved",
        subject: &c.id,
        season: Some(permit.season()),
        detail: Some(verb.to_owned()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(())
}
