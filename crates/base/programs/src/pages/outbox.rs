//! A season's outbox: what waits, is held, was sent or failed; and one email to read, edit, send or discard.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use crate::held::{self, Act, Words, Wrong};
use crate::{InSeason, May, rules};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_kernel::outbox::held::{Opened, counts_of_season, holds, of_season};
use weft_kernel::outbox::{Letter, STATES};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "templates/season_outbox.html")]
struct Show {
    page: Page,
    s: InSeason,
    emails: Vec<Letter>,
    counts: Vec<(&'static str, i64)>,
    state: &'static str,
    /// Whether emails to many wait for the team.
    holds: bool,
}

#[derive(Deserialize)]
pub struct Asked {
    state: Option<String>,
}

impl Show {
    fn total(&self) -> i64 {
        self.counts.iter().map(|(_, n)| n).sum()
    }

    fn in_state(&self, state: &str) -> i64 {
        self.counts.iter().find(|(s, _)| *s == state).map_or(0, |(_, n)| *n)
    }

    /// Up to which email all that are held are sent: the newest one shown.
    fn newest(&self) -> Option<&Id> {
        self.emails.iter().filter(|l| l.state == "review").map(|l| &l.id).max()
    }
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunSeason>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let state = STATES.into_iter().find(|s| asked.state.as_deref() == Some(s)).unwrap_or_default();
    let mut conn = kernel.db.read().await?;
    let counts = counts_of_season(&mut conn, run.season(), kernel.now()).await?;
    let emails = of_season(&mut conn, run.season(), kernel.now(), state).await?;
    let holds = holds(&mut conn, run.season()).await?;
    html(&Show { page: s.page.clone(), s, emails, counts, state, holds })
}

#[derive(Template)]
#[template(path = "templates/season_email.html")]
struct One {
    page: Page,
    s: InSeason,
    email: Opened,
    form: Form,
    /// Its words, with marks for links; nothing when they are not there any more.
    words: Option<Words>,
    asks_discard: bool,
}

impl One {
    fn has_button(&self) -> bool {
        self.words.as_ref().is_some_and(|w| !w.button.is_empty())
    }

    fn can_edit(&self) -> bool {
        self.email.state == "review" && self.words.is_some()
    }

    /// What is there whether or not its email is sent, and where it is listed.
    fn stays(&self) -> Option<(&'static str, &'static str)> {
        match self.email.mail.as_ref()?.kind.as_deref()? {
            "invitation" | "invitation-due" => Some(("season-email-stays-invitation", "invitations")),
            "decision" | "alternate" => Some(("season-email-stays-decision", "decisions")),
            _ => None,
        }
    }

    fn invites(&self) -> bool {
        self.email.mail.as_ref().is_some_and(|m| m.calendar.is_some())
    }
}

/// A page of one email. `typed` is what was typed into its form.
async fn one(kernel: &Kernel, (run, s): (&rules::RunSeason, InSeason), id: &Id, typed: Option<Form>) -> Result<One> {
    let email = held::open(kernel, &mut kernel.db.read().await?, run, id).await?.ok_or(Error::NotFound)?;
    let base_url = &kernel.config.base_url;
    let source = email.mail.as_ref().and_then(|m| Some((&m.subject, m.source.as_ref()?)));
    let words = source.map(|(subject, source)| held::words(subject, source, base_url));
    let form = typed.unwrap_or_else(|| {
        let w = words.clone().unwrap_or_default();
        Form::of(&[("subject", w.subject.as_str()), ("text", w.text.as_str()), ("button", w.button.as_str())])
    });
    let asks_discard = s.page.is_after("ask=discard");
    Ok(One { page: s.page.clone(), s, email, form, words, asks_discard })
}

#[derive(Deserialize)]
pub struct At {
    id: String,
}

impl At {
    fn id(&self) -> Result<Id> {
        Id::parse(&self.id).ok_or(Error::NotFound)
    }
}

pub async fn read(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunSeason>,
    Path(at): Path<At>,
) -> Result<Response> {
    html(&one(&kernel, (&run, s), &at.id()?, None).await?)
}

pub async fn save(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunSeason>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let (id, actor) = (at.id()?, s.actor_id().ok_or(Error::NotFound)?.clone());
    let email = held::open(&kernel, &mut kernel.db.read().await?, &run, &id).await?.ok_or(Error::NotFound)?;
    let source = email.mail.as_ref().and_then(|m| m.source.clone());
    let words = Words {
        subject: form.required("subject"),
        text: form.required("text"),
        button: if source.as_ref().is_some_and(|s| s.button.is_some()) {
            form.required("button")
        } else {
            String::new()
        },
    };
    if words.subject.chars().count() > 200 {
        form.reject("subject", "wrong-too-long");
    }
    let changed = source.map(|source| held::edited(&words, &source, &kernel.config.base_url));
    match &changed {
        Some(Err(Wrong::LinkMissing(mark))) => form.reject_with("text", "wrong-link-missing", mark.clone()),
        Some(Err(Wrong::LinkUnknown(mark))) => form.reject_with("text", "wrong-link-unknown", mark.clone()),
        _ => {}
    }
    if form.is_accepted() {
        if let Some(Ok(source)) = &changed
            && held::edit(&kernel, &run, &actor, &email, (&words.subject, source)).await?
        {
            let sent = form.value("act") == "send" && held::act(&kernel, &run, &actor, &id, Act::Send).await?;
            let done = if sent { "released=1" } else { "saved=1" };
            return Ok(see(&s.season.path(&format!("outbox/{id}?{done}"))));
        }
        form.reject("text", "wrong-email-gone");
    }
    unaccepted(&one(&kernel, (&run, s), &id, Some(form)).await?)
}

pub async fn act(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunSeason>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let (id, actor) = (at.id()?, s.actor_id().ok_or(Error::NotFound)?);
    held::open(&kernel, &mut kernel.db.read().await?, &run, &id).await?.ok_or(Error::NotFound)?;
    let (act, done) = match form.value("act") {
        "hold" => (Act::Hold, "held=1"),
        "send" => (Act::Send, "released=1"),
        "discard" if form.value("sure") != "yes" => {
            return Ok(see(&s.season.path(&format!("outbox/{id}?ask=discard"))));
        }
        "discard" => (Act::Discard, "gone=1"),
        _ => return Err(Error::BadRequest),
    };
    let changed = held::act(&kernel, &run, actor, &id, act).await?;
    Ok(see(&s.season.path(&format!("outbox/{id}?{}", if changed { done } else { "late=1" }))))
}

/// Switches holding on or off, or sends everything that is held.
pub async fn all(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunSeason>,
    form: Form,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?;
    match form.value("act") {
        "hold" | "let" => {
            held::set_holds(&kernel, &run, actor, form.value("act") == "hold").await?;
            Ok(see(&s.season.path("outbox")))
        }
        "send" => {
            let newest = Id::parse(form.value("newest")).ok_or(Error::BadRequest)?;
            let n = held::send_all(&kernel, &run, actor, &newest).await?;
            Ok(see(&s.season.path(&format!("outbox?sent={n}"))))
        }
        _ => Err(Error::BadRequest),
    }
}
