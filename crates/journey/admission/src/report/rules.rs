//! Who may see what a pool says. Leads and the owner choose how coarse; everyone else sees what may be published.

use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Role};

/// Fewer people than this are not shown to staff in a document that leaves the house.
pub const STAFF_FLOOR: u64 = 5;

/// Who reads the pool may see every count: the list's filters say them too. Not for sharing.
pub const EVERY_COUNT: u64 = 0;

/// The same for everyone outside.
pub const PUBLIC_FLOOR: u64 = 11;

/// Leave to see counts over a pool, at a floor or above.
pub struct SeeReport {
    season: Id,
    pub floor: u64,
}

/// Leave to read answers by number and code them.
pub struct Code(Id);

/// Leave to write the codebook. It lends leave to code.
pub struct WriteCodebook(Code);

impl SeeReport {
    pub fn season(&self) -> &Id {
        &self.season
    }
}

impl Code {
    pub fn season(&self) -> &Id {
        &self.0
    }
}

impl WriteCodebook {
    pub fn season(&self) -> &Id {
        self.0.season()
    }

    /// Whoever writes the codebook codes by it at any time.
    pub fn code(&self) -> &Code {
        &self.0
    }

    /// The demo's lead.
    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self(Code(season.clone()))
    }
}

/// `wants` is the floor asked for; who may not choose gets the public one.
pub fn may_see(s: &InSeason, wants: Option<u64>) -> Option<SeeReport> {
    let chooses = s.is(&[Role::Owner, Role::Lead, Role::CoLead, Role::Evaluator]);
    let sees = chooses || s.is(&[Role::Funder, Role::Advisor, Role::Facilitator]);
    let reads = s.is(&[Role::Owner, Role::Lead, Role::CoLead]);
    let floor = match wants {
        Some(EVERY_COUNT) if reads => EVERY_COUNT,
        Some(STAFF_FLOOR) if chooses => STAFF_FLOOR,
        _ => PUBLIC_FLOOR,
    };
    sees.then(|| SeeReport { season: s.season.id.clone(), floor })
}

/// Leads at any time; the evaluator once answers were sent.
pub fn may_code(s: &InSeason, is_answered: bool) -> Option<Code> {
    let may = s.is(&[Role::Lead, Role::CoLead]) || (is_answered && s.is(&[Role::Evaluator]));
    may.then(|| Code(s.season.id.clone()))
}

pub fn may_write(s: &InSeason) -> Option<WriteCodebook> {
    s.is(&[Role::Lead, Role::CoLead]).then(|| WriteCodebook(Code(s.season.id.clone())))
}
