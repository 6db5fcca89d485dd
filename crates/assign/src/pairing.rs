//! Who works with whom: participants with coaches, applications with reviewers. The cheapest way to give everyone what
//! she needs within everyone's capacity (minimum-cost flow by shortest augmenting paths; Edmonds and Karp, 1972), in
//! whole numbers, loads kept even. Where both sides rank each other, deferred acceptance is there too (Gale and
//! Shapley, 1962).

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::seed::Draw;

/// What came out: pairs by position, and who still lacks how many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    pub pairs: Vec<(usize, usize)>,
    pub unmet: Vec<(usize, u32)>,
}

struct Arc {
    to: usize,
    room: u32,
    cost: i64,
}

#[derive(Default)]
struct Flow {
    arcs: Vec<Arc>,
    from: Vec<Vec<usize>>,
}

impl Flow {
    fn add(&mut self, a: usize, b: usize, room: u32, cost: i64) {
        for (x, y, room, cost) in [(a, b, room, cost), (b, a, 0, -cost)] {
            self.from[x].push(self.arcs.len());
            self.arcs.push(Arc { to: y, room, cost });
        }
    }

    /// Sends one unit along the cheapest way there is. `false` when there is none.
    fn send(&mut self, source: usize, sink: usize) -> bool {
        let n = self.from.len();
        let mut best = vec![i64::MAX; n];
        let mut by = vec![usize::MAX; n];
        let mut waits = vec![false; n];
        best[source] = 0;
        let mut queue = VecDeque::from([source]);
        while let Some(x) = queue.pop_front() {
            waits[x] = false;
            for &a in &self.from[x] {
                let arc = &self.arcs[a];
                if arc.room > 0 && best[x] + arc.cost < best[arc.to] {
                    best[arc.to] = best[x] + arc.cost;
                    by[arc.to] = a;
                    if !waits[arc.to] {
                        waits[arc.to] = true;
                        queue.push_back(arc.to);
                    }
                }
            }
        }
        if best[sink] == i64::MAX {
            return false;
        }
        let mut x = sink;
        while x != source {
            let a = by[x];
            self.arcs[a].room -= 1;
            self.arcs[a ^ 1].room += 1;
            x = self.arcs[a ^ 1].to;
        }
        true
    }
}

/// Larger than any sum of lots: what one step of cost weighs.
const STEP: i64 = 1 << 20;

/// Gives each on the left `needs[l]` different partners, no one on the right more than `most[r]`, at the least total
/// cost. `cost(l, r)` is `None` where the two cannot be paired; `even` adds that much per pair that someone on the
/// right has already, so that loads stay even. Equal ways are settled by the seed.
pub fn pair(needs: &[u32], most: &[u32], even: u32, seed: &str, cost: impl Fn(usize, usize) -> Option<u32>) -> Pairs {
    let (left, right) = (needs.len(), most.len());
    let (source, sink) = (left + right, left + right + 1);
    let mut flow = Flow { from: vec![Vec::new(); left + right + 2], ..Flow::default() };
    let mut lots = Draw::from_texts(&["pairs", seed]);
    for (l, n) in needs.iter().enumerate() {
        flow.add(source, l, *n, 0);
    }
    let mut arcs: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for l in 0..left {
        for r in 0..right {
            if let Some(c) = cost(l, r) {
                arcs.insert((l, r), flow.arcs.len());
                flow.add(l, left + r, 1, i64::from(c) * STEP + lots.below(1 << 10) as i64);
            }
        }
    }
    for (r, n) in most.iter().enumerate() {
        for k in 0..*n {
            flow.add(left + r, sink, 1, i64::from(k) * i64::from(even) * STEP);
        }
    }
    while flow.send(source, sink) {}
    let pairs: Vec<(usize, usize)> =
        arcs.into_iter().filter(|(_, a)| flow.arcs[*a].room == 0).map(|(p, _)| p).collect();
    let got = |l: usize| pairs.iter().filter(|(x, _)| *x == l).count() as u32;
    let unmet = (0..left).map(|l| (l, needs[l] - got(l))).filter(|(_, n)| *n > 0).collect();
    Pairs { pairs, unmet }
}

/// Groups of the right that share someone on the left; reviewers of different groups cannot be compared.
pub fn groups(pairs: &[(usize, usize)], right: usize) -> usize {
    let mut group: Vec<usize> = (0..right).collect();
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for (l, r) in pairs {
        let (a, b) = (group[*first.entry(*l).or_insert(*r)], group[*r]);
        for g in &mut group {
            if *g == b {
                *g = a;
            }
        }
    }
    let used: BTreeSet<usize> = pairs.iter().map(|(_, r)| *r).collect();
    used.iter().map(|r| group[*r]).collect::<BTreeSet<_>>().len()
}

