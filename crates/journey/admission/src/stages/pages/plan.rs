//! Which stages a season has, when their forms are due, who reviews in each, and how far they are.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::At;
use crate::stages::acts::{self, Plan, Removed};
use crate::stages::model::{Count, Kind, MOST, Stage};
use crate::stages::rules::RunStages;
use crate::stages::store;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::i18n::Words;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

/// A stage with what has happened in it.
struct Card {
    stage: Stage,
    title: String,
    state: &'static str,
    due: String,
    count: Count,
    /// Of those who were invited to it: how many are still in it, and how many of the first stage applied.
    here: i64,
    /// Who reviews for the season, and whether they do in this stage.
    reviewers: Vec<(String, String, bool)>,
    /// Everyone reviews in it.
    is_everyone: bool,
}

#[derive(Template)]
#[template(path = "stages/templates/plan.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    cards: Vec<Card>,
    kinds: Vec<(String, String)>,
    may_add: bool,
}

/// One stage as it is planned, to be changed or removed.
#[derive(Template)]
#[template(path = "stages/templates/change.html")]
struct Change {
    page: Page,
    s: InSeason,
    form: Form,
    no: i64,
    title: String,
    kinds: Vec<(String, String)>,
    /// People were invited to it.
    is_open: bool,
    /// How many were chosen for it, where it can be removed.
    removable: Option<i64>,
}

impl Card {
    fn is_form(&self) -> bool {
        self.stage.kind == Kind::Form
    }

    fn chosen_reviewers(&self) -> usize {
        self.reviewers.iter().filter(|(.., is_in)| *is_in).count()
    }
}

fn kinds(s: &InSeason) -> Vec<(String, String)> {
    let said = |k: Kind| (k.name().to_owned(), s.page.t.t(&format!("stage-kind-{}", k.name())));
    [Kind::Form, Kind::Conversation].map(said).into()
}

async fn load(kernel: &Kernel, s: InSeason, permit: &RunStages, typed: Option<Form>) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let t = s.page.t;
    let stages = store::stages(&mut conn, permit.season()).await?;
    let counts = store::counts(&mut conn, permit).await?;
    let (applied, out) = store::applied(&mut conn, permit).await?;
    let now_at = store::now_at(&mut conn, permit).await?;
    let reviewers = store::reviewers(&mut conn, permit).await?;
    let last = stages.last().map_or(1, |g| g.no);
    let card = |stage: Stage| {
        let mut count = counts.iter().find(|c| c.no == stage.no).cloned().unwrap_or(Count {
            no: stage.no,
            told: 0,
            chosen: 0,
            submitted: 0,
            missing: 0,
            out: 0,
        });
        if stage.no == 1 {
            count.out = out;
        }
        let listed: BTreeSet<_> = reviewers.iter().filter(|r| r.no == Some(stage.no)).map(|r| &r.id).collect();
        let mut seen = BTreeSet::new();
        let lines = reviewers.iter().filter(|r| seen.insert(&r.id));
        let lines = lines.map(|r| (r.id.to_string(), r.display_name.clone(), listed.contains(&r.id))).collect();
        Card {
            title: stage.title.0.of(t.0).to_owned(),
            state: match stage.no.cmp(&now_at) {
                std::cmp::Ordering::Less => "stage-state-over",
                std::cmp::Ordering::Equal => "stage-state-now",
                std::cmp::Ordering::Greater => "stage-state-planned",
            },
            due: stage.due_at.map_or_else(String::new, |at| t.moment(at, &s.season.zone)),
            here: if stage.no == 1 { applied } else { count.told - count.out },
            reviewers: lines,
            is_everyone: listed.is_empty(),
            count,
            stage,
        }
    };
    let cards: Vec<Card> = stages.into_iter().map(card).collect();
    let form = typed.unwrap_or_else(|| Form::of(&[("kind", "form")]));
    Ok(Show { page: s.page.clone(), kinds: kinds(&s), s, form, cards, may_add: last < MOST })
}

pub async fn show(State(kernel): State<Kernel>, May { permit, s }: May<RunStages>) -> Result<Response> {
    html(&load(&kernel, s, &permit, None).await?)
}

