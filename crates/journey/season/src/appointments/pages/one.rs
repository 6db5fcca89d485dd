//! One appointment: when, with whom, how to meet; moved and canceled.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::times::At;
use crate::appointments::acts::{self, NOTE};
use crate::appointments::model::{Appointment, By, LONGEST, NOTE_DAYS};
use crate::appointments::rules::Own;
use crate::appointments::store;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_programs::{InSeason, May, Season};
use weft_web::{Error, Form, Page, Result, html, is_link, see, unaccepted};

#[derive(Template)]
#[template(path = "appointments/templates/one.html")]
pub struct Show {
    pub page: Page,
    pub season: Season,
    pub form: Form,
    pub a: Appointment,
    pub me: Id,
    /// What the guest wants to talk about.
    pub note: Option<String>,
    pub zone: String,
    pub now: Time,
    /// Where its acts go.
    pub action: String,
    /// Whether whoever reads it came by an email's link and may not be signed in.
    pub is_by_link: bool,
}

impl Show {
    fn is_host(&self) -> bool {
        self.a.is_hosted_by(&self.me)
    }

    fn other(&self) -> String {
        self.a.other(&self.me).map_or_else(|| self.page.t.t("appointment-someone"), str::to_owned)
    }

    /// What became of it, if it was canceled.
    fn canceled(&self) -> Option<String> {
        let by = self.a.canceled_by?;
        let t = self.page.t;
        Some(match (by, self.is_host()) {
            (By::Nobody, _) if self.a.is_coaching() => t.t("appointment-coaching-ended"),
            (By::Nobody, _) => t.a("appointment-left", "name", self.other()),
            (By::Host, true) | (By::Guest, false) => t.t("appointment-canceled-you"),
            (By::Host, false) | (By::Guest, true) => t.a("appointment-canceled-by", "name", self.other()),
        })
    }

    fn is_late(&self) -> bool {
        !self.is_host() && self.now > self.a.movable_until()
    }

    /// What canceling a session of coaching does to the guest's count.
    fn costs(&self) -> String {
        let t = self.page.t;
        match (self.is_host(), self.is_late()) {
            (true, _) => t.a("coaching-cancel-host", "name", self.other()),
            (false, true) => t.t("coaching-cancel-late"),
            (false, false) => t.t("coaching-cancel-free"),
        }
    }

    fn link(&self) -> bool {
        is_link(&self.a.place)
    }
}

/// The page of someone's own.
pub fn page_of(
    kernel: &Kernel,
    (page, season): (Page, Season),
    (a, me): (Appointment, Id),
    form: Form,
    (zone, action, is_by_link): (String, String, bool),
) -> Show {
    // By an email's link the note stays where one signs in.
    let sealed = a.note_sealed.as_ref().filter(|_| !is_by_link);
    let note = sealed.and_then(|sealed| kernel.seal.open(NOTE, a.id.as_str(), sealed));
    Show { page, season, form, a, me, note, zone, now: kernel.now(), action, is_by_link }
}

/// The zone in which someone reads the time of their own.
fn zone(s: &InSeason, a: &Appointment, who: &Id) -> String {
    let own = s.actor.as_ref().and_then(|actor| actor.zone.as_deref());
    a.read_in(who, own, &s.season.zone).to_owned()
}

/// A message as it was typed.
pub fn message(form: &mut Form) -> String {
    let text = form.value("message").replace("\r\n", "\n").trim().to_owned();
    if text.chars().count() > LONGEST {
        form.reject_with("message", "wrong-longer-than", LONGEST.to_string());
    }
    text
}

pub async fn show(State(kernel): State<Kernel>, May { permit, s }: May<Own>, Path(at): Path<At>) -> Result<Response> {
    let a = store::one(&mut kernel.db.read().await?, &permit, &at.id()).await?.ok_or(Error::NotFound)?;
    let action = s.season.path(&format!("appointments/{}", a.id));
    let of = (zone(&s, &a, permit.person()), action, false);
    html(&page_of(&kernel, (s.page, s.season), (a, permit.person().clone()), Form::default(), of))
}

pub async fn cancel(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Own>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let a = store::one(&mut kernel.db.read().await?, &permit, &at.id()).await?.ok_or(Error::NotFound)?;
    let action = s.season.path(&format!("appointments/{}", a.id));
    let words = message(&mut form);
    if !form.is_accepted() {
        let of = (zone(&s, &a, permit.person()), action, false);
        return unaccepted(&page_of(&kernel, (s.page, s.season), (a, permit.person().clone()), form, of));
    }
    acts::cancel(&kernel, &permit, &s.season, &a.id, &words).await?;
    Ok(see(&action))
}
