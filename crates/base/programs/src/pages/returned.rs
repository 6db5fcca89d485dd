//! Returned email: addresses of a season's people that are marked, and lifting marks, one by one or all of a bad hour.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use crate::bounces::{self, Marked, Which};
use crate::{InSeason, May, rules};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_web::{Error, Form, Page, Result, html, see};

/// Marks closer to each other than this, in seconds, are shown as made in one go.
const GAP: i64 = 3_600;

/// Marks that were made in one go, newest first.
struct Window {
    marks: Vec<Marked>,
    from: Time,
    to: Time,
}

#[derive(Template)]
#[template(path = "templates/returned.html")]
struct Show {
    page: Page,
    s: InSeason,
    windows: Vec<Window>,
    /// How many marks were lifted just now.
    lifted: Option<i64>,
}

#[derive(Deserialize)]
pub struct At {
    id: String,
}

fn windows(marks: Vec<Marked>) -> Vec<Window> {
    let mut windows: Vec<Window> = Vec::new();
    for mark in marks {
        match windows.last_mut() {
            Some(w) if w.from.0 - mark.at.0 <= GAP * 1_000_000 => {
                w.from = mark.at;
                w.marks.push(mark);
            }
            _ => windows.push(Window { from: mark.at, to: mark.at, marks: vec![mark] }),
        }
    }
    windows
}

pub async fn show(State(kernel): State<Kernel>, May { permit: run, s }: May<rules::RunSeason>) -> Result<Response> {
    let marks = bounces::marked(&mut kernel.db.read().await?, &run).await?;
    let lifted = s.page.back.split_once("?lifted=").and_then(|(_, n)| n.parse().ok());
    html(&Show { page: s.page.clone(), s, windows: windows(marks), lifted })
}

/// Lifts all marks made between two moments.
pub async fn lift_all(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunSeason>,
    form: Form,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?;
    // What is no moment is a window with nothing in it.
    let at = |name: &str, otherwise: i64| Time(form.value(name).parse().unwrap_or(otherwise));
    let lifted = bounces::lift(&kernel, &run, actor, Which::Made(at("from", i64::MAX), at("to", i64::MIN))).await?;
    Ok(see(&s.season.path(&format!("returned-email?lifted={lifted}"))))
}

/// Lifts the mark of one address. Pressed twice is once.
pub async fn lift_one(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<rules::RunSeason>,
    Path(at): Path<At>,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?;
    let id = Id::parse(&at.id).ok_or(Error::NotFound)?;
    let lifted = bounces::lift(&kernel, &run, actor, Which::One(&id)).await?;
    Ok(see(&s.season.path(&format!("returned-email?lifted={lifted}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_within_an_hour_of_each_other_are_one_window() {
        let mark = |minute: i64| Marked {
            contact_id: Id::stored(String::new()),
            name: String::new(),
            address: String::new(),
            at: Time(minute * 60_000_000),
            how: String::new(),
            code: String::new(),
            held: 0,
        };
        let found = windows([500, 470, 420, 300, 0].map(mark).to_vec());
        assert_eq!(
            found.iter().map(|w| (w.marks.len(), w.from.0 / 60_000_000, w.to.0 / 60_000_000)).collect::<Vec<_>>(),
            [(3, 420, 500), (1, 300, 300), (1, 0, 0)]
        );
    }
}
