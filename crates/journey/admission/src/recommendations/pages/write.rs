//! The recommender's page: who asks, for what, who reads it; writing with autosave, sending, changing, declining.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::call::drafts::read;
use crate::call::model::{Answers, CallForm, is_asked};
use crate::call::pages::field::{self, Field};
use crate::call::pages::fill::{kept, seen, sent, told};
use crate::recommendations::model::State as Stands;
use crate::recommendations::rules::Write;
use crate::recommendations::store;
use crate::recommendations::writing::{self, For, Sent};
use weft_kernel::i18n::Lang;
use weft_kernel::{Kernel, secret};
use weft_people::pages::choose_language;
use weft_programs::{Season, furnish};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

/// What the page is for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    /// The applicant took it back, or the application was withdrawn.
    Gone,
    /// The last day is over.
    Over,
    Declined,
    /// Who asks and what is asked.
    First,
    Form,
}

#[derive(Template)]
#[template(path = "recommendations/templates/write.html")]
struct Show {
    page: Page,
    season: Season,
    token: String,
    view: View,
    is_shown: bool,
    asker: String,
    intro: String,
    due: String,
    /// When it was sent last; empty before.
    sent: String,
    /// What is written differs from what was sent.
    is_changed: bool,
    fields: Vec<Field>,
    revision: i64,
    /// Sent, but something is missing; the fields say what.
    is_refused: bool,
}

impl Show {
    /// Who asks, for what, and until when.
    fn lead(&self) -> String {
        self.page.t.args(
            "recommendation-lead",
            &[
                ("name", self.asker.clone().into()),
                ("season", self.season.title().into()),
                ("day", self.due.clone().into()),
            ],
        )
    }

    fn has_wrong(&self) -> bool {
        self.fields.iter().any(Field::is_wrong)
    }
}

/// What a link opens.
struct Opened {
    own: Write,
    f: For,
    form: CallForm,
    answers: Answers,
    is_withdrawn: bool,
}

async fn opened(kernel: &Kernel, token: &str) -> Result<Opened> {
    let mut conn = kernel.db.read().await?;
    let own = store::by_token(&mut conn, &secret::hash(token)).await?.ok_or(Error::NotFound)?;
    let f = writing::what_for(&mut conn, &own).await?;
    let answers = read(&store::written(&mut conn, &own).await?);
    let is_withdrawn = store::is_withdrawn(&mut conn, own.it().application_id.as_ref()).await?;
    Ok(Opened { form: f.plan.form(), own, f, answers, is_withdrawn })
}

fn view(kernel: &Kernel, o: &Opened) -> View {
    let it = o.own.it();
    match it.state() {
        _ if it.ended_at.is_some() || o.is_withdrawn => View::Gone,
        _ if o.f.plan.is_over(kernel.now()) => View::Over,
        Stands::Declined => View::Declined,
        Stands::Opened | Stands::Received => View::Form,
        Stands::Asked | Stands::Waiting => View::First,
    }
}

/// The page with these answers in its form.
fn page(kernel: &Kernel, mut page: Page, token: String, o: &Opened, answers: &Answers) -> Show {
    let (t, it, season) = (page.t, o.own.it(), &o.f.season);
    furnish(&mut page, season);
    let none = Vec::new();
    let asked = o.form.questions().filter(|q| is_asked(&o.form, q, answers));
    let mut fields: Vec<Field> = asked.map(|q| Field::of(t, q, answers.get(&q.id).unwrap_or(&none), &[])).collect();
    // Who reads it is said once, for all of it.
    for f in &mut fields {
        f.who.clear();
    }
    let was_sent = |id: &str| {
        let all = it.answers.as_ref().map(|a| &a.0)?;
        all.iter().find(|s| s.question.id == id).map(|s| &s.values)
    };
    let is_changed = it.sent_at.is_some()
        && o.form.questions().any(|q| o.answers.get(&q.id).unwrap_or(&none) != was_sent(&q.id).unwrap_or(&none));
    Show {
        view: view(kernel, o),
        is_shown: it.is_shown,
        asker: weft_kernel::mail::named(&it.asker),
        intro: o.f.plan.intro.of(t.0).to_owned(),
        due: o.f.plan.due_on.as_deref().map_or_else(String::new, |d| t.iso_day(d)),
        sent: it.sent_at.map_or_else(String::new, |at| t.moment(at, &season.zone)),
        is_changed,
        fields,
        revision: it.revision,
        is_refused: false,
        season: season.clone(),
        token,
        page,
    }
}

