//! One kind of email of a season: its text in both languages, how it looks for one person, a test to oneself, and its
//! earlier versions.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use crate::emails::{self, EmailKind, Emails, Field, Person, Saved, Text, Version, Written};
use crate::{InSeason, May, rules};
use weft_kernel::Kernel;
use weft_kernel::i18n::{Lang, Words};
use weft_kernel::ids::Id;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "templates/email.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    kind: &'static EmailKind,
    /// The season's own text, newest first.
    versions: Vec<Version>,
    /// Who the preview may be for: the value of the choice, and the name.
    people: Vec<(String, String)>,
    who: Person,
    preview: Written,
    /// Where answers go.
    reply_to: String,
    /// The version before the one that was made default just now.
    undo: Option<i64>,
}

/// What the address says of the last act and of the preview.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    r#for: String,
    undo: Option<i64>,
}

impl Show {
    fn version(&self) -> i64 {
        self.versions.first().map_or(0, |v| v.version)
    }

    fn is_own(&self) -> bool {
        self.versions.first().is_some_and(|v| !v.text.0.is_default())
    }

    fn offered(&self) -> Vec<Field> {
        self.kind.offered().collect()
    }

    /// Fields whose value in the preview is an example.
    fn examples(&self) -> bool {
        self.kind.fields.iter().any(|f| f.name != "name")
    }
}

fn text_of(form: &Form) -> Text {
    let one = |name: &str, lang: &str| form.value(&format!("{name}_{lang}")).replace("\r\n", "\n");
    let both = |name: &str| Words { en: one(name, "en"), es: one(name, "es") };
    Text { subject: both("subject"), body: both("body"), button: both("button") }
}

fn form_of(text: &Text) -> Form {
    let mut form = Form::default();
    for (name, words) in [("subject", &text.subject), ("body", &text.body), ("button", &text.button)] {
        form.set(&format!("{name}_en"), words.en.clone());
        form.set(&format!("{name}_es"), words.es.clone());
    }
    form
}

/// The longest body, in characters.
const LONGEST: usize = 10_000;

/// Says what is wrong with a text, field by field.
fn check(form: &mut Form, kind: &EmailKind) {
    for lang in ["en", "es"] {
        let value = |form: &Form, part: &str| form.value(&format!("{part}_{lang}")).replace("\r\n", "\n");
        let (subject, body) = (value(form, "subject"), value(form, "body"));
        for (part, text, most) in [("subject", &subject, 200), ("body", &body, LONGEST)] {
            let field = format!("{part}_{lang}");
            if text.is_empty() {
                form.reject(&field, if part == "subject" { "wrong-email-subject" } else { "wrong-email-body" });
            } else if text.chars().count() > most {
                form.reject_with(&field, "wrong-email-long", most.to_string());
            }
        }
        if kind.has_button && value(form, "button").is_empty() {
            form.reject(&format!("button_{lang}"), "wrong-email-button");
        }
        for (part, fault) in emails::faults(kind, &subject, &body) {
            let (key, arg) = fault.said();
            form.reject_with(&format!("{part}_{lang}"), key, arg);
        }
    }
}

/// A page's season, permit and kind, and what the address asks for.
struct At {
    s: InSeason,
    kind: &'static EmailKind,
    asked: Asked,
}

