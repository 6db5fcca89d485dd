//! Teams by one number: the sum, over all pairs who share a team, of what a pair is worth. With distances between people
//! that is the diversity that cluster researchers maximise (Papenberg and Klau, 2021). Made for pools of hundreds: what an
//! exchange would change is looked up, not computed anew. Hard rules weigh more than any sum.

use std::collections::BTreeSet;

use super::Rules;
use crate::seed::Draw;

/// Teams as positions of people, and the sum they reach.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    pub teams: Vec<Vec<usize>>,
    pub objective: f64,
    /// Hard rules that could not be kept.
    pub violations: usize,
}

/// What a violation weighs; worths are scaled below it.
const RULE: f64 = 1e7;

struct State<'a> {
    worth: &'a [f64],
    n: usize,
    at: Vec<usize>,
    /// Sum of what each person is worth with each team.
    with: Vec<f64>,
    teams: usize,
    rules: &'a Rules,
    /// For each rule of not being alone: who is meant.
    kin: &'a [Vec<bool>],
    /// How many of those sit in each team.
    counts: Vec<Vec<i32>>,
    apart: &'a [Vec<usize>],
    together: &'a [Vec<usize>],
}

impl<'a> State<'a> {
    fn new(worth: &'a [f64], at: Vec<usize>, teams: usize, rules: &'a Rules, kin: &'a [Vec<bool>], apart: &'a [Vec<usize>], together: &'a [Vec<usize>]) -> Self {
        let n = at.len();
        let mut with = vec![0.0; n * teams];
        for i in 0..n {
            for j in 0..n {
                with[i * teams + at[j]] += worth[i * n + j];
            }
        }
        let counts = kin.iter().map(|k| (0..teams).map(|t| (0..n).filter(|&i| k[i] && at[i] == t).count() as i32).collect()).collect();
        Self { worth, n, at, with, teams, rules, kin, counts, apart, together }
    }

    fn sum(&self) -> f64 {
        (0..self.n).map(|i| self.with[i * self.teams + self.at[i]]).sum::<f64>() / 2.0
    }

    fn violations(&self) -> usize {
        let apart = self.rules.apart.iter().filter(|(a, b)| self.at[*a] == self.at[*b]).count();
        let together = self.rules.together.iter().filter(|(a, b)| self.at[*a] != self.at[*b]).count();
        apart + together + self.counts.iter().flatten().filter(|c| **c == 1).count()
    }

    /// What exchanging i and j adds to the sum, less what it adds in violations.
    #[expect(clippy::many_single_char_names, reason = "two people and their teams")]
    fn gain(&self, i: usize, j: usize) -> f64 {
        let (a, b, t) = (self.at[i], self.at[j], self.teams);
        let sum = self.with[i * t + b] + self.with[j * t + a] - self.with[i * t + a] - self.with[j * t + b] - 2.0 * self.worth[i * self.n + j];
        let mut broken = 0_i32;
        for (who, other, from, to) in [(i, j, a, b), (j, i, b, a)] {
            for &x in self.apart[who].iter().filter(|x| **x != other) {
                broken += i32::from(self.at[x] == to) - i32::from(self.at[x] == from);
            }
            for &x in self.together[who].iter().filter(|x| **x != other) {
                broken += i32::from(self.at[x] == from) - i32::from(self.at[x] == to);
            }
        }
        for (k, counts) in self.kin.iter().zip(&self.counts) {
            let moved = i32::from(k[j]) - i32::from(k[i]);
            if moved != 0 {
                let alone = |c: i32| i32::from(c == 1);
                broken += alone(counts[a] + moved) - alone(counts[a]) + alone(counts[b] - moved) - alone(counts[b]);
            }
        }
        sum - RULE * f64::from(broken)
    }

    #[expect(clippy::many_single_char_names, reason = "two people and their teams")]
    fn exchange(&mut self, i: usize, j: usize) {
        let (a, b, t) = (self.at[i], self.at[j], self.teams);
        for x in 0..self.n {
            let (wi, wj) = (self.worth[x * self.n + i], self.worth[x * self.n + j]);
            self.with[x * t + a] += wj - wi;
            self.with[x * t + b] += wi - wj;
        }
        for (k, counts) in self.kin.iter().zip(&mut self.counts) {
            let moved = i32::from(k[j]) - i32::from(k[i]);
            counts[a] += moved;
            counts[b] -= moved;
        }
        self.at.swap(i, j);
    }

    /// Takes the best partner for one person after another until nobody gains.
    fn climb(&mut self) {
        loop {
            let mut moved = false;
            for i in 0..self.n {
                let mut best = (1e-9, self.n);
                for j in 0..self.n {
                    if self.at[i] != self.at[j] {
                        let gain = self.gain(i, j);
                        if gain > best.0 {
                            best = (gain, j);
                        }
                    }
                }
                if best.1 < self.n {
                    self.exchange(i, best.1);
                    moved = true;
                }
            }
            if !moved {
                return;
            }
        }
    }
}

