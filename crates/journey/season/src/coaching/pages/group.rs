//! A group, for those in it and its coach: what is confidential, sessions, who is in it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use jiff::civil::{Date, Time as Clock};
use serde::Deserialize;

use super::At;
use crate::coaching::group::{FARTHEST_DAYS, Group, Joined, LONGEST_PLACE, MOST_AHEAD, MOST_SEATS, Meeting, Planned};
use crate::coaching::model::{Agreement, Became};
use crate::coaching::rules::Own;
use crate::coaching::{groups, store};
use weft_community::support::{self, Foot};
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::when::NoMoment;
use weft_kernel::{Kernel, when, zone};
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "coaching/templates/group.html")]
struct Show {
    page: Page,
    s: InSeason,
    foot: Foot,
    form: Form,
    g: Group,
    is_coach: bool,
    text: Agreement,
    /// Whether whoever reads has accepted the text, or coaches the group.
    has_accepted: bool,
    people: Vec<Joined>,
    meetings: Vec<Meeting>,
    /// How each session that is ahead is met, for whoever may read it.
    places: Vec<(Id, String)>,
    zone: String,
    now: Time,
}

impl Show {
    fn ahead(&self) -> Vec<&Meeting> {
        self.meetings.iter().filter(|m| m.is_ahead(self.now)).collect()
    }

    /// What has begun or was canceled, the newest first.
    fn over(&self) -> Vec<&Meeting> {
        self.meetings.iter().rev().filter(|m| m.has_begun(self.now) || m.canceled_at.is_some()).collect()
    }

    fn place(&self, m: &Meeting) -> Option<&str> {
        self.places.iter().find(|(id, _)| *id == m.id).map(|(_, text)| text.as_str())
    }

    /// What became of one.
    fn stand(&self, m: &Meeting) -> String {
        let t = self.page.t;
        match (m.canceled_at, m.became) {
            (Some(_), _) => t.t("coaching-group-canceled"),
            (None, Some(Became::Missed)) => t.t("coaching-group-not-held"),
            (None, Some(Became::Held)) if self.is_coach => t.a("coaching-group-came", "n", m.came),
            (None, Some(Became::Held)) => t.t("coaching-group-held"),
            (None, None) => t.t("coaching-group-unsaid"),
        }
    }

    fn is_accepted(&self, joined: &Joined) -> bool {
        joined.text_id.as_ref() == Some(&self.g.text_id)
    }

    fn came(&self, m: &Meeting) -> String {
        let typed = self.form.value(&format!("came-{}", m.id));
        if typed.is_empty() && m.became == Some(Became::Held) { m.came.to_string() } else { typed.to_owned() }
    }
}

async fn load(kernel: &Kernel, s: InSeason, (own, id): (&Own, &Id), form: Form) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let g = store::own_group(&mut conn, own, id).await?.ok_or(Error::NotFound)?;
    let is_coach = g.is_coached_by(own.person());
    let people = store::in_group(&mut conn, id).await?;
    let me = people.iter().find(|j| j.person_id == *own.person());
    let has_accepted = is_coach || me.is_some_and(|j| j.text_id.as_ref() == Some(&g.text_id));
    let meetings = store::meetings(&mut conn, id).await?;
    let now = kernel.now();
    // Whoever has not accepted finds no way to meet.
    let ahead = meetings.iter().filter(|m| has_accepted && m.is_ahead(now));
    let places = ahead.filter_map(|m| Some((m.id.clone(), groups::place(kernel, m)?))).collect();
    let text = store::group_text(&mut conn, own.season()).await?.ok_or(Error::NotFound)?;
    let foot = support::foot(&mut conn, &s).await?;
    Ok(Show {
        page: s.page.clone(),
        zone: s.zone(),
        foot,
        form,
        g,
        is_coach,
        text,
        has_accepted,
        people,
        meetings,
        places,
        now,
        s,
    })
}

fn fresh(s: &InSeason) -> Form {
    Form::of(&[("zone", &s.zone()), ("minutes", "90")])
}

pub async fn show(State(kernel): State<Kernel>, May { permit, s }: May<Own>, Path(at): Path<At>) -> Result<Response> {
    let form = fresh(&s);
    html(&load(&kernel, s, (&permit, &at.id()), form).await?)
}

fn path(s: &InSeason, id: &str) -> String {
    s.season.path(&format!("coaching/groups/{id}"))
}

