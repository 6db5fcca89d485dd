//! One application: what was answered and what happened. The owner's look is logged.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use crate::applications::model::{Application, Happened, Happening, State as Stands, answers};
use crate::applications::reviews::Review;
use crate::applications::rules::{self, ReadPool};
use crate::applications::store::Note;
use crate::applications::values::values;
use crate::applications::{reviews, store};
use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events, stored};
use weft_people::merge;
use weft_programs::{InSeason, Role};
use weft_web::{Error, Form, Page, Result, html, unaccepted};

#[derive(Template)]
#[template(path = "applications/templates/show.html")]
struct Show {
    page: Page,
    s: InSeason,
    a: Application,
    facts: Vec<(String, String)>,
    answers: Vec<(String, String)>,
    happened: Vec<Happened>,
    reviews: Vec<Review>,
    /// The mean of the reviews' means.
    mean: Option<(f64, usize)>,
    can_fill: bool,
    /// The two records that look like one person's were merged, and can be parted again.
    is_merged: bool,
    files: i64,
    /// How many people were named as recommenders, and how many recommendations came in; for leads.
    recommended: Option<(i64, i64)>,
    form: Form,
    /// When it was last changed after it was sent.
    changed: Option<String>,
    /// Reviews that count and are older than that.
    older_reviews: i64,
    /// How they can be reached: `email` or `phone`, and what.
    reached_at: Vec<(String, String)>,
    /// For leads alone.
    notes: Vec<Note>,
    tags: Vec<String>,
    known: Vec<String>,
}

impl Show {
    /// Then there is nothing to decide about whose it is.
    fn is_withdrawn(&self) -> bool {
        self.happened.iter().any(|h| h.is(Happening::Withdrawn) && h.undone_at.is_none())
    }

    /// How it is said that something was undone, as a key.
    fn undone(h: &Happened) -> &'static str {
        if h.is(Happening::Withdrawn) { "sent-again-on" } else { "undone-on" }
    }

    /// The decision on eligibility that counts, as a key.
    fn decided(&self) -> &'static str {
        let is_decision =
            |h: &&Happened| h.undone_at.is_none() && ["eligible", "not-eligible"].contains(&h.kind.as_str());
        match self.happened.iter().rev().find(is_decision).map(|h| h.kind.as_str()) {
            Some("eligible") => "state-eligible",
            Some(_) => "state-not-eligible",
            None if self.a.late_reason.is_some() => "state-late",
            None => "state-undecided",
        }
    }

    /// The decision on eligibility that counts, if it is older than the last change of the application.
    fn older_decision(&self) -> Option<&Happened> {
        let is_decision =
            |h: &&Happened| h.undone_at.is_none() && ["eligible", "not-eligible"].contains(&h.kind.as_str());
        self.happened.iter().rev().find(is_decision).filter(|h| self.a.changed_at.is_some_and(|at| h.at < at))
    }

    /// Whether the latest decision on eligibility can be undone: nobody has been told anything yet.
    fn can_undo(&self) -> bool {
        ["state-eligible", "state-not-eligible"].contains(&self.decided())
            && !self
                .happened
                .iter()
                .any(|h| ["invited", "accepted", "declined", "not-chosen"].contains(&h.kind.as_str()))
    }
}

#[derive(Deserialize)]
pub struct At {
    pub(super) external_id: String,
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let permit = rules::may_read_pool(&s).ok_or(Error::NotFound)?;
    html(&load(&kernel, s, &permit, &at, Form::default()).await?)
}

/// The page again, with what was typed and what is wrong.
pub async fn again(kernel: &Kernel, s: InSeason, permit: &ReadPool, at: &At, form: Form) -> Result<Response> {
    unaccepted(&load(kernel, s, permit, at, form).await?)
}

