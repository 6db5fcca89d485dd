//! The board for everyone, the public page of a gathering, and the listings a program keeps.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use super::acts::{self, Changed, Published};
use super::model::{KINDS, Listing, Open};
use super::rules::KeepListings;
use super::{rules, store};
use crate::registration::model::{Offer, Tier, deadline};
use crate::registration::store as registration;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, zone};
use weft_programs::model::OpenCall;
use weft_programs::{InSeason, May, Season, furnish, store as programs};
use weft_season::gatherings::model::Meeting;
use weft_season::gatherings::recording::{self, Recording};
use weft_season::gatherings::{agenda, announced};
use weft_web::route::{get, post};
use weft_web::{Error, Form, Page, Result, Route, html, see, unaccepted};

pub fn routes() -> Vec<Route> {
    vec![
        get("/opportunities", board),
        get("/events/{season}/{number}", event),
        get("/s/{season}/listings", listings),
        get("/s/{season}/new-listing", new),
        post("/s/{season}/new-listing", make),
        get("/s/{season}/listings/{id}", edit),
        post("/s/{season}/listings/{id}", save),
        post("/s/{season}/listings/{id}/publication", publish),
        post("/s/{season}/listings/{id}/withdrawal", withdraw),
        post("/s/{season}/listings/{id}/removal", remove),
    ]
}

#[derive(Template)]
#[template(path = "opportunities/templates/board.html")]
struct Board {
    page: Page,
    calls: Vec<OpenCall>,
    offers: Vec<Open>,
    listings: Vec<Listing>,
    now: Time,
    /// Whether links are tried in this house.
    tries: bool,
}

/// Everything that is open now, in five statements at most.
async fn board(State(kernel): State<Kernel>, mut page: Page) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let now = kernel.now();
    let mut listings = store::published(&mut conn).await?;
    listings.retain(|l| !l.is_past(now));
    let calls = programs::open_calls(&mut conn, None, now).await?;
    let offers = store::open(&mut conn, now).await?;
    let (title, lead) = (page.t.t("board-title"), page.t.t("board-lead"));
    page.share(&kernel.config.base_url, &title, &lead);
    html(&Board { tries: kernel.config.check_links && !kernel.is_demo, page, calls, offers, listings, now })
}

#[derive(Deserialize)]
struct EventAt {
    season: String,
    number: String,
}

#[derive(Template)]
#[template(path = "opportunities/templates/event.html")]
struct Event {
    page: Page,
    season: Season,
    m: Meeting,
    blocks: Vec<weft_season::gatherings::model::Segment>,
    offer: Offer,
    tiers: Vec<Tier>,
    recording: Option<Recording>,
    now: Time,
}

impl Event {
    /// Its full address.
    fn url(&self) -> String {
        self.page.sharing.as_ref().map_or_else(String::new, |s| s.url.clone())
    }

    /// How people come to it, as schema.org says it.
    fn mode(&self) -> &'static str {
        match self.m.gathering.format.as_str() {
            "online" => "Online",
            "both" => "Mixed",
            _ => "Offline",
        }
    }

    fn is_open(&self) -> bool {
        self.offer.is_open(self.now)
    }

    fn deadline(&self) -> String {
        deadline(&self.page.t, &self.offer, &self.season.zone)
    }

    fn of_part(&self, part: i64) -> Vec<&weft_season::gatherings::model::Segment> {
        self.blocks.iter().filter(|b| b.part == part).collect()
    }

    fn begins(&self, block: &weft_season::gatherings::model::Segment) -> String {
        agenda::begins(self.page.t, &self.m, &self.blocks, block)
    }

    fn length(&self, block: &weft_season::gatherings::model::Segment) -> String {
        weft_season::gatherings::when::length(self.page.t, block.minutes)
    }

    fn is_over(&self) -> bool {
        self.m.is_over(self.now)
    }
}

/// A gathering of a season that anyone may register for; links and places stay with those who come.
async fn event(State(kernel): State<Kernel>, mut page: Page, Path(at): Path<EventAt>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let season = programs::season_by_slug(&mut conn, &at.season).await?.ok_or(Error::NotFound)?;
    let offer =
        registration::offer(&mut conn, &season.id).await?.filter(|o| o.opened_at.is_some()).ok_or(Error::NotFound)?;
    let number: i64 = at.number.parse().map_err(|_| Error::NotFound)?;
    let m = announced(&mut conn, &season.id)
        .await?
        .into_iter()
        .find(|m| m.gathering.number == number)
        .ok_or(Error::NotFound)?;
    furnish(&mut page, &season);
    let (title, text) = (m.gathering.name(&page.t), format!("{}: {}", season.title(), m.days(&page.t)));
    page.share(&kernel.config.base_url, &title, &text);
    let show = Event {
        blocks: agenda::of_public(&mut conn, &m.gathering.id).await?,
        tiers: registration::tiers(&mut conn, &season.id).await?,
        recording: recording::of(&mut conn, &m.gathering.id).await?,
        now: kernel.now(),
        page,
        season,
        m,
        offer,
    };
    html(&show)
}

