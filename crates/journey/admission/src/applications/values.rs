//! Answers to choose from, in the reader's language. Applications keep them in English.

use std::collections::BTreeMap;

use super::choices::Form;
use super::store;
use weft_kernel::db::Conn;
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_web::Result;

/// The form that a new season begins with: values that no form of the season offers are called as it calls them.
const STARTER: &str = include_str!("../call/starter.toml");

/// Values that files from elsewhere often have, in Spanish.
const USUAL: &[(&str, &str, &str)] = &[
    ("scope", "place-based", "de base local"),
    ("scope", "multi", "varios lugares"),
    ("setting", "city", "ciudad"),
    ("setting", "rural", "zona rural"),
    ("setting", "small town", "pueblo"),
    ("setting", "suburb", "zona suburbana"),
    ("setting", "suburban", "zona suburbana"),
    ("setting", "urban", "zona urbana"),
    ("body_type", "backbone organization", "organización coordinadora"),
    ("body_type", "coalition", "coalición"),
    ("body_type", "collaborative/partnership", "colaborativo o alianza"),
    ("body_type", "network", "red"),
    ("body_type", "other", "otra"),
];

/// Answers to choose from, by the typed field they fill, in one language.
#[derive(Clone, Debug, Default)]
pub struct Values(BTreeMap<(String, String), String>);

impl Values {
    /// What a stored value is called; as it stands where no form offers it, or offers it in other letters only.
    pub fn of(&self, field: &str, value: &str) -> String {
        let lower = value.to_lowercase();
        let key = (field.to_owned(), lower.clone());
        self.0.get(&key).filter(|called| called.to_lowercase() != lower).cloned().unwrap_or_else(|| value.to_owned())
    }

    /// The same for a value that may be missing.
    pub fn maybe(&self, field: &str, value: Option<&str>) -> Option<String> {
        value.map(|v| self.of(field, v))
    }

    fn add(&mut self, form: Form, lang: Lang) {
        for (field, offer) in form.offers() {
            let called = offer.words().of(lang).to_owned();
            for stored in [offer.id, offer.en] {
                self.0.entry((field.clone(), stored.to_lowercase())).or_insert_with(|| called.clone());
            }
        }
    }

    /// Those of our own form, in one language.
    ///
    /// # Panics
    /// The form in this repository is none; a test reads it.
    pub fn of_starter(lang: Lang) -> Self {
        let mut all = Self::default();
        all.add(toml::from_str(STARTER).expect("our own file is whole; a test reads it"), lang);
        if lang == Lang::Es {
            let usual = USUAL.iter().map(|(field, en, es)| (((*field).to_owned(), (*en).to_owned()), (*es).to_owned()));
            all.0.extend(usual);
        }
        all
    }
}

/// The answers that a season's forms offer, by the newest that has each, and those of our own form behind them. One
/// statement.
pub async fn values(conn: &mut Conn, season: &Id, lang: Lang) -> Result<Values> {
    let mut all = Values::default();
    for form in store::published_forms(conn, season).await? {
        all.add(form, lang);
    }
    for (key, called) in Values::of_starter(lang).0 {
        all.0.entry(key).or_insert(called);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_answer_is_called_as_the_form_calls_it() {
        let form =
            r#"{"part":[{"question":[{"goes_to":"scope","options":[{"id":"n","en":"national","es":"nacional"}]}]}]}"#;
        let mut all = Values::default();
        all.add(serde_json::from_str(form).expect("a form"), Lang::Es);
        assert_eq!(all.of("scope", "National"), "nacional");
        assert_eq!(all.of("scope", "n"), "nacional");
        assert_eq!(all.of("scope", "Elsewhere"), "Elsewhere");
        assert_eq!(all.of("region", "national"), "national");
        assert_eq!(all.maybe("scope", None), None);
    }

    #[test]
    fn our_own_values_have_names_in_both_languages() {
        let (en, es) = (Values::of_starter(Lang::En), Values::of_starter(Lang::Es));
        assert_eq!(en.of("scope", "neighborhood"), "neighborhood");
        assert_eq!(es.of("scope", "neighborhood"), "barrio");
        assert_eq!(es.of("primary_issue_area", "Housing"), "vivienda");
        assert_eq!(en.of("primary_issue_area", "Housing"), "Housing", "as it was typed");
        assert_eq!((en.of("scope", "place-based"), es.of("scope", "place-based")).1, "de base local");
    }
}
