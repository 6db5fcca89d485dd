//! The one error at the edge. A slice returns it with `?`; the frame turns it into a page in the
//! reader's language. Refused looks exactly like missing.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::kernel::once::{Kept, Stop};

pub type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug)]
pub enum Error {
    /// There is no such thing, or it is not for this reader. The two are not told apart.
    NotFound,
    /// Too many tries; come back later.
    TooMany,
    /// The request cannot be understood.
    BadRequest,
    /// What was sent is larger than accepted.
    TooLarge,
    /// The request came from another site.
    OtherSite,
    /// The database is busy or full; nothing was changed.
    Unavailable,
    /// This form was sent before and is answered as it was then, by leading here.
    Again(String),
    /// This form was sent before, with other content. Whoever changed it is asked whether it is a new one.
    Changed(Box<Kept>),
    /// Our own fault. The text goes to the log, never to the page.
    Internal(String),
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let busy = match &error {
            sqlx::Error::PoolTimedOut => true,
            // SQLite: 5 busy, 6 locked, 13 full; extended codes keep them in the low byte.
            sqlx::Error::Database(e) => e.code().and_then(|c| c.parse::<i64>().ok()).is_some_and(|c| matches!(c & 0xff, 5 | 6 | 13) && c < 10_000),
            _ => false,
        };
        if busy { Self::Unavailable } else { Self::Internal(error.to_string()) }
    }
}

impl From<Stop> for Error {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Again(to) => Self::Again(to),
            Stop::Changed(kept) => Self::Changed(Box::new(kept)),
            Stop::Db(error) => error.into(),
        }
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self::Internal(error.to_string())
    }
}

/// What the frame needs to draw the error page.
#[derive(Clone, Debug)]
pub struct Failure {
    pub key: &'static str,
    pub status: StatusCode,
    /// Names this failure in the log, for the person to quote.
    pub id: Option<String>,
    /// What was typed, where it can be sent from the error page.
    pub kept: Option<Box<Kept>>,
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let (status, key) = match &self {
            Self::Again(to) => return super::see(to),
            Self::Changed(_) => (StatusCode::CONFLICT, "error-changed"),
            Self::NotFound => (StatusCode::NOT_FOUND, "error-missing"),
            Self::TooMany => (StatusCode::TOO_MANY_REQUESTS, "error-too-many"),
            Self::BadRequest => (StatusCode::BAD_REQUEST, "error-bad-request"),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "error-too-large"),
            Self::OtherSite => (StatusCode::FORBIDDEN, "error-other-site"),
            Self::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "error-unavailable"),
            Self::Internal(_) => (StatusCode::INTERNAL_SERVER_ERROR, "error-internal"),
        };
        let id = if let Self::Internal(text) = &self {
            let mut bytes = [0; 4];
            let id = getrandom::fill(&mut bytes).map_or_else(|_| "unknown".into(), |()| crate::kernel::secret::hex(&bytes));
            tracing::error!(id, "{text}");
            Some(id)
        } else {
            None
        };
        let kept = if let Self::Changed(kept) = self { Some(kept) } else { None };
        let mut response = status.into_response();
        response.extensions_mut().insert(Failure { key, status, id, kept });
        response
    }
}

#[derive(askama::Template)]
#[template(path = "web/templates/error.html")]
struct ErrorPage {
    page: super::Page,
    failure: Failure,
    title: String,
    text: String,
}

/// Draws the page for a failure in the reader's language.
pub fn page(page: super::Page, failure: Failure) -> Response {
    use askama::Template as _;
    let (title, text) = (page.t.t(failure.key), page.t.t(&format!("{}-text", failure.key)));
    let status = failure.status;
    let body = ErrorPage { page, failure, title, text }.render().unwrap_or_default();
    (status, axum::response::Html(body)).into_response()
}
