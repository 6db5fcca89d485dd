//! What is known of someone's calendar, and why it cannot be read.

use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::links;
use weft_kernel::{one_of, row};
use weft_media::busy;

one_of! {
    /// Why a calendar cannot be read.
    pub enum Fault in "busy_calendar.fault" {
        NoAddress = "no-address",
        NotSecure = "not-secure",
        NotOpen = "not-open",
        NoAnswer = "no-answer",
        /// It asks who we are.
        Refused = "refused",
        Gone = "gone",
        Status = "status",
        Large = "large",
        Slow = "slow",
        NoCalendar = "no-calendar",
        TooMany = "too-many",
        Unreadable = "unreadable",
        /// Its address was sealed with another key.
        Lost = "lost",
    }
}

/// How far ahead busy times are read, in days; and how far back, for those who look at today's.
pub const DAYS_AHEAD: i64 = 100;
pub const DAYS_BACK: i64 = 1;

/// How often a calendar is read, in minutes.
pub const EVERY: i64 = 15;

/// The longest pause after faults, in minutes.
const LONGEST_PAUSE: i64 = 360;

/// After how many seconds without a good reading its owner is asked to look.
const OLD: i64 = 86_400;

/// Seconds between two readings that are asked for.
pub const AGAIN: i64 = 60;

impl Fault {
    /// Key of the sentence that says why, and what to do.
    pub fn text(self) -> &'static str {
        match self {
            Self::NoAddress => "busy-fault-no-address",
            Self::NotSecure => "busy-fault-not-secure",
            Self::NotOpen => "busy-fault-not-open",
            Self::NoAnswer => "busy-fault-no-answer",
            Self::Refused => "busy-fault-refused",
            Self::Gone => "busy-fault-gone",
            Self::Status => "busy-fault-status",
            Self::Large => "busy-fault-large",
            Self::Slow => "busy-fault-slow",
            Self::NoCalendar => "busy-fault-no-calendar",
            Self::TooMany => "busy-fault-too-many",
            Self::Unreadable => "busy-fault-unreadable",
            Self::Lost => "busy-fault-lost",
        }
    }
}

impl From<links::Fault> for Fault {
    fn from(fault: links::Fault) -> Self {
        match fault {
            links::Fault::NoAddress => Self::NoAddress,
            links::Fault::NotSecure => Self::NotSecure,
            links::Fault::NotOpen => Self::NotOpen,
            links::Fault::NoAnswer => Self::NoAnswer,
            links::Fault::Status(401 | 403) => Self::Refused,
            links::Fault::Status(404 | 410) => Self::Gone,
            links::Fault::Status(_) => Self::Status,
            links::Fault::TooLarge => Self::Large,
            links::Fault::TooSlow => Self::Slow,
        }
    }
}

/// How many minutes pass until a calendar is tried again that failed so often in a row.
pub fn pause(tries: i64) -> i64 {
    (EVERY << (tries - 1).clamp(0, 5)).min(LONGEST_PAUSE)
}

/// An address and what is shown of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Address {
    pub text: String,
    pub host: String,
    pub ending: String,
}

impl Address {
    pub fn of(url: &url::Url) -> Self {
        let text = url.to_string();
        let at = text.char_indices().rev().nth(3).map_or(0, |(at, _)| at);
        Self { host: url.host_str().unwrap_or_default().to_owned(), ending: text[at..].to_owned(), text }
    }
}

/// What was read of a calendar.
#[derive(Clone, Debug)]
pub struct Read {
    pub times: busy::Times,
    pub etag: Option<String>,
    /// The zone of its days.
    pub zone: String,
}

row! {
    /// How it stands with someone's calendar.
    pub struct State {
        host: String,
        ending: String,
        set_at: Time,
        tried_at: Time,
        read_at: Time,
        /// Since the last good reading.
        fault: Option<Fault>,
        entries: i64,
        unread: i64,
    }
}

impl State {
    /// Whether its busy times are so old that nobody should rely on them.
    pub fn is_old(&self, now: Time) -> bool {
        self.read_at.plus_seconds(OLD) <= now
    }
}

row! {
    /// A calendar to read.
    pub struct Due {
        person_id: Id,
        id: Id,
        /// Sealed.
        address: String,
        etag: Option<String>,
        whole_at: Time,
        tries: i64,
        /// The zone in which its days were read, and the one in which they are to be read now.
        zone: String,
        own_zone: String,
    }
}

impl Due {
    /// The mark of the version that was read, where another reading would bring nothing new. Once a day everything is
    /// read: what repeats without an end goes on after the last window.
    pub fn mark(&self, now: Time) -> Option<&str> {
        let is_fresh = self.whole_at.plus_days(1) > now && self.zone == self.own_zone;
        self.etag.as_deref().filter(|_| is_fresh)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_six_hours() {
        assert_eq!([1, 2, 3, 4, 5, 6, 99].map(pause), [15, 30, 60, 120, 240, 360, 360]);
    }

    #[test]
    fn of_an_address_its_host_and_its_end_are_shown() {
        for (text, host, ending) in [
            ("https://calendar.example.org/private-12345678/basic.ics", "calendar.example.org", ".ics"),
            ("https://c.example.org/a?export=ñ", "c.example.org", "3%B1"),
        ] {
            let shown = Address::of(&url::Url::parse(text).expect("an address"));
            assert_eq!((shown.host.as_str(), shown.ending.as_str()), (host, ending));
        }
    }
}
