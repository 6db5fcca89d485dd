//! Who says and who reads. Rank opens nothing here: only the one named person, with two factors. Permits are made here and nowhere else.

use crate::gatherings::rules as gatherings;
use crate::kernel::ids::Id;
use crate::programs::{InSeason, Role};

/// Leave to say for oneself what one needs.
pub struct SayOwn {
    season: Id,
    person: Id,
}

/// Leave to read and settle what everyone needs: the season's named person.
pub struct Arrange {
    season: Id,
    person: Id,
}

impl SayOwn {
    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn person(&self) -> &Id {
        &self.person
    }

    /// For the demo, whose people do what they did at the time.
    pub fn at_the_terminal(season: &Id, person: &Id) -> Self {
        Self { season: season.clone(), person: person.clone() }
    }
}

impl Arrange {
    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn person(&self) -> &Id {
        &self.person
    }

    /// For the demo.
    pub fn at_the_terminal(season: &Id, person: &Id) -> Self {
        Self { season: season.clone(), person: person.clone() }
    }
}

pub fn may_say(s: &InSeason) -> Option<SayOwn> {
    let person = s.actor_id().filter(|_| s.is(&[Role::Participant, Role::Registrant]))?;
    Some(SayOwn { season: s.season.id.clone(), person: person.clone() })
}

pub fn may_arrange(s: &InSeason) -> Option<Arrange> {
    let person = s.actor_id().filter(|_| gatherings::may_arrange(s))?;
    Some(Arrange { season: s.season.id.clone(), person: person.clone() })
}
