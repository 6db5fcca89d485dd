//! How a calendar is read. Runs in the reader's process (`kernel/reader`): a rule may repeat forever.
//!
//! `calcard` parses the lines and unfolds rules; moments are `jiff`'s, as everywhere. Rules are unfolded by the clock,
//! without a zone, and each time is then taken in the zone of its entry.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use calcard::common::timezone::Tz;
use calcard::common::{CalendarScale, PartialDateTime};
use calcard::icalendar::timezone::TzResolver;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarDuration, ICalendarEntry, ICalendarFreeBusyType,
    ICalendarParameterName, ICalendarParameterValue, ICalendarPeriod, ICalendarProperty, ICalendarRecurrenceRule,
    ICalendarStatus, ICalendarTransparency, ICalendarValue, ICalendarWeekday,
};
use calcard::{Entry, Parser};
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use jiff::{Span, Timestamp, ToSpan as _};

use super::{Fault, MOST_TIMES, Times, Window};
use weft_kernel::clock::Time;
use weft_kernel::zone;

/// Times that the rules of one calendar may unfold to: thirty entries that come every day since 1980.
const MOST_INSTANCES: usize = 500_000;

/// How many zones of its own a calendar may describe, and how often its entries are compared with others of the same
/// name.
const MOST_ZONES: usize = 500;
const MOST_COMPARED: usize = 1_000_000;

/// The properties that say when someone is busy. Lines of others, such as titles, are not even parsed.
const NEEDED: [&str; 19] = [
    "BEGIN",
    "END",
    "UID",
    "DTSTART",
    "DTEND",
    "DURATION",
    "RRULE",
    "RDATE",
    "EXDATE",
    "RECURRENCE-ID",
    "STATUS",
    "TRANSP",
    "FREEBUSY",
    "TZID",
    "TZOFFSETFROM",
    "TZOFFSETTO",
    "X-LIC-LOCATION",
    "X-MICROSOFT-CDO-TZID",
    BUSY_STATUS,
];

/// What Exchange says beside `TRANSP`. Someone who is free, or works from another place, can be met.
const BUSY_STATUS: &str = "X-MICROSOFT-CDO-BUSYSTATUS";
const NOT_BUSY: [&str; 2] = ["FREE", "WORKINGELSEWHERE"];

/// The busy times within a window, from its line and the calendar behind it.
pub fn read(input: &[u8]) -> Result<Times, Fault> {
    let (window, calendar) = Window::split(input).ok_or(Fault::Unreadable)?;
    let text = needed(&String::from_utf8_lossy(calendar)).ok_or(Fault::NoCalendar)?;
    let mut reading = Reading::new(&window);
    let mut parser = Parser::new(&text);
    loop {
        match parser.entry() {
            Entry::ICalendar(calendar) => reading.take(&calendar)?,
            Entry::Eof => break,
            _ => {}
        }
    }
    reading.times()
}

/// The lines that are needed, folded as they were. Nothing where this is no calendar, or not all of one.
fn needed(text: &str) -> Option<String> {
    let mut out = String::new();
    let (mut depth, mut is_kept) = (0_usize, false);
    for line in text.trim_start_matches('\u{feff}').lines() {
        if line.starts_with([' ', '\t']) {
            if is_kept {
                out.push_str(line);
                out.push('\n');
            }
            continue;
        }
        let name = line.split([':', ';']).next().unwrap_or_default().trim();
        is_kept = NEEDED.iter().any(|n| name.eq_ignore_ascii_case(n));
        if name.eq_ignore_ascii_case("BEGIN") {
            let what = line.split_once(':').map_or("", |(_, what)| what.trim());
            if depth == 0 && !what.eq_ignore_ascii_case("VCALENDAR") {
                return None;
            }
            depth += 1;
        } else if name.eq_ignore_ascii_case("END") {
            depth = depth.checked_sub(1)?;
        } else if depth == 0 && !line.trim().is_empty() {
            return None;
        }
        if is_kept {
            out.push_str(line);
            out.push('\n');
        }
    }
    (depth == 0 && !out.is_empty()).then_some(out)
}

