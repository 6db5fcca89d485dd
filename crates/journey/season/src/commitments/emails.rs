//! The email that asks for a check-in. It says nothing of what the commitment is.

use weft_programs::emails::{Audience, EmailKind, Field, Moment};

pub static CHECK_IN: EmailKind = EmailKind {
    key: "check-in",
    at: (Moment::Group, 40),
    to: Audience::Members,
    fields: &[Field::new("name")],
    programs: &["cohort", "lab"],
    ..EmailKind::USUAL
};
