//! The loom: the season as one thread, with what needs a person now. Counts only.

use std::borrow::Borrow;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::kernel::Kernel;
use crate::kernel::events::{self, Recorded};
use crate::programs::model::{Element, Objective};
use crate::programs::store::Loom;
use crate::programs::{InSeason, Role, rules, store};
use crate::web::{Error, Page, Result, html};

#[derive(Template)]
#[template(path = "programs/templates/loom.html")]
struct Show {
    page: Page,
    s: InSeason,
    loom: Loom,
    objectives: Vec<Objective>,
    elements: Vec<Element>,
    history: Vec<Recorded>,
    runs: bool,
    headline: String,
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let see = rules::may_see(&s.season, &s.roles).ok_or(Error::NotFound)?;
    let runs = rules::may_run(&s.season, &s.roles).is_some();
    let mut conn = kernel.db.read().await?;
    let loom = store::loom(&mut conn, &see, kernel.now()).await?;
    let objectives = store::objectives(&mut conn, &s.season.id).await?;
    let elements = store::elements(&mut conn, &see).await?;
    let history = if runs { events::of_season(&mut conn, &s.season.id, 5).await? } else { Vec::new() };
    let headline = headline(&s, &loom);
    html(&Show { page: s.page.clone(), s, loom, objectives, elements, history, runs, headline })
}

/// One sentence that says where the season stands.
fn headline(s: &InSeason, loom: &Loom) -> String {
    let t = s.page.t;
    if loom.members >= s.season.seats {
        t.a("loom-full", "members", loom.members)
    } else if loom.waiting > 0 {
        t.a2("loom-waiting", "waiting", loom.waiting, "members", loom.members)
    } else if loom.applications > 0 {
        t.a2("loom-pool", "applications", loom.applications, "seats", s.season.seats)
    } else {
        t.t("loom-empty")
    }
}

impl Show {
    /// Whether the call is hers to make.
    fn leads(&self) -> bool {
        self.s.is(&[Role::Lead, Role::CoLead])
    }

    /// How a knot of the thread looks: behind us, now, or to come.
    fn state(done: impl Borrow<bool>, now: impl Borrow<bool>) -> &'static str {
        if *done.borrow() {
            "done"
        } else if *now.borrow() {
            "now"
        } else {
            "later"
        }
    }
}