/// When something is: a whole day in the zone of whoever is asked about, or a time by the clock of a zone.
#[derive(Clone, Debug)]
enum When {
    Day(Date),
    At(DateTime, TimeZone),
}

impl When {
    /// By the clock of its own zone.
    fn local(&self) -> DateTime {
        match self {
            Self::Day(day) => day.at(0, 0, 0, 0),
            Self::At(at, _) => *at,
        }
    }

    /// The same kind of time by another clock.
    fn with(&self, local: DateTime) -> Self {
        match self {
            Self::Day(_) => Self::Day(local.date()),
            Self::At(_, zone) => Self::At(local, zone.clone()),
        }
    }

    /// The moment it is, in microseconds. A time that the clocks skip is the one after it; of one that comes twice the
    /// first is meant.
    fn moment(&self, home: &TimeZone) -> Option<i64> {
        let zone = if let Self::At(_, zone) = self { zone } else { home };
        let found = zone.to_ambiguous_zoned(self.local()).compatible().ok()?;
        Some(found.timestamp().as_microsecond())
    }
}

/// How long something is: days by the clock, and seconds.
#[derive(Clone, Copy, Debug, Default)]
struct Length {
    days: i64,
    seconds: i64,
}

impl Length {
    fn of(duration: &ICalendarDuration) -> Option<Self> {
        let n = |n: u32| i64::from(n);
        let days = n(duration.weeks) * 7 + n(duration.days);
        let seconds = n(duration.hours) * 3_600 + n(duration.minutes) * 60 + n(duration.seconds);
        (!duration.neg || days + seconds == 0).then_some(Self { days, seconds })
    }

    fn end(self, start: &When, home: &TimeZone) -> Option<i64> {
        let span = Span::new().try_days(self.days).ok()?;
        let day = start.with(start.local().checked_add(span).ok()?).moment(home)?;
        Some(day.saturating_add(self.seconds.saturating_mul(1_000_000)))
    }
}

/// An entry of a calendar.
struct Event<'c> {
    uid: &'c str,
    start: When,
    length: Length,
    rule: Option<&'c ICalendarRecurrenceRule>,
    /// Times beside the rule, some with a length of their own, and times that are left out of it.
    more: Vec<(When, Option<Length>)>,
    less: Vec<When>,
    /// Which time of the rule this is instead of.
    instead: Option<When>,
    is_busy: bool,
}

/// The zones that a calendar names.
struct Zones<'c> {
    calendar: &'c ICalendar,
    by_name: TzResolver<&'c str>,
    home: TimeZone,
    until: Date,
    known: RefCell<HashMap<String, Option<TimeZone>>>,
}

