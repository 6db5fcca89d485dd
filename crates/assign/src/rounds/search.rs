//! Exchanges of two people within a round, all rounds at once: the best one that was not undone lately, even when it
//! makes things worse for now. Counts of meetings per pair make looking at one cheap.

use super::{Seats, Task};
use crate::seed::Draw;

/// What one pair kept apart, one repeat, and one step of imbalance weigh. A third meeting weighs a little more than a
/// second one.
const APART: i64 = 1_000_000;
const REPEAT: i64 = 1_000;
const AGAIN: i64 = 20;

struct State<'t> {
    task: &'t Task,
    seats: Seats,
    tables: Vec<Vec<Vec<usize>>>,
    /// Meetings of each pair, history included.
    met: Vec<u16>,
    apart: Vec<bool>,
    /// For balance: how many have each value, by round, table and field.
    shown: Vec<Vec<Vec<Vec<i64>>>>,
}

fn price(times: u16) -> i64 {
    let over = i64::from(times.saturating_sub(1));
    over * REPEAT + over * (over - 1) / 2 * AGAIN
}

impl<'t> State<'t> {
    fn new(task: &'t Task, seats: Seats) -> Self {
        let n = task.people;
        let mut met = vec![0; n * n];
        for ((a, b), times) in &task.history {
            met[a * n + b] = u16::try_from(*times).unwrap_or(u16::MAX / 2);
            met[b * n + a] = met[a * n + b];
        }
        let mut apart = vec![false; n * n];
        for (a, b) in &task.apart {
            apart[a * n + b] = true;
            apart[b * n + a] = true;
        }
        let fields = task.values.first().map_or(0, Vec::len);
        let kinds: Vec<usize> = (0..fields).map(|f| task.values.iter().map(|v| v[f]).max().unwrap_or(0) + 1).collect();
        let mut tables = Vec::new();
        let mut shown = Vec::new();
        for (r, round) in seats.iter().enumerate() {
            let mut at: Vec<Vec<usize>> = vec![Vec::new(); task.sizes[r].len()];
            let mut seen: Vec<Vec<Vec<i64>>> = vec![kinds.iter().map(|k| vec![0; *k]).collect(); at.len()];
            for (i, t) in round.iter().enumerate() {
                if let Some(t) = t {
                    for &j in &at[*t] {
                        met[i * n + j] += 1;
                        met[j * n + i] += 1;
                    }
                    at[*t].push(i);
                    for (f, v) in task.values[i].iter().enumerate() {
                        seen[*t][f][*v] += 1;
                    }
                }
            }
            tables.push(at);
            shown.push(seen);
        }
        Self { task, seats, tables, met, apart, shown }
    }

    /// All that is wrong, weighed.
    fn cost(&self) -> i64 {
        let n = self.task.people;
        let pairs: i64 = (0..n)
            .flat_map(|a| (a + 1..n).map(move |b| (a, b)))
            .map(|(a, b)| {
                price(self.met[a * n + b])
                    - price(u16::try_from(self.task.history.get(&(a, b)).copied().unwrap_or(0)).unwrap_or(0))
            })
            .sum();
        let together: i64 = self
            .tables
            .iter()
            .flatten()
            .map(|t| {
                t.iter()
                    .enumerate()
                    .map(|(k, a)| t[k + 1..].iter().filter(|b| self.apart[a * n + **b]).count() as i64)
                    .sum::<i64>()
            })
            .sum();
        let balance: i64 = self.shown.iter().flatten().flatten().flatten().map(|c| c * c).sum();
        pairs + together * APART + balance
    }

