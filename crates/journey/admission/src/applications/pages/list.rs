//! The pool as a list: filters stay in the address.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;

use crate::applications::model::Listed;
use crate::applications::rules;
use crate::applications::store::{self, Filter};
use weft_kernel::Kernel;
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
    let mut states = vec![any("filter-any")];
    states.extend(
        ["eligible", "not-eligible", "withdrawn", "duplicate", "unconfirmed"]
            .map(|k| (k.to_owned(), t.t(&format!("state-{k}")))),
    );
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
        undecided: facets.iter().find(|(k, ..)| k == "undecided").map_or(0, |(.., n)| *n),
        total: facets.iter().find(|(k, ..)| k == "all").map_or(0, |(.., n)| *n),
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
