//! The highest-scoring cohort that meets all goals: exact, proved optimal, ties settled by the input alone.

use serde::{Deserialize, Serialize};

use super::model::Model;
use super::{Error, Input, Progress, infeasible};

/// A proposed cohort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Sorted ids.
    pub cohort: Vec<String>,
    pub total_score: i64,
    /// The total of the highest-scoring people with no goals at all: what the goals cost is the difference.
    pub total_without_goals: i64,
}

/// Finds the cohort with the highest total score under all goals.
///
/// Of several equally good ones it takes the one that a hash of the input prefers, so the same input
/// always gives the same cohort and nobody chooses which.
///
/// # Errors
/// [`Error::Infeasible`] with the conflict, [`Error::Unscored`] when a person has no score.
pub fn propose(input: &Input) -> Result<Proposal, Error> {
    propose_by(input, &mut |_| true)
}

/// As [`propose`]; `progress` is told how far the search is and may stop it by `false`.
///
/// # Errors
/// Those of [`propose`], and [`Error::Stopped`].
pub fn propose_by(input: &Input, progress: Progress) -> Result<Proposal, Error> {
    let input = input.clone().canonical();
    input.check()?;
    let unscored = input.people.iter().filter(|p| p.score.is_none()).count();
    if unscored > 0 {
        return Err(Error::Unscored(unscored));
    }
    let model = Model::new(&input, true);
    let score_of = |t: &super::model::Type| t.members.first().and_then(|&m| input.people[m].score).unwrap_or_default();
    let scores: Vec<f64> = model.types.iter().map(|t| score_of(t) as f64).collect();
    let Some(best) = model.best_with(&scores, |_| true, &[], progress)? else {
        return Err(Error::Infeasible(Box::new(infeasible::explain(&model)?)));
    };
    let total: i64 = best.iter().zip(&model.types).map(|(n, t)| i64::from(*n) * score_of(t)).sum();
    // Second pass: among cohorts of this total, the one whose members' lots add up highest.
    let hash = input.hash();
    let lots: Vec<Vec<(u64, usize)>> = model
        .types
        .iter()
        .map(|t| {
            let mut lots: Vec<(u64, usize)> = t.members.iter().map(|&m| (lot(&hash, &input.people[m].id), m)).collect();
            lots.sort_unstable_by(|a, b| b.cmp(a));
            lots
        })
        .collect();
    // A type's members leave in the order of their lots; its weight is its best lot.
    let weights: Vec<f64> = lots.iter().map(|l| l.first().map_or(0.0, |(v, _)| *v as f64)).collect();
    let floor = (scores.iter().enumerate().map(|(i, s)| (i, *s)).collect(), total as f64 - 0.5);
    let tied = model.best_with(&weights, |_| true, &[floor], progress)?.unwrap_or(best);
    let mut cohort: Vec<String> =
        tied.iter().zip(&model.types).zip(&lots).flat_map(|((n, t), l)| pick(&input, t, l, *n as usize)).collect();
    cohort.sort();
    input.is_met_by(&cohort).map_err(Error::Solver)?;
    let mut all: Vec<i64> = input.people.iter().filter_map(|p| p.score).collect();
    all.sort_unstable_by(|a, b| b.cmp(a));
    let total_score = input.people.iter().filter(|p| cohort.binary_search(&p.id).is_ok()).filter_map(|p| p.score).sum();
    Ok(Proposal { cohort, total_score, total_without_goals: all.iter().take(input.seats as usize).sum() })
}

/// The fixed members of a type first, then by lot.
fn pick(input: &Input, _: &super::model::Type, lots: &[(u64, usize)], n: usize) -> Vec<String> {
    let is_fixed = |m: usize| input.fixed.contains(&input.people[m].id);
    let mut order: Vec<usize> = lots.iter().map(|(_, m)| *m).collect();
    order.sort_by_key(|&m| !is_fixed(m));
    order.into_iter().take(n).map(|m| input.people[m].id.clone()).collect()
}

/// A number from 1 to 1,048,576 that a person cannot choose.
fn lot(hash: &str, id: &str) -> u64 {
    crate::seed::Draw::from_texts(&[hash, id]).below(1 << 20) + 1
}
