//! All compositions of a season; beginning one, giving one a name.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use crate::composer::acts::{self, Beginning};
use crate::composer::model::Composition;
use crate::composer::pool::Pool;
use crate::composer::store;
use crate::selection::rules::{self, SeeSelection};
use crate::selection::words;
use weft_kernel::Kernel;
use weft_programs::InSeason;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "composer/templates/list.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    lines: Vec<Line>,
    /// Goals are set, so that there is something to compose for.
    has_goals: bool,
    can_choose: bool,
}

struct Line {
    c: Composition,
    seated: usize,
    seats: u32,
    met: usize,
    goals: usize,
}

#[derive(Deserialize)]
pub struct At {
    pub number: i64,
}

async fn load(kernel: &Kernel, s: InSeason, see: &SeeSelection, form: Form) -> Result<Show> {
    let pool = Pool::load(kernel, &s, see, false).await?;
    let all = store::compositions(&mut kernel.db.read().await?, see).await?;
    let t = s.page.t;
    let lines = pool
        .iter()
        .flat_map(|p| all.iter().map(move |c| (p, c)))
        .map(|(p, c)| {
            let cohort = p.still(&c.cohort());
            let standings = words::standings(t, &p.input, &cohort);
            Line {
                c: c.clone(),
                seated: cohort.len(),
                seats: p.input.seats,
                met: standings.iter().filter(|g| g.is_met).count(),
                goals: standings.len(),
            }
        })
        .collect();
    Ok(Show {
        has_goals: pool.is_some(),
        can_choose: rules::may_choose(&s).is_some(),
        page: s.page.clone(),
        s,
        form,
        lines,
    })
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let permit = rules::may_see(&s).ok_or(Error::NotFound)?;
    html(&load(&kernel, s, &permit, Form::default()).await?)
}

/// Begins an empty composition, or a copy of one (`from`).
pub async fn begin(State(kernel): State<Kernel>, s: InSeason, mut form: Form) -> Result<Response> {
    let permit = rules::may_choose(&s).ok_or(Error::NotFound)?;
    let name = form.required("name");
    let Some(pool) = Pool::load(&kernel, &s, permit.see(), false).await? else {
        return Ok(see(&s.season.path("selection/goals")));
    };
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, permit.see(), form).await?);
    }
    let from = match form.value("from").parse() {
        Ok(number) => {
            Some(store::composition(&mut kernel.db.read().await?, permit.see(), number).await?.ok_or(Error::NotFound)?)
        }
        Err(_) => None,
    };
    let cohort = from.as_ref().map(|c| pool.still(&c.cohort())).unwrap_or_default();
    let run = from.as_ref().filter(|c| c.cohort() == cohort).and_then(|c| c.run_id.clone());
    let press = form.once(&kernel, s.actor_id(), &s.page, &s.season.path("composer/{}"));
    let new = Beginning { name: &name, cohort: &cohort, run: run.as_ref(), input: &pool.input };
    let number = acts::begin(&press, &permit, s.actor_id(), &new).await?;
    Ok(see(&s.season.path(&format!("composer/{number}"))))
}

pub async fn rename(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, mut form: Form) -> Result<Response> {
    let permit = rules::may_choose(&s).ok_or(Error::NotFound)?;
    let name = form.required("name");
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, permit.see(), form).await?);
    }
    acts::rename(&kernel, &permit, s.actor_id(), at.number, &name).await?;
    Ok(see(&s.season.path(&format!("composer/{}", at.number))))
}
