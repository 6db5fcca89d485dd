//! Before and after sending: what is missing, all answers at a glance, what happens next, and taking it back.

use std::collections::BTreeSet;

use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use super::{Editing, Found, field, fill, own_now, published, published_at};
use crate::applications::model::Sender;
use crate::call::changes::{self, Submitted, Submitting};
use crate::call::drafts::{self, Asked, Sending, Sent, Writing};
use crate::call::model::{Answers, Call, CallForm, Stage, is_asked, shown};
use crate::call::rules::OwnDraft;
use crate::call::store::{HowFar, Recommended, StageOf, Withdrawn};
use crate::call::{checks, proof, stages, store, uploads};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::i18n::Tr;
use weft_kernel::when;
use weft_people::needs;
use weft_people::pages::{ClientAddress, address};
use weft_programs::InSeason;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

/// One question with its answer, where to change it, and what is wrong.
struct Line {
    part: usize,
    id: String,
    question: String,
    answer: String,
    error: String,
    /// It differs from what was sent.
    is_changed: bool,
    /// It belongs to what was sent and stays as it is.
    is_fixed: bool,
}

#[derive(Template)]
#[template(path = "call/templates/check.html")]
struct Check {
    page: Page,
    s: InSeason,
    form: Form,
    lines: Vec<Line>,
    missing: usize,
    closes: String,
    /// The call has closed, for this applicant too.
    is_late: bool,
    /// It is the form of a later stage, and whether it can't be submitted any more.
    is_stage: bool,
    is_over: bool,
    email: String,
    /// Nobody has shown that the address is theirs.
    is_unproved: bool,
    /// Who is named to read what the applicant needs, where they said something.
    reader: Option<Reader>,
    /// What is said above changes to what was sent; empty for a draft.
    changing: String,
    /// What was sent was withdrawn: submitting sends it again.
    is_again: bool,
    /// How far recommendations are, where the season asks for some.
    recommended: Option<Recommended>,
}

/// Whoever is named, by id and in words.
struct Reader {
    id: String,
    said: String,
}

#[derive(Template)]
#[template(path = "call/templates/status.html")]
struct Status {
    page: Page,
    s: InSeason,
    id: String,
    at: String,
    steps: Vec<Step>,
    copy: Vec<(String, String)>,
    withdrawn: Option<Withdrawn>,
    /// Whether another application may be begun now.
    may_begin: bool,
    is_late: bool,
    email: String,
    /// Nobody has shown that the address is theirs.
    is_unproved: bool,
    form: Form,
    asked: Vec<store::Acknowledged>,
    /// Whether it can be changed, or sent again, and until when.
    may_change: bool,
    until: String,
    /// When changes were last saved that were not submitted.
    unsubmitted: Option<String>,
    changed_at: Option<String>,
    /// Changes were too late and were deleted.
    is_dropped: bool,
    recommended: Option<Recommended>,
    /// Whether people can be named still.
    may_name: bool,
    /// Changes that were begun can't be submitted, because a decision was sent.
    is_stopped: bool,
    /// They were told that they are not in the cohort: nobody is asked anything more.
    is_refused: bool,
}

/// Where an application is in a later stage that has a form.
#[derive(Template)]
#[template(path = "call/templates/stage.html")]
struct StageStatus {
    page: Page,
    s: InSeason,
    id: String,
    title: String,
    due: String,
    /// When the form was submitted last.
    submitted: Option<String>,
    /// When changes to what was submitted were last saved, where some are being written.
    unsubmitted: Option<String>,
    /// Changes were too late and were deleted.
    is_dropped: bool,
    /// It can be submitted, or changed, now.
    is_open: bool,
    withdrawn: Option<Withdrawn>,
    steps: Vec<Step>,
    /// What was answered in this stage, and before.
    copy: Vec<(String, String)>,
    before: Vec<(String, String)>,
}

