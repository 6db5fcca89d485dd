//! Emails about conversations: what was written, to those who read it.

use weft_programs::emails::{Audience, EmailKind, Field, Moment};

const USUAL: EmailKind = EmailKind { to: Audience::Members, programs: &["cohort", "lab"], ..EmailKind::USUAL };

/// New messages of one topic, to someone who wants each, or who is mentioned.
pub static NEW: EmailKind = EmailKind {
    key: "talk-new",
    at: (Moment::Group, 60),
    fields: &[Field::new("name"), Field::new("topic"), Field::new("place")],
    ..USUAL
};

/// What is new in all topics, once a day.
pub static DIGEST: EmailKind =
    EmailKind { key: "talk-digest", at: (Moment::Group, 61), fields: &[Field::new("name")], ..USUAL };

/// An answer by email that could not be posted, or not whole.
pub static REFUSED: EmailKind = EmailKind {
    key: "talk-refused",
    at: (Moment::Group, 62),
    fields: &[Field::new("topic"), Field::new("reason")],
    ..USUAL
};
