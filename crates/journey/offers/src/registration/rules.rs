//! Who sets an offer up. Registering needs no leave: the offer is open to anyone.

use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to set up registration and to see who registered.
pub struct RunOffer(Id);

impl RunOffer {
    pub fn season(&self) -> &Id {
        &self.0
    }

    /// For the demo.
    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self(season.clone())
    }
}

pub fn may_run(s: &InSeason) -> Option<RunOffer> {
    // A chosen cohort is not joined by registering.
    let is_open = s.season.program_kind != "cohort";
    (is_open && s.is(&[Role::Lead, Role::CoLead])).then(|| RunOffer(s.season.id.clone()))
}

impl Permit for RunOffer {
    fn of(s: &InSeason) -> Option<Self> {
        may_run(s)
    }
}
