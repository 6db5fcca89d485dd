//! iCalendar text (RFC 5545, 5546): what a calendar subscribes to, and what invites it.
//!
//! Written by hand because the libraries at hand make no `VTIMEZONE`, without which some calendars show an hour too
//! early or too late (decision 15). An independent parser reads what is made here in the browser stories.

use std::fmt::Write as _;

use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::{TimeZone, TimeZoneTransition};
use jiff::{Span, Timestamp};

use super::clock::Time;

/// One entry. `starts` is wall time in `zone`, an IANA name.
#[derive(Clone, Debug)]
pub struct Event {
    pub uid: String,
    /// Counts changes; a calendar takes the highest.
    pub sequence: i64,
    pub starts: DateTime,
    pub zone: String,
    pub minutes: i64,
    pub summary: String,
    pub description: String,
    pub location: String,
    pub url: String,
    pub is_cancelled: bool,
    /// The day is not settled yet.
    pub is_tentative: bool,
    /// Name and address of who asks, and of who is asked.
    pub parties: Option<((String, String), (String, String))>,
}

/// What a calendar is to do with the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Publish,
    Request,
    Cancel,
}

impl Method {
    pub fn name(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// The whole text: every zone that is used stands before the events.
pub fn calendar(method: Method, name: &str, stamp: Time, events: &[Event]) -> String {
    let mut out = Text::default();
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//Weft//Weft//EN");
    out.line("CALSCALE:GREGORIAN");
    out.line(&format!("METHOD:{}", method.name()));
    if method == Method::Publish {
        out.line(&format!("X-WR-CALNAME:{}", escaped(name)));
        out.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        out.line("X-PUBLISHED-TTL:PT1H");
    }
    let mut zones: Vec<(&str, i16, i16)> = Vec::new();
    for event in events {
        let year = event.starts.year();
        match zones.iter_mut().find(|(z, ..)| *z == event.zone) {
            Some((_, first, last)) => (*first, *last) = ((*first).min(year), (*last).max(year)),
            None => zones.push((&event.zone, year, year)),
        }
    }
    for (zone, first, last) in zones {
        time_zone(&mut out, zone, first, last);
    }
    for event in events {
        entry(&mut out, event, stamp);
    }
    out.line("END:VCALENDAR");
    out.0
}

fn entry(out: &mut Text, event: &Event, stamp: Time) {
    let ends = event.starts.checked_add(Span::new().minutes(event.minutes)).unwrap_or(event.starts);
    // Clocks may change while a meeting lasts: its end is counted in real minutes.
    let ends = TimeZone::get(&event.zone)
        .ok()
        .and_then(|z| event.starts.to_zoned(z).ok())
        .and_then(|z| z.checked_add(Span::new().minutes(event.minutes)).ok())
        .map_or(ends, |z| z.datetime());
    out.line("BEGIN:VEVENT");
    out.line(&format!("UID:{}", escaped(&event.uid)));
    out.line(&format!("DTSTAMP:{}Z", stamp.timestamp().to_zoned(TimeZone::UTC).strftime("%Y%m%dT%H%M%S")));
    out.line(&format!("SEQUENCE:{}", event.sequence));
    out.line(&format!("DTSTART;TZID={}:{}", event.zone, event.starts.strftime("%Y%m%dT%H%M%S")));
    out.line(&format!("DTEND;TZID={}:{}", event.zone, ends.strftime("%Y%m%dT%H%M%S")));
    out.line(&format!("SUMMARY:{}", escaped(&event.summary)));
    for (name, value) in [("DESCRIPTION", &event.description), ("LOCATION", &event.location)] {
        if !value.is_empty() {
            out.line(&format!("{name}:{}", escaped(value)));
        }
    }
    if !event.url.is_empty() {
        out.line(&format!("URL:{}", event.url));
    }
    out.line(match (event.is_cancelled, event.is_tentative) {
        (true, _) => "STATUS:CANCELLED",
        (false, true) => "STATUS:TENTATIVE",
        (false, false) => "STATUS:CONFIRMED",
    });
    if let Some(((from_name, from), (to_name, to))) = &event.parties {
        out.line(&format!("ORGANIZER;CN={}:mailto:{from}", parameter(from_name)));
        // Nobody reads what calendars reply, so none is asked for.
        out.line(&format!(
            "ATTENDEE;CN={};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:{to}",
            parameter(to_name)
        ));
    }
    out.line("END:VEVENT");
}

/// For how many years a zone's rules are written at most.
const LONGEST: i16 = 60;

/// A zone's rules for the years of its events: as a rule where clocks change by one, else change by change.
fn time_zone(out: &mut Text, name: &str, first: i16, last: i16) {
    let Ok(zone) = TimeZone::get(name) else { return };
    out.line("BEGIN:VTIMEZONE");
    out.line(&format!("TZID:{name}"));
    // Who plans farther ahead than that is told by the rules of then.
    let last = last.min(first.saturating_add(LONGEST));
    let from = start_of_year(first - 1);
    let changes: Vec<TimeZoneTransition<'_>> =
        zone.following(from).take_while(|t| t.timestamp() < start_of_year(last + 3)).collect();
    let before = |at: Timestamp| zone.to_offset(at.checked_sub(Span::new().seconds(1)).unwrap_or(at));
    if changes.is_empty() {
        let offset = hours(zone.to_offset(from).seconds());
        observance(out, "STANDARD", "19700101T000000", &offset, &offset, None);
    }
    // The wall time before a change is what its rule speaks of.
    let wall = |t: &TimeZoneTransition<'_>| before(t.timestamp()).to_datetime(t.timestamp());
    let mut of_kinds: Vec<((bool, i32), Vec<DateTime>)> = Vec::new();
    for t in &changes {
        let kind = (t.dst().is_dst(), t.offset().seconds());
        match of_kinds.iter_mut().find(|(k, _)| *k == kind) {
            Some((_, all)) => all.push(wall(t)),
            None => of_kinds.push((kind, vec![wall(t)])),
        }
    }
    let rules: Vec<((bool, i32), Option<String>)> =
        of_kinds.iter().map(|(kind, all)| (*kind, yearly(all, first - 1, last + 2))).collect();
    let mut done: Vec<(bool, i32)> = Vec::new();
    for t in &changes {
        let is_summer = t.dst().is_dst();
        let kind = if is_summer { "DAYLIGHT" } else { "STANDARD" };
        let of = (is_summer, t.offset().seconds());
        let rule = rules.iter().find(|(k, _)| *k == of).and_then(|(_, rule)| rule.clone());
        if rule.is_some() {
            if done.contains(&of) {
                continue;
            }
            done.push(of);
        }
        let start = wall(t).strftime("%Y%m%dT%H%M%S").to_string();
        observance(
            out,
            kind,
            &start,
            &hours(before(t.timestamp()).seconds()),
            &hours(t.offset().seconds()),
            rule.as_deref(),
        );
    }
    out.line("END:VTIMEZONE");
}

fn observance(out: &mut Text, kind: &str, start: &str, from: &str, to: &str, rule: Option<&str>) {
    out.line(&format!("BEGIN:{kind}"));
    out.line(&format!("DTSTART:{start}"));
    out.line(&format!("TZOFFSETFROM:{from}"));
    out.line(&format!("TZOFFSETTO:{to}"));
    if let Some(rule) = rule {
        out.line(&format!("RRULE:{rule}"));
    }
    out.line(&format!("END:{kind}"));
}

fn start_of_year(year: i16) -> Timestamp {
    Date::new(year, 1, 1)
        .ok()
        .and_then(|d| d.to_zoned(TimeZone::UTC).ok())
        .map_or(if year < 0 { Timestamp::MIN } else { Timestamp::MAX }, |z| z.timestamp())
}

/// The rule that gives exactly these moments, one a year from `first` to `last`, if there is one.
fn yearly(moments: &[DateTime], first: i16, last: i16) -> Option<String> {
    let begin = moments.first()?;
    let every_year = moments.iter().map(|m| m.year()).eq(first..=last);
    if !every_year || moments.iter().any(|m| m.time() != begin.time() || m.month() != begin.month()) {
        return None;
    }
    let day = begin.weekday();
    let nth = |n: i8| moments.iter().all(|m| m.date().nth_weekday_of_month(n, day).is_ok_and(|d| d == m.date()));
    let n = [1, 2, 3, 4, -1].into_iter().find(|n| nth(*n))?;
    let day = match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    };
    Some(format!("FREQ=YEARLY;BYMONTH={};BYDAY={n}{day}", begin.month()))
}

fn hours(seconds: i32) -> String {
    let (sign, s) = if seconds < 0 { ('-', -seconds) } else { ('+', seconds) };
    let rest = s % 60;
    let tail = if rest == 0 { String::new() } else { format!("{rest:02}") };
    format!("{sign}{:02}{:02}{tail}", s / 3600, s / 60 % 60)
}

/// A text value: no character ends it or begins another line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A parameter's value, in quotes.
fn parameter(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c == '"' || c.is_control() { ' ' } else { c }).collect();
    format!("\"{plain}\"")
}

