//! Verbs of reading: the rubric, who reads what, reading itself, closing.

use std::collections::{BTreeMap, BTreeSet};

use weft_assign::pairing;
use weft_assign::seed::Draw;

use super::model::{Criterion, MOST, Reading};
use super::rules::{Read, ReadOne, RunReading};
use super::store::{self, Conflict};
use crate::applications::store as applications;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::ids::Id;
use weft_kernel::plain::norm;
use weft_kernel::{Kernel, events};
use weft_web::{Error, Result};

async fn record(
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

/// What assigning did.
#[derive(Debug, PartialEq, Eq)]
pub enum Assigned {
    /// How many reads were given out, how many are still lacking, and into how many groups the readers fall that share
    /// no application.
    Done {
        given: usize,
        lacking: u32,
        groups: usize,
    },
    NoReaders,
    NoRubric,
    Closed,
}

/// What a reader is tied with, as it is compared: organizations, collaboratives and people, one on a line.
fn ties(text: &str) -> BTreeSet<String> {
    text.lines().map(norm).filter(|t| t.len() > 2).collect()
}

/// Whether someone tied with these names may not read this application.
fn is_tied(ties: &BTreeSet<String>, organization_norm: Option<&str>, collaborative: Option<&str>, name: &str) -> bool {
    let of = [organization_norm.map(str::to_owned), collaborative.map(norm), Some(norm(name))];
    of.into_iter().flatten().any(|n| ties.contains(&n))
}

/// Gives out the reads that are lacking: as many for each application as the reading asks for, one more where two reads
/// are far apart, nobody over her limit, nobody with whom she is tied, loads even and all readers connected where that
/// can be. Begins the reading. What has been given stays.
pub async fn assign(kernel: &Kernel, permit: &RunReading, actor: Option<&Id>) -> Result<Assigned> {
    let mut tx = kernel.db.begin().await?;
    if store::criteria(&mut tx, permit.season()).await?.is_empty() {
        return Ok(Assigned::NoRubric);
    }
    if !store::open(&mut tx, permit, kernel.now()).await? {
        return Ok(Assigned::Closed);
    }
    let done = give_out(kernel, &mut tx, permit, None).await?;
    if let Assigned::Done { given, .. } = done {
        record(kernel, &mut tx, permit.season(), actor, "reads.assigned", Some(given.to_string())).await?;
        tx.commit().await?;
    }
    Ok(done)
}

/// Who may read what: applications, readers, and the pairs that ties forbid, by place.
struct Field {
    applications: Vec<store::ToRead>,
    readers: Vec<(Id, String, Option<String>)>,
    barred: BTreeSet<(usize, usize)>,
}

async fn field(tx: &mut Tx, permit: &RunReading) -> Result<Field> {
    let applications = store::to_read(tx, permit).await?;
    let readers = store::readers(tx, permit).await?;
    let mut tied: Vec<BTreeSet<String>> =
        readers.iter().map(|(_, _, text)| ties(text.as_deref().unwrap_or_default())).collect();
    for (person, workplace) in store::workplaces(tx, permit).await? {
        if let Some(i) = readers.iter().position(|(id, ..)| *id == person) {
            tied[i].insert(norm(&workplace));
        }
    }
    // Nobody reads her own application.
    for (i, (_, name, _)) in readers.iter().enumerate() {
        tied[i].insert(norm(name));
    }
    let mut barred: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (l, a) in applications.iter().enumerate() {
        for (r, names) in tied.iter().enumerate() {
            if is_tied(names, a.organization_norm.as_deref(), a.collaborative.as_deref(), &a.name) {
                barred.insert((l, r));
            }
        }
    }
    for (reader, application) in store::conflicts(tx, permit).await? {
        let (l, r) =
            (applications.iter().position(|a| a.id == application), readers.iter().position(|(id, ..)| *id == reader));
        if let (Some(l), Some(r)) = (l, r) {
            barred.insert((l, r));
        }
    }
    Ok(Field { applications, readers, barred })
}

/// Everyone gets the calibration set, each in an order of her own, except what ties forbid.
async fn give_calibration(kernel: &Kernel, tx: &mut Tx, permit: &RunReading, field: &Field) -> Result<usize> {
    let set = store::calibration_ids(tx, permit).await?;
    let mut places: BTreeMap<Id, i64> = store::last_places(tx, permit).await?.into_iter().collect();
    let mut given = 0;
    for (r, (reader, ..)) in field.readers.iter().enumerate() {
        let mut own: Vec<usize> =
            set.iter().filter_map(|(id,)| field.applications.iter().position(|a| a.id == *id)).collect();
        Draw::from_texts(&["calibration", reader.as_str()]).shuffle(&mut own);
        for l in own.into_iter().filter(|l| !field.barred.contains(&(*l, r))) {
            let place = places.entry(reader.clone()).or_insert(0);
            if store::insert_assignment(kernel, tx, permit, &field.applications[l].id, reader, *place + 1).await? {
                *place += 1;
                given += 1;
            }
        }
    }
    Ok(given)
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

/// Why a line of reads given by hand cannot be taken: its number, a key, and what it speaks of.
pub type LineFault = (usize, &'static str, String);

/// What came of reads given out by hand.
#[derive(Debug, PartialEq, Eq)]
pub enum ByHand {
    /// So many that were not given before.
    Given(usize),
    /// Nothing was given.
    Faulty(Vec<LineFault>),
}

/// Gives out reads by hand: application and reader (address or name) on each line. All or none; ties forbid as ever.
pub async fn assign_by_hand(
    kernel: &Kernel,
    permit: &RunReading,
    actor: Option<&Id>,
    lines: &[(usize, String, String)],
) -> Result<ByHand> {
    let mut tx = kernel.db.begin().await?;
    if store::criteria(&mut tx, permit.season()).await?.is_empty()
        || !store::open(&mut tx, permit, kernel.now()).await?
    {
        return Ok(ByHand::Faulty(vec![(0, "hand-closed", String::new())]));
    }
    let field = field(&mut tx, permit).await?;
    // Whoever begins by hand begins with the calibration set all the same.
    give_calibration(kernel, &mut tx, permit, &field).await?;
    let addresses = store::addresses(&mut tx, permit).await?;
    let mut places: BTreeMap<Id, i64> = store::last_places(&mut tx, permit).await?.into_iter().collect();
    let (mut faults, mut given) = (Vec::new(), 0);
    for (line, application, reader) in lines {
        let found = field.applications.iter().position(|a| a.external_id == *application);
        let email = weft_people::model::norm_email(reader);
        let by_address = addresses.iter().find(|(_, a)| *a == email).map(|(id, _)| id);
        let r = field
            .readers
            .iter()
            .position(|(id, name, _)| by_address.map_or_else(|| norm(name) == norm(reader), |by| by == id));
        match (found, r) {
            (None, _) => faults.push((*line, "hand-no-application", application.clone())),
            (_, None) => faults.push((*line, "hand-no-reader", reader.clone())),
            (Some(l), Some(r)) if field.barred.contains(&(l, r)) => {
                faults.push((*line, "hand-tied", format!("{application}, {reader}")));
            }
            (Some(l), Some(r)) => {
                let reader = &field.readers[r].0;
                let place = places.entry(reader.clone()).or_insert(0);
                // Given before: nothing to do.
                if store::insert_assignment(kernel, &mut tx, permit, &field.applications[l].id, reader, *place + 1)
                    .await?
                {
                    *place += 1;
                    given += 1;
                }
            }
        }
    }
    if !faults.is_empty() {
        return Ok(ByHand::Faulty(faults));
    }
    record(kernel, &mut tx, permit.season(), actor, "reads.assigned", Some(given.to_string())).await?;
    tx.commit().await?;
    Ok(ByHand::Given(given))
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

/// Takes reads back that a reader has not finished and that ties named meanwhile forbid.
async fn take_tied_back(kernel: &Kernel, tx: &mut Tx, permit: &RunReading) -> Result<()> {
    for (reader, application) in tied_unfinished(tx, permit).await? {
        if store::return_tied(tx, permit, &reader, &application, kernel.now()).await? {
            let season = permit.season();
            let new = Conflict { season, reader: &reader, application: &application, found: "declared", reason: None };
            store::insert_conflict(tx, &new, kernel.now()).await?;
        }
    }
    Ok(())
}

/// Unfinished reads that the reader's ties forbid by now: reader and application.
pub async fn tied_unfinished(conn: &mut Conn, permit: &RunReading) -> Result<Vec<(Id, Id)>> {
    let mut found = Vec::new();
    for u in store::unfinished(conn, permit).await? {
        if is_tied(&ties(&u.ties), u.organization_norm.as_deref(), u.collaborative.as_deref(), &u.name) {
            found.push((u.reader_id, u.application_id));
        }
    }
    Ok(found)
}

async fn give_out(kernel: &Kernel, tx: &mut Tx, permit: &RunReading, but: Option<&Id>) -> Result<Assigned> {
    take_tied_back(kernel, tx, permit).await?;
    let reading = store::reading(tx, permit.season()).await?.ok_or(Error::NotFound)?;
    let field = field(tx, permit).await?;
    if field.readers.is_empty() {
        return Ok(Assigned::NoReaders);
    }
    let first = give_calibration(kernel, tx, permit, &field).await?;
    let Field { applications, readers, mut barred } = field;
    let l_of: BTreeMap<&Id, usize> = applications.iter().enumerate().map(|(i, a)| (&a.id, i)).collect();
    let r_of: BTreeMap<&Id, usize> = readers.iter().enumerate().map(|(i, (id, ..))| (id, i)).collect();
    let mut has = vec![0_u32; applications.len()];
    let mut load = vec![0_u32; readers.len()];
    let mut before: Vec<(usize, usize)> = Vec::new();
    for (reader, application, is_returned) in store::assigned(tx, permit).await? {
        let (l, r) = (l_of.get(&application), r_of.get(&reader));
        if let (Some(&l), false) = (l, is_returned) {
            has[l] += 1;
        }
        if let (Some(&l), Some(&r)) = (l, r) {
            barred.insert((l, r));
            if !is_returned {
                load[r] += 1;
                before.push((l, r));
            }
        }
    }
    let mut ends: BTreeMap<Id, (f64, f64)> = BTreeMap::new();
    for (application, mean) in store::means(tx, permit).await? {
        let e = ends.entry(application).or_insert((mean, mean));
        *e = (e.0.min(mean), e.1.max(mean));
    }
    let needs: Vec<u32> = applications
        .iter()
        .enumerate()
        .map(|(l, a)| {
            let is_wide = ends.get(&a.id).is_some_and(|(low, high)| high - low >= reading.wide_gap);
            (reading.reads_each as u32 + u32::from(is_wide)).saturating_sub(has[l])
        })
        .collect();
    let room: Vec<u32> = load
        .iter()
        .zip(&readers)
        .map(|(n, (id, ..))| if Some(id) == but { 0 } else { (reading.most_each as u32).saturating_sub(*n) })
        .collect();
    let heaviest = load.iter().copied().max().unwrap_or(0);
    let seed = format!("{}:{}", permit.season(), before.len());
    let readers_count = readers.len();
    let (pairs, groups) = tokio::task::spawn_blocking(move || {
        // Whoever has fewer reads so far gets more now. Equal ways are tried until all readers can be compared.
        let cost = |l: usize, r: usize| (!barred.contains(&(l, r))).then(|| load[r] * 8 / heaviest.max(1));
        let tries = (0..12).map(|i| {
            let found = pairing::pair(&needs, &room, 1, &format!("{seed} {i}"), cost);
            let all: Vec<(usize, usize)> = before.iter().chain(&found.pairs).copied().collect();
            let groups = pairing::groups(&all, readers_count);
            (found, groups)
        });
        let mut best: Option<(pairing::Pairs, usize)> = None;
        for found in tries {
            let is_whole = found.1 <= 1;
            if best.as_ref().is_none_or(|b| found.1 < b.1) {
                best = Some(found);
            }
            if is_whole {
                break;
            }
        }
        best.unwrap_or_default()
    })
    .await
    .map_err(|e| Error::Internal(e.to_string()))?;
    let mut places: BTreeMap<Id, i64> = store::last_places(tx, permit).await?.into_iter().collect();
    let mut order = pairs.pairs.clone();
    Draw::from_texts(&["places", permit.season().as_str(), &pairs.pairs.len().to_string()]).shuffle(&mut order);
    let mut given = first;
    for (l, r) in order {
        let reader = &readers[r].0;
        let place = places.entry(reader.clone()).or_insert(0);
        *place += 1;
        given += usize::from(store::insert_assignment(kernel, tx, permit, &applications[l].id, reader, *place).await?);
    }
    Ok(Assigned::Done { given, lacking: pairs.unmet.iter().map(|(_, n)| n).sum(), groups })
}

/// A reader leaves or has fallen silent: her unfinished reads go back and are given to the others, in one act. Her
/// finished ones stand.
pub async fn replace(kernel: &Kernel, permit: &RunReading, actor: &Id, reader: &Id) -> Result<Assigned> {
    let mut tx = kernel.db.begin().await?;
    if !store::open(&mut tx, permit, kernel.now()).await? {
        return Ok(Assigned::Closed);
    }
    let returned = store::return_unfinished(&mut tx, permit, reader, kernel.now()).await?;
    let done = give_out(kernel, &mut tx, permit, Some(reader)).await?;
    record(kernel, &mut tx, permit.season(), Some(actor), "reads.returned", Some(returned.to_string())).await?;
    tx.commit().await?;
    Ok(done)
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

/// A reader says with whom they are tied, before anything is shown to them; what is on their list already and fits goes
/// back. Ties that are named later count when reads are next given out: a list that answered at once would tell whose
/// application it was that a reader has just read without a name.
pub async fn declare_ties(kernel: &Kernel, permit: &Read, text: &str) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    let is_first = store::set_ties(&mut tx, permit, text, kernel.now()).await?;
    let names = if is_first { ties(text) } else { BTreeSet::new() };
    let mut gone = 0;
    for (application, organization, collaborative, name) in store::own_unfinished(&mut tx, permit).await? {
        if is_tied(&names, organization.as_deref(), collaborative.as_deref(), &name) {
            give_back(kernel, &mut tx, permit, &application, "declared", None).await?;
            gone += 1;
        }
    }
    record(kernel, &mut tx, permit.season(), Some(permit.reader()), "ties.declared", None).await?;
    tx.commit().await?;
    Ok(gone)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_are_compared_without_accents_spaces_and_signs() {
        let names = ties("  Río Verde Commons \n\nMesa-del-Sur, Inc.\nno");
        assert!(
            is_tied(&names, Some("rioverdecommons"), None, "Ana Pardo")
                && is_tied(&names, None, Some("MESA DEL SUR INC"), "Ana Pardo")
        );
        assert!(!is_tied(&names, Some("verde"), Some("Sur"), "Ana Pardo"));
        assert!(is_tied(&ties("Ana  Pardó"), None, None, "Ana Pardo"));
    }
}
