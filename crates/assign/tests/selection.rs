//! Stories of selection: goals that can be met, goals that cannot, and records that anyone can check.

use std::collections::BTreeMap;

use proptest::prelude::*;
use weft_assign::selection::{
    Ahead, Bound, Error, Goal, Input, Mean, Person, Rule, Transcript, VerifyError, lottery, lottery_by, propose,
};

fn person(id: &str, region: &str, org: &str, score: i64, years: i64) -> Person {
    Person {
        id: id.into(),
        score: Some(score),
        values: [("region".into(), region.into()), ("org".into(), org.into())].into(),
        numbers: [("years".into(), years)].into(),
    }
}

/// Forty people: three regions, ten organizations of four, scores that favour the South.
fn pool() -> Vec<Person> {
    (0_i32..40)
        .map(|i| {
            let region = ["South", "North", "West"][if i % 10 < 6 { 0 } else { 1 + i as usize % 2 }];
            let score = i64::from(i * 37 % 101) + if region == "South" { 30 } else { 0 };
            person(&format!("p{i:02}"), region, &format!("o{}", i / 4), score, i64::from(i % 8) * 500)
        })
        .collect::<Vec<_>>()
}

fn input() -> Input {
    Input {
        seats: 8,
        goals: vec![Goal::range("region", "South", 3, 4), Goal::range("region", "North", 2, 3)],
        means: vec![Mean { field: "years".into(), min: 1_000, max: 2_000 }],
        one_per: vec!["org".into()],
        people: pool(),
        ..Input::default()
    }
}

/// The best total by trying every cohort of a small pool.
fn by_force(input: &Input) -> Option<i64> {
    let n = input.people.len();
    (0_u32..1 << n)
        .filter(|bits| bits.count_ones() == input.seats)
        .filter_map(|bits| {
            let chosen: Vec<&Person> = (0..n).filter(|i| bits >> i & 1 == 1).map(|i| &input.people[i]).collect();
            let ids: Vec<String> = chosen.iter().map(|p| p.id.clone()).collect();
            input.is_met_by(&ids).ok().map(|()| chosen.iter().filter_map(|p| p.score).sum())
        })
        .max()
}

#[test]
fn a_proposal_meets_every_goal_and_says_what_they_cost() {
    let proposal = propose(&input()).expect("feasible");
    assert_eq!(input().is_met_by(&proposal.cohort), Ok(()));
    assert!(proposal.total_score < proposal.total_without_goals);
}

#[test]
fn the_order_of_the_rows_changes_nothing() {
    let mut turned = input();
    turned.people.reverse();
    turned.goals.reverse();
    assert_eq!(propose(&turned).expect("feasible"), propose(&input()).expect("feasible"));
    assert_eq!(turned.hash(), input().hash());
}

#[test]
fn a_drawing_is_repeated_from_its_record_and_a_changed_record_is_found_out() {
    let record = Transcript::of_draw(input(), 1_000, "the state lottery of May 1").expect("feasible");
    assert_eq!(record.verify(), Ok(()));
    assert_eq!(record.run_again().expect("feasible"), record);
    let other = Transcript::of_draw(input(), 1_000, "the state lottery of May 2").expect("feasible");
    assert_ne!(other.cohort, record.cohort);

    let mut swapped = record.clone();
    swapped.cohort = other.cohort;
    assert_eq!(swapped.verify(), Err(VerifyError::Draw));
    let mut bribed = record.clone();
    bribed.input.people[0].score = Some(999);
    assert_eq!(bribed.verify(), Err(VerifyError::Input));
    let mut stuffed = record.clone();
    if let Some(lottery) = &mut stuffed.lottery {
        lottery.panels[0].tickets += 1;
    }
    assert_eq!(stuffed.verify(), Err(VerifyError::Tickets));
    let text = record.to_json();
    assert_eq!(Transcript::from_json(&text).expect("its own JSON"), record);
}

#[test]
fn the_least_chance_is_proved_to_be_as_high_as_can_be() {
    let found = lottery(&input(), 1_000).expect("feasible");
    assert!((found.upper_bound - found.min_probability).abs() < 1e-6, "{found:?}");
    assert!(found.rounding <= 0.01, "{}", found.rounding);
    let sum: f64 = found.probabilities().values().sum();
    assert!((sum - 8.0).abs() < 1e-9);
}

