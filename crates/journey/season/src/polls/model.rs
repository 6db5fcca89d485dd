//! What a poll of times is, how its times are told, and which of them comes first.

use std::cmp::Reverse;

use jiff::civil::DateTime;

use weft_kernel::clock::Time;
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row, when};

one_of! {
    /// Whether someone can come at a time.
    pub enum Say in "poll_answer.answer" {
        Yes = "yes",
        IfNeeded = "if-needed",
        No = "no",
    }
}

/// Most times that a poll has.
pub const MOST_TIMES: usize = 20;

/// Most polls that a home team answers at the same time.
pub const MOST_POLLS: i64 = 10;

/// How often the time of a meeting is chosen, the first time among them.
pub const MOST_CHANGES: i64 = 8;

/// Longest title and longest place, in characters.
pub const LONGEST_TITLE: usize = 120;
pub const LONGEST_PLACE: usize = 500;

/// One time of a draft: wall time, and the moment it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    pub starts: DateTime,
    pub starts_at: Time,
}

/// A poll as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub team: Id,
    pub title: String,
    pub minutes: i64,
    pub place: String,
    pub zone: String,
    /// The last day to answer, and its end.
    pub answer_by: Option<(String, Time)>,
    /// In the order of their moments, each once.
    pub slots: Vec<Slot>,
}

/// How far a poll is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// People answer.
    Open,
    /// All its times have passed, and none was chosen.
    Over,
    /// A time was chosen that lies ahead.
    Settled,
    /// The meeting has begun, or is behind.
    Met,
    Canceled,
}

row! {
    /// A poll as those who may read it see it.
    pub struct Poll {
        id: Id,
        season_slug: String,
        program_name: String,
        team_id: Id,
        team_name: String,
        maker_id: Option<Id>,
        maker_name: Option<String>,
        title: String,
        minutes: i64,
        place: String,
        zone: String,
        answer_by_on: Option<String>,
        answer_by_at: Option<Time>,
        made_at: Time,
        last_at: Time,
        /// The time that was chosen.
        option_id: Option<Id>,
        starts_at: Option<Time>,
        starts_local: Option<String>,
        sequence: i64,
        by_name: Option<String>,
        settled_at: Option<Time>,
        canceled_at: Option<Time>,
        /// How many are in the team, and how many of them have answered.
        people: i64,
        answered: i64,
        /// Whether the reader is in the team, and has answered.
        is_member: bool,
        is_answered: bool,
    }
}

impl Poll {
    pub fn stage(&self, now: Time) -> Stage {
        match (self.canceled_at, self.starts_at) {
            (Some(_), _) => Stage::Canceled,
            (None, Some(at)) if at > now => Stage::Settled,
            (None, Some(_)) => Stage::Met,
            (None, None) if self.last_at > now => Stage::Open,
            (None, None) => Stage::Over,
        }
    }

    /// What it is about. Whoever is erased takes their words along.
    pub fn name(&self, t: &Tr) -> String {
        if self.title.is_empty() { t.t("poll-untitled") } else { self.title.clone() }
    }

    pub fn path(&self) -> String {
        format!("/s/{}/times/{}", self.season_slug, self.id)
    }

    /// `Tue, Mar 18, 2025, 4:00–5:00 p.m. Eastern Time (ET)`: a time by the clock it was written for.
    pub fn time(&self, t: &Tr, at: &Time) -> String {
        let hours = when::hours(*t, *at, self.minutes, &self.zone);
        format!("{}, {hours}", when::short_day(*t, when::wall(*at, &self.zone).date()))
    }

    /// The same by the reader's clock, where that shows another.
    pub fn yours(&self, t: &Tr, at: &Time, own: Option<&String>) -> Option<String> {
        let there = when::elsewhere(*t, *at, self.minutes, &self.zone, own?)?;
        Some(t.a("poll-yours", "hours", there))
    }

    /// Whether where they meet is a link alone.
    pub fn is_link(&self) -> bool {
        weft_web::is_link(&self.place)
    }

    pub fn is_of(&self, person: &Id) -> bool {
        self.maker_id.as_ref() == Some(person)
    }
}

row! {
    /// One of its times.
    pub struct Moment { id: Id, starts_at: Time }
}

row! {
    /// What someone of the team answered to a time.
    pub struct Given { option_id: Id, person_id: Id, name: String, answer: Say }
}

/// A time with everyone's answers.
#[derive(Clone, Debug)]
pub struct Choice {
    pub id: Id,
    pub starts_at: Time,
    /// Names, in the order of names.
    pub yes: Vec<String>,
    pub if_needed: Vec<String>,
    pub no: Vec<String>,
    /// What the reader answered.
    pub mine: Option<Say>,
}

/// Where a time stands among the others, the least first.
type Rank = (bool, bool, Reverse<usize>, usize, Reverse<usize>, Time);

