//! What a call for applications is: its form, its dates, and what an applicant has written so far.

use serde::{Deserialize, Serialize};

use weft_kernel::clock::Time;
use weft_kernel::db::Json;
use weft_kernel::i18n::Tr;
pub use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row};

one_of! {
    /// How someone holds a draft.
    pub enum KeyKind in "draft_key.kind" {
        Browser = "browser",
        /// A link that was mailed.
        Link = "link",
        /// Whoever got the link said that the draft is not theirs.
        Disowned = "disowned",
    }
}

one_of! {
    /// How far a file is.
    pub enum FileState in "upload.state" {
        Receiving = "receiving",
        Ready = "ready",
    }
}

macro_rules! kinds {
    ($($name:ident = $text:literal),* $(,)?) => {
        /// How a question is answered.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Kind { $(#[serde(rename = $text)] $name),* }
        impl Kind {
            pub const ALL: &[Self] = &[$(Self::$name),*];
            pub fn name(self) -> &'static str { match self { $(Self::$name => $text),* } }
        }
    };
}

kinds! {
    Short = "short", Long = "long", Choice = "choice", Choices = "choices", Number = "number",
    Date = "date", Place = "place", Scale = "scale", Ranking = "ranking",
    Email = "email", Statement = "statement", File = "file", Recording = "recording",
}

impl Kind {
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|k| k.name() == text)
    }

    pub fn has_options(self) -> bool {
        matches!(self, Self::Choice | Self::Choices | Self::Ranking)
    }
}

/// Who may read an answer with the applicant's name at it. What only counts are made of is in a compartment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    #[default]
    Reviewers,
    Staff,
    Aggregate,
}

impl Audience {
    pub const ALL: [Self; 3] = [Self::Reviewers, Self::Staff, Self::Aggregate];

    pub fn name(self) -> &'static str {
        match self {
            Self::Reviewers => "reviewers",
            Self::Staff => "staff",
            Self::Aggregate => "aggregate",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.name() == text)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// A question of an earlier part.
    pub question: String,
    /// The id of what has to be chosen there for this question to be asked.
    pub answer: String,
}

impl Condition {
    /// Reads what `Display` writes. An answer may hold the sign that stands between the two, a question's id never
    /// does.
    pub fn parse(text: &str) -> Option<Self> {
        text.split_once('=').map(|(question, answer)| Self { question: question.into(), answer: answer.into() })
    }
}

impl std::fmt::Display for Condition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}={}", self.question, self.answer)
    }
}

/// Something to choose. Its id never changes: answers and conditions hold it, whatever it is called by now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written")]
pub struct Offered {
    pub id: String,
    #[serde(flatten)]
    pub words: Words,
}

/// As a form has it; without an id of its own it has its first English words for one.
#[derive(Deserialize)]
struct Written {
    #[serde(default)]
    id: String,
    #[serde(flatten)]
    words: Words,
}

impl From<Written> for Offered {
    fn from(written: Written) -> Self {
        if written.id.is_empty() { Self::new(written.words) } else { Self { id: written.id, words: written.words } }
    }
}

impl Offered {
    pub fn new(words: Words) -> Self {
        Self { id: words.en.clone(), words }
    }
}

impl std::ops::Deref for Offered {
    type Target = Words;

    fn deref(&self) -> &Words {
        &self.words
    }
}

/// What there is to choose after `lines` were written over what there was. The same words keep their id. Where as many
/// lines are left as there were, words that differ are taken for a new name of what stood in that place if
/// `may_be_renamed`: a guess, which [`renamed`] lists.
pub fn rewritten(before: &[Offered], lines: Vec<Words>, may_be_renamed: bool) -> Vec<Offered> {
    let kept = |w: &Words| before.iter().find(|o| o.en == w.en);
    let is_renamed = may_be_renamed && before.len() == lines.len();
    let mut taken: Vec<String> = lines.iter().filter_map(kept).map(|o| o.id.clone()).collect();
    let mut out = Vec::new();
    for (i, words) in lines.into_iter().enumerate() {
        let same = kept(&words).or_else(|| before.get(i).filter(|o| is_renamed && !taken.contains(&o.id)));
        let id = same.map_or_else(
            || {
                // Words that another one began with are no id any more.
                let is_free = |id: &String| !taken.contains(id) && !before.iter().any(|o| o.id == *id);
                let numbered = (2..).map(|n| format!("{} ({n})", words.en));
                std::iter::once(words.en.clone()).chain(numbered).find(is_free).unwrap_or_default()
            },
            |o| o.id.clone(),
        );
        taken.push(id.clone());
        out.push(Offered { id, words });
    }
    out
}

