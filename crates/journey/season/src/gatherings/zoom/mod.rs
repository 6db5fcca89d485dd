//! Reports of who was in a meeting, in every form that Zoom has written them: a table after any number of lines about
//! the meeting, in four languages, also saved again by a spreadsheet; or the answer of Zoom's API.

mod columns;
mod json;
mod people;
mod times;

use std::borrow::Cow;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use columns::{Column, Header};
pub use people::{Seen, overlap, people, plain, union};
use times::Order;
use weft_kernel::clock::Time;
use weft_media::table;

/// A stretch of time: from and to, in microseconds.
pub type Span = (i64, i64);

/// One row of a report: someone came in and left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its line in the file; of an API's answer, which participant it is.
    pub line: usize,
    pub name: String,
    pub email: String,
    /// None where the report has only sums.
    pub span: Option<Span>,
    /// Whole minutes, where there is no span.
    pub minutes: i64,
    pub is_guest: bool,
}

/// Why a row is nobody's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// Registered and did not come.
    Absent,
    /// Was in the waiting room only.
    Waiting,
    NoName,
    /// Neither times nor a sum.
    NoTime,
    /// Left before they joined.
    Backwards,
}

impl Why {
    pub fn key(self) -> &'static str {
        match self {
            Self::Absent => "left-out-absent",
            Self::Waiting => "left-out-waiting",
            Self::NoName => "left-out-no-name",
            Self::NoTime => "left-out-no-time",
            Self::Backwards => "left-out-backwards",
        }
    }
}

/// A row that is nobody's time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    pub line: usize,
    pub text: String,
    pub why: Why,
}

/// How dates of digits alone were read, where they could be read two ways.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dates {
    /// One as it is written, and the moment it was read as, in microseconds.
    pub text: String,
    pub at: i64,
    pub is_day_first: bool,
}

/// A report, each row of it in one place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub rows: Vec<Row>,
    pub left: Vec<Left>,
    pub dates: Option<Dates>,
    /// The file does not say how its letters are written: accents were guessed.
    pub is_guessed: bool,
    /// The file says that it is not all of it.
    pub is_partial: bool,
}

/// What a report could not be read for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not text at all.
    NoText,
    /// No line names the columns of a report.
    NoTable,
    /// A line's time or length cannot be read: line and value.
    Time(usize, String),
    /// Some dates can be read day first only, some month first only: line and value of one.
    Dates(usize, String),
    /// More people than a report can have here.
    TooMany,
}

/// What is known of the meeting: the zone of the report's wall times, and the day it was to be.
#[derive(Clone, Debug)]
pub struct Host {
    pub zone: String,
    pub day: Date,
}

/// Largest report that is read, in bytes.
pub const MOST_BYTES: usize = 2 * 1024 * 1024;

/// Most people of a report: each is a choice among all who take part, on one page.
pub const MOST_PEOPLE: usize = 3_000;

/// Most rows of a report: who is one person is found out by looking at rows of one name together.
const MOST_ROWS: usize = 20_000;

/// Reads a report.
pub fn read(bytes: &[u8], host: &Host) -> Result<Report, Fault> {
    let is_guessed =
        std::str::from_utf8(bytes).is_err() && !bytes.starts_with(b"\xFF\xFE") && !bytes.starts_with(b"\xFE\xFF");
    let unmarked = unmarked(bytes);
    let text = match &unmarked {
        Some(text) => Cow::Borrowed(text.as_str()),
        None => table::text(bytes).map_err(|_| Fault::NoText)?,
    };
    let text = text.trim_start_matches('\u{feff}');
    let mut report = if text.trim_start().starts_with(['{', '[']) { json::read(text)? } else { table(text, host)? };
    report.is_guessed = is_guessed && unmarked.is_none();
    if report.rows.len() > MOST_ROWS || people(&report.rows).len() > MOST_PEOPLE {
        return Err(Fault::TooMany);
    }
    Ok(report)
}

