//! The chances whose product is largest, over the relaxation: a smooth program with one small system of equations, of
//! the size of the goals, per step (interior point; Boyd and Vandenberghe, 2004, chapters 10 and 11). What it ends with
//! is then moved to the nearest point that keeps to every goal exactly.

use super::Error;
use super::even::Cut;
use super::lp::{Ended, Lp};
use super::model::Model;
use super::panels::Line;
use crate::linear::{root, solve};

/// A bound that everything possible touches has no inside; this much is added to give it one.
const ROOM: f64 = 1e-7;

struct Side {
    terms: Vec<(usize, f64)>,
    low: f64,
    high: f64,
}

/// Average counts per type that make the product of everyone's chances largest. `start` is an average that keeps to
/// every goal and gives all who are possible some chance.
pub fn welfare(
    model: &Model,
    lines: &[Line],
    possible: &[bool],
    cuts: &[Cut],
    start: &[f64],
) -> Result<Vec<f64>, Error> {
    let size: Vec<f64> = model.types.iter().map(|t| t.members.len() as f64).collect();
    let free: Vec<usize> =
        (0..size.len()).filter(|&t| possible[t] && f64::from(model.types[t].fixed) < size[t]).collect();
    let mut at = vec![None; size.len()];
    for (i, &t) in free.iter().enumerate() {
        at[t] = Some(i);
    }
    let all = lines
        .iter()
        .map(|l| (l.terms.clone(), l.low, l.high))
        .chain(cuts.iter().map(|c| (c.weights.iter().copied().enumerate().collect(), f64::NEG_INFINITY, c.most)));
    let sides: Vec<Side> = all
        .map(|(terms, low, high)| {
            let held: f64 = terms.iter().filter(|(t, _)| at[*t].is_none()).map(|&(t, a)| a * start[t]).sum();
            let terms = terms.iter().filter_map(|&(t, a)| at[t].map(|i| (i, a))).collect();
            Side { terms, low: low - held - ROOM, high: high - held + ROOM }
        })
        .filter(|s: &Side| !s.terms.is_empty())
        .collect();
    let top: Vec<f64> = free.iter().map(|&t| size[t]).collect();
    let mut x: Vec<f64> = free.iter().map(|&t| start[t].clamp(1e-4 * size[t], (1.0 - 1e-4) * size[t])).collect();
    let mut s: Vec<f64> = sides
        .iter()
        .map(|l| {
            let sum: f64 = l.terms.iter().map(|&(i, a)| a * x[i]).sum();
            let width = if l.high.is_finite() && l.low.is_finite() { l.high - l.low } else { 1.0 };
            sum.clamp(l.low + 0.05 * width, l.high - 0.05 * width)
        })
        .collect();
    let mut barrier = 1.0;
    while barrier > 1e-10 {
        for _ in 0..40 {
            if step(&mut x, &mut s, &sides, &top, barrier)? < 1e-9 {
                break;
            }
        }
        barrier *= 0.2;
    }
    let mut counts = start.to_vec();
    for (i, &t) in free.iter().enumerate() {
        counts[t] = x[i];
    }
    nearest(model, lines, possible, cuts, &counts)
}