/// What is called something else now: its id, how it was called, and how it is.
pub fn renamed<'q>(before: &'q [Offered], now: &'q [Offered]) -> impl Iterator<Item = (&'q str, &'q Words, &'q Words)> {
    now.iter().filter_map(|n| {
        let old = before.iter().find(|o| o.id == n.id && o.en != n.en)?;
        Some((n.id.as_str(), &old.words, &n.words))
    })
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Never changes; answers are kept under it, and who sees them goes by it.
    pub id: String,
    pub kind: Kind,
    pub label: Words,
    #[serde(default)]
    pub help: Words,
    /// Why the program asks.
    #[serde(default)]
    pub why: Words,
    #[serde(default)]
    pub options: Vec<Offered>,
    /// Whether one may answer a choice in one's own words.
    #[serde(default)]
    pub own_words: bool,
    #[serde(default)]
    pub max_words: Option<u32>,
    /// Ends of a number or a scale.
    #[serde(default)]
    pub min: Option<i64>,
    #[serde(default)]
    pub max: Option<i64>,
    #[serde(default)]
    pub is_required: bool,
    #[serde(default)]
    pub audience: Audience,
    /// A typed field of the application, as imports name it, or `answer`.
    #[serde(default = "answer")]
    pub goes_to: String,
    #[serde(default)]
    pub only_if: Option<Condition>,
}

impl Question {
    /// Whether only totals are made of its answers, and no field of the application or compartment has been made for
    /// them.
    pub fn is_for_totals(&self) -> bool {
        use crate::applications::mapping::{ANSWER, store_of};
        let is_name = matches!(self.goes_to.as_str(), "first_name" | "last_name");
        self.audience == Audience::Aggregate
            && !is_name
            && (self.goes_to == ANSWER || matches!(store_of(&self.goes_to), "store-application"))
    }

    /// Whether its answer is kept apart from the application: what someone says of themselves, what they need, and what
    /// only totals are made of. It stands beside no name, also in no email.
    pub fn is_kept_apart(&self) -> bool {
        use crate::applications::mapping::store_of;
        self.is_for_totals() || matches!(store_of(&self.goes_to), "store-identity" | "store-access")
    }

    /// The least and the greatest number that answer it. A scale without ends goes from 1 to 5, a number without them
    /// from 0.
    pub fn ends(&self) -> (i64, i64) {
        match self.kind {
            Kind::Scale => (self.min.unwrap_or(1), self.max.unwrap_or(5)),
            _ => (self.min.unwrap_or(0), self.max.unwrap_or(i64::MAX)),
        }
    }

    /// What the question is called where one language is all there is.
    pub fn name(&self) -> &str {
        self.label.of(weft_kernel::i18n::Lang::En)
    }
}

fn answer() -> String {
    "answer".into()
}

/// Questions that stand on one page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub title: Words,
    #[serde(default)]
    pub lead: Words,
    /// The stage in which it is asked, from 1, which is applying.
    #[serde(default = "first")]
    pub stage: i64,
    #[serde(default, rename = "question")]
    pub questions: Vec<Question>,
}

impl Default for Part {
    fn default() -> Self {
        Self { title: Words::default(), lead: Words::default(), stage: first(), questions: Vec::new() }
    }
}

fn first() -> i64 {
    1
}

/// A question before the call: answers with which the program fits, and answers for which something else is better.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FitQuestion {
    pub label: Words,
    pub fits: Vec<Words>,
    pub misfits: Vec<Words>,
}

/// A form: what is said at the top of the call, and its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallForm {
    #[serde(default)]
    pub intro: Words,
    #[serde(default)]
    pub rubric: Words,
    /// A few questions before the form; none is fine.
    #[serde(default)]
    pub fit: Vec<FitQuestion>,
    /// What to say to those whom something else fits better.
    #[serde(default)]
    pub elsewhere: Words,
    #[serde(default, rename = "part")]
    pub parts: Vec<Part>,
    /// Questions that were taken out, the newest last. They stay with the form that is edited and nobody is asked them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<Removed>,
}

