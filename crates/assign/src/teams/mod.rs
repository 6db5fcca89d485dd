//! Who sits with whom all season: teams of nearly equal size, alike in some things and mixed in others.
//!
//! Hard rules (apart, together, nobody alone) come first, then the worst team, then the sum over all
//! teams. A local search of swaps from several seeded beginnings; the same input gives the same teams.

mod likeness;
mod spread;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use likeness::{Member, Tie, common, likeness, tie};
pub use spread::{Aim, Spread, Task, distances, even_out, spread};
use spread::{Bonds, State};

/// Hard rules by people's positions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    pub apart: Vec<(usize, usize)>,
    pub together: Vec<(usize, usize)>,
    /// Groups of whom none is the only one in a team.
    pub not_alone: Vec<BTreeSet<usize>>,
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

/// The teams, sorted by id, and how well they do.
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

/// What each pair is worth, row by row: likeness in thousandths times weight, over all wishes.
pub fn worths(members: &[Member], wishes: &[Wish]) -> Vec<f64> {
    let mut out = vec![0.0; members.len() * members.len()];
    for wish in wishes {
        for (sum, alike) in out.iter_mut().zip(likeness(members, &wish.field)) {
            *sum += (wish.weight * alike) as f64;
        }
    }
    out
}

/// Everyone who shares a value of a field, for each value that two or more share.
pub fn groups(members: &[Member], field: &str) -> BTreeMap<String, BTreeSet<usize>> {
    let mut out: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (i, m) in members.iter().enumerate() {
        for value in m.values.get(field).into_iter().flatten() {
            out.entry(value.clone()).or_default().insert(i);
        }
    }
    out.retain(|_, group| group.len() > 1);
    out
}

/// Members by id, what their pairs are worth, and the rules by position.
struct Problem {
    members: Vec<Member>,
    worth: Vec<f64>,
    rules: Rules,
    weight: f64,
}

impl Problem {
    fn new(members: &[Member], settings: &Settings) -> Self {
        let mut members = members.to_vec();
        members.sort_by(|a, b| a.id.cmp(&b.id));
        let index: BTreeMap<&str, usize> = members.iter().enumerate().map(|(i, m)| (m.id.as_str(), i)).collect();
        let pairs = |list: &[(String, String)]| {
            list.iter().filter_map(|(a, b)| Some((*index.get(a.as_str())?, *index.get(b.as_str())?))).collect()
        };
        let rules = Rules {
            apart: pairs(&settings.apart),
            together: pairs(&settings.together),
            not_alone: settings.not_alone.iter().flat_map(|field| groups(&members, field).into_values()).collect(),
        };
        let weight = settings.wishes.iter().map(|w| w.weight.abs()).sum::<i64>().max(1) as f64;
        Self { worth: worths(&members, &settings.wishes), rules, weight, members }
    }

    fn report(&self, at: Vec<usize>, teams: usize) -> Teams {
        let bonds = Bonds::new(&self.rules, at.len());
        let state = State::new(&self.worth, at, teams, &bonds);
        let names = |t: usize| {
            self.members.iter().zip(&state.at).filter(|(_, x)| **x == t).map(|(m, _)| m.id.clone()).collect()
        };
        Teams {
            teams: (0..teams).map(names).collect(),
            violations: state.violations(),
            scores: (0..teams).map(|t| (state.mean(t) / self.weight).round() as i64).collect(),
        }
    }
}

/// Forms teams; what comes first is that no team fares badly. Deterministic: beginnings are drawn from a hash of the
/// members' ids.
pub fn form(members: &[Member], settings: &Settings) -> Result<Teams, Error> {
    let problem = Problem::new(members, settings);
    let (people, teams) = (problem.members.len(), settings.teams);
    if let Some(pair) = problem.members.windows(2).find(|w| w[0].id == w[1].id) {
        return Err(Error::Twice(pair[0].id.clone()));
    }
    if teams == 0 || people < teams * 2 {
        return Err(Error::TooFew { members: people, teams });
    }
    let seed = problem.members.iter().map(|m| m.id.as_str()).collect::<Vec<_>>().join("\n");
    let effort = (2_000_000 / (people * people)).clamp(24, 400);
    let task = Task { worth: &problem.worth, people, teams, rules: &problem.rules, aim: Aim::Worst };
    let found = spread(&task, &seed, effort);
    let at = (0..people).map(|i| found.teams.iter().position(|t| t.contains(&i)).unwrap_or_default()).collect();
    Ok(problem.report(at, teams))
}

