//! Up to three compositions side by side: goals, totals, who is in which.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::board::{facts, total};
use crate::composer::model::Composition;
use crate::composer::pool::Pool;
use crate::composer::store;
use crate::selection::rules;
use crate::selection::words::{self, Standing};
use weft_kernel::Kernel;
use weft_programs::InSeason;
use weft_web::{Error, Form, Page, Result, html};

#[derive(Template)]
#[template(path = "composer/templates/compare.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    options: Vec<(String, String)>,
    columns: Vec<Column>,
    goals: Vec<Row>,
    people: Vec<Line>,
    common: usize,
}

struct Column {
    c: Composition,
    seated: usize,
    total: String,
    met: usize,
    goals: Vec<Standing>,
}

/// A goal with where each column stands.
struct Row {
    label: String,
    cells: Vec<(String, bool)>,
}

/// Someone who sits in some of the columns but not in all.
struct Line {
    id: String,
    facts: String,
    sits: Vec<bool>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Which {
    a: String,
    b: String,
    c: String,
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason, Query(which): Query<Which>) -> Result<Response> {
    let see = rules::may_see(&s).ok_or(Error::NotFound)?;
    let t = s.page.t;
    let pool = Pool::load(&kernel, &s, &see, false).await?.ok_or(Error::NotFound)?;
    let all = store::compositions(&mut kernel.db.read().await?, &see).await?;
    let wanted: Vec<i64> = [&which.a, &which.b, &which.c].into_iter().filter_map(|n| n.parse().ok()).collect();
    // Nothing named: the two newest.
    let wanted = if wanted.is_empty() { all.iter().take(2).map(|c| c.number).collect() } else { wanted };
    let mut columns: Vec<Column> = Vec::new();
    for number in wanted {
        let c = all.iter().find(|c| c.number == number).ok_or(Error::NotFound)?;
        if columns.iter().any(|o| o.c.number == number) {
            continue;
        }
        let cohort = pool.still(&c.cohort());
        let goals = words::standings(t, &pool.input, &cohort);
        columns.push(Column {
            seated: cohort.len(),
            total: total(t, &pool.input, &cohort).unwrap_or_default(),
            met: goals.iter().filter(|g| g.is_met).count(),
            goals,
            c: c.clone(),
        });
    }
    let mut sits: BTreeMap<String, Vec<bool>> = BTreeMap::new();
    for (i, column) in columns.iter().enumerate() {
        for id in pool.still(&column.c.cohort()) {
            sits.entry(id).or_insert_with(|| vec![false; columns.len()])[i] = true;
        }
    }
    let common = sits.values().filter(|v| v.iter().all(|b| *b)).count();
    let people = sits
        .into_iter()
        .filter(|(_, v)| !v.iter().all(|b| *b))
        .map(|(id, sits)| Line { facts: pool.of(&id).map(facts).unwrap_or_default(), id, sits })
        .collect();
    let number = |i: usize| columns.get(i).map(|c| c.c.number.to_string()).unwrap_or_default();
    let form = Form::of(&[("a", &number(0)), ("b", &number(1)), ("c", &number(2))]);
    let mut options = vec![(String::new(), "–".to_owned())];
    options.extend(all.iter().map(|c| (c.number.to_string(), c.name.clone())));
    let goals = (0..columns.first().map_or(0, |c| c.goals.len()))
        .map(|i| Row {
            label: columns[0].goals[i].label.clone(),
            cells: columns.iter().map(|c| (c.goals[i].words.clone(), c.goals[i].is_met)).collect(),
        })
        .collect();
    html(&Show { page: s.page.clone(), s, form, options, columns, goals, people, common })
}
