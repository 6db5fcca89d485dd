//! Who may say which stages there are and who goes on: leads.

use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to plan a season's stages, to choose who goes on, and to invite them.
pub struct RunStages(Id);

impl RunStages {
    pub fn season(&self) -> &Id {
        &self.0
    }

    /// The demo's lead.
    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self(season.clone())
    }

    /// For what falls due by itself.
    pub(super) fn when_due(due: &super::store::Due) -> Self {
        Self(due.season_id.clone())
    }
}

pub fn may_run(s: &InSeason) -> Option<RunStages> {
    s.is(&[Role::Lead, Role::CoLead]).then(|| RunStages(s.season.id.clone()))
}

impl Permit for RunStages {
    fn of(s: &InSeason) -> Option<Self> {
        may_run(s)
    }
}
