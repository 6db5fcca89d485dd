//! The records of delimited text: where the delimiter is told or guessed, and every quote has to be closed.

use super::{Fault, fault};

/// The delimiter that splits the first line most often outside quotes; empty lines above it are none.
pub fn delimiter(text: &str) -> u8 {
    let text = text.trim_start_matches(['\r', '\n']);
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0), (b'|', 0)];
    let mut quoted = false;
    for b in text.bytes() {
        match b {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if !quoted => counts.iter_mut().filter(|(d, _)| *d == b).for_each(|(_, n)| *n += 1),
            _ => {}
        }
    }
    counts.iter().rev().max_by_key(|(_, n)| *n).map_or(b',', |(d, _)| *d)
}

/// What a first line such as `sep=;` says, which Excel writes and does not show: the next line is row 1.
pub(super) struct Said<'t> {
    pub delimiter: Option<u8>,
    pub rest: &'t str,
}

impl<'t> Said<'t> {
    pub fn of(text: &'t str) -> Self {
        let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
        let line = first.trim_end_matches('\r').trim_matches('"').to_ascii_lowercase();
        match line.strip_prefix("sep=").map(str::as_bytes) {
            Some([delimiter]) if delimiter.is_ascii() => Self { delimiter: Some(*delimiter), rest },
            _ => Self { delimiter: None, rest: text },
        }
    }
}

/// Follows the quotes of delimited text, however it comes. A quoted cell ends where its delimiter or line does; what
/// goes on after a quote was quoted wrongly, and the cell's row is where to look: a line break in a cell begins no row.
#[derive(Debug)]
pub struct Quotes {
    delimiter: u8,
    at: At,
    row: usize,
    opened: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Start,
    Plain,
    Quoted,
    /// After a quote in a quoted cell: its end, or the first of two.
    Quote,
    /// Space between the end of a quoted cell and what follows it.
    Closed,
}

impl Quotes {
    pub fn new(delimiter: u8) -> Self {
        Self { delimiter, at: At::Start, row: 1, opened: 1 }
    }

    /// Takes the next bytes; returns the row of a cell whose quotes are wrong.
    pub fn feed(&mut self, bytes: &[u8]) -> Option<usize> {
        for b in bytes {
            let ends = *b == self.delimiter || matches!(*b, b'\n' | b'\r');
            self.at = match (self.at, *b) {
                (At::Start, b'"') => {
                    self.opened = self.row;
                    At::Quoted
                }
                (At::Quoted, b'"') => At::Quote,
                (At::Quoted, _) | (At::Quote, b'"') => At::Quoted,
                (_, _) if ends => At::Start,
                (At::Quote | At::Closed, b' ' | b'\t') => At::Closed,
                (At::Quote | At::Closed, _) => return Some(self.opened),
                (At::Start | At::Plain, _) => At::Plain,
            };
            self.row += usize::from(*b == b'\n' && self.at != At::Quoted);
        }
        None
    }

    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// Says that the text is over; returns the row of a cell that never ends.
    pub fn end(&self) -> Option<usize> {
        (self.at == At::Quoted).then_some(self.opened)
    }
}

/// The records of delimited text, each with the number of its row as a spreadsheet shows it: empty rows count, line
/// breaks in cells do not. A record takes no more room than a row may have cells.
pub(super) struct Records<'t> {
    reader: csv_core::Reader,
    rest: &'t [u8],
    /// Line breaks in the cells of the records so far.
    broken: usize,
    /// Of the record just read: its text, and where its cells end.
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl<'t> Records<'t> {
    pub fn new(text: &'t str, delimiter: u8, most_columns: usize) -> Self {
        let reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
        Self { reader, rest: text.as_bytes(), broken: 0, text: vec![0; 1 << 16], ends: vec![0; most_columns + 1] }
    }

    pub fn next(&mut self) -> Result<Option<(usize, Vec<String>)>, Fault> {
        let (mut written, mut ended) = (0, 0);
        let row = self.row();
        loop {
            let (result, read, wrote, ends) =
                self.reader.read_record(self.rest, &mut self.text[written..], &mut self.ends[ended..]);
            self.rest = &self.rest[read..];
            written += wrote;
            ended += ends;
            match result {
                // The text goes on after what was given, and there is no more: what is left is the last record.
                csv_core::ReadRecordResult::InputEmpty => {}
                csv_core::ReadRecordResult::OutputFull => {
                    let longer = self.text.len() * 2;
                    self.text.resize(longer, 0);
                }
                csv_core::ReadRecordResult::OutputEndsFull => {
                    return Err(fault(row, "", &ended.to_string(), "fault-columns"));
                }
                csv_core::ReadRecordResult::Record => break,
                csv_core::ReadRecordResult::End => return Ok(None),
            }
        }
        let ends = &self.ends[..ended];
        if ended == self.ends.len() {
            return Err(fault(row, "", &ended.to_string(), "fault-columns"));
        }
        let starts = std::iter::once(0).chain(ends.iter().copied());
        // Cut at delimiters and quotes, which are characters of their own: the text stays text.
        let cells: Vec<String> =
            starts.zip(ends).map(|(from, to)| String::from_utf8_lossy(&self.text[from..*to]).into_owned()).collect();
        self.broken += breaks(cells.iter().map(String::as_str));
        Ok(Some((row, cells)))
    }

    /// The row of the next record: empty ones before it are skipped.
    fn row(&self) -> usize {
        let empty = self.rest.iter().take_while(|b| matches!(b, b'\n' | b'\r')).filter(|b| **b == b'\n').count();
        (self.reader.line() as usize + empty).saturating_sub(self.broken)
    }
}

/// Line breaks in cells.
pub fn breaks<'c>(cells: impl Iterator<Item = &'c str>) -> usize {
    cells.map(|c| c.matches('\n').count()).sum()
}
