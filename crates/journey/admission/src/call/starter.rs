//! The form a new call begins with: what most programs of this kind ask, to be changed as one likes.

use super::model::{CallForm, Offered};
use weft_kernel::i18n::Words;
use weft_kernel::plain::norm;

const TEXT: &str = include_str!("starter.toml");

pub fn form() -> CallForm {
    toml::from_str(TEXT).expect("our own file is whole; a test reads it")
}

/// The same with the program's own issue areas and role levels as choices. A word keeps its star where the glossary
/// explains it; `terms` are in lower case.
pub fn form_with(issue_areas: &[String], role_levels: &[String], terms: &[String]) -> CallForm {
    let mut form: CallForm =
        toml::from_str(&explained(TEXT, terms)).expect("our own file is whole, with or without its stars");
    for q in form.parts.iter_mut().flat_map(|p| &mut p.questions) {
        let list = match q.goes_to.as_str() {
            "primary_issue_area" | "other_issue_areas" => issue_areas,
            "role_level" => role_levels,
            _ => continue,
        };
        if list.len() > 1 {
            q.options = list
                .iter()
                .map(|v| {
                    q.options.iter().find(|o| norm(&o.en) == norm(v)).map_or_else(
                        || Offered::new(Words { en: v.clone(), es: v.clone() }),
                        |o| Offered { id: o.id.clone(), words: Words { en: v.clone(), es: cased_like(v, &o.es) } },
                    )
                })
                .collect();
        }
    }
    form
}

/// A text that begins with a capital where another one does.
fn cased_like(other: &str, text: &str) -> String {
    let mut letters = text.chars();
    match letters.next().filter(|_| other.starts_with(char::is_uppercase)) {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => text.to_owned(),
    }
}

/// A text without the stars of words that are not among the terms.
fn explained(text: &str, terms: &[String]) -> String {
    let keeps = |word: &str| {
        let term = word.trim_matches(|c: char| !(c.is_alphanumeric() || c == '*' || c == '-'));
        term.strip_suffix('*').is_none_or(|t| terms.contains(&t.to_lowercase()))
    };
    text.split_inclusive(char::is_whitespace)
        .map(|word| if keeps(word) { word.to_owned() } else { word.replace('*', "") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_programs_own_values_are_shown_as_they_were_typed() {
        let form = form_with(&["Housing".into(), "Arte".into()], &[], &[]);
        let q = form.questions().find(|q| q.goes_to == "primary_issue_area").expect("asked");
        let shown: Vec<(&str, &str, &str)> =
            q.options.iter().map(|o| (o.id.as_str(), o.en.as_str(), o.es.as_str())).collect();
        assert_eq!(shown, [("housing", "Housing", "Vivienda"), ("Arte", "Arte", "Arte")]);
    }

    #[test]
    fn a_star_stands_only_where_the_glossary_explains_it() {
        assert_eq!(
            explained("a place-based* backbone*: \"b*\"", &["backbone".into()]),
            "a place-based backbone*: \"b\""
        );
        let all = |terms: &[String]| serde_json::to_string(&form_with(&[], &[], terms)).expect("writes");
        assert!(!all(&[]).contains('*'));
        let one = all(&["place-based".into()]);
        assert!(one.contains("place-based*") && !one.contains("backbone*"), "{one}");
    }
}
