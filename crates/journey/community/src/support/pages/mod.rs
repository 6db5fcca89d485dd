//! The page of lines, which is kept on the device too; the page of one's person; and the program's own page of lines.

mod lines;
mod someone;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::model::{Foot, Line, Sorted, sorted};
use super::{rules, store};
use weft_kernel::Kernel;
use weft_kernel::db::Conn;
use weft_programs::{InSeason, May};
use weft_web::route::{get, post};
use weft_web::{Page, Result, Route, html};

/// How the address ends to which a message is sent: nothing of it is kept, also for whoever was signed out meanwhile.
pub const KEPT_NOWHERE: &str = "/support/someone";

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/support", show),
        get("/s/{season}/support/offline", offline),
        get("/s/{season}/support/someone", someone::show),
        post("/s/{season}/support/someone", someone::write),
        post("/s/{season}/support/someone/pick", someone::pick),
        post("/s/{season}/support/someone/end", someone::end),
        post("/s/{season}/support/someone/{id}/answer", someone::answer),
        get("/s/{season}/support/lines", lines::list),
        post("/s/{season}/support/lines", lines::add),
        post("/s/{season}/support/lines/suggested", lines::suggest),
        get("/s/{season}/support/lines/{id}", lines::edit),
        post("/s/{season}/support/lines/{id}", lines::change),
        post("/s/{season}/support/lines/{id}/place", lines::put),
        post("/s/{season}/support/lines/{id}/removal", lines::remove),
        post("/s/{season}/support/lines/{id}/return", lines::restore),
    ]
}

/// What stands at the foot of a page on which something may come up. One statement, and none for whoever may not open
/// the page of support.
pub async fn foot(conn: &mut Conn, s: &InSeason) -> weft_kernel::db::Result<Foot> {
    let Some(permit) = rules::may_see(s) else { return Ok(Foot::default()) };
    let Sorted { own, everywhere, others, place } = sorted(store::lines(conn, &permit).await?);
    let mut lines = own;
    lines.extend(everywhere);
    // Where it is not known where someone lives, or nothing else is there, a line says for where it is.
    if place.is_none() || lines.is_empty() {
        lines.extend(others);
    }
    Ok(Foot { path: Some(s.season.path("support")), lines })
}

/// It names nobody: it is kept on the device for when there is no connection.
#[derive(Template)]
#[template(path = "support/templates/show.html")]
struct Show {
    page: Page,
    s: InSeason,
    lines: Sorted,
    picks: bool,
    keeps: bool,
}

impl Show {
    /// Lines for where the reader lives, then those for everywhere.
    fn near(&self) -> Vec<(String, &[Line])> {
        let t = self.page.t;
        let own = t.a("aid-for", "place", self.lines.place.unwrap_or_default());
        let all = [(own, &self.lines.own[..]), (t.t("aid-for-everywhere"), &self.lines.everywhere[..])];
        all.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
    }
}

async fn show(State(kernel): State<Kernel>, May { permit, s }: May<rules::SeeLines>) -> Result<Response> {
    let lines = sorted(store::lines(&mut kernel.db.read().await?, &permit).await?);
    let picks = rules::may_pick(&s).is_some();
    html(&Show { page: s.page.clone(), lines, picks, keeps: rules::may_keep(&s).is_some(), s })
}

/// What a page that is not on the device becomes without a connection.
#[derive(Template)]
#[template(path = "support/templates/offline.html")]
struct Offline {
    page: Page,
    s: InSeason,
}

async fn offline(May { s, .. }: May<rules::SeeLines>) -> Result<Response> {
    html(&Offline { page: s.page.clone(), s })
}
