//! Dates and times as people and other products write them: ISO 8601, `3/2/2025 9:15:07`, `2025/03/02 9:15:07 AM EST`,
//! `Mar 2, 2025 9:15am`, `2 de marzo de 2025`. A date of numbers alone may have two readings; a column of them is read
//! one way, which a single day over 12 settles. What cannot be read is no date: none is made up.

use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};

use super::clock::Time;

/// Which number of `03/10/2024` is the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Order {
    MonthFirst,
    DayFirst,
}

impl Order {
    pub const ALL: [Self; 2] = [Self::MonthFirst, Self::DayFirst];

    pub fn name(self) -> &'static str {
        match self {
            Self::MonthFirst => "month-first",
            Self::DayFirst => "day-first",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|o| o.name() == text)
    }
}

/// How a column of dates is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// No date depends on the order.
    Any,
    Is(Order),
    /// Every date has two readings.
    Ask,
    /// Some dates fit only one order, others only the other one.
    Mixed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Day {
    Is(Date),
    /// First and second number, and the year.
    Numbers(i8, i8, i16),
}

impl Day {
    fn read(self, order: Order) -> Option<Date> {
        match (self, order) {
            (Self::Is(date), _) => Some(date),
            (Self::Numbers(month, day, year), Order::MonthFirst)
            | (Self::Numbers(day, month, year), Order::DayFirst) => Date::new(year, month, day).ok(),
        }
    }
}

/// A date, with a time and an offset where they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    day: Day,
    time: Option<jiff::civil::Time>,
    offset: Option<Offset>,
}

/// Years that a date of today's programs may have.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;

impl Written {
    /// The moment, where the day is read in this order and a time without an offset in this zone. A day without a time
    /// is its noon. `None` where there is no such day.
    pub fn at(&self, order: Order, zone: &TimeZone) -> Option<Time> {
        let date = self.day.read(order)?;
        let local = self.time.map_or_else(|| date.at(12, 0, 0, 0), |time| DateTime::from_parts(date, time));
        let at = match self.offset {
            Some(offset) => offset.to_timestamp(local).ok()?,
            None => local.to_zoned(zone.clone()).ok()?.timestamp(),
        };
        Some(Time::from_timestamp(at))
    }

    /// The only order in which this is a day, if there is only one.
    fn only(&self) -> Option<Order> {
        let [month_first, day_first] = Order::ALL.map(|order| self.day.read(order));
        match (month_first, day_first) {
            (Some(_), None) => Some(Order::MonthFirst),
            (None, Some(_)) => Some(Order::DayFirst),
            _ => None,
        }
    }

    /// Whether it is one day if the month comes first, and another if the day does.
    pub fn has_two_readings(&self) -> bool {
        let [month_first, day_first] = Order::ALL.map(|order| self.day.read(order));
        month_first.is_some() && day_first.is_some() && month_first != day_first
    }
}

/// What the dates of a column have told so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// A date that is one with the month first alone, with the day first alone.
    month_first: bool,
    day_first: bool,
    two_ways: bool,
}

impl Seen {
    pub fn take(&mut self, text: &str) {
        let Some(written) = read(text) else { return };
        self.two_ways |= written.has_two_readings();
        match written.only() {
            Some(Order::MonthFirst) => self.month_first = true,
            Some(Order::DayFirst) => self.day_first = true,
            None => {}
        }
    }

    pub fn settled(self) -> Settled {
        match (self.month_first, self.day_first) {
            (true, true) => Settled::Mixed,
            (true, false) => Settled::Is(Order::MonthFirst),
            (false, true) => Settled::Is(Order::DayFirst),
            (false, false) if self.two_ways => Settled::Ask,
            (false, false) => Settled::Any,
        }
    }
}

/// How these texts, of one column, are to be read.
pub fn settle<'t>(texts: impl Iterator<Item = &'t str>) -> Settled {
    let mut seen = Seen::default();
    texts.for_each(|text| seen.take(text));
    seen.settled()
}

