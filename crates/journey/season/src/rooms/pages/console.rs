//! The facilitator's console: now, next, the minutes left, how late it is, who is here, the tables.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::{At, bare, find, path};
use crate::gatherings::model::{Guest, Meeting, Sitting};
use crate::gatherings::rules::RunGathering;
use crate::gatherings::store as gatherings;
use crate::rooms::acts::{self, Pressed};
use crate::rooms::model::{Act, Stage};
use crate::rooms::tables::{self, MODES, Round, Seat, here};
use weft_kernel::Kernel;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see};

#[derive(Template)]
#[template(path = "rooms/templates/console.html")]
pub(super) struct Console {
    page: Page,
    s: InSeason,
    pub(super) form: Form,
    m: Meeting,
    x: Sitting,
    stage: Stage,
    guests: Vec<Guest>,
    seating: Option<(Round, Vec<Seat>)>,
    modes: Vec<(String, String)>,
    listeners: usize,
    /// The newest seating that everyone sees.
    posted: i64,
    can_run: bool,
    /// Someone else pressed first, or the page was old.
    pub(super) is_late: bool,
}

pub(super) async fn load(kernel: &Kernel, run: &RunGathering, s: InSeason, at: &At) -> Result<Console> {
    let mut conn = kernel.db.read().await?;
    let (m, x) = find(&mut conn, run.see(), at).await?;
    let (room, blocks) = acts::state(&mut conn, run.see(), &x).await?;
    let guests = gatherings::guests(&mut conn, run, &m.gathering.id, x.part).await?;
    let has_teams = guests.iter().any(|g| g.position.is_some());
    let t = s.page.t;
    Ok(Console {
        seating: tables::newest(&mut conn, &x.id, false).await?,
        modes: MODES
            .iter()
            .filter(|m| has_teams || **m != "teams")
            .map(|m| ((*m).to_owned(), t.t(&format!("tables-{m}"))))
            .collect(),
        form: Form::of(&[("mode", if has_teams { "teams" } else { "fresh" }), ("size", "4")]),
        listeners: kernel.live.listeners(&acts::topic(&x.id)),
        posted: tables::newest(&mut conn, &x.id, true).await?.map_or(0, |(r, _)| r.stamp()),
        can_run: acts::can_run(kernel, &m, &x),
        page: bare(&s),
        is_late: false,
        guests,
        stage: Stage { room, blocks, now: kernel.now() },
        m,
        x,
        s,
    })
}

impl Console {
    pub(super) fn path(&self) -> String {
        path(&self.s, self.m.gathering.number, &self.x.id)
    }

    fn up(&self) -> String {
        self.s.season.path(&format!("gatherings/{}", self.m.gathering.number))
    }

    /// How far from the plan, in words.
    fn drift(&self) -> String {
        let t = self.page.t;
        match self.stage.room.drift(&self.x, &self.stage.blocks, self.stage.now) {
            n if n <= 0 && self.stage.is_over() => t.a("drift-still-early", "n", -n),
            0 => t.t("drift-none"),
            n if n > 0 => t.a("drift-late", "n", n),
            n => t.a("drift-early", "n", -n),
        }
    }

    pub(super) fn here(&self) -> Vec<&Guest> {
        here(&self.x, &self.guests, self.m.is_chosen(self.x.part)).1
    }

    /// Who would be grouped now, in words.
    fn grouped(&self) -> String {
        let (whom, people) = here(&self.x, &self.guests, self.m.is_chosen(self.x.part));
        self.page.t.a(whom.key(), "n", people.len())
    }

    fn present(&self) -> usize {
        self.guests.iter().filter(|g| g.is_here()).count()
    }

    fn seats(&self) -> &[Seat] {
        self.seating.as_ref().map_or(&[], |(_, seats)| seats)
    }

    /// The tables of the newest seating: number, what it is called, and names.
    fn tables(&self) -> Vec<(i64, String, Vec<&str>)> {
        let mut out: Vec<(i64, String, Vec<&str>)> = Vec::new();
        for seat in self.seats() {
            match out.last_mut() {
                Some((n, _, names)) if *n == seat.room => names.push(&seat.name),
                _ => out.push((seat.room, seat.table(&self.page.t), vec![&seat.name])),
            }
        }
        out
    }

    /// The names of those who are marked as there.
    fn names(&self) -> String {
        let present = self.guests.iter().filter(|g| g.is_here());
        present.map(|g| g.name.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// How many who are here have no seat.
    fn unseated(&self) -> usize {
        self.here().iter().filter(|g| self.seats().iter().all(|s| s.person_id != g.person_id)).count()
    }
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<RunGathering>,
    Path(at): Path<At>,
) -> Result<Response> {
    html(&load(&kernel, &run, s, &at).await?)
}

pub async fn press(
    State(kernel): State<Kernel>,
    May { permit: run, s }: May<RunGathering>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let act = Act::parse(form.value("act")).ok_or(Error::BadRequest)?;
    let seen = form.value("seen").parse().map_err(|_| Error::BadRequest)?;
    let (m, x) = find(&mut kernel.db.read().await?, run.see(), &at).await?;
    if !acts::can_run(&kernel, &m, &x) {
        return html(&load(&kernel, &run, s, &at).await?);
    }
    if acts::press(&kernel, &run, s.actor_id(), &x, seen, act).await? == Pressed::Moved {
        return Ok(see(&format!("{}/console", path(&s, m.gathering.number, &x.id))));
    }
    let mut page = load(&kernel, &run, s, &at).await?;
    page.is_late = true;
    html(&page)
}
