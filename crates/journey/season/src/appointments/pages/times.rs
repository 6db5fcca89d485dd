//! Free times of someone, to book one or to move to it.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Deserialize;

use crate::appointments::acts::{self, Booked};
use crate::appointments::model::{Appointment, LONGEST, MOST_A_DAY, MOST_MOVES};
use crate::appointments::rules::{Book, Own};
use crate::appointments::store::{self, Offer};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_kernel::{when, zone as zones};
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

/// How many days a page shows.
const DAYS: i64 = 7;

#[derive(Deserialize)]
pub struct At {
    id: String,
}

impl At {
    pub fn id(&self) -> Id {
        Id::stored(self.id.clone())
    }
}

#[derive(Deserialize)]
pub struct Asked {
    /// The first day to show, where the reader is.
    #[serde(default)]
    pub from: String,
}

/// A time to choose: what is sent, and how it is said here and where the host is.
pub struct Slot {
    pub value: i64,
    pub label: String,
    pub theirs: Option<String>,
}

/// Free times of one week, day by day.
pub struct Times {
    pub zone: String,
    /// The first day that is shown.
    pub from: Date,
    pub zone_name: String,
    /// The host's, where clocks differ there.
    pub host_zone: Option<String>,
    pub days: Vec<(String, Vec<Slot>)>,
    /// Where other weeks with free times begin.
    pub earlier: Option<Date>,
    pub later: Option<Date>,
    /// Whether there is any free time at all.
    pub has_any: bool,
    /// Whether they have as many ahead as they may.
    pub is_enough: bool,
}

/// The free times of a host for a guest; what an appointment that is moved takes counts as free, and is no other time.
pub async fn times(
    conn: &mut Conn,
    (offer, guest): (&Offer, &Id),
    moved: Option<(&Id, Time)>,
    (t, now, zone): (Tr, Time, String),
    asked: &str,
) -> Result<Times> {
    let (moved, keeps) = moved.unzip();
    let seen = store::seen(conn, offer, guest, moved, now).await?;
    let mut free = seen.free();
    free.retain(|at| Some(*at) != keeps);
    let day = |at: &Time| at.date_in(&zone);
    let first = free.first().map_or_else(|| now.date_in(&zone), day);
    let from = asked.parse::<Date>().unwrap_or(first);
    let to = from.saturating_add(DAYS.days());
    let is_elsewhere = free.iter().any(|at| when::wall(*at, &zone) != when::wall(*at, &offer.terms.zone));
    let slot = |at: &Time| Slot {
        value: at.0,
        label: when::time(t, *at, &zone),
        theirs: is_elsewhere.then(|| when::time(t, *at, &offer.terms.zone)),
    };
    let mut days: Vec<(Date, Vec<Slot>)> = Vec::new();
    for at in free.iter().filter(|at| (from..to).contains(&day(at))) {
        match days.last_mut().filter(|(d, _)| *d == day(at)) {
            Some((_, slots)) => slots.push(slot(at)),
            None => days.push((day(at), vec![slot(at)])),
        }
    }
    Ok(Times {
        from,
        earlier: free.iter().rev().map(day).find(|d| *d < from).map(|last| {
            let week_before = from.saturating_sub(DAYS.days());
            if last < week_before { last } else { week_before }
        }),
        later: free.iter().map(day).find(|d| *d >= to),
        has_any: !free.is_empty(),
        is_enough: moved.is_none() && seen.is_enough(),
        days: days.into_iter().map(|(d, slots)| (when::day(t, day_noon(d, &zone), &zone), slots)).collect(),
        zone_name: zones::name(t, &zone),
        host_zone: is_elsewhere.then(|| zones::name(t, &offer.terms.zone)),
        zone,
    })
}

/// A moment of a day by which it is named.
fn day_noon(day: Date, zone: &str) -> Time {
    when::first_after(day.at(12, 0, 0, 0), zone)
}

#[derive(Template)]
#[template(path = "appointments/templates/times.html")]
pub struct Show {
    pub page: Page,
    pub form: Form,
    pub offer: Offer,
    pub times: Times,
    /// What is moved; none where one is booked.
    pub moved: Option<Appointment>,
    /// Of how many sessions of coaching one is booked, if it is one.
    pub left: Option<i64>,
    /// Where the form goes, and where it comes from.
    pub action: String,
    pub back: String,
    pub now: Time,
}

impl Show {
    fn title(&self) -> String {
        let name = self.offer.name.clone();
        let key = match (&self.moved, self.left) {
            (Some(_), _) => "times-move-title",
            (None, Some(_)) => "times-coaching-title",
            (None, None) => "times-title",
        };
        self.page.t.a(key, "name", name)
    }

    /// Where the form goes: back to the week that is shown.
    fn of_week_now(&self) -> String {
        self.of_week(self.times.from)
    }

    fn of_week(&self, from: impl std::fmt::Display) -> String {
        format!("{}?from={from}", self.action)
    }

    /// Until when it can be changed, in words.
    fn policy(&self) -> String {
        match self.moved.as_ref().map_or(self.offer.terms.change_until, |a| a.change_until) {
            0 => self.page.t.t("times-policy-none"),
            n if n % 24 == 0 => self.page.t.a("times-policy-days", "n", n / 24),
            n => self.page.t.a("times-policy-hours", "n", n),
        }
    }

