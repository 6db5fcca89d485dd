//! For whatever watches over the process: alive means it answers, ready means the database does too.

use axum::extract::State;
use axum::http::StatusCode;

use crate::kernel::Kernel;
use crate::people::store;

pub async fn alive() -> &'static str {
    "alive\n"
}

pub async fn ready(State(kernel): State<Kernel>) -> (StatusCode, &'static str) {
    let asked = async { store::has_owner(&mut kernel.db.read().await?).await };
    match asked.await {
        Ok(_) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::warn!("not ready: {error}");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