/// One Newton step towards the best point for this barrier; returns how far it went, relatively.
fn step(x: &mut [f64], s: &mut [f64], sides: &[Side], top: &[f64], barrier: f64) -> Result<f64, Error> {
    let m = sides.len();
    // Slope and curve of the negative objective with barriers.
    let (gx, hx): (Vec<f64>, Vec<f64>) = x
        .iter()
        .zip(top)
        .map(|(v, u)| {
            let up = u + ROOM - v;
            (-u / v + barrier / up, u / (v * v) + barrier / (up * up))
        })
        .unzip();
    let (gs, hs): (Vec<f64>, Vec<f64>) = s
        .iter()
        .zip(sides)
        .map(|(v, l)| {
            let (a, b) = (v - l.low, l.high - v);
            let low = if l.low.is_finite() { (barrier / a, barrier / (a * a)) } else { (0.0, 0.0) };
            let high = if l.high.is_finite() { (barrier / b, barrier / (b * b)) } else { (0.0, 0.0) };
            (high.0 - low.0, (low.1 + high.1).max(1e-12))
        })
        .unzip();
    let mut matrix = vec![0.0; m * m];
    let mut right = vec![0.0; m];
    let mut dense = vec![0.0; x.len()];
    for (r, l) in sides.iter().enumerate() {
        dense.fill(0.0);
        for &(i, a) in &l.terms {
            dense[i] = a / hx[i];
        }
        for (q, k) in sides.iter().enumerate().take(r + 1) {
            let sum: f64 = k.terms.iter().map(|&(i, a)| a * dense[i]).sum();
            matrix[r * m + q] = sum;
            matrix[q * m + r] = sum;
        }
        matrix[r * m + r] += 1.0 / hs[r];
        let rest: f64 = l.terms.iter().map(|&(i, a)| a * x[i]).sum::<f64>() - s[r];
        right[r] = rest - l.terms.iter().map(|&(i, a)| a * gx[i] / hx[i]).sum::<f64>() + gs[r] / hs[r];
    }
    let y = root(&mut matrix, m)
        .and_then(|()| solve(&matrix, right, m))
        .ok_or_else(|| Error::Solver("numbers got out of hand while making the product of chances large".into()))?;
    let mut pull = vec![0.0; x.len()];
    for (l, price) in sides.iter().zip(&y) {
        for &(i, a) in &l.terms {
            pull[i] += a * price;
        }
    }
    let dx: Vec<f64> = gx.iter().zip(&hx).zip(&pull).map(|((g, h), p)| -(g + p) / h).collect();
    let ds: Vec<f64> = gs.iter().zip(&hs).zip(&y).map(|((g, h), p)| -(g - p) / h).collect();
    let mut far: f64 = 1.0;
    let mut stop = |value: f64, by: f64, low: f64, high: f64| {
        if by < 0.0 && low.is_finite() {
            far = far.min(0.95 * (value - low) / -by);
        }
        if by > 0.0 && high.is_finite() {
            far = far.min(0.95 * (high - value) / by);
        }
    };
    for ((v, d), u) in x.iter().zip(&dx).zip(top) {
        stop(*v, *d, 0.0, u + ROOM);
    }
    for ((v, d), l) in s.iter().zip(&ds).zip(sides) {
        stop(*v, *d, l.low, l.high);
    }
    for (v, d) in x.iter_mut().zip(&dx) {
        *v += far * d;
    }
    for (v, d) in s.iter_mut().zip(&ds) {
        *v += far * d;
    }
    Ok(x.iter().zip(&dx).map(|(v, d)| (far * d / v).abs()).fold(0.0, f64::max))
}

/// The point of the relaxation that is nearest to another one, in the sum of differences.
fn nearest(model: &Model, lines: &[Line], possible: &[bool], cuts: &[Cut], to: &[f64]) -> Result<Vec<f64>, Error> {
    let n = to.len();
    let mut bounds: Vec<(f64, f64)> = lines.iter().map(|l| (l.low, l.high)).collect();
    bounds.extend(cuts.iter().map(|c| (f64::NEG_INFINITY, c.most)));
    let mut columns: Vec<Vec<(usize, f64)>> = vec![Vec::new(); n];
    for (r, l) in lines.iter().enumerate() {
        for &(t, a) in &l.terms {
            columns[t].push((r, a));
        }
    }
    for (c, cut) in cuts.iter().enumerate() {
        for (t, w) in cut.weights.iter().enumerate().filter(|(_, w)| w.abs() > 1e-12) {
            columns[t].push((lines.len() + c, *w));
        }
    }
    // The point itself is where each count rests; what moves up or down from there costs.
    let mut lp = Lp::new(
        &bounds
            .iter()
            .enumerate()
            .map(|(r, b)| {
                let at: f64 = columns
                    .iter()
                    .zip(to)
                    .flat_map(|(c, x)| c.iter().filter(move |(k, _)| *k == r).map(move |(_, a)| a * x))
                    .sum();
                (b.0 - at, b.1 - at)
            })
            .collect::<Vec<_>>(),
    );
    for t in 0..n {
        let (low, high) = if possible[t] {
            (f64::from(model.types[t].fixed), model.types[t].members.len() as f64)
        } else {
            (to[t], to[t])
        };
        lp.add_column(1.0, (0.0, (high - to[t]).max(0.0)), columns[t].clone());
        lp.add_column(1.0, (0.0, (to[t] - low).max(0.0)), columns[t].iter().map(|&(r, a)| (r, -a)).collect());
    }
    if lp.solve() != Ended::Optimal {
        return Err(Error::Solver("numbers got out of hand while keeping to the goals".into()));
    }
    Ok((0..n).map(|t| to[t] + lp.value(2 * t) - lp.value(2 * t + 1)).collect())
}
