//! How a workbook is read. Runs in the reader's process (`kernel/reader`): zipped XML may ask for any memory.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write};

use calamine::{DataRef, Reader as _, Xlsx};

use super::{Fault, LINE, LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, fault, headers, row};

/// Bytes that all parts of a workbook may unpack to, and that its cells may hold: a text may be used by many cells.
const MOST_UNPACKED: u64 = 20 * 1024 * 1024;
const MOST_TEXT: usize = 20 * 1024 * 1024;

/// What is in the first sheet of a workbook: its columns and, of the other rows that hold anything, the cells that do,
/// in their columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub headers: Vec<String>,
    pub rows: BTreeMap<usize, Vec<(usize, String)>>,
}

/// Reads the first sheet, cell by cell: rows between two cells take no room.
pub fn workbook(bytes: &[u8]) -> Result<Sheet, Fault> {
    if !is_small_enough(bytes) {
        return Err(fault(1, "", "", "fault-xlsx-large"));
    }
    let unreadable = |e: String| fault(1, "", &e, "fault-xlsx");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| unreadable(e.to_string()))?;
    let name = book.sheet_names().first().cloned().ok_or_else(|| unreadable("no sheet".into()))?;
    let mut cells = book.worksheet_cells_reader(&name).map_err(|e| unreadable(e.to_string()))?;
    let mut rows: BTreeMap<usize, Vec<(usize, String)>> = BTreeMap::new();
    let (mut first, mut room) = (usize::MAX, MOST_TEXT);
    while let Some(found) = cells.next_cell().map_err(|e| unreadable(e.to_string()))? {
        let (line, column) = (found.get_position().0 as usize + 1, found.get_position().1 as usize);
        let value = found.get_value();
        if matches!(value, DataRef::Empty) {
            continue;
        }
        if column >= MOST_COLUMNS {
            return Err(fault(line, "", &(column + 1).to_string(), "fault-columns"));
        }
        if line > MOST_ROWS + 1 {
            return Err(fault(line, "", "", "fault-rows"));
        }
        let length = match value {
            DataRef::String(text) => text.len(),
            DataRef::SharedString(text) => text.len(),
            _ => 1,
        };
        if length > LONGEST_CELL {
            return Err(fault(line, "", "", "fault-cell-long"));
        }
        room = room.checked_sub(length).ok_or_else(|| fault(line, "", "", "fault-xlsx-large"))?;
        first = first.min(column);
        rows.entry(line).or_default().push((column, text(value)));
    }
    drop(cells);
    drop(book);
    // A table may begin anywhere in its sheet; rows of nothing but space are none.
    let Some((_, top)) = rows.pop_first() else { return Err(fault(1, "", "", "fault-empty")) };
    let headers = headers(dense(top, first, MOST_COLUMNS))?;
    rows.retain(|_, cells| cells.iter().any(|(_, c)| !c.trim().is_empty()));
    if rows.len().saturating_mul(headers.len()) > MOST_CELLS {
        return Err(fault(1, "", "", "fault-cells"));
    }
    for (line, cells) in &mut rows {
        for (column, _) in cells.iter_mut() {
            *column -= first;
        }
        if let Some((column, _)) =
            cells.iter().find(|(column, text)| *column >= headers.len() && !text.trim().is_empty())
        {
            return Err(fault(*line, "", &(column + 1).to_string(), "fault-row-wide"));
        }
    }
    Ok(Sheet { headers, rows })
}

/// Cells in a row of at most so many, from a column on.
fn dense(cells: Vec<(usize, String)>, first: usize, most: usize) -> Vec<String> {
    let length = cells.iter().map(|(column, _)| column + 1 - first).max().unwrap_or(0).min(most);
    let mut row = vec![String::new(); length];
    for (column, text) in cells {
        if let Some(cell) = row.get_mut(column - first) {
            *cell = text;
        }
    }
    row
}

impl Sheet {
    /// Writes each row as CSV, its line in front; the columns come first.
    pub fn write(self, out: impl Write) -> csv::Result<()> {
        let mut out = csv::Writer::from_writer(out);
        out.write_record(std::iter::once(LINE).chain(self.headers.iter().map(String::as_str)))?;
        for (line, cells) in self.rows {
            let cells = row(&self.headers, line, dense(cells, 0, self.headers.len())).unwrap_or_default();
            out.write_record(std::iter::once(line.to_string()).chain(cells))?;
        }
        out.flush()?;
        Ok(())
    }
}

/// A cell as text: whole numbers without a point, dates in ISO form.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Float(f) if f.fract() == 0.0 && f.abs() < 1e15 => format!("{f:.0}"),
        DataRef::DateTime(day) => excel_day(day.as_f64()).unwrap_or_else(|| day.to_string()),
        DataRef::SharedString(text) => (*text).to_owned(),
        other => calamine::Data::from(other.clone()).to_string(),
    }
}

/// Days since 1899-12-30, as spreadsheets count, to ISO 8601.
fn excel_day(days: f64) -> Option<String> {
    let start = jiff::civil::date(1899, 12, 30).at(0, 0, 0, 0);
    let seconds = (days * 86_400.0).round() as i64;
    start.checked_add(jiff::SignedDuration::from_secs(seconds)).ok().map(|d| d.to_string())
}

/// Unpacks everything and keeps nothing: what a zip file says of its sizes counts for nothing, what comes out of it
/// does.
fn is_small_enough(bytes: &[u8]) -> bool {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return false };
    let mut room = MOST_UNPACKED;
    for i in 0..archive.len() {
        let Ok(part) = archive.by_index(i) else { return false };
        match std::io::copy(&mut part.take(room + 1), &mut std::io::sink()) {
            Ok(length) if length <= room => room -= length,
            _ => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_workbook_keeps_dates_numbers_and_leading_zeros() {
        let mut out = Vec::new();
        workbook(include_bytes!("../../../../app/weft/tests/fixtures/xlsx/two-rows.xlsx"))
            .expect("readable")
            .write(&mut out)
            .expect("in memory");
        let table = super::super::told(&out).expect("told");
        let row = |cells: [&str; 6]| cells.map(str::to_owned).to_vec();
        let first = row(["W1", "a@example.org", "2024-09-13T12:28:48", "2.5", "0123", "línea"]);
        assert_eq!(table.rows, [(2, first), (3, row(["W2", "b@example.org", "2024-10-01T00:00:00", "3", "0456", ""]))]);
    }

    #[test]
    fn what_is_no_workbook_is_refused() {
        assert_eq!(workbook(b"PK\x03\x04 not a workbook").expect_err("refused").advice, "fault-xlsx-large");
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = workbook(&[b"PK\x03\x04".as_slice(), &bytes].concat());
        }
    }
}
