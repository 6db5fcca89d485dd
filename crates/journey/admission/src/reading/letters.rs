//! Emails to reviewers: that reviews were assigned to them, and that they are due soon.

use std::collections::BTreeMap;

use super::rules::RunReading;
use super::store::{self, Written};
use weft_kernel::Kernel;
use weft_kernel::db::Tx;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::mail::Letter;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_people::store as people;
use weft_programs::Season;
use weft_programs::store as programs;
use weft_web::{Error, Result};

/// Writes to those to whom reviews were assigned just now, once each, with how many.
pub(super) async fn assigned(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &RunReading,
    told: &BTreeMap<Id, usize>,
) -> Result<()> {
    if told.is_empty() {
        return Ok(());
    }
    let slug = store::slug(tx, permit.season()).await?.ok_or(Error::NotFound)?;
    let season = programs::season_by_slug(tx, &slug).await?.ok_or(Error::NotFound)?;
    let due = store::reading(tx, permit.season()).await?.and_then(|r| r.due_on);
    for who in store::written(tx, permit.season()).await? {
        let Some(n) = told.get(&who.id) else { continue };
        let t = Tr(Lang::parse(&who.language).unwrap_or_default());
        let mut paragraphs = vec![
            t.a("mail-greeting", "name", who.display_name.clone()),
            t.a2("mail-reviews-text", "n", *n, "season", season.title()),
        ];
        paragraphs.extend(due.as_ref().map(|day| t.a("mail-reviews-due", "day", t.iso_day(day))));
        if !who.has_declared {
            paragraphs.push(t.t("mail-reviews-conflicts"));
        }
        let key = format!("reviews:{}:{}:{}", season.id, who.id, who.place);
        let subject = t.a2("mail-reviews-subject", "n", *n, "season", season.title());
        send(kernel, tx, &season, &who, Words { key: &key, subject, paragraphs }).await?;
    }
    Ok(())
}

/// Reminds a reviewer of what is open.
pub(super) async fn remind(kernel: &Kernel, tx: &mut Tx, season: &Season, who: &Written, due_on: &str) -> Result<()> {
    let t = Tr(Lang::parse(&who.language).unwrap_or_default());
    let key = format!("reviews-due:{}:{}:{due_on}", season.id, who.id);
    let day = t.iso_day(due_on);
    let words = Words {
        key: &key,
        subject: t.a2("mail-reviews-remind-subject", "day", day.clone(), "season", season.title()),
        paragraphs: vec![
            t.a("mail-greeting", "name", who.display_name.clone()),
            t.a2("mail-reviews-remind-text", "n", who.open, "day", day),
        ],
    };
    send(kernel, tx, season, who, words).await
}

struct Words<'a> {
    key: &'a str,
    subject: String,
    paragraphs: Vec<String>,
}

async fn send(kernel: &Kernel, tx: &mut Tx, season: &Season, who: &Written, words: Words<'_>) -> Result<()> {
    let Some(to) = people::address_of(tx, &who.id).await? else { return Ok(()) };
    let lang = Lang::parse(&who.language).unwrap_or_default();
    let t = Tr(lang);
    let mut paragraphs = words.paragraphs;
    paragraphs.push(t.a("mail-questions", "email", season.support_email.clone()));
    let link = format!("{}{}", kernel.config.base_url, season.path("reading"));
    let letter = Letter {
        lang: lang.tag(),
        subject: words.subject,
        paragraphs,
        button: Some((t.t("mail-reviews-button"), link)),
    };
    let new = outbox::New {
        key: words.key,
        lane: Lane::Bulk(None),
        listed: Listed::ToOwners,
        season: Some(&season.id),
        mail: &letter.to(&to),
    };
    outbox::enqueue(kernel, tx, new).await?;
    Ok(())
}
