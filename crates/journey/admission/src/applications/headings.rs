//! Columns of files about what was done elsewhere: reviews, updates, a cohort. Each is found by its plain name in
//! either language, or by the short name that exports have. Applications are found by their number or by a person's
//! email.

use std::collections::HashMap;

use super::model::Kind;
use super::rules::FillPool;
use super::store;
use weft_kernel::db::Conn;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::plain::slug;
use weft_kernel::{address, db};
use weft_media::table::Table;

/// A column: its short name, the key of its plain name (`…-text` says what is in it), and two samples.
pub struct Heading {
    pub name: &'static str,
    pub key: &'static str,
    samples: [&'static str; 2],
    /// Other names it is known by.
    also: &'static [&'static str],
}

const fn heading(name: &'static str, key: &'static str, samples: [&'static str; 2]) -> Heading {
    Heading { name, key, samples, also: &[] }
}

const APPLICATION: Heading = Heading {
    name: "application_id",
    key: "heading-application",
    samples: ["A-0001", ""],
    also: &["application", "application-id", "solicitud"],
};

const EMAIL: Heading = Heading {
    name: "email",
    key: "heading-email",
    samples: ["", "ana@example.org"],
    also: &["email-address", "e-mail", "applicant-email", "correo-electronico", "direccion-de-correo-electronico"],
};

const COHORT: &[Heading] = &[
    APPLICATION,
    EMAIL,
    heading("joined_on", "heading-joined", ["2025-03-01", "2025-03-01"]),
    heading("seat_from", "heading-from", ["Committee", "Committee"]),
    heading("participant_id", "heading-participant", ["P-01", "P-02"]),
];

const EVENTS: &[Heading] = &[
    APPLICATION,
    EMAIL,
    heading("at", "heading-at", ["2025-02-03", "2025-02-04"]),
    heading("event", "heading-event", ["withdrawn by applicant", "late accepted"]),
    heading("reason", "heading-reason", ["New job", "Power was out"]),
];

const REVIEWS: &[Heading] = &[
    APPLICATION,
    EMAIL,
    Heading {
        name: "reviewer_id",
        key: "heading-reviewer",
        samples: ["rosa@example.org", "Desmond"],
        also: &["reviewer-email", "reviewer-name"],
    },
    heading("submitted_at", "heading-submitted", ["2025-02-10", "2025-02-11"]),
    heading("comment", "heading-comment", ["", "Strong local ties"]),
    heading("review_id", "heading-review", ["R-001", "R-002"]),
];

/// The columns of a kind of file, as the page lists them. Files of applications are matched column by column.
pub fn of(kind: Kind) -> &'static [Heading] {
    match kind {
        Kind::Applications => &[],
        Kind::Reviews => REVIEWS,
        Kind::Events => EVENTS,
        Kind::Cohort => COHORT,
    }
}

/// An example of such a file, with the reader's names of its columns; one of reviews has two criteria.
pub fn example(kind: Kind, t: Tr) -> Vec<Vec<String>> {
    let scores: &[[&str; 3]] = if kind == Kind::Reviews { &[["Fit", "4", "5"], ["Need", "3", "5"]] } else { &[] };
    let mut rows = vec![of(kind).iter().map(|h| t.t(h.key)).collect::<Vec<_>>()];
    rows[0].extend(scores.iter().map(|s| s[0].to_owned()));
    for n in 0..2 {
        let mut row: Vec<String> = of(kind).iter().map(|h| h.samples[n].to_owned()).collect();
        row.extend(scores.iter().map(|s| s[n + 1].to_owned()));
        rows.push(row);
    }
    rows
}

impl Heading {
    /// Whether a column of this name is this one.
    pub fn is_called(&self, header: &str) -> bool {
        let said = slug(header);
        said == self.name.replace('_', "-")
            || self.also.contains(&said.as_str())
            || [Lang::En, Lang::Es].iter().any(|lang| slug(&Tr(*lang).t(self.key)) == said)
    }
}

/// The same table with the short names of its columns. A row without an application's number gets it from its email,
/// where exactly one application of the season is that person's. Reviews without a number of their own are numbered by
/// application and reviewer, so that the same file again adds nothing.
pub async fn named(conn: &mut Conn, permit: &FillPool, table: &Table, kind: Kind) -> db::Result<Table> {
    let mut table = table.clone();
    for heading in of(kind) {
        if table.headers.iter().any(|h| h == heading.name) {
            continue;
        }
        if let Some(header) = table.headers.iter_mut().find(|h| heading.is_called(h)) {
            heading.name.clone_into(header);
        }
    }
    let email = at(&table, "email");
    if let Some(email) = email {
        let number = column(&mut table, "application_id");
        let mut by_email: HashMap<String, Option<String>> = HashMap::new();
        for (external_id, value) in store::numbers_by_email(conn, permit).await? {
            let known = by_email.entry(address::norm(&value)).or_insert_with(|| Some(external_id.clone()));
            if known.as_ref() != Some(&external_id) {
                *known = None;
            }
        }
        for (_, cells) in &mut table.rows {
            let said = cells.get(email).map(|c| address::norm(c.trim())).unwrap_or_default();
            if cells.get(number).is_none_or(|c| c.trim().is_empty())
                && let Some(Some(found)) = by_email.get(&said)
            {
                put(cells, number, found);
            }
        }
    }
    if let (Kind::Reviews, None, Some(number), Some(reviewer)) =
        (kind, at(&table, "review_id"), at(&table, "application_id"), at(&table, "reviewer_id"))
    {
        let review = column(&mut table, "review_id");
        for (_, cells) in &mut table.rows {
            let of = |at: usize| cells.get(at).map_or("", |c| c.trim());
            if !of(number).is_empty() && !of(reviewer).is_empty() {
                let made = format!("{} · {}", of(number), address::norm(of(reviewer)));
                put(cells, review, &made);
            }
        }
    }
    Ok(table)
}

fn at(table: &Table, name: &str) -> Option<usize> {
    table.headers.iter().position(|h| h == name)
}

/// Where a column is; it is added where there is none.
fn column(table: &mut Table, name: &str) -> usize {
    at(table, name).unwrap_or_else(|| {
        table.headers.push(name.to_owned());
        table.headers.len() - 1
    })
}

fn put(cells: &mut Vec<String>, at: usize, value: &str) {
    if cells.len() <= at {
        cells.resize(at + 1, String::new());
    }
    value.clone_into(&mut cells[at]);
}
