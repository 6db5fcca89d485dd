//! Emails about coaching. None says what the two talk about, nor which of them asked for a change.

use weft_programs::emails::{Audience, EmailKind, Field, Moment};

const fn kind(key: &'static str, place: u8, fields: &'static [Field]) -> EmailKind {
    EmailKind {
        key,
        at: (Moment::Group, place),
        to: Audience::Members,
        fields,
        programs: &["cohort", "lab"],
        ..EmailKind::USUAL
    }
}

const OTHER: &[Field] = &[Field::new("name"), Field::needed("other")];

/// To someone of the cohort: who their coach is.
pub static PAIRED: EmailKind = kind("coaching-paired", 60, OTHER);
/// To a coach: whom they coach.
pub static COACHING: EmailKind = kind("coaching-new-member", 61, OTHER);
/// To someone of the cohort: it ended, and what comes next.
pub static ENDED: EmailKind = kind("coaching-ended", 62, OTHER);
/// To a coach: it ended.
pub static OVER: EmailKind = kind("coaching-over", 63, OTHER);
/// To both: they say different things of a session.
pub static DIFFER: EmailKind =
    kind("coaching-differ", 64, &[Field::new("name"), Field::needed("other"), Field::needed("details")]);
/// To a coach: their certificate ends.
pub static CERTIFICATE: EmailKind =
    kind("coaching-certificate", 65, &[Field::new("name"), Field::needed("coach_expires")]);

const GROUP: &[Field] = &[Field::new("name"), Field::needed("group")];
const SESSION: &[Field] = &[Field::new("name"), Field::needed("group"), Field::needed("details")];

/// To everyone of a group and its coach: it has begun.
pub static GROUP_BEGUN: EmailKind = kind("coaching-group", 66, GROUP);
/// A session of a group, with an entry for the calendar.
pub static GROUP_ENTRY: EmailKind = kind("coaching-group-session", 67, SESSION);
/// A session is off, and its entry goes.
pub static GROUP_OFF: EmailKind = kind("coaching-group-off", 68, SESSION);
/// To someone who is out of a group.
pub static GROUP_OUT: EmailKind = kind("coaching-group-out", 69, GROUP);
/// To the coach of a group: someone is out of it.
pub static GROUP_LESS: EmailKind = kind("coaching-group-less", 74, GROUP);
/// To everyone of a group and its coach: it has ended.
pub static GROUP_ENDED: EmailKind = kind("coaching-group-ended", 73, GROUP);
