//! Email addresses as people type and paste them: what cannot be seen is dropped, and an international domain is kept
//! in the ASCII form that mail servers take.

use std::borrow::Cow;

/// Characters that take no room on a page: zero width, joiners, marks of direction, soft hyphens, selectors, tags.
pub fn is_invisible(c: char) -> bool {
    matches!(
        u32::from(c),
        0xAD | 0x34F
            | 0x61C
            | 0x115F
            | 0x1160
            | 0x17B4
            | 0x17B5
            | 0x180B..=0x180F
            | 0x200B..=0x200F
            | 0x202A..=0x202E
            | 0x2060..=0x206F
            | 0x3164
            | 0xFE00..=0xFE0F
            | 0xFEFF
            | 0xFFA0
            | 0xE0000..=0xE0FFF
    )
}

/// An address as it is kept and written to: without invisible characters and the space around it, its domain in ASCII.
/// What is no address comes back as it is.
pub fn typed(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let seen: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    let seen = seen.trim();
    match seen.rsplit_once('@') {
        Some((local, domain)) if !domain.is_ascii() => match idna::domain_to_ascii(domain) {
            Ok(domain) => format!("{local}@{domain}").into(),
            Err(_) => seen.to_owned().into(),
        },
        _ => seen.to_owned().into(),
    }
}

/// Addresses are compared as they are kept, without case.
pub fn norm(text: &str) -> String {
    typed(text).to_lowercase()
}

/// The address that a text gives, as it is kept; `None` when mail cannot go there: `ana@example`, two addresses, a name
/// beside one.
pub fn read(text: &str) -> Option<String> {
    let address = typed(text);
    let (_, domain) = address.rsplit_once('@')?;
    let (_, top) = domain.rsplit_once('.')?;
    let is_domain = top.len() >= 2 && !top.bytes().all(|b| b.is_ascii_digit()) && !domain.ends_with(']');
    (address.len() <= 254 && is_domain && address.parse::<lettre::Address>().is_ok()).then(|| address.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_dropped() {
        for text in [
            "ana.zero@example.org\u{200b}",
            "\u{202a}ana.zero@example.org\u{202c}",
            "ana.zero@example.org\u{a0}",
            " ana.zero@exa\u{ad}mple.org",
            "\u{feff}ana.zero@example.org",
        ] {
            assert_eq!(read(text).as_deref(), Some("ana.zero@example.org"), "{text:?}");
            assert_eq!(norm(&text.to_uppercase()), "ana.zero@example.org");
        }
    }

    #[test]
    fn an_international_domain_is_kept_in_ascii() {
        assert_eq!(read("Ana@münchen.example").as_deref(), Some("Ana@xn--mnchen-3ya.example"));
        assert_eq!(norm("ANA@MÜNCHEN.example"), norm("ana@xn--mnchen-3ya.example"));
    }

    #[test]
    fn what_mail_cannot_go_to_is_refused() {
        for text in [
            "",
            "nobody",
            "di@example",
            "di@example.",
            "di@127.0.0.1",
            "di@[127.0.0.1]",
            "ed@example.org, ed@work.example",
            "mailto:fay@example.org",
            "Gus <gus@example.org>",
            "a b@example.org",
            "@example.org",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_kept_stays_as_it_is(text in "\\PC{0,20}@\\PC{1,20}") {
            let kept = typed(&text).into_owned();
            proptest::prop_assert_eq!(typed(&kept).into_owned(), kept.clone());
            proptest::prop_assert_eq!(norm(&norm(&text)), norm(&text));
        }
    }
}
