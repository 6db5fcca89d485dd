//! Gatherings, their sittings, what people answered and who came.

use serde::{Deserialize, Serialize};

use super::when;
use weft_kernel::clock::Time;
use weft_kernel::db::Json;
use weft_kernel::i18n::Tr;
use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row};

one_of! {
    /// How someone stands in a sitting that is chosen.
    pub enum PlaceState in "sitting_place.state" {
        Held = "held",
        Waiting = "waiting",
    }
}

one_of! {
    /// What someone says who is invited.
    pub enum Answer in "gathering_answer.answer" {
        Yes = "yes",
        No = "no",
        /// Yes, with something they need.
        Need = "need",
    }
}

one_of! {
    /// How a part counts for someone.
    pub enum Came in "attendance.state" {
        Present = "present",
        /// They made up for it later, in a way that is on record.
        MadeUp = "made-up",
    }
}

one_of! {
    /// How it is known that someone came.
    pub enum Source in "attendance.source" {
        /// Their own press of *Join*.
        Link = "link",
        Door = "door",
        /// A meeting service's report.
        Report = "report",
        Hand = "hand",
    }
}

/// What a gathering is.
pub const KINDS: [&str; 6] = ["retreat", "session", "course-part", "group-coaching", "webinar", "event-session"];
/// Where people meet.
pub const FORMATS: [&str; 3] = ["online", "in-person", "both"];
/// What a block of a run of show is for. The first two open a session (R39).
pub const BLOCKS: [&str; 12] = [
    "grounding",
    "celebration",
    "welcome",
    "informal",
    "content",
    "reflection",
    "application",
    "home-team",
    "consult",
    "commitments",
    "questions",
    "break",
];

row! {
    /// A gathering with what its reader answered.
    pub struct Gathering {
        id: Id,
        number: i64,
        kind: String,
        format: String,
        title_en: String,
        title_es: String,
        purpose_en: String,
        purpose_es: String,
        open_before: i64,
        open_after: i64,
        choose_until: Option<String>,
        changed_at: Time,
        published_at: Option<Time>,
        cancelled_at: Option<Time>,
        cancel_reason: Option<String>,
        /// The reader's own answer.
        answer: Option<Answer>,
        note: Option<String>,
    }
}

row! {
    /// One of the times of a gathering, with the reader's own place in it and her own attendance.
    pub struct Sitting {
        id: Id,
        gathering_id: Id,
        part: i64,
        starts_local: String,
        zone: String,
        minutes: i64,
        starts_at: Time,
        place: String,
        join_url: String,
        capacity: Option<i64>,
        taken: i64,
        sequence: i64,
        waiting: i64, own: Option<PlaceState>, came: Option<Came>,
        /// What was pressed last in its room, and when.
        pressed: Option<String>,
        pressed_at: Option<Time>,
    }
}

impl Gathering {
    pub fn title(&self) -> Words {
        Words { en: self.title_en.clone(), es: self.title_es.clone() }
    }

    pub fn name(&self, t: &Tr) -> String {
        self.title().said(t).to_owned()
    }

    pub fn purpose(&self) -> Words {
        Words { en: self.purpose_en.clone(), es: self.purpose_es.clone() }
    }

    pub fn is_in_person(&self) -> bool {
        self.format != "online"
    }

    /// Whether people can come: told, and not called off.
    pub fn is_on(&self) -> bool {
        self.published_at.is_some() && self.cancelled_at.is_none()
    }
}

impl Sitting {
    pub fn ends_at(&self) -> Time {
        self.starts_at.plus_seconds(self.minutes * 60)
    }

    /// Whether its room was started and goes on.
    pub fn is_running(&self) -> bool {
        self.pressed.as_deref().is_some_and(|act| act != "end")
    }

    /// Whether its room was ended; a rehearsal before its time ends nothing.
    pub fn is_ended(&self) -> bool {
        self.pressed.as_deref() == Some("end") && self.pressed_at.is_some_and(|at| at >= self.starts_at)
    }

