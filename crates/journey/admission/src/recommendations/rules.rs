//! Who may do what: leads say what is asked and see what came; a recommender writes the one that their link opens. What
//! an applicant may is [`Naming`].

use super::model::Recommendation;
use super::store::Named;
use crate::call::rules::OwnDraft;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to set what recommenders are asked, to see what came in and to remind.
pub struct RunRecommendations(Id);

/// Leave to write one recommendation: made by the store alone, from a link that was sent.
pub struct Write(Recommendation);

/// Leave to name recommenders for one application: of the applicant with the key of their draft or with a link that we
/// sent them, or of a lead on their behalf.
#[derive(Clone)]
pub struct Naming {
    /// What those who are named for it are kept under: its draft, or the application itself where there is none.
    of: Id,
    season: Id,
    application: Option<Id>,
    email: Option<String>,
    is_vouched_for: bool,
    is_by_team: bool,
}

impl Naming {
    /// Whoever has the key of a draft names for it.
    pub fn of_draft(own: &OwnDraft) -> Self {
        let draft = own.draft();
        Self {
            of: draft.id.clone(),
            season: draft.season_id.clone(),
            application: draft.application_id.clone(),
            email: draft.email.clone(),
            is_vouched_for: draft.is_vouched_for(),
            is_by_team: false,
        }
    }

    /// For an application that the store found by a link that was sent, or for a lead.
    pub(super) fn of_application(a: &Named, is_by_team: bool) -> Self {
        Self {
            of: a.named_under.clone(),
            season: a.season_id.clone(),
            application: Some(a.application_id.clone()),
            email: a.email.clone(),
            is_vouched_for: true,
            is_by_team,
        }
    }

    pub fn id(&self) -> &Id {
        &self.of
    }

    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn application(&self) -> Option<&Id> {
        self.application.as_ref()
    }

    /// Whether this is the applicant's own address.
    pub fn is_for(&self, email: &str) -> bool {
        let norm = weft_people::model::norm_email;
        self.email.as_deref().is_some_and(|e| norm(e) == norm(email))
    }

    pub fn has_address(&self) -> bool {
        self.email.is_some()
    }

    /// Whether emails may go out in the applicant's name.
    pub fn is_vouched_for(&self) -> bool {
        self.is_vouched_for
    }

    pub fn is_by_team(&self) -> bool {
        self.is_by_team
    }
}

impl RunRecommendations {
    pub fn season(&self) -> &Id {
        &self.0
    }

    /// The demo's lead.
    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self(season.clone())
    }
}

impl Write {
    pub(super) fn opened(recommendation: Recommendation) -> Self {
        Self(recommendation)
    }

    /// A recommender of the demo.
    pub fn at_the_terminal(_: &Terminal, recommendation: Recommendation) -> Self {
        Self(recommendation)
    }

    pub fn it(&self) -> &Recommendation {
        &self.0
    }
}

pub fn may_run(s: &InSeason) -> Option<RunRecommendations> {
    s.is(&[Role::Lead, Role::CoLead]).then(|| RunRecommendations(s.season.id.clone()))
}

impl Permit for RunRecommendations {
    fn of(s: &InSeason) -> Option<Self> {
        may_run(s)
    }
}