/// Reads a date. `None` for anything else, and for days that no calendar has.
pub fn read(text: &str) -> Option<Written> {
    let mut found = Found::default();
    let flat = flat(text);
    for word in flat.split_whitespace() {
        found.take(word)?;
    }
    found.written()
}

/// One case, one kind of space, no brackets; `a. m.` as `am`; the `T` of ISO 8601 as a space.
fn flat(text: &str) -> String {
    let mut out: String = text
        .chars()
        .filter(|c| !super::address::is_invisible(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_whitespace() || matches!(c, ',' | '(' | ')' | '@') { ' ' } else { c })
        .collect();
    for (half, short) in [("a. m.", "am"), ("p. m.", "pm"), ("a.m.", "am"), ("p.m.", "pm")] {
        out = out.replace(half, short);
    }
    let is_digit = |i: usize| out.as_bytes().get(i).is_some_and(u8::is_ascii_digit);
    if out.trim_start().starts_with(|c: char| c.is_ascii_digit())
        && let Some(at) = out.find('t').filter(|at| *at > 0 && is_digit(at - 1) && is_digit(at + 1))
    {
        out.replace_range(at..=at, " ");
    }
    out
}

const MONTHS: [[&str; 4]; 12] = [
    ["january", "jan", "enero", "ene"],
    ["february", "feb", "febrero", "feb"],
    ["march", "mar", "marzo", "mar"],
    ["april", "apr", "abril", "abr"],
    ["may", "may", "mayo", "may"],
    ["june", "jun", "junio", "jun"],
    ["july", "jul", "julio", "jul"],
    ["august", "aug", "agosto", "ago"],
    ["september", "sep", "septiembre", "sept"],
    ["october", "oct", "octubre", "oct"],
    ["november", "nov", "noviembre", "nov"],
    ["december", "dec", "diciembre", "dic"],
];

/// Zones by the names that forms print in North America, in hours from UTC.
const ZONES: [(&str, i8); 18] = [
    ("z", 0),
    ("utc", 0),
    ("gmt", 0),
    ("ast", -4),
    ("adt", -3),
    ("est", -5),
    ("edt", -4),
    ("cst", -6),
    ("cdt", -5),
    ("mst", -7),
    ("mdt", -6),
    ("pst", -8),
    ("pdt", -7),
    ("akst", -9),
    ("akdt", -8),
    ("hst", -10),
    ("sst", -11),
    ("chst", 10),
];

/// Words that stand beside a date and say nothing about it.
const FILLING: [&str; 33] = [
    "at",
    "on",
    "of",
    "the",
    "de",
    "del",
    "el",
    "a",
    "las",
    "la",
    "h",
    "hrs",
    "sun",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sunday",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
];

#[derive(Default)]
struct Found {
    day: Option<Day>,
    month: Option<i8>,
    /// Numbers that stand alone, in their order: a day, a year.
    alone: Vec<i16>,
    clock: Option<(i8, i8, i8, i32)>,
    is_afternoon: Option<bool>,
    offset: Option<Offset>,
}

/// Sets what may be said once.
fn once<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    slot.replace(value).is_none().then_some(())
}

impl Found {
    /// `None` for a word that no date has.
    fn take(&mut self, word: &str) -> Option<()> {
        if let Some((_, hours)) = ZONES.iter().find(|(name, _)| *name == word) {
            return once(&mut self.offset, Offset::constant(*hours));
        }
        if let Some(offset) = offset(word) {
            return once(&mut self.offset, offset);
        }
        if let "am" | "pm" = word {
            return once(&mut self.is_afternoon, word == "pm");
        }
        let name = word.trim_end_matches('.');
        if let Some(month) = MONTHS.iter().position(|names| names.contains(&name)) {
            return once(&mut self.month, month as i8 + 1);
        }
        if FILLING.contains(&name) {
            return Some(());
        }
        let digits = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
        let (number, rest) = word.split_at(digits);
        match rest.chars().next() {
            _ if number.is_empty() => None,
            None | Some('º') => self.alone(number),
            Some(':') => self.clock(word),
            Some('/' | '-') if rest.contains(char::is_alphabetic) => {
                word.split(['-', '/']).filter(|part| !part.is_empty()).try_for_each(|part| self.take(part))
            }
            Some(sign @ ('/' | '-' | '.')) => self.numbers(word, sign),
            _ if matches!(rest, "am" | "pm") => {
                once(&mut self.clock, (number.parse().ok()?, 0, 0, 0))?;
                self.take(rest)
            }
            _ if matches!(rest, "st" | "nd" | "rd" | "th") => self.alone(number),
            _ => None,
        }
    }

