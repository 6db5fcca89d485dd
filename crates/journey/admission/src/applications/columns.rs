//! The columns of imported files. Each has an id of its own in its season, under which its answers are kept: a file
//! with the same headers finds it again, and two columns never share one, whatever they are called.

use super::mapping::Plan;
use super::names::Cut;
use super::rules::FillPool;
use super::store::{self, NewColumn};
use weft_kernel::db::Conn;
use weft_kernel::i18n::{Lang, Tr, Words};
use weft_kernel::ids::Id;
use weft_kernel::moment::Order;
use weft_kernel::{Kernel, secret};
use weft_web::Result;

/// Where a cell goes, and under which id it is kept when it is an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What the file calls it; for telling a person where a fault is.
    pub header: String,
    pub target: String,
    pub id: String,
    pub label: Words,
    /// Whether readers must never see it.
    pub is_kept: bool,
    /// Which number of its dates is the month; `None` where nothing tells.
    pub order: Option<Order>,
    /// Where its full names are cut.
    pub cut: Cut,
}

impl Column {
    /// A column that is filled from a question of a form, or typed.
    pub fn new(id: &str, target: &str, label: Words, is_kept: bool) -> Self {
        let (order, cut) = (None, Cut::default());
        Self { header: id.to_owned(), target: target.to_owned(), id: id.to_owned(), label, is_kept, order, cut }
    }
}

/// The headers of a file as one value.
pub fn header_hash(headers: &[String]) -> String {
    secret::hash(&headers.join("\u{1f}"))
}

/// The headers of a file as one value, in whatever order they stand.
pub fn header_set_hash(headers: &[String]) -> String {
    let mut sorted = headers.to_vec();
    sorted.sort();
    header_hash(&sorted)
}

/// Headers as people read them: an empty one by its number, equal ones told apart.
pub fn labels(headers: &[String]) -> Vec<Words> {
    let label = |(i, header): (usize, &String)| {
        if header.is_empty() {
            let of = |lang| Tr(lang).a("column-number", "n", i + 1);
            return Words { en: of(Lang::En), es: of(Lang::Es) };
        }
        let before = headers[..i].iter().filter(|h| *h == header).count();
        Words { en: if before == 0 { header.clone() } else { format!("{header} ({})", before + 1) }, es: String::new() }
    };
    headers.iter().enumerate().map(label).collect()
}

/// The columns of a file, with the ids they have in the season, and whether they are on record; new ones get an id.
///
/// Headers that were imported before, all of them in the same order, are the same columns. Otherwise a column is one
/// that is known already only if its header stands once in the file and once in the season: of two that are called
/// alike nothing tells which is which, and an answer kept from readers must not come to stand under a question that
/// they see.
pub async fn of_file(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &FillPool,
    headers: &[String],
    plan: &Plan,
) -> Result<Vec<Column>> {
    let mut ids = store::column_ids(conn, permit, &header_hash(headers)).await?;
    if ids.len() != headers.len() {
        let all = store::columns_by_header(conn, permit).await?;
        let id = |header: &String| {
            let is_twin = header.is_empty() || headers.iter().filter(|h| *h == header).count() > 1;
            let mut same = all.iter().filter(|(h, _)| h == header).map(|(_, id)| id.clone());
            match (is_twin, same.next(), same.next()) {
                (false, Some(id), None) => id,
                _ => format!("column:{}", kernel.id()),
            }
        };
        ids = headers.iter().map(id).collect();
    }
    let column = |(i, (id, label)): (usize, (String, Words))| Column {
        header: headers[i].clone(),
        target: plan.targets[i].clone(),
        id,
        label,
        is_kept: false,
        order: plan.order(i),
        cut: plan.cut,
    };
    Ok(ids.into_iter().zip(labels(headers)).enumerate().map(column).collect())
}

/// Puts the columns of a file on record. Returns the ids they have: another import of the same headers may have been
/// first.
pub async fn record(conn: &mut Conn, permit: &FillPool, headers: &[String], columns: &[Column]) -> Result<Vec<String>> {
    let hash = header_hash(headers);
    let before = store::column_ids(conn, permit, &hash).await?;
    if before.len() == headers.len() {
        return Ok(before);
    }
    for (position, column) in columns.iter().enumerate() {
        let label = column.label.json();
        let new = NewColumn { header_hash: &hash, position, header: &column.header, id: &column.id, label: &label };
        store::insert_column(conn, permit, &new).await?;
    }
    Ok(store::column_ids(conn, permit, &hash).await?)
}

/// What the imported columns of a season are called, by id.
pub async fn labels_of(conn: &mut Conn, season: &Id) -> Result<Vec<(String, Words)>> {
    let rows = store::column_labels(conn, season).await?;
    let label = |text: &str| {
        serde_json::from_str(text)
            .map_err(|e| weft_web::Error::Internal(format!("the label of a column cannot be read: {e}")))
    };
    rows.into_iter().map(|(id, text)| Ok((id, label(&text)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_and_empty_headers_are_told_apart() {
        let headers = ["Notes", "", "Notes", "Why\nnow?"].map(String::from);
        let said: Vec<String> = labels(&headers).into_iter().map(|l| l.en).collect();
        assert_eq!(said, ["Notes", "Column 2", "Notes (2)", "Why\nnow?"]);
        assert_eq!(labels(&headers)[1].es, "Columna 2");
    }
}
