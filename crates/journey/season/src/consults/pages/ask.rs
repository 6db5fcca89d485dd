//! Bringing a challenge: a title and a question, more only if wanted; to one's home team, or at a time to anyone of the
//! cohort.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::response::Response;
use jiff::civil::{Date, Time as Clock};

use super::{At, path};
use crate::consults::acts::{self, Made};
use crate::consults::model::{
    Brought, Consult, LONGEST_MORE, LONGEST_PLACE, LONGEST_QUESTION, LONGEST_TITLE, MOST_SEATS, MOST_WAITING, Offer,
    Protocol, To,
};
use crate::consults::rules::Take;
use crate::consults::store;
use crate::library::model::Card;
use crate::library::{rules as library_rules, store as library};
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::ids::Id;
use weft_kernel::when::NoMoment;
use weft_kernel::{Kernel, when, zone};
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

/// How far ahead an open one may lie.
const FARTHEST_DAYS: i64 = 366;

#[derive(Template)]
#[template(path = "consults/templates/ask.html")]
struct Ask {
    page: Page,
    s: InSeason,
    form: Form,
    /// The one that is changed.
    id: Option<Id>,
    /// Whether one has a home team to bring it to.
    has_team: bool,
    protocols: Vec<(String, String)>,
}

/// The home team one is in, and the protocols there are.
struct Known {
    team: Option<Id>,
    cards: Vec<Card>,
}

async fn known(conn: &mut Conn, permit: &Take, s: &InSeason) -> Result<Known> {
    let team = store::teams(conn, permit).await?.into_iter().next().map(|(id, _)| id);
    let cards = match library_rules::may_read(s) {
        Some(read) => library::protocols(conn, &read).await?,
        None => Vec::new(),
    };
    Ok(Known { team, cards: cards.into_iter().filter(|c| c.published_at.is_some()).collect() })
}

fn page(s: InSeason, known: &Known, form: Form, id: Option<Id>) -> Ask {
    let t = s.page.t;
    let named = |c: &Card| {
        (c.number.to_string(), t.a2("consult-protocol-n", "name", c.name(&t), "n", c.minutes.unwrap_or_default()))
    };
    let protocols = known.cards.iter().map(named).collect();
    Ask { page: s.page.clone(), has_team: known.team.is_some(), protocols, id, form, s }
}

/// The words as they were typed.
fn brought(form: &mut Form) -> Brought {
    let text = |form: &Form, name: &str| form.value(name).replace("\r\n", "\n").trim().to_owned();
    let (title, question) = (form.required("title"), form.required("question"));
    let more = text(form, "more");
    let fields = [("title", &title, LONGEST_TITLE), ("question", &question, LONGEST_QUESTION)];
    for (name, value, most) in fields.into_iter().chain([("more", &more, LONGEST_MORE)]) {
        if value.chars().count() > most {
            form.reject_with(name, "wrong-longer-than", most.to_string());
        }
    }
    Brought { title, question, more }
}

/// When an open one begins: wall time, and the moment it is.
fn moment(form: &mut Form, zone: Option<&str>, now: Time) -> Option<(String, Time)> {
    let day: Option<Date> = form.date("day").parse().ok();
    let typed = form.required("from");
    // Only whole minutes, as a field of a time sends them.
    let clock: Option<Clock> = typed.parse().ok().filter(|c: &Clock| c.second() == 0 && c.subsec_nanosecond() == 0);
    if clock.is_none() && !typed.is_empty() {
        form.reject("from", "wrong-clock");
    }
    let starts = day?.to_datetime(clock?);
    match when::moment(starts, zone?) {
        Ok(at) if at <= now => form.reject("day", "wrong-consult-past"),
        Ok(at) if at > now.plus_days(FARTHEST_DAYS) => form.reject("day", "wrong-consult-far"),
        Ok(at) => return Some((starts.to_string(), at)),
        Err(NoMoment::Skipped) => form.reject("from", "wrong-skipped-hour"),
        Err(NoMoment::Zone) => form.reject("zone", "wrong-zone"),
    }
    None
}

