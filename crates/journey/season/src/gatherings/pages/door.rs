//! The door: a list that works on a phone without a connection and tells the house later, and a sheet to hang up.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::{At, meeting, path};
use crate::gatherings::attendance::{self, Mark, Roll};
use crate::gatherings::model::{Guest, Meeting, Sitting, Source};
use crate::gatherings::{rules, store};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_programs::InSeason;
use weft_web::qr::Squares;
use weft_web::{Error, Form, Page, Result, html, see};

/// Most marks that one phone sends at once.
const MOST: usize = 3_000;

#[derive(Template)]
#[template(path = "gatherings/templates/door.html")]
struct Door {
    run: rules::RunGathering,
    page: Page,
    s: InSeason,
    m: Meeting,
    x: Sitting,
    guests: Vec<Guest>,
    now: Time,
}

impl Door {
    fn up(&self) -> String {
        path(&self.s, self.m.gathering.number)
    }

    fn path(&self) -> String {
        format!("{}/door/{}", self.up(), self.x.id)
    }

    /// When names can be pressed, while that lies ahead: nobody is here months before.
    fn opens(&self) -> Option<Time> {
        Some(attendance::marked_from(&self.x, Source::Door)).filter(|at| self.now < *at)
    }

    /// The moment of what the page says, in milliseconds.
    fn made(&self) -> i64 {
        self.now.0 / 1_000
    }

    fn here(&self) -> usize {
        self.guests.iter().filter(|g| g.is_here()).count()
    }
}

async fn load(kernel: &Kernel, s: InSeason, at: &At) -> Result<Door> {
    let run = rules::may_run(&s).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let m = meeting(&mut conn, run.see(), at).await?;
    let x = m.sitting(&at.sitting()).filter(|_| m.gathering.is_on()).ok_or(Error::NotFound)?.clone();
    let mut guests = store::guests(&mut conn, &run, &m.gathering.id, x.part).await?;
    // Whoever chose another time does not stand at this door.
    guests.retain(|g| !m.is_chosen(x.part) || g.held.as_ref().is_none_or(|h| *h == x.id));
    Ok(Door { run, page: s.page.clone(), s, m, x, guests, now: kernel.now() })
}

pub async fn show(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    html(&load(&kernel, s, &at).await?)
}

fn wants_json(headers: &axum::http::HeaderMap) -> bool {
    headers.get("accept").is_some_and(|v| v == "application/json")
}

fn told(door: &Door) -> Result<Response> {
    let here = door.guests.iter().filter(|g| g.is_here()).map(|g| g.person_id.as_str()).collect();
    let told = serde_json::to_string(&Told { here, at: door.made() }).map_err(|e| Error::Internal(e.to_string()))?;
    let headers =
        [(axum::http::header::CONTENT_TYPE, "application/json"), (axum::http::header::CACHE_CONTROL, "no-store")];
    Ok((headers, told).into_response())
}

/// What a mark of a form or of a phone says: `person|here|milliseconds`.
fn read(mark: &str) -> Option<(Id, bool, Option<Time>)> {
    let mut parts = mark.split('|');
    let person = Id::stored(parts.next()?.to_owned());
    let is_here = match parts.next()? {
        "here" => true,
        "away" => false,
        _ => return None,
    };
    let at = parts.next().and_then(|ms| ms.parse::<i64>().ok()).and_then(|ms| ms.checked_mul(1_000)).map(Time);
    Some((person, is_here, at))
}

/// What a device is told: who is here, and as of when, in milliseconds.
#[derive(Serialize)]
struct Told<'a> {
    here: Vec<&'a str>,
    at: i64,
}

/// Takes marks in: one from a form, many from a phone that was away, or none from one that asks who is here. Sent twice
/// they count once, and an older "away" does not undo a newer "here".
pub async fn mark(
    State(kernel): State<Kernel>,
    s: InSeason,
    headers: axum::http::HeaderMap,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let door = load(&kernel, s.clone(), &at).await?;
    let mut marks: Vec<(Id, Mark)> = Vec::new();
    let marked = if door.opens().is_some() { 0 } else { MOST };
    for (person, is_here, since) in form.values("mark").take(marked).filter_map(read) {
        let Some(guest) = door.guests.iter().find(|g| g.person_id == person) else { continue };
        if is_here {
            if !guest.is_here() {
                marks.push((person, Mark::Here(since)));
            }
        } else if since.is_none_or(|at| guest.marked_at.is_none_or(|known| known <= at)) {
            marks.retain(|(p, _)| *p != person);
            if guest.state.is_some() {
                marks.push((person, Mark::NotHere));
            }
        }
    }
    if !marks.is_empty() {
        let roll = Roll { sitting: &door.x, guests: &door.guests, marks: &marks, source: Source::Door };
        attendance::mark(&kernel, &door.run, s.actor_id(), roll).await?;
    }
    if wants_json(&headers) {
        return told(&load(&kernel, s, &at).await?);
    }
    Ok(see(&door.path()))
}

#[derive(Template)]
#[template(path = "gatherings/templates/poster.html")]
struct Poster {
    page: Page,
    s: InSeason,
    m: Meeting,
    x: Sitting,
    address: String,
    code: Squares,
}

/// A sheet for the door: whoever takes part scans it, signs in and says that she is there.
pub async fn poster(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let door = load(&kernel, s.clone(), &at).await?;
    let address = format!("{}{}", kernel.config.base_url, door.up());
    html(&Poster { page: s.page.clone(), s, m: door.m, x: door.x, code: Squares::of(&address)?, address })
}
