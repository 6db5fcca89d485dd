//! One run: the cohort it found, the goals it meets, what they cost, everyone's chance, the transcript.

use std::collections::{BTreeMap, HashMap};

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;
use weft_assign::selection::Transcript;

use crate::applications::{self, Candidate};
use crate::call;
use crate::selection::acts::{self, Confirming};
use crate::selection::model::Run;
use crate::selection::rules::SeeSelection;
use crate::selection::words::{self, Standing};
use crate::selection::{filling, rules, store};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::collate;
use weft_kernel::i18n::Real;
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, download, html, see, unaccepted};

#[derive(Template)]
#[template(path = "selection/templates/run.html")]
struct Show {
    page: Page,
    s: InSeason,
    run: Run,
    transcript: Transcript,
    seats: Vec<Seat>,
    standings: Vec<Standing>,
    others: Vec<Other>,
    others_total: usize,
    barred: Vec<(String, String, String)>,
    is_sound: bool,
    form: Form,
    can_choose: bool,
    /// How many get an email when this is confirmed now, and for how many there is room.
    invites: usize,
    room: usize,
    /// Until when people can still apply, if they can.
    open_until: Option<Time>,
}

struct Seat {
    id: String,
    name: String,
    facts: String,
    chance: Option<String>,
    score: Option<String>,
    is_member: bool,
    /// Has answered, or is invited already.
    is_settled: bool,
    /// Why they cannot be invited any more; empty when they can, or need not.
    bar: String,
}

struct Other {
    id: String,
    name: String,
    note: String,
}

#[derive(Deserialize)]
pub struct At {
    id: String,
}

pub async fn find(kernel: &Kernel, see: &SeeSelection, id: &str) -> Result<(Run, Transcript)> {
    let id = Id::parse(id).ok_or(Error::NotFound)?;
    let run = store::run(&mut kernel.db.read().await?, see, &id).await?.ok_or(Error::NotFound)?;
    let transcript = Transcript::from_json(&run.transcript).map_err(Error::Internal)?;
    Ok((run, transcript))
}

async fn load(kernel: &Kernel, s: InSeason, see: &SeeSelection, id: &str) -> Result<Show> {
    let (run, transcript) = find(kernel, see, id).await?;
    let t = s.page.t;
    let pool = applications::rules::may_read_pool(&s).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let candidates = applications::candidates(&mut conn, &s.season.id).await?;
    let names: HashMap<String, String> = applications::store::names(&mut conn, &pool).await?.into_iter().collect();
    let name = |id: &str| names.get(id).cloned().unwrap_or_default();
    let chances = transcript.lottery.as_ref().map(weft_assign::selection::Lottery::probabilities).unwrap_or_default();
    let percent = |id: &str| chances.get(id).map(|p| format!("{:.1} %", p * 100.0));
    let of: HashMap<&str, &Candidate> = candidates.iter().map(|c| (c.external_id.as_str(), c)).collect();
    let score = |id: &str| of.get(id).and_then(|c| c.score).map(|v| t.decimal(v, 2));
    let settled = store::settled(&mut conn, see, kernel.now()).await?;
    let is_settled = |id: &String| settled.contains(id);
    let barred_now = match run.confirmed_at {
        None => acts::barred(&mut conn, &s.season.id, &transcript.cohort, kernel.now()).await?,
        Some(_) => BTreeMap::new(),
    };
    let mut seats: Vec<Seat> = transcript
        .cohort
        .iter()
        .map(|id| Seat {
            name: name(id),
            facts: of.get(id.as_str()).map(|c| facts(c)).unwrap_or_default(),
            chance: percent(id),
            score: score(id),
            is_member: of.get(id.as_str()).is_some_and(|c| c.is_member),
            is_settled: is_settled(id),
            bar: barred_now.get(id).map(|reason| t.a(reason, "n", 1)).unwrap_or_default(),
            id: id.clone(),
        })
        .collect();
    collate::sort_by_name(&mut seats, |s| &s.name);
    let mut others: Vec<(f64, Other)> = transcript
        .input
        .people
        .iter()
        .filter(|p| transcript.cohort.binary_search(&p.id).is_err())
        .map(|p| {
            let by = chances.get(&p.id).copied().or(p.score.map(|s| s as f64)).unwrap_or_default();
            let note = percent(&p.id).or_else(|| score(&p.id)).unwrap_or_default();
            (by, Other { id: p.id.clone(), name: name(&p.id), note })
        })
        .collect();
    others.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
    let impossible = transcript.lottery.iter().flat_map(|l| &l.impossible);
    let barred = impossible
        .map(|(id, bound)| {
            (id.clone(), name(id), bound.as_ref().map_or_else(|| t.t("barred-together"), |b| words::bound(t, b)))
        })
        .collect();
    Ok(Show {
        standings: words::standings(t, &transcript.input, &transcript.cohort),
        is_sound: transcript.verify().is_ok(),
        form: Form::of(&[("days", "14")]),
        can_choose: rules::may_choose(&s).is_some(),
        open_until: call::open_until(&mut conn, &s.season.id, kernel.now()).await?,
        invites: seats.iter().filter(|s| !s.is_settled && s.bar.is_empty()).count(),
        room: usize::try_from(filling::room_of(&mut conn, &s.season.id, kernel.now()).await?.1).unwrap_or_default(),
        others_total: others.len(),
        others: others.into_iter().map(|(_, o)| o).take(60).collect(),
        barred,
        seats,
        run,
        transcript,
        page: s.page.clone(),
        s,
    })
}