async fn load(kernel: &Kernel, run: &rules::RunSeason, at: At, form: Option<Form>) -> Result<Show> {
    let At { s, kind, asked } = at;
    let actor = s.actor.clone().ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let emails = Emails::of(&mut conn, &s.season).await?;
    let mut versions = emails::versions(&mut conn, run).await?;
    versions.retain(|v| v.kind == kind.key);
    let own = Person { id: actor.person_id.clone(), name: actor.name.clone(), language: s.page.t.0.tag().to_owned() };
    let mut people = vec![own];
    people.extend(emails::people(&mut conn, run, kind).await?.into_iter().filter(|p| p.id != actor.person_id));
    let chosen = people.iter().find(|p| p.id.as_str() == asked.r#for);
    // The first who really gets it, or oneself while nobody does.
    let who = chosen.or(people.get(1)).unwrap_or(&people[0]).clone();
    let mut form = form.unwrap_or_else(|| form_of(&emails.text(kind)));
    form.set("for", who.id.to_string());
    let text = text_of(&form).over(&emails::default_text(kind));
    let preview = emails::sample(kernel, &emails, &s.season, kind, &text, &who);
    let t = s.page.t;
    let named = |(i, p): (usize, &Person)| {
        let name = if i == 0 { t.a("email-for-me", "name", p.name.clone()) } else { p.name.clone() };
        (p.id.to_string(), format!("{name} · {}", p.lang().name()))
    };
    let people = people.iter().enumerate().map(named).collect();
    let reply_to = emails.reply_to().to_owned();
    let undo = asked.undo;
    Ok(Show { page: s.page.clone(), s, form, kind, versions, people, who, preview, reply_to, undo })
}

fn kind_of(s: &InSeason, key: &str) -> Result<&'static EmailKind> {
    emails::find(&s.season, key).filter(|k| k.has_text).ok_or(Error::NotFound)
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunSeason>,
    Path((_, key)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let kind = kind_of(&s, &key)?;
    html(&load(&kernel, &run, At { s, kind, asked }, None).await?)
}

/// Saves a text, or shows how it would look.
pub async fn save(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunSeason>,
    Path((_, key)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response> {
    let kind = kind_of(&s, &key)?;
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    let asked = Asked { r#for: form.value("for").to_owned(), undo: None };
    check(&mut form, kind);
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, &run, At { s, kind, asked }, Some(form)).await?);
    }
    if form.value("act") == "preview" {
        return html(&load(&kernel, &run, At { s, kind, asked }, Some(form)).await?);
    }
    // What is no number was never a version: somebody else's text is never written over by mistake.
    let read = form.value("version").parse().unwrap_or(-1);
    match emails::save(&kernel, &run, Some(&actor), kind, text_of(&form), read).await? {
        Saved::Now(_) | Saved::Same => {
            let who = Id::parse(&asked.r#for).map_or_else(String::new, |id| format!("&for={id}"));
            Ok(see(&s.season.path(&format!("emails/{key}?saved=1{who}"))))
        }
        Saved::Meanwhile => {
            form.reject("body_en", "wrong-email-meanwhile");
            unaccepted(&load(&kernel, &run, At { s, kind, asked }, Some(form)).await?)
        }
    }
}

/// Sends the text as it is typed to whoever asks, as the chosen person would get it.
pub async fn test(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunSeason>,
    Path((_, key)): Path<(String, String)>,
    mut form: Form,
) -> Result<Response> {
    let kind = kind_of(&s, &key)?;
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    let asked = Asked { r#for: form.value("for").to_owned(), undo: None };
    check(&mut form, kind);
    let (season, page) = (s.season.clone(), s.page.clone());
    let show = load(&kernel, &run, At { s, kind, asked }, Some(form.clone())).await?;
    if !form.is_accepted() {
        return unaccepted(&show);
    }
    let to = season.path(&format!("emails/{key}?test=1&for={}", show.who.id));
    let kernel = form.once(&kernel, Some(&actor), &page, &to);
    Ok(see(&if emails::send_test(&kernel, &run, &actor, show.preview).await? {
        to
    } else {
        season.path(&format!("emails/{key}?no-address=1"))
    }))
}

/// Makes an earlier version the text again, or the default text.
pub async fn restore(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunSeason>,
    Path((_, key, version)): Path<(String, String, String)>,
) -> Result<Response> {
    let kind = kind_of(&s, &key)?;
    let version: i64 = version.parse().map_err(|_| Error::NotFound)?;
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    let path = s.season.path(&format!("emails/{key}"));
    Ok(see(&match emails::restore(&kernel, &run, &actor, kind, version).await? {
        Saved::Now(before) if version == 0 => format!("{path}?undo={before}"),
        Saved::Now(_) => format!("{path}?saved=1"),
        Saved::Same | Saved::Meanwhile => path,
    }))
}

impl Show {
    /// The languages in which a version has a text of its own.
    fn languages(version: &Version) -> String {
        let own: Vec<&str> = Lang::ALL.into_iter().filter(|l| version.text.0.is_in(*l)).map(Lang::name).collect();
        own.join(", ")
    }
}
