//! Cards of a library, and what stands in them.

use serde::{Deserialize, Serialize};

use weft_kernel::clock::Time;
use weft_kernel::db::Json;
use weft_kernel::i18n::Tr;
use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::row;

/// What a card is.
pub const KINDS: [&str; 6] = ["practice", "framework", "module", "handout", "worksheet", "protocol"];
/// On what terms its words may be used. `linked`: only named, with the way to where it is.
pub const LICENCES: [&str; 9] =
    ["own", "public-domain", "cc0", "cc-by", "cc-by-sa", "cc-by-nc", "cc-by-nc-sa", "permission", "linked"];
/// How one may be while practising.
pub const POSTURES: [&str; 5] = ["any", "seated", "standing", "lying", "moving"];
/// Eyes may always stay open: closing them is for some what brings the worst back.
pub const EYES: [&str; 2] = ["either", "open"];
/// Lists of the program by which cards are found; worksheets may ask through the first and the last.
pub const LISTS: [&str; 3] = ["skills", "topics", "ecosystem"];
/// What may be said of an item of a list: of a skill, and of a role in an ecosystem.
pub const OF_SKILL: [&str; 4] = ["at-ease", "growing", "wanted", "not-mine"];
pub const OF_ROLE: [&str; 4] = ["mine", "sometimes", "others", "nobody"];

row! {
    /// A card, whole.
    pub struct Card {
        id: Id,
        number: i64,
        kind: String,
        title_en: String,
        title_es: String,
        text_en: String,
        text_es: String,
        minutes: Option<i64>,
        posture: String,
        eyes: String,
        care_en: String,
        care_es: String,
        support_en: String,
        support_es: String,
        prompts_en: String,
        prompts_es: String,
        list: String,
        origin: String,
        source_url: String,
        licence: String,
        permission: String,
        stays_inside: bool,
        recording_url: String,
        transcript: String,
        changed_at: Time,
        published_at: Option<Time>,
    }
}

/// A card as it is written, before it has a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub kind: String,
    pub title: Words,
    pub text: Words,
    pub minutes: Option<i64>,
    pub posture: String,
    pub eyes: String,
    pub care: Words,
    pub support: Words,
    pub prompts: Words,
    pub list: String,
    pub origin: String,
    pub source_url: String,
    pub licence: String,
    pub permission: String,
    pub stays_inside: bool,
    pub recording_url: String,
    pub transcript: String,
    /// List and value.
    pub tags: Vec<(String, String)>,
}

/// A passage of a card's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    Heading(String),
    Words(Vec<String>),
    List(Vec<String>),
    Steps(Vec<String>),
}

/// Reads plain text as passages: an empty line ends one, `## ` is a heading, `- ` a list, `1. ` steps.
pub fn passages(text: &str) -> Vec<Passage> {
    let mut all = Vec::new();
    for block in text.replace('\r', "").split("\n\n") {
        for line in block.lines().map(str::trim).filter(|l| !l.is_empty()) {
            let step = line
                .split_once(". ")
                .filter(|(n, _)| n.len() <= 2 && n.parse::<u8>().is_ok())
                .map(|(_, rest)| rest.trim().to_owned());
            let item = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")).map(|rest| rest.trim().to_owned());
            let heading =
                line.strip_prefix("## ").or_else(|| line.strip_prefix("# ")).map(|rest| rest.trim().to_owned());
            match (heading, item, step, all.last_mut()) {
                (Some(h), ..) => all.push(Passage::Heading(h)),
                (_, Some(i), _, Some(Passage::List(list))) => list.push(i),
                (_, Some(i), ..) => all.push(Passage::List(vec![i])),
                (_, _, Some(s), Some(Passage::Steps(steps))) => steps.push(s),
                (_, _, Some(s), _) => all.push(Passage::Steps(vec![s])),
                (.., Some(Passage::Words(lines))) => lines.push(line.to_owned()),
                _ => all.push(Passage::Words(vec![line.to_owned()])),
            }
        }
        // What comes next begins anew.
        all.push(Passage::Words(Vec::new()));
    }
    all.retain(|p| *p != Passage::Words(Vec::new()));
    all
}

fn words(en: &str, es: &str) -> Words {
    Words { en: en.to_owned(), es: es.to_owned() }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect()
}

impl Card {
    pub fn name(&self, t: &Tr) -> String {
        words(&self.title_en, &self.title_es).said(t).to_owned()
    }

    pub fn passages(&self, t: &Tr) -> Vec<Passage> {
        passages(words(&self.text_en, &self.text_es).said(t))
    }

