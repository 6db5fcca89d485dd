//! Ids are `UUIDv7`, made here and never by the database: they sort by time and reveal it, so
//! anonymous things must not carry one.

use std::fmt;

use super::{clock::Time, rng::Rng};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    pub fn new(now: Time, rng: &Rng) -> Self {
        let millis = u64::try_from(now.0 / 1000).unwrap_or(0);
        let uuid = uuid::Builder::from_unix_timestamp_millis(millis, &rng.bytes()).into_uuid();
        Self(uuid.hyphenated().to_string())
    }

    /// An id that came from outside, kept only when it has the form of one.
    pub fn parse(text: &str) -> Option<Self> {
        uuid::Uuid::parse_str(text).ok().map(|u| Self(u.hyphenated().to_string()))
    }

    /// An id read back from the database.
    pub fn stored(text: String) -> Self {
        Self(text)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