    fn alone(&mut self, number: &str) -> Option<()> {
        self.alone.push(number.parse().ok()?);
        (self.alone.len() <= 2).then_some(())
    }

    /// `9:15`, `9:15:07`, `9:15:07.250`, with `am`, `pm` or an offset behind it.
    fn clock(&mut self, word: &str) -> Option<()> {
        let end = word.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(word.len());
        let (clock, rest) = word.split_at(end);
        let (whole, fraction) = clock.split_once('.').unwrap_or((clock, ""));
        let parts: Vec<&str> = whole.split(':').collect();
        let [hour, minute, second] = match parts.as_slice() {
            [h, m] => [*h, *m, "0"],
            [h, m, s] => [*h, *m, *s],
            _ => return None,
        };
        if fraction.len() > 9 || minute.len() != 2 {
            return None;
        }
        let nanos = format!("{fraction:0<9}").parse().ok()?;
        once(&mut self.clock, (hour.parse().ok()?, minute.parse().ok()?, second.parse().ok()?, nanos))?;
        if rest.is_empty() { Some(()) } else { self.take(rest) }
    }

    /// `2025-03-02`, `3/2/2025`, `02.03.25`.
    fn numbers(&mut self, word: &str, sign: char) -> Option<()> {
        let parts: Vec<&str> = word.split(sign).collect();
        let [a, b, c] = parts.as_slice() else { return None };
        let small = |text: &str| text.parse::<i8>().ok().filter(|_| text.len() <= 2);
        let day = match (a.len(), c.len()) {
            (4, 1 | 2) => Day::Is(Date::new(a.parse().ok()?, small(b)?, small(c)?).ok()?),
            (1 | 2, 4) => Day::Numbers(small(a)?, small(b)?, c.parse().ok()?),
            (1 | 2, 2) => Day::Numbers(small(a)?, small(b)?, 2_000 + i16::from(small(c)?)),
            _ => return None,
        };
        once(&mut self.day, day)
    }

    fn written(self) -> Option<Written> {
        let day = match (self.day, self.month, self.alone.as_slice()) {
            (Some(day), None, []) => day,
            (None, Some(month), [day, year]) => Day::Is(Date::new(*year, month, i8::try_from(*day).ok()?).ok()?),
            _ => return None,
        };
        let year = match day {
            Day::Is(date) => date.year(),
            Day::Numbers(_, _, year) => year,
        };
        let time = match (self.clock, self.is_afternoon) {
            (None, None) => None,
            (None, Some(_)) => return None,
            (Some((hour, m, s, n)), half) => {
                let hour = match half {
                    None => hour,
                    Some(_) if !(1..=12).contains(&hour) => return None,
                    Some(is_afternoon) => hour % 12 + if is_afternoon { 12 } else { 0 },
                };
                Some(jiff::civil::Time::new(hour, m, s, n).ok()?)
            }
        };
        let written = Written { day, time, offset: self.offset };
        let is_a_day = Order::ALL.into_iter().any(|order| day.read(order).is_some());
        (is_a_day && YEARS.contains(&year) && (self.offset.is_none() || time.is_some())).then_some(written)
    }
}

