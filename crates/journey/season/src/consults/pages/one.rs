//! One consult: as it waits, as it goes on, with everyone's page at the same step, and what is left of it.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::response::Response;

use super::{At, path};
use crate::consults::acts::{self, Begun, Moved, client_topic, topic};
use crate::consults::model::{Brought, Consult};
use crate::consults::rules::Take;
use crate::consults::store;
use crate::library::model::Card;
use crate::library::{rules as library_rules, store as library};
use crate::rooms;
use crate::rooms::acts::Pressed;
use crate::rooms::model::{Act, Stage};
use weft_community::support::{self, Foot};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_programs::{InSeason, May, following};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "consults/templates/waiting.html")]
struct Waiting {
    page: Page,
    s: InSeason,
    c: Consult,
    brought: Option<Brought>,
    is_client: bool,
    /// Whether the reader is in it, and may read everything.
    is_inside: bool,
    has_team: bool,
    cards: Vec<Card>,
    /// Who comes to an open one.
    seated: Vec<String>,
    zone: Option<String>,
    now: Time,
    foot: Foot,
}

#[derive(Template)]
#[template(path = "consults/templates/on.html")]
struct On {
    page: Page,
    s: InSeason,
    c: Consult,
    brought: Option<Brought>,
    stage: Stage,
    is_client: bool,
    keeps_time: bool,
    foot: Foot,
}

#[derive(Template)]
#[template(path = "consults/templates/after.html")]
struct After {
    page: Page,
    s: InSeason,
    c: Consult,
    brought: Option<Brought>,
    note: Option<String>,
    is_client: bool,
    has_team: bool,
    form: Form,
    foot: Foot,
}

impl On {
    /// What the reader is, as a key.
    fn role(&self) -> &'static str {
        if self.is_client { "consult-you-client" } else { "consult-you-consultant" }
    }

    fn is_last(&self) -> bool {
        self.stage.next().is_none()
    }
}

impl After {
    fn until(&self) -> String {
        let zone = self.s.zone();
        self.c.kept_until().map_or_else(String::new, |at| self.page.t.date(at, &zone))
    }
}

pub async fn show(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Take>,
    Path(at): Path<At>,
) -> Result<Response> {
    page(&kernel, &permit, s, &at, Form::of(&[])).await
}

/// The page of a consult as it stands; `form` is what was typed and not accepted.
pub(super) async fn page(kernel: &Kernel, permit: &Take, s: InSeason, at: &At, mut form: Form) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let c = store::one(&mut conn, permit, &at.id()).await?.ok_or(Error::NotFound)?;
    let is_client = c.is_of(permit.person());
    let brought = c.brought(&kernel.seal);
    let page = s.page.clone();
    let foot = support::foot(&mut conn, &s).await?;
    if c.ended_at.is_some() {
        let has_team = is_client && !store::teams(&mut conn, permit).await?.is_empty();
        let note = c.note(&kernel.seal).filter(|_| is_client);
        if let Some(text) = note.as_ref().filter(|_| form.value("note").is_empty()) {
            form.set("note", text.as_str());
        }
        let brought = brought.filter(|_| is_client);
        let is_accepted = form.is_accepted();
        let after = After { page, s, c, brought, note, is_client, has_team, form, foot };
        return if is_accepted { html(&after) } else { unaccepted(&after) };
    }
    let is_inside = c.is_inside(permit.person());
    if c.is_on() && is_inside {
        let stage = acts::stage(kernel, &mut conn, &c).await?;
        let keeps_time = c.is_kept_by(permit.person());
        // What happens now has the screen.
        let page = Page { tabs: Vec::new(), below: Vec::new(), ..page };
        return html(&On { page, s, c, brought, stage, is_client, keeps_time, foot });
    }
    let cards = match library_rules::may_read(&s).filter(|_| !c.is_open()) {
        Some(read) => {
            let mut all = library::protocols(&mut conn, &read).await?;
            all.retain(|c| c.published_at.is_some());
            all
        }
        None => Vec::new(),
    };
    let has_team = is_client && !store::teams(&mut conn, permit).await?.is_empty();
    let seated = if c.is_open() && is_inside { store::seated(&mut conn, permit, &c.id).await? } else { Vec::new() };
    let (zone, now) = (s.own_zone(), kernel.now());
    html(&Waiting { page, s, c, brought, is_client, is_inside, has_team, cards, seated, zone, now, foot })
}

pub async fn begin(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Take>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let card = match (library_rules::may_read(&s), form.value("protocol").parse().ok()) {
        (Some(read), Some(number)) => {
            let card = library::card(&mut kernel.db.read().await?, &read, number).await?;
            card.filter(|c| c.published_at.is_some() && !c.steps().is_empty())
        }
        _ => None,
    };
    let mut conn = kernel.db.read().await?;
    let c = store::one(&mut conn, &permit, &at.id()).await?.ok_or(Error::NotFound)?;
    drop(conn);
    if card.is_none() && !c.is_open() && c.is_waiting() {
        return Ok(see(&format!("{}?begun=none", path(&s, &c.id))));
    }
    let after = match acts::begin(&kernel, &permit, &c.id, card.as_ref()).await? {
        Begun::Done | Begun::Already => "",
        Begun::Busy => "?begun=busy",
        Begun::NotNow => "?begun=early",
    };
    Ok(see(&format!("{}{after}", path(&s, &c.id))))
}

pub async fn press(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Take>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    let Some(act) = Act::parse(form.value("act")).filter(|a| *a != Act::Begin) else { return Err(Error::NotFound) };
    let seen = form.value("seen").parse().unwrap_or(-1);
    let after = match acts::press(&kernel, &permit, &at.id(), seen, act).await? {
        Moved::Pressed(Pressed::Moved) => "",
        Moved::Pressed(Pressed::Late | Pressed::Pointless) => "?pressed=late",
        Moved::NotKeeper => "?pressed=other",
    };
    Ok(see(&format!("{}{after}", path(&s, &at.id()))))
}

pub async fn keep_time(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Take>,
    Path(at): Path<At>,
) -> Result<Response> {
    acts::keep_time(&kernel, &permit, &at.id()).await?;
    Ok(see(&path(&s, &at.id())))
}

/// What happens, as it happens, to those who are in it: step, clock, and what the reader does.
pub async fn live(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Take>,
    Path(at): Path<At>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let c = store::one(&mut conn, &permit, &at.id()).await?;
    let c = c.filter(|c| c.is_inside(permit.person())).ok_or(Error::NotFound)?;
    let who = following::who(&s).ok_or(Error::NotFound)?;
    let is_client = c.is_of(permit.person());
    // Listening begins before looking, so that nothing falls between.
    let topic = if is_client { client_topic(&c.id) } else { topic(&c.id) };
    let listener = kernel.live.follow(&topic, who, kernel.config.live_lines.get() as usize);
    let c = store::one(&mut conn, &permit, &at.id()).await?.ok_or(Error::NotFound)?;
    let [others, client] = acts::words(&kernel, &mut conn, &c).await?;
    drop(conn);
    Ok(rooms::line(listener, if is_client { client } else { others }, s.page.t.0))
}
