//! The search behind all teams: exchanges of two people as long as one helps, from many seeded beginnings. What an
//! exchange would change is looked up, not computed anew, so that pools of hundreds are no matter. Hard rules come
//! before everything; then either the sum over all pairs who share a team (with distances, the diversity that cluster
//! researchers maximise: Papenberg and Klau, 2021), or the team that fares worst.

use std::collections::BTreeSet;

use super::Rules;
use crate::seed::Draw;

/// What comes right after the hard rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// The sum of what all pairs who share a team are worth.
    Sum,
    /// The lowest mean over the pairs of a team, then the sum of the means.
    Worst,
}

/// Teams as positions of people, and the sum they reach.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    pub teams: Vec<Vec<usize>>,
    pub objective: f64,
    /// Hard rules that could not be kept.
    pub violations: usize,
}

/// What a seating is worth; the first that differs decides, more is better.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
struct Worth(i64, f64, f64);

impl Worth {
    fn beats(self, other: Self) -> bool {
        let more = |a: f64, b: f64| a > b + 1e-9;
        let even = |a: f64, b: f64| (a - b).abs() <= 1e-9;
        self.0 > other.0
            || self.0 == other.0 && (more(self.1, other.1) || even(self.1, other.1) && more(self.2, other.2))
    }
}

/// Rules by person, made once for all beginnings.
pub(super) struct Bonds<'a> {
    rules: &'a Rules,
    /// For each rule of not being alone: who is meant.
    kin: Vec<Vec<bool>>,
    apart: Vec<Vec<usize>>,
    together: Vec<Vec<usize>>,
}

impl<'a> Bonds<'a> {
    pub(super) fn new(rules: &'a Rules, people: usize) -> Self {
        let lists = |pairs: &[(usize, usize)]| {
            let mut out = vec![Vec::new(); people];
            for &(a, b) in pairs {
                out[a].push(b);
                out[b].push(a);
            }
            out
        };
        let kin = rules.not_alone.iter().map(|group| (0..people).map(|i| group.contains(&i)).collect()).collect();
        Self { rules, kin, apart: lists(&rules.apart), together: lists(&rules.together) }
    }
}

pub(super) struct State<'a> {
    worth: &'a [f64],
    n: usize,
    pub(super) at: Vec<usize>,
    /// Sum of what each person is worth with each team.
    with: Vec<f64>,
    teams: usize,
    /// Of each team: the sum over its pairs, and how many pairs there are.
    sums: Vec<f64>,
    pairs: Vec<f64>,
    bonds: &'a Bonds<'a>,
    /// How many of each group that should not be alone sit in each team.
    counts: Vec<Vec<i32>>,
    broken: i64,
}

impl<'a> State<'a> {
    pub(super) fn new(worth: &'a [f64], at: Vec<usize>, teams: usize, bonds: &'a Bonds<'a>) -> Self {
        let n = at.len();
        let mut with = vec![0.0; n * teams];
        for i in 0..n {
            for j in 0..n {
                with[i * teams + at[j]] += worth[i * n + j];
            }
        }
        let mut sums = vec![0.0; teams];
        for i in 0..n {
            sums[at[i]] += with[i * teams + at[i]] / 2.0;
        }
        let size = |t: usize| at.iter().filter(|x| **x == t).count() as f64;
        let pairs = (0..teams).map(|t| size(t) * (size(t) - 1.0) / 2.0).collect();
        let counts = bonds
            .kin
            .iter()
            .map(|k| (0..teams).map(|t| (0..n).filter(|&i| k[i] && at[i] == t).count() as i32).collect())
            .collect();
        let mut state = Self { worth, n, at, with, teams, sums, pairs, bonds, counts, broken: 0 };
        state.broken = state.violations() as i64;
        state
    }

    pub(super) fn sum(&self) -> f64 {
        self.sums.iter().sum()
    }

