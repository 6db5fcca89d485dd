//! Pages of registration: setting an offer up, registering, and the page behind one's link.

use askama::Template;
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::acts::{self, Outcome, Saved, Wish};
use super::model::{self, Listed, Offer, Registration, Tier};
use super::places::{self, Took};
use super::store::PlaceOffer;
use super::{rules, store};
use weft_kernel::clock::Time;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, secret};
use weft_people::pages::{ClientAddress, address as address_of};
use weft_people::rules::own_record;
use weft_people::{Actor, address, needs};
use weft_programs::{InSeason, May, Season, furnish, store as programs};
use weft_season::gatherings::model::Meeting;
use weft_season::gatherings::{announced, of_season, rules as meets};
use weft_web::route::{get, post};
use weft_web::rows::{self, Rows};
use weft_web::{self as web, Error, Form, Page, Result, Route, html, see, unaccepted};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/registration", show),
        post("/s/{season}/registration", save),
        post("/s/{season}/registration/opening", open),
        post("/s/{season}/registration/{id}/departure", take_out),
        post("/s/{season}/registration/waiting", let_in),
        get("/register/{season}", ask),
        post("/register/{season}", register),
        get("/registrations/{token}", mine),
        post("/registrations/{token}/departure", leave),
        post("/registrations/{token}/transfer", transfer),
        post("/registrations/{token}/transfer/end", take_back),
        post("/registrations/{token}/confirmation", confirm),
        get("/place-offers/{token}", offered),
        post("/place-offers/{token}", take),
        post("/place-offers/{token}/refusal", refuse),
    ]
}

#[derive(Template)]
#[template(path = "registration/templates/offer.html")]
struct SetUp {
    page: Page,
    s: InSeason,
    form: Form,
    offer: Option<Offer>,
    missing: Vec<(&'static str, bool)>,
    list: Vec<Listed>,
    rows: Rows,
    base_url: String,
    is_open: bool,
    has_begun: bool,
    /// What was just done, in words.
    done: Option<String>,
}

async fn set_up(kernel: &Kernel, s: InSeason, form: Option<Form>) -> Result<SetUp> {
    let permit = rules::may_run(&s).ok_or(Error::NotFound)?;
    let see_permit = meets::may_see(&s).ok_or(Error::NotFound)?;
    let mut conn = kernel.db.read().await?;
    let offer = store::offer(&mut conn, permit.season()).await?;
    let meetings = of_season(&mut conn, &see_permit).await?;
    let list = store::listed(&mut conn, &permit).await?;
    let tiers = store::tiers(&mut conn, permit.season()).await?;
    let has_begun = acts::has_begun(kernel, &mut conn, permit.season()).await?;
    let form = form.unwrap_or_else(|| offer.as_ref().map_or_else(Form::default, |o| filled(s.page.t, o, &tiers)));
    Ok(SetUp {
        missing: model::missing(offer.as_ref(), &tiers, &meetings, &s.season),
        page: s.page.clone(),
        rows: model::tier_rows(s.page.t),
        s,
        form,
        list,
        base_url: kernel.config.base_url.clone(),
        is_open: offer.as_ref().is_some_and(|o| o.is_open(kernel.now())),
        has_begun,
        done: None,
        offer,
    })
}

fn filled(t: Tr, o: &Offer, tiers: &[Tier]) -> Form {
    let capacity = o.capacity.map(|c| c.to_string()).unwrap_or_default();
    let fields = [
        ("capacity", capacity.as_str()),
        ("closes_on", &o.closes_on),
        ("price_en", &o.price_en),
        ("price_es", &o.price_es),
        ("pay_url", &o.pay_url),
        ("audience_en", &o.audience_en),
        ("audience_es", &o.audience_es),
    ];
    let mut form = Form::of(&fields);
    let row = |x: &Tier| {
        let amount = weft_kernel::money::amount(x.cents);
        vec![x.name_en.clone(), x.name_es.clone(), amount, x.until_on.clone().unwrap_or_default()]
    };
    model::tier_rows(t).fill(&mut form, tiers.iter().map(row));
    form
}

impl SetUp {
    /// How many who wait could have a free seat now, were a lead to say so.
    fn could_move(&self) -> i64 {
        let of = self.offer.as_ref().filter(|o| o.opened_at.is_some() && !self.is_open && !self.has_begun);
        of.map_or(0, |o| o.left().unwrap_or(i64::MAX).min(o.waiting))
    }

