//! Who reviews what: evenly and at random, nobody where there is a conflict of interest, nobody in a language that they
//! do not read, and nobody who has not declared their conflicts unless a lead says so.

use std::collections::{BTreeMap, BTreeSet};

use weft_assign::pairing;
use weft_assign::seed::Draw;

use super::acts::record;
use super::conflicts::{self, Answers, Match, Name};
use super::model::Reading;
use super::rules::RunReading;
use super::store::{self, Conflict};
use super::{letters, sight};
use weft_kernel::Kernel;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::ids::Id;
use weft_kernel::plain::norm;
use weft_web::{Error, Result};

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
    },
    NoReaders,
    /// Nobody has declared their conflicts of interest yet: these have not.
    Undeclared(Vec<String>),
    NoRubric,
    Closed,
    /// Reviewers would see no answer of any application.
    NothingToSee,
}

/// A reviewer with what decides which applications they may get.
pub(super) struct Reviewer {
    pub id: Id,
    pub name: String,
    /// What they declared, where they work, their own name.
    pub names: Vec<Name>,
    pub languages: BTreeSet<String>,
    pub has_declared: bool,
}

/// Who may review what: applications, reviewers, and the pairs that conflicts and languages forbid, by place.
pub(super) struct Field {
    pub applications: Vec<store::ToRead>,
    pub readers: Vec<Reviewer>,
    pub conflicts: BTreeSet<(usize, usize)>,
    pub foreign: BTreeSet<(usize, usize)>,
    /// Names that match, for the leads.
    pub found: Vec<Found>,
}

impl Field {
    fn may(&self, (l, r): (usize, usize), allowed: Allowed) -> bool {
        !self.conflicts.contains(&(l, r))
            && (allowed.any_language || !self.foreign.contains(&(l, r)))
            && (allowed.undeclared || self.readers[r].has_declared)
    }

    fn undeclared(&self) -> Vec<String> {
        self.readers.iter().filter(|r| !r.has_declared).map(|r| r.name.clone()).collect()
    }
}

/// A match of names between a reviewer and an application, for the leads.
#[derive(Debug)]
pub struct Found {
    pub reader: Id,
    pub reader_name: String,
    pub external_id: String,
    pub names: Match,
}

async fn answers(conn: &mut Conn, permit: &RunReading) -> Result<BTreeMap<Id, Answers>> {
    let mut out: BTreeMap<Id, Answers> = BTreeMap::new();
    for (reader, named, other, is_same) in store::conflict_answers(conn, permit).await? {
        out.entry(reader).or_default().insert((named, other), is_same);
    }
    Ok(out)
}

async fn reviewers(conn: &mut Conn, permit: &RunReading) -> Result<Vec<Reviewer>> {
    let mut readers: Vec<Reviewer> = store::readers(conn, permit)
        .await?
        .into_iter()
        .map(|r| Reviewer {
            // Nobody reviews their own application.
            names: conflicts::declared(&r.ties.clone().unwrap_or_default())
                .into_iter()
                .chain([Name::new(&r.display_name)])
                .collect(),
            languages: BTreeSet::new(),
            has_declared: r.ties.is_some(),
            name: r.display_name,
            id: r.id,
        })
        .collect();
    for (person, workplace) in store::workplaces(conn, permit).await? {
        if let Some(r) = readers.iter_mut().find(|r| r.id == person) {
            r.names.push(Name::new(&workplace));
        }
    }
    for (person, language) in store::languages(conn, permit).await? {
        if let Some(r) = readers.iter_mut().find(|r| r.id == person) {
            r.languages.insert(language);
        }
    }
    Ok(readers)
}

/// Declared names beside those of every application that is to be reviewed.
pub async fn found(conn: &mut Conn, permit: &RunReading) -> Result<Vec<Found>> {
    Ok(field(conn, permit).await?.found)
}

