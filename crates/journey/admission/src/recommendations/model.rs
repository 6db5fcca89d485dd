//! What a season asks of recommenders, and how far a recommendation is.

use serde::{Deserialize, Serialize};

use crate::call::model::{CallForm, Part, Question, shown};
use weft_kernel::clock::Time;
use weft_kernel::db::Json;
use weft_kernel::i18n::{Lang, Tr, Words};
use weft_kernel::ids::Id;
use weft_kernel::row;

/// The most recommendations that a program can ask for.
pub const MOST: i64 = 3;

/// People whom one applicant may name in all, those replaced among them: each of them gets an email.
pub const MOST_NAMED: i64 = 12;

row! {
    /// What a season asks: how many recommendations (0 for none), until when, and with which questions.
    pub struct Plan {
        season_id: Id,
        most: i64,
        is_required: bool,
        /// Whether applicants read what is written; for recommendations asked for from now on.
        is_shown: bool,
        due_on: Option<String>,
        due_at: Option<Time>,
        intro: Json<Words>,
        questions: Json<Vec<Question>>,
    }
}

impl Plan {
    pub fn is_on(&self) -> bool {
        self.most > 0
    }

    /// Whether the last day is over.
    pub fn is_over(&self, now: Time) -> bool {
        self.due_at.is_none_or(|at| now > at)
    }

    /// The questions as a form of one part, so that what reads and checks forms reads and checks these.
    pub fn form(&self) -> CallForm {
        let part = Part { questions: self.questions.0.clone(), ..Part::default() };
        CallForm { parts: vec![part], ..CallForm::default() }
    }
}

/// One answer as it was sent, with the question as it was asked then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub question: Question,
    pub values: Vec<String>,
}

/// What was said, as people read it: question and answer, without answers that are empty.
pub fn said(t: Tr, all: &[Said]) -> Vec<(String, String)> {
    let both = |s: &Said| (s.question.label.of(t.0).to_owned(), shown(t, &s.question, &s.values));
    all.iter().map(both).filter(|(_, answer)| !answer.is_empty()).collect()
}

row! {
    /// Someone who was named as a recommender, and what came of it.
    pub struct Recommendation {
        id: Id,
        season_id: Id,
        draft_id: Id,
        application_id: Option<Id>,
        /// The applicant, as the recommender knows them.
        asker: String,
        name: String,
        email: String,
        relation: String,
        language: String,
        is_shown: bool,
        named_at: Time,
        /// When the first email was written; none while the applicant's own address is not confirmed.
        asked_at: Option<Time>,
        reminded_at: Option<Time>,
        opened_at: Option<Time>,
        declined_at: Option<Time>,
        decline_reason: Option<String>,
        sent_at: Option<Time>,
        answers: Option<Json<Vec<Said>>>,
        /// Removed or replaced by the applicant.
        ended_at: Option<Time>,
        revision: i64,
    }
}

/// How far a recommendation is, as the applicant and the leads see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Named; the email goes out once the applicant's address is confirmed.
    Waiting,
    Asked,
    Opened,
    Declined,
    Received,
}

impl State {
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Asked => "asked",
            Self::Opened => "opened",
            Self::Declined => "declined",
            Self::Received => "received",
        }
    }
}

impl State {
    /// By when it was asked for, opened, declined, and sent.
    pub fn of([asked, opened, declined, sent]: [Option<Time>; 4]) -> Self {
        if sent.is_some() {
            Self::Received
        } else if declined.is_some() {
            Self::Declined
        } else if opened.is_some() {
            Self::Opened
        } else if asked.is_some() {
            Self::Asked
        } else {
            Self::Waiting
        }
    }
}

impl Recommendation {
    pub fn state(&self) -> State {
        State::of([self.asked_at, self.opened_at, self.declined_at, self.sent_at])
    }

    /// Whether it takes one of the places that there are: whoever declined leaves theirs.
    pub fn is_counted(&self) -> bool {
        self.state() != State::Declined
    }

    /// Whether someone was written to who has not answered.
    pub fn is_open(&self) -> bool {
        matches!(self.state(), State::Asked | State::Opened)
    }

    pub fn lang(&self) -> Lang {
        Lang::parse(&self.language).unwrap_or_default()
    }

    /// The last time they were written to.
    pub fn written_to_at(&self) -> Option<Time> {
        self.reminded_at.or(self.asked_at)
    }

    /// Whether the applicant, or a lead, may remind them now: once a day at most.
    pub fn may_remind(&self, now: Time) -> bool {
        self.is_open() && self.written_to_at().is_some_and(|at| at <= now.plus_days(-1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named() -> Recommendation {
        let id = || Id::stored("1".into());
        Recommendation {
            id: id(),
            season_id: id(),
            draft_id: id(),
            application_id: None,
            asker: String::new(),
            name: String::new(),
            email: String::new(),
            relation: String::new(),
            language: "en".into(),
            is_shown: false,
            named_at: Time(0),
            asked_at: None,
            reminded_at: None,
            opened_at: None,
            declined_at: None,
            decline_reason: None,
            sent_at: None,
            answers: None,
            ended_at: None,
            revision: 0,
        }
    }

    #[test]
    fn a_recommendation_is_in_one_state_and_reminded_once_a_day() {
        let mut r = named();
        assert_eq!(r.state(), State::Waiting);
        assert!(r.is_counted() && !r.is_open() && !r.may_remind(Time(0).plus_days(9)), "nobody was written to");
        r.asked_at = Some(Time(0));
        assert_eq!(r.state(), State::Asked);
        assert!(!r.may_remind(Time(0).plus_seconds(86_399)) && r.may_remind(Time(0).plus_days(1)));
        r.reminded_at = Some(Time(0).plus_days(1));
        assert!(!r.may_remind(Time(0).plus_days(1)) && r.may_remind(Time(0).plus_days(2)));
        r.opened_at = Some(Time(1));
        assert_eq!(r.state(), State::Opened);
        r.declined_at = Some(Time(2));
        assert!(r.state() == State::Declined && !r.is_counted() && !r.may_remind(Time(0).plus_days(9)));
        r.sent_at = Some(Time(3));
        assert!(r.state() == State::Received && r.is_counted() && !r.may_remind(Time(0).plus_days(9)));
    }

    #[test]
    fn without_a_last_day_nothing_is_open() {
        let mut plan = Plan {
            season_id: Id::stored("s".into()),
            most: 2,
            is_required: false,
            is_shown: false,
            due_on: None,
            due_at: None,
            intro: Json(Words::default()),
            questions: Json(Vec::new()),
        };
        assert!(plan.is_over(Time(0)));
        plan.due_at = Some(Time(5));
        assert!(!plan.is_over(Time(5)) && plan.is_over(Time(6)));
    }
}
