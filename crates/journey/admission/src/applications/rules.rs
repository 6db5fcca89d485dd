//! Who may read the pool. Leads; the owner too, and it is logged. Nobody reads the identity
//! compartment by name.

use super::store::Unconfirmed;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to read a season's applications. Made only here.
pub struct ReadPool(Id);

/// Leave to import into a season.
pub struct FillPool(Id);

/// Leave to say which applications are one person's and who may apply: to read the pool and to fill it.
pub struct KeepPool {
    read: ReadPool,
    fill: FillPool,
}

/// A permit of whoever holds the key to what they send or have sent themselves. Such a permit is made where its key is
/// found, and by nothing else.
pub(crate) trait OwnKey {
    /// The season for which it was sent.
    fn season(&self) -> &Id;
}

/// Leave to erase one application: its person has asked for it, or its time is over.
pub struct Erase(Id);

impl Erase {
    /// Asked for with the key that only her letter holds.
    pub fn asked_for(application: &Id) -> Self {
        Self(application.clone())
    }

    /// Twelve months after the answer, nothing else having been said.
    pub(crate) fn overdue(application: &Id) -> Self {
        Self(application.clone())
    }

    /// Erased before, as the ledger says; a restored database does not know it.
    pub(super) fn on_record(application: &Id) -> Self {
        Self(application.clone())
    }

    pub fn application(&self) -> &Id {
        &self.0
    }
}

impl ReadPool {
    pub fn season(&self) -> &Id {
        &self.0
    }
}

impl FillPool {
    pub fn season(&self) -> &Id {
        &self.0
    }

    /// Whoever sends her own application adds to the pool; she sees nothing of it.
    pub(crate) fn for_own_application(own: &impl OwnKey) -> Self {
        Self(own.season().clone())
    }

    /// Whoever has proved the address of an application says whose it is.
    pub(super) fn for_unconfirmed(application: &Unconfirmed) -> Self {
        Self(application.season_id.clone())
    }

    /// At the terminal, whoever can write the data folder can import.
    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self(season.clone())
    }
}

impl KeepPool {
    pub fn read(&self) -> &ReadPool {
        &self.read
    }

    pub fn fill(&self) -> &FillPool {
        &self.fill
    }
}

pub fn may_read_pool(s: &InSeason) -> Option<ReadPool> {
    s.is(&[Role::Owner, Role::Lead, Role::CoLead]).then(|| ReadPool(s.season.id.clone()))
}

pub fn may_fill_pool(s: &InSeason) -> Option<FillPool> {
    s.is(&[Role::Lead, Role::CoLead]).then(|| FillPool(s.season.id.clone()))
}

impl Permit for KeepPool {
    fn of(s: &InSeason) -> Option<Self> {
        Some(Self { read: may_read_pool(s)?, fill: may_fill_pool(s)? })
    }
}

impl Permit for FillPool {
    fn of(s: &InSeason) -> Option<Self> {
        may_fill_pool(s)
    }
}

impl Permit for ReadPool {
    fn of(s: &InSeason) -> Option<Self> {
        may_read_pool(s)
    }
}
