//! Files that leave: always as attachments, never shown inline, and never with a cell that a
//! spreadsheet would run.

use axum::body::Body;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use tokio::io::AsyncReadExt as _;

/// A download. `name` is ours, never a person's words.
pub fn attachment(name: &str, kind: &'static str, body: impl Into<Body>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_SECURITY_POLICY, "sandbox".to_owned()),
    ];
    (headers, body.into()).into_response()
}

/// A file on disk from where it stands, a buffer at a time.
pub fn file(file: std::fs::File) -> Body {
    let parts = stream::try_unfold(tokio::fs::File::from_std(file), async |mut file| {
        let mut part = vec![0; 64 * 1024];
        let n = file.read(&mut part).await?;
        part.truncate(n);
        Ok::<_, std::io::Error>((n > 0).then_some((part, file)))
    });
    Body::from_stream(parts)
}

/// A cell that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe.
pub fn safe_cell(text: &str) -> String {
    let risky = text
        .chars()
        .next()
        .is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠'));
    let is_number = text.parse::<f64>().is_ok();
    if risky && !is_number { format!("'{text}") } else { text.to_owned() }
}

/// A CSV file, every cell made safe.
pub fn csv(name: &str, rows: &[Vec<String>]) -> Response {
    let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail, and rows of differing length are not made here.
        let _ = writer.write_record(row.iter().map(|c| safe_cell(c)));
    }
    attachment(name, "text/csv; charset=utf-8", writer.into_inner().unwrap_or_default())
}

/// A workbook of one sheet: the first row its headings, numbers as numbers, and every other cell as text, made safe.
///
/// # Errors
/// More rows or longer texts than a sheet holds.
pub fn xlsx(name: &str, rows: &[Vec<String>]) -> crate::Result<Response> {
    let too_large = |e: rust_xlsxwriter::XlsxError| crate::Error::Internal(format!("a workbook: {e}"));
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_freeze_panes(1, 0).map_err(too_large)?;
    for (at, row) in rows.iter().enumerate() {
        let line = u32::try_from(at).map_err(|_| crate::Error::BadRequest)?;
        for (place, cell) in row.iter().enumerate() {
            let column = u16::try_from(place).map_err(|_| crate::Error::BadRequest)?;
            match cell.parse::<f64>() {
                Ok(number) if at > 0 && number.is_finite() && is_plain(cell) => {
                    sheet.write_number(line, column, number)
                }
                _ => {
                    let text: String = safe_cell(cell).chars().take(MOST_IN_CELL).collect();
                    sheet.write_string(line, column, text)
                }
            }
            .map_err(too_large)?;
        }
    }
    let bytes = book.save_to_buffer().map_err(too_large)?;
    Ok(attachment(name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes))
}

/// Characters that a cell of a workbook holds.
const MOST_IN_CELL: usize = 32_767;

/// Whether a number says nothing but its value: not a postal code with a zero, a phone number, or `inf`.
fn is_plain(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let is_short = digits.len() <= 15 && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    is_short && (!digits.starts_with('0') || digits == "0" || digits.starts_with("0."))
}

#[cfg(test)]
mod tests {
    use super::{is_plain, safe_cell};

    #[test]
    fn only_plain_numbers_become_numbers_of_a_sheet() {
        for cell in ["0", "12", "-2.5", "0.75"] {
            assert!(is_plain(cell), "{cell}");
        }
        for cell in ["02139", "+1202", "1e5", "inf", "12345678901234567"] {
            assert!(!is_plain(cell), "{cell}");
        }
    }

    #[test]
    fn formulas_are_disarmed_and_numbers_stay_numbers() {
        for cell in ["=1+1", "+1-404", "@SUM(A1)", "\tx", "-cmd", "＝1"] {
            assert_eq!(safe_cell(cell), format!("'{cell}"));
        }
        for cell in ["-2.5", "+3", "South", "", "a=b"] {
            assert_eq!(safe_cell(cell), cell);
        }
    }
}
