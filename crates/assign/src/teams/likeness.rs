//! How alike two people are on a field: choices, numbers or weekly hours.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::pairing::weekly_overlap;

/// One to be placed. A field is in the map that fits what it holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Member {
    pub id: String,
    /// Choices; several values are fine.
    pub values: BTreeMap<String, BTreeSet<String>>,
    /// Numbers, compared over the range of all members. A time zone is its hours ahead of UTC.
    #[serde(default)]
    pub numbers: BTreeMap<String, f64>,
    /// Weekly hours: spans in minutes from Monday 00:00 UTC.
    #[serde(default)]
    pub hours: BTreeMap<String, Vec<(u32, u32)>>,
}

/// What two people have in common on a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Tie {
    Values(Vec<String>),
    Numbers(f64, f64),
    /// Minutes a week in which both are free.
    Minutes(u32),
}

/// Free time shared beyond this many minutes a week makes two people no more alike: enough for a team to meet.
const ENOUGH: u32 = 240;

/// How alike all pairs are on a field, in thousandths, row by row: shared choices over all choices (Jaccard, 1901); for
/// numbers one less the distance over the range; for weekly hours the shared minutes, up to four hours. 0 where one of
/// the two says nothing.
pub fn likeness(members: &[Member], field: &str) -> Vec<i64> {
    let numbers: Vec<f64> = members.iter().filter_map(|m| m.numbers.get(field).copied()).collect();
    let range = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max)
        - numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let of = |a: &Member, b: &Member| -> i64 {
        match tie(a, b, field) {
            None => 0,
            Some(Tie::Values(shared)) => {
                let all = a
                    .values
                    .get(field)
                    .into_iter()
                    .flatten()
                    .chain(b.values.get(field).into_iter().flatten())
                    .collect::<BTreeSet<_>>()
                    .len();
                (shared.len() * 1_000).checked_div(all).unwrap_or(0) as i64
            }
            Some(Tie::Numbers(x, y)) if range > 0.0 => (1_000.0 * (1.0 - (x - y).abs() / range)).round() as i64,
            Some(Tie::Numbers(..)) => 1_000,
            Some(Tie::Minutes(m)) => i64::from(m.min(ENOUGH)) * 1_000 / i64::from(ENOUGH),
        }
    };
    let mut out = vec![0; members.len() * members.len()];
    for i in 0..members.len() {
        for j in i + 1..members.len() {
            let value = of(&members[i], &members[j]);
            out[i * members.len() + j] = value;
            out[j * members.len() + i] = value;
        }
    }
    out
}

/// What two people have in common on a field; `None` where one of them says nothing.
pub fn tie(a: &Member, b: &Member, field: &str) -> Option<Tie> {
    if let (Some(x), Some(y)) = (a.values.get(field), b.values.get(field)) {
        return Some(Tie::Values(x.intersection(y).cloned().collect()));
    }
    if let (Some(x), Some(y)) = (a.numbers.get(field), b.numbers.get(field)) {
        return Some(Tie::Numbers(*x, *y));
    }
    let (x, y) = (a.hours.get(field)?, b.hours.get(field)?);
    Some(Tie::Minutes(weekly_overlap(x, y)))
}

/// What a team has in common, strongest first: field, value, how many of its members.
pub fn common(members: &[&Member], fields: &[String]) -> Vec<(String, String, usize)> {
    let mut counts: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    for m in members {
        for (i, f) in fields.iter().enumerate() {
            for v in m.values.get(f).into_iter().flatten() {
                *counts.entry((i, v)).or_insert(0) += 1;
            }
        }
    }
    let mut out: Vec<(usize, String, usize)> =
        counts.into_iter().filter(|(_, n)| *n > 1).map(|((i, v), n)| (i, v.to_owned(), n)).collect();
    out.sort_by(|a, b| b.2.cmp(&a.2).then(a.0.cmp(&b.0)).then(a.1.cmp(&b.1)));
    out.into_iter().map(|(i, v, n)| (fields[i].clone(), v, n)).collect()
}
