//! Mails to applicants.

use super::model::Call;
use weft_kernel::Kernel;
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
        button: Some((
            t.t("mail-draft-button"),
            format!("{}/call/{}/resume/{token}", kernel.config.base_url, season.slug),
        )),
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
        button: Some((
            t.t("mail-confirm-button"),
            format!("{}/call/{}/resume/{token}", kernel.config.base_url, season.slug),
        )),
    }
}

/// It has arrived, with a copy of everything that was answered.
pub fn received<'a>(
    lang: Lang,
    season: &Season,
    call: &Call,
    external_id: &str,
    copy: &[(String, String)],
    is_entered: bool,
) -> Letter<'a> {
    let t = Tr(lang);
    let mut paragraphs = vec![t.a2("mail-received-text", "season", season.title(), "id", external_id.to_owned())];
    if is_entered {
        paragraphs.push(t.t("mail-received-entered"));
    }
    paragraphs.extend(call.decision_on.as_ref().map(|d| t.a("mail-received-next", "day", t.iso_day(d))));
    paragraphs.push(t.a("mail-questions", "email", season.support_email.clone()));
    paragraphs.push(t.t("mail-received-copy"));
    paragraphs.extend(copy.iter().map(|(q, a)| format!("{q}\n{a}")));
    Letter {
        lang: lang.tag(),
        subject: t.a("mail-received-subject", "season", season.title()),
        paragraphs,
        button: None,
    }
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

pub fn withdrawn<'a>(lang: Lang, season: &Season) -> Letter<'a> {
    let t = Tr(lang);
    Letter {
        lang: lang.tag(),
        subject: t.a("mail-withdrawn-subject", "season", season.title()),
        paragraphs: vec![
            t.a("mail-withdrawn-text", "season", season.title()),
            t.a("mail-questions", "email", season.support_email.clone()),
        ],
        button: None,
    }
}
