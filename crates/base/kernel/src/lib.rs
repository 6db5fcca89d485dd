//! What every other floor stands on and none of it knows a program: ids, clock, randomness, the
//! database, events, the outbox, mail, languages, settings.

pub mod address;
pub mod anonymous;
pub mod clock;
pub mod collate;
pub mod config;
pub mod db;
pub mod delivery_report;
pub mod events;
pub mod files;
pub mod i18n;
pub mod ical;
pub mod ids;
pub mod incoming;
pub mod keeps;
pub mod links;
pub mod live;
pub mod machine;
pub mod mail;
pub mod moment;
pub mod money;
pub mod number;
pub mod often;
pub mod once;
pub mod outbox;
pub mod plain;
pub mod private;
pub mod reader;
pub mod received;
pub mod recent;
pub mod rng;
pub mod seal;
pub mod secret;
pub mod smtp;
pub mod stored;
pub mod tally;
pub mod terminal;
pub mod when;
pub mod work;
pub mod zone;

use std::sync::Arc;

/// What an act needs from the outside world, handed down as one value.
///
/// Cloning is cheap: every field is shared.
#[derive(Clone)]
pub struct Kernel {
    pub db: db::Db,
    pub clock: clock::Clock,
    pub rng: rng::Rng,
    pub seal: seal::Seal,
    /// The press of a form that acts answer with this kernel; usually none.
    pub once: once::Once,
    pub files: files::Files,
    pub config: Arc<config::Config>,
    /// Starts the processes that read what others send.
    pub readers: reader::Readers,
    /// Fetches what lies at addresses that people give.
    pub fetcher: links::Fetcher,
    pub works: work::Works,
    pub live: live::Live,
    /// Answers without names that are not written yet.
    pub anonymous: anonymous::Waiting,
    /// What people did in the last hour, where nothing of it may be kept.
    pub recent: recent::Recent,
    /// Whether this house holds the synthetic demo season; every page says so.
    pub is_demo: bool,
}

impl Kernel {
    /// A new time-ordered id.
    pub fn id(&self) -> ids::Id {
        ids::Id::new(self.clock.now(), &self.rng)
    }

    pub fn now(&self) -> clock::Time {
        self.clock.now()
    }
}
