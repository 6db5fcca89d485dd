//! A reader's list: what is hers, how far she is, and with whom she is tied.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::reading::model::OnList;
use crate::reading::rules::Read;
use crate::reading::{acts, rules, store};
use weft_kernel::Kernel;
use weft_programs::{InSeason, May};
use weft_web::{Form, Page, Result, html, see};

#[derive(Template)]
#[template(path = "reading/templates/list.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    lines: Vec<OnList>,
    finished: usize,
    next: Option<i64>,
    due: String,
    is_open: bool,
    is_closed: bool,
    has_ties: bool,
    is_calibrating: bool,
    has_calibration: bool,
}

impl Show {
    fn ties_hint(&self) -> String {
        self.page.t.t(if self.has_ties { "ties-hint-later" } else { "ties-hint" })
    }
}

/// Whether some of the calibration set is still to be read.
pub fn is_calibrating(lines: &[OnList]) -> bool {
    lines.iter().any(|l| l.letter.is_some() && l.state != "finished")
}

/// The read to go on with: the first that is not finished and was not put off, then those that were.
pub fn next(lines: &[OnList]) -> Option<i64> {
    let must = is_calibrating(lines);
    let open = |skipped: bool| {
        lines
            .iter()
            .find(|l| l.state != "finished" && l.is_skipped == skipped && (!must || l.letter.is_some()))
            .map(|l| l.place)
    };
    open(false).or_else(|| open(true))
}

async fn load(kernel: &Kernel, s: InSeason, permit: &Read) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let standing = store::standing(&mut conn, permit).await?;
    let lines = store::list(&mut conn, permit).await?;
    Ok(Show {
        page: s.page.clone(),
        form: Form::of(&[("ties", standing.ties.as_deref().unwrap_or_default())]),
        finished: lines.iter().filter(|l| l.state == "finished").count(),
        next: next(&lines),
        is_calibrating: is_calibrating(&lines),
        has_calibration: lines.iter().any(|l| l.letter.is_some()),
        lines,
        due: standing.due_on.as_ref().map_or_else(String::new, |d| s.page.t.iso_day(d)),
        is_open: standing.opened_at.is_some() && standing.closed_at.is_none(),
        is_closed: standing.closed_at.is_some(),
        has_ties: standing.ties.is_some(),
        s,
    })
}

pub async fn show(State(kernel): State<Kernel>, May { permit, s }: May<rules::Read>) -> Result<Response> {
    html(&load(&kernel, s, &permit).await?)
}

pub async fn save_ties(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::Read>,
    form: Form,
) -> Result<Response> {
    let text: String = form.value("ties").replace("\r\n", "\n").chars().take(20_000).collect();
    acts::declare_ties(&kernel, &permit, &text).await?;
    Ok(see(&s.season.path("reading")))
}
