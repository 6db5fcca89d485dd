//! Letters of a season, composing one, reading it as each person gets it.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::model::{GROUPS, Letter};
use super::{acts, rules, store};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_programs::emails::{self, Emails};
use weft_programs::{InSeason, May};
use weft_web::route::{get, post};
use weft_web::{Error, Form, Page, Result, Route, html, see, unaccepted};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/group-emails", show),
        post("/s/{season}/group-emails", compose),
        post("/s/{season}/group-emails/chosen", choose),
        get("/s/{season}/group-emails/{id}", look),
        post("/s/{season}/group-emails/{id}/sending", send),
        post("/s/{season}/group-emails/{id}/removal", discard),
    ]
}

#[derive(Template)]
#[template(path = "group_emails/templates/list.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    groups: Vec<(String, String)>,
    letters: Vec<Letter>,
    /// The numbers of applications that were chosen, in one field, and how many they are.
    numbers: String,
    chosen: usize,
}

#[derive(Template)]
#[template(path = "group_emails/templates/letter.html")]
struct Look {
    page: Page,
    s: InSeason,
    letter: Letter,
    count: usize,
    /// Which of them, from 1, and the letter as she gets it.
    at: usize,
    to: String,
    lang: String,
    subject: String,
    paragraphs: Vec<String>,
}

#[derive(Deserialize)]
pub struct At {
    id: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Which {
    to: usize,
}

async fn load(kernel: &Kernel, s: InSeason, form: Form) -> Result<Show> {
    let permit = rules::may_write(&s).ok_or(Error::NotFound)?;
    let t = s.page.t;
    let mut conn = kernel.db.read().await?;
    let counts = store::counts(&mut conn, &permit).await?;
    let groups = GROUPS
        .iter()
        .map(|g| ((*g).to_owned(), format!("{} ({})", t.t(&format!("group-{g}")), counts.of(g))))
        .collect();
    let letters = store::letters(&mut conn, &permit).await?;
    let numbers = form.value("numbers").to_owned();
    let chosen = store::of_numbers(&mut conn, &permit, &numbers.split(' ').collect::<Vec<_>>()).await?.len();
    Ok(Show { page: s.page.clone(), s, form, groups, letters, numbers, chosen })
}

async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    html(&load(&kernel, s, Form::default()).await?)
}

/// Composing an email to applications that were chosen on their list.
async fn choose(State(kernel): State<Kernel>, May { permit: _, s }: May<rules::Write>, form: Form) -> Result<Response> {
    html(&load(&kernel, s, Form::of(&[("numbers", form.value("numbers"))])).await?)
}

async fn compose(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Write>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let typed = form.value("numbers").to_owned();
    let numbers: Vec<&str> = typed.split(' ').filter(|n| !n.is_empty()).collect();
    let chosen = store::of_numbers(&mut kernel.db.read().await?, &permit, &numbers).await?;
    // Nobody of those who were chosen is here any more: that is no email to everyone.
    if !numbers.is_empty() && chosen.is_empty() {
        return Err(Error::BadRequest);
    }
    let group = if chosen.is_empty() { form.value("group") } else { "applicants" }.to_owned();
    if !GROUPS.contains(&group.as_str()) {
        form.reject("group", "wrong-choice");
    }
    // One language is enough: with nothing in the other, everyone gets this one.
    for (said, other) in [("en", "es"), ("es", "en")] {
        let of = |part: &str, lang: &str| form.value(&format!("{part}_{lang}")).to_owned();
        let (subject, text) = (of("subject", said), of("text", said));
        let is_empty = of("subject", other).is_empty() && of("text", other).is_empty();
        if is_empty && !subject.is_empty() && !text.is_empty() {
            form.set(&format!("subject_{other}"), subject);
            form.set(&format!("text_{other}"), text);
        }
    }
    let words =
        ["subject_en", "subject_es", "text_en", "text_es"].map(|name| form.required(name).replace("\r\n", "\n"));
    for lang in ["en", "es"] {
        let name = |part: &str| format!("{}_{lang}", if part == "body" { "text" } else { part });
        let value = |part: &str| form.value(&name(part)).to_owned();
        for (part, fault) in emails::faults(&acts::GROUP, &value("subject"), &value("body")) {
            let (key, arg) = fault.said();
            form.reject_with(&name(part), key, arg);
        }
    }
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, form).await?);
    }
    let press = form.once(&kernel, Some(&actor), &s.page, &s.season.path("group-emails/{}"));
    let id = acts::compose(&press, &permit, &actor, (&group, &chosen), words.each_ref().map(String::as_str)).await?;
    Ok(see(&s.season.path(&format!("group-emails/{id}"))))
}

async fn find(kernel: &Kernel, s: &InSeason, at: &At) -> Result<(rules::Write, Letter)> {
    let permit = rules::may_write(s).ok_or(Error::NotFound)?;
    let id = Id::parse(&at.id).ok_or(Error::NotFound)?;
    let letter = store::letter(&mut kernel.db.read().await?, &permit, &id).await?.ok_or(Error::NotFound)?;
    Ok((permit, letter))
}

async fn look(
    State(kernel): State<Kernel>,
    s: InSeason,
    Path(at): Path<At>,
    Query(which): Query<Which>,
) -> Result<Response> {
    let (permit, letter) = find(&kernel, &s, &at).await?;
    let all = store::addressees(&mut kernel.db.read().await?, &permit, &letter).await?;
    let place = which.to.clamp(1, all.len().max(1));
    let example = super::model::Addressee {
        key: String::new(),
        name: String::new(),
        email: String::new(),
        language: s.page.lang().to_owned(),
    };
    let who = all.get(place - 1).unwrap_or(&example);
    let leave = (letter.group_name == "interested").then(|| "…".to_owned());
    let emails = Emails::of(&mut kernel.db.read().await?, &s.season).await?;
    let mail = acts::mail_to(&emails, &letter, who, leave);
    let mut paragraphs = mail.source.paragraphs;
    paragraphs.push(mail.source.signature.join("\n"));
    paragraphs.extend(mail.source.after);
    html(&Look {
        page: s.page.clone(),
        count: all.len(),
        at: place,
        to: if who.name.is_empty() { who.email.clone() } else { format!("{} <{}>", who.name, who.email) },
        lang: mail.lang.tag().to_owned(),
        subject: mail.subject,
        paragraphs,
        letter,
        s,
    })
}

async fn send(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let (permit, letter) = find(&kernel, &s, &at).await?;
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    // Pressed twice, sent once.
    acts::send(&kernel, &permit, &actor, &s.season, &letter).await?;
    Ok(see(&s.season.path("group-emails")))
}

async fn discard(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let (permit, letter) = find(&kernel, &s, &at).await?;
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    acts::discard(&kernel, &permit, &actor, &letter.id).await?;
    Ok(see(&s.season.path("group-emails")))
}
