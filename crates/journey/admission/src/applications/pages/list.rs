//! The pool as a list: filters stay in the address.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;

use super::pager::Pages;
use crate::applications::model::{Listed, State as Stands};
use crate::applications::rules;
use crate::applications::store::{self, Filter};
use crate::applications::values::values;
use weft_kernel::Kernel;
use weft_kernel::db::{Conn, Word as _};
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May};
use weft_web::{Form, Page, Result, html};

#[derive(Template)]
#[template(path = "applications/templates/list.html")]
struct Show {
    page: Page,
    s: InSeason,
    lines: Vec<Line>,
    total: i64,
    undecided: i64,
    late: i64,
    /// Each state with how many applications are in it; together they are all.
    counts: Vec<(Stands, i64)>,
    /// After an act: what it is undone by, and what it did.
    marked: Option<(Id, String)>,
    /// After an act or undoing it: what happened.
    said: Option<String>,
    form: Form,
    regions: Vec<(String, String)>,
    scopes: Vec<(String, String)>,
    states: Vec<(String, String)>,
    tags: Vec<(String, String)>,
    filter: Filter,
    /// Where this page is among all that match the filter.
    pages: Pages,
    can_import: bool,
}

/// A line with its tags; values to choose from as the reader's language calls them.
struct Line {
    a: Listed,
    tags: Vec<String>,
    issue: Option<String>,
    scope: Option<String>,
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::ReadPool>,
    Query(mut filter): Query<Filter>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let lines = page_of(&mut conn, &permit, &mut filter).await?;
    let facets = store::facets(&mut conn, &permit).await?;
    let t = s.page.t;
    let values = values(&mut conn, &s.season.id, t.0).await?;
    let any = |key: &str| (String::new(), t.t(key));
    let of = |kind: &str, first: (String, String)| -> Vec<(String, String)> {
        let named = |v: &String, n: &i64| (v.clone(), format!("{} ({n})", values.of(kind, v)));
        let values = facets.iter().filter(|(k, ..)| k == kind).map(|(_, v, n)| named(v, n));
        std::iter::once(first).chain(values).collect()
    };
    let count = |kind: &str, value: &str| {
        facets.iter().find(|(k, v, _)| k == kind && (value.is_empty() || v == value)).map_or(0, |(.., n)| *n)
    };
    let mut states = vec![any("filter-any")];
    let counts: Vec<(Stands, i64)> = Stands::ALL.into_iter().map(|s| (s, count("state", s.name()))).collect();
    let named = |key: &str, n: i64| (key.to_owned(), format!("{} ({n})", t.t(&format!("state-{key}"))));
    states.extend(counts.iter().map(|(s, n)| named(s.name(), *n)));
    states.extend(["changed", "resembles", "unconfirmed"].map(|k| named(k, count(k, ""))));
    let (marked, said) = outcome(&mut conn, &permit, &s, &filter).await?;
    let pages = Pages { now: filter.page, all: lines.first().map_or(0, |l| l.matching) };
    let all_tags = store::tags(&mut conn, &permit).await?;
    let lines: Vec<Line> = lines
        .into_iter()
        .map(|a| {
            let own = all_tags.iter().filter(|(id, _)| *id == a.id).map(|(_, tag)| tag.clone());
            Line {
                tags: own.collect(),
                issue: values.maybe("primary_issue_area", a.primary_issue_area.as_deref()),
                scope: values.maybe("scope", a.scope.as_deref()),
                a,
            }
        })
        .collect();
    let show = Show {
        undecided: count("state", "undecided"),
        late: count("state", "late"),
        total: count("all", ""),
        counts: counts.into_iter().filter(|(_, n)| *n > 0).collect(),
        marked,
        said,
        tags: of("tag", any("filter-any")),
        pages,
        regions: of("region", any("filter-any")),
        scopes: of("scope", any("filter-any")),
        states,
        form: Form::of(&[
            ("q", &filter.q),
            ("region", &filter.region),
            ("scope", &filter.scope),
            ("state", &filter.state),
            ("tag", &filter.tag),
            ("sort", &filter.sort),
        ]),
        filter: filter.clone(),
        can_import: rules::may_fill_pool(&s).is_some(),
        page: s.page.clone(),
        lines,
        s,
    };
    html(&show)
}

/// A page of the list; the last one where the address names one beyond it, as when an act has made the list shorter.
async fn page_of(conn: &mut Conn, permit: &rules::ReadPool, filter: &mut Filter) -> Result<Vec<Listed>> {
    let lines = store::list(conn, permit, filter).await?;
    if filter.page == 0 || !lines.is_empty() {
        return Ok(lines);
    }
    filter.page = 0;
    let first = store::list(conn, permit, filter).await?;
    filter.page = Pages { now: 0, all: first.first().map_or(0, |l| l.matching) }.last();
    if filter.page == 0 { Ok(first) } else { Ok(store::list(conn, permit, filter).await?) }
}

