//! The start page: for visitors what this is, for everyone else their seasons and what waits for them in these.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use weft_admission::applications::{self, MyApplication};
use weft_admission::selection;
use weft_admission::selection::filling::Place;
use weft_admission::selection::model::FillingRule;
use weft_community::together::store::{self as together, Joy};
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::i18n::Real;
use weft_kernel::machine::{self, Disk};
use weft_kernel::mail;
use weft_kernel::{Kernel, outbox, zone};
use weft_people::Actor;
use weft_people::rules::{OwnRecord, own_record};
use weft_programs::model::{MySeason, OpenCall, Program, Role};
use weft_programs::todo::{self, Item, Line};
use weft_programs::{rules, store};
use weft_season::appointments::store::{self as appointments, Ahead};
use weft_season::coaching::store::{self as coaching, Mine as Coached};
use weft_season::commitments::store::{self as commitments, Mine};
use weft_season::consults::model::Consult;
use weft_season::consults::store as consult;
use weft_season::conversations::store::{self as conversations, News};
use weft_season::gatherings::model::{Answer, Coming};
use weft_season::gatherings::{self, when};
use weft_season::library::store::{self as library, MyPractice};
use weft_season::polls::model::Poll;
use weft_season::polls::store as polls;
use weft_season::teams::{self, MyTeam};
use weft_web::{Page, Result, Support, html};

#[derive(Template)]
#[template(path = "app/templates/welcome.html")]
struct Welcome {
    page: Page,
    programs: Vec<Program>,
    calls: Vec<OpenCall>,
}

#[derive(Template)]
#[template(path = "app/templates/home.html")]
struct Home {
    page: Page,
    name: String,
    seasons: Vec<MySeason>,
    teams: Vec<MyTeam>,
    /// What they go on with, in their own words.
    commitments: Vec<Mine>,
    /// What they have ahead, one on one.
    appointments: Vec<Ahead>,
    /// Their coach, in each season that has one for them.
    coaching: Vec<Coached>,
    /// When their home teams meet next.
    meetings: Vec<Poll>,
    /// Consults of their home teams that are on, and open ones that they bring or come to.
    consults: Vec<Consult>,
    /// What is new in conversations, by season.
    news: Vec<News>,
    applications: Vec<MyApplication>,
    places: Vec<Place>,
    backlog: Option<(i64, i64)>,
    /// What waits for them, the most urgent first.
    todo: Vec<Item>,
    /// What they have answered just now, where that can be undone.
    answered: Option<Answered>,
    /// For an owner of a site without a season: what comes next.
    steps: Vec<HouseStep>,
    /// The disk, where little of it is free.
    scarce: Option<Disk>,
    /// What she goes to next, and what comes after.
    coming: Vec<Coming>,
    zone: Option<String>,
    now: Time,
    joys: Vec<Joy>,
    /// One of her programs' practices, another each day.
    practice: Option<MyPractice>,
    takes_part: bool,
}

