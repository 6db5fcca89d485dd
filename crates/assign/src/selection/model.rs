//! The integer program behind a selection: people alike in all that matters are one type, and a panel
//! says how many of each type are chosen.

use std::collections::BTreeMap;

use microlp::{
    ComparisonOp, Error as LpError, OptimizationDirection, Problem, SolveOptions, TerminationReason, Variable,
};

use super::input::Bound;
use super::{Error, Input, Progress};

/// People alike in every field that a goal, mean or group names, and in score where scores count.
#[derive(Clone, Debug)]
pub struct Type {
    /// Positions in `input.people`, in order.
    pub members: Vec<usize>,
    /// How many of them must be chosen.
    pub fixed: u32,
}

/// `low ≤ Σ coefficient · count ≤ high`, each side with the bound of the input it stands for.
pub struct Row {
    pub coefficients: Vec<(usize, i64)>,
    pub low: Option<(i64, Bound)>,
    pub high: Option<(i64, Bound)>,
}

pub struct Model {
    pub types: Vec<Type>,
    pub rows: Vec<Row>,
    pub seats: u32,
}

impl Model {
    /// `scores` keeps people of different score in different types.
    pub fn new(input: &Input, scores: bool) -> Self {
        let shared = shared_values(input);
        let fields: Vec<&String> = input.goals.iter().map(|g| &g.field).collect();
        let mut types: BTreeMap<Vec<String>, Type> = BTreeMap::new();
        for (i, p) in input.people.iter().enumerate() {
            let mut key: Vec<String> = fields.iter().map(|f| p.values.get(*f).cloned().unwrap_or_default()).collect();
            key.extend(input.means.iter().map(|m| p.numbers.get(&m.field).copied().unwrap_or_default().to_string()));
            // Sharing a value with nobody constrains nobody: only shared values tell types apart.
            key.extend(input.one_per.iter().map(|f| {
                let value = p.values.get(f).cloned().unwrap_or_default();
                if shared.contains_key(&(f.clone(), value.clone())) { value } else { String::new() }
            }));
            // Who must be chosen is no lottery with those who may be.
            key.push(input.fixed.contains(&p.id).to_string());
            if scores {
                key.push(p.score.unwrap_or_default().to_string());
            }
            let t = types.entry(key).or_insert(Type { members: Vec::new(), fixed: 0 });
            t.members.push(i);
            t.fixed += u32::from(input.fixed.contains(&p.id));
        }
        let types: Vec<Type> = types.into_values().collect();
        let mut model = Self { types, rows: Vec::new(), seats: input.seats };
        model.add_rows(input, &shared);
        model
    }

    fn add_rows(&mut self, input: &Input, shared: &BTreeMap<(String, String), usize>) {
        let of_type = |pick: &dyn Fn(&super::Person) -> i64| -> Vec<(usize, i64)> {
            let value = |t: &Type| t.members.first().map_or(0, |&m| pick(&input.people[m]));
            self.types.iter().enumerate().map(|(i, t)| (i, value(t))).filter(|(_, c)| *c != 0).collect()
        };
        let mut rows = Vec::new();
        for g in &input.goals {
            rows.push(Row {
                coefficients: of_type(&|p| i64::from(p.values.get(&g.field) == Some(&g.value))),
                low: (g.min > 0).then(|| {
                    (i64::from(g.min), Bound::AtLeast { field: g.field.clone(), value: g.value.clone(), min: g.min })
                }),
                high: (g.max < input.seats).then(|| {
                    (i64::from(g.max), Bound::AtMost { field: g.field.clone(), value: g.value.clone(), max: g.max })
                }),
            });
        }
        let k = i64::from(input.seats);
        for m in &input.means {
            rows.push(Row {
                coefficients: of_type(&|p| p.numbers.get(&m.field).copied().unwrap_or_default()),
                low: Some((m.min * k, Bound::MeanAtLeast { field: m.field.clone(), min: m.min })),
                high: Some((m.max * k, Bound::MeanAtMost { field: m.field.clone(), max: m.max })),
            });
        }
        for (field, value) in shared.keys() {
            rows.push(Row {
                coefficients: of_type(&|p| i64::from(p.values.get(field) == Some(value))),
                low: None,
                high: Some((1, Bound::OnePer { field: field.clone(), value: value.clone() })),
            });
        }
        self.rows = rows;
    }

    /// The counts per type that make `weights` largest, over the rows that `keep` keeps; `None` when no
    /// counts meet them.
    pub fn best(&self, weights: &[f64], keep: impl Fn(&Bound) -> bool) -> Result<Option<Vec<u32>>, Error> {
        self.best_with(weights, keep, &[], &mut |_| true)
    }

