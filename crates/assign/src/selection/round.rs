//! From shares to equal tickets, so that a lottery can be drawn by one whole number. First every type is given a whole
//! number of seats over all tickets together, next to its exact share; then panels are peeled off those numbers, as
//! many tickets of each as leave a remainder that can be peeled further. Nobody's chance moves by more than one ticket
//! when that works out; where it does not, several beginnings are tried and the nearest is kept.

use super::Error;
use super::panels::Panels;
use super::split::Shares;
use crate::seed::Draw;

/// Beginnings tried.
const TRIES: usize = 3;

/// Exchanges tried in each.
const EXCHANGES: usize = 1_500;

/// A panel and its number of tickets.
pub type Tickets = Vec<(Vec<u32>, u32)>;

/// Whole tickets for a lottery; `average` is what its shares add up to, and `pool` holds further panels.
pub fn tickets(
    panels: &mut Panels,
    average: &[f64],
    shares: &Shares,
    (pool, is_hard): (&[Vec<u32>], bool),
    tickets: u32,
) -> Result<Tickets, Error> {
    let sizes: Vec<f64> = panels.model.types.iter().map(|t| t.members.len() as f64).collect();
    let mut lots = Draw::from_texts(&["tickets"]);
    let mut best: Option<(f64, Tickets)> = None;
    for turn in 0..TRIES {
        // Later beginnings lean another way at random.
        let lean: Vec<f64> =
            average.iter().map(|_| if turn == 0 { 0.0 } else { lots.below(1_000) as f64 / 1_000.0 - 0.5 }).collect();
        let mut made;
        if is_hard {
            made = largest_remainders(shares, tickets);
            mend(&mut made, pool, average, &sizes, tickets, &mut lots);
        } else if let Some(seats) = seats(panels, average, &lean, tickets)? {
            made = peel(panels, &seats, &lean, tickets)?;
            let missing = tickets - made.iter().map(|(_, n)| n).sum::<u32>();
            if missing > 0 {
                fill(&mut made, &seats, shares, missing);
                mend(&mut made, pool, average, &sizes, tickets, &mut lots);
            }
        } else {
            continue;
        }
        let off = change(&made, average, &sizes, tickets);
        if best.as_ref().is_none_or(|(o, _)| off < *o) {
            best = Some((off, made));
        }
        if off <= 1.0 + 1e-6 {
            break;
        }
    }
    let mut made = best.map(|(_, m)| m).ok_or_else(|| Error::Solver("shares could not be rounded".into()))?;
    made.sort();
    Ok(made)
}

/// Whole tickets by largest remainder (Hamilton); ties to the earlier panel.
fn largest_remainders(shares: &Shares, tickets: u32) -> Tickets {
    let exact: Vec<f64> = shares.0.iter().map(|(_, s)| s * f64::from(tickets)).collect();
    let mut whole: Vec<u32> = exact.iter().map(|e| (e + 1e-9).floor() as u32).collect();
    let mut order: Vec<usize> = (0..exact.len()).collect();
    order.sort_by(|&a, &b| {
        (exact[b] - f64::from(whole[b])).total_cmp(&(exact[a] - f64::from(whole[a]))).then(a.cmp(&b))
    });
    let missing = tickets.saturating_sub(whole.iter().sum()) as usize;
    for &i in order.iter().cycle().take(missing) {
        whole[i] += 1;
    }
    shares.0.iter().zip(whole).filter(|(_, n)| *n > 0).map(|((p, _), n)| (p.clone(), n)).collect()
}

/// The largest change of anyone's chance, in tickets, when a type's seats go round in turn.
fn change(made: &Tickets, average: &[f64], sizes: &[f64], tickets: u32) -> f64 {
    let of = |t: usize| {
        let seats: u32 = made.iter().map(|(p, n)| p[t] * n).sum();
        let (each, exact) = (f64::from(seats) / sizes[t], average[t] / sizes[t] * f64::from(tickets));
        (each.floor() - exact).abs().max((each.ceil() - exact).abs())
    };
    (0..average.len()).map(of).fold(0.0, f64::max)
}

