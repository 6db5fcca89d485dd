//! Composes what the slices register into one router, and holds the pages that belong to no slice:
//! the start page, the outbox, health.

mod apart;
mod frame;
mod health;
mod home;
pub mod keeper;
mod loom;
mod outbox;
mod own;
pub mod parts;
mod signed_out;
mod timeline;
pub mod worker;

pub use frame::UNDECLARED_PROXY;

use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::{Extension, Router};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;

use weft_kernel::Kernel;
use weft_web::{Error, Route, headers, route};

/// Every route there is. A test walks them all as every role.
pub fn routes() -> Vec<Route> {
    parts::PARTS.iter().flat_map(|p| (p.routes)()).collect()
}

/// Hands texts, files and what slices declare down to the floors below. Idempotent.
pub fn install() {
    crate::built_in::install();
    parts::install();
}

/// The whole application for one kernel.
pub fn router(kernel: &Kernel) -> Router {
    install();
    let https = kernel.config.is_https();
    let csrf =
        CsrfLayer::new().with_rejection_response(|_| axum::response::IntoResponse::into_response(Error::OtherSite));
    route::router(routes())
        .fallback(async || Error::NotFound)
        .method_not_allowed_fallback(async || Error::NotFound)
        .layer(DefaultBodyLimit::max(route::MOST_BYTES))
        .layer(csrf)
        .layer(CatchPanicLayer::custom(frame::panicked))
        .layer(from_fn_with_state(frame::Watch::of(kernel), frame::frame))
        .layer(from_fn(move |request, next| headers::secure(https, request, next)))
        .layer(CompressionLayer::new())
        .layer(Extension(health::Probe::default()))
        .with_state(kernel.clone())
}
