//! The room as it happens, for everyone in it: what is on, what comes next, one's table.

use std::convert::Infallible;
use std::time::Duration;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;

use super::{At, find, path};
use crate::gatherings::model::{Meeting, Sitting};
use crate::gatherings::{attendance, rules};
use crate::kernel::Kernel;
use crate::programs::InSeason;
use crate::rooms::acts;
use crate::rooms::model::Stage;
use crate::rooms::tables::{self, Seat};
use crate::together::rules as together;
use crate::together::store::{self, Agreement};
use crate::web::{Page, Result, html};

#[derive(Template)]
#[template(path = "rooms/templates/room.html")]
struct Show {
    page: Page,
    s: InSeason,
    m: Meeting,
    x: Sitting,
    stage: Stage,
    tables: i64,
    /// Those at the reader's table.
    mates: Vec<Seat>,
    runs: bool,
    is_door_open: bool,
    takes_part: bool,
    /// What was agreed, line by line.
    agreed: Option<Agreement>,
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let (see, m, x) = find(&mut conn, &s, &at).await?;
    let (room, blocks) = acts::state(&mut conn, &see, &x).await?;
    let agreed = match together::may_be(&s) {
        Some(permit) => store::agreements(&mut conn, &permit).await?.into_iter().next(),
        None => None,
    };
    let seating = tables::newest(&mut conn, &x.id, true).await?;
    let (n, seats) = seating.map_or((0, Vec::new()), |(r, seats)| (r.stamp(), seats));
    let table = seats.iter().find(|seat| Some(&seat.person_id) == s.actor_id()).map(|seat| seat.room);
    html(&Show {
        mates: seats.into_iter().filter(|seat| Some(seat.room) == table).collect(),
        is_door_open: attendance::is_door_open(&kernel, &m, &x),
        takes_part: rules::may_take_part(&s).is_some() && (!m.is_chosen(x.part) || x.is_own()),
        runs: rules::may_run(&s).is_some(),
        page: s.page.clone(),
        tables: n,
        agreed,
        stage: Stage { room, blocks, now: kernel.now() },
        m,
        x,
        s,
    })
}

impl Show {
    fn path(&self) -> String {
        path(&self.s, self.m.gathering.number, &self.x.id)
    }

    fn up(&self) -> String {
        self.s.season.path(&format!("gatherings/{}", self.m.gathering.number))
    }
}

/// What happens, as it happens: the whole state at once, then at every change.
pub async fn live(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let (see, _, x) = find(&mut conn, &s, &at).await?;
    // Listening begins before looking, so that nothing falls between.
    let listener = kernel.live.listen(&acts::topic(&x.id));
    let first = acts::word(&kernel, &mut conn, &see, &x).await?;
    drop(conn);
    let lang = s.page.t.0 as usize;
    let words = stream::unfold((Some(first), listener), move |(first, mut listener)| async move {
        let text = match first {
            Some(word) => word[lang].clone(),
            None => listener.next().await?[lang].clone(),
        };
        Some((Ok::<_, Infallible>(Event::default().data(text)), (None, listener)))
    });
    Ok(Sse::new(words).keep_alive(KeepAlive::new().interval(Duration::from_secs(25))).into_response())
}