pub async fn show(State(kernel): State<Kernel>, mut page: Page, actor: Option<Actor>) -> Result<Response> {
    let mut conn = kernel.db.read().await?;
    let Some(actor) = actor else {
        let programs = store::programs(&mut conn).await?;
        let calls = store::open_calls(&mut conn, None, kernel.now()).await?;
        return html(&Welcome { page, programs, calls });
    };
    let house = rules::effective(store::house_roles(&mut conn, &actor.person_id).await?, actor.strength);
    let is_owner = house.contains(&Role::Owner);
    let mut seasons = if is_owner {
        store::all_seasons(&mut conn).await?
    } else {
        store::my_seasons(&mut conn, &actor.person_id).await?
    };
    seasons.retain(|s| actor.strength.opens_staff_roles() || !s.role.needs_two_factors());
    // Someone with a seat need not read that she once applied for it.
    let seated: Vec<String> =
        seasons.iter().filter(|s| s.role == Role::Participant).map(|s| s.season_slug.clone()).collect();
    seasons.retain(|s| s.role != Role::Applicant || !seated.contains(&s.season_slug));
    let is_staff = actor.strength.opens_staff_roles();
    let coming = if seasons.is_empty() {
        Vec::new()
    } else {
        gatherings::coming(&mut conn, &own_record(&actor), is_staff, kernel.now(), 3).await?
    };
    // Whoever comes to something reads whom to write to.
    if let Some(next) = coming.first()
        && let Some(season) = store::season_by_slug(&mut conn, &next.season_slug).await?
    {
        page.support = Support { name: season.support_name, email: season.support_email, phone: season.support_phone };
    }
    let mut practices =
        if seasons.is_empty() { Vec::new() } else { library::own_practices(&mut conn, &own_record(&actor)).await? };
    let today = kernel.now().date_in(actor.zone());
    let day = i64::from(today.day_of_year()) + i64::from(today.year()) * 366;
    let practice =
        (!practices.is_empty()).then(|| practices.swap_remove(usize::try_from(day).unwrap_or(0) % practices.len()));
    let mut todo = waiting(&kernel, &mut conn, &actor, &page).await?;
    // The card of what comes next asks for itself.
    if let Some(next) = coming.first().filter(|c| c.takes_part) {
        todo.retain(|i| i.page() != next.path() || i.presses.is_empty() != next.must_choose());
    }
    let steps = if is_owner { steps(&kernel, &mut conn, &seasons).await? } else { Vec::new() };
    let home = Home {
        steps,
        practice,
        takes_part: seasons.iter().any(|s| s.role == Role::Participant || s.role == Role::Registrant),
        coming,
        joys: if seasons.is_empty() {
            Vec::new()
        } else {
            together::lately(&mut conn, &own_record(&actor), is_staff, kernel.now().plus_days(-60)).await?
        },
        zone: actor.zone.clone(),
        now: kernel.now(),
        teams: teams::of_person(&mut conn, &actor).await?,
        commitments: commitments::mine(&mut conn, &own_record(&actor)).await?,
        appointments: appointments::ahead(&mut conn, &own_record(&actor), kernel.now()).await?,
        coaching: coaching::mine(&mut conn, &own_record(&actor)).await?,
        meetings: polls::coming(&mut conn, &own_record(&actor), kernel.now()).await?,
        consults: consults(&mut conn, &own_record(&actor), kernel.now()).await?,
        news: if seasons.is_empty() {
            Vec::new()
        } else {
            conversations::unread(&mut conn, &own_record(&actor), is_staff).await?
        },
        applications: applications::of_person(&mut conn, &actor).await?,
        places: selection::standings(&mut conn, &actor).await?,
        todo,
        answered: answered(&kernel, &mut conn, &own_record(&actor), &page).await?,
        scarce: machine::disk(&kernel.config.data).filter(|d| is_owner && d.is_scarce()),
        backlog: if is_owner { Some(outbox::backlog(&mut conn).await?) } else { None },
        name: actor.first_name,
        page,
        seasons,
    };
    html(&home)
}

/// Peer consults of someone: those that are on, then what lies ahead.
async fn consults(conn: &mut Conn, own: &OwnRecord, now: Time) -> weft_kernel::db::Result<Vec<Consult>> {
    let mut all = consult::on_now(conn, own).await?;
    all.extend(consult::ahead(conn, own, now).await?);
    Ok(all)
}

/// A step of setting the site up: its name in texts, whether it is done, where it is done.
struct HouseStep {
    name: &'static str,
    is_done: bool,
    path: String,
}

/// What a site needs before anyone can be invited; nothing once it has a season.
async fn steps(kernel: &Kernel, conn: &mut Conn, seasons: &[MySeason]) -> Result<Vec<HouseStep>> {
    if !seasons.is_empty() {
        return Ok(Vec::new());
    }
    let programs = store::programs(conn).await?;
    let of = |name, is_done, path: String| HouseStep { name, is_done, path };
    let season = programs.first().map(|p| format!("/programs/{}/new-season", p.slug)).unwrap_or_default();
    Ok(vec![
        of("program", !programs.is_empty(), "/new-program".into()),
        of("season", false, season),
        of("email", mail::kept(&kernel.config).is_none(), "/outbox?state=unsent".into()),
    ])
}

/// What waits for someone; what was sent with their address stands first, for others wait on it.
async fn waiting(kernel: &Kernel, conn: &mut Conn, actor: &Actor, page: &Page) -> Result<Vec<Item>> {
    let unconfirmed = super::apart::waiting(conn, actor).await?;
    let mut todo = Vec::new();
    if unconfirmed > 0 {
        let link = Some(("/me/confirm".to_owned(), page.t.t("apart-review")));
        let line = Line { text: page.t.a("apart-home", "n", unconfirmed), season: String::new(), link, due: None };
        todo.push(Item { what: String::new(), n: 1, is_private: false, line, presses: &[] });
    }
    let is_staff = actor.strength.opens_staff_roles();
    todo.extend(todo::items_of_person(kernel, conn, &own_record(actor), is_staff, &page.t).await?);
    Ok(todo)
}