#[test]
fn people_alike_have_the_same_chance() {
    let mut people = pool();
    for p in &mut people {
        p.values.remove("org");
        p.numbers.insert("years".into(), 1_500);
    }
    let found = lottery(&Input { people: people.clone(), one_per: Vec::new(), ..input() }, 1_000).expect("feasible");
    let chances = found.probabilities();
    let mut by_region: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for p in &people {
        by_region.entry(&p.values["region"]).or_default().push(chances[&p.id]);
    }
    for (region, list) in by_region {
        assert!(list.windows(2).all(|w| w[0].to_bits() == w[1].to_bits()), "{region}: {list:?}");
    }
}

#[test]
fn goals_that_cannot_hold_together_are_named_with_the_smallest_change() {
    let mut asked = input();
    asked.goals = vec![Goal::range("region", "South", 6, 8), Goal::range("region", "North", 4, 8)];
    let Err(Error::Infeasible(conflict)) = propose(&asked) else { panic!("eight seats cannot hold ten") };
    let at_least = |value: &str, min| Bound::AtLeast { field: "region".into(), value: value.into(), min };
    assert_eq!(conflict.bounds, [at_least("North", 4), at_least("South", 6)]);
    assert!(conflict.is_only, "without either, there is a cohort");
    let mut eased = asked.clone();
    for change in &conflict.relaxations {
        if let Bound::AtLeast { value, .. } = &change.bound {
            eased.goals.iter_mut().filter(|g| &g.value == value).for_each(|g| g.min = change.to as u32);
        }
    }
    assert!(propose(&eased).is_ok(), "{conflict:?}");
    // Where more of the goals conflict, dropping one of those named is not enough, and nobody says so.
    asked.means = vec![Mean { field: "years".into(), min: 90_000, max: 99_000 }];
    let Err(Error::Infeasible(conflict)) = propose(&asked) else { panic!("nobody is that old") };
    let without = |bound: &Bound| {
        let mut fewer = asked.clone();
        match bound {
            Bound::AtLeast { value, .. } => {
                fewer.goals.iter_mut().filter(|g| &g.value == value).for_each(|g| g.min = 0);
            }
            _ => fewer.means.clear(),
        }
        propose(&fewer).is_ok()
    };
    assert!(!conflict.is_only && !conflict.bounds.iter().all(without), "{conflict:?}");
}

#[test]
fn people_whom_no_cohort_can_hold_are_listed_with_the_goal_that_bars_them() {
    let mut asked = input();
    asked.goals = vec![Goal::range("region", "South", 3, 8), Goal::range("region", "West", 0, 0)];
    let found = lottery(&asked, 1_000).expect("feasible");
    let bar = Some(Bound::AtMost { field: "region".into(), value: "West".into(), max: 0 });
    let west: Vec<&Person> = asked.people.iter().filter(|p| p.values["region"] == "West").collect();
    assert!(!west.is_empty());
    for p in west {
        assert_eq!(found.impossible.get(&p.id), Some(&bar));
    }
}

#[test]
fn people_without_a_score_can_be_drawn_but_not_compared() {
    let mut asked = input();
    asked.people[3].score = None;
    assert!(matches!(propose(&asked), Err(Error::Unscored(1))));
    assert!(lottery(&asked, 100).is_ok());
}

