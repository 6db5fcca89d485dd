//! The composer itself: the pool, the seats, the goals; moves, the solver's help, and what others did meanwhile.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use weft_assign::evidence::median;
use weft_assign::selection::{Ahead, Bound, Breaks, Input, Swap, Transcript};

use super::list::At;
use crate::applications::Candidate;
use crate::composer::acts::{self, Played, Question, Search, Turn};
use crate::composer::model::{Composition, Move, Refused, Step};
use crate::composer::pool::{Filter, PAGE, Pool};
use crate::composer::store;
use crate::selection::acts::{self as selection, Refusal, Rule};
use crate::selection::goals::{self, Goals};
use crate::selection::model::{Beside, MarkKind};
use crate::selection::rules::{self, SeeSelection};
use crate::selection::words::{self, Problem, Standing};
use weft_kernel::Kernel;
use weft_kernel::collate;
use weft_kernel::i18n::Tr;
use weft_kernel::work::Work;
use weft_programs::InSeason;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "composer/templates/board.html")]
struct Show {
    page: Page,
    s: InSeason,
    c: Composition,
    form: Form,
    filter: Filter,
    facets: [Vec<(String, String)>; 4],
    shows: Vec<(String, String)>,
    rows: Vec<Row>,
    found: usize,
    earlier: Option<String>,
    later: Option<String>,
    seats: Vec<Row>,
    open: usize,
    goals: Vec<Standing>,
    met: usize,
    total: Option<String>,
    /// How far scores can be off, in the middle of all; empty while nobody has two reviews.
    margin: String,
    moves: Vec<Suggestion>,
    steps: Vec<Step>,
    /// What others did since the reader's last page.
    meanwhile: Vec<Step>,
    gone: usize,
    has_redo: bool,
    has_band: bool,
    work: Option<Work>,
    problem: Option<Problem>,
    refused: Option<Refused>,
    misses: Vec<String>,
    protected: Option<(String, String)>,
    can_choose: bool,
}

/// Someone in the pool or on a seat.
pub struct Row {
    pub id: String,
    pub name: String,
    pub facts: String,
    /// What the goals count, in one line.
    pub short: String,
    /// Where they work, for whoever searches by it.
    pub place: String,
    /// Which of the eight threads the region has.
    pub thread: usize,
    pub score: String,
    pub margin: String,
    pub mark: Option<Beside>,
    pub bar: Option<String>,
    /// What nobody can keep once they have a seat, as a sentence; empty where nothing breaks.
    pub breaks: String,
    pub is_seated: bool,
    /// Has a seat or an invitation and cannot be moved.
    pub stays: bool,
}

impl Row {
    pub fn is_aside(&self) -> bool {
        self.mark == Some(Beside::Marked(MarkKind::Aside))
    }
}

