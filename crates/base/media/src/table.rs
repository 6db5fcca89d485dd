//! A file becomes a table: CSV in any common encoding and delimiter, or XLSX. What cannot be read is
//! refused with the place and what to do; nothing here panics on any bytes.

pub mod in_child;

use weft_kernel::reader::{Ask, Failure, Input, Readers, Said, Sender};

/// One fault of a file, for a person to mend: where, what, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Fault {
    /// Line in the file; the header is line 1.
    pub line: usize,
    pub column: String,
    /// What stands there, shortened.
    pub value: String,
    /// What to do, as a key of the reader's language.
    pub advice: String,
}

/// A header and its rows, each with its line in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub headers: Vec<String>,
    pub rows: Vec<(usize, Vec<String>)>,
}

/// Longest cell, in bytes.
pub const LONGEST_CELL: usize = 1_000_000;
pub const MOST_COLUMNS: usize = 400;
pub const MOST_ROWS: usize = 200_000;
/// Cells, rows times columns, of a file that is read whole; the terminal streams longer ones. An empty one takes 24
/// bytes.
const MOST_CELLS: usize = 4_000_000;
/// Longest answer of the process that reads workbooks, in bytes.
const MOST_ANSWER: u64 = 48 * 1024 * 1024;

pub fn fault(line: usize, column: &str, value: &str, advice: &str) -> Fault {
    let value = value.chars().filter(|c| !c.is_control()).take(60).collect();
    Fault { line, column: column.to_owned(), value, advice: advice.to_owned() }
}

/// The first bytes of a workbook, as of everything zipped.
const ZIPPED: &[u8] = b"PK\x03\x04";

/// What a reader may refuse a workbook for.
const ADVICE: [&str; 9] = [
    "fault-cell-long",
    "fault-cells",
    "fault-columns",
    "fault-empty",
    "fault-header-twice",
    "fault-row-wide",
    "fault-rows",
    "fault-xlsx",
    "fault-xlsx-large",
];

/// Whether a file, by its first bytes, is for [`open`] only: a workbook is parsed in a process of its own.
pub fn is_workbook(head: &[u8]) -> bool {
    head.starts_with(ZIPPED)
}

/// Reads a whole file, a workbook in a process of its own.
pub async fn open(readers: &Readers, bytes: Vec<u8>) -> Result<Table, Fault> {
    let failed = |advice| fault(1, "", "", advice);
    if !is_workbook(&bytes) {
        return tokio::task::spawn_blocking(move || read(&bytes)).await.unwrap_or_else(|_| Err(failed("fault-csv")));
    }
    let ask = Ask { what: "workbook", from: Sender::SignedIn, most: MOST_ANSWER };
    let mut answer = Vec::new();
    match readers.read(ask, Input::Bytes(bytes), &mut answer).await {
        Ok(Said::Taken(..)) => {
            tokio::task::spawn_blocking(move || told(&answer)).await.ok().flatten().ok_or_else(|| failed("fault-xlsx"))
        }
        Ok(Said::Refused(why)) => {
            let told: Option<Fault> = serde_json::from_str(&why).ok();
            Err(told.filter(|f| ADVICE.contains(&f.advice.as_str())).unwrap_or_else(|| failed("fault-xlsx")))
        }
        Err(Failure::Unreadable) => Err(failed("fault-xlsx")),
        Err(Failure::Busy) => Err(failed("fault-busy")),
    }
}

/// The name of the column of lines in a reader's answer: none that a workbook can have.
const LINE: &str = "\u{1}";

/// What a reader told of a workbook: each row as CSV, its line in front.
pub fn told(answer: &[u8]) -> Option<Table> {
    let mut table = csv(std::str::from_utf8(answer).ok()?, b',', MOST_COLUMNS + 1).ok()?;
    table.headers.remove(0);
    for (line, cells) in &mut table.rows {
        *line = cells.remove(0).parse().ok()?;
    }
    Some(table)
}

/// Reads a whole text file. Workbooks are for [`open`].
pub fn read(bytes: &[u8]) -> Result<Table, Fault> {
    let text = text(bytes)?;
    csv(&text, delimiter(&text), MOST_COLUMNS)
}

