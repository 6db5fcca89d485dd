//! The one place that reads the clock. Everything else is handed a [`Clock`] or a [`Time`], so that
//! tests and the demo season decide what "now" is.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp, civil::Date};

use crate::zone;

/// A moment in microseconds since 1970-01-01T00:00Z, as stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Time(pub i64);

impl Time {
    pub fn from_timestamp(timestamp: Timestamp) -> Self {
        Self(timestamp.as_microsecond())
    }

    pub fn timestamp(self) -> Timestamp {
        // Rows of the database are checked when they are read; sums of days stop at the ends of time.
        let end = if self.0 < 0 { Timestamp::MIN } else { Timestamp::MAX };
        Timestamp::from_microsecond(self.0).unwrap_or(end)
    }

    /// Moves by whole seconds, backwards when negative.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        self.plus_seconds(days * 86_400)
    }

    /// The calendar day in an IANA zone.
    pub fn date_in(self, zone: &str) -> Date {
        self.timestamp().to_zoned(zone::of(zone)).date()
    }

    /// The last moment of a calendar day in an IANA zone.
    pub fn end_of_day(date: Date, zone: &str) -> Self {
        let end = date.at(23, 59, 59, 0).to_zoned(zone::of(zone));
        Self::from_timestamp(end.map_or(Timestamp::MAX, |z| z.timestamp()))
    }

    /// Reads an ISO 8601 moment with an offset, e.g. `2024-09-13T12:28:48-04:00`.
    pub fn parse(text: &str) -> Option<Self> {
        text.trim().parse::<Timestamp>().ok().map(Self::from_timestamp)
    }

    pub fn iso(self) -> String {
        self.timestamp().to_string()
    }
}

/// Tells the time. The demo's clock starts at a chosen day and runs on; a test's stands still.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Source>);

#[derive(Debug)]
enum Source {
    System,
    Shifted(SignedDuration),
    Held(AtomicI64),
}

impl Clock {
    pub fn system() -> Self {
        Self(Arc::new(Source::System))
    }

    /// A clock that reads `start` now and runs at the usual speed.
    pub fn starting_at(start: Time) -> Self {
        let shift = start.timestamp().duration_since(system_now());
        Self(Arc::new(Source::Shifted(shift)))
    }

    /// A clock that stands at `at` until it is moved.
    pub fn held(at: Time) -> Self {
        Self(Arc::new(Source::Held(AtomicI64::new(at.0))))
    }

    pub fn now(&self) -> Time {
        match &*self.0 {
            Source::System => Time::from_timestamp(system_now()),
            Source::Shifted(shift) => {
                Time::from_timestamp(system_now().saturating_add(*shift).unwrap_or(Timestamp::MAX))
            }
            Source::Held(at) => Time(at.load(Ordering::Relaxed)),
        }
    }

    /// Moves a held clock; the others run by themselves and are left alone.
    pub fn advance(&self, seconds: i64) {
        if let Source::Held(at) = &*self.0 {
            at.fetch_add(seconds * 1_000_000, Ordering::Relaxed);
        }
    }

    /// Sets a held clock; the others are left alone.
    pub fn set(&self, to: Time) {
        if let Source::Held(at) = &*self.0 {
            at.store(to.0, Ordering::Relaxed);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that may read the system clock")]
fn system_now() -> Timestamp {
    Timestamp::now()
}