/// UTF-16 that does not say so: nearly every other byte of a Western text is zero.
fn unmarked(bytes: &[u8]) -> Option<String> {
    let pairs = bytes.len() / 2;
    let zeros = |of: usize| bytes.iter().skip(of).step_by(2).filter(|b| **b == 0).count();
    let units = |read: fn([u8; 2]) -> u16| -> Option<String> {
        String::from_utf16(&bytes.chunks_exact(2).map(|p| read([p[0], p[1]])).collect::<Vec<u16>>()).ok()
    };
    match () {
        () if pairs == 0 || !bytes.len().is_multiple_of(2) => None,
        () if zeros(1) * 10 > pairs * 7 => units(u16::from_le_bytes),
        () if zeros(0) * 10 > pairs * 7 => units(u16::from_be_bytes),
        () => None,
    }
}

/// A row as it is written.
struct Raw {
    line: usize,
    cells: [String; columns::ALL],
    /// Whether only one cell holds anything: the title of the table that follows, perhaps.
    is_lone: bool,
}

impl Raw {
    fn get(&self, column: Column) -> &str {
        &self.cells[column as usize]
    }
}

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The rows of all tables of a text, and whether their headings are English; nothing without a line of headings.
fn raws(text: &str, delimiter: u8) -> Result<Option<(Vec<Raw>, bool)>, Fault> {
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
    let mut header: Option<Header> = None;
    let (mut out, mut is_english): (Vec<Raw>, bool) = (Vec::new(), true);
    let mut record = csv::StringRecord::new();
    loop {
        let before = reader.position().line() as usize;
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) => return Err(Fault::Time(before, String::new())),
        }
        // A webinar's report has a table for hosts, one for panelists, one for attendees, each below its title.
        if let Some(found) = Header::of(&record) {
            if out.last().is_some_and(|raw| raw.is_lone) {
                out.pop();
            }
            is_english = found.is_english;
            header = Some(found);
            continue;
        }
        let Some(header) = &header else { continue };
        let filled = record.iter().filter(|c| !c.trim().is_empty()).count();
        if filled == 0 {
            continue;
        }
        // Blank lines before a record are not it.
        let line = before + blank_lines(text, record.position().map_or(0, |p| p.byte() as usize));
        out.push(Raw { line, cells: header.cells(&record), is_lone: filled == 1 });
    }
    Ok(header.map(|_| (out, is_english)))
}

/// Empty lines at a place of a text.
fn blank_lines(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    rest.iter().take_while(|b| matches!(b, b'\n' | b'\r')).filter(|b| **b == b'\n').count()
}

fn table(text: &str, host: &Host) -> Result<Report, Fault> {
    for delimiter in DELIMITERS {
        if let Some((raws, is_english)) = raws(text, delimiter)? {
            return parse(&raws, host, is_english);
        }
    }
    // A spreadsheet that splits at semicolons puts each line of commas into one cell, in quotes.
    let mut lone =
        csv::ReaderBuilder::new().flexible(true).has_headers(false).delimiter(b';').from_reader(text.as_bytes());
    let lines: Vec<String> = lone.records().filter_map(|r| Some(r.ok()?.iter().next()?.to_owned())).collect();
    match raws(&lines.join("\n"), b',')? {
        Some((raws, is_english)) => parse(&raws, host, is_english),
        None => Err(Fault::NoTable),
    }
}

fn is_yes(text: &str) -> bool {
    matches!(plain(text).as_str(), "yes" | "y" | "si" | "s" | "sim" | "oui" | "o" | "true" | "verdadero" | "vrai")
}

fn is_no(text: &str) -> bool {
    matches!(plain(text).as_str(), "no" | "n" | "nao" | "non" | "false" | "falso" | "faux")
}

/// What is written where nothing is known.
fn is_empty(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '-' | '–' | '—' | ' '))
}