async fn stage_status(kernel: &Kernel, s: InSeason, m: &Mine) -> Result<StageStatus> {
    let t = s.page.t;
    let mut conn = kernel.db.read().await?;
    let at = store::stage_at(&mut conn, &m.own).await?.ok_or(Error::NotFound)?;
    let answers = drafts::read(&store::answers(&mut conn, &m.own).await?);
    let before = match store::first_form(&mut conn, &m.own).await? {
        Some(first) => {
            let (_, form) = published(&mut conn, &s).await?;
            drafts::copy(t, &form, &drafts::read(&store::answers(&mut conn, &first).await?))
        }
        None => Vec::new(),
    };
    let far = store::how_far(&mut conn, &m.own).await?;
    Ok(StageStatus {
        id: m.own.draft().external_id.clone().unwrap_or_default(),
        title: at.title.0.of(t.0).to_owned(),
        due: at.due_at.map_or_else(String::new, |due| t.moment(due, &s.season.zone)),
        submitted: at.submitted_at.map(|at| t.moment(at, &s.season.zone)),
        unsubmitted: store::changes(&mut conn, &m.own).await?.map(|c| t.moment(c.draft().saved_at, &s.season.zone)),
        is_dropped: m.own.draft().dropped_at.is_some(),
        is_open: stages::is_open(kernel, &mut conn, &m.own, &at).await?,
        withdrawn: store::withdrawn(&mut conn, &m.own).await?,
        steps: all_steps(&mut conn, &s, m, far.as_ref(), kernel.now()).await?,
        copy: drafts::copy(t, &m.form, &answers),
        before,
        page: s.page.clone(),
        s,
    })
}

/// What has happened with an application, or will: `done`, `now` or `later`.
struct Step {
    state: &'static str,
    title: String,
    text: String,
}

/// Everything that has happened since sending: stages gone on to, conversations agreed, reviews, the decision.
async fn all_steps(conn: &mut Conn, s: &InSeason, m: &Mine, far: Option<&HowFar>, now: Time) -> Result<Vec<Step>> {
    let (t, zone) = (s.page.t, &s.season.zone);
    let latest = store::stage_of(conn, &m.own).await?;
    let is_talking = latest.as_ref().is_some_and(|at| at.is_current && at.kind == "conversation");
    // The form of a stage stands at the top of its own page.
    let later = latest.filter(|at| at.no > m.own.draft().stage);
    // Whoever has only typed an address learns nothing of its holder's times.
    let agreed = if m.own.draft().is_vouched_for() { store::conversations(conn, &m.own).await? } else { Vec::new() };
    let talk = |c: store::Agreed| Step {
        state: if c.starts_at.plus_seconds(c.minutes * 60) < now { "done" } else { "now" },
        title: t.a("status-talk", "name", c.name),
        text: format!(
            "{}, {}\n{}",
            when::day(t, c.starts_at, zone),
            when::hours(t, c.starts_at, c.minutes, zone),
            c.place
        ),
    };
    let soon = is_talking && agreed.is_empty();
    let soon = soon.then(|| Step { state: "now", title: t.t("status-talk-soon"), text: t.t("status-talk-soon-text") });
    let went = later.map(|at| went_on(t, &at, zone)).into_iter().chain(agreed.into_iter().map(talk)).chain(soon);
    let mut rest = steps(t, far, m.call.decision_on.as_deref(), zone);
    if is_talking {
        // Nobody reviews without names here.
        rest.drain(..rest.len() - 1);
    }
    Ok(went.chain(rest).collect())
}

/// That an application goes on to a later stage than that of its page.
fn went_on(t: Tr, at: &StageOf, zone: &str) -> Step {
    let title = t.a2("status-went-on", "stage", at.title.0.of(t.0).to_owned(), "day", t.date(at.told_at, zone));
    Step { state: "done", title, text: t.t("status-went-on-text") }
}