pub(super) async fn field(conn: &mut Conn, permit: &RunReading) -> Result<Field> {
    let applications = store::to_read(conn, permit).await?;
    let readers = reviewers(conn, permit).await?;
    let answers = answers(conn, permit).await?;
    let none = Answers::new();
    let (mut barred, mut foreign, mut found) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for (l, a) in applications.iter().enumerate() {
        let names = a.side().names();
        for (r, reader) in readers.iter().enumerate() {
            let own = answers.get(&reader.id).unwrap_or(&none);
            for m in conflicts::matches(&reader.names, &names, own) {
                if m.bars() {
                    barred.insert((l, r));
                }
                found.push(Found {
                    reader: reader.id.clone(),
                    reader_name: reader.name.clone(),
                    external_id: a.external_id.clone(),
                    names: m,
                });
            }
            if !reader.languages.contains(&a.language) {
                foreign.insert((l, r));
            }
        }
    }
    // Whoever was asked to recommend an applicant does not review their application.
    let recommends = store::recommends(conn, permit).await?;
    for (reader, application) in store::conflicts(conn, permit).await?.into_iter().chain(recommends) {
        let (l, r) =
            (applications.iter().position(|a| a.id == application), readers.iter().position(|r| r.id == reader));
        if let (Some(l), Some(r)) = (l, r) {
            barred.insert((l, r));
        }
    }
    found.sort_by(|a, b| {
        (a.names.is_exact, &a.reader_name, &a.external_id).cmp(&(b.names.is_exact, &b.reader_name, &b.external_id))
    });
    Ok(Field { applications, readers, conflicts: barred, foreign, found })
}

/// What is lacking: for each application how many reviews, for each reviewer how many they have, who has what, and the
/// pairs that were assigned before, also those that went back.
struct Wanted {
    needs: Vec<u32>,
    load: Vec<u32>,
    before: Vec<(usize, usize)>,
    had: BTreeSet<(usize, usize)>,
}

async fn wanted(conn: &mut Conn, permit: &RunReading, reading: &Reading, field: &Field) -> Result<Wanted> {
    let l_of: BTreeMap<&Id, usize> = field.applications.iter().enumerate().map(|(i, a)| (&a.id, i)).collect();
    let r_of: BTreeMap<&Id, usize> = field.readers.iter().enumerate().map(|(i, r)| (&r.id, i)).collect();
    let mut has = vec![0_u32; field.applications.len()];
    let mut load = vec![0_u32; field.readers.len()];
    let (mut before, mut had) = (Vec::new(), BTreeSet::new());
    for (reader, application, is_returned) in store::assigned(conn, permit).await? {
        let (l, r) = (l_of.get(&application), r_of.get(&reader));
        if let (Some(&l), false) = (l, is_returned) {
            has[l] += 1;
        }
        if let (Some(&l), Some(&r)) = (l, r) {
            had.insert((l, r));
            if !is_returned {
                load[r] += 1;
                before.push((l, r));
            }
        }
    }
    let mut ends: BTreeMap<Id, (f64, f64)> = BTreeMap::new();
    for (application, mean) in store::means(conn, permit).await? {
        let e = ends.entry(application).or_insert((mean, mean));
        *e = (e.0.min(mean), e.1.max(mean));
    }
    let needs = field
        .applications
        .iter()
        .enumerate()
        .map(|(l, a)| {
            let is_wide = ends.get(&a.id).is_some_and(|(low, high)| high - low >= reading.wide_gap);
            (reading.reads_each as u32 + u32::from(is_wide)).saturating_sub(has[l])
        })
        .collect();
    Ok(Wanted { needs, load, before, had })
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
    let field = field(conn, permit).await?;
    let w = wanted(conn, permit, reading, &field).await?;
    let mut of: BTreeMap<String, OfLanguage> = BTreeMap::new();
    for (l, a) in field.applications.iter().enumerate().filter(|(l, _)| w.needs[*l] > 0) {
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
        line.lacking += w.needs[l];
        let able = (0..field.readers.len())
            .filter(|r| !field.conflicts.contains(&(l, *r)) && !field.foreign.contains(&(l, *r)))
            .filter(|r| !w.had.contains(&(l, *r)))
            .count();
        if (able as u32) < w.needs[l] {
            line.short.push(a.external_id.clone());
        }
    }
    for line in of.values_mut() {
        line.short.sort();
    }
    let stands = |s| field.applications.iter().filter(|a| a.stands == s).count();
    Ok(Outlook {
        lacking: w.needs.iter().sum(),
        undecided: stands(crate::applications::model::State::Undecided),
        late: stands(crate::applications::model::State::Late),
        undeclared: field.undeclared(),
        languages: of.into_values().collect(),
        readers: field.readers.iter().map(|r| (r.id.clone(), r.languages.clone())).collect(),
        found: field.found,
    })
}

