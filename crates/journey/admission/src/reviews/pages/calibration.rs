//! The calibration set: chosen by leads before the reading begins, read first by everyone, shown side by side to
//! whoever has finished her own.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::reviews::model::{CalibrationLine, Compared, Criterion};
use crate::reviews::{acts, rules, store};
use weft_kernel::Kernel;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "reviews/templates/calibration.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    /// The set, for leads.
    set: Vec<CalibrationLine>,
    tables: Vec<Table>,
    runs: bool,
    has_begun: bool,
}

/// One application of the set: a row per criterion, a column per reader.
struct Table {
    letter: String,
    readers: Vec<String>,
    rows: Vec<Row>,
    comments: Vec<(String, String)>,
}

struct Row {
    title: String,
    scores: Vec<String>,
    /// Two scores or more lie between the ends.
    is_wide: bool,
}

fn tables(s: &InSeason, criteria: &[Criterion], all: &[Compared]) -> Vec<Table> {
    let mut by_letter: BTreeMap<&str, Vec<&Compared>> = BTreeMap::new();
    for c in all {
        by_letter.entry(&c.letter).or_default().push(c);
    }
    let table = |(letter, lines): (&str, Vec<&Compared>)| {
        let mut readers: Vec<String> = lines.iter().map(|l| l.reader.clone()).collect();
        readers.dedup();
        let row = |c: &Criterion| {
            let of =
                |reader: &String| lines.iter().find(|l| l.reader == *reader && l.criterion == c.key).map(|l| l.score);
            let scores: Vec<Option<i64>> = readers.iter().map(of).collect();
            let known: Vec<i64> = scores.iter().flatten().copied().collect();
            Row {
                title: c.title.of(s.page.t.0).to_owned(),
                is_wide: known.iter().max().zip(known.iter().min()).is_some_and(|(high, low)| high - low >= 2),
                scores: scores.into_iter().map(|v| v.map_or_else(|| "–".into(), |v| v.to_string())).collect(),
            }
        };
        let mut comments: Vec<(String, String)> =
            lines.iter().filter_map(|l| Some((l.reader.clone(), l.comment.clone()?))).collect();
        comments.dedup();
        Table { letter: letter.to_owned(), rows: criteria.iter().map(row).collect(), comments, readers }
    };
    by_letter.into_iter().map(table).collect()
}

async fn load(kernel: &Kernel, s: InSeason, form: Option<Form>) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let criteria = store::criteria(&mut conn, &s.season.id).await?;
    let (set, all) = match (rules::may_run(&s), rules::may_read(&s)) {
        (Some(run), _) => (store::calibration(&mut conn, &run).await?, store::compared_by_all(&mut conn, &run).await?),
        (None, Some(read)) => (Vec::new(), store::compared(&mut conn, &read).await?),
        (None, None) => return Err(Error::NotFound),
    };
    let has_begun = store::reading(&mut conn, &s.season.id).await?.is_some_and(|r| r.opened_at.is_some());
    let ids: Vec<&str> = set.iter().map(|k| k.external_id.as_str()).collect();
    Ok(Show {
        form: form.unwrap_or_else(|| Form::of(&[("set", &ids.join("\n"))])),
        tables: tables(&s, &criteria, &all),
        runs: rules::may_run(&s).is_some(),
        page: s.page.clone(),
        has_begun,
        set,
        s,
    })
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    html(&load(&kernel, s, None).await?)
}

pub async fn save(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::RunReading>,
    mut form: Form,
) -> Result<Response> {
    let mut ids: Vec<String> = Vec::new();
    for id in form.value("set").split([',', ';', '\n']).map(str::trim).filter(|id| !id.is_empty()) {
        if !ids.iter().any(|i| i == id) {
            ids.push(id.to_owned());
        }
    }
    if ids.len() > 26 {
        form.reject("set", "wrong-too-many");
    } else {
        match acts::set_calibration(&kernel, &permit, s.actor_id(), &ids).await? {
            Some(unknown) if unknown.is_empty() => return Ok(see(&s.season.path("calibration"))),
            Some(unknown) => form.reject_with("set", "wrong-unknown-applications", unknown.join(", ")),
            None => form.reject("set", "wrong-reading-begun"),
        }
    }
    unaccepted(&load(&kernel, s, Some(form)).await?)
}
