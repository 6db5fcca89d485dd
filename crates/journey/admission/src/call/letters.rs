//! Emails to applicants.

use super::model::Call;
use weft_kernel::Kernel;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::mail::named;
use weft_programs::emails::{Audience, EmailKind, Emails, Field, Fill, Moment, Written};

const USUAL: EmailKind = EmailKind { programs: &["cohort"], to: Audience::Applicants, ..EmailKind::USUAL };

/// The way back to a draft. It opens the draft, so nobody else reads it.
pub static LINK: EmailKind = EmailKind { key: "draft-link", at: (Moment::Applying, 2), ..USUAL };

/// It has arrived, and whoever reads this is asked whether they sent it.
pub static CONFIRM: EmailKind =
    EmailKind { key: "application-confirm", at: (Moment::Applying, 3), fields: &[Field::needed("number")], ..USUAL };

/// It has arrived, with a copy of everything that was answered.
pub static SENT: EmailKind = EmailKind {
    key: "application-sent",
    at: (Moment::Applying, 4),
    fields: &[Field::needed("number"), Field::maybe("entered"), Field::maybe("decision_day")],
    has_button: false,
    has_after: true,
    ..USUAL
};

pub static WITHDRAWN: EmailKind =
    EmailKind { key: "application-withdrawn", at: (Moment::Applying, 5), has_button: false, ..USUAL };

/// To an employer: what the season takes, and a page to say that they know.
pub static EMPLOYER: EmailKind = EmailKind {
    key: "acknowledgement",
    at: (Moment::Applying, 6),
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

pub fn received(
    emails: &Emails,
    lang: Lang,
    call: &Call,
    external_id: &str,
    copy: &[(String, String)],
    is_entered: bool,
) -> Written {
    let t = Tr(lang);
    let values = vec![
        ("number", external_id.to_owned()),
        ("entered", if is_entered { t.t("email-application-sent-entered") } else { String::new() }),
        ("decision_day", call.decision_on.as_ref().map_or_else(String::new, |d| t.iso_day(d))),
    ];
    let mut after = vec![t.t("email-application-sent-copy")];
    after.extend(copy.iter().map(|(q, a)| format!("{q}\n{a}")));
    emails.write(&SENT, lang, Fill { values, after, ..Fill::default() })
}

pub fn employer(kernel: &Kernel, emails: &Emails, lang: Lang, name: &str, token: &str) -> Written {
    let fill = Fill {
        values: vec![("applicant", named(name))],
        link: Some(format!("{}/acknowledgement/{token}", kernel.config.base_url)),
        ..Fill::default()
    };
    emails.write(&EMPLOYER, lang, fill)
}

pub fn withdrawn(emails: &Emails, lang: Lang) -> Written {
    emails.write(&WITHDRAWN, lang, Fill::default())
}
