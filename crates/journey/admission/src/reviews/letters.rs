//! Emails to reviewers: that reviews were assigned to them, and that they are due soon.

use std::collections::BTreeMap;

use super::rules::RunReading;
use super::store::{self, Written};
use weft_kernel::Kernel;
use weft_kernel::db::Tx;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_people::store as people;
use weft_programs::emails::{Audience, EmailKind, Emails, Field, Fill, Moment};
use weft_programs::store as programs;
use weft_web::{Error, Result};

pub static ASSIGNED: EmailKind = EmailKind {
    key: "reviews",
    at: (Moment::Reviewing, 1),
    programs: &["cohort"],
    to: Audience::Reviewers,
    fields: &[Field::new("name"), Field::needed("reviews"), Field::maybe("due"), Field::maybe("conflicts")],
    ..EmailKind::USUAL
};

pub static DUE: EmailKind = EmailKind {
    key: "reviews-due",
    at: (Moment::Reviewing, 2),
    programs: &["cohort"],
    to: Audience::Reviewers,
    fields: &[Field::new("name"), Field::needed("reviews"), Field::needed("due")],
    ..EmailKind::USUAL
};

const ABOUT_A_TALK: EmailKind = EmailKind {
    programs: &["cohort"],
    to: Audience::Applicants,
    fields: &[Field::new("name"), Field::needed("with"), Field::needed("when")],
    has_button: false,
    ..EmailKind::USUAL
};

/// When and how an applicant talks with a reviewer; sent again when it changes.
pub static TALK: EmailKind = EmailKind {
    key: "conversation",
    at: (Moment::Reviewing, 8),
    fields: &[Field::new("name"), Field::needed("with"), Field::needed("when"), Field::needed("how")],
    ..ABOUT_A_TALK
};

/// It will not happen, or not with this reviewer.
pub static TALK_OFF: EmailKind = EmailKind { key: "conversation-off", at: (Moment::Reviewing, 9), ..ABOUT_A_TALK };

/// To a reviewer: the applicant withdrew.
pub static TALK_WITHDRAWN: EmailKind =
    EmailKind { key: "conversation-withdrawn", at: (Moment::Reviewing, 10), to: Audience::Reviewers, ..ABOUT_A_TALK };

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
    let emails = Emails::of(tx, &season).await?;
    let due = store::reading(tx, permit.season()).await?.and_then(|r| r.due_on);
    let stage = store::stage(tx, permit.season()).await?;
    for who in store::written(tx, permit.season()).await? {
        let Some(n) = told.get(&who.id) else { continue };
        let t = Tr(Lang::parse(&who.language).unwrap_or_default());
        let values = vec![
            ("name", who.display_name.clone()),
            ("reviews", t.a("email-reviews-count", "n", *n)),
            ("due", due.as_ref().map_or_else(String::new, |day| t.iso_day(day))),
            ("conflicts", if who.has_declared { String::new() } else { t.t("email-reviews-conflicts") }),
        ];
        // Places begin anew in each stage.
        let key = format!("reviews:{}:{}:{stage}-{}", season.id, who.id, who.place);
        send(kernel, tx, &emails, &who, (&key, &ASSIGNED, values)).await?;
    }
    Ok(())
}

/// Reminds a reviewer of what is open.
pub(super) async fn remind(kernel: &Kernel, tx: &mut Tx, emails: &Emails, who: &Written, due_on: &str) -> Result<()> {
    let t = Tr(Lang::parse(&who.language).unwrap_or_default());
    let key = format!("reviews-due:{}:{}:{due_on}", emails.season.id, who.id);
    let values = vec![
        ("name", who.display_name.clone()),
        ("reviews", t.a("email-reviews-count", "n", who.open)),
        ("due", t.iso_day(due_on)),
    ];
    send(kernel, tx, emails, who, (&key, &DUE, values)).await
}

/// The key of an email, its kind, and what its fields say.
type Words<'a> = (&'a str, &'static EmailKind, Vec<(&'static str, String)>);

async fn send(kernel: &Kernel, tx: &mut Tx, emails: &Emails, who: &Written, words: Words<'_>) -> Result<()> {
    let Some(to) = people::address_of(tx, &who.id).await? else { return Ok(()) };
    let lang = Lang::parse(&who.language).unwrap_or_default();
    let (key, kind, values) = words;
    let season = &emails.season;
    let link = Some(format!("{}{}", kernel.config.base_url, season.path("reviews")));
    let letter = emails.write(kind, lang, Fill { values, link, ..Fill::default() });
    let new = outbox::New {
        key,
        lane: Lane::Bulk(None),
        listed: Listed::ToOwners,
        season: Some(&season.id),
        mail: &letter.to(&to),
    };
    outbox::enqueue(kernel, tx, new).await?;
    Ok(())
}
