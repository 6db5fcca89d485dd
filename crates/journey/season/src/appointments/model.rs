//! What someone offers, and what two people arranged.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};

use weft_kernel::clock::Time;
use weft_kernel::i18n::{Moment, Tr};
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row, when};

/// Longest note, message, text about a host, and place, in characters.
pub const LONGEST: usize = 500;

/// How many days after an appointment its note is kept.
pub const NOTE_DAYS: i64 = 30;

/// How often someone can book with a host in a day: each time writes to both.
pub const MOST_A_DAY: i64 = 6;

/// Beyond how many days nothing is booked: the longest horizon, and the rest of two days in other zones.
pub const FARTHEST: i64 = 92;

/// How often an appointment can be moved.
pub const MOST_MOVES: i64 = 5;

/// How many minutes a cell of someone's time has; starts and lengths are whole cells.
pub const CELL: i64 = 5;

one_of! {
    /// What an appointment is for.
    pub enum Kind in "appointment.kind" {
        Talk = "talk",
        /// A session of coaching, which takes one of its guest's sessions.
        Coaching = "coaching",
    }
}

one_of! {
    /// What an entry among someone's coaching sessions says.
    pub enum Entry in "credit.kind" {
        /// The sessions that everyone has.
        Granted = "granted",
        /// More, which the program gave for a reason.
        Extra = "extra",
        Booked = "booked",
        /// Canceled in time or by the coach, or given back afterward.
        Returned = "returned",
        /// Canceled by its guest when it was too late to return.
        Late = "late",
        Held = "held",
        Missed = "missed",
    }
}

one_of! {
    /// Who canceled.
    pub enum By in "appointment.canceled_by" {
        Host = "host",
        Guest = "guest",
        /// One of the two left.
        Nobody = "nobody",
    }
}

row! {
    /// On which terms someone takes appointments: minutes, hours before the start, days ahead.
    #[derive(PartialEq, Eq)]
    pub struct Terms {
        is_open: bool,
        zone: String,
        minutes: i64,
        step: i64,
        pause: i64,
        notice: i64,
        horizon: i64,
        per_day: Option<i64>,
        per_week: Option<i64>,
        per_person: i64,
        change_until: i64,
        place: String,
        about: String,
    }
}

impl Terms {
    /// What a form begins with, for someone in a zone.
    pub fn usual(zone: &str) -> Self {
        Self {
            is_open: true,
            zone: zone.to_owned(),
            minutes: 30,
            step: 30,
            pause: 10,
            notice: 24,
            horizon: 30,
            per_day: Some(4),
            per_week: None,
            per_person: 1,
            change_until: 24,
            place: String::new(),
            about: String::new(),
        }
    }
}

/// A part of a day in minutes after midnight, the end not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Range {
    pub from: i64,
    pub to: i64,
}

/// When someone can be met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// Monday first.
    pub week: [Vec<Range>; 7],
    /// Single days that are otherwise; without a range they are days off.
    pub days: BTreeMap<Date, Vec<Range>>,
}

impl Hours {
    pub fn on(&self, day: Date) -> &[Range] {
        let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
        self.days.get(&day).map_or(&self.week[weekday], |d| d)
    }

    pub fn is_empty(&self) -> bool {
        self.week.iter().all(Vec::is_empty) && self.days.values().all(Vec::is_empty)
    }

    /// From rows as they are kept: a weekday's number or a day, and a range; an empty range is a day off.
    pub fn of(rows: impl IntoIterator<Item = (String, i64, i64)>) -> Self {
        let mut hours = Self::default();
        for (day, from, to) in rows {
            let ranges = match (day.parse::<usize>(), day.parse::<Date>()) {
                (Ok(n @ 1..=7), _) => &mut hours.week[n - 1],
                (_, Ok(day)) => hours.days.entry(day).or_default(),
                _ => continue,
            };
            if from < to {
                ranges.push(Range { from, to });
                ranges.sort_unstable();
            }
        }
        hours
    }

    /// As they are kept.
    pub fn rows(&self) -> Vec<(String, i64, i64)> {
        let week = self.week.iter().enumerate().map(|(n, ranges)| ((n + 1).to_string(), ranges, false));
        let days = self.days.iter().map(|(day, ranges)| (day.to_string(), ranges, ranges.is_empty()));
        week.chain(days)
            .flat_map(|(day, ranges, is_off)| {
                let off = is_off.then(|| (day.clone(), 0, 0));
                ranges.iter().map(move |r| (day.clone(), r.from, r.to)).chain(off).collect::<Vec<_>>()
            })
            .collect()
    }
}

/// Minutes after midnight as a field of a form has them: `09:30`. The end of the day is `24:00`.
pub fn clock(minute: i64) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// Reads them; only whole cells.
pub fn minute(text: &str) -> Option<i64> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.get(..2)?.parse().ok()?);
    if !(0..=24).contains(&hour) {
        return None;
    }
    let all = hour * 60 + minute;
    ((0..60).contains(&minute) && (0..=1440).contains(&all) && all % CELL == 0).then_some(all)
}

