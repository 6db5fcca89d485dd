//! The pool as a list: filters stay in the address.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;

use crate::applications::model::{Listed, State as Stands};
use crate::applications::rules;
use crate::applications::store::{self, Filter};
use weft_kernel::Kernel;
use weft_kernel::db::Word as _;
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May};
use weft_web::{Form, Page, Result, html};

#[derive(Template)]
#[template(path = "applications/templates/list.html")]
struct Show {
    page: Page,
    s: InSeason,
    lines: Vec<Listed>,
    total: i64,
    undecided: i64,
    late: i64,
    /// Each state with how many applications are in it; together they are all.
    counts: Vec<(Stands, i64)>,
    /// After an act: how many it marked, and what it is undone by.
    marked: Option<(Id, i64)>,
    undone: Option<i64>,
    form: Form,
    regions: Vec<(String, String)>,
    scopes: Vec<(String, String)>,
    states: Vec<(String, String)>,
    earlier: Option<String>,
    later: Option<String>,
    can_import: bool,
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
    let marked = match Id::parse(&filter.marked) {
        Some(batch) => {
            Some(store::batch_size(&mut conn, &permit, &batch).await?).filter(|n| *n > 0).map(|n| (batch, n))
        }
        None => None,
    };
    let path = |page: u32| {
        let query = [
            ("q", filter.q.clone()),
            ("region", filter.region.clone()),
            ("scope", filter.scope.clone()),
            ("state", filter.state.clone()),
            ("page", page.to_string()),
        ];
        let query: Vec<_> = query.into_iter().filter(|(_, v)| !v.is_empty() && v != "0").collect();
        format!("{}?{}", s.season.path("applications"), serde_urlencoded::to_string(query).unwrap_or_default())
    };
    let show = Show {
        undecided: count("state", "undecided"),
        late: count("state", "late"),
        total: count("all", ""),
        counts: counts.into_iter().filter(|(_, n)| *n > 0).collect(),
        marked,
        undone: filter.undone,
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
        ]),
        can_import: rules::may_fill_pool(&s).is_some(),
        page: s.page.clone(),
        lines,
        s,
    };
    html(&show)
}

impl Show {
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
