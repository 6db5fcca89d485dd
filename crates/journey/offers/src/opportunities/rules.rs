//! Who keeps a program's listings. Permits are made here and nowhere else.

use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to write, publish and take out the listings of a program.
pub struct KeepListings {
    program: Id,
    season: Id,
}

impl KeepListings {
    pub fn program(&self) -> &Id {
        &self.program
    }

    pub fn season(&self) -> &Id {
        &self.season
    }

    /// For the demo.
    pub fn at_the_terminal(_: &Terminal, program: &Id, season: &Id) -> Self {
        Self { program: program.clone(), season: season.clone() }
    }
}

pub fn may_keep(s: &InSeason) -> Option<KeepListings> {
    s.is(&[Role::Lead, Role::CoLead])
        .then(|| KeepListings { program: s.season.program_id.clone(), season: s.season.id.clone() })
}

impl Permit for KeepListings {
    fn of(s: &InSeason) -> Option<Self> {
        may_keep(s)
    }
}