/// What is said after an act: what it is undone by with its sentence, or a sentence alone.
async fn outcome(
    conn: &mut Conn,
    permit: &rules::ReadPool,
    s: &InSeason,
    filter: &Filter,
) -> Result<(Option<(Id, String)>, Option<String>)> {
    let t = s.page.t;
    let said = match (filter.did.as_str(), filter.undone) {
        ("nothing", _) => Some(t.t("chosen-nothing")),
        ("undone", Some(n)) => Some(t.a("chosen-undone", "n", n)),
        (_, Some(n)) => Some(t.a("eligibility-undone", "n", n)),
        _ if s.page.is_after("none=1") => Some(t.t("chosen-none")),
        _ => None,
    };
    let Some(batch) = Id::parse(&filter.marked).filter(|_| said.is_none()) else { return Ok((None, said)) };
    let n = match filter.did.as_str() {
        "tag-on" | "tag-off" => store::tag_batch_size(conn, permit, &batch).await?,
        _ => store::batch_size(conn, permit, &batch).await?,
    };
    let key = match filter.did.as_str() {
        "tag-on" => "chosen-tag-on-done",
        "tag-off" => "chosen-tag-off-done",
        "not-eligible" => "chosen-not-eligible-done",
        _ => "eligibility-marked",
    };
    Ok(((n > 0).then(|| (batch, t.a(key, "n", n))), None))
}

impl Show {
    /// A column's heading as a link: sorts by it, or the other way around when it is sorted by it already. First
    /// upward, scores from the highest down.
    fn sort_path(&self, by: &str) -> String {
        let (now, is_down) = self.filter.sorted();
        let down_first = by == "score";
        let down = if now == by { !is_down } else { down_first };
        let sort = format!("{}{by}", if down { "-" } else { "" });
        let sorted = Filter { sort, ..self.filter.clone() };
        format!("{}?{}", self.s.season.path("applications"), sorted.query(&[]))
    }

    /// The same list at another page, from 0.
    fn page_path(&self, page: impl std::borrow::Borrow<u32>) -> String {
        let there = Filter { page: *page.borrow(), ..self.filter.clone() };
        format!("{}?{}", self.s.season.path("applications"), there.back(&[]))
    }

    /// Which lines this page shows, of how many.
    fn range(&self) -> String {
        let (from, to) = self.pages.lines();
        let lines = format!("{from}–{to}");
        let key = if self.filter.is_narrow() { "applications-range-filtered" } else { "applications-range" };
        if self.pages.is_long() {
            self.page.t.a2(key, "lines", lines, "n", self.pages.all)
        } else {
            self.page.t.a("applications-match", "n", self.pages.all)
        }
    }

    /// All that an act can be for, on whatever page.
    fn all_of_them(&self) -> String {
        let key = if self.filter.is_narrow() { "chosen-all" } else { "chosen-everyone" };
        self.page.t.a(key, "n", self.pages.all)
    }

    /// What a list can be sorted by, with the key of its name: on a phone the columns have no headings.
    fn sorts() -> [(&'static str, &'static str); 6] {
        [
            ("name", "person"),
            ("region", "region"),
            ("issue", "fact-issue"),
            ("scope", "scope"),
            ("score", "reads"),
            ("arrived", "sort-arrived"),
        ]
    }

    /// How the list is sorted by a column, as assistive technology is told: `ascending`, `descending`, or nothing.
    fn aria_sort(&self, by: &str) -> &'static str {
        match self.filter.sorted() {
            (now, false) if now == by => "ascending",
            (now, true) if now == by => "descending",
            _ => "none",
        }
    }

    fn arrow(&self, by: &str) -> &'static str {
        match self.aria_sort(by) {
            "ascending" => "↑",
            "descending" => "↓",
            _ => "",
        }
    }

    fn export_path(&self) -> String {
        self.s.season.path(&format!("applications/export?{}", self.filter.query(&[])))
    }

    /// The states in which something is to be decided: which, how many, and what its button says.
    fn open(&self) -> Vec<(&'static str, i64, String)> {
        [(Stands::Undecided, self.undecided), (Stands::Late, self.late)]
            .into_iter()
            .filter(|(_, n)| *n > 0)
            .map(|(s, n)| (s.name(), n, self.page.t.a(&format!("eligibility-all-{s}"), "n", n)))
            .collect()
    }

    fn is_out(state: impl std::borrow::Borrow<Stands>) -> bool {
        matches!(state.borrow(), Stands::Withdrawn | Stands::Duplicate)
    }
}