pub fn facts(c: &Candidate) -> String {
    [c.region.as_deref(), c.role_level.as_deref(), c.primary_issue_area.as_deref()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

impl Show {
    fn barred_now(&self) -> Vec<&Seat> {
        self.seats.iter().filter(|s| !s.bar.is_empty()).collect()
    }

    fn departures(&self) -> Vec<String> {
        self.transcript.departures.iter().map(|b| words::bound(self.page.t, b)).collect()
    }

    /// Total score, total without goals, and the difference, in points.
    fn cost(&self) -> Option<(String, String, String)> {
        let p = self.transcript.proposal.as_ref()?;
        let points = |n: i64| self.page.t.decimal(n as f64 / 1_000_000.0, 2);
        Some((points(p.total_score), points(p.total_without_goals), points(p.total_without_goals - p.total_score)))
    }

    /// Where the solver says what a goal cost; only a proposal has a cost.
    fn cost_of(&self, goal: &Standing, at: usize) -> String {
        let of = self.transcript.proposal.as_ref().filter(|_| goal.has_cost);
        of.map(|_| self.s.season.path(&format!("selection/runs/{}/goals/{at}", self.run.id))).unwrap_or_default()
    }

    fn percent(share: impl Real) -> String {
        format!("{:.2} %", share.real() * 100.0)
    }
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let permit = rules::may_see(&s).ok_or(Error::NotFound)?;
    html(&load(&kernel, s, &permit, &at.id).await?)
}

/// The transcript as a file: ids and attributes, no names, so that it can be published or handed on.
pub async fn transcript(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let permit = rules::may_see(&s).ok_or(Error::NotFound)?;
    let (run, _) = find(&kernel, &permit, &at.id).await?;
    Ok(download::attachment("transcript.json", "application/json; charset=utf-8", run.transcript))
}

pub async fn confirm(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Choose>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let (run, transcript) = find(&kernel, permit.see(), &at.id).await?;
    let days = form.number("days", 1..=90);
    if call::open_until(&mut kernel.db.read().await?, &s.season.id, kernel.now()).await?.is_some()
        && run.confirmed_at.is_none()
        && !form.is_checked("while_open", "yes")
    {
        form.reject("while_open", "wrong-while-open");
    }
    if !form.is_accepted() {
        let mut show = load(&kernel, s, permit.see(), &at.id).await?;
        show.form = form;
        return unaccepted(&show);
    }
    // Confirming twice leads to the same invitations.
    let confirming = Confirming { season: &s.season, run: &run.id, transcript: &transcript, days };
    let done = acts::confirm(&kernel, &permit, s.actor_id(), confirming).await?.unwrap_or_default();
    if done.is_empty {
        // The page says of each why not.
        return Ok(see(&s.season.path(&format!("selection/runs/{}#confirm", at.id))));
    }
    let beyond = if done.beyond > 0 { format!("?beyond={}", done.beyond) } else { String::new() };
    Ok(see(&s.season.path(&format!("invitations{beyond}"))))
}
