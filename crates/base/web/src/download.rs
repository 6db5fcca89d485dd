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

#[cfg(test)]
mod tests {
    use super::safe_cell;

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
