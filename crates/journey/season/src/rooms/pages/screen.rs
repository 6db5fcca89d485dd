//! The room on a wall: which block is on, how long it still has, and what to do. It follows the console by itself.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::{At, bare, find, path};
use crate::gatherings::model::{Meeting, Sitting};
use crate::gatherings::rules::RunGathering;
use crate::rooms::acts;
use crate::rooms::model::Stage;
use crate::rooms::tables;
use weft_kernel::Kernel;
use weft_programs::{InSeason, May};
use weft_web::{Page, Result, html};

#[derive(Template)]
#[template(path = "rooms/templates/screen.html")]
struct Screen {
    page: Page,
    s: InSeason,
    m: Meeting,
    x: Sitting,
    stage: Stage,
    /// The newest seating that everyone sees: the page follows it too, though it shows no names.
    tables: i64,
}

impl Screen {
    fn path(&self) -> String {
        path(&self.s, self.m.gathering.number, &self.x.id)
    }
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<RunGathering>,
    Path(at): Path<At>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let (m, x) = find(&mut conn, run.see(), &at).await?;
    let (room, blocks) = acts::state(&mut conn, run.see(), &x).await?;
    let tables = tables::newest(&mut conn, &x.id, true).await?.map_or(0, |(r, _)| r.stamp());
    let page = Page { rail: Vec::new(), ..bare(&s) };
    html(&Screen { page, s, m, x, stage: Stage { room, blocks, now: kernel.now() }, tables })
}
