//! A support line, who is asked for help, and which lines are for whom.

use weft_kernel::clock::Time;
use weft_kernel::db::OneOf;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row};
use weft_programs::states;

/// Most lines that a program lists.
pub const MOST: usize = 40;
/// Longest name and languages, hours, and note, in characters.
pub const LONGEST: usize = 120;
pub const LONGEST_NOTE: usize = 400;
/// Longest message of one's own, in characters.
pub const LONGEST_WORDS: usize = 500;
/// Most messages, and most people asked, in an hour.
pub const MOST_MESSAGES: usize = 3;
pub const MOST_ASKED: usize = 5;

/// Public services of the United States that we suggest, and nothing for what a program wrote itself. A suggestion is
/// on nobody's page until the program adds it.
pub const SUGGESTED: OneOf =
    OneOf { columns: &["support_line.suggested"], words: &["", LIFELINE, TEXT_LINE, EMERGENCY] };
pub const LIFELINE: &str = "lifeline";
pub const TEXT_LINE: &str = "text-line";
pub const EMERGENCY: &str = "emergency";
pub const SUGGESTIONS: [&str; 3] = [LIFELINE, TEXT_LINE, EMERGENCY];

one_of! {
    /// What someone answered who was asked to be there for another.
    pub enum Answer in "support_person.state" {
        Asked = "asked",
        Yes = "yes",
        No = "no",
    }
}

/// A line as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub name: String,
    pub state: String,
    pub phone: String,
    pub text_to: String,
    pub word: [String; 2],
    pub url: String,
    pub languages: String,
    pub hours: [String; 2],
    pub note: [String; 2],
    pub suggested: &'static str,
}

row! {
    /// A line as it is kept. `own_state` is where the reader lives, as their application says; nothing where that is
    /// not known.
    pub struct Line {
        id: Id,
        name: String,
        state: String,
        phone: String,
        text_to: String,
        word_en: String,
        word_es: String,
        url: String,
        languages: String,
        hours_en: String,
        hours_es: String,
        note_en: String,
        note_es: String,
        suggested: String,
        removed_at: Option<Time>,
        own_state: Option<String>,
    }
}

fn said<'t>(t: Tr, en: &'t str, es: &'t str) -> &'t str {
    let (first, second) = if t.0 == Lang::Es { (es, en) } else { (en, es) };
    if first.is_empty() { second } else { first }
}

impl Line {
    pub fn hours(&self, t: &Tr) -> &str {
        said(*t, &self.hours_en, &self.hours_es)
    }

    pub fn note(&self, t: &Tr) -> &str {
        said(*t, &self.note_en, &self.note_es)
    }

    /// The word that begins a conversation by text message. In the reader's language alone: another word leads to
    /// people who speak another one.
    pub fn word(&self, t: &Tr) -> &str {
        if t.0 == Lang::Es && !self.word_es.is_empty() { &self.word_es } else { &self.word_en }
    }

    pub fn place(&self) -> &str {
        states::name(&self.state).unwrap_or_default()
    }

    /// As a phone dials it.
    pub fn dials(&self) -> String {
        dialed(&self.phone)
    }

    /// As a phone opens a text message, with the word already written.
    pub fn texts(&self, t: &Tr) -> String {
        let (to, word) = (dialed(&self.text_to), self.word(t));
        if word.is_empty() { to } else { format!("{to}?body={word}") }
    }

    /// The address as people read it.
    pub fn site(&self) -> &str {
        let rest = self.url.split_once("://").map_or(self.url.as_str(), |(_, rest)| rest);
        rest.trim_start_matches("www.").trim_end_matches('/')
    }

    /// How to reach it, in one line of text.
    pub fn reach(&self, t: &Tr) -> String {
        let mut parts = Vec::new();
        if !self.phone.is_empty() {
            parts.push(t.a("aid-call", "number", self.phone.clone()));
        }
        if !self.text_to.is_empty() {
            parts.push(self.texting(t));
        }
        if !self.url.is_empty() {
            parts.push(self.url.clone());
        }
        parts.join(" · ")
    }

