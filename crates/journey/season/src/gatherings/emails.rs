//! Kinds of emails about gatherings.

use weft_programs::emails::{Audience, EmailKind, Field, Moment};

const USUAL: EmailKind = EmailKind { to: Audience::TakingPart, ..EmailKind::USUAL };
const TITLE: Field = Field::needed("title");
const DETAILS: Field = Field::needed("details");

/// A time that is someone's now, with an entry for their calendar.
pub static NEW: EmailKind = EmailKind {
    key: "gathering",
    at: (Moment::Gathering, 1),
    fields: &[TITLE, Field::new("day"), DETAILS, Field::maybe("purpose")],
    ..USUAL
};

/// They are asked to choose a time.
pub static CHOOSE: EmailKind = EmailKind {
    key: "gathering-choose",
    at: (Moment::Gathering, 2),
    fields: &[TITLE, Field::needed("times"), Field::maybe("choose_by")],
    ..USUAL
};

/// A seat came free that they waited for.
pub static OPENED: EmailKind = EmailKind {
    key: "gathering-opened",
    at: (Moment::Gathering, 3),
    fields: &[TITLE, Field::new("day"), DETAILS, Field::maybe("purpose")],
    ..USUAL
};

pub static CHANGED: EmailKind = EmailKind {
    key: "gathering-changed",
    at: (Moment::Gathering, 4),
    fields: &[TITLE, Field::new("day"), Field::maybe("changes"), DETAILS],
    ..USUAL
};

pub static OFF: EmailKind = EmailKind {
    key: "gathering-off",
    at: (Moment::Gathering, 5),
    fields: &[TITLE, Field::new("day"), DETAILS, Field::maybe("why")],
    ..USUAL
};

/// A time is no longer theirs: they chose another, or gave it back.
pub static LEFT: EmailKind = EmailKind {
    key: "gathering-left",
    at: (Moment::Gathering, 6),
    fields: &[TITLE, Field::new("day"), DETAILS],
    ..USUAL
};

pub static REMIND_DAY: EmailKind =
    EmailKind { key: "reminder-day", at: (Moment::Gathering, 7), fields: &[TITLE, DETAILS], has_after: true, ..USUAL };

pub static REMIND_HOUR: EmailKind =
    EmailKind { key: "reminder-hour", at: (Moment::Gathering, 8), fields: &[TITLE, DETAILS], has_after: true, ..USUAL };

/// Someone has not answered yet, and whoever runs the gathering asks again.
pub static REMIND_RSVP: EmailKind =
    EmailKind { key: "rsvp-reminder", at: (Moment::Gathering, 9), fields: &[TITLE, DETAILS], has_after: true, ..USUAL };

/// The dates of the season are certain, after published texts had differed.
pub static CONFIRMED: EmailKind =
    EmailKind { key: "dates-confirmed", at: (Moment::Gathering, 10), fields: &[Field::needed("dates")], ..USUAL };