    /// The mean over the pairs of a team; 0 where it has none.
    pub(super) fn mean(&self, team: usize) -> f64 {
        if self.pairs[team] > 0.0 { self.sums[team] / self.pairs[team] } else { 0.0 }
    }

    pub(super) fn violations(&self) -> usize {
        let rules = self.bonds.rules;
        let apart = rules.apart.iter().filter(|(a, b)| self.at[*a] == self.at[*b]).count();
        let together = rules.together.iter().filter(|(a, b)| self.at[*a] != self.at[*b]).count();
        apart + together + self.counts.iter().flatten().filter(|c| **c == 1).count()
    }

    fn value(&self, aim: Aim) -> Worth {
        match aim {
            Aim::Sum => Worth(-self.broken, 0.0, self.sum()),
            Aim::Worst => {
                let means = (0..self.teams).map(|t| self.mean(t));
                Worth(-self.broken, means.clone().fold(f64::INFINITY, f64::min), means.sum())
            }
        }
    }

    /// How many more rules are broken once i and j have exchanged places.
    fn breaks(&self, i: usize, j: usize) -> i64 {
        let (a, b) = (self.at[i], self.at[j]);
        let mut broken = 0_i32;
        for (who, other, from, to) in [(i, j, a, b), (j, i, b, a)] {
            for &x in self.bonds.apart[who].iter().filter(|x| **x != other) {
                broken += i32::from(self.at[x] == to) - i32::from(self.at[x] == from);
            }
            for &x in self.bonds.together[who].iter().filter(|x| **x != other) {
                broken += i32::from(self.at[x] == from) - i32::from(self.at[x] == to);
            }
        }
        for (k, counts) in self.bonds.kin.iter().zip(&self.counts) {
            let moved = i32::from(k[j]) - i32::from(k[i]);
            if moved != 0 {
                let alone = |c: i32| i32::from(c == 1);
                broken += alone(counts[a] + moved) - alone(counts[a]) + alone(counts[b] - moved) - alone(counts[b]);
            }
        }
        i64::from(broken)
    }

    /// The sums of the teams of i and of j once the two have exchanged places.
    fn sums_after(&self, i: usize, j: usize) -> (f64, f64) {
        let (a, b, t) = (self.at[i], self.at[j], self.teams);
        let both = self.worth[i * self.n + j];
        (
            self.sums[a] - self.with[i * t + a] + self.with[j * t + a] - both,
            self.sums[b] - self.with[j * t + b] + self.with[i * t + b] - both,
        )
    }

    /// What the seating is worth once i and j have exchanged places. `low` are the three teams with the lowest means.
    fn value_after(&self, i: usize, j: usize, now: Worth, aim: Aim, low: &[usize]) -> Worth {
        let (a, b) = (self.at[i], self.at[j]);
        let (sum_a, sum_b) = self.sums_after(i, j);
        let broken = now.0 - self.breaks(i, j);
        match aim {
            Aim::Sum => Worth(broken, 0.0, now.2 + sum_a + sum_b - self.sums[a] - self.sums[b]),
            Aim::Worst => {
                let mean = |t: usize, sum: f64| if self.pairs[t] > 0.0 { sum / self.pairs[t] } else { 0.0 };
                let (x, y) = (mean(a, sum_a), mean(b, sum_b));
                let others = low.iter().find(|t| **t != a && **t != b).map_or(f64::INFINITY, |t| self.mean(*t));
                Worth(broken, x.min(y).min(others), now.2 + x + y - self.mean(a) - self.mean(b))
            }
        }
    }

