//! Numbers as people write them, in English and in Spanish: 2.5 or 2,5; 25,000 or 25 000; 1.234.567.

/// What a text says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Said {
    Is(f64),
    /// A single point before three digits: thousands for one reader, a fraction for another.
    Either(f64, f64),
    Not,
}

/// Reads a number. A single comma before exactly three digits stands for thousands, in both languages of this
/// continent; before any other number of digits it begins a fraction.
pub fn read(text: &str) -> Said {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let is_gap = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'');
    let is_plain = digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',') || is_gap(c));
    if !is_plain || !digits.starts_with(|c: char| c.is_ascii_digit()) || !digits.ends_with(|c: char| c.is_ascii_digit())
    {
        return Said::Not;
    }
    // Where both signs stand, the one that comes last begins the fraction.
    let last = digits.rfind(['.', ',']);
    let mixed = digits.contains('.') && digits.contains(',');
    let is_once = |sign: char| digits.matches(sign).count() == 1;
    let of = |whole: &str, fraction: &str| {
        let parts: Vec<&str> = whole.split(|c: char| matches!(c, '.' | ',') || is_gap(c)).collect();
        let is_grouped = parts.len() == 1 || grouped(&parts);
        let joined = format!("{}.{}", parts.concat(), if fraction.is_empty() { "0" } else { fraction });
        if is_grouped { joined.parse::<f64>().ok().map(|n| n * sign) } else { None }
    };
    match last {
        Some(at) if mixed && !is_once(digits[at..].chars().next().unwrap_or('.')) => Said::Not,
        Some(at) if mixed => of(&digits[..at], &digits[at + 1..]).map_or(Said::Not, Said::Is),
        Some(at) if is_once('.') || is_once(',') => {
            let (whole, fraction) = (&digits[..at], &digits[at + 1..]);
            let both = grouped(&[whole, fraction]).then(|| of(digits, "")).flatten();
            match (both, digits.as_bytes()[at]) {
                (Some(thousands), b',') => Said::Is(thousands),
                (Some(thousands), _) => of(whole, fraction).map_or(Said::Not, |n| Said::Either(n, thousands)),
                (None, _) => of(whole, fraction).map_or(Said::Not, Said::Is),
            }
        }
        _ => of(digits, "").map_or(Said::Not, Said::Is),
    }
}

/// Whether digits stand in groups of three, the first of one to three that begins with no zero.
fn grouped(parts: &[&str]) -> bool {
    let first = parts.first().is_some_and(|p| (1..=3).contains(&p.len()) && !p.starts_with('0'));
    let are_digits = parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_digit()));
    first && are_digits && parts.iter().skip(1).all(|p| p.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_was_meant_or_asked_about() {
        for (text, said) in [
            ("25000", 25_000.0),
            ("25,000", 25_000.0),
            ("25 000", 25_000.0),
            ("1,234,567", 1_234_567.0),
            ("1.234.567", 1_234_567.0),
            ("1,234.5", 1_234.5),
            ("1.234,5", 1_234.5),
            ("2.5", 2.5),
            ("2,5", 2.5),
            ("0,250", 0.25),
            ("0.250", 0.25),
            ("2,50", 2.5),
            ("1234.567", 1_234.567),
            ("-3", -3.0),
            ("007", 7.0),
        ] {
            assert_eq!(read(text), Said::Is(said), "{text}");
        }
        assert_eq!(read("25.000"), Said::Either(25.0, 25_000.0));
        for text in ["", "many", "2..5", "1,23,4", "12,34.5.6", "1.234,5,6", "5-", ".5", "5.", "1e9", "½", "25,00,000"]
        {
            assert_eq!(read(text), Said::Not, "{text}");
        }
    }
}
