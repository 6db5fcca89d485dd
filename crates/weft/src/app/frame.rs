//! The middleware around every page: who asks, in which language, from where; and the page that is
//! drawn when something fails.

use std::any::Any;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::StatusCode;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::kernel::Kernel;
use crate::kernel::i18n::Lang;
use crate::people;
use crate::people::pages::{ClientAddress, LANGUAGE, SIGN_IN, cookie};
use crate::web::error::{self, Failure};
use crate::web::{Error, Page};

/// Prepares the page frame and turns failures into pages.
pub async fn frame(State(kernel): State<Kernel>, mut request: Request, next: Next) -> Response {
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
    page.keys = Some(kernel.rng.clone());
    page.back = if is_get { back } else { path };
    page.is_demo = kernel.is_demo;
    let response = match actor {
        Ok(_) if has_nul => Error::NotFound.into_response(),
        Ok(actor) => {
            if let Some(actor) = actor {
                page.person = Some(actor.name.clone());
                request.extensions_mut().insert(actor);
            }
            let address = client_address(&kernel, &request);
            request.extensions_mut().insert(ClientAddress(address));
            request.extensions_mut().insert(page.clone());
            next.run(request).await
        }
        Err(e) => e.into_response(),
    };
    let mut response = match failure_of(&response) {
        Some(failure) => error::page(page, failure),
        None => response,
    };
    if let Ok(value) = format!("app;dur={:.2}", started.elapsed().as_secs_f64() * 1000.0).parse() {
        response.headers_mut().insert("server-timing", value);
    }
    response
}

/// What an answer failed with: our own error, or what an extractor of the framework refused in plain text.
fn failure_of(response: &Response) -> Option<Failure> {
    if let Some(failure) = response.extensions().get::<Failure>() {
        return Some(failure.clone());
    }
    let is_plain = response.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).is_none_or(|v| v.starts_with("text/plain"));
    let key = match response.status() {
        StatusCode::PAYLOAD_TOO_LARGE => "error-too-large",
        StatusCode::NOT_FOUND => "error-missing",
        _ => "error-bad-request",
    };
    (response.status().is_client_error() && is_plain).then(|| Failure { key, status: response.status(), id: None, kept: None })
}

/// The address of the browser: the socket's, or what as many proxies as are trusted have added.
fn client_address(kernel: &Kernel, request: &Request) -> String {
    let hops = usize::from(kernel.config.trusted_proxies);
    // Proxies may add a line of their own: all of them are one list.
    let lines: Vec<&str> = request.headers().get_all("x-forwarded-for").iter().filter_map(|v| v.to_str().ok()).collect();
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
    let text = panic.downcast_ref::<String>().cloned().or_else(|| panic.downcast_ref::<&str>().map(|s| (*s).to_owned()));
    Error::Internal(format!("panic: {}", text.unwrap_or_default())).into_response()
}
