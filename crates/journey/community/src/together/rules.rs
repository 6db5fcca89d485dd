//! Who reads, agrees, writes and celebrates. Permits are made here and nowhere else.

use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to read what a cohort made together, as someone in it or beside it.
pub struct BeTogether {
    season: Id,
    person: Id,
    /// Whether she may take another's words out.
    pub tends: bool,
}

/// Leave to write a new version of the agreements.
pub struct WriteAgreements(Id);

impl BeTogether {
    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn person(&self) -> &Id {
        &self.person
    }

    /// For the demo.
    pub fn at_the_terminal(_: &Terminal, season: &Id, person: &Id) -> Self {
        Self { season: season.clone(), person: person.clone(), tends: false }
    }
}

impl WriteAgreements {
    pub fn season(&self) -> &Id {
        &self.0
    }

    /// For the demo.
    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self(season.clone())
    }
}

pub fn may_be(s: &InSeason) -> Option<BeTogether> {
    let tends = s.is(&[Role::Lead, Role::CoLead, Role::Facilitator]);
    let is_in = tends || s.is(&[Role::Participant, Role::Registrant, Role::Coach, Role::Faculty]);
    let person = s.actor_id().filter(|_| is_in)?;
    Some(BeTogether { season: s.season.id.clone(), person: person.clone(), tends })
}

pub fn may_write(s: &InSeason) -> Option<WriteAgreements> {
    s.is(&[Role::Lead, Role::CoLead, Role::Facilitator]).then(|| WriteAgreements(s.season.id.clone()))
}

impl Permit for BeTogether {
    fn of(s: &InSeason) -> Option<Self> {
        may_be(s)
    }
}

impl Permit for WriteAgreements {
    fn of(s: &InSeason) -> Option<Self> {
        may_write(s)
    }
}
