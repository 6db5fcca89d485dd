//! Who makes a call, and whose draft is whose. A draft has no account: it belongs to whoever holds one of its keys.

use super::model::Draft;
use crate::applications::rules::OwnKey;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to make and publish a season's call, and to grant extensions.
pub struct MakeCall(Id);

/// Leave to read and write one draft: made from a key that the browser holds.
#[derive(Clone)]
pub struct OwnDraft(Draft);

impl MakeCall {
    pub fn season(&self) -> &Id {
        &self.0
    }

    /// The demo's lead.
    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self(season.clone())
    }
}

impl OwnKey for OwnDraft {
    fn season(&self) -> &Id {
        &self.0.season_id
    }
}

impl OwnDraft {
    /// The draft a key opens; only the store finds one by a key.
    pub(super) fn opened(draft: Draft) -> Self {
        Self(draft)
    }

    pub fn draft(&self) -> &Draft {
        &self.0
    }

    pub fn id(&self) -> &Id {
        &self.0.id
    }
}

pub fn may_make_call(s: &InSeason) -> Option<MakeCall> {
    s.is(&[Role::Lead, Role::CoLead]).then(|| MakeCall(s.season.id.clone()))
}

impl Permit for MakeCall {
    fn of(s: &InSeason) -> Option<Self> {
        may_make_call(s)
    }
}
