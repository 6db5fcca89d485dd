//! Verbs of reading: the rubric, reading itself, conflicts of interest, closing and opening again. Who reviews what is
//! in `assigning`.

use std::collections::BTreeMap;

use weft_assign::seed::Draw;

pub use super::assigning::{Allowed, Assigned, ByHand, assign, assign_by_hand, replace};
use super::conflicts::{self, Answers};
use super::model::{Criterion, MOST, Reading};
use super::rules::{Read, ReadOne, RunReading};
use super::store::{self, Conflict};
use crate::applications::store as applications;
use weft_kernel::db::Tx;
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_web::Result;

pub(super) async fn record(
    kernel: &Kernel,
    tx: &mut Tx,
    season: &Id,
    actor: Option<&Id>,
    verb: &'static str,
    detail: Option<String>,
) -> Result<()> {
    Ok(events::record(kernel, tx, events::Event { actor, verb, subject: season, season: Some(season), detail }).await?)
}

/// What became of a rubric that was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rubric {
    Saved,
    /// Reads are being made: it stays as it was.
    InUse,
}

/// Sets the rubric, unless reads are being made.
pub async fn save_rubric(
    kernel: &Kernel,
    permit: &RunReading,
    actor: Option<&Id>,
    criteria: &[Criterion],
) -> Result<Rubric> {
    let mut tx = kernel.db.begin().await?;
    if store::reading(&mut tx, permit.season()).await?.is_some_and(|r| r.opened_at.is_some()) {
        return Ok(Rubric::InUse);
    }
    store::clear_criteria(&mut tx, permit).await?;
    for (i, c) in criteria.iter().enumerate() {
        store::insert_criterion(&mut tx, permit, i, c).await?;
    }
    record(kernel, &mut tx, permit.season(), actor, "rubric.changed", Some(format!("{} criteria", criteria.len())))
        .await?;
    tx.commit().await?;
    Ok(Rubric::Saved)
}

pub async fn save_reading(kernel: &Kernel, permit: &RunReading, actor: Option<&Id>, reading: &Reading) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::save_reading(&mut tx, permit, reading).await?;
    record(kernel, &mut tx, permit.season(), actor, "reading.changed", None).await?;
    tx.commit().await?;
    Ok(())
}

/// Chooses what every reader reads first, before the reading begins. Returns numbers that are nobody's to read; nothing
/// is changed then. `None` when the reading has begun.
pub async fn set_calibration(
    kernel: &Kernel,
    permit: &RunReading,
    actor: Option<&Id>,
    ids: &[String],
) -> Result<Option<Vec<String>>> {
    let mut tx = kernel.db.begin().await?;
    if store::reading(&mut tx, permit.season()).await?.is_some_and(|r| r.opened_at.is_some()) {
        return Ok(None);
    }
    let known = store::to_read(&mut tx, permit).await?;
    let unknown: Vec<String> = ids.iter().filter(|id| !known.iter().any(|a| a.external_id == **id)).cloned().collect();
    if !unknown.is_empty() {
        return Ok(Some(unknown));
    }
    store::clear_calibration(&mut tx, permit).await?;
    let mut order: Vec<&String> = ids.iter().collect();
    Draw::from_texts(&["letters", permit.season().as_str()]).shuffle(&mut order);
    for (letter, id) in (b'A'..=b'Z').zip(order) {
        if let Some(a) = known.iter().find(|a| a.external_id == *id) {
            store::insert_calibration(&mut tx, permit, &a.id, &char::from(letter).to_string()).await?;
        }
    }
    record(kernel, &mut tx, permit.season(), actor, "calibration.set", Some(ids.len().to_string())).await?;
    tx.commit().await?;
    Ok(Some(Vec::new()))
}

/// Whether a word was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noted {
    Written,
    /// Her own read is not final yet.
    TooEarly,
}

/// Says something about an application to the others who have read it.
pub async fn note(kernel: &Kernel, permit: &Read, one: &ReadOne, text: &str) -> Result<Noted> {
    let mut tx = kernel.begin_once().await?;
    if !store::insert_note(kernel, &mut tx, one, text).await? {
        return Ok(Noted::TooEarly);
    }
    record(kernel, &mut tx, permit.season(), Some(permit.reader()), "read.noted", None).await?;
    tx.commit().await?;
    Ok(Noted::Written)
}

/// Ends the reading, once: scores can be seen by those who choose, and no read changes any more.
pub async fn close(kernel: &Kernel, permit: &RunReading, actor: Option<&Id>) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if !store::close(&mut tx, permit, kernel.now()).await? {
        return Ok(());
    }
    record(kernel, &mut tx, permit.season(), actor, "reading.closed", None).await?;
    tx.commit().await?;
    Ok(())
}

/// Opens a closed reading again, until decisions were sent: scores are hidden from those who choose, and reviewers go
/// on. `false` when it is not closed, or decisions were sent.
pub async fn reopen(kernel: &Kernel, permit: &RunReading, actor: Option<&Id>) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    if !store::reopen(&mut tx, permit).await? {
        return Ok(false);
    }
    record(kernel, &mut tx, permit.season(), actor, "reading.reopened", None).await?;
    tx.commit().await?;
    Ok(true)
}

