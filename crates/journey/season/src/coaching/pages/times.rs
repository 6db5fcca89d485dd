//! Free times of one's coach.

use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::At;
use crate::appointments::acts::Booked;
use crate::appointments::pages::times::{Asked, Show, chosen, refuse, times};
use crate::appointments::rules::may_book;
use crate::appointments::store::{offer, offer_id};
use crate::coaching::acts::{self, Paid};
use crate::coaching::model::Pair;
use crate::coaching::rules::Own;
use crate::coaching::store;
use weft_kernel::Kernel;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Result, html, see, unaccepted};

/// The pair whose member asks. While not everyone has signed, there are no times.
async fn of_member(kernel: &Kernel, own: &Own, at: &At) -> Result<Pair> {
    let pair = store::one(&mut kernel.db.read().await?, own, &at.id()).await?;
    pair.filter(|p| p.is_open() && p.is_agreed() && !p.is_coached_by(own.person())).ok_or(Error::NotFound)
}

async fn load(kernel: &Kernel, s: InSeason, (own, pair): (&Own, &Pair), form: Form, asked: &Asked) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let terms = store::terms(&mut conn, own.season()).await?.ok_or(Error::NotFound)?;
    let coach = pair.coach_id.as_ref().ok_or(Error::NotFound)?;
    let host = offer_id(&mut conn, own.season(), coach).await?.ok_or(Error::NotFound)?;
    let offer = offer(&mut conn, own.season(), &host).await?.ok_or(Error::NotFound)?.to_coach(terms.minutes);
    let of = (s.page.t, kernel.now(), s.zone());
    let times = times(&mut conn, (&offer, own.person()), None, of, &asked.from).await?;
    Ok(Show {
        page: s.page.clone(),
        action: format!("{}/times", pair.path()),
        back: s.season.path("coaching"),
        form,
        offer,
        times,
        moved: None,
        left: Some(pair.left_over.max(0)),
        now: kernel.now(),
    })
}

pub async fn show(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Own>,
    Path(at): Path<At>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let pair = of_member(&kernel, &permit, &at).await?;
    html(&load(&kernel, s, (&permit, &pair), Form::default(), &asked).await?)
}

pub async fn book(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Own>,
    Path(at): Path<At>,
    Query(asked): Query<Asked>,
    mut form: Form,
) -> Result<Response> {
    let pair = of_member(&kernel, &permit, &at).await?;
    let booking = may_book(&s).ok_or(Error::NotFound)?;
    let start = chosen(&mut form);
    if form.is_accepted() {
        let press = form.once(&kernel, Some(permit.person()), &s.page, &s.season.path("appointments/{}"));
        match acts::book(&press, (&permit, &booking), &s.season, (&pair.id, start)).await? {
            Paid::Came(Booked::Done(id)) => return Ok(see(&s.season.path(&format!("appointments/{id}")))),
            Paid::Came(came) => refuse(&mut form, &came)?,
            Paid::None => form.reject("at", "wrong-coaching-none"),
            Paid::Unsigned => return Err(Error::NotFound),
        }
    }
    let pair = of_member(&kernel, &permit, &at).await?;
    unaccepted(&load(&kernel, s, (&permit, &pair), form, &asked).await?)
}
