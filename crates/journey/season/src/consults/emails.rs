//! Kinds of emails about consults that are open to the cohort.

use weft_programs::emails::{Audience, EmailKind, Field, Moment};

const USUAL: EmailKind = EmailKind { to: Audience::Members, programs: &["cohort", "lab"], ..EmailKind::USUAL };
const FIELDS: &[Field] = &[Field::needed("consult_client"), Field::needed("consult_details")];

/// Someone offered one, or took a place, with an entry for their calendar.
pub static ENTRY: EmailKind = EmailKind { key: "consult-entry", at: (Moment::Group, 70), fields: FIELDS, ..USUAL };

/// Someone gave their place back: the entry goes.
pub static RETURNED: EmailKind =
    EmailKind { key: "consult-returned", at: (Moment::Group, 72), fields: FIELDS, ..USUAL };

/// It is off: the entry goes.
pub static OFF: EmailKind = EmailKind { key: "consult-off", at: (Moment::Group, 71), fields: FIELDS, ..USUAL };
