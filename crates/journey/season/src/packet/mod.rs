//! A gathering on paper: times and the way there, the run of its days, agreements, cards. Nothing that only its reader
//! knows stands in it, for it is printed, and kept on the device for when the line is poor.

mod part;

pub use part::PART;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use crate::gatherings::model::{Meeting, Segment};
use crate::gatherings::{agenda, by_number, rules};
use crate::library::model::Card;
use crate::library::{rules as library_rules, store as library};
use crate::teams::{self, MyTeam};
use weft_community::together::rules as together_rules;
use weft_community::together::store::{self as together, Agreement};
use weft_kernel::Kernel;
use weft_programs::InSeason;
use weft_web::route::get;
use weft_web::{Error, Page, Result, Route, html};

fn routes() -> Vec<Route> {
    vec![get("/s/{season}/gatherings/{number}/packet", show)]
}

#[derive(Template)]
#[template(path = "packet/templates/packet.html")]
struct Packet {
    page: Page,
    s: InSeason,
    m: Meeting,
    blocks: Vec<Segment>,
    cards: Vec<Card>,
    /// Whether some cards were left out because they stay inside.
    has_inside: bool,
    agreements: Option<Agreement>,
    team: Option<MyTeam>,
    zone: Option<String>,
    runs: bool,
}

#[derive(Deserialize)]
struct At {
    number: String,
}

async fn show(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let permit = rules::may_see(&s).filter(|p| p.is_inside).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let number = at.number.parse().ok().filter(|n| *n > 0).ok_or(Error::NotFound)?;
    let m = by_number(&mut conn, &permit, number).await?.ok_or(Error::NotFound)?;
    let mut cards = if library_rules::may_read(&s).is_some() {
        library::of_gathering(&mut conn, &m.gathering.id).await?
    } else {
        Vec::new()
    };
    let all = cards.len();
    cards.retain(|c| !c.stays_inside);
    let agreements = match together_rules::may_be(&s) {
        Some(be) => together::agreements(&mut conn, &be).await?.into_iter().next(),
        None => None,
    };
    let team = match &s.actor {
        Some(actor) => teams::of_person(&mut conn, actor)
            .await?
            .into_iter()
            .find(|t| t.season_slug == s.season.slug && t.name.is_some()),
        None => None,
    };
    html(&Packet {
        blocks: agenda::blocks(&mut conn, &permit, &m.gathering.id).await?,
        page: s.page.clone(),
        has_inside: cards.len() < all,
        zone: s.own_zone(),
        runs: rules::may_run(&s).is_some(),
        cards,
        agreements,
        team,
        m,
        s,
    })
}

impl Packet {
    fn of_part(&self, part: i64) -> Vec<&Segment> {
        self.blocks.iter().filter(|b| b.part == part).collect()
    }

    fn begins(&self, block: &Segment) -> String {
        agenda::begins(self.page.t, &self.m, &self.blocks, block)
    }
}
