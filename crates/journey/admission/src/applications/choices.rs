//! Several choices in one cell. Form tools put commas or semicolons between them, and a choice may hold a comma itself:
//! choices that are known are found before the text is cut.

use std::collections::{BTreeMap, BTreeSet};

use weft_kernel::i18n::Words;
use weft_kernel::plain::{norm, norm_words};

/// The choices of a cell, in their order, each once. `known` are choices that may hold a comma.
pub fn split<'t>(cell: &'t str, known: &[String]) -> Vec<&'t str> {
    let mut out: Vec<&str> = Vec::new();
    let mut take = |choice: &'t str| {
        if !choice.is_empty() && !out.contains(&choice) {
            out.push(choice);
        }
    };
    if cell.contains(['|', ';', '\n']) {
        cell.split(['|', ';', '\n']).map(str::trim).for_each(take);
        return out;
    }
    let known: Vec<String> = known.iter().filter(|k| k.contains(',')).map(|k| norm(k)).collect();
    let ends: Vec<usize> = cell.match_indices(',').map(|(at, _)| at).chain([cell.len()]).collect();
    let (mut from, mut next) = (0, 0);
    while next < ends.len() {
        let is_known = |end: &usize| known.contains(&norm(&cell[from..*end]));
        let longest = (next..ends.len()).rev().find(|i| is_known(&ends[*i])).unwrap_or(next);
        take(cell[from..ends[longest]].trim());
        from = (ends[longest] + 1).min(cell.len());
        next = longest + 1;
    }
    out
}

/// What a call's form says about the choices of its questions; the rest of it belongs to the call.
#[derive(serde::Deserialize)]
pub struct Form {
    #[serde(default, rename = "part")]
    parts: Vec<Part>,
}

impl Form {
    /// Every answer that can be chosen, with the typed field it fills.
    pub fn offers(self) -> impl Iterator<Item = (String, Offer)> {
        let questions = self.parts.into_iter().flat_map(|p| p.questions);
        questions.flat_map(|q| q.options.into_iter().map(move |o| (q.goes_to.clone(), o)))
    }
}

#[derive(serde::Deserialize)]
struct Part {
    #[serde(default, rename = "question")]
    questions: Vec<Question>,
}

#[derive(serde::Deserialize)]
struct Question {
    #[serde(default)]
    goes_to: String,
    #[serde(default)]
    options: Vec<Offer>,
}

/// An answer to choose.
#[derive(serde::Deserialize)]
pub struct Offer {
    #[serde(default)]
    pub id: String,
    #[serde(default)]
    pub en: String,
    #[serde(default)]
    pub es: String,
}

impl Offer {
    pub fn words(&self) -> Words {
        Words { en: self.en.clone(), es: self.es.clone() }
    }
}

/// Choices that a call's form offers where issue areas are asked, in both languages.
///
/// # Errors
/// The text is no form.
pub fn offered(form: &str) -> serde_json::Result<Vec<String>> {
    let form: Form = serde_json::from_str(form)?;
    let asked = form.offers().filter(|(to, _)| ["primary_issue_area", "other_issue_areas"].contains(&to.as_str()));
    Ok(asked.flat_map(|(_, o)| [o.en, o.es]).filter(|text| !text.is_empty()).collect())
}

/// Every choice that a call's form offers: the typed field it fills, and the words that are stored.
///
/// # Errors
/// The text is no form.
pub fn stored(form: &str) -> serde_json::Result<Vec<(String, String)>> {
    let form: Form = serde_json::from_str(form)?;
    Ok(form.offers().map(|(to, o)| (to, o.en)).filter(|(_, en)| !en.is_empty()).collect())
}

/// Values that a program knows, by field. A value that is the same but for capitals and accents is taken for one.
#[derive(Debug, Default)]
pub struct Known {
    exact: BTreeSet<(&'static str, String)>,
    by_letters: BTreeMap<(&'static str, String), String>,
}

/// Fields whose values are known.
const LISTED: [&str; 6] = ["region", "scope", "setting", "body_type", "role_level", "primary_issue_area"];

impl Known {
    /// One more value of a field; the first of several that are alike is what others are taken for.
    pub fn add(&mut self, field: &str, value: &str) {
        let field = match field {
            "other_issue_areas" | "issue_area" => "primary_issue_area",
            other => other,
        };
        let Some(field) = LISTED.into_iter().find(|f| *f == field) else { return };
        // A star marks a word that the glossary explains.
        if value.contains('*') {
            return;
        }
        self.exact.insert((field, value.to_owned()));
        self.by_letters.entry((field, norm_words(value))).or_insert_with(|| value.to_owned());
    }

    /// As which known value one is meant that is none itself.
    pub fn meant(&self, field: &'static str, value: &str) -> Option<&str> {
        if self.exact.contains(&(field, value.to_owned())) {
            return None;
        }
        self.by_letters.get(&(field, norm_words(value))).map(String::as_str)
    }

    pub fn fields() -> [&'static str; 6] {
        LISTED
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_choices_of_a_form_are_known_in_both_languages() {
        let form = r#"{"intro":{"en":"x"},"part":[{"title":{"en":"You"},"question":[
            {"id":"a","kind":"choices","goes_to":"other_issue_areas",
             "options":[{"id":"h","en":"Homes, land","es":"Casas, tierra"},{"id":"w","en":"Water"}]},
            {"id":"b","kind":"choice","goes_to":"scope","options":[{"id":"s","en":"State, tribal"}]}]}]}"#;
        assert_eq!(offered(form).expect("a form"), ["Homes, land", "Casas, tierra", "Water"]);
        assert!(offered("[").is_err());
    }

    #[test]
    fn a_value_in_other_letters_is_taken_for_the_one_that_is_known() {
        let mut known = Known::default();
        known.add("issue_area", "Housing");
        known.add("other_issue_areas", "Educación");
        known.add("issue_area", "HOUSING");
        assert_eq!(known.meant("primary_issue_area", "housing"), Some("Housing"));
        assert_eq!(known.meant("primary_issue_area", "HOUSING"), None, "known itself");
        assert_eq!(known.meant("primary_issue_area", "educacion"), Some("Educación"));
        assert_eq!(known.meant("scope", "housing"), None, "of another field");
        assert_eq!(known.meant("primary_issue_area", "Housing (rural)"), None);
    }

    #[test]
    fn a_known_choice_with_commas_stays_whole() {
        let known = ["Housing, homelessness, and shelter".to_owned(), "Health".to_owned()];
        assert_eq!(
            split("Health, housing, homelessness, and shelter, Land", &known),
            ["Health", "housing, homelessness, and shelter", "Land"]
        );
        assert_eq!(split("Health; Land, water;", &known), ["Health", "Land, water"]);
        assert_eq!(split("Health,Land, Health", &[]), ["Health", "Land"]);
        assert_eq!(split("", &known), Vec::<&str>::new());
    }
}
