//! One person for another: what it does to goals and score, in whole numbers and without a solver, so that a hand at
//! work sees at once what a move costs and which move would help most.

use std::collections::{BTreeMap, HashMap};

use super::Input;

/// Someone leaves, someone comes, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swap {
    pub out: Option<String>,
    pub into: Option<String>,
    /// How far the cohort is from its goals afterwards; see [`Board::away`].
    pub away: i64,
    /// By how much the total score changes.
    pub score: i64,
}

/// A cohort on its way: who sits, and how many of each kind that is.
pub struct Board<'i> {
    input: &'i Input,
    rows: Vec<Row>,
    at: HashMap<&'i str, usize>,
    is_seated: Vec<bool>,
    is_fixed: Vec<bool>,
    counts: Vec<i64>,
    sums: Vec<i64>,
    /// How many of the seated bring each shared value.
    shared: Vec<i64>,
    seated: i64,
}

/// What a person counts towards: goals, means and shared values, by place.
struct Row {
    goals: Vec<usize>,
    numbers: Vec<i64>,
    shared: Vec<usize>,
    score: i64,
}

impl<'i> Board<'i> {
    /// People of `cohort` who are not in the input do not count.
    pub fn new(input: &'i Input, cohort: &[String]) -> Self {
        let mut values: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        let rows: Vec<Row> = input
            .people
            .iter()
            .map(|p| Row {
                goals: input
                    .goals
                    .iter()
                    .enumerate()
                    .filter(|(_, g)| p.values.get(&g.field) == Some(&g.value))
                    .map(|(i, _)| i)
                    .collect(),
                numbers: input.means.iter().map(|m| p.numbers.get(&m.field).copied().unwrap_or_default()).collect(),
                shared: input
                    .one_per
                    .iter()
                    .filter_map(|f| p.values.get(f).filter(|v| !v.is_empty()).map(|v| (f.as_str(), v.as_str())))
                    .map(|key| {
                        let next = values.len();
                        *values.entry(key).or_insert(next)
                    })
                    .collect(),
                score: p.score.unwrap_or_default(),
            })
            .collect();
        let at: HashMap<&str, usize> = input.people.iter().enumerate().map(|(i, p)| (p.id.as_str(), i)).collect();
        let mut board = Self {
            counts: vec![0; input.goals.len()],
            sums: vec![0; input.means.len()],
            shared: vec![0; values.len()],
            is_seated: vec![false; rows.len()],
            is_fixed: input.people.iter().map(|p| input.fixed.binary_search(&p.id).is_ok()).collect(),
            seated: 0,
            input,
            rows,
            at,
        };
        for i in cohort.iter().filter_map(|id| board.at.get(id.as_str()).copied()).collect::<Vec<_>>() {
            if !std::mem::replace(&mut board.is_seated[i], true) {
                board.seated += 1;
                board.rows[i].goals.iter().for_each(|&g| board.counts[g] += 1);
                board.rows[i].shared.iter().for_each(|&s| board.shared[s] += 1);
                board.sums.iter_mut().zip(&board.rows[i].numbers).for_each(|(s, n)| *s += n);
            }
        }
        board
    }

    /// How far the seated are from the goals: 1,000 for every person too few, too many or of a value already there, and
    /// 1 for every thousandth by which a mean is off. Nought when all that can be said of them so far is kept.
    pub fn away(&self) -> i64 {
        let goals: i64 = (0..self.counts.len()).map(|g| self.gap(g, self.counts[g])).sum();
        let shared: i64 = self.shared.iter().map(|n| (n - 1).max(0)).sum();
        (goals + shared) * 1_000 + self.off(&self.sums, self.seated)
    }

    fn gap(&self, goal: usize, n: i64) -> i64 {
        let g = &self.input.goals[goal];
        (i64::from(g.min) - n).max(n - i64::from(g.max)).max(0)
    }

    fn off(&self, sums: &[i64], k: i64) -> i64 {
        if k == 0 {
            return 0;
        }
        // Rounded up: a mean that is off by less than a thousandth is off.
        let of = |m: &super::Mean, sum: i64| ((m.min * k - sum).max(sum - m.max * k).max(0) + k - 1) / k;
        self.input.means.iter().zip(sums).map(|(m, s)| of(m, *s)).sum()
    }

    /// What a move does. `None` when someone is not there to leave, must stay, or sits already.
    pub fn after(&self, out: Option<&str>, into: Option<&str>) -> Option<Swap> {
        let place = |id: Option<&str>| -> Option<Option<usize>> {
            id.map_or(Some(None), |id| self.at.get(id).map(|&i| Some(i)))
        };
        let (out, into) = (place(out)?, place(into)?);
        if out.is_some_and(|i| !self.is_seated[i] || self.is_fixed[i]) || into.is_some_and(|i| self.is_seated[i]) {
            return None;
        }
        let (away, _, score) = self.weigh(self.away(), out, into);
        Some(self.swap(out, into, away, score))
    }