pub async fn show(State(kernel): State<Kernel>, shown: Page, Path(token): Path<String>) -> Result<Response> {
    let o = opened(&kernel, &token).await?;
    html(&page(&kernel, shown, token, &o, &o.answers))
}

/// Begins, or begins after all. Looking at the page does not: mail programs look at links by themselves.
pub async fn open(State(kernel): State<Kernel>, Path(token): Path<String>) -> Result<Response> {
    let o = opened(&kernel, &token).await?;
    writing::open(&kernel, &o.own, &o.f.plan).await?;
    Ok(see(&format!("/recommendation/{token}?begun=1")))
}

pub async fn decline(State(kernel): State<Kernel>, Path(token): Path<String>, mut form: Form) -> Result<Response> {
    let o = opened(&kernel, &token).await?;
    let reason: Option<String> = form.optional("reason").map(|r| r.chars().take(2_000).collect());
    writing::decline(&kernel, &o.own, &o.f, reason.as_deref()).await?;
    Ok(see(&format!("/recommendation/{token}?declined=1")))
}

pub async fn save(
    State(kernel): State<Kernel>,
    shown: Page,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response> {
    let o = opened(&kernel, &token).await?;
    let t = shown.t;
    let to_language = form.value("go").strip_prefix("lang:").and_then(Lang::parse);
    let (given, too_long) = sent(&o.form, 1, &o.answers, &form)?;
    let saved = writing::save(&kernel, &o.own, &o.f.plan, seen(&form), &given).await?;
    let path = format!("/recommendation/{token}");
    // Over, declined or taken back meanwhile: the page says so.
    if saved.revision.is_none() {
        let now = opened(&kernel, &token).await?;
        return unaccepted(&page(&kernel, shown, token, &now, &now.answers));
    }
    let mut typed = o.answers.clone();
    typed.extend(given.clone());
    typed.extend(too_long.iter().map(|q| (q.id.clone(), field::given(&form, q).unwrap_or_default())));
    let is_kept = saved.conflicts.is_empty() && too_long.is_empty();
    let is_sending = form.value("go") == "send";
    let mut missing = Vec::new();
    if is_kept && let Some(lang) = to_language {
        let mut response = see(&path);
        choose_language(&kernel, None, &mut response, lang).await?;
        return Ok(response);
    }
    if is_kept && is_sending {
        match writing::send(&kernel, &o.own, &o.f).await? {
            Sent::Now | Sent::Already => return Ok(see(&format!("{path}?sent=1"))),
            Sent::Closed => return Ok(see(&path)),
            Sent::Incomplete(all) => missing = all,
        }
    }
    let wrong = |id: &str, values: &[String]| {
        let of_sending = missing.iter().find(|(m, ..)| m == id).map(|(_, key, arg)| t.a(key, "arg", arg.clone()));
        of_sending.or_else(|| Some(field::fault(t, o.form.question(id)?, values))).unwrap_or_default()
    };
    let none = Vec::new();
    let mut shown = page(&kernel, shown, token, &o, &typed);
    shown.revision = saved.revision.unwrap_or_default();
    shown.is_refused = is_sending;
    for f in &mut shown.fields {
        let Some(q) = o.form.question(&f.id) else { continue };
        let was = o.answers.get(&f.id).unwrap_or(&none);
        f.was = field::mark_of(kept(&o.answers, &given, &saved.written, &f.id));
        f.error = wrong(&f.id, typed.get(&f.id).unwrap_or(&none));
        if saved.conflicts.contains(&f.id) {
            f.error = t.t("conflict");
            f.theirs = field::theirs(t, q, was);
        }
    }
    if is_kept && !shown.has_wrong() {
        return Ok(see(&path));
    }
    unaccepted(&shown)
}

/// The script's way to save: the same fields, answered with the revision that now stands.
pub async fn autosave(
    State(kernel): State<Kernel>,
    shown: Page,
    Path(token): Path<String>,
    form: Form,
) -> Result<Response> {
    let o = opened(&kernel, &token).await?;
    let (given, _) = sent(&o.form, 1, &o.answers, &form)?;
    let saved = writing::save(&kernel, &o.own, &o.f.plan, seen(&form), &given).await?;
    if saved.revision.is_none() {
        return Err(Error::NotFound);
    }
    let conflicts: Vec<&str> =
        saved.conflicts.iter().filter_map(|id| o.form.question(id)).map(|q| q.label.of(shown.t.0)).collect();
    let revision = saved.revision.filter(|_| conflicts.is_empty());
    let told = told(&given, &saved.written, revision, &conflicts);
    Ok(([(header::CONTENT_TYPE, "application/json")], told).into_response())
}
