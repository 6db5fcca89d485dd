//! A file becomes a table: CSV in any common encoding and delimiter, or XLSX. What cannot be read is
//! refused with the place and what to do; nothing here panics on any bytes.

pub mod in_child;
mod records;
mod shape;
mod text;

pub use records::{Quotes, breaks, delimiter};
pub use shape::{headers, is_shaped_by_its_rows, row};
pub use text::{DAMAGED, ENCODINGS, text};

use weft_kernel::reader::{Ask, Failure, Input, Readers, Said, Sender};

/// One fault of a file, for a person to mend: where, what, and what to do.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Fault {
    /// The row as a spreadsheet numbers it; that of the header is 1.
    pub line: usize,
    pub column: String,
    /// What stands there, shortened.
    pub value: String,
    /// What to do, as a key of the reader's language.
    pub advice: String,
    /// The row that this one repeats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<usize>,
}

impl Fault {
    /// A fault without a place.
    pub fn of(advice: &str) -> Self {
        Self { advice: advice.to_owned(), ..Self::default() }
    }
}

/// A header and its rows, each with its number in a spreadsheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub headers: Vec<String>,
    pub rows: Vec<(usize, Vec<String>)>,
    pub how: How,
}

/// How a file was read: for whoever imports it to see before anything comes in.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct How {
    /// The encoding of a text file, by its usual name.
    pub encoding: String,
    /// Nothing in the file says its encoding.
    pub is_guess: bool,
    pub delimiter: Option<char>,
    /// The sheet of a workbook, and the other ones that are visible.
    pub sheet: Option<String>,
    pub other_sheets: Vec<String>,
    /// Lines that name the columns.
    pub header_lines: usize,
}

/// What whoever sends a file says about it; what they leave out is guessed.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// A name of [`ENCODINGS`].
    pub encoding: Option<String>,
    pub sheet: Option<String>,
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
    Fault { line, column: column.to_owned(), value, advice: advice.to_owned(), first: None }
}

/// The first bytes of a workbook, as of everything zipped.
const ZIPPED: &[u8] = b"PK\x03\x04";

/// What a reader may refuse a workbook for.
const ADVICE: [&str; 10] = [
    "fault-cell-long",
    "fault-cells",
    "fault-columns",
    "fault-empty",
    "fault-header-twice",
    "fault-row-wide",
    "fault-rows",
    "fault-sheet",
    "fault-xlsx",
    "fault-xlsx-large",
];

/// Whether a file, by its first bytes, is for [`open`] only: a workbook is parsed in a process of its own.
pub fn is_workbook(head: &[u8]) -> bool {
    head.starts_with(ZIPPED)
}

/// Reads a whole file, a workbook in a process of its own.
pub async fn open(readers: &Readers, bytes: Vec<u8>) -> Result<Table, Fault> {
    open_as(readers, bytes, Wanted::default()).await
}

/// As [`open`], with what is known about the file.
pub async fn open_as(readers: &Readers, bytes: Vec<u8>, wanted: Wanted) -> Result<Table, Fault> {
    let failed = |advice| fault(1, "", "", advice);
    if !is_workbook(&bytes) {
        let read = tokio::task::spawn_blocking(move || read_as(&bytes, wanted.encoding.as_deref()));
        return read.await.unwrap_or_else(|_| Err(failed("fault-csv")));
    }
    let ask = Ask { what: "workbook", from: Sender::SignedIn, most: MOST_ANSWER };
    let input = match wanted.sheet {
        Some(sheet) => asked(&sheet, &bytes),
        None => bytes,
    };
    let mut answer = Vec::new();
    match readers.read(ask, Input::Bytes(input), &mut answer).await {
        Ok(Said::Taken(..)) => {
            let told = tokio::task::spawn_blocking(move || told(&answer)).await;
            told.unwrap_or_else(|_| Err(failed("fault-xlsx")))
        }
        Ok(Said::Refused(why)) => {
            let told: Option<Fault> = serde_json::from_str(&why).ok();
            Err(told.filter(|f| ADVICE.contains(&f.advice.as_str())).unwrap_or_else(|| failed("fault-xlsx")))
        }
        Err(Failure::Unreadable) => Err(failed("fault-xlsx")),
        Err(Failure::Busy) => Err(failed("fault-busy")),
    }
}

/// A workbook, with the name of the sheet that is wanted in front of it.
fn asked(sheet: &str, workbook: &[u8]) -> Vec<u8> {
    [sheet.replace('\0', "").as_bytes(), b"\0", workbook].concat()
}

/// The name of the column of lines in a reader's answer: none that a workbook can have.
const LINE: &str = "\u{1}";

