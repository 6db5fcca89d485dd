//! Why is she in, why not, and what did this goal cost? Asked of the solver, about a run as it was.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;
use weft_assign::selection::{Change, Conflict, Error as SelectionError, Proposal, Transcript, what_if};

use super::run::{facts, find};
use crate::applications;
use crate::selection::model::{Mark, Run};
use crate::selection::rules::SeeSelection;
use crate::selection::{acts, rules, store, words};
use weft_kernel::Kernel;
use weft_kernel::collate;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

/// Someone who comes in or goes out under a change.
struct Moved {
    id: String,
    name: String,
    facts: String,
}

#[derive(Template)]
#[template(path = "selection/templates/why.html")]
struct Show {
    page: Page,
    s: InSeason,
    run: Run,
    form: Form,
    title: String,
    /// What the change does, in a sentence.
    said: String,
    bounds: Vec<String>,
    come: Vec<Moved>,
    go: Vec<Moved>,
    /// The person asked about: id, mark.
    person: Option<(String, Option<Mark>)>,
    can_choose: bool,
}

#[derive(Deserialize)]
pub struct OfPerson {
    id: String,
    external_id: String,
}

#[derive(Deserialize)]
pub struct OfGoal {
    id: String,
    number: String,
}

struct Asked {
    run: Run,
    transcript: Transcript,
    names: HashMap<String, (String, String)>,
}

async fn asked(kernel: &Kernel, s: &InSeason, see: &SeeSelection, id: &str) -> Result<Asked> {
    let (run, transcript) = find(kernel, see, id).await?;
    let pool = applications::rules::may_read_pool(s).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let facts: HashMap<String, String> = applications::candidates(&mut conn, &s.season.id)
        .await?
        .iter()
        .map(|c| (c.external_id.clone(), facts(c)))
        .collect();
    let names = applications::store::names(&mut conn, &pool).await?;
    let names =
        names.into_iter().map(|(id, name)| (id.clone(), (name, facts.get(&id).cloned().unwrap_or_default()))).collect();
    Ok(Asked { run, transcript, names })
}

/// What the solver says of a change.
enum Found {
    Cohort(Proposal),
    /// No cohort meets the goals then.
    Barred(Box<Conflict>),
}

/// Off the async threads, two at a time with the runs themselves.
async fn solve(transcript: &Transcript, change: Change) -> Result<Found> {
    let input = transcript.input.clone();
    match acts::off_thread(move || what_if(&input, &change)).await? {
        Ok(proposal) => Ok(Found::Cohort(proposal)),
        Err(SelectionError::Infeasible(conflict)) => Ok(Found::Barred(conflict)),
        Err(e) => Err(Error::Internal(e.to_string())),
    }
}

impl Asked {
    fn moved(&self, of: &[String], but: &[String]) -> Vec<Moved> {
        let mut all: Vec<Moved> = of
            .iter()
            .filter(|id| !but.contains(id))
            .map(|id| {
                let (name, facts) = self.names.get(id).cloned().unwrap_or_default();
                Moved { id: id.clone(), name, facts }
            })
            .collect();
        collate::sort_by_name(&mut all, |m| &m.name);
        all
    }

    fn page(self, s: InSeason, title: String, key: &str, found: Found) -> Show {
        let t = s.page.t;
        let total = self.transcript.proposal.as_ref().map_or(0, |p| p.total_score);
        let points = |n: i64| t.decimal(n as f64 / 1_000_000.0, 2);
        let (said, bounds, come, go) = match found {
            Found::Cohort(p) => {
                let (come, go) =
                    (self.moved(&p.cohort, &self.transcript.cohort), self.moved(&self.transcript.cohort, &p.cohort));
                let difference = (p.total_score - total).abs();
                let said = if difference == 0 {
                    t.t(&format!("same-{key}"))
                } else {
                    t.a2(key, "total", points(p.total_score), "points", points(difference))
                };
                (said, Vec::new(), come, go)
            }
            Found::Barred(conflict) => (
                t.t(&format!("barred-{key}")),
                conflict.bounds.iter().map(|b| words::bound(t, b)).collect(),
                Vec::new(),
                Vec::new(),
            ),
        };
        Show {
            page: s.page.clone(),
            can_choose: rules::may_choose(&s).is_some(),
            run: self.run,
            form: Form::default(),
            title,
            said,
            bounds,
            come,
            go,
            person: None,
            s,
        }
    }
}

