//! When no cohort meets all goals: which of them cannot hold together, and the smallest change that helps.

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use serde::{Deserialize, Serialize};

use super::Error;
use super::input::Bound;
use super::model::{Model, solve};

impl Bound {
    /// What changing this bound by one unit costs, relative to its size: 5 to 7 costs 0.4, 4 to 3 costs
    /// 0.25. Bounds that must not be touched cost nothing because they cannot be.
    fn unit_cost(&self) -> Option<f64> {
        match self {
            Self::AtLeast { min: n, .. } | Self::AtMost { max: n, .. } => Some(1.0 / f64::from((*n).max(1))),
            Self::MeanAtLeast { min: n, .. } | Self::MeanAtMost { max: n, .. } => Some(1.0 / (*n).max(1) as f64),
            Self::OnePer { .. } => None,
        }
    }
}

/// A bound and the value that it would have to have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relaxation {
    pub bound: Bound,
    pub to: i64,
}

/// Bounds that cannot all hold; any one fewer of them could. And the smallest relative change that makes all
/// goals possible, empty when no change of goals helps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    pub bounds: Vec<Bound>,
    pub relaxations: Vec<Relaxation>,
    /// Whether dropping any one of `bounds` leaves goals that can all be met; `false` where other goals conflict too.
    #[serde(default)]
    pub is_only: bool,
}

/// Finds a minimal conflict by leaving bounds out one by one (deletion filter; Chinneck and Dravnieks, 1991).
pub fn explain(model: &Model) -> Result<Conflict, Error> {
    let zero = vec![0.0; model.types.len()];
    let mut kept: Vec<Bound> = model.bounds().cloned().collect();
    let feasible = |bounds: &[Bound]| Ok::<_, Error>(model.best(&zero, |b| bounds.contains(b))?.is_some());
    let mut i = 0;
    while i < kept.len() {
        let mut fewer = kept.clone();
        fewer.remove(i);
        if feasible(&fewer)? {
            i += 1;
        } else {
            kept = fewer;
        }
    }
    let mut is_only = !kept.is_empty();
    for one in &kept {
        let rest: Vec<Bound> = model.bounds().filter(|b| *b != one).cloned().collect();
        is_only = is_only && feasible(&rest)?;
    }
    Ok(Conflict { bounds: kept, relaxations: relax(model)?, is_only })
}

/// The cheapest whole-number change of bounds under which a cohort exists.
fn relax(model: &Model) -> Result<Vec<Relaxation>, Error> {
    let k = i64::from(model.seats);
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let counts: Vec<Variable> =
        model.types.iter().map(|t| problem.add_integer_var(0.0, (t.fixed as i32, t.members.len() as i32))).collect();
    let all: Vec<(Variable, f64)> = counts.iter().map(|v| (*v, 1.0)).collect();
    problem.add_constraint(all.as_slice(), ComparisonOp::Eq, f64::from(model.seats));
    let mut slacks: Vec<(Variable, &Bound, i64)> = Vec::new();
    for row in &model.rows {
        let terms: Vec<(Variable, f64)> = row.coefficients.iter().map(|&(t, c)| (counts[t], c as f64)).collect();
        for (side, op, sign) in [(&row.low, ComparisonOp::Ge, 1), (&row.high, ComparisonOp::Le, -1)] {
            let Some((limit, bound)) = side else { continue };
            let mut terms = terms.clone();
            if let Some(cost) = bound.unit_cost() {
                // A mean moves by thousandths; its row counts thousandths times seats.
                let scale = if matches!(bound, Bound::MeanAtLeast { .. } | Bound::MeanAtMost { .. }) { k } else { 1 };
                let most = if scale == 1 { k.max(*limit) } else { 1_000_000 };
                let slack = problem.add_integer_var(cost, (0, most as i32));
                terms.push((slack, (sign * scale) as f64));
                slacks.push((slack, bound, sign));
            }
            problem.add_constraint(terms.as_slice(), op, *limit as f64);
        }
    }
    let Some(solution) = solve(&problem)? else { return Ok(Vec::new()) };
    let changes = slacks.into_iter().filter_map(|(slack, bound, sign)| {
        let by = solution.var_value(slack).round() as i64;
        let from = match bound {
            Bound::AtLeast { min: n, .. } | Bound::AtMost { max: n, .. } => i64::from(*n),
            Bound::MeanAtLeast { min: n, .. } | Bound::MeanAtMost { max: n, .. } => *n,
            Bound::OnePer { .. } => return None,
        };
        (by > 0).then(|| Relaxation { bound: bound.clone(), to: from - sign * by })
    });
    Ok(changes.collect())
}