/// `-04:00`, `+0530`, `gmt-5`.
fn offset(word: &str) -> Option<Offset> {
    let rest = word.strip_prefix("gmt").or_else(|| word.strip_prefix("utc")).unwrap_or(word);
    let (sign, digits) = match rest.as_bytes().first()? {
        b'+' => (1, &rest[1..]),
        b'-' => (-1, &rest[1..]),
        _ => return None,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some(both) => both,
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None if digits.len() <= 2 => (digits, "0"),
        None => return None,
    };
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    let is_one = (0..=14).contains(&hours) && (0..60).contains(&minutes);
    if is_one { Offset::from_seconds(sign * (hours * 3_600 + minutes * 60)).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, order: Order) -> Option<String> {
        let zone = TimeZone::get("America/New_York").expect("a zone");
        read(text)?.at(order, &zone).map(Time::iso)
    }

    #[test]
    fn stamps_of_every_form_tool_are_read() {
        for text in [
            "2025-03-02T09:15:07-05:00",
            "2025-03-02T14:15:07Z",
            "2025-03-02T14:15:07.000Z",
            "2025-03-02 09:15:07 -0500",
            "2025-03-02 14:15:07 UTC",
            "2025-03-02T09:15:07",
            "2025/03/02 9:15:07 AM EST",
            "2025/03/02 9:15:07 a.m. GMT-5",
            "2025/03/02 9:15:07 a.\u{202f}m. GMT-05:00",
            "3/2/2025 9:15:07",
            "03/02/2025 09:15:07",
            "03/02/2025 09:15:07 AM",
            "3/2/25 9:15:07",
            "3/2/2025 9:15:07\u{202f}AM",
            "Mar 2, 2025 9:15:07",
            "Sun, Mar 2, 2025 at 9:15:07am",
            "March 2nd, 2025, 9:15:07 AM (EST)",
            "2-Mar-2025 09:15:07",
            "2 de marzo de 2025 a las 9:15:07 a. m.",
        ] {
            let seen = at(text, Order::MonthFirst);
            assert_eq!(seen.as_deref().map(|s| s.replace(".000", "")), Some("2025-03-02T14:15:07Z".into()), "{text}");
        }
        assert_eq!(at("02/03/2025 09:15:07", Order::DayFirst), at("3/2/2025 9:15:07", Order::MonthFirst));
        assert_eq!(at("3/2/2025 9:15pm", Order::MonthFirst), Some("2025-03-03T02:15:00Z".into()));
        assert_eq!(at("12:30 AM 3/2/2025", Order::MonthFirst), Some("2025-03-02T05:30:00Z".into()));
        assert_eq!(at("2025-03-02", Order::MonthFirst), Some("2025-03-02T17:00:00Z".into()), "a day is its noon");
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "soon",
            "31/31/2024",
            "2024-02-30",
            "45567.39",
            "45567",
            "1970-01-01",
            "0001-01-01T00:00:00Z",
            "3/2",
            "March 2025",
            "9:15",
            "25:00 3/2/2025",
            "13:15 PM 3/2/2025",
            "3/2/2025 9:15:07 XYZ",
            "3/2/2025 4/2/2025",
            "2/3/2025 EST",
            "3/2/20255",
        ] {
            assert_eq!(Order::ALL.map(|order| at(text, order)), [None, None], "{text}");
        }
    }

    #[test]
    fn a_day_over_twelve_settles_a_column() {
        let of = |texts: &[&'static str]| settle(texts.iter().copied());
        assert_eq!(of(&["03/10/2024 09:00:00", "25/10/2024 18:30:00"]), Settled::Is(Order::DayFirst));
        assert_eq!(of(&["10/03/2024", "10/25/2024"]), Settled::Is(Order::MonthFirst));
        assert_eq!(of(&["10/03/2024", "10/11/2024"]), Settled::Ask);
        assert_eq!(of(&["10/25/2024", "25/10/2024"]), Settled::Mixed);
        assert_eq!(of(&["2024-10-03", "5/5/2024", "nothing"]), Settled::Any);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,60}", day in "[0-9/:. TZapm+-]{0,30}") {
            let _ = (read(&text), read(&day));
        }
    }
}
