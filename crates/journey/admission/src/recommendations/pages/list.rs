//! What came in of a season's recommendations, who is missing, and reminding them all.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use crate::recommendations::model::{Plan, Recommendation};
use crate::recommendations::rules::RunRecommendations;
use crate::recommendations::store::Asking;
use crate::recommendations::{acts, store};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May};
use weft_web::{Form, Page, Result, html, see};

/// An application with whom it named.
struct Line {
    a: Asking,
    named: Vec<Recommendation>,
    received: i64,
    /// How many are lacking of those that every applicant is asked for; nothing is said of applications that are out.
    missing: i64,
}

#[derive(Template)]
#[template(path = "recommendations/templates/list.html")]
struct Show {
    page: Page,
    s: InSeason,
    plan: Option<Plan>,
    due: String,
    is_over: bool,
    lines: Vec<Line>,
    total: usize,
    received: i64,
    open: usize,
    lacking: usize,
    /// Who would get a reminder now.
    to_remind: usize,
    is_filtered: bool,
    reminded: Option<usize>,
    /// Applicants who have no form of ours and can be sent a link.
    to_link: usize,
    linked: Option<usize>,
}

impl Show {
    fn is_required(&self) -> bool {
        self.plan.as_ref().is_some_and(|p| p.is_required)
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Which {
    show: String,
    reminded: Option<usize>,
    linked: Option<usize>,
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunRecommendations>,
    Query(which): Query<Which>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let plan = store::plan(&mut conn, &s.season.id).await?.filter(Plan::is_on);
    let most = plan.as_ref().filter(|p| p.is_required).map_or(0, |p| p.most);
    let counted: BTreeMap<Id, Id> = store::counted_for(&mut conn, &permit).await?.into_iter().collect();
    let mut of: BTreeMap<Id, Vec<Recommendation>> = BTreeMap::new();
    for r in store::of_season(&mut conn, &permit).await? {
        if let Some(application) = counted.get(&r.id) {
            of.entry(application.clone()).or_default().push(r);
        }
    }
    let mut lines: Vec<Line> = store::asking(&mut conn, &permit)
        .await?
        .into_iter()
        .map(|a| {
            let named = of.remove(&a.id).unwrap_or_default();
            let received = named.iter().filter(|r| r.sent_at.is_some()).count() as i64;
            let missing = if a.stands == "not-eligible" { 0 } else { (most - received).max(0) };
            Line { a, named, received, missing }
        })
        .collect();
    let now = kernel.now();
    let to_remind = acts::to_remind(&mut conn, &permit).await?;
    let to_link = match &plan {
        Some(plan) if !plan.is_over(now) => store::without_form(&mut conn, &permit).await?.len(),
        _ => 0,
    };
    let (total, lacking) = (lines.len(), lines.iter().filter(|l| l.missing > 0).count());
    let received = lines.iter().map(|l| l.received).sum();
    let is_filtered = which.show == "missing";
    if is_filtered {
        lines.retain(|l| l.missing > 0);
    }
    html(&Show {
        page: s.page.clone(),
        due: plan.as_ref().and_then(|p| p.due_on.as_deref()).map_or_else(String::new, |d| s.page.t.iso_day(d)),
        is_over: plan.as_ref().is_some_and(|p| p.is_over(now)),
        plan,
        lines,
        total,
        received,
        open: to_remind.len(),
        lacking,
        to_remind: to_remind.iter().filter(|r| r.may_remind(now)).count(),
        is_filtered,
        reminded: which.reminded,
        to_link,
        linked: which.linked,
        s,
    })
}

/// Reminds everyone who has not answered, except those who were written to within a day.
pub async fn remind(State(kernel): State<Kernel>, May { permit, s }: May<RunRecommendations>) -> Result<Response> {
    let n = acts::remind_all(&kernel, &permit, s.actor_id(), &s.season).await?;
    Ok(see(&format!("{}?reminded={n}", s.season.path("recommendations"))))
}

/// Sends a link to every applicant who has no form of ours and got none yet.
pub async fn send_links(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunRecommendations>,
    form: Form,
) -> Result<Response> {
    let path = s.season.path("recommendations");
    let press = form.once(&kernel, s.actor_id(), &s.page, &path);
    let n = acts::send_links(&press, &permit, s.actor_id(), &s.season).await?;
    Ok(see(&format!("{path}?linked={n}")))
}
