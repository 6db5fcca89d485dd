//! Group coaching: a coach and several of the cohort, under a text of its own that each accepts.

use std::borrow::Borrow;

use weft_kernel::clock::Time;
use weft_kernel::i18n::{Moment, Tr};
use weft_kernel::ids::Id;
use weft_kernel::{row, when};

use super::model::Became;

/// Longest name of a group and longest way to meet, in characters.
pub const LONGEST_NAME: usize = 80;
pub const LONGEST_PLACE: usize = 300;

/// Most people in a group, and most sessions that lie ahead.
pub const MOST_SEATS: i64 = 24;
pub const MOST_AHEAD: usize = 24;

/// How far ahead a session may lie, in days.
pub const FARTHEST_DAYS: i64 = 366;

row! {
    /// A group, with how many are in it and how many of them have accepted the text there is now.
    pub struct Group {
        id: Id,
        season_id: Id,
        season_slug: String,
        program_name: String,
        season_zone: String,
        coach_id: Option<Id>,
        coach_name: Option<String>,
        name: String,
        seats: i64,
        made_at: Time,
        ended_at: Option<Time>,
        text_id: Id,
        people: i64,
        accepted: i64,
    }
}

impl Group {
    pub fn path(&self) -> String {
        format!("/s/{}/coaching/groups/{}", self.season_slug, self.id)
    }

    pub fn is_open(&self) -> bool {
        self.ended_at.is_none()
    }

    pub fn is_coached_by(&self, who: &Id) -> bool {
        self.coach_id.as_ref() == Some(who)
    }

    /// Whether whoever asks coaches it.
    pub fn is_coach(&self, who: Option<&Id>) -> bool {
        who.is_some_and(|id| self.is_coached_by(id))
    }

    pub fn coach(&self, t: impl Borrow<Tr>) -> String {
        self.coach_name.clone().unwrap_or_else(|| t.borrow().t("appointment-someone"))
    }
}

row! {
    /// Someone in a group, and the text they accepted.
    pub struct Joined { person_id: Id, name: String, text_id: Option<Id>, accepted_at: Option<Time> }
}

row! {
    /// A session of a group. `came` is how many came; who did is kept nowhere.
    pub struct Meeting {
        id: Id,
        group_id: Id,
        starts_local: String,
        starts_at: Time,
        zone: String,
        minutes: i64,
        place_sealed: String,
        made_at: Time,
        canceled_at: Option<Time>,
        became: Option<Became>,
        came: i64,
    }
}

impl Meeting {
    pub fn ends_at(&self) -> Time {
        self.starts_at.plus_seconds(self.minutes * 60)
    }

    /// Whether it is not over yet.
    pub fn is_ahead(&self, now: impl Moment) -> bool {
        self.canceled_at.is_none() && self.ends_at() > now.time()
    }

    pub fn has_begun(&self, now: impl Moment) -> bool {
        self.canceled_at.is_none() && self.starts_at <= now.time()
    }

    pub fn when(&self, t: impl Borrow<Tr>, zone: &str) -> String {
        let t = *t.borrow();
        format!("{}, {}", when::day(t, self.starts_at, zone), when::hours(t, self.starts_at, self.minutes, zone))
    }
}

/// A group as the program makes it.
pub struct New<'a> {
    pub name: &'a str,
    pub coach: &'a Id,
    pub seats: i64,
    pub people: &'a [Id],
}

/// A session as its coach plans it.
pub struct Planned<'a> {
    pub starts_local: &'a str,
    pub starts_at: Time,
    pub zone: &'a str,
    pub minutes: i64,
    pub place: &'a str,
}

row! {
    /// What the program reads of a group's sessions.
    pub struct GroupCounts { group_id: Id, held: i64, came: i64, ahead: i64, waiting: i64 }
}

row! {
    /// A session for the calendar of someone.
    pub struct Entry {
        id: Id,
        group_id: Id,
        season_slug: String,
        program_name: String,
        starts_local: String,
        zone: String,
        minutes: i64,
        made_at: Time,
    }
}
