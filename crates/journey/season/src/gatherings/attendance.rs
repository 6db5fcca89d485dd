//! Who came: at the door, by the link, by hand, or made up for later; from a report, see `reports`. One credit for
//! each part, however often it is said.

use super::acts::record;
use super::model::{self, Guest, Meeting, Sitting, Source};
use super::rules::RunGathering;
use super::store::attendance as store;
pub use super::store::attendance::{caught_up, of_person};
use super::zoom::Span;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::events::{self, Event};
use weft_kernel::i18n::Tr;
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
    /// The times that make the minutes, where they are known.
    pub spans: &'a [Span],
}

impl<'a> Came<'a> {
    /// Since a moment, if that is known; for how long is not.
    fn since(person: &'a Id, source: Source, first_at: Option<Time>) -> Self {
        Self { person, source, first_at, last_at: None, minutes: None, spans: &[] }
    }
}

/// When the door of a sitting opens, and when it closes: some minutes before it begins, until some after it ends.
pub fn door(meeting: &Meeting, sitting: &Sitting) -> (Time, Time) {
    let g = &meeting.gathering;
    (sitting.starts_at.plus_seconds(-60 * g.open_before.max(15)), sitting.ends_at().plus_seconds(60 * g.open_after))
}

/// Whether the door of a sitting is open: from some minutes before, or since it was started, until it has ended and the
/// room closes, or until whoever runs it has ended it.
pub fn is_door_open(kernel: &Kernel, meeting: &Meeting, sitting: &Sitting) -> bool {
    let ((opens, closes), now) = (door(meeting, sitting), kernel.now());
    meeting.gathering.is_on() && (now >= opens || sitting.is_running()) && now <= closes && !sitting.is_ended()
}

/// From when someone can be said to be at a sitting: at its door from a day before, for the list waits there without a
/// connection; by hand and from a report from two hours before it begins.
pub fn marked_from(sitting: &Sitting, source: Source) -> Time {
    match source {
        Source::Door => sitting.starts_at.plus_days(-1),
        _ => sitting.starts_at.plus_seconds(-2 * 3600),
    }
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
    let came = Came::since(permit.person(), source, Some(kernel.now()));
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
/// how many were taken: nobody before [`marked_from`].
pub async fn mark(kernel: &Kernel, permit: &RunGathering, actor: Option<&Id>, roll: Roll<'_>) -> Result<usize> {
    let Roll { sitting, guests, marks, source } = roll;
    if kernel.now() < marked_from(sitting, source) {
        return Ok(0);
    }
    let mut tx = kernel.db.begin().await?;
    let mut n = 0;
    for (person, mark) in marks.iter().filter(|(p, _)| guests.iter().any(|g| g.person_id == *p)) {
        match mark {
            Mark::Here(since) => {
                // A phone's clock may be off: not before the doors open, not after now.
                let first = since.filter(|s| *s <= kernel.now() && *s >= sitting.starts_at.plus_days(-1));
                let came = Came::since(person, source, first);
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

row! {
    /// A gathering in numbers: those whom it counts (the view `gathering_guest` says who), what they answered, how many
    /// came, and how many caught up. Someone who did both came.
    pub struct Counts { gathering_id: Id, people: i64, yes: i64, no: i64, needs: i64, came: i64, made_up: i64 }
}

impl Counts {
    /// Those of one gathering; nothing where it has no time, and so no guests.
    pub fn of<'a>(all: &'a [Self], meeting: &Meeting) -> Option<&'a Self> {
        all.iter().find(|c| c.gathering_id == meeting.gathering.id)
    }

    /// How many answered.
    pub fn said(&self) -> i64 {
        self.yes + self.no + self.needs
    }

    /// What they answered, in words.
    pub fn words(&self, t: &Tr) -> String {
        let args = [("yes", self.yes.into()), ("no", self.no.into()), ("needs", self.needs.into())];
        t.args("gathering-answers", &args)
    }
}

/// The gatherings of a season in numbers, for whoever runs them.
pub async fn counts(conn: &mut Conn, run: &RunGathering) -> Result<Vec<Counts>> {
    Ok(store::counts(conn, run.season()).await?)
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
