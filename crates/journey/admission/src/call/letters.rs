//! Emails to applicants.

use super::model::Call;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::mail::named;
use weft_programs::Season;
use weft_programs::emails::{Audience, EmailKind, Emails, Field, Fill, Moment, Written};

const USUAL: EmailKind = EmailKind { programs: &["cohort"], to: Audience::Applicants, ..EmailKind::USUAL };

/// The way back to a draft. It opens the draft, so nobody else reads it.
pub static LINK: EmailKind = EmailKind { key: "draft-link", at: (Moment::Applying, 2), ..USUAL };

/// It has arrived, and whoever reads this is asked whether they sent it.
pub static CONFIRM: EmailKind =
    EmailKind { key: "application-confirm", at: (Moment::Applying, 3), fields: &[Field::needed("number")], ..USUAL };

const ARRIVED: EmailKind = EmailKind {
    fields: &[
        Field::needed("number"),
        Field::maybe("entered"),
        Field::maybe("change_until"),
        Field::maybe("decision_day"),
    ],
    has_after: true,
    ..USUAL
};

/// It has arrived, with a copy of what was answered.
pub static SENT: EmailKind = EmailKind { key: "application-sent", at: (Moment::Applying, 4), ..ARRIVED };

/// Changes to it have arrived.
pub static CHANGED: EmailKind = EmailKind { key: "application-changed", at: (Moment::Applying, 5), ..ARRIVED };

/// It was withdrawn and is in again.
pub static AGAIN: EmailKind = EmailKind { key: "application-sent-again", at: (Moment::Applying, 6), ..ARRIVED };

/// Changes that were not submitted by the deadline were deleted.
pub static DROPPED: EmailKind = EmailKind {
    key: "changes-deleted",
    at: (Moment::Applying, 7),
    fields: &[Field::needed("submitted_at")],
    has_button: false,
    ..USUAL
};

/// It was not sent again by the deadline and stays withdrawn.
pub static STAYS_WITHDRAWN: EmailKind = EmailKind {
    key: "stays-withdrawn",
    at: (Moment::Applying, 8),
    fields: &[Field::needed("submitted_at")],
    has_button: false,
    ..USUAL
};

/// A draft is not sent yet.
pub static REMINDER: EmailKind = EmailKind {
    key: "draft-reminder",
    at: (Moment::Applying, 9),
    fields: &[Field::needed("deadline")],
    has_after: true,
    ..USUAL
};

pub static WITHDRAWN: EmailKind = EmailKind {
    key: "application-withdrawn",
    at: (Moment::Applying, 10),
    fields: &[Field::maybe("change_until")],
    ..USUAL
};

/// The form of a later stage has arrived, with a copy of what was answered.
pub static STAGE_SENT: EmailKind = EmailKind {
    key: "stage-submitted",
    at: (Moment::Applying, 12),
    fields: &[Field::needed("number"), Field::needed("stage"), Field::maybe("change_until")],
    has_after: true,
    ..USUAL
};

/// To an employer: what the season takes, and a page to say that they know.
pub static EMPLOYER: EmailKind = EmailKind {
    key: "acknowledgement",
    at: (Moment::Applying, 11),
    to: Audience::Others,
    fields: &[Field::needed("applicant")],
    ..USUAL
};

fn resume(kernel: &Kernel, emails: &Emails, token: &str) -> String {
    format!("{}/call/{}/resume/{token}", kernel.config.base_url, emails.season.slug)
}

pub fn link(kernel: &Kernel, emails: &Emails, lang: Lang, token: &str) -> Written {
    emails.write(&LINK, lang, Fill { link: Some(resume(kernel, emails, token)), ..Fill::default() })
}

/// Nothing that was typed stands here but the number.
pub fn confirm(kernel: &Kernel, emails: &Emails, lang: Lang, external_id: &str, token: &str) -> Written {
    let values = vec![("number", external_id.to_owned())];
    emails.write(&CONFIRM, lang, Fill { values, link: Some(resume(kernel, emails, token)), ..Fill::default() })
}

/// What has arrived.
#[derive(Clone, Copy, Debug)]
pub enum Arrived {
    First,
    Changes,
    /// It was withdrawn and is in again.
    Again,
}

impl Arrived {
    fn kind(self) -> &'static EmailKind {
        match self {
            Self::First => &SENT,
            Self::Changes => &CHANGED,
            Self::Again => &AGAIN,
        }
    }
}

/// What an email repeats of the answers, and whether the form asks what no email repeats.
pub struct Mailed {
    pub answers: Vec<(String, String)>,
    pub keeps_apart: bool,
}

