//! Reads the files of a house as someone does who has copied them again and again: `SQLite`'s write-ahead log commit by
//! commit, each state of the two lists, and what the states tell of who said what.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions as _, Row as _};

use super::Actor;

/// One state of the files: who is marked as having answered, and the answers, each list in the order in which its rows
/// lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    pub marks: Vec<String>,
    pub answers: Vec<String>,
}

fn number(bytes: &[u8], at: usize) -> usize {
    u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes")) as usize
}

/// The data file as it was after each commit in a log: <https://www.sqlite.org/fileformat2.html#the_write_ahead_log>.
pub fn replay(base: &[u8], log: &[u8]) -> Vec<Vec<u8>> {
    let mut states = Vec::new();
    if log.len() < 32 {
        return states;
    }
    assert!(number(log, 0) & !1 == 0x377f_0682, "this is a log");
    let (page, salts) = (number(log, 8), &log[16..24]);
    let mut file = base.to_vec();
    for frame in log[32..].chunks_exact(24 + page) {
        if &frame[8..16] != salts {
            break;
        }
        let (at, size) = ((number(frame, 0) - 1) * page, number(frame, 4));
        if file.len() < at + page {
            file.resize(at + page, 0);
        }
        file[at..at + page].copy_from_slice(&frame[24..]);
        if size > 0 {
            file.resize(size * page, 0);
            states.push(file.clone());
        }
    }
    states
}

pub async fn open(path: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(path).immutable(true).connect().await.expect("opens")
}

/// Both lists in a data file, under the names they have here or had before.
pub async fn state(path: &Path) -> State {
    let mut conn = open(path).await;
    let (has,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM sqlite_master WHERE name = 'anonymous_mark'")
        .fetch_one(&mut conn)
        .await
        .expect("counts");
    let (marks, answers) = if has > 0 {
        ("SELECT person_id FROM anonymous_mark ORDER BY rowid", "SELECT answer FROM anonymous_answer ORDER BY rowid")
    } else {
        ("SELECT person_id FROM pulse_said ORDER BY rowid", "SELECT words FROM pulse_answer ORDER BY rowid")
    };
    let marks: Vec<(String,)> = sqlx::query_as(marks).fetch_all(&mut conn).await.expect("reads");
    let answers: Vec<(String,)> = sqlx::query_as(answers).fetch_all(&mut conn).await.expect("reads");
    State {
        marks: marks.into_iter().map(|(m,)| m).collect(),
        answers: answers.into_iter().map(|(a,)| voice(&a)).collect(),
    }
}

/// The recognizable part of an answer.
pub fn voice(text: &str) -> String {
    let at = text.find("voice-").unwrap_or_else(|| panic!("no voice in {text}"));
    text[at..at + 8].to_owned()
}

/// Every row of every table as text, by the table's name.
pub async fn rows(path: &Path) -> Vec<(String, String)> {
    let mut conn = open(path).await;
    let tables: Vec<(String,)> = sqlx::query_as("SELECT name FROM sqlite_master WHERE type = 'table'")
        .fetch_all(&mut conn)
        .await
        .expect("reads");
    let mut out = Vec::new();
    for (table,) in tables {
        let text = sqlx::AssertSqlSafe(format!("SELECT * FROM \"{table}\""));
        for row in sqlx::query(text).fetch_all(&mut conn).await.expect("reads") {
            let cells: Vec<String> = (0..row.len()).filter_map(|i| row.try_get::<String, _>(i).ok()).collect();
            out.push((table.clone(), cells.join("\u{1f}")));
        }
    }
    out
}

/// The best chance anyone has, from these states, to name the answer of each person: between any two states, whoever
/// was newly marked gave one of the answers that are new. Nothing where the files tell nothing.
pub fn chances(states: &[State], truth: &BTreeMap<String, String>) -> BTreeMap<String, f64> {
    let sets: Vec<(BTreeSet<&String>, BTreeSet<&String>)> =
        states.iter().map(|s| (s.marks.iter().collect(), s.answers.iter().collect())).collect();
    let mut best = BTreeMap::new();
    for (at, (before_marks, before_answers)) in sets.iter().enumerate() {
        for (marks, answers) in &sets[at + 1..] {
            let people: Vec<&String> = marks.difference(before_marks).copied().collect();
            let new: BTreeSet<&String> = answers.difference(before_answers).copied().collect();
            let chance = 1.0 / people.len().max(new.len()).max(1) as f64;
            for person in people {
                if truth.get(person).is_some_and(|answer| new.contains(answer)) {
                    let known = best.entry(person.clone()).or_insert(0.0);
                    *known = f64::max(*known, chance);
                }
            }
        }
    }
    best
}

/// How many answers lie beside their writers when the two lists are laid side by side: about one by chance.
pub fn side_by_side(state: &State, truth: &BTreeMap<String, String>) -> usize {
    state.marks.iter().zip(&state.answers).filter(|(person, answer)| truth.get(*person) == Some(answer)).count()
}

/// Answers that can be told apart.
pub fn voices(n: usize) -> Vec<String> {
    (0..n).map(|i| format!("voice-{i:02}")).collect()
}

/// Whose answer is whose, by the person's id.
pub fn truth(all: &[Actor<'_>], voices: &[String]) -> BTreeMap<String, String> {
    all.iter().zip(voices).map(|(a, v)| (a.id.as_ref().expect("a person").to_string(), v.clone())).collect()
}

/// States without repetitions.
pub fn distinct(mut states: Vec<State>) -> Vec<State> {
    states.dedup();
    states
}

/// Holds what an attacker finds in states to at best one in five for each person, and lists that tell nothing by their
/// order.
pub fn hold(what: &str, states: Vec<State>, truth: &BTreeMap<String, String>, answered: usize) {
    let states = distinct(states);
    let chances = chances(&states, truth);
    let tied = chances.values().filter(|c| **c > 0.2 + f64::EPSILON).count();
    assert_eq!(tied, 0, "{what}: {tied} of {answered} answers are tied to fewer than five people: {chances:?}");
    for state in states {
        let beside = side_by_side(&state, truth);
        assert!(beside < 8, "{what}: {beside} of {} answers lie beside their writers", state.answers.len());
    }
}
