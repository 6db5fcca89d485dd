//! Who cannot be told apart by scores: each applicant's mean with a margin from how far readers of one application lie
//! apart.

use std::collections::BTreeMap;

use weft_assign::selection::{Band, Input, band};

use crate::applications::model::Spread;

/// The standard error of each applicant's mean, in points: the spread of reads around their own applicant's mean,
/// pooled over everyone, divided by the root of how many reads she has. Empty when nobody was read twice.
pub fn margins(spreads: &[Spread]) -> BTreeMap<String, f64> {
    let (mut squares, mut free) = (0.0, 0.0);
    for s in spreads {
        squares += (s.squares - s.reads as f64 * s.mean * s.mean).max(0.0);
        free += (s.reads - 1) as f64;
    }
    if free < 1.0 {
        return BTreeMap::new();
    }
    let spread = (squares / free).sqrt();
    spreads.iter().map(|s| (s.external_id.clone(), spread / (s.reads as f64).sqrt())).collect()
}

/// Clear accepts, the band, clear declines. `None` when someone has no score or nobody was read twice.
pub fn of(input: &Input, margins: &BTreeMap<String, f64>) -> Option<Band> {
    let units =
        margins.iter().map(|(id, m)| (id.clone(), (m * 1_000_000.0).round() as i64)).collect::<BTreeMap<_, _>>();
    if units.is_empty() { None } else { band(input, &units).ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_margin_is_the_pooled_spread_over_the_root_of_the_reads() {
        let of = |id: &str, scores: &[f64]| {
            let n = scores.len() as f64;
            Spread {
                external_id: id.into(),
                reads: scores.len() as i64,
                mean: scores.iter().sum::<f64>() / n,
                squares: scores.iter().map(|s| s * s).sum(),
            }
        };
        // Within: (0.5² · 2) + (1² · 2) = 2.5 over 1 + 1 free.
        let found = margins(&[of("a", &[3.0, 4.0]), of("b", &[2.0, 4.0]), of("c", &[5.0])]);
        assert!(
            (found["a"] - 1.25_f64.sqrt() / 2.0_f64.sqrt()).abs() < 1e-12
                && (found["c"] - 1.25_f64.sqrt()).abs() < 1e-12
        );
        assert!(margins(&[of("a", &[3.0]), of("b", &[4.0])]).is_empty(), "one read each tells nothing");
    }
}