#[test]
fn who_is_fixed_has_a_seat_and_the_others_their_own_chance() {
    let mut people = pool();
    for p in &mut people {
        p.values.remove("org");
        p.numbers.insert("years".into(), 1_500);
    }
    let asked = Input { people, one_per: Vec::new(), fixed: vec!["p00".into()], ..input() };
    let chances = lottery(&asked, 1_000).expect("feasible").probabilities();
    assert!((chances["p00"] - 1.0).abs() < 1e-12);
    // p01 is alike in every field and not fixed.
    assert!(chances["p01"] < 0.5 && chances["p01"] > 0.0, "{}", chances["p01"]);
    let record = Transcript::of_draw(asked, 1_000, "a public text").expect("feasible");
    assert_eq!(record.verify(), Ok(()));
    let mut moved = record.clone();
    if let Some(lottery) = &mut moved.lottery {
        let stolen = lottery.types[0].pop().expect("a member");
        lottery.types[1].push(stolen);
    }
    assert!(moved.verify().is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn no_cohort_beats_the_proposed_one(
        rows in prop::collection::vec((0_usize..3, 0_usize..5, 0_i64..20, 0_i64..8), 6..11),
        min in 0_u32..3, seats in 2_u32..5
    ) {
        let region = |r: usize| ["South", "North", "West"][r];
        let people = rows
            .iter()
            .enumerate()
            .map(|(i, (r, o, s, y))| person(&format!("p{i}"), region(*r), &format!("o{o}"), *s, y * 500))
            .collect();
        let asked = Input {
            seats, people, goals: vec![Goal::range("region", "South", min, seats)], one_per: vec!["org".into()],
            means: vec![Mean { field: "years".into(), min: 500, max: 3_000 }], ..Input::default()
        };
        match propose(&asked) {
            Ok(found) => prop_assert_eq!(Some(found.total_score), by_force(&asked)),
            Err(Error::Infeasible(_)) => prop_assert_eq!(None, by_force(&asked)),
            Err(other) => prop_assert!(false, "{other}"),
        }
    }
}

/// All cohorts that meet the goals, one by one.
fn all_cohorts(asked: &Input) -> Vec<Vec<bool>> {
    let n = asked.people.len();
    let ids = |set: u32| (0..n).filter(|i| set >> i & 1 == 1).map(|i| asked.people[i].id.clone()).collect::<Vec<_>>();
    (0..1_u32 << n)
        .filter(|s| s.count_ones() == asked.seats && asked.is_met_by(&ids(*s)).is_ok())
        .map(|s| (0..n).map(|i| s >> i & 1 == 1).collect())
        .collect()
}

/// Leximin over all cohorts by the book: raise the least, then see who could have more, one program for each.
fn leximin_by_force(cohorts: &[Vec<bool>]) -> Vec<f64> {
    use microlp::{
        ComparisonOp::{Eq, Ge},
        OptimizationDirection::Maximize,
        Problem,
    };
    let n = cohorts[0].len();
    let mut fixed: Vec<Option<f64>> = (0..n).map(|i| (!cohorts.iter().any(|c| c[i])).then_some(0.0)).collect();
    let solve = |fixed: &[Option<f64>], floor: Option<(usize, f64)>| -> f64 {
        let mut lp = Problem::new(Maximize);
        let z = lp.add_var(f64::from(u8::from(floor.is_none())), (0.0, 1.0));
        let shares: Vec<_> = cohorts
            .iter()
            .map(|c| lp.add_var(floor.map_or(0.0, |(i, _)| f64::from(u8::from(c[i]))), (0.0, 1.0)))
            .collect();
        let all: Vec<_> = shares.iter().map(|s| (*s, 1.0)).collect();
        lp.add_constraint(all.as_slice(), Eq, 1.0);
        for i in 0..n {
            let mut terms: Vec<_> = shares.iter().zip(cohorts).filter(|(_, c)| c[i]).map(|(s, _)| (*s, 1.0)).collect();
            match (fixed[i], floor) {
                (Some(p), _) => lp.add_constraint(terms.as_slice(), Ge, p - 1e-7),
                (None, Some((_, level))) => lp.add_constraint(terms.as_slice(), Ge, level - 1e-7),
                (None, None) => {
                    terms.push((z, -1.0));
                    lp.add_constraint(terms.as_slice(), Ge, 0.0);
                }
            }
        }
        let outcome = lp.solve().expect("feasible");
        outcome.into_solution().map_err(|_| "interrupted").expect("a solution").objective()
    };
    while fixed.iter().any(Option::is_none) {
        let level = solve(&fixed, None);
        let stuck: Vec<usize> =
            (0..n).filter(|&i| fixed[i].is_none() && solve(&fixed, Some((i, level))) < level + 1e-5).collect();
        assert!(!stuck.is_empty());
        for i in stuck {
            fixed[i] = Some(level);
        }
    }
    fixed.into_iter().flatten().collect()
}

/// Everyone's exact chance.
fn exact(found: &weft_assign::selection::Lottery) -> BTreeMap<String, f64> {
    found.types.iter().zip(&found.chances).flat_map(|(ids, c)| ids.iter().map(move |id| (id.clone(), *c))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]
    #[test]
    fn chances_are_the_most_even_ones_there_are(
        rows in prop::collection::vec((0_usize..3, 0_usize..2, 0_usize..3, 0_usize..5), 6..10),
        south in 0_u32..3, young in 0_u32..3, seats in 2_u32..5, one_per in any::<bool>()
    ) {
        let people: Vec<Person> = rows.iter().enumerate().map(|(i, (r, a, l, o))| {
            let mut p = person(&format!("p{i}"), ["South", "North", "West"][*r], &format!("o{o}"), 0, 1);
            p.values.insert("age".into(), ["young", "old"][*a].into());
            p.values.insert("level".into(), ["x", "y", "z"][*l].into());
            p
        }).collect();
        let asked = Input {
            seats, people,
            goals: vec![
                Goal::range("region", "South", south.min(1), south),
                Goal::range("age", "young", young, seats),
                Goal::range("level", "x", 1, 1),
                Goal::range("level", "y", 0, 2),
            ],
            one_per: if one_per { vec!["org".into()] } else { vec![] }, ..Input::default()
        };
        let cohorts = all_cohorts(&asked);
        match lottery(&asked, 1_000) {
            Err(Error::Infeasible(_)) => prop_assert!(cohorts.is_empty()),
            Err(other) => prop_assert!(false, "{other}"),
            Ok(found) => {
                let mut force = leximin_by_force(&cohorts);
                let mut ours: Vec<f64> = exact(&found).into_values().collect();
                force.sort_by(f64::total_cmp);
                ours.sort_by(f64::total_cmp);
                for (a, b) in force.iter().zip(&ours) {
                    prop_assert!((a - b).abs() < 2e-5, "{force:?} {ours:?}");
                }
                prop_assert!(found.upper_bound + 1e-9 >= found.min_probability);
                prop_assert!(found.upper_bound - found.min_probability < 2e-6);
                let is_barred = |i: usize| !cohorts.iter().any(|c| c[i]);
                let all = asked.people.iter().enumerate();
                let barred = all.filter(|(i, _)| is_barred(*i)).map(|(_, p)| p.id.clone()).collect::<Vec<_>>();
                prop_assert_eq!(found.impossible.keys().cloned().collect::<Vec<_>>(), barred);
            }
        }
    }

    #[test]
    fn no_lottery_has_a_larger_product_of_chances(
        rows in prop::collection::vec((0_usize..3, 0_usize..2), 6..9),
        south in 1_u32..3,
    ) {
        let people: Vec<Person> = rows.iter().enumerate().map(|(i, (r, a))| {
            let mut p = person(&format!("p{i}"), ["South", "North", "West"][*r], "", 0, 1);
            p.values.insert("age".into(), ["young", "old"][*a].into());
            p
        }).collect();
        let goals = vec![Goal::range("region", "South", 0, south), Goal::range("age", "young", 1, 2)];
        let asked = Input { seats: 3, people, goals, ..Input::default() };
        let cohorts = all_cohorts(&asked);
        if let Ok(found) = lottery_by(&asked, Rule::Nash, 1_000, &mut |_| true) {
            let chances = exact(&found);
            let p: Vec<f64> = asked.people.iter().map(|x| chances[&x.id]).collect();
            // At the best lottery no cohort's members have inverse chances that sum to more than all people who have
            // one.
            let held = p.iter().filter(|c| **c > 1e-6).count() as f64;
            for c in &cohorts {
                let sum: f64 = c.iter().zip(&p).filter(|(yes, _)| **yes).map(|(_, c)| 1.0 / c).sum();
                prop_assert!(sum <= held * (1.0 + 1e-3), "{sum} > {held}: {p:?}");
            }
        }
    }
}

/// Who is not in the cohort.
fn others<'i>(input: &'i Input, cohort: &[String]) -> Vec<&'i str> {
    input.people.iter().map(|p| p.id.as_str()).filter(|id| cohort.iter().all(|c| c != id)).collect()
}

