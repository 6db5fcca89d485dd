//! Who has a home team's place: its members. Rank opens none; who leads and facilitates counts. Permits are made here
//! and nowhere else.

use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to be in one's home team: to read and write what it agreed on, and to say who caught up. Statements look after
/// which team that is.
pub struct Belong {
    season: Id,
    person: Id,
}

/// Leave to read how many of each team came, and whether a team has an agreement: not what it says.
pub struct Look(Id);

impl Belong {
    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn person(&self) -> &Id {
        &self.person
    }

    /// For the demo, whose people do what they did at the time.
    pub fn at_the_terminal(_: &Terminal, season: &Id, person: &Id) -> Self {
        Self { season: season.clone(), person: person.clone() }
    }
}

impl Look {
    pub fn season(&self) -> &Id {
        &self.0
    }
}

pub fn may_belong(s: &InSeason) -> Option<Belong> {
    let person = s.actor_id().filter(|_| s.season.has_members() && s.is(&[Role::Participant]))?;
    Some(Belong { season: s.season.id.clone(), person: person.clone() })
}

pub fn may_look(s: &InSeason) -> Option<Look> {
    let looks = s.season.has_members() && s.is(&[Role::Lead, Role::CoLead, Role::Facilitator]);
    looks.then(|| Look(s.season.id.clone()))
}

impl Permit for Belong {
    fn of(s: &InSeason) -> Option<Self> {
        may_belong(s)
    }
}

impl Permit for Look {
    fn of(s: &InSeason) -> Option<Self> {
        may_look(s)
    }
}
