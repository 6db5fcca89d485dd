//! What members say of coaching, as the program reads it: themes they share, and answers without names. A number is
//! shown only where neither those it speaks of nor the others are few.

use std::borrow::Borrow;

use serde::{Deserialize, Serialize};

use weft_kernel::anonymous::SETTLED_AFTER;
use weft_kernel::clock::Time;
use weft_kernel::i18n::{Lang, Moment, Tr};
use weft_kernel::ids::Id;
use weft_kernel::row;

/// Fewest people of whom anything is shown, and whose changes are counted at once.
pub const FEWEST: i64 = 5;

/// Fewest people a shown number, and what is left of the total, may speak of.
pub const FLOOR: i64 = 3;

/// Fewest texts that are shown: fewer would be known by their voice.
const FEWEST_WORDS: usize = 5;

/// How often members are asked in a season.
pub const MOST_ROUNDS: i64 = 3;

/// How many themes a season offers, and the longest name of one, in characters.
pub const MOST_THEMES: usize = 20;
pub const LONGEST_THEME: usize = 80;

/// Longest comment, in characters.
pub const LONGEST_WORDS: usize = 600;

/// The questions, each answered from 1 to 5.
pub const QUESTIONS: [&str; 2] = ["useful", "honest"];

/// A number as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Fewer than [`FLOOR`], perhaps nobody.
    Few,
    Exactly(i64),
    /// All, or all but fewer than [`FLOOR`].
    Most,
}

impl Shown {
    /// `n` people of `of`; nothing where there are fewer than [`FEWEST`] in all.
    pub fn of(n: i64, of: i64) -> Option<Self> {
        if of < FEWEST {
            None
        } else if n < FLOOR {
            Some(Self::Few)
        } else if of - n < FLOOR {
            Some(Self::Most)
        } else {
            Some(Self::Exactly(n))
        }
    }

    /// In words: “4 of 9”, “Fewer than 3 of 9”, “7 or more of 9”.
    pub fn text(self, t: impl Borrow<Tr>, of: i64) -> String {
        let t = t.borrow();
        match self {
            Self::Few => t.a2("coaching-heard-few", "n", FLOOR, "of", of),
            Self::Exactly(n) => t.a2("coaching-heard-n", "n", n, "of", of),
            Self::Most => t.a2("coaching-heard-most", "n", of - FLOOR + 1, "of", of),
        }
    }
}

row! {
    /// A theme, and how many of those who were counted last chose it.
    pub struct Theme { id: Id, name_en: String, name_es: String, is_offered: bool, chosen: i64 }
}

impl Theme {
    /// In the reader's language.
    pub fn name(&self, t: impl Borrow<Tr>) -> &str {
        if t.borrow().0 == Lang::Es { &self.name_es } else { &self.name_en }
    }
}

/// The themes that someone shares.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked(pub Vec<Id>);

impl Picked {
    /// As it is sealed.
    pub fn line(&self) -> String {
        self.0.iter().map(Id::as_str).collect::<Vec<_>>().join(" ")
    }

    pub fn parse(line: &str) -> Self {
        Self(line.split_whitespace().filter_map(Id::parse).collect())
    }
}

/// Whether people are counted again: enough of them are new, or enough took theirs back. What a new count adds or takes
/// is then never of fewer.
pub fn is_due(new: i64, gone: i64) -> bool {
    new >= FEWEST || gone >= FEWEST
}

row! {
    /// A time at which members are asked, how many answers are written, and whether the reader is marked as having
    /// given one.
    pub struct Round { id: Id, opened_at: Time, closes_at: Time, said: i64, is_said: bool }
}

impl Round {
    pub fn is_open(&self, now: impl Moment) -> bool {
        now.time() < self.closes_at
    }

    /// Whether all answers are written that ever will be.
    pub fn is_settled(&self, now: impl Moment) -> bool {
        now.time() >= self.closes_at.plus_seconds(SETTLED_AFTER)
    }
}

/// An answer that is nobody's: to each question 1 to 5, or nothing.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Answer {
    pub levels: Vec<Option<u8>>,
    pub words: String,
}

/// What is said of one question: how many answered it, and how many with 4 or 5.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    pub question: &'static str,
    pub of: i64,
    pub high: Option<Shown>,
}

/// What may be said of a round: a number for each question, and the texts in no order. Nothing of fewer than
/// [`FEWEST`] answers. Only one number for each: a second one, and the first and the total would tell a third.
pub fn totals(answers: &[Answer]) -> Option<(Vec<Level>, Vec<String>)> {
    if (answers.len() as i64) < FEWEST {
        return None;
    }
    let level = |(n, question): (usize, &&'static str)| {
        let given: Vec<u8> = answers.iter().filter_map(|a| a.levels.get(n).copied().flatten()).collect();
        let (of, high) = (given.len() as i64, given.iter().filter(|l| **l >= 4).count() as i64);
        Level { question, of, high: Shown::of(high, of) }
    };
    let mut words: Vec<String> = answers.iter().map(|a| a.words.trim().to_owned()).filter(|w| !w.is_empty()).collect();
    if words.len() < FEWEST_WORDS {
        words.clear();
    }
    // The order of the alphabet is nobody's.
    words.sort();
    Some((QUESTIONS.iter().enumerate().map(level).collect(), words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn answers(high: usize, low: usize, words: usize) -> Vec<Answer> {
        (0..high + low)
            .map(|i| Answer {
                levels: vec![Some(if i < high { 5 } else { 2 }), None],
                words: if i < words { format!("w{}", 9 - i % 10) } else { String::new() },
            })
            .collect()
    }

    #[test]
    fn few_are_not_told_apart_from_nobody_nor_most_from_everybody() {
        assert_eq!(Shown::of(2, 4), None);
        for (n, of, shown) in [
            (0, 5, Shown::Few),
            (2, 5, Shown::Few),
            (3, 5, Shown::Most),
            (5, 5, Shown::Most),
            (3, 6, Shown::Exactly(3)),
            (4, 6, Shown::Most),
            (9, 12, Shown::Exactly(9)),
            (10, 12, Shown::Most),
        ] {
            assert_eq!(Shown::of(n, of), Some(shown), "{n} of {of}");
        }
    }

    #[test]
    fn nothing_is_said_of_four_and_words_need_five() {
        assert_eq!(totals(&answers(2, 2, 4)), None);
        let (levels, words) = totals(&answers(4, 3, 4)).expect("enough");
        assert_eq!((levels[0].of, levels[0].high), (7, Some(Shown::Exactly(4))));
        assert_eq!((levels[1].of, levels[1].high, words.len()), (0, None, 0));
        let (_, words) = totals(&answers(4, 3, 5)).expect("enough");
        assert_eq!(words, ["w5", "w6", "w7", "w8", "w9"]);
    }

    proptest! {
        /// Whoever reads what is shown, and knows the total, is left with at least three numbers, or with one of which
        /// three people and three others are.
        #[test]
        fn no_shown_number_speaks_of_few_by_itself_or_by_subtraction(of in 0_i64..60, n in 0_i64..60) {
            prop_assume!(n <= of);
            let Some(shown) = Shown::of(n, of) else { return Ok(()); };
            let alike: Vec<i64> = (0..=of).filter(|m| Shown::of(*m, of) == Some(shown)).collect();
            match shown {
                Shown::Exactly(x) => prop_assert!(x == n && n >= FLOOR && of - n >= FLOOR),
                _ => prop_assert!(alike.len() >= FLOOR as usize && alike.contains(&n)),
            }
        }
    }
}
