//! Who forms teams: leads. Facilitators look.

use crate::cohort::rules::{SeeMembers, may_see_members};
use weft_kernel::ids::Id;
use weft_programs::{InSeason, Permit, Role};

/// Leave to form teams, with the look at members that it takes.
pub struct FormTeams {
    season: Id,
    members: SeeMembers,
}

/// Leave to see who is in which team.
pub struct SeeTeams(Id);

impl FormTeams {
    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn members(&self) -> &SeeMembers {
        &self.members
    }
}

impl SeeTeams {
    pub fn season(&self) -> &Id {
        &self.0
    }
}

pub fn may_form(s: &InSeason) -> Option<FormTeams> {
    if !s.is(&[Role::Lead, Role::CoLead]) {
        return None;
    }
    Some(FormTeams { season: s.season.id.clone(), members: may_see_members(s)? })
}

pub fn may_see(s: &InSeason) -> Option<SeeTeams> {
    s.is(&[Role::Owner, Role::Lead, Role::CoLead, Role::Facilitator, Role::Participant])
        .then(|| SeeTeams(s.season.id.clone()))
}

impl Permit for FormTeams {
    fn of(s: &InSeason) -> Option<Self> {
        may_form(s)
    }
}
