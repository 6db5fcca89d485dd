//! Texts as they are compared and looked for: without accents, signs and capitals.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::canonical_combining_class;

/// Letters whose stroke or ligature is no accent of its own in Unicode, as they are typed without it.
fn base(c: char) -> Option<&'static str> {
    Some(match c {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ŧ' => "t",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        // What is typed as an apostrophe, an okina among them.
        '’' | '‘' | 'ʻ' | 'ʼ' | '`' | '´' => "'",
        _ => return None,
    })
}

/// Lower case and without accents, however the text was composed.
pub fn fold(text: &str) -> String {
    // Signs that look like an apostrophe come first: some of them are taken apart into a space.
    let apart = text.chars().map(|c| if c == '´' { '\'' } else { c });
    let apart = apart.nfkd().flat_map(char::to_lowercase).nfkd().filter(|c| canonical_combining_class(*c) == 0);
    let mut out = String::with_capacity(text.len());
    for c in apart {
        match base(c) {
            Some(plain) => out.push_str(plain),
            None => out.push(c),
        }
    }
    out
}

/// Words in lower case without accents and signs, a space before and after each: how keywords are looked for.
pub fn norm_words(text: &str) -> String {
    let plain: String = fold(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    plain.split_whitespace().fold(String::from(" "), |all, word| all + word + " ")
}

/// Lower case, without accents, spaces and signs: how names and organizations are compared.
pub fn norm(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A short name for addresses: lower-case letters, digits and single hyphens.
pub fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in fold(text).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.truncate(60);
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_readable_and_safe() {
        assert_eq!(slug("Raíces: Season 2025 / ñandú "), "raices-season-2025-nandu");
        assert_eq!(slug("../../etc"), "etc");
    }

    proptest::proptest! {
        #[test]
        fn a_slug_of_anything_has_only_safe_characters(text in "\\PC{0,80}") {
            let s = slug(&text);
            proptest::prop_assert!(s.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
            proptest::prop_assert!(!s.starts_with('-') && !s.ends_with('-') && !s.contains("--"));
        }
    }
}
