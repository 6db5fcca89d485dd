//! A route is data before it is a router, so that a test can walk every one as every role.

use axum::Router;
use axum::handler::Handler;
use axum::routing::{MethodRouter, get as axum_get, post as axum_post};

use crate::kernel::Kernel;

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

pub fn router(routes: Vec<Route>) -> Router<Kernel> {
    routes.into_iter().fold(Router::new(), |router, r| router.route(r.path, r.handler))
}