    /// What exchanging a and b in a round would add.
    fn change(&self, round: usize, a: usize, b: usize) -> i64 {
        let (Some(ta), Some(tb)) = (self.seats[round][a], self.seats[round][b]) else { return i64::MAX };
        let n = self.task.people;
        let mut sum = 0;
        let mut shift = |who: usize, other: usize, add: bool| {
            let times = self.met[who * n + other];
            sum += if add { price(times + 1) - price(times) } else { price(times - 1) - price(times) };
            if self.apart[who * n + other] {
                sum += if add { APART } else { -APART };
            }
        };
        for &x in &self.tables[round][ta] {
            if x != a {
                shift(a, x, false);
                shift(b, x, true);
            }
        }
        for &x in &self.tables[round][tb] {
            if x != b {
                shift(b, x, false);
                shift(a, x, true);
            }
        }
        for (f, (&u, &v)) in self.task.values[a].iter().zip(&self.task.values[b]).enumerate() {
            if u != v {
                let count = |t: usize, value: usize| self.shown[round][t][f][value];
                // Squares: one less and one more at each table.
                sum += 2 * (count(ta, v) - count(ta, u) + 1) + 2 * (count(tb, u) - count(tb, v) + 1);
            }
        }
        sum
    }

    fn exchange(&mut self, round: usize, a: usize, b: usize) {
        let (Some(ta), Some(tb)) = (self.seats[round][a], self.seats[round][b]) else { return };
        let n = self.task.people;
        for (who, from, to, other) in [(a, ta, tb, b), (b, tb, ta, a)] {
            for (table, add) in [(from, false), (to, true)] {
                for k in 0..self.tables[round][table].len() {
                    let x = self.tables[round][table][k];
                    if x != who && x != other {
                        for at in [who * n + x, x * n + who] {
                            self.met[at] = if add { self.met[at] + 1 } else { self.met[at] - 1 };
                        }
                    }
                }
            }
            for (f, &v) in self.task.values[who].iter().enumerate() {
                self.shown[round][from][f][v] -= 1;
                self.shown[round][to][f][v] += 1;
            }
        }
        for (table, out, into) in [(ta, a, b), (tb, b, a)] {
            if let Some(place) = self.tables[round][table].iter().position(|x| *x == out) {
                self.tables[round][table][place] = into;
            }
        }
        self.seats[round].swap(a, b);
    }

    /// Whether someone has a part in anything wrong in a round.
    fn is_troubled(&self, round: usize, who: usize) -> bool {
        let n = self.task.people;
        let Some(t) = self.seats[round][who] else { return false };
        self.tables[round][t].iter().any(|x| *x != who && (self.met[who * n + x] > 1 || self.apart[who * n + x]))
    }
}

/// Searches until nothing is wrong or the work is done; `work` counts pairs of counters looked at.
pub fn improve(task: &Task, start: Seats, seed: &str, work: u64) -> Seats {
    let mut lots = Draw::from_texts(&["exchanges", seed]);
    let mut state = State::new(task, start);
    let mut cost = state.cost();
    let mut best = (cost, state.seats.clone());
    let has_values = task.values.first().is_some_and(|v| !v.is_empty());
    let span = task.people.max(2);
    let mut rests = vec![0_u64; task.rounds * span * task.sizes.iter().map(Vec::len).max().unwrap_or(1).max(1)];
    let most_tables = task.sizes.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let key = |round: usize, who: usize, table: usize| (round * span + who) * most_tables + table;
    let (mut done, mut turn, mut idle) = (0_u64, 0_u64, 0_u64);
    let patience = 3_000 + 40 * (task.people * task.rounds) as u64;
    while done < work && (best.0 >= REPEAT || has_values && idle < patience) {
        turn += 1;
        let wrong: Vec<(usize, usize)> = (0..task.rounds)
            .flat_map(|r| (0..task.people).map(move |i| (r, i)))
            .filter(|&(r, i)| {
                task.fixed[i].is_none() && (state.is_troubled(r, i) || has_values && state.seats[r][i].is_some())
            })
            .collect();
        if wrong.is_empty() {
            break;
        }
        done += (task.rounds * task.people) as u64 / 4;
        // Some of those with a part in what is wrong, each with everyone else of the round.
        let sample = wrong.len().min(if task.people > 60 { 6 } else { 14 });
        let mut next: Option<(i64, u64, usize, usize, usize)> = None;
        for _ in 0..sample {
            let (round, a) = wrong[lots.below(wrong.len() as u64) as usize];
            let Some(ta) = state.seats[round][a] else { continue };
            for b in 0..task.people {
                let Some(tb) = state.seats[round][b].filter(|t| *t != ta) else { continue };
                if task.fixed[b].is_some() {
                    continue;
                }
                let change = state.change(round, a, b);
                let is_resting = rests[key(round, a, tb)] > turn || rests[key(round, b, ta)] > turn;
                if is_resting && cost + change >= best.0 {
                    continue;
                }
                let lot = (a as u64 * 7_919 + b as u64 * 104_729 + turn * 1_299_709) % 1_009;
                if next.is_none_or(|(c, l, ..)| (change, lot) < (c, l)) {
                    next = Some((change, lot, round, a, b));
                }
            }
            done += (task.people * task.table_size) as u64 / 8;
        }
        let Some((change, _, round, a, b)) = next else { continue };
        let (Some(ta), Some(tb)) = (state.seats[round][a], state.seats[round][b]) else { continue };
        state.exchange(round, a, b);
        cost += change;
        let rest = 6 + lots.below(10);
        rests[key(round, a, ta)] = turn + rest;
        rests[key(round, b, tb)] = turn + rest;
        if cost < best.0 {
            best = (cost, state.seats.clone());
            idle = 0;
        } else {
            idle += 1;
            if idle > patience {
                // Stuck for long: back to the best, and a kick of a few exchanges at random.
                state = State::new(task, best.1.clone());
                for _ in 0..3 + lots.below(6) {
                    let r = lots.below(task.rounds as u64) as usize;
                    let (x, y) = (lots.below(span as u64) as usize, lots.below(span as u64) as usize);
                    let is_free = |i: usize| i < task.people && task.fixed[i].is_none() && state.seats[r][i].is_some();
                    if is_free(x) && is_free(y) && state.seats[r][x] != state.seats[r][y] {
                        state.exchange(r, x, y);
                    }
                }
                cost = state.cost();
                idle = 0;
            }
        }
    }
    best.1
}

