//! Who reads, keeps and reflects. Permits are made here and nowhere else.

use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to read the library of a season's program; drafts only where `sees_drafts`.
pub struct ReadLibrary {
    program: Id,
    pub sees_drafts: bool,
}

/// Leave to write, publish and take out cards, and to change the lists they are found by, with the look at all of them
/// that it takes.
pub struct KeepLibrary {
    read: ReadLibrary,
    season: Id,
}

/// Leave to write on worksheets for oneself. There is no other: nobody else's words can be asked for.
pub struct Reflect {
    program: Id,
    season: Id,
    person: Id,
}

impl ReadLibrary {
    pub fn program(&self) -> &Id {
        &self.program
    }
}

impl KeepLibrary {
    fn of_program(program: &Id, season: &Id) -> Self {
        Self { read: ReadLibrary { program: program.clone(), sees_drafts: true }, season: season.clone() }
    }

    pub fn program(&self) -> &Id {
        &self.read.program
    }

    pub fn read(&self) -> &ReadLibrary {
        &self.read
    }

    pub fn season(&self) -> &Id {
        &self.season
    }

    /// For the demo.
    pub fn at_the_terminal(_: &Terminal, program: &Id, season: &Id) -> Self {
        Self::of_program(program, season)
    }
}

impl Reflect {
    pub fn program(&self) -> &Id {
        &self.program
    }

    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn person(&self) -> &Id {
        &self.person
    }
}

pub fn may_read(s: &InSeason) -> Option<ReadLibrary> {
    let keeps = s.is(&[Role::Lead, Role::CoLead, Role::Facilitator]);
    let reads = keeps
        || s.is(&[
            Role::Owner,
            Role::Participant,
            Role::Registrant,
            Role::Coach,
            Role::Faculty,
            Role::Evaluator,
            Role::Advisor,
        ]);
    reads.then(|| ReadLibrary { program: s.season.program_id.clone(), sees_drafts: keeps })
}

pub fn may_keep(s: &InSeason) -> Option<KeepLibrary> {
    s.is(&[Role::Lead, Role::CoLead, Role::Facilitator])
        .then(|| KeepLibrary::of_program(&s.season.program_id, &s.season.id))
}

pub fn may_reflect(s: &InSeason) -> Option<Reflect> {
    let person = s.actor_id().filter(|_| may_read(s).is_some())?;
    Some(Reflect { program: s.season.program_id.clone(), season: s.season.id.clone(), person: person.clone() })
}

impl Permit for KeepLibrary {
    fn of(s: &InSeason) -> Option<Self> {
        may_keep(s)
    }
}

impl Permit for ReadLibrary {
    fn of(s: &InSeason) -> Option<Self> {
        may_read(s)
    }
}

impl Permit for Reflect {
    fn of(s: &InSeason) -> Option<Self> {
        may_reflect(s)
    }
}
