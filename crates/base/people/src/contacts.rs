//! Verbs of contact points: add a phone, ask to confirm an address, confirm it, end one.

mod store;

use super::address::{self, Proved};
use super::model::{Actor, ContactKind, norm_email};
use super::rules::OwnRecord;
use super::store as people;
use weft_kernel::i18n::Tr;
use weft_kernel::ids::Id;
use weft_kernel::mail::Letter;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events, secret};
use weft_web::Result;

async fn record(kernel: &Kernel, tx: &mut weft_kernel::db::Tx, person: &Id, verb: &'static str) -> Result<()> {
    let event = events::Event { actor: Some(person), verb, subject: person, season: None, detail: None };
    Ok(events::record(kernel, tx, event).await?)
}

pub async fn add_phone(kernel: &Kernel, own: &OwnRecord, value: &str) -> Result<()> {
    let mut tx = kernel.begin_once().await?;
    people::insert_contact(kernel, &mut tx, own.person(), ContactKind::Phone, value, false).await?;
    record(kernel, &mut tx, own.person(), "contact.added").await?;
    tx.commit().await?;
    Ok(())
}

/// Sends a link to the new address. Whether someone else holds it already shows only to whoever reads that mail.
pub async fn ask_to_confirm(kernel: &Kernel, actor: &Actor, email: &str) -> Result<()> {
    let token = secret::token(&kernel.rng);
    let expires = kernel.now().plus_days(1);
    let mut tx = kernel.begin_once().await?;
    store::insert_request(&mut tx, &secret::hash(&token), &actor.person_id, email, expires).await?;
    let t = Tr(actor.lang);
    let letter = Letter {
        lang: actor.lang.tag(),
        subject: t.t("mail-address-subject"),
        paragraphs: vec![t.greeting(&actor.name), t.t("mail-address-text"), t.t("mail-link-not-you")],
        button: Some((t.t("address-confirm"), format!("{}/me/addresses/{token}", kernel.config.base_url))),
    };
    let key = format!("address:{}", secret::hash(&token));
    outbox::enqueue(
        kernel,
        &mut tx,
        outbox::New {
            key: &key,
            lane: Lane::Urgent(expires),
            listed: Listed::ToOwners,
            season: None,
            mail: &letter.to(email),
        },
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

/// What came of the link to a new address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmation {
    Taken,
    /// The link is used up, too old, or another person's.
    NoLink,
    /// Someone holds the address.
    Held,
}

/// Takes a confirmed address into the record of the person who asked for it, and tells the others. What visitors typed
/// with it stays apart: the page of what was sent asks whose it is.
pub async fn confirm(kernel: &Kernel, actor: &Actor, token: &str) -> Result<Confirmation> {
    let mut tx = kernel.db.begin().await?;
    let used = store::use_request(&mut tx, &secret::hash(token), &actor.person_id, kernel.now()).await?;
    let Some(mailed_to) = used else { return Ok(Confirmation::NoLink) };
    let (email, address) = (mailed_to.value().to_owned(), Proved::by_link(&mailed_to));
    address::one_at_a_time(kernel, &mut tx, &address).await?;
    if address::holder(&mut tx, &address).await?.is_some() {
        return Ok(Confirmation::Held);
    }
    let others = store::addresses(&mut tx, &actor.person_id).await?;
    address::hold(kernel, &mut tx, &actor.person_id, &address).await?;
    proved(kernel, &mut tx, &actor.person_id, &email).await?;
    let t = Tr(actor.lang);
    for (i, (to,)) in others.iter().enumerate() {
        let letter = Letter {
            lang: actor.lang.tag(),
            subject: t.t("mail-address-notice-subject"),
            paragraphs: vec![t.greeting(&actor.name), t.a("mail-address-notice-text", "email", email.clone())],
            button: None,
        };
        let key = format!("address-notice:{}:{i}", secret::hash(token));
        outbox::enqueue(
            kernel,
            &mut tx,
            outbox::New {
                key: &key,
                lane: Lane::Personal(None),
                listed: Listed::ToOwners,
                season: None,
                mail: &letter.to(to),
            },
        )
        .await?;
    }
    record(kernel, &mut tx, &actor.person_id, "contact.added").await?;
    tx.commit().await?;
    Ok(Confirmation::Taken)
}

/// An address has shown that mail to it arrives: if it was marked, it is not any more.
pub async fn proved(kernel: &Kernel, tx: &mut weft_kernel::db::Tx, person: &Id, address: &str) -> Result<()> {
    if outbox::lift(tx, &norm_email(address)).await? {
        record(kernel, tx, person, "address.works").await?;
    }
    Ok(())
}

/// What came of ending a contact point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Ended,
    /// There is none to end, or it is the last address.
    Stays,
}

/// Ends a contact point; the last address stays, or there would be no way back in.
pub async fn end(kernel: &Kernel, own: &OwnRecord, id: &Id) -> Result<Ending> {
    let mut tx = kernel.db.begin().await?;
    let ended = store::end(&mut tx, own, id, kernel.now()).await?;
    if ended > 0 {
        record(kernel, &mut tx, own.person(), "contact.ended").await?;
    }
    tx.commit().await?;
    Ok(if ended > 0 { Ending::Ended } else { Ending::Stays })
}
