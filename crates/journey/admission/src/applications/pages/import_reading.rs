//! How a file was read, and the other ways to read it.

use weft_kernel::i18n::Tr;
use weft_media::table::{ENCODINGS, How};
use weft_web::Page;

/// How a file was read, in words.
pub fn said(page: &Page, how: &How) -> Vec<String> {
    let t = page.t;
    let mut out = Vec::new();
    if let Some(sheet) = &how.sheet {
        out.push(t.a("import-sheet-read", "sheet", sheet.as_str()));
    } else if !how.encoding.is_empty() {
        let key = if how.is_guess { "import-encoding-guess" } else { "import-encoding-read" };
        out.push(t.a(key, "encoding", how.encoding.as_str()));
        out.extend(how.delimiter.map(|d| t.a("import-delimiter-read", "delimiter", delimiter(t, d))));
    }
    if how.header_lines > 1 {
        out.push(t.t("import-two-lines"));
    }
    out
}

fn delimiter(t: Tr, delimiter: char) -> String {
    match delimiter {
        ',' => t.t("delimiter-comma"),
        ';' => t.t("delimiter-semicolon"),
        '\t' => t.t("delimiter-tab"),
        other => other.to_string(),
    }
}

/// The sheets of a workbook that has several: the one that was read, then the others.
pub fn sheets(how: &How) -> Vec<&str> {
    match &how.sheet {
        Some(sheet) if !how.other_sheets.is_empty() => {
            [sheet].into_iter().chain(&how.other_sheets).map(String::as_str).collect()
        }
        _ => Vec::new(),
    }
}

/// The encodings of a text file, and whether it was read in each.
pub fn encodings(how: &How) -> Vec<(&'static str, bool)> {
    if how.sheet.is_some() || how.encoding.is_empty() {
        return Vec::new();
    }
    ENCODINGS.into_iter().map(|e| (e, e.eq_ignore_ascii_case(&how.encoding))).collect()
}
