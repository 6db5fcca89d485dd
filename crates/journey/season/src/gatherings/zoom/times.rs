//! Moments as reports write them: any order of day and month, twelve hours or twenty-four, four languages.

use jiff::civil::{Date, DateTime, date};

use super::people::plain;
use crate::gatherings::when;
use weft_kernel::clock::Time;

/// Whether 03/10 is March 10 or October 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    MonthFirst,
    DayFirst,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    /// A number and how many digits it has.
    Digits(i64, usize),
    Word(String),
    Sign(char),
}

fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        let run = |is: fn(char) -> bool| rest.find(|c: char| !is(c)).unwrap_or(rest.len());
        let n = if first.is_ascii_digit() {
            let n = run(|c| c.is_ascii_digit());
            out.push(Token::Digits(rest[..n].parse().unwrap_or(i64::MAX), n));
            n
        } else if first.is_alphabetic() {
            let n = run(char::is_alphabetic);
            out.push(Token::Word(plain(&rest[..n])));
            n
        } else {
            if !first.is_whitespace() {
                out.push(Token::Sign(first));
            }
            first.len_utf8()
        };
        rest = &rest[n..];
    }
    out
}

/// What the months begin with, in English, Spanish, Portuguese and French.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene"],
    &["feb", "fev"],
    &["mar"],
    &["apr", "abr", "avr"],
    &["may", "mai"],
    &["jun", "juin"],
    &["jul", "juil"],
    &["aug", "ago", "aou"],
    &["sep", "set"],
    &["oct", "out"],
    &["nov"],
    &["dec", "dic", "dez"],
];

fn month(word: &str) -> Option<i64> {
    (1..).zip(MONTHS).find(|(_, all)| all.iter().any(|m| word.starts_with(m))).map(|(n, _)| n)
}

/// A date as it is written: settled, or two numbers of which either may be the month, and a year.
enum Written {
    Settled(Date),
    Open(i64, i64, i64),
}

fn civil(year: i64, month: i64, day: i64) -> Option<Date> {
    let year = if year < 100 { 2_000 + year } else { year };
    Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
}

fn written(tokens: &[Token]) -> Option<Written> {
    let numbers: Vec<(i64, usize)> =
        tokens.iter().filter_map(|t| if let Token::Digits(n, len) = t { Some((*n, *len)) } else { None }).collect();
    let named = tokens.iter().find_map(|t| if let Token::Word(w) = t { month(w) } else { None });
    match (numbers.as_slice(), named) {
        ([(year, 4), (month, _), (day, _)], None) => civil(*year, *month, *day).map(Written::Settled),
        ([(a, 1..=2), (b, 1..=2), (year, 2 | 4)], None) => Some(Written::Open(*a, *b, *year)),
        ([(day, 1..=2), (year, 4)], Some(month)) => civil(*year, month, *day).map(Written::Settled),
        _ => None,
    }
}

/// Date and time of a text: `05/14/2025 12:58:00 PM`, `14/5/2025 12:58`, `14 may. 2025, 12:58 p. m.`
fn split(text: &str) -> Option<(Written, jiff::civil::Time)> {
    let tokens = tokens(text);
    let colon = tokens.iter().position(|t| *t == Token::Sign(':'))?;
    let number = |i: usize| if let Some(Token::Digits(n, 1..=2)) = tokens.get(i) { Some(*n) } else { None };
    let (hour, minute) = (number(colon.checked_sub(1)?)?, number(colon + 1)?);
    let has_seconds = tokens.get(colon + 2) == Some(&Token::Sign(':'));
    let (second, end) = if has_seconds { (number(colon + 3)?, colon + 4) } else { (0, colon + 2) };
    let mut half = String::new();
    for token in &tokens[end..] {
        match token {
            Token::Word(w) => half.push_str(w),
            Token::Sign('.') => {}
            _ => return None,
        }
    }
    let hour = match half.as_str() {
        "am" if hour == 12 => 0,
        "pm" if hour < 12 => hour + 12,
        "" | "am" | "pm" => hour,
        _ => return None,
    };
    let time =
        jiff::civil::Time::new(hour.try_into().ok()?, minute.try_into().ok()?, second.try_into().ok()?, 0).ok()?;
    Some((written(&tokens[..colon - 1])?, time))
}