/// Text of any encoding that is told by its first bytes or can be guessed.
pub fn text(bytes: &[u8]) -> Result<std::borrow::Cow<'_, str>, Fault> {
    let (encoding, start) = encoding_rs::Encoding::for_bom(bytes).unwrap_or_else(|| {
        if std::str::from_utf8(bytes).is_ok() {
            (encoding_rs::UTF_8, 0)
        } else {
            let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
            detector.feed(bytes, true);
            (detector.guess(None, chardetng::Utf8Detection::Allow), 0)
        }
    });
    let (text, _, _) = encoding.decode(&bytes[start..]);
    match text.split('\n').position(|line| line.contains('\0')) {
        Some(line) => Err(fault(line + 1, "", "NUL", "fault-nul")),
        None => Ok(text),
    }
}

/// The delimiter that splits the first line most often outside quotes.
pub fn delimiter(text: &str) -> u8 {
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

/// Reads delimited text. Limits are looked at before there is room made for what exceeds them.
fn csv(text: &str, delimiter: u8, most_columns: usize) -> Result<Table, Fault> {
    // A quote that is never closed swallows the rest of the file into one cell, and makes everything after it look
    // wrong.
    let is_open = !text.bytes().filter(|b| *b == b'"').count().is_multiple_of(2);
    let mut records = Records::new(text, delimiter, most_columns);
    let first = records.next()?.map(|(_, cells)| headers(cells)).transpose();
    let mut table = Table {
        headers: if is_open { Vec::new() } else { first?.ok_or_else(|| fault(1, "", "", "fault-empty"))? },
        rows: Vec::new(),
    };
    let (mut last, mut room) = (1, MOST_CELLS);
    while let Some((line, cells)) = records.next()? {
        if cells.iter().all(|c| c.trim().is_empty()) {
            continue;
        }
        last = line;
        if is_open {
            continue;
        }
        if table.rows.len() == MOST_ROWS {
            return Err(fault(line, "", "", "fault-rows"));
        }
        room = room.checked_sub(table.headers.len()).ok_or_else(|| fault(line, "", "", "fault-cells"))?;
        let cells = row(&table.headers, line, cells)?;
        table.rows.push((line, cells));
    }
    if is_open { Err(fault(last, "", "\"", "fault-quote")) } else { Ok(table) }
}

/// The records of delimited text, each with its line. A record takes no more room than a row may have cells.
struct Records<'t> {
    reader: csv_core::Reader,
    rest: &'t [u8],
    /// Of the record just read: its text, and where its cells end.
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl<'t> Records<'t> {
    fn new(text: &'t str, delimiter: u8, most_columns: usize) -> Self {
        let reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
        Self { reader, rest: text.as_bytes(), text: vec![0; 1 << 16], ends: vec![0; most_columns + 1] }
    }

    fn next(&mut self) -> Result<Option<(usize, Vec<String>)>, Fault> {
        let (mut written, mut ended) = (0, 0);
        let line = self.line();
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
                    return Err(fault(line, "", &ended.to_string(), "fault-columns"));
                }
                csv_core::ReadRecordResult::Record => break,
                csv_core::ReadRecordResult::End => return Ok(None),
            }
        }
        let ends = &self.ends[..ended];
        if ended == self.ends.len() {
            return Err(fault(line, "", &ended.to_string(), "fault-columns"));
        }
        let starts = std::iter::once(0).chain(ends.iter().copied());
        // Cut at delimiters and quotes, which are characters of their own: the text stays text.
        let cells =
            starts.zip(ends).map(|(from, to)| String::from_utf8_lossy(&self.text[from..*to]).into_owned()).collect();
        Ok(Some((line, cells)))
    }

    /// The line at which the next record begins: empty ones before it are skipped.
    fn line(&self) -> usize {
        let empty = self.rest.iter().take_while(|b| matches!(b, b'\n' | b'\r')).filter(|b| **b == b'\n').count();
        self.reader.line() as usize + empty
    }
}

