//! The one error at the edge. A slice returns it with `?`; the frame turns it into a page in the
//! reader's language. Refused looks exactly like missing.

use axum::http::StatusCode;
use axum::http::header::{HeaderValue, RETRY_AFTER};
use axum::response::{IntoResponse, Response};

use weft_kernel::db::{Trouble, trouble};
use weft_kernel::i18n::Tr;
use weft_kernel::once::{Kept, Stop};
use weft_kernel::stored::Unreadable;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Marks the answer to a form that was sent before.
#[derive(Clone, Copy, Debug)]
pub struct Repeated;

#[derive(Debug)]
pub enum Error {
    /// There is no such thing, or it is not for this reader. The two are not told apart.
    NotFound,
    /// Too many tries; come back later.
    TooMany,
    /// Something has reached its limit for now; the key says what.
    Limit(&'static str),
    /// The request cannot be understood.
    BadRequest,
    /// What was sent is larger than accepted.
    TooLarge,
    /// The request came from another site.
    OtherSite,
    /// What was sent came too slowly.
    TooSlow,
    /// The database is busy or cannot be reached; nothing was changed.
    Unavailable(Trouble),
    /// The disk is full, read-only or broken; nothing was changed.
    CannotSave(Trouble),
    /// The commit itself failed: it may stand.
    Unsure,
    /// This form was sent before and is answered as it was then, by leading here.
    Again(String),
    /// This form was sent before, with other content. Whoever changed it is asked whether it is a new one.
    Changed(Box<Kept>),
    /// Our own fault. The text goes to the log, never to the page.
    Internal(String),
}

impl Error {
    /// What to say at a terminal.
    pub fn said(self) -> String {
        match self {
            Self::Internal(text) => text,
            Self::Unavailable(t) | Self::CannotSave(t) => format!("{}; nothing was changed", t.said()),
            other => format!("{other:?}"),
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match trouble::of(&error) {
            Some(t @ (Trouble::Busy | Trouble::Away)) => Self::Unavailable(t),
            Some(t @ (Trouble::Full | Trouble::ReadOnly | Trouble::Disk)) => Self::CannotSave(t),
            Some(Trouble::Unsure) => Self::Unsure,
            None => Self::Internal(error.to_string()),
        }
    }
}

impl From<Unreadable> for Error {
    fn from(value: Unreadable) -> Self {
        Self::Internal(value.to_string())
    }
}

impl From<object_store::Error> for Error {
    fn from(error: object_store::Error) -> Self {
        use std::io::ErrorKind;
        let mut cause: Option<&dyn std::error::Error> = Some(&error);
        while let Some(inner) = cause {
            match inner.downcast_ref::<std::io::Error>().map(std::io::Error::kind) {
                Some(ErrorKind::StorageFull | ErrorKind::QuotaExceeded) => return Self::CannotSave(Trouble::Full),
                Some(ErrorKind::ReadOnlyFilesystem) => return Self::CannotSave(Trouble::ReadOnly),
                _ => cause = inner.source(),
            }
        }
        Self::Internal(format!("files: {error}"))
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
    /// What keeps everyone from saving, for the log.
    pub trouble: Option<Trouble>,
    /// What was typed, where it can be sent from the error page.
    pub kept: Option<Box<Kept>>,
    /// The page it was typed on, where the browser says so.
    pub form: Option<String>,
}

impl Failure {
    pub fn new(status: StatusCode, key: &'static str) -> Self {
        Self { key, status, id: None, trouble: None, kept: None, form: None }
    }

    /// Whether signing in may help whoever is not signed in.
    pub fn offers_sign_in(&self) -> bool {
        ["error-too-many", "error-missing", "error-signed-out", "error-signed-out-lost"].contains(&self.key)
    }

