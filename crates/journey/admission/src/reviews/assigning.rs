//! Who reviews what: evenly and at random, nobody where there is a conflict of interest, nobody in a language that they
//! do not read, and nobody who has not declared their conflicts unless a lead says so.

use std::collections::{BTreeMap, BTreeSet};

use super::acts::record;
use super::model::Reading;
pub use super::planning::Found;
use super::planning::{Field, Plan, Seen};
use super::rules::RunReading;
use super::store::{self, Conflict};
use super::{letters, sight};
use weft_kernel::Kernel;
use weft_kernel::db::Conn;
use weft_kernel::ids::Id;
use weft_kernel::plain::norm;
use weft_web::Result;

/// What a lead allows when reviews are assigned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Allowed {
    /// Reviews also go to people who have not declared their conflicts of interest.
    pub undeclared: bool,
    /// Reviews also go to people who do not read the application's language.
    pub any_language: bool,
}

/// Reviews that went to nobody: of which application, in which language, how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    pub external_id: String,
    pub language: String,
    pub n: u32,
}

/// What assigning did.
#[derive(Debug, PartialEq, Eq)]
pub enum Assigned {
    Done {
        /// Reviews that were assigned.
        given: usize,
        lacking: Vec<Lack>,
        /// Into how many groups the reviewers fall that share no application.
        groups: usize,
        /// Reviewers who got nothing, because they have not declared their conflicts of interest.
        undeclared: Vec<String>,
        /// Whether something changed while it was planned, so that it was planned again.
        again: bool,
    },
    /// Something changed each time it was planned; nothing was assigned.
    Unsettled,
    NoReaders,
    /// Nobody has declared their conflicts of interest yet: these have not.
    Undeclared(Vec<String>),
    NoRubric,
    Closed,
    /// Reviewers would see no answer of any application.
    NothingToSee,
}

/// What assigning would meet, for whoever is about to do it.
#[derive(Debug, Default)]
pub struct Outlook {
    /// Reviews that are lacking.
    pub lacking: u32,
    /// Applications whose eligibility is undecided and that are reviewed all the same; of them, late ones.
    pub undecided: usize,
    pub late: usize,
    pub undeclared: Vec<String>,
    /// For each language in which applications lack reviews.
    pub languages: Vec<OfLanguage>,
    /// Each reviewer, in which languages they review.
    pub readers: Vec<(Id, BTreeSet<String>)>,
    /// Names that match.
    pub found: Vec<Found>,
    /// Unfinished reviews that the reviewer's conflicts forbid by now.
    pub tied: usize,
}

/// A language: how many reviews are lacking in it, who can review in it, and the applications for which there are too
/// few of them.
#[derive(Debug)]
pub struct OfLanguage {
    pub language: String,
    pub lacking: u32,
    pub readers: Vec<String>,
    pub short: Vec<String>,
}

/// Looks ahead, without changing anything.
pub async fn outlook(conn: &mut Conn, permit: &RunReading, reading: &Reading) -> Result<Outlook> {
    let seen = Seen::of(conn, permit).await?.wishing(reading);
    let field = seen.field();
    let plan = Plan::new(&seen, &field, None);
    let needs = plan.needs();
    let mut of: BTreeMap<String, OfLanguage> = BTreeMap::new();
    for (l, a) in field.applications.iter().enumerate().filter(|(l, _)| needs[*l] > 0) {
        let line = of.entry(a.language.clone()).or_insert_with(|| OfLanguage {
            language: a.language.clone(),
            lacking: 0,
            readers: field
                .readers
                .iter()
                .filter(|r| r.languages.contains(&a.language))
                .map(|r| r.name.clone())
                .collect(),
            short: Vec::new(),
        });
        line.lacking += needs[l];
        let able = (0..field.readers.len())
            .filter(|r| !field.conflicts.contains(&(l, *r)) && !field.foreign.contains(&(l, *r)))
            .filter(|r| !plan.had.contains(&(l, *r)))
            .count();
        if (able as u32) < needs[l] {
            line.short.push(a.external_id.clone());
        }
    }
    for line in of.values_mut() {
        line.short.sort();
    }
    let stands = |s| field.applications.iter().filter(|a| a.stands == s).count();
    Ok(Outlook {
        lacking: needs.iter().sum(),
        undecided: stands(crate::applications::model::State::Undecided),
        late: stands(crate::applications::model::State::Late),
        undeclared: field.undeclared(),
        languages: of.into_values().collect(),
        readers: field.readers.iter().map(|r| (r.id.clone(), r.languages.clone())).collect(),
        found: field.found,
        tied: seen.tied().len(),
    })
}

