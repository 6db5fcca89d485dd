//! The lottery: chances as even as the goals allow, then one ticket out of a thousand.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use serde::{Deserialize, Serialize};

use super::model::{Model, solve};
use super::{Error, Input, infeasible};
use crate::seed::Draw;

/// How many of each type sit on a panel, and how many of the tickets name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panel {
    /// Count per type, in the order of [`Lottery::types`]; types with none are left out.
    pub counts: BTreeMap<usize, u32>,
    pub tickets: u32,
}

/// A lottery over cohorts that all meet the goals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lottery {
    /// Ids alike in all that matters, sorted.
    pub types: Vec<Vec<String>>,
    pub panels: Vec<Panel>,
    pub tickets: u32,
    /// The least chance of anyone who can be chosen at all, before chances were rounded to tickets, and
    /// the proved upper bound of what any lottery under these goals could give.
    pub min_probability: f64,
    pub upper_bound: f64,
    /// The largest change of anyone's chance by rounding to tickets.
    pub rounding: f64,
    /// People whom no cohort that meets the goals can hold, with a bound that bars them.
    pub impossible: BTreeMap<String, Option<super::Bound>>,
}

impl Lottery {
    /// Everyone's chance, from the tickets: exact multiples of one over tickets times people of a type.
    pub fn probabilities(&self) -> BTreeMap<String, f64> {
        let mut out = BTreeMap::new();
        for (t, ids) in self.types.iter().enumerate() {
            let seats: u32 = self.panels.iter().map(|p| p.counts.get(&t).copied().unwrap_or(0) * p.tickets).sum();
            let chance = f64::from(seats) / f64::from(self.tickets) / ids.len() as f64;
            out.extend(ids.iter().map(|id| (id.clone(), chance)));
        }
        out
    }

    /// The panel a ticket names.
    pub fn panel_of(&self, ticket: u32) -> Option<&Panel> {
        let mut left = ticket;
        self.panels.iter().find(|p| {
            let hit = left < p.tickets;
            left = left.saturating_sub(p.tickets);
            hit
        })
    }

    /// Draws a ticket and, inside each type, people by lot. Returns the ticket and sorted ids.
    pub fn draw(&self, fixed: &[String], seed: &mut Draw) -> (u32, Vec<String>) {
        let ticket = seed.below(u64::from(self.tickets)) as u32;
        let counts = self.panel_of(ticket).map(|p| p.counts.clone()).unwrap_or_default();
        let mut cohort: Vec<String> = Vec::new();
        for (t, ids) in self.types.iter().enumerate() {
            // Every type is shuffled, chosen or not, so that the draw's length tells nothing.
            let mut order = ids.clone();
            seed.shuffle(&mut order);
            order.sort_by_key(|id| !fixed.contains(id));
            cohort.extend(order.into_iter().take(counts.get(&t).copied().unwrap_or(0) as usize));
        }
        cohort.sort();
        (ticket, cohort)
    }
}

/// Smallest gain of a new panel that still counts, as a chance.
const EPSILON: f64 = 1e-7;