    fn deadline(&self) -> String {
        self.offer.as_ref().map_or_else(String::new, |o| model::deadline(&self.page.t, o, &self.s.season.zone))
    }

    fn can_open(&self) -> bool {
        self.offer.as_ref().is_some_and(|o| o.opened_at.is_none()) && self.missing.iter().all(|(_, must)| !must)
    }
}

async fn show(State(kernel): State<Kernel>, s: InSeason, Query(did): Query<Did>) -> Result<Response> {
    let mut page = set_up(&kernel, s, None).await?;
    page.done = did.let_in.map(|n| page.page.t.a("registration-let-in", "n", n));
    html(&page)
}

async fn save(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::RunOffer>,
    mut form: Form,
) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let capacity = if form.value("capacity").is_empty() { None } else { Some(form.number("capacity", 1..=100_000)) };
    let closes_on = form.date("closes_on");
    let pay_url = form.value("pay_url").to_owned();
    if !pay_url.is_empty() && !weft_web::is_link(&pay_url) {
        form.reject("pay_url", "wrong-link");
    }
    for name in ["price_en", "price_es", "audience_en", "audience_es"] {
        if form.value(name).chars().count() > 2_000 {
            form.reject(name, "wrong-note-long");
        }
    }
    let tiers = model::tiers(&mut form, &model::tier_rows(s.page.t), &s.season.zone);
    if rows::wants_more(&form) {
        form.wrong.clear();
        return html(&set_up(&kernel, s, Some(form)).await?);
    }
    // What people can register for keeps a price until its deadline.
    let known = store::offer(&mut kernel.db.read().await?, permit.season()).await?;
    if known.is_some_and(|o| o.opened_at.is_some()) && form.is_accepted() {
        let end = closes_on.parse().map_or(Time(0), |d| Time::end_of_day(d, &s.season.zone));
        if tiers.is_empty() && (form.value("price_en").is_empty() || form.value("price_es").is_empty()) {
            form.reject("tiers", "offer-no-price");
        } else if !tiers.is_empty() && !tiers.iter().any(|t| t.holds(&end)) {
            form.reject("tiers", "offer-tiers-end");
        }
    }
    let text = |name: &str| form.value(name).to_owned();
    let offer = Offer {
        season_id: s.season.id.clone(),
        capacity,
        taken: 0,
        closes_at: closes_on.parse().map_or(Time(0), |d| Time::end_of_day(d, &s.season.zone)),
        closes_on,
        price_en: text("price_en"),
        price_es: text("price_es"),
        pay_url,
        audience_en: text("audience_en"),
        audience_es: text("audience_es"),
        opened_at: None,
        waiting: 0,
        unconfirmed: 0,
    };
    if form.is_accepted() {
        match acts::save(&kernel, &permit, &actor, &s.season, &offer, &tiers).await? {
            Saved::Done => return Ok(see(&s.season.path("registration"))),
            Saved::SeatsTaken => form.reject("capacity", "wrong-capacity-taken"),
        }
    }
    unaccepted(&set_up(&kernel, s, Some(form)).await?)
}

async fn open(State(kernel): State<Kernel>, May { permit, s }: May<rules::RunOffer>) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let path = s.season.path("registration");
    if set_up(&kernel, s, None).await?.can_open() {
        acts::open(&kernel, &permit, &actor).await?;
    }
    Ok(see(&path))
}

/// Gives free seats to the list after registration has closed, because a lead says so.
async fn let_in(State(kernel): State<Kernel>, May { permit, s }: May<rules::RunOffer>) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let n = acts::let_in(&kernel, &permit, &actor, &s.season).await?;
    Ok(see(&format!("{}?let_in={n}", s.season.path("registration"))))
}

/// What an act did that leads back to the page.
#[derive(Deserialize)]
struct Did {
    let_in: Option<usize>,
}

#[derive(Deserialize)]
struct At {
    id: String,
}

