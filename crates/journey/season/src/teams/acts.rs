//! Verbs: propose teams, move people by hand, accept.

use std::collections::{BTreeMap, BTreeSet};

use weft_assign::teams::{self, Settings, Teams, Wish};

use super::model::{FIELDS, NAMES, Plan, Wishes};
use super::rules::FormTeams;
use super::store;
use crate::cohort::Member;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_web::{Error, Result};

/// Members as the solver sees them, named by application id.
pub fn solver_members(members: &[Member]) -> Vec<teams::Member> {
    members
        .iter()
        .map(|m| {
            let one = |v: &Option<String>| -> BTreeSet<String> { v.iter().cloned().collect() };
            let value = |field: &str| match field {
                "region" => one(&m.region),
                "issue_areas" => m.issue_areas(),
                "role_level" => one(&m.role_level),
                "body_type" => one(&m.body_type),
                "setting" => one(&m.setting),
                "health_focus" => one(&m.health_focus),
                _ => [m.language.clone()].into(),
            };
            let values: BTreeMap<String, BTreeSet<String>> =
                FIELDS.iter().map(|f| ((*f).to_owned(), value(f))).collect();
            teams::Member { id: m.external_id.clone(), values, ..teams::Member::default() }
        })
        .collect()
}

/// Wishes as the solver takes them: the first field to be alike on weighs most.
pub fn settings(wishes: &Wishes, members: usize) -> Settings {
    let n = wishes.alike.len() as i64;
    Settings {
        // A team has two at least: five people in twos are two teams.
        teams: ((members as f64 / wishes.size.max(2) as f64).round() as usize).min(members / 2).max(1),
        wishes: wishes.alike.iter().enumerate().map(|(i, f)| Wish { field: f.clone(), weight: n - i as i64 }).collect(),
        apart: wishes.apart.clone(),
        together: wishes.together.clone(),
        not_alone: wishes.not_alone.clone(),
    }
}

async fn record(
    kernel: &Kernel,
    tx: &mut weft_kernel::db::Tx,
    permit: &FormTeams,
    actor: &Id,
    verb: &'static str,
) -> Result<()> {
    let event = events::Event {
        actor: Some(actor),
        verb,
        subject: permit.season(),
        season: Some(permit.season()),
        detail: None,
    };
    Ok(events::record(kernel, tx, event).await?)
}

async fn keep(
    kernel: &Kernel,
    permit: &FormTeams,
    actor: &Id,
    wishes: &Wishes,
    result: &Teams,
    verb: &'static str,
) -> Result<()> {
    let json = |e: serde_json::Error| Error::Internal(e.to_string());
    let (settings, result) =
        (serde_json::to_string(wishes).map_err(json)?, serde_json::to_string(result).map_err(json)?);
    let mut tx = kernel.begin_once().await?;
    store::insert_plan(kernel, &mut tx, permit, &settings, &result, actor).await?;
    record(kernel, &mut tx, permit, actor, verb).await?;
    tx.commit().await?;
    Ok(())
}

/// What came of proposing teams.
#[derive(Debug)]
pub enum Proposed {
    Done,
    /// There can be none with these wishes.
    Impossible(teams::Error),
}

/// Proposes teams as a new version.
pub async fn propose(
    kernel: &Kernel,
    permit: &FormTeams,
    actor: &Id,
    members: &[Member],
    wishes: &Wishes,
) -> Result<Proposed> {
    let (people, settings) = (solver_members(members), settings(wishes, members.len()));
    let formed = tokio::task::spawn_blocking(move || teams::form(&people, &settings))
        .await
        .map_err(|e| Error::Internal(e.to_string()))?;
    match formed {
        Ok(result) => {
            keep(kernel, permit, actor, wishes, &result, "teams.proposed").await?;
            Ok(Proposed::Done)
        }
        Err(error) => Ok(Proposed::Impossible(error)),
    }
}

/// Whom to move, by her application's id, and to which team, counted from one.
#[derive(Clone, Copy)]
pub struct Move<'a> {
    pub who: &'a str,
    pub team: usize,
}

/// What came of moving someone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    Done,
    /// There is no such person or team.
    Unknown,
}

/// Moves someone to another team, as a new version that is judged like the solver's own.
pub async fn move_member(
    kernel: &Kernel,
    permit: &FormTeams,
    actor: &Id,
    plan: &Plan,
    members: &[Member],
    Move { who, team }: Move<'_>,
) -> Result<Moved> {
    let mut now = plan.result.0.clone();
    let Some(to) = team.checked_sub(1).filter(|to| *to < now.teams.len()) else { return Ok(Moved::Unknown) };
    if !now.teams.iter().any(|t| t.iter().any(|m| m == who)) {
        return Ok(Moved::Unknown);
    }
    for team in &mut now.teams {
        team.retain(|m| m != who);
    }
    now.teams[to].push(who.to_owned());
    now.teams[to].sort();
    let wishes = plan.settings.0.clone();
    let judged = teams::judge(&solver_members(members), &settings(&wishes, members.len()), &now.teams);
    keep(kernel, permit, actor, &wishes, &judged, "teams.changed").await?;
    Ok(Moved::Done)
}

/// Makes a plan the season's teams. The ones before end; accepting twice changes nothing.
pub async fn accept(kernel: &Kernel, permit: &FormTeams, actor: &Id, plan: &Plan, members: &[Member]) -> Result<()> {
    let result = plan.result.0.clone();
    let mut tx = kernel.db.begin().await?;
    if !store::accept_plan(&mut tx, permit, &plan.id, kernel.now()).await? {
        return Ok(());
    }
    store::end_teams(&mut tx, permit, kernel.now()).await?;
    for (i, team) in result.teams.iter().enumerate() {
        let name = NAMES.get(i).map_or_else(|| format!("Team {}", i + 1), |n| (*n).to_owned());
        let id = store::insert_team(kernel, &mut tx, permit, &plan.id, i, &name).await?;
        for m in members.iter().filter(|m| team.contains(&m.external_id)) {
            store::insert_member(kernel, &mut tx, &id, &m.id).await?;
        }
    }
    record(kernel, &mut tx, permit, actor, "teams.accepted").await?;
    Ok(tx.commit().await?)
}

/// What teams are asked for before anyone has said otherwise.
pub fn default_wishes() -> Wishes {
    Wishes { size: 5, alike: vec!["issue_areas".into(), "region".into()], ..Wishes::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn teams_have_two_people_at_least_whatever_size_is_wished() {
        for members in 2..60 {
            for size in 2..=20 {
                let teams = settings(&Wishes { size, ..Wishes::default() }, members).teams;
                assert!(teams >= 1 && 2 * teams <= members, "{members} people in teams of {size}: {teams}");
            }
        }
        assert_eq!(settings(&Wishes { size: 2, ..Wishes::default() }, 5).teams, 2);
        assert_eq!(settings(&Wishes { size: 5, ..Wishes::default() }, 19).teams, 4);
    }
}