    fn swap(&self, out: Option<usize>, into: Option<usize>, away: i64, score: i64) -> Swap {
        let id = |i: usize| self.input.people[i].id.clone();
        Swap { out: out.map(id), into: into.map(id), away, score }
    }

    /// How far the goals are afterwards, in how many places they are further than before, and what the score gains.
    fn weigh(&self, away: i64, out: Option<usize>, into: Option<usize>) -> (i64, i64, i64) {
        let (gone, come) = (out.map(|i| &self.rows[i]), into.map(|i| &self.rows[i]));
        let (mut steps, mut harm) = (0, 0);
        let none: &[usize] = &[];
        let (from, to) = (gone.map_or(none, |r| &r.goals), come.map_or(none, |r| &r.goals));
        for &g in to.iter().filter(|g| !from.contains(g)) {
            let step = self.gap(g, self.counts[g] + 1) - self.gap(g, self.counts[g]);
            (steps, harm) = (steps + step, harm + step.max(0));
        }
        for &g in from.iter().filter(|g| !to.contains(g)) {
            let step = self.gap(g, self.counts[g] - 1) - self.gap(g, self.counts[g]);
            (steps, harm) = (steps + step, harm + step.max(0));
        }
        let (from, to) = (gone.map_or(none, |r| &r.shared), come.map_or(none, |r| &r.shared));
        let twice = to.iter().filter(|s| !from.contains(s) && self.shared[**s] > 0).count() as i64;
        (steps, harm) = (steps + twice, harm + twice);
        steps -= from.iter().filter(|s| !to.contains(s) && self.shared[**s] > 1).count() as i64;
        let number = |r: Option<&Row>, m: usize| r.map_or(0, |r| r.numbers[m]);
        let sums: Vec<i64> = self.sums.iter().enumerate().map(|(m, s)| s - number(gone, m) + number(come, m)).collect();
        let k = self.seated - i64::from(gone.is_some()) + i64::from(come.is_some());
        let away = away + steps * 1_000 - self.off(&self.sums, self.seated) + self.off(&sums, k);
        (away, harm, come.map_or(0, |r| r.score) - gone.map_or(0, |r| r.score))
    }