    pub fn is_full(&self) -> bool {
        self.capacity.is_some_and(|c| self.taken >= c)
    }

    pub fn is_own(&self) -> bool {
        self.own == Some(PlaceState::Held)
    }

    pub fn is_waited_for(&self) -> bool {
        self.own == Some(PlaceState::Waiting)
    }

    pub fn is_made_up(&self) -> bool {
        self.came == Some(Came::MadeUp)
    }

    pub fn day(&self, t: &Tr) -> String {
        when::day(*t, self.starts_at, &self.zone)
    }

    pub fn hours(&self, t: &Tr) -> String {
        when::hours(*t, self.starts_at, self.minutes, &self.zone)
    }

    /// The hours in the reader's zone, where they are others.
    pub fn elsewhere(&self, t: &Tr, own: Option<&String>) -> Option<String> {
        when::elsewhere(*t, self.starts_at, self.minutes, &self.zone, own?)
    }
}

/// A gathering with its sittings, by part and time.
#[derive(Clone, Debug)]
pub struct Meeting {
    pub gathering: Gathering,
    pub sittings: Vec<Sitting>,
}

impl Meeting {
    /// Puts sittings under their gatherings; the meetings stand in the order of their first sitting, those without a
    /// day last.
    pub fn all(gatherings: Vec<Gathering>, sittings: Vec<Sitting>) -> Vec<Self> {
        let mut meetings: Vec<Self> =
            gatherings.into_iter().map(|gathering| Self { gathering, sittings: Vec::new() }).collect();
        for sitting in sittings {
            if let Some(m) = meetings.iter_mut().find(|m| m.gathering.id == sitting.gathering_id) {
                m.sittings.push(sitting);
            }
        }
        meetings.sort_by_key(|m| (m.starts_at().unwrap_or(Time(i64::MAX)), m.gathering.number));
        meetings
    }

    /// The sittings of each part.
    pub fn parts(&self) -> Vec<(i64, Vec<&Sitting>)> {
        let mut parts: Vec<(i64, Vec<&Sitting>)> = Vec::new();
        for s in &self.sittings {
            match parts.iter_mut().find(|(p, _)| *p == s.part) {
                Some((_, list)) => list.push(s),
                None => parts.push((s.part, vec![s])),
            }
        }
        parts
    }

    /// Whether a part has several times, or seats that can run out: then one takes a place.
    pub fn is_chosen(&self, part: i64) -> bool {
        let mut of_part = self.sittings.iter().filter(|s| s.part == part);
        let first = of_part.next();
        first.is_some_and(|s| s.capacity.is_some()) || of_part.next().is_some()
    }

    pub fn starts_at(&self) -> Option<Time> {
        self.sittings.iter().map(|s| s.starts_at).min()
    }

    pub fn ends_at(&self) -> Option<Time> {
        self.sittings.iter().map(Sitting::ends_at).max()
    }

    /// Minutes that one person spends in it: one sitting of each part.
    pub fn minutes(&self) -> i64 {
        self.parts().iter().map(|(_, s)| s.iter().map(|s| s.minutes).max().unwrap_or(0)).sum()
    }

    /// The sittings that a person goes to: the only one of a part, or the one she holds.
    pub fn own(&self) -> Vec<&Sitting> {
        self.sittings.iter().filter(|s| !self.is_chosen(s.part) || s.is_own()).collect()
    }

    /// When it is, in a few words: one day, two days, or a choice.
    pub fn days(&self, t: &Tr) -> String {
        let mut said: Vec<String> = Vec::new();
        for (_, sittings) in self.parts() {
            let mut days: Vec<String> = Vec::new();
            for day in sittings.iter().map(|s| s.day(t)) {
                if !days.contains(&day) {
                    days.push(day);
                }
            }
            said.push(days.join(&t.t("or-between")));
        }
        said.join(&t.t("and-between"))
    }