/// What a reader told of a workbook: how it was read as JSON on a line of its own, then each row as CSV, its line in
/// front.
pub fn told(answer: &[u8]) -> Result<Table, Fault> {
    let unreadable = || fault(1, "", "", "fault-xlsx");
    let text = std::str::from_utf8(answer).map_err(|_| unreadable())?;
    let (how, rows) = text.split_once('\n').ok_or_else(unreadable)?;
    let how: How = serde_json::from_str(how).map_err(|_| unreadable())?;
    let mut records = records::Records::new(rows, b',', MOST_COLUMNS + 1);
    let mut headers = records.next()?.map(|(_, cells)| cells).filter(|c| !c.is_empty()).ok_or_else(unreadable)?;
    headers.remove(0);
    let mut rows = Vec::new();
    while let Some((_, mut cells)) = records.next()? {
        let line = cells.remove(0).parse().map_err(|_| unreadable())?;
        rows.push((line, row(&headers, line, cells)?));
    }
    shape::shaped(headers, rows, how)
}

/// Reads a whole text file. Workbooks are for [`open`].
pub fn read(bytes: &[u8]) -> Result<Table, Fault> {
    read_as(bytes, None)
}

/// As [`read`], in an encoding that is known.
pub fn read_as(bytes: &[u8], encoding: Option<&str>) -> Result<Table, Fault> {
    let mut decoded = text::decode(bytes, encoding)?;
    // Lines of old Macintosh files.
    if !decoded.text.contains('\n') && decoded.text.contains('\r') {
        decoded.text = decoded.text.replace('\r', "\n").into();
    }
    let said = records::Said::of(&decoded.text);
    let delimiter = said.delimiter.unwrap_or_else(|| delimiter(said.rest));
    let how = How {
        encoding: decoded.encoding.to_owned(),
        is_guess: decoded.is_guess,
        delimiter: Some(char::from(delimiter)),
        ..How::default()
    };
    let (headers, rows) = csv(said.rest, delimiter)?;
    shape::shaped(headers, rows, how)
}

type Rows = Vec<(usize, Vec<String>)>;

