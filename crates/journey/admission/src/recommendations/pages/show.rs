//! The recommendations of one application, for its leads: who was named, how far each is, and what came in.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use super::mine::typed;
use crate::recommendations::acts::{self, Asking, Linked, Named as Done};
use crate::recommendations::model::{Plan, Recommendation, said};
use crate::recommendations::rules::RunRecommendations;
use crate::recommendations::store::{self, Named};
use weft_kernel::Kernel;
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "recommendations/templates/show.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    a: Named,
    all: Vec<(Recommendation, Vec<(String, String)>)>,
    /// How many more can be asked for, while there is time.
    free: i64,
    is_over: bool,
    /// The applicant may get a link now.
    may_link: bool,
    linked: Option<String>,
    languages: Vec<(String, String)>,
}

#[derive(Deserialize)]
pub struct At {
    external_id: String,
}

/// An application of which recommendations are asked for, or were.
async fn load(kernel: &Kernel, s: InSeason, permit: &RunRecommendations, at: &At, typed: Option<Form>) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let a = store::named_for(&mut conn, permit, &at.external_id).await?.ok_or(Error::NotFound)?;
    let plan = store::plan(&mut conn, &s.season.id).await?.filter(Plan::is_on);
    let counted = store::counted_for(&mut conn, permit).await?;
    let (t, now) = (s.page.t, kernel.now());
    let all: Vec<_> = store::of_season(&mut conn, permit)
        .await?
        .into_iter()
        .filter(|r| counted.iter().any(|(id, of)| *id == r.id && *of == a.application_id))
        .map(|r| {
            let answers = r.answers.as_ref().map_or_else(Vec::new, |answers| said(t, answers));
            (r, answers)
        })
        .collect();
    if plan.is_none() && all.is_empty() {
        return Err(Error::NotFound);
    }
    let asked = all.iter().filter(|(r, _)| r.is_counted()).count() as i64;
    let is_over = plan.as_ref().is_none_or(|p| p.is_over(now));
    let asker = all.last().map_or(&a.display_name, |(r, _)| &r.asker);
    Ok(Show {
        page: s.page.clone(),
        form: typed.unwrap_or_else(|| Form::of(&[("own_name", asker), ("language", &a.language)])),
        free: plan.as_ref().filter(|_| !is_over).map_or(0, |p| (p.most - asked).max(0)),
        is_over: plan.is_some() && is_over,
        may_link: plan.is_some() && !is_over && a.linked_at.is_none_or(|at| at <= now.plus_days(-1)),
        linked: a.linked_at.map(|at| t.moment(at, &s.season.zone)),
        languages: Lang::ALL.map(|l| (l.tag().to_owned(), l.name().to_owned())).into(),
        all,
        a,
        s,
    })
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunRecommendations>,
    Path(at): Path<At>,
) -> Result<Response> {
    html(&load(&kernel, s, &permit, &at, None).await?)
}

/// A lead asks someone for a recommendation on the applicant's behalf.
pub async fn name(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunRecommendations>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let a = store::named_for(&mut conn, &permit, &at.external_id).await?.ok_or(Error::NotFound)?;
    let plan = store::plan(&mut conn, &s.season.id).await?.filter(Plan::is_on).ok_or(Error::NotFound)?;
    drop(conn);
    let own = a.for_lead(&permit).ok_or(Error::NotFound)?;
    let new = typed(&mut form, s.page.t.0);
    let to = s.season.path(&format!("recommendations/of/{}?done=named", at.external_id));
    if form.is_accepted() {
        let press = form.once(&kernel, s.actor_id(), &s.page, &to);
        let asking = Asking { season: &s.season, plan: &plan, from: "", actor: s.actor_id() };
        match acts::name(&press, &own, asking, &new, None).await? {
            Done::Done => return Ok(see(&to)),
            Done::Full => form.reject("recommender", "wrong-recommenders-full-lead"),
            Done::TooMany => form.reject("recommender", "wrong-recommenders-many-lead"),
            Done::Twice => form.reject("recommender_email", "wrong-recommender-twice-lead"),
            Done::Own => form.reject("recommender_email", "wrong-recommender-own-lead"),
            Done::Closed => form.reject("recommender", "wrong-recommenders-closed"),
        }
    }
    unaccepted(&load(&kernel, s, &permit, &at, Some(form)).await?)
}

/// Sends the applicant a link with which they name people themselves.
pub async fn send_link(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunRecommendations>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let path = s.season.path(&format!("recommendations/of/{}", at.external_id));
    let press = form.once(&kernel, s.actor_id(), &s.page, &format!("{path}?done=linked"));
    let done = match acts::send_link(&press, &permit, s.actor_id(), &s.season, &at.external_id).await? {
        Linked::Done => "linked",
        Linked::Nowhere => "nowhere",
        Linked::Early => "early",
        Linked::Closed => "closed",
    };
    Ok(see(&format!("{path}?done={done}")))
}

#[derive(Deserialize)]
pub struct AtOne {
    external_id: String,
    id: String,
}

/// Takes one out for good: for recommenders who ask for it and have no account to do it themselves.
pub async fn remove(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunRecommendations>,
    Path(at): Path<AtOne>,
) -> Result<Response> {
    let id = Id::parse(&at.id).ok_or(Error::NotFound)?;
    acts::delete(&kernel, &permit, s.actor_id(), &id).await?;
    Ok(see(&s.season.path(&format!("recommendations/of/{}", at.external_id))))
}
