//! Style sheet, scripts and fonts. Their address carries a hash of all of
//! them, so that a browser may keep them for ever.

use std::borrow::Cow;
use std::sync::OnceLock;

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use sha2::{Digest as _, Sha256};
use weft_kernel::secret;

use super::{Error, Result, Route, route};

/// A file of ours by its name.
pub type Shelf = fn(&str) -> Option<Cow<'static, [u8]>>;

static SHELF: OnceLock<(String, Shelf)> = OnceLock::new();

/// Sets the files that pages bring along. They stand in the program itself; `names` are all of them.
pub fn install(mut names: Vec<String>, shelf: Shelf) {
    names.sort();
    let sums: String =
        names.iter().filter_map(|n| shelf(n)).map(|content| secret::hex(&Sha256::digest(&content))).collect();
    let _ = SHELF.set((secret::hash(&sums)[..12].to_owned(), shelf));
}

/// The first twelve digits of a hash over all of them.
pub fn version() -> &'static str {
    SHELF.get().map_or("0", |(version, _)| version)
}

fn get(name: &str) -> Option<Cow<'static, [u8]>> {
    SHELF.get().and_then(|(_, shelf)| shelf(name))
}

pub fn routes() -> Vec<Route> {
    vec![route::get("/assets/{version}/{*file}", asset), route::get("/worker.js", worker)]
}

/// The service worker: at the root, since it may only serve what lies below it; asked for anew each time, since it has
/// no hash.
async fn worker() -> Result<Response> {
    let content = get("worker.js").ok_or(Error::NotFound)?;
    Ok(([(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")], content)
        .into_response())
}

async fn asset(Path((_, file)): Path<(String, String)>) -> Result<Response> {
    let kind = match file.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        // The fonts' licenses.
        Some("txt") => "text/plain; charset=utf-8",
        _ => return Err(Error::NotFound),
    };
    let content = get(&file).ok_or(Error::NotFound)?;
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, content).into_response())
}
