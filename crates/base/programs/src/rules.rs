//! Who may see and run a season. Permits are made here and nowhere else.

use super::extract::InSeason;
use super::extract::Permit;
use super::model::{Role, Season};
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;

/// Leave to see a season's design and progress: counts, never people's answers.
pub struct SeeSeason(Id);

/// Leave to change a season, its people's roles and its lists.
pub struct RunSeason(Id);

/// Leave to change a program's public page, contacts and words.
pub struct EditProgram(Id);

impl EditProgram {
    pub fn program(&self) -> &Id {
        &self.0
    }
}

pub fn may_edit_program(program: &super::model::Program, roles: &[Role]) -> Option<EditProgram> {
    holds(roles, &[Role::Owner, Role::Lead, Role::CoLead]).then(|| EditProgram(program.id.clone()))
}

/// Leave to make programs and see the house's own pages.
pub struct KeepHouse(());

impl SeeSeason {
    pub fn season(&self) -> &Id {
        &self.0
    }
}

impl RunSeason {
    pub fn season(&self) -> &Id {
        &self.0
    }
}

fn holds(roles: &[Role], any: &[Role]) -> bool {
    roles.iter().any(|r| any.contains(r))
}

pub fn may_see(season: &Season, roles: &[Role]) -> Option<SeeSeason> {
    let any = [Role::Owner, Role::Lead, Role::CoLead, Role::Facilitator, Role::Evaluator, Role::Advisor];
    holds(roles, &any).then(|| SeeSeason(season.id.clone()))
}

pub fn may_run(season: &Season, roles: &[Role]) -> Option<RunSeason> {
    holds(roles, &[Role::Owner, Role::Lead, Role::CoLead]).then(|| RunSeason(season.id.clone()))
}

pub fn may_keep_house(roles: &[Role]) -> Option<KeepHouse> {
    holds(roles, &[Role::Owner]).then_some(KeepHouse(()))
}

/// Leave to answer, choose and arrive for oneself.
pub struct TakePart {
    season: Id,
    person: Id,
}

impl TakePart {
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

pub fn may_take_part(s: &InSeason) -> Option<TakePart> {
    let person = s.actor_id().filter(|_| s.is(&[Role::Participant, Role::Registrant]))?;
    Some(TakePart { season: s.season.id.clone(), person: person.clone() })
}

/// The roles that count on a request: those that open others' records only after two factors.
pub fn effective(held: Vec<Role>, strength: weft_people::Strength) -> Vec<Role> {
    held.into_iter().filter(|r| strength.opens_staff_roles() || !r.needs_two_factors()).collect()
}

impl Permit for RunSeason {
    fn of(s: &InSeason) -> Option<Self> {
        may_run(&s.season, &s.roles)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use weft_people::Strength;

    #[test]
    fn a_link_never_opens_a_role_that_sees_others() {
        let all = Role::ALL.to_vec();
        let by_link = effective(all.clone(), Strength::Link);
        assert!(by_link.iter().all(|r| !r.needs_two_factors()));
        assert_eq!(effective(all.clone(), Strength::TwoFactors), all);
    }
}
