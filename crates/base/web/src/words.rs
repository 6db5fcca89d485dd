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
