//! Reports of who was in a meeting, in every form that Zoom has written them: a table after any number of lines about
//! the meeting, one row for each time that someone came in.

use std::borrow::Cow;
use std::collections::HashMap;

use jiff::civil::DateTime;
use jiff::fmt::strtime;
use serde::{Deserialize, Serialize};

use super::when;
use weft_kernel::clock::Time;

/// One who was there, all her rows together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    pub name: String,
    /// The name of the account, when she showed another one.
    pub original: String,
    pub email: String,
    /// When she was there, merged, in microseconds; empty where the report has only sums.
    pub spans: Vec<(i64, i64)>,
    /// Whole minutes; overlapping rows count once.
    pub minutes: i64,
    pub is_guest: bool,
    /// A program that records or takes notes.
    pub is_bot: bool,
}

/// What a report could not be read for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No line names the columns of a report.
    NoTable,
    /// A line's time cannot be read: line and value.
    Time(usize, String),
    /// More people than a report can have here.
    TooMany,
}

/// Largest report that is read, in bytes.
pub const MOST_BYTES: usize = 2 * 1024 * 1024;

/// Most people of a report: finding out who is who costs the square of it.
pub const MOST_PEOPLE: usize = 3_000;

/// Names under which programs come that record or take notes.
const BOTS: [&str; 14] = [
    "read.ai",
    "otter.ai",
    "otterpilot",
    "fireflies",
    "fathom",
    "notetaker",
    "note taker",
    "meeting notes",
    "tl;dv",
    "tldv",
    "sembly",
    "avoma",
    "ai companion",
    "ai notes",
];

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Column {
    Attended,
    Name,
    Email,
    Join,
    Leave,
    Minutes,
    Guest,
    Waiting,
}

/// The column that a heading names, whatever its case and its unit.
fn column(heading: &str) -> Option<Column> {
    let plain: String = heading.trim_start_matches('\u{feff}').trim().to_lowercase();
    let bare = plain.split('(').next().unwrap_or_default().trim();
    Some(match bare {
        "attended" => Column::Attended,
        "name" | "user name" | "participant" => Column::Name,
        "user email" | "email" => Column::Email,
        "join time" => Column::Join,
        "leave time" => Column::Leave,
        "duration" | "total duration" | "time in session" => Column::Minutes,
        "guest" | "is guest" => Column::Guest,
        "in waiting room" => Column::Waiting,
        _ => return None,
    })
}

struct Header(Vec<Option<Column>>);

impl Header {
    /// A line that names at least a person and how long or since when she was there.
    fn of(row: &csv::StringRecord) -> Option<Self> {
        let columns: Vec<Option<Column>> = row.iter().map(column).collect();
        let has = |c| columns.contains(&Some(c));
        // The line about the meeting names an address and a duration, never a name.
        (has(Column::Name) && (has(Column::Join) || has(Column::Minutes))).then_some(Self(columns))
    }

    fn get<'r>(&self, row: &'r csv::StringRecord, column: Column) -> &'r str {
        let at = self.0.iter().position(|c| *c == Some(column));
        at.and_then(|i| row.get(i)).unwrap_or_default().trim()
    }
}

/// Reads a report. Its times are wall time in `zone`.
pub fn read(text: &str, zone: &str) -> Result<Vec<Seen>, Fault> {
    let text: Cow<'_, str> =
        if text.starts_with('\u{feff}') { Cow::Owned(text.replace('\u{feff}', "")) } else { Cow::Borrowed(text) };
    let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut header: Option<Header> = None;
    let mut seen = Everyone::default();
    let mut record = csv::StringRecord::new();
    loop {
        let line = reader.position().line() as usize;
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) => return Err(Fault::Time(line, String::new())),
        }
        // A webinar's report has a table for hosts, one for panelists, one for attendees.
        if let Some(found) = Header::of(&record) {
            header = Some(found);
            continue;
        }
        let Some(header) = &header else { continue };
        let cell = |c| header.get(&record, c);
        if cell(Column::Name).is_empty()
            || cell(Column::Attended).eq_ignore_ascii_case("no")
            || cell(Column::Waiting).eq_ignore_ascii_case("yes")
        {
            continue;
        }
        let span = match (cell(Column::Join), cell(Column::Leave)) {
            ("" | "--", _) | (_, "" | "--") => None,
            (join, leave) => {
                let parse = |v: &str| moment(v, zone).ok_or_else(|| Fault::Time(line, v.to_owned()));
                Some((parse(join)?, parse(leave)?))
            }
        };
        if seen.people.len() > MOST_PEOPLE {
            return Err(Fault::TooMany);
        }
        let minutes = cell(Column::Minutes).parse::<f64>().map_or(0, |m| m.clamp(0.0, 10_000.0).round() as i64);
        seen.add(
            cell(Column::Name),
            cell(Column::Email),
            span,
            minutes,
            cell(Column::Guest).eq_ignore_ascii_case("yes"),
        );
    }
    if header.is_none() {
        return Err(Fault::NoTable);
    }
    Ok(seen.people.into_iter().map(Seen::together).collect())
}

