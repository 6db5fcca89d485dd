//! A pulse, and what may be said of its answers.

use serde::{Deserialize, Serialize};
use weft_assign::evidence::{Cell, shown};

pub use weft_kernel::anonymous::SETTLED_AFTER;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::row;

/// How much something weighs, from not at all to more than one can carry.
pub const LEVELS: [&str; 5] = ["none", "little", "some", "much", "most"];
/// Fewest answers of which anything is said: what weighs on people is said of a whole season or not at all.
pub const FEWEST: usize = 11;
/// Fewest people a shown number, and what is left of the total, may speak of.
const FLOOR: u64 = 5;
/// Fewest texts that are shown: fewer would be known by their voice.
pub const FEWEST_WORDS: usize = 5;

row! {
    /// Questions that were asked, how many answers are written, and whether the reader is marked as having given one.
    pub struct Pulse { id: Id, stressors: String, opened_at: Time, closes_at: Time, said: i64, is_said: bool }
}

impl Pulse {
    pub fn stressors(&self) -> Vec<&str> {
        self.stressors.lines().map(str::trim).filter(|l| !l.is_empty()).collect()
    }

    pub fn is_open(&self, now: &Time) -> bool {
        *now < self.closes_at
    }

    /// Whether all answers are written that ever will be.
    pub fn is_settled(&self, now: &Time) -> bool {
        *now >= self.closes_at.plus_seconds(SETTLED_AFTER)
    }
}

/// An answer that is nobody's: levels in the order of the stressors, separated by commas.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Answer {
    pub levels: String,
    pub words: String,
}

/// One stressor: how many said that it weighs much or most, out of how many; nothing where that would say too much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight {
    pub stressor: String,
    pub of: usize,
    pub much: Option<usize>,
}

/// What may be said: weights for the whole season, and the texts in no order. Nothing below [`FEWEST`] answers.
pub fn totals(stressors: &[&str], answers: &[Answer]) -> Option<(Vec<Weight>, Vec<String>)> {
    if answers.len() < FEWEST {
        return None;
    }
    let weights = stressors
        .iter()
        .enumerate()
        .map(|(i, stressor)| {
            let levels: Vec<usize> = answers
                .iter()
                .filter_map(|a| a.levels.split(',').nth(i)?.parse().ok())
                .filter(|l| *l < LEVELS.len())
                .collect();
            let much = levels.iter().filter(|l| **l >= 3).count();
            let cells =
                [Cell { count: much as u64, agreed: 0 }, Cell { count: (levels.len() - much) as u64, agreed: 0 }];
            let is_shown = levels.len() >= FEWEST && shown(&cells, FLOOR, false).into_iter().all(|s| s);
            Weight { stressor: (*stressor).to_owned(), of: levels.len(), much: is_shown.then_some(much) }
        })
        .collect();
    let mut words: Vec<String> = answers.iter().map(|a| a.words.trim().to_owned()).filter(|w| !w.is_empty()).collect();
    if words.len() < FEWEST_WORDS {
        words.clear();
    }
    // The order of the alphabet is nobody's.
    words.sort();
    Some((weights, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(heavy: usize, light: usize, words: usize) -> Vec<Answer> {
        (0..heavy + light)
            .map(|i| Answer {
                levels: if i < heavy { "4,0" } else { "1,0" }.into(),
                words: if i < words { format!("w{}", 9 - i % 10) } else { String::new() },
            })
            .collect()
    }

    #[test]
    fn nothing_is_said_of_few() {
        assert_eq!(totals(&["Money"], &answers(5, 5, 10)), None);
        let much = |heavy, light| totals(&["Money"], &answers(heavy, light, 0)).expect("enough").0[0].much;
        assert_eq!(much(6, 5), Some(6));
        assert_eq!(much(7, 4), None, "four would be known who do not");
        assert_eq!(much(4, 7), None);
        assert_eq!(much(0, 11), None, "that nobody is burdened says something of everyone");
        assert_eq!(much(11, 0), None);
    }

    #[test]
    fn words_are_shown_from_five_on_and_in_nobodys_order() {
        assert!(totals(&[], &answers(6, 6, 4)).expect("enough").1.is_empty());
        assert_eq!(totals(&[], &answers(6, 6, 5)).expect("enough").1, ["w5", "w6", "w7", "w8", "w9"]);
    }

    proptest::proptest! {
        #[test]
        fn no_shown_number_speaks_of_fewer_than_five(heavy in 0_usize..40, light in 0_usize..40) {
            if let Some((weights, _)) = totals(&["A", "B"], &answers(heavy, light, 0)) {
                for w in weights {
                    if let Some(much) = w.much {
                        proptest::prop_assert!(much >= 5 && w.of - much >= 5 && w.of >= FEWEST);
                    }
                }
            }
        }
    }
}