/// Reads delimited text: the first row as it is, and the others. Limits are looked at before there is room made for
/// what exceeds them.
fn csv(text: &str, delimiter: u8) -> Result<(Vec<String>, Rows), Fault> {
    // A quote that is never closed swallows what comes after it into one cell, and makes it look wrong.
    let mut quotes = Quotes::new(delimiter);
    if let Some(line) = quotes.feed(text.as_bytes()).or_else(|| quotes.end()) {
        return Err(fault(line, "", "\"", "fault-quote"));
    }
    let mut records = records::Records::new(text, delimiter, MOST_COLUMNS);
    // Rows of nothing above the columns' names are none.
    let headers = loop {
        let Some((_, cells)) = records.next()? else { return Err(fault(1, "", "", "fault-empty")) };
        if cells.iter().any(|c| !c.trim().is_empty()) {
            break cells;
        }
    };
    let (mut rows, mut room) = (Vec::new(), MOST_CELLS);
    while let Some((line, cells)) = records.next()? {
        if cells.iter().all(|c| c.trim().is_empty()) {
            continue;
        }
        if rows.len() == MOST_ROWS {
            return Err(fault(line, "", "", "fault-rows"));
        }
        room = room.checked_sub(headers.len()).ok_or_else(|| fault(line, "", "", "fault-cells"))?;
        let cells = row(&headers, line, cells)?;
        rows.push((line, cells));
    }
    Ok((headers, rows))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// From the crate's folder, where its tests run.
    const CASES: &str = "../../app/weft/tests/cases/";

    fn case(name: &str) -> Vec<u8> {
        std::fs::read(format!("{CASES}{name}")).expect("a case")
    }

    /// As a workbook is read, with nothing in between.
    fn book(bytes: &[u8]) -> Result<Table, Fault> {
        let mut out = Vec::new();
        in_child::workbook(bytes)?.write(&mut out).expect("in memory");
        told(&out)
    }

    #[test]
    fn a_broken_byte_leaves_every_other_letter_as_it_is() {
        let table = read(&case("one-broken-byte.csv")).expect("readable");
        assert_eq!((table.how.encoding.as_str(), table.how.is_guess), ("UTF-8", true));
        assert_eq!(table.rows[0].1[2..], ["María", "Muñoz", "Corazón"]);
        assert_eq!(table.rows[3].1[2..], ["Zoë", "Núñez", "si"]);
        let damaged: Vec<usize> =
            table.rows.iter().filter(|(_, c)| c.iter().any(|c| c.contains(DAMAGED))).map(|(l, _)| *l).collect();
        assert_eq!(damaged, [4], "the row of the broken byte alone");
    }

    #[test]
    fn a_line_that_names_the_delimiter_is_no_header() {
        let table = read(&case("sep-line.csv")).expect("readable");
        assert_eq!(table.headers, ["application_id", "email", "first_name", "last_name"]);
        assert_eq!(table.rows[0].0, 2, "rows are those that Excel shows");
    }

    #[test]
    fn a_stray_quote_is_blamed_at_its_own_row() {
        for (text, line) in [
            ("id,name,why\n1,\"A,x\n2,B,\"fine, ok\"\n3,C,z\n", 2),
            ("id,why\n1,a\n2,\"b\n3,c\n4,d\n", 3),
            ("id,why\n1,\"two\nlines\"\n2,\"He said \"hi\" there\"\n", 3),
            ("sep=;\nid;why\n1;\"a\n", 2),
        ] {
            assert_eq!(advice(text.as_bytes()), (line, "fault-quote".into()), "{text}");
        }
        for text in ["id,size\n1,5\" pipe\n2,x\n", "id,why\n1,\"a \"\"b\"\" c\" ,\n", "id,why\r\n1,\"a\"\r\n"] {
            assert!(read(text.as_bytes()).is_ok(), "{text}");
        }
    }

    #[test]
    fn both_epochs_of_workbooks_are_the_same_days() {
        let [old, new] = ["dates-1904.xlsx", "dates-1900.xlsx"].map(|name| book(&case(name)).expect("readable"));
        assert_eq!(old.rows, new.rows);
        assert_eq!(new.rows[0].1[4..], ["2024-10-03T09:00:00", "1990-02-28"]);
    }

    #[test]
    fn rows_of_a_sheet_keep_their_numbers_and_a_hidden_sheet_is_not_read() {
        let rows = book(&case("three-blank-rows.xlsx")).expect("readable").rows;
        assert_eq!(rows.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [5, 6]);
        let hidden = case("hidden-first-sheet.xlsx");
        let table = book(&hidden).expect("readable");
        let sheet = table.how.sheet.clone().expect("a sheet");
        assert_eq!((sheet.as_str(), table.rows[0].1[0].as_str()), ("Applications", "M1"));
        assert_eq!(book(&asked(&sheet, &hidden)).expect("readable"), table);
        assert_eq!(book(&asked("no such sheet", &hidden)).expect_err("refused").advice, "fault-sheet");
    }

    #[test]
    fn two_lines_of_headers_become_one() {
        let text = "Respondent ID,Collector ID,Contact Information,,Which issues?,,,Why?,\n\
            ,,Name,Email Address,Housing,\"Land, water\",Other (please specify),Open-Ended Response,\n\
            101,7,Ana Ruiz,ana@example.org,Housing,\"Land, water\",,Because,\n102,7,Bo,bo@example.org,,,Air,So,\n";
        let table = read(text.as_bytes()).expect("readable");
        let names =
            ["Respondent ID", "Collector ID", "Contact Information [Name]", "Contact Information [Email Address]"];
        assert_eq!(table.headers, [&names[..], &["Which issues?", "Why?"]].concat());
        assert_eq!(table.how.header_lines, 2);
        assert_eq!(
            table.rows[0],
            (
                3,
                ["101", "7", "Ana Ruiz", "ana@example.org", "Housing; Land, water", "Because"]
                    .map(String::from)
                    .to_vec()
            )
        );
        assert_eq!(table.rows[1].1[4], "Air");
    }

    #[test]
    fn blank_rows_above_the_header_are_skipped_and_rows_keep_their_numbers() {
        let texts = ["\n\nid;name\n1;A\n", ";;\n ;\nid;name\n1;A\n", "\r\n\r\nid;name\r\n1;A\r\n"];
        for text in texts {
            let table = read(text.as_bytes()).expect("readable");
            assert_eq!(table.headers, ["id", "name"], "{text:?}");
            assert_eq!(table.rows, [(4, ["1", "A"].map(str::to_owned).to_vec())], "{text:?}");
        }
        assert_eq!(advice(b",,\n,,\n"), (1, "fault-empty".into()));
    }

    #[test]
    fn columns_without_a_name_stay_if_they_hold_anything() {
        let table = read(b"id,,email,,\n1,note,a@example.org,,\n").expect("readable");
        assert_eq!(table.headers, ["id", "", "email"]);
        assert_eq!(table.rows[0].1, ["1", "note", "a@example.org"]);
    }

    #[test]
    fn text_of_two_bytes_a_letter_needs_no_mark() {
        let bytes: Vec<u8> = "id,name\n1,Núñez\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&bytes).expect("readable").rows[0].1[1], "Núñez");
        assert_eq!(read(b"id,name\r1,a\r2,b\r").expect("readable").rows.len(), 2);
    }

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
    fn rows_are_numbered_as_a_spreadsheet_shows_them() {
        for end in ["\n", "\r\n"] {
            let text = ["id,text", "1,\"a\nb", "c\"", "2,d", "", ",", "3,\"e", "f\"", "4,g", ""].join(end);
            let rows = read(text.as_bytes()).expect("readable").rows;
            let told: Vec<(usize, &str)> = rows.iter().map(|(row, cells)| (*row, cells[0].as_str())).collect();
            assert_eq!(told, [(2, "1"), (3, "2"), (6, "3"), (7, "4")], "{end:?}");
        }
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