/// Ends a registration that its holder cannot end: an address that was mistyped, or made up.
async fn take_out(
    State(kernel): State<Kernel>,
    May { permit, s }: May<rules::RunOffer>,
    Path(at): Path<At>,
) -> Result<Response> {
    let found = store::by_id(&mut kernel.db.read().await?, &permit, &Id::stored(at.id)).await?;
    if let Some(of) = found {
        acts::leave(&kernel, &s.season, &of).await?;
    }
    Ok(see(&s.season.path("registration")))
}

#[derive(Template)]
#[template(path = "registration/templates/register.html")]
struct Ask {
    page: Page,
    season: Season,
    offer: Offer,
    tiers: Vec<Tier>,
    now: Time,
    meetings: Vec<Meeting>,
    form: Form,
    langs: Vec<(String, String)>,
    is_open: bool,
    outcome: Option<Outcome>,
    /// Who reads what people need, where someone is named.
    reader: Option<(Id, String)>,
}

impl Ask {
    /// Whether the last part is past.
    fn is_over(&self) -> bool {
        !self.meetings.is_empty() && self.meetings.iter().all(|m| m.is_over(self.now))
    }

    fn reader_id(&self) -> &str {
        self.reader.as_ref().map_or("", |(id, _)| id.as_str())
    }

    /// Who reads what is said here.
    fn who_reads(&self) -> String {
        let t = self.page.t;
        self.reader
            .as_ref()
            .map_or_else(|| t.t("register-need-nobody"), |(_, name)| t.a("register-need-hint", "name", name.clone()))
    }

    fn deadline(&self) -> String {
        model::deadline(&self.page.t, &self.offer, &self.season.zone)
    }
}

async fn page_of(kernel: &Kernel, mut page: Page, slug: &str) -> Result<Ask> {
    let mut conn = kernel.db.read().await?;
    let season = programs::season_by_slug(&mut conn, slug).await?.ok_or(Error::NotFound)?;
    let offer = store::offer(&mut conn, &season.id).await?.filter(|o| o.opened_at.is_some()).ok_or(Error::NotFound)?;
    let meetings = announced(&mut conn, &season.id).await?;
    let lang = page.t.0;
    furnish(&mut page, &season);
    let (title, audience) = (format!("{}: {}", page.t.t("register-title"), season.title()), offer.audience());
    let when = |m: &Meeting| format!("{}: {}", m.gathering.name(&page.t), m.days(&page.t));
    let text = match audience.said(&page.t) {
        "" => meetings.first().map_or_else(|| season.title(), when),
        said => said.to_owned(),
    };
    page.share(&kernel.config.base_url, &title, &text);
    Ok(Ask {
        is_open: offer.is_open(kernel.now()),
        form: Form::of(&[("language", lang.tag())]),
        langs: Lang::ALL.iter().map(|l| (l.tag().to_owned(), l.name().to_owned())).collect(),
        outcome: None,
        reader: needs::contact(&mut conn, &season.id).await?,
        tiers: store::tiers(&mut conn, &season.id).await?,
        now: kernel.now(),
        page,
        season,
        offer,
        meetings,
    })
}

async fn ask(State(kernel): State<Kernel>, page: Page, Path(slug): Path<String>) -> Result<Response> {
    html(&page_of(&kernel, page, &slug).await?)
}

fn names(form: &mut Form) -> (String, String, String) {
    let ((given, family), email) = (form.names(), form.email("email"));
    (given, family, email)
}

async fn register(
    State(kernel): State<Kernel>,
    page: Page,
    actor: Option<Actor>,
    Path(slug): Path<String>,
    client: Option<Extension<ClientAddress>>,
    mut form: Form,
) -> Result<Response> {
    let mut ask = page_of(&kernel, page, &slug).await?;
    let (given_name, family_name, email) = names(&mut form);
    let need = form.value("need").to_owned();
    if need.chars().count() > 2_000 {
        form.reject("need", "wrong-note-long");
    }
    // The page said who would read it; if that has changed meanwhile, it is said again first.
    if !need.is_empty() && form.value("reader") != ask.reader_id() {
        form.reject("need", "wrong-reader");
    }
    let lang = Lang::parse(form.value("language")).unwrap_or(ask.page.t.0);
    if !form.is_accepted() || !ask.is_open {
        ask.form = form;
        return unaccepted(&ask);
    }
    let wish = Wish { given_name: &given_name, family_name: &family_name, email: &email, lang, need: &need };
    let proved = match &actor {
        Some(actor) => address::own(&mut kernel.db.read().await?, &own_record(actor), &email).await?,
        None => None,
    };
    let from = address_of(client.as_ref());
    let press = form.once(&kernel, actor.as_ref().map(|a| &a.person_id), &ask.page, "{}");
    // Known or not, the answer takes as long.
    ask.outcome = match web::in_even_time(acts::register(&press, &ask.season, &wish, proved.as_ref(), &from)).await {
        Ok(outcome) => Some(outcome),
        // Pressed again, or loaded anew: what came of it the first time.
        Err(Error::Again(outcome)) => Outcome::of_key(&outcome),
        Err(e) => return Err(e),
    };
    html(&ask)
}

