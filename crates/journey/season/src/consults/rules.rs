//! Who takes part in consults: the cohort among themselves. No rank opens one. Permits are made here and nowhere else.

use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to bring a challenge, and to help with those of one's home team and with open ones. Statements look after
/// which they are.
pub struct Take {
    season: Id,
    person: Id,
}

/// Leave to read how many consults there were, and nothing of any.
pub struct Count(Id);

impl Take {
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

impl Count {
    pub fn season(&self) -> &Id {
        &self.0
    }
}

pub fn may_take(s: &InSeason) -> Option<Take> {
    let person = s.actor_id().filter(|_| s.is(&[Role::Participant]))?;
    Some(Take { season: s.season.id.clone(), person: person.clone() })
}

/// Those who see to it that consults take place.
pub fn may_count(s: &InSeason) -> Option<Count> {
    s.is(&[Role::Lead, Role::CoLead, Role::Facilitator]).then(|| Count(s.season.id.clone()))
}

pub fn may_open(s: &InSeason) -> bool {
    s.season.has_members() && (may_take(s).is_some() || may_count(s).is_some())
}

impl Permit for Take {
    fn of(s: &InSeason) -> Option<Self> {
        may_take(s)
    }
}