/// Who was there so far, and where each stands by address and by plain name: a row finds its person without looking at
/// all of them.
#[derive(Default)]
struct Everyone {
    people: Vec<Seen>,
    by_email: HashMap<String, usize>,
    by_name: HashMap<String, Vec<usize>>,
}

impl Everyone {
    fn add(&mut self, shown: &str, email: &str, span: Option<(Time, Time)>, minutes: i64, is_guest: bool) {
        let (name, original) = names(shown);
        let (address, key) = (email.to_lowercase(), plain(&original));
        // The same address, or the same name where one of the two has no address.
        let namesakes = self.by_name.entry(key).or_default();
        let by_name = namesakes.iter().copied().find(|i| email.is_empty() || self.people[*i].email.is_empty());
        let by_email = self.by_email.get(&address).copied().filter(|_| !email.is_empty());
        let at = by_name.into_iter().chain(by_email).min().unwrap_or(self.people.len());
        if at == self.people.len() {
            let lower = shown.to_lowercase();
            let is_bot = BOTS.iter().any(|b| lower.contains(b));
            namesakes.push(at);
            self.people.push(Seen {
                name,
                original,
                email: email.to_owned(),
                spans: Vec::new(),
                minutes: 0,
                is_guest,
                is_bot,
            });
        }
        let entry = &mut self.people[at];
        if entry.email.is_empty() {
            email.clone_into(&mut entry.email);
        }
        if !email.is_empty() {
            self.by_email.entry(address).and_modify(|first| *first = at.min(*first)).or_insert(at);
        }
        entry.minutes += minutes;
        entry.spans.extend(span.filter(|(a, b)| a <= b).map(|(a, b)| (a.0, b.0)));
    }
}

impl Seen {
    /// Two entries of one person as one.
    #[must_use]
    pub fn together(mut self) -> Self {
        self.settle();
        self
    }

    /// Merges times that overlap or touch; then they tell the minutes.
    fn settle(&mut self) {
        if self.spans.is_empty() {
            return;
        }
        self.spans.sort_unstable();
        let mut merged: Vec<(i64, i64)> = Vec::new();
        for (from, to) in self.spans.drain(..) {
            match merged.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => merged.push((from, to)),
            }
        }
        let micros: i64 = merged.iter().map(|(a, b)| b - a).sum();
        self.minutes = (micros + 30_000_000) / 60_000_000;
        self.spans = merged;
    }
}

/// `Shown (Account)` are two names of one person.
fn names(shown: &str) -> (String, String) {
    match shown.rsplit_once(" (") {
        Some((name, rest)) if rest.ends_with(')') && !name.is_empty() => {
            (name.trim().to_owned(), rest.trim_end_matches(')').trim().to_owned())
        }
        _ => (shown.trim().to_owned(), shown.trim().to_owned()),
    }
}

/// A name without case, accents and marks, for comparing.
pub fn plain(name: &str) -> String {
    weft_kernel::plain::norm_words(name).trim().to_owned()
}

fn moment(text: &str, zone: &str) -> Option<Time> {
    if let Some(at) = Time::parse(text) {
        return Some(at);
    }
    let formats = [
        "%m/%d/%Y %I:%M:%S %p",
        "%m/%d/%Y %I:%M %p",
        "%m/%d/%Y %H:%M:%S",
        "%m/%d/%Y %H:%M",
        "%b %d, %Y %H:%M:%S",
        "%b %d, %Y %I:%M:%S %p",
        "%Y-%m-%d %H:%M:%S",
        "%Y-%m-%d %I:%M:%S %p",
        "%Y-%m-%d %H:%M",
    ];
    let local = formats.iter().find_map(|f| strtime::parse(f, text).ok().and_then(|t| t.to_datetime().ok()))?;
    at(local, zone)
}

