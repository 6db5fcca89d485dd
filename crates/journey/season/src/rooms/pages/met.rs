//! Who has met so far: counts for those who run the season, her own ties for a person.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::gatherings::rules;
use crate::rooms::tables::{self, Tie, Ties};
use weft_kernel::Kernel;
use weft_programs::InSeason;
use weft_programs::may_take_part;
use weft_web::{Error, Page, Result, html};

#[derive(Template)]
#[template(path = "rooms/templates/met.html")]
struct Met {
    page: Page,
    s: InSeason,
    counts: Option<Ties>,
    own: Vec<Tie>,
    takes_part: bool,
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason) -> Result<Response> {
    let run = rules::may_run(&s);
    let takes_part = may_take_part(&s).is_some();
    if run.is_none() && !takes_part {
        return Err(Error::NotFound);
    }
    let see = rules::may_see(&s).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let counts = match &run {
        Some(run) => Some(tables::ties(&mut conn, run).await?),
        None => None,
    };
    let own = if takes_part { tables::own_ties(&mut conn, &see).await? } else { Vec::new() };
    html(&Met { page: s.page.clone(), s, counts, own, takes_part })
}

impl Met {
    fn sum(&self, ties: &Ties) -> String {
        let share = (ties.met * 100).checked_div(ties.pairs).unwrap_or(0);
        self.page.t.args("met-sum", &[("met", ties.met.into()), ("pairs", ties.pairs.into()), ("share", share.into())])
    }

    /// How long a bar is, of a hundred.
    fn width(ties: &Ties, people: impl std::borrow::Borrow<usize>) -> usize {
        let most = ties.spread.iter().map(|(_, n)| *n).max().unwrap_or(1).max(1);
        people.borrow() * 100 / most
    }
}
