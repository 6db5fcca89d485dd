//! The middleware around every page: who asks, in which language, from where; and the page that is
//! drawn when something fails.

use std::any::Any;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, CONNECTION, CONTENT_TYPE, FORWARDED, HeaderValue, LOCATION, REFERER};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::signed_out;
use weft_kernel::db::{Trouble, trouble};
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::mail;
use weft_kernel::often::Tally;
use weft_kernel::{Kernel, events};
use weft_people as people;
use weft_people::pages::{ClientAddress, KEPT, LANGUAGE, SIGN_IN, cookie};
use weft_people::rules::own_record;
use weft_people::store;
use weft_season::gatherings;
use weft_web::error::{self, Failure};
use weft_web::form::Slate;
use weft_web::serving::Pace;
use weft_web::{Error, Page, Support, local_path};

/// What the frame remembers from request to request.
#[derive(Clone)]
pub struct Watch {
    kernel: Kernel,
    tally: Tally,
    /// When requests last came through a proxy that the settings do not name, in microseconds.
    proxied: Arc<AtomicI64>,
}

impl Watch {
    pub fn of(kernel: &Kernel) -> Self {
        Self { kernel: kernel.clone(), tally: Tally::default(), proxied: Arc::new(AtomicI64::new(i64::MIN)) }
    }
}

/// The setting that remembers when a request last came through a proxy that no setting names.
pub const UNDECLARED_PROXY: &str = "undeclared_proxy_at";

