//! Reading calendars: fetched and parsed first, then written. Nothing of an address or a calendar gets into the log.

use std::time::Duration;

use futures_util::future::join_all;

use super::model::{DAYS_AHEAD, DAYS_BACK, Due, EVERY, Fault, Read, pause};
use super::store;
use weft_kernel::Kernel;
use weft_kernel::links::{Fetched, Limits};
use weft_media::busy::{self, Window};
use weft_web::Result;

/// Where addresses are sealed.
pub(super) const PLACE: &str = "busy_calendar.address";

/// How many calendars a round reads, side by side.
const A_ROUND: i64 = 6;

/// What fetching one may take.
const LIMITS: Limits = Limits { bytes: 10 * 1024 * 1024, time: Duration::from_secs(10) };

/// Why nothing was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    Fault(Fault),
    /// Others' files are being read. Nothing is wrong with the calendar.
    NotNow,
}

/// Fetches and reads a calendar; nothing where it is still the version with that mark. Days are those of the zone.
pub async fn read(
    kernel: &Kernel,
    address: &str,
    mark: Option<&str>,
    zone: &str,
) -> std::result::Result<Option<Read>, Unread> {
    let fetched = kernel.fetcher.fetch(address, mark, LIMITS).await.map_err(|fault| Unread::Fault(fault.into()))?;
    let Fetched::Body { bytes, etag } = fetched else { return Ok(None) };
    let now = kernel.now();
    let window = Window { zone: zone.to_owned(), from: now.plus_days(-DAYS_BACK), to: now.plus_days(DAYS_AHEAD) };
    match busy::read(&kernel.readers, &bytes, &window).await {
        Ok(times) => Ok(Some(Read { times, etag, zone: window.zone })),
        Err(busy::Fault::NoCalendar) => Err(Unread::Fault(Fault::NoCalendar)),
        Err(busy::Fault::TooMany) => Err(Unread::Fault(Fault::TooMany)),
        Err(busy::Fault::Unreadable) => Err(Unread::Fault(Fault::Unreadable)),
        Err(busy::Fault::Busy) => Err(Unread::NotNow),
    }
}

/// Reads the calendars that are due. Returns how many. The demo's lead nowhere and are left alone.
pub async fn sweep(kernel: &Kernel) -> Result<usize> {
    if kernel.is_demo {
        return Ok(0);
    }
    let due = store::due(&mut kernel.db.read().await?, kernel.now(), A_ROUND).await?;
    let mut n = 0;
    for done in join_all(due.iter().map(|d| take(kernel, d))).await {
        n += usize::from(done?);
    }
    Ok(n)
}

/// Deletes the calendars of those who need none any more.
pub async fn forget(kernel: &Kernel) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::forget_idle(&mut tx).await?;
    Ok(tx.commit().await?)
}

async fn take(kernel: &Kernel, due: &Due) -> Result<bool> {
    let now = kernel.now();
    let mut tx = kernel.db.begin().await?;
    if !store::claim(&mut tx, due, now, now.plus_seconds(EVERY * 60)).await? {
        return Ok(false);
    }
    tx.commit().await?;
    refresh(kernel, due).await?;
    Ok(true)
}

/// Reads a calendar that was claimed, and writes what came of it.
pub(super) async fn refresh(kernel: &Kernel, due: &Due) -> Result<()> {
    let read = match kernel.seal.open(PLACE, due.id.as_str(), &due.address) {
        Some(address) => read(kernel, &address, due.mark(kernel.now()), &due.own_zone).await,
        None => Err(Unread::Fault(Fault::Lost)),
    };
    let now = kernel.now();
    let after = |minutes: i64| now.plus_seconds(minutes * 60);
    let mut tx = kernel.db.begin().await?;
    match read {
        // Where the address has changed meanwhile, the other one was read.
        Ok(read) => drop(store::keep(&mut tx, due, read.as_ref(), (now, after(EVERY))).await?),
        Err(Unread::Fault(fault)) => store::fail(&mut tx, due, fault, after(pause(due.tries + 1))).await?,
        Err(Unread::NotNow) => store::put_off(&mut tx, due, after(1)).await?,
    }
    Ok(tx.commit().await?)
}
