//! One question to recommenders, read and checked as a question of the application's form is.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::settings::KINDS;
use crate::call::model::{CallForm, Kind, Question};
use crate::call::pages::question::{blank, filled, read};
use crate::recommendations::rules::RunRecommendations;
use crate::recommendations::{acts, store};
use weft_kernel::Kernel;
use weft_kernel::plain::slug;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

const NEW: &str = "new";

#[derive(Template)]
#[template(path = "recommendations/templates/question.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    id: String,
    kind: Kind,
}

#[derive(Deserialize)]
pub struct At {
    id: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct New {
    kind: String,
}

/// The questions as a form, and the one that the address names: a new one of the kind that was asked for, or one there
/// is.
async fn found(kernel: &Kernel, s: &InSeason, at: &At, new: &New) -> Result<(CallForm, Question)> {
    let plan = store::plan(&mut kernel.db.read().await?, &s.season.id).await?.ok_or(Error::NotFound)?;
    let form = plan.form();
    let question = if at.id == NEW {
        blank(Kind::parse(&new.kind).filter(|k| KINDS.contains(k)).ok_or(Error::NotFound)?)
    } else {
        form.question(&at.id).cloned().ok_or(Error::NotFound)?
    };
    Ok((form, question))
}

fn page(s: InSeason, q: &Question, form: Form) -> Show {
    Show { page: s.page.clone(), s, form, id: q.id.clone(), kind: q.kind }
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit: _, s }: May<RunRecommendations>,
    Path(at): Path<At>,
    Query(new): Query<New>,
) -> Result<Response> {
    let (_, q) = found(&kernel, &s, &at, &new).await?;
    let form = filled(&q);
    html(&page(s, &q, form))
}

pub async fn save(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunRecommendations>,
    Path(at): Path<At>,
    Query(new): Query<New>,
    mut form: Form,
) -> Result<Response> {
    let (all, q) = found(&kernel, &s, &at, &new).await?;
    // Reviewers read all of it, and nothing goes into a field of the application.
    form.set("audience", "reviewers");
    form.set("goes_to", "answer");
    let mut q = read(&mut form, &all, 1, q);
    if !form.is_accepted() {
        return unaccepted(&page(s, &q, form));
    }
    let to = s.season.path("recommendations/settings#questions");
    let press = form.once(&kernel, s.actor_id(), &s.page, &to);
    if q.id == NEW {
        let stem = slug(if q.label.en.is_empty() { &q.label.es } else { &q.label.en });
        let random = kernel.id().to_string();
        let stem: String = stem.chars().take(24).collect();
        q.id = format!("{}-{}", stem.trim_end_matches('-'), &random[random.len() - 5..]);
    }
    acts::change(&press, &permit, s.actor_id(), |questions| {
        match questions.iter().position(|o| o.id == q.id) {
            Some(i) => questions[i] = q,
            None if at.id == NEW && questions.len() < 20 => questions.push(q),
            None => return false,
        }
        true
    })
    .await?;
    Ok(see(&to))
}

/// Moves a question up or down, or removes it.
pub async fn place(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunRecommendations>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let act = form.value("act").to_owned();
    let to = s.season.path("recommendations/settings#questions");
    acts::change(&form.once(&kernel, s.actor_id(), &s.page, &to), &permit, s.actor_id(), |questions| {
        let Some(i) = questions.iter().position(|q| q.id == at.id) else { return false };
        match act.as_str() {
            "up" if i > 0 => questions.swap(i, i - 1),
            "down" if i + 1 < questions.len() => questions.swap(i, i + 1),
            "remove" => drop(questions.remove(i)),
            _ => return false,
        }
        true
    })
    .await?;
    Ok(see(&to))
}