impl Mailed {
    fn lines(&self, t: Tr) -> Vec<String> {
        let mut lines = vec![t.t("email-application-sent-copy")];
        lines.extend(self.answers.iter().map(|(q, a)| format!("{q}\n{a}")));
        lines.extend(self.keeps_apart.then(|| t.t("email-application-sent-apart")));
        lines
    }
}

/// That something has arrived: what, where, until when it can be changed, and a copy of the answers.
pub struct Receipt<'a> {
    pub what: Arrived,
    pub season: &'a Season,
    pub call: &'a Call,
    pub until: Option<Time>,
    pub external_id: &'a str,
    pub copy: &'a Mailed,
    pub is_entered: bool,
}

/// It has arrived, with a copy of what was answered. `token` opens its page.
pub fn received(kernel: &Kernel, emails: &Emails, lang: Lang, r: &Receipt<'_>, token: &str) -> Written {
    let t = Tr(lang);
    let or_none = |text: Option<String>| text.unwrap_or_default();
    let values = vec![
        ("number", r.external_id.to_owned()),
        ("entered", if r.is_entered { t.t("email-application-sent-entered") } else { String::new() }),
        ("change_until", or_none(r.until.map(|at| t.moment(at, &r.season.zone)))),
        ("decision_day", or_none(r.call.decision_on.as_ref().map(|d| t.iso_day(d)))),
    ];
    let after = r.copy.lines(t);
    emails.write(
        r.what.kind(),
        lang,
        Fill { values, after, link: Some(resume(kernel, emails, token)), ..Fill::default() },
    )
}

/// That the form of a later stage has arrived.
pub struct StageReceipt<'a> {
    pub season: &'a Season,
    pub stage: &'a str,
    pub until: Option<Time>,
    pub external_id: &'a str,
    pub copy: &'a Mailed,
}

/// The form of a later stage has arrived, with a copy. `token` opens its page.
pub fn stage_received(kernel: &Kernel, emails: &Emails, lang: Lang, r: &StageReceipt<'_>, token: &str) -> Written {
    let t = Tr(lang);
    let until = r.until.map_or_else(String::new, |at| t.moment(at, &r.season.zone));
    let values = vec![("number", r.external_id.to_owned()), ("stage", r.stage.to_owned()), ("change_until", until)];
    let after = r.copy.lines(t);
    let link = Some(resume(kernel, emails, token));
    emails.write(&STAGE_SENT, lang, Fill { values, after, link, ..Fill::default() })
}

/// Changes that were not submitted by the deadline were deleted; what was sent at `at` counts, unless it is withdrawn.
pub fn dropped(emails: &Emails, lang: Lang, at: Time, is_withdrawn: bool) -> Written {
    let values = vec![("submitted_at", Tr(lang).moment(at, &emails.season.zone))];
    let kind = if is_withdrawn { &STAYS_WITHDRAWN } else { &DROPPED };
    emails.write(kind, lang, Fill { values, ..Fill::default() })
}

/// A draft is not sent yet; `opens` is its link, `ends` is where reminders are ended.
pub fn reminder(kernel: &Kernel, emails: &Emails, lang: Lang, until: Time, (opens, ends): (&str, &str)) -> Written {
    let t = Tr(lang);
    let values = vec![("deadline", t.moment(until, &emails.season.zone))];
    let after = vec![t.a("email-draft-reminder-end", "url", ends.to_owned())];
    emails.write(&REMINDER, lang, Fill { values, after, link: Some(resume(kernel, emails, opens)), ..Fill::default() })
}

pub fn employer(kernel: &Kernel, emails: &Emails, lang: Lang, name: &str, token: &str) -> Written {
    let fill = Fill {
        values: vec![("applicant", named(name))],
        link: Some(format!("{}/acknowledgement/{token}", kernel.config.base_url)),
        ..Fill::default()
    };
    emails.write(&EMPLOYER, lang, fill)
}

/// It is withdrawn; `again` is the link by which it can be sent again, and until when.
pub fn withdrawn(kernel: &Kernel, emails: &Emails, lang: Lang, again: Option<(&str, Option<Time>)>) -> Written {
    let until = again.and_then(|(_, until)| until).map(|at| Tr(lang).moment(at, &emails.season.zone));
    let fill = Fill {
        values: vec![("change_until", until.unwrap_or_default())],
        link: again.map(|(token, _)| resume(kernel, emails, token)),
        ..Fill::default()
    };
    emails.write(&WITHDRAWN, lang, fill)
}
