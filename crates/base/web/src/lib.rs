//! What every page stands on: the frame around it, its forms, tables, charts and errors, the headers
//! it leaves with. This floor knows a person only by the name to greet her with.

// Templates name what writes their values by its path.
extern crate self as weft_web;

pub mod assets;
pub mod charts;
pub mod chore;
pub mod download;
pub mod error;
pub mod form;
pub mod headers;
pub mod lean;
pub mod meanwhile;
pub mod page;
pub mod parts;
pub mod qr;
pub mod route;
pub mod rows;
pub mod serving;
pub mod summary;
pub mod upload;
pub mod words;

pub use error::{Error, Result};
pub use form::{Form, is_link};
pub use page::{Page, Place, Support};
pub use route::Route;

use askama::Template;
use axum::response::{Html, IntoResponse, Redirect, Response};

/// Renders a template as a page.
pub fn html(template: &impl Template) -> Result<Response> {
    Ok(Html(lean::lean(&template.render()?)).into_response())
}

/// Renders a form that could not be accepted: the same page with what was typed and what is wrong.
pub fn unaccepted(template: &impl Template) -> Result<Response> {
    Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, Html(summary::name_fields(&lean::lean(&template.render()?))))
        .into_response())
}

/// After an act: on to a page that can be reloaded.
pub fn see(path: &str) -> Response {
    Redirect::to(path).into_response()
}

/// The least time that an answer takes which must not tell, by its speed, whether an address is known.
const EVEN: std::time::Duration = std::time::Duration::from_millis(150);

/// Does some work and answers no sooner than after a fixed time.
pub async fn in_even_time<T>(work: impl Future<Output = T>) -> T {
    let (answer, ()) = futures_util::future::join(work, tokio::time::sleep(EVEN)).await;
    answer
}

/// A path on this site, or `/` for anything that could lead away from it.
pub fn local_path(path: &str) -> &str {
    let safe =
        path.starts_with('/') && !path.starts_with("//") && !path.contains('\\') && !path.chars().any(char::is_control);
    if safe { path } else { "/" }
}

/// A page of signing in that leads on to `next`.
pub fn with_next(page: &str, next: &str) -> String {
    let next = local_path(next);
    if next == "/" {
        page.to_owned()
    } else {
        format!("{page}?{}", serde_urlencoded::to_string([("next", next)]).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_local_paths_are_followed() {
        for away in ["https://example.org", "//example.org", "/\\example.org", "javascript:alert(1)", "", "/a\r\nb"] {
            assert_eq!(super::local_path(away), "/", "{away:?}");
        }
        assert_eq!(super::local_path("/s/2025?region=South"), "/s/2025?region=South");
    }
}