/// The steps after sending, as they are: what has not happened is not said.
fn steps(t: Tr, far: Option<&HowFar>, decision: Option<&str>, zone: &str) -> Vec<Step> {
    let step = |state, title: String, text: String| Step { state, title, text };
    let (reviewed, told) = (far.map_or(0, |f| f.reviewed), far.and_then(|f| f.told_at));
    let is_open = far.is_some_and(|f| f.has_begun && !f.has_ended);
    let is_over = told.is_some() || far.is_some_and(|f| f.has_ended || (!f.has_begun && f.reviewed > 0));
    let mut out = Vec::new();
    if is_over {
        if reviewed > 0 {
            out.push(step("done", t.a("status-reviewed", "n", reviewed), t.t("status-step-read-text")));
        }
    } else if let Some(f) = far.filter(|f| is_open && f.reviewers > 0) {
        out.push(step("now", t.a("status-in-review", "n", f.reviewers), t.t("status-step-read-text")));
    } else {
        out.push(step("now", t.t("status-step-read"), t.t("status-step-read-text")));
    }
    out.push(match (told, decision) {
        (Some(at), _) => step("done", t.a("status-told", "day", t.date(at, zone)), t.t("status-told-text")),
        (None, Some(day)) => {
            step("later", t.a("status-step-decided-on", "day", t.iso_day(day)), t.t("status-step-decided-text"))
        }
        (None, None) => step("later", t.t("status-step-decided"), t.t("status-step-decided-text")),
    });
    out
}

impl Status {
    fn title(&self) -> &'static str {
        match self.withdrawn {
            None => "status-title",
            Some(Withdrawn::ByThem) => "status-withdrawn",
            Some(Withdrawn::NotTheirs) => "status-not-theirs",
        }
    }
}

struct Mine {
    own: OwnDraft,
    key: String,
    call: Call,
    form: CallForm,
}

async fn mine(kernel: &Kernel, s: &InSeason, headers: &HeaderMap) -> Result<Found<Mine, Response>> {
    let mut conn = kernel.db.read().await?;
    if let Some((own, key)) = own_now(kernel, &mut conn, s, headers).await? {
        let (call, form) = published_at(&mut conn, s, own.draft().stage).await?;
        return Ok(Found::Here(Mine { own, key, call, form }));
    }
    published(&mut conn, s).await?;
    drop(conn);
    Ok(Found::Elsewhere(match fill::shut_out(kernel, s, headers).await? {
        Some(page) => html(&page)?,
        None => see(&format!("/call/{}", s.season.slug)),
    }))
}

