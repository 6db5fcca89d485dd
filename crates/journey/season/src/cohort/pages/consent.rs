//! A member's own say: field by field, dated, taken back at any time.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::cohort::rules;
use weft_kernel::{Kernel, events};
use weft_people::PUBLISH;
use weft_people::store as people;
use weft_programs::InSeason;
use weft_web::{Error, Form, Page, Result, html, see};

#[derive(Template)]
#[template(path = "cohort/templates/consent.html")]
struct Show {
    page: Page,
    s: InSeason,
    choices: Vec<Choice>,
}

struct Choice {
    field: &'static str,
    label: String,
    /// Since when, in words, if it is given.
    since: Option<String>,
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let actor = s.actor_id().filter(|_| rules::is_member(&s)).ok_or(Error::NotFound)?;
    let given = people::consents(&mut kernel.db.read().await?, actor, &s.season.id).await?;
    let t = s.page.t;
    let choices = PUBLISH
        .iter()
        .map(|field| {
            let purpose = format!("publish:{field}");
            let since = given.iter().find(|(p, _)| *p == purpose).map(|(_, at)| t.date(at, &s.season.zone));
            Choice { field, label: t.t(&format!("publish-{}", field.replace('_', "-"))), since }
        })
        .collect();
    html(&Show { page: s.page.clone(), s, choices })
}

pub async fn save(State(kernel): State<Kernel>, s: InSeason, form: Form) -> Result<Response> {
    let actor = s.actor_id().filter(|_| rules::is_member(&s)).ok_or(Error::NotFound)?;
    let mut tx = kernel.db.begin().await?;
    for field in PUBLISH {
        let purpose = format!("publish:{field}");
        let (changed, verb) = if form.is_checked("field", field) {
            (people::give_consent(&kernel, &mut tx, actor, &s.season.id, &purpose).await?, "consent.given")
        } else {
            (people::withdraw_consent(&kernel, &mut tx, actor, &s.season.id, &purpose).await?, "consent.withdrawn")
        };
        if changed > 0 {
            let event = events::Event {
                actor: Some(actor),
                verb,
                subject: actor,
                season: Some(&s.season.id),
                detail: Some(field.to_owned()),
            };
            events::record(&kernel, &mut tx, event).await?;
        }
    }
    tx.commit().await?;
    Ok(see(&format!("{}?saved=1", s.season.path("consent"))))
}
