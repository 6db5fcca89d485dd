//! Who may read the pool. Leads; the owner too, and it is logged. Nobody reads the identity
//! compartment by name.

use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to read a season's applications. Made only here.
pub struct ReadPool(Id);

/// Leave to import into a season.
pub struct FillPool(Id);

/// Leave to erase one application: its person has asked for it, or its time is over.
pub struct Erase(Id);

impl Erase {
    /// Asked for with the key that only her letter holds.
    pub fn asked_for(application: &Id) -> Self {
        Self(application.clone())
    }

    /// Twelve months after the answer, nothing else having been said.
    pub fn overdue(application: &Id) -> Self {
        Self(application.clone())
    }

    /// Erased before, as the ledger says; a restored database does not know it.
    pub fn on_record(application: &Id) -> Self {
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
    pub fn for_own_application(season: &Id) -> Self {
        Self(season.clone())
    }

    /// At the terminal, whoever can write the data folder can import.
    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self(season.clone())
    }
}

pub fn may_read_pool(s: &InSeason) -> Option<ReadPool> {
    s.is(&[Role::Owner, Role::Lead, Role::CoLead]).then(|| ReadPool(s.season.id.clone()))
}

pub fn may_fill_pool(s: &InSeason) -> Option<FillPool> {
    s.is(&[Role::Lead, Role::CoLead]).then(|| FillPool(s.season.id.clone()))
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
