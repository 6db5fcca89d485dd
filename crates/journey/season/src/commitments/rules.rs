//! Who makes commitments, who reads which, and who counts. Rank opens nothing that was not shared with it. Permits are
//! made here and nowhere else.

use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to make commitments and to read what others share, as someone of the cohort.
pub struct Commit {
    season: Id,
    person: Id,
}

/// Leave to read what is shared with everyone, as the season's team.
pub struct SeeShared(Id);

/// Leave to read how many there are.
pub struct CountCommitments(Id);

impl Commit {
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

    /// For whoever holds the link of one commitment: it belongs to this person.
    pub(super) fn by_link(key: &super::store::KeyHolder) -> Self {
        Self { season: key.season_id.clone(), person: key.person_id.clone() }
    }
}

impl SeeShared {
    pub fn season(&self) -> &Id {
        &self.0
    }
}

impl CountCommitments {
    pub fn season(&self) -> &Id {
        &self.0
    }
}

pub fn may_commit(s: &InSeason) -> Option<Commit> {
    let person = s.actor_id().filter(|_| s.is(&[Role::Participant]))?;
    Some(Commit { season: s.season.id.clone(), person: person.clone() })
}

/// Those who stand beside the cohort in its sessions. The owner and evaluators count.
pub fn may_see_shared(s: &InSeason) -> Option<SeeShared> {
    s.is(&[Role::Lead, Role::CoLead, Role::Facilitator]).then(|| SeeShared(s.season.id.clone()))
}

pub fn may_count(s: &InSeason) -> Option<CountCommitments> {
    let counts = [Role::Owner, Role::Lead, Role::CoLead, Role::Facilitator, Role::Evaluator];
    s.is(&counts).then(|| CountCommitments(s.season.id.clone()))
}

/// Whether the page has anything for whoever asks.
pub fn may_open(s: &InSeason) -> bool {
    s.season.has_members() && (may_commit(s).is_some() || may_count(s).is_some())
}

impl Permit for Commit {
    fn of(s: &InSeason) -> Option<Self> {
        may_commit(s)
    }
}