    /// The same with its name, for an email.
    pub fn plain(&self, t: &Tr) -> String {
        format!("{}: {}", self.name, self.reach(t))
    }

    /// What to do to write to it.
    pub fn texting(&self, t: &Tr) -> String {
        match self.word(t) {
            "" => t.a("aid-text", "number", self.text_to.clone()),
            word => t.a2("aid-text-word", "number", self.text_to.clone(), "word", word.to_owned()),
        }
    }
}

fn dialed(number: &str) -> String {
    number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

/// Whether a text can be dialed: digits, and what people write between them.
pub fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_plain = text.chars().all(|c| c.is_ascii_digit() || " -.()+".contains(c));
    (2..=15).contains(&digits) && is_plain && text.len() <= 30 && !text.chars().skip(1).any(|c| c == '+')
}

/// Whether a text can be sent as the word that begins a conversation.
pub fn is_word(text: &str) -> bool {
    text.len() <= 20 && text.chars().all(|c| c.is_ascii_alphanumeric())
}

/// The lines of a program, sorted for one reader: those of their own place, those for everywhere, and the others. Where
/// the reader's place is not known, all that are for a place are among the others.
#[derive(Clone, Debug, Default)]
pub struct Sorted {
    pub own: Vec<Line>,
    pub everywhere: Vec<Line>,
    pub others: Vec<Line>,
    /// Where the reader lives.
    pub place: Option<&'static str>,
}

pub fn sorted(lines: Vec<Line>) -> Sorted {
    let own = lines.first().and_then(|l| l.own_state.as_deref()).and_then(states::short);
    let mut out = Sorted { place: own.and_then(states::name), ..Sorted::default() };
    for line in lines {
        match line.state.as_str() {
            "" => out.everywhere.push(line),
            state if Some(state) == own => out.own.push(line),
            _ => out.others.push(line),
        }
    }
    out
}

impl Sorted {
    /// Those for the reader's place and for everywhere; the others, where there is nothing else.
    pub fn near(&self) -> Vec<&Line> {
        let all: Vec<&Line> = self.own.iter().chain(&self.everywhere).collect();
        if all.is_empty() { self.others.iter().collect() } else { all }
    }

    pub fn is_empty(&self) -> bool {
        self.own.is_empty() && self.everywhere.is_empty() && self.others.is_empty()
    }
}

/// What stands at the foot of a page on which something may come up: see `support/templates/foot.html`. Nothing for
/// whoever may not open the page of support.
#[derive(Clone, Debug, Default)]
pub struct Foot {
    pub path: Option<String>,
    /// Lines for the reader's place, then those for everywhere.
    pub lines: Vec<Line>,
}

row! {
    /// The person whom someone of the cohort picked.
    pub struct Picked {
        /// Nobody where that person was erased.
        helper_id: Option<Id>,
        name: Option<String>,
        /// In which they read.
        language: String,
        state: Answer,
        /// Whether they are still someone who can be picked.
        is_there: bool,
        has_mailbox: bool,
        /// Whether the last email to them came back.
        is_returned: bool,
    }
}

/// Why a message can't be sent to the person who was picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    Erased,
    Unanswered,
    Declined,
    Left,
    NoMailbox,
}

impl Picked {
    pub fn missing(&self) -> Option<Missing> {
        match self.state {
            _ if self.helper_id.is_none() => Some(Missing::Erased),
            Answer::No => Some(Missing::Declined),
            _ if !self.is_there => Some(Missing::Left),
            Answer::Asked => Some(Missing::Unanswered),
            Answer::Yes if !self.has_mailbox => Some(Missing::NoMailbox),
            Answer::Yes => None,
        }
    }

    pub fn name(&self) -> String {
        self.name.clone().unwrap_or_default()
    }
}