/// Within the hour that clocks skip, what stands there is the moment itself.
fn at(local: DateTime, zone: &str) -> Option<Time> {
    match when::moment(local, zone) {
        Ok(at) => Some(at),
        Err(when::NoMoment::Skipped) => when::moment(local.checked_add(jiff::Span::new().hours(1)).ok()?, zone).ok(),
        Err(when::NoMoment::Zone) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NY: &str = "America/New_York";

    fn read_ny(text: &str) -> Vec<Seen> {
        read(text, NY).expect("a report")
    }

    #[test]
    fn all_rows_with_rejoins_a_rename_a_guest_and_a_bot() {
        let seen = read_ny(
            "\u{feff}Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent\n\
             \"Rosa, at home (Rosa Example)\",rosa@example.org,08/09/2026 10:45:00 AM,08/09/2026 11:15:00 AM,30,No,Y\n\
             Rosa Example,rosa@example.org,08/09/2026 11:10:00 AM,08/09/2026 12:00:00 PM,50,No,Y\n\
             Río Núñez,,08/09/2026 10:50:00 AM,08/09/2026 11:00:00 AM,10,Yes,Y\n\
             read.ai meeting notes,,08/09/2026 10:40:00 AM,08/09/2026 12:00:00 PM,80,Yes,\n",
        );
        assert_eq!(seen.len(), 3);
        assert_eq!(
            (seen[0].name.as_str(), seen[0].original.as_str(), seen[0].minutes, seen[0].spans.len()),
            ("Rosa, at home", "Rosa Example", 75, 1)
        );
        assert!(seen[1].is_guest && !seen[1].is_bot && seen[1].minutes == 10);
        assert!(seen[2].is_bot);
    }

    #[test]
    fn lines_about_the_meeting_come_first_in_any_number() {
        let seen = read_ny(
            "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n\
            123,\"Session, one\",\"Mar 12, 2025 12:58:00\",\"Mar 12, 2025 16:02:00\",host@example.org,184,2\n\n\
             Name (original name),Email,Total duration (minutes),Guest\n\
             Ana Example,ana@example.org,171,No\n\"Example\nBo\",bo@example.org,12,No\n",
        );
        assert_eq!(
            seen.iter().map(|s| (s.email.as_str(), s.minutes)).collect::<Vec<_>>(),
            [("ana@example.org", 171), ("bo@example.org", 12)]
        );
    }

    #[test]
    fn a_webinar_has_tables_of_its_own_for_hosts_and_attendees() {
        let seen = read_ny(
            "Attendee Report\nReport generated time,\"Jan 23, 2026 15:00:00\"\n\
            Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered\n\
            Rooted,9,\"Jan 23, 2026 13:00:00\",90,3\n\
             Host Details,\n\
             Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),\
             Is Guest,Country/Region Name\n\
             Yes,Host One,host@example.org,\"Jan 23, 2026 12:50:00\",\"Jan 23, 2026 14:30:00\",100,No,United States,\n\
             Attendee Details,\n\
             Attended,User Name (Original Name),First Name,Last Name,Email,Phone,Registration Time,\
             Approval Status,Join Time,Leave Time,Time in Session (minutes),\
             Is Guest,Country/Region Name\n\
             Yes,Bea,Bea,Example,bea@example.org,,\"Jan 20, 2026 09:00:00\",approved,\
             \"Jan 23, 2026 13:00:00\",\"Jan 23, 2026 14:00:00\",60,Yes,United States\n\
             No,Cy,Cy,Example,cy@example.org,,\"Jan 20, 2026 09:00:00\",approved,--,--,--,--,--\n",
        );
        assert_eq!(
            seen.iter().map(|s| (s.name.as_str(), s.minutes)).collect::<Vec<_>>(),
            [("Host One", 100), ("Bea", 60)]
        );
    }

    #[test]
    fn what_is_no_report_is_refused_with_its_place() {
        assert_eq!(read("a,b\n1,2\n", NY), Err(Fault::NoTable));
        assert_eq!(read("Name,Email,Join Time,Leave Time\nAna,,soon,later\n", NY), Err(Fault::Time(2, "soon".into())));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,300}") {
            let _ = read(&text, NY);
        }

        #[test]
        fn minutes_never_exceed_the_time_from_first_to_last(
            rows in proptest::collection::vec((0_i64..200, 0_i64..100), 1..12),
        ) {
            let mut all = Everyone::default();
            for (from, length) in &rows {
                let span = (Time(from * 60_000_000), Time((from + length) * 60_000_000));
                all.add("Ana", "a@example.org", Some(span), 0, false);
            }
            let seen: Vec<Seen> = all.people.into_iter().map(Seen::together).collect();
            let first = rows.iter().map(|r| r.0).min().unwrap_or(0);
            let last = rows.iter().map(|r| r.0 + r.1).max().unwrap_or(0);
            let longest = rows.iter().map(|r| r.1).max().unwrap_or(0);
            proptest::prop_assert!(seen[0].minutes <= last - first && seen[0].minutes >= longest);
            proptest::prop_assert!(seen[0].spans.windows(2).all(|w| w[0].1 < w[1].0));
        }
    }
}
