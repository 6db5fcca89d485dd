//! What an answer to many is.

use serde::{Deserialize, Serialize};

use weft_kernel::clock::Time;
use weft_kernel::db::Json;
use weft_kernel::i18n::{Tr, Words, with_name};
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row};

one_of! {
    /// What someone who was not chosen wants done with their application.
    pub enum Wanted in "application_choice.choice" {
        Keep = "keep",
        Erase = "erase",
    }
}

/// Subject and text in both languages. `{name}`, `{season}` and `{reason}` stand for each person's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    pub subject: Words,
    pub text: Words,
}

/// Why someone was not chosen; said in the letter in words, never as a rank.
pub const REASONS: [&str; 3] = ["seats", "not-eligible", "late"];

row! {
    pub struct Round {
        id: Id,
        letter: Json<Letter>,
        staged_by: Id,
        stager: String,
        staged_at: Time,
        sender: Option<String>,
        sent_at: Option<Time>,
        people: i64,
    }
}

impl Round {
    pub fn letter(&self) -> Letter {
        self.letter.0.clone()
    }
}

row! {
    /// Someone who gets an answer.
    pub struct Addressee {
        application_id: Id,
        person_id: Id,
        external_id: String,
        display_name: String,
        language: String,
        reason: String,
    }
}

row! {
    pub struct Choice {
        application_id: Id,
        season_title: String,
        support_name: String,
        support_email: String,
        choice: Option<Wanted>,
        made_at: Time,
        is_erased: bool,
    }
}

/// A text with a person's own words in the places that stand for them.
pub fn fill(t: Tr, text: &str, name: &str, season: &str, reason: &str) -> String {
    with_name(text, name).replace("{season}", season).replace("{reason}", &t.t(&format!("decline-reason-{reason}")))
}
