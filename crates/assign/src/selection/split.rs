//! From average counts to a lottery: panels with shares that add up to the average. First panels are peeled off: each
//! is a way to round the average up or down that keeps to every goal, taken with the largest share that leaves a
//! remainder of the same kind. Where peeling gets stuck, a master program over the panels found and a search for the
//! panel that would help most finish the work, or prove that no lottery has this average and name an inequality that
//! says so (column generation; Gilmore and Gomory, 1961).

use super::Error;
use super::even::Cut;
use super::lp::{Ended, Lp};
use super::panels::{Panels, SAME};
use crate::seed::Draw;

/// Panels and their shares, which sum to one.
#[derive(Clone, Debug, Default)]
pub struct Shares(pub Vec<(Vec<u32>, f64)>);

pub enum Split {
    Done(Shares),
    /// No lottery has this average; the shares come nearest to it.
    Forbidden(Cut, Shares),
}

/// How much may be missing of an average that counts as reached by the master program.
const REACHED: f64 = 1e-9;

/// What share may be left over by peeling; nobody's chance is off by more than this.
const CRUMBS: f64 = 5e-7;

/// Ways to peel that are tried before the master program is.
const TRIES: usize = 4;

/// Called now and then with the number of searches so far; `false` stops the work.
pub type Progress<'p> = &'p mut dyn FnMut(usize) -> bool;

/// Peels panels off an average, in several ways until one comes to the end. Returns panels with shares, and whether
/// it took more than one way; the panels of all ways go into the pool.
pub fn peel(
    panels: &mut Panels,
    average: &[f64],
    pool: &mut Vec<Vec<u32>>,
    progress: Progress,
) -> Result<Option<(Shares, bool)>, Error> {
    let mut lots = Draw::from_texts(&["peel"]);
    for turn in 0..TRIES {
        let lean: Vec<f64> =
            average.iter().map(|_| if turn == 0 { 0.0 } else { lots.below(1_000) as f64 / 1_000.0 - 0.5 }).collect();
        let (shares, is_whole) = peel_once(panels, average, &lean, progress)?;
        if is_whole {
            return Ok(Some((shares, turn > 0)));
        }
        pool.extend(shares.0.into_iter().map(|(p, _)| p));
        // What several ways found may do together what none did alone.
        if turn > 0
            && let Split::Done(shares) = master(panels, average, false, pool, None)?
        {
            return Ok(Some((shares, turn > 0)));
        }
    }
    Ok(None)
}

fn peel_once(panels: &mut Panels, average: &[f64], lean: &[f64], progress: Progress) -> Result<(Shares, bool), Error> {
    let snap = |x: f64| if (x - x.round()).abs() < 1e-10 { x.round() } else { x };
    let mut x: Vec<f64> = average.iter().map(|a| snap(*a)).collect();
    let counts: Vec<(f64, f64)> = x.iter().map(|v| (v.floor(), v.ceil())).collect();
    let lines = panels.rows.clone();
    let sums: Vec<(f64, f64)> = lines
        .iter()
        .map(|l| {
            let s = l.sum(&x);
            if !l.is_whole {
                return (l.low, l.high);
            }
            let s = if (s - s.round()).abs() < 1e-7 { s.round() } else { s };
            if s <= l.low || s >= l.high { (s, s) } else { (l.low, l.high) }
        })
        .collect();
    let mut out = Vec::new();
    let mut left = 1.0;
    let mut boxes = counts.clone();
    let mut tight = sums.clone();
    while left > CRUMBS {
        if !progress(panels.searches) {
            return Err(Error::Stopped);
        }
        for (t, v) in x.iter().enumerate() {
            boxes[t] = if v.fract() == 0.0 { (*v, *v) } else { counts[t] };
        }
        let weights: Vec<f64> =
            x.iter().zip(lean).map(|(v, l)| if v.fract() == 0.0 { 0.0 } else { 2.0 * v.fract() - 1.0 + l }).collect();
        let Some(panel) = panels.best_between(&weights, &boxes, &tight)? else { break };
        let a: Vec<f64> = panel.iter().map(|n| f64::from(*n)).collect();
        let mut share: f64 = 1.0;
        let mut limit = |value: f64, at: f64, (low, high): (f64, f64)| {
            if at > low {
                share = share.min((value - low) / (at - low));
            }
            if at < high {
                share = share.min((high - value) / (high - at));
            }
        };
        for t in 0..x.len() {
            if boxes[t].0 < boxes[t].1 {
                limit(x[t], a[t], counts[t]);
            }
        }
        for (r, l) in lines.iter().enumerate() {
            if tight[r].0 < tight[r].1 {
                limit(l.sum(&x), l.sum(&a), sums[r]);
            }
        }
        if share < 1e-11 {
            break;
        }
        out.push((panel, left * share.min(1.0)));
        if share >= 1.0 - 1e-12 {
            left = 0.0;
            break;
        }
        left *= 1.0 - share;
        for t in 0..x.len() {
            if boxes[t].0 < boxes[t].1 {
                let v = (x[t] - share * a[t]) / (1.0 - share);
                let near = v.round();
                x[t] = if (v - near).abs() < 1e-9 { near } else { v }.clamp(counts[t].0, counts[t].1);
            }
        }
        for (r, l) in lines.iter().enumerate() {
            if tight[r].0 < tight[r].1 {
                let s = l.sum(&x);
                for bound in [sums[r].0, sums[r].1] {
                    if (s - bound).abs() < 1e-9 {
                        tight[r] = (bound, bound);
                    }
                }
            }
        }
    }
    let total: f64 = out.iter().map(|(_, s)| s).sum();
    let is_whole = left <= CRUMBS;
    Ok((Shares(out.into_iter().map(|(p, s)| (p, s / total)).collect()), is_whole))
}

