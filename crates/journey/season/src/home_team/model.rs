//! What a team agreed on, how two who write at once keep both texts, and who came.

use std::collections::BTreeMap;

use weft_kernel::clock::Time;
use weft_kernel::i18n::{Tr, Words};
use weft_kernel::ids::Id;
use weft_kernel::seal::Seal;
use weft_kernel::{Kernel, row};

/// What a team is asked about how it works together, in this order.
pub const PROMPTS: [&str; 6] = ["meet", "private", "absent", "hard", "time", "change"];

/// Longest answer to one of them, in characters.
pub const LONGEST: usize = 1_500;

/// Most versions of one agreement.
pub const MOST_VERSIONS: i64 = 200;

/// Days after which what an ended team agreed on is deleted: until then its end can be a mistake.
pub const ENDED_DAYS: i64 = 30;

/// Where the answers are sealed.
const WORDS: &str = "team_agreement.words_sealed";

/// What stands between answers that are sealed as one: the separator of units, which nobody types.
const BETWEEN: char = '\u{1f}';

/// A team's answers, one for each of [`PROMPTS`]. Any may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(pub [String; PROMPTS.len()]);

impl Answers {
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(String::is_empty)
    }

    pub fn seal(&self, kernel: &Kernel, id: &Id) -> String {
        let plain = self.0.each_ref().map(|a| a.replace(BETWEEN, " "));
        kernel.seal.seal(&kernel.rng, WORDS, id.as_str(), &plain.join(&BETWEEN.to_string()))
    }

    pub(super) fn open(seal: &Seal, id: &Id, sealed: &str) -> Option<Self> {
        let text = seal.open(WORDS, id.as_str(), sealed)?;
        let mut parts = text.split(BETWEEN).map(str::to_owned);
        Some(Self(std::array::from_fn(|_| parts.next().unwrap_or_default())))
    }
}

/// What comes of saving answers that began from an older version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Merged {
    /// They say what is there.
    Same,
    /// Each prompt was changed by one of the two at most.
    New(Answers),
    /// Both changed these prompts, by their number: there the writer's words stand, elsewhere what is newest.
    Both(Answers, Vec<usize>),
}

/// Brings together what someone wrote, beginning from `base`, with what stands there now.
pub fn merge(base: &Answers, now: &Answers, mine: &Answers) -> Merged {
    let mut both = Vec::new();
    let merged = std::array::from_fn(|i| {
        let (base, now, mine) = (&base.0[i], &now.0[i], &mine.0[i]);
        if mine != now && mine != base && now != base {
            both.push(i);
        }
        if mine == base { now.clone() } else { mine.clone() }
    });
    let merged = Answers(merged);
    match both.is_empty() {
        false => Merged::Both(merged, both),
        true if merged == *now => Merged::Same,
        true => Merged::New(merged),
    }
}

row! {
    /// One's home team.
    pub struct Team { id: Id, name: String, position: i64, people: i64 }
}

row! {
    /// A version of what a team agreed on.
    pub struct Version {
        id: Id,
        version: i64,
        words_sealed: String,
        writer_id: Option<Id>,
        writer: Option<String>,
        at: Time,
        /// How many of the team as it is now agreed to it, and whether the reader did.
        yes: i64,
        is_mine: bool,
    }
}

impl Version {
    /// The answers; nothing where the site's key was replaced.
    pub fn answers(&self, seal: &Seal) -> Option<Answers> {
        Answers::open(seal, &self.id, &self.words_sealed)
    }
}

row! {
    /// Someone of the team who missed a gathering, and what is known of catching up.
    pub struct Missed {
        number: i64,
        gathering_id: Id,
        title_en: String,
        title_es: String,
        starts_at: Time,
        person_id: Id,
        name: String,
    }
}

row! {
    /// Who caught up on a gathering with whom.
    pub struct CaughtUp {
        number: i64,
        title_en: String,
        title_es: String,
        starts_at: Time,
        person_id: Id,
        name: String,
        mate_id: Option<Id>,
        mate: Option<String>,
        on_day: String,
    }
}

row! {
    /// Someone of the team who was at a gathering.
    pub struct There { gathering_id: Id, person_id: Id, name: String }
}

macro_rules! titled {
    ($($t:ty),*) => {$(impl $t {
        pub fn title(&self, t: &Tr) -> String {
            Words { en: self.title_en.clone(), es: self.title_es.clone() }.said(t).to_owned()
        }
    })*};
}

titled!(Missed, CaughtUp, Turnout);

impl CaughtUp {
    pub fn is_of(&self, person: &Id) -> bool {
        self.person_id == *person || self.mate_id.as_ref() == Some(person)
    }

    pub fn with(&self, t: &Tr) -> String {
        self.mate.clone().unwrap_or_else(|| t.t("consult-someone"))
    }
}

row! {
    /// How many of a team came to a gathering, of how many, and how many of the others caught up. Without a team,
    /// those who are in none now.
    pub struct Turnout {
        gathering_id: Id,
        number: i64,
        title_en: String,
        title_es: String,
        starts_at: Time,
        team_id: Option<Id>,
        people: i64,
        came: i64,
        caught_up: i64,
    }
}

