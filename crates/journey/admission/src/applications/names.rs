//! A full name in one column, taken apart into the two that records have. One name alone is fine.

/// Where a full name of more than two words is cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cut {
    /// Before its last word: Ana María | Ruiz.
    #[default]
    BeforeLast,
    /// After its first word: María | López García.
    AfterFirst,
}

impl Cut {
    pub const ALL: [Self; 2] = [Self::BeforeLast, Self::AfterFirst];

    pub fn name(self) -> &'static str {
        match self {
            Self::BeforeLast => "before-last",
            Self::AfterFirst => "after-first",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.name() == text)
    }
}

/// Words that belong to the family name behind them.
const PARTICLES: [&str; 14] =
    ["de", "del", "de la", "la", "las", "los", "da", "dos", "di", "van", "von", "der", "den", "y"];

/// First and last name of a full one. `Ruiz, Ana` says itself which is which.
pub fn split(full: &str, cut: Cut) -> (String, String) {
    let full = full.trim();
    if let Some((last, first)) = full.split_once(',').filter(|(l, f)| !l.trim().is_empty() && !f.trim().is_empty()) {
        return (spaced(first.split_whitespace()), spaced(last.split_whitespace()));
    }
    let words: Vec<&str> = full.split_whitespace().collect();
    let at = match cut {
        _ if words.len() < 2 => words.len(),
        Cut::AfterFirst => 1,
        Cut::BeforeLast => {
            let mut at = words.len() - 1;
            while at > 1 && PARTICLES.contains(&words[at - 1].to_lowercase().as_str()) {
                at -= 1;
            }
            at
        }
    };
    (spaced(words[..at].iter().copied()), spaced(words[at..].iter().copied()))
}

fn spaced<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_name_is_two_or_one() {
        for (full, before_last, after_first) in [
            ("Ana Ruiz", ("Ana", "Ruiz"), ("Ana", "Ruiz")),
            ("Ana María  Ruiz", ("Ana María", "Ruiz"), ("Ana", "María Ruiz")),
            ("Ana de la Cruz", ("Ana", "de la Cruz"), ("Ana", "de la Cruz")),
            ("Ruiz Soto, Ana María", ("Ana María", "Ruiz Soto"), ("Ana María", "Ruiz Soto")),
            ("Nokomis", ("Nokomis", ""), ("Nokomis", "")),
            ("", ("", ""), ("", "")),
        ] {
            for (cut, (first, last)) in [(Cut::BeforeLast, before_last), (Cut::AfterFirst, after_first)] {
                assert_eq!(split(full, cut), (first.to_owned(), last.to_owned()), "{full}");
            }
        }
    }
}