#[derive(Template)]
#[template(path = "opportunities/templates/listings.html")]
struct Kept {
    page: Page,
    s: InSeason,
    list: Vec<Listing>,
    now: Time,
    /// The one that could not be shown.
    refused: Option<Id>,
}

async fn kept(kernel: &Kernel, permit: &KeepListings, s: InSeason, refused: Option<Id>) -> Result<Kept> {
    let list = store::of_program(&mut kernel.db.read().await?, permit).await?;
    Ok(Kept { page: s.page.clone(), s, list, now: kernel.now(), refused })
}

impl Kept {
    fn path(&self, l: &Listing) -> String {
        self.s.season.path(&format!("listings/{}", l.id))
    }

    fn is_refused(&self, l: &Listing) -> bool {
        self.refused.as_ref() == Some(&l.id)
    }

    fn is_past(&self, l: &Listing) -> bool {
        l.is_past(self.now)
    }
}

async fn listings(State(kernel): State<Kernel>, May { permit, s }: May<KeepListings>) -> Result<Response> {
    html(&kept(&kernel, &permit, s, None).await?)
}

#[derive(Template)]
#[template(path = "opportunities/templates/edit.html")]
struct Edit {
    page: Page,
    s: InSeason,
    form: Form,
    id: Option<Id>,
    kinds: Vec<(String, String)>,
    recorded: Vec<(String, String)>,
}

fn page(s: InSeason, form: Form, id: Option<Id>) -> Edit {
    let t = s.page.t;
    Edit {
        id,
        kinds: KINDS.iter().map(|k| ((*k).to_owned(), t.t(&format!("listing-kind-{k}")))).collect(),
        recorded: recording::options(&t),
        page: s.page.clone(),
        s,
        form,
    }
}

fn filled(l: &Listing) -> Form {
    let mut form = Form::of(&[
        ("kind", &l.kind),
        ("title_en", &l.title_en),
        ("title_es", &l.title_es),
        ("text_en", &l.text_en),
        ("text_es", &l.text_es),
        ("audience_en", &l.audience_en),
        ("audience_es", &l.audience_es),
        ("host", &l.host),
        ("place", &l.place),
        ("url", &l.url),
        ("zone", &l.zone),
        ("price_en", &l.price_en),
        ("price_es", &l.price_es),
        ("recorded", &l.recorded),
        ("has_no_deadline", if l.has_no_deadline { "yes" } else { "" }),
    ]);
    for (name, day) in [("starts_on", &l.starts_on), ("ends_on", &l.ends_on), ("deadline_on", &l.deadline_on)] {
        form.set(name, day.clone().unwrap_or_default());
    }
    form.set("seen", l.changed_at.0.to_string());
    form
}

/// A listing as it was typed; what is wrong stands in the form. What is missing is no fault before it is published.
fn read(form: &mut Form) -> Listing {
    if form.value("title_en").is_empty() && form.value("title_es").is_empty() {
        form.reject("title_en", "wrong-required");
    }
    for (name, of) in [("kind", &KINDS[..]), ("recorded", &["", "yes", "no"][..])] {
        if !of.contains(&form.value(name)) {
            form.reject(name, "wrong-choice");
        }
    }
    let most = [
        ("title_en", 200),
        ("title_es", 200),
        ("host", 200),
        ("place", 300),
        ("text_en", 4_000),
        ("text_es", 4_000),
        ("audience_en", 600),
        ("audience_es", 600),
        ("price_en", 600),
        ("price_es", 600),
    ];
    for (name, most) in most {
        if form.value(name).chars().count() > most {
            form.reject_with(name, "wrong-longer-than", most.to_string());
        }
    }
    if !form.value("url").is_empty() && !weft_web::is_link(form.value("url")) {
        form.reject("url", "wrong-link");
    }
    let zone = zone::typed(form.value("zone")).unwrap_or_default();
    if zone.is_empty() {
        form.reject("zone", "wrong-zone");
    }
    let mut day = |name: &str| if form.value(name).is_empty() { None } else { Some(form.date(name)) };
    let (starts_on, ends_on, deadline_on) = (day("starts_on"), day("ends_on"), day("deadline_on"));
    if form.is_accepted() && matches!((&starts_on, &ends_on), (Some(a), Some(b)) if b < a) {
        form.reject("ends_on", "wrong-order");
    }
    let text = |name: &str| form.value(name).to_owned();
    Listing {
        id: Id::stored(String::new()),
        kind: text("kind"),
        title_en: text("title_en"),
        title_es: text("title_es"),
        text_en: text("text_en"),
        text_es: text("text_es"),
        audience_en: text("audience_en"),
        audience_es: text("audience_es"),
        host: text("host"),
        place: text("place"),
        url: text("url"),
        has_no_deadline: form.is_checked("has_no_deadline", "yes") && deadline_on.is_none(),
        starts_on,
        ends_on,
        deadline_on,
        zone,
        price_en: text("price_en"),
        price_es: text("price_es"),
        recorded: text("recorded"),
        changed_at: Time(0),
        published_at: None,
        program_name: String::new(),
        link_state: None,
        checked_at: None,
    }
}

