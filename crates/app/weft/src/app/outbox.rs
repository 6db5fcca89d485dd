//! The outbox: what waits, what is held and why, what could not be delivered, what was sent. For the owner.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use mail_parser::MessageParser;
use serde::Deserialize;

use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::mail;
use weft_kernel::outbox::{self, Letter, STATES};
use weft_people::Actor;
use weft_programs::bounces::{self, Lifting};
use weft_programs::rules::{self, KeepHouse};
use weft_programs::store;
use weft_web::route::{get, post};
use weft_web::{Error, Form, Page, Place, Result, Route, html, see};

#[derive(Template)]
#[template(path = "app/templates/outbox.html")]
struct Show {
    page: Page,
    letters: Vec<Letter>,
    /// The reader's own.
    zone: String,
    /// All that could not be delivered, private ones too.
    dead: i64,
    /// Private letters that wait, and that could not be delivered.
    unlisted: (i64, i64),
    /// Whether emails are kept here instead of being sent.
    is_kept: bool,
    /// How many were kept before a mail server was set, and can be sent now.
    unsent: i64,
}

#[derive(Deserialize)]
struct Asked {
    state: Option<String>,
}

pub fn routes() -> Vec<Route> {
    vec![
        get("/outbox", show),
        get("/outbox/{id}", read),
        post("/outbox/resend", resend_all),
        post("/outbox/unsent", send_unsent),
        post("/outbox/{id}/resend", resend),
        post("/outbox/{id}/lift", lift),
    ]
}

async fn permit(kernel: &Kernel, actor: &Actor) -> Result<KeepHouse> {
    let held = store::house_roles(&mut kernel.db.read().await?, &actor.person_id).await?;
    rules::may_keep_house(&rules::effective(held, actor.strength)).ok_or(Error::NotFound)
}

async fn show(
    State(kernel): State<Kernel>,
    mut page: Page,
    actor: Actor,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    permit(&kernel, &actor).await?;
    let state = STATES.into_iter().find(|s| asked.state.as_deref() == Some(s)).unwrap_or_default();
    let mut conn = kernel.db.read().await?;
    let counts = outbox::counts(&mut conn, kernel.now()).await?;
    let unlisted = outbox::unlisted(&mut conn).await?;
    let letters = outbox::letters(&mut conn, kernel.now(), state).await?;
    let t = page.t;
    let total = Place {
        path: "/outbox".into(),
        label: t.a("outbox-total", "n", counts.iter().map(|(_, n)| n).sum::<i64>()),
        is_here: state.is_empty(),
    };
    page.tabs = vec![total];
    page.tabs.extend(counts.iter().map(|(name, n)| Place {
        path: format!("/outbox?state={name}"),
        label: t.a(&format!("outbox-count-{name}"), "n", *n),
        is_here: *name == state,
    }));
    let dead = counts.iter().find(|(s, _)| *s == "dead").map_or(0, |(_, n)| *n) + unlisted.1;
    let is_kept = mail::kept(&kernel.config).is_some();
    let unsent = if is_kept { 0 } else { outbox::unsent(&mut conn, kernel.now()).await? };
    html(&Show { page, unsent, letters, dead, unlisted, is_kept, zone: actor.zone().to_owned() })
}

impl Show {
    /// Why a letter is where it is, in words; what a mail server said stays as it said it.
    fn reason(&self, l: &Letter) -> Option<String> {
        let t = self.page.t;
        match l.state.as_str() {
            "held" => l.marked_at.map(|at| t.a("outbox-held-since", "day", t.date(at, &self.zone))),
            "waiting" => l.last_error.as_ref().map(|_| t.a("outbox-next-try", "at", t.moment(l.due_at, &self.zone))),
            "expired" if l.waits_for_mark => Some(t.t("outbox-expired-held")),
            "expired" if l.last_error.is_none() => Some(t.t("outbox-expired-unsent")),
            _ => None,
        }
    }
}

/// An email that was kept instead of being sent, as its reader would see it.
#[derive(Template)]
#[template(path = "app/templates/email.html")]
struct Read {
    page: Page,
    to: String,
    at: Time,
    subject: String,
    /// Paragraphs of lines of words; a word that begins as our links do is one.
    text: Vec<Vec<Vec<String>>>,
    base_url: String,
}

/// Only while no mail server is set, and never an email between people: whoever keeps this site has the folder anyway,
/// and nobody else would get the link.
async fn read(State(kernel): State<Kernel>, page: Page, actor: Actor, Path(id): Path<String>) -> Result<Response> {
    permit(&kernel, &actor).await?;
    let id = Id::parse(&id).ok_or(Error::NotFound)?;
    let folder = mail::kept(&kernel.config).ok_or(Error::NotFound)?;
    let (to, at) = outbox::sent(&mut kernel.db.read().await?, &id).await?.ok_or(Error::NotFound)?;
    let file = tokio::fs::read(folder.join(format!("{id}.eml"))).await.map_err(|_| Error::NotFound)?;
    let email = MessageParser::default().parse(&file).ok_or(Error::NotFound)?;
    let body = email.body_text(0).unwrap_or_default().replace("\r\n", "\n");
    let text =
        body.split("\n\n").map(|p| p.lines().map(|l| l.split(' ').map(str::to_owned).collect()).collect()).collect();
    let subject = email.subject().unwrap_or_default().to_owned();
    html(&Read { page, to, at, subject, text, base_url: kernel.config.base_url.clone() })
}

async fn resend(State(kernel): State<Kernel>, actor: Actor, Path(id): Path<String>) -> Result<Response> {
    permit(&kernel, &actor).await?;
    let id = Id::parse(&id).ok_or(Error::NotFound)?;
    if !outbox::resend(&kernel, &actor.person_id, &id).await? {
        return Err(Error::NotFound);
    }
    Ok(see("/outbox"))
}

async fn resend_all(State(kernel): State<Kernel>, actor: Actor) -> Result<Response> {
    permit(&kernel, &actor).await?;
    outbox::resend_all(&kernel, &actor.person_id).await?;
    Ok(see("/outbox"))
}

/// Sends what was kept while no mail server was set: one email, or all.
async fn send_unsent(State(kernel): State<Kernel>, actor: Actor, form: Form) -> Result<Response> {
    permit(&kernel, &actor).await?;
    if mail::kept(&kernel.config).is_some() {
        return Err(Error::NotFound);
    }
    let one = match form.value("id") {
        "" => None,
        id => Some(Id::parse(id).ok_or(Error::NotFound)?),
    };
    outbox::send_unsent(&kernel, &actor.person_id, one.as_ref()).await?;
    Ok(see("/outbox"))
}

async fn lift(State(kernel): State<Kernel>, actor: Actor, Path(id): Path<String>) -> Result<Response> {
    let permit = permit(&kernel, &actor).await?;
    let id = Id::parse(&id).ok_or(Error::NotFound)?;
    match bounces::lift_for_letter(&kernel, &permit, &actor.person_id, &id).await? {
        Lifting::Lifted => Ok(see("/outbox")),
        Lifting::NoMark => Err(Error::NotFound),
    }
}
