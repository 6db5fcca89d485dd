//! The room as it happens, for everyone in it: what is on, what comes next, one's table.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header::{CONNECTION, HeaderValue};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use serde::Deserialize;

use super::{At, bare, find, inside, path};
use crate::commitments::model::Commitment;
use crate::commitments::{rules as commitments, store as said};
use crate::gatherings::model::{Meeting, Sitting};
use crate::gatherings::{attendance, rules};
use crate::library::model::Card;
use crate::library::{rules as library_rules, store as library};
use crate::rooms::acts;
use crate::rooms::model::Stage;
use crate::rooms::tables::{self, Seat};
use weft_community::together::rules as together;
use weft_community::together::store::{self, Agreement};
use weft_kernel::Kernel;
use weft_kernel::i18n::Lang;
use weft_kernel::live::{Heard, Listener};
use weft_programs::may_take_part;
use weft_programs::{InSeason, following};
use weft_web::{Error, Page, Result, html};

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
    /// What the gathering works with.
    cards: Vec<Card>,
    /// What was agreed, line by line.
    agreed: Option<Agreement>,
    /// What the reader and their home team said they would do, where the session comes back to that.
    said: Option<Vec<Commitment>>,
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let see = inside(&s)?;
    let (m, x) = find(&mut conn, &see, &at).await?;
    let (room, blocks) = acts::state(&mut conn, &see, &x).await?;
    let agreed = match together::may_be(&s) {
        Some(permit) => store::agreements(&mut conn, &permit).await?.into_iter().next(),
        None => None,
    };
    let returns = blocks.iter().any(|b| b.kind == "commitments");
    let said = match commitments::may_commit(&s).filter(|_| returns) {
        Some(permit) => {
            let mut all = said::readable(&mut conn, &permit).await?;
            all.retain(|c| c.is_of(permit.person()) || c.is_team);
            Some(all)
        }
        None => None,
    };
    let seating = tables::newest(&mut conn, &x.id, true).await?;
    let (n, seats) = seating.map_or((0, Vec::new()), |(r, seats)| (r.stamp(), seats));
    let table = seats.iter().find(|seat| Some(&seat.person_id) == s.actor_id()).map(|seat| seat.room);
    let cards = match library_rules::may_read(&s) {
        Some(_) => library::of_gathering(&mut conn, &m.gathering.id).await?,
        None => Vec::new(),
    };
    html(&Show {
        cards,
        mates: seats.into_iter().filter(|seat| Some(seat.room) == table).collect(),
        is_door_open: attendance::is_door_open(&kernel, &m, &x),
        takes_part: may_take_part(&s).is_some() && (!m.is_chosen(x.part) || x.is_own()),
        runs: rules::may_run(&s).is_some(),
        page: bare(&s),
        tables: n,
        agreed,
        said,
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

    /// Whether the session is at its commitments now.
    fn is_on_commitments(&self) -> bool {
        self.stage.on().is_some_and(|b| b.kind == "commitments")
    }

    /// Whether the session is where home teams help each other.
    fn is_on_teams(&self) -> bool {
        self.takes_part && self.stage.on().is_some_and(|b| matches!(b.kind.as_str(), "home-team" | "consult"))
    }

    /// What is written on while it goes on.
    fn worksheets(&self) -> Vec<&Card> {
        self.cards.iter().filter(|c| c.kind == "worksheet").collect()
    }

    fn up(&self) -> String {
        self.s.season.path(&format!("gatherings/{}", self.m.gathering.number))
    }
}

/// Which page follows: the console says so.
#[derive(Deserialize)]
pub struct From {
    console: Option<u8>,
}

/// What happens, as it happens: the whole state at once, then at every change. The last word says why the line ends, so
/// that the page does not come back for nothing.
pub async fn live(
    State(kernel): State<Kernel>,
    s: InSeason,
    Path(at): Path<At>,
    Query(from): Query<From>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let see = inside(&s)?;
    let (_, x) = find(&mut conn, &see, &at).await?;
    let who = following::who(&s).ok_or(Error::NotFound)?;
    // Listening begins before looking, so that nothing falls between.
    let is_console = from.console.is_some() && rules::may_run(&s).is_some();
    let topic = if is_console { acts::console_topic(&x.id) } else { acts::topic(&x.id) };
    let listener = kernel.live.follow(&topic, who, kernel.config.live_lines.get() as usize);
    let first = acts::word(&kernel, &mut conn, &see, &x).await?;
    drop(conn);
    Ok(line(listener, first, s.page.t.0))
}

/// The line of a page that follows: `first` at once, then every word of the topic, in the reader's language.
pub fn line(listener: Listener, first: [String; 2], lang: Lang) -> Response {
    let lang = lang as usize;
    let first = Heard::Said(Arc::new(first));
    let words = stream::unfold(Some((Some(first), listener)), move |following| async move {
        let (first, mut listener) = following?;
        let heard = match first {
            Some(word) => word,
            None => listener.next().await,
        };
        let (event, following) = match heard {
            Heard::Said(word) => (Event::default().data(&word[lang]), Some((None, listener))),
            Heard::Ended(why) => (Event::default().event("end").data(why.name()), None),
            Heard::Closing => return None,
        };
        Some((Ok::<_, Infallible>(event), following))
    });
    // An event of its own: a page that hears nothing for long knows that its line was cut.
    let still = KeepAlive::new().interval(Duration::from_secs(15)).event(Event::default().event("still").data(""));
    let mut response = Sse::new(words).keep_alive(still).into_response();
    // A line that has ended waits for nothing more: its connection is free at once.
    response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    response
}
