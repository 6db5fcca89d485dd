//! Free times of a coach for a first talk.

use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::At;
use crate::appointments::model::LONGEST;
use crate::appointments::pages::times::{Asked, Show, chosen, refuse, times};
use crate::appointments::rules::may_book;
use crate::appointments::store::{offer, offer_id};
use crate::coaching::rules::Own;
use crate::coaching::store;
use crate::coaching::talks::{self, Talked};
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Result, html, see, unaccepted};

async fn load(kernel: &Kernel, s: InSeason, (own, coach): (&Own, &Id), form: Form, asked: &Asked) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let terms = store::terms(&mut conn, own.season()).await?.filter(|t| t.talks > 0).ok_or(Error::NotFound)?;
    // Before they have a coach, and with someone who coaches.
    let is_paired = store::own(&mut conn, own).await?.iter().any(|p| p.member_id.as_ref() == Some(own.person()));
    let all = store::coaches(&mut conn, own.season()).await?;
    let is_there = all.iter().any(|c| c.is_ready && c.has_hours && c.person_id == *coach);
    if is_paired || !is_there || own.member().is_empty() || coach == own.person() {
        return Err(Error::NotFound);
    }
    let host = offer_id(&mut conn, own.season(), coach).await?.ok_or(Error::NotFound)?;
    let offer = offer(&mut conn, own.season(), &host).await?.ok_or(Error::NotFound)?.to_coach(terms.talk_minutes);
    let of = (s.page.t, kernel.now(), s.zone());
    let times = times(&mut conn, (&offer, own.person()), None, of, &asked.from).await?;
    Ok(Show {
        page: s.page.clone(),
        action: s.season.path(&format!("coaching/talks/{coach}")),
        back: s.season.path("coaching"),
        form,
        offer,
        times,
        moved: None,
        left: None,
        now: kernel.now(),
    })
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Own>,
    Path(at): Path<At>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    html(&load(&kernel, s, (&permit, &at.id()), Form::default(), &asked).await?)
}

pub async fn book(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Own>,
    Path(at): Path<At>,
    Query(asked): Query<Asked>,
    mut form: Form,
) -> Result<Response> {
    load(&kernel, s.clone(), (&permit, &at.id()), Form::default(), &asked).await?;
    let booking = may_book(&s).ok_or(Error::NotFound)?;
    let start = chosen(&mut form);
    let note = form.value("note").replace("\r\n", "\n").trim().to_owned();
    if note.chars().count() > LONGEST {
        form.reject_with("note", "wrong-longer-than", LONGEST.to_string());
    }
    if form.is_accepted() {
        let press = form.once(&kernel, Some(permit.person()), &s.page, &s.season.path("appointments/{}"));
        match talks::book(&press, (&permit, &booking), &s.season, (&at.id(), start), &note).await? {
            Talked::Came(crate::appointments::acts::Booked::Done(id)) => {
                return Ok(see(&s.season.path(&format!("appointments/{id}"))));
            }
            Talked::Came(came) => refuse(&mut form, &came)?,
            Talked::Again => form.reject("at", "wrong-coaching-talk-again"),
            Talked::Enough(n) => form.reject_with("at", "wrong-coaching-talk-enough", n.to_string()),
        }
    }
    unaccepted(&load(&kernel, s, (&permit, &at.id()), form, &asked).await?)
}
