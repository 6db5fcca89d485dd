//! Planning who reviews what: everything that decides it is read at one moment, and nothing is written while the pairs
//! are sought. Whoever writes them looks first whether anything has changed meanwhile.

use std::collections::{BTreeMap, BTreeSet};

use weft_assign::pairing;
use weft_assign::seed::Draw;

use super::assigning::Allowed;
use super::conflicts::{self, Answers, Match, Name};
use super::model::Reading;
use super::rules::RunReading;
use super::store::{self, Assignment, Holder, ToRead, Unfinished};
use weft_kernel::db::Conn;
use weft_kernel::ids::Id;
use weft_kernel::secret;
use weft_web::{Error, Result};

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
    pub applications: Vec<ToRead>,
    pub readers: Vec<Reviewer>,
    pub conflicts: BTreeSet<(usize, usize)>,
    pub foreign: BTreeSet<(usize, usize)>,
    /// Names that match, for the leads.
    pub found: Vec<Found>,
}

/// A match of names between a reviewer and an application, for the leads.
#[derive(Debug)]
pub struct Found {
    pub reader: Id,
    pub reader_name: String,
    pub external_id: String,
    pub names: Match,
}

/// Everything that decides who gets which review, as it was at one moment, in an order that is always the same.
#[derive(Debug)]
pub(super) struct Seen {
    /// Reviews for each application, most reviews of one reviewer, and the gap from which one more is wanted.
    wishes: (i64, i64, f64),
    applications: Vec<ToRead>,
    holders: Vec<Holder>,
    workplaces: Vec<(Id, String)>,
    languages: Vec<(Id, String)>,
    answers: Vec<(Id, String, String, bool)>,
    conflicts: Vec<(Id, Id)>,
    /// Whoever was asked to recommend an applicant does not review their application.
    recommends: Vec<(Id, Id)>,
    assigned: Vec<Assignment>,
    unfinished: Vec<Unfinished>,
    places: Vec<(Id, i64)>,
    calibration: Vec<(Id,)>,
    means: Vec<(Id, f64)>,
}

impl Seen {
    pub async fn of(conn: &mut Conn, permit: &RunReading) -> Result<Self> {
        let reading = store::reading(conn, permit.season()).await?;
        let mut seen = Self {
            wishes: reading.map_or((0, 0, f64::INFINITY), |r| (r.reads_each, r.most_each, r.wide_gap)),
            applications: store::to_read(conn, permit).await?,
            holders: store::readers(conn, permit).await?,
            workplaces: store::workplaces(conn, permit).await?,
            languages: store::languages(conn, permit).await?,
            answers: store::conflict_answers(conn, permit).await?,
            conflicts: store::conflicts(conn, permit).await?,
            recommends: store::recommends(conn, permit).await?,
            assigned: store::assigned(conn, permit).await?,
            unfinished: store::unfinished(conn, permit).await?,
            places: store::last_places(conn, permit).await?,
            calibration: store::calibration_ids(conn, permit).await?,
            means: store::means(conn, permit).await?,
        };
        seen.workplaces.sort();
        seen.languages.sort();
        seen.answers.sort();
        seen.conflicts.sort();
        seen.recommends.sort();
        seen.assigned.sort_by(|a, b| (&a.reader_id, &a.application_id).cmp(&(&b.reader_id, &b.application_id)));
        seen.places.sort();
        seen.means.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        Ok(seen)
    }

    /// The same with what is wished for, where nothing was saved yet.
    pub fn wishing(self, r: &Reading) -> Self {
        Self { wishes: (r.reads_each, r.most_each, r.wide_gap), ..self }
    }

    pub fn has_no_readers(&self) -> bool {
        self.holders.is_empty()
    }

    /// The same for what is the same.
    pub fn digest(&self) -> String {
        secret::hash(&format!("{self:?}"))
    }

    fn answers(&self) -> BTreeMap<&Id, Answers> {
        let mut out: BTreeMap<&Id, Answers> = BTreeMap::new();
        for (reader, named, other, is_same) in &self.answers {
            out.entry(reader).or_default().insert((named.clone(), other.clone()), *is_same);
        }
        out
    }

    /// Unfinished reviews that the reviewer's conflicts forbid by now: reviewer and application.
    pub fn tied(&self) -> Vec<(Id, Id)> {
        let (answers, none) = (self.answers(), Answers::new());
        let is_tied = |u: &&Unfinished| {
            let own = answers.get(&u.reader_id).unwrap_or(&none);
            self.recommends.contains(&(u.reader_id.clone(), u.application_id.clone()))
                || conflicts::bars(&conflicts::declared(&u.ties), &u.side().names(), own)
        };
        self.unfinished.iter().filter(is_tied).map(|u| (u.reader_id.clone(), u.application_id.clone())).collect()
    }

