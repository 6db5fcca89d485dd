//! Kinds of emails to those who go on to a stage.

use weft_programs::emails::{Audience, EmailKind, Field, Moment};

const USUAL: EmailKind = EmailKind { programs: &["cohort"], to: Audience::Applicants, ..EmailKind::USUAL };

/// Whoever goes on to a stage with a form: the link to it, and until when.
pub static FORM: EmailKind = EmailKind {
    key: "stage-form",
    at: (Moment::Reviewing, 5),
    fields: &[Field::new("name"), Field::needed("stage"), Field::needed("deadline")],
    ..USUAL
};

/// Whoever has not submitted it, days before it is due.
pub static REMINDER: EmailKind = EmailKind { key: "stage-reminder", at: (Moment::Reviewing, 6), ..FORM };

/// Whoever goes on to a conversation: someone will write to find a time.
pub static CONVERSATION: EmailKind = EmailKind {
    key: "stage-conversation",
    at: (Moment::Reviewing, 7),
    fields: &[Field::new("name"), Field::needed("stage")],
    has_button: false,
    ..USUAL
};