    /// Whether every time of it has ended: by the clock, or because whoever runs it said so.
    pub fn is_over(&self, now: Time) -> bool {
        !self.sittings.is_empty() && self.sittings.iter().all(|s| s.ends_at() <= now || s.is_ended())
    }

    /// Whether the reader was there, part by part, once it is over.
    pub fn came(&self) -> usize {
        self.parts().iter().filter(|(_, s)| s.iter().any(|s| s.came.is_some())).count()
    }

    pub fn sitting(&self, id: &Id) -> Option<&Sitting> {
        self.sittings.iter().find(|s| s.id == *id)
    }
}

/// A sitting as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    pub id: Option<Id>,
    pub part: i64,
    pub starts: jiff::civil::DateTime,
    pub zone: String,
    pub starts_at: Time,
    pub minutes: i64,
    pub place: String,
    pub join_url: String,
    pub capacity: Option<i64>,
}

/// A gathering as it is typed.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub kind: String,
    pub format: String,
    pub title: Words,
    pub purpose: Words,
    pub open_before: i64,
    pub open_after: i64,
    pub choose_until: Option<String>,
    pub slots: Vec<Slot>,
    /// Times to take out; a time that is not named stays.
    pub gone: Vec<Id>,
    /// When the gathering had last changed as its reader saw it; none where nobody reads it in between.
    pub seen: Option<Time>,
}

/// One thing that changed: a key of what, and how it was said before and now, in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub what: String,
    pub from: Words,
    pub to: Words,
}

row! { pub struct Changed { changes: Json<Vec<Change>>, by_name: Option<String>, at: Time, told: i64 } }

row! {
    pub struct Segment {
        id: Id,
        part: i64,
        position: i64,
        kind: String,
        title_en: String,
        title_es: String,
        minutes: i64,
        owner: String,
        materials: String,
        cue: String,
    }
}

impl Segment {
    pub fn title(&self) -> Words {
        Words { en: self.title_en.clone(), es: self.title_es.clone() }
    }

    /// What kind of block it is, where its title does not say so already.
    pub fn kind_beside_title(&self, t: &Tr) -> Option<String> {
        let kind = t.t(&format!("block-{}", self.kind));
        (self.title().said(t).trim().to_lowercase() != kind.to_lowercase()).then_some(kind)
    }
}

row! { pub struct Answered { person_id: Id, name: String, answer: Answer, note: String } }

impl Answered {
    pub fn is_yes(&self) -> bool {
        self.answer == Answer::Yes
    }
}

row! {
    /// Someone who takes part, and how one part of a gathering stands for her.
    pub struct Guest {
        person_id: Id,
        name: String,
        email: Option<String>,
        language: String,
        team: Option<String>,
        position: Option<i64>,
        answer: Option<Answer>,
        held: Option<Id>,
        waits: Option<Id>,
        state: Option<Came>,
        source: Option<Source>,
        minutes: Option<i64>,
        how: Option<String>,
        marked_at: Option<Time>,
        /// With whom of their home team they caught up, as the two of them say.
        caught_up_with: Option<String>,
    }
}

/// What tells someone apart from another guest of the same name: their address.
pub fn apart<'g>(guests: &'g [Guest], guest: &'g Guest) -> Option<&'g str> {
    let is_twice = guests.iter().any(|o| o.name == guest.name && o.person_id != guest.person_id);
    guest.email.as_deref().filter(|_| is_twice)
}

impl Guest {
    pub fn is_here(&self) -> bool {
        self.state == Some(Came::Present)
    }

    pub fn is_made_up(&self) -> bool {
        self.state == Some(Came::MadeUp)
    }

    pub fn said_no(&self) -> bool {
        self.answer == Some(Answer::No)
    }

    pub fn said_yes(&self) -> bool {
        matches!(self.answer, Some(Answer::Yes | Answer::Need))
    }
}

