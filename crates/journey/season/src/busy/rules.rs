//! Who connects a calendar: those of a season's team who take appointments, each their own. Nobody else sees that there
//! is one.

use weft_kernel::ids::Id;
use weft_programs::{InSeason, Permit, Role};

/// Leave to connect one's own calendar.
pub struct Connect {
    season: Id,
    person: Id,
}

impl Connect {
    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn person(&self) -> &Id {
        &self.person
    }
}

/// Those of a season's team who are there for its members, and so may take appointments. The view `hosting` says the
/// same of everyone.
pub const HOSTS: [Role; 4] = [Role::Lead, Role::CoLead, Role::Facilitator, Role::Coach];

pub fn may_connect(s: &InSeason) -> Option<Connect> {
    let person = s.actor_id().filter(|_| s.is(&HOSTS))?;
    Some(Connect { season: s.season.id.clone(), person: person.clone() })
}

impl Permit for Connect {
    fn of(s: &InSeason) -> Option<Self> {
        may_connect(s)
    }
}