/// Prepares the page frame and turns failures into pages.
pub async fn frame(State(watch): State<Watch>, mut request: Request, next: Next) -> Response {
    let kernel = watch.kernel.clone();
    let started = std::time::Instant::now();
    let path = request.uri().path().to_owned();
    if path.starts_with("/assets/") || path == "/healthz" {
        return next.run(request).await;
    }
    // No address of ours holds a NUL, and one engine refuses to compare with it.
    let has_nul = request.uri().path_and_query().is_some_and(|p| p.as_str().contains("%00"));
    let actor = match cookie(&kernel, request.headers(), SIGN_IN) {
        Some(token) => people::acts::actor(&kernel, token).await,
        None => Ok(None),
    };
    let chosen = cookie(&kernel, request.headers(), LANGUAGE).and_then(Lang::parse);
    let accepted = request.headers().get(ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).and_then(Lang::accepted);
    let lang = match &actor {
        Ok(Some(a)) => a.lang,
        _ => chosen.or(accepted).unwrap_or_default(),
    };
    let back = request.uri().path_and_query().map_or("/", |p| p.as_str()).to_owned();
    let is_get = request.method() == axum::http::Method::GET;
    let mut page = Page::new(lang, path.clone());
    page.address.clone_from(&back);
    let address = back.clone();
    page.keys = Some(kernel.rng.clone());
    page.is_get = is_get;
    page.back = if is_get { back } else { path.clone() };
    page.is_demo = kernel.is_demo;
    page.has_mail = people::pages::has_mail(&kernel);
    let was_done = cookie(&kernel, request.headers(), DONE).map(str::to_owned);
    page.done = was_done.as_deref().filter(|_| is_get).map_or_else(String::new, |verb| done(page.t, verb));
    let tells_time = kernel.is_demo || matches!(actor, Ok(Some(_)));
    let slate = Slate::default();
    request.extensions_mut().insert(slate.clone());
    let form = form_page(&kernel, request.headers());
    let pace = request.extensions().get::<Pace>().cloned().unwrap_or_default();
    note_proxy(&watch, request.headers()).await;
    let gone = match &actor {
        Ok(None) if !has_nul => signed_out::gone(&kernel, &mut request, form.clone()).await,
        _ => None,
    };
    let kept = cookie(&kernel, request.headers(), KEPT).filter(|_| !is_get).map(str::to_owned);
    let who = actor.as_ref().ok().and_then(Clone::clone);
    let (mut has_saved, mut act) = (false, None);
    let response = match actor {
        Ok(_) if has_nul => Error::NotFound.into_response(),
        Ok(actor) => {
            if let Some(actor) = actor {
                page.person = Some(actor.name.clone());
                // The demo says so on a page of its own.
                let is_owner = actor.is_owner && actor.strength.opens_staff_roles();
                page.keeps_email = is_owner && !kernel.is_demo && mail::kept(&kernel.config).is_some();
                actor.zone().clone_into(&mut page.zone);
                if let Err(error) = accompany(&kernel, &mut page, &actor).await {
                    // The page itself says what is wrong, if it reads as well.
                    tracing::debug!("a page has no places: {error}");
                }
                request.extensions_mut().insert(actor);
            }
            let address = client_address(&kernel, &request);
            request.extensions_mut().insert(ClientAddress(address));
            request.extensions_mut().insert(page.clone());
            let ((response, committed), verb) = events::noting(trouble::watching(next.run(request))).await;
            (has_saved, act) = (committed, verb);
            if pace.is_too_slow() { Error::TooSlow.into_response() } else { response }
        }
        Err(e) => e.into_response(),
    };
    let mut response = match failure_of(&response) {
        Some(failure) => {
            if let Some(trouble) = failure.trouble {
                watch.tally.say(trouble.said(), &format!("requests are answered with {}", failure.status.as_u16()));
            }
            if failure.key == "error-missing"
                && let Some(gone) = gone
            {
                return gone.page(&kernel, page).await;
            }
            let is_unsure = has_saved && !is_get && failure.status.is_server_error();
            let mut failure = if is_unsure { failure.after_saving() } else { failure };
            // Nothing was saved: the same can be sent again.
            if failure.trouble.is_some_and(|t| t != Trouble::Unsure) {
                failure.kept = slate.kept(&page.address);
            }
            failure.form = form.filter(|_| failure.kept.is_some());
            // A page that is refused looks like one that is missing, wherever it would be.
            (page.rail, page.tabs, page.below, page.is_bar) = (Vec::new(), Vec::new(), Vec::new(), false);
            page.support = Support::default();
            error::page(page, failure, !is_get)
        }
        None => response,
    };
    // A form that was pressed again leads on as the first press did.
    let is_repeat = response.extensions().get::<error::Repeated>().is_some();
    let is_to_say = act.is_some() || !only_prepares(&path);
    if !is_get && (has_saved || is_repeat) && is_to_say && speaks_next(&response, &path) {
        people::pages::set_cookie(&kernel, &mut response, DONE, act.as_deref().unwrap_or("saved"), 60);
    } else if was_done.is_some() && is_get && is_page(&response) {
        people::pages::set_cookie(&kernel, &mut response, DONE, "", 0);
    }
    // A kept form was sent again: it is kept no longer.
    if let (Some(cookie), Some(actor)) = (kept, who)
        && response.status() == StatusCode::SEE_OTHER
        && people::kept::sent(&kernel, &actor, &cookie, &address).await.unwrap_or(false)
    {
        people::pages::set_cookie(&kernel, &mut response, KEPT, "", 0);
    }
    if pace.is_too_slow() {
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    // For strangers it would measure what an even time hides.
    if tells_time && let Ok(value) = format!("app;dur={:.2}", started.elapsed().as_secs_f64() * 1000.0).parse() {
        response.headers_mut().insert("server-timing", value);
    }
    response
}

/// Pages of a signed-in person that are of no season.
const OWN: [&str; 4] = ["/me", "/peers", "/kept-forms", "/opportunities"];

/// Puts the places of the season that someone takes part in on their own pages.
async fn accompany(kernel: &Kernel, page: &mut Page, actor: &people::Actor) -> weft_kernel::db::Result<()> {
    let is_own = page.path == "/" || OWN.iter().any(|p| page.path.strip_prefix(p).is_some_and(is_end));
    if !is_own || actor.is_owner {
        return Ok(());
    }
    let mut conn = kernel.db.read().await?;
    let Some(slug) = gatherings::own_season(&mut conn, &own_record(actor), kernel.now()).await? else { return Ok(()) };
    weft_programs::accompany(&mut conn, page, actor, &slug).await
}

fn is_end(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('/')
}

/// Carries what an act did to the page that it leads to.
const DONE: &str = "weft-done";

/// What an act did, in words for whoever did it: of the verb with its detail where the two have a text, or of the verb.
fn done(t: Tr, act: &str) -> String {
    let verb = act.match_indices('.').nth(1).map_or(act, |(at, _)| &act[..at]);
    let keys = [act, verb].map(|said| format!("did-{}", said.replace('.', "-")));
    keys.iter().find(|key| t.has(key)).map_or_else(|| t.t("saved"), |key| t.t(key))
}

/// Whether the page that an act leads to is to say what was done: not one whose address says so itself, nor after
/// signing in or out and choosing a language, nor an application, whose pages say
/// when they were saved and what was chosen.
fn speaks_next(response: &Response, path: &str) -> bool {
    let to = response.headers().get(LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let is_quiet = ["/language", "/sign-in", "/sign-out", "/demo/", "/call/", "/application-choice/"]
        .iter()
        .any(|p| path.starts_with(p));
    // What everyone sees at once is not told again where every line counts.
    let is_seen =
        path.contains("/consults/") && ["/beginning", "/steps", "/timekeeper"].iter().any(|end| path.ends_with(end));
    response.status() == StatusCode::SEE_OTHER && local_path(to) == to && !to.contains('?') && !is_quiet && !is_seen
}

/// Whether what came of a form without an act of its own is only a step on the way, of which the next page speaks: a
/// file that was read but not imported yet, a search that has begun or was stopped.
fn only_prepares(path: &str) -> bool {
    ["/import", "/search", "/stop"].iter().any(|end| path.ends_with(end)) || path.contains("/imports/")
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok());
    response.status() == StatusCode::OK && kind.is_some_and(|k| k.starts_with("text/html"))
}

/// The page of ours that a request was sent from, as its browser says: path and query.
fn form_page(kernel: &Kernel, headers: &HeaderMap) -> Option<String> {
    let path = headers.get(REFERER)?.to_str().ok()?.strip_prefix(&kernel.config.base_url)?;
    (path.len() > 1 && local_path(path) == path).then(|| path.to_owned())
}

/// What an answer failed with: our own error, or what an extractor of the framework refused in plain text.
fn failure_of(response: &Response) -> Option<Failure> {
    if let Some(failure) = response.extensions().get::<Failure>() {
        return Some(failure.clone());
    }
    let is_plain =
        response.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).is_none_or(|v| v.starts_with("text/plain"));
    let key = match response.status() {
        StatusCode::PAYLOAD_TOO_LARGE => "error-too-large",
        StatusCode::NOT_FOUND => "error-missing",
        _ => "error-bad-request",
    };
    (response.status().is_client_error() && is_plain).then(|| Failure::new(response.status(), key))
}

