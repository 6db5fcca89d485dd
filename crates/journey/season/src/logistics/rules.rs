//! Who reads. Rank opens nothing here: only the one named person, with two factors. What one says for oneself goes by
//! `programs::TakePart`. Permits are made here and nowhere else.

use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit};

/// Leave to read and settle what everyone needs: the season's named person.
pub struct Arrange {
    season: Id,
    person: Id,
}

impl Arrange {
    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn person(&self) -> &Id {
        &self.person
    }

    /// For the demo.
    pub fn at_the_terminal(_: &Terminal, season: &Id, person: &Id) -> Self {
        Self { season: season.clone(), person: person.clone() }
    }
}

pub fn may_arrange(s: &InSeason) -> Option<Arrange> {
    let person = s.actor_id().filter(|_| s.is_access_contact())?;
    Some(Arrange { season: s.season.id.clone(), person: person.clone() })
}

impl Permit for Arrange {
    fn of(s: &InSeason) -> Option<Self> {
        may_arrange(s)
    }
}