/// A move that would help, and how.
pub struct Suggestion {
    pub out: String,
    pub into: String,
    pub says: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Since {
    since: i64,
}

pub fn facts(c: &Candidate) -> String {
    // Whatever the filters find someone by is shown.
    [
        c.organization.as_deref(),
        c.region.as_deref(),
        c.state.as_deref(),
        c.scope.as_deref(),
        c.role_level.as_deref(),
        c.body_type.as_deref(),
        c.primary_issue_area.as_deref(),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" · ")
}

/// Region and role, and what else the goals count.
fn counted(t: Tr, goals: &Goals, c: &Candidate) -> String {
    let mut fields = vec!["region", "role_level"];
    fields.extend(goals.goals.iter().map(|g| g.field.as_str()).filter(|f| *f != "years_in_role_band"));
    let mut seen = std::collections::BTreeSet::new();
    let mut says: Vec<String> = fields
        .into_iter()
        .filter(|f| seen.insert(*f))
        .filter_map(|f| {
            let value = goals::value_of(c, f).filter(|v| v != "no")?;
            Some(if f == "health_focus" { t.t("health-short") } else { weft_web::words::value(t, &value) })
        })
        .collect();
    let has_years = goals.goals.iter().any(|g| g.field == "years_in_role_band")
        || goals.means.iter().any(|m| m.field == "years_in_role");
    says.extend(c.years_in_role.filter(|_| has_years).map(|y| t.a("years", "n", y)));
    says.join(" · ")
}

/// The first goal that a seat would break, and how many others; then the goals of which it would break one, nobody
/// knows which.
fn warning(t: Tr, breaks: &Breaks) -> String {
    let sure = match breaks.sure.as_slice() {
        [] => String::new(),
        [one] => t.a("seat-breaks", "goals", words::bound(t, one)),
        [first, others @ ..] => t.a2("seat-breaks-more", "goals", words::bound(t, first), "n", others.len()),
    };
    let list = |several: &Vec<Bound>| several.iter().map(|b| words::bound(t, b)).collect::<Vec<_>>().join("; ");
    let says = breaks.not_all.iter().map(|several| t.a("seat-breaks-one-of", "goals", list(several)));
    std::iter::once(sure).filter(|s| !s.is_empty()).chain(says).collect::<Vec<_>>().join(". ")
}

pub fn row(t: Tr, pool: &Pool, c: &Candidate, seated: &[String]) -> Row {
    let id = c.external_id.clone();
    let is_fixed = pool.input.fixed.binary_search(&id).is_ok();
    let mark = pool.marks.get(&id).copied();
    Row {
        name: pool.names.get(&id).cloned().unwrap_or_default(),
        facts: facts(c),
        // A narrow line may break behind a slash.
        short: counted(t, &pool.goals, c).replace('/', "/\u{200b}"),
        place: [c.organization.as_deref(), c.state.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        breaks: String::new(),
        thread: c.region.as_ref().and_then(|r| pool.regions.binary_search(r).ok()).map_or(8, |i| i % 7 + 1),
        score: c.score.map(|s| t.decimal(s, 2)).unwrap_or_default(),
        margin: pool.margins.get(&id).map(|m| format!("± {}", t.decimal(*m, 2))).unwrap_or_default(),
        bar: pool.bar(&id).filter(|r| *r != "out-aside").map(|r| t.a(r, "n", 1)),
        is_seated: seated.binary_search(&id).is_ok(),
        stays: is_fixed && mark != Some(Beside::Marked(MarkKind::Locked)),
        mark,
        id,
    }
}

/// What a move mends and breaks, and what it does to the score.
pub fn consequences(t: Tr, pool: &Pool, cohort: &[String], swap: &Swap, away: i64) -> Vec<String> {
    let mut then: Vec<String> = cohort.iter().filter(|id| Some(*id) != swap.out.as_ref()).cloned().collect();
    then.extend(swap.into.clone());
    let (before, after) = (pool.input.misses(cohort), pool.input.misses(&then));
    let list = |of: &[Bound], but: &[Bound]| {
        of.iter().filter(|b| !but.contains(b)).map(|b| words::bound(t, b)).collect::<Vec<_>>().join("; ")
    };
    let (mends, breaks) = (list(&before, &after), list(&after, &before));
    let mut says = Vec::new();
    if !mends.is_empty() {
        says.push(t.a("move-mends", "goals", mends));
    } else if swap.away < away {
        says.push(t.t("move-nearer"));
    }
    if !breaks.is_empty() {
        says.push(t.a("move-breaks", "goals", breaks));
    }
    if swap.score != 0 && (swap.out.is_some() || says.is_empty()) {
        let points = t.decimal((swap.score as f64 / 1_000_000.0).abs(), 2);
        says.push(t.a(if swap.score > 0 { "move-gains" } else { "move-costs" }, "points", points));
    }
    if says.is_empty() {
        says.push(t.t("move-same"));
    }
    says
}

pub async fn find(kernel: &Kernel, see: &SeeSelection, number: i64) -> Result<Composition> {
    store::composition(&mut kernel.db.read().await?, see, number).await?.ok_or(Error::NotFound)
}

async fn load(
    kernel: &Kernel,
    s: InSeason,
    see: &SeeSelection,
    number: i64,
    filter: Filter,
    since: i64,
) -> Result<Show> {
    let t = s.page.t;
    let c = find(kernel, see, number).await?;
    let pool = Pool::load(kernel, &s, see, filter.names == "yes").await?.ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let steps = store::steps(&mut conn, &c.id).await?;
    let has_redo = store::newest_child(&mut conn, &c.id, c.step).await?.is_some();
    drop(conn);
    let was = c.cohort();
    let cohort = pool.still(&was);
    let found = pool.filtered(&filter, &cohort);
    let from = filter.page.saturating_mul(PAGE).min(found.len());
    let mut rows: Vec<Row> = found.iter().skip(from).take(PAGE).map(|c| row(t, &pool, c, &cohort)).collect();
    let ahead = Ahead::new(&pool.input, &cohort);
    for r in rows.iter_mut().filter(|r| !r.is_seated) {
        r.breaks = warning(t, &ahead.breaks(&r.id));
    }
    let path = |page: usize| {
        format!("{}?{}#pool", s.season.path(&format!("composer/{number}")), Filter { page, ..filter.clone() }.query())
    };
    let mut seats: Vec<Row> = cohort.iter().filter_map(|id| pool.of(id)).map(|c| row(t, &pool, c, &cohort)).collect();
    seats.sort_by(|a, b| collate::compare(&a.short, &b.short).then_with(|| a.id.cmp(&b.id)));
    let any = (String::new(), t.t("filter-any"));
    let facet = |of: &dyn Fn(&Candidate) -> Option<&str>| -> Vec<(String, String)> {
        std::iter::once(any.clone())
            .chain(pool.values(of).into_iter().map(|(v, n)| (v.clone(), format!("{v} ({n})"))))
            .collect()
    };
    let facets = [
        facet(&|c: &Candidate| c.region.as_deref()),
        facet(&|c: &Candidate| c.scope.as_deref()),
        facet(&|c: &Candidate| c.role_level.as_deref()),
        facet(&|c: &Candidate| c.primary_issue_area.as_deref()),
    ];
    let has_band = !pool.margins.is_empty();
    let shows = ["", "band", "marked", "out", "all"]
        .into_iter()
        .filter(|k| *k != "band" || has_band)
        .map(|k| (k.to_owned(), t.t(&format!("pool-show-{}", if k.is_empty() { "open" } else { k }))))
        .collect();
    let (total, standings) = (total(t, &pool.input, &cohort), words::standings(t, &pool.input, &cohort));
    let name = rules::may_choose(&s).map(|p| acts::work_name(&p, number));
    let said: Option<Refusal> =
        name.as_ref().and_then(|n| kernel.works.said(n)).and_then(|text| serde_json::from_str(&text).ok());
    let me = s.actor_id().cloned();
    Ok(Show {
        moves: suggestions(t, &pool, &cohort),
        margin: median(&pool.margins.values().copied().collect::<Vec<_>>())
            .map(|m| t.decimal(m, 2))
            .unwrap_or_default(),
        misses: if cohort.len() == pool.input.seats as usize {
            pool.input.misses(&cohort).iter().map(|b| words::bound(t, b)).collect()
        } else {
            Vec::new()
        },
        meanwhile: steps
            .iter()
            .filter(|st| since > 0 && st.step > since && st.by_id.is_some() && st.by_id != me)
            .cloned()
            .collect(),
        gone: was.len() - cohort.len(),
        open: (pool.input.seats as usize).saturating_sub(cohort.len()),
        met: standings.iter().filter(|g| g.is_met).count(),
        work: name.as_ref().and_then(|n| kernel.works.under_way(n)),
        problem: said.and_then(|r| Problem::of(t, &r)),
        form: Form::of(&[
            ("q", &filter.q),
            ("region", &filter.region),
            ("scope", &filter.scope),
            ("role_level", &filter.role_level),
            ("issue", &filter.issue),
            ("show", &filter.show),
        ]),
        found: found.len(),
        earlier: (filter.page > 0).then(|| path(filter.page - 1)),
        later: (from + PAGE < found.len()).then(|| path(filter.page + 1)),
        protected: pool.set.protected_by.clone().zip(pool.set.protected_reason.clone()),
        can_choose: name.is_some(),
        page: s.page.clone(),
        refused: None,
        facets,
        shows,
        rows,
        seats,
        goals: standings,
        total,
        steps,
        has_redo,
        has_band,
        filter,
        c,
        s,
    })
}

/// The seated people's scores together, when everyone has one.
pub fn total(t: Tr, input: &Input, cohort: &[String]) -> Option<String> {
    let scores: Option<Vec<i64>> =
        input.people.iter().filter(|p| cohort.binary_search(&p.id).is_ok()).map(|p| p.score).collect();
    scores.filter(|all| !all.is_empty()).map(|all| t.decimal(all.iter().sum::<i64>() as f64 / 1_000_000.0, 2))
}

fn suggestions(t: Tr, pool: &Pool, cohort: &[String]) -> Vec<Suggestion> {
    let board = weft_assign::selection::Board::new(&pool.input, cohort);
    let away = board.away();
    board
        .best(None, None, 3)
        .iter()
        .map(|m| Suggestion {
            out: m.out.clone().unwrap_or_default(),
            into: m.into.clone().unwrap_or_default(),
            says: consequences(t, pool, cohort, m, away),
        })
        .collect()
}

impl Show {
    /// The page's address with its filters.
    fn here(&self, extra: &str) -> String {
        let query = self.filter.query();
        format!("{}{extra}{}{query}", self.base(), if query.is_empty() { "" } else { "?" })
    }

    fn base(&self) -> String {
        self.s.season.path(&format!("composer/{}", self.c.number))
    }

    /// Where the solver says what a goal cost; nowhere before there is a run.
    fn cost(&self, goal: &Standing, at: usize) -> String {
        let run = self.c.run_id.as_ref().filter(|_| goal.has_cost);
        run.map(|run| self.s.season.path(&format!("selection/runs/{run}/goals/{at}"))).unwrap_or_default()
    }

    fn with_names(&self, shown: bool) -> String {
        let filter = Filter { names: if shown { "yes".into() } else { String::new() }, ..self.filter.clone() };
        format!("{}?{}", self.base(), filter.query())
    }

    fn step_words(&self, step: &Step) -> String {
        let t = self.page.t;
        t.a2(
            &format!("step-{}", step.verb),
            "about",
            step.about.clone(),
            "who",
            step.actor.clone().unwrap_or_else(|| t.t("someone")),
        )
    }

    fn is_filtered(&self) -> bool {
        let f = &self.filter;
        [&f.q, &f.region, &f.scope, &f.role_level, &f.issue, &f.show].into_iter().any(|v| !v.is_empty())
    }
}

pub async fn show(
    State(kernel): State<Kernel>,
    s: InSeason,
    Path(at): Path<At>,
    Query(filter): Query<Filter>,
    Query(since): Query<Since>,
) -> Result<Response> {
    let permit = rules::may_see(&s).ok_or(Error::NotFound)?;
    html(&load(&kernel, s, &permit, at.number, filter, since.since).await?)
}

/// The move that a form asks for.
fn read(form: &Form) -> Option<Move> {
    let id = |name: &str| Some(form.value(name).to_owned()).filter(|v| !v.is_empty());
    match form.value("move") {
        "clear" => Some(Move::Clear),
        "undo" => Some(Move::Undo),
        "redo" => Some(Move::Redo),
        "swap" if form.value("out").is_empty() => Some(Move::Seat(id("into")?)),
        "swap" => Some(Move::Swap { out: id("out")?, into: id("into")? }),
        _ => id("seat").map(Move::Seat).or_else(|| id("free").map(Move::Free)),
    }
}

pub async fn play(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, form: Form) -> Result<Response> {
    let permit = rules::may_choose(&s).ok_or(Error::NotFound)?;
    let actor = s.actor_id().cloned();
    let m = read(&form).ok_or(Error::BadRequest)?;
    let filter: Filter = serde_urlencoded::from_str(form.value("query")).unwrap_or_default();
    let seen = form.value("seen").parse().unwrap_or_default();
    let pool = Pool::load(&kernel, &s, permit.see(), false).await?.ok_or(Error::NotFound)?;
    let turn = Turn { number: at.number, seen, m: &m, input: &pool.input };
    match acts::play(&kernel, &permit, actor.as_ref(), &turn).await? {
        Played::Moved => {
            let query = filter.query();
            let anchor = if matches!(m, Move::Seat(_)) { "pool" } else { "seats" };
            Ok(see(&format!(
                "{}?{query}{}since={seen}#{anchor}",
                s.season.path(&format!("composer/{}", at.number)),
                if query.is_empty() { "" } else { "&" }
            )))
        }
        Played::Refused(refused) => {
            let mut show = load(&kernel, s, permit.see(), at.number, filter, seen).await?;
            show.refused = Some(refused);
            unaccepted(&show)
        }
    }
}

pub async fn search(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, mut form: Form) -> Result<Response> {
    let permit = rules::may_choose(&s).ok_or(Error::NotFound)?;
    let c = find(&kernel, permit.see(), at.number).await?;
    let filter: Filter = serde_urlencoded::from_str(form.value("query")).unwrap_or_default();
    let mut pool = Pool::load(&kernel, &s, permit.see(), false).await?.ok_or(Error::NotFound)?;
    let search = match form.value("rule") {
        "propose" => Search::Run(Rule::Propose),
        "draw" => Search::Run(Rule::Draw {
            public: form.required("public"),
            tickets: 1_000,
            in_band: form.is_checked("in-band", "yes"),
        }),
        "complete" => {
            pool.input.fixed.extend(pool.still(&c.cohort()));
            pool.input.fixed.sort();
            pool.input.fixed.dedup();
            Search::Complete
        }
        _ => return Err(Error::BadRequest),
    };
    if !form.is_accepted() {
        let mut show = load(&kernel, s, permit.see(), at.number, filter, 0).await?;
        form.set("show", show.filter.show.clone());
        show.form = form;
        return unaccepted(&show);
    }
    let query = filter.query();
    let to = format!(
        "{}?{query}{}since={}#seats",
        s.season.path(&format!("composer/{}", at.number)),
        if query.is_empty() { "" } else { "&" },
        c.step
    );
    let press = form.once(&kernel, s.actor_id(), &s.page, &to);
    let question = Question { number: at.number, search, input: pool.input, margins: pool.margins };
    acts::search(&press, permit, s.actor_id().cloned(), question).await?;
    Ok(see(&to))
}

pub async fn stop(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let permit = rules::may_choose(&s).ok_or(Error::NotFound)?;
    find(&kernel, permit.see(), at.number).await?;
    if let Some(work) = kernel.works.under_way(&acts::work_name(&permit, at.number)) {
        work.stop();
    }
    Ok(see(&s.season.path(&format!("composer/{}", at.number))))
}

/// How far the solver is, for a page that waits for it.
pub async fn work(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let permit = rules::may_choose(&s).ok_or(Error::NotFound)?;
    find(&kernel, permit.see(), at.number).await?;
    let work = kernel.works.under_way(&acts::work_name(&permit, at.number));
    let told = serde_json::json!({
        "busy": work.is_some(),
        "steps": work.as_ref().map_or(0, Work::steps),
        "seconds": work.map_or(0, |w| kernel.now().timestamp().as_second() - w.began.timestamp().as_second()),
    });
    Ok(([(header::CONTENT_TYPE, "application/json")], told.to_string()).into_response())
}

/// Hands the cohort on to where invitations are sent: the run it came from, or a record of what people chose.
pub async fn hand_on(
    State(kernel): State<Kernel>,
    s: InSeason,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let permit = rules::may_choose(&s).ok_or(Error::NotFound)?;
    let c = find(&kernel, permit.see(), at.number).await?;
    let pool = Pool::load(&kernel, &s, permit.see(), false).await?.ok_or(Error::NotFound)?;
    let cohort = pool.still(&c.cohort());
    if let Some(run) = c.run_id.as_ref().filter(|_| cohort == c.cohort()) {
        return Ok(see(&s.season.path(&format!("selection/runs/{run}"))));
    }
    if !pool.input.misses(&cohort).is_empty() {
        form.required("reason");
    }
    if cohort.len() < pool.input.seats as usize || !form.is_accepted() {
        let mut show = load(&kernel, s, permit.see(), at.number, Filter::default(), 0).await?;
        show.form = form;
        return unaccepted(&show);
    }
    let transcript = Transcript::of_hand(pool.input.clone(), &cohort, form.value("reason"));
    // Someone has a seat, an invitation or a lock by now whom this version does not seat: look again.
    if transcript.verify().is_err() {
        let mut show = load(&kernel, s, permit.see(), at.number, Filter::default(), 0).await?;
        show.refused = Some(Refused::Behind);
        return unaccepted(&show);
    }
    let press = form.once(&kernel, s.actor_id(), &s.page, &s.season.path("selection/runs/{}"));
    let run = selection::keep(&press, &permit, s.actor_id(), &transcript).await?;
    Ok(see(&s.season.path(&format!("selection/runs/{run}"))))
}
