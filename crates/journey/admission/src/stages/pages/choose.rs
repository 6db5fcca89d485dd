//! Who goes on to a stage: everyone at the stage before, best scores first, each with a box. Nobody is told.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::{At, later};
use crate::applications::model::State as Stands;
use crate::stages::model::{Candidate, best};
use crate::stages::rules::RunStages;
use crate::stages::{acts, store};
use weft_kernel::Kernel;
use weft_programs::{InSeason, May};
use weft_web::{Form, Page, Result, html, see};

/// A candidate, and whether their box is checked now.
struct Line {
    c: Candidate,
    is_checked: bool,
}

#[derive(Template)]
#[template(path = "stages/templates/choose.html")]
struct Show {
    page: Page,
    s: InSeason,
    no: i64,
    title: String,
    before: String,
    lines: Vec<Line>,
    /// Those who can't go on, by why: its key, how many.
    out: Vec<(&'static str, usize)>,
    told: usize,
    chosen: usize,
    is_reviewing: bool,
    /// Choosing is at a later stage by now.
    is_over: bool,
    has_scores: bool,
    /// How many were asked for by score, and how many are checked for it.
    best: Option<(usize, usize)>,
    asked: String,
    done: Option<(usize, usize, usize)>,
}

impl Show {
    fn heading(&self) -> &'static str {
        if self.is_over { "stage-see" } else { "stage-choose" }
    }

    fn able(&self) -> usize {
        self.lines.iter().filter(|l| l.c.may_go_on()).count()
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Which {
    top: String,
    on: Option<usize>,
    off: Option<usize>,
    left: Option<usize>,
}

/// Why someone is not among those who can go on.
fn reason(c: &Candidate) -> Option<&'static str> {
    Some(match c.stands {
        Stands::Withdrawn => "stage-out-withdrawn",
        Stands::Late => "stage-out-late",
        Stands::NotEligible => "stage-out-not-eligible",
        Stands::Duplicate => "stage-out-duplicate",
        Stands::Undecided => "stage-out-undecided",
        Stands::Eligible if !c.is_complete => "stage-out-not-submitted",
        Stands::Eligible => return None,
    })
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunStages>,
    Path(at): Path<At>,
    Query(which): Query<Which>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let (before, stage) = later(&mut conn, &s, &at).await?;
    let all = store::candidates(&mut conn, &permit, stage.no).await?;
    let now_at = store::now_at(&mut conn, &permit).await?;
    let is_reviewing = now_at == before.no && store::is_reviewing(&mut conn, &permit).await?;
    let wanted: Option<usize> = which.top.trim().parse().ok().filter(|n| *n > 0);
    let top: BTreeSet<String> =
        wanted.map(|n| best(&all, n).into_iter().map(str::to_owned).collect()).unwrap_or_default();
    let mut out: Vec<(&'static str, usize)> = Vec::new();
    for key in all.iter().filter(|c| !c.is_told).filter_map(reason) {
        match out.iter_mut().find(|(k, _)| *k == key) {
            Some((_, n)) => *n += 1,
            None => out.push((key, 1)),
        }
    }
    let t = s.page.t;
    html(&Show {
        page: s.page.clone(),
        no: stage.no,
        title: stage.title.0.of(t.0).to_owned(),
        before: before.title.0.of(t.0).to_owned(),
        told: all.iter().filter(|c| c.is_told).count(),
        chosen: all.iter().filter(|c| c.is_chosen && !c.is_told && c.may_go_on()).count(),
        has_scores: all.iter().any(|c| c.score.is_some()),
        best: wanted.filter(|_| !top.is_empty()).map(|n| (n, top.len())),
        asked: which.top,
        done: which.on.zip(which.off).map(|(on, off)| (on, off, which.left.unwrap_or(0))),
        lines: all
            .into_iter()
            .filter(|c| c.may_go_on() || c.is_chosen)
            .map(|c| Line {
                is_checked: if top.is_empty() { c.is_chosen } else { c.is_told || top.contains(&c.external_id) },
                c,
            })
            .collect(),
        out,
        is_reviewing,
        is_over: now_at > stage.no,
        s,
    })
}

/// Writes what was changed on the page, and nothing else: what someone else has changed meanwhile stays.
pub async fn save(
    State(kernel): State<Kernel>,
    May { permit, s }: May<RunStages>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let (_, stage) = later(&mut kernel.db.read().await?, &s, &at).await?;
    let checked: BTreeSet<&str> = form.values("id").collect();
    let was: BTreeSet<&str> = form.values("was").collect();
    let of = |a: &BTreeSet<&str>, b: &BTreeSet<&str>| -> Vec<String> {
        a.difference(b).map(|id| (*id).to_owned()).collect()
    };
    let (on, off) = (of(&checked, &was), of(&was, &checked));
    let done = acts::choose(&kernel, &permit, s.actor_id(), stage.no, (&on, &off)).await?;
    let after = format!("stages/{}?on={}&off={}&left={}", stage.no, done.on, done.off, done.left);
    Ok(see(&s.season.path(&after)))
}
