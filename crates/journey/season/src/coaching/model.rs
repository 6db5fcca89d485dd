//! Coaches, pairs, agreements and sessions.

use std::borrow::Borrow;

use jiff::ToSpan;
use jiff::civil::Date;

use weft_kernel::clock::Time;
use weft_kernel::i18n::{Lang, Moment, Tr};
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row, when};

/// Longest text about how someone coaches, and longest reason, in characters.
pub const LONGEST: usize = 1_000;

/// Longest agreement, in characters.
pub const LONGEST_AGREEMENT: usize = 10_000;

/// Longest focus and note, in characters.
pub const LONGEST_NOTE: usize = 5_000;

/// How many days after a pair ended everything the two wrote is deleted.
pub const NOTE_DAYS: i64 = 90;

/// How many days before a certificate ends its coach and the program are told.
pub const WARNED_DAYS: i64 = 60;

/// For how many days after a session what was said of it can be changed.
pub const SAID_DAYS: i64 = 30;

/// After how many days two who say different things of a session need the program.
pub const DIFFER_DAYS: i64 = 7;

/// Sessions for each, and their minutes, where a program begins.
pub const SESSIONS: i64 = 6;
pub const MINUTES: i64 = 60;

/// Most coaches for first talks, and the minutes of one where a program begins.
pub const MOST_TALKS: i64 = 5;
pub const TALK_MINUTES: i64 = 20;

one_of! {
    /// Who signs an agreement.
    pub enum Side in "coaching_signature.side" {
        Member = "member",
        Coach = "coach",
        Program = "program",
    }
}

one_of! {
    /// Who ended a pair. Which of the two did is not kept.
    pub enum EndedBy in "coaching_pair.ended_by" {
        Pair = "pair",
        Program = "program",
        /// One of the two left the season.
        Left = "left",
    }
}

one_of! {
    /// What became of a session.
    pub enum Became
    in "coaching_session.coach_says", "coaching_session.member_says", "coaching_session.program_says",
        "coaching_group_session.became" {
        Held = "held",
        /// The member did not come.
        Missed = "missed",
    }
}

one_of! {
    /// What someone of the cohort says of a coach they may get.
    pub enum Wish in "coaching_wish.wish" {
        Like = "like",
        Avoid = "avoid",
    }
}

one_of! {
    /// What the two of a pair write for each other.
    pub enum Kind in "coaching_note.kind" {
        /// What the member wants to work on.
        Focus = "focus",
        Shared = "shared",
    }
}

row! {
    /// What one of a pair wrote for both, sealed.
    pub struct SealedNote {
        id: Id,
        kind: Kind,
        by_id: Id,
        by_name: Option<String>,
        text_sealed: String,
        at: Time,
    }
}

/// The same, opened.
pub struct Note {
    pub id: Id,
    pub kind: Kind,
    pub by_id: Id,
    pub by_name: Option<String>,
    pub at: Time,
    /// None where another key sealed it than the site has now.
    pub text: Option<String>,
}

row! {
    /// What a coach wrote for themselves, locked.
    pub struct OwnNote { id: Id, text_locked: String, at: Time }
}

row! {
    /// How a season's coaching goes.
    pub struct Terms {
        sessions: i64,
        minutes: i64,
        /// With how many coaches someone can have a first talk before they are paired; none where 0.
        talks: i64,
        talk_minutes: i64,
    }
}

row! {
    /// A first talk that someone has booked.
    pub struct Talk { coach_id: Id, appointment_id: Id, starts_at: Time, minutes: i64 }
}

impl Talk {
    pub fn when(&self, t: impl Borrow<Tr>, zone: &str) -> String {
        let t = *t.borrow();
        format!("{}, {}", when::day(t, self.starts_at, zone), when::hours(t, self.starts_at, self.minutes, zone))
    }
}

row! {
    /// A version of the agreement, in both languages.
    pub struct Agreement { id: Id, version: i64, text_en: String, text_es: String, at: Time }
}

impl Agreement {
    /// In the reader's language.
    pub fn text(&self, t: impl Borrow<Tr>) -> &str {
        if t.borrow().0 == Lang::Es { &self.text_es } else { &self.text_en }
    }
}

row! {
    /// What a coach says of themselves, as they type it.
    #[derive(Default)]
    pub struct Profile {
        certified_by: String,
        level: String,
        number: String,
        expires_on: Option<String>,
        speaks_en: bool,
        speaks_es: bool,
        languages: String,
        approach: String,
        most: i64,
        /// Whether those who read it see their photo.
        shows_photo: bool,
    }
}