    fn exchange(&mut self, i: usize, j: usize) {
        let (a, b, t) = (self.at[i], self.at[j], self.teams);
        self.broken += self.breaks(i, j);
        (self.sums[a], self.sums[b]) = self.sums_after(i, j);
        for x in 0..self.n {
            let (wi, wj) = (self.worth[x * self.n + i], self.worth[x * self.n + j]);
            self.with[x * t + a] += wj - wi;
            self.with[x * t + b] += wi - wj;
        }
        for (k, counts) in self.bonds.kin.iter().zip(&mut self.counts) {
            let moved = i32::from(k[j]) - i32::from(k[i]);
            counts[a] += moved;
            counts[b] -= moved;
        }
        self.at.swap(i, j);
    }

    fn lowest(&self, aim: Aim) -> Vec<usize> {
        let mut all: Vec<usize> = (0..self.teams).collect();
        if aim == Aim::Worst {
            all.sort_by(|a, b| self.mean(*a).total_cmp(&self.mean(*b)));
        }
        all.truncate(3);
        all
    }

    /// Takes the best partner for one person after another until nobody gains.
    fn climb(&mut self, aim: Aim) -> Worth {
        let mut now = self.value(aim);
        let mut low = self.lowest(aim);
        loop {
            let mut moved = false;
            for i in 0..self.n {
                let mut best = (now, self.n);
                for j in 0..self.n {
                    if self.at[i] != self.at[j] {
                        let value = self.value_after(i, j, now, aim, &low);
                        if value.beats(best.0) {
                            best = (value, j);
                        }
                    }
                }
                if best.1 < self.n {
                    self.exchange(i, best.1);
                    now = self.value(aim);
                    low = self.lowest(aim);
                    moved = true;
                }
            }
            if !moved {
                return now;
            }
        }
    }
}

/// Whom to spread over how many teams, and what counts.
#[derive(Clone, Copy, Debug)]
pub struct Task<'a> {
    /// What each pair is worth: square and symmetric, row by row, without a diagonal.
    pub worth: &'a [f64],
    pub people: usize,
    pub teams: usize,
    pub rules: &'a Rules,
    pub aim: Aim,
}

/// Forms teams whose sizes differ by one at most. Deterministic: beginnings come from the seed. `effort` is how many
/// are tried.
pub fn spread(task: &Task<'_>, seed: &str, effort: usize) -> Spread {
    let Task { worth, people, teams, rules, aim } = *task;
    let bonds = Bonds::new(rules, people);
    let mut lots = Draw::from_texts(&["teams", seed]);
    let mut best: Option<(Worth, Vec<usize>)> = None;
    for turn in 0..effort.max(1) {
        let mut at: Vec<usize> = vec![0; people];
        match &best {
            // Every second beginning is the best so far, with some people exchanged at random.
            Some((_, known)) if turn % 2 == 1 || turn > effort / 2 => {
                at.clone_from(known);
                for _ in 0..2 + people / 12 {
                    at.swap(lots.below(people as u64) as usize, lots.below(people as u64) as usize);
                }
            }
            _ => {
                let mut order: Vec<usize> = (0..people).collect();
                lots.shuffle(&mut order);
                for (k, i) in order.into_iter().enumerate() {
                    at[i] = k % teams;
                }
            }
        }
        let mut state = State::new(worth, at, teams, &bonds);
        let value = state.climb(aim);
        if best.as_ref().is_none_or(|(v, _)| value.beats(*v)) {
            best = Some((value, state.at));
        }
    }
    let at = best.map(|(_, at)| at).unwrap_or_default();
    let state = State::new(worth, at, teams, &bonds);
    let mut lists: Vec<Vec<usize>> = (0..teams).map(|t| (0..people).filter(|&i| state.at[i] == t).collect()).collect();
    lists.sort();
    Spread { teams: lists, objective: state.sum(), violations: state.violations() }
}

/// What a broken rule weighs against any sum where people are moved one by one.
const RULE: f64 = 1e7;

