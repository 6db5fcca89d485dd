//! More time for one person, by her address; she needs to do nothing.

use axum::extract::State;
use axum::response::Response;

use super::builder;
use crate::call::model::Extension;
use crate::call::{acts, rules};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Result, see};

pub async fn give(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::MakeCall>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().ok_or(Error::NotFound)?.clone();
    let (email, until, reason) = (form.email("email"), form.date("until"), form.required("reason"));
    match until.parse::<jiff::civil::Date>() {
        Ok(day) if form.is_accepted() => {
            acts::extend(&kernel, &permit, &actor, &email, Time::end_of_day(day, &s.season.zone), &reason).await?;
            Ok(see(&format!("{}#extensions", s.season.path("call"))))
        }
        _ => builder::again(&kernel, s, &permit, form).await,
    }
}

pub fn until(s: &InSeason, e: &Extension) -> String {
    s.page.t.moment(e.until, &s.season.zone)
}
