//! Who finds times for a home team: its members, and those who lead and facilitate the season, for each of its teams.
//! Permits are made here and nowhere else.

use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to ask, read, choose and cancel: for one's own home team, and for every team where `is_staff`. Statements look
/// after which team that is.
pub struct Meet {
    season: Id,
    person: Id,
    is_staff: bool,
}

impl Meet {
    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn person(&self) -> &Id {
        &self.person
    }

    /// Whether it is for every home team of the season.
    pub fn is_staff(&self) -> bool {
        self.is_staff
    }

    /// For the demo, whose members do what they did at the time.
    pub fn at_the_terminal(_: &Terminal, season: &Id, person: &Id) -> Self {
        Self { season: season.clone(), person: person.clone(), is_staff: false }
    }
}

pub fn may_meet(s: &InSeason) -> Option<Meet> {
    let is_staff = s.is(&[Role::Lead, Role::CoLead, Role::Facilitator]);
    let person = s.actor_id().filter(|_| s.season.has_members() && (is_staff || s.is(&[Role::Participant])))?;
    Some(Meet { season: s.season.id.clone(), person: person.clone(), is_staff })
}

impl Permit for Meet {
    fn of(s: &InSeason) -> Option<Self> {
        may_meet(s)
    }
}
