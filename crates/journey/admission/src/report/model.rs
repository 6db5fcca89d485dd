//! Themes, codings and what a report counts.

use crate::applications::merges::Merges;
use weft_kernel::clock::Time;
use weft_kernel::db::Json;
use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::row;

row! {
    /// A theme of the codebook of one question, by its id. `keywords` are separated by line breaks; they hint and
    /// decide nothing.
    pub struct Theme {
        question: String,
        code: String,
        label_en: String,
        label_es: String,
        definition: String,
        keywords: String,
        place: i64,
    }
}

impl Theme {
    pub fn label(&self) -> Words {
        Words { en: self.label_en.clone(), es: self.label_es.clone() }
    }

    /// The keywords found in a text, as they stand in the codebook.
    pub fn hints(&self, text: &str) -> Vec<String> {
        let text = weft_kernel::plain::norm_words(text);
        let has = |word: &&str| {
            let word = weft_kernel::plain::norm_words(word);
            !word.trim().is_empty() && text.contains(word.trim_end())
        };
        self.keywords.lines().map(str::trim).filter(has).map(str::to_owned).collect()
    }
}

row! {
    /// One person's coding of one answer: codes as a JSON array, perhaps none.
    pub struct Coding { application_id: Id, question: String, codes: Json<Vec<String>>, by_id: Id, at: Time }
}

impl Coding {
    pub fn codes(&self) -> Vec<String> {
        self.codes.0.clone()
    }
}

row! {
    /// What the report counts of an applicant: no name, no contact, no identity.
    pub struct Counted {
        id: Id,
        external_id: String,
        region: Option<String>,
        scope: Option<String>,
        setting: Option<String>,
        role_level: Option<String>,
        body_type: Option<String>,
        primary_issue_area: Option<String>,
        other_issue_areas: Option<String>,
        health_focus: Option<String>,
        language: String,
        years_in_role: Option<f64>,
        is_eligible: bool,
        is_read: bool,
        is_member: bool,
    }
}

row! {
    /// How many people of a pool said the same of themselves, and how many of them have a seat; nobody by name.
    pub struct AboutThem { field: String, asked: String, value: String, people: i64, seated: i64 }
}

impl Counted {
    /// Counts values as one that a lead counts as one.
    pub fn merge(&mut self, merges: &Merges) {
        for (field, value) in [
            ("region", &mut self.region),
            ("scope", &mut self.scope),
            ("setting", &mut self.setting),
            ("body_type", &mut self.body_type),
            ("role_level", &mut self.role_level),
            ("primary_issue_area", &mut self.primary_issue_area),
            ("health_focus", &mut self.health_focus),
        ] {
            merges.one(field, value);
        }
    }
}

/// An answer to code: whose number it is, and the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub application: Id,
    pub external_id: String,
    pub text: String,
}
