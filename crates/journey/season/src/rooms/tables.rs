//! Who sits with whom: home teams, or fresh tables that remember everyone who has sat together this season.

use std::collections::{BTreeMap, BTreeSet};

use weft_assign::rounds::{self, Settings};

use super::{acts, store};
use crate::gatherings::model::{Guest, Sitting};
use crate::gatherings::rules::{RunGathering, SeeGatherings};
use weft_kernel::db::Conn;
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_web::{Error, Result};

pub use store::{Round, Seat, Tie};

/// How tables are made.
pub const MODES: [&str; 2] = ["teams", "fresh"];

/// Who is grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Those who are checked in.
    Here,
    /// Before anyone is: those who said yes.
    Yes,
    /// Before anyone said yes: all who did not say no.
    Any,
}

impl Whom {
    /// The key of what is said of them.
    pub fn key(self) -> &'static str {
        match self {
            Self::Here => "tables-for-here",
            Self::Yes => "tables-for-yes",
            Self::Any => "tables-for-any",
        }
    }
}

/// Who would be grouped now, of those who have a place where places are chosen.
pub fn here<'g>(sitting: &Sitting, guests: &'g [Guest], is_chosen: bool) -> (Whom, Vec<&'g Guest>) {
    let goes: Vec<&Guest> =
        guests.iter().filter(|g| if is_chosen { g.held.as_ref() == Some(&sitting.id) } else { true }).collect();
    let of = |is: fn(&Guest) -> bool| goes.iter().copied().filter(|g| is(g)).collect::<Vec<_>>();
    let (present, coming) = (of(Guest::is_here), of(Guest::said_yes));
    match (present.is_empty(), coming.is_empty()) {
        (false, _) => (Whom::Here, present),
        (_, false) => (Whom::Yes, coming),
        _ => (Whom::Any, of(|g| !g.said_no())),
    }
}

type Met = BTreeMap<(Id, Id), u32>;

async fn history(conn: &mut Conn, run: &RunGathering) -> Result<Met> {
    let mut met: Met = store::met(conn, run.season())
        .await?
        .into_iter()
        .map(|(a, b, n)| ((a, b), u32::try_from(n).unwrap_or(u32::MAX)))
        .collect();
    for pair in store::team_pairs(conn, run).await? {
        *met.entry(pair).or_insert(0) += 1;
    }
    Ok(met)
}

fn times(met: &Met, a: &Id, b: &Id) -> u32 {
    let pair = if a < b { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) };
    met.get(&pair).copied().unwrap_or(0)
}

/// How a seating is wished for: `size` is that of fresh tables.
#[derive(Clone, Copy)]
pub struct How<'a> {
    pub mode: &'a str,
    pub size: usize,
}

/// What came of making a seating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// It is there, under this number.
    Seating(i64),
    FewPeople,
    /// Nobody who is here is in a home team.
    NoTeams,
}

impl Made {
    /// What kept it from being made, as a key.
    pub fn fault(self) -> Option<&'static str> {
        match self {
            Self::Seating(_) => None,
            Self::FewPeople => Some("wrong-few-people"),
            Self::NoTeams => Some("wrong-no-teams"),
        }
    }
}

