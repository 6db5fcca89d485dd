//! Who has been grouped with whom so far: all of it for those who make the groups, their own for a person.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::gatherings::rules;
use crate::rooms::tables::{self, Grouped, READABLE, Tie, Ties};
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
    grouped: Grouped,
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
    let (counts, grouped) = match &run {
        Some(run) => tables::grouped(&mut conn, run).await.map(|(ties, grouped)| (Some(ties), grouped))?,
        None => (None, Grouped::default()),
    };
    let own = if takes_part { tables::own_ties(&mut conn, &see).await? } else { Vec::new() };
    html(&Met { page: s.page.clone(), s, counts, grouped, own, takes_part })
}

/// Where someone stands on the circle, and where their number does.
struct Point {
    x: i64,
    y: i64,
    label_x: i64,
    label_y: i64,
}

impl Met {
    /// A circle of 1000 across, its first person on top.
    fn point(&self, at: impl std::borrow::Borrow<usize>) -> Point {
        let turn = std::f64::consts::TAU * *at.borrow() as f64 / self.grouped.names.len().max(1) as f64;
        let place = |radius: f64| ((turn.sin() * radius).round() as i64, (-turn.cos() * radius).round() as i64);
        let ((x, y), (label_x, label_y)) = (place(420.0), place(465.0));
        Point { x, y, label_x, label_y }
    }

    /// How dark a field or a line is: the more often, the darker.
    fn shade(times: impl std::borrow::Borrow<u32>) -> u32 {
        (*times.borrow()).min(4)
    }

    fn is_too_large(&self) -> bool {
        self.counts.as_ref().is_some_and(|c| c.people > READABLE)
    }

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
