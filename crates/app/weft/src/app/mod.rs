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
pub mod worker;

pub use frame::UNDECLARED_PROXY;

use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::{Extension, Router};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;

use weft_admission::applications;
use weft_admission::call;
use weft_admission::composer;
use weft_admission::decisions;
use weft_admission::interest;
use weft_admission::letters;
use weft_admission::reading;
use weft_admission::report;
use weft_admission::selection;
use weft_community::peers;
use weft_community::pulse;
use weft_community::spaces;
use weft_community::together;
use weft_demo as demo;
use weft_kernel::Kernel;
use weft_offers::opportunities;
use weft_offers::registration;
use weft_people as people;
use weft_programs as programs;
use weft_season::cohort;
use weft_season::gatherings;
use weft_season::library;
use weft_season::logistics;
use weft_season::packet;
use weft_season::rooms;
use weft_season::teams;
use weft_web::route::get;
use weft_web::{Error, Route, assets, headers, route};

/// Every route there is. A test walks them all as every role.
pub fn routes() -> Vec<Route> {
    let mut all = vec![
        get("/", home::show),
        get("/s/{season}", loom::show),
        get("/healthz", health::alive),
        get("/readyz", health::ready),
    ];
    all.extend(outbox::routes());
    all.extend(apart::routes());
    all.extend(own::routes());
    all.extend(assets::routes());
    all.extend(people::routes());
    all.extend(programs::routes());
    all.extend(applications::routes());
    all.extend(call::routes());
    all.extend(interest::routes());
    all.extend(reading::routes());
    all.extend(selection::routes());
    all.extend(composer::routes());
    all.extend(decisions::routes());
    all.extend(report::routes());
    all.extend(letters::routes());
    all.extend(cohort::routes());
    all.extend(teams::routes());
    all.extend(library::routes());
    all.extend(gatherings::routes());
    all.extend(registration::routes());
    all.extend(opportunities::routes());
    all.extend(logistics::routes());
    all.extend(packet::routes());
    all.extend(together::routes());
    all.extend(peers::routes());
    all.extend(spaces::routes());
    all.extend(pulse::routes());
    all.extend(rooms::routes());
    all.extend(demo::routes());
    all
}

/// The whole application for one kernel.
pub fn router(kernel: &Kernel) -> Router {
    crate::built_in::install();
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
