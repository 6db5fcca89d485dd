//! One person before a composition: why in, why not, what a move costs, the solver's word; locking and setting aside.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;
use weft_assign::selection::{Board, Change, Error as SelectionError, Input, propose, what_if};

use super::board::{Row, Suggestion, consequences, find, row};
use crate::applications::reviews::{self, Review};
use crate::applications::rules::may_read_pool;
use crate::composer::model::Composition;
use crate::composer::pool::Pool;
use crate::selection::model::Mark;
use crate::selection::rules::{self, SeeSelection};
use crate::selection::{acts as selection, store as selection_store, words};
use weft_kernel::Kernel;
use weft_programs::InSeason;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "composer/templates/person.html")]
struct Show {
    page: Page,
    s: InSeason,
    c: Composition,
    form: Form,
    who: Row,
    /// What seating her into an open seat, or freeing her seat, does.
    alone: Vec<String>,
    /// The best partners for a swap.
    partners: Vec<Suggestion>,
    has_room: bool,
    /// The solver's answer, once asked, and the goals that bar her or need her.
    solved: Option<(String, Vec<String>)>,
    mark: Option<Mark>,
    can_choose: bool,
    reviews: Vec<Review>,
    mean: Option<(f64, usize)>,
}

#[derive(Deserialize)]
pub struct At {
    number: i64,
    external_id: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Ask {
    solver: String,
}

impl Show {
    fn base(&self) -> String {
        self.s.season.path(&format!("composer/{}", self.c.number))
    }
}

/// Partners shown for a swap.
const PARTNERS: usize = 6;

async fn load(kernel: &Kernel, s: InSeason, see: &SeeSelection, at: &At, asks_solver: bool) -> Result<Show> {
    let t = s.page.t;
    let c = find(kernel, see, at.number).await?;
    let pool = Pool::load(kernel, &s, see, false).await?.ok_or(Error::NotFound)?;
    let candidate = pool.of(&at.external_id).ok_or(Error::NotFound)?;
    let cohort = pool.still(&c.cohort());
    let who = row(t, &pool, candidate, &cohort);
    let mut conn = kernel.db.read().await?;
    let reviews = match may_read_pool(&s) {
        Some(permit) => reviews::of(&mut conn, &s, &permit, &candidate.id).await?,
        None => Vec::new(),
    };
    let mark = selection_store::marks(&mut conn, see).await?.into_iter().find(|m| m.external_id == at.external_id);
    drop(conn);
    let has_room = cohort.len() < pool.input.seats as usize;
    let board = Board::new(&pool.input, &cohort);
    let away = board.away();
    let id = Some(at.external_id.as_str());
    let (alone, partners) = if who.is_seated {
        (board.after(id, None), board.best(id, None, PARTNERS))
    } else {
        (board.after(None, id).filter(|_| has_room), if has_room { Vec::new() } else { board.best(None, id, PARTNERS) })
    };
    let solved = if asks_solver && pool.can_sit(&at.external_id) {
        Some(ask(&pool.input, &at.external_id, who.is_seated, t).await?)
    } else {
        None
    };
    Ok(Show {
        alone: alone.map(|m| consequences(t, &pool, &cohort, &m, away)).unwrap_or_default(),
        partners: partners
            .iter()
            .map(|m| Suggestion {
                out: m.out.clone().unwrap_or_default(),
                into: m.into.clone().unwrap_or_default(),
                says: consequences(t, &pool, &cohort, m, away),
            })
            .collect(),
        can_choose: rules::may_choose(&s).is_some(),
        page: s.page.clone(),
        form: Form::default(),
        has_room,
        solved,
        mark,
        mean: reviews::mean(&reviews),
        reviews,
        who,
        c,
        s,
    })
}

/// The best cohort of all beside the best one with her, or without her when she sits.
async fn ask(input: &Input, id: &str, is_seated: bool, t: weft_kernel::i18n::Tr) -> Result<(String, Vec<String>)> {
    let (change, key) = if is_seated {
        (Change::Out(id.to_owned()), "without-person")
    } else {
        (Change::In(id.to_owned()), "with-person")
    };
    let input = input.clone();
    let (best, changed) = selection::off_thread(move || (propose(&input), what_if(&input, &change))).await?;
    let points = |n: i64| t.decimal(n as f64 / 1_000_000.0, 2);
    match (best, changed) {
        (Ok(best), Ok(with)) if best.total_score == with.total_score => Ok((t.t(&format!("same-{key}")), Vec::new())),
        (Ok(best), Ok(with)) => Ok((
            t.a2(key, "total", points(with.total_score), "points", points(best.total_score - with.total_score)),
            Vec::new(),
        )),
        (Ok(_), Err(SelectionError::Infeasible(conflict))) => {
            Ok((t.t(&format!("barred-{key}")), conflict.bounds.iter().map(|b| words::bound(t, b)).collect()))
        }
        (Err(SelectionError::Infeasible(conflict)), _) => {
            Ok((t.t("problem-infeasible"), conflict.bounds.iter().map(|b| words::bound(t, b)).collect()))
        }
        (Err(SelectionError::Unscored(n)), _) => Ok((t.a("problem-unscored", "n", n), Vec::new())),
        (Err(e), _) | (_, Err(e)) => Err(Error::Internal(e.to_string())),
    }
}

pub async fn show(
    State(kernel): State<Kernel>,
    s: InSeason,
    Path(at): Path<At>,
    Query(ask): Query<Ask>,
) -> Result<Response> {
    let permit = rules::may_see(&s).ok_or(Error::NotFound)?;
    html(&load(&kernel, s, &permit, &at, ask.solver == "yes").await?)
}

/// Locks someone, sets her aside with a reason, or lifts either, for every composition and run from now on.
pub async fn mark(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, mut form: Form) -> Result<Response> {
    let permit = rules::may_choose(&s).ok_or(Error::NotFound)?;
    let mark = form.value("mark").to_owned();
    let reason = if mark == "lift" { String::new() } else { form.required("reason") };
    if !form.is_accepted() {
        let mut show = load(&kernel, s, permit.see(), &at, false).await?;
        show.form = form;
        return unaccepted(&show);
    }
    find(&kernel, permit.see(), at.number).await?;
    selection::mark(&kernel, &permit, s.actor_id(), &at.external_id, selection::asked(&mark)?, &reason).await?;
    Ok(see(&s.season.path(&format!("composer/{}/people/{}", at.number, at.external_id))))
}