impl Profile {
    /// `Association X · Professional · 12345`, or nothing.
    pub fn credential(&self) -> String {
        let parts = [&self.certified_by, &self.level, &self.number];
        parts.into_iter().filter(|p| !p.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ")
    }

    pub fn spoken(&self, t: impl Borrow<Tr>) -> String {
        let t = t.borrow();
        let of = |is: bool, key: &str| is.then(|| t.t(key));
        let mut all: Vec<String> = [of(self.speaks_en, "coaching-lang-en"), of(self.speaks_es, "coaching-lang-es")]
            .into_iter()
            .flatten()
            .collect();
        all.extend((!self.languages.is_empty()).then(|| self.languages.clone()));
        all.join(", ")
    }

    /// How its certificate stands on a day.
    pub fn standing(&self, today: Date) -> Standing {
        let Some(last) = self.expires_on.as_ref().and_then(|d| d.parse::<Date>().ok()) else {
            return if self.credential().is_empty() { Standing::None } else { Standing::Good };
        };
        if last < today {
            Standing::Over(last)
        } else if last <= today.saturating_add(WARNED_DAYS.days()) {
            Standing::Ending(last)
        } else {
            Standing::Good
        }
    }
}

impl Profile {
    /// That its certificate is over, where it is.
    pub fn is_over(&self, t: impl Borrow<Tr>, today: Date) -> Option<String> {
        match self.standing(today) {
            Standing::Over(day) => Some(t.borrow().a("coaching-credential-over", "day", t.borrow().day(day))),
            _ => None,
        }
    }
}

/// Whether a certificate is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// None was named.
    None,
    Good,
    /// It ends within the days of which one is warned.
    Ending(Date),
    Over(Date),
}

row! {
    /// A coach of a season, with how many they have.
    pub struct Coach {
        person_id: Id,
        name: String,
        /// Whether they wrote their profile.
        is_ready: bool,
        certified_by: String,
        level: String,
        number: String,
        expires_on: Option<String>,
        speaks_en: bool,
        speaks_es: bool,
        languages: String,
        approach: String,
        most: i64,
        has: i64,
        /// Whether they said when they can be met.
        has_hours: bool,
        shows_photo: bool,
        /// Their photo, where they show it.
        photo: Option<Id>,
    }
}

impl Coach {
    pub fn profile(&self) -> Profile {
        Profile {
            certified_by: self.certified_by.clone(),
            level: self.level.clone(),
            number: self.number.clone(),
            expires_on: self.expires_on.clone(),
            speaks_en: self.speaks_en,
            speaks_es: self.speaks_es,
            languages: self.languages.clone(),
            approach: self.approach.clone(),
            most: self.most,
            shows_photo: self.shows_photo,
        }
    }

    /// How many more they can take.
    pub fn room(&self) -> i64 {
        if self.is_ready { (self.most - self.has).max(0) } else { 0 }
    }
}

row! {
    /// Someone of the cohort and their coach.
    pub struct Pair {
        id: Id,
        season_id: Id,
        season_slug: String,
        coach_id: Option<Id>,
        member_id: Option<Id>,
        coach_name: Option<String>,
        member_name: Option<String>,
        text_id: Id,
        began_at: Time,
        ended_at: Option<Time>,
        member_signed_at: Option<Time>,
        coach_signed_at: Option<Time>,
        program_signed_at: Option<Time>,
        /// Sessions that the member has left.
        left_over: i64,
    }
}

impl Pair {
    pub fn path(&self) -> String {
        format!("/s/{}/coaching/{}", self.season_slug, self.id)
    }

    pub fn is_coached_by(&self, who: &Id) -> bool {
        self.coach_id.as_ref() == Some(who)
    }

    /// The name of the other of the two.
    pub fn other(&self, who: &Id) -> Option<&str> {
        if self.is_coached_by(who) { self.member_name.as_deref() } else { self.coach_name.as_deref() }
    }

    pub fn is_open(&self) -> bool {
        self.ended_at.is_none()
    }

    pub fn signed_at(&self, side: Side) -> Option<Time> {
        match side {
            Side::Member => self.member_signed_at,
            Side::Coach => self.coach_signed_at,
            Side::Program => self.program_signed_at,
        }
    }

    /// Who has not signed yet.
    pub fn unsigned(&self) -> Vec<Side> {
        [Side::Member, Side::Coach, Side::Program].into_iter().filter(|s| self.signed_at(*s).is_none()).collect()
    }

    /// Whether sessions can be booked.
    pub fn is_agreed(&self) -> bool {
        self.unsigned().is_empty()
    }
}

