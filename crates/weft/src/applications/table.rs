//! A file becomes a table: CSV in any common encoding and delimiter, or XLSX. What cannot be read is
//! refused with the place and what to do; nothing here panics on any bytes.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};

use super::model::Fault;

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
/// Cells of a file that is read whole; the terminal streams longer ones.
const MOST_CELLS: usize = 8_000_000;
const MOST_UNPACKED: u64 = 20 * 1024 * 1024;

pub(super) fn fault(line: usize, column: &str, value: &str, advice: &str) -> Fault {
    let value = value.chars().filter(|c| !c.is_control()).take(60).collect();
    Fault { line, column: column.to_owned(), value, advice: advice.to_owned() }
}

/// Reads a whole file.
pub fn read(bytes: &[u8]) -> Result<Table, Fault> {
    let table = if bytes.starts_with(b"PK\x03\x04") { xlsx(bytes)? } else { csv(&text(bytes)?)? };
    check(table)
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
pub(super) fn delimiter(text: &str) -> u8 {
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

fn csv(text: &str) -> Result<Table, Fault> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter(text)).flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut table = Table::default();
    let mut record = csv::StringRecord::new();
    loop {
        let line = reader.position().line() as usize;
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            Err(e) => return Err(fault(line, "", &e.to_string(), "fault-csv")),
        }
        if record.len() > MOST_COLUMNS {
            return Err(fault(line, "", &record.len().to_string(), "fault-columns"));
        }
        let line = record.position().map_or(line, |p| p.line() as usize);
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if table.headers.is_empty() {
            table.headers = cells;
        } else if cells.iter().any(|c| !c.trim().is_empty()) {
            table.rows.push((line, cells));
        }
    }
    // A quote that is never closed swallows the rest of the file into one cell.
    if !text.bytes().filter(|b| *b == b'"').count().is_multiple_of(2) {
        let line = table.rows.last().map_or(1, |(l, _)| *l);
        return Err(fault(line, "", "\"", "fault-quote"));
    }
    Ok(table)
}

fn xlsx(bytes: &[u8]) -> Result<Table, Fault> {
    if unpacked(bytes).is_none_or(|n| n > MOST_UNPACKED) {
        return Err(fault(1, "", "", "fault-xlsx-large"));
    }
    let unreadable = |e: String| fault(1, "", &e, "fault-xlsx");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| unreadable(e.to_string()))?;
    // A sheet may claim a cell in its last corner: look at every place before room is made for the whole.
    let name = book.sheet_names().first().cloned().ok_or_else(|| unreadable("no sheet".into()))?;
    let mut places = book.worksheet_cells_reader(&name).map_err(|e| unreadable(e.to_string()))?;
    while let Some(cell) = places.next_cell().map_err(|e| unreadable(e.to_string()))? {
        let (row, column) = cell.get_position();
        if column as usize >= MOST_COLUMNS {
            return Err(fault(row as usize + 1, "", &(column + 1).to_string(), "fault-columns"));
        }
        if row as usize > MOST_ROWS {
            return Err(fault(row as usize + 1, "", "", "fault-rows"));
        }
    }
    drop(places);
    let sheet = book.worksheet_range_at(0).ok_or_else(|| unreadable("no sheet".into()))?.map_err(|e| unreadable(e.to_string()))?;
    if sheet.width() > MOST_COLUMNS {
        return Err(fault(1, "", &sheet.width().to_string(), "fault-columns"));
    }
    let mut rows = sheet.rows().enumerate().map(|(i, row)| (i + 1, row.iter().map(cell).collect::<Vec<_>>()));
    let headers = rows.next().map(|(_, cells)| cells).unwrap_or_default();
    Ok(Table { headers, rows: rows.filter(|(_, cells)| cells.iter().any(|c| !c.trim().is_empty())).collect() })
}

/// A cell as text: whole numbers without a point, dates in ISO form.
fn cell(data: &Data) -> String {
    match data {
        Data::Float(f) if f.fract() == 0.0 && f.abs() < 1e15 => format!("{f:.0}"),
        Data::DateTime(day) => excel_day(day.as_f64()).unwrap_or_else(|| day.to_string()),
        Data::Empty => String::new(),
        other => other.to_string(),
    }
}

/// Days since 1899-12-30, as spreadsheets count, to ISO 8601.
fn excel_day(days: f64) -> Option<String> {
    let start = jiff::civil::date(1899, 12, 30).at(0, 0, 0, 0);
    let seconds = (days * 86_400.0).round() as i64;
    start.checked_add(jiff::SignedDuration::from_secs(seconds)).ok().map(|d| d.to_string())
}

/// Bytes that a zip file says it will unpack to; `None` when its directory cannot be read.
fn unpacked(bytes: &[u8]) -> Option<u64> {
    let mut total = 0_u64;
    let mut at = 0;
    let mut entries = 0;
    while let Some(found) = bytes.get(at..)?.windows(4).position(|w| w == b"PK\x01\x02") {
        let header = at + found;
        let size = bytes.get(header + 24..header + 28)?;
        total += u64::from(u32::from_le_bytes(size.try_into().ok()?));
        entries += 1;
        at = header + 46;
    }
    (entries > 0).then_some(total)
}

/// Headers without space around them; empty ones at the end fall away.
pub(super) fn headers(cells: Vec<String>) -> Result<Vec<String>, Fault> {
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
pub(super) fn row(headers: &[String], line: usize, mut cells: Vec<String>) -> Result<Vec<String>, Fault> {
    if let Some((i, long)) = cells.iter().enumerate().find(|(_, c)| c.len() > LONGEST_CELL) {
        return Err(fault(line, headers.get(i).map_or("", String::as_str), long, "fault-cell-long"));
    }
    if cells.iter().skip(headers.len()).any(|c| !c.trim().is_empty()) {
        return Err(fault(line, "", &cells.len().to_string(), "fault-row-wide"));
    }
    cells.resize(headers.len(), String::new());
    Ok(cells)
}

fn check(table: Table) -> Result<Table, Fault> {
    let headers = headers(table.headers)?;
    if table.rows.len() > MOST_ROWS || table.rows.len().saturating_mul(headers.len()) > MOST_CELLS {
        return Err(fault(MOST_ROWS, "", &table.rows.len().to_string(), "fault-rows"));
    }
    let rows = table.rows.into_iter().map(|(line, cells)| row(&headers, line, cells).map(|cells| (line, cells)));
    let rows = rows.collect::<Result<_, _>>()?;
    Ok(Table { headers, rows })
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
        let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain("id,ñ\n1,é\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
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
        assert_eq!(advice(b"PK\x03\x04 not a workbook"), (1, "fault-xlsx-large".into()));
        let wide = vec!["c"; 10_000].join(",");
        assert_eq!(advice(wide.as_bytes()), (1, "fault-columns".into()));
    }

    #[test]
    fn a_workbook_keeps_dates_numbers_and_leading_zeros() {
        let table = read(include_bytes!("../../tests/fixtures/two-rows.xlsx")).expect("readable");
        let row = |cells: [&str; 6]| cells.map(str::to_owned).to_vec();
        let first = row(["W1", "a@example.org", "2024-09-13T12:28:48", "2.5", "0123", "línea"]);
        assert_eq!(table.rows, [(2, first), (3, row(["W2", "b@example.org", "2024-10-01T00:00:00", "3", "0456", ""]))]);
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
            let _ = read(&[b"PK\x03\x04".as_slice(), &bytes].concat());
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
