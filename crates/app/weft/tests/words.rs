//! Columns that hold one of a few words: the schema and the slices name the same ones, and no statement asks for
//! another.

use crate::common;

use std::collections::BTreeSet;

use common::sources::{Words, of_the_schema, quoted, statements};
use weft::app::parts::PARTS;

#[test]
fn slices_declare_the_words_that_the_schema_takes() {
    let mut declared = Words::new();
    for set in PARTS.iter().flat_map(|p| p.one_of) {
        for column in set.columns {
            let words: BTreeSet<String> = set.words.iter().map(|w| (*w).to_owned()).collect();
            assert_eq!(words.len(), set.words.len(), "{column}: a word stands twice");
            assert!(declared.insert((*column).to_owned(), words).is_none(), "{column} is declared twice");
        }
    }
    assert!(declared.contains_key("role.role"));
    assert_eq!(of_the_schema(), declared);
}

/// The words that a statement compares columns with, or sets them to: table or its other name, column, words.
fn asked_for(text: &str) -> Vec<(String, String, BTreeSet<String>)> {
    let mut out = Vec::new();
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (at, _) in line.match_indices('\'') {
        let before = line[..at].trim_end();
        let (before, words) = if let Some(before) = before.strip_suffix("IN (") {
            (before.trim_end().trim_end_matches("NOT").trim_end(), line[at..].split(')').next().unwrap_or_default())
        } else if let Some(before) = before.strip_suffix("<>").or_else(|| before.strip_suffix('=')) {
            (before.trim_end(), line[at..].split_inclusive('\'').take(2).last().unwrap_or_default())
        } else {
            continue;
        };
        let words = if words.contains('\'') && !words.starts_with('\'') { format!("'{words}") } else { words.into() };
        let named: String =
            before.chars().rev().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '.')).collect();
        let named: String = named.chars().rev().collect();
        let (table, column) = named.split_once('.').unwrap_or(("", &named));
        out.push((table.to_owned(), column.to_owned(), quoted(&words)));
    }
    out
}

/// The tables of a statement by the names they go by there.
fn tables(text: &str) -> BTreeSet<(String, String)> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty()).collect();
    let mut out = BTreeSet::new();
    for at in words.windows(3).filter(|w| matches!(w[0], "FROM" | "JOIN" | "UPDATE" | "INTO")) {
        out.insert((at[1].to_owned(), at[1].to_owned()));
        out.insert((at[2].to_owned(), at[1].to_owned()));
    }
    out
}

/// Words that a statement asks a column for which it never holds.
fn never_held(text: &str, known: &Words) -> Vec<String> {
    let tables = tables(text);
    let mut faults = Vec::new();
    for (name, column, words) in asked_for(text) {
        let of = tables.iter().filter(|(alias, _)| name.is_empty() || *alias == name);
        let may: Vec<&BTreeSet<String>> = of.filter_map(|(_, table)| known.get(&format!("{table}.{column}"))).collect();
        if may.is_empty() {
            continue;
        }
        for word in words.iter().filter(|w| !may.iter().any(|set| set.contains(*w))) {
            faults.push(format!("{column} is never {word:?}"));
        }
    }
    faults
}

#[test]
fn no_statement_asks_for_a_word_that_its_column_never_holds() {
    let known = of_the_schema();
    let mut faults = Vec::new();
    let mut seen = 0;
    for (file, text) in statements() {
        seen += asked_for(&text).len();
        faults.extend(never_held(&text, &known).into_iter().map(|f| format!("{file}: {f}\n  {text}")));
    }
    assert!(seen > 200, "{seen} comparisons");
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn a_word_that_its_column_never_holds_is_found() {
    let known = Words::from([("role.role".to_owned(), quoted("'owner', 'funder'"))]);
    let found = |text: &str| never_held(text, &known);
    assert_eq!(found("SELECT 1 FROM role r WHERE r.role = 'funder'"), Vec::<String>::new());
    assert_eq!(
        found("SELECT 1 FROM role r WHERE r.role NOT IN ('owner', 'funder-viewer')"),
        ["role is never \"funder-viewer\""]
    );
    assert_eq!(found("UPDATE role SET role = 'owners' WHERE id = $1"), ["role is never \"owners\""]);
    assert_eq!(found("SELECT 1 FROM person p WHERE p.role = 'anything'"), Vec::<String>::new());
}