/// A question that was taken out of a form, and where it stood, from zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removed {
    pub part: usize,
    pub place: usize,
    pub question: Question,
}

impl CallForm {
    /// How many questions that were taken out can be put back.
    const MOST_REMOVED: usize = 20;

    /// Takes a question out; it can be put back. Returns whether it was there.
    pub fn remove(&mut self, id: &str) -> bool {
        let Some((part, place)) = self.place(id) else { return false };
        let question = self.parts[part].questions.remove(place);
        self.removed.push(Removed { part, place, question });
        let old = self.removed.len().saturating_sub(Self::MOST_REMOVED);
        self.removed.drain(..old);
        true
    }

    /// Puts a question back where it stood, or as near as there is a place. Returns whether it had been taken out.
    pub fn put_back(&mut self, id: &str) -> bool {
        let Some(i) = self.removed.iter().position(|r| r.question.id == id) else { return false };
        if self.parts.is_empty() || self.place(id).is_some() {
            return false;
        }
        let Removed { part, place, question } = self.removed.remove(i);
        let part = part.min(self.parts.len() - 1);
        let questions = &mut self.parts[part].questions;
        questions.insert(place.min(questions.len()), question);
        true
    }

    /// The form as it is asked.
    #[must_use]
    pub fn asked(&self) -> Self {
        Self { removed: Vec::new(), ..self.clone() }
    }

    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.parts.iter().flat_map(|p| &p.questions)
    }

    /// The form with the parts that are asked in these stages.
    #[must_use]
    pub fn at(&self, stages: impl std::ops::RangeBounds<i64>) -> Self {
        let parts = self.parts.iter().filter(|p| stages.contains(&p.stage)).cloned().collect();
        Self { parts, ..self.clone() }
    }

    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions().find(|q| q.id == id)
    }

    /// The place of a question: its part and its position in it, from 0.
    pub fn place(&self, id: &str) -> Option<(usize, usize)> {
        self.parts.iter().enumerate().find_map(|(p, part)| Some((p, part.questions.iter().position(|q| q.id == id)?)))
    }
}

row! {
    /// A season's call. Times are moments; the decision is announced as a day.
    pub struct Call {
        season_id: Id,
        form: Json<CallForm>,
        opens_at: Option<Time>,
        closes_at: Option<Time>,
        decision_on: Option<String>,
        published_version: Option<i64>,
    }
}

/// Where a call stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nobody outside sees it.
    Unpublished,
    /// It is there to be read; applying begins later.
    Announced,
    Open,
    Closed,
}

impl Call {
    pub fn stage(&self, now: Time) -> Stage {
        match (self.published_version, self.opens_at, self.closes_at) {
            (Some(_), Some(opens), Some(_)) if now < opens => Stage::Announced,
            (Some(_), _, Some(closes)) if now <= closes => Stage::Open,
            (Some(_), ..) => Stage::Closed,
            _ => Stage::Unpublished,
        }
    }

    /// The form as it is being edited.
    pub fn edited(&self) -> CallForm {
        self.form.0.clone()
    }
}

row! {
    /// Someone's application before it is sent, and the way back to it afterwards.
    pub struct Draft {
        id: Id,
        season_id: Id,
        language: String,
        email: Option<String>,
        revision: i64,
        started_at: Time,
        saved_at: Time,
        submitted_at: Option<Time>,
        application_id: Option<Id>,
        external_id: Option<String>,
        late_reason: Option<String>,
        entered_by: Option<Id>,
        entered_from: Option<String>,
        /// When the link sent to its address was used, if it was.
        proved_at: Option<Time>,
        /// What was sent, where these are changes to it.
        changes_of: Option<Id>,
        /// When changes to it were too late and were deleted.
        dropped_at: Option<Time>,
        /// The stage whose form it is, from 1.
        stage: i64
    }
}

impl Draft {
    /// Whether the draft's address is this one.
    pub fn is_for(&self, email: &str) -> bool {
        self.email
            .as_deref()
            .is_some_and(|e| weft_people::model::norm_email(e) == weft_people::model::norm_email(email))
    }

    /// Whether someone stands for it: whoever opened the link that was mailed, or the team that enters it.
    pub fn is_vouched_for(&self) -> bool {
        self.proved_at.is_some() || self.entered_by.is_some()
    }
}

