//! Emails of a season: every kind by the moment it goes out, and the reply-to address and signature that all of them
//! have.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::emails::{self, EmailKind, Moment, Sender, Version};
use crate::{InSeason, May, rules};
use weft_kernel::Kernel;
use weft_kernel::i18n::Lang;
use weft_web::form::is_email;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "templates/emails.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    moments: Vec<(Moment, Vec<Row>)>,
}

/// A kind, and the newest version of its text if it was ever changed.
struct Row {
    kind: &'static EmailKind,
    newest: Option<Version>,
}

impl Row {
    /// The newest change that is not the default text.
    fn own(&self) -> Option<&Version> {
        self.newest.as_ref().filter(|v| !v.text.0.is_default())
    }

    /// The language that still has the default text.
    fn behind(&self) -> Option<Lang> {
        self.own().and_then(|v| v.text.0.behind())
    }
}

async fn load(kernel: &Kernel, run: &rules::RunSeason, s: InSeason) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let sender = emails::sender(&mut conn, run.season()).await?;
    let mut newest: BTreeMap<String, Version> = BTreeMap::new();
    for version in emails::versions(&mut conn, run).await? {
        newest.entry(version.kind.clone()).or_insert(version);
    }
    let mut moments: Vec<(Moment, Vec<Row>)> = Vec::new();
    for kind in emails::of_season(&s.season) {
        let row = Row { kind, newest: newest.remove(kind.key) };
        match moments.last_mut() {
            Some((moment, rows)) if *moment == kind.at.0 => rows.push(row),
            _ => moments.push((kind.at.0, vec![row])),
        }
    }
    let form = Form::of(&[
        ("reply_to", &sender.reply_to),
        ("signature_name", &sender.signature_name),
        ("signature_role", &sender.signature_role),
        ("signature_role_es", &sender.signature_role_es),
    ]);
    Ok(Show { page: s.page.clone(), s, form, moments })
}

pub async fn show(State(kernel): State<Kernel>, May { permit: run, s }: May<rules::RunSeason>) -> Result<Response> {
    html(&load(&kernel, &run, s).await?)
}

/// Longest line of a signature, in characters.
const LONGEST: usize = 120;

pub async fn save_sender(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunSeason>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    let mut line = |name: &str| {
        let text = form.value(name).split_whitespace().collect::<Vec<_>>().join(" ");
        if text.chars().count() > LONGEST {
            form.reject_with(name, "wrong-signature-long", LONGEST.to_string());
        }
        text
    };
    let (name, role, role_es) = (line("signature_name"), line("signature_role"), line("signature_role_es"));
    if name.is_empty() && !(role.is_empty() && role_es.is_empty()) {
        form.reject("signature_name", "wrong-signature-name");
    }
    let reply_to = if form.value("reply_to").is_empty() { String::new() } else { form.email("reply_to") };
    if !reply_to.is_empty() && !is_email(&reply_to) {
        form.reject("reply_to", "wrong-email");
    }
    if !form.is_accepted() {
        let mut show = load(&kernel, &run, s).await?;
        show.form = form;
        return unaccepted(&show);
    }
    let sender = Sender { reply_to, signature_name: name, signature_role: role, signature_role_es: role_es };
    emails::save_sender(&kernel, &run, Some(&actor), &sender).await?;
    Ok(see(&s.season.path("emails?sender=1")))
}