row! {
    /// A session of a pair.
    pub struct Session {
        id: Id,
        pair_id: Id,
        starts_at: Time,
        minutes: i64,
        zone: String,
        canceled_at: Option<Time>,
        coach_says: Option<Became>,
        member_says: Option<Became>,
        differ_at: Option<Time>,
        program_says: Option<Became>,
        became: Option<Became>,
        is_returned: bool,
        is_late: bool,
    }
}

impl Session {
    /// Whether nobody changes any more what is said of it: the program settled it, it was given back, or its coach
    /// answered and the time to say otherwise is over.
    pub fn is_settled(&self, now: impl Moment) -> bool {
        let is_old = self.ends_at().plus_days(SAID_DAYS) < now.time();
        self.program_says.is_some() || self.is_returned || (is_old && self.coach_says.is_some())
    }

    pub fn ends_at(&self) -> Time {
        self.starts_at.plus_seconds(self.minutes * 60)
    }

    /// Whether it has begun, and each can say what became of it.
    pub fn has_begun(&self, now: impl Moment) -> bool {
        self.canceled_at.is_none() && self.starts_at <= now.time()
    }

    pub fn is_ahead(&self, now: impl Moment) -> bool {
        self.canceled_at.is_none() && self.starts_at > now.time()
    }

    /// What one of the two says of it.
    pub fn said(&self, by_coach: bool) -> Option<Became> {
        if by_coach { self.coach_says } else { self.member_says }
    }

    /// Whether the two say different things and nobody settled it.
    pub fn is_open_question(&self) -> bool {
        self.program_says.is_none()
            && self.coach_says.is_some()
            && self.member_says.is_some()
            && self.coach_says != self.member_says
    }

    pub fn when(&self, t: impl Borrow<Tr>, zone: &str) -> String {
        let t = *t.borrow();
        format!("{}, {}", when::day(t, self.starts_at, zone), when::hours(t, self.starts_at, self.minutes, zone))
    }
}

row! {
    /// What the program reads of someone of the cohort: their coach, and how many sessions. `granted` is everything
    /// they were given; `booked` lies ahead, and nobody has said what became of `waiting`.
    pub struct Counted {
        member_id: Id,
        name: String,
        language: String,
        pair_id: Option<Id>,
        coach_id: Option<Id>,
        coach_name: Option<String>,
        member_signed_at: Option<Time>,
        coach_signed_at: Option<Time>,
        program_signed_at: Option<Time>,
        /// How many coaches they had before.
        changes: i64,
        granted: i64,
        booked: i64,
        waiting: i64,
        held: i64,
        missed: i64,
        late: i64,
        left_over: i64,
    }
}

impl Counted {
    /// Whether they have a coach or had one, and so something to count.
    pub fn is_listed(&self) -> bool {
        self.pair_id.is_some() || self.granted > 0
    }

    pub fn unsigned(&self) -> i64 {
        [self.member_signed_at, self.coach_signed_at, self.program_signed_at].iter().filter(|s| s.is_none()).count()
            as i64
    }
}

row! {
    /// What one coach did in one month, `2025-03`.
    pub struct Month {
        coach_id: Option<Id>,
        coach: Option<String>,
        month: String,
        /// Whether they are sessions of groups.
        is_group: bool,
        held: i64,
        minutes: i64,
        missed: i64,
        late: i64,
        waiting: i64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(expires_on: Option<&str>) -> Profile {
        Profile { certified_by: "A".into(), expires_on: expires_on.map(str::to_owned), ..Profile::default() }
    }

    #[test]
    fn a_certificate_is_good_until_its_last_day_and_warns_before() {
        let today: Date = "2025-01-10".parse().expect("a day");
        let day = |text: &str| text.parse::<Date>().expect("a day");
        assert_eq!(of(None).standing(today), Standing::Good);
        assert_eq!(Profile::default().standing(today), Standing::None);
        assert_eq!(of(Some("2025-01-09")).standing(today), Standing::Over(day("2025-01-09")));
        assert_eq!(of(Some("2025-01-10")).standing(today), Standing::Ending(day("2025-01-10")));
        assert_eq!(of(Some("2025-03-11")).standing(today), Standing::Ending(day("2025-03-11")));
        assert_eq!(of(Some("2025-03-12")).standing(today), Standing::Good);
    }

    #[test]
    fn a_credential_leaves_out_what_was_not_typed() {
        let p = Profile { certified_by: "A".into(), number: "7".into(), ..Profile::default() };
        assert_eq!((p.credential().as_str(), Profile::default().credential().as_str()), ("A · 7", ""));
    }
}
