//! What an answer to many is.

use serde::{Deserialize, Serialize};

use weft_kernel::clock::Time;
use weft_kernel::db::{Json, Word};
use weft_kernel::i18n::Words;
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row};

one_of! {
    /// What someone who was not chosen wants done with their application.
    pub enum Wanted in "application_choice.choice" {
        Keep = "keep",
        Erase = "erase",
    }
}

/// Subject and text in both languages. `{name}`, `{season}` and `{reason}` stand for each person's own. Alternates get
/// an email of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    pub subject: Words,
    pub text: Words,
    #[serde(default)]
    pub alternate_subject: Words,
    #[serde(default)]
    pub alternate_text: Words,
}

impl Letter {
    /// Subject and text for someone, by why they are written to.
    pub fn to(&self, reason: &str) -> (&Words, &Words) {
        if reason == Standing::Alternate.name() {
            (&self.alternate_subject, &self.alternate_text)
        } else {
            (&self.subject, &self.text)
        }
    }
}

/// What has come of an application, or what its person waits for: exactly one of these, always.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Eligible, and not chosen so far. Written to.
    Seats,
    /// Decided not to be eligible. Written to.
    NotEligible,
    /// Came late, and was decided not to be eligible. Written to.
    Late,
    /// On the list of alternates, and not told so yet. Written to, with an email of their own.
    Alternate,
    /// Came in time; nobody has decided on eligibility.
    Undecided,
    /// Came late; nobody has decided on eligibility.
    LateUndecided,
    AlternateTold,
    /// Has an invitation that waits for its answer.
    Invited,
    Seated,
    Declined,
    /// Was told that they were not chosen.
    Answered,
    Withdrawn,
    Duplicate,
}

impl Standing {
    pub const ALL: [Self; 13] = [
        Self::Seats,
        Self::NotEligible,
        Self::Late,
        Self::Alternate,
        Self::Undecided,
        Self::LateUndecided,
        Self::AlternateTold,
        Self::Invited,
        Self::Seated,
        Self::Declined,
        Self::Answered,
        Self::Withdrawn,
        Self::Duplicate,
    ];

    /// The next round writes to them.
    pub fn is_written_to(self) -> bool {
        matches!(self, Self::Seats | Self::NotEligible | Self::Late | Self::Alternate)
    }
}

impl Word for Standing {
    fn name(self) -> &'static str {
        match self {
            Self::Seats => "seats",
            Self::NotEligible => "not-eligible",
            Self::Late => "late",
            Self::Alternate => "alternate",
            Self::Undecided => "undecided",
            Self::LateUndecided => "late-undecided",
            Self::AlternateTold => "alternate-told",
            Self::Invited => "invited",
            Self::Seated => "seated",
            Self::Declined => "declined",
            Self::Answered => "answered",
            Self::Withdrawn => "withdrawn",
            Self::Duplicate => "duplicate",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.name() == text)
    }
}

impl std::fmt::Display for Standing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

row! {
    pub struct Round {
        id: Id,
        letter: Json<Letter>,
        staged_by: Id,
        stager: String,
        staged_at: Time,
        sender: Option<String>,
        sent_at: Option<Time>,
        /// When it goes out by itself, because its preparer sends it alone.
        alone_at: Option<Time>,
        people: i64,
    }
}

impl Round {
    pub fn letter(&self) -> Letter {
        self.letter.0.clone()
    }
}

row! {
    /// An applicant; `reason` is the name of their [`Standing`].
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
        season_slug: String,
        choice: Option<Wanted>,
        made_at: Time,
        is_erased: bool,
        /// Was invited or seated after all: no clock runs.
        is_held: bool,
    }
}
