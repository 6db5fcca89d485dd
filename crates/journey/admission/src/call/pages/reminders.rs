//! Reminders of drafts: turned on and off by a lead, and ended by whoever gets them, with one press.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::builder;
use crate::call::model::Call;
use crate::call::rules::{self, MakeCall};
use crate::call::store::{self, Reach, Reminded};
use crate::call::{letters, reminders};
use weft_kernel::db::Conn;
use weft_kernel::{Kernel, secret};
use weft_programs::emails::Emails;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see};

/// Reminders as the call's page shows them.
pub struct Shown {
    pub days: Option<i64>,
    pub reach: Reach,
    /// When the two go, of a call with a deadline that is not over: the first for the days that are set or usual.
    pub when: Option<(String, String)>,
    /// The first is due already: it goes as soon as they are on.
    pub is_due: bool,
    /// The email's text, paragraph by paragraph.
    pub text: Vec<String>,
}

pub async fn shown(kernel: &Kernel, conn: &mut Conn, s: &InSeason, permit: &MakeCall, call: &Call) -> Result<Shown> {
    let days = store::remind_days(conn, permit).await?;
    let first = days.unwrap_or(reminders::USUAL_DAYS);
    let until = call.closes_at.filter(|until| kernel.now() <= *until);
    let (t, zone) = (s.page.t, &s.season.zone);
    let at = |days| until.map(|until| reminders::due_at(until, days, zone));
    let emails = Emails::of(conn, &s.season).await?;
    let email = until.map(|until| letters::reminder(kernel, &emails, t.0, until, ("", "")));
    let text = email.map_or_else(Vec::new, |email| email.source.paragraphs);
    Ok(Shown {
        days,
        reach: store::reach(conn, permit).await?,
        when: at(first).zip(at(1)).map(|(a, b)| (t.moment(a, zone), t.moment(b, zone))),
        is_due: at(first).is_some_and(|due| due <= kernel.now()),
        text,
    })
}

pub async fn set(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::MakeCall>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    let days = match form.value("go") {
        "off" => None,
        _ => match form.value("days").parse::<i64>() {
            Ok(days) if reminders::DAYS.contains(&days) => Some(days),
            _ => {
                form.reject("days", "wrong-remind-days");
                return builder::again(&kernel, s, &permit, form).await;
            }
        },
    };
    reminders::set(&kernel, &permit, &actor, days).await?;
    let said = if days.is_some() { "on" } else { "off" };
    Ok(see(&format!("{}?reminders={said}#reminders", s.season.path("call"))))
}

#[derive(Template)]
#[template(path = "call/templates/reminders_end.html")]
struct End {
    page: Page,
    of: Reminded,
    token: String,
}

async fn load(kernel: &Kernel, mut page: Page, token: String) -> Result<End> {
    let of = store::reminded(&mut kernel.db.read().await?, &secret::hash(&token)).await?.ok_or(Error::NotFound)?;
    page.crumb.clone_from(&of.program_name);
    Ok(End { page, of, token })
}

pub async fn ask_end(State(kernel): State<Kernel>, page: Page, Path(token): Path<String>) -> Result<Response> {
    html(&load(&kernel, page, token).await?)
}

/// One press, on the page or in a mail program.
pub async fn end(State(kernel): State<Kernel>, page: Page, Path(token): Path<String>) -> Result<Response> {
    let mut end = load(&kernel, page, token).await?;
    reminders::refuse(&kernel, &end.of).await?;
    end.of.is_refused = true;
    html(&end)
}