/// An owner who is not on the season's team reads an application: that is on record.
pub async fn log_look(kernel: &Kernel, s: &InSeason, person: &Id, external_id: &str) -> Result<()> {
    if !s.is(&[Role::Owner]) || s.is(&[Role::Lead, Role::CoLead]) {
        return Ok(());
    }
    let mut tx = kernel.db.begin().await?;
    let event = events::Event {
        actor: s.actor_id(),
        verb: "application.read",
        subject: person,
        season: Some(&s.season.id),
        detail: Some(external_id.to_owned()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(())
}

async fn load(kernel: &Kernel, s: InSeason, permit: &ReadPool, at: &At, form: Form) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let a = store::by_external_id(&mut conn, permit, &at.external_id).await?.ok_or(Error::NotFound)?;
    let mut happened = store::happened(&mut conn, &a.id).await?;
    for h in happened.iter_mut().filter(|h| h.kind == "went-on") {
        let title: Option<Words> =
            h.reason.as_deref().map(|r| stored::read("the title of a stage", &a.id, r)).transpose()?;
        h.reason = title.map(|w| w.of(s.page.t.0).to_owned());
    }
    let reviews = reviews::of(&mut conn, &s, permit, &a.id).await?;
    let files = store::files(&mut conn, &a.id).await?;
    let recommended = store::recommended(&mut conn, &a.id).await?;
    let priority = store::priorities(&mut conn, &a.id).await?.into_iter().next().map(|(p,)| p);
    let reached_at = store::reached_at(&mut conn, permit, &a.id).await?;
    let notes = match rules::may_fill_pool(&s) {
        Some(fill) => store::notes(&mut conn, &fill, &a.id).await?,
        None => Vec::new(),
    };
    let tags = store::tags(&mut conn, permit).await?.into_iter().filter(|(id, _)| *id == a.id).map(|(_, t)| t);
    let tags = tags.collect();
    let known = store::known_tags(&mut conn, &s.season.id).await?.into_iter().map(|(tag,)| tag).collect();
    let is_merged = a.duplicate_of.is_some() && merge::that_moved(&mut conn, &a.person_id, &a.id).await?.is_some();
    let older_reviews = store::older_reviews(&mut conn, &a.id).await?;
    let values = values(&mut conn, &s.season.id, s.page.t.0).await?;
    drop(conn);
    log_look(kernel, &s, &a.person_id, &a.external_id).await?;
    let t = s.page.t;
    let place = [a.city.as_deref(), a.state.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let years = |y: Option<f64>| y.map(|y| t.a("years", "n", y));
    let issues = |v: &str| v.split('|').map(|i| values.of("other_issue_areas", i)).collect::<Vec<_>>().join(", ");
    let facts = [
        ("fact-role", a.role_title.clone()),
        ("fact-level", values.maybe("role_level", a.role_level.as_deref())),
        ("organization", a.organization.clone()),
        ("fact-collaborative", a.collaborative.clone()),
        ("fact-body", values.maybe("body_type", a.body_type.as_deref())),
        ("fact-place", (!place.is_empty()).then_some(place)),
        ("region", a.region.clone()),
        ("fact-setting", values.maybe("setting", a.setting.as_deref())),
        ("scope", values.maybe("scope", a.scope.as_deref())),
        ("fact-years-role", years(a.years_in_role)),
        ("fact-years-field", years(a.years_in_field)),
        ("fact-issue", values.maybe("primary_issue_area", a.primary_issue_area.as_deref())),
        ("fact-issues", a.other_issue_areas.as_deref().map(issues)),
        ("fact-health", a.health_focus.as_ref().map(|h| t.t(h))),
        ("fact-format", a.answer_format.clone()),
        ("fact-priority", priority),
        ("fact-late", a.late_reason.clone()),
    ];
    let facts = facts.into_iter().filter_map(|(k, v)| Some((t.t(k), v?))).collect();
    let answers = answers(&a.answers)?.into_iter().map(|a| (a.label.said(&t).to_owned(), a.text)).collect();
    Ok(Show {
        page: s.page.clone(),
        form,
        recommended: Some((recommended.0, recommended.1)).filter(|(n, _)| {
            let is_asked = recommended.2 > 0 && !matches!(a.stands, Stands::Withdrawn | Stands::Duplicate);
            (*n > 0 || is_asked) && rules::may_fill_pool(&s).is_some()
        }),
        can_fill: rules::may_fill_pool(&s).is_some(),
        is_merged,
        changed: a.changed_at.map(|at| t.moment(at, &s.season.zone)),
        older_reviews,
        reached_at,
        notes,
        tags,
        known,
        s,
        a,
        facts,
        answers,
        happened,
        mean: reviews::mean(&reviews),
        reviews,
        files,
    })
}
