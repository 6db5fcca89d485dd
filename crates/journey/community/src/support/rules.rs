//! Who reads support lines, who writes them, and who picks a person. Rank opens nothing of that: whom someone picked is
//! for the two of them. Permits are made here and nowhere else.

use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to read a program's lines, and to answer those who picked oneself.
pub struct SeeLines {
    season: Id,
    person: Id,
}

/// Leave to write a program's lines.
pub struct KeepLines {
    program: Id,
    season: Id,
}

/// Leave to pick a person and to write to them, as someone of the cohort.
pub struct PickPerson {
    season: Id,
    person: Id,
}

impl SeeLines {
    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn person(&self) -> &Id {
        &self.person
    }

    /// Whoever may pick a person reads the lines too.
    pub(super) fn of_member(permit: &PickPerson) -> Self {
        Self { season: permit.season.clone(), person: permit.person.clone() }
    }

    /// For the demo, whose people do what they did at the time.
    pub fn at_the_terminal(_: &Terminal, season: &Id, person: &Id) -> Self {
        Self { season: season.clone(), person: person.clone() }
    }
}

impl KeepLines {
    pub fn program(&self) -> &Id {
        &self.program
    }

    pub fn season(&self) -> &Id {
        &self.season
    }

    /// For the demo.
    pub fn at_the_terminal(_: &Terminal, program: &Id, season: &Id) -> Self {
        Self { program: program.clone(), season: season.clone() }
    }
}

impl PickPerson {
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

/// Whoever takes part, and those who stand beside them.
pub fn may_see(s: &InSeason) -> Option<SeeLines> {
    let near = [
        Role::Owner,
        Role::Lead,
        Role::CoLead,
        Role::Facilitator,
        Role::Coach,
        Role::Evaluator,
        Role::Faculty,
        Role::Support,
        Role::Participant,
        Role::Registrant,
    ];
    let person = s.actor_id().filter(|_| s.is(&near))?;
    Some(SeeLines { season: s.season.id.clone(), person: person.clone() })
}

pub fn may_keep(s: &InSeason) -> Option<KeepLines> {
    s.runs().then(|| KeepLines { program: s.season.program_id.clone(), season: s.season.id.clone() })
}

pub fn may_pick(s: &InSeason) -> Option<PickPerson> {
    let person = s.actor_id().filter(|_| s.is(&[Role::Participant]))?;
    Some(PickPerson { season: s.season.id.clone(), person: person.clone() })
}

impl Permit for SeeLines {
    fn of(s: &InSeason) -> Option<Self> {
        may_see(s)
    }
}

impl Permit for KeepLines {
    fn of(s: &InSeason) -> Option<Self> {
        may_keep(s)
    }
}

impl Permit for PickPerson {
    fn of(s: &InSeason) -> Option<Self> {
        may_pick(s)
    }
}
