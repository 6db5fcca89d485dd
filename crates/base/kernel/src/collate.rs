//! The order of names and how they are searched: CLDR's root collation, the same on both engines, in keys that are
//! stored beside the names.

use std::cmp::Ordering;

use icu_collator::CollatorBorrowed;
use icu_collator::options::{CollatorOptions, Strength};

use crate::plain;

/// Names the data that keys are made with. When it changes, `people::names` makes all stored keys again.
pub const VERSION: &str = "cldr-49 1";

fn collator() -> CollatorBorrowed<'static> {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Tertiary);
    CollatorBorrowed::new_root(options)
}

/// How two names are ordered: letters first, then accents, then capitals.
pub fn compare(a: &str, b: &str) -> Ordering {
    collator().compare(a, b).then_with(|| a.cmp(b))
}

/// The place of a name in any list. Hexadecimal digits, which both engines order alike under every collation.
pub fn sort_key(name: &str) -> String {
    let mut key: Vec<u8> = Vec::new();
    let Ok(()) = collator().write_sort_key_to(name.trim(), &mut key);
    key.iter().map(|b| format!("{b:02x}")).collect()
}

/// What a search looks in: lower case, without accents, one space between words.
pub fn search_key(text: &str) -> String {
    plain::fold(text)
        .split_whitespace()
        .fold(String::new(), |all, word| if all.is_empty() { word.to_owned() } else { all + " " + word })
}

/// A pattern for `LIKE … ESCAPE '!'` that finds what contains these words in a search key; empty for no words. `%` and
/// `_` are characters like any other.
pub fn pattern(words: &str) -> String {
    let key = search_key(words);
    if key.is_empty() {
        return key;
    }
    let mut out = String::from("%");
    for c in key.chars() {
        if matches!(c, '%' | '_' | '!') {
            out.push('!');
        }
        out.push(c);
    }
    out + "%"
}

/// Whether a text contains these words, or the same words with other signs between them; no words are in every text.
pub fn finds_words(words: &str, text: &str) -> bool {
    let plain = plain::norm_words(words);
    finds(words, text) || (!plain.trim().is_empty() && plain::norm_words(text).contains(plain.trim_end()))
}

/// Sorts by a name.
pub fn sort_by_name<T>(all: &mut [T], name: impl Fn(&T) -> &str) {
    all.sort_by(|a, b| compare(name(a), name(b)));
}

/// Whether a text contains these words, as a search of stored keys would say.
pub fn finds(words: &str, text: &str) -> bool {
    search_key(text).contains(&search_key(words))
}

/// The keys of a name: its place in lists, and what searches look in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    pub sort: String,
    pub search: String,
}

impl Keys {
    pub fn of(name: &str) -> Self {
        Self { sort: sort_key(name), search: search_key(name) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_where_a_reader_looks_for_them() {
        let mut names =
            ["Ximena", "zoë", "Álvaro", "Óscar", "Ñandú", "alvaro", "Oscar", "Noor", "Nzinga", "Łukasz", "Åse"];
        names.sort_by(|a, b| compare(a, b));
        let right = ["alvaro", "Álvaro", "Åse", "Łukasz", "Ñandú", "Noor", "Nzinga", "Oscar", "Óscar", "Ximena", "zoë"];
        assert_eq!(names, right);
        let mut keys = names.map(sort_key);
        keys.sort();
        assert_eq!(keys, right.map(sort_key), "stored keys give the same order");
    }

    #[test]
    fn every_way_to_write_a_name_finds_it() {
        for (words, name) in [
            ("alvaro", "Álvaro Peña"),
            ("ÁLVARO", "Álvaro Peña"),
            ("A\u{301}lvaro", "Álvaro Peña"),
            ("Álvaro", "A\u{301}lvaro Peña"),
            ("munoz", "Muñoz"),
            ("MUÑOZ", "Mun\u{303}oz"),
            ("strasse", "Straße"),
            ("lukasz", "Łukasz"),
            ("oyvind", "Øyvind"),
            ("  peña   lópez ", "Pena Lopez"),
            ("50%", "50% Fund"),
        ] {
            assert!(finds(words, name), "{words} in {name}");
        }
        assert!(!finds("%", "Álvaro"));
        assert!(!finds("_", "Álvaro"));
        assert_eq!(pattern("50%_!"), "%50!%!_!!%");
        assert_eq!(pattern("  "), "");
    }

    proptest::proptest! {
        #[test]
        fn keys_order_as_the_collation_does(a in "\\PC{0,12}", b in "\\PC{0,12}") {
            let (a, b) = (a.trim(), b.trim());
            let by_keys = sort_key(a).cmp(&sort_key(b));
            let by_collation = collator().compare(a, b);
            proptest::prop_assert_eq!(by_keys, by_collation);
        }

        #[test]
        fn a_name_is_found_by_itself(name in "\\PC{0,20}") {
            proptest::prop_assert!(finds(&name, &name));
            proptest::prop_assert_eq!(search_key(&search_key(&name)), search_key(&name));
        }
    }
}
