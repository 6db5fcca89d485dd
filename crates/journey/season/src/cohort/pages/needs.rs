//! What people need to take part: for the one named contact, and every look is on record.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::cohort::{rules, store};
use weft_kernel::{Kernel, events};
use weft_programs::{InSeason, May};
use weft_web::{Page, Result, html};

#[derive(Template)]
#[template(path = "cohort/templates/needs.html")]
struct Show {
    page: Page,
    s: InSeason,
    needs: Vec<(String, String, bool)>,
    /// How many have not handed theirs over.
    others: i64,
}

pub async fn show(State(kernel): State<Kernel>, May { permit, s }: May<rules::ReadNeeds>) -> Result<Response> {
    let mut tx = kernel.db.begin().await?;
    let needs = store::needs(&mut tx, &permit).await?;
    let others = store::needs_of_others(&mut tx, &permit).await?;
    weft_people::needs::mark_read(&kernel, &mut tx, permit.season(), permit.person()).await?;
    let event = events::Event {
        actor: s.actor_id(),
        verb: "access-needs.read",
        subject: permit.season(),
        season: Some(permit.season()),
        detail: None,
    };
    events::record(&kernel, &mut tx, event).await?;
    tx.commit().await?;
    html(&Show { page: s.page.clone(), s, needs, others })
}
