//! When a reviewer talks with an applicant: agreed, changed, canceled, in their own calendar.

use axum::extract::{Path, State};
use axum::response::Response;
use jiff::civil::{Date, Time as Clock};

use super::desk::{At, load, one};
use crate::reviews::conversations::{self, Agreed, Set};
use crate::reviews::store::{self, Talk};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::when::{self, NoMoment};
use weft_programs::InSeason;
use weft_web::{Error, Form, Result, download, see, unaccepted};

/// What the form begins with.
pub fn filled(form: &mut Form, talk: &Talk, zone: &str) {
    let Some((at, minutes, place)) = talk.agreed() else {
        form.set("minutes", "30");
        return;
    };
    let local = when::wall(at, zone);
    form.set("day", local.date().to_string());
    form.set("at", format!("{:02}:{:02}", local.hour(), local.minute()));
    form.set("minutes", minutes.to_string());
    form.set("how", place);
}

/// The moment that was typed; what is wrong is said at its field.
fn moment(form: &mut Form, zone: &str, now: Time) -> Option<Time> {
    let day: Option<Date> = form.date("day").parse().ok();
    let typed = form.required("at");
    let clock: Option<Clock> = typed.parse().ok();
    if !typed.is_empty() && clock.is_none() {
        form.reject("at", "wrong-clock");
    }
    match when::moment(day?.to_datetime(clock?), zone) {
        Ok(at) if at <= now => form.reject("day", "wrong-talk-past"),
        Ok(at) => return Some(at),
        Err(NoMoment::Skipped) => form.reject("at", "wrong-skipped-hour"),
        Err(NoMoment::Zone) => form.reject("at", "wrong-zone"),
    }
    None
}

pub async fn set(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, mut form: Form) -> Result<Response> {
    let (permit, one) = one(&kernel, &s, &at).await?;
    let zone = s.season.zone.clone();
    let starts_at = moment(&mut form, &zone, kernel.now());
    let minutes = form.number("minutes", 5..=480);
    let place = form.required("how");
    if place.chars().count() > 500 {
        form.reject("how", "wrong-talk-how");
    }
    let place_on_list = at.place()?;
    let Some(starts_at) = starts_at.filter(|_| form.is_accepted()) else {
        let mut show = load(&kernel, s, &permit, &one, place_on_list, None).await?;
        if show.talk.is_none() {
            return Err(Error::NotFound);
        }
        show.time = form;
        return unaccepted(&show);
    };
    let agreed = Agreed { starts_at, minutes, place: &place };
    let after = match conversations::set(&kernel, &permit, &one, &s.season, agreed).await? {
        Set::Told => "told",
        Set::Same => "same",
        Set::NoAddress => "untold",
    };
    Ok(see(&s.season.path(&format!("reviews/{place_on_list}?time={after}#talk"))))
}

pub async fn cancel(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let (permit, one) = one(&kernel, &s, &at).await?;
    conversations::cancel(&kernel, &permit, &one, &s.season).await?;
    Ok(see(&s.season.path(&format!("reviews/{}?time=off#talk", at.place()?))))
}

/// The entry for the reviewer's own calendar.
pub async fn calendar(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let (_, one) = one(&kernel, &s, &at).await?;
    let talk = store::talk(&mut kernel.db.read().await?, &one).await?.ok_or(Error::NotFound)?;
    let text = conversations::file(&kernel, &s.season, s.page.t, &one, &talk).ok_or(Error::NotFound)?;
    Ok(download::attachment("conversation.ics", "text/calendar; charset=utf-8", text))
}
