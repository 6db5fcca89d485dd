//! A file of any length, row by row: for the terminal. UTF-8 text is streamed; anything else is read whole,
//! as in the browser.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::Path;

use super::acts::Incoming;
use weft_kernel::reader::Readers;
use weft_media::table::Fault;
use weft_media::table::{self, Table};

/// Headers and the rows to come.
pub struct Source {
    pub headers: Vec<String>,
    rows: Rows,
}

enum Rows {
    Whole(std::vec::IntoIter<(usize, Vec<String>)>),
    Stream(Box<csv::Reader<BufReader<File>>>),
}

/// Opens a file. It is read once from end to end first, so that what is broken is refused before anything begins.
pub async fn open(readers: &Readers, path: &Path) -> std::io::Result<Result<Source, Fault>> {
    let whole = |table: Table| Source { headers: table.headers, rows: Rows::Whole(table.rows.into_iter()) };
    let Some(head) = scan(path)? else { return Ok(table::open(readers, std::fs::read(path)?).await.map(whole)) };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(table::delimiter(&head))
        .flexible(true)
        .has_headers(false)
        .buffer_capacity(1 << 16)
        .from_reader(BufReader::new(File::open(path)?));
    let mut first = csv::StringRecord::new();
    if let Err(e) = reader.read_record(&mut first) {
        return Ok(Err(table::fault(1, "", &e.to_string(), "fault-csv")));
    }
    let cells = first
        .iter()
        .enumerate()
        .map(|(i, c)| if i == 0 { c.trim_start_matches('\u{feff}') } else { c }.to_owned())
        .collect();
    Ok(table::headers(cells).map(|headers| Source { headers, rows: Rows::Stream(Box::new(reader)) }))
}

/// The first part of a file that can be streamed: UTF-8, no NUL, every quote closed. `None` sends it to the
/// reader that takes files whole and says what is wrong with them.
fn scan(path: &Path) -> std::io::Result<Option<String>> {
    let mut file = File::open(path)?;
    let (mut head, mut rest, mut quotes) = (String::new(), Vec::new(), 0_usize);
    let mut buffer = vec![0; 1 << 16];
    loop {
        let n = file.read(&mut buffer)?;
        if n == 0 {
            return Ok((rest.is_empty() && quotes.is_multiple_of(2) && !head.is_empty()).then_some(head));
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
        quotes += rest[..valid].iter().copied().filter(|b| *b == b'"').count();
        if head.is_empty() {
            head = String::from_utf8_lossy(&rest[..valid]).into_owned();
        }
        rest.drain(..valid);
    }
}

impl Iterator for Source {
    type Item = Incoming<'static>;

    fn next(&mut self) -> Option<Self::Item> {
        let reader = match &mut self.rows {
            Rows::Whole(rows) => return rows.next().map(|(line, cells)| Ok((line, Cow::Owned(cells)))),
            Rows::Stream(reader) => reader,
        };
        let mut record = csv::StringRecord::new();
        loop {
            match reader.read_record(&mut record) {
                Ok(false) => return None,
                Ok(true) if record.iter().all(|c| c.trim().is_empty()) => {}
                Ok(true) => break,
                Err(e) => {
                    return Some(Err(table::fault(reader.position().line() as usize, "", &e.to_string(), "fault-csv")));
                }
            }
        }
        let line = record.position().map_or(0, |p| p.line() as usize);
        let cells = record.iter().map(str::to_owned).collect();
        Some(table::row(&self.headers, line, cells).map(|cells| (line, Cow::Owned(cells))))
    }
}
