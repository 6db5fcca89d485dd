//! A form that arrives after its sign-in has ended: what was typed is kept, and the answer says how to go on.

use axum::body::{Body, HttpBody as _, to_bytes};
use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;
use axum::http::{Method, StatusCode};
use axum::response::Response;

use weft_community::support::KEPT_NOWHERE;
use weft_kernel::Kernel;
use weft_people::kept::{self, Typed};
use weft_people::pages::{KEPT, SIGN_IN, WAS, cookie, set_cookie};
use weft_web::error::{self, Failure};
use weft_web::form::Slate;
use weft_web::{Form, Page, route};

/// What a form saves by itself while one types is sent here; the whole form comes later.
const AUTOSAVE: &str = "/autosave";

/// A form that came from a browser in which someone was signed in before, and is not now.
pub struct Gone {
    was: String,
    key: Option<String>,
    fields: Vec<u8>,
    form: Option<String>,
}

/// Reads such a form and puts its content back for whoever answers it. Nothing for other requests. `form` is the page
/// that it was sent from.
pub async fn gone(kernel: &Kernel, request: &mut Request, form: Option<String>) -> Option<Gone> {
    let headers = request.headers();
    // The ended sign-in itself, or the last one of this browser after signing out.
    let was = cookie(kernel, headers, SIGN_IN).or_else(|| cookie(kernel, headers, WAS))?.to_owned();
    if request.method() != Method::POST || request.uri().path().ends_with(AUTOSAVE) {
        return None;
    }
    let key = cookie(kernel, request.headers(), KEPT).map(str::to_owned);
    let can_keep = is_small_text(request) && !request.uri().path().ends_with(KEPT_NOWHERE);
    let mut fields = Vec::new();
    if can_keep {
        let body = std::mem::replace(request.body_mut(), Body::empty());
        fields = to_bytes(body, route::MOST_BYTES).await.unwrap_or_default().to_vec();
        *request.body_mut() = Body::from(fields.clone());
    }
    Some(Gone { was, key, fields, form })
}

/// Whether a form is plain fields, and not known to be larger than forms may be.
fn is_small_text(request: &Request) -> bool {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    kind.starts_with("application/x-www-form-urlencoded")
        && request.body().size_hint().upper().is_none_or(|n| n <= route::MOST_BYTES as u64)
}

impl Gone {
    /// The page instead of the missing page: that the sign-in ended, and whether what was typed is kept.
    pub async fn page(self, kernel: &Kernel, mut page: Page) -> Response {
        let slate = Slate::default();
        slate.take(&Form::read(&self.fields).unwrap_or_default());
        let key = match slate.kept(&page.address) {
            Some(typed) => {
                let typed = Typed { action: typed.action, fields: typed.fields, form: self.form.clone() };
                kept::keep(kernel, &self.was, self.key.as_deref(), &typed).await.unwrap_or_else(|error| {
                    tracing::error!("a form from someone who was signed out could not be saved: {error:?}");
                    None
                })
            }
            None => None,
        };
        page.is_get = true;
        page.back = match &key {
            Some(_) => "/kept-forms".to_owned(),
            None => self.form.clone().unwrap_or_else(|| "/".to_owned()),
        };
        let says = if key.is_some() { "error-signed-out" } else { "error-signed-out-lost" };
        let failure =
            Failure { form: self.form.filter(|_| key.is_none()), ..Failure::new(StatusCode::NOT_FOUND, says) };
        let mut response = error::page(page, failure, true);
        if let Some(key) = key {
            set_cookie(kernel, &mut response, KEPT, &key, kept::SECONDS);
        }
        response
    }
}
