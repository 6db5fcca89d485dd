//! Mails to applicants.

use super::model::Call;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::mail::{Letter, named};
use weft_programs::Season;

/// The way back to a draft.
pub fn link<'a>(kernel: &Kernel, lang: Lang, season: &Season, token: &str) -> Letter<'a> {
    let t = Tr(lang);
    Letter {
        lang: lang.tag(),
        subject: t.a("mail-draft-subject", "season", season.title()),
        paragraphs: vec![
            t.a("mail-draft-text", "season", season.title()),
            t.t("mail-draft-only"),
            t.a("mail-questions", "email", season.support_email.clone()),
        ],
        button: Some((t.t("mail-draft-button"), page(kernel, season, token))),
    }
}

/// It has arrived, and whoever reads this is asked whether they sent it. Nothing that was typed stands here but the
/// number.
pub fn confirm<'a>(kernel: &Kernel, lang: Lang, season: &Season, external_id: &str, token: &str) -> Letter<'a> {
    let t = Tr(lang);
    Letter {
        lang: lang.tag(),
        subject: t.a("mail-confirm-subject", "season", season.title()),
        paragraphs: vec![
            t.a2("mail-confirm-text", "season", season.title(), "id", external_id.to_owned()),
            t.t("mail-confirm-not-you"),
            t.a("mail-questions", "email", season.support_email.clone()),
        ],
        button: Some((t.t("mail-confirm-button"), page(kernel, season, token))),
    }
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
    fn word(self) -> &'static str {
        match self {
            Self::First => "received",
            Self::Changes => "changed",
            Self::Again => "sent-again",
        }
    }
}

/// That something has arrived: what, where, until when it can be changed, and a copy of all answers.
pub struct Receipt<'a> {
    pub what: Arrived,
    pub season: &'a Season,
    pub call: &'a Call,
    pub until: Option<Time>,
    pub external_id: &'a str,
    pub copy: &'a [(String, String)],
    pub is_entered: bool,
}

/// It has arrived, with a copy of everything that was answered. `token` opens its page.
pub fn received<'a>(kernel: &Kernel, lang: Lang, r: &Receipt<'_>, token: &str) -> Letter<'a> {
    let (t, word) = (Tr(lang), r.what.word());
    let season = r.season;
    let mut paragraphs =
        vec![t.a2(&format!("mail-{word}-text"), "season", season.title(), "id", r.external_id.to_owned())];
    if r.is_entered {
        paragraphs.push(t.t("mail-received-entered"));
    }
    paragraphs.extend(r.until.map(|at| t.a("mail-received-change", "at", t.moment(at, &season.zone))));
    paragraphs.extend(r.call.decision_on.as_ref().map(|d| t.a("mail-received-next", "day", t.iso_day(d))));
    paragraphs.push(t.a("mail-questions", "email", season.support_email.clone()));
    paragraphs.push(t.t("mail-received-copy"));
    paragraphs.extend(r.copy.iter().map(|(q, a)| format!("{q}\n{a}")));
    Letter {
        lang: lang.tag(),
        subject: t.a(&format!("mail-{word}-subject"), "season", season.title()),
        paragraphs,
        button: Some((t.t("mail-received-button"), page(kernel, season, token))),
    }
}

/// Changes that were not submitted by the deadline were deleted; what was sent at `at` counts, unless it is withdrawn.
pub fn dropped<'a>(lang: Lang, season: &Season, at: Time, is_withdrawn: bool) -> Letter<'a> {
    let t = Tr(lang);
    let at = t.moment(at, &season.zone);
    let text = if is_withdrawn { "mail-dropped-withdrawn" } else { "mail-dropped-text" };
    Letter {
        lang: lang.tag(),
        subject: t.a("mail-dropped-subject", "season", season.title()),
        paragraphs: vec![
            t.a2(text, "season", season.title(), "at", at),
            t.a("mail-questions", "email", season.support_email.clone()),
        ],
        button: None,
    }
}

/// A draft is not sent yet; `opens` is its link, `ends` is where reminders are ended.
pub fn reminder<'a>(
    kernel: &Kernel,
    lang: Lang,
    season: &Season,
    until: Time,
    (opens, ends): (&str, &str),
) -> Letter<'a> {
    let t = Tr(lang);
    Letter {
        lang: lang.tag(),
        subject: t.a("mail-reminder-subject", "season", season.title()),
        paragraphs: vec![
            t.a2("mail-reminder-text", "season", season.title(), "at", t.moment(until, &season.zone)),
            t.t("mail-reminder-link"),
            t.a("mail-questions", "email", season.support_email.clone()),
            t.a("mail-reminder-end", "url", ends.to_owned()),
        ],
        button: Some((t.t("mail-draft-button"), page(kernel, season, opens))),
    }
}

fn page(kernel: &Kernel, season: &Season, token: &str) -> String {
    format!("{}/call/{}/resume/{token}", kernel.config.base_url, season.slug)
}

/// To an employer: what the season takes, and a page to say that she knows.
pub fn employer<'a>(kernel: &Kernel, lang: Lang, season: &Season, name: &str, token: &str) -> Letter<'a> {
    let (t, name) = (Tr(lang), named(name));
    Letter {
        lang: lang.tag(),
        subject: t.a2("mail-employer-subject", "name", name.clone(), "season", season.title()),
        paragraphs: vec![
            t.a2("mail-employer-text", "name", name, "season", season.title()),
            t.t("mail-employer-free"),
            t.a("mail-questions", "email", season.support_email.clone()),
        ],
        button: Some((t.t("mail-employer-button"), format!("{}/acknowledgement/{token}", kernel.config.base_url))),
    }
}

/// It is withdrawn; `again` is the link by which it can be sent again, and until when.
pub fn withdrawn<'a>(kernel: &Kernel, lang: Lang, season: &Season, again: Option<(&str, Option<Time>)>) -> Letter<'a> {
    let t = Tr(lang);
    let mut paragraphs = vec![t.a("mail-withdrawn-text", "season", season.title())];
    paragraphs.extend(
        again.and_then(|(_, until)| until).map(|at| t.a("mail-withdrawn-again", "at", t.moment(at, &season.zone))),
    );
    paragraphs.push(t.a("mail-questions", "email", season.support_email.clone()));
    Letter {
        lang: lang.tag(),
        subject: t.a("mail-withdrawn-subject", "season", season.title()),
        paragraphs,
        button: again.map(|(token, _)| (t.t("mail-received-button"), page(kernel, season, token))),
    }
}
