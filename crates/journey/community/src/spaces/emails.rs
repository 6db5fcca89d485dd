//! Emails about spaces. They name neither the space nor who is in it.

use weft_programs::emails::{Audience, EmailKind, Moment};

const USUAL: EmailKind = EmailKind { to: Audience::TakingPart, ..EmailKind::USUAL };

/// To someone who is invited.
pub static INVITED: EmailKind = EmailKind { key: "space-invited", at: (Moment::Group, 30), ..USUAL };

/// To someone who asked and was let in.
pub static LET_IN: EmailKind = EmailKind { key: "space-in", at: (Moment::Group, 31), ..USUAL };