impl<'c> Zones<'c> {
    fn of(calendar: &'c ICalendar, home: &TimeZone, until: Date) -> Self {
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

    fn when(&self, at: &PartialDateTime, name: Option<&str>) -> Option<When> {
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
    fn one(&self, entry: &ICalendarEntry) -> Option<When> {
        let [ICalendarValue::PartialDateTime(at)] = &entry.values[..] else { return None };
        self.when(at, entry.tz_id())
    }

    fn period(&self, period: &ICalendarPeriod, name: Option<&str>) -> Option<(When, Length)> {
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
    fn between(&self, start: &When, end: &When) -> Option<Length> {
        let length = if let (When::Day(a), When::Day(b)) = (start, end) {
            Length { days: i64::from(a.until(*b).ok()?.get_days()), seconds: 0 }
        } else {
            Length { days: 0, seconds: (end.moment(&self.home)? - start.moment(&self.home)?) / 1_000_000 }
        };
        (length.days >= 0 && length.seconds >= 0).then_some(length)
    }

    /// An entry, where it can be understood.
    fn event(&self, of: &'c ICalendarComponent) -> Option<Event<'c>> {
        let one = |name| of.property(&name).map(|p| self.one(p));
        let start = one(ICalendarProperty::Dtstart)??;
        let length = match (one(ICalendarProperty::Dtend), of.property(&ICalendarProperty::Duration)) {
            (Some(end), _) => self.between(&start, &end?)?,
            (None, Some(p)) => match &p.values[..] {
                [ICalendarValue::Duration(duration)] => Length::of(duration)?,
                _ => return None,
            },
            // A day without an end is that day; a time without an end takes none.
            (None, None) => Length { days: i64::from(matches!(start, When::Day(_))), seconds: 0 },
        };
        let rule = match of.property(&ICalendarProperty::Rrule).map(|p| &p.values[..]) {
            None => None,
            Some([ICalendarValue::RecurrenceRule(rule)]) => Some(&**rule),
            Some(_) => return None,
        };
        let (mut more, mut less) = (Vec::new(), Vec::new());
        for p in &of.entries {
            let name = p.tz_id();
            for value in &p.values {
                match (&p.name, value) {
                    (ICalendarProperty::Rdate, ICalendarValue::PartialDateTime(at)) => {
                        more.push((self.when(at, name)?, None));
                    }
                    (ICalendarProperty::Rdate, ICalendarValue::Period(period)) => {
                        let (start, length) = self.period(period, name)?;
                        more.push((start, Some(length)));
                    }
                    (ICalendarProperty::Exdate, ICalendarValue::PartialDateTime(at)) => {
                        less.push(self.when(at, name)?);
                    }
                    (ICalendarProperty::Rdate | ICalendarProperty::Exdate, _) => return None,
                    _ => {}
                }
            }
        }
        let instead = match of.property(&ICalendarProperty::RecurrenceId) {
            None => None,
            // Where it changes all later times too: calendars of today make none such, and we do not guess.
            Some(p) if p.parameters(&ICalendarParameterName::Range).next().is_some() => return None,
            Some(p) => Some(self.one(p)?),
        };
        Some(Event {
            uid: of.uid().unwrap_or_default(),
            start,
            length,
            rule,
            more,
            less,
            instead,
            is_busy: is_busy(of),
        })
    }
}

fn text(entry: &ICalendarEntry) -> &str {
    entry.values.first().and_then(ICalendarValue::as_text).unwrap_or_default()
}

/// How far a clock is ahead of UTC, in seconds.
fn apart(at: &PartialDateTime) -> Option<i32> {
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

fn day(at: &PartialDateTime) -> Option<Date> {
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

fn is_busy(of: &ICalendarComponent) -> bool {
    let is_said = |name: &ICalendarProperty| match name {
        ICalendarProperty::Other(other) => other.eq_ignore_ascii_case(BUSY_STATUS),
        _ => false,
    };
    let said = of.entries.iter().find(|p| is_said(&p.name)).map(text).unwrap_or_default();
    of.status() != Some(&ICalendarStatus::Cancelled)
        && of.transparency() != Some(&ICalendarTransparency::Transparent)
        && !NOT_BUSY.iter().any(|n| said.trim().eq_ignore_ascii_case(n))
}

/// What was read so far.
struct Reading {
    home: TimeZone,
    /// In microseconds, as all moments here.
    from: i64,
    to: i64,
    /// By the clock of any place, the window is over.
    until: DateTime,
    busy: Vec<(i64, i64)>,
    entries: i64,
    unread: i64,
    left: usize,
}

impl Reading {
    fn new(window: &Window) -> Self {
        let home = zone::of(&window.zone);
        let until = window.to.timestamp().to_zoned(TimeZone::UTC).datetime().saturating_add(2.days());
        let (from, to) = (window.from.0, window.to.0);
        Self { home, from, to, until, busy: Vec::new(), entries: 0, unread: 0, left: MOST_INSTANCES }
    }

    fn take(&mut self, calendar: &ICalendar) -> Result<(), Fault> {
        if calendar.timezones().count() > MOST_ZONES {
            return Err(Fault::TooMany);
        }
        let zones = Zones::of(calendar, &self.home, self.until.date());
        let mut events = Vec::new();
        for part in &calendar.components {
            let is_read = match part.component_type {
                ICalendarComponentType::VEvent => zones.event(part).map(|e| events.push(e)).is_some(),
                ICalendarComponentType::VFreebusy => self.free_busy(part, &zones).is_some(),
                _ => continue,
            };
            self.entries += 1;
            self.unread += i64::from(!is_read);
        }
        let mut instead: HashMap<&str, Vec<&When>> = HashMap::new();
        for event in &events {
            if let Some(at) = &event.instead {
                instead.entry(event.uid).or_default().push(at);
                if event.is_busy {
                    self.block(&event.start, event.length);
                }
            }
        }
        // Each entry is compared with those that stand in the place of its times.
        let compared = events.iter().filter(|e| e.instead.is_none() && !e.uid.is_empty());
        let n: usize = compared.map(|e| instead.get(e.uid).map_or(0, Vec::len)).sum();
        if n > MOST_COMPARED {
            return Err(Fault::TooMany);
        }
        for event in events.iter().filter(|e| e.is_busy && e.instead.is_none()) {
            self.repeat(
                event,
                instead.get(event.uid).filter(|_| !event.uid.is_empty()).map_or(&[][..], Vec::as_slice),
            )?;
        }
        Ok(())
    }

    /// Blocks the times of an entry, but for those that are left out or have an entry of their own.
    fn repeat(&mut self, event: &Event<'_>, instead: &[&When]) -> Result<(), Fault> {
        let (mut moments, mut days) = (HashSet::new(), HashSet::new());
        for at in event.less.iter().chain(instead.iter().copied()) {
            // Some name the day of a time alone, or the first hour of a day.
            if matches!(at, When::Day(_)) || matches!(event.start, When::Day(_)) {
                days.insert(at.local().date());
            } else {
                moments.insert(at.moment(&self.home));
            }
        }
        let times = match event.rule {
            None => vec![event.start.clone()],
            Some(rule) => {
                let Some(times) = self.unfold(&event.start, rule)? else {
                    self.unread += 1;
                    return Ok(());
                };
                times
            }
        };
        let ruled = times.iter().map(|t| (t, None));
        for (at, length) in ruled.chain(event.more.iter().map(|(at, length)| (at, *length))) {
            if !days.contains(&at.local().date()) && !moments.contains(&at.moment(&self.home)) {
                self.block(at, length.unwrap_or(event.length));
            }
        }
        Ok(())
    }

    /// The times of a rule up to the end of the window, the first always among them. Nothing where it makes no sense.
    fn unfold(&mut self, start: &When, rule: &ICalendarRecurrenceRule) -> Result<Option<Vec<When>>, Fault> {
        let is_strange = |s: &CalendarScale| *s != CalendarScale::Gregorian;
        if rule.rscale.as_ref().is_some_and(is_strange) {
            return Ok(None);
        }
        let mut rule = rule.clone();
        let first = start.local();
        let mut last = match &rule.until {
            None => None,
            Some(until) => match by_clock_of(start, until) {
                None => return Ok(None),
                last => last,
            },
        };
        // A number of times is counted from the first.
        if rule.count.is_none() {
            last = Some(last.map_or(self.until, |l| l.min(self.until)));
        }
        if last.is_some_and(|l| l <= first) {
            return Ok(Some(vec![start.clone()]));
        }
        rule.until = last.map(partial);
        let property = |name, value| ICalendarEntry { name, params: Vec::new(), values: vec![value] };
        let entries = vec![
            property(ICalendarProperty::Dtstart, ICalendarValue::PartialDateTime(Box::new(partial(first)))),
            property(ICalendarProperty::Rrule, ICalendarValue::RecurrenceRule(Box::new(rule))),
        ];
        let part = |component_type, entries| ICalendarComponent { component_type, entries, component_ids: Vec::new() };
        let alone = ICalendar { components: vec![part(ICalendarComponentType::VEvent, entries)] };
        let unfolded = alone.expand_dates(Tz::Floating, self.left);
        if !unfolded.errors.is_empty() {
            return Ok(None);
        }
        self.left = self.left.checked_sub(unfolded.events.len()).filter(|left| *left > 0).ok_or(Fault::TooMany)?;
        let mut times = Vec::with_capacity(unfolded.events.len() + 1);
        for event in unfolded.events {
            // Without a zone, its seconds are those of the clock.
            let Ok(at) = Timestamp::from_second(event.timestamps().0) else { continue };
            times.push(start.with(TimeZone::UTC.to_datetime(at)));
        }
        if times.first().is_none_or(|t| t.local() != first) {
            times.push(start.clone());
        }
        Ok(Some(times))
    }

    /// Times that are said to be free or busy, without entries. Nothing where one of them cannot be understood.
    fn free_busy(&mut self, part: &ICalendarComponent, zones: &Zones<'_>) -> Option<()> {
        for p in part.entries.iter().filter(|p| p.name == ICalendarProperty::Freebusy) {
            let is_free =
                |v: &ICalendarParameterValue| matches!(v, ICalendarParameterValue::Fbtype(ICalendarFreeBusyType::Free));
            if p.parameters(&ICalendarParameterName::Fbtype).any(is_free) {
                continue;
            }
            for value in &p.values {
                let ICalendarValue::Period(period) = value else { return None };
                let (start, length) = zones.period(period, None)?;
                self.block(&start, length);
            }
        }
        Some(())
    }

    /// What of a time is in the window is busy.
    fn block(&mut self, start: &When, length: Length) {
        let (Some(from), Some(to)) = (start.moment(&self.home), length.end(start, &self.home)) else { return };
        let (from, to) = (from.max(self.from), to.min(self.to));
        if from < to {
            self.busy.push((from, to));
        }
    }

    fn times(mut self) -> Result<Times, Fault> {
        self.busy.sort_unstable();
        let mut busy: Vec<(Time, Time)> = Vec::new();
        for (from, to) in self.busy {
            match busy.last_mut() {
                Some(last) if from <= last.1.0 => last.1 = last.1.max(Time(to)),
                _ => busy.push((Time(from), Time(to))),
            }
        }
        if busy.len() > MOST_TIMES {
            return Err(Fault::TooMany);
        }
        Ok(Times { busy, entries: self.entries, unread: self.unread })
    }
}

/// The end of a rule by the clock of its first time. A day lasts until its end.
fn by_clock_of(start: &When, until: &PartialDateTime) -> Option<DateTime> {
    let local = day(until)?.at(23, 59, 59, 0);
    let (Some(hour), minute, second) = (until.hour, until.minute, until.second) else { return Some(local) };
    let small = |n: u8| i8::try_from(n).ok();
    let second = second.unwrap_or_default().min(59);
    let time = jiff::civil::Time::new(small(hour)?, small(minute.unwrap_or_default())?, small(second)?, 0).ok()?;
    let at = local.date().to_datetime(time);
    if until.tz_hour.is_none() {
        return Some(at);
    }
    let moment = Offset::from_seconds(apart(until)?).ok()?.to_timestamp(at).ok()?;
    Some(match start {
        // Of days, its own date is meant.
        When::Day(_) => at,
        When::At(_, zone) => zone.to_datetime(moment),
    })
}

/// A time by the clock, without a zone.
fn partial(at: DateTime) -> PartialDateTime {
    PartialDateTime {
        year: u16::try_from(at.year()).ok(),
        month: Some(at.month() as u8),
        day: Some(at.day() as u8),
        hour: Some(at.hour() as u8),
        minute: Some(at.minute() as u8),
        second: Some(at.second() as u8),
        ..PartialDateTime::default()
    }
}

#[cfg(test)]
mod tests;