/// Declared names beside those of every application that is to be reviewed.
pub async fn found(conn: &mut Conn, permit: &RunReading) -> Result<Vec<Found>> {
    Ok(Seen::of(conn, permit).await?.field().found)
}

/// What is written with a plan.
struct Act<'a> {
    actor: Option<&'a Id>,
    /// Whose unfinished reviews go back.
    but: Option<&'a Id>,
}

/// What came of writing a plan.
enum Written {
    Done,
    Closed,
    /// It was planned on what is not so any more.
    Changed,
}

/// Writes a plan in one short transaction, if everything is as it was seen. Begins the reviews.
async fn write(kernel: &Kernel, permit: &RunReading, seen: &str, plan: &Plan<'_>, act: &Act<'_>) -> Result<Written> {
    let mut tx = kernel.db.begin().await?;
    // This row first: whoever assigns at the same moment waits here.
    if !store::open(&mut tx, permit, kernel.now()).await? {
        return Ok(Written::Closed);
    }
    if Seen::of(&mut tx, permit).await?.digest() != seen {
        return Ok(Written::Changed);
    }
    let now = kernel.now();
    let returned = match act.but {
        Some(reader) => store::return_unfinished(&mut tx, permit, reader, now).await?,
        None => 0,
    };
    for (reader, application) in &plan.tied {
        if store::return_tied(&mut tx, permit, reader, application, now).await? {
            let new = Conflict { season: permit.season(), reader, application, found: "declared", reason: None };
            store::insert_conflict(&mut tx, &new, now).await?;
        }
    }
    store::insert_assignments(kernel, &mut tx, permit, &plan.gives).await?;
    letters::assigned(kernel, &mut tx, permit, &plan.told).await?;
    let (verb, n) = match act.but {
        Some(_) => ("reads.returned", returned.to_string()),
        None => ("reads.assigned", plan.gives.len().to_string()),
    };
    record(kernel, &mut tx, permit.season(), act.actor, verb, Some(n)).await?;
    tx.commit().await?;
    Ok(Written::Done)
}

/// How often it is planned before whoever asks is told that things change too fast.
const TRIES: usize = 5;

/// Plans, and writes what was planned; again when something changed in between.
async fn give_out(kernel: &Kernel, permit: &RunReading, act: &Act<'_>, allowed: Allowed) -> Result<Assigned> {
    for n in 0..TRIES {
        let mut conn = kernel.db.read().await?;
        let seen = Seen::of(&mut conn, permit).await?;
        if seen.has_no_readers() {
            return Ok(Assigned::NoReaders);
        }
        if sight::coverage(&mut conn, permit).await?.is_empty() {
            return Ok(Assigned::NothingToSee);
        }
        drop(conn);
        let field = seen.field();
        let undeclared = if allowed.undeclared { Vec::new() } else { field.undeclared() };
        if undeclared.len() == field.readers.len() {
            return Ok(Assigned::Undeclared(undeclared));
        }
        let mut plan = Plan::new(&seen, &field, act.but);
        plan.give_calibration(allowed);
        let paired = plan.pair(permit.season(), act.but, allowed).await?;
        match write(kernel, permit, &seen.digest(), &plan, act).await? {
            Written::Closed => return Ok(Assigned::Closed),
            Written::Changed => {}
            Written::Done => {
                let lacking = lacking(&field, &paired.unmet);
                let (given, groups) = (plan.gives.len(), paired.groups);
                return Ok(Assigned::Done { given, lacking, groups, undeclared, again: n > 0 });
            }
        }
    }
    Ok(Assigned::Unsettled)
}

fn lacking(field: &Field, unmet: &[(usize, u32)]) -> Vec<Lack> {
    let lack = |(l, n): &(usize, u32)| Lack {
        external_id: field.applications[*l].external_id.clone(),
        language: field.applications[*l].language.clone(),
        n: *n,
    };
    let mut lacking: Vec<Lack> = unmet.iter().filter(|(_, n)| *n > 0).map(lack).collect();
    lacking.sort_by(|a, b| a.external_id.cmp(&b.external_id));
    lacking
}

/// Assigns the reviews that are lacking: as many for each application as is set, one more where two are far apart,
/// nobody over their limit, loads even and all reviewers connected where that can be. Begins the reviews. What has been
/// assigned stays. Not while reviewers would see nothing.
pub async fn assign(kernel: &Kernel, permit: &RunReading, actor: Option<&Id>, allowed: Allowed) -> Result<Assigned> {
    let mut conn = kernel.db.read().await?;
    if store::criteria(&mut conn, permit.season()).await?.is_empty() {
        return Ok(Assigned::NoRubric);
    }
    if store::reading(&mut conn, permit.season()).await?.is_none_or(|r| r.closed_at.is_some()) {
        return Ok(Assigned::Closed);
    }
    drop(conn);
    give_out(kernel, permit, &Act { actor, but: None }, allowed).await
}

