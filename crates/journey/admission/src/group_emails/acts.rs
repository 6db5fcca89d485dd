//! Verbs: compose, send, discard.

use super::model::{Addressee, Letter};
use super::rules::Write;
use super::store;
use weft_kernel::i18n::{Lang, Tr, Words};
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events, secret};
use weft_programs::Season;
use weft_programs::emails::{Audience, EmailKind, Emails, Field, Fill, Moment, Text, Written};
use weft_web::Result;

/// What someone of the team writes to a group.
pub static GROUP: EmailKind = EmailKind {
    key: "group",
    at: (Moment::Group, 1),
    to: Audience::TakingPart,
    fields: &[Field::new("name")],
    has_button: false,
    written_at: "group-emails",
    has_text: false,
    ..EmailKind::USUAL
};

/// What is written to a group is said for now: held longer than this, it is not sent.
const FRESH_DAYS: i64 = 30;

/// Keeps a letter to be looked at: to a group, or of its applicants to those who were chosen alone. Nothing is sent.
pub async fn compose(
    kernel: &Kernel,
    permit: &Write,
    actor: &Id,
    (group, chosen): (&str, &[Id]),
    words: [&str; 4],
) -> Result<Id> {
    let mut tx = kernel.begin_once().await?;
    let id = store::insert(kernel, &mut tx, permit, group, words, actor).await?;
    store::insert_recipients(&mut tx, &id, chosen).await?;
    let event = events::Event {
        actor: Some(actor),
        verb: "letter.composed",
        subject: &id,
        season: Some(permit.season()),
        detail: Some(group.to_owned()),
    };
    events::record(kernel, &mut tx, event).await?;
    kernel.made(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(id)
}

/// The letter as one person gets it. `leave` is the way off the list, for a group that asked to be told.
pub fn mail_to(emails: &Emails, letter: &Letter, who: &Addressee, leave: Option<String>) -> Written {
    let lang = Lang::parse(&who.language).unwrap_or_default();
    let t = Tr(lang);
    let text = Text { subject: letter.subject(), body: letter.text(), button: Words::default() };
    let fill = Fill {
        values: vec![("name", who.name.clone())],
        more: vec![t.a("mail-questions", "email", emails.reply_to().to_owned())],
        after: leave.map(|link| t.a("mail-interest-leave", "link", link)).into_iter().collect(),
        ..Fill::default()
    };
    emails.write_text(&GROUP, &text, lang, fill)
}

/// Sends a letter to everyone who is in its group now, once. Returns how many; `None` when it was sent or discarded
/// before.
pub async fn send(
    kernel: &Kernel,
    permit: &Write,
    actor: &Id,
    season: &Season,
    letter: &Letter,
) -> Result<Option<usize>> {
    let mut tx = kernel.db.begin().await?;
    let to = store::addressees(&mut tx, permit, letter).await?;
    if !store::send(&mut tx, permit, &letter.id, to.len(), actor, kernel.now()).await? {
        return Ok(None);
    }
    let emails = Emails::of(&mut tx, season).await?;
    for who in &to {
        let leave = if letter.group_name == "interested" {
            let token = secret::token(&kernel.rng);
            crate::interest::store::add_key(kernel, &mut tx, &who.key, &secret::hash(&token)).await?;
            Some(format!("{}/interest/{token}", kernel.config.base_url))
        } else {
            None
        };
        let mail = mail_to(&emails, letter, who, leave).to(&who.email);
        let key = format!("letter:{}:{}", letter.id, who.key);
        outbox::enqueue(
            kernel,
            &mut tx,
            outbox::New {
                key: &key,
                lane: Lane::Bulk(Some(kernel.now().plus_days(FRESH_DAYS))),
                listed: Listed::ToOwners,
                season: Some(&season.id),
                mail: &mail,
            },
        )
        .await?;
    }
    let event = events::Event {
        actor: Some(actor),
        verb: "letter.sent",
        subject: &letter.id,
        season: Some(permit.season()),
        detail: Some(format!("{}: {}", letter.group_name, to.len())),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(Some(to.len()))
}

/// Throws a letter away that was not sent; twice is once.
pub async fn discard(kernel: &Kernel, permit: &Write, actor: &Id, id: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::discard(&mut tx, permit, id, kernel.now()).await? {
        let event = events::Event {
            actor: Some(actor),
            verb: "letter.discarded",
            subject: id,
            season: Some(permit.season()),
            detail: None,
        };
        events::record(kernel, &mut tx, event).await?;
        tx.commit().await?;
    }
    Ok(())
}