/// What is offered to the cohort, as it was typed.
fn offer(form: &mut Form, cards: &[Card], now: Time) -> Option<Offer> {
    let number = form.value("protocol").to_owned();
    let card = cards.iter().find(|c| c.number.to_string() == number);
    if card.is_none() {
        form.reject("protocol", "wrong-consult-protocol");
    }
    let zone = zone::typed(form.value("zone"));
    if zone.is_none() {
        form.reject("zone", "wrong-zone");
    }
    let starts = moment(form, zone.as_deref(), now);
    let place = form.value("place").split_whitespace().collect::<Vec<_>>().join(" ");
    if place.is_empty() {
        form.reject("place", "wrong-consult-place");
    }
    if place.chars().count() > LONGEST_PLACE {
        form.reject_with("place", "wrong-longer-than", LONGEST_PLACE.to_string());
    }
    let seats = form.number("seats", 1..=MOST_SEATS);
    let (starts_local, starts_at) = starts?;
    Some(Offer { starts_local, starts_at, zone: zone?, place, seats, protocol: Protocol::of(card?) })
}

pub async fn fresh(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Take>) -> Result<Response> {
    let known = known(&mut kernel.db.read().await?, &permit, &s).await?;
    let zone = s.zone();
    let to = if known.team.is_some() { "team" } else { "cohort" };
    html(&page(s, &known, Form::of(&[("to", to), ("zone", &zone), ("seats", "4")]), None))
}

pub async fn make(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Take>, mut form: Form) -> Result<Response> {
    let known = known(&mut kernel.db.read().await?, &permit, &s).await?;
    let brought = brought(&mut form);
    let to = match (form.value("to"), &known.team) {
        ("team", Some(team)) => Some(To::Team(team.clone())),
        ("cohort", _) => offer(&mut form, &known.cards, kernel.now()).map(To::Cohort),
        _ => {
            form.reject("to", "wrong-choice");
            None
        }
    };
    if let Some(to) = to.filter(|_| form.is_accepted()) {
        let press = form.once(&kernel, Some(permit.person()), &s.page, &s.season.path("consults/{}"));
        match acts::ask(&press, &permit, &s.season, (&brought, &to)).await? {
            Made::Done(id) => return Ok(see(&path(&s, &id))),
            Made::Gone => return Err(Error::NotFound),
            Made::Enough => form.reject_with("title", "wrong-consults-many", MOST_WAITING.to_string()),
        }
    }
    unaccepted(&page(s, &known, form, None))
}

/// One's own, while it waits.
async fn own(conn: &mut Conn, permit: &Take, at: &At) -> Result<Consult> {
    let c = store::one(conn, permit, &at.id()).await?.ok_or(Error::NotFound)?;
    if c.is_of(permit.person()) { Ok(c) } else { Err(Error::NotFound) }
}

pub async fn edit(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Take>,
    Path(at): Path<At>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let c = own(&mut conn, &permit, &at).await?;
    let Some(brought) = c.brought(&kernel.seal).filter(|_| c.is_waiting()) else { return Ok(see(&path(&s, &c.id))) };
    let known = Known { team: None, cards: Vec::new() };
    let form = Form::of(&[("title", &brought.title), ("question", &brought.question), ("more", &brought.more)]);
    html(&page(s, &known, form, Some(c.id)))
}

pub async fn change(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Take>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let c = own(&mut kernel.db.read().await?, &permit, &at).await?;
    let brought = brought(&mut form);
    if form.is_accepted() {
        if acts::change(&kernel, &permit, &c.id, &brought).await? {
            return Ok(see(&path(&s, &c.id)));
        }
        // It has begun meanwhile: what was typed stays on the page.
        form.reject("title", "wrong-consult-begun");
    }
    unaccepted(&page(s, &Known { team: None, cards: Vec::new() }, form, Some(c.id)))
}

pub async fn withdraw(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Take>,
    Path(at): Path<At>,
) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    // Pressed again, it is gone already.
    if store::one(&mut conn, &permit, &at.id()).await?.is_none() {
        return Ok(see(&s.season.path("consults")));
    }
    drop(conn);
    if acts::withdraw(&kernel, &permit, &s.season, &at.id()).await? {
        return Ok(see(&s.season.path("consults")));
    }
    Ok(see(&path(&s, &at.id())))
}
