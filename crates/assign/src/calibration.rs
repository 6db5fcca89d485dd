//! How strict each reviewer is, from applications that several have read. The model is plain: a score is what the
//! application is worth plus how lenient the reviewer is, plus chance; leniency is drawn towards none (ridge), all the
//! more the fewer reads there are. Calibrated scores stand beside raw ones and never replace them.

use std::collections::BTreeMap;

use crate::linear;

/// One reader's score of one application.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    pub application: String,
    pub reviewer: String,
    pub score: f64,
}

/// A number and its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Value {
    pub value: f64,
    pub error: f64,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calibration {
    /// How much above others a reviewer scores the same application.
    pub leniency: BTreeMap<String, Value>,
    /// Raw mean and calibrated score of each application.
    pub applications: BTreeMap<String, (f64, Value)>,
    /// Groups of reviewers that no application links to each other: across groups, nothing can be compared.
    pub groups: Vec<Vec<String>>,
    /// Standard deviation of what the model leaves unexplained.
    pub noise: f64,
}

/// Fits the model. `ridge` counts like that many reads by a reviewer of no leniency; 1 is a common choice.
/// `None` without reads or where numbers get out of hand.
pub fn calibrate(reads: &[Read], ridge: f64) -> Option<Calibration> {
    let mut reviewers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut applications: BTreeMap<&str, Vec<(usize, f64)>> = BTreeMap::new();
    for r in reads {
        reviewers.entry(&r.reviewer).or_insert(0);
        applications.entry(&r.application).or_default();
    }
    for (i, place) in reviewers.values_mut().enumerate() {
        *place = i;
    }
    for r in reads {
        applications.get_mut(r.application.as_str())?.push((reviewers[r.reviewer.as_str()], r.score));
    }
    let m = reviewers.len();
    if m == 0 {
        return None;
    }
    let mut matrix = vec![0.0; m * m];
    let mut right = vec![0.0; m];
    let mut group: Vec<usize> = (0..m).collect();
    for of in applications.values() {
        let n = of.len() as f64;
        let mean = of.iter().map(|(_, s)| s).sum::<f64>() / n;
        for (r, s) in of {
            matrix[r * m + r] += 1.0;
            right[*r] += s - mean;
            for (q, _) in of {
                matrix[r * m + q] -= 1.0 / n;
            }
            let (a, b) = (group[*r], group[of[0].0]);
            for g in &mut group {
                if *g == a {
                    *g = b;
                }
            }
        }
    }
    for r in 0..m {
        matrix[r * m + r] += ridge.max(1e-6);
    }
    linear::root(&mut matrix, m)?;
    let lenient = linear::solve(&matrix, right, m)?;
    let worth = |of: &[(usize, f64)]| of.iter().map(|(r, s)| s - lenient[*r]).sum::<f64>() / of.len() as f64;
    let left: f64 = applications
        .values()
        .map(|of| of.iter().map(|(r, s)| (s - lenient[*r] - worth(of)).powi(2)).sum::<f64>())
        .sum();
    let mut groups: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for (name, r) in &reviewers {
        groups.entry(group[*r]).or_default().push((*name).to_owned());
    }
    let freedom = (reads.len() + groups.len()) as f64 - (applications.len() + m) as f64;
    let noise = (left / freedom.max(1.0)).sqrt();
    // Columns of the inverse, for errors.
    let unit = |k: usize| (0..m).map(|i| f64::from(u8::from(i == k))).collect::<Vec<_>>();
    let inverse: Vec<Vec<f64>> = (0..m).map(|k| linear::solve(&matrix, unit(k), m)).collect::<Option<_>>()?;
    let error_of = |of: &[(usize, f64)]| {
        let n = of.len() as f64;
        let from_reviewers: f64 =
            of.iter().flat_map(|(a, _)| of.iter().map(|(b, _)| inverse[*a][*b])).sum::<f64>() / (n * n);
        noise * (1.0 / n + from_reviewers).sqrt()
    };
    Some(Calibration {
        leniency: reviewers
            .iter()
            .map(|(name, r)| {
                ((*name).to_owned(), Value { value: lenient[*r], error: noise * inverse[*r][*r].max(0.0).sqrt() })
            })
            .collect(),
        applications: applications
            .iter()
            .map(|(name, of)| {
                (
                    (*name).to_owned(),
                    (
                        of.iter().map(|(_, s)| s).sum::<f64>() / of.len() as f64,
                        Value { value: worth(of), error: error_of(of) },
                    ),
                )
            })
            .collect(),
        groups: groups.into_values().collect(),
        noise,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Twenty applications, each read by two of four reviewers who differ by given amounts.
    fn reads(lenient: [f64; 4], noise: impl Fn(usize) -> f64) -> Vec<Read> {
        (0..40)
            .map(|i| {
                let (a, r) = (i / 2, (i / 2 + i % 2 * (1 + i / 8 % 3)) % 4);
                Read {
                    application: format!("a{a}"),
                    reviewer: format!("r{r}"),
                    score: (a % 5) as f64 + lenient[r] + noise(i),
                }
            })
            .collect()
    }

    proptest! {
        #[test]
        fn leniency_without_noise_is_found(l in prop::array::uniform4(-1.0..1.0_f64)) {
            let found = calibrate(&reads(l, |_| 0.0), 0.0).expect("reads");
            let mean = l.iter().sum::<f64>() / 4.0;
            let base = found.leniency.values().map(|v| v.value).sum::<f64>() / 4.0;
            for (r, v) in found.leniency.values().enumerate() {
                prop_assert!((v.value - base - (l[r] - mean)).abs() < 1e-4, "{:?} {:?}", found.leniency, l);
            }
            prop_assert_eq!(found.groups.len(), 1);
        }
    }

    #[test]
    fn groups_that_share_no_application_are_named() {
        let read = |a: &str, r: &str, score| Read { application: a.into(), reviewer: r.into(), score };
        let found = calibrate(&[read("1", "x", 3.0), read("1", "y", 4.0), read("2", "z", 5.0)], 1.0).expect("reads");
        assert_eq!(found.groups, [vec!["x".to_owned(), "y".to_owned()], vec!["z".to_owned()]]);
        assert!(
            found.leniency["y"].value > 0.0
                && found.leniency["x"].value < 0.0
                && found.leniency["z"].value.abs() < 1e-9
        );
        assert!(calibrate(&[], 1.0).is_none());
    }

    #[test]
    fn with_few_reads_leniency_is_drawn_towards_none() {
        let of = |ridge| {
            calibrate(&reads([1.0, 0.0, 0.0, 0.0], |i| (i * 7 % 5) as f64 / 10.0), ridge).expect("reads").leniency["r0"]
                .value
        };
        assert!(of(0.0) > of(1.0) && of(1.0) > of(20.0) && of(20.0) > 0.0);
    }
}