    /// Why it can't be moved any more, if it can't.
    fn fixed(&self) -> Option<String> {
        let a = self.moved.as_ref().filter(|a| !a.is_movable(self.now))?;
        Some(if a.moves >= MOST_MOVES {
            self.page.t.a("times-moved-often", "n", MOST_MOVES)
        } else {
            self.page.t.a("times-too-late", "name", self.offer.name.clone())
        })
    }
}

/// The time that a form names.
pub fn chosen(form: &mut Form) -> Time {
    let at = form.value("at").parse().map(Time).unwrap_or_default();
    if at == Time::default() {
        form.reject("at", "wrong-time-none");
    }
    at
}

/// What was chosen and can't be had stands at the field.
pub fn refuse(form: &mut Form, came: &Booked) -> Result<()> {
    match came {
        Booked::Taken => {
            form.reject("at", "wrong-time-taken");
            // Nothing is chosen any more.
            form.set("at", "");
        }
        Booked::Enough(n) => form.reject_with("at", "wrong-time-enough", n.to_string()),
        Booked::Often => form.reject_with("at", "wrong-time-often", MOST_A_DAY.to_string()),
        Booked::Fixed => form.reject("at", "wrong-time-fixed"),
        Booked::Gone => form.reject("at", "wrong-time-gone"),
        Booked::Done(_) => return Err(Error::NotFound),
    }
    Ok(())
}

async fn of_host(kernel: &Kernel, s: InSeason, (permit, host): (&Book, Id), form: Form, asked: &Asked) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let offer = store::offer(&mut conn, permit.season(), &host).await?;
    // Whoever sent something reads that no new ones are taken; for others there is no such page.
    let is_there = |o: &Offer| (o.terms.is_open || !form.is_accepted()) && o.person_id != *permit.person();
    let offer = offer.filter(is_there).ok_or(Error::NotFound)?;
    let of = (s.page.t, kernel.now(), s.zone());
    let times = times(&mut conn, (&offer, permit.person()), None, of, &asked.from).await?;
    Ok(Show {
        page: s.page.clone(),
        action: s.season.path(&format!("appointments/with/{}", offer.id)),
        back: s.season.path("appointments"),
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
    May { permit, s }: May<Book>,
    Path(at): Path<At>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    html(&of_host(&kernel, s, (&permit, at.id()), Form::default(), &asked).await?)
}

pub async fn book(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Book>,
    Path(at): Path<At>,
    Query(asked): Query<Asked>,
    mut form: Form,
) -> Result<Response> {
    let start = chosen(&mut form);
    let note = form.value("note").replace("\r\n", "\n").trim().to_owned();
    if note.chars().count() > LONGEST {
        form.reject_with("note", "wrong-longer-than", LONGEST.to_string());
    }
    if form.is_accepted() {
        let to = s.season.path("appointments/{}");
        let press = form.once(&kernel, Some(permit.person()), &s.page, &to);
        match acts::book(&press, &permit, &s.season, (&at.id(), start), &note).await? {
            Booked::Done(id) => return Ok(see(&s.season.path(&format!("appointments/{id}")))),
            came => refuse(&mut form, &came)?,
        }
    }
    unaccepted(&of_host(&kernel, s, (&permit, at.id()), form, &asked).await?)
}

/// The page on which a guest moves what they have.
pub async fn of_own(
    conn: &mut Conn,
    page: Page,
    (permit, id): (&Own, &Id),
    (form, asked): (Form, &Asked),
    (action, back): (String, String),
    (now, zone): (Time, String),
) -> Result<Show> {
    let a = store::one(conn, permit, id).await?.filter(|a| a.is_ahead(now) && !a.is_hosted_by(permit.person()));
    let a = a.ok_or(Error::NotFound)?;
    let host = a.host_id.clone().ok_or(Error::NotFound)?;
    let host = store::offer_id(conn, permit.season(), &host).await?.ok_or(Error::NotFound)?;
    let offer = store::offer(conn, permit.season(), &host).await?.ok_or(Error::NotFound)?.to_move(&a);
    let times =
        times(conn, (&offer, permit.person()), Some((&a.id, a.starts_at)), (page.t, now, zone), &asked.from).await?;
    Ok(Show { page, form, offer, times, moved: Some(a), left: None, action, back, now })
}

async fn own(kernel: &Kernel, s: InSeason, (permit, id): (&Own, &Id), with: (Form, &Asked)) -> Result<Show> {
    let back = s.season.path(&format!("appointments/{id}"));
    let of = (kernel.now(), s.zone());
    let mut conn = kernel.db.read().await?;
    of_own(&mut conn, s.page, (permit, id), with, (format!("{back}/times"), back), of).await
}

pub async fn move_to(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Own>,
    Path(at): Path<At>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    html(&own(&kernel, s, (&permit, &at.id()), (Form::default(), &asked)).await?)
}

pub async fn shift(
    State(kernel): State<Kernel>,
    May { permit, s }: May<Own>,
    Path(at): Path<At>,
    Query(asked): Query<Asked>,
    mut form: Form,
) -> Result<Response> {
    let start = chosen(&mut form);
    if form.is_accepted() {
        match acts::shift(&kernel, &permit, &s.season, &at.id(), start).await? {
            Booked::Done(id) => return Ok(see(&s.season.path(&format!("appointments/{id}")))),
            came => refuse(&mut form, &came)?,
        }
    }
    unaccepted(&own(&kernel, s, (&permit, &at.id()), (form, &asked)).await?)
}