    /// As [`Self::best`], with further rows `Σ coefficient · count ≥ at least`; `progress` may stop it.
    pub fn best_with(
        &self,
        weights: &[f64],
        keep: impl Fn(&Bound) -> bool,
        more: &[(Vec<(usize, f64)>, f64)],
        progress: Progress,
    ) -> Result<Option<Vec<u32>>, Error> {
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let counts: Vec<Variable> = self
            .types
            .iter()
            .zip(weights)
            .map(|(t, w)| problem.add_integer_var(*w, (t.fixed as i32, t.members.len() as i32)))
            .collect();
        let all: Vec<(Variable, f64)> = counts.iter().map(|v| (*v, 1.0)).collect();
        problem.add_constraint(all.as_slice(), ComparisonOp::Eq, f64::from(self.seats));
        for row in &self.rows {
            let terms: Vec<(Variable, f64)> = row.coefficients.iter().map(|&(t, c)| (counts[t], c as f64)).collect();
            if let Some((low, bound)) = &row.low
                && keep(bound)
            {
                problem.add_constraint(terms.as_slice(), ComparisonOp::Ge, *low as f64);
            }
            if let Some((high, bound)) = &row.high
                && keep(bound)
            {
                problem.add_constraint(terms.as_slice(), ComparisonOp::Le, *high as f64);
            }
        }
        for (terms, at_least) in more {
            let terms: Vec<(Variable, f64)> = terms.iter().map(|&(t, c)| (counts[t], c)).collect();
            problem.add_constraint(terms.as_slice(), ComparisonOp::Ge, *at_least);
        }
        Ok(solve_by(&problem, progress)?.map(|s| counts.iter().map(|v| s.var_value(*v).round() as u32).collect()))
    }

    /// Whether counts are a panel, in whole numbers.
    pub fn holds(&self, counts: &[u32]) -> bool {
        let fits = self.types.iter().zip(counts).all(|(t, n)| *n >= t.fixed && *n as usize <= t.members.len());
        let seats: u32 = counts.iter().sum();
        let sum = |r: &Row| r.coefficients.iter().map(|&(t, c)| c * i64::from(counts[t])).sum::<i64>();
        let within = |r: &Row| {
            r.low.as_ref().is_none_or(|(l, _)| sum(r) >= *l) && r.high.as_ref().is_none_or(|(h, _)| sum(r) <= *h)
        };
        fits && seats == self.seats && self.rows.iter().all(within)
    }

    /// Every bound of the rows.
    pub fn bounds(&self) -> impl Iterator<Item = &Bound> {
        self.rows.iter().flat_map(|r| r.low.iter().chain(&r.high)).map(|(_, b)| b)
    }
}

/// Values that two or more people share, of the fields that at most one of them may bring.
fn shared_values(input: &Input) -> BTreeMap<(String, String), usize> {
    let mut counts = BTreeMap::new();
    for field in &input.one_per {
        for p in &input.people {
            if let Some(value) = p.values.get(field).filter(|v| !v.is_empty()) {
                *counts.entry((field.clone(), value.clone())).or_insert(0) += 1;
            }
        }
    }
    counts.retain(|_, n| *n > 1);
    counts
}

/// Solves to proved optimality, or says that nothing meets the constraints.
pub fn solve(problem: &Problem) -> Result<Option<microlp::Solution>, Error> {
    solve_by(problem, &mut |_| true)
}

/// Nodes of the search between two reports of progress.
const NODES: u64 = 256;

/// As [`solve`], telling `progress` the searches so far, which may stop the work.
fn solve_by(problem: &Problem, progress: Progress) -> Result<Option<microlp::Solution>, Error> {
    let mut options = SolveOptions::default();
    options.node_limit = Some(NODES);
    let mut outcome = problem.solve_with(options);
    let mut rounds = 0;
    while let Ok(o) = &outcome
        && !o.is_optimal()
        && o.termination_reason() == TerminationReason::NodeLimit
    {
        rounds += 1;
        if !progress(rounds * NODES as usize) {
            return Err(Error::Stopped);
        }
        outcome = outcome.and_then(microlp::SolveOutcome::resume);
    }
    match outcome {
        Ok(outcome) if outcome.is_optimal() => {
            outcome.into_solution().map(Some).map_err(|_| Error::Solver("interrupted".into()))
        }
        Ok(outcome) => Err(Error::Solver(format!("{:?}", outcome.termination_reason()))),
        Err(LpError::Infeasible) => Ok(None),
        Err(error) => Err(Error::Solver(error.to_string())),
    }
}
