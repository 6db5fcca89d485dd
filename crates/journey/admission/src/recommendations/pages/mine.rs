//! The applicant's side: whom they named, how far each one is, and naming, reminding, replacing. Never what was
//! written, unless its recommender was told that the applicant reads it.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;

use crate::call::drafts;
use crate::call::model::{Answers, CallForm};
use crate::call::pages::{own_first, published};
use crate::call::store as call;
use crate::recommendations::acts::{self, Asking, Named};
use crate::recommendations::model::{Plan, Recommendation, State as Stands, said};
use crate::recommendations::rules::Naming;
use crate::recommendations::store::{self, New};
use weft_kernel::Kernel;
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_people::pages::{ClientAddress, address};
use weft_programs::{InSeason, Season};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

/// Someone who was named, as the applicant sees it.
struct Line {
    r: Recommendation,
    may_remind: bool,
    /// What was written, where the applicant reads it.
    answers: Vec<(String, String)>,
}

impl Line {
    fn is(&self, state: &str) -> bool {
        self.r.state().name() == state
    }
}

#[derive(Template)]
#[template(path = "recommendations/templates/mine.html")]
struct Mine {
    page: Page,
    season: Season,
    /// This page's own path.
    base: String,
    /// The applicant's way back; none on a page that a link opened.
    back: Option<String>,
    form: Form,
    plan: Plan,
    due: String,
    lines: Vec<Line>,
    /// How many more can be named.
    free: i64,
    is_over: bool,
    is_unproved: bool,
    /// The draft has an address to which the applicant's own link went.
    has_address: bool,
    is_sent: bool,
    /// The one who is about to be replaced.
    replaced: Option<(Id, String)>,
    languages: Vec<(String, String)>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Which {
    pub replace: String,
}

/// Whose recommenders a page is about.
pub(super) struct Found {
    pub own: Naming,
    pub season: Season,
    pub plan: Plan,
    /// This page's own path.
    pub base: String,
    pub back: Option<String>,
    /// The applicant's name to begin with.
    pub name: String,
    pub is_sent: bool,
}

/// The draft of this browser and what the season asks; without a draft the way to the call's page.
async fn found(kernel: &Kernel, s: &InSeason, headers: &HeaderMap) -> Result<Option<Found>> {
    let mut conn = kernel.db.read().await?;
    let (_, form) = published(&mut conn, s).await?;
    let plan = store::plan(&mut conn, &s.season.id).await?.filter(Plan::is_on).ok_or(Error::NotFound)?;
    let Some((own, _)) = own_first(kernel, &mut conn, s, headers).await? else { return Ok(None) };
    if call::withdrawn(&mut conn, &own).await?.is_some() {
        return Ok(None);
    }
    let name = own_name(&form, &drafts::read(&call::answers(&mut conn, &own).await?));
    let is_sent = own.draft().submitted_at.is_some();
    let path = format!("/call/{}/application", s.season.slug);
    Ok(Some(Found {
        own: Naming::of_draft(&own),
        season: s.season.clone(),
        plan,
        base: page_of(s),
        back: Some(if is_sent { path } else { format!("{path}/check") }),
        name,
        is_sent,
    }))
}

/// The applicant's name as they typed it into the form, to begin with.
fn own_name(form: &CallForm, answers: &Answers) -> String {
    let of = |target: &str| {
        let q = form.questions().find(|q| q.goes_to == target)?;
        answers.get(&q.id)?.first().map(|v| v.trim().to_owned())
    };
    let parts = [of("first_name"), of("last_name"), of("full_name")];
    parts.into_iter().flatten().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ")
}

pub(super) async fn load(
    kernel: &Kernel,
    page: Page,
    f: Found,
    replace: &str,
    typed: Option<Form>,
) -> Result<impl Template> {
    let mut conn = kernel.db.read().await?;
    let all = store::named_by(&mut conn, &f.own).await?;
    let (t, now) = (page.t, kernel.now());
    let name = all.last().map_or(f.name, |last| last.asker.clone());
    let counted = all.iter().filter(|r| r.is_counted()).count() as i64;
    let replaced = all.iter().find(|r| r.id.as_str() == replace && r.state() != Stands::Received);
    Ok(Mine {
        page,
        base: f.base,
        back: f.back,
        form: typed.unwrap_or_else(|| Form::of(&[("own_name", &name), ("language", t.0.tag())])),
        due: f.plan.due_on.as_deref().map_or_else(String::new, |d| t.iso_day(d)),
        free: (f.plan.most - counted).max(0),
        is_over: f.plan.is_over(now),
        is_unproved: !f.own.is_vouched_for(),
        has_address: f.own.has_address(),
        is_sent: f.is_sent,
        replaced: replaced.map(|r| (r.id.clone(), r.name.clone())),
        lines: all
            .into_iter()
            .map(|r| Line {
                may_remind: r.may_remind(now) && !f.plan.is_over(now),
                answers: match &r.answers {
                    Some(answers) if r.is_shown => said(t, answers),
                    _ => Vec::new(),
                },
                r,
            })
            .collect(),
        languages: Lang::ALL.map(|l| (l.tag().to_owned(), l.name().to_owned())).into(),
        plan: f.plan,
        season: f.season,
    })
}

pub async fn show(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    Query(which): Query<Which>,
) -> Result<Response> {
    match found(&kernel, &s, &headers).await? {
        Some(f) => html(&load(&kernel, s.page.clone(), f, &which.replace, None).await?),
        None => Ok(see(&format!("/call/{}", s.season.slug))),
    }
}

fn page_of(s: &InSeason) -> String {
    format!("/call/{}/recommendations", s.season.slug)
}

/// Names someone, or someone else in place of one who has not answered.
pub async fn name(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    client: Option<Extension<ClientAddress>>,
    form: Form,
) -> Result<Response> {
    let f = found(&kernel, &s, &headers).await?.ok_or(Error::NotFound)?;
    named(&kernel, (s.actor_id(), s.page.clone()), f, &address(client.as_ref()), form).await
}

/// What was typed of someone who is named.
pub(super) fn typed(form: &mut Form, lang: Lang) -> New {
    let short = |text: String, most: usize| text.chars().take(most).collect::<String>();
    New {
        asker: short(form.required("own_name"), 120),
        name: short(form.required("recommender"), 120),
        email: form.email("recommender_email"),
        relation: short(form.required("relation"), 200),
        language: Lang::parse(form.value("language")).unwrap_or(lang),
    }
}

/// Names someone on this page, whoever opened it.
pub(super) async fn named(
    kernel: &Kernel,
    (who, page): (Option<&Id>, Page),
    f: Found,
    from: &str,
    mut form: Form,
) -> Result<Response> {
    let new = typed(&mut form, page.t.0);
    let replaces = Id::parse(form.value("replaces"));
    let to = format!("{}?done=named#named", f.base);
    if form.is_accepted() {
        let asking = Asking { season: &f.season, plan: &f.plan, from, actor: None };
        let press = form.once(kernel, who, &page, &to);
        match acts::name(&press, &f.own, asking, &new, replaces.as_ref()).await? {
            Named::Done => return Ok(see(&to)),
            Named::Full => form.reject("recommender", "wrong-recommenders-full"),
            Named::TooMany => form.reject("recommender", "wrong-recommenders-many"),
            Named::Twice => form.reject("recommender_email", "wrong-recommender-twice"),
            Named::Own => form.reject("recommender_email", "wrong-recommender-own"),
            Named::Closed => form.reject("recommender", "wrong-recommenders-closed"),
        }
    }
    let replace = form.value("replaces").to_owned();
    unaccepted(&load(kernel, page, f, &replace, Some(form)).await?)
}

#[derive(Deserialize)]
pub struct At {
    id: String,
}

/// Reminds someone, or takes them out.
pub async fn change(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let f = found(&kernel, &s, &headers).await?.ok_or(Error::NotFound)?;
    changed(&kernel, &f, &at.id, &form).await
}

/// Reminds or takes out someone on this page, whoever opened it.
pub(super) async fn changed(kernel: &Kernel, f: &Found, id: &str, form: &Form) -> Result<Response> {
    let id = Id::parse(id).ok_or(Error::NotFound)?;
    let asking = Asking { season: &f.season, plan: &f.plan, from: "", actor: None };
    let said = match form.value("act") {
        "remind" if acts::remind_own(kernel, &f.own, asking, &id).await? => "reminded",
        "remind" => "early",
        "remove" if acts::remove(kernel, &f.own, &id).await? => "removed",
        "remove" => "answered",
        _ => return Err(Error::BadRequest),
    };
    Ok(see(&format!("{}?done={said}#named", f.base)))
}
