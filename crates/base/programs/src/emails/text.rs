//! The text of an email: its default, its fields, and what is wrong with one that someone wrote.

use super::{EmailKind, Field};
use serde::{Deserialize, Serialize};
use weft_kernel::i18n::{Lang, Tr, Words};

/// Subject, paragraphs and the button's label in both languages. `{name}` stands for a field. Paragraphs are parted by
/// an empty line. What is empty is the default text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    #[serde(default)]
    pub subject: Words,
    #[serde(default)]
    pub body: Words,
    #[serde(default)]
    pub button: Words,
}

fn pick(words: &Words, lang: Lang) -> &str {
    match lang {
        Lang::En => &words.en,
        Lang::Es => &words.es,
    }
}

impl Text {
    /// This text, and `default` wherever it is empty.
    #[must_use]
    pub fn over(self, default: &Self) -> Self {
        let one = |own: String, default: &str| if own.is_empty() { default.to_owned() } else { own };
        let both = |own: Words, default: &Words| Words { en: one(own.en, &default.en), es: one(own.es, &default.es) };
        Self {
            subject: both(self.subject, &default.subject),
            body: both(self.body, &default.body),
            button: both(self.button, &default.button),
        }
    }

    /// What of it differs from the default: everything else is empty, so that a better default reaches it later.
    #[must_use]
    pub fn without(self, default: &Self) -> Self {
        let one = |own: String, default: &str| if own == default { String::new() } else { own };
        let both = |own: Words, default: &Words| Words { en: one(own.en, &default.en), es: one(own.es, &default.es) };
        Self {
            subject: both(self.subject, &default.subject),
            body: both(self.body, &default.body),
            button: both(self.button, &default.button),
        }
    }

    /// Whether anything is written in a language.
    pub fn is_in(&self, lang: Lang) -> bool {
        [&self.subject, &self.body, &self.button].into_iter().any(|w| !pick(w, lang).is_empty())
    }

    pub fn is_default(&self) -> bool {
        !Lang::ALL.into_iter().any(|lang| self.is_in(lang))
    }

    /// The language that still has the default text while the other one was changed.
    pub fn behind(&self) -> Option<Lang> {
        match (self.is_in(Lang::En), self.is_in(Lang::Es)) {
            (true, false) => Some(Lang::Es),
            (false, true) => Some(Lang::En),
            _ => None,
        }
    }
}

/// The default text, with its fields in braces.
pub fn default_text(kind: &EmailKind) -> Text {
    if !kind.has_text {
        return Text::default();
    }
    let said = |lang: Lang, part: &str| {
        let braces: Vec<(&str, String)> = kind.offered().map(|f| (f.name, format!("{{{}}}", f.name))).collect();
        let args: Vec<_> = braces.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
        Tr(lang).args(&kind.message(part), &args)
    };
    let both = |part: &str| Words { en: said(Lang::En, part), es: said(Lang::Es, part) };
    Text {
        subject: both("subject"),
        body: both("body"),
        button: if kind.has_button { both("button") } else { Words::default() },
    }
}

/// A piece of a text: words as they are, or a field by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'t> {
    Words(&'t str),
    Field(&'t str),
}

/// A text taken apart. A brace that opens no name is a word.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let (mut out, mut rest) = (Vec::new(), text);
    while let Some(open) = rest.find('{') {
        let (before, from) = rest.split_at(open);
        let name = from[1..].split('}').next().unwrap_or_default();
        let is_name = from.len() > name.len() + 1
            && !name.is_empty()
            && name.len() <= 40
            && name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-' || c == ' ');
        if is_name {
            out.extend((!before.is_empty()).then_some(Piece::Words(before)));
            out.push(Piece::Field(name));
            rest = &from[name.len() + 2..];
        } else {
            out.push(Piece::Words(&rest[..=open]));
            rest = &from[1..];
        }
    }
    out.extend((!rest.is_empty()).then_some(Piece::Words(rest)));
    out
}

/// What is wrong with a text in one of its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing of this kind of email has such a name.
    Unknown(String),
    /// The text must hold it.
    Missing(&'static str),
    /// A brace that belongs to no field.
    Brace,
}

impl Fault {
    /// The text that says it, and what it names.
    pub fn said(&self) -> (&'static str, String) {
        match self {
            Self::Unknown(name) => ("wrong-email-unknown", format!("{{{name}}}")),
            Self::Missing(name) => ("wrong-email-missing", format!("{{{name}}}")),
            Self::Brace => ("wrong-email-brace", String::new()),
        }
    }
}

