//! Statistics for small groups, exact where an exact way exists. Each says its rule for ties, zeros and what is
//! missing.

use std::collections::{BTreeMap, BTreeSet};

/// What the signed-rank test found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SignedRank {
    /// Pairs that differ; pairs that do not are left out (Wilcoxon's own rule).
    pub n: usize,
    /// Sum of the ranks of positive differences; ties share their middle rank.
    pub positive: f64,
    /// Two-sided, exact: over all signs that the ranks could have had.
    pub p: f64,
}

/// Wilcoxon's signed-rank test of paired differences (Wilcoxon, 1945). `None` when no pair differs.
pub fn signed_rank(differences: &[f64]) -> Option<SignedRank> {
    let mut known: Vec<f64> = differences.iter().copied().filter(|d| *d != 0.0).collect();
    known.sort_by(|a, b| a.abs().total_cmp(&b.abs()));
    let n = known.len();
    if n == 0 {
        return None;
    }
    // Ranks twice over, so that middle ranks are whole.
    let mut ranks = vec![0_usize; n];
    let mut i = 0;
    while i < n {
        let end = (i..n).take_while(|&j| (known[j].abs() - known[i].abs()).abs() < 1e-12).last().unwrap_or(i);
        for r in &mut ranks[i..=end] {
            *r = i + end + 2;
        }
        i = end + 1;
    }
    let total: usize = ranks.iter().sum();
    let mut ways = vec![0.0_f64; total + 1];
    ways[0] = 1.0;
    for &r in &ranks {
        for sum in (r..=total).rev() {
            ways[sum] += ways[sum - r];
        }
    }
    let all = 2.0_f64.powi(i32::try_from(n).ok()?);
    let positive: usize = ranks.iter().zip(&known).filter(|(_, d)| **d > 0.0).map(|(r, _)| r).sum();
    let low = positive.min(total - positive);
    let tail: f64 = ways[..=low].iter().sum::<f64>() / all;
    Some(SignedRank { n, positive: positive as f64 / 2.0, p: (2.0 * tail).min(1.0) })
}

fn mean(x: &[f64]) -> f64 {
    x.iter().sum::<f64>() / x.len() as f64
}

fn deviation(x: &[f64]) -> f64 {
    let m = mean(x);
    (x.iter().map(|v| (v - m).powi(2)).sum::<f64>() / (x.len() as f64 - 1.0)).sqrt()
}

/// A number with its 95 % interval, or that of another level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

/// Paired change in units of the standard deviation, with Hedges' correction for small groups and a normal interval
/// (Borenstein and others, 2009, chapter 4). `None` below three pairs or without any spread.
pub fn paired_hedges_g(before: &[f64], after: &[f64]) -> Option<Estimate> {
    let n = before.len();
    if n < 3 || after.len() != n {
        return None;
    }
    let differences: Vec<f64> = after.iter().zip(before).map(|(a, b)| a - b).collect();
    let (sa, sb, sd) = (deviation(before), deviation(after), deviation(&differences));
    if sa <= 0.0 || sb <= 0.0 || sd <= 0.0 {
        return None;
    }
    let (ma, mb) = (mean(before), mean(after));
    let r = before.iter().zip(after).map(|(a, b)| (a - ma) * (b - mb)).sum::<f64>() / ((n as f64 - 1.0) * sa * sb);
    let within = sd / (2.0 * (1.0 - r)).sqrt();
    let d = mean(&differences) / within;
    let variance = (1.0 / n as f64 + d * d / (2.0 * n as f64)) * 2.0 * (1.0 - r);
    let correction = 1.0 - 3.0 / (4.0 * (n as f64 - 1.0) - 1.0);
    let (g, by) = (correction * d, 1.959_963_984_540_054 * correction * variance.sqrt());
    Some(Estimate { value: g, low: g - by, high: g + by })
}