#[derive(Default)]
struct Text(String);

impl Text {
    /// Adds a line, folded at 75 octets, never inside a character.
    fn line(&mut self, line: &str) {
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                width = 1;
            }
            let _ = self.0.write_char(c);
            width += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(zone: &str, starts: &str) -> Event {
        Event {
            uid: "u@example.org".into(),
            sequence: 2,
            starts: starts.parse().expect("a moment"),
            zone: zone.into(),
            minutes: 90,
            summary: "Session; one, two\nand three \\ ñandú".into(),
            description: "x".repeat(200),
            location: String::new(),
            url: String::new(),
            is_cancelled: false,
            is_tentative: false,
            parties: None,
        }
    }

    #[test]
    fn new_york_has_the_rules_of_2007_and_the_name_of_its_zone() {
        let text = calendar(Method::Publish, "Mine", Time(0), &[event("America/New_York", "2026-03-11T13:00")]);
        for line in [
            "TZID:America/New_York",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
            "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
            "DTSTART:20250309T020000",
            "TZOFFSETFROM:-0500",
            "DTSTART;TZID=America/New_York:20260311T130000",
            "DTEND;TZID=America/New_York:20260311T143000",
            "SUMMARY:Session\\; one\\, two\\nand three \\\\ ñandú",
            "SEQUENCE:2",
        ] {
            assert!(text.contains(&format!("{line}\r\n")), "{line} in\n{text}");
        }
        assert!(text.find("END:VTIMEZONE").expect("a zone") < text.find("BEGIN:VEVENT").expect("an event"));
        assert!(text.split("\r\n").all(|l| l.len() <= 75), "{text}");
    }