async fn changing(kernel: &Kernel, s: InSeason, permit: &RunStages, no: i64, typed: Option<Form>) -> Result<Change> {
    let mut conn = kernel.db.read().await?;
    let stages = store::stages(&mut conn, permit.season()).await?;
    let is_last = stages.last().is_some_and(|g| g.no == no);
    let stage = stages.into_iter().find(|g| g.no == no).ok_or(Error::NotFound)?;
    let chosen = store::counts(&mut conn, permit).await?.into_iter().find(|c| c.no == no).map_or(0, |c| c.chosen);
    let filled = || {
        Form::of(&[
            ("title_en", &stage.title.0.en),
            ("title_es", &stage.title.0.es),
            ("kind", stage.kind.name()),
            ("due_on", stage.due_on.as_deref().unwrap_or_default()),
        ])
    };
    Ok(Change {
        page: s.page.clone(),
        form: typed.unwrap_or_else(filled),
        no,
        title: stage.title.0.of(s.page.t.0).to_owned(),
        kinds: kinds(&s),
        is_open: stage.opened_at.is_some() && no > 1,
        removable: (is_last && no > 1 && stage.opened_at.is_none()).then_some(chosen),
        s,
    })
}

pub async fn ask_change(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunStages>,
    Path(at): Path<At>,
) -> Result<Response> {
    let no: i64 = at.no.parse().map_err(|_| Error::NotFound)?;
    html(&changing(&kernel, s, &permit, no, None).await?)
}

/// Reads a stage as it was typed; what is wrong is said at its field.
fn read(s: &InSeason, form: &mut Form, no: i64, (now, before): (Time, Option<Time>)) -> Plan {
    let title = Words { en: form.value("title_en").to_owned(), es: form.value("title_es").to_owned() };
    if title.is_empty() {
        form.reject("title_en", "wrong-required");
    }
    for (field, text) in [("title_en", &title.en), ("title_es", &title.es)] {
        if text.chars().count() > 80 {
            form.reject(field, "wrong-stage-title");
        }
    }
    let kind = if no == 1 { Some(Kind::Form) } else { Kind::parse(form.value("kind")) };
    if kind.is_none() {
        form.reject("kind", "wrong-choice");
    }
    let kind = kind.unwrap_or(Kind::Form);
    // Only the form of a later stage is due on a day of its own; it may be set later.
    let has_day = no > 1 && kind == Kind::Form && !form.value("due_on").is_empty();
    let due_on = if has_day { Some(form.date("due_on")) } else { None };
    let day = due_on.as_deref().and_then(|d| d.parse::<jiff::civil::Date>().ok());
    let due_at = day.map(|d| Time::end_of_day(d, &s.season.zone));
    if due_at.is_some_and(|due| due <= now && Some(due) != before) {
        form.reject("due_on", "wrong-stage-past");
    }
    Plan { kind, title, due_on: due_on.filter(|_| due_at.is_some()), due_at }
}

pub async fn add(State(kernel): State<Kernel>, May { permit, s }: May<RunStages>, mut form: Form) -> Result<Response> {
    let plan = read(&s, &mut form, 2, (kernel.now(), None));
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, &permit, Some(form)).await?);
    }
    let to = s.season.path("stages");
    acts::add(&form.once(&kernel, s.actor_id(), &s.page, &to), &permit, s.actor_id(), &plan).await?;
    Ok(see(&to))
}

pub async fn change(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunStages>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let no: i64 = at.no.parse().map_err(|_| Error::NotFound)?;
    // What people do in it stays once the first were invited, and so does its day.
    let stages = store::stages(&mut kernel.db.read().await?, &s.season.id).await?;
    let before = stages.iter().find(|g| g.no == no).ok_or(Error::NotFound)?;
    if before.opened_at.is_some() {
        form.set("kind", before.kind.name());
    }
    let plan = read(&s, &mut form, no, (kernel.now(), before.due_at));
    if !form.is_accepted() {
        return unaccepted(&changing(&kernel, s, &permit, no, Some(form)).await?);
    }
    acts::change(&kernel, &permit, s.actor_id(), no, &plan).await?;
    Ok(see(&format!("{}?saved=1#stage-{no}", s.season.path("stages"))))
}

pub async fn remove(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunStages>,
    Path(at): Path<At>,
) -> Result<Response> {
    let no: i64 = at.no.parse().map_err(|_| Error::NotFound)?;
    let after = match acts::remove(&kernel, &permit, s.actor_id(), no).await? {
        Removed::Now => "removed",
        Removed::InUse => "used",
    };
    Ok(see(&format!("{}?{after}=1", s.season.path("stages"))))
}

pub async fn set_reviewers(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunStages>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let no: i64 = at.no.parse().map_err(|_| Error::NotFound)?;
    if !store::stages(&mut kernel.db.read().await?, &s.season.id).await?.iter().any(|g| g.no == no) {
        return Err(Error::NotFound);
    }
    let ids: Vec<String> = form.values("reviewer").map(str::to_owned).collect();
    acts::set_reviewers(&kernel, &permit, s.actor_id(), no, &ids).await?;
    Ok(see(&format!("{}?saved=1#stage-{no}", s.season.path("stages"))))
}
