//! Amounts, in cents.

/// An amount as it is typed, in cents: `120`, `120.5`, `1,204.50`, `120,50`. Nothing below one cent, nothing above ten
/// million.
pub fn cents(text: &str) -> Option<i64> {
    let plain: String = text.trim().trim_start_matches('$').chars().filter(|c| !c.is_whitespace()).collect();
    // What stands before the last one or two digits is the decimal mark; any other mark groups.
    let (whole, part) = match plain.rfind(['.', ',']) {
        Some(at) if plain.len() - at - 1 <= 2 => (&plain[..at], &plain[at + 1..]),
        _ => (plain.as_str(), ""),
    };
    let whole: String = whole.chars().filter(|c| !matches!(c, '.' | ',')).collect();
    if whole.is_empty() && part.is_empty()
        || !whole.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit())
        || whole.len() > 8
    {
        return None;
    }
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    let all = whole.parse::<i64>().unwrap_or(0) * 100 + part;
    (1..=1_000_000_000).contains(&all).then_some(all)
}

/// Cents as an amount: `1204.50`.
pub fn amount(cents: impl std::borrow::Borrow<i64>) -> String {
    let cents = *cents.borrow();
    format!("{}.{:02}", cents / 100, cents % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (text, expected) in [
            ("120", 12_000),
            ("120.5", 12_050),
            ("1,204.50", 120_450),
            ("1.204,50", 120_450),
            (" $ 7 ", 700),
            ("0,05", 5),
            ("1,204", 120_400),
            (".5", 50),
        ] {
            assert_eq!(cents(text), Some(expected), "{text}");
        }
        for text in ["", "0", "-5", "12a", "1e3", "99999999999", ".", "$"] {
            assert_eq!(cents(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn an_amount_written_out_is_read_back(n in 1_i64..=1_000_000_000) {
            proptest::prop_assert_eq!(cents(&amount(n)), Some(n));
        }
    }
}
