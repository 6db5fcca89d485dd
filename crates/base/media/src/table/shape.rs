//! From rows to a table: which line or lines name the columns, and which columns there are.

use super::{Fault, How, LONGEST_CELL, MOST_COLUMNS, Rows, Table, fault};

/// Headers without space around them; empty ones at the end fall away.
pub fn headers(cells: Vec<String>) -> Result<Vec<String>, Fault> {
    let mut headers: Vec<String> = cells.into_iter().map(|h| h.trim().replace("\r\n", "\n")).collect();
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

/// Whether what the columns are depends on the rows: some have no name in the first line.
pub fn is_shaped_by_its_rows(first: &[String]) -> bool {
    first.iter().any(|h| h.trim().is_empty())
}

/// A table of these rows, the first of which names columns. Two lines that name them become one, and columns without a
/// name that hold nothing are none.
pub(super) fn shaped(first: Vec<String>, mut rows: Rows, mut how: How) -> Result<Table, Fault> {
    let mut headers: Vec<String> = first.into_iter().map(|h| h.trim().replace("\r\n", "\n")).collect();
    how.header_lines = 1;
    if rows.first().is_some_and(|(_, cells)| is_second_line(&headers, cells)) {
        let (_, second) = rows.remove(0);
        how.header_lines = 2;
        let groups = joined(&headers, &second);
        headers = merged(&groups, &mut rows);
    }
    if is_shaped_by_its_rows(&headers) {
        let holds = |i: usize| rows.iter().any(|(_, cells)| cells.get(i).is_some_and(|c| !c.trim().is_empty()));
        let stays: Vec<bool> = headers.iter().enumerate().map(|(i, h)| !h.is_empty() || holds(i)).collect();
        keep(&mut headers, &stays);
        for (_, cells) in &mut rows {
            keep(cells, &stays);
        }
    }
    if headers.len() > MOST_COLUMNS {
        return Err(fault(1, "", &headers.len().to_string(), "fault-columns"));
    }
    if headers.iter().all(String::is_empty) {
        return Err(fault(1, "", "", "fault-empty"));
    }
    Ok(Table { headers, rows, how })
}

fn keep(cells: &mut Vec<String>, stays: &[bool]) {
    let mut at = stays.iter();
    cells.retain(|_| at.next().copied().unwrap_or(true));
}

/// What stands in the second line under a question with one answer.
const ONE_ANSWER: [&str; 4] = ["response", "open-ended response", "respuesta", "respuesta abierta"];

/// Whether a row is a second line of headers, as one survey tool writes it: nothing under the respondent's number, and
/// the choices or parts of questions under the others.
pub(super) fn is_second_line(headers: &[String], row: &[String]) -> bool {
    let first = headers.first().map(|h| weft_kernel::plain::norm(h)).unwrap_or_default();
    let is_survey =
        matches!(first.as_str(), "respondentid" | "responseid" | "iddelencuestado" | "identificadordelencuestado");
    let has_parts = row.iter().any(|c| ONE_ANSWER.contains(&c.trim().to_lowercase().as_str()))
        || headers.iter().zip(row).any(|(h, c)| h.is_empty() && !c.trim().is_empty());
    is_survey && has_parts && row.first().is_some_and(|c| c.trim().is_empty())
}

/// A column of a header with two lines: its question, and what of it the column holds.
struct Part {
    question: String,
    part: String,
}

/// A column without a question of its own goes on with the one before it.
fn joined(first: &[String], second: &[String]) -> Vec<Part> {
    let mut question = String::new();
    let of = |(i, header): (usize, &String)| {
        if !header.is_empty() {
            question = without_tags(header);
        }
        let part = second.get(i).map(|c| without_tags(c)).unwrap_or_default();
        let part = if ONE_ANSWER.contains(&part.to_lowercase().as_str()) { String::new() } else { part };
        let is_nothing = header.is_empty() && part.is_empty();
        Part { question: if is_nothing { String::new() } else { question.clone() }, part }
    };
    first.iter().enumerate().map(of).collect()
}

/// One column for each question of which several choices were checked, with semicolons between them; one for
/// each part of the other questions. Returns their names.
fn merged(parts: &[Part], rows: &mut Rows) -> Vec<String> {
    let mut groups: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    while from < parts.len() {
        let to = from + parts[from..].iter().take_while(|p| p.question == parts[from].question).count();
        let is_choice = |i: usize| {
            let part = parts[i].part.as_str();
            let is_own_words = i + 1 == to && part.to_lowercase().starts_with("other");
            rows.iter().all(|(_, c)| c[i].trim().is_empty() || without_tags(&c[i]) == part || is_own_words)
        };
        if to - from > 1 && !parts[from].part.is_empty() && (from..to).all(is_choice) {
            groups.push((from, to));
        } else {
            groups.extend((from..to).map(|i| (i, i + 1)));
        }
        from = to;
    }
    for (_, cells) in rows.iter_mut() {
        let checked = |(from, to): &(usize, usize)| {
            let said = cells[*from..*to].iter().map(|c| c.trim()).filter(|c| !c.is_empty());
            if to - from == 1 { cells[*from].clone() } else { said.collect::<Vec<_>>().join("; ") }
        };
        *cells = groups.iter().map(checked).collect();
    }
    let name = |(from, to): &(usize, usize)| {
        let Part { question, part } = &parts[*from];
        if part.is_empty() || to - from > 1 { question.clone() } else { format!("{question} [{part}]") }
    };
    groups.iter().map(name).collect()
}

/// A text without the marks of HTML, which some exports leave in it.
fn without_tags(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.trim();
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        if let Some((_, behind)) = after.split_once('>').filter(|_| is_tag) {
            rest = behind;
        } else {
            out.push('<');
            rest = after;
        }
    }
    out.push_str(rest);
    out.replace("&nbsp;", " ").replace("&amp;", "&").trim().to_owned()
}
