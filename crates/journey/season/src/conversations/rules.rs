//! Who talks with whom. Which places and topics that are, the views `place_reader` and `topic_reader` say; every
//! statement asks them. Permits are made here and nowhere else.

use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to read and write where one is. `is_staff` says that one's role in the season counts now.
pub struct Talk {
    season: Id,
    person: Id,
    is_staff: bool,
}

/// Leave to say for how long the conversations of a season are kept.
pub struct Keep {
    season: Id,
    person: Id,
}

/// Leave to look after the conversation of the whole cohort.
pub struct Tend(());

impl Talk {
    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn person(&self) -> &Id {
        &self.person
    }

    pub fn is_staff(&self) -> bool {
        self.is_staff
    }

    /// For the demo, whose people do what they did at the time.
    pub fn at_the_terminal(_: &Terminal, season: &Id, person: &Id) -> Self {
        Self { season: season.clone(), person: person.clone(), is_staff: true }
    }

    /// For whoever answers an email that went to them: the statements see to it that they still read that topic.
    pub(super) fn by_email(season: &Id, person: &Id) -> Self {
        Self { season: season.clone(), person: person.clone(), is_staff: true }
    }
}

impl Keep {
    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn person(&self) -> &Id {
        &self.person
    }
}

const STAFF: [Role; 3] = [Role::Lead, Role::CoLead, Role::Facilitator];

/// Whoever is near a season may be in a place of it: who registered, coaches and faculty in a space.
pub fn may_talk(s: &InSeason) -> Option<Talk> {
    let is_staff = s.is(&STAFF);
    let is_near = is_staff || s.is(&[Role::Participant, Role::Registrant, Role::Coach, Role::Faculty]);
    let person = s.actor_id().filter(|_| is_near)?;
    Some(Talk { season: s.season.id.clone(), person: person.clone(), is_staff })
}

pub fn may_tend(s: &InSeason) -> Option<Tend> {
    s.is(&STAFF).then_some(Tend(()))
}

pub fn may_keep(s: &InSeason) -> Option<Keep> {
    let person = s.actor_id().filter(|_| s.is(&[Role::Lead, Role::CoLead]))?;
    Some(Keep { season: s.season.id.clone(), person: person.clone() })
}

/// Whether the list is in the rail: for those who are in the conversation of the cohort.
pub fn may_open(s: &InSeason) -> bool {
    s.season.has_members() && (s.is(&[Role::Participant]) || s.is(&STAFF))
}

impl Permit for Talk {
    fn of(s: &InSeason) -> Option<Self> {
        may_talk(s)
    }
}

impl Permit for Keep {
    fn of(s: &InSeason) -> Option<Self> {
        may_keep(s)
    }
}