/// Assigns the reviews that are lacking: as many for each application as is set, one more where two are far apart,
/// nobody over their limit, loads even and all reviewers connected where that can be. Begins the reviews. What has been
/// assigned stays. Not while reviewers would see nothing.
pub async fn assign(kernel: &Kernel, permit: &RunReading, actor: Option<&Id>, allowed: Allowed) -> Result<Assigned> {
    let mut tx = kernel.db.begin().await?;
    if store::criteria(&mut tx, permit.season()).await?.is_empty() {
        return Ok(Assigned::NoRubric);
    }
    if !store::open(&mut tx, permit, kernel.now()).await? {
        return Ok(Assigned::Closed);
    }
    let done = give_out(kernel, &mut tx, permit, None, allowed).await?;
    if let Assigned::Done { given, .. } = done {
        record(kernel, &mut tx, permit.season(), actor, "reads.assigned", Some(given.to_string())).await?;
        tx.commit().await?;
    }
    Ok(done)
}

/// Everyone gets the calibration set, each in an order of their own, except what conflicts and languages forbid.
async fn give_calibration(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &RunReading,
    field: &Field,
    allowed: Allowed,
) -> Result<BTreeMap<Id, usize>> {
    let set = store::calibration_ids(tx, permit).await?;
    let mut places: BTreeMap<Id, i64> = store::last_places(tx, permit).await?.into_iter().collect();
    let mut given = BTreeMap::new();
    for (r, reader) in field.readers.iter().enumerate() {
        let mut own: Vec<usize> =
            set.iter().filter_map(|(id,)| field.applications.iter().position(|a| a.id == *id)).collect();
        Draw::from_texts(&["calibration", reader.id.as_str()]).shuffle(&mut own);
        for l in own.into_iter().filter(|l| field.may((*l, r), allowed)) {
            let place = places.entry(reader.id.clone()).or_insert(0);
            if store::insert_assignment(kernel, tx, permit, &field.applications[l].id, &reader.id, *place + 1).await? {
                *place += 1;
                *given.entry(reader.id.clone()).or_insert(0) += 1;
            }
        }
    }
    Ok(given)
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
    let mut tx = kernel.db.begin().await?;
    if store::criteria(&mut tx, permit.season()).await?.is_empty()
        || !store::open(&mut tx, permit, kernel.now()).await?
    {
        return Ok(ByHand::Faulty(vec![(0, "hand-closed", String::new())]));
    }
    if sight::coverage(&mut tx, permit).await?.is_empty() {
        return Ok(ByHand::NothingToSee);
    }
    let field = field(&mut tx, permit).await?;
    // Whoever begins by hand begins with the calibration set all the same.
    let mut told = give_calibration(kernel, &mut tx, permit, &field, allowed).await?;
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
            (Some(l), Some(r)) => {
                let reader = &field.readers[r].id;
                let place = places.entry(reader.clone()).or_insert(0);
                // Assigned before: nothing to do.
                if store::insert_assignment(kernel, &mut tx, permit, &field.applications[l].id, reader, *place + 1)
                    .await?
                {
                    *place += 1;
                    given += 1;
                    *told.entry(reader.clone()).or_insert(0) += 1;
                }
            }
        }
    }
    if !faults.is_empty() {
        return Ok(ByHand::Faulty(faults));
    }
    letters::assigned(kernel, &mut tx, permit, &told).await?;
    record(kernel, &mut tx, permit.season(), actor, "reads.assigned", Some(given.to_string())).await?;
    tx.commit().await?;
    Ok(ByHand::Given(given))
}

/// Takes reviews back that a reviewer has not finished and that conflicts named meanwhile forbid.
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

