//! Who came: at the door, by the link, from a report, by hand, or made up for later. One credit for each part, however
//! often it is said.

use std::collections::HashMap;

use super::acts::record;
use super::model::{self, Guest, Meeting, Sitting, Source};
use super::rules::RunGathering;
use super::store::attendance as store;
pub use super::store::attendance::{of_person, report};
use super::zoom::{self, Seen};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::db::Json;
use weft_kernel::events::{self, Event};
use weft_kernel::ids::Id;
use weft_kernel::row;
use weft_programs::TakePart;
use weft_web::{Error, Result};

/// How someone is known to have come.
pub struct Came<'a> {
    pub person: &'a Id,
    pub source: Source,
    pub first_at: Option<Time>,
    pub last_at: Option<Time>,
    pub minutes: Option<i64>,
}

/// Whether the door of a sitting is open: from some minutes before until it has ended and the room closes.
pub fn is_door_open(kernel: &Kernel, meeting: &Meeting, sitting: &Sitting) -> bool {
    let now = kernel.now();
    let g = &meeting.gathering;
    g.is_on()
        && now >= sitting.starts_at.plus_seconds(-60 * g.open_before.max(15))
        && now <= sitting.ends_at().plus_seconds(60 * g.open_after)
}

/// Someone joins: she is there from now, and goes where the link leads. Refused while the door is closed.
pub async fn arrive(
    kernel: &Kernel,
    permit: &TakePart,
    meeting: &Meeting,
    sitting: &Sitting,
    source: Source,
) -> Result<()> {
    let is_hers = !meeting.is_chosen(sitting.part) || sitting.is_own();
    if !is_hers || !is_door_open(kernel, meeting, sitting) {
        return Err(Error::NotFound);
    }
    let mut tx = kernel.db.begin().await?;
    let came = Came { person: permit.person(), source, first_at: Some(kernel.now()), last_at: None, minutes: None };
    store::credit(kernel, &mut tx, sitting, &came, Some(permit.person())).await?;
    record(kernel, &mut tx, Some(permit.person()), "attendance.arrived", &meeting.gathering.id, permit.season())
        .await?;
    tx.commit().await?;
    Ok(())
}

/// What someone who runs the gathering says of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Here, since a moment where a phone at the door knows it.
    Here(Option<Time>),
    NotHere,
    /// Missed it and made up for it, in so many words.
    MadeUp(String),
}

/// A roll that was called: what was said of whom among the guests of a sitting, and where.
#[derive(Clone, Copy)]
pub struct Roll<'a> {
    pub sitting: &'a Sitting,
    pub guests: &'a [Guest],
    pub marks: &'a [(Id, Mark)],
    pub source: Source,
}

