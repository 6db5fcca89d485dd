//! The curriculum of a season: what its program wants to answer, by which approaches, in which gathering; and where
//! that has gaps.

use std::collections::BTreeSet;

use super::acts::record;
use super::rules::RunGathering;
use super::store::curriculum as store;
use crate::library::rules::KeepLibrary;
use crate::library::store as library;
use weft_kernel::Kernel;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::events::{self, Event};
use weft_kernel::ids::Id;
use weft_kernel::row;
use weft_programs::rules::SeeSeason;
use weft_web::Result;

row! { pub struct Line { need: String, approach: String } }

row! {
    /// A gathering as a column.
    pub struct Column {
        id: Id,
        number: i64,
        title_en: String,
        title_es: String,
        starts_at: Option<weft_kernel::clock::Time>,
    }
}

/// Needs, approaches, gatherings, and what goes with what.
#[derive(Debug, Default)]
pub struct Curriculum {
    pub lines: Vec<Line>,
    pub columns: Vec<Column>,
    /// Gathering and approach.
    pub marks: BTreeSet<(String, String)>,
    /// Each skill of the program, with the gatherings whose cards touch it.
    pub skills: Vec<(String, BTreeSet<i64>)>,
}

/// The whole in four statements. What is called off is left out.
pub async fn of_season(conn: &mut Conn, permit: &SeeSeason) -> Result<Curriculum> {
    let lines = store::lines(conn, permit).await?;
    let columns = store::columns(conn, permit).await?;
    let marks = store::marks(conn, permit).await?;
    let mut skills: Vec<(String, BTreeSet<i64>)> = Vec::new();
    for (skill, number) in store::skills(conn, permit).await? {
        if skills.last().is_none_or(|(s, _)| *s != skill) {
            skills.push((skill, BTreeSet::new()));
        }
        if let (Some((_, all)), Some(n)) = (skills.last_mut(), number) {
            all.insert(n);
        }
    }
    Ok(Curriculum { lines, columns, marks: marks.into_iter().collect(), skills })
}

impl Curriculum {
    /// Needs in their order, each with its approaches.
    pub fn needs(&self) -> Vec<(&str, Vec<&str>)> {
        let mut all: Vec<(&str, Vec<&str>)> = Vec::new();
        for l in &self.lines {
            match all.iter_mut().find(|(n, _)| *n == l.need) {
                Some((_, approaches)) => approaches.push(&l.approach),
                None => all.push((&l.need, vec![&l.approach])),
            }
        }
        all
    }

    /// Every approach once, in order.
    pub fn approaches(&self) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::new();
        for l in &self.lines {
            if !all.contains(&l.approach.as_str()) {
                all.push(&l.approach);
            }
        }
        all
    }

    /// Whether an approach stands under this need first: there its marks are set, once.
    pub fn is_first(&self, need: &str, approach: &str) -> bool {
        self.lines.iter().find(|l| l.approach == approach).is_some_and(|l| l.need == need)
    }

    pub fn is_in(&self, column: &Column, approach: &str) -> bool {
        self.marks.contains(&(column.id.to_string(), approach.to_owned()))
    }

    pub fn count(&self, approach: &str) -> usize {
        self.columns.iter().filter(|c| self.is_in(c, approach)).count()
    }

    /// Needs that no gathering answers.
    pub fn open_needs(&self) -> Vec<&str> {
        self.needs()
            .into_iter()
            .filter(|(_, approaches)| approaches.iter().all(|a| self.count(a) == 0))
            .map(|(n, _)| n)
            .collect()
    }

    /// Approaches that no gathering uses, but whose need another approach answers.
    pub fn unused(&self) -> Vec<&str> {
        let open: BTreeSet<&str> = self.open_needs().into_iter().collect();
        self.approaches()
            .into_iter()
            .filter(|a| {
                self.count(a) == 0 && self.lines.iter().any(|l| l.approach == **a && !open.contains(l.need.as_str()))
            })
            .collect()
    }

    /// Gatherings that work with none of them.
    pub fn bare(&self) -> Vec<&Column> {
        let approaches = self.approaches();
        self.columns.iter().filter(|c| !approaches.iter().any(|a| self.is_in(c, a))).collect()
    }

    pub fn untouched(&self) -> Vec<&str> {
        self.skills.iter().filter(|(_, in_)| in_.is_empty()).map(|(s, _)| s.as_str()).collect()
    }
}

