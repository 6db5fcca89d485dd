//! Pages of people: one file per way to sign in, one for one's own page.

mod contacts;
pub mod first_run;
mod kept;
mod link;
mod me;
mod needs;
mod password;
mod photo;
pub mod proof;

use axum::http::HeaderMap;
use axum::http::header::{COOKIE, SET_COOKIE, USER_AGENT};
use axum::response::Response;
use serde::Deserialize;

pub use me::choose_language;
pub use password::to_second_step;

use super::tries;
use weft_kernel::clock::Time;
use weft_kernel::i18n::Tr;
use weft_kernel::{Kernel, tally};
use weft_web::route::{get, post};
use weft_web::{Route, local_path};

pub fn routes() -> Vec<Route> {
    vec![
        get("/sign-in", link::ask),
        post("/sign-in", link::send),
        get("/sign-in/sent", link::sent),
        post("/sign-in/code", link::code),
        get("/sign-in/link/{token}", link::button),
        post("/sign-in/link/{token}", link::follow),
        get("/sign-in/password", password::ask),
        post("/sign-in/password", password::check),
        get("/sign-in/second-factor", password::second),
        post("/sign-in/second-factor", password::check_second),
        get("/sign-in/again", proof::again),
        post("/sign-in/again", proof::check),
        post("/sign-out", me::sign_out),
        post("/language", me::language),
        get("/first-run/{token}", first_run::ask),
        post("/first-run/{token}", first_run::make_owner),
        get("/me", me::show),
        post("/me", me::save),
        post("/me/photo", photo::save).up_to(super::photo::MOST_BYTES + 64 * 1024),
        post("/me/photo/remove", photo::remove),
        post("/me/self-description", me::describe),
        post("/me/daily-email", me::daily_email),
        post("/me/access-needs/{id}", needs::of_own),
        get("/access-needs/{token}", needs::show),
        post("/access-needs/{token}", needs::answer),
        post("/me/affiliations", me::add_affiliation),
        post("/me/affiliations/{id}/end", me::end_affiliation),
        post("/me/contacts", contacts::add),
        post("/me/contacts/{id}/end", contacts::end),
        get("/me/addresses/{token}", contacts::ask),
        post("/me/addresses/{token}", contacts::confirm),
        post("/me/sign-ins/{id}/end", me::end_sign_in),
        get("/kept-forms", kept::show),
        post("/kept-forms/{id}/discard", kept::discard),
    ]
}

/// The sign-in's cookie.
pub const SIGN_IN: &str = "weft";

/// The chosen language's cookie.
pub const LANGUAGE: &str = "weft-lang";

/// A browser in which someone was signed in keeps that sign-in's token, which opens nothing once it has ended:
/// strangers who ask too often for an account do not shut this browser out.
pub const WAS: &str = "weft-was";

/// The key of what was typed in this browser after a sign-in had ended; see [`kept`](super::kept).
pub const KEPT: &str = "weft-kept";

const BROWSER: &str = "weft-browser";
const STEP: &str = "weft-step";
const NEXT: &str = "weft-next";

/// What a cookie is called here: `__Host-` before its name wherever there is TLS, so that no neighbour can set it.
fn cookie_name(kernel: &Kernel, name: &str) -> String {
    format!("{}{name}", if kernel.config.is_https() { "__Host-" } else { "" })
}

/// The value of a cookie the browser sent.
pub fn cookie<'h>(kernel: &Kernel, headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let name = cookie_name(kernel, name);
    headers.get_all(COOKIE).iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(';')).find_map(|pair| {
        let (n, v) = pair.trim().split_once('=')?;
        (n == name).then_some(v)
    })
}

/// Whether this site sends emails. Without a mail server they are files, and nobody waits for a link. A demo shows the
/// pages as they are with one.
pub fn has_mail(kernel: &Kernel) -> bool {
    kernel.is_demo || !kernel.config.smtp_url.is_empty()
}

/// Adds a cookie to an answer. `seconds` 0 takes it back.
pub fn set_cookie(kernel: &Kernel, response: &mut Response, name: &str, value: &str, seconds: i64) {
    let secure = if kernel.config.is_https() { "; Secure" } else { "" };
    let name = cookie_name(kernel, name);
    let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    if let Ok(header) = text.parse() {
        response.headers_mut().append(SET_COOKIE, header);
    }
}

/// The page that whoever signs in wanted to see, as an address or a form names it.
#[derive(Default, Deserialize)]
pub struct Next {
    #[serde(default)]
    next: String,
}

/// Longest address that is gone on to after signing in.
const LONGEST_NEXT: usize = 1_000;

/// Keeps, while someone signs in, which page they wanted to see.
pub fn remember_next(kernel: &Kernel, headers: &HeaderMap, response: &mut Response, next: &str) {
    let next = local_path(next);
    if next != "/" && next.len() <= LONGEST_NEXT {
        set_cookie(kernel, response, NEXT, &serde_urlencoded::to_string([("next", next)]).unwrap_or_default(), 3_600);
    } else if cookie(kernel, headers, NEXT).is_some() {
        set_cookie(kernel, response, NEXT, "", 0);
    }
}

/// Signed in: on to the page they wanted to see, or to the start page, with the sign-in cookie set.
pub fn signed_in(kernel: &Kernel, headers: &HeaderMap, token: &str) -> Response {
    let wanted: Next =
        cookie(kernel, headers, NEXT).and_then(|text| serde_urlencoded::from_str(text).ok()).unwrap_or_default();
    let mut response = weft_web::see(local_path(&wanted.next));
    if !wanted.next.is_empty() {
        set_cookie(kernel, &mut response, NEXT, "", 0);
    }
    set_cookie(kernel, &mut response, SIGN_IN, token, 90 * 86_400);
    set_cookie(kernel, &mut response, WAS, token, 365 * 86_400);
    set_cookie(kernel, &mut response, STEP, "", 0);
    response
}

/// For how long digits are still off, in words.
fn off_for(kernel: &Kernel, t: Tr, until: Time) -> String {
    tries::words(t, (until.0 - kernel.now().0) / 1_000_000)
}

pub fn agent(headers: &HeaderMap) -> String {
    headers.get(USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned()
}

/// The address a request came from, as the app's middleware understood it.
#[derive(Clone, Debug)]
pub struct ClientAddress(pub String);

/// What limits count as one sender; see [`tally::sender`].
pub fn address(client: Option<&axum::Extension<ClientAddress>>) -> String {
    client.map_or_else(|| "unknown".to_owned(), |c| tally::sender(&c.0.0))
}