    #[test]
    fn a_zone_without_changes_and_one_with_odd_ones_are_told_too() {
        let text = calendar(Method::Publish, "", Time(0), &[event("America/Phoenix", "2026-03-11T13:00")]);
        assert!(text.contains("TZOFFSETTO:-0700\r\n") && !text.contains("RRULE"), "{text}");
        // Morocco stops its summer time for Ramadan, by the moon: no rule says when.
        let text = calendar(Method::Publish, "", Time(0), &[event("Africa/Casablanca", "2026-03-11T13:00")]);
        assert!(text.contains("BEGIN:DAYLIGHT") && !text.contains("RRULE"), "{text}");
    }

    #[test]
    fn an_event_thousands_of_years_ahead_makes_no_long_text() {
        for zone in ["America/New_York", "Africa/Casablanca"] {
            let text = calendar(
                Method::Publish,
                "",
                Time(0),
                &[event(zone, "2026-03-11T13:00"), event(zone, "9990-03-11T13:00")],
            );
            assert!(text.len() < 60_000, "{zone}: {}", text.len());
        }
    }

    #[test]
    fn a_night_that_is_an_hour_shorter_ends_later_by_the_clock() {
        let text = calendar(Method::Publish, "", Time(0), &[event("America/New_York", "2026-03-08T01:30")]);
        assert!(text.contains("DTEND;TZID=America/New_York:20260308T040000"), "{text}");
    }

    #[test]
    fn a_day_that_is_not_settled_is_tentative_and_nobody_is_asked_to_reply() {
        let text = |is_tentative, is_cancelled| {
            let parties = Some((("A".into(), "a@example.org".into()), ("B".into(), "b@example.org".into())));
            let event = Event { is_cancelled, is_tentative, parties, ..event("America/New_York", "2026-02-25T13:00") };
            calendar(Method::Request, "", Time(0), &[event])
        };
        assert!(text(true, false).contains("STATUS:TENTATIVE") && text(false, false).contains("STATUS:CONFIRMED"));
        assert!(text(true, true).contains("STATUS:CANCELLED"));
        assert!(text(false, false).replace("\r\n ", "").contains("RSVP=FALSE") && !text(true, false).contains("TRUE"));
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_a_line(text in "\\PC{0,120}|[\\x00-\\x7f]{0,80}") {
            let mut e = event("America/Chicago", "2025-07-01T09:00");
            e.summary.clone_from(&text);
            e.parties = Some(((text.clone(), "a@example.org".into()), (text, "b@example.org".into())));
            let out = calendar(Method::Request, "", Time(0), &[e]);
            let lines: Vec<&str> = out.split("\r\n").collect();
            proptest::prop_assert!(lines.iter().all(|l| l.len() <= 75));
            proptest::prop_assert!(!out.replace("\r\n", "").contains(['\r', '\n']));
            proptest::prop_assert_eq!(lines.iter().filter(|l| l.starts_with("END:VEVENT")).count(), 1);
        }
    }
}