    /// The best few moves of a kind: nearest to the goals first, then those that break least, then by score. With a
    /// person named on one side, the best partners for her; with none, every swap (or, while seats are open, everyone
    /// who may come) that is better than leaving things as they are.
    pub fn best(&self, out: Option<&str>, into: Option<&str>, most: usize) -> Vec<Swap> {
        let away = self.away();
        let has_room = self.seated < i64::from(self.input.seats);
        let outs: Vec<Option<usize>> = match out.map(|id| self.at.get(id)) {
            Some(None) => return Vec::new(),
            Some(Some(&i)) => vec![Some(i)],
            None if has_room => vec![None],
            None => (0..self.rows.len()).filter(|&i| self.is_seated[i]).map(Some).collect(),
        };
        let intos: Vec<usize> = match into.map(|id| self.at.get(id)) {
            Some(None) => return Vec::new(),
            Some(Some(&i)) => vec![i],
            None => (0..self.rows.len()).collect(),
        };
        let is_free = out.is_none() && into.is_none();
        let mut found: Vec<(i64, i64, i64, Option<usize>, usize)> = Vec::new();
        for &o in outs.iter().filter(|o| o.is_none_or(|i| self.is_seated[i] && !self.is_fixed[i])) {
            for &i in intos.iter().filter(|&&i| !self.is_seated[i]) {
                let (then, harm, score) = self.weigh(away, o, Some(i));
                if !is_free || o.is_none() || (then, -score) < (away, 0) {
                    found.push((then, harm, -score, o, i));
                    // Only the best few are ever read.
                    if found.len() >= 4 * most.max(256) {
                        found.sort_unstable();
                        found.truncate(most);
                    }
                }
            }
        }
        found.sort_unstable();
        found.truncate(most);
        found.into_iter().map(|(then, _, score, o, i)| self.swap(o, Some(i), then, -score)).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::selection::{Goal, Mean, Person};

    fn input(people: &[(u8, u8, u8, u8)]) -> Input {
        let people = people
            .iter()
            .enumerate()
            .map(|(i, (score, region, org, years))| Person {
                id: format!("p{i:02}"),
                score: Some(i64::from(*score)),
                values: [
                    ("region".to_owned(), format!("r{}", region % 3)),
                    ("org".to_owned(), if *org % 4 == 0 { String::new() } else { format!("o{}", org % 4) }),
                ]
                .into(),
                numbers: [("years".to_owned(), i64::from(*years % 5) * 700)].into(),
            })
            .collect();
        Input {
            seats: 5,
            goals: vec![Goal::range("region", "r0", 2, 3), Goal::range("region", "r1", 1, 1)],
            means: vec![Mean { field: "years".into(), min: 1_000, max: 1_500 }],
            one_per: vec!["org".into()],
            fixed: vec!["p00".into()],
            people,
            left_out: Vec::new(),
        }
        .canonical()
    }

    /// The same distance, counted from the definition.
    fn away(input: &Input, cohort: &[String]) -> i64 {
        let people: Vec<&Person> = input.people.iter().filter(|p| cohort.contains(&p.id)).collect();
        let mut out = 0;
        for g in &input.goals {
            let n = people.iter().filter(|p| p.values.get(&g.field) == Some(&g.value)).count() as i64;
            out += 1_000 * (i64::from(g.min) - n).max(n - i64::from(g.max)).max(0);
        }
        let mut orgs: BTreeMap<&str, i64> = BTreeMap::new();
        for o in people.iter().map(|p| p.values["org"].as_str()).filter(|o| !o.is_empty()) {
            *orgs.entry(o).or_default() += 1;
        }
        out += orgs.values().map(|n| 1_000 * (n - 1)).sum::<i64>();
        if !people.is_empty() {
            let k = people.len() as i64;
            let sum: i64 = people.iter().map(|p| p.numbers["years"]).sum();
            let short = (1_000 * k - sum).max(sum - 1_500 * k).max(0);
            out += (short + k - 1) / k;
        }
        out
    }

    /// In how many places a cohort misses: per goal and per shared value.
    fn gaps(input: &Input, cohort: &[String]) -> Vec<i64> {
        let people: Vec<&Person> = input.people.iter().filter(|p| cohort.contains(&p.id)).collect();
        let with = |field: &str, value: &str| people.iter().filter(|p| p.values[field] == value).count() as i64;
        let goals = input.goals.iter().map(|g| {
            (i64::from(g.min) - with("region", &g.value)).max(with("region", &g.value) - i64::from(g.max)).max(0)
        });
        goals.chain((1..4).map(|o| (with("org", &format!("o{o}")) - 1).max(0))).collect()
    }

    proptest! {
        #[test]
        fn a_move_is_weighed_as_if_counted_anew_and_the_best_is_the_best(
            people in prop::collection::vec(any::<(u8, u8, u8, u8)>(), 6..14),
            seats in prop::collection::btree_set(0_usize..14, 1..6),
        ) {
            let input = input(&people);
            let cohort: Vec<String> = seats.iter().filter(|&&i| i < people.len()).map(|i| format!("p{i:02}")).collect();
            let board = Board::new(&input, &cohort);
            prop_assert_eq!(board.away(), away(&input, &cohort));
            prop_assert_eq!(board.away() == 0, input.misses(&cohort).is_empty());
            let outside: Vec<&String> = input.people.iter().map(|p| &p.id).filter(|id| !cohort.contains(id)).collect();
            let mut all = Vec::new();
            for out in cohort.iter().map(Some).chain([None]) {
                for into in outside.iter().map(|i| Some(*i)).chain([None]) {
                    let then: Vec<String> = cohort.iter().filter(|id| Some(*id) != out).chain(into).cloned().collect();
                    let told = board.after(out.map(String::as_str), into.map(String::as_str));
                    if out.is_some_and(|o| o == "p00") {
                        prop_assert_eq!(told, None);
                        continue;
                    }
                    let told = told.expect("may be done");
                    prop_assert_eq!(told.away, away(&input, &then));
                    if let Some(into) = into && (out.is_some() == (cohort.len() == 5)) {
                        let (now, before) = (gaps(&input, &then), gaps(&input, &cohort));
                        let harm: i64 = now.iter().zip(before).map(|(a, b)| (a - b).max(0)).sum();
                        all.push((told.away, harm, -told.score, out.cloned(), into.clone()));
                    }
                }
            }
            all.sort();
            let best = board.best(None, None, 3);
            if let (Some(first), Some(found)) = (all.first(), best.first()) {
                let is_it = |out, into| (out, Some(into)) == (&found.out, found.into.as_ref());
                let told = all.iter().find(|m| is_it(&m.3, &m.4)).expect("one of them");
                prop_assert_eq!((told.0, told.1, told.2), (first.0, first.1, first.2));
                prop_assert_eq!((found.away, -found.score), (first.0, first.2));
            } else {
                prop_assert!(all.iter().all(|m| (m.0, m.2) >= (board.away(), 0)), "a better swap was missed");
            }
        }
    }

    #[test]
    fn who_must_stay_stays_and_strangers_change_nothing() {
        let input = input(&[(1, 0, 0, 1), (5, 0, 1, 1), (9, 1, 2, 2)]);
        let board = Board::new(&input, &["p00".into(), "p01".into(), "nobody".into()]);
        assert_eq!(board.after(Some("p00"), Some("p02")), None);
        assert_eq!(board.after(Some("p01"), Some("nobody")), None);
        assert_eq!(board.after(None, Some("p01")), None);
        assert!(board.best(Some("nobody"), None, 5).is_empty() && board.best(None, Some("nobody"), 5).is_empty());
        assert_eq!(board.best(None, None, 5)[0].into.as_deref(), Some("p02"));
    }
}