row! {
    /// A team for those who lead and facilitate: whether it has an agreement, and how many agreed to the newest
    /// version.
    pub struct TeamLine {
        id: Id,
        name: String,
        position: i64,
        people: i64,
        version: Option<i64>,
        yes: i64,
    }
}

/// Present, of how many, and caught up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub people: i64,
    pub came: i64,
    pub caught_up: i64,
}

impl Count {
    fn add(&mut self, of: Self) {
        self.people += of.people;
        self.came += of.came;
        self.caught_up += of.caught_up;
    }
}

/// Gatherings by team, with totals that add up.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Each gathering, with one count for each team and, last, for those in no team.
    pub rows: Vec<(Turnout, Vec<Count>, Count)>,
    pub totals: Vec<Count>,
    pub total: Count,
}

impl Table {
    /// Rows as the store has them, for these teams in their order.
    pub fn of(teams: &[TeamLine], all: &[Turnout]) -> Self {
        let column: BTreeMap<&Id, usize> = teams.iter().enumerate().map(|(i, t)| (&t.id, i)).collect();
        let mut table = Self { totals: vec![Count::default(); teams.len() + 1], ..Self::default() };
        for x in all {
            if table.rows.last().is_none_or(|(g, ..)| g.gathering_id != x.gathering_id) {
                table.rows.push((x.clone(), vec![Count::default(); teams.len() + 1], Count::default()));
            }
            let at = x.team_id.as_ref().and_then(|id| column.get(id)).copied().unwrap_or(teams.len());
            let count = Count { people: x.people, came: x.came, caught_up: x.caught_up };
            if let Some((_, counts, sum)) = table.rows.last_mut() {
                counts[at].add(count);
                sum.add(count);
            }
            table.totals[at].add(count);
            table.total.add(count);
        }
        table
    }

    /// Whether anyone who is counted is in no team.
    pub fn has_others(&self) -> bool {
        self.totals.last().is_some_and(|c| c.people > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(texts: [&str; 6]) -> Answers {
        Answers(texts.map(str::to_owned))
    }

    /// Every combination of three words for base, now and mine, prompt by prompt.
    #[test]
    fn nothing_that_anyone_wrote_is_lost() {
        let words = ["", "a", "b", "c"];
        for base in words {
            for now in words {
                for mine in words {
                    let of = |w: &str| answers([w, "same", "", "", "", "same"]);
                    match merge(&of(base), &of(now), &of(mine)) {
                        Merged::Same => assert!(mine == now || mine == base),
                        Merged::New(a) => {
                            assert_eq!(a.0[0], if mine == base { now } else { mine });
                            assert!(now == base || mine == base || mine == now, "{base} {now} {mine}");
                            assert_ne!(a, of(now));
                        }
                        Merged::Both(a, at) => {
                            assert!(mine != now && now != base && mine != base);
                            assert_eq!((a.0[0].as_str(), at), (mine, vec![0]));
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn two_who_change_different_prompts_keep_both() {
        let base = answers(["Mondays", "All of it", "", "", "", ""]);
        let now = answers(["Tuesdays", "All of it", "", "", "", ""]);
        let mine = answers(["Mondays", "All of it", "We text", "", "", ""]);
        let both = answers(["Tuesdays", "All of it", "We text", "", "", ""]);
        assert_eq!(merge(&base, &now, &mine), Merged::New(both.clone()));
        // Saved again, it says what is there.
        assert_eq!(merge(&base, &both, &mine), Merged::Same);
    }

    #[test]
    fn totals_add_up_across_and_down() {
        let id = |s: &str| Id::stored(s.to_owned());
        let team = |s: &str| TeamLine { id: id(s), name: s.to_owned(), position: 0, people: 5, version: None, yes: 0 };
        let row = |g: &str, t: Option<&str>, people, came, caught_up| Turnout {
            gathering_id: id(g),
            number: 1,
            title_en: String::new(),
            title_es: String::new(),
            starts_at: Time(0),
            team_id: t.map(id),
            people,
            came,
            caught_up,
        };
        let all = [
            row("1", Some("a"), 5, 4, 1),
            row("1", Some("b"), 4, 4, 0),
            row("1", None, 2, 1, 0),
            row("2", Some("b"), 4, 2, 1),
            row("2", Some("gone"), 1, 0, 0),
        ];
        let table = Table::of(&[team("a"), team("b")], &all);
        assert_eq!(table.rows.len(), 2);
        for (_, counts, sum) in &table.rows {
            let mut across = Count::default();
            for c in counts {
                across.add(*c);
            }
            assert_eq!(across, *sum);
        }
        let mut down = Count::default();
        for c in &table.totals {
            down.add(*c);
        }
        assert_eq!(down, table.total);
        assert_eq!(table.total, Count { people: 16, came: 11, caught_up: 2 });
        assert!(table.has_others());
    }
}
