//! Kinds of emails that tell a decision. A round begins with these texts; its own editor changes them for that round.

use weft_programs::emails::{Audience, EmailKind, Field, Moment};

const USUAL: EmailKind =
    EmailKind { programs: &["cohort"], to: Audience::Applicants, written_at: "decisions", ..EmailKind::USUAL };

/// Not selected, or not eligible.
pub static DECISION: EmailKind = EmailKind {
    key: "decision",
    at: (Moment::Deciding, 6),
    fields: &[Field::new("name"), Field::new("reason")],
    ..USUAL
};

/// On the list of alternates, for now.
pub static ALTERNATE: EmailKind = EmailKind {
    key: "alternate",
    at: (Moment::Deciding, 5),
    fields: &[Field::new("name")],
    has_button: false,
    ..USUAL
};
