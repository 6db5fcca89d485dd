//! Emails about an appointment, to both who have it. None says what they will talk about.

use weft_programs::emails::{Audience, EmailKind, Field, Moment};

const FIELDS: &[Field] = &[Field::new("name"), Field::needed("other"), Field::needed("details")];

const fn kind(key: &'static str, place: u8) -> EmailKind {
    EmailKind {
        key,
        at: (Moment::Group, place),
        to: Audience::Members,
        fields: FIELDS,
        programs: &["cohort", "lab"],
        ..EmailKind::USUAL
    }
}

pub static BOOKED: EmailKind = kind("appointment-booked", 50);
pub static MOVED: EmailKind = kind("appointment-moved", 51);
pub static CANCELED: EmailKind = kind("appointment-canceled", 52);
pub static REMINDER: EmailKind = kind("appointment-reminder", 53);