row! {
    /// Someone who takes appointments, for those who may book.
    pub struct Host {
        id: Id,
        person_id: Id,
        name: String,
        role: String,
        zone: String,
        minutes: i64,
        about: String,
    }
}

row! {
    /// An appointment as the two who have it read it.
    pub struct Appointment {
        id: Id,
        kind: Kind,
        host_id: Option<Id>,
        guest_id: Option<Id>,
        host_name: Option<String>,
        guest_name: Option<String>,
        starts_at: Time,
        minutes: i64,
        zone: String,
        place: String,
        change_until: i64,
        note_sealed: Option<String>,
        sequence: i64,
        moves: i64,
        booked_at: Time,
        canceled_at: Option<Time>,
        canceled_by: Option<By>,
    }
}

impl Appointment {
    pub fn ends_at(&self) -> Time {
        self.starts_at.plus_seconds(self.minutes * 60)
    }

    pub fn is_ahead(&self, now: impl Moment) -> bool {
        self.canceled_at.is_none() && self.starts_at > now.time()
    }

    /// Whether its guest canceled it when it was too late to move it.
    pub fn is_late(&self) -> bool {
        self.canceled_by == Some(By::Guest) && self.canceled_at.is_some_and(|at| at > self.movable_until())
    }

    pub fn is_coaching(&self) -> bool {
        self.kind == Kind::Coaching
    }

    pub fn is_hosted_by(&self, who: &Id) -> bool {
        self.host_id.as_ref() == Some(who)
    }

    /// The name of the other of the two, if they are still here.
    pub fn other(&self, who: &Id) -> Option<&str> {
        if self.is_hosted_by(who) { self.guest_name.as_deref() } else { self.host_name.as_deref() }
    }

    /// Until when it can be moved.
    pub fn movable_until(&self) -> Time {
        self.starts_at.plus_seconds(-self.change_until * 3600)
    }

    pub fn is_movable(&self, now: impl Moment) -> bool {
        let now = now.time();
        self.is_ahead(now) && now <= self.movable_until() && self.moves < MOST_MOVES
    }

    /// The zone in which one of the two reads its time: their own, or for the host that of their hours, for the guest
    /// the season's.
    pub fn read_in<'a>(&'a self, who: &Id, own: Option<&'a str>, season: &'a str) -> &'a str {
        own.unwrap_or(if self.is_hosted_by(who) { &self.zone } else { season })
    }

    /// Wall time where the host is.
    pub fn local(&self) -> DateTime {
        when::wall(self.starts_at, &self.zone)
    }

    /// `Tuesday, March 18, 2025, 1:00–1:30 p.m. Eastern Time (ET)`.
    pub fn when(&self, t: impl Borrow<Tr>, zone: &str) -> String {
        at(*t.borrow(), self.starts_at, self.minutes, zone)
    }

    /// The same where the host is, for a guest whose clocks differ from there. Where a guest is the host need not know.
    pub fn elsewhere(&self, t: impl Borrow<Tr>, who: &Id, zone: &str) -> Option<String> {
        if self.is_hosted_by(who) {
            return None;
        }
        when::elsewhere(*t.borrow(), self.starts_at, self.minutes, zone, &self.zone)
    }
}

/// A day and hours in words.
pub fn at(t: Tr, starts: Time, minutes: i64, zone: &str) -> String {
    format!("{}, {}", when::day(t, starts, zone), when::hours(t, starts, minutes, zone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_kept_and_read_again() {
        let mut hours = Hours::default();
        hours.week[0] = vec![Range { from: 540, to: 720 }, Range { from: 780, to: 1440 }];
        hours.days.insert("2025-03-18".parse().expect("a day"), Vec::new());
        hours.days.insert("2025-03-19".parse().expect("a day"), vec![Range { from: 600, to: 660 }]);
        assert_eq!(Hours::of(hours.rows()), hours);
        assert!(hours.on("2025-03-18".parse().expect("a day")).is_empty());
        assert_eq!(hours.on("2025-03-24".parse().expect("a day")).len(), 2);
        assert!(Hours::default().is_empty() && !hours.is_empty());
    }

    #[test]
    fn a_time_of_the_day_is_whole_cells() {
        for (text, read) in
            [("09:30", Some(570)), ("24:00", Some(1440)), ("09:30:00", Some(570)), ("9:02", None), ("25:00", None)]
        {
            assert_eq!(minute(text), read, "{text}");
        }
        assert_eq!((minute(""), minute("x:y"), minute("12:99")), (None, None, None));
        assert_eq!((clock(570), clock(1440)), ("09:30".to_owned(), "24:00".to_owned()));
    }
}