/// Unfinished reviews that the reviewer's conflicts forbid by now: reviewer and application.
pub async fn tied_unfinished(conn: &mut Conn, permit: &RunReading) -> Result<Vec<(Id, Id)>> {
    let answers = answers(conn, permit).await?;
    let none = Answers::new();
    let mut found = Vec::new();
    let recommends: BTreeSet<(Id, Id)> = store::recommends(conn, permit).await?.into_iter().collect();
    for u in store::unfinished(conn, permit).await? {
        let own = answers.get(&u.reader_id).unwrap_or(&none);
        let is_recommender = recommends.contains(&(u.reader_id.clone(), u.application_id.clone()));
        if is_recommender || conflicts::bars(&conflicts::declared(&u.ties), &u.side().names(), own) {
            found.push((u.reader_id, u.application_id));
        }
    }
    Ok(found)
}

async fn give_out(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &RunReading,
    but: Option<&Id>,
    allowed: Allowed,
) -> Result<Assigned> {
    take_tied_back(kernel, tx, permit).await?;
    let reading = store::reading(tx, permit.season()).await?.ok_or(Error::NotFound)?;
    let field = field(tx, permit).await?;
    if field.readers.is_empty() {
        return Ok(Assigned::NoReaders);
    }
    if sight::coverage(tx, permit).await?.is_empty() {
        return Ok(Assigned::NothingToSee);
    }
    let undeclared = if allowed.undeclared { Vec::new() } else { field.undeclared() };
    if undeclared.len() == field.readers.len() {
        return Ok(Assigned::Undeclared(undeclared));
    }
    let mut told = give_calibration(kernel, tx, permit, &field, allowed).await?;
    let w = wanted(tx, permit, &reading, &field).await?;
    let room: Vec<u32> = w
        .load
        .iter()
        .zip(&field.readers)
        .map(|(n, r)| if Some(&r.id) == but { 0 } else { (reading.most_each as u32).saturating_sub(*n) })
        .collect();
    let heaviest = w.load.iter().copied().max().unwrap_or(0);
    let seed = format!("{}:{}", permit.season(), w.before.len());
    let readers_count = field.readers.len();
    let barred: BTreeSet<(usize, usize)> = (0..field.applications.len())
        .flat_map(|l| (0..readers_count).map(move |r| (l, r)))
        .filter(|pair| w.had.contains(pair) || !field.may(*pair, allowed))
        .collect();
    let Wanted { needs, load, before, .. } = w;
    let (pairs, groups) = tokio::task::spawn_blocking(move || {
        // Whoever has fewer reviews so far gets more now. Equal ways are tried until all reviewers can be compared.
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
    for (l, r) in order {
        let reader = &field.readers[r].id;
        let place = places.entry(reader.clone()).or_insert(0);
        *place += 1;
        if store::insert_assignment(kernel, tx, permit, &field.applications[l].id, reader, *place).await? {
            *told.entry(reader.clone()).or_insert(0) += 1;
        }
    }
    letters::assigned(kernel, tx, permit, &told).await?;
    let lack = |(l, n): &(usize, u32)| Lack {
        external_id: field.applications[*l].external_id.clone(),
        language: field.applications[*l].language.clone(),
        n: *n,
    };
    let mut lacking: Vec<Lack> = pairs.unmet.iter().filter(|(_, n)| *n > 0).map(lack).collect();
    lacking.sort_by(|a, b| a.external_id.cmp(&b.external_id));
    Ok(Assigned::Done { given: told.values().sum(), lacking, groups, undeclared })
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
    let mut tx = kernel.db.begin().await?;
    if !store::open(&mut tx, permit, kernel.now()).await? {
        return Ok(Assigned::Closed);
    }
    let returned = store::return_unfinished(&mut tx, permit, reader, kernel.now()).await?;
    let done = give_out(kernel, &mut tx, permit, Some(reader), allowed).await?;
    if !matches!(done, Assigned::Done { .. }) {
        return Ok(done);
    }
    record(kernel, &mut tx, permit.season(), Some(actor), "reads.returned", Some(returned.to_string())).await?;
    tx.commit().await?;
    Ok(done)
}
