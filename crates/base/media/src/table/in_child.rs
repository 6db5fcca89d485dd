//! How a workbook is read. Runs in the reader's process (`kernel/reader`): zipped XML may ask for any memory.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write};

use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType, Reader as _, SheetType, SheetVisible, Xlsx};

use super::shape::is_second_line;
use super::{Fault, How, LINE, LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, ZIPPED, fault, headers, row};

/// Bytes that all parts of a workbook may unpack to, and that its cells may hold: a text may be used by many cells.
const MOST_UNPACKED: u64 = 20 * 1024 * 1024;
const MOST_TEXT: usize = 20 * 1024 * 1024;

/// What is in a sheet of a workbook: its columns and, of the other rows that hold anything, the cells that do,
/// in their columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub headers: Vec<String>,
    pub rows: BTreeMap<usize, Vec<(usize, String)>>,
    pub how: How,
}

/// Reads the wanted sheet, or the first one that is visible, cell by cell: rows between two cells take no room.
pub fn workbook(input: &[u8]) -> Result<Sheet, Fault> {
    let (wanted, bytes) = match input.iter().position(|b| *b == 0) {
        Some(at) if !input.starts_with(ZIPPED) => (std::str::from_utf8(&input[..at]).ok(), &input[at + 1..]),
        _ => (None, input),
    };
    if !is_small_enough(bytes) {
        return Err(fault(1, "", "", "fault-xlsx-large"));
    }
    let unreadable = |e: String| fault(1, "", &e, "fault-xlsx");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| unreadable(e.to_string()))?;
    let is_table = |s: &&calamine::Sheet| s.typ == SheetType::WorkSheet && s.visible == SheetVisible::Visible;
    let mut sheets: Vec<String> = book.sheets_metadata().iter().filter(is_table).map(|s| s.name.clone()).collect();
    if sheets.is_empty() {
        return Err(unreadable("no sheet".into()));
    }
    let at = match wanted {
        Some(name) => sheets.iter().position(|s| s == name).ok_or_else(|| fault(1, "", name, "fault-sheet"))?,
        None => 0,
    };
    let name = sheets.remove(at);
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
    rows.retain(|_, cells| cells.iter().any(|(_, c)| !c.trim().is_empty()));
    let Some((_, top)) = rows.pop_first() else { return Err(fault(1, "", "", "fault-empty")) };
    let mut headers = headers(dense(top, first, MOST_COLUMNS))?;
    // A second line of headers names columns that the first one does not.
    if let Some(second) = rows.values().next().map(|cells| dense(cells.clone(), first, MOST_COLUMNS))
        && second.len() > headers.len()
    {
        let mut wider = headers.clone();
        wider.resize(second.len(), String::new());
        if is_second_line(&wider, &second) {
            headers = wider;
        }
    }
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
    let how = How { sheet: Some(name), other_sheets: sheets, ..How::default() };
    Ok(Sheet { headers, rows, how })
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
    /// Writes how the sheet was read on a line of its own, then each row as CSV, its line in front; the columns come
    /// first.
    pub fn write(self, mut out: impl Write) -> csv::Result<()> {
        writeln!(out, "{}", serde_json::to_string(&self.how).expect("texts are always JSON"))?;
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

/// A cell as text: whole numbers without a point, dates in ISO form, times of day as they are shown.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Float(f) if f.fract() == 0.0 && f.abs() < 1e15 => format!("{f:.0}"),
        DataRef::DateTime(day) => excel_day(day).unwrap_or_else(|| day.to_string()),
        DataRef::SharedString(text) => (*text).to_owned(),
        other => calamine::Data::from(other.clone()).to_string(),
    }
}

/// Days between the two beginnings that spreadsheets count from: 1899-12-30 and 1904-01-01.
const EPOCHS_APART: i64 = 1_462;

/// A date that a spreadsheet counts in days: ISO 8601, without a time at midnight; less than a day is a time of day,
/// and a duration is hours and minutes.
fn excel_day(day: &ExcelDateTime) -> Option<String> {
    let days = day.as_f64();
    let seconds = (days * 86_400.0).round() as i64;
    if day.is_duration() || (0..86_400).contains(&seconds) {
        let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        let clock = format!("{hours:02}:{minutes:02}");
        return (seconds >= 0).then(|| if rest == 0 { clock } else { format!("{clock}:{rest:02}") });
    }
    // The type does not tell its epoch: what it makes of the number does.
    let as_1900 = ExcelDateTime::new(days, ExcelDateTimeType::DateTime, false);
    let epoch = if as_1900.to_ymd_hms_milli() == day.to_ymd_hms_milli() { 0 } else { EPOCHS_APART };
    let start = jiff::civil::date(1899, 12, 30).at(0, 0, 0, 0);
    let at = start.checked_add(jiff::SignedDuration::from_secs(seconds + epoch * 86_400)).ok()?;
    let is_day = at.time() == jiff::civil::Time::midnight();
    Some(if is_day { at.date().to_string() } else { at.to_string() })
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
        assert_eq!(table.rows, [(2, first), (3, row(["W2", "b@example.org", "2024-10-01", "3", "0456", ""]))]);
    }

    #[test]
    fn times_of_day_and_durations_stay_what_they_are() {
        let of = |days, kind, is_1904| excel_day(&ExcelDateTime::new(days, kind, is_1904)).expect("a time");
        for is_1904 in [false, true] {
            assert_eq!(of(9.5 / 24.0, ExcelDateTimeType::DateTime, is_1904), "09:30");
            assert_eq!(of(33_307.0 / 86_400.0, ExcelDateTimeType::DateTime, is_1904), "09:15:07");
            assert_eq!(of(26.5 / 24.0, ExcelDateTimeType::TimeDelta, is_1904), "26:30");
        }
        assert_eq!(of(44_106.375, ExcelDateTimeType::DateTime, true), "2024-10-03T09:00:00");
        assert_eq!(of(45_568.0, ExcelDateTimeType::DateTime, false), "2024-10-03");
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
