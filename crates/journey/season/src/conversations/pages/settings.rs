//! What someone hears of conversations by email, and for how long a season keeps them.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;
use jiff::civil::Time as Clock;

use super::list;
use crate::conversations::model::{How, KEEP_CHOICES, KEEP_DAYS, Place};
use crate::conversations::rules::{Keep, Talk};
use crate::conversations::store::{self, marks};
use crate::conversations::{acts, ending};
use weft_kernel::{Kernel, zone};
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, html, see, unaccepted};

#[derive(Template)]
#[template(path = "conversations/templates/settings.html")]
struct Settings {
    page: Page,
    s: InSeason,
    form: Form,
    places: Vec<Place>,
    /// Whether this site takes answers by email.
    takes_replies: bool,
    /// In whose clock quiet hours are.
    zone: String,
}

impl Settings {
    fn ways() -> &'static [How] {
        How::ALL
    }

    fn field(place: &Place) -> String {
        format!("how-{}", place.id)
    }

    fn is_chosen(&self, place: &Place, how: How) -> bool {
        let field = Self::field(place);
        let typed = self.form.value(&field);
        if typed.is_empty() { place.how() == how } else { typed == how.name() }
    }

    fn zone_name(&self) -> String {
        zone::name(self.page.t, &self.zone)
    }
}

/// Minutes of a day as a field of a time has them.
fn clock(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn minutes(typed: &str) -> Option<i64> {
    let clock: Clock = typed.parse().ok()?;
    Some(i64::from(clock.hour()) * 60 + i64::from(clock.minute()))
}

async fn load(kernel: &Kernel, s: InSeason, permit: &Talk, form: Option<Form>) -> Result<Settings> {
    let mut conn = kernel.db.read().await?;
    let places = store::places(&mut conn, permit).await?;
    if places.is_empty() {
        return Err(Error::NotFound);
    }
    let quiet = marks::quiet(&mut conn, permit).await?;
    let form = form.unwrap_or_else(|| {
        let mut form = Form::default();
        if let Some((from, to)) = quiet {
            form.set("from", clock(from));
            form.set("until", clock(to));
        }
        form
    });
    // Emails know no page: they go by the person's own clock, or by the usual one.
    let zone = s.own_zone().unwrap_or_else(|| zone::USUAL_ZONE.to_owned());
    Ok(Settings { page: s.page.clone(), s, form, places, takes_replies: !kernel.config.reply_address.is_empty(), zone })
}

pub async fn show(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Talk>) -> Result<Response> {
    html(&load(&kernel, s, &permit, None).await?)
}

pub async fn save(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Talk>, form: Form) -> Result<Response> {
    let mut page = load(&kernel, s, &permit, Some(form)).await?;
    let mut choices = Vec::new();
    let fields: Vec<_> = page.places.iter().map(|p| (p.id.clone(), Settings::field(p))).collect();
    for (place, field) in fields {
        match How::parse(page.form.value(&field)) {
            Some(how) => choices.push((place, how)),
            None => page.form.reject(&field, "wrong-choice"),
        }
    }
    let (from, until) = (page.form.value("from").to_owned(), page.form.value("until").to_owned());
    let quiet = if from.is_empty() && until.is_empty() {
        None
    } else {
        let hours = (minutes(&from), minutes(&until));
        for (field, hour) in [("from", hours.0), ("until", hours.1)] {
            if hour.is_none() {
                page.form.reject(field, "wrong-clock");
            }
        }
        hours.0.zip(hours.1)
    };
    if quiet.is_some_and(|(from, to)| from == to) {
        page.form.reject("until", "wrong-talk-quiet");
    }
    if !page.form.is_accepted() {
        return unaccepted(&page);
    }
    acts::choose(&kernel, &permit, &choices, quiet).await?;
    Ok(see(&page.s.season.path("conversations/settings")))
}

#[derive(Template)]
#[template(path = "conversations/templates/keeping.html")]
struct Keeping {
    page: Page,
    s: InSeason,
    form: Form,
    offered: Vec<i64>,
    /// Topics and messages over all places: their number, and nothing else.
    counts: (i64, i64),
}

impl Keeping {
    /// Each choice in days, with the day that follows from it. What would delete everything at once is none.
    fn choices(&self) -> Vec<(String, String)> {
        let said = |days: i64| {
            let until = list::until(&self.s, Some(days));
            (days.to_string(), self.page.t.a2("talk-keep-days", "n", days, "day", until))
        };
        self.offered.iter().copied().map(said).collect()
    }
}

/// The choices whose day lies ahead, and the one that holds now.
fn offered(kernel: &Kernel, s: &InSeason, now: i64) -> Vec<i64> {
    let is_ahead = |days: &i64| {
        let until = s.season.ends_on.parse().map(|day| ending::until(day, &s.season.zone, Some(*days)));
        *days == now || until.is_ok_and(|at| at > kernel.now())
    };
    KEEP_CHOICES.into_iter().filter(is_ahead).collect()
}

async fn keeps(kernel: &Kernel, s: InSeason, permit: &Keep, form: Option<Form>) -> Result<Keeping> {
    let mut conn = kernel.db.read().await?;
    let days = store::keep_days(&mut conn, permit.season()).await?.unwrap_or(KEEP_DAYS);
    let counts = store::counts(&mut conn, permit).await?;
    let form = form.unwrap_or_else(|| Form::of(&[("days", &days.to_string())]));
    Ok(Keeping { page: s.page.clone(), offered: offered(kernel, &s, days), s, form, counts })
}

pub async fn keeping(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Keep>) -> Result<Response> {
    html(&keeps(&kernel, s, &permit, None).await?)
}

pub async fn keep(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Keep>, mut form: Form) -> Result<Response> {
    let now = store::keep_days(&mut kernel.db.read().await?, permit.season()).await?.unwrap_or(KEEP_DAYS);
    let chosen = form.value("days").parse().ok().filter(|days| offered(&kernel, &s, now).contains(days));
    let Some(days) = chosen else {
        form.reject("days", "wrong-choice");
        return unaccepted(&keeps(&kernel, s, &permit, Some(form)).await?);
    };
    acts::keep_for(&kernel, &permit, days).await?;
    Ok(see(&s.season.path("conversations/keeping")))
}
