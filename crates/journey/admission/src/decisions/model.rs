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

/// How many people applied for how many seats: what an email says of why must be true of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crowd {
    pub applied: usize,
    pub seats: i64,
}

impl Crowd {
    /// Counts everyone who has not withdrawn and whose application is no second one.
    pub fn of(all: &[Addressee], seats: i64) -> Self {
        let is_out = |a: &&Addressee| [Standing::Withdrawn, Standing::Duplicate].iter().any(|s| s.name() == a.reason);
        Self { applied: all.len() - all.iter().filter(is_out).count(), seats }
    }

    /// The text that `{reason}` stands for, by why someone is written to.
    pub fn reason(self, standing: &str) -> String {
        let applied = i64::try_from(self.applied).unwrap_or(i64::MAX);
        match standing {
            "seats" if applied >= self.seats.saturating_mul(2) => "decline-reason-seats".to_owned(),
            "seats" if applied > self.seats => "decline-reason-seats-more".to_owned(),
            "seats" => "decline-reason-seats-few".to_owned(),
            other => format!("decline-reason-{other}"),
        }
    }
}

/// An email with what is true of everyone it goes to.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    pub letter: &'a Letter,
    pub crowd: Crowd,
}

/// What has come of an application, or what its person waits for: exactly one of these, always.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Eligible, and not chosen so far. Written to.
    Seats,
    /// Eligible, and not among those who went on to the stage that choosing is at. Written to.
    NotMovedOn,
    /// Decided not to be eligible. Written to.
    NotEligible,
    /// Came late, and was decided not to be eligible. Written to.
    Late,
    /// On the list of alternates, and not told so yet. Written to, with an email of their own.
    Alternate,
    /// Eligible, and in a stage after which another is planned.
    InStage,
    /// Came in time; nobody has decided on eligibility.
    Undecided,
    /// Came late; nobody has decided on eligibility.
    LateUndecided,
    AlternateTold,
    /// Has an invitation that waits for its answer.
    Invited,
    Seated,
    Declined,
    /// Chosen, and not invited yet.
    Chosen,
    /// Was told that they were not chosen.
    Answered,
    /// Decided; the email that tells it waits in the outbox.
    Telling,
    /// Decided; the email that tells it was discarded, or could not be delivered.
    Untold,
    AlternateTelling,
    AlternateUntold,
    Withdrawn,
    Duplicate,
}

impl Standing {
    pub const ALL: [Self; 20] = [
        Self::Seats,
        Self::NotMovedOn,
        Self::NotEligible,
        Self::Late,
        Self::Alternate,
        Self::InStage,
        Self::Undecided,
        Self::LateUndecided,
        Self::AlternateTold,
        Self::Invited,
        Self::Seated,
        Self::Declined,
        Self::Chosen,
        Self::Answered,
        Self::Telling,
        Self::Untold,
        Self::AlternateTelling,
        Self::AlternateUntold,
        Self::Withdrawn,
        Self::Duplicate,
    ];

    /// The same while reviews are open or not: then to those alone who did not go on to what is reviewed.
    pub fn is_written_to_now(self, is_reviewing: bool) -> bool {
        self.is_written_to() && (!is_reviewing || self == Self::NotMovedOn)
    }

    /// The next round writes to them.
    pub fn is_written_to(self) -> bool {
        matches!(self, Self::Seats | Self::NotMovedOn | Self::NotEligible | Self::Late | Self::Alternate)
    }
}

impl Word for Standing {
    fn name(self) -> &'static str {
        match self {
            Self::Seats => "seats",
            Self::NotMovedOn => "not-moved-on",
            Self::InStage => "in-stage",
            Self::NotEligible => "not-eligible",
            Self::Late => "late",
            Self::Alternate => "alternate",
            Self::Undecided => "undecided",
            Self::LateUndecided => "late-undecided",
            Self::AlternateTold => "alternate-told",
            Self::Invited => "invited",
            Self::Seated => "seated",
            Self::Declined => "declined",
            Self::Chosen => "chosen",
            Self::Answered => "answered",
            Self::Telling => "telling",
            Self::Untold => "untold",
            Self::AlternateTelling => "alternate-telling",
            Self::AlternateUntold => "alternate-untold",
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
        /// Of its emails, those that still wait in the outbox.
        waiting: i64,
        /// Those that were discarded or could not be delivered.
        unsent: i64,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_speaks_of_more_applications_than_seats_only_where_there_are() {
        let said = |applied, seats| Crowd { applied, seats }.reason("seats");
        assert_eq!(said(2, 2), "decline-reason-seats-few");
        assert_eq!(said(3, 2), "decline-reason-seats-more");
        assert_eq!(said(175, 20), "decline-reason-seats");
        assert_eq!(Crowd { applied: 2, seats: 2 }.reason("late"), "decline-reason-late");
    }
}