/// A matching in which no two who are not paired would both rather be (deferred acceptance, the left proposes). Each
/// list names acceptable partners, the dearest first.
pub fn stable(left: &[Vec<usize>], right: &[Vec<usize>], most: &[u32]) -> Vec<(usize, usize)> {
    let rank: Vec<BTreeMap<usize, usize>> =
        right.iter().map(|list| list.iter().enumerate().map(|(i, l)| (*l, i)).collect()).collect();
    let mut held: Vec<BTreeSet<(usize, usize)>> = vec![BTreeSet::new(); right.len()];
    let mut next = vec![0; left.len()];
    let mut free: VecDeque<usize> = (0..left.len()).collect();
    while let Some(l) = free.pop_front() {
        let Some(&r) = left[l].get(next[l]) else { continue };
        next[l] += 1;
        match rank[r].get(&l) {
            Some(&place) => {
                held[r].insert((place, l));
                if held[r].len() > most[r] as usize
                    && let Some((_, out)) = held[r].pop_last()
                {
                    free.push_back(out);
                }
            }
            None => free.push_front(l),
        }
    }
    let mut pairs: Vec<(usize, usize)> =
        held.iter().enumerate().flat_map(|(r, of)| of.iter().map(move |(_, l)| (*l, r))).collect();
    pairs.sort_unstable();
    pairs
}

/// Minutes of a week, from Monday 00:00 UTC, in which two people are both free. Spans are [from, to) and may run past
/// the week's end.
pub fn weekly_overlap(a: &[(u32, u32)], b: &[(u32, u32)]) -> u32 {
    const WEEK: usize = 7 * 24 * 60;
    let mark = |spans: &[(u32, u32)]| {
        let mut free = vec![false; WEEK];
        for &(from, to) in spans {
            for minute in from..to {
                free[minute as usize % WEEK] = true;
            }
        }
        free
    };
    mark(a).iter().zip(mark(b)).filter(|(x, y)| **x && *y).count() as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The least cost of giving each on the left one partner, by trying all.
    fn by_force(cost: &[Vec<Option<u32>>], most: &mut Vec<u32>, l: usize) -> Option<u32> {
        if l == cost.len() {
            return Some(0);
        }
        let mut best = None;
        for r in 0..most.len() {
            if let Some(c) = cost[l][r].filter(|_| most[r] > 0) {
                most[r] -= 1;
                if let Some(rest) = by_force(cost, most, l + 1) {
                    best = Some(best.map_or(c + rest, |b: u32| b.min(c + rest)));
                }
                most[r] += 1;
            }
        }
        best
    }

    proptest! {
        #[test]
        fn nobody_finds_cheaper_pairs(
            cost in prop::collection::vec(prop::collection::vec(prop::option::of(0_u32..9), 3), 1..6),
            most in prop::collection::vec(0_u32..4, 3),
        ) {
            let found = pair(&vec![1; cost.len()], &most, 0, "s", |l, r| cost[l][r]);
            for (r, room) in most.iter().enumerate() {
                prop_assert!(found.pairs.iter().filter(|(_, x)| *x == r).count() <= *room as usize);
            }
            match by_force(&cost, &mut most.clone(), 0) {
                Some(least) => {
                    prop_assert!(found.unmet.is_empty());
                    prop_assert_eq!(found.pairs.iter().map(|(l, r)| cost[*l][*r].unwrap_or(99)).sum::<u32>(), least);
                }
                None => prop_assert!(!found.unmet.is_empty()),
            }
        }

        #[test]
        fn no_two_would_both_rather_be_paired(
            orders in prop::collection::vec(Just((0..4).collect::<Vec<usize>>()).prop_shuffle(), 8),
        ) {
            let (left, right) = orders.split_at(4);
            let pairs = stable(left, right, &[1, 1, 1, 1]);
            prop_assert_eq!(pairs.len(), 4);
            let of = |l: usize| pairs.iter().find(|(x, _)| *x == l).map_or(9, |p| p.1);
            for (l, list) in left.iter().enumerate() {
                for r in list.iter().take_while(|r| **r != of(l)) {
                    let holder = pairs.iter().find(|(_, x)| x == r).map_or(9, |p| p.0);
                    let place = |who: usize| right[*r].iter().position(|x| *x == who);
                    prop_assert!(place(holder) < place(l));
                }
            }
        }
    }

    #[test]
    fn loads_stay_even_and_reviewers_connected() {
        let found = pair(&[2; 40], &[20; 5], 1, "s", |_, _| Some(0));
        for r in 0..5 {
            assert_eq!(found.pairs.iter().filter(|(_, x)| *x == r).count(), 16);
        }
        assert_eq!(groups(&found.pairs, 5), 1);
        assert_eq!(groups(&[(0, 0), (0, 1), (1, 2), (1, 3)], 5), 2);
    }

    #[test]
    fn free_time_is_compared_across_the_end_of_the_week() {
        assert_eq!(weekly_overlap(&[(0, 60), (600, 700)], &[(30, 90), (690, 800)]), 40);
        assert_eq!(weekly_overlap(&[(10_050, 10_110)], &[(0, 20)]), 20, "Sunday night runs into Monday");
    }
}