/// What every way of filling the open seats misses, by trying each.
fn missed_by_all(input: &Input, cohort: &[String]) -> Vec<Bound> {
    let others = others(input, cohort);
    let open = input.seats - cohort.len() as u32;
    let mut all: Option<Vec<Bound>> = None;
    for bits in (0_u32..1 << others.len()).filter(|bits| bits.count_ones() == open) {
        let mut full = cohort.to_vec();
        full.extend((0..others.len()).filter(|i| bits >> i & 1 == 1).map(|i| others[i].to_owned()));
        let misses = input.misses(&full);
        all = Some(match all {
            None => misses,
            Some(before) => before.into_iter().filter(|b| misses.contains(b)).collect(),
        });
    }
    all.unwrap_or_default()
}

/// Whether every way of filling the open seats misses one of these.
fn not_all_kept(input: &Input, cohort: &[String], bounds: &[Bound]) -> bool {
    let others = others(input, cohort);
    let open = input.seats - cohort.len() as u32;
    (0_u32..1 << others.len()).filter(|bits| bits.count_ones() == open).all(|bits| {
        let mut full = cohort.to_vec();
        full.extend((0..others.len()).filter(|i| bits >> i & 1 == 1).map(|i| others[i].to_owned()));
        input.misses(&full).iter().any(|b| bounds.contains(b))
    })
}