row! { pub struct StoredAnswer { question: String, value: Json<Vec<String>>, revision: i64 } }
row! { pub struct Extension { id: Id, email: String, until: Time, reason: String } }

/// What has been answered: values by question. One value for most kinds; `[city, state]` for a place; all that were
/// chosen, or all in their order, for several choices and rankings.
pub type Answers = std::collections::BTreeMap<String, Vec<String>>;

/// Whether a question is asked, given what was answered before it.
pub fn is_asked(form: &CallForm, q: &Question, answers: &Answers) -> bool {
    q.only_if.as_ref().is_none_or(|c| {
        form.question(&c.question).is_some() && answers.get(&c.question).is_some_and(|v| v.contains(&c.answer))
    })
}

/// An answer as people read it.
pub fn shown(t: Tr, q: &Question, values: &[String]) -> String {
    let option = |v: &String| q.options.iter().find(|o| o.id == *v).map_or_else(|| v.clone(), |o| o.of(t.0).to_owned());
    match q.kind {
        Kind::Ranking => {
            values.iter().enumerate().map(|(i, v)| format!("{}. {}", i + 1, option(v))).collect::<Vec<_>>().join("\n")
        }
        Kind::Choices | Kind::Choice => values.iter().map(option).collect::<Vec<_>>().join(", "),
        Kind::Statement => {
            if values.is_empty() {
                String::new()
            } else {
                t.t("yes")
            }
        }
        Kind::Date => values.first().map_or_else(String::new, |v| t.iso_day(v)),
        // Id, what it is, how large.
        Kind::File | Kind::Recording => match values {
            [_, word, bytes] => {
                format!("{}, {}", t.t(&format!("file-{word}")), super::uploads::size(bytes.parse().unwrap_or_default()))
            }
            _ => String::new(),
        },
        _ => values.iter().filter(|v| !v.is_empty()).cloned().collect::<Vec<_>>().join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(texts: &[&str]) -> Vec<Words> {
        texts.iter().map(|t| Words { en: (*t).into(), es: String::new() }).collect()
    }

    fn ids(options: &[Offered]) -> Vec<&str> {
        options.iter().map(|o| o.id.as_str()).collect()
    }

    #[test]
    fn what_is_chosen_keeps_its_id_whatever_it_is_called() {
        let rewritten = |before: &[Offered], lines| super::rewritten(before, lines, true);
        let first = rewritten(&[], lines(&["Housing", "Food", "Health"]));
        assert_eq!(ids(&first), ["Housing", "Food", "Health"]);
        // Called something else, put elsewhere, taken out, added.
        let renamed = rewritten(&first, lines(&["Homes", "Food", "Health"]));
        assert_eq!(ids(&renamed), ["Housing", "Food", "Health"]);
        assert_eq!(ids(&rewritten(&renamed, lines(&["Health", "Homes", "Food"]))), ["Health", "Housing", "Food"]);
        assert_eq!(ids(&rewritten(&renamed, lines(&["Homes", "Health"]))), ["Housing", "Health"]);
        // Words that another one began with are not taken for it.
        let again = rewritten(&renamed, lines(&["Homes", "Food", "Health", "Housing"]));
        assert_eq!(ids(&again), ["Housing", "Food", "Health", "Housing (2)"]);
        // What is said to be another choice is none of the old ones; so is a guess that is asked about.
        let other = super::rewritten(&renamed, lines(&["Homes", "Land", "Health"]), false);
        assert_eq!(ids(&other), ["Housing", "Land", "Health"]);
        let guessed = rewritten(&renamed, lines(&["Homes", "Land", "Health"]));
        let asked: Vec<_> = super::renamed(&renamed, &guessed).map(|(id, was, is)| (id, &*was.en, &*is.en)).collect();
        assert_eq!(asked, [("Food", "Food", "Land")]);
        // Written and read again, they are the same; an older form has no ids.
        let text = serde_json::to_string(&again).expect("writes");
        assert_eq!(serde_json::from_str::<Vec<Offered>>(&text).expect("reads"), again);
        let old: Vec<Offered> = serde_json::from_str(r#"[{"en":"Yes","es":"Sí"}]"#).expect("reads");
        assert_eq!(ids(&old), ["Yes"]);
    }
}