/// Makes a seating that only those who run the room see.
pub async fn make(
    kernel: &Kernel,
    run: &RunGathering,
    actor: &Id,
    sitting: &Sitting,
    here: &[&Guest],
    how: How<'_>,
) -> Result<Made> {
    if here.len() < 2 {
        return Ok(Made::FewPeople);
    }
    let (tables, repeats) = if how.mode == "teams" {
        if here.iter().all(|g| g.position.is_none()) {
            return Ok(Made::NoTeams);
        }
        (by_team(here), 0)
    } else {
        let met = history(&mut kernel.db.read().await?, run).await?;
        let ids: BTreeSet<&Id> = here.iter().map(|g| &g.person_id).collect();
        let pairs = met
            .iter()
            .filter(|((a, b), _)| ids.contains(a) && ids.contains(b))
            .map(|((a, b), n)| (a.to_string(), b.to_string(), *n));
        let guests: Vec<rounds::Guest> =
            here.iter().map(|g| rounds::Guest { id: g.person_id.to_string(), ..rounds::Guest::default() }).collect();
        let settings = Settings {
            table_size: how.size.min(here.len()),
            rounds: 1,
            history: pairs.collect(),
            apart: Vec::new(),
            seed: kernel.id().to_string(),
            effort: 2,
        };
        // The solver counts its work; it never runs on a thread that answers requests.
        let plan = tokio::task::spawn_blocking(move || rounds::plan(&guests, &settings))
            .await
            .map_err(|e| Error::Internal(e.to_string()))?;
        let plan = plan.map_err(|e| Error::Internal(e.to_string()))?;
        let first = plan.rounds.into_iter().next().unwrap_or_default();
        let tables: Vec<(usize, Vec<Id>)> =
            (1..).zip(first).map(|(n, t)| (n, t.into_iter().map(Id::stored).collect())).collect();
        (tables, plan.repeats)
    };
    let mut tx = kernel.begin_once().await?;
    store::hold(&mut tx, &sitting.id).await?;
    let (round, n) = store::insert_round(kernel, &mut tx, &sitting.id, how.mode, repeats, actor).await?;
    for (room, people) in &tables {
        for person in people {
            store::seat(&mut tx, &round, person, *room).await?;
        }
    }
    events::record(kernel, &mut tx, event(run, actor, "tables.made", sitting, n)).await?;
    tx.commit().await?;
    Ok(Made::Seating(n))
}

/// Home teams, each in the room of its number; whoever has none joins the smallest.
fn by_team(here: &[&Guest]) -> Vec<(usize, Vec<Id>)> {
    let mut teams: BTreeMap<usize, Vec<Id>> = BTreeMap::new();
    for g in here {
        if let Some(p) = g.position.and_then(|p| usize::try_from(p).ok()) {
            teams.entry(p + 1).or_default().push(g.person_id.clone());
        }
    }
    for g in here.iter().filter(|g| g.position.is_none()) {
        if let Some(smallest) = teams.values_mut().min_by_key(|t| t.len()) {
            smallest.push(g.person_id.clone());
        }
    }
    teams.into_iter().collect()
}

impl Round {
    /// Which seating this is, and how often it was changed since, as one number.
    pub fn stamp(&self) -> i64 {
        self.n * 10_000 + self.changes.min(9_999)
    }
}

impl Seat {
    /// What its table is called: the home team's name, or a number.
    pub fn table(&self, t: &Tr) -> String {
        self.team.clone().unwrap_or_else(|| t.a("table-n", "n", self.room))
    }
}

/// What was done with the seating `n` of a sitting.
fn event<'a>(
    run: &'a RunGathering,
    actor: &'a Id,
    verb: &'static str,
    sitting: &'a Sitting,
    n: i64,
) -> events::Event<'a> {
    events::Event {
        actor: Some(actor),
        verb,
        subject: &sitting.gathering_id,
        season: Some(run.season()),
        detail: Some(n.to_string()),
    }
}

/// Shows a seating on everyone's page. Twice is once.
pub async fn post(kernel: &Kernel, run: &RunGathering, actor: &Id, sitting: &Sitting, n: i64) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::hold(&mut tx, &sitting.id).await?;
    if store::post(&mut tx, &sitting.id, n, kernel.now()).await? {
        events::record(kernel, &mut tx, event(run, actor, "tables.posted", sitting, n)).await?;
        tx.commit().await?;
        acts::tell(kernel, run.see(), sitting).await?;
    }
    Ok(())
}