/// Makes teams even again after people left or came, by the fewest moves: each takes someone from a largest team to a
/// smallest one, whoever's move breaks fewest rules and is worth most. Returns the teams and who moved. People of no
/// team are new and go to the smallest teams first.
pub fn even_out(worth: &[f64], people: usize, teams: &[Vec<usize>], rules: &Rules) -> (Spread, Vec<usize>) {
    let mut now: Vec<Vec<usize>> = teams.to_vec();
    let broken = |teams: &[Vec<usize>]| {
        let at = |i: usize| teams.iter().position(|t| t.contains(&i));
        let apart = rules.apart.iter().filter(|(a, b)| at(*a).is_some() && at(*a) == at(*b)).count();
        let together =
            rules.together.iter().filter(|(a, b)| at(*a).is_some() && at(*b).is_some() && at(*a) != at(*b)).count();
        let alone = rules
            .not_alone
            .iter()
            .flat_map(|g| teams.iter().filter(|t| t.iter().filter(|i| g.contains(i)).count() == 1))
            .count();
        apart + together + alone
    };
    let sum = |team: &[usize]| -> f64 {
        team.iter().flat_map(|a| team.iter().filter(move |b| a < b).map(move |b| worth[a * people + b])).sum()
    };
    let value = |teams: &[Vec<usize>]| teams.iter().map(|t| sum(t)).sum::<f64>() - RULE * broken(teams) as f64;
    let smallest = |teams: &[Vec<usize>]| teams.iter().map(Vec::len).min().unwrap_or(0);
    let mut moved = Vec::new();
    let seated: BTreeSet<usize> = now.iter().flatten().copied().collect();
    let step = |now: &mut Vec<Vec<usize>>, options: Vec<(Option<usize>, usize)>| -> Option<usize> {
        let low = smallest(now);
        let mut best: Option<(f64, Vec<Vec<usize>>, usize)> = None;
        for (from, who) in options {
            for to in (0..now.len()).filter(|t| now[*t].len() == low && Some(*t) != from) {
                let mut next = now.clone();
                if let Some(from) = from {
                    next[from].retain(|i| *i != who);
                }
                next[to].push(who);
                let v = value(&next);
                if best.as_ref().is_none_or(|(b, ..)| v > *b + 1e-9) {
                    best = Some((v, next, who));
                }
            }
        }
        let (_, next, who) = best?;
        *now = next;
        Some(who)
    };
    for i in (0..people).filter(|i| !seated.contains(i)) {
        step(&mut now, vec![(None, i)]);
    }
    loop {
        let (low, high) = (smallest(&now), now.iter().map(Vec::len).max().unwrap_or(0));
        if high <= low + 1 {
            break;
        }
        let options = now
            .iter()
            .enumerate()
            .filter(|(_, t)| t.len() == high)
            .flat_map(|(k, t)| t.iter().map(move |i| (Some(k), *i)))
            .collect();
        let Some(who) = step(&mut now, options) else { break };
        moved.push(who);
    }
    for t in &mut now {
        t.sort_unstable();
    }
    let objective = now.iter().map(|t| sum(t)).sum();
    let violations = broken(&now);
    (Spread { teams: now, objective, violations }, moved)
}

