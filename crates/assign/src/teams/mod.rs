//! Who sits with whom all season: teams of nearly equal size, alike in some things and mixed in others.
//!
//! Hard rules (apart, together, nobody alone) come first, then the worst team, then the sum over all
//! teams. A local search of swaps from several seeded beginnings; the same input gives the same teams.

mod spread;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::seed::Draw;

pub use spread::{Spread, distances, even_out, spread};

/// Hard rules by people's positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    pub apart: Vec<(usize, usize)>,
    pub together: Vec<(usize, usize)>,
    /// Groups of whom none is the only one in a team.
    pub not_alone: Vec<BTreeSet<usize>>,
}

/// One to be placed. A field may hold several values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    pub id: String,
    pub values: BTreeMap<String, BTreeSet<String>>,
}

/// A field to be alike on, or with a negative weight to be mixed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    pub field: String,
    pub weight: i64,
}

/// What the teams should be like.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// How many teams; sizes differ by one at most.
    pub teams: usize,
    pub wishes: Vec<Wish>,
    pub apart: Vec<(String, String)>,
    pub together: Vec<(String, String)>,
    /// Nobody is the only one in her team with her value of these fields, unless she is the only one at all.
    pub not_alone: Vec<String>,
}

/// The teams, each sorted by id, and how well they do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Teams {
    pub teams: Vec<Vec<String>>,
    /// Hard rules that could not be kept; 0 when all hold.
    pub violations: usize,
    /// Thousandths of the best a pair could do, averaged over the pairs of a team.
    pub scores: Vec<i64>,
}

/// Why a team cannot be formed at all.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum Error {
    #[error("{members} people cannot form {teams} teams of at least two")]
    TooFew { members: usize, teams: usize },
    #[error("{0} is there twice")]
    Twice(String),
}

/// How alike two members are on a field, in thousandths: shared values over all values (Jaccard, 1901).
pub fn alike(a: &Member, b: &Member, field: &str) -> i64 {
    let (Some(x), Some(y)) = (a.values.get(field), b.values.get(field)) else { return 0 };
    let all = x.union(y).count();
    (x.intersection(y).count() * 1_000).checked_div(all).unwrap_or(0) as i64
}

struct Search<'a> {
    members: &'a [Member],
    /// Wish of each pair, in thousandths times weight.
    pair: Vec<Vec<i64>>,
    apart: Vec<(usize, usize)>,
    together: Vec<(usize, usize)>,
    /// Per rule, groups of members who should not be alone: all with one value, two or more.
    kin: Vec<Vec<usize>>,
    weight: i64,
    teams: usize,
}

/// What a seating is worth: fewer violations, then a better worst team, then a better sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Worth(i64, i64, i64);

const BEGINNINGS: usize = 24;

/// Forms teams. Deterministic: beginnings are drawn from a hash of the members' ids.
pub fn form(members: &[Member], settings: &Settings) -> Result<Teams, Error> {
    let mut sorted: Vec<Member> = members.to_vec();
    sorted.sort_by(|a, b| a.id.cmp(&b.id));
    if let Some(pair) = sorted.windows(2).find(|w| w[0].id == w[1].id) {
        return Err(Error::Twice(pair[0].id.clone()));
    }
    if settings.teams == 0 || sorted.len() < settings.teams * 2 {
        return Err(Error::TooFew { members: sorted.len(), teams: settings.teams });
    }
    let search = Search::new(&sorted, settings);
    let ids: Vec<&str> = sorted.iter().map(|m| m.id.as_str()).collect();
    let mut seed = Draw::from_texts(&ids);
    let best = (0..BEGINNINGS)
        .map(|_| {
            let mut order: Vec<usize> = (0..sorted.len()).collect();
            seed.shuffle(&mut order);
            let mut at = vec![0; sorted.len()];
            for (i, m) in order.into_iter().enumerate() {
                at[m] = i % settings.teams;
            }
            search.climb(at)
        })
        .max_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.cmp(&a.1)))
        .map(|(_, at)| at)
        .unwrap_or_default();
    Ok(search.report(&best))
}

/// Judges teams that people have made by hand.
pub fn judge(members: &[Member], settings: &Settings, teams: &[Vec<String>]) -> Teams {
    let mut sorted: Vec<Member> = members.to_vec();
    sorted.sort_by(|a, b| a.id.cmp(&b.id));
    let settings = Settings { teams: teams.len(), ..settings.clone() };
    let search = Search::new(&sorted, &settings);
    let at: Vec<usize> = sorted.iter().map(|m| teams.iter().position(|t| t.contains(&m.id)).unwrap_or_default()).collect();
    search.report(&at)
}

impl<'a> Search<'a> {
    fn new(members: &'a [Member], settings: &Settings) -> Self {
        let index: BTreeMap<&str, usize> = members.iter().enumerate().map(|(i, m)| (m.id.as_str(), i)).collect();
        let pairs =
            |list: &[(String, String)]| -> Vec<(usize, usize)> { list.iter().filter_map(|(a, b)| Some((*index.get(a.as_str())?, *index.get(b.as_str())?))).collect() };
        let pair = members.iter().map(|a| members.iter().map(|b| settings.wishes.iter().map(|w| w.weight * alike(a, b, &w.field)).sum()).collect()).collect();
        let mut kin: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
        for field in &settings.not_alone {
            for (i, m) in members.iter().enumerate() {
                for value in m.values.get(field).into_iter().flatten() {
                    kin.entry((field.clone(), value.clone())).or_default().push(i);
                }
            }
        }
        Self {
            members,
            pair,
            apart: pairs(&settings.apart),
            together: pairs(&settings.together),
            kin: kin.into_values().filter(|k| k.len() > 1).collect(),
            weight: settings.wishes.iter().map(|w| w.weight.abs()).sum::<i64>().max(1),
            teams: settings.teams,
        }
    }