/// Seats whoever came later where the fewest sit whom she knows, and frees the seats of those who are away. Returns how
/// many were seated.
pub async fn reseat(
    kernel: &Kernel,
    run: &RunGathering,
    actor: &Id,
    sitting: &Sitting,
    here: &[&Guest],
) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    store::hold(&mut tx, &sitting.id).await?;
    let Some(round) = store::round(&mut tx, &sitting.id, false).await? else { return Ok(0) };
    let met = history(&mut tx, run).await?;
    let seats = store::seats(&mut tx, &round.id).await?;
    let mut rooms: BTreeMap<i64, Vec<Id>> = BTreeMap::new();
    for seat in &seats {
        let room = rooms.entry(seat.room).or_default();
        if here.iter().any(|g| g.person_id == seat.person_id) {
            room.push(seat.person_id.clone());
        } else {
            store::unseat(&mut tx, &round.id, &seat.person_id).await?;
        }
    }
    let mut seated = 0;
    for guest in here.iter().filter(|g| seats.iter().all(|s| s.person_id != g.person_id)) {
        let cost =
            |people: &Vec<Id>| (people.len(), people.iter().map(|p| times(&met, p, &guest.person_id)).sum::<u32>());
        // Home teams have their own tables.
        let own = guest.position.map(|p| p + 1).filter(|n| round.mode == "teams" && rooms.contains_key(n));
        let best = own.or_else(|| rooms.iter().min_by_key(|(n, people)| (cost(people), **n)).map(|(n, _)| *n));
        let Some((room, people)) = best.and_then(|n| rooms.get_mut(&n).map(|people| (n, people))) else { break };
        people.push(guest.person_id.clone());
        store::seat(&mut tx, &round.id, &guest.person_id, usize::try_from(room).unwrap_or(1)).await?;
        seated += 1;
    }
    store::changed(&mut tx, &round.id).await?;
    events::record(kernel, &mut tx, event(run, actor, "tables.changed", sitting, round.n)).await?;
    tx.commit().await?;
    acts::tell(kernel, run.see(), sitting).await?;
    Ok(seated)
}

/// The newest seating of a sitting with its seats; drafts only for those who run it.
pub async fn newest(conn: &mut Conn, sitting: &Id, posted: bool) -> Result<Option<(Round, Vec<Seat>)>> {
    let Some(round) = store::round(conn, sitting, posted).await? else { return Ok(None) };
    let seats = store::seats(conn, &round.id).await?;
    Ok(Some((round, seats)))
}

/// How a season's people have met so far, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ties {
    pub people: usize,
    pub pairs: usize,
    pub met: usize,
    /// How many people have met how many others: others met, people.
    pub spread: Vec<(usize, usize)>,
}

impl Ties {
    /// Without anyone's own.
    fn of(people: &[Id], met: &Met) -> Self {
        let met: Vec<&(Id, Id)> = met.keys().filter(|(a, b)| people.contains(a) && people.contains(b)).collect();
        let mut spread: BTreeMap<usize, usize> = BTreeMap::new();
        for person in people {
            *spread.entry(met.iter().filter(|(a, b)| a == person || b == person).count()).or_insert(0) += 1;
        }
        let n = people.len();
        Self { people: n, pairs: n * n.saturating_sub(1) / 2, met: met.len(), spread: spread.into_iter().collect() }
    }
}

/// Counts for those who run the season: no one's own ties.
pub async fn ties(conn: &mut Conn, run: &RunGathering) -> Result<Ties> {
    let people = store::people(conn, run.season()).await?;
    Ok(Ties::of(&people, &history(conn, run).await?))
}

/// The most people of whom a matrix can still be read.
pub const READABLE: usize = 40;

/// Who of those that take part has been in a group with whom, and how often: a home team is one time. For those who
/// make the groups; see decision 30.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grouped {
    /// In the order of names.
    pub names: Vec<String>,
    /// Times, by the places of two people in `names`; the same both ways round.
    pub times: Vec<Vec<u32>>,
}

impl Grouped {
    /// How many others someone has been in a group with.
    pub fn others(&self, at: usize) -> usize {
        self.times[at].iter().filter(|n| **n > 0).count()
    }

    /// Pairs of different people, each once, with how often.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize, u32)> {
        let rows = self.times.iter().enumerate();
        rows.flat_map(|(a, row)| row.iter().enumerate().skip(a + 1).map(move |(b, n)| (a, b, *n)))
    }
}

/// The counts, and who that is; the latter empty where there are more people than a matrix can show.
pub async fn grouped(conn: &mut Conn, run: &RunGathering) -> Result<(Ties, Grouped)> {
    let (people, names): (Vec<Id>, Vec<String>) = store::named(conn, run).await?.into_iter().unzip();
    let met = history(conn, run).await?;
    let ties = Ties::of(&people, &met);
    if people.len() > READABLE {
        return Ok((ties, Grouped::default()));
    }
    let times = people.iter().map(|a| people.iter().map(|b| times(&met, a, b)).collect()).collect();
    Ok((ties, Grouped { names, times }))
}

/// Whom a person has sat with, for herself.
pub async fn own_ties(conn: &mut Conn, see: &SeeGatherings) -> Result<Vec<Tie>> {
    match see.reader() {
        Some(person) => Ok(store::own_ties(conn, see.season(), person).await?),
        None => Ok(Vec::new()),
    }
}
