//! Who may choose: leads. The owner looks. An invitation is answered by whoever holds its link.

use super::model::Offered;
use crate::applications::rules::OwnKey;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to see goals, runs and invitations.
pub struct SeeSelection(Id);

/// Leave to set goals, run, confirm. It lends leave to see.
pub struct Choose(SeeSelection);

/// Leave to answer one invitation: made from the key in its link.
pub struct OwnInvitation(Offered);

impl OwnInvitation {
    /// The invitation a key opens; only the store finds one by a key.
    pub(super) fn opened(offered: Offered) -> Self {
        Self(offered)
    }
}

impl std::ops::Deref for OwnInvitation {
    type Target = Offered;

    fn deref(&self) -> &Offered {
        &self.0
    }
}

impl OwnKey for OwnInvitation {
    fn season(&self) -> &Id {
        &self.0.season_id
    }
}

impl SeeSelection {
    pub fn season(&self) -> &Id {
        &self.0
    }
}

impl Choose {
    pub fn season(&self) -> &Id {
        self.0.season()
    }

    /// Whoever chooses sees.
    pub fn see(&self) -> &SeeSelection {
        &self.0
    }

    /// At the terminal, whoever can write the data folder can choose.
    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self(SeeSelection(season.clone()))
    }
}

pub fn may_see(s: &InSeason) -> Option<SeeSelection> {
    s.is(&[Role::Owner, Role::Lead, Role::CoLead]).then(|| SeeSelection(s.season.id.clone()))
}

pub fn may_choose(s: &InSeason) -> Option<Choose> {
    s.is(&[Role::Lead, Role::CoLead]).then(|| Choose(SeeSelection(s.season.id.clone())))
}

impl Permit for Choose {
    fn of(s: &InSeason) -> Option<Self> {
        may_choose(s)
    }
}