/// Finds the maximin lottery by column generation: a master program over the panels found so far, and a
/// search for the panel that would help most; when none helps, the bound equals the value.
///
/// # Errors
/// [`Error::Infeasible`] with the conflict.
pub fn lottery(input: &Input, tickets: u32) -> Result<Lottery, Error> {
    let input = input.clone().canonical();
    input.check()?;
    let model = Model::new(&input, false);
    let size = |t: usize| model.types[t].members.len() as f64;
    let zero = vec![0.0; model.types.len()];
    if model.best(&zero, |_| true)?.is_none() {
        return Err(Error::Infeasible(Box::new(infeasible::explain(&model)?)));
    }
    let (mut panels, uncovered) = cover(&model)?;
    let possible: Vec<usize> = (0..model.types.len()).filter(|t| !uncovered.contains(t)).collect();
    // The dual of the master: weights on types that make the best panel so far as bad as possible.
    let mut dual = Problem::new(OptimizationDirection::Minimize);
    let value = dual.add_var(1.0, (0.0, f64::INFINITY));
    let weights: BTreeMap<usize, Variable> = possible.iter().map(|&t| (t, dual.add_var(0.0, (0.0, 1.0)))).collect();
    let all: Vec<(Variable, f64)> = weights.values().map(|w| (*w, 1.0)).collect();
    dual.add_constraint(all.as_slice(), ComparisonOp::Eq, 1.0);
    let row = |panel: &[u32]| -> Vec<(Variable, f64)> {
        let shares = weights.iter().filter(|(t, _)| panel[**t] > 0).map(|(&t, &w)| (w, f64::from(panel[t]) / size(t)));
        shares.chain(std::iter::once((value, -1.0))).collect()
    };
    for panel in &panels {
        dual.add_constraint(row(panel).as_slice(), ComparisonOp::Le, 0.0);
    }
    let mut solution = solve(&dual)?.ok_or_else(|| Error::Solver("the master program has no solution".into()))?;
    let upper_bound = loop {
        let mut prices = vec![0.0; model.types.len()];
        for (&t, &w) in &weights {
            prices[t] = solution.var_value(w).max(0.0) / size(t);
        }
        let panel = model.best(&prices, |_| true)?.ok_or_else(|| Error::Solver("pricing lost the cohorts".into()))?;
        let reach: f64 = panel.iter().zip(&prices).map(|(n, p)| f64::from(*n) * p).sum();
        if reach <= solution.var_value(value) + EPSILON || panels.contains(&panel) {
            break reach;
        }
        let constraint = row(&panel);
        panels.push(panel);
        solution = solution
            .add_constraint(constraint.as_slice(), ComparisonOp::Le, 0.0)
            .map_err(|e| Error::Solver(e.to_string()))?
            .into_solution()
            .map_err(|_| Error::Solver("interrupted".into()))?;
    };
    let (shares, min_probability) = primal(&panels, &possible, &size)?;
    finish(&input, &model, &panels, &shares, &Found { tickets, min_probability, upper_bound, uncovered })
}

/// Panels that together hold every type that can be held, and the types that none can hold.
fn cover(model: &Model) -> Result<(Vec<Vec<u32>>, Vec<usize>), Error> {
    let mut uncovered: Vec<usize> = (0..model.types.len()).collect();
    let mut panels: Vec<Vec<u32>> = Vec::new();
    loop {
        let mut prices = vec![0.0; model.types.len()];
        for &t in &uncovered {
            prices[t] = 1.0;
        }
        let Some(panel) = model.best(&prices, |_| true)? else { return Ok((panels, uncovered)) };
        let before = uncovered.len();
        uncovered.retain(|&t| panel[t] == 0);
        if uncovered.len() == before {
            if panels.is_empty() {
                panels.push(panel);
            }
            return Ok((panels, uncovered));
        }
        panels.push(panel);
    }
}

/// The weights of the panels that make the least chance largest, and that chance.
fn primal(panels: &[Vec<u32>], possible: &[usize], size: &dyn Fn(usize) -> f64) -> Result<(Vec<f64>, f64), Error> {
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let least = problem.add_var(1.0, (0.0, f64::INFINITY));
    let shares: Vec<Variable> = panels.iter().map(|_| problem.add_var(0.0, (0.0, 1.0))).collect();
    let all: Vec<(Variable, f64)> = shares.iter().map(|s| (*s, 1.0)).collect();
    problem.add_constraint(all.as_slice(), ComparisonOp::Eq, 1.0);
    for &t in possible {
        let mut terms: Vec<(Variable, f64)> = panels.iter().zip(&shares).filter(|(p, _)| p[t] > 0).map(|(p, s)| (*s, f64::from(p[t]) / size(t))).collect();
        terms.push((least, -1.0));
        problem.add_constraint(terms.as_slice(), ComparisonOp::Ge, 0.0);
    }
    let solution = solve(&problem)?.ok_or_else(|| Error::Solver("the lottery has no solution".into()))?;
    Ok((shares.iter().map(|s| solution.var_value(*s).max(0.0)).collect(), solution.var_value(least)))
}

