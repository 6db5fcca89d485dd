//! The pool as a list: filters stay in the address.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;

use crate::applications::model::{Listed, State as Stands};
use crate::applications::rules;
use crate::applications::store::{self, Filter};
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
    /// How many match the filter, on whatever page.
    matching: usize,
    earlier: Option<String>,
    later: Option<String>,
    can_import: bool,
}

/// A line with its tags.
struct Line {
    a: Listed,
    tags: Vec<String>,
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::ReadPool>,
    Query(filter): Query<Filter>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let mut lines = store::list(&mut conn, &permit, &filter).await?;
    let facets = store::facets(&mut conn, &permit).await?;
    let has_more = lines.len() as i64 > store::PAGE;
    lines.truncate(store::PAGE as usize);
    let t = s.page.t;
    let any = |key: &str| (String::new(), t.t(key));
    let of = |kind: &str, first: (String, String)| -> Vec<(String, String)> {
        let values = facets.iter().filter(|(k, ..)| k == kind).map(|(_, v, n)| (v.clone(), format!("{v} ({n})")));
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
    let matching = if has_more || filter.page > 0 {
        store::matching(&mut conn, &permit, &filter).await?.len()
    } else {
        lines.len()
    };
    let all_tags = store::tags(&mut conn, &permit).await?;
    let lines: Vec<Line> = lines
        .into_iter()
        .map(|a| {
            let own = all_tags.iter().filter(|(id, _)| *id == a.id).map(|(_, tag)| tag.clone());
            Line { tags: own.collect(), a }
        })
        .collect();
    let path = |page: u32| {
        let more: &[(&str, String)] = if page == 0 { &[] } else { &[("page", page.to_string())] };
        format!("{}?{}", s.season.path("applications"), filter.query(more))
    };
    let show = Show {
        undecided: count("state", "undecided"),
        late: count("state", "late"),
        total: count("all", ""),
        counts: counts.into_iter().filter(|(_, n)| *n > 0).collect(),
        marked,
        said,
        tags: of("tag", any("filter-any")),
        matching,
        regions: of("region", any("filter-any")),
        scopes: of("scope", any("filter-any")),
        states,
        earlier: (filter.page > 0).then(|| path(filter.page - 1)),
        later: has_more.then(|| path(filter.page + 1)),
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