/// Judges teams that people have made by hand.
pub fn judge(members: &[Member], settings: &Settings, teams: &[Vec<String>]) -> Teams {
    let problem = Problem::new(members, settings);
    let at = problem.members.iter().map(|m| teams.iter().position(|t| t.contains(&m.id)).unwrap_or_default()).collect();
    problem.report(at, teams.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn member(id: usize, region: u8, health: u8) -> Member {
        let one = |v: u8| [v.to_string()].into();
        Member {
            id: format!("m{id:02}"),
            values: [("region".into(), one(region)), ("health".into(), one(health))].into(),
            ..Member::default()
        }
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
        let rules =
            Settings { apart: vec![("m00".into(), "m02".into())], not_alone: vec!["health".into()], ..settings(2) };
        let teams = form(&members, &rules).expect("enough people");
        assert_eq!(teams.violations, 0);
        let of = |id: &str| teams.teams.iter().position(|t| t.iter().any(|m| m == id));
        assert_ne!(of("m00"), of("m02"));
        assert_eq!(of("m00"), of("m01"));
    }

    #[test]
    fn numbers_and_weekly_hours_make_people_alike_too() {
        let of = |id: &str, years: f64, from: u32| Member {
            id: id.into(),
            numbers: [("years".into(), years)].into(),
            hours: [("hours".into(), vec![(from, from + 240)])].into(),
            ..Member::default()
        };
        let members = [of("a", 1.0, 600), of("b", 2.0, 700), of("c", 11.0, 600), of("d", 9.0, 720)];
        assert_eq!(likeness(&members, "years")[..4], [0, 900, 0, 200]);
        assert_eq!(likeness(&members, "hours")[..4], [0, 583, 1_000, 500]);
        assert_eq!(tie(&members[0], &members[3], "hours"), Some(Tie::Minutes(120)));
        let by = |field: &str, weight| Settings {
            teams: 2,
            wishes: vec![Wish { field: field.into(), weight }],
            ..Settings::default()
        };
        assert_eq!(form(&members, &by("years", 1)).expect("four").teams, [["a", "b"], ["c", "d"]]);
        assert_eq!(
            form(&members, &by("years", -1)).expect("four").scores,
            [-200, -100],
            "a with d, b with c: no pair is closer than it must be"
        );
        assert_eq!(form(&members, &by("hours", 1)).expect("four").teams, [["a", "c"], ["b", "d"]]);
    }

    proptest! {
        #[test]
        fn the_worst_of_two_teams_of_three_is_as_good_as_can_be(
            regions in prop::collection::vec(0_u8..3, 6),
            healths in prop::collection::vec(0_u8..2, 6),
        ) {
            let members: Vec<Member> = (0..6).map(|i| member(i, regions[i], healths[i])).collect();
            let wish = |field: &str, weight| Wish { field: field.into(), weight };
            let wishes = Settings { wishes: vec![wish("region", 2), wish("health", -1)], ..settings(2) };
            let best = (0..64_u32).filter(|s| s.count_ones() == 3).map(|s| {
                let is_in = |i: &usize| s >> i & 1 == 1;
                let side = |yes: bool| {
                    (0..6).filter(|i| is_in(i) == yes).map(|i| members[i].id.clone()).collect::<Vec<_>>()
                };
                judge(&members, &wishes, &[side(true), side(false)]).scores.into_iter().min()
            }).max().flatten();
            prop_assert_eq!(form(&members, &wishes).expect("six").scores.into_iter().min(), best);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn everyone_has_one_team_and_sizes_differ_by_one(n in 4_usize..18, teams in 1_usize..5, seed in any::<u64>()) {
            prop_assume!(n >= teams * 2);
            let facts = |i: usize| ((seed >> i) as u8 % 3, (seed >> (i * 2 % 60)) as u8 % 2);
            let members: Vec<Member> = (0..n).map(|i| member(i, facts(i).0, facts(i).1)).collect();
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