    fn violations(&self, at: &[usize]) -> usize {
        let apart = self.apart.iter().filter(|(a, b)| at[*a] == at[*b]).count();
        let together = self.together.iter().filter(|(a, b)| at[*a] != at[*b]).count();
        let alone: usize = self
            .kin
            .iter()
            .map(|group| {
                let mut counts = vec![0; self.teams];
                for &m in group {
                    counts[at[m]] += 1;
                }
                counts.iter().filter(|c| **c == 1).count()
            })
            .sum();
        apart + together + alone
    }

    /// Mean wish over the pairs of each team, in thousandths of the largest possible.
    fn scores(&self, at: &[usize]) -> Vec<i64> {
        let mut sums = vec![(0_i64, 0_i64); self.teams];
        for a in 0..at.len() {
            for b in a + 1..at.len() {
                if at[a] == at[b] {
                    sums[at[a]].0 += self.pair[a][b];
                    sums[at[a]].1 += 1;
                }
            }
        }
        sums.into_iter().map(|(sum, n)| if n == 0 { 0 } else { sum / n / self.weight }).collect()
    }

    fn worth(&self, at: &[usize]) -> Worth {
        let scores = self.scores(at);
        Worth(-(self.violations(at) as i64), scores.iter().copied().min().unwrap_or(0), scores.iter().sum())
    }

    /// Swaps pairs of people as long as a swap helps.
    fn climb(&self, mut at: Vec<usize>) -> (Worth, Vec<usize>) {
        let mut worth = self.worth(&at);
        loop {
            let mut best: Option<(Worth, usize, usize)> = None;
            for a in 0..at.len() {
                for b in a + 1..at.len() {
                    if at[a] == at[b] {
                        continue;
                    }
                    at.swap(a, b);
                    let w = self.worth(&at);
                    if w > worth && best.is_none_or(|(v, ..)| w > v) {
                        best = Some((w, a, b));
                    }
                    at.swap(a, b);
                }
            }
            let Some((w, a, b)) = best else { return (worth, at) };
            at.swap(a, b);
            worth = w;
        }
    }

    fn report(&self, at: &[usize]) -> Teams {
        let mut teams: Vec<(Vec<String>, i64)> = self.scores(at).into_iter().map(|s| (Vec::new(), s)).collect();
        for (m, t) in at.iter().enumerate() {
            teams[*t].0.push(self.members[m].id.clone());
        }
        let violations = self.violations(at);
        let (teams, scores) = teams.into_iter().unzip();
        Teams { teams, violations, scores }
    }
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
    let mut out: Vec<(usize, String, usize)> = counts.into_iter().filter(|(_, n)| *n > 1).map(|((i, v), n)| (i, v.to_owned(), n)).collect();
    out.sort_by(|a, b| b.2.cmp(&a.2).then(a.0.cmp(&b.0)).then(a.1.cmp(&b.1)));
    out.into_iter().map(|(i, v, n)| (fields[i].clone(), v, n)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn member(id: usize, region: u8, health: u8) -> Member {
        let one = |v: u8| [v.to_string()].into();
        Member { id: format!("m{id:02}"), values: [("region".into(), one(region)), ("health".into(), one(health))].into() }
    }

    fn settings(teams: usize) -> Settings {
        Settings { teams, wishes: vec![Wish { field: "region".into(), weight: 2 }], ..Settings::default() }
    }

    #[test]
    fn people_of_one_region_end_up_together() {
        let members: Vec<Member> = (0..8).map(|i| member(i, (i % 2) as u8, 0)).collect();
        let teams = form(&members, &settings(2)).expect("enough people");
        assert_eq!(teams.teams.iter().map(Vec::len).collect::<Vec<_>>(), [4, 4]);
        assert_eq!(teams.scores, [1_000, 1_000]);
    }

    #[test]
    fn hard_rules_beat_wishes() {
        let members: Vec<Member> = (0..8).map(|i| member(i, (i % 2) as u8, u8::from(i < 2))).collect();
        let rules = Settings { apart: vec![("m00".into(), "m02".into())], not_alone: vec!["health".into()], ..settings(2) };
        let teams = form(&members, &rules).expect("enough people");
        assert_eq!(teams.violations, 0);
        let of = |id: &str| teams.teams.iter().position(|t| t.iter().any(|m| m == id));
        assert_ne!(of("m00"), of("m02"));
        assert_eq!(of("m00"), of("m01"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn everyone_has_one_team_and_sizes_differ_by_one(n in 4_usize..18, teams in 1_usize..5, seed in any::<u64>()) {
            prop_assume!(n >= teams * 2);
            let members: Vec<Member> = (0..n).map(|i| member(i, (seed >> i) as u8 % 3, (seed >> (i * 2 % 60)) as u8 % 2)).collect();
            let formed = form(&members, &settings(teams)).expect("enough people");
            let mut all: Vec<String> = formed.teams.concat();
            all.sort();
            prop_assert_eq!(all, members.iter().map(|m| m.id.clone()).collect::<Vec<_>>());
            let sizes: Vec<usize> = formed.teams.iter().map(Vec::len).collect();
            prop_assert!(sizes.iter().max().unwrap_or(&0) - sizes.iter().min().unwrap_or(&0) <= 1);
            prop_assert_eq!(&form(&members, &settings(teams)).expect("again"), &formed);
            prop_assert_eq!(judge(&members, &settings(teams), &formed.teams), formed);
        }
    }
}