/// Exchanges tried for a start that is not a design, before the exchanges above go on from there.
pub fn anneal(task: &Task, start: Seats, seed: &str, tries: u64) -> (i64, Seats) {
    let mut lots = Draw::from_texts(&["annealing", seed]);
    let mut state = State::new(task, start);
    let mut cost = state.cost();
    let mut best = (cost, state.seats.clone());
    // Per round, those who may change places.
    let free: Vec<Vec<usize>> = (0..task.rounds)
        .map(|r| (0..task.people).filter(|&i| task.fixed[i].is_none() && task.present[r][i]).collect())
        .collect();
    let steps = 400;
    for step in 0..steps {
        // From half a repeat down to a sixth, evenly in ratio.
        let heat = 0.55 * REPEAT as f64 * exp(-1.2 * f64::from(step) / f64::from(steps));
        for _ in 0..tries / u64::from(steps as u32).max(1) {
            let round = lots.below(task.rounds as u64) as usize;
            let of = &free[round];
            if of.len() < 2 {
                continue;
            }
            let (a, b) = (of[lots.below(of.len() as u64) as usize], of[lots.below(of.len() as u64) as usize]);
            if state.seats[round][a] == state.seats[round][b] {
                continue;
            }
            let change = state.change(round, a, b);
            let accepted = change <= 0
                || (change as f64) < 12.0 * heat
                    && (lots.below(1 << 30) as f64) < exp(-(change as f64) / heat) * f64::from(1 << 30);
            if accepted {
                state.exchange(round, a, b);
                cost += change;
                if cost < best.0 {
                    best = (cost, state.seats.clone());
                }
            }
        }
        if best.0 < REPEAT {
            break;
        }
    }
    best
}

/// e to the x for x ≤ 0, by arithmetic alone, so that it is the same everywhere.
fn exp(x: f64) -> f64 {
    let halvings = 10;
    let small = x / f64::from(1 << halvings);
    let mut power = 1.0 + small * (1.0 + small / 2.0 * (1.0 + small / 3.0));
    for _ in 0..halvings {
        power *= power;
    }
    power
}

/// What a seating costs.
pub fn cost_of(task: &Task, seats: &Seats) -> i64 {
    State::new(task, seats.clone()).cost()
}
