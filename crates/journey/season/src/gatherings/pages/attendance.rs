//! Who came to a part: marked by hand, made up for, or read from a meeting's report.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::{At, meeting, path};
use crate::gatherings::attendance::{self, Mark, Roll};
use crate::gatherings::model::{Came, Guest, Meeting, Sitting, Source};
use crate::gatherings::undoing::{self, Last};
use crate::gatherings::{rules, store, when};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_programs::InSeason;
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "gatherings/templates/attendance.html")]
pub(super) struct Show {
    pub(super) run: rules::RunGathering,
    pub(super) page: Page,
    pub(super) s: InSeason,
    pub(super) form: Form,
    /// What was just done, in words.
    done: Option<String>,
    m: Meeting,
    part: i64,
    guests: Vec<Guest>,
    /// The newest import of a report.
    last: Option<Last>,
    now: Time,
}

pub(super) async fn load(kernel: &Kernel, s: InSeason, at: &At) -> Result<Show> {
    let run = rules::may_run(&s).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let m = meeting(&mut conn, run.see(), at).await?;
    // Nobody comes to what nobody knows of.
    if m.gathering.published_at.is_none() {
        return Err(Error::NotFound);
    }
    let part = at.part(&m)?;
    let guests = store::guests(&mut conn, &run, &m.gathering.id, part).await?;
    let last = undoing::last(&mut conn, &run, &m.gathering.id, part).await?;
    let now = kernel.now();
    Ok(Show { run, form: Form::default(), done: None, page: s.page.clone(), m, part, guests, last, now, s })
}

impl Show {
    fn path(&self) -> String {
        format!("{}/attendance/{}", path(&self.s, self.m.gathering.number), self.part)
    }

    pub(super) fn up(&self) -> String {
        path(&self.s, self.m.gathering.number)
    }

    pub(super) fn sittings(&self) -> Vec<&Sitting> {
        self.m.sittings.iter().filter(|s| s.part == self.part).collect()
    }

    /// The sitting that someone goes to: the one she holds, else the only one.
    fn sitting_of(&self, guest: &Guest) -> &Sitting {
        let of = self.sittings();
        of.iter().find(|s| guest.held.as_ref() == Some(&s.id)).copied().unwrap_or(of[0])
    }

    /// When attendance can be marked, while that lies ahead: nobody was there before.
    pub(super) fn opens(&self) -> Option<Time> {
        let first = self.sittings().into_iter().map(|x| attendance::marked_from(x, Source::Hand)).min()?;
        Some(first).filter(|at| self.now < *at)
    }

    /// The same in words.
    fn early(&self) -> Option<String> {
        self.opens().map(|at| self.page.t.a("attendance-early", "at", self.moment(at)))
    }

    /// Whether someone's own time can be marked.
    fn can_mark(&self, guest: &Guest) -> bool {
        attendance::marked_from(self.sitting_of(guest), Source::Hand) <= self.now
    }

    /// Who was there, in numbers.
    fn sum(&self) -> String {
        let of = |state| self.guests.iter().filter(|g| g.state == Some(state)).count();
        self.page.t.args(
            "attendance-sum",
            &[("here", of(Came::Present).into()), ("of", self.guests.len().into()), ("made", of(Came::MadeUp).into())],
        )
    }

    /// When a report was imported or an import undone, by the clock of the gathering.
    fn moment(&self, at: Time) -> String {
        self.page.t.moment(at, &self.sittings()[0].zone)
    }

    /// What the newest import is or was, in words.
    fn said_of(&self, last: &Last) -> String {
        let t = self.page.t;
        match last.import.undone_at {
            Some(at) => t.a2("import-undone", "at", self.moment(at), "n", last.n),
            None => t.a2("import-last", "at", self.moment(last.import.taken_at), "n", last.n + last.edited.len()),
        }
    }

    /// How someone is known to have come.
    fn how(&self, guest: &Guest) -> String {
        let t = self.page.t;
        let source = guest.source.map_or_else(String::new, |s| t.t(&format!("came-{s}")));
        match guest.minutes {
            Some(m) => format!("{source}, {}", when::length(t, m)),
            None => source,
        }
    }
}

/// What an act says that leads here.
#[derive(Deserialize)]
pub struct Did {
    imported: Option<usize>,
    saved: Option<usize>,
}

pub async fn show(
    State(kernel): State<Kernel>,
    s: InSeason,
    Path(at): Path<At>,
    Query(did): Query<Did>,
) -> Result<Response> {
    let mut page = load(&kernel, s, &at).await?;
    let t = page.page.t;
    page.done = match did {
        Did { imported: Some(n), .. } => Some(t.a("attendance-imported", "n", n)),
        Did { saved: Some(n), .. } => Some(t.a("attendance-saved", "n", n)),
        Did { .. } => None,
    };
    html(&page)
}

/// Takes down the whole list, or one person where a button names her.
pub async fn mark(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, form: Form) -> Result<Response> {
    let page = load(&kernel, s, &at).await?;
    if page.opens().is_some() {
        return unaccepted(&page);
    }
    let mut marks: Vec<(Id, Mark, &Sitting)> = Vec::new();
    for guest in page.guests.iter().filter(|g| page.can_mark(g)) {
        let id = guest.person_id.as_str();
        let said = form.value(&format!("state-{id}"));
        let came = Came::parse(said);
        let how: String = form.value(&format!("how-{id}")).chars().take(1_000).collect();
        // Only what was changed on this page: others may have come in since it was opened.
        if said == form.value(&format!("was-{id}"))
            && !(came == Some(Came::MadeUp) && guest.how.as_deref() != Some(how.as_str()))
        {
            continue;
        }
        let mark = match came {
            Some(Came::Present) if !guest.is_here() => Mark::Here(None),
            Some(Came::MadeUp) if !guest.is_made_up() || guest.how.as_deref() != Some(how.as_str()) => {
                Mark::MadeUp(how)
            }
            None if said == "away" && guest.state.is_some() => Mark::NotHere,
            _ => continue,
        };
        marks.push((guest.person_id.clone(), mark, page.sitting_of(guest)));
    }
    let mut saved = 0;
    for sitting in page.sittings() {
        let of: Vec<(Id, Mark)> =
            marks.iter().filter(|(_, _, s)| s.id == sitting.id).map(|(p, m, _)| (p.clone(), m.clone())).collect();
        if !of.is_empty() {
            let roll = Roll { sitting, guests: &page.guests, marks: &of, source: Source::Hand };
            saved += attendance::mark(&kernel, &page.run, page.s.actor_id(), roll).await?;
        }
    }
    Ok(see(&format!("{}?saved={saved}", page.path())))
}
