//! The page of those who leave: who, when and why, what that ends, and who left before.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::acts::{self, Leaving, UNDO_DAYS, Undone};
use super::rules::EndSeats;
use super::store::{self, Gone, Staying};
use crate::gatherings::places;
use weft_kernel::Kernel;
use weft_programs::{InSeason, May};
use weft_web::route::{get, post};
use weft_web::{Error, Form, Page, Result, Route, html, see, unaccepted};

pub fn routes() -> Vec<Route> {
    vec![
        get("/s/{season}/leaving", show),
        post("/s/{season}/leaving", end),
        post("/s/{season}/leaving/{member}/undo", undo),
    ]
}

/// What an act did, or whom a link is about.
#[derive(Deserialize)]
struct Asked {
    member: Option<String>,
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "leaving/templates/leaving.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    staying: Vec<Staying>,
    gone: Vec<Gone>,
    people: Vec<(String, String)>,
    /// Who would leave, and from how many gatherings, when everything is filled in and only a yes is missing.
    asks: Option<(Staying, usize)>,
    done: Option<&'static str>,
    kernel: Kernel,
}

async fn load(kernel: &Kernel, permit: &EndSeats, s: InSeason, mut form: Form) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let staying = store::staying(&mut conn, permit).await?;
    let twice = |m: &Staying| staying.iter().filter(|o| o.name == m.name).count() > 1;
    // Two of one name are told apart by their address.
    let label = |m: &Staying| match &m.email {
        Some(email) if twice(m) => format!("{} ({email})", m.name),
        _ => m.name.clone(),
    };
    let mut people = vec![(String::new(), s.page.t.t("leaving-choose"))];
    people.extend(staying.iter().map(|m| (m.id.to_string(), label(m))));
    if form.value("left_on").is_empty() && form.is_accepted() {
        form.set("left_on", kernel.now().date_in(&s.season.zone).to_string());
    }
    Ok(Show {
        gone: store::gone(&mut conn, permit).await?,
        page: s.page.clone(),
        asks: None,
        done: None,
        kernel: kernel.clone(),
        people,
        s,
        form,
        staying,
    })
}

impl Show {
    fn can_undo(&self, gone: &Gone) -> bool {
        gone.finished_at.is_none() && gone.at >= self.kernel.now().plus_days(-UNDO_DAYS)
    }

    fn undo_until(&self, gone: &Gone) -> String {
        self.page.t.moment(gone.at.plus_days(UNDO_DAYS), &self.s.season.zone)
    }
}

async fn show(
    State(kernel): State<Kernel>,
    May { permit, s }: May<EndSeats>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let mut form = Form::default();
    if let Some(member) = asked.member {
        form.set("member", member);
    }
    let mut page = load(&kernel, &permit, s, form).await?;
    page.done = match asked.done.as_deref() {
        Some("ended") => Some("leaving-ended"),
        Some("undone") => Some("leaving-undone"),
        _ => None,
    };
    html(&page)
}

async fn end(State(kernel): State<Kernel>, May { permit, s }: May<EndSeats>, mut form: Form) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let left_on = form.date("left_on");
    if left_on.parse::<jiff::civil::Date>().is_ok_and(|d| d > kernel.now().date_in(&s.season.zone)) {
        form.reject("left_on", "wrong-leaving-future");
    }
    let reason: String = form.value("reason").to_owned();
    if reason.chars().count() > 2_000 {
        form.reject("reason", "wrong-note-long");
    }
    let frees_seat = form.is_checked("frees_seat", "yes");
    let mut page = load(&kernel, &permit, s, form).await?;
    let wanted = page.form.value("member").to_owned();
    let member = page.staying.iter().find(|m| m.id.as_str() == wanted).cloned();
    let Some(member) = member else {
        // Someone else may have been faster.
        if page.gone.iter().any(|g| g.id.as_str() == wanted) {
            return Ok(see(&format!("{}?done=ended", page.s.season.path("leaving"))));
        }
        page.form.reject("member", "wrong-leaving-who");
        return unaccepted(&page);
    };
    if !page.form.is_accepted() {
        return unaccepted(&page);
    }
    if page.form.value("sure") != "yes" {
        let n =
            places::count_ahead(&kernel, &mut kernel.db.read().await?, &page.s.season.id, &member.person_id).await?;
        page.asks = Some((member, n));
        return html(&page);
    }
    let of = Leaving { member: &member, left_on: &left_on, reason: &reason, frees_seat };
    acts::end(&kernel, &permit, &actor, &page.s.season, of).await?;
    Ok(see(&format!("{}?done=ended", page.s.season.path("leaving"))))
}

#[derive(Deserialize)]
struct At {
    member: String,
}

async fn undo(State(kernel): State<Kernel>, May { permit, s }: May<EndSeats>, Path(at): Path<At>) -> Result<Response> {
    let actor = s.actor_id().cloned().ok_or(Error::NotFound)?;
    let mut page = load(&kernel, &permit, s, Form::default()).await?;
    let path = page.s.season.path("leaving");
    let Some(gone) = page.gone.iter().find(|g| g.id.as_str() == at.member).cloned() else {
        return Ok(see(&path));
    };
    let fault = match acts::undo(&kernel, &permit, &actor, &page.s.season, &gone).await? {
        Undone::Done => return Ok(see(&format!("{path}?done=undone"))),
        Undone::Late => "wrong-leaving-late",
        Undone::NoSeat => "wrong-leaving-no-seat",
    };
    page.form.reject("member", fault);
    unaccepted(&page)
}