/// Seats of each type over all tickets: the whole number below or above the exact one, so that all goals hold on
/// average.
fn seats(panels: &mut Panels, average: &[f64], lean: &[f64], tickets: u32) -> Result<Option<Vec<u32>>, Error> {
    let m = f64::from(tickets);
    let near = |x: f64| if (x - x.round()).abs() < 1e-6 { x.round() } else { x };
    let exact: Vec<f64> = average.iter().map(|x| near(x * m)).collect();
    let counts: Vec<(f64, f64)> = exact.iter().map(|x| (x.floor(), x.ceil())).collect();
    let lines = panels.rows.clone();
    let sums: Vec<(f64, f64)> = lines
        .iter()
        .map(|l| {
            let s = near(l.sum(&exact));
            if l.is_whole { (s.floor().max(l.low * m), s.ceil().min(l.high * m)) } else { (l.low * m, l.high * m) }
        })
        .collect();
    let weights: Vec<f64> = exact.iter().zip(lean).map(|(x, l)| 2.0 * x.fract() - 1.0 + l).collect();
    if let Some(found) = panels.whole_between(&weights, &counts, &sums)? {
        return Ok(Some(found));
    }
    // One seat more or less, and only the goals themselves as bounds.
    let counts: Vec<(f64, f64)> = counts.iter().map(|(l, h)| ((l - 1.0).max(0.0), h + 1.0)).collect();
    let sums: Vec<(f64, f64)> = lines.iter().map(|l| (l.low * m, l.high * m)).collect();
    panels.whole_between(&weights, &counts, &sums)
}

/// Peels panels off whole seats, each with as many tickets as it can have.
fn peel(panels: &mut Panels, seats: &[u32], lean: &[f64], tickets: u32) -> Result<Tickets, Error> {
    let m = f64::from(tickets);
    let lines = panels.rows.clone();
    let mut rest: Vec<f64> = seats.iter().map(|s| f64::from(*s)).collect();
    let counts: Vec<(f64, f64)> = rest.iter().map(|s| ((s / m).floor(), (s / m).ceil())).collect();
    let sums: Vec<(f64, f64)> = lines
        .iter()
        .map(|l| {
            let s = l.sum(&rest) / m;
            if l.is_whole { ((s + 1e-9).floor().max(l.low), (s - 1e-9).ceil().min(l.high)) } else { (l.low, l.high) }
        })
        .collect();
    let mut made: Tickets = Vec::new();
    let mut left = tickets;
    while left > 0 {
        let k = f64::from(left);
        let step = |value: f64, (low, high): (f64, f64), slack: f64| {
            ((value - (k - 1.0) * high - slack).max(low), (value - (k - 1.0) * low + slack).min(high))
        };
        let boxes: Vec<(f64, f64)> = rest.iter().zip(&counts).map(|(r, b)| step(*r, *b, 0.0)).collect();
        let tight: Vec<(f64, f64)> = lines.iter().zip(&sums).map(|(l, b)| step(l.sum(&rest), *b, 1e-7)).collect();
        let weights: Vec<f64> =
            rest.iter().zip(&counts).zip(lean).map(|((r, b), l)| 2.0 * (r / k - b.0) - 1.0 + l).collect();
        let Some(panel) = panels.best_between(&weights, &boxes, &tight)? else { break };
        let mut most = left;
        let mut limit = |value: f64, at: f64, (low, high): (f64, f64)| {
            for (room, each) in [(value - k * low, at - low), (k * high - value, high - at)] {
                if each > 1e-12 {
                    most = most.min(((room / each) + 1e-6).max(0.0) as u32);
                }
            }
        };
        for (t, n) in panel.iter().enumerate() {
            limit(rest[t], f64::from(*n), counts[t]);
        }
        let whole: Vec<f64> = panel.iter().map(|n| f64::from(*n)).collect();
        for (l, b) in lines.iter().zip(&sums) {
            limit(l.sum(&rest), l.sum(&whole), *b);
        }
        let n = most.clamp(1, left);
        for (r, a) in rest.iter_mut().zip(&whole) {
            *r -= a * f64::from(n);
        }
        left -= n;
        made.push((panel, n));
    }
    Ok(made)
}

