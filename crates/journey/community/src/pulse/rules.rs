//! Who asks and who reads totals. Those who take part answer, by `programs::TakePart`; nobody reads an answer. Permits
//! are made here and nowhere else.

use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to see that a pulse is open and what came of earlier ones.
pub struct SeePulse {
    season: Id,
    reader: Id,
}

/// Leave to open a pulse and to close it.
pub struct AskPulse(Id);

impl SeePulse {
    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn reader(&self) -> &Id {
        &self.reader
    }

    /// For the demo.
    pub fn at_the_terminal(_: &Terminal, season: &Id, reader: &Id) -> Self {
        Self { season: season.clone(), reader: reader.clone() }
    }
}

impl AskPulse {
    pub fn season(&self) -> &Id {
        &self.0
    }

    /// For the demo.
    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self(season.clone())
    }
}

pub fn may_see(s: &InSeason) -> Option<SeePulse> {
    let sees =
        s.is(&[Role::Lead, Role::CoLead, Role::Facilitator, Role::Evaluator, Role::Participant, Role::Registrant]);
    let reader = s.actor_id().filter(|_| sees)?;
    Some(SeePulse { season: s.season.id.clone(), reader: reader.clone() })
}

pub fn may_ask(s: &InSeason) -> Option<AskPulse> {
    s.is(&[Role::Lead, Role::CoLead, Role::Facilitator]).then(|| AskPulse(s.season.id.clone()))
}

impl Permit for AskPulse {
    fn of(s: &InSeason) -> Option<Self> {
        may_ask(s)
    }
}