async fn of_person(kernel: &Kernel, s: InSeason, see: &SeeSelection, at: &OfPerson) -> Result<Show> {
    let asked = asked(kernel, &s, see, &at.id).await?;
    let t = s.page.t;
    let id = at.external_id.clone();
    let (name, _) = asked.names.get(&id).cloned().ok_or(Error::NotFound)?;
    let mark = store::marks(&mut kernel.db.read().await?, see).await?.into_iter().find(|m| m.external_id == id);
    let is_in = asked.transcript.cohort.contains(&id);
    let (title, key) = if is_in {
        (t.a("why-in", "name", name), "without-person")
    } else {
        (t.a("why-not", "name", name), "with-person")
    };
    let left_out = asked.transcript.input.left_out.iter().find(|l| l.id == id).map(|l| l.reason.clone());
    let is_drawn = asked.transcript.proposal.is_none();
    let mut show = if let Some(reason) = left_out {
        Show {
            page: s.page.clone(),
            can_choose: rules::may_choose(&s).is_some(),
            run: asked.run,
            form: Form::default(),
            said: t.a("why-left-out", "reason", t.a(&reason, "n", 1)),
            title,
            bounds: Vec::new(),
            come: Vec::new(),
            go: Vec::new(),
            person: None,
            s,
        }
    } else if is_drawn {
        let chance = asked
            .transcript
            .lottery
            .as_ref()
            .map(weft_assign::selection::Lottery::probabilities)
            .and_then(|c| c.get(&id).copied())
            .unwrap_or_default();
        let said = t.a2(
            if is_in { "why-drawn" } else { "why-not-drawn" },
            "chance",
            format!("{:.1} %", chance * 100.0),
            "seats",
            asked.transcript.cohort.len(),
        );
        Show {
            page: s.page.clone(),
            can_choose: rules::may_choose(&s).is_some(),
            run: asked.run,
            form: Form::default(),
            said,
            title,
            bounds: Vec::new(),
            come: Vec::new(),
            go: Vec::new(),
            person: None,
            s,
        }
    } else {
        if asked.transcript.input.people.iter().all(|p| p.id != id) {
            return Err(Error::NotFound);
        }
        let found =
            solve(&asked.transcript, if is_in { Change::Out(id.clone()) } else { Change::In(id.clone()) }).await?;
        asked.page(s, title, key, found)
    };
    show.person = Some((id, mark));
    Ok(show)
}

pub async fn person(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<OfPerson>) -> Result<Response> {
    let permit = rules::may_see(&s).ok_or(Error::NotFound)?;
    html(&of_person(&kernel, s, &permit, &at).await?)
}

/// What a goal cost: the best cohort without it.
pub async fn goal(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<OfGoal>) -> Result<Response> {
    let permit = rules::may_see(&s).ok_or(Error::NotFound)?;
    let asked = asked(&kernel, &s, &permit, &at.id).await?;
    let t = s.page.t;
    let (goals, means) = (&asked.transcript.input.goals, &asked.transcript.input.means);
    let number = at.number.parse::<usize>().map_err(|_| Error::NotFound)?;
    let (title, change) =
        match (goals.get(number), number.checked_sub(goals.len()).and_then(|i| Some((i, means.get(i)?)))) {
            (Some(g), _) => {
                (format!("{}: {}", words::field(t, &g.field), words::value(t, &g.value)), Change::WithoutGoal(number))
            }
            (_, Some((i, m))) => (t.a("mean-of", "field", words::field(t, &m.field)), Change::WithoutMean(i)),
            _ => return Err(Error::NotFound),
        };
    if asked.transcript.proposal.is_none() {
        return Err(Error::NotFound);
    }
    let found = solve(&asked.transcript, change).await?;
    html(&asked.page(s, title, "without-goal", found))
}

/// Locks someone, sets her aside with a reason, or lifts either.
pub async fn mark(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Choose>,
    Path(at): Path<OfPerson>,
    mut form: Form,
) -> Result<Response> {
    let mark = form.value("mark").to_owned();
    let reason = if mark == "lift" { String::new() } else { form.required("reason") };
    let here = s.season.path(&format!("selection/runs/{}/people/{}", at.id, at.external_id));
    if !form.is_accepted() {
        let mut show = of_person(&kernel, s, permit.see(), &at).await?;
        show.form = form;
        return unaccepted(&show);
    }
    acts::mark(&kernel, &permit, s.actor_id(), &at.external_id, acts::asked(&mark)?, &reason).await?;
    Ok(see(&here))
}