    fn reviewers(&self) -> Vec<Reviewer> {
        let of = |all: &[(Id, String)], id: &Id| -> Vec<String> {
            all.iter().filter(|(who, _)| who == id).map(|(_, what)| what.clone()).collect()
        };
        let reviewer = |r: &Holder| Reviewer {
            // Nobody reviews their own application.
            names: conflicts::declared(r.ties.as_deref().unwrap_or_default())
                .into_iter()
                .chain([Name::new(&r.display_name)])
                .chain(of(&self.workplaces, &r.id).iter().map(|w| Name::new(w)))
                .collect(),
            languages: of(&self.languages, &r.id).into_iter().collect(),
            has_declared: r.ties.is_some(),
            name: r.display_name.clone(),
            id: r.id.clone(),
        };
        self.holders.iter().map(reviewer).collect()
    }

    /// Every name that was declared beside those of every application: as many comparisons as there are pairs.
    pub fn field(&self) -> Field {
        let (answers, none) = (self.answers(), Answers::new());
        let readers = self.reviewers();
        let (mut barred, mut foreign, mut found) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
        for (l, a) in self.applications.iter().enumerate() {
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
        let l_of: BTreeMap<&Id, usize> = self.applications.iter().enumerate().map(|(l, a)| (&a.id, l)).collect();
        let r_of: BTreeMap<&Id, usize> = readers.iter().enumerate().map(|(r, x)| (&x.id, r)).collect();
        let known =
            self.conflicts.iter().chain(&self.recommends).filter_map(|(r, l)| Some((*l_of.get(l)?, *r_of.get(r)?)));
        barred.extend(known);
        found.sort_by(|a, b| {
            (a.names.is_exact, &a.reader_name, &a.external_id).cmp(&(b.names.is_exact, &b.reader_name, &b.external_id))
        });
        Field { applications: self.applications.clone(), readers, conflicts: barred, foreign, found }
    }
}

impl Field {
    pub fn may(&self, (l, r): (usize, usize), allowed: Allowed) -> bool {
        !self.conflicts.contains(&(l, r))
            && (allowed.any_language || !self.foreign.contains(&(l, r)))
            && (allowed.undeclared || self.readers[r].has_declared)
    }

    pub fn undeclared(&self) -> Vec<String> {
        self.readers.iter().filter(|r| !r.has_declared).map(|r| r.name.clone()).collect()
    }
}

/// What each application and each reviewer has, and what is to be written: grows while reviews are planned.
pub(super) struct Plan<'s> {
    seen: &'s Seen,
    pub field: &'s Field,
    /// Reviews that go back since a conflict forbids them: reviewer and application.
    pub tied: Vec<(Id, Id)>,
    /// Application, reviewer, and its place in their list.
    pub gives: Vec<(Id, Id, i64)>,
    /// How many each reviewer gets.
    pub told: BTreeMap<Id, usize>,
    has: Vec<u32>,
    load: Vec<u32>,
    /// Pairs that are assigned, and those that ever were.
    held: Vec<(usize, usize)>,
    pub had: BTreeSet<(usize, usize)>,
    places: BTreeMap<Id, i64>,
}

/// What the solver found.
pub(super) struct Paired {
    /// Reviews that nobody can make, by the place of their application.
    pub unmet: Vec<(usize, u32)>,
    /// Into how many groups the reviewers fall that share no application.
    pub groups: usize,
}

impl<'s> Plan<'s> {
    /// Begins with what there is, as if reviews that conflicts forbid had gone back, and all unfinished ones of `but`.
    pub fn new(seen: &'s Seen, field: &'s Field, but: Option<&Id>) -> Self {
        let tied: Vec<(Id, Id)> = seen.tied().into_iter().filter(|(reader, _)| Some(reader) != but).collect();
        let l_of: BTreeMap<&Id, usize> = field.applications.iter().enumerate().map(|(l, a)| (&a.id, l)).collect();
        let r_of: BTreeMap<&Id, usize> = field.readers.iter().enumerate().map(|(r, x)| (&x.id, r)).collect();
        let mut plan = Self {
            seen,
            field,
            gives: Vec::new(),
            told: BTreeMap::new(),
            has: vec![0; field.applications.len()],
            load: vec![0; field.readers.len()],
            held: Vec::new(),
            had: BTreeSet::new(),
            places: seen.places.iter().cloned().collect(),
            tied,
        };
        let going: BTreeSet<(&Id, &Id)> = plan.tied.iter().map(|(reader, application)| (reader, application)).collect();
        for a in &seen.assigned {
            let goes = going.contains(&(&a.reader_id, &a.application_id));
            let is_back = a.is_returned || goes || (Some(&a.reader_id) == but && !a.is_finished);
            let (l, r) = (l_of.get(&a.application_id), r_of.get(&a.reader_id));
            if let (Some(&l), false) = (l, is_back) {
                plan.has[l] += 1;
            }
            if let (Some(&l), Some(&r)) = (l, r) {
                plan.had.insert((l, r));
                if !is_back {
                    plan.load[r] += 1;
                    plan.held.push((l, r));
                }
            }
        }
        plan
    }

