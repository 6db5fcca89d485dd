//! Who ends a membership: leads.

use weft_kernel::ids::Id;
use weft_programs::{InSeason, Permit, Role};

/// Leave to end memberships of a season, and to read why they ended.
pub struct EndSeats(Id);

impl EndSeats {
    pub fn season(&self) -> &Id {
        &self.0
    }
}

/// Only a chosen cohort has members; whoever registered leaves by themselves.
pub fn may_end(s: &InSeason) -> Option<EndSeats> {
    (s.season.program_kind == "cohort" && s.is(&[Role::Lead, Role::CoLead])).then(|| EndSeats(s.season.id.clone()))
}

impl Permit for EndSeats {
    fn of(s: &InSeason) -> Option<Self> {
        may_end(s)
    }
}
