//! The call as anyone reads it: whom it is for, when, how long it takes, who reads, and every question on one page.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;

use super::field::Field;
use super::{is_open, is_shut_out, key_name, own_draft, published};
use crate::call::model::{Call, CallForm, KeyKind, Stage};
use crate::call::proof::{self, Disowned};
use crate::call::store::Withdrawn;
use crate::call::{checks, drafts, rules, store};
use weft_kernel::{Kernel, secret};
use weft_people::pages::{ClientAddress, address, set_cookie};
use weft_programs::model::Term;
use weft_programs::{InSeason, May, store as programs};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "call/templates/call.html")]
struct Show {
    page: Page,
    s: InSeason,
    intro: String,
    rubric: String,
    minutes: u32,
    questions: usize,
    stage: Stage,
    opens: String,
    closes: String,
    decision: String,
    has_draft: bool,
    has_fit: bool,
    is_sent: bool,
    withdrawn: Option<Withdrawn>,
    /// This browser began an application that was then opened with the link that was mailed.
    is_shut_out: bool,
    terms: Vec<Term>,
    /// What the season asks of recommendations, in a sentence; empty where it asks for none.
    recommendations: String,
    /// What later stages are called, to which some are invited.
    later: Vec<String>,
}

impl Show {
    /// Whether this browser may begin here, or go on: not with what was sent or opened elsewhere, unless it went to an
    /// address that was not theirs.
    fn may_begin(&self) -> bool {
        let is_free = !self.is_sent || self.withdrawn == Some(Withdrawn::NotTheirs);
        is_free && !self.is_shut_out && !matches!(self.stage, Stage::Announced)
    }
}

/// A part's title, its lead, and its questions.
type PartShown = (String, String, Vec<Field>);

#[derive(Template)]
#[template(path = "call/templates/questions.html")]
struct Questions {
    page: Page,
    s: InSeason,
    parts: Vec<PartShown>,
    minutes: u32,
}

#[derive(Template)]
#[template(path = "call/templates/resume.html")]
struct Resume {
    page: Page,
    s: InSeason,
    token: String,
    stage: Link,
}

/// What a mailed link is about.
enum Link {
    /// It opens nothing any more.
    Ended,
    /// The holder of the address said that it was not theirs.
    Disowned,
    /// Opens what was proved before.
    Open,
    /// Nobody has used it yet: a draft, or an application that was sent, when, and under which name.
    First { is_sent: bool, at: String, name: String, is_here: bool },
}

fn moment(s: &InSeason, at: Option<weft_kernel::clock::Time>) -> String {
    at.map_or_else(String::new, |at| s.page.t.moment(at, &s.season.zone))
}

pub async fn show(State(kernel): State<Kernel>, mut s: InSeason, headers: HeaderMap) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let (call, form): (Call, CallForm) = published(&mut conn, &s).await?;
    let own = own_draft(&kernel, &mut conn, &s, &headers).await?;
    let withdrawn = match &own {
        Some((own, _)) => store::withdrawn(&mut conn, own).await?,
        None => None,
    };
    let is_shut_out = own.is_none() && is_shut_out(&kernel, &mut conn, &s, &headers).await?;
    let later = store::later_stages(&mut conn, &s.season.id).await?;
    let asked = store::recommended(&mut conn, &s.season.id, None).await?;
    let recommendations = asked.map_or_else(String::new, |r| r.said(&s.page.t));
    let lang = s.page.t.0;
    let title = format!("{}: {}", s.page.t.t("call-title"), s.season.title());
    s.page.share(&kernel.config.base_url, &title, form.intro.of(lang));
    let text =
        format!("{} {} {}", form.intro.of(lang), form.rubric.of(lang), s.season.eligibility(&s.page.t)).to_lowercase();
    let terms = programs::glossary(&mut conn, &s.season.program_id)
        .await?
        .into_iter()
        .filter(|t| text.contains(&t.term.to_lowercase()))
        .collect();
    html(&Show {
        page: s.page.clone(),
        intro: form.intro.of(lang).to_owned(),
        rubric: form.rubric.of(lang).to_owned(),
        minutes: checks::minutes(&form),
        questions: form.questions().count(),
        stage: call.stage(kernel.now()),
        opens: moment(&s, call.opens_at),
        closes: moment(&s, call.closes_at),
        decision: call.decision_on.as_ref().map_or_else(String::new, |d| s.page.t.iso_day(d)),
        is_sent: own.as_ref().is_some_and(|(own, _)| own.draft().submitted_at.is_some()),
        has_draft: own.is_some(),
        withdrawn,
        is_shut_out,
        has_fit: !form.fit.is_empty(),
        recommendations,
        later: later.into_iter().map(|(title,)| title.0.of(lang).to_owned()).collect(),
        terms,
        s,
    })
}