#[derive(Template)]
#[template(path = "registration/templates/mine.html")]
struct Mine {
    page: Page,
    season: Season,
    /// Nothing when it has ended.
    of: Option<Registration>,
    /// What became of it, as a key, when it had ended before.
    ended: Option<&'static str>,
    /// Whether one can still register.
    is_open: bool,
    meetings: Vec<Meeting>,
    token: String,
    form: Form,
    done: Option<&'static str>,
    /// Using this link confirms it.
    can_confirm: bool,
    /// Until when a seat is held for that.
    held_until: Option<String>,
    need: Option<String>,
    /// To whom the place is offered.
    offered_to: Option<String>,
    /// Why someone on the list hears nothing more, as a key.
    list_over: Option<&'static str>,
    /// Where one pays.
    pay_url: String,
}

impl Mine {
    fn is_confirmed(&self) -> bool {
        self.of.as_ref().is_some_and(|of| of.confirmed_at.is_some())
    }

    /// Whether the place was offered to someone just now.
    fn has_offered(&self) -> bool {
        self.page.is_after("offered=1")
    }
}

async fn load(kernel: &Kernel, mut page: Page, token: String) -> Result<Mine> {
    let mut conn = kernel.db.read().await?;
    let of = store::by_token(&mut conn, &secret::hash(&token)).await?.ok_or(Error::NotFound)?;
    let season = programs::season_by_slug(&mut conn, &of.season_slug).await?.ok_or(Error::NotFound)?;
    let meetings = announced(&mut conn, &season.id).await?;
    furnish(&mut page, &season);
    let ended = match &of {
        of if of.state != model::State::Left => None,
        of if store::was_passed(&mut conn, of).await? => Some("registration-passed"),
        _ => Some("registration-ended"),
    };
    let offer = store::offer(&mut conn, &season.id).await?;
    let is_open = offer.as_ref().is_some_and(|o| o.is_open(kernel.now()));
    let list_over = match of.state {
        model::State::Waiting if acts::has_begun(kernel, &mut conn, &season.id).await? => {
            Some("registration-list-begun")
        }
        model::State::Waiting if !is_open => Some("registration-list-closed"),
        _ => None,
    };
    Ok(Mine {
        can_confirm: ended.is_none() && offer.as_ref().is_some_and(|o| of.can_confirm(o, kernel.now())),
        list_over,
        pay_url: offer.map(|o| o.pay_url).unwrap_or_default(),
        held_until: of.is_held_for(&kernel.now()).then(|| page.t.moment(of.held_until(), &season.zone)),
        need: if ended.is_none() && of.confirmed_at.is_none() { store::need(&mut conn, &of).await? } else { None },
        offered_to: store::offered_to(&mut conn, &of.id).await?.map(|(email, _)| email),
        is_open,
        page,
        season,
        of: ended.is_none().then_some(of),
        ended,
        meetings,
        token,
        form: Form::default(),
        done: None,
    })
}

async fn mine(State(kernel): State<Kernel>, page: Page, Path(token): Path<String>) -> Result<Response> {
    html(&load(&kernel, page, token).await?)
}

async fn leave(State(kernel): State<Kernel>, page: Page, Path(token): Path<String>) -> Result<Response> {
    let mut mine = load(&kernel, page, token).await?;
    let Some(of) = mine.of.take() else { return unaccepted(&mine) };
    acts::leave(&kernel, &mine.season, &of).await?;
    mine.done = Some("registration-left");
    html(&mine)
}