async fn check_page(kernel: &Kernel, s: InSeason, m: &Mine, editing: &Editing, web: Form) -> Result<Check> {
    let t = s.page.t;
    let mut conn = kernel.db.read().await?;
    let sent =
        if editing.sent.is_some() { drafts::read(&store::answers(&mut conn, &m.own).await?) } else { Answers::new() };
    let answers = drafts::read(&store::answers(&mut conn, &editing.own).await?);
    let differing = if editing.sent.is_some() { changes::differing(&sent, &answers) } else { BTreeSet::new() };
    let wrong = checks::missing(&m.form, &answers);
    let email = m.own.draft().email.clone().unwrap_or_default();
    let sender = proof::sender(&mut conn, &m.own, s.actor.as_ref(), &email).await?;
    let until = match &editing.stage {
        Some(at) => at.due_at,
        None => proof::until(&mut conn, &s.season.id, &m.call, &sender, &email).await?,
    };
    let is_over = editing.stage.is_some() && super::is_over(kernel, &mut conn, editing, &m.call).await?;
    let none = Vec::new();
    let lines = m
        .form
        .parts
        .iter()
        .enumerate()
        .flat_map(|(i, p)| p.questions.iter().map(move |q| (i + 1, q)))
        .filter(|(_, q)| is_asked(&m.form, q, &answers))
        .map(|(part, q)| Line {
            part,
            id: q.id.clone(),
            question: q.label.of(t.0).to_owned(),
            answer: shown(t, q, answers.get(&q.id).unwrap_or(&none)),
            error: wrong
                .iter()
                .find(|(id, ..)| *id == q.id)
                .map_or_else(String::new, |(_, key, arg)| t.a(key, "arg", arg.clone())),
            is_changed: differing.contains(&q.id),
            is_fixed: q.goes_to == "email" && editing.sent.is_some(),
        })
        .collect();
    let has_need = m.form.questions().any(|q| {
        q.goes_to == "access_needs"
            && is_asked(&m.form, q, &answers)
            && answers.get(&q.id).is_some_and(|v| v.iter().any(|x| !x.is_empty()))
    });
    let named = needs::contact(&mut conn, &s.season.id).await?;
    let reader = has_need.then(|| Reader {
        said: field::who_access(t, named.as_ref().map(|(_, name)| name.as_str())),
        id: named.map_or_else(String::new, |(id, _)| id.to_string()),
    });
    let recommended = match &editing.stage {
        Some(_) => None,
        None => store::recommended(&mut conn, &s.season.id, Some(&m.own)).await?,
    };
    Ok(Check {
        is_stage: editing.stage.is_some(),
        is_over,
        reader,
        changing: editing.note(&s),
        is_again: editing.sent.is_some() && store::withdrawn(&mut conn, &m.own).await?.is_some(),
        recommended,
        page: s.page.clone(),
        form: web,
        lines,
        missing: wrong.len(),
        closes: until.map_or_else(String::new, |at| t.moment(at, &s.season.zone)),
        is_late: editing.stage.is_none() && until.is_some_and(|u| kernel.now() > u),
        is_unproved: matches!(sender, Sender::Visitor),
        email,
        s,
    })
}

/// What this browser writes now, or the page of what it sent.
async fn written(kernel: &Kernel, s: &InSeason, m: &Mine) -> Result<Found<Editing, Response>> {
    let mut conn = kernel.db.read().await?;
    Ok(match super::editing(kernel, &mut conn, s, m.own.clone(), &m.call).await? {
        Some(editing) => Found::Here(editing),
        None => Found::Elsewhere(see(&format!("/call/{}/application", s.season.slug))),
    })
}

pub async fn check(State(kernel): State<Kernel>, s: InSeason, headers: HeaderMap) -> Result<Response> {
    let m = match mine(&kernel, &s, &headers).await? {
        Found::Here(m) => m,
        Found::Elsewhere(page) => return Ok(page),
    };
    match written(&kernel, &s, &m).await? {
        Found::Here(editing) => html(&check_page(&kernel, s, &m, &editing, Form::default()).await?),
        Found::Elsewhere(page) => Ok(page),
    }
}

pub async fn submit(State(kernel): State<Kernel>, s: InSeason, headers: HeaderMap, mut form: Form) -> Result<Response> {
    let m = match mine(&kernel, &s, &headers).await? {
        Found::Here(m) => m,
        Found::Elsewhere(page) => return Ok(page),
    };
    let editing = match written(&kernel, &s, &m).await? {
        Found::Here(editing) => editing,
        Found::Elsewhere(page) => return Ok(page),
    };
    // The page said who would read what they need; if that has changed meanwhile, it is said again first.
    let shown = check_page(&kernel, s.clone(), &m, &editing, Form::default()).await?.reader;
    if shown.is_some_and(|now| now.id != form.value("reader")) {
        form.reject("reader", "wrong-reader");
        return unaccepted(&check_page(&kernel, s, &m, &editing, form).await?);
    }
    if editing.stage.is_some() {
        return submit_stage(&kernel, s, &m, &editing, form).await;
    }
    if editing.sent.is_some() {
        return submit_changes(&kernel, s, &m, &editing, form).await;
    }
    let reason = form.optional("late_reason");
    let sending = Sending {
        season: &s.season,
        form: &m.form,
        lang: s.page.t.0,
        actor: s.actor.as_ref(),
        late_reason: reason.as_deref(),
    };
    match drafts::submit(&kernel, &m.own, sending).await? {
        Sent::Now | Sent::Already => return Ok(see(&format!("/call/{}/application", s.season.slug))),
        Sent::TooLate => form.reject("late_reason", "wrong-late"),
        Sent::Incomplete(_) => {}
    }
    unaccepted(&check_page(&kernel, s, &m, &editing, form).await?)
}