/// Reads lines of `Need: approach; approach`. The error is the line that has no approach.
pub fn parse(text: &str) -> Result<Vec<(String, String)>, String> {
    let mut out: Vec<(String, String)> = Vec::new();
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let (need, approaches) = line.split_once(':').ok_or_else(|| line.to_owned())?;
        let mut list = approaches.split(';').map(str::trim).filter(|a| !a.is_empty()).peekable();
        if need.trim().is_empty() || list.peek().is_none() {
            return Err(line.to_owned());
        }
        for a in list {
            let pair = (need.trim().to_owned(), a.to_owned());
            if !out.contains(&pair) {
                out.push(pair);
            }
        }
    }
    Ok(out)
}

/// What the program wants to answer, anew.
pub async fn set_lines(
    kernel: &Kernel,
    permit: &KeepLibrary,
    actor: Option<&Id>,
    lines: &[(String, String)],
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::replace_lines(&mut tx, permit, lines).await?;
    record(kernel, &mut tx, actor, "curriculum.changed", permit.program(), permit.season()).await?;
    Ok(tx.commit().await?)
}

/// Which gathering works with which approach, anew for all of the season's.
pub async fn set_marks(
    kernel: &Kernel,
    permit: &RunGathering,
    actor: Option<&Id>,
    marks: &[(i64, String)],
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let season = permit.season();
    store::replace_marks(&mut tx, permit, marks).await?;
    record(kernel, &mut tx, actor, "curriculum.changed", season, season).await?;
    Ok(tx.commit().await?)
}

/// The cards a gathering works with, in this order.
pub async fn set_cards(
    kernel: &Kernel,
    permit: &RunGathering,
    keep: &KeepLibrary,
    actor: Option<&Id>,
    gathering: &Id,
    cards: &[i64],
) -> Result<()> {
    let mut tx: Tx = kernel.db.begin().await?;
    library::set_of_gathering(&mut tx, keep, gathering, cards).await?;
    let event = Event {
        actor,
        verb: "gathering.cards",
        subject: gathering,
        season: Some(permit.season()),
        detail: Some(cards.len().to_string()),
    };
    events::record(kernel, &mut tx, event).await?;
    Ok(tx.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_name_a_need_and_its_approaches() {
        let lines = parse("Isolation: home teams; peer consult\n\n Identity : retreat;retreat;\n").expect("readable");
        let pairs: Vec<(&str, &str)> = lines.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(pairs, [("Isolation", "home teams"), ("Isolation", "peer consult"), ("Identity", "retreat")]);
        for wrong in ["No colon", "Need:", ": approach", "Need: ;"] {
            assert_eq!(parse(wrong), Err(wrong.to_owned()));
        }
    }

    #[test]
    fn gaps_are_needs_approaches_gatherings_and_skills() {
        let line = |n: &str, a: &str| Line { need: n.into(), approach: a.into() };
        let column = |i: &str, number| Column {
            id: Id::stored(i.to_owned()),
            number,
            title_en: String::new(),
            title_es: String::new(),
            starts_at: None,
        };
        let c = Curriculum {
            lines: vec![line("N1", "a"), line("N1", "b"), line("N2", "c"), line("N3", "a")],
            columns: vec![column("x", 1), column("y", 2)],
            marks: [("x".to_owned(), "a".to_owned())].into(),
            skills: vec![("s1".into(), [1].into()), ("s2".into(), BTreeSet::new())],
        };
        assert_eq!(c.open_needs(), ["N2"]);
        assert_eq!(c.unused(), ["b"], "c is named with its need");
        assert_eq!(c.bare().iter().map(|c| c.number).collect::<Vec<_>>(), [2]);
        assert_eq!(c.untouched(), ["s2"]);
        assert_eq!(c.approaches(), ["a", "b", "c"]);
    }
}
