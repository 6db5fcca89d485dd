//! Style sheet, fonts and picture files, inside the binary. Their address carries a hash of all of
//! them, so that a browser may keep them for ever.

use std::sync::OnceLock;

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use super::{Error, Result, Route, route};

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../assets"]
#[exclude = "*.txt"]
struct Assets;

/// The first twelve digits of a hash over all assets.
pub fn version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| {
        let mut names: Vec<_> = Assets::iter().collect();
        names.sort();
        let sums: String = names.iter().filter_map(|n| Assets::get(n)).map(|f| crate::kernel::secret::hex(&f.metadata.sha256_hash())).collect();
        crate::kernel::secret::hash(&sums)[..12].to_owned()
    })
}

pub fn routes() -> Vec<Route> {
    vec![route::get("/assets/{version}/{*file}", asset), route::get("/worker.js", worker)]
}

/// The service worker: at the root, since it may only serve what lies below it; asked for anew each time, since it has no hash.
async fn worker() -> Result<Response> {
    let content = Assets::get("worker.js").ok_or(Error::NotFound)?;
    Ok(([(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")], content.data).into_response())
}

async fn asset(Path((_, file)): Path<(String, String)>) -> Result<Response> {
    let kind = match file.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        _ => return Err(Error::NotFound),
    };
    let content = Assets::get(&file).ok_or(Error::NotFound)?;
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, content.data).into_response())
}
