//! Who may do what: leads say what is asked and see what came; a recommender writes the one that their link opens. What
//! an applicant may is [`OwnDraft`](crate::call::rules::OwnDraft).

use super::model::Recommendation;
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to set what recommenders are asked, to see what came in and to remind.
pub struct RunRecommendations(Id);

/// Leave to write one recommendation: made by the store alone, from a link that was sent.
pub struct Write(Recommendation);

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