struct Found {
    tickets: u32,
    min_probability: f64,
    upper_bound: f64,
    uncovered: Vec<usize>,
}

fn finish(input: &Input, model: &Model, panels: &[Vec<u32>], shares: &[f64], found: &Found) -> Result<Lottery, Error> {
    let counts = round(shares, found.tickets);
    let exact = chances(model, panels, shares);
    let rounded: Vec<f64> = counts.iter().map(|c| f64::from(*c) / f64::from(found.tickets)).collect();
    let after = chances(model, panels, &rounded);
    let rounding = exact.iter().zip(&after).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
    let names = |t: &super::model::Type| t.members.iter().map(|&m| input.people[m].id.clone()).collect::<Vec<_>>();
    let mut impossible = BTreeMap::new();
    for &t in &found.uncovered {
        let bar = barring(model, t)?;
        impossible.extend(names(&model.types[t]).into_iter().map(|id| (id, bar.clone())));
    }
    let sparse = |p: &[u32]| p.iter().enumerate().filter(|(_, n)| **n > 0).map(|(t, n)| (t, *n)).collect();
    Ok(Lottery {
        types: model.types.iter().map(names).collect(),
        panels: panels.iter().zip(&counts).filter(|(_, c)| **c > 0).map(|(p, c)| Panel { counts: sparse(p), tickets: *c }).collect(),
        tickets: found.tickets,
        min_probability: found.min_probability,
        upper_bound: found.upper_bound,
        rounding,
        impossible,
    })
}

fn chances(model: &Model, panels: &[Vec<u32>], shares: &[f64]) -> Vec<f64> {
    (0..model.types.len()).map(|t| panels.iter().zip(shares).map(|(p, s)| f64::from(p[t]) * s).sum::<f64>() / model.types[t].members.len() as f64).collect()
}

/// Whole tickets by largest remainder (Hamilton); ties to the earlier panel.
fn round(shares: &[f64], tickets: u32) -> Vec<u32> {
    let total: f64 = shares.iter().sum();
    let exact: Vec<f64> = shares.iter().map(|s| s / total * f64::from(tickets)).collect();
    let mut whole: Vec<u32> = exact.iter().map(|e| (e + 1e-9).floor() as u32).collect();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by(|&a, &b| (exact[b] - f64::from(whole[b])).total_cmp(&(exact[a] - f64::from(whole[a]))).then(a.cmp(&b)));
    let missing = tickets.saturating_sub(whole.iter().sum()) as usize;
    for &i in order.iter().cycle().take(missing) {
        whole[i] += 1;
    }
    whole
}

/// A single bound without which this type could be chosen, if there is one.
fn barring(model: &Model, t: usize) -> Result<Option<super::Bound>, Error> {
    let mut weights = vec![0.0; model.types.len()];
    weights[t] = 1.0;
    // A bound that names this very type and allows none of it comes first.
    let mut bounds: Vec<&super::Bound> = model.bounds().collect();
    let own =
        |b: &super::Bound| model.rows.iter().any(|r| r.high.as_ref().is_some_and(|(limit, hb)| hb == b && *limit == 0 && r.coefficients.iter().any(|(i, _)| *i == t)));
    bounds.sort_by_key(|b| !own(b));
    for bound in bounds {
        if model.best(&weights, |b| b != bound)?.is_some_and(|panel| panel[t] > 0) {
            return Ok(Some(bound.clone()));
        }
    }
    Ok(None)
}

/// Finds the lottery and draws from it. The seed is a hash of the input's hash and of the public text.
pub fn draw(input: &Input, tickets: u32, public: &str) -> Result<(Lottery, u32, Vec<String>), Error> {
    let found = lottery(input, tickets)?;
    let mut seed = Draw::from_texts(&[&input.hash(), public]);
    let (ticket, cohort) = found.draw(&input.fixed, &mut seed);
    input.is_met_by(&cohort).map_err(Error::Solver)?;
    Ok((found, ticket, cohort))
}
