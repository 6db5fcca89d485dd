//! Which answers are coded, by which codebook, and how far that is.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use crate::applications::model as applications;
use crate::call::labels::labels;
use crate::report::model::{Answer, Theme};
use crate::report::rules::{self, Code, WriteCodebook};
use crate::report::{acts, starter, store};
use weft_kernel::Kernel;
use weft_programs::InSeason;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "report/templates/themes.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    lines: Vec<Line>,
    questions: Vec<(String, String)>,
    books: Vec<(String, String)>,
    may_write: bool,
}

struct Line {
    question: String,
    label: String,
    themes: usize,
    coded: usize,
    of: usize,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct At {
    pub question: String,
}

/// Who may code here: leads, and the evaluator once answers were sent.
pub async fn coder(kernel: &Kernel, s: &InSeason) -> Result<Code> {
    let answered = store::is_answered(&mut kernel.db.read().await?, &s.season.id).await?;
    rules::may_code(s, answered).ok_or(Error::NotFound)
}

/// Every answer, by the id of its question.
pub async fn answers(kernel: &Kernel, permit: &Code) -> Result<BTreeMap<String, Vec<Answer>>> {
    let mut out: BTreeMap<String, Vec<Answer>> = BTreeMap::new();
    for (application, external_id, text) in store::answers(&mut kernel.db.read().await?, permit).await? {
        for answer in applications::answers(&text)?.into_iter().filter(|a| !a.text.trim().is_empty()) {
            out.entry(answer.id).or_default().push(Answer {
                application: application.clone(),
                external_id: external_id.clone(),
                text: answer.text,
            });
        }
    }
    Ok(out)
}

async fn load(kernel: &Kernel, s: InSeason, permit: &Code, form: Form) -> Result<Show> {
    let t = s.page.t;
    let all = answers(kernel, permit).await?;
    let mut conn = kernel.db.read().await?;
    let (themes, codings) =
        (store::themes(&mut conn, permit.season()).await?, store::codings(&mut conn, permit.season()).await?);
    let labels = labels(&mut conn, permit.season(), t.0).await?;
    let mut books: BTreeMap<&str, usize> = BTreeMap::new();
    for theme in &themes {
        *books.entry(theme.question.as_str()).or_insert(0) += 1;
    }
    let lines = books
        .iter()
        .map(|(question, themes)| {
            let of = all.get(*question).map(Vec::as_slice).unwrap_or_default();
            let coded = of
                .iter()
                .filter(|a| codings.iter().any(|c| c.application_id == a.application && c.question == *question))
                .count();
            Line {
                question: (*question).to_owned(),
                label: labels.of(question).to_owned(),
                themes: *themes,
                coded,
                of: of.len(),
            }
        })
        .collect();
    // Answers that are texts, not choices: long enough on the whole to hold a theme.
    let is_text = |of: &[Answer]| of.iter().map(|a| a.text.chars().count()).sum::<usize>() >= 40 * of.len();
    let questions = all
        .iter()
        .filter(|(q, of)| !books.contains_key(q.as_str()) && is_text(of))
        .map(|(q, of)| (q.clone(), format!("{} ({})", labels.of(q), of.len())))
        .collect();
    Ok(Show {
        may_write: rules::may_write(&s).is_some(),
        books: ["reasons", "hopes", "empty"].map(|b| (b.to_owned(), t.t(&format!("codebook-{b}")))).to_vec(),
        page: s.page.clone(),
        s,
        form,
        lines,
        questions,
    })
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let permit = coder(&kernel, &s).await?;
    html(&load(&kernel, s, &permit, Form::default()).await?)
}

/// Begins a codebook for a question.
pub async fn begin(State(kernel): State<Kernel>, s: InSeason, mut form: Form) -> Result<Response> {
    let permit = rules::may_write(&s).ok_or(Error::NotFound)?;
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let question = form.required("question");
    let book = starter::codebook(form.value("book"), &question);
    if book.is_none() && form.value("book") != "empty" {
        form.reject("book", "wrong-choice");
    }
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, permit.code(), form).await?);
    }
    if let Some(themes) = book {
        acts::write(&kernel, &permit, &actor, &themes).await?;
    }
    let query = serde_urlencoded::to_string([("question", &question)]).unwrap_or_default();
    Ok(see(&format!("{}?{query}", s.season.path("pool-report/themes/book"))))
}

#[derive(Template)]
#[template(path = "report/templates/book.html")]
struct Book {
    page: Page,
    s: InSeason,
    form: Form,
    question: String,
    label: String,
    themes: Vec<Theme>,
}

async fn open(kernel: &Kernel, s: InSeason, permit: &WriteCodebook, question: String, form: Form) -> Result<Book> {
    let mut conn = kernel.db.read().await?;
    let mut themes = store::themes(&mut conn, permit.season()).await?;
    themes.retain(|t| t.question == question);
    let label = labels(&mut conn, permit.season(), s.page.t.0).await?.of(&question).to_owned();
    Ok(Book { page: s.page.clone(), s, form, question, label, themes })
}

pub async fn book(State(kernel): State<Kernel>, s: InSeason, Query(at): Query<At>) -> Result<Response> {
    if at.question.trim().is_empty() {
        return Err(Error::NotFound);
    }
    let permit = rules::may_write(&s).ok_or(Error::NotFound)?;
    html(&open(&kernel, s, &permit, at.question, Form::default()).await?)
}

/// Adds a theme, or changes the one with this code.
pub async fn write(State(kernel): State<Kernel>, s: InSeason, mut form: Form) -> Result<Response> {
    let permit = rules::may_write(&s).ok_or(Error::NotFound)?;
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let question = form.value("question").to_owned();
    let (code, label_en) = (form.required("code"), form.required("label-en"));
    if code.chars().count() > 12 {
        form.reject("code", "wrong-too-long");
    }
    if !form.is_accepted() {
        return unaccepted(&open(&kernel, s, &permit, question, form).await?);
    }
    let known = open(&kernel, s.clone(), &permit, question.clone(), Form::default()).await?.themes;
    let place = known
        .iter()
        .find(|t| t.code == code)
        .map_or_else(|| known.iter().map(|t| t.place).max().unwrap_or(0) + 1, |t| t.place);
    let text = |name: &str| form.value(name).replace('\r', "");
    let theme = Theme {
        question: question.clone(),
        code,
        label_en,
        label_es: text("label-es"),
        definition: text("definition"),
        keywords: text("keywords"),
        place,
    };
    acts::write(&kernel, &permit, &actor, &[theme]).await?;
    let query = serde_urlencoded::to_string([("question", &question)]).unwrap_or_default();
    Ok(see(&format!("{}?{query}", s.season.path("pool-report/themes/book"))))
}

pub async fn remove(State(kernel): State<Kernel>, s: InSeason, form: Form) -> Result<Response> {
    let permit = rules::may_write(&s).ok_or(Error::NotFound)?;
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let question = form.value("question").to_owned();
    // Taken out twice is taken out.
    acts::remove(&kernel, &permit, &actor, &question, form.value("code")).await?;
    let query = serde_urlencoded::to_string([("question", &question)]).unwrap_or_default();
    Ok(see(&format!("{}?{query}", s.season.path("pool-report/themes/book"))))
}
