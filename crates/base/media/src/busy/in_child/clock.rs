//! When something is, by which clock, and for how long: zones as calendars name and describe them.

use std::cell::RefCell;
use std::collections::HashMap;

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarDuration, ICalendarEntry, ICalendarPeriod,
    ICalendarProperty, ICalendarRecurrenceRule, ICalendarValue, ICalendarWeekday,
};
use jiff::Span;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

/// When something is: a whole day in the zone of whoever is asked about, or a time by the clock of a zone.
#[derive(Clone, Debug)]
pub(super) enum When {
    Day(Date),
    At(DateTime, TimeZone),
}

impl When {
    /// By the clock of its own zone.
    pub(super) fn local(&self) -> DateTime {
        match self {
            Self::Day(day) => day.at(0, 0, 0, 0),
            Self::At(at, _) => *at,
        }
    }

    /// The same kind of time by another clock.
    pub(super) fn with(&self, local: DateTime) -> Self {
        match self {
            Self::Day(_) => Self::Day(local.date()),
            Self::At(_, zone) => Self::At(local, zone.clone()),
        }
    }

    /// The moment it is, in microseconds. A time that the clocks skip is the one after it; of one that comes twice the
    /// first is meant.
    pub(super) fn moment(&self, home: &TimeZone) -> Option<i64> {
        let zone = if let Self::At(_, zone) = self { zone } else { home };
        let found = zone.to_ambiguous_zoned(self.local()).compatible().ok()?;
        Some(found.timestamp().as_microsecond())
    }
}

/// How long something is: days by the clock, and seconds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Length {
    pub(super) days: i64,
    pub(super) seconds: i64,
}

impl Length {
    pub(super) fn of(duration: &ICalendarDuration) -> Option<Self> {
        let n = |n: u32| i64::from(n);
        let days = n(duration.weeks) * 7 + n(duration.days);
        let seconds = n(duration.hours) * 3_600 + n(duration.minutes) * 60 + n(duration.seconds);
        (!duration.neg || days + seconds == 0).then_some(Self { days, seconds })
    }

    pub(super) fn end(self, start: &When, home: &TimeZone) -> Option<i64> {
        let span = Span::new().try_days(self.days).ok()?;
        let day = start.with(start.local().checked_add(span).ok()?).moment(home)?;
        Some(day.saturating_add(self.seconds.saturating_mul(1_000_000)))
    }
}

/// The zones that a calendar names.
pub(super) struct Zones<'c> {
    calendar: &'c ICalendar,
    by_name: TzResolver<&'c str>,
    home: TimeZone,
    until: Date,
    known: RefCell<HashMap<String, Option<TimeZone>>>,
}

impl<'c> Zones<'c> {
    pub(super) fn of(calendar: &'c ICalendar, home: &TimeZone, until: Date) -> Self {
        let known = RefCell::new(HashMap::new());
        Self { calendar, by_name: calendar.build_tz_resolver(), home: home.clone(), until, known }
    }

    /// The zone of a name: of the world's list, of Windows', or of the calendar's own rules.
    fn find(&self, name: &str) -> Option<TimeZone> {
        if let Some(found) = self.known.borrow().get(name) {
            return found.clone();
        }
        let of_list = || TimeZone::get(name).ok();
        let of_windows = || match self.by_name.resolve(name)? {
            Tz::Fixed(offset) => Offset::from_seconds(offset.local_minus_utc()).ok().map(TimeZone::fixed),
            other => TimeZone::get(&other.name()?).ok(),
        };
        let found = of_list().or_else(of_windows).or_else(|| self.ruled(name));
        self.known.borrow_mut().insert(name.to_owned(), found.clone());
        found
    }

    /// A zone as the calendar itself describes it, by the rules that hold in the window.
    fn ruled(&self, name: &str) -> Option<TimeZone> {
        let is_named = |c: &&ICalendarComponent| c.property(&ICalendarProperty::Tzid).is_some_and(|p| text(p) == name);
        let described = self.calendar.timezones().find(is_named)?;
        let parts = || described.component_ids.iter().filter_map(|id| self.calendar.components.get(*id as usize));
        let newest = |kind: ICalendarComponentType| {
            let begins = |c: &&ICalendarComponent| day_of(c).filter(|d| *d <= self.until);
            parts().filter(|c| c.component_type == kind).filter(|c| begins(c).is_some()).max_by_key(begins)
        };
        let standard = newest(ICalendarComponentType::Standard)?;
        let usual = offset(standard)?;
        let Some(daylight) = newest(ICalendarComponentType::Daylight).filter(|d| is_still(d, self.until)) else {
            return Offset::from_seconds(usual).ok().map(TimeZone::fixed);
        };
        // As POSIX says it, where what is west of Greenwich is positive.
        let (to, back) = (turn(daylight)?, turn(standard)?);
        let clock = |seconds: i32| {
            let (sign, n) = (if seconds > 0 { "-" } else { "" }, seconds.abs());
            format!("{sign}{}:{:02}:{:02}", n / 3_600, n / 60 % 60, n % 60)
        };
        TimeZone::posix(&format!("STD{}DST{},{to},{back}", clock(usual), clock(offset(daylight)?))).ok()
    }

