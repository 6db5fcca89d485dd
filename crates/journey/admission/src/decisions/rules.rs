//! Two people: whoever makes answers ready does not send them, unless nobody else can.

use super::store::Due;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to make answers ready and to take them back.
pub struct Decide(Id);

impl Decide {
    pub fn season(&self) -> &Id {
        &self.0
    }

    /// A round that its preparer sends alone, once the pause is over.
    pub(super) fn when_due(due: &Due) -> Self {
        Self(due.season_id.clone())
    }

    /// The demo's lead.
    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self(season.clone())
    }
}

pub fn may_decide(s: &InSeason) -> Option<Decide> {
    s.is(&[Role::Owner, Role::Lead, Role::CoLead]).then(|| Decide(s.season.id.clone()))
}

impl Permit for Decide {
    fn of(s: &InSeason) -> Option<Self> {
        may_decide(s)
    }
}