pub async fn questions(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let (_, form) = published(&mut kernel.db.read().await?, &s).await?;
    let t = s.page.t;
    let parts = form
        .parts
        .iter()
        .map(|p| {
            (
                p.title.of(t.0).to_owned(),
                p.lead.of(t.0).to_owned(),
                p.questions.iter().map(|q| Field::of(t, q, &[], &[])).collect(),
            )
        })
        .collect();
    html(&Questions { page: s.page.clone(), minutes: checks::minutes(&form), parts, s })
}

/// What a press begins, and the browser's key to it: the same for a second press of the same form, which finds the
/// draft of the first.
fn key_of_draft(kernel: &Kernel, s: &InSeason, form: &Form, to: &str) -> (Kernel, String) {
    let press = form.once(kernel, s.actor_id(), &s.page, to);
    let token = press.once.token("draft").unwrap_or_else(|| secret::token(&kernel.rng));
    (press, token)
}

/// Begins a draft in this browser, or goes on with the one that is there.
pub async fn begin(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    client: Option<Extension<ClientAddress>>,
    form: Form,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let (call, _) = published(&mut conn, &s).await?;
    let path = format!("/call/{}/application/1", s.season.slug);
    // What was sent to an address that was not theirs is over: the browser gets the key of another in place of its own.
    if let Some((own, _)) = own_draft(&kernel, &mut conn, &s, &headers).await?
        && store::withdrawn(&mut conn, &own).await? != Some(Withdrawn::NotTheirs)
    {
        return Ok(see(&path));
    }
    drop(conn);
    // After the end a late application can still be written, with its reason; before the beginning nothing can.
    if !is_open(&call, &kernel) && call.stage(kernel.now()) != Stage::Closed {
        return Ok(see(&format!("/call/{}", s.season.slug)));
    }
    let (press, token) = key_of_draft(&kernel, &s, &form, &path);
    let mut response = match drafts::begin(&press, &s.season.id, s.page.t.0, &address(client.as_ref()), &token).await {
        Ok(()) | Err(Error::Again(_)) => see(&path),
        Err(e) => return Err(e),
    };
    set_cookie(&kernel, &mut response, &key_name(&s.season), &token, 180 * 86_400);
    Ok(response)
}

/// Someone of the team begins a draft for a person who answers by phone or on paper; the form is the one that everyone
/// fills in.
pub async fn enter(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::MakeCall>,
    form: Form,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?;
    published(&mut kernel.db.read().await?, &s).await?;
    let from @ ("phone" | "paper") = form.value("from") else { return Err(Error::BadRequest) };
    let path = format!("/call/{}/application/1", s.season.slug);
    let (press, token) = key_of_draft(&kernel, &s, &form, &path);
    let mut response = match drafts::begin_for(&press, &permit, actor, s.page.t.0, from, &token).await {
        Ok(()) | Err(Error::Again(_)) => see(&path),
        Err(e) => return Err(e),
    };
    set_cookie(&kernel, &mut response, &key_name(&s.season), &token, 7 * 86_400);
    Ok(response)
}