    /// The first words of its text.
    pub fn about(&self, t: &Tr) -> String {
        const MOST: usize = 180;
        let first = self
            .passages(t)
            .into_iter()
            .find_map(|p| if let Passage::Words(l) = p { Some(l.join(" ")) } else { None })
            .unwrap_or_default();
        if first.chars().count() <= MOST {
            return first;
        }
        let cut: String = first.chars().take(MOST).collect();
        format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head))
    }

    pub fn care(&self, t: &Tr) -> String {
        words(&self.care_en, &self.care_es).said(t).to_owned()
    }

    pub fn support(&self, t: &Tr) -> Vec<Passage> {
        passages(words(&self.support_en, &self.support_es).said(t))
    }

    /// What a worksheet asks.
    pub fn prompts(&self, t: &Tr) -> Vec<String> {
        if self.is_protocol() {
            return Vec::new();
        }
        lines(words(&self.prompts_en, &self.prompts_es).said(t))
    }

    pub fn transcript(&self) -> Vec<Passage> {
        passages(&self.transcript)
    }

    pub fn is_worksheet(&self) -> bool {
        self.kind == "worksheet"
    }

    /// The language it is written in, where it is only one.
    pub fn only_in(&self) -> Option<&'static str> {
        match (
            self.title_en.is_empty() || self.text_en.is_empty() && !self.text_es.is_empty(),
            self.title_es.is_empty() || self.text_es.is_empty() && !self.text_en.is_empty(),
        ) {
            (true, false) => Some("es"),
            (false, true) => Some("en"),
            _ => None,
        }
    }

    /// What is missing before others may read it, as keys.
    pub fn missing(&self) -> Vec<&'static str> {
        let says = |a: &str, b: &str| !a.trim().is_empty() || !b.trim().is_empty();
        let mut out = Vec::new();
        let mut need = |is_there: bool, key| {
            if !is_there {
                out.push(key);
            }
        };
        need(says(&self.title_en, &self.title_es), "card-missing-title");
        need(says(&self.text_en, &self.text_es), "card-missing-text");
        need(!self.origin.trim().is_empty(), "card-missing-origin");
        need(LICENCES.contains(&self.licence.as_str()), "card-missing-licence");
        need(self.licence != "permission" || !self.permission.trim().is_empty(), "card-missing-permission");
        need(self.licence != "linked" || !self.source_url.is_empty(), "card-missing-link");
        need(self.kind != "practice" || self.minutes.is_some(), "card-missing-minutes");
        need(
            !self.is_worksheet() || !self.list.is_empty() || says(&self.prompts_en, &self.prompts_es),
            "card-missing-prompts",
        );
        need(!self.is_protocol() || !self.steps().is_empty(), "card-missing-steps");
        need(self.recording_url.is_empty() || !self.transcript.trim().is_empty(), "card-missing-transcript");
        out
    }
}

/// One question of a worksheet and what was said to it.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct Said {
    pub asked: String,
    /// Whether it is an item of a list, answered by a choice of `OF_SKILL` or `OF_ROLE`.
    #[serde(default)]
    pub is_item: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub choice: String,
    #[serde(default)]
    pub words: String,
}

impl Said {
    pub fn is_empty(&self) -> bool {
        self.choice.is_empty() && self.words.is_empty()
    }
}

row! {
    /// What someone wrote on a worksheet on a day.
    pub struct Reflection { id: Id, answers: Json<Vec<Said>>, at: Time, changed_at: Time }
}

impl Reflection {
    pub fn said(&self) -> Vec<Said> {
        self.answers.0.clone()
    }

    /// The questions that have an answer.
    pub fn answered(&self) -> Vec<Said> {
        self.said().into_iter().filter(|s| !s.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_has_passages() {
        let text = "First line\nsecond line\r\n\r\n## Steps\n1. One\n2. Two\n\n- a\n- b\n\n\nEnd. Really 3. not a step";
        let words = |l: &[&str]| l.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            passages(text),
            [
                Passage::Words(words(&["First line", "second line"])),
                Passage::Heading("Steps".into()),
                Passage::Steps(words(&["One", "Two"])),
                Passage::List(words(&["a", "b"])),
                Passage::Words(words(&["End. Really 3. not a step"])),
            ]
        );
        assert!(passages(" \n\n ").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn no_word_of_a_text_is_lost(text in "[a-z0-9#*. \\-\\n]{0,120}") {
            let all: Vec<String> = passages(&text).into_iter().flat_map(|p| match p {
                Passage::Heading(h) => vec![h],
                Passage::Words(l) | Passage::List(l) | Passage::Steps(l) => l,
            }).collect();
            let letters = |s: &str| s.chars().filter(char::is_ascii_lowercase).collect::<String>();
            proptest::prop_assert_eq!(letters(&all.join(" ")), letters(&text));
        }
    }
}
