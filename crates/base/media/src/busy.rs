//! When someone is busy, read from the calendar that they keep elsewhere (iCalendar, RFC 5545). Titles, places and
//! guests stay in the reader's process: what comes out is moments and counts, and nothing else.

pub mod in_child;

use weft_kernel::clock::Time;
use weft_kernel::reader::{Ask, Failure, Input, Readers, Said, Sender};

/// Most busy times that a calendar may have within a window.
pub const MOST_TIMES: usize = 5_000;

/// Longest answer, in bytes: two moments a line.
const MOST_ANSWER: u64 = 256 * 1024;

/// What is asked of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// The zone of days, and of times that name none: an IANA name.
    pub zone: String,
    pub from: Time,
    pub to: Time,
}

/// When someone is busy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// From when to when: sorted, apart from each other, within the window.
    pub busy: Vec<(Time, Time)>,
    /// Entries that the calendar has, and how many of them could not be understood.
    pub entries: i64,
    pub unread: i64,
}

/// Why a calendar cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is something else, or it ends before its end.
    NoCalendar,
    /// More times than anyone has: a rule without an end, by the second.
    TooMany,
    /// It takes more memory or time than a calendar may.
    Unreadable,
    /// No reader was free. Nothing is wrong with the calendar.
    Busy,
}

impl Fault {
    const REFUSALS: [(&str, Self); 2] = [("no-calendar", Self::NoCalendar), ("too-many", Self::TooMany)];

    /// What a reader says of it.
    pub fn word(self) -> &'static str {
        Self::REFUSALS.iter().find(|(_, f)| *f == self).map_or("", |(word, _)| word)
    }
}

impl Window {
    /// The line that goes before a calendar.
    fn head(&self) -> String {
        format!("{} {} {}\n", self.zone, self.from.0, self.to.0)
    }

    /// The window and the calendar behind it.
    fn split(input: &[u8]) -> Option<(Self, &[u8])> {
        let end = input.iter().position(|b| *b == b'\n')?;
        let mut words = std::str::from_utf8(&input[..end]).ok()?.split(' ');
        let zone = words.next().filter(|z| weft_kernel::zone::is_known(z))?.to_owned();
        let mut moment = || words.next()?.parse().ok().map(Time);
        Some((Self { zone, from: moment()?, to: moment()? }, &input[end + 1..]))
    }
}

impl Times {
    /// What a reader answers with: the counts, and each busy time on a line.
    pub fn told(&self) -> (String, Vec<u8>) {
        let lines: String = self.busy.iter().map(|(from, to)| format!("{} {}\n", from.0, to.0)).collect();
        (format!("{} {}", self.entries, self.unread), lines.into_bytes())
    }

    fn read(word: &str, lines: &[u8]) -> Option<Self> {
        let two = |text: &str| -> Option<(i64, i64)> {
            let (a, b) = text.split_once(' ')?;
            Some((a.parse().ok()?, b.parse().ok()?))
        };
        let (entries, unread) = two(word)?;
        let busy = std::str::from_utf8(lines).ok()?.lines().map(|l| two(l).map(|(a, b)| (Time(a), Time(b))));
        Some(Self { busy: busy.collect::<Option<_>>()?, entries, unread })
    }
}

/// Has a calendar read in a process of its own.
pub async fn read(readers: &Readers, calendar: &[u8], window: &Window) -> Result<Times, Fault> {
    let ask = Ask { what: "calendar", from: Sender::SignedIn, most: MOST_ANSWER };
    let input = [window.head().as_bytes(), calendar].concat();
    let mut answer = Vec::new();
    match readers.read(ask, Input::Bytes(input), &mut answer).await {
        Ok(Said::Taken(word, _)) => Times::read(&word, &answer).ok_or(Fault::Unreadable),
        Ok(Said::Refused(why)) => {
            let known = Fault::REFUSALS.iter().find(|(word, _)| *word == why);
            Err(known.map_or(Fault::Unreadable, |(_, fault)| *fault))
        }
        Err(Failure::Unreadable) => Err(Fault::Unreadable),
        Err(Failure::Busy) => Err(Fault::Busy),
    }
}
