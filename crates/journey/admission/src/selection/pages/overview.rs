//! Selection at a glance: the goals, who is in the pool, propose and draw, what was run so far.

use askama::Template;
use axum::extract::State as Has;
use axum::response::Response;

use crate::applications::model::State;
use crate::applications::{self, Candidate};
use crate::selection::acts::{self, Outcome, Rule};
use crate::selection::goals::Goals;
use crate::selection::model::{Mark, RunLine};
use crate::selection::rules::{self, Choose, SeeSelection};
use crate::selection::words::Problem;
use crate::selection::{store, words};
use weft_assign::selection::Input;
use weft_kernel::Kernel;
use weft_kernel::i18n::Tr;
use weft_programs::{InSeason, May};
use weft_web::charts::{Bar, Bars};
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
    /// Who can be selected and has no score, by number; the first few.
    unscored: Vec<String>,
    out: Vec<(String, usize)>,
    runs: Vec<RunLine>,
    marks: Vec<Mark>,
    form: Form,
    problem: Option<Problem>,
    can_choose: bool,
    /// From the application to the seat, and how scores spread, drawn; empty while there is nothing to draw.
    funnel: String,
    spread: String,
    /// Whether reads tell how sure a score is, so that a draw can keep to the band.
    has_band: bool,
}

/// How many without a score are named; of more there is only a number.
const NAMED: usize = 8;

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
    let invited = store::invited(&mut conn, see).await?;
    // Before goals are set, people are counted by those that the page of goals begins with.
    let asked = goals.clone().unwrap_or_else(|| Goals::fresh(s.season.seats));
    let input = asked.marked_input(&candidates, &pairs);
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
        unscored: input.people.iter().filter(|p| p.score.is_none()).map(|p| p.id.clone()).take(NAMED).collect(),
        out: out.into_iter().map(|(reason, n)| (t.a(reason, "n", n), n)).collect(),
        runs,
        marks,
        form: Form::default(),
        problem: None,
        can_choose: rules::may_choose(&s).is_some(),
        has_band,
        funnel: funnel(t, &candidates, invited),
        spread: spread(t, &input),
        goals,
        page: s.page.clone(),
        s,
    })
}

/// How many applied, were eligible, have scores, were invited, have a seat. A second application of a person is not
/// counted. Where nobody decides on eligibility, that step is left out.
fn funnel(t: Tr, candidates: &[Candidate], invited: i64) -> String {
    let all: Vec<&Candidate> = candidates.iter().filter(|c| c.stands != State::Duplicate).collect();
    let count = |is: &dyn Fn(&Candidate) -> bool| all.iter().filter(|c| is(c)).count() as i64;
    let eligible = count(&|c| c.stands == State::Eligible);
    let is_scored = |c: &Candidate| c.score.is_some() && (eligible == 0 || c.stands == State::Eligible);
    let steps = [
        ("funnel-applied", all.len() as i64),
        ("funnel-eligible", eligible),
        ("funnel-scored", count(&is_scored)),
        ("funnel-invited", invited),
        ("funnel-seated", count(&|c| c.is_member)),
    ];
    if all.is_empty() {
        return String::new();
    }
    let shown = steps.iter().filter(|(key, n)| *key != "funnel-eligible" || *n > 0);
    let bars: Vec<Bar> = shown.map(|(key, n)| Bar { label: t.t(key), count: Some(*n) }).collect();
    drawn(t, "funnel", t.t("funnel-title"), t.t("funnel-step"), &bars, all.len() as i64)
}

/// How the scores of those who can be selected spread, by half points. Few scores are no picture.
fn spread(t: Tr, input: &Input) -> String {
    const HALF: i64 = 500_000;
    let mut all: Vec<i64> = input.people.iter().filter_map(|p| p.score).collect();
    all.sort_unstable();
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return String::new() };
    if all.len() < 5 {
        return String::new();
    }
    // A score on a bound belongs to the step that begins there; the best on a bound stands with those just below it.
    let is_on_bound = last.rem_euclid(HALF) == 0 && last > first;
    let top = last.div_euclid(HALF) - i64::from(is_on_bound);
    let step = |score: i64| score.div_euclid(HALF).min(top);
    let bars: Vec<Bar> = (step(*first)..=top)
        .map(|s| {
            let (from, to) = (t.decimal(s as f64 / 2.0, 1), t.decimal((s + 1) as f64 / 2.0, 1));
            let key = if s == top && is_on_bound { "range" } else { "range-below" };
            let n = all.iter().filter(|score| step(**score) == s).count() as i64;
            Bar { label: t.a2(key, "min", from, "max", to), count: Some(n) }
        })
        .collect();
    let most = bars.iter().filter_map(|b| b.count).max().unwrap_or(1);
    drawn(t, "scores", t.a("spread-title", "n", all.len()), t.t("spread-score"), &bars, most)
}

fn drawn(t: Tr, id: &str, title: String, column: String, bars: &[Bar], of: i64) -> String {
    Bars { t, id, title, column, bars, of, held_back: String::new() }.render().unwrap_or_default()
}

fn lines(t: Tr, g: &Goals) -> Vec<(String, String)> {
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

pub async fn show(Has(kernel): Has<Kernel>, s: InSeason) -> Result<Response> {
    let permit = rules::may_see(&s).ok_or(Error::NotFound)?;
    html(&load(&kernel, s, &permit).await?)
}

pub async fn propose(Has(kernel): Has<Kernel>, s: InSeason, form: Form) -> Result<Response> {
    let permit = rules::may_choose(&s).ok_or(Error::NotFound)?;
    run(&kernel, s, &permit, form, Rule::Propose).await
}

pub async fn draw(Has(kernel): Has<Kernel>, May { permit, s }: May<Choose>, mut form: Form) -> Result<Response> {
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
        show.problem = Some(Problem { text: t.t("problem-no-goals"), ..Problem::default() });
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