    /// The same failure, of a request that had saved something before it failed: whoever sent it should look.
    #[must_use]
    pub fn after_saving(self) -> Self {
        Self { key: "error-unsure", trouble: None, ..self }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let (status, key) = match &self {
            Self::Again(to) => {
                let mut response = super::see(to);
                response.extensions_mut().insert(Repeated);
                return response;
            }
            Self::Changed(_) => (StatusCode::CONFLICT, "error-changed"),
            Self::NotFound => (StatusCode::NOT_FOUND, "error-missing"),
            Self::TooMany => (StatusCode::TOO_MANY_REQUESTS, "error-too-many"),
            Self::Limit(key) => (StatusCode::TOO_MANY_REQUESTS, *key),
            Self::BadRequest => (StatusCode::BAD_REQUEST, "error-bad-request"),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "error-too-large"),
            Self::OtherSite => (StatusCode::FORBIDDEN, "error-other-site"),
            Self::TooSlow => (StatusCode::REQUEST_TIMEOUT, "error-too-slow"),
            Self::Unavailable(_) => (StatusCode::SERVICE_UNAVAILABLE, "error-unavailable"),
            Self::CannotSave(Trouble::Full) => (StatusCode::SERVICE_UNAVAILABLE, "error-full"),
            Self::CannotSave(Trouble::ReadOnly) => (StatusCode::SERVICE_UNAVAILABLE, "error-read-only"),
            Self::CannotSave(_) => (StatusCode::SERVICE_UNAVAILABLE, "error-disk"),
            Self::Unsure => (StatusCode::INTERNAL_SERVER_ERROR, "error-unsure"),
            Self::Internal(_) => (StatusCode::INTERNAL_SERVER_ERROR, "error-internal"),
        };
        let trouble = match &self {
            Self::Unavailable(t) | Self::CannotSave(t) => Some(*t),
            Self::Unsure => Some(Trouble::Unsure),
            _ => None,
        };
        let id = if let Self::Internal(text) = &self {
            let mut bytes = [0; 4];
            let id =
                getrandom::fill(&mut bytes).map_or_else(|_| "unknown".into(), |()| weft_kernel::secret::hex(&bytes));
            tracing::error!(id, "{text}");
            Some(id)
        } else {
            None
        };
        let kept = if let Self::Changed(kept) = self { Some(kept) } else { None };
        let mut response = status.into_response();
        response.extensions_mut().insert(Failure { id, trouble, kept, ..Failure::new(status, key) });
        response
    }
}

#[derive(askama::Template)]
#[template(path = "templates/error.html")]
struct ErrorPage {
    page: super::Page,
    failure: Failure,
    title: String,
    text: String,
    /// Whether a form was sent that can be sent again as it was.
    keeps: bool,
}

impl ErrorPage {
    fn typed(&self) -> Vec<(String, &str)> {
        let kept = self.failure.kept.as_ref().filter(|_| self.failure.key == "error-changed");
        typed(self.page.t, kept.map_or(&[][..], |k| k.fields.as_slice()))
    }
}

/// What was typed into a form, for the reader to see: with what it is called where that is known. Marks that only
/// programs read are left out.
pub fn typed(t: Tr, fields: &[(String, String)]) -> Vec<(String, &str)> {
    let is_for_people = |text: &str| text.chars().any(|c| c.is_whitespace() || c.is_uppercase() || c == '@');
    let shown = |(name, value): &'_ (String, String)| {
        let label = label(t, name);
        let is_ours = MARKS.contains(&name.as_str()) || name.starts_with("shown-");
        let is_score = name.starts_with("score-");
        (!is_ours && !value.trim().is_empty() && (label.is_known || is_score || is_for_people(value)))
            .then_some(label.text)
    };
    fields.iter().filter_map(|f| Some((shown(f)?, f.1.as_str()))).collect()
}

/// Fields that only programs read.
const MARKS: [&str; 6] = ["shown", "form-key", "revision", "go", "act", "next"];

struct Label {
    text: String,
    /// A text of ours names it; otherwise it is called as the field is.
    is_known: bool,
}

/// What a field is called: by our own text where there is one, also for a row of a list (`area-2`) and for one language
/// of a text (`subject_es`); by its own name where there is none.
fn label(t: Tr, name: &str) -> Label {
    let key = name.replace('_', "-");
    if t.has(&key) {
        return Label { text: t.t(&key), is_known: true };
    }
    if let Some(criterion) = key.strip_prefix("score-") {
        return Label { text: t.a("kept-score", "criterion", plain(criterion)), is_known: false };
    }
    for (end, lang) in [("-en", "in-english"), ("-es", "in-spanish")] {
        if let Some(stem) = key.strip_suffix(end) {
            let stem = label(t, stem);
            return Label { text: format!("{}, {}", stem.text, t.t(lang)), is_known: stem.is_known };
        }
    }
    if let Some((stem, number)) = key.rsplit_once('-').filter(|(_, n)| n.parse::<u32>().is_ok()) {
        let stem = label(t, stem);
        return Label { text: format!("{} {number}", stem.text), is_known: stem.is_known };
    }
    let own = key.strip_prefix("q-").unwrap_or(&key);
    let found = ["", "kept-field-"].iter().map(|p| format!("{p}{own}")).find(|k| t.has(k));
    let is_known = found.is_some();
    Label { text: found.map_or_else(|| plain(own), |k| t.t(&k)), is_known }
}

/// A field's name as a person would write it.
fn plain(name: &str) -> String {
    let text = name.replace('-', " ");
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Seconds after which trying again makes sense.
const BUSY: &str = "5";
const BROKEN: &str = "60";

/// Draws the page for a failure in the reader's language. `is_form`: something was sent with it.
pub fn page(page: super::Page, failure: Failure, is_form: bool) -> Response {
    use askama::Template as _;
    let (title, text) = (page.t.t(failure.key), page.t.t(&format!("{}-text", failure.key)));
    let status = failure.status;
    // Nothing was saved: the same can be sent again.
    let trouble = failure.trouble.filter(|t| *t != Trouble::Unsure);
    let keeps = is_form && trouble.is_some();
    let body = ErrorPage { page, failure, title, text, keeps }.render().unwrap_or_default();
    let mut response = (status, axum::response::Html(super::lean::lean(&body))).into_response();
    if let Some(trouble) = trouble {
        let seconds = if matches!(trouble, Trouble::Busy | Trouble::Away) { BUSY } else { BROKEN };
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static(seconds));
    }
    response
}
