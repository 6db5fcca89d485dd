//! A meeting's report, from reading it to the record: who is who, how long each was there within the time of the
//! sitting, what is in doubt, and what was on record before.

use std::collections::{BTreeMap, HashMap};

use super::attendance::{Came, door};
use super::model::{Guest, Meeting, Sitting, Source};
use super::rules::RunGathering;
use super::store::{attendance, reports as store};
use super::undoing;
use super::zoom::{self, Report, Seen, Span, overlap, plain, union};
pub use store::report as one;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::events::{self, Event};
use weft_kernel::ids::Id;
use weft_kernel::row;
use weft_web::{Error, Result};

row! {
    /// A report that was read; `rows` is a [`Report`], or `[]` once it is imported or too old.
    pub struct Kept { id: Id, sitting_id: Id, rows: String, taken_at: Option<Time> }
}

impl Kept {
    /// The report, while it is there.
    pub fn report(&self) -> Result<Option<Report>> {
        if self.rows == "[]" {
            return Ok(None);
        }
        serde_json::from_str(&self.rows).map(Some).map_err(|e| Error::Internal(format!("report {}: {e}", self.id)))
    }
}

row! {
    /// What is on record of someone for a part.
    pub struct OnRecord { person_id: Id, minutes: Option<i64>, spans: String }
}

impl OnRecord {
    fn spans(&self) -> Result<Vec<Span>> {
        serde_json::from_str(&self.spans).map_err(|e| Error::Internal(format!("attendance of {}: {e}", self.person_id)))
    }

    /// Whether minutes are on record and nobody knows when they were: then more minutes may be the same ones.
    pub fn is_sum(&self) -> bool {
        self.minutes.is_some() && self.spans == "[]"
    }
}

/// Keeps a report until someone has said who is who.
pub async fn keep(
    kernel: &Kernel,
    permit: &RunGathering,
    actor: &Id,
    sitting: &Sitting,
    report: &Report,
) -> Result<Id> {
    let rows = serde_json::to_string(report).map_err(|e| Error::Internal(e.to_string()))?;
    let mut tx = kernel.begin_once().await?;
    let id = store::insert_report(kernel, &mut tx, &sitting.id, &rows, actor).await?;
    let event = Event {
        actor: Some(actor),
        verb: "report.read",
        subject: &sitting.gathering_id,
        season: Some(permit.season()),
        detail: Some(report.count().to_string()),
    };
    events::record(kernel, &mut tx, event).await?;
    kernel.made(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(id)
}

/// Why it is not sure who someone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Another row has the same name, at the same time or without times.
    SameName,
    /// Several people of the season have this name.
    Namesakes,
    /// Another row seems to be the same person.
    OtherRow,
    /// Known by the name in brackets alone.
    Brackets,
}

impl Doubt {
    pub fn key(self) -> &'static str {
        match self {
            Self::SameName => "doubt-same-name",
            Self::Namesakes => "doubt-namesakes",
            Self::OtherRow => "doubt-other-row",
            Self::Brackets => "doubt-brackets",
        }
    }
}

/// Someone in a report, beside the sitting and its guests.
#[derive(Clone, Debug)]
pub struct Entry {
    pub seen: Seen,
    /// When they were there while the sitting's door was open.
    pub counted: Vec<Span>,
    /// Whole minutes that count.
    pub minutes: i64,
    /// Who they seem to be.
    pub person: Option<Id>,
    pub doubt: Option<Doubt>,
}

impl Entry {
    /// Whether they were there, and only when the sitting was not.
    pub fn is_outside(&self) -> bool {
        !self.seen.spans.is_empty() && self.counted.is_empty() && self.seen.sum == 0
    }

    /// Whether a sum says more than the sitting lasts: several devices, or several meetings in one report.
    pub fn is_long(&self, sitting: &Sitting) -> bool {
        self.seen.sum > sitting.minutes
    }

    /// Whole minutes outside the sitting's time.
    pub fn cut(&self) -> i64 {
        whole_minutes(&self.seen.spans) - whole_minutes(&self.counted)
    }

    /// Whether someone must say who they are before anything is imported.
    pub fn must_be_said(&self) -> bool {
        matches!(self.doubt, Some(Doubt::SameName | Doubt::Namesakes | Doubt::OtherRow)) && !self.is_outside()
    }
}

fn whole_minutes(spans: &[Span]) -> i64 {
    let micros: i64 = spans.iter().map(|(a, b)| b - a).sum();
    (micros + 30_000_000) / 60_000_000
}

/// The time in which someone can be at a sitting: while its door is open.
pub fn window(meeting: &Meeting, sitting: &Sitting) -> Span {
    let (opens, closes) = door(meeting, sitting);
    (opens.0, closes.0)
}