/// A share with its exact interval (Clopper and Pearson, 1934). `level` is for instance 0.95. `None` of none.
pub fn clopper_pearson(yes: u64, of: u64, level: f64) -> Option<Estimate> {
    if of == 0 || yes > of {
        return None;
    }
    let half = (1.0 - level) / 2.0;
    let (k, n) = (yes as f64, of as f64);
    let low = if yes == 0 { 0.0 } else { inverse(half, |x| beta(x, k, n - k + 1.0)) };
    let high = if yes == of { 1.0 } else { inverse(1.0 - half, |x| beta(x, k + 1.0, n - k)) };
    Some(Estimate { value: k / n, low, high })
}

/// A mean with its t interval (Student, 1908). `None` below two numbers.
pub fn t_interval(x: &[f64], level: f64) -> Option<Estimate> {
    if x.len() < 2 {
        return None;
    }
    let freedom = x.len() as f64 - 1.0;
    // The upper half of the t distribution is half a beta.
    let share = inverse(1.0 - level, |u| beta(u, freedom / 2.0, 0.5));
    let t = (freedom * (1.0 - share) / share).sqrt();
    let by = t * deviation(x) / (x.len() as f64).sqrt();
    let m = mean(x);
    Some(Estimate { value: m, low: m - by, high: m + by })
}

/// Where a rising function from 0 to 1 takes a value.
fn inverse(value: f64, f: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if f(middle) < value { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

/// Logarithm of the gamma function (Lanczos, 1964; nine terms).
fn log_gamma(x: f64) -> f64 {
    const TERMS: [f64; 9] = [
        0.999_999_999_999_809_9,
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    let x = x - 1.0;
    let sum = TERMS.iter().enumerate().skip(1).fold(TERMS[0], |s, (i, c)| s + c / (x + i as f64));
    let t = x + 7.5;
    0.5 * (2.0 * std::f64::consts::PI).ln() + (x + 0.5) * t.ln() - t + sum.ln()
}

/// The regularised incomplete beta function, by its continued fraction (Lentz, 1976).
fn beta(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - beta(1.0 - x, b, a);
    }
    let front = (log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * x.ln() + b * (1.0 - x).ln()).exp() / a;
    let away = |v: f64| if v.abs() < 1e-300 { 1e-300 } else { v };
    let (mut c, mut d) = (1.0, 1.0 / away(1.0 - (a + b) * x / (a + 1.0)));
    let mut fraction = d;
    for m in 1..300 {
        let m = f64::from(m);
        for step in [
            m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0)),
        ] {
            d = 1.0 / away(1.0 + step * d);
            c = away(1.0 + step / c);
            fraction *= c * d;
        }
        if (c * d - 1.0).abs() < 1e-15 {
            break;
        }
    }
    front * fraction
}

/// Agreement of two coders beyond chance (Cohen, 1960). `None` when they coded nothing, or when chance alone agrees.
pub fn cohen_kappa<T: Ord>(a: &[T], b: &[T]) -> Option<f64> {
    let n = a.len();
    if n == 0 || b.len() != n {
        return None;
    }
    let labels: BTreeSet<&T> = a.iter().chain(b).collect();
    let same = a.iter().zip(b).filter(|(x, y)| x == y).count() as f64 / n as f64;
    let share = |of: &[T], label: &T| of.iter().filter(|x| *x == label).count() as f64 / n as f64;
    let chance: f64 = labels.into_iter().map(|l| share(a, l) * share(b, l)).sum();
    (chance < 1.0).then(|| (same - chance) / (1.0 - chance))
}

/// Agreement of any number of coders on names, with gaps (Krippendorff, 2004; nominal difference). Each unit lists the
/// codes it was given; units with fewer than two say nothing. `None` when nothing is comparable or only one code was
/// used.
pub fn krippendorff_alpha<T: Ord>(units: &[Vec<T>]) -> Option<f64> {
    let mut totals: BTreeMap<&T, f64> = BTreeMap::new();
    let mut apart = 0.0;
    for unit in units.iter().filter(|u| u.len() > 1) {
        let mut counts: BTreeMap<&T, f64> = BTreeMap::new();
        for code in unit {
            *counts.entry(code).or_insert(0.0) += 1.0;
            *totals.entry(code).or_insert(0.0) += 1.0;
        }
        let m = unit.len() as f64;
        apart += counts.values().map(|c| c * (m - c)).sum::<f64>() / (m - 1.0);
    }
    let n: f64 = totals.values().sum();
    let expected: f64 = totals.values().map(|c| c * (n - c)).sum::<f64>() / (n - 1.0);
    (n > 1.0 && expected > 0.0).then(|| 1.0 - apart / expected)
}

