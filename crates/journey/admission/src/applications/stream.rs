//! A file of any length, row by row: for the terminal. UTF-8 text is streamed; anything else is read whole,
//! as in the browser.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufReader, Read as _, Seek as _};
use std::path::Path;

use super::acts::Incoming;
use weft_kernel::reader::Readers;
use weft_media::table::Fault;
use weft_media::table::{self, How, Quotes, Table};

/// Headers and the rows to come.
pub struct Source {
    pub headers: Vec<String>,
    pub how: How,
    rows: Rows,
}

enum Rows {
    Whole(std::vec::IntoIter<(usize, Vec<String>)>),
    Stream(Box<csv::Reader<BufReader<File>>>, At),
}

/// Which row of a spreadsheet a record is: empty rows count, line breaks in cells do not.
#[derive(Default)]
struct At {
    row: usize,
    /// Line breaks in cells so far.
    broken: usize,
    /// One where lines end in two characters: the reader has counted the second of them only with the next record.
    behind: usize,
}

impl At {
    /// Takes note of a record that was read up to `line`, which is the next one.
    fn after(&mut self, line: u64, cells: &csv::StringRecord) {
        self.broken += table::breaks(cells.iter());
        let line = line as usize + self.behind;
        if self.row == 0 {
            self.behind = (2 + self.broken).saturating_sub(line);
        }
        // The last line of a file may have no end.
        self.row = line.saturating_sub(1 + self.broken).max(self.row + 1);
    }
}

/// Opens a file. It is read once from end to end first, so that what is broken is refused before anything begins.
pub async fn open(readers: &Readers, path: &Path) -> std::io::Result<Result<Source, Fault>> {
    let whole = async || {
        let table = table::open(readers, std::fs::read(path)?).await;
        let source =
            |table: Table| Source { headers: table.headers, how: table.how, rows: Rows::Whole(table.rows.into_iter()) };
        Ok(table.map(source))
    };
    let Some(delimiter) = scan(path)? else { return whole().await };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .buffer_capacity(1 << 16)
        .from_reader(BufReader::new(File::open(path)?));
    let mut first = csv::StringRecord::new();
    if let Err(e) = reader.read_record(&mut first) {
        return Ok(Err(table::fault(1, "", &e.to_string(), "fault-csv")));
    }
    let cells: Vec<String> = first
        .iter()
        .enumerate()
        .map(|(i, c)| if i == 0 { c.trim_start_matches('\u{feff}') } else { c }.to_owned())
        .collect();
    if table::is_shaped_by_its_rows(&cells) {
        return whole().await;
    }
    let how =
        How { encoding: "UTF-8".into(), delimiter: Some(char::from(delimiter)), header_lines: 1, ..How::default() };
    let mut at = At::default();
    at.after(reader.position().line(), &first);
    Ok(table::headers(cells).map(|headers| Source { headers, how, rows: Rows::Stream(Box::new(reader), at) }))
}

/// The delimiter of a file that can be streamed: UTF-8, no NUL, every quote closed, nothing in front of its header.
/// `None` sends it to the reader that takes files whole and says what is wrong with them.
fn scan(path: &Path) -> std::io::Result<Option<u8>> {
    let mut file = File::open(path)?;
    let (mut rest, mut quotes): (Vec<u8>, Option<Quotes>) = (Vec::new(), None);
    let mut buffer = vec![0; 1 << 16];
    loop {
        let n = file.read(&mut buffer)?;
        if n == 0 {
            let is_closed = quotes.as_ref().is_some_and(|q| q.end().is_none());
            return Ok(quotes.filter(|_| rest.is_empty() && is_closed).map(|q| q.delimiter()));
        }
        rest.extend_from_slice(&buffer[..n]);
        let valid = match std::str::from_utf8(&rest) {
            Ok(text) => text.len(),
            // A character may be cut in two at the end of what was read so far.
            Err(e) if e.error_len().is_none() && rest.len() - e.valid_up_to() < 4 => e.valid_up_to(),
            Err(_) => return Ok(None),
        };
        if table::is_workbook(&rest) || rest[..valid].contains(&0) {
            return Ok(None);
        }
        let text = String::from_utf8_lossy(&rest[..valid]);
        let quotes = quotes.get_or_insert_with(|| Quotes::new(table::delimiter(&text)));
        let begins = text.trim_start_matches('\u{feff}').trim_start_matches('"').to_ascii_lowercase();
        let is_said = file.stream_position()? == n as u64 && begins.starts_with("sep=");
        if is_said || !text.contains('\n') && text.contains('\r') || quotes.feed(text.as_bytes()).is_some() {
            return Ok(None);
        }
        rest.drain(..valid);
    }
}

impl Iterator for Source {
    type Item = Incoming<'static>;

    fn next(&mut self) -> Option<Self::Item> {
        let (reader, at) = match &mut self.rows {
            Rows::Whole(rows) => return rows.next().map(|(line, cells)| Ok((line, Cow::Owned(cells)))),
            Rows::Stream(reader, at) => (reader, at),
        };
        let mut record = csv::StringRecord::new();
        loop {
            match reader.read_record(&mut record) {
                Ok(false) => return None,
                Ok(true) => at.after(reader.position().line(), &record),
                Err(e) => return Some(Err(table::fault(at.row + 1, "", &e.to_string(), "fault-csv"))),
            }
            if record.iter().any(|c| !c.trim().is_empty()) {
                break;
            }
        }
        let cells = record.iter().map(str::to_owned).collect();
        Some(table::row(&self.headers, at.row, cells).map(|cells| (at.row, Cow::Owned(cells))))
    }
}