/// What is wrong with subject and body in one language.
pub fn faults(kind: &EmailKind, subject: &str, body: &str) -> Vec<(&'static str, Fault)> {
    let mut out = Vec::new();
    for (part, text) in [("subject", subject), ("body", body)] {
        for piece in pieces(text) {
            match piece {
                Piece::Field(name) if kind.field(name).is_none() => out.push((part, Fault::Unknown(name.to_owned()))),
                Piece::Words(words) if words.contains(['{', '}']) => out.push((part, Fault::Brace)),
                _ => {}
            }
        }
    }
    for field in kind.offered().filter(|f| f.is_needed) {
        let holds = |text: &str| pieces(text).contains(&Piece::Field(field.name));
        if !holds(subject) && !holds(body) {
            out.push(("body", Fault::Missing(field.name)));
        }
    }
    out
}

/// A text with each person's own in it: the subject on one line, and the paragraphs. Values are never read as texts.
pub fn fill(kind: &EmailKind, text: &Text, lang: Lang, values: &[(&'static str, String)]) -> (String, Vec<String>) {
    let value = |name: &str| values.iter().find(|(n, _)| *n == name).map(|(_, v)| v.trim());
    let put = |text: &str| {
        let mut out = String::new();
        for piece in pieces(text) {
            match piece {
                Piece::Words(words) => out.push_str(words),
                Piece::Field(name) => match value(name) {
                    // A name that is not known goes with the space before it.
                    Some("" | "–") if out.ends_with(' ') => drop(out.pop()),
                    Some("–") => {}
                    Some(value) => out.push_str(value),
                    None => out.push_str(&format!("{{{name}}}")),
                },
            }
        }
        out
    };
    let is_left_out = |paragraph: &str| {
        pieces(paragraph).into_iter().any(|piece| {
            let Piece::Field(name) = piece else { return false };
            let may_be_empty = kind.field(name).is_some_and(|f: Field| f.may_be_empty);
            may_be_empty && value(name).is_none_or(str::is_empty)
        })
    };
    let body = text.body.of(lang).replace("\r\n", "\n");
    let paragraphs = body
        .split("\n\n")
        .filter(|p| !is_left_out(p))
        .flat_map(|p| put(p).split("\n\n").map(str::trim).map(str::to_owned).collect::<Vec<_>>())
        .filter(|p| !p.is_empty())
        .collect();
    (put(text.subject.of(lang)).split_whitespace().collect::<Vec<_>>().join(" "), paragraphs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emails::{Audience, Moment};

    static KIND: EmailKind = EmailKind {
        key: "test",
        at: (Moment::Group, 0),
        to: Audience::Others,
        fields: &[Field::new("name"), Field::needed("day"), Field::maybe("note")],
        ..EmailKind::USUAL
    };

    fn text(subject: &str, body: &str) -> Text {
        let both = |t: &str| Words { en: t.to_owned(), es: t.to_owned() };
        Text { subject: both(subject), body: both(body), button: Words::default() }
    }

    #[test]
    fn what_is_empty_takes_its_paragraph_and_a_value_is_never_a_text() {
        let values = [("name", "{day}".to_owned()), ("day", "May 1".to_owned()), ("note", String::new())];
        let (subject, paragraphs) =
            fill(&KIND, &text("For\n{name}", "Hello {name},\n\n{note}\n\nBy {day}."), Lang::En, &values);
        assert_eq!((subject.as_str(), paragraphs), ("For {day}", vec!["Hello {day},".into(), "By May 1.".to_owned()]));
        let nobody = [("name", String::new())];
        assert_eq!(fill(&KIND, &text("s", "Hello {name},"), Lang::En, &nobody).1, ["Hello,"]);
    }

    #[test]
    fn an_unknown_field_a_missing_one_and_a_lone_brace_are_named() {
        assert_eq!(faults(&KIND, "s", "By {day}, {season}"), []);
        assert_eq!(faults(&KIND, "{nmae}", "{day}"), [("subject", Fault::Unknown("nmae".into()))]);
        assert_eq!(faults(&KIND, "s", "Hello"), [("body", Fault::Missing("day"))]);
        assert_eq!(faults(&KIND, "s", "{day} {"), [("body", Fault::Brace)]);
        assert_eq!(faults(&KIND, "s", "{day} }"), [("body", Fault::Brace)]);
    }

    #[test]
    fn only_what_differs_from_the_default_is_kept() {
        let default = text("Subject", "Body");
        let own = Text { body: Words { en: "Mine".into(), es: "Body".into() }, ..default.clone() };
        let kept = own.clone().without(&default);
        assert!(kept.is_in(Lang::En) && !kept.is_in(Lang::Es) && kept.behind() == Some(Lang::Es));
        assert_eq!(kept.over(&default), own);
        assert!(default.clone().without(&default).is_default());
    }

    proptest::proptest! {
        #[test]
        fn taking_a_text_apart_loses_nothing(text in ".{0,60}") {
            let back: String = pieces(&text).into_iter().map(|p| match p {
                Piece::Words(w) => w.to_owned(),
                Piece::Field(f) => format!("{{{f}}}"),
            }).collect();
            proptest::prop_assert_eq!(back, text);
        }
    }
}
