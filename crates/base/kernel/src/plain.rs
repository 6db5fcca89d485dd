//! Texts as they are compared and looked for: without accents, signs and capitals.

/// A letter without its accent.
pub fn plain_letter(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ã' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        c => c,
    }
}

/// Words in lower case without accents and signs, a space before and after each: how keywords are looked for.
pub fn norm_words(text: &str) -> String {
    let plain: String = text
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { plain_letter(c) } else { ' ' })
        .collect();
    plain.split_whitespace().fold(String::from(" "), |all, word| all + word + " ")
}

/// Lower case, without accents, spaces and signs: how names and organizations are compared.
pub fn norm(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).map(plain_letter).collect()
}

/// A short name for addresses: lower-case letters, digits and single hyphens.
pub fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        let plain = plain_letter(c);
        if plain.is_ascii_alphanumeric() {
            out.push(plain);
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
