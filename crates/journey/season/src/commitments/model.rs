//! What a commitment is, and when it is asked after.

use std::borrow::Borrow;

use jiff::ToSpan;
use jiff::civil::Date;

use weft_kernel::clock::Time;
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row, when};

one_of! {
    /// How it goes. None of these words is a grade.
    pub enum State in "commitment.state", "commitment_check.state", "commitment_check.was_state" {
        Open = "open",
        Adapted = "adapted",
        Kept = "kept",
        Paused = "paused",
        LetGo = "let-go",
    }
}

one_of! {
    /// Who may read it, each wider than the one before. A witness reads all but the first.
    pub enum SeenBy in "commitment.seen_by" {
        Me = "me",
        Witness = "witness",
        Team = "team",
        Cohort = "cohort",
    }
}

one_of! {
    /// How often they want to be asked.
    pub enum Rhythm in "commitment.rhythm" {
        Gathering = "gathering",
        Week = "week",
        TwoWeeks = "two-weeks",
        Month = "month",
        Never = "none",
    }
}

one_of! {
    /// What it is about, for the program's count.
    pub enum Theme in "commitment.theme" {
        Role = "role",
        Organization = "organization",
        Partners = "partners",
        Community = "community",
        Policy = "policy",
        Rest = "rest",
        Other = "other",
    }
}

one_of! {
    /// What someone answered who was asked to be a witness.
    pub enum Witnessing in "commitment_witness.state" {
        Asked = "asked",
        Yes = "yes",
        No = "no",
    }
}

/// Longest text of any field, in characters.
pub const LONGEST: usize = 500;

/// Most that someone makes in a season.
pub const MOST: i64 = 40;

/// Fewer people than this are not counted for the team.
pub const FLOOR: i64 = 5;

impl State {
    /// Whether it still goes on, so that it is asked after.
    pub fn is_active(self) -> bool {
        matches!(self, Self::Open | Self::Adapted)
    }

    /// What can be said at a check-in, in the order in which it stands there.
    pub const SAID: [Self; 5] = [Self::Open, Self::Kept, Self::Adapted, Self::Paused, Self::LetGo];
}

impl Rhythm {
    /// The day of the next check-in after one on `day`; none where the season's gatherings ask, or nobody does.
    pub fn next(self, day: Date) -> Option<Date> {
        match self {
            Self::Gathering | Self::Never => None,
            Self::Week => Some(day.saturating_add(7.days())),
            Self::TwoWeeks => Some(day.saturating_add(14.days())),
            Self::Month => Some(day.saturating_add(1.month())),
        }
    }
}

/// The moment of a check-in on a day: eight in the morning where the person is. Clocks do not change at that hour
/// anywhere; if they did, it would be the time after.
pub fn moment(day: Date, zone: &str) -> Time {
    when::first_after(day.at(8, 0, 0, 0), zone)
}

/// When the next check-in is due after `now`; none where it is over, or where nobody is asked by date.
pub fn next_at(state: State, rhythm: Rhythm, now: Time, zone: &str) -> Option<Time> {
    if !state.is_active() {
        return None;
    }
    rhythm.next(now.date_in(zone)).map(|day| moment(day, zone))
}

/// What someone typed of a commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub what: String,
    pub cue: String,
    pub by_on: Option<String>,
    pub support: String,
    pub seen_by: SeenBy,
    pub theme: Option<Theme>,
    pub rhythm: Rhythm,
    pub witness: Option<Agreement>,
}

/// Who is to be a witness, and what both agree on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    pub person: Id,
    pub missed: String,
    pub until_on: Option<String>,
}

row! {
    /// A commitment as whoever may read it sees it.
    pub struct Commitment {
        id: Id,
        person_id: Id,
        name: String,
        what: String,
        cue: String,
        by_on: Option<String>,
        support: String,
        seen_by: SeenBy,
        theme: Option<Theme>,
        state: State,
        rhythm: Rhythm,
        next_at: Option<Time>,
        is_celebrated: bool,
        made_at: Time,
        /// The last check-in, and what was learned then.
        check_id: Option<Id>,
        checked_at: Option<Time>,
        learning: Option<String>,
        witness_id: Option<Id>,
        witness_name: Option<String>,
        witnessing: Option<Witnessing>,
        missed: Option<String>,
        until_on: Option<String>,
        /// Whether the reader is in the same home team.
        is_team: bool,
    }
}

