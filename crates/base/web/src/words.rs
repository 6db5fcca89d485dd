//! Names that stand in data, in words.

use weft_kernel::i18n::Tr;

/// A field's name for people.
pub fn field(t: Tr, name: &str) -> String {
    let key = format!("field-{}", name.replace('_', "-"));
    if t.has(&key) { t.t(&key) } else { name.replace('_', " ") }
}

/// A value's name for people: yes and no are spoken, everything else is the program's own word.
pub fn value(t: Tr, name: &str) -> String {
    if name == "yes" || name == "no" { t.t(name) } else { name.to_owned() }
}

/// A value of a field, in words that stand alone: "no" beside a number says nothing.
pub fn of(t: Tr, field: &str, name: &str) -> String {
    match (field, name) {
        ("health_focus", "yes") => t.t("health-focus-yes"),
        ("health_focus", "no") => t.t("health-focus-no"),
        _ => value(t, name),
    }
}
