//! Kinds of emails about travel, rooms and food. What someone needs and what money they get stands on the page, never
//! in an email.

use weft_programs::emails::{Audience, EmailKind, Field, Moment};

const USUAL: EmailKind = EmailKind { to: Audience::TakingPart, fields: &[Field::needed("title")], ..EmailKind::USUAL };

pub static ASK: EmailKind = EmailKind { key: "logistics", at: (Moment::Gathering, 10), ..USUAL };
pub static SETTLED: EmailKind = EmailKind { key: "reimbursement", at: (Moment::Gathering, 11), ..USUAL };
