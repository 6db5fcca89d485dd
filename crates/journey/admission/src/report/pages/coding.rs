//! Coding answers one after the other: the text under its number, the themes with what hints at them, save and next.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::codebook::{answers, coder};
use crate::call::labels::labels;
use crate::report::model::{Answer, Coding, Theme};
use crate::report::{acts, store};
use weft_kernel::Kernel;
use weft_programs::InSeason;
use weft_web::{Error, Form, Page, Result, html, see};

#[derive(Template)]
#[template(path = "report/templates/coding.html")]
struct Show {
    page: Page,
    s: InSeason,
    question: String,
    label: String,
    answer: Option<Answer>,
    themes: Vec<Choice>,
    done: usize,
    of: usize,
    /// The number before this one, to look again.
    before: Option<String>,
    next: Option<String>,
    is_again: bool,
}

struct Choice {
    theme: Theme,
    hints: String,
    is_on: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct At {
    question: String,
    /// Which application; the first that the reader has not coded when empty.
    at: String,
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason, Query(at): Query<At>) -> Result<Response> {
    let permit = coder(&kernel, &s).await?;
    let me = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let mut all = answers(&kernel, &permit).await?;
    let mut conn = kernel.db.read().await?;
    let mut themes = store::themes(&mut conn, permit.season()).await?;
    themes.retain(|t| t.question == at.question);
    if themes.is_empty() {
        return Err(Error::NotFound);
    }
    let codings = store::codings(&mut conn, permit.season()).await?;
    let of = all.remove(&at.question).unwrap_or_default();
    let mine = |a: &Answer| {
        codings.iter().find(|c| c.application_id == a.application && c.question == at.question && c.by_id == me)
    };
    // Answers that nobody has coded come first, then those that only others have.
    let anyone = |a: &Answer| codings.iter().any(|c| c.application_id == a.application && c.question == at.question);
    let place = if at.at.is_empty() {
        of.iter().position(|a| !anyone(a)).or_else(|| of.iter().position(|a| mine(a).is_none()))
    } else {
        Some(of.iter().position(|a| a.external_id == at.at).ok_or(Error::NotFound)?)
    };
    let answer = place.map(|i| of[i].clone());
    let codes = answer.as_ref().and_then(mine).map(Coding::codes);
    let themes = themes
        .into_iter()
        .map(|theme| Choice {
            hints: answer.as_ref().map(|a| theme.hints(&a.text).join(", ")).unwrap_or_default(),
            is_on: codes.as_ref().is_some_and(|c| c.contains(&theme.code)),
            theme,
        })
        .collect();
    let id = |i: Option<usize>| i.and_then(|i| of.get(i)).map(|a| a.external_id.clone());
    html(&Show {
        page: s.page.clone(),
        label: labels(&mut conn, permit.season(), s.page.t.0).await?.of(&at.question).to_owned(),
        question: at.question.clone(),
        done: of.iter().filter(|a| mine(a).is_some()).count(),
        of: of.len(),
        before: id(place.and_then(|i| i.checked_sub(1))),
        next: id(place.map(|i| i + 1)),
        is_again: codes.is_some(),
        answer,
        themes,
        s,
    })
}

pub async fn save(State(kernel): State<Kernel>, s: InSeason, form: Form) -> Result<Response> {
    let permit = coder(&kernel, &s).await?;
    let me = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let question = form.value("question").to_owned();
    let mut themes = store::themes(&mut kernel.db.read().await?, permit.season()).await?;
    themes.retain(|t| t.question == question);
    // Only codes of the codebook; one that was taken out meanwhile is not coded.
    let codes: Vec<String> = themes.iter().map(|t| t.code.clone()).filter(|c| form.is_checked("code", c)).collect();
    if themes.is_empty() {
        return Err(Error::BadRequest);
    }
    acts::code(&kernel, &permit, &me, form.value("at"), &question, &codes).await?;
    let next = form.value("next");
    let query = serde_urlencoded::to_string(
        [("question", question.as_str()), ("at", next)].into_iter().filter(|(_, v)| !v.is_empty()).collect::<Vec<_>>(),
    )
    .unwrap_or_default();
    Ok(see(&format!("{}?{query}", s.season.path("pool-report/themes/coding"))))
}