    /// Gives an application to a reviewer, next on their list. `false` when they have it or had it.
    pub fn give(&mut self, (l, r): (usize, usize)) -> bool {
        if !self.had.insert((l, r)) {
            return false;
        }
        self.has[l] += 1;
        self.load[r] += 1;
        self.held.push((l, r));
        let reader = &self.field.readers[r].id;
        let place = self.places.entry(reader.clone()).or_insert(0);
        *place += 1;
        self.gives.push((self.field.applications[l].id.clone(), reader.clone(), *place));
        *self.told.entry(reader.clone()).or_insert(0) += 1;
        true
    }

    /// Everyone gets the calibration set, each in an order of their own, except what conflicts and languages forbid.
    pub fn give_calibration(&mut self, allowed: Allowed) {
        let field = self.field;
        let set: Vec<usize> = self
            .seen
            .calibration
            .iter()
            .filter_map(|(id,)| field.applications.iter().position(|a| a.id == *id))
            .collect();
        for (r, reader) in field.readers.iter().enumerate() {
            let mut own = set.clone();
            Draw::from_texts(&["calibration", reader.id.as_str()]).shuffle(&mut own);
            for l in own {
                if field.may((l, r), allowed) {
                    self.give((l, r));
                }
            }
        }
    }

    /// For each application how many reviews are lacking: as many as are wished for, one more where two are far apart.
    pub fn needs(&self) -> Vec<u32> {
        let (reads_each, _, wide_gap) = self.seen.wishes;
        let mut ends: BTreeMap<&Id, (f64, f64)> = BTreeMap::new();
        for (application, mean) in &self.seen.means {
            let e = ends.entry(application).or_insert((*mean, *mean));
            *e = (e.0.min(*mean), e.1.max(*mean));
        }
        let need = |(l, a): (usize, &ToRead)| {
            let is_wide = ends.get(&a.id).is_some_and(|(low, high)| high - low >= wide_gap);
            (reads_each as u32 + u32::from(is_wide)).saturating_sub(self.has[l])
        };
        self.field.applications.iter().enumerate().map(need).collect()
    }

    /// Finds reviewers for what is lacking: loads even, all reviewers connected where that can be, nobody over their
    /// limit, none for `but`.
    pub async fn pair(&mut self, season: &Id, but: Option<&Id>, allowed: Allowed) -> Result<Paired> {
        let field = self.field;
        let most = self.seen.wishes.1 as u32;
        let left = |(n, r): (&u32, &Reviewer)| if Some(&r.id) == but { 0 } else { most.saturating_sub(*n) };
        let room: Vec<u32> = self.load.iter().zip(&field.readers).map(left).collect();
        let heaviest = self.load.iter().copied().max().unwrap_or(0);
        let seed = format!("{season}:{}", self.held.len());
        let readers = field.readers.len();
        let barred: BTreeSet<(usize, usize)> = (0..field.applications.len())
            .flat_map(|l| (0..readers).map(move |r| (l, r)))
            .filter(|pair| self.had.contains(pair) || !field.may(*pair, allowed))
            .collect();
        let (needs, load, held) = (self.needs(), self.load.clone(), self.held.clone());
        let (pairs, groups) = tokio::task::spawn_blocking(move || {
            // Whoever has fewer reviews so far gets more now. Equal ways are tried until all reviewers can be compared.
            let cost = |l: usize, r: usize| (!barred.contains(&(l, r))).then(|| load[r] * 8 / heaviest.max(1));
            let mut best: Option<(pairing::Pairs, usize)> = None;
            for i in 0..12 {
                let found = pairing::pair(&needs, &room, 1, &format!("{seed} {i}"), cost);
                let all: Vec<(usize, usize)> = held.iter().chain(&found.pairs).copied().collect();
                let groups = pairing::groups(&all, readers);
                if best.as_ref().is_none_or(|b| groups < b.1) {
                    best = Some((found, groups));
                }
                if groups <= 1 {
                    break;
                }
            }
            best.unwrap_or_default()
        })
        .await
        .map_err(|e| Error::Internal(e.to_string()))?;
        let mut order = pairs.pairs.clone();
        Draw::from_texts(&["places", season.as_str(), &pairs.pairs.len().to_string()]).shuffle(&mut order);
        for pair in order {
            self.give(pair);
        }
        Ok(Paired { unmet: pairs.unmet, groups })
    }
}