impl Choice {
    pub fn of(&self, say: Say) -> &[String] {
        match say {
            Say::Yes => &self.yes,
            Say::IfNeeded => &self.if_needed,
            Say::No => &self.no,
        }
    }

    /// Whether everyone who answered said no.
    pub fn is_hopeless(&self) -> bool {
        self.yes.is_empty() && self.if_needed.is_empty() && !self.no.is_empty()
    }

    /// What has passed comes last, and before it what everyone said no to. Of the others: most yes, fewest no, most
    /// if need be, the earliest.
    fn rank(&self, now: Time) -> Rank {
        let (yes, if_needed, no) = (self.yes.len(), self.if_needed.len(), self.no.len());
        (self.starts_at <= now, self.is_hopeless(), Reverse(yes), no, Reverse(if_needed), self.starts_at)
    }
}

/// The times of a poll with their answers, the best first. Both lists are of one poll; answers are in the order of
/// names.
pub fn ranked(moments: Vec<Moment>, given: &[Given], reader: &Id, now: Time) -> Vec<Choice> {
    let mut all: Vec<Choice> = moments
        .into_iter()
        .map(|m| {
            let of = |say: Say| -> Vec<String> {
                let is_it = |g: &&Given| g.option_id == m.id && g.answer == say;
                given.iter().filter(is_it).map(|g| g.name.clone()).collect()
            };
            let mine = given.iter().find(|g| g.option_id == m.id && g.person_id == *reader).map(|g| g.answer);
            let (yes, if_needed, no) = (of(Say::Yes), of(Say::IfNeeded), of(Say::No));
            Choice { id: m.id, starts_at: m.starts_at, yes, if_needed, no, mine }
        })
        .collect();
    all.sort_by_key(|c| c.rank(now));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(n: usize) -> Id {
        Id::stored(format!("o{n}"))
    }

    /// Six people's answers to each time: 0 yes, 1 if need be, 2 no, 3 none.
    fn choices(answers: &[Vec<u8>], order: &[usize], now: Time) -> Vec<Choice> {
        let moments = order.iter().map(|n| Moment { id: id(*n), starts_at: Time(*n as i64 + 1) }).collect();
        let given: Vec<Given> = answers
            .iter()
            .enumerate()
            .flat_map(|(n, of)| {
                of.iter().enumerate().filter(|(_, a)| **a < 3).map(move |(p, a)| Given {
                    option_id: id(n),
                    person_id: Id::stored(format!("p{p}")),
                    name: format!("P{p}"),
                    answer: Say::ALL[usize::from(*a)],
                })
            })
            .collect();
        ranked(moments, &given, &Id::stored("p0".into()), now)
    }

    proptest! {
        #[test]
        fn the_best_time_is_first_whatever_order_they_came_in(
            answers in prop::collection::vec(prop::collection::vec(0u8..4, 6), 1..12),
            turn in 0usize..12,
            past in 0i64..4,
        ) {
            let now = Time(past);
            let straight: Vec<usize> = (0..answers.len()).collect();
            let mut turned = straight.clone();
            turned.rotate_left(turn % answers.len());
            turned.reverse();
            let found = choices(&answers, &straight, now);
            let ids = |all: &[Choice]| all.iter().map(|c| c.id.clone()).collect::<Vec<_>>();
            prop_assert_eq!(ids(&found), ids(&choices(&answers, &turned, now)));
            for pair in found.windows(2) {
                let (a, b) = (&pair[0], &pair[1]);
                // Nothing that has passed, and nothing that everyone said no to, stands before what can be.
                prop_assert!(a.starts_at > now || b.starts_at <= now);
                if (a.starts_at > now) != (b.starts_at > now) {
                    continue;
                }
                prop_assert!(!a.is_hopeless() || b.is_hopeless());
                if a.is_hopeless() == b.is_hopeless() {
                    prop_assert!(a.yes.len() >= b.yes.len());
                    if a.yes.len() == b.yes.len() {
                        prop_assert!(a.no.len() <= b.no.len());
                        if a.no.len() == b.no.len() {
                            prop_assert!(a.if_needed.len() >= b.if_needed.len());
                            prop_assert!(a.if_needed.len() > b.if_needed.len() || a.starts_at < b.starts_at);
                        }
                    }
                }
            }
            // Each answer is counted once.
            let said: usize = found.iter().map(|c| c.yes.len() + c.if_needed.len() + c.no.len()).sum();
            prop_assert_eq!(said, answers.iter().flatten().filter(|a| **a < 3).count());
        }
    }

    #[test]
    fn a_time_without_answers_is_not_one_that_everyone_said_no_to() {
        let all = choices(&[vec![2, 2, 3], vec![3, 3, 3]], &[0, 1], Time(0));
        assert_eq!((all[0].id.clone(), all[0].is_hopeless()), (id(1), false));
        assert!(all[1].is_hopeless());
    }
}
