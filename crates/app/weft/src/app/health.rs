//! For whatever watches over the process: alive means it answers, ready means that the database can be read and
//! written.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use tokio::sync::Mutex;

use weft_kernel::db::{Trouble, trouble};
use weft_kernel::{Kernel, machine};
use weft_people::store;

/// How long a look at the database counts, however many ask.
const FRESH: Duration = Duration::from_secs(2);

/// Bytes without which most of what people send cannot be saved.
const ENOUGH: u64 = 1 << 20;

/// The last look at the database.
#[derive(Clone, Default)]
pub struct Probe(Arc<Mutex<Option<Probed>>>);

/// When it was tried, and what kept it from being written.
type Probed = (Instant, Option<Trouble>);

pub async fn alive() -> &'static str {
    "alive\n"
}

/// Reads and writes a row. One asks at a time; the others get the same answer.
pub async fn ready(State(kernel): State<Kernel>, Extension(probe): Extension<Probe>) -> (StatusCode, String) {
    let mut last = probe.0.lock().await;
    let found = match *last {
        Some((at, found)) if at.elapsed() < FRESH => found,
        _ => {
            let found = look(&kernel).await;
            *last = Some((Instant::now(), found));
            found
        }
    };
    match found {
        None => (StatusCode::OK, "ready\n".into()),
        Some(trouble) => (StatusCode::SERVICE_UNAVAILABLE, format!("{}\n", trouble.said())),
    }
}

async fn look(kernel: &Kernel) -> Option<Trouble> {
    let asked = async {
        store::has_owner(&mut kernel.db.read().await?).await?;
        trouble::probe(&kernel.db, kernel.now()).await
    };
    let Err(error) = asked.await else {
        // A row may still fit where a page of an application does not.
        let is_full = kernel.db.is_sqlite() && machine::disk(&kernel.config.data).is_some_and(|d| d.free < ENOUGH);
        return is_full.then_some(Trouble::Full);
    };
    tracing::warn!("not ready: {error}");
    // A probe that cannot be written is no question of what stands.
    Some(trouble::of(&error).filter(|t| *t != Trouble::Unsure).unwrap_or(Trouble::Disk))
}
