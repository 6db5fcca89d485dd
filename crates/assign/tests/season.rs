//! The published instances, where they are at hand: optimum values proved elsewhere, with other software.

use std::collections::BTreeMap;
use std::path::Path;

use weft_assign::selection::{Goal, Input, Person, lottery};

fn instance(name: &str, seats: u32) -> Option<Input> {
    let folder = Path::new("../../../shared/data/selection").join(name);
    let rows = |file: &str| -> Option<Vec<Vec<String>>> {
        let text = std::fs::read_to_string(folder.join(file)).ok()?;
        Some(text.lines().map(|l| l.split(',').map(str::to_owned).collect()).collect())
    };
    let (people, goals) = (rows("respondents.csv")?, rows("categories.csv")?);
    let header = &people[0];
    let person = |r: &Vec<String>| -> Person {
        let values: BTreeMap<String, String> =
            header.iter().zip(r).skip(1).map(|(h, v)| (h.clone(), v.clone())).collect();
        Person { id: r[0].clone(), values, ..Person::default() }
    };
    let number = |text: &str| text.parse().expect("a quota");
    Some(Input {
        seats,
        people: people[1..].iter().map(person).collect(),
        goals: goals[1..].iter().map(|g| Goal::range(&g[0], &g[1], number(&g[2]), number(&g[3]))).collect(),
        ..Input::default()
    })
}

#[test]
fn the_least_chance_equals_the_known_optimum() {
    for (name, seats, optimum) in
        [("synth175_20", 20, 0.060_606), ("sf_fixture_22", 22, 0.090_909), ("diversimax_wide_60", 60, 0.186_047)]
    {
        let Some(input) = instance(name, seats) else {
            println!("{name}: the shared data is not here, nothing was checked");
            continue;
        };
        let found = lottery(&input, 1_000).expect("feasible");
        assert!((found.min_probability - optimum).abs() < 2e-6, "{name}: {}", found.min_probability);
    }
}
