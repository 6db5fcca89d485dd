//! Kinds of emails about times and meetings of a home team. They go to its members alone.

use weft_programs::emails::{Audience, EmailKind, Field, Moment};

const USUAL: EmailKind = EmailKind { to: Audience::Members, programs: &["cohort", "lab"], ..EmailKind::USUAL };
const TITLE: Field = Field::needed("meeting");
const TIMES: Field = Field::needed("meeting_times");
const BY: Field = Field::maybe("poll_answer_by");
const DETAILS: Field = Field::needed("meeting_details");

/// Someone asks the team when it can meet.
pub static POLL: EmailKind =
    EmailKind { key: "team-poll", at: (Moment::Group, 50), fields: &[TITLE, Field::new("asker"), TIMES, BY], ..USUAL };

/// Someone of the team has not answered yet.
pub static REMINDER: EmailKind = EmailKind {
    key: "team-poll-reminder",
    at: (Moment::Group, 51),
    fields: &[TITLE, TIMES, BY],
    has_after: true,
    ..USUAL
};

/// A time was chosen, with an entry for their calendar.
pub static MEETING: EmailKind =
    EmailKind { key: "team-meeting", at: (Moment::Group, 52), fields: &[TITLE, DETAILS], ..USUAL };

/// Another time was chosen: the entry moves.
pub static CHANGED: EmailKind =
    EmailKind { key: "team-meeting-changed", at: (Moment::Group, 53), fields: &[TITLE, DETAILS], ..USUAL };

/// The meeting is off: the entry goes.
pub static OFF: EmailKind =
    EmailKind { key: "team-meeting-off", at: (Moment::Group, 54), fields: &[TITLE, DETAILS], ..USUAL };
