//! Selection at a glance: the goals, who is in the pool, propose and draw, what was run so far.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::applications;
use crate::selection::acts::{self, Outcome, Rule};
use crate::selection::goals::Goals;
use crate::selection::model::{Mark, RunLine};
use crate::selection::rules::{self, Choose, SeeSelection};
use crate::selection::words::Problem;
use crate::selection::{store, words};
use weft_kernel::Kernel;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "selection/templates/overview.html")]
struct Show {
    page: Page,
    s: InSeason,
    goals: Option<Goals>,
    goal_lines: Vec<(String, String)>,
    protected: Option<(String, String)>,
    open: usize,
    scored: usize,
    out: Vec<(String, usize)>,
    runs: Vec<RunLine>,
    marks: Vec<Mark>,
    form: Form,
    problem: Option<Problem>,
    can_choose: bool,
    /// Whether reads tell how sure a score is, so that a draw can keep to the band.
    has_band: bool,
}

impl Show {
    /// For how many seats people are chosen: as the goals say, else as many as the season has.
    fn wanted(&self) -> i64 {
        self.goals.as_ref().map_or(self.s.season.seats, |g| i64::from(g.seats))
    }
}

async fn load(kernel: &Kernel, s: InSeason, see: &SeeSelection) -> Result<Show> {
    let t = s.page.t;
    let mut conn = kernel.db.read().await?;
    let set = store::goals(&mut conn, &s.season.id).await?;
    let candidates = applications::candidates(&mut conn, &s.season.id).await?;
    let runs = store::runs(&mut conn, see).await?;
    let goals: Option<Goals> = set.as_ref().map(|g| g.goals.0.clone());
    let marks = store::marks(&mut conn, see).await?;
    let pairs = store::marked(&mut conn, see.season(), kernel.now()).await?;
    let has_band = applications::store::spreads(&mut conn, see.season()).await?.iter().any(|s| s.reads > 1);
    let input = goals.clone().unwrap_or_default().marked_input(&candidates, &pairs);
    let mut out: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for left in &input.left_out {
        *out.entry(&left.reason).or_insert(0) += 1;
    }
    let goal_lines = goals.iter().flat_map(|g| lines(t, g)).collect();
    let protected = set.and_then(|g| Some((g.protected_by?, g.protected_reason?)));
    Ok(Show {
        goal_lines,
        protected,
        open: input.people.len(),
        scored: input.people.iter().filter(|p| p.score.is_some()).count(),
        out: out.into_iter().map(|(reason, n)| (t.a(reason, "n", n), n)).collect(),
        runs,
        marks,
        form: Form::default(),
        problem: None,
        can_choose: rules::may_choose(&s).is_some(),
        has_band,
        goals,
        page: s.page.clone(),
        s,
    })
}

fn lines(t: weft_kernel::i18n::Tr, g: &Goals) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = g
        .goals
        .iter()
        .map(|r| {
            (
                format!("{}: {}", words::field(t, &r.field), words::value(t, &r.value)),
                if r.min == r.max { t.a("exactly", "n", r.min) } else { t.a2("range", "min", r.min, "max", r.max) },
            )
        })
        .collect();
    out.extend(g.means.iter().map(|m| {
        (
            t.a("mean-of", "field", words::field(t, &m.field)),
            t.a2("range", "min", m.min.to_string(), "max", m.max.to_string()),
        )
    }));
    if g.limits.max_per_organization.is_some() {
        out.push((t.t("bound-one-per"), String::new()));
    }
    out
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let permit = rules::may_see(&s).ok_or(Error::NotFound)?;
    html(&load(&kernel, s, &permit).await?)
}

pub async fn propose(State(kernel): State<Kernel>, s: InSeason, form: Form) -> Result<Response> {
    let permit = rules::may_choose(&s).ok_or(Error::NotFound)?;
    run(&kernel, s, &permit, form, Rule::Propose).await
}

pub async fn draw(State(kernel): State<Kernel>, May { permit, s }: May<Choose>, mut form: Form) -> Result<Response> {
    let public = form.required("public");
    if !form.is_accepted() {
        let mut show = load(&kernel, s, permit.see()).await?;
        show.form = form;
        return unaccepted(&show);
    }
    let in_band = form.is_checked("in-band", "yes");
    run(&kernel, s, &permit, form, Rule::Draw { public, tickets: 1_000, in_band }).await
}

async fn run(kernel: &Kernel, s: InSeason, permit: &Choose, form: Form, rule: Rule) -> Result<Response> {
    let actor = s.actor_id().cloned();
    let t = s.page.t;
    let press = form.once(kernel, actor.as_ref(), &s.page, &s.season.path("selection/runs/{}"));
    let mut show = load(kernel, s, permit.see()).await?;
    show.form = form;
    let Some(goals) = show.goals.clone() else {
        show.problem = Some(Problem { text: t.t("problem-no-goals"), bounds: Vec::new(), relaxations: Vec::new() });
        return unaccepted(&show);
    };
    match acts::solve(kernel, permit, &goals, rule).await? {
        Outcome::Chosen(transcript) => {
            let id = acts::keep(&press, permit, actor.as_ref(), &transcript).await?;
            return Ok(see(&show.s.season.path(&format!("selection/runs/{id}"))));
        }
        other => show.problem = Problem::of(t, &other.into()),
    }
    unaccepted(&show)
}