/// Euclidean distances between rows of categories, each value a column of its own, set to mean 0 and sample deviation
/// 1.
pub fn distances(rows: &[Vec<String>]) -> Vec<f64> {
    let n = rows.len();
    let width = rows.first().map_or(0, Vec::len);
    let mut columns: Vec<Vec<f64>> = Vec::new();
    for c in 0..width {
        let values: BTreeSet<&String> = rows.iter().map(|r| &r[c]).collect();
        for value in values {
            let column: Vec<f64> = rows.iter().map(|r| f64::from(u8::from(&r[c] == value))).collect();
            let mean = column.iter().sum::<f64>() / n as f64;
            let variance = column.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / (n as f64 - 1.0).max(1.0);
            if variance > 0.0 {
                columns.push(column.iter().map(|x| (x - mean) / variance.sqrt()).collect());
            }
        }
    }
    let mut out = vec![0.0; n * n];
    for i in 0..n {
        for j in i + 1..n {
            let d = columns.iter().map(|c| (c[i] - c[j]).powi(2)).sum::<f64>().sqrt();
            out[i * n + j] = d;
            out[j * n + i] = d;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sum_of(worth: &[f64], n: usize, teams: &[Vec<usize>]) -> f64 {
        teams
            .iter()
            .flat_map(|t| t.iter().flat_map(move |a| t.iter().filter(move |b| a < b).map(move |b| worth[a * n + b])))
            .sum()
    }

    /// The best sum over all ways to part six people into two threes.
    fn best_of_six(worth: &[f64]) -> f64 {
        (0..64_u32)
            .filter(|s| s.count_ones() == 3)
            .map(|s| {
                let side = |yes: bool| (0..6).filter(|i| (s >> i & 1 == 1) == yes).collect::<Vec<_>>();
                sum_of(worth, 6, &[side(true), side(false)])
            })
            .fold(f64::NEG_INFINITY, f64::max)
    }

    proptest! {
        #[test]
        fn six_people_are_parted_as_well_as_can_be(values in prop::collection::vec(0_u8..20, 15)) {
            let mut worth = vec![0.0; 36];
            let mut next = values.iter();
            for i in 0..6 {
                for j in i + 1..6 {
                    worth[i * 6 + j] = f64::from(*next.next().unwrap_or(&0));
                    worth[j * 6 + i] = worth[i * 6 + j];
                }
            }
            let found = spread(
                &Task { worth: &worth, people: 6, teams: 2, rules: &Rules::default(), aim: Aim::Sum },
                "s",
                20,
            );
            prop_assert!((found.objective - best_of_six(&worth)).abs() < 1e-9);
            prop_assert!((found.objective - sum_of(&worth, 6, &found.teams)).abs() < 1e-9);
        }
    }

    #[test]
    fn after_people_left_as_few_move_as_can_and_rules_hold() {
        let before = [vec![0, 1, 2], vec![3, 4, 5, 6, 7], vec![8, 9, 10, 11, 12]];
        let rules =
            Rules { apart: (3..10).map(|i| (0, i)).collect(), not_alone: vec![[10, 11].into()], ..Rules::default() };
        let (found, moved) = even_out(&[0.0; 13 * 13], 13, &before, &rules);
        // Only 12 may come to 0 without breaking a rule: 10 and 11 stay with each other.
        assert_eq!((moved, found.violations), (vec![12], 0));
        assert_eq!(found.teams.iter().map(Vec::len).collect::<Vec<_>>(), [4, 5, 4]);
        let (found, moved) = even_out(&[0.0; 14 * 14], 14, &before, &Rules::default());
        assert!(found.teams[0].contains(&13) && moved.is_empty(), "someone new goes where there is room");
    }

    #[test]
    fn hard_rules_hold_in_a_pool_of_a_hundred() {
        let rows: Vec<Vec<String>> =
            (0..100_u32).map(|i| vec![(i % 3).to_string(), (i * 7 % 5).to_string(), (i * i % 4).to_string()]).collect();
        let rules =
            Rules { apart: vec![(0, 1), (1, 2)], together: vec![(3, 4)], not_alone: vec![[10, 20, 30, 40, 50].into()] };
        let task = Task { worth: &distances(&rows), people: 100, teams: 20, rules: &rules, aim: Aim::Sum };
        let found = spread(&task, "s", 6);
        assert_eq!(found.violations, 0);
        let team = |i: usize| found.teams.iter().position(|t| t.contains(&i));
        assert!(team(0) != team(1) && team(1) != team(2) && team(3) == team(4));
        assert!(
            found
                .teams
                .iter()
                .all(|t| t.len() == 5 && t.iter().filter(|i| [10, 20, 30, 40, 50].contains(*i)).count() != 1)
        );
        assert_eq!(spread(&task, "s", 6), found);
    }
}