impl Commitment {
    pub fn is_of(&self, person: &Id) -> bool {
        self.person_id == *person
    }

    /// Whether someone is, or is asked to be, its witness.
    pub fn is_witnessed_by(&self, person: &Id) -> bool {
        self.witness_id.as_ref() == Some(person)
            && self.seen_by != SeenBy::Me
            && self.witnessing.is_some_and(|w| w != Witnessing::No)
    }

    /// When it is asked after, in words; empty where it is not.
    pub fn asked(&self, t: &Tr, zone: &str) -> String {
        match (self.state.is_active(), self.rhythm, self.next_at) {
            (false, ..) | (_, Rhythm::Never, _) => String::new(),
            (_, Rhythm::Gathering, _) => t.t("commitment-next-gathering"),
            (_, _, Some(at)) => t.a("commitment-next", "day", t.date(at, zone)),
            (_, _, None) => String::new(),
        }
    }
}

row! {
    /// One check-in.
    pub struct Check { id: Id, at: Time, state: State, learning: String }
}

row! {
    /// How many people made commitments, and how many of these stand how.
    pub struct Counts {
        people: i64,
        made: i64,
        open: i64,
        adapted: i64,
        kept: i64,
        paused: i64,
        let_go: i64,
    }
}

impl Counts {
    /// Whether there are enough people to say anything about them.
    pub fn is_shown(&self) -> bool {
        self.people >= FLOOR
    }

    /// How many people of the cohort made how many, in words.
    pub fn said(&self, t: &Tr, members: impl Borrow<i64>) -> String {
        let (n, people, of) = (self.made.into(), self.people.into(), (*members.borrow()).into());
        t.args("commitments-made-by", &[("n", n), ("people", people), ("of", of)])
    }

    pub fn of(&self, state: State) -> i64 {
        match state {
            State::Open => self.open,
            State::Adapted => self.adapted,
            State::Kept => self.kept,
            State::Paused => self.paused,
            State::LetGo => self.let_go,
        }
    }
}

row! {
    /// What commitments are about whose authors let that be counted.
    pub struct ThemeCount { theme: Theme, people: i64, n: i64 }
}

/// Themes with enough people, and how many commitments the others have together; none where that would single out a
/// few.
pub fn shown_themes(all: Vec<ThemeCount>) -> (Vec<ThemeCount>, Option<i64>) {
    let (shown, few): (Vec<_>, Vec<_>) = all.into_iter().partition(|c| c.people >= FLOOR);
    // A person may be in several of the few: the largest of them is how many people there are at least.
    let people = few.iter().map(|c| c.people).max().unwrap_or(0);
    let rest = few.iter().map(|c| c.n).sum();
    (shown, (people >= FLOOR).then_some(rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_month_after_the_last_of_january_is_the_last_of_february() {
        assert_eq!(Rhythm::Month.next(date(2025, 1, 31)), Some(date(2025, 2, 28)));
        assert_eq!(Rhythm::Week.next(date(2025, 3, 5)), Some(date(2025, 3, 12)));
        assert_eq!(Rhythm::Never.next(date(2025, 3, 5)), None);
    }

    #[test]
    fn what_is_over_is_not_asked_after() {
        let now = Time::parse("2025-03-06T15:00:00Z").expect("a moment");
        for state in State::ALL {
            let next = next_at(*state, Rhythm::Week, now, "America/New_York");
            assert_eq!(next.is_some(), state.is_active(), "{state}");
            assert!(next.is_none_or(|at| at > now));
        }
    }

    #[test]
    fn a_check_in_is_due_in_the_morning_also_when_the_clocks_change() {
        // March 9, 2025: New York's clocks go forward.
        let at = moment(date(2025, 3, 9), "America/New_York");
        assert_eq!(at.date_in("America/New_York"), date(2025, 3, 9));
        let at = moment(date(2025, 3, 10), "Australia/Sydney");
        assert_eq!(at.iso(), "2025-03-09T21:00:00Z");
    }

    #[test]
    fn few_people_are_not_counted_by_theme() {
        let count = |theme, people, n| ThemeCount { theme, people, n };
        let (shown, rest) = shown_themes(vec![count(Theme::Role, 6, 8), count(Theme::Rest, 2, 3)]);
        assert_eq!((shown.len(), rest), (1, None));
    }
}
