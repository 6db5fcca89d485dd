//! A person's sheet, and money in words.

use crate::gatherings::model::Meeting;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row};

one_of! {
    /// What became of money that someone asked back.
    pub enum MoneyState in "reimbursement.state" {
        Asked = "asked",
        Paid = "paid",
        Declined = "declined",
    }
}

/// How long sheets are kept after the last day of a gathering.
pub const KEPT_DAYS: i64 = 60;

row! {
    /// What someone needs for a gathering, in her words.
    #[derive(Default)]
    pub struct Sheet {
        arrives_on: Option<String>,
        arrives: String,
        departs_on: Option<String>,
        departs: String,
        nights: Option<i64>,
        room: String,
        diet: String,
        access: String,
        care: String,
        emergency_name: String,
        emergency_phone: String,
        note: String,
    }
}

row! {
    /// Money someone asks back.
    pub struct Reimbursement {
        id: Id,
        person_id: Id,
        name: String,
        cents: i64,
        what: String,
        state: MoneyState,
        reason: String,
        settled_at: Option<Time>,
    }
}

impl Reimbursement {
    pub fn is_asked(&self) -> bool {
        self.state == MoneyState::Asked
    }

    pub fn is_paid(&self) -> bool {
        self.state == MoneyState::Paid
    }

    pub fn is_declined(&self) -> bool {
        self.state == MoneyState::Declined
    }
}

/// The day on which a gathering's sheets are erased.
pub fn erased_on(meeting: &Meeting) -> Option<Time> {
    let last = meeting.sittings.iter().map(crate::gatherings::model::Sitting::ends_at).max()?;
    Some(last.plus_days(KEPT_DAYS))
}
