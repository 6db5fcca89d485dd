//! What selection stores.

use super::goals::Goals;
use weft_kernel::clock::Time;
use weft_kernel::db::Json;
use weft_kernel::db::Word;
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row};
use weft_people::address::MaybeMailed;

one_of! {
    /// What came of an application.
    pub enum Outcome in "outcome.outcome" {
        Invited = "invited",
        Accepted = "accepted",
        Declined = "declined",
        NotChosen = "not-chosen",
    }
}

one_of! {
    /// What someone says who is invited.
    pub enum Answer in "invitation_answer.answer" {
        Accepted = "accepted",
        Declined = "declined",
    }
}

impl From<Answer> for Outcome {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Accepted => Self::Accepted,
            Answer::Declined => Self::Declined,
        }
    }
}

one_of! {
    /// What those who choose have said of an application, with a reason.
    pub enum MarkKind in "selection_mark.mark" {
        Locked = "locked",
        Aside = "aside",
    }
}

/// What stands beside an application for a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    Marked(MarkKind),
    /// An invitation waits for its answer.
    Invited,
}

impl Word for Beside {
    fn name(self) -> &'static str {
        match self {
            Self::Marked(mark) => mark.name(),
            Self::Invited => "invited",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        if text == "invited" { Some(Self::Invited) } else { MarkKind::parse(text).map(Self::Marked) }
    }
}

impl std::fmt::Display for Beside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

one_of! {
    /// How seats are filled that stay open.
    pub enum FillingRule in "filling.rule" {
        Redraw = "redraw",
        Next = "next",
        List = "list",
    }
}

row! {
    pub struct GoalSet {
        id: Id,
        version: i64,
        goals: Json<Goals>,
        protected_by: Option<String>,
        protected_reason: Option<String>,
        created_at: Time,
    }
}
row! {
    /// Someone who is locked or set aside.
    pub struct Mark {
        external_id: String,
        display_name: String,
        mark: MarkKind,
        reason: String,
        marked_by: Option<String>,
    }
}
row! {
    /// How open seats are filled, and how many invitations may be out beyond the seats.
    pub struct Filling { rule: FillingRule, over: i64, declared_by: Option<String>, at: Time }
}
row! { pub struct Alternate { place: i64, external_id: String, display_name: String } }
row! {
    /// What a person may know of where she stands after a choice was made.
    pub struct Standing {
        season_title: String,
        external_id: String,
        rule: FillingRule,
        place: Option<i64>,
        transcript: String,
    }
}
row! {
    pub struct Run {
        id: Id,
        rule: String,
        input_hash: String,
        transcript: String,
        created_at: Time,
        confirmed_at: Option<Time>,
    }
}
row! {
    pub struct RunLine {
        id: Id,
        rule: String,
        created_at: Time,
        confirmed_at: Option<Time>,
        actor: Option<String>,
    }
}
row! {
    pub struct InvitationLine {
        id: Id,
        external_id: String,
        display_name: String,
        seat_from: String,
        created_at: Time,
        expires_at: Time,
        answer: Option<Answer>,
        note: Option<String>,
        answered_at: Option<Time>,
        canceled_at: Option<Time>,
        /// How far its email is in the outbox; none where nobody was written to.
        email: Option<String>,
    }
}

impl InvitationLine {
    /// When it was answered or canceled.
    pub fn ended(&self) -> Option<Time> {
        self.answered_at.or(self.canceled_at)
    }
}

row! {
    pub struct Offered {
        id: Id,
        season_id: Id,
        application_id: Id,
        person_id: Id,
        external_id: String,
        display_name: String,
        season_slug: String,
        season_name: String,
        program_name: String,
        zone: String,
        starts_on: String,
        ends_on: String,
        seat_from: String,
        expires_at: Time,
        canceled_at: Option<Time>,
        mailed_to: MaybeMailed,
        /// Whether the link was used; whoever is signed in opens it without.
        is_by_link: bool,
        answer: Option<Answer>,
        seats: i64,
        over: i64,
    }
}

/// A cohort decided elsewhere has no run; otherwise where a seat came from.
pub const FIRST_OFFER: &str = "first offer";
pub const LATER_OFFER: &str = "waitlist";
