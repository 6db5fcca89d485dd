//! Asking a home team when it can meet.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::{Date, Time as Clock};

use crate::polls::acts::{self, Made};
use crate::polls::model::{Draft, LONGEST_PLACE, LONGEST_TITLE, MOST_POLLS, MOST_TIMES, Slot};
use crate::polls::rules::Meet;
use crate::polls::store;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::when::NoMoment;
use weft_kernel::{Kernel, when, zone};
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

/// How many empty rows for times a form begins with, and how many come with *Add more times*.
const ROWS: usize = 5;

/// A home team with how many people are in it.
type Team = (Id, String, i64);

#[derive(Template)]
#[template(path = "polls/templates/ask.html")]
struct Ask {
    page: Page,
    s: InSeason,
    form: Form,
    rows: Vec<Row>,
    teams: Vec<(String, String)>,
    /// How many get an email, where it is known which team that is.
    told: Option<i64>,
}

/// The fields of one time.
struct Row {
    n: usize,
    day: String,
    from: String,
}

impl Ask {
    fn may_add(&self) -> bool {
        self.rows.len() < MOST_TIMES
    }
}

/// The last row in which anything stands.
fn last_row(form: &Form) -> usize {
    let filled = form.fields().iter().filter(|(_, v)| !v.trim().is_empty());
    let rows = filled.filter_map(|(n, _)| n.strip_prefix("day-").or_else(|| n.strip_prefix("from-"))?.parse().ok());
    rows.filter(|n| (1..=MOST_TIMES).contains(n)).max().unwrap_or(0)
}

fn page(s: InSeason, permit: &Meet, teams: &[Team], mut form: Form, more: usize) -> Ask {
    let shown: usize = form.value("rows").parse().unwrap_or(0).max(last_row(&form)).max(ROWS);
    let n = shown.min(MOST_TIMES).saturating_add(more).min(MOST_TIMES);
    form.set("rows", n.to_string());
    let rows = (1..=n).map(|n| Row { n, day: format!("day-{n}"), from: format!("from-{n}") }).collect();
    // Whoever asks is not asked by email themselves.
    let told = match teams {
        [(_, _, people)] => Some(people - i64::from(!permit.is_staff())),
        _ => None,
    };
    let teams = if let [_] = teams {
        Vec::new()
    } else {
        let named = teams
            .iter()
            .map(|(id, name, n)| (id.to_string(), s.page.t.a2("poll-team-of", "name", name.clone(), "n", *n)));
        std::iter::once((String::new(), s.page.t.t("poll-team-choose"))).chain(named).collect()
    };
    Ask { page: s.page.clone(), form, rows, teams, told, s }
}

/// One time as it was typed; nothing where the row is empty or wrong.
fn slot(form: &mut Form, n: usize, zone: Option<&str>, now: Time) -> Option<Slot> {
    let (day, from) = (format!("day-{n}"), format!("from-{n}"));
    if form.value(&day).is_empty() && form.value(&from).is_empty() {
        return None;
    }
    if form.value(&day).is_empty() || form.value(&from).is_empty() {
        let wrong = if form.value(&day).is_empty() { day } else { from };
        form.reject_with(&wrong, "wrong-poll-half", n.to_string());
        return None;
    }
    let date: Option<Date> = form.date(&day).parse().ok();
    let typed = form.value(&from).to_owned();
    // Only whole minutes, as a field of a time sends them.
    let clock: Option<Clock> = typed.parse().ok().filter(|c: &Clock| c.second() == 0 && c.subsec_nanosecond() == 0);
    if clock.is_none() {
        form.reject(&from, "wrong-clock");
    }
    let starts = date?.to_datetime(clock?);
    if !is_near(starts.date(), now) {
        form.reject_with(&day, "wrong-poll-far", n.to_string());
        return None;
    }
    match when::moment(starts, zone?) {
        Ok(starts_at) if starts_at <= now => form.reject_with(&day, "wrong-poll-past", n.to_string()),
        Ok(starts_at) => return Some(Slot { starts, starts_at }),
        Err(NoMoment::Skipped) => form.reject(&from, "wrong-skipped-hour"),
        Err(NoMoment::Zone) => form.reject("zone", "wrong-zone"),
    }
    None
}