fn parse(raws: &[Raw], host: &Host, is_english: bool) -> Result<Report, Fault> {
    let mut report = Report::default();
    let mut kept: Vec<(&Raw, &str)> = Vec::new();
    for raw in raws {
        let (name, email) = (raw.get(Column::Name), raw.get(Column::Email));
        let name = if name.is_empty() { email } else { name };
        let times = is_empty(raw.get(Column::Join)) || is_empty(raw.get(Column::Leave));
        let why = match () {
            () if is_no(raw.get(Column::Attended)) => Why::Absent,
            () if is_yes(raw.get(Column::Waiting)) => Why::Waiting,
            () if is_empty(name) => Why::NoName,
            () if times && is_empty(raw.get(Column::Minutes)) => Why::NoTime,
            () => {
                kept.push((raw, name));
                continue;
            }
        };
        let text = raw.cells.iter().filter(|c| !c.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ");
        report.left.push(Left { line: raw.line, text: text.chars().take(120).collect(), why });
    }
    let times: Vec<(usize, &str)> = kept
        .iter()
        .filter(|(r, _)| !is_empty(r.get(Column::Join)) && !is_empty(r.get(Column::Leave)))
        .flat_map(|(r, _)| [(r.line, r.get(Column::Join)), (r.line, r.get(Column::Leave))])
        .collect();
    let order = order(&times, host, is_english)?;
    if let Some((_, text)) = times.iter().find(|(_, t)| times::is_open(t))
        && let Some(at) = times::moment(text, order, &host.zone)
    {
        report.dates = Some(Dates { text: (*text).to_owned(), at: at.0, is_day_first: order == Order::DayFirst });
    }
    for (raw, name) in kept {
        let cell = |c| raw.get(c);
        let read = |v: &str| times::moment(v, order, &host.zone).ok_or_else(|| Fault::Time(raw.line, v.to_owned()));
        let has_times = !is_empty(cell(Column::Join)) && !is_empty(cell(Column::Leave));
        let span = if has_times { Some((read(cell(Column::Join))?.0, read(cell(Column::Leave))?.0)) } else { None };
        if span.is_some_and(|(a, b)| a > b) {
            let text = format!("{name}, {}, {}", cell(Column::Join), cell(Column::Leave));
            report.left.push(Left { line: raw.line, text, why: Why::Backwards });
            continue;
        }
        let minutes = match span {
            Some(_) => 0,
            None => times::minutes(cell(Column::Minutes))
                .ok_or_else(|| Fault::Time(raw.line, cell(Column::Minutes).to_owned()))?,
        };
        report.rows.push(Row {
            line: raw.line,
            name: name.to_owned(),
            email: cell(Column::Email).to_owned(),
            span,
            minutes,
            is_guest: is_yes(cell(Column::Guest)),
        });
    }
    report.left.sort_by_key(|l| l.line);
    Ok(report)
}

/// The one way in which all dates of a report are read: a day over twelve settles it, else the day of the meeting, else
/// the language of the headings.
fn order(all: &[(usize, &str)], host: &Host, is_english: bool) -> Result<Order, Fault> {
    let fits = |order, (_, text): &&(usize, &str)| times::wall(text, order).is_some();
    let open: Vec<&(usize, &str)> = all.iter().filter(|(_, t)| times::is_open(t)).collect();
    let of = |order| open.iter().filter(|t| fits(order, t)).count();
    let (month, day) = (of(Order::MonthFirst), of(Order::DayFirst));
    match () {
        () if open.is_empty() => Ok(Order::MonthFirst),
        () if month == open.len() && day == open.len() => {
            let hits =
                |order| open.iter().filter_map(|(_, t)| times::wall(t, order)).filter(|w| w.date() == host.day).count();
            let (month, day) = (hits(Order::MonthFirst), hits(Order::DayFirst));
            Ok(if month > day || (month == day && is_english) { Order::MonthFirst } else { Order::DayFirst })
        }
        () if month == open.len() => Ok(Order::MonthFirst),
        () if day == open.len() => Ok(Order::DayFirst),
        () => {
            // The first that neither reading of the others has.
            let odd = if month >= day { Order::MonthFirst } else { Order::DayFirst };
            let (line, text) = open.iter().find(|t| !fits(odd, t)).map_or((0, ""), |(l, t)| (*l, *t));
            let is_date = times::wall(text, Order::MonthFirst).or_else(|| times::wall(text, Order::DayFirst));
            Err(match is_date {
                Some(_) => Fault::Dates(line, text.to_owned()),
                None => Fault::Time(line, text.to_owned()),
            })
        }
    }
}

impl Report {
    /// First and last moment that a row names.
    pub fn bounds(&self) -> Option<(Time, Time)> {
        let spans = || self.rows.iter().filter_map(|r| r.span);
        Some((Time(spans().map(|s| s.0).min()?), Time(spans().map(|s| s.1).max()?)))
    }

    /// Rows of the file below its headings.
    pub fn count(&self) -> usize {
        self.rows.len() + self.left.len()
    }
}

#[cfg(test)]
mod tests;