/// Takes down what was said at the door or by hand, all or nothing. People who do not take part are left out; returns
/// how many were taken.
pub async fn mark(kernel: &Kernel, permit: &RunGathering, actor: Option<&Id>, roll: Roll<'_>) -> Result<usize> {
    let Roll { sitting, guests, marks, source } = roll;
    let mut tx = kernel.db.begin().await?;
    let mut n = 0;
    for (person, mark) in marks.iter().filter(|(p, _)| guests.iter().any(|g| g.person_id == *p)) {
        match mark {
            Mark::Here(since) => {
                // A phone's clock may be off: not before the doors open, not after now.
                let first = since.filter(|s| *s <= kernel.now() && *s >= sitting.starts_at.plus_days(-1));
                let came = Came { person, source, first_at: first, last_at: None, minutes: None };
                store::credit(kernel, &mut tx, sitting, &came, actor).await?;
                // What a phone says later is compared with when it was pressed, not with when it arrived.
                if let Some(first) = first {
                    store::date_back(&mut tx, sitting, person, first).await?;
                }
            }
            Mark::NotHere => {
                store::remove(&mut tx, sitting, person).await?;
            }
            Mark::MadeUp(how) => {
                store::make_up(kernel, &mut tx, sitting, person, how, actor).await?;
            }
        }
        n += 1;
    }
    if n > 0 {
        let event = Event {
            actor,
            verb: "attendance.marked",
            subject: &sitting.gathering_id,
            season: Some(permit.season()),
            detail: Some(n.to_string()),
        };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok(n)
}

row! { pub struct Report { id: Id, sitting_id: Id, rows: Json<Vec<Seen>>, taken_at: Option<Time> } }

impl Report {
    pub fn seen(&self) -> Vec<Seen> {
        self.rows.0.clone()
    }
}

/// Keeps a report until someone has said who is who.
pub async fn keep(
    kernel: &Kernel,
    permit: &RunGathering,
    actor: &Id,
    gathering: &Id,
    sitting: &Id,
    seen: &[Seen],
) -> Result<Id> {
    let mut tx = kernel.begin_once().await?;
    let id = store::insert_report(kernel, &mut tx, sitting, seen, actor).await?;
    let event = Event {
        actor: Some(actor),
        verb: "report.read",
        subject: gathering,
        season: Some(permit.season()),
        detail: Some(seen.len().to_string()),
    };
    events::record(kernel, &mut tx, event).await?;
    kernel.made(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(id)
}

/// Who of those who take part each one seen is: by any address she ever had, else by her name where only one bears it.
/// Programs are nobody.
pub async fn recognise(
    conn: &mut Conn,
    permit: &RunGathering,
    seen: &[Seen],
    guests: &[Guest],
) -> Result<Vec<Option<Id>>> {
    let known = store::addresses(conn, permit).await?;
    let mut names: HashMap<String, Vec<&Guest>> = HashMap::new();
    for guest in guests {
        names.entry(zoom::plain(&guest.name)).or_default().push(guest);
    }
    let by_name = |name: &str| match names.get(&zoom::plain(name)).map(Vec::as_slice) {
        Some([one]) if !name.is_empty() => Some(one.person_id.clone()),
        _ => None,
    };
    let find = |s: &Seen| {
        let norm = weft_people::model::norm_email(&s.email);
        let by_mail = known.iter().find(|k| !norm.is_empty() && k.norm == norm).map(|k| k.person_id.clone());
        by_mail.or_else(|| by_name(&s.original)).or_else(|| by_name(&s.name))
    };
    Ok(seen.iter().map(|s| if s.is_bot { None } else { find(s) }).collect())
}

/// Takes a report's people in, each with her minutes, as someone said who they are. Twice is once; returns how many.
pub async fn take(
    kernel: &Kernel,
    permit: &RunGathering,
    actor: &Id,
    sitting: &Sitting,
    report: &Report,
    who: &[Option<Id>],
) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    if !store::take_report(&mut tx, &report.id, kernel.now()).await? {
        return Ok(0);
    }
    let seen = report.seen();
    let mut people: Vec<&Id> = who.iter().flatten().collect();
    people.sort();
    people.dedup();
    for person in &people {
        // One person in two browsers was there once.
        let mut hers = seen.iter().zip(who).filter(|(_, w)| w.as_ref() == Some(person)).map(|(s, _)| s);
        let Some(first) = hers.next().cloned() else { continue };
        let all = hers.fold(first, |mut a, b| {
            a.spans.extend(&b.spans);
            a.minutes += b.minutes;
            a.together()
        });
        let came = Came {
            person,
            source: Source::Report,
            first_at: all.spans.first().map(|s| Time(s.0)),
            last_at: all.spans.last().map(|s| Time(s.1)),
            minutes: Some(all.minutes),
        };
        store::credit(kernel, &mut tx, sitting, &came, Some(actor)).await?;
    }
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

row! {
    /// One meeting a person was at, for her certificate.
    pub struct Attended {
        title_en: String,
        title_es: String,
        starts_at: Time,
        zone: String,
        minutes: i64,
        state: model::Came,
    }
}

impl Attended {
    pub fn is_made_up(&self) -> bool {
        self.state == model::Came::MadeUp
    }

    pub fn title(&self) -> weft_kernel::i18n::Words {
        weft_kernel::i18n::Words { en: self.title_en.clone(), es: self.title_es.clone() }
    }
}