/// Addresses that no setting trusts are worth nothing, and behind a proxy everyone counts as one: said once in the log,
/// and kept for `weft doctor`, once an hour.
async fn note_proxy(watch: &Watch, headers: &HeaderMap) {
    let is_forwarded = ["x-forwarded-for", FORWARDED.as_str()].iter().any(|h| headers.contains_key(*h));
    if watch.kernel.config.trusted_proxies > 0 || !is_forwarded {
        return;
    }
    let now = watch.kernel.now();
    let last = watch.proxied.load(Ordering::Relaxed);
    if last >= now.plus_seconds(-3600).0
        || watch.proxied.compare_exchange(last, now.0, Ordering::Relaxed, Ordering::Relaxed).is_err()
    {
        return;
    }
    if last == i64::MIN {
        tracing::warn!(
            "requests come through a proxy, but trusted_proxies is 0: everyone counts as one address when attempts are \
                limited"
        );
    }
    let kept = async {
        let mut tx = watch.kernel.db.begin().await?;
        store::set_setting(&mut tx, UNDECLARED_PROXY, &now.0.to_string()).await?;
        tx.commit().await
    };
    if let Err(error) = kept.await {
        tracing::debug!("that requests come through a proxy could not be kept: {error}");
    }
}

/// The address of the browser: the socket's, or what as many proxies as are trusted have added.
fn client_address(kernel: &Kernel, request: &Request) -> String {
    let hops = usize::from(kernel.config.trusted_proxies);
    // Proxies may add a line of their own: all of them are one list.
    let lines: Vec<&str> =
        request.headers().get_all("x-forwarded-for").iter().filter_map(|v| v.to_str().ok()).collect();
    let list = lines.join(",");
    if hops > 0 && !list.is_empty() {
        let entries: Vec<&str> = list.split(',').map(str::trim).collect();
        if let Some(address) = entries.len().checked_sub(hops).and_then(|i| entries.get(i)) {
            return (*address).to_owned();
        }
    }
    request.extensions().get::<ConnectInfo<SocketAddr>>().map_or_else(|| "unknown".into(), |c| c.0.ip().to_string())
}

/// One panicking request fails alone; its text stays in the log.
#[expect(clippy::needless_pass_by_value, reason = "the layer hands the panic over by value")]
pub fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let text =
        panic.downcast_ref::<String>().cloned().or_else(|| panic.downcast_ref::<&str>().map(|s| (*s).to_owned()));
    Error::Internal(format!("panic: {}", text.unwrap_or_default())).into_response()
}
