//! Values that a lead counts as one, such as “Housing” and “housing”. Otherwise values are exact.

use std::collections::BTreeMap;

use super::model::Candidate;

/// By field and value: as what it is counted.
pub struct Merges(BTreeMap<(String, String), String>);

impl Merges {
    pub fn new(all: Vec<(String, String, String)>) -> Self {
        Self(all.into_iter().map(|(field, value, counted_as)| ((field, value), counted_as)).collect())
    }

    /// As what a value is counted: itself, unless a lead said otherwise.
    pub fn one(&self, field: &str, value: &mut Option<String>) {
        let Some(text) = value else { return };
        if let Some(counted_as) = self.0.get(&(field.to_owned(), text.clone())) {
            text.clone_from(counted_as);
        }
    }

    pub fn apply(&self, c: &mut Candidate) {
        if self.0.is_empty() {
            return;
        }
        for (field, value) in [
            ("region", &mut c.region),
            ("scope", &mut c.scope),
            ("setting", &mut c.setting),
            ("body_type", &mut c.body_type),
            ("role_level", &mut c.role_level),
            ("primary_issue_area", &mut c.primary_issue_area),
            ("health_focus", &mut c.health_focus),
        ] {
            self.one(field, value);
        }
    }
}

/// The fields whose values can be merged.
pub const FIELDS: [&str; 7] =
    ["region", "scope", "setting", "body_type", "role_level", "primary_issue_area", "health_focus"];

/// What two values have in common that differ only in case, accents, signs or a number in parentheses at their end.
pub fn likeness(value: &str) -> String {
    let bare = value
        .trim()
        .strip_suffix(')')
        .and_then(|v| v.rsplit_once('('))
        .filter(|(_, n)| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()));
    weft_kernel::plain::norm(bare.map_or(value, |(name, _)| name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_exact_and_merged_only_where_meant() {
        assert_eq!(likeness("Housing (14)"), likeness("housing (2)"));
        assert_eq!(likeness("Housing"), likeness(" HOUSING "));
        assert_ne!(likeness("Housing (rural)"), likeness("Housing"));
        let merges = Merges::new(vec![("region".into(), "south".into(), "South".into())]);
        let mut value = Some("south".to_owned());
        merges.one("scope", &mut value);
        assert_eq!(value.as_deref(), Some("south"), "of another field");
        merges.one("region", &mut value);
        assert_eq!(value.as_deref(), Some("South"));
    }
}
