//! Who sees the cohort: leads and facilitators all of it, members each other's names, everyone else what
//! was agreed.

use weft_kernel::ids::Id;
use weft_programs::{InSeason, Permit, Role, Season};

/// Leave to see members with the facts of their applications.
pub struct SeeMembers(Id);

/// Leave to see members' names and home teams.
pub struct SeeNames(Id);

/// Leave to read what people told this one person, who is named for it, that they need to take part.
pub struct ReadNeeds {
    season: Id,
    person: Id,
}

impl ReadNeeds {
    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn person(&self) -> &Id {
        &self.person
    }
}

/// Leave to compose the public page, which shows only what was agreed.
pub struct Publish(Id);

macro_rules! season_of {
    ($($t:ty),*) => {$(impl $t { pub fn season(&self) -> &Id { &self.0 } })*};
}

season_of!(SeeMembers, SeeNames, Publish);

pub fn may_see_members(s: &InSeason) -> Option<SeeMembers> {
    s.is(&[Role::Owner, Role::Lead, Role::CoLead]).then(|| SeeMembers(s.season.id.clone()))
}

/// Whether roles held in a season show the names and photos of its members.
pub fn sees_names(roles: &[Role]) -> bool {
    roles.iter().any(|r| matches!(r, Role::Owner | Role::Lead | Role::CoLead | Role::Facilitator | Role::Participant))
}

pub fn may_see_names(s: &InSeason) -> Option<SeeNames> {
    sees_names(&s.roles).then(|| SeeNames(s.season.id.clone()))
}

/// The public page exists for every season; the snapshot decides what stands on it.
pub fn may_publish(season: &Season) -> Publish {
    Publish(season.id.clone())
}

/// Only members say what of theirs is shown.
pub fn is_member(s: &InSeason) -> bool {
    s.is(&[Role::Participant])
}

/// Rank does not open it: only the named contact, signed in with two factors.
pub fn may_read_needs(s: &InSeason) -> Option<ReadNeeds> {
    let person = s.actor_id().filter(|_| s.is_access_contact())?;
    Some(ReadNeeds { season: s.season.id.clone(), person: person.clone() })
}

impl Permit for ReadNeeds {
    fn of(s: &InSeason) -> Option<Self> {
        may_read_needs(s)
    }
}

impl Permit for SeeMembers {
    fn of(s: &InSeason) -> Option<Self> {
        may_see_members(s)
    }
}

impl Permit for SeeNames {
    fn of(s: &InSeason) -> Option<Self> {
        may_see_names(s)
    }
}