/// What a reviewer declares: names of organizations, collaboratives and people, one on a line, perhaps none; and the
/// languages in which they review, where they say so.
#[derive(Clone, Copy, Debug, Default)]
pub struct Declared<'a> {
    pub names: &'a str,
    pub languages: &'a [Lang],
}

/// A reviewer declares their conflicts of interest, before anything is shown to them; what is on their list already and
/// fits goes back. What is named later counts when reviews are next assigned: a list that answered at once would tell
/// whose application it was that they have just read without a name.
pub async fn declare_ties(kernel: &Kernel, permit: &Read, declared: Declared<'_>) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    let is_first = store::set_ties(&mut tx, permit, declared.names, kernel.now()).await?;
    if !declared.languages.is_empty() {
        store::set_languages(&mut tx, permit.season(), permit.reader(), declared.languages).await?;
    }
    let names = if is_first { conflicts::declared(declared.names) } else { Vec::new() };
    let mut gone = 0;
    for u in store::own_unfinished(&mut tx, permit).await? {
        if conflicts::bars(&names, &u.side().names(), &Answers::new()) {
            give_back(kernel, &mut tx, permit, &u.application_id, "declared", None).await?;
            gone += 1;
        }
    }
    record(kernel, &mut tx, permit.season(), Some(permit.reader()), "ties.declared", None).await?;
    tx.commit().await?;
    Ok(gone)
}

/// Sets the languages in which someone reviews.
pub async fn set_languages(
    kernel: &Kernel,
    permit: &RunReading,
    actor: Option<&Id>,
    reader: &Id,
    languages: &[Lang],
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::set_languages(&mut tx, permit.season(), reader, languages).await?;
    record(kernel, &mut tx, permit.season(), actor, "reading.changed", None).await?;
    tx.commit().await?;
    Ok(())
}

/// Says whether two names that look alike are the same: for someone's conflicts, by themselves or by a lead.
pub async fn answer_conflict(
    kernel: &Kernel,
    season: &Id,
    (reader, by): (&Id, &Id),
    pairs: &[(String, String, bool)],
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    for (named, other, is_same) in pairs {
        let new = store::NewAnswer { season, reader, named, other, is_same: *is_same, by };
        store::set_conflict_answer(&mut tx, &new, kernel.now()).await?;
    }
    record(kernel, &mut tx, season, Some(by), "conflict.answered", Some(pairs.len().to_string())).await?;
    tx.commit().await?;
    Ok(())
}

async fn give_back(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &Read,
    application: &Id,
    found: &str,
    reason: Option<&str>,
) -> Result<()> {
    store::return_one(tx, permit, application, kernel.now()).await?;
    let new = Conflict { season: permit.season(), reader: permit.reader(), application, found, reason };
    Ok(store::insert_conflict(tx, &new, kernel.now()).await?)
}

/// A reader recognises someone while reading: the read goes back and is given to another when reads are next given out.
pub async fn declare_conflict(kernel: &Kernel, permit: &Read, one: &ReadOne, reason: &str) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    give_back(kernel, &mut tx, permit, &one.application, "while reading", Some(reason)).await?;
    record(kernel, &mut tx, permit.season(), Some(permit.reader()), "conflict.declared", None).await?;
    tx.commit().await?;
    Ok(())
}

/// How saving a read went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    Begun,
    Final,
    /// Not every criterion has a score.
    Incomplete,
    /// It was final before; nothing was changed.
    Already,
}

/// Saves a read. A final one has a score for every criterion and does not change again.
pub async fn save_read(
    kernel: &Kernel,
    one: &ReadOne,
    scores: &BTreeMap<String, i64>,
    comment: Option<&str>,
    is_final: bool,
) -> Result<Kept> {
    let mut tx = kernel.db.begin().await?;
    let criteria = store::criteria(&mut tx, &one.season).await?;
    let complete = criteria.iter().all(|c| scores.contains_key(&c.key));
    let state = if is_final && complete { "counted" } else { "begun" };
    let name = store::reader_name(&mut tx, one).await?;
    let Some(read) = store::upsert_read(kernel, &mut tx, one, &name, state, comment).await? else {
        return Ok(Kept::Already);
    };
    for (criterion, score) in
        scores.iter().filter(|(k, s)| criteria.iter().any(|c| c.key == **k) && (1..=MOST).contains(*s))
    {
        applications::set_score(&mut tx, &read, criterion, *score).await?;
    }
    if state == "counted" {
        store::finish(&mut tx, one, kernel.now()).await?;
        record(kernel, &mut tx, &one.season, Some(&one.reader), "read.finished", None).await?;
    }
    tx.commit().await?;
    Ok(match (is_final, complete) {
        (true, true) => Kept::Final,
        (true, false) => Kept::Incomplete,
        _ => Kept::Begun,
    })
}

pub async fn skip(kernel: &Kernel, one: &ReadOne) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::skip(&mut tx, one, kernel.now()).await?;
    tx.commit().await?;
    Ok(())
}
