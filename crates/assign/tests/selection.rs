//! Stories of selection: goals that can be met, goals that cannot, and records that anyone can check.

use std::collections::BTreeMap;

use proptest::prelude::*;
use weft_assign::selection::{Bound, Error, Goal, Input, Mean, Person, Transcript, VerifyError, lottery, propose};

fn person(id: &str, region: &str, org: &str, score: i64, years: i64) -> Person {
    Person { id: id.into(), score: Some(score), values: [("region".into(), region.into()), ("org".into(), org.into())].into(), numbers: [("years".into(), years)].into() }
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
    let mut eased = asked.clone();
    for change in &conflict.relaxations {
        if let Bound::AtLeast { value, .. } = &change.bound {
            eased.goals.iter_mut().filter(|g| &g.value == value).for_each(|g| g.min = change.to as u32);
        }
    }
    assert!(propose(&eased).is_ok(), "{conflict:?}");
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
        let people = rows.iter().enumerate().map(|(i, (r, o, s, y))| person(&format!("p{i}"), ["South", "North", "West"][*r], &format!("o{o}"), *s, y * 500)).collect();
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
