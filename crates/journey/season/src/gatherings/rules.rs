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

/// Leave to make, change, publish and call off gatherings.
pub struct PlanGatherings(Id);

/// Leave to run a gathering: its run of show, console, tables and attendance.
pub struct RunGathering(Id);

impl SeeGatherings {
    /// For the demo.
    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self { season: season.clone(), reader: None, sees_drafts: true, is_inside: true }
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
        Self(season.clone())
    }

    pub fn season(&self) -> &Id {
        &self.0
    }

    /// For the command line and the demo, where whoever runs the program owns the house.
    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self(season.clone())
    }

    /// For taking over the plan of another season that the same person leads.
    pub fn of_led(led: &super::calendar::Led) -> Self {
        Self(led.0.id.clone())
    }
}

impl RunGathering {
    pub fn season(&self) -> &Id {
        &self.0
    }

    pub fn at_the_terminal(_: &Terminal, season: &Id) -> Self {
        Self(season.clone())
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
    s.is(&[Role::Lead, Role::CoLead]).then(|| PlanGatherings(s.season.id.clone()))
}

pub fn may_run(s: &InSeason) -> Option<RunGathering> {
    s.is(&[Role::Lead, Role::CoLead, Role::Facilitator]).then(|| RunGathering(s.season.id.clone()))
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