/// Whether a day is one to plan for: within two years.
fn is_near(day: Date, now: Time) -> bool {
    let today = now.date_in(zone::USUAL_ZONE);
    day > today.saturating_sub(2.years()) && day < today.saturating_add(2.years())
}

/// A poll as it was typed; what is wrong stands in the form.
fn read(form: &mut Form, teams: &[Team], now: Time) -> Draft {
    let team = match teams {
        [(id, ..)] => id.clone(),
        _ => Id::stored(form.value("team").to_owned()),
    };
    if !teams.iter().any(|(id, ..)| *id == team) {
        form.reject("team", "wrong-choice");
    }
    let title = form.name("title");
    let place = form.value("place").to_owned();
    for (name, value, most) in [("title", &title, LONGEST_TITLE), ("place", &place, LONGEST_PLACE)] {
        if value.chars().count() > most {
            form.reject_with(name, "wrong-longer-than", most.to_string());
        }
    }
    let minutes = form.number("minutes", 15..=240);
    if minutes % 5 != 0 {
        form.reject("minutes", "wrong-poll-minutes");
    }
    let zone = zone::typed(form.value("zone"));
    if zone.is_none() {
        form.reject("zone", "wrong-zone");
    }
    let answer_by = answer_by(form, zone.as_deref(), now);
    let mut slots: Vec<Slot> = (1..=MOST_TIMES).filter_map(|n| slot(form, n, zone.as_deref(), now)).collect();
    // The same time typed again is one time.
    slots.sort_by_key(|s| s.starts_at);
    slots.dedup_by_key(|s| s.starts_at);
    // Whoever answers on the last day still has something to choose.
    if let (Some((_, end)), Some(last)) = (&answer_by, slots.last())
        && last.starts_at.date_in(zone.as_deref().unwrap_or(zone::USUAL_ZONE))
            < end.date_in(zone.as_deref().unwrap_or(zone::USUAL_ZONE))
    {
        form.reject("answer_by", "wrong-poll-by-late");
    }
    if last_row(form) == 0 {
        form.reject("day-1", "wrong-poll-times");
    }
    Draft { team, title, minutes, place, zone: zone.unwrap_or_default(), answer_by, slots }
}

/// The last day to answer, which may be left out, and its end.
fn answer_by(form: &mut Form, zone: Option<&str>, now: Time) -> Option<(String, Time)> {
    if form.value("answer_by").is_empty() {
        return None;
    }
    let typed = form.date("answer_by");
    let day: Date = typed.parse().ok()?;
    if !is_near(day, now) {
        form.reject("answer_by", "wrong-date");
        return None;
    }
    let end = Time::end_of_day(day, zone?);
    if end <= now {
        form.reject("answer_by", "wrong-poll-by-past");
    }
    Some((typed, end))
}

pub async fn fresh(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Meet>) -> Result<Response> {
    let teams = store::teams(&mut kernel.db.read().await?, &permit).await?;
    if teams.is_empty() {
        return Err(Error::NotFound);
    }
    let zone = s.zone();
    html(&page(s, &permit, &teams, Form::of(&[("minutes", "60"), ("zone", &zone)]), 0))
}

pub async fn make(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Meet>, mut form: Form) -> Result<Response> {
    let teams = store::teams(&mut kernel.db.read().await?, &permit).await?;
    if teams.is_empty() {
        return Err(Error::NotFound);
    }
    // Nothing is judged while more rows are asked for, and all that was typed stays.
    if form.is_checked("more", "yes") {
        return html(&page(s, &permit, &teams, form, ROWS));
    }
    let draft = read(&mut form, &teams, kernel.now());
    if form.is_accepted() {
        let press = form.once(&kernel, Some(permit.person()), &s.page, &s.season.path("times/{}"));
        match acts::make(&press, &permit, &s.season, &draft).await? {
            Made::Done(id) => return Ok(see(&s.season.path(&format!("times/{id}")))),
            Made::Refused => form.reject_with("title", "wrong-polls-many", MOST_POLLS.to_string()),
        }
    }
    unaccepted(&page(s, &permit, &teams, form, 0))
}