impl Missing {
    pub fn key(self) -> &'static str {
        match self {
            Self::Erased => "aid-erased",
            Self::Unanswered => "aid-asked",
            Self::Declined => "aid-declined",
            Self::Left => "aid-left",
            Self::NoMailbox => "aid-no-mailbox",
        }
    }
}

row! {
    /// Someone who picked the reader.
    pub struct Picker { person_id: Id, name: String, state: Answer }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(state: &str, own: Option<&str>) -> Line {
        let empty = String::new;
        Line {
            id: Id::stored("l".into()),
            name: "Line".into(),
            state: state.into(),
            phone: "1 (800) 555-0100".into(),
            text_to: "741741".into(),
            word_en: "HOME".into(),
            word_es: "AYUDA".into(),
            url: "https://www.example.org/".into(),
            languages: empty(),
            hours_en: "All day".into(),
            hours_es: empty(),
            note_en: empty(),
            note_es: "Nota".into(),
            suggested: empty(),
            removed_at: None,
            own_state: own.map(str::to_owned),
        }
    }

    proptest! {
        #[test]
        fn nobody_loses_a_line_and_ones_own_place_comes_first(
            of in prop::collection::vec(prop::sample::select(vec!["", "KY", "TX", "PR"]), 0..12),
            own in prop::sample::select(vec![None, Some("KY"), Some(" kentucky "), Some("Atlantis")]),
        ) {
            let all = sorted(of.iter().map(|state| line(state, own)).collect());
            prop_assert_eq!(all.own.len() + all.everywhere.len() + all.others.len(), of.len());
            let is_known = own.is_some_and(|o| o != "Atlantis");
            prop_assert!(all.own.iter().all(|l| is_known && l.state == "KY"));
            prop_assert!(all.others.iter().all(|l| !(l.state.is_empty() || is_known && l.state == "KY")));
            prop_assert_eq!(all.place.is_some(), is_known && !of.is_empty());
        }
    }

    #[test]
    fn a_line_is_told_as_a_phone_and_a_person_read_it() {
        let (en, es, l) = (Tr(Lang::En), Tr(Lang::Es), line("KY", None));
        assert_eq!((l.dials(), l.place()), ("18005550100".to_owned(), "Kentucky"));
        assert_eq!((l.texts(&en), l.texts(&es)), ("741741?body=HOME".to_owned(), "741741?body=AYUDA".to_owned()));
        assert_eq!((l.hours(&es), l.note(&en), l.site()), ("All day", "Nota", "example.org"));
    }

    #[test]
    fn numbers_are_digits_and_what_stands_between_them() {
        for good in ["988", "741741", "1 (800) 273-8255", "+1 502.555.0100", "112"] {
            assert!(is_number(good), "{good}");
        }
        for bad in ["", "9", "call 988", "+1+2", "988;999", "12345678901234567"] {
            assert!(!is_number(bad), "{bad}");
        }
        assert!(is_word("HOME") && is_word("") && !is_word("two words") && !is_word("a&b=c"));
    }

    #[test]
    fn why_nobody_can_be_written_to_is_said_in_the_order_that_helps() {
        let picked = |state, is_there, has_mailbox| Picked {
            helper_id: Some(Id::stored("h".into())),
            name: Some("Mara".into()),
            language: "en".into(),
            state,
            is_there,
            has_mailbox,
            is_returned: false,
        };
        assert_eq!(picked(Answer::Yes, true, true).missing(), None);
        assert_eq!(picked(Answer::Yes, true, false).missing(), Some(Missing::NoMailbox));
        assert_eq!(picked(Answer::Yes, false, true).missing(), Some(Missing::Left));
        assert_eq!(picked(Answer::Asked, true, true).missing(), Some(Missing::Unanswered));
        assert_eq!(picked(Answer::No, false, true).missing(), Some(Missing::Declined));
        assert_eq!(Picked { helper_id: None, ..picked(Answer::Yes, false, false) }.missing(), Some(Missing::Erased));
    }
}