row! {
    /// A sitting that a person goes to, or one of those she may choose, on her start page.
    pub struct Coming {
        season_slug: String,
        season_title: String,
        number: i64,
        title_en: String,
        title_es: String,
        format: String,
        open_before: i64,
        sitting_id: Id,
        starts_at: Time,
        zone: String,
        minutes: i64,
        place: String,
        join_url: String,
        answer: Option<Answer>,
        is_chosen: bool,
        is_own: bool,
        takes_part: bool,
        runs: bool,
        is_unconfirmed: bool,
        /// Its room was started and goes on.
        is_running: bool,
    }
}

impl Coming {
    pub fn name(&self, t: &Tr) -> String {
        Words { en: self.title_en.clone(), es: self.title_es.clone() }.said(t).to_owned()
    }

    pub fn path(&self) -> String {
        format!("/s/{}/gatherings/{}", self.season_slug, self.number)
    }

    pub fn day(&self, t: &Tr) -> String {
        when::day(*t, self.starts_at, &self.zone)
    }

    pub fn hours(&self, t: &Tr) -> String {
        when::hours(*t, self.starts_at, self.minutes, &self.zone)
    }

    pub fn elsewhere(&self, t: &Tr, own: Option<&String>) -> Option<String> {
        when::elsewhere(*t, self.starts_at, self.minutes, &self.zone, own?)
    }

    /// When its door opens.
    pub fn opens_at(&self) -> Time {
        self.starts_at.plus_seconds(-60 * self.open_before.max(15))
    }

    /// Whether its door is open: its time has come, or whoever runs it has started.
    pub fn is_open(&self, now: Time) -> bool {
        self.opens_at() <= now || self.is_running
    }

    pub fn must_choose(&self) -> bool {
        self.takes_part && self.is_chosen && !self.is_own
    }
}

#[cfg(test)]
impl Sitting {
    /// A sitting of the gathering `g`, online and open to all.
    pub(crate) fn of_test(id: &str, part: i64, starts_local: &str, zone: &str, minutes: i64) -> Self {
        Self {
            id: Id::stored(id.into()),
            gathering_id: Id::stored("g".into()),
            part,
            starts_local: starts_local.into(),
            zone: zone.into(),
            minutes,
            starts_at: when::moment(starts_local.parse().expect("wall time"), zone).expect("a moment"),
            place: String::new(),
            join_url: String::new(),
            capacity: None,
            taken: 0,
            sequence: 0,
            waiting: 0,
            own: None,
            came: None,
            pressed: None,
            pressed_at: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sitting(id: &str, part: i64, day: &str, minutes: i64) -> Sitting {
        Sitting::of_test(id, part, &format!("{day}T13:00"), "America/New_York", minutes)
    }

    fn meeting(sittings: Vec<Sitting>) -> Meeting {
        let gathering = Gathering {
            id: Id::stored("g".into()),
            number: 1,
            kind: "session".into(),
            format: "online".into(),
            title_en: "Session".into(),
            title_es: "Sesión".into(),
            purpose_en: String::new(),
            purpose_es: String::new(),
            open_before: 0,
            open_after: 0,
            choose_until: None,
            changed_at: Time(0),
            published_at: Some(Time(1)),
            cancelled_at: None,
            cancel_reason: None,
            answer: None,
            note: None,
        };
        Meeting { gathering, sittings }
    }

    #[test]
    fn alternatives_count_once_and_parts_add_up() {
        let either = meeting(vec![sitting("a", 1, "2026-03-24", 90), sitting("b", 1, "2026-03-25", 90)]);
        assert_eq!(either.minutes(), 90);
        assert!(either.is_chosen(1) && either.own().is_empty());
        assert_eq!(either.days(&Tr::default()), "Tuesday, March 24, 2026 or Wednesday, March 25, 2026");
        let both = meeting(vec![sitting("a", 1, "2026-03-17", 180), sitting("b", 2, "2026-03-18", 180)]);
        assert_eq!(both.minutes(), 360);
        assert_eq!(both.own().len(), 2);
        assert_eq!(both.days(&Tr::default()), "Tuesday, March 17, 2026 and Wednesday, March 18, 2026");
    }
}