pub async fn accept(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Own>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    store::own_group(&mut kernel.db.read().await?, &permit, &at.id()).await?.ok_or(Error::NotFound)?;
    if form.value("agree") != "yes" {
        form.reject("agree", "wrong-coaching-group-agree");
    } else if !groups::accept(&kernel, &permit, (&at.id(), &Id::stored(form.value("version").to_owned()))).await? {
        form.reject("agree", "wrong-coaching-version");
    }
    if !form.is_accepted() {
        return unaccepted(&load(&kernel, s, (&permit, &at.id()), form).await?);
    }
    Ok(see(&path(&s, &at.id)))
}

pub async fn leave(State(kernel): State<Kernel>, May { permit, s }: May<Own>, Path(at): Path<At>) -> Result<Response> {
    groups::leave(&kernel, &permit, &s.season, &at.id()).await?;
    Ok(see(&s.season.path("coaching")))
}

/// When a session begins: wall time, and the moment it is.
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
        Ok(at) if at <= now => form.reject("day", "wrong-coaching-group-past"),
        Ok(at) if at > now.plus_days(FARTHEST_DAYS) => form.reject("day", "wrong-coaching-group-far"),
        Ok(at) => return Some((starts.to_string(), at)),
        Err(NoMoment::Skipped) => form.reject("from", "wrong-skipped-hour"),
        Err(NoMoment::Zone) => form.reject("zone", "wrong-zone"),
    }
    None
}

/// The group, as its coach's.
async fn coached(kernel: &Kernel, own: &Own, at: &str) -> Result<Group> {
    let g = store::own_group(&mut kernel.db.read().await?, own, &Id::stored(at.to_owned())).await?;
    g.filter(|g| g.is_open() && g.is_coached_by(own.person())).ok_or(Error::NotFound)
}

pub async fn plan(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Own>,
    Path(at): Path<At>,
    mut form: Form,
) -> Result<Response> {
    let g = coached(&kernel, &permit, &at.id).await?;
    let zone = zone::typed(form.value("zone"));
    if zone.is_none() {
        form.reject("zone", "wrong-zone");
    }
    let starts = moment(&mut form, zone.as_deref(), kernel.now());
    let minutes = form.number("minutes", 15..=240);
    let place = form.required("place").split_whitespace().collect::<Vec<_>>().join(" ");
    if place.chars().count() > LONGEST_PLACE {
        form.reject_with("place", "wrong-longer-than", LONGEST_PLACE.to_string());
    }
    if let (true, Some((starts_local, starts_at)), Some(zone)) = (form.is_accepted(), starts, zone) {
        let to = path(&s, &at.id);
        let press = form.once(&kernel, s.actor_id(), &s.page, &to);
        let new = Planned { starts_local: &starts_local, starts_at, zone: &zone, minutes, place: &place };
        if groups::plan(&press, &permit, &s.season, (&g.id, &new)).await? {
            return Ok(see(&to));
        }
        form.reject_with("day", "wrong-coaching-group-many", MOST_AHEAD.to_string());
    }
    unaccepted(&load(&kernel, s, (&permit, &g.id), form).await?)
}

/// A session in the address of its group.
#[derive(Deserialize)]
pub struct Inside {
    id: String,
    session: String,
}

impl Inside {
    fn ids(&self) -> (Id, Id) {
        (Id::stored(self.id.clone()), Id::stored(self.session.clone()))
    }
}

pub async fn cancel(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Own>,
    Path(at): Path<Inside>,
) -> Result<Response> {
    let (id, session) = at.ids();
    groups::cancel(&kernel, &permit, &s.season, (&id, &session)).await?;
    Ok(see(&path(&s, &at.id)))
}

pub async fn report(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Own>,
    Path(at): Path<Inside>,
    mut form: Form,
) -> Result<Response> {
    let (id, session) = at.ids();
    let group = store::own_group(&mut kernel.db.read().await?, &permit, &id).await?;
    group.filter(|g| g.is_coached_by(permit.person())).ok_or(Error::NotFound)?;
    let field = format!("came-{session}");
    let said = match Became::parse(form.value("says")) {
        Some(Became::Held) => (Became::Held, form.number(&field, 0..=MOST_SEATS)),
        Some(Became::Missed) => (Became::Missed, 0),
        None => return Err(Error::NotFound),
    };
    if form.is_accepted() {
        if groups::report(&kernel, &permit, (&id, &session), said).await? {
            return Ok(see(&path(&s, &at.id)));
        }
        form.reject(&field, "wrong-coaching-early");
    }
    unaccepted(&load(&kernel, s, (&permit, &id), form).await?)
}