async fn transfer(
    State(kernel): State<Kernel>,
    page: Page,
    Path(token): Path<String>,
    mut form: Form,
) -> Result<Response> {
    let mut mine = load(&kernel, page, token).await?;
    let (given_name, family_name, email) = names(&mut form);
    let Some(of) = mine.of.clone() else { return unaccepted(&mine) };
    if !of.has_seat() {
        return Err(Error::NotFound);
    }
    if !form.is_accepted() {
        mine.form = form;
        return unaccepted(&mine);
    }
    let wish =
        Wish { given_name: &given_name, family_name: &family_name, email: &email, lang: mine.page.t.0, need: "" };
    let press = form.once(&kernel, None, &mine.page, "");
    match web::in_even_time(places::offer(&press, &mine.season, &of, &wish)).await {
        Ok(()) | Err(Error::Again(_)) => Ok(see(&format!("/registrations/{}?offered=1", mine.token))),
        Err(e) => Err(e),
    }
}

async fn take_back(State(kernel): State<Kernel>, page: Page, Path(token): Path<String>) -> Result<Response> {
    let mine = load(&kernel, page, token).await?;
    if let Some(of) = &mine.of {
        places::take_back(&kernel, &mine.season, of).await?;
    }
    Ok(see(&format!("/registrations/{}", mine.token)))
}

async fn confirm(State(kernel): State<Kernel>, page: Page, Path(token): Path<String>) -> Result<Response> {
    let mine = load(&kernel, page, token).await?;
    if let Some(of) = &mine.of {
        places::confirm(&kernel, &mine.season, of, &secret::hash(&mine.token)).await?;
    }
    Ok(see(&format!("/registrations/{}?confirmed=1", mine.token)))
}

#[derive(Template)]
#[template(path = "registration/templates/place.html")]
struct Offered {
    page: Page,
    season: Season,
    place: PlaceOffer,
    /// What the season costs, to whoever registers.
    offer: Option<Offer>,
    tiers: Vec<Tier>,
    now: Time,
    is_open: bool,
    meetings: Vec<Meeting>,
    token: String,
    /// What came of it, as a key.
    done: Option<&'static str>,
}

impl Offered {
    /// The dates are the reader's to see while the offer is open, and once the place is theirs.
    fn shows_dates(&self) -> bool {
        self.place.is_open && self.done != Some("place-refused")
    }
}

async fn load_offer(kernel: &Kernel, mut page: Page, token: String) -> Result<Offered> {
    let mut conn = kernel.db.read().await?;
    let place = store::place_offer(&mut conn, &secret::hash(&token)).await?.ok_or(Error::NotFound)?;
    let season = programs::season_by_slug(&mut conn, &place.season_slug).await?.ok_or(Error::NotFound)?;
    let meetings = announced(&mut conn, &season.id).await?;
    furnish(&mut page, &season);
    let offer = store::offer(&mut conn, &season.id).await?;
    let tiers = store::tiers(&mut conn, &season.id).await?;
    let now = kernel.now();
    Ok(Offered {
        is_open: offer.as_ref().is_some_and(|o| o.is_open(now)),
        page,
        season,
        place,
        offer,
        tiers,
        now,
        meetings,
        token,
        done: None,
    })
}

async fn offered(State(kernel): State<Kernel>, page: Page, Path(token): Path<String>) -> Result<Response> {
    html(&load_offer(&kernel, page, token).await?)
}

async fn take(State(kernel): State<Kernel>, page: Page, Path(token): Path<String>) -> Result<Response> {
    let mut it = load_offer(&kernel, page, token).await?;
    it.done = Some(match places::take(&kernel, &it.season, &it.place, &secret::hash(&it.token)).await? {
        Took::Yours if !it.page.has_mail => "place-yours-unsent",
        Took::Yours => "place-yours",
        Took::There => "place-there",
        Took::Gone => {
            it.place.is_open = false;
            return unaccepted(&it);
        }
    });
    html(&it)
}

async fn refuse(State(kernel): State<Kernel>, page: Page, Path(token): Path<String>) -> Result<Response> {
    let mut it = load_offer(&kernel, page, token).await?;
    if !it.place.is_open {
        return unaccepted(&it);
    }
    places::refuse(&kernel, &it.season, &secret::hash(&it.token)).await?;
    it.done = Some("place-refused");
    html(&it)
}