/// Share of possible directed ties that are there. `None` below two people. Ties to oneself and doubles do not count.
pub fn density(people: usize, ties: &[(usize, usize)]) -> Option<f64> {
    let known: BTreeSet<&(usize, usize)> = ties.iter().filter(|(a, b)| a != b && *a < people && *b < people).collect();
    (people > 1).then(|| known.len() as f64 / (people * (people - 1)) as f64)
}

/// Share of directed ties that are returned. `None` without ties.
pub fn reciprocity(ties: &[(usize, usize)]) -> Option<f64> {
    let known: BTreeSet<(usize, usize)> = ties.iter().copied().filter(|(a, b)| a != b).collect();
    let returned = known.iter().filter(|(a, b)| known.contains(&(*b, *a))).count();
    (!known.is_empty()).then(|| returned as f64 / known.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-6
    }

    /// Printed by `benches/measures.py` with scipy, scikit-learn and krippendorff.
    #[test]
    fn figures_are_those_of_independent_software() {
        let before = [3.0, 4.0, 2.0, 5.0, 3.0, 4.0, 2.0, 3.0];
        let after = [4.0, 4.0, 3.5, 4.5, 5.0, 4.25, 3.0, 4.75];
        let differences: Vec<f64> = after.iter().zip(before).map(|(a, b)| a - b).collect();
        let w = signed_rank(&differences).expect("they differ");
        assert_eq!((w.n, w.positive), (7, 26.0));
        assert!(near(w.p, 0.046_875), "{}", w.p);
        let share = clopper_pearson(7, 20, 0.95).expect("some");
        assert!(near(share.low, 0.153_909_205) && near(share.high, 0.592_188_534), "{share:?}");
        let share = clopper_pearson(0, 20, 0.95).expect("some");
        assert!(near(share.low, 0.0) && near(share.high, 0.168_433_471), "{share:?}");
        let t = t_interval(&after, 0.95).expect("some");
        assert!(near(t.value, 4.125) && near(t.low, 3.577_695_835) && near(t.high, 4.672_304_165), "{t:?}");
        assert!(near(cohen_kappa(&[1, 1, 2, 2, 3, 3, 1, 2], &[1, 1, 2, 3, 3, 3, 2, 2]).expect("some"), 0.627_906_977));
        let g = paired_hedges_g(&before, &after).expect("some");
        assert!(near(g.value, 0.853_389_958) && near(g.low, 0.129_321_935) && near(g.high, 1.577_457_981), "{g:?}");
        assert!(near(
            krippendorff_alpha(&[vec![1, 1, 1], vec![2, 2], vec![1, 2, 1], vec![3, 3, 3], vec![2]]).expect("some"),
            0.743_589_744
        ));
    }

    #[test]
    fn what_says_nothing_gives_nothing() {
        assert!(
            signed_rank(&[0.0, 0.0]).is_none()
                && clopper_pearson(0, 0, 0.95).is_none()
                && t_interval(&[1.0], 0.95).is_none()
        );
        assert!(paired_hedges_g(&[1.0, 1.0, 1.0], &[2.0, 2.0, 2.0]).is_none());
        assert!(cohen_kappa(&[1, 1], &[1, 1]).is_none() && krippendorff_alpha(&[vec![1, 1]]).is_none());
    }

    #[test]
    fn ties_among_people_are_counted_once() {
        let ties = [(0, 1), (1, 0), (0, 2), (0, 2), (2, 2)];
        assert!(near(density(3, &ties).expect("some"), 0.5) && near(reciprocity(&ties).expect("some"), 2.0 / 3.0));
    }
}