/// Everyone in a report: who of those who take part they seem to be, by any address a person ever had, else by name;
/// and how long each was there. Programs are nobody.
pub async fn entries(
    conn: &mut Conn,
    permit: &RunGathering,
    report: &Report,
    (meeting, sitting): (&Meeting, &Sitting),
    guests: &[Guest],
) -> Result<Vec<Entry>> {
    let known = store::addresses(conn, permit).await?;
    let mut names: HashMap<String, Vec<&Guest>> = HashMap::new();
    for guest in guests {
        names.entry(plain(&guest.name)).or_default().push(guest);
    }
    let of_name = |name: &str| names.get(&plain(name)).map_or(&[][..], Vec::as_slice);
    let window = window(meeting, sitting);
    // Who each seems to be, and whether an address says so.
    let find = |seen: &Seen| -> (Option<Id>, bool, Option<Doubt>) {
        let norm = weft_people::model::norm_email(&seen.email);
        if let Some(k) = known.iter().find(|k| !norm.is_empty() && k.norm == norm) {
            return (Some(k.person_id.clone()), true, None);
        }
        let (before, within) = seen.in_brackets().unzip();
        let whole = [Some(seen.name.as_str()), before].into_iter().flatten().map(|n| (n, None));
        for (name, doubt) in whole.chain(within.map(|n| (n, Some(Doubt::Brackets)))) {
            match of_name(name) {
                [] => {}
                [one] => return (Some(one.person_id.clone()), false, doubt),
                _ => return (None, false, Some(Doubt::Namesakes)),
            }
        }
        (None, false, None)
    };
    let mut all = Vec::new();
    let mut proposed: BTreeMap<Id, usize> = BTreeMap::new();
    for seen in zoom::people(&report.rows) {
        let (person, is_sure, mut doubt) = if seen.is_bot { (None, true, None) } else { find(&seen) };
        if let Some(person) = &person {
            *proposed.entry(person.clone()).or_default() += 1;
        }
        if seen.is_doubtful && !is_sure && (person.is_some() || doubt.is_some()) {
            doubt = Some(Doubt::SameName);
        }
        let counted = overlap(&seen.spans, window);
        let minutes = whole_minutes(&counted) + seen.sum.min(sitting.minutes);
        all.push((is_sure, Entry { seen, counted, minutes, person, doubt }));
    }
    // Two rows of one person are sure only where an address says both.
    for (is_sure, entry) in &mut all {
        let is_shared = entry.person.as_ref().is_some_and(|p| proposed.get(p).copied().unwrap_or(0) > 1);
        if is_shared && !*is_sure && !matches!(entry.doubt, Some(Doubt::SameName)) {
            entry.doubt = Some(Doubt::OtherRow);
        }
    }
    Ok(all.into_iter().map(|(_, entry)| entry).collect())
}

/// What is on record of those who take part in a part of a gathering.
pub async fn on_record(conn: &mut Conn, permit: &RunGathering, sitting: &Sitting) -> Result<Vec<OnRecord>> {
    Ok(store::on_record(conn, permit, &sitting.gathering_id, sitting.part).await?)
}

/// Time of one person, as someone said who they are.
#[derive(Clone, Debug)]
pub struct Counted {
    pub person: Id,
    pub spans: Vec<Span>,
    /// Minutes without a time.
    pub sum: i64,
}

/// What minutes without a time are, beside minutes that are on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Others: they are added.
    More,
    /// The same meeting said again: the larger number stays.
    Same,
}

/// Writes a report's people down, each with their minutes. Twice is once; returns how many.
pub async fn take(
    kernel: &Kernel,
    permit: &RunGathering,
    actor: &Id,
    (meeting, sitting, kept): (&Meeting, &Sitting, &Kept),
    counted: &[Counted],
    beside: Beside,
) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    if !store::take_report(&mut tx, &kept.id, kernel.now()).await? {
        return Ok(0);
    }
    let before = on_record(&mut tx, permit, sitting).await?;
    let credits = attendance::credits(&mut tx, &sitting.gathering_id, sitting.part).await?;
    let window = window(meeting, sitting);
    let most = (window.1 - window.0) / 60_000_000;
    let mut people: BTreeMap<&Id, (Vec<Span>, i64)> = BTreeMap::new();
    for c in counted {
        let (spans, sum) = people.entry(&c.person).or_default();
        spans.extend(overlap(&c.spans, window));
        *sum += c.sum;
    }
    people.retain(|_, (spans, sum)| !spans.is_empty() || *sum > 0);
    for (person, (new, sum)) in &people {
        let record = before.iter().find(|r| r.person_id == **person);
        let old = record.map_or_else(|| Ok(Vec::new()), OnRecord::spans)?;
        let spans = union(new.iter().chain(&old).copied().collect());
        // Times tell the minutes of both; a sum stands beside what is on record as it was said.
        let minutes = match record.and_then(|r| r.minutes) {
            Some(had) if *sum > 0 || old.is_empty() => {
                let has = whole_minutes(&union(new.clone())) + sum;
                if beside == Beside::More { had + has } else { had.max(has) }
            }
            _ => whole_minutes(&spans) + sum,
        };
        // What is a sum in part is told by no times.
        let is_timed = *sum == 0 && whole_minutes(&spans) == minutes;
        let came = Came {
            person,
            source: Source::Report,
            first_at: spans.first().map(|s| Time(s.0)),
            last_at: spans.last().map(|s| Time(s.1)),
            minutes: Some(minutes.min(most)),
            spans: if is_timed { &spans } else { &[] },
        };
        attendance::credit(kernel, &mut tx, sitting, &came, Some(actor)).await?;
    }
    undoing::note(&mut tx, &kept.id, sitting, &credits, &people.keys().copied().collect()).await?;
    let event = Event {
        actor: Some(actor),
        verb: "report.taken",
        subject: &sitting.gathering_id,
        season: Some(permit.season()),
        detail: Some(people.len().to_string()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(people.len())
}