/// Whether a text has a date whose day and month could change places.
pub(super) fn is_open(text: &str) -> bool {
    Time::parse(text).is_none() && matches!(split(text), Some((Written::Open(..), _)))
}

/// The wall time of a text, where it is a date in this order.
pub(super) fn wall(text: &str, order: Order) -> Option<DateTime> {
    let (written, time) = split(text)?;
    let day = match (written, order) {
        (Written::Settled(day), _) => day,
        (Written::Open(a, b, year), Order::MonthFirst) => civil(year, a, b)?,
        (Written::Open(a, b, year), Order::DayFirst) => civil(year, b, a)?,
    };
    (day > date(1970, 1, 1)).then(|| day.to_datetime(time))
}

/// The moment of a text: with an offset as it is, else wall time in `zone`.
pub(super) fn moment(text: &str, order: Order, zone: &str) -> Option<Time> {
    Time::parse(text).or_else(|| at(wall(text, order)?, zone))
}

/// Within the hour that clocks skip, what stands there is the moment itself.
fn at(local: DateTime, zone: &str) -> Option<Time> {
    match when::moment(local, zone) {
        Ok(at) => Some(at),
        Err(when::NoMoment::Skipped) => when::moment(local.checked_add(jiff::Span::new().hours(1)).ok()?, zone).ok(),
        Err(when::NoMoment::Zone) => None,
    }
}

/// Whole minutes of `182`, `182.5`, `182,5`, `3:02:00`, at most a week.
pub(super) fn minutes(text: &str) -> Option<i64> {
    const MOST: f64 = 10_080.0;
    if let Some((hours, rest)) = text.split_once(':') {
        let minutes = rest.split(':').next()?;
        let (h, m): (i64, i64) = (hours.trim().parse().ok()?, minutes.trim().parse().ok()?);
        return (0..168).contains(&h).then(|| h * 60 + m).filter(|_| (0..60).contains(&m));
    }
    let number: f64 = text.replace(',', ".").parse().ok()?;
    (0.0..=MOST).contains(&number).then(|| number.round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_moment_in_many_forms() {
        let right = Some("2025-05-14T12:58:00".parse().expect("a wall time"));
        for text in [
            "05/14/2025 12:58:00 PM",
            "5/14/2025 12:58",
            "5/14/25 12:58 PM",
            "May 14, 2025 12:58:00",
            "May 14, 2025 12:58:00 PM",
            "2025-05-14 12:58:00",
            "2025-05-14T12:58",
            "14 may. 2025, 12:58 p.\u{a0}m.",
            "14 de maio de 2025 12:58",
            "14 mai 2025 12:58:00",
        ] {
            assert_eq!(wall(text, Order::MonthFirst), right, "{text}");
        }
        for text in ["14/05/2025 12:58:00 PM", "14.05.2025 12:58", "14-5-25 12:58 p. m."] {
            assert_eq!((wall(text, Order::DayFirst), wall(text, Order::MonthFirst)), (right, None), "{text}");
        }
        for text in ["", "soon", "12:58", "05/14/2025", "05/14/2025 25:00", "05/14/2025 12:58 XM", "1/2/3/4 10:00"] {
            assert_eq!(wall(text, Order::MonthFirst), None, "{text}");
        }
        assert_eq!(
            wall("05/14/2025 12:05:00 AM", Order::MonthFirst),
            Some("2025-05-14T00:05:00".parse().expect("a wall time"))
        );
    }

    #[test]
    fn lengths_in_many_forms() {
        for (text, is) in [("182", 182), ("182.4", 182), ("182,6", 183), ("3:02:00", 182), ("0:05", 5)] {
            assert_eq!(minutes(text), Some(is), "{text}");
        }
        for text in ["", "long", "-5", "1e9", "NaN", "3:99"] {
            assert_eq!(minutes(text), None, "{text}");
        }
    }
}
