//! Chances as even as goals allow, over the relaxation in which people may be chosen in part. That is a small program,
//! one row per goal, solved level by level: the least chance is made as high as it can be, those who cannot have more
//! are settled, and so on with the others (leximin; Ogryczak and Śliwiński, 2006). What the relaxation allows bounds
//! what any lottery can give; [`super::split`] finds the lottery that gives it, or says which inequality forbids it.

use super::Error;
use super::lp::{Ended, Lp};
use super::model::Model;
use super::panels::Line;

/// `Σ weight · count ≤ most` holds for every panel, though not for everything the relaxation allows.
#[derive(Clone, Debug)]
pub struct Cut {
    pub weights: Vec<f64>,
    pub most: f64,
}

/// The most even chances: how many of each type are chosen on average, and the least chance of those who have one.
#[derive(Clone, Debug)]
pub struct Even {
    pub counts: Vec<f64>,
    pub least: f64,
}

fn lost(what: &str) -> Error {
    Error::Solver(format!("numbers got out of hand while {what}"))
}

/// Settles all levels; `possible` says which types some panel holds, the others stay at none.
pub fn leximin(model: &Model, lines: &[Line], possible: &[bool], cuts: &[Cut]) -> Result<Even, Error> {
    let n = model.types.len();
    let size: Vec<f64> = model.types.iter().map(|t| t.members.len() as f64).collect();
    let mut columns: Vec<Vec<(usize, f64)>> = vec![Vec::new(); n];
    let mut bounds: Vec<(f64, f64)> = Vec::new();
    let cut_terms = cuts.iter().map(|c| {
        (
            c.weights.iter().copied().enumerate().filter(|(_, w)| w.abs() > 1e-12).collect::<Vec<_>>(),
            f64::NEG_INFINITY,
            c.most,
        )
    });
    for (r, (terms, low, high)) in lines.iter().map(|l| (l.terms.clone(), l.low, l.high)).chain(cut_terms).enumerate() {
        bounds.push((low, high));
        for (t, a) in terms {
            if possible[t] {
                columns[t].push((r, a));
            }
        }
    }
    let mut lp = Lp::new(&bounds);
    // A count is its type's size times the level, plus what the type has beyond: only what is beyond is a variable.
    let mut open: Vec<usize> = (0..n).filter(|&t| possible[t]).collect();
    let mut counts = vec![0.0; n];
    let mut settled = vec![0.0; bounds.len()];
    let level_column = |open: &[usize], rows: usize, caps: &[(usize, usize)]| -> Vec<(usize, f64)> {
        let mut sums = vec![0.0; rows];
        for &t in open {
            for &(r, a) in &columns[t] {
                sums[r] += a * size[t];
            }
        }
        let mut column: Vec<(usize, f64)> = sums.into_iter().enumerate().filter(|(_, a)| *a != 0.0).collect();
        column.extend(caps.iter().filter(|(t, _)| open.contains(t)).map(|&(_, r)| (r, 1.0)));
        column
    };
    let level = lp.add_column(-1.0, (0.0, 1.0), level_column(&open, bounds.len(), &[]));
    let beyond: Vec<usize> = (0..n)
        .map(|t| lp.add_column(0.0, (0.0, if possible[t] { size[t] } else { 0.0 }), columns[t].clone()))
        .collect();
    let mut caps: Vec<(usize, usize)> = Vec::new();
    let mut least = None;
    while !open.is_empty() {
        match lp.solve() {
            Ended::Optimal => {}
            Ended::Infeasible => return Err(lost("making chances even (no solution)")),
            Ended::Lost => return Err(lost("making chances even")),
        }
        let z = lp.value(level);
        let z = if z >= 1.0 - SLIGHT { 1.0 } else { z };
        let over: Vec<usize> = open
            .iter()
            .copied()
            .filter(|&t| z + lp.value(beyond[t]) / size[t] > 1.0 + 1e-8 && !caps.iter().any(|(c, _)| *c == t))
            .collect();
        if !over.is_empty() {
            for t in over {
                let row = lp.add_row((f64::NEG_INFINITY, 1.0), &[(level, 1.0), (beyond[t], 1.0 / size[t])]);
                caps.push((t, row));
            }
            continue;
        }
        least = least.or(Some(z));
        let prices = lp.prices();
        let scarce = |t: usize| !lp.is_basic(beyond[t]) && lp.reduced_cost(beyond[t], &prices) * size[t] > 1e-8;
        let done: Vec<usize> =
            if z >= 1.0 - SLIGHT { open.clone() } else { open.iter().copied().filter(|&t| scarce(t)).collect() };
        if done.is_empty() {
            return Err(lost("settling a level"));
        }
        for &t in &done {
            counts[t] = size[t] * z;
            lp.set_bounds(beyond[t], (0.0, 0.0));
            for &(r, a) in &columns[t] {
                settled[r] += a * counts[t];
            }
            if let Some((_, row)) = caps.iter().find(|(c, _)| *c == t) {
                lp.set_row_bounds(*row, (f64::NEG_INFINITY, f64::INFINITY));
            }
        }
        open.retain(|t| !done.contains(t));
        for (r, (low, high)) in bounds.iter().enumerate() {
            lp.set_row_bounds(r, (low - settled[r], high - settled[r]));
        }
        lp.set_column(level, level_column(&open, bounds.len(), &caps));
    }
    Ok(Even { counts, least: least.unwrap_or(0.0) })
}

/// A chance this near to one is one.
const SLIGHT: f64 = 1e-7;
