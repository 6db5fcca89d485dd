//! Who makes a space and who is in one. Rank opens nothing: whoever runs the season comes in by invitation, like
//! anyone. Permits are made here and nowhere else.

use super::{MemberState, store};
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to see one's own spaces and invitations; `takes_part`: also to make one, and to see those that are listed.
pub struct SeeOwn {
    season: Id,
    person: Id,
    pub takes_part: bool,
    /// Whether the names of the cohort are hers to know.
    knows_cohort: bool,
}

/// Leave to read and write in a space: someone who is in it.
pub struct Inside {
    space: Id,
    season: Id,
    person: Id,
    pub knows_cohort: bool,
}

/// Leave to read which spaces ask for the program's money: their names, and nothing else.
pub struct PayFor(Id);

impl SeeOwn {
    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn person(&self) -> &Id {
        &self.person
    }

    /// For the demo, whose people do what they did at the time.
    pub fn at_the_terminal(_: &Terminal, season: &Id, person: &Id) -> Self {
        Self { season: season.clone(), person: person.clone(), takes_part: true, knows_cohort: true }
    }
}

impl Inside {
    pub fn space(&self) -> &Id {
        &self.space
    }

    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn person(&self) -> &Id {
        &self.person
    }
}

impl PayFor {
    pub fn season(&self) -> &Id {
        &self.0
    }
}

pub fn may_see_own(s: &InSeason) -> Option<SeeOwn> {
    let takes_part = s.is(&[Role::Participant, Role::Registrant]);
    let is_near = takes_part || s.is(&[Role::Lead, Role::CoLead, Role::Facilitator, Role::Coach, Role::Faculty]);
    let person = s.actor_id().filter(|_| is_near)?;
    let knows_cohort = s.is(&[Role::Participant, Role::Lead, Role::CoLead, Role::Facilitator]);
    Some(SeeOwn { season: s.season.id.clone(), person: person.clone(), takes_part, knows_cohort })
}

pub async fn may_enter(conn: &mut Conn, own: &SeeOwn, space: &Id) -> Result<Option<Inside>> {
    let is_in = store::state_of(conn, own, space).await? == Some(MemberState::In);
    Ok(is_in.then(|| Inside {
        space: space.clone(),
        season: own.season.clone(),
        person: own.person.clone(),
        knows_cohort: own.knows_cohort,
    }))
}

pub fn may_pay(s: &InSeason) -> Option<PayFor> {
    s.is(&[Role::Lead, Role::CoLead]).then(|| PayFor(s.season.id.clone()))
}

impl Permit for SeeOwn {
    fn of(s: &InSeason) -> Option<Self> {
        may_see_own(s)
    }
}