async fn submit_stage(kernel: &Kernel, s: InSeason, m: &Mine, editing: &Editing, form: Form) -> Result<Response> {
    let submitting = Submitting { season: &s.season, form: &m.form, lang: s.page.t.0, actor: s.actor.as_ref() };
    match stages::submit(kernel, &m.own, submitting).await? {
        Submitted::Incomplete | Submitted::TooLate => unaccepted(&check_page(kernel, s, m, editing, form).await?),
        Submitted::Unchanged => Ok(see(&format!("/call/{}/application?unchanged=1", s.season.slug))),
        _ => Ok(see(&format!("/call/{}/application?submitted=1", s.season.slug))),
    }
}

async fn submit_changes(kernel: &Kernel, s: InSeason, m: &Mine, editing: &Editing, form: Form) -> Result<Response> {
    let submitting = Submitting { season: &s.season, form: &m.form, lang: s.page.t.0, actor: s.actor.as_ref() };
    let after = match changes::submit(kernel, &m.own, submitting).await? {
        Submitted::Incomplete => return unaccepted(&check_page(kernel, s, m, editing, form).await?),
        Submitted::Now => "?changed=1",
        Submitted::Again => "?again=1",
        Submitted::Unchanged => "?unchanged=1",
        Submitted::Already | Submitted::TooLate => "",
    };
    Ok(see(&format!("/call/{}/application{after}", s.season.slug)))
}

/// What was sent, what happens next and when; before sending, on to the first part.
pub async fn show(State(kernel): State<Kernel>, s: InSeason, headers: HeaderMap) -> Result<Response> {
    let m = match mine(&kernel, &s, &headers).await? {
        Found::Here(m) => m,
        Found::Elsewhere(page) => return Ok(page),
    };
    if m.own.draft().stage > 1 {
        return html(&stage_status(&kernel, s, &m).await?);
    }
    if m.own.draft().submitted_at.is_none() {
        return Ok(see(&format!("/call/{}/application/1", s.season.slug)));
    }
    html(&status(&kernel, s, &m, Form::default()).await?)
}

/// The page of what was sent, with a form on it that was not accepted.
pub async fn with_form(kernel: &Kernel, s: InSeason, headers: &HeaderMap, form: Form) -> Result<Response> {
    let Found::Here(m) = mine(kernel, &s, headers).await? else { return Err(Error::NotFound) };
    unaccepted(&status(kernel, s, &m, form).await?)
}