/// Headers without space around them; empty ones at the end fall away.
pub fn headers(cells: Vec<String>) -> Result<Vec<String>, Fault> {
    let mut headers: Vec<String> = cells.into_iter().map(|h| h.trim().to_owned()).collect();
    while headers.last().is_some_and(String::is_empty) {
        headers.pop();
    }
    if headers.len() > MOST_COLUMNS {
        return Err(fault(1, "", &headers.len().to_string(), "fault-columns"));
    }
    if headers.is_empty() {
        return Err(fault(1, "", "", "fault-empty"));
    }
    Ok(headers)
}

/// The cells of a row, as many as there are columns.
pub fn row(headers: &[String], line: usize, mut cells: Vec<String>) -> Result<Vec<String>, Fault> {
    if let Some((i, long)) = cells.iter().enumerate().find(|(_, c)| c.len() > LONGEST_CELL) {
        return Err(fault(line, headers.get(i).map_or("", String::as_str), long, "fault-cell-long"));
    }
    if cells.iter().skip(headers.len()).any(|c| !c.trim().is_empty()) {
        return Err(fault(line, "", &cells.len().to_string(), "fault-row-wide"));
    }
    cells.resize(headers.len(), String::new());
    Ok(cells)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn headers(bytes: &[u8]) -> Vec<String> {
        read(bytes).expect("readable").headers
    }

    fn advice(bytes: &[u8]) -> (usize, String) {
        let fault = read(bytes).expect_err("refused");
        (fault.line, fault.advice)
    }

    #[test]
    fn delimiters_and_encodings_are_recognised() {
        assert_eq!(headers(b"id;name\n1;A"), ["id", "name"]);
        assert_eq!(headers(b"id\tname\n1\tA"), ["id", "name"]);
        assert_eq!(headers(b"\xEF\xBB\xBFid,name\n1,A"), ["id", "name"]);
        assert_eq!(headers("id,\"a;b;c;d\"\n1,A".as_bytes()), ["id", "a;b;c;d"]);
        let utf16: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain("id,ñ\n1,é\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(read(&utf16).expect("readable").rows, [(2, vec!["1".to_owned(), "é".to_owned()])]);
        let latin: Vec<u8> = "id,nombre\n1,Muñoz Peña y compañía en la montaña\n".chars().map(|c| c as u8).collect();
        assert_eq!(read(&latin).expect("readable").rows[0].1[1], "Muñoz Peña y compañía en la montaña");
    }

    #[test]
    fn cells_with_line_breaks_keep_their_lines() {
        let table = read(b"id,text\n1,\"a\nb\"\n2,c\n").expect("readable");
        assert_eq!(table.rows, [(2, vec!["1".into(), "a\nb".into()]), (4, vec!["2".into(), "c".into()])]);
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_its_place() {
        assert_eq!(advice(b"id,name\n1,\"A\n2,B\n"), (2, "fault-quote".into()));
        assert_eq!(advice(b"id,name\n1,A\0\n"), (2, "fault-nul".into()));
        assert_eq!(advice(b""), (1, "fault-empty".into()));
        assert_eq!(advice(b"id,name\n1,A,B\n"), (2, "fault-row-wide".into()));
        let wide = vec!["c"; 10_000].join(",");
        assert_eq!(advice(wide.as_bytes()), (1, "fault-columns".into()));
    }

    #[test]
    fn a_cell_may_have_a_million_bytes_and_not_one_more() {
        let file = |n: usize| format!("id,text\n1,{}\n", "x".repeat(n)).into_bytes();
        assert_eq!(read(&file(1_000_000)).expect("readable").rows.len(), 1);
        assert_eq!(advice(&file(1_000_001)), (2, "fault-cell-long".into()));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = read(&bytes);
            let _ = told(&bytes);
        }

        #[test]
        fn every_text_survives_a_round_trip(cells in prop::collection::vec("[^\0]{1,30}", 2..6)) {
            prop_assume!(cells.iter().any(|c| !c.trim().is_empty()));
            let mut writer = csv::Writer::from_writer(Vec::new());
            let headers: Vec<String> = (0..cells.len()).map(|i| format!("c{i}")).collect();
            writer.write_record(&headers).expect("in memory");
            writer.write_record(&cells).expect("in memory");
            let table = read(&writer.into_inner().expect("in memory")).expect("readable");
            prop_assert_eq!(&table.rows[0].1, &cells);
        }
    }
}
