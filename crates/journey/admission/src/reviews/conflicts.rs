//! Conflicts of interest: names that a reviewer declared beside names in an application. The same name is a conflict;
//! one that looks like it is treated as a conflict until somebody says that it is another.

use std::collections::{BTreeMap, BTreeSet};

use weft_kernel::plain::{norm, norm_words};

/// Words that many names share and that tell nothing apart.
const COMMON: [&str; 28] = [
    "a",
    "an",
    "and",
    "at",
    "co",
    "company",
    "corp",
    "corporation",
    "de",
    "del",
    "e",
    "el",
    "for",
    "in",
    "inc",
    "la",
    "las",
    "llc",
    "los",
    "ltd",
    "of",
    "on",
    "para",
    "por",
    "the",
    "to",
    "un",
    "y",
];

/// A name as it was written and as it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub said: String,
    pub norm: String,
    words: BTreeSet<String>,
}

impl Name {
    pub fn new(said: &str) -> Self {
        let words = norm_words(said).split_whitespace().filter(|w| !COMMON.contains(w)).map(str::to_owned).collect();
        Self { said: said.trim().to_owned(), norm: norm(said), words }
    }

    /// Whether two names look alike without being the same: one has all words of the other and both share two at
    /// least, most of their words are shared, or they differ by a few letters.
    fn is_near(&self, other: &Self) -> bool {
        let shared = self.words.intersection(&other.words).count();
        let (least, most) = (self.words.len().min(other.words.len()), self.words.union(&other.words).count());
        let by_words = shared >= 2 && (shared == least || shared * 10 >= most * 6);
        let (short, long) = (self.norm.len().min(other.norm.len()), self.norm.len().max(other.norm.len()));
        let by_letters = short >= 8
            && long - short <= long / 8
            && strsim::normalized_damerau_levenshtein(&self.norm, &other.norm) >= 0.88;
        by_words || by_letters
    }
}

/// The names that a reviewer declared, one on a line.
pub fn declared(text: &str) -> Vec<Name> {
    text.lines().map(Name::new).filter(|n| n.norm.len() > 2).collect()
}

/// What an application names: whom it is from, where they work.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    pub organization: Option<&'a str>,
    pub collaborative: Option<&'a str>,
    pub person: &'a str,
}

/// A declared name that fits one in an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    pub named: Name,
    pub other: Name,
    pub is_exact: bool,
    /// The other name is a person's, not an organization's.
    pub is_person: bool,
    /// What was said of a name that looks alike: the same, another, or nothing yet.
    pub answer: Option<bool>,
}

impl Match {
    /// Whether the reviewer may not get the application.
    pub fn bars(&self) -> bool {
        self.is_exact || self.answer != Some(false)
    }
}

/// What was said of names that look alike, by both as they are compared.
pub type Answers = BTreeMap<(String, String), bool>;

impl Side<'_> {
    /// Its names, each with whether it is a person's.
    pub fn names(&self) -> Vec<(Name, bool)> {
        let all = [(self.organization, false), (self.collaborative, false), (Some(self.person), true)];
        let named = all.into_iter().filter_map(|(n, p)| Some((Name::new(n?), p)));
        named.filter(|(n, _)| !n.norm.is_empty()).collect()
    }
}

/// The declared names that fit those of an application, those that are the same first.
pub fn matches(declared: &[Name], others: &[(Name, bool)], answers: &Answers) -> Vec<Match> {
    let mut out = Vec::new();
    for (other, is_person) in others {
        for named in declared {
            let is_exact = named.norm == other.norm;
            if is_exact || named.is_near(other) {
                let answer = answers.get(&(named.norm.clone(), other.norm.clone())).copied();
                let (named, other) = (named.clone(), other.clone());
                out.push(Match { named, other, is_exact, is_person: *is_person, answer });
            }
        }
    }
    out.sort_by_key(|m| !m.is_exact);
    out
}

/// Whether a reviewer may not get an application.
pub fn bars(declared: &[Name], others: &[(Name, bool)], answers: &Answers) -> bool {
    matches(declared, others, answers).iter().any(Match::bars)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, organization: &str) -> Vec<(bool, bool)> {
        let side = Side { organization: Some(organization), collaborative: None, person: "Ana Pardo" };
        matches(&declared(text), &side.names(), &Answers::new()).iter().map(|m| (m.is_exact, m.bars())).collect()
    }

    #[test]
    fn names_are_compared_without_accents_spaces_and_signs() {
        let side = |organization, collaborative| Side { organization, collaborative, person: "Ana Pardo" }.names();
        let names = declared("  Río Verde Commons \n\nMesa-del-Sur, Inc.\nno");
        let none = Answers::new();
        assert!(bars(&names, &side(Some("rio verde  COMMONS"), None), &none));
        assert!(bars(&names, &side(None, Some("MESA DEL SUR INC")), &none));
        assert!(!bars(&names, &side(Some("verde"), Some("Sur")), &none));
        assert!(bars(&declared("Ana  Pardó"), &side(None, None), &none));
    }

    #[test]
    fn names_that_look_alike_are_conflicts_until_someone_says_otherwise() {
        assert_eq!(found("Cumberland Housing", "Cumberland Housing"), [(true, true)]);
        assert_eq!(found("Cumberland Housing", "Cumberland Housing Table"), [(false, true)]);
        assert_eq!(found("The Cumberland Housing Table, Inc.", "Cumberland Housing"), [(false, true)]);
        assert_eq!(found("Cumberlnad Housing", "Cumberland Housing"), [(false, true)]);
        // One word in common, or words that many names have, is not enough.
        assert!(found("Housing", "Cumberland Housing").is_empty());
        assert!(found("Table of the South", "Table of the North").is_empty());
        let answers = Answers::from([(("cumberlandhousing".into(), "cumberlandhousingtable".into()), false)]);
        let side = Side { organization: Some("Cumberland Housing Table"), collaborative: None, person: "Ana Pardo" };
        assert!(!bars(&declared("Cumberland Housing"), &side.names(), &answers));
    }
}