    pub(super) fn when(&self, at: &PartialDateTime, name: Option<&str>) -> Option<When> {
        let small = |n: u8| i8::try_from(n).ok();
        let day = Date::new(i16::try_from(at.year?).ok()?, small(at.month?)?, small(at.day?)?).ok()?;
        let Some(hour) = at.hour else { return Some(When::Day(day)) };
        let second = at.second.unwrap_or_default().min(59);
        let time = jiff::civil::Time::new(small(hour)?, small(at.minute.unwrap_or_default())?, small(second)?, 0);
        let zone = match (at.tz_hour, name) {
            (Some(_), _) => TimeZone::fixed(Offset::from_seconds(apart(at)?).ok()?),
            (None, Some(name)) => self.find(name)?,
            (None, None) => self.home.clone(),
        };
        Some(When::At(day.to_datetime(time.ok()?), zone))
    }

    /// The one time of a property.
    pub(super) fn one(&self, entry: &ICalendarEntry) -> Option<When> {
        let [ICalendarValue::PartialDateTime(at)] = &entry.values[..] else { return None };
        self.when(at, entry.tz_id())
    }

    pub(super) fn period(&self, period: &ICalendarPeriod, name: Option<&str>) -> Option<(When, Length)> {
        match period {
            ICalendarPeriod::Range { start, end } => {
                let start = self.when(start, name)?;
                let length = self.between(&start, &self.when(end, name)?)?;
                Some((start, length))
            }
            ICalendarPeriod::Duration { start, duration } => Some((self.when(start, name)?, Length::of(duration)?)),
        }
    }

    /// From one time to another that is not before it.
    pub(super) fn between(&self, start: &When, end: &When) -> Option<Length> {
        let length = if let (When::Day(a), When::Day(b)) = (start, end) {
            // Some say of a single day that it ends on itself.
            let days = i64::from(a.until(*b).ok()?.get_days());
            Length { days: if days == 0 { 1 } else { days }, seconds: 0 }
        } else {
            Length { days: 0, seconds: (end.moment(&self.home)? - start.moment(&self.home)?) / 1_000_000 }
        };
        (length.days >= 0 && length.seconds >= 0).then_some(length)
    }
}

pub(super) fn text(entry: &ICalendarEntry) -> &str {
    entry.values.first().and_then(ICalendarValue::as_text).unwrap_or_default()
}

/// How far a clock is ahead of UTC, in seconds.
pub(super) fn apart(at: &PartialDateTime) -> Option<i32> {
    let seconds = i32::from(at.tz_hour?) * 3_600 + i32::from(at.tz_minute.unwrap_or_default()) * 60;
    Some(if at.tz_minus { -seconds } else { seconds })
}

fn offset(of: &ICalendarComponent) -> Option<i32> {
    match &of.property(&ICalendarProperty::Tzoffsetto)?.values[..] {
        [ICalendarValue::PartialDateTime(at)] => apart(at),
        _ => None,
    }
}

fn begin(of: &ICalendarComponent) -> Option<&PartialDateTime> {
    match &of.property(&ICalendarProperty::Dtstart)?.values[..] {
        [ICalendarValue::PartialDateTime(at)] => Some(at),
        _ => None,
    }
}

pub(super) fn day(at: &PartialDateTime) -> Option<Date> {
    Date::new(i16::try_from(at.year?).ok()?, at.month? as i8, at.day? as i8).ok()
}

fn day_of(of: &ICalendarComponent) -> Option<Date> {
    day(begin(of)?)
}

fn rule_of(of: &ICalendarComponent) -> Option<&ICalendarRecurrenceRule> {
    match &of.property(&ICalendarProperty::Rrule)?.values[..] {
        [ICalendarValue::RecurrenceRule(rule)] => Some(rule),
        _ => None,
    }
}

/// Whether daylight saving time still comes: some zones had it once.
fn is_still(daylight: &ICalendarComponent, until: Date) -> bool {
    rule_of(daylight).is_some_and(|r| r.until.as_ref().is_none_or(|u| day(u).is_none_or(|d| d > until)))
}

/// When clocks change in a year, as POSIX says it: `M3.2.0/2:00:00`.
fn turn(of: &ICalendarComponent) -> Option<String> {
    let (rule, at) = (rule_of(of)?, begin(of)?);
    let ([month], [weekday]) = (&rule.bymonth[..], &rule.byday[..]) else { return None };
    let week = match (weekday.ordwk, rule.bymonthday.iter().min()) {
        (Some(-1), _) => 5,
        (Some(n @ 1..=4), _) => n,
        // Such as Sundays from the 8th to the 14th.
        (None, Some(first)) if *first > 0 && first % 7 == 1 => i16::from(first / 7) + 1,
        _ => return None,
    };
    let weekday = match weekday.weekday {
        ICalendarWeekday::Sunday => 0,
        ICalendarWeekday::Monday => 1,
        ICalendarWeekday::Tuesday => 2,
        ICalendarWeekday::Wednesday => 3,
        ICalendarWeekday::Thursday => 4,
        ICalendarWeekday::Friday => 5,
        ICalendarWeekday::Saturday => 6,
    };
    let (h, m) = (at.hour?, at.minute.unwrap_or_default());
    Some(format!("M{}.{week}.{weekday}/{h}:{m:02}:00", month.month()))
}