async fn new(May { permit: _, s }: May<KeepListings>) -> Result<Response> {
    let zone = s.season.zone.clone();
    html(&page(s, Form::of(&[("kind", "course"), ("zone", &zone)]), None))
}

async fn make(State(kernel): State<Kernel>, May { permit, s }: May<KeepListings>, mut form: Form) -> Result<Response> {
    let listing = read(&mut form);
    if !form.is_accepted() {
        return unaccepted(&page(s, form, None));
    }
    let to = s.season.path("listings");
    acts::make(&form.once(&kernel, s.actor_id(), &s.page, &to), &permit, s.actor_id(), &listing).await?;
    Ok(see(&to))
}

#[derive(Deserialize)]
struct At {
    id: String,
}

async fn found(kernel: &Kernel, s: &InSeason, at: At) -> Result<(KeepListings, Listing)> {
    let permit = rules::may_keep(s).ok_or(Error::NotFound)?;
    let listing =
        store::one(&mut kernel.db.read().await?, &permit, &Id::stored(at.id)).await?.ok_or(Error::NotFound)?;
    Ok((permit, listing))
}

async fn edit(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let (_, listing) = found(&kernel, &s, at).await?;
    html(&page(s, filled(&listing), Some(listing.id)))
}

async fn save(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>, mut form: Form) -> Result<Response> {
    let (permit, was) = found(&kernel, &s, at).await?;
    let listing = read(&mut form);
    // What everyone sees stays complete.
    if form.is_accepted() && was.published_at.is_some() {
        let link_state = was.link_state.filter(|_| was.url == listing.url);
        let missing = Listing { link_state, ..listing.clone() }.missing();
        for (key, _) in missing.into_iter().filter(|(_, must)| *must) {
            let field = match key {
                "listing-missing-days" => "starts_on",
                "listing-missing-deadline" => "deadline_on",
                "listing-missing-price" => "price_en",
                "listing-missing-host" => "host",
                "listing-missing-place" => "place",
                _ => "url",
            };
            form.reject(field, key);
        }
    }
    if form.is_accepted() {
        let seen = Time(form.value("seen").parse().unwrap_or(0));
        let to = s.season.path("listings");
        let press = form.once(&kernel, s.actor_id(), &s.page, &to);
        match acts::change(&press, &permit, s.actor_id(), &was.id, seen, &listing).await? {
            Changed::Done => return Ok(see(&to)),
            Changed::Moved => {
                form.reject("title_en", "wrong-listing-moved");
                form.set("seen", was.changed_at.0.to_string());
            }
        }
    }
    unaccepted(&page(s, form, Some(was.id)))
}

async fn publish(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let (permit, listing) = found(&kernel, &s, at).await?;
    match acts::publish(&kernel, &permit, s.actor_id(), &listing).await? {
        Published::Done => Ok(see(&s.season.path("listings"))),
        Published::Incomplete => unaccepted(&kept(&kernel, &permit, s, Some(listing.id)).await?),
    }
}

async fn withdraw(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let (permit, listing) = found(&kernel, &s, at).await?;
    acts::withdraw(&kernel, &permit, s.actor_id(), &listing).await?;
    Ok(see(&s.season.path("listings")))
}

async fn remove(State(kernel): State<Kernel>, s: InSeason, Path(at): Path<At>) -> Result<Response> {
    let (permit, listing) = found(&kernel, &s, at).await?;
    acts::remove(&kernel, &permit, s.actor_id(), &listing.id).await?;
    Ok(see(&s.season.path("listings")))
}