impl Resume {
    /// What the page is about: its heading and its title.
    fn title(&self) -> String {
        self.page.t.t(match &self.stage {
            Link::Ended => "resume-refused",
            Link::Disowned => "resume-disowned",
            Link::First { is_sent: true, .. } => "resume-confirm-title",
            Link::Open | Link::First { .. } => "resume-title",
        })
    }
}

#[derive(Deserialize)]
pub struct At {
    token: String,
}

pub async fn ask_resume(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    Path(at): Path<At>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let (_, form) = published(&mut conn, &s).await?;
    let stage = match store::by_key(&mut conn, &s.season.id, &secret::hash(&at.token), KeyKind::Link).await? {
        None if store::is_disowned(&mut conn, &s.season.id, &secret::hash(&at.token)).await? => Link::Disowned,
        None => Link::Ended,
        Some(own) if own.draft().proved_at.is_some() || own.draft().entered_by.is_some() => Link::Open,
        Some(own) => {
            let answers = drafts::read(&store::answers(&mut conn, &own).await?);
            let of = |target: &str| {
                form.questions()
                    .find(|q| q.goes_to == target)
                    .and_then(|q| answers.get(&q.id))
                    .and_then(|v| v.first())
                    .cloned()
                    .unwrap_or_default()
            };
            let here = own_draft(&kernel, &mut conn, &s, &headers).await?;
            Link::First {
                is_sent: own.draft().submitted_at.is_some(),
                at: moment(&s, own.draft().submitted_at.or(Some(own.draft().started_at))),
                name: format!("{} {}", of("first_name"), of("last_name")).trim().to_owned(),
                is_here: here.is_some_and(|(here, _)| here.id() == own.id()),
            }
        }
    };
    html(&Resume { page: s.page.clone(), s, token: at.token, stage })
}

/// The link that was mailed: opens the draft in this browser and proves its address. Pressing is what opens it, for
/// mail scanners follow links.
pub async fn resume(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    published(&mut conn, &s).await?;
    let link = secret::hash(&at.token);
    let found = store::by_key(&mut conn, &s.season.id, &link, KeyKind::Link).await?;
    let here = own_draft(&kernel, &mut conn, &s, &headers).await?;
    drop(conn);
    let is_first =
        found.as_ref().is_some_and(|own| own.draft().submitted_at.is_some() && !own.draft().is_vouched_for());
    let opened = match &found {
        Some(own) => {
            let here = here.filter(|(here, _)| here.id() == own.id()).map(|(_, key)| key);
            proof::resume(&kernel, &s.season, own, &link, here.as_deref(), form.is_checked("keep", "yes")).await?
        }
        None => None,
    };
    let Some(token) = opened else {
        return unaccepted(&Resume { page: s.page.clone(), s, token: at.token, stage: Link::Ended });
    };
    let after = if is_first { "?confirmed=1" } else { "" };
    let mut response = see(&format!("/call/{}/application{after}", s.season.slug));
    set_cookie(&kernel, &mut response, &key_name(&s.season), &token, 180 * 86_400);
    Ok(response)
}

/// Whoever reads the mail says that they began or sent nothing.
pub async fn disown(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    published(&mut kernel.db.read().await?, &s).await?;
    let link = secret::hash(&at.token);
    let found = store::by_key(&mut kernel.db.read().await?, &s.season.id, &link, KeyKind::Link).await?;
    let is_done = match &found {
        Some(own) => proof::disown(&kernel, &s.season, own, &link).await? == Disowned::Now,
        None => false,
    };
    let is_done = is_done || store::is_disowned(&mut kernel.db.read().await?, &s.season.id, &link).await?;
    let stage = if is_done { Link::Disowned } else { Link::Ended };
    html(&Resume { page: s.page.clone(), s, token: at.token, stage })
}