/// How many seats the minimums of the only field that has any still need.
fn needs(input: &Input, cohort: &[String]) -> u32 {
    let sit = |g: &Goal| {
        let has = |p: &&Person| cohort.contains(&p.id) && p.values.get(&g.field) == Some(&g.value);
        input.people.iter().filter(has).count() as u32
    };
    input.goals.iter().map(|g| g.min.saturating_sub(sit(g))).sum()
}

proptest! {
    /// A warning is never false: whoever fills the other seats, what it names is missed. And a maximum, a shared
    /// value or a field's minimums are never broken without one.
    #[test]
    fn a_warning_before_a_seat_is_true_and_none_is_left_out(
        kinds in proptest::collection::vec((0_usize..3, 0_usize..5, 0_i64..4), 10),
        (south, north, wide) in (0_u32..3, 0_u32..3, 0_u32..3),
        sit in 0_usize..4,
    ) {
        let people: Vec<Person> = kinds.iter().enumerate()
            .map(|(i, (r, o, y))| {
                person(&format!("p{i}"), ["South", "North", "West"][*r], &format!("o{o}"), 1, y * 1_000)
            })
            .collect();
        let input = Input {
            seats: 4,
            goals: vec![
                Goal::range("region", "South", south, south + wide),
                Goal::range("region", "North", north, north + 1),
            ],
            means: vec![Mean { field: "years".into(), min: 1_000, max: 2_000 }],
            one_per: vec!["org".into()],
            people,
            ..Input::default()
        };
        let cohort: Vec<String> = (0..sit).map(|i| format!("p{i}")).collect();
        let ahead = Ahead::new(&input, &cohort);
        let before = input.misses(&cohort);
        for i in sit..10 {
            let id = format!("p{i}");
            let mut then = cohort.clone();
            then.push(id.clone());
            let breaks = ahead.breaks(&id);
            let sure = missed_by_all(&input, &then);
            for b in &breaks.sure {
                prop_assert!(sure.contains(b), "{b} can be kept");
            }
            for several in &breaks.not_all {
                prop_assert!(several.len() > 1, "{several:?}");
                prop_assert!(not_all_kept(&input, &then, several), "{several:?} can be kept");
            }
            let is_short = breaks.sure.iter().chain(breaks.not_all.iter().flatten())
                .any(|b| matches!(b, Bound::AtLeast { .. }));
            if needs(&input, &cohort) <= input.seats - cohort.len() as u32
                && needs(&input, &then) > input.seats - then.len() as u32
            {
                prop_assert!(is_short, "too few seats without a warning");
            }
            for b in input.misses(&then).iter().filter(|b| matches!(b, Bound::AtMost { .. } | Bound::OnePer { .. })) {
                prop_assert!(breaks.sure.contains(b) || before.contains(b), "{b} without a warning");
            }
        }
    }
}
