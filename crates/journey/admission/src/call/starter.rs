//! The form a new call begins with: what most programs of this kind ask, to be changed as one likes.

use super::model::{CallForm, Offered};
use weft_kernel::i18n::Words;

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
                    q.options
                        .iter()
                        .find(|o| o.en.eq_ignore_ascii_case(v))
                        .cloned()
                        .unwrap_or_else(|| Offered::new(Words { en: v.clone(), es: v.clone() }))
                })
                .collect();
        }
    }
    form
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
