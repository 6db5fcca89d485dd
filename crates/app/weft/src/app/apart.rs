//! What was sent with an address of the reader before anyone had shown that the address is theirs: the reader says
//! which is theirs.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use weft_admission::applications::acts as applications;
use weft_admission::applications::store::{self as pool, Unconfirmed};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_offers::registration::model::Registration;
use weft_offers::registration::places::{self, Confirmed};
use weft_offers::registration::{acts as registration, store as registrations};
use weft_people::rules::own_record;
use weft_people::{Actor, address};
use weft_programs::store as programs;
use weft_web::{Error, Form, Page, Result, Route, html, route, see};

pub fn routes() -> Vec<Route> {
    vec![route::get("/me/confirm", show), route::post("/me/confirm", answer)]
}

#[derive(Template)]
#[template(path = "app/templates/apart.html")]
struct Apart {
    page: Page,
    /// What was done just now, as a key.
    done: Option<&'static str>,
    applications: Vec<Unconfirmed>,
    /// With the season's title and zone.
    registrations: Vec<(Registration, String, String)>,
}

/// How many things wait for the reader's word.
pub async fn waiting(conn: &mut weft_kernel::db::Conn, actor: &Actor) -> Result<usize> {
    let own = own_record(actor);
    Ok(pool::unconfirmed(conn, &own).await?.len() + registrations::unconfirmed(conn, &own).await?.len())
}

pub async fn show(State(kernel): State<Kernel>, page: Page, actor: Actor) -> Result<Response> {
    let own = own_record(&actor);
    let mut conn = kernel.db.read().await?;
    let mut of = Vec::new();
    for r in registrations::unconfirmed(&mut conn, &own).await? {
        if let Some(season) = programs::season_by_slug(&mut conn, &r.season_slug).await? {
            of.push((r, season.title(), season.zone));
        }
    }
    let done = if page.is_after("done=mine") {
        Some("apart-done-mine")
    } else {
        page.is_after("done=not-mine").then_some("apart-done-not")
    };
    html(&Apart { page, done, applications: pool::unconfirmed(&mut conn, &own).await?, registrations: of })
}

/// Whether something is the reader's. Their own record takes over what is; what is not is withdrawn, and no mail
/// follows it.
pub async fn answer(State(kernel): State<Kernel>, actor: Actor, form: Form) -> Result<Response> {
    let is_mine = match form.value("act") {
        "mine" => true,
        "not-mine" => false,
        _ => return Err(Error::BadRequest),
    };
    let (kind, id) = form.value("what").split_once(':').ok_or(Error::BadRequest)?;
    let answered = match kind {
        "application" => of_application(&kernel, &actor, id, is_mine).await?,
        "registration" => of_registration(&kernel, &actor, id, is_mine).await?,
        _ => return Err(Error::BadRequest),
    };
    Ok(see(match (answered, is_mine) {
        (Answered::Nothing, _) => "/me/confirm",
        (Answered::Done, true) => "/me/confirm?done=mine",
        (Answered::Done, false) => "/me/confirm?done=not-mine",
    }))
}

/// What came of an answer.
enum Answered {
    Done,
    /// It was answered before, or never the reader's.
    Nothing,
}

async fn of_application(kernel: &Kernel, actor: &Actor, id: &str, is_mine: bool) -> Result<Answered> {
    let own = own_record(actor);
    let mut tx = kernel.db.begin().await?;
    let Some(season) = applications::say_whose(kernel, &mut tx, &own, id, is_mine).await? else {
        return Ok(Answered::Nothing);
    };
    if !is_mine {
        disowned(kernel, &mut tx, &own, &season).await?;
    }
    tx.commit().await?;
    Ok(Answered::Done)
}

/// The same for a registration.
async fn of_registration(kernel: &Kernel, actor: &Actor, id: &str, is_mine: bool) -> Result<Answered> {
    let own = own_record(actor);
    let mut tx = kernel.db.begin().await?;
    let Some(r) = registrations::unconfirmed(&mut tx, &own).await?.into_iter().find(|r| r.id.as_str() == id) else {
        return Ok(Answered::Nothing);
    };
    let Some(proved) = address::shared(&mut tx, &own, &r.person_id).await? else { return Ok(Answered::Nothing) };
    let Some(season) = programs::season_by_slug(&mut tx, &r.season_slug).await? else { return Ok(Answered::Nothing) };
    if is_mine {
        if places::prove(kernel, &mut tx, &season, &r, &proved).await? == Confirmed::Nothing {
            return Ok(Answered::Nothing);
        }
        tx.commit().await?;
        return Ok(Answered::Done);
    }
    drop(tx);
    registration::leave(kernel, &season, &r).await?;
    let mut tx = kernel.db.begin().await?;
    address::give_up(kernel, &mut tx, &r.person_id, &proved).await?;
    disowned(kernel, &mut tx, &own, &r.season_id).await?;
    tx.commit().await?;
    Ok(Answered::Done)
}

async fn disowned(
    kernel: &Kernel,
    tx: &mut weft_kernel::db::Tx,
    own: &weft_people::rules::OwnRecord,
    season: &Id,
) -> Result<()> {
    let event = events::Event {
        actor: Some(own.person()),
        verb: "application.disowned",
        subject: own.person(),
        season: Some(season),
        detail: None,
    };
    Ok(events::record(kernel, tx, event).await?)
}