/// Forms `teams` teams whose sizes differ by one at most. `worth` is square and symmetric, row by row, without a diagonal.
/// Deterministic: beginnings come from the seed. `effort` is how many are tried.
pub fn spread(worth: &[f64], people: usize, teams: usize, rules: &Rules, seed: &str, effort: usize) -> Spread {
    let kin: Vec<Vec<bool>> = rules.not_alone.iter().map(|group: &BTreeSet<usize>| (0..people).map(|i| group.contains(&i)).collect()).collect();
    let lists = |pairs: &[(usize, usize)]| {
        let mut out = vec![Vec::new(); people];
        for &(a, b) in pairs {
            out[a].push(b);
            out[b].push(a);
        }
        out
    };
    let (apart, together) = (lists(&rules.apart), lists(&rules.together));
    let mut lots = Draw::from_texts(&["teams", seed]);
    let mut best: Option<(f64, Vec<usize>)> = None;
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
        let mut state = State::new(worth, at, teams, rules, &kin, &apart, &together);
        state.climb();
        let value = state.sum() - RULE * state.violations() as f64;
        if best.as_ref().is_none_or(|(v, _)| value > *v + 1e-9) {
            best = Some((value, state.at));
        }
    }
    let at = best.map(|(_, at)| at).unwrap_or_default();
    let state = State::new(worth, at, teams, rules, &kin, &apart, &together);
    let list = |t: usize| (0..people).filter(|&i| state.at[i] == t).collect();
    Spread { teams: (0..teams).map(list).collect(), objective: state.sum(), violations: state.violations() }
}

/// Makes teams even again after people left or came, by the fewest moves: each takes someone from a largest team to a smallest
/// one, whoever's move breaks fewest rules and is worth most. Returns the teams and who moved. People of no team are new
/// and go to the smallest teams first.
pub fn even_out(worth: &[f64], people: usize, teams: &[Vec<usize>], rules: &Rules) -> (Spread, Vec<usize>) {
    let mut now: Vec<Vec<usize>> = teams.to_vec();
    let broken = |teams: &[Vec<usize>]| {
        let at = |i: usize| teams.iter().position(|t| t.contains(&i));
        let apart = rules.apart.iter().filter(|(a, b)| at(*a).is_some() && at(*a) == at(*b)).count();
        let together = rules.together.iter().filter(|(a, b)| at(*a).is_some() && at(*b).is_some() && at(*a) != at(*b)).count();
        let alone = rules.not_alone.iter().flat_map(|g| teams.iter().filter(|t| t.iter().filter(|i| g.contains(i)).count() == 1)).count();
        apart + together + alone
    };
    let sum = |team: &[usize]| -> f64 { team.iter().flat_map(|a| team.iter().filter(move |b| a < b).map(move |b| worth[a * people + b])).sum() };
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
        let options = now.iter().enumerate().filter(|(_, t)| t.len() == high).flat_map(|(k, t)| t.iter().map(move |i| (Some(k), *i))).collect();
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

/// Euclidean distances between rows of categories, each value a column of its own, set to mean 0 and sample deviation 1.
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
        teams.iter().flat_map(|t| t.iter().flat_map(move |a| t.iter().filter(move |b| a < b).map(move |b| worth[a * n + b]))).sum()
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
            let found = spread(&worth, 6, 2, &Rules::default(), "s", 20);
            prop_assert!((found.objective - best_of_six(&worth)).abs() < 1e-9);
            prop_assert!((found.objective - sum_of(&worth, 6, &found.teams)).abs() < 1e-9);
        }
    }

    #[test]
    fn after_people_left_as_few_move_as_can_and_rules_hold() {
        let before = [vec![0, 1, 2], vec![3, 4, 5, 6, 7], vec![8, 9, 10, 11, 12]];
        let rules = Rules { apart: (3..10).map(|i| (0, i)).collect(), not_alone: vec![[10, 11].into()], ..Rules::default() };
        let (found, moved) = even_out(&[0.0; 13 * 13], 13, &before, &rules);
        // Only 12 may come to 0 without breaking a rule: 10 and 11 stay with each other.
        assert_eq!((moved, found.violations), (vec![12], 0));
        assert_eq!(found.teams.iter().map(Vec::len).collect::<Vec<_>>(), [4, 5, 4]);
        let (found, moved) = even_out(&[0.0; 14 * 14], 14, &before, &Rules::default());
        assert!(found.teams[0].contains(&13) && moved.is_empty(), "someone new goes where there is room");
    }

    #[test]
    fn hard_rules_hold_in_a_pool_of_a_hundred() {
        let rows: Vec<Vec<String>> = (0..100_u32).map(|i| vec![(i % 3).to_string(), (i * 7 % 5).to_string(), (i * i % 4).to_string()]).collect();
        let rules = Rules { apart: vec![(0, 1), (1, 2)], together: vec![(3, 4)], not_alone: vec![[10, 20, 30, 40, 50].into()] };
        let found = spread(&distances(&rows), 100, 20, &rules, "s", 6);
        assert_eq!(found.violations, 0);
        let team = |i: usize| found.teams.iter().position(|t| t.contains(&i));
        assert!(team(0) != team(1) && team(1) != team(2) && team(3) == team(4));
        assert!(found.teams.iter().all(|t| t.len() == 5 && t.iter().filter(|i| [10, 20, 30, 40, 50].contains(*i)).count() != 1));
        assert_eq!(spread(&distances(&rows), 100, 20, &rules, "s", 6), found);
    }
}