/// The master program over the panels of `pool`, to which it adds: shares that reach an average, or with `only_below`
/// at least that.
pub fn finish(
    panels: &mut Panels,
    average: &[f64],
    only_below: bool,
    pool: &mut Vec<Vec<u32>>,
    progress: Progress,
) -> Result<Split, Error> {
    master(panels, average, only_below, pool, Some(progress))
}

/// As [`finish`]; without `progress`, no further panels are looked for.
fn master(
    panels: &mut Panels,
    average: &[f64],
    only_below: bool,
    pool: &mut Vec<Vec<u32>>,
    mut progress: Option<Progress>,
) -> Result<Split, Error> {
    let n = average.len();
    // Types at none or at all of their people in every panel need no row.
    let mut bounds: Vec<(f64, f64)> =
        average.iter().map(|a| (*a, if only_below { f64::INFINITY } else { *a })).collect();
    bounds.push((1.0, 1.0));
    let mut lp = Lp::new(&bounds);
    for t in 0..n {
        lp.add_column(1.0, (0.0, f64::INFINITY), vec![(t, 1.0)]);
        if !only_below {
            lp.add_column(1.0, (0.0, f64::INFINITY), vec![(t, -1.0)]);
        }
    }
    let column = |panel: &[u32]| -> Vec<(usize, f64)> {
        let mut c: Vec<(usize, f64)> =
            panel.iter().enumerate().filter(|(_, k)| **k > 0).map(|(t, k)| (t, f64::from(*k))).collect();
        c.push((n, 1.0));
        c
    };
    let mut places: Vec<usize> = Vec::new();
    if pool.is_empty() {
        let first = panels.best(&vec![0.0; n])?.ok_or_else(|| Error::Solver("there is no panel".into()))?;
        pool.push(first);
    }
    for panel in pool.iter() {
        places.push(lp.add_column(0.0, (0.0, f64::INFINITY), column(panel)));
    }
    loop {
        if progress.as_mut().is_some_and(|p| !p(panels.searches)) {
            return Err(Error::Stopped);
        }
        if lp.solve() != Ended::Optimal {
            return Err(Error::Solver("numbers got out of hand while splitting chances into panels".into()));
        }
        let missing = lp.objective();
        if missing <= REACHED {
            break;
        }
        let prices = lp.prices();
        let weights = &prices[..n];
        if progress.is_none() {
            return Ok(Split::Forbidden(Cut { weights: Vec::new(), most: 0.0 }, Shares::default()));
        }
        let better = panels.better(weights, -prices[n] + SAME * 10.0)?.filter(|p| !pool.contains(p));
        let Some(panel) = better else {
            let most = -prices[n] + SAME * 10.0;
            let reach: f64 = average.iter().zip(weights).map(|(a, w)| a * w).sum();
            if reach <= most + 1e-8 {
                break;
            }
            let cut = Cut { weights: weights.to_vec(), most };
            return Ok(Split::Forbidden(cut, shares_of(&lp, &places, pool)));
        };
        places.push(lp.add_column(0.0, (0.0, f64::INFINITY), column(&panel)));
        pool.push(panel);
    }
    Ok(Split::Done(shares_of(&lp, &places, pool)))
}

fn shares_of(lp: &Lp, places: &[usize], pool: &[Vec<u32>]) -> Shares {
    let shares: Vec<f64> = places.iter().map(|&j| lp.value(j).max(0.0)).collect();
    let total: f64 = shares.iter().sum();
    Shares(pool.iter().cloned().zip(shares.iter().map(|s| s / total)).filter(|(_, s)| *s > 1e-13).collect())
}