/// Why a line of reviews assigned by hand cannot be taken: its number, a key, and what it speaks of.
pub type LineFault = (usize, &'static str, String);

/// What came of reviews assigned by hand.
#[derive(Debug, PartialEq, Eq)]
pub enum ByHand {
    /// So many that were not assigned before.
    Given(usize),
    /// Nothing was assigned.
    Faulty(Vec<LineFault>),
    /// Reviewers would see no answer of any application.
    NothingToSee,
}

/// Assigns reviews by hand: application and reviewer (address or name) on each line. All or none; conflicts forbid as
/// ever.
pub async fn assign_by_hand(
    kernel: &Kernel,
    permit: &RunReading,
    actor: Option<&Id>,
    lines: &[(usize, String, String)],
    allowed: Allowed,
) -> Result<ByHand> {
    let closed = || ByHand::Faulty(vec![(0, "hand-closed", String::new())]);
    for _ in 0..TRIES {
        let mut conn = kernel.db.read().await?;
        let reading = store::reading(&mut conn, permit.season()).await?;
        if store::criteria(&mut conn, permit.season()).await?.is_empty()
            || reading.is_none_or(|r| r.closed_at.is_some())
        {
            return Ok(closed());
        }
        if sight::coverage(&mut conn, permit).await?.is_empty() {
            return Ok(ByHand::NothingToSee);
        }
        let seen = Seen::of(&mut conn, permit).await?;
        let addresses = store::addresses(&mut conn, permit).await?;
        drop(conn);
        let field = seen.field();
        let mut plan = Plan::new(&seen, &field, None);
        // What conflicts forbid goes back when reviews are next assigned, not by hand.
        plan.tied.clear();
        // Whoever begins by hand begins with the calibration set all the same.
        plan.give_calibration(allowed);
        let before = plan.gives.len();
        let faults = give_lines(&mut plan, &addresses, lines, allowed);
        if !faults.is_empty() {
            return Ok(ByHand::Faulty(faults));
        }
        let given = plan.gives.len() - before;
        match write(kernel, permit, &seen.digest(), &plan, &Act { actor, but: None }).await? {
            Written::Closed => return Ok(closed()),
            Written::Changed => {}
            Written::Done => return Ok(ByHand::Given(given)),
        }
    }
    Ok(ByHand::Faulty(vec![(0, "hand-unsettled", String::new())]))
}

/// Gives what each line says; returns what is wrong with which.
fn give_lines(
    plan: &mut Plan<'_>,
    addresses: &[(Id, String)],
    lines: &[(usize, String, String)],
    allowed: Allowed,
) -> Vec<LineFault> {
    let (field, mut faults) = (plan.field, Vec::new());
    for (line, application, reader) in lines {
        let found = field.applications.iter().position(|a| a.external_id == *application);
        let email = weft_people::model::norm_email(reader);
        let by_address = addresses.iter().find(|(_, a)| *a == email).map(|(id, _)| id);
        let r = field
            .readers
            .iter()
            .position(|x| by_address.map_or_else(|| norm(&x.name) == norm(reader), |by| *by == x.id));
        let pair = || format!("{application}, {reader}");
        match (found, r) {
            (None, _) => faults.push((*line, "hand-no-application", application.clone())),
            (_, None) => faults.push((*line, "hand-no-reader", reader.clone())),
            (Some(l), Some(r)) if field.conflicts.contains(&(l, r)) => faults.push((*line, "hand-tied", pair())),
            (Some(_), Some(r)) if !allowed.undeclared && !field.readers[r].has_declared => {
                faults.push((*line, "hand-undeclared", reader.clone()));
            }
            (Some(l), Some(r)) if !allowed.any_language && field.foreign.contains(&(l, r)) => {
                faults.push((*line, "hand-language", pair()));
            }
            // Assigned before: nothing to do.
            (Some(l), Some(r)) => drop(plan.give((l, r))),
        }
    }
    faults
}

/// A reviewer leaves or has fallen silent: their unfinished reviews go back and are assigned to the others, in one act.
/// Their finished ones stand.
pub async fn replace(
    kernel: &Kernel,
    permit: &RunReading,
    actor: &Id,
    reader: &Id,
    allowed: Allowed,
) -> Result<Assigned> {
    if store::reading(&mut kernel.db.read().await?, permit.season()).await?.is_none_or(|r| r.closed_at.is_some()) {
        return Ok(Assigned::Closed);
    }
    give_out(kernel, permit, &Act { actor: Some(actor), but: Some(reader) }, allowed).await
}
