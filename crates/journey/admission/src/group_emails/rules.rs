//! Who may write to a group: leads.

use weft_kernel::ids::Id;
use weft_programs::{InSeason, Permit, Role};

/// Leave to write to a season's groups.
pub struct Write(Id);

impl Write {
    pub fn season(&self) -> &Id {
        &self.0
    }
}

pub fn may_write(s: &InSeason) -> Option<Write> {
    s.is(&[Role::Lead, Role::CoLead]).then(|| Write(s.season.id.clone()))
}

impl Permit for Write {
    fn of(s: &InSeason) -> Option<Self> {
        may_write(s)
    }
}
