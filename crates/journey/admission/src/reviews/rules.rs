//! Who reads what. Leads run the reading and see how far it is; a reader sees the reads that are hers, without names,
//! once she has said with whom she is tied.

use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to set the rubric, assign reads, follow their progress and close the reading.
pub struct RunReading(Id);

/// Leave to read for a season: her own list.
pub struct Read {
    season: Id,
    reader: Id,
}

/// Leave to open one application from her list, without names. Made by the store alone, which finds it by her, her
/// season and its number, while the reading is open and the read has not gone back.
pub struct ReadOne {
    pub(super) assignment: Id,
    pub(super) application: Id,
    pub(super) season: Id,
    pub(super) reader: Id,
}

impl RunReading {
    pub fn season(&self) -> &Id {
        &self.0
    }

    /// The demo's lead.
    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self(season.clone())
    }
}

impl Read {
    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn reader(&self) -> &Id {
        &self.reader
    }

    /// A reader of the demo.
    pub fn at_the_terminal(_: &Terminal, season: &Id, reader: &Id) -> Self {
        Self { season: season.clone(), reader: reader.clone() }
    }
}

pub fn may_run(s: &InSeason) -> Option<RunReading> {
    s.is(&[Role::Lead, Role::CoLead]).then(|| RunReading(s.season.id.clone()))
}

pub fn may_read(s: &InSeason) -> Option<Read> {
    let reader = s.actor_id()?;
    s.is(&[Role::Reviewer]).then(|| Read { season: s.season.id.clone(), reader: reader.clone() })
}

impl Permit for Read {
    fn of(s: &InSeason) -> Option<Self> {
        may_read(s)
    }
}

impl Permit for RunReading {
    fn of(s: &InSeason) -> Option<Self> {
        may_run(s)
    }
}
