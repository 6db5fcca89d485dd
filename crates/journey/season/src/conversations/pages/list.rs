//! Where someone is, with the topics of each place: what is new stands out.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::response::Response;
use jiff::civil::Date;

use super::At;
use crate::conversations::model::{Place, Topic};
use crate::conversations::rules::{self, Talk};
use crate::conversations::{acts, ending, model, store};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_programs::{InSeason, May};
use weft_web::{Error, Form, Page, Result, download, html, see};

#[derive(Template)]
#[template(path = "conversations/templates/list.html")]
struct List {
    page: Page,
    s: InSeason,
    places: Vec<(Place, Vec<Topic>)>,
    unread: i64,
    may_keep: bool,
    zone: String,
    now: Time,
    until: String,
}

impl List {
    fn path(&self, topic: &Topic) -> String {
        super::path(&self.s, &topic.id)
    }

    fn begin(&self, place: &Place) -> String {
        self.s.season.path(&format!("conversations/new?place={}", place.id))
    }

    /// Who wrote last and when.
    fn last(&self, topic: &Topic) -> String {
        let at = model::briefly(&self.page.t, topic.last_at, self.now, &self.zone);
        match &topic.last_name {
            Some(name) => {
                let last = self.page.t.a2("talk-last", "name", name.clone(), "time", at);
                format!("{} · {last}", self.page.t.a("talk-count", "n", topic.messages))
            }
            None => at,
        }
    }

    /// Whether they are in the team themselves, and not by a role.
    fn may_let_in(place: &Place) -> bool {
        place.is_team() && !place.is_staff
    }
}

/// The day on which the conversations of a season are deleted.
pub(super) fn until(s: &InSeason, days: Option<i64>) -> String {
    let Ok(day) = s.season.ends_on.parse::<Date>() else { return String::new() };
    let zone = &s.season.zone;
    // Its last moment belongs to the day before midnight.
    s.page.t.date(ending::until(day, zone, days).plus_seconds(-1), zone)
}

pub async fn show(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Talk>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let places = store::places(&mut conn, &permit).await?;
    // Who is in no place, and in none of the cohort, has no such page.
    if places.is_empty() && !rules::may_open(&s) {
        return Err(Error::NotFound);
    }
    let mut topics = store::topics(&mut conn, &permit).await?;
    let days = store::keep_days(&mut conn, &s.season.id).await?;
    let unread = topics.iter().map(|t| t.unread).sum();
    let places = places
        .into_iter()
        .map(|place| {
            let own = topics.extract_if(.., |t| t.place_id == place.id).collect();
            (place, own)
        })
        .collect();
    html(&List {
        page: s.page.clone(),
        places,
        unread,
        may_keep: rules::may_keep(&s).is_some(),
        zone: s.zone(),
        now: kernel.now(),
        until: until(&s, days),
        s,
    })
}

pub async fn read_all(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Talk>) -> Result<Response> {
    acts::read_all(&kernel, &permit).await?;
    Ok(see(&s.season.path("conversations")))
}

/// Lets staff read what a home team begins from now on, or no longer.
pub async fn let_staff_in(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Talk>,
    Path(at): Path<At>,
    form: Form,
) -> Result<Response> {
    acts::let_staff_in(&kernel, &permit, &at.topic(), form.value("staff") == "in").await?;
    Ok(see(&s.season.path(&format!("conversations#place-{}", at.topic))))
}

/// Everything that someone wrote here, as text.
pub async fn mine(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Talk>) -> Result<Response> {
    let all = store::wrote(&mut kernel.db.read().await?, &permit).await?;
    let (t, zone) = (&s.page.t, s.zone());
    let mut text = format!("{}\n{}\n", t.t("talk-mine-title"), s.season.title());
    let mut title = String::new();
    for w in &all {
        let of = format!("{} – {}", model::named(t, w.kind, &w.place_name), model::titled(t, &w.title));
        if of != title {
            text.push_str(&format!("\n\n{of}\n"));
            title = of;
        }
        text.push_str(&format!("\n[{}]\n{}\n", t.moment(w.at, &zone), w.text));
    }
    Ok(download::attachment("my-messages.txt", "text/plain; charset=utf-8", text))
}
