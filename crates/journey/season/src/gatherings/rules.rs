//! Who sees, plans and runs gatherings. Permits are made here and nowhere else.

use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_programs::{InSeason, Permit, Role};

/// Leave to see a season's gatherings; drafts only where `sees_drafts`.
pub struct SeeGatherings {
    season: Id,
    reader: Option<Id>,
    pub sees_drafts: bool,
    /// Whether links and places are hers: she takes part or helps to run it.
    pub is_inside: bool,
}

/// Leave to make, change, publish and call off gatherings, with the look at all of them that it takes.
pub struct PlanGatherings(SeeGatherings);

/// Leave to run a gathering: its run of show, console, tables and attendance; with the look at all of them that it
/// takes.
pub struct RunGathering(SeeGatherings);

impl SeeGatherings {
    /// All of a season's, drafts and ways in as well.
    fn whole(season: &Id, reader: Option<&Id>) -> Self {
        Self { season: season.clone(), reader: reader.cloned(), sees_drafts: true, is_inside: true }
    }

    /// For the demo.
    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self::whole(season, None)
    }

    pub fn season(&self) -> &Id {
        &self.season
    }

    pub fn reader(&self) -> Option<&Id> {
        self.reader.as_ref()
    }
}

impl PlanGatherings {
    /// For what gatherings do by themselves: a list that moves up, a reminder, a check.
    pub(super) fn by_itself(season: &Id) -> Self {
        Self(SeeGatherings::whole(season, None))
    }

    pub fn season(&self) -> &Id {
        &self.0.season
    }

    pub fn see(&self) -> &SeeGatherings {
        &self.0
    }

    /// For the command line and the demo, where whoever runs the program owns the house.
    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self(SeeGatherings::whole(season, None))
    }
}

impl RunGathering {
    pub fn season(&self) -> &Id {
        &self.0.season
    }

    pub fn see(&self) -> &SeeGatherings {
        &self.0
    }

    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self(SeeGatherings::whole(season, None))
    }
}

pub fn may_see(s: &InSeason) -> Option<SeeGatherings> {
    let runs = s.is(&[Role::Owner, Role::Lead, Role::CoLead, Role::Facilitator]);
    let helps = s.is(&[Role::Coach, Role::Faculty, Role::Support]);
    let takes_part = s.is(&[Role::Participant, Role::Registrant]);
    let looks = s.is(&[Role::Evaluator, Role::Advisor]);
    let arranges = s.is_access_contact();
    (runs || helps || takes_part || looks || arranges).then(|| SeeGatherings {
        season: s.season.id.clone(),
        reader: s.actor_id().cloned(),
        sees_drafts: runs,
        is_inside: runs || helps || takes_part || arranges,
    })
}

pub fn may_plan(s: &InSeason) -> Option<PlanGatherings> {
    s.is(&[Role::Lead, Role::CoLead]).then(|| PlanGatherings(SeeGatherings::whole(&s.season.id, s.actor_id())))
}

pub fn may_run(s: &InSeason) -> Option<RunGathering> {
    s.is(&[Role::Lead, Role::CoLead, Role::Facilitator])
        .then(|| RunGathering(SeeGatherings::whole(&s.season.id, s.actor_id())))
}

impl Permit for PlanGatherings {
    fn of(s: &InSeason) -> Option<Self> {
        may_plan(s)
    }
}

impl Permit for RunGathering {
    fn of(s: &InSeason) -> Option<Self> {
        may_run(s)
    }
}

impl Permit for SeeGatherings {
    fn of(s: &InSeason) -> Option<Self> {
        may_see(s)
    }
}
