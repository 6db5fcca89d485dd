//! One's own calendar: connected, read, disconnected. Its address is typed here and never shown again.

use askama::Template;
use axum::extract::State as Shared;
use axum::response::Response;

use crate::busy::model::{Address, DAYS_AHEAD, Fault, State};
use crate::busy::reading::{self, Unread};
use crate::busy::rules::Connect;
use crate::busy::{acts, store};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_programs::{InSeason, May};
use weft_web::{Form, Page, Result, html, see, unaccepted};

/// The field of the address.
const FIELD: &str = "calendar_address";

#[derive(Template)]
#[template(path = "busy/templates/calendar.html")]
struct Show {
    page: Page,
    s: InSeason,
    form: Form,
    state: Option<State>,
    ahead: i64,
    zone: String,
    now: Time,
}

impl Show {
    fn action(&self) -> String {
        self.s.season.path("appointments/calendar")
    }

    fn where_from() -> [(&'static str, &'static str); 4] {
        [
            ("busy-google", "busy-google-how"),
            ("busy-outlook", "busy-outlook-how"),
            ("busy-nextcloud", "busy-nextcloud-how"),
            ("busy-icloud", "busy-icloud-how"),
        ]
    }
}

async fn load(kernel: &Kernel, s: InSeason, permit: &Connect, form: Form) -> Result<Show> {
    let mut conn = kernel.db.read().await?;
    let now = kernel.now();
    let state = store::state(&mut conn, permit.person()).await?;
    let ahead = store::ahead(&mut conn, permit, now).await?;
    Ok(Show { page: s.page.clone(), zone: s.zone(), form, state, ahead, now, s })
}

pub async fn show(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Connect>) -> Result<Response> {
    html(&load(&kernel, s, &permit, Form::default()).await?)
}

/// Reads the calendar at once. An address that nothing can be read at is not kept.
pub async fn connect(
    Shared(kernel): Shared<Kernel>,
    May { permit, s }: May<Connect>,
    mut form: Form,
) -> Result<Response> {
    let typed = form.required(FIELD);
    if form.is_accepted() {
        match kernel.fetcher.address(&typed) {
            Err(fault) => form.reject(FIELD, Fault::from(fault).text()),
            Ok(url) => {
                let address = Address::of(&url);
                match reading::read(&kernel, &address.text, None, &s.zone()).await {
                    Ok(Some(read)) => {
                        acts::connect(&kernel, &permit, &address, &read).await?;
                        return Ok(see(&s.season.path("appointments/calendar")));
                    }
                    Err(Unread::Fault(fault)) => form.reject(FIELD, fault.text()),
                    Ok(None) | Err(Unread::NotNow) => form.reject(FIELD, "busy-not-now"),
                }
            }
        }
    }
    unaccepted(&load(&kernel, s, &permit, form).await?)
}

pub async fn read_now(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Connect>) -> Result<Response> {
    let said = if acts::read_now(&kernel, &permit).await? { "read=now" } else { "read=soon" };
    Ok(see(&s.season.path(&format!("appointments/calendar?{said}"))))
}

pub async fn disconnect(Shared(kernel): Shared<Kernel>, May { permit, s }: May<Connect>) -> Result<Response> {
    acts::disconnect(&kernel, &permit).await?;
    Ok(see(&s.season.path("appointments/calendar")))
}
