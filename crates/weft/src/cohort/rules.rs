//! Who sees the cohort: leads and facilitators all of it, members each other's names, everyone else what
//! was agreed.

use crate::kernel::ids::Id;
use crate::programs::{InSeason, Role, Season};

/// Leave to see members with the facts of their applications.
pub struct SeeMembers(Id);

/// Leave to see members' names and home teams.
pub struct SeeNames(Id);

/// Leave to read what people need to take part. For the one person who is named for it.
pub struct ReadNeeds(Id);

/// Leave to compose the public page, which shows only what was agreed.
pub struct Publish(Id);

macro_rules! season_of {
    ($($t:ty),*) => {$(impl $t { pub fn season(&self) -> &Id { &self.0 } })*};
}

season_of!(SeeMembers, SeeNames, Publish, ReadNeeds);

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
    s.is_access_contact().then(|| ReadNeeds(s.season.id.clone()))
}