async fn status(kernel: &Kernel, s: InSeason, m: &Mine, form: Form) -> Result<Status> {
    let t = s.page.t;
    let draft = m.own.draft();
    let mut conn = kernel.db.read().await?;
    let answers = drafts::read(&store::answers(&mut conn, &m.own).await?);
    // Who said that it was not theirs took the address out of the draft; what was typed is still among the answers.
    let typed = || {
        m.form
            .questions()
            .find(|q| q.goes_to == "email")
            .and_then(|q| answers.get(&q.id))
            .and_then(|v| v.first())
            .cloned()
    };
    let email = draft.email.clone().or_else(typed).unwrap_or_default();
    let asked = store::acknowledgements(&mut conn, &m.own).await?;
    let far = store::how_far(&mut conn, &m.own).await?;
    let window = changes::window(kernel, &mut conn, &m.own, &m.call, s.actor.as_ref()).await?;
    let open = store::changes(&mut conn, &m.own).await?;
    let moment = |at| t.moment(at, &s.season.zone);
    let recommended = store::recommended(&mut conn, &s.season.id, Some(&m.own)).await?;
    let is_refused = far.as_ref().is_some_and(|f| f.is_refused);
    Ok(Status {
        may_change: window.is_open,
        until: window.until.map_or_else(String::new, moment),
        unsubmitted: open.as_ref().filter(|_| window.is_open).map(|c| moment(c.draft().saved_at)),
        changed_at: store::changed_at(&mut conn, &m.own).await?.map(moment),
        // Said from the deadline on, also before they were deleted.
        is_dropped: draft.dropped_at.is_some()
            || (open.is_some() && window.until.is_some_and(|until| kernel.now() > until)),
        is_stopped: open.is_some() && !window.is_open && window.until.is_none_or(|until| kernel.now() <= until),
        page: s.page.clone(),
        id: draft.external_id.clone().unwrap_or_default(),
        at: draft.submitted_at.map_or_else(String::new, |at| t.moment(at, &s.season.zone)),
        is_late: far.as_ref().is_some_and(|f| f.is_late),
        steps: all_steps(&mut conn, &s, m, far.as_ref(), kernel.now()).await?,
        copy: drafts::copy(t, &m.form, &answers),
        withdrawn: store::withdrawn(&mut conn, &m.own).await?,
        may_begin: m.call.stage(kernel.now()) != Stage::Announced,
        email,
        is_unproved: store::is_unproved(&mut conn, &m.own).await?,
        form,
        asked,
        is_refused,
        may_name: !is_refused && recommended.as_ref().is_some_and(|r| r.is_open(kernel.now())),
        recommended,
        s,
    })
}

/// Mails the link again and leads back to where that was asked for. That it was sent is said however many were sent
/// before: who counts them would learn what others do with the address.
pub async fn send_link(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    client: Option<Extension<ClientAddress>>,
    form: Form,
) -> Result<Response> {
    let Found::Here(m) = mine(&kernel, &s, &headers).await? else { return Err(Error::NotFound) };
    let w = Writing { season: &s.season, form: &m.form, lang: s.page.t.0, from: &address(client.as_ref()) };
    let press = form.once(&kernel, s.actor_id(), &s.page, "");
    let asked = match drafts::send_link(&press, &m.own, &w).await {
        Err(Error::Again(_)) => Asked::Sent,
        other => other?,
    };
    let file = uploads::question(&m.form, form.value("file")).filter(|_| m.own.draft().submitted_at.is_none());
    let (page, place) = match file {
        Some(q) => (format!("/files/{}", q.id), ""),
        None if m.own.draft().submitted_at.is_some() => (String::new(), ""),
        None => ("/check".to_owned(), "#link"),
    };
    let sent = match asked {
        Asked::Sent => "?sent=1",
        Asked::NoAddress => "",
    };
    Ok(see(&format!("/call/{}/application{page}{sent}{place}", s.season.slug)))
}

pub async fn revoke(State(kernel): State<Kernel>, s: InSeason, headers: HeaderMap) -> Result<Response> {
    let Found::Here(m) = mine(&kernel, &s, &headers).await? else { return Err(Error::NotFound) };
    drafts::revoke(&kernel, &m.own, &m.key).await?;
    if m.own.draft().stage > 1 {
        return Ok(see(&format!("/call/{}/application?closed=1", s.season.slug)));
    }
    Ok(see(&format!("/call/{}/application/check?closed=1#link", s.season.slug)))
}

pub async fn withdraw(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: HeaderMap,
    mut form: Form,
) -> Result<Response> {
    let Found::Here(m) = mine(&kernel, &s, &headers).await? else { return Err(Error::NotFound) };
    let reason = form.optional("reason");
    drafts::withdraw(&kernel, &m.own, &s.season, s.page.t.0, reason.as_deref()).await?;
    Ok(see(&format!("/call/{}/application", s.season.slug)))
}