/// The last tickets, one by one, go to panels that bring the seats nearest to what they should be.
fn fill(made: &mut Tickets, seats: &[u32], shares: &Shares, missing: u32) {
    let mut known: Vec<Vec<u32>> =
        made.iter().map(|(p, _)| p.clone()).chain(shares.0.iter().map(|(p, _)| p.clone())).collect();
    known.sort();
    known.dedup();
    let mut rest: Vec<i64> = seats
        .iter()
        .enumerate()
        .map(|(t, s)| i64::from(*s) - made.iter().map(|(p, n)| i64::from(p[t] * n)).sum::<i64>())
        .collect();
    for _ in 0..missing {
        let off = |p: &Vec<u32>| rest.iter().zip(p).map(|(r, n)| (r - i64::from(*n)).pow(2)).sum::<i64>();
        let Some(next) = known.iter().min_by_key(|p| off(p)).cloned() else { return };
        for (r, n) in rest.iter_mut().zip(&next) {
            *r -= i64::from(*n);
        }
        match made.iter_mut().find(|(p, _)| *p == next) {
            Some((_, n)) => *n += 1,
            None => made.push((next, 1)),
        }
    }
}

/// Exchanges single tickets between panels until every type's seats lie between the multiples of its size that leave
/// everyone within one ticket of her chance, or for as long as is allowed.
fn mend(made: &mut Tickets, pool: &[Vec<u32>], average: &[f64], sizes: &[f64], tickets: u32, lots: &mut Draw) {
    let mut known: Vec<(Vec<u32>, u32)> = made.clone();
    known.extend(pool.iter().filter(|p| !made.iter().any(|(q, _)| q == *p)).map(|p| (p.clone(), 0)));
    let ranges: Vec<(i64, i64)> = average
        .iter()
        .zip(sizes)
        .map(|(x, m)| {
            let each = x / m * f64::from(tickets);
            let (low, high) = if (each - each.round()).abs() < 1e-6 {
                (each.round() - 1.0, each.round() + 1.0)
            } else {
                (each.floor(), each.ceil())
            };
            ((low * m) as i64, (high * m) as i64)
        })
        .collect();
    let mut sums: Vec<i64> = (0..sizes.len()).map(|t| known.iter().map(|(p, n)| i64::from(p[t] * n)).sum()).collect();
    let off = |t: usize, sum: i64| (ranges[t].0 - sum).max(sum - ranges[t].1).max(0);
    let mut total: i64 = (0..sums.len()).map(|t| off(t, sums[t])).sum();
    let mut best = (total, known.iter().map(|(_, n)| *n).collect::<Vec<_>>());
    let mut rests = vec![0; known.len()];
    for turn in 1..=EXCHANGES {
        let wrong: Vec<usize> = (0..sums.len()).filter(|&t| off(t, sums[t]) > 0).collect();
        if wrong.is_empty() {
            break;
        }
        let t = wrong[lots.below(wrong.len() as u64) as usize];
        let too_many = sums[t] > ranges[t].1;
        let mut some = |with: bool, held: bool| -> Vec<usize> {
            let fit: Vec<usize> = (0..known.len())
                .filter(|&k| (known[k].0[t] > 0) == with && (!held || known[k].1 > 0) && rests[k] <= turn)
                .collect();
            (0..fit.len().min(20)).map(|_| fit[lots.below(fit.len() as u64) as usize]).collect()
        };
        let (ups, downs) = (some(!too_many, false), some(too_many, true));
        let change = |up: usize, down: usize| -> i64 {
            let moved = |t: usize| i64::from(known[up].0[t]) - i64::from(known[down].0[t]);
            (0..sums.len()).filter(|&t| moved(t) != 0).map(|t| off(t, sums[t] + moved(t)) - off(t, sums[t])).sum()
        };
        let next =
            ups.iter().flat_map(|&u| downs.iter().map(move |&d| (u, d))).map(|(u, d)| (change(u, d), u, d)).min();
        let Some((by, up, down)) = next else { continue };
        for (t, sum) in sums.iter_mut().enumerate() {
            *sum += i64::from(known[up].0[t]) - i64::from(known[down].0[t]);
        }
        known[up].1 += 1;
        known[down].1 -= 1;
        total += by;
        rests[up] = turn + 5;
        rests[down] = turn + 5;
        if total < best.0 {
            best = (total, known.iter().map(|(_, n)| *n).collect());
        }
    }
    *made = known.into_iter().zip(best.1).filter(|(_, n)| *n > 0).map(|((p, _), n)| (p, n)).collect();
}