/// An answer that was given just now, and the path of its gathering.
struct Answered {
    path: String,
    said: Answer,
    at: Time,
}

/// The answer that `?answered=` names, as `season.number.moment`, where it still stands and can be taken back.
async fn answered(kernel: &Kernel, conn: &mut Conn, own: &OwnRecord, page: &Page) -> Result<Option<Answered>> {
    let read = || {
        let mut named = page.address.split_once("?answered=")?.1.split('.');
        let (slug, number, at) = (named.next()?, named.next()?.parse::<i64>().ok()?, named.next()?.parse().ok()?);
        Some((slug, number, Time(at)))
    };
    let Some((slug, number, at)) = read() else { return Ok(None) };
    let said = gatherings::just_said(conn, own, slug, number, kernel.now()).await?.filter(|(_, given)| *given == at);
    Ok(said.map(|(said, at)| Answered { path: format!("/s/{slug}/gatherings/{number}"), said, at }))
}

impl Home {
    /// Why an answer was not taken back, as a key.
    fn kept(&self) -> Option<&'static str> {
        match self.page.address.split_once("?kept=")?.1 {
            "changed" => Some("today-kept-changed"),
            "begun" => Some("today-kept-begun"),
            _ => None,
        }
    }

    fn lines(&self) -> Vec<Line> {
        self.todo.iter().map(|i| i.line.clone()).collect()
    }

    /// Whether a line has to say of which season it is.
    fn names_seasons(&self) -> bool {
        self.seasons.len() > 1
    }

    /// The day it is where she reads times, and what the next gathering makes of it.
    /// The zone they chose, or the one that is theirs in that season.
    fn appointment_zone<'a>(&'a self, a: &'a Ahead) -> &'a str {
        self.zone.as_deref().unwrap_or(&a.usual_zone)
    }

    fn today(&self) -> String {
        let zone = self.zone.as_deref().or(self.coming.first().map(|c| c.zone.as_str())).unwrap_or(zone::USUAL_ZONE);
        when::day(self.page.t, self.now, zone)
    }

    fn headline(&self) -> String {
        let t = self.page.t;
        let Some(next) = self.coming.first().filter(|c| c.takes_part || c.runs) else {
            return t.a("home-hello", "name", self.name.clone());
        };
        let day = |at: Time| when::wall(at, self.zone.as_deref().unwrap_or(&next.zone)).date();
        match (day(next.starts_at) - day(self.now)).get_days() {
            ..=0 => t.t("today-now"),
            1 => t.t("today-tomorrow"),
            _ => t.a("home-hello", "name", self.name.clone()),
        }
    }

    /// Whether something is today and before the next gathering: only then does it stand above the gathering, which
    /// asks for an answer and would slip out of a phone's first sight.
    fn is_first(&self, at: Option<Time>) -> bool {
        let zone = self.zone.as_deref().unwrap_or(zone::USUAL_ZONE);
        at.is_some_and(|at| {
            at.date_in(zone) <= self.now.date_in(zone) && self.coming.first().is_none_or(|c| at < c.starts_at)
        })
    }

    fn appointment_first(&self) -> bool {
        self.is_first(self.appointments.first().map(|a| a.starts_at))
    }

    fn meets_first(&self) -> bool {
        self.is_first(self.meetings.first().and_then(|m| m.starts_at))
    }

    fn is_open(&self, c: &Coming) -> bool {
        c.takes_part && !c.must_choose() && c.is_open(self.now)
    }

    /// When the door opens, in her zone; only on the day itself.
    fn opens(&self, c: &Coming) -> Option<String> {
        let zone = self.zone.as_ref().unwrap_or(&c.zone);
        let is_today = when::wall(c.opens_at(), zone).date() == when::wall(self.now, zone).date();
        (is_today && c.takes_part && !c.must_choose() && !c.is_open(self.now))
            .then(|| self.page.t.a("today-opens", "time", when::time(self.page.t, c.opens_at(), zone)))
    }

    fn percent(chance: impl Real) -> String {
        format!("{:.1} %", chance.real() * 100.0)
    }
}
