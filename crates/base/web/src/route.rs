//! A route is data before it is a router, so that a test can walk every one as every role.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::routing::{MethodRouter, get as axum_get, post as axum_post};

use weft_kernel::Kernel;

pub struct Route {
    pub method: &'static str,
    pub path: &'static str,
    handler: MethodRouter<Kernel>,
}

pub fn get<H, T>(path: &'static str, handler: H) -> Route
where
    H: Handler<T, Kernel>,
    T: 'static,
{
    Route { method: "GET", path, handler: axum_get(handler) }
}

pub fn post<H, T>(path: &'static str, handler: H) -> Route
where
    H: Handler<T, Kernel>,
    T: 'static,
{
    Route { method: "POST", path, handler: axum_post(handler) }
}

/// The largest body most routes take; uploads say so themselves.
pub const MOST_BYTES: usize = 256 * 1024;

impl Route {
    /// Takes bodies of up to `bytes`.
    #[must_use]
    pub fn up_to(mut self, bytes: usize) -> Self {
        self.handler = self.handler.layer(DefaultBodyLimit::max(bytes));
        self
    }
}

pub fn router(routes: Vec<Route>) -> Router<Kernel> {
    routes.into_iter().fold(Router::new(), |router, r| router.route(r.path, r.handler))
}
