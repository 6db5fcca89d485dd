//! How a calendar is read. Runs in the reader's process (`kernel/reader`): a rule may repeat forever.
//!
//! `calcard` parses the lines and unfolds rules; moments are `jiff`'s, as everywhere. Rules are unfolded by the clock,
//! without a zone, and each time is then taken in the zone of its entry.

mod clock;

use std::collections::{HashMap, HashSet};

use calcard::common::timezone::Tz;
use calcard::common::{CalendarScale, PartialDateTime};
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarFreeBusyType,
    ICalendarParameterName, ICalendarParameterValue, ICalendarProperty, ICalendarRecurrenceRule, ICalendarStatus,
    ICalendarTransparency, ICalendarValue,
};
use calcard::{Entry, Parser};
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan as _};

use self::clock::{Length, When, Zones, apart, day, text};
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

impl<'c> Zones<'c> {
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
        // A rule has its first time at least, unless the library gave up on it: the first is all we know then.
        self.unread += i64::from(unfolded.events.is_empty());
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
