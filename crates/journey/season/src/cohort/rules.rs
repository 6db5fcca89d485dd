//! Who sees the cohort: leads and facilitators all of it, members each other's names, everyone else what
//! was agreed.

use super::model::Release;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

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

/// Leave to publish that page and to take it down.
pub struct ReleasePage(Publish);

/// Leave to say what of one's own is shown.
pub struct Share {
    season: Id,
    person: Id,
}

/// How a public page is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    Public,
    /// Before it is out, by those who are on it and the team.
    Preview,
}

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

/// Whether roles held in a season show the photo of a coach who chose that.
pub fn sees_coaches(roles: &[Role]) -> bool {
    roles.iter().any(|r| matches!(r, Role::Lead | Role::CoLead | Role::Participant))
}

pub fn may_see_names(s: &InSeason) -> Option<SeeNames> {
    sees_names(&s.roles).then(|| SeeNames(s.season.id.clone()))
}

/// Who reads the public page: everyone once it is out; before that those who see the members' names anyway. For anyone
/// else there is no such page.
pub fn may_read_public(s: &InSeason, release: Option<&Release>, now: Time) -> Option<(Publish, Reading)> {
    let reading = if release.is_some_and(|r| r.public_at <= now) {
        Reading::Public
    } else if sees_names(&s.roles) {
        Reading::Preview
    } else {
        return None;
    };
    Some((Publish(s.season.id.clone()), reading))
}

/// Whoever sees the members' names may be told what each of them shows to everyone.
pub fn may_compare(see: &SeeNames) -> Publish {
    Publish(see.0.clone())
}

/// Leads of a cohort publish its page and take it down.
pub fn may_release(s: &InSeason) -> Option<ReleasePage> {
    (s.season.program_kind == "cohort" && s.is(&[Role::Lead, Role::CoLead]))
        .then(|| ReleasePage(Publish(s.season.id.clone())))
}

impl ReleasePage {
    /// For the demo.
    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self(Publish(season.clone()))
    }

    pub fn season(&self) -> &Id {
        &self.0.0
    }

    /// What it shows.
    pub fn page(&self) -> &Publish {
        &self.0
    }
}

/// Only members say what of theirs is shown.
pub fn may_share(s: &InSeason) -> Option<Share> {
    let person = s.actor_id().filter(|_| is_member(s))?;
    Some(Share { season: s.season.id.clone(), person: person.clone() })
}

impl Share {
    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn person(&self) -> &Id {
        &self.person
    }
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

impl Permit for ReleasePage {
    fn of(s: &InSeason) -> Option<Self> {
        may_release(s)
    }
}
