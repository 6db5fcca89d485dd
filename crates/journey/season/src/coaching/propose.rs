//! A proposal of who coaches whom: everyone without a coach gets one who has room, who speaks their language, and whom
//! they wished for, with loads even. Nobody gets a coach they would rather not have, or one they had. The lead changes
//! it as they like, and nothing is paired until they say so.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Coach, Counted, Wish};
use weft_assign::pairing;
use weft_kernel::ids::Id;

/// What it costs when the two share no language: more than any wish and any load, so that it is done only where nobody
/// else has room.
const NO_LANGUAGE: u32 = 10_000;

/// What it costs not to be wished for: more than a load that is not even.
const NOT_WISHED: u32 = 100;

/// What proposals go by beside coaches and members: who had whom before, and what members said, by member and coach.
#[derive(Default)]
pub struct Known {
    pub had: BTreeSet<(Id, Id)>,
    pub wishes: BTreeMap<(Id, Id), Wish>,
    /// What the lead chose already, by member; it stays, and takes its room.
    pub chosen: BTreeMap<Id, Id>,
}

/// Whom to pair: member and coach. Whoever gets none is not among them. The same for the same people, each time.
pub fn propose(counted: &[Counted], coaches: &[Coach], known: &Known, seed: &str) -> BTreeMap<Id, Id> {
    let is_open = |c: &&Counted| c.pair_id.is_none() && !known.chosen.contains_key(&c.member_id);
    let without: Vec<&Counted> = counted.iter().filter(is_open).collect();
    let needs = vec![1; without.len()];
    let chosen = |c: &Coach| known.chosen.values().filter(|id| **id == c.person_id).count() as i64;
    let most: Vec<u32> = coaches.iter().map(|c| u32::try_from(c.room() - chosen(c)).unwrap_or(0)).collect();
    let cost = |l: usize, r: usize| {
        let (member, coach) = (without[l], &coaches[r]);
        let key = (member.member_id.clone(), coach.person_id.clone());
        let wish = known.wishes.get(&key);
        let is_same = member.member_id == coach.person_id;
        if is_same || coach.room() == 0 || wish == Some(&Wish::Avoid) || known.had.contains(&key) {
            return None;
        }
        let speaks = if member.language == "es" { coach.speaks_es } else { coach.speaks_en };
        let load = u32::try_from(coach.has + chosen(coach)).unwrap_or(0);
        let wished = wish == Some(&Wish::Like);
        Some(load + if speaks { 0 } else { NO_LANGUAGE } + if wished { 0 } else { NOT_WISHED })
    };
    let found = pairing::pair(&needs, &most, 1, seed, cost);
    let of = |(l, r): (usize, usize)| (without[l].member_id.clone(), coaches[r].person_id.clone());
    found.pairs.into_iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(kind: &str, n: usize) -> Id {
        Id::stored(format!("{kind}{n:02}"))
    }

    fn member(n: usize, language: &str) -> Counted {
        Counted {
            member_id: id("m", n),
            name: String::new(),
            language: language.into(),
            pair_id: None,
            coach_id: None,
            coach_name: None,
            member_signed_at: None,
            coach_signed_at: None,
            program_signed_at: None,
            changes: 0,
            granted: 0,
            booked: 0,
            waiting: 0,
            held: 0,
            missed: 0,
            late: 0,
            left_over: 0,
        }
    }

    fn coach(n: usize, (en, es): (bool, bool), (most, has): (i64, i64)) -> Coach {
        Coach {
            person_id: id("c", n),
            name: String::new(),
            is_ready: true,
            certified_by: String::new(),
            level: String::new(),
            number: String::new(),
            expires_on: None,
            speaks_en: en,
            speaks_es: es,
            languages: String::new(),
            approach: String::new(),
            most,
            has,
            has_hours: true,
            shows_photo: false,
            photo: None,
        }
    }

    #[test]
    fn a_language_comes_before_a_wish_and_a_wish_before_an_even_load() {
        let coaches = [coach(0, (true, false), (6, 0)), coach(1, (true, true), (6, 4))];
        let members = [member(0, "en"), member(1, "es"), member(2, "en")];
        let mut known = Known::default();
        known.wishes.insert((id("m", 1), id("c", 0)), Wish::Like);
        known.wishes.insert((id("m", 2), id("c", 1)), Wish::Like);
        let found = propose(&members, &coaches, &known, "s");
        let of = |n: usize| found[&id("m", n)].clone();
        assert_eq!((of(0), of(1), of(2)), (id("c", 0), id("c", 1), id("c", 1)));
    }

    #[test]
    fn whom_someone_avoids_or_had_is_not_proposed_even_if_nobody_else_is_there() {
        let coaches = [coach(0, (true, true), (6, 0))];
        let members = [member(0, "en"), member(1, "en"), member(2, "en")];
        let mut known = Known::default();
        known.wishes.insert((id("m", 0), id("c", 0)), Wish::Avoid);
        known.had.insert((id("m", 1), id("c", 0)));
        let found = propose(&members, &coaches, &known, "s");
        assert_eq!(found.into_keys().collect::<Vec<_>>(), [id("m", 2)]);
    }

    proptest! {
        /// Nobody has more than they take, nobody is avoided, and nobody is left out who could be paired.
        #[test]
        fn a_proposal_keeps_to_room_and_wishes_and_leaves_nobody_out_for_nothing(
            languages in prop::collection::vec(any::<bool>(), 0..16),
            rooms in prop::collection::vec((0_i64..5, 0_i64..4, any::<bool>(), any::<bool>()), 0..5),
            wishes in prop::collection::vec((0_usize..16, 0_usize..5, any::<bool>()), 0..24),
        ) {
            let members: Vec<Counted> =
                languages.iter().enumerate().map(|(n, es)| member(n, if *es { "es" } else { "en" })).collect();
            let coaches: Vec<Coach> =
                rooms.iter().enumerate().map(|(n, (most, has, en, es))| coach(n, (*en, *es), (*most, *has))).collect();
            let mut known = Known::default();
            for (m, c, like) in wishes {
                known.wishes.insert((id("m", m), id("c", c)), if like { Wish::Like } else { Wish::Avoid });
            }
            let found = propose(&members, &coaches, &known, "s");
            prop_assert_eq!(&found, &propose(&members, &coaches, &known, "s"));
            for c in &coaches {
                let n = found.values().filter(|x| **x == c.person_id).count() as i64;
                prop_assert!(n <= c.room());
            }
            for (m, c) in &found {
                prop_assert_ne!(known.wishes.get(&(m.clone(), c.clone())), Some(&Wish::Avoid));
            }
            for m in members.iter().filter(|m| !found.contains_key(&m.member_id)) {
                for c in &coaches {
                    let n = found.values().filter(|x| **x == c.person_id).count() as i64;
                    let key = (m.member_id.clone(), c.person_id.clone());
                    prop_assert!(n == c.room() || known.wishes.get(&key) == Some(&Wish::Avoid));
                }
            }
        }
    }
}
