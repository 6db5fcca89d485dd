//! Verbs of spaces. Their events belong to whoever acted and to no season: nobody who runs it reads them.

use super::rules::{Inside, SeeOwn};
use super::store::{self, Draft};
use super::{MemberState, emails};
use weft_kernel::db::Tx;
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events};
use weft_people::store::addressee;
use weft_programs::Season;
use weft_programs::emails::{Emails, Fill};
use weft_web::Result;

async fn record(kernel: &Kernel, tx: &mut Tx, person: &Id, verb: &'static str) -> Result<()> {
    Ok(events::record(
        kernel,
        tx,
        events::Event { actor: Some(person), verb, subject: person, season: None, detail: None },
    )
    .await?)
}

/// Makes a space with oneself in it.
pub async fn make(kernel: &Kernel, own: &SeeOwn, draft: &Draft) -> Result<Id> {
    let mut tx = kernel.begin_once().await?;
    let id = store::insert(kernel, &mut tx, own, draft).await?;
    record(kernel, &mut tx, own.person(), "space.made").await?;
    kernel.made(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(id)
}

pub async fn change(kernel: &Kernel, inside: &Inside, draft: &Draft) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::update(&mut tx, inside, draft).await?;
    record(kernel, &mut tx, inside.person(), "space.changed").await?;
    Ok(tx.commit().await?)
}

/// Comes in where one is invited, asks where it is listed.
pub async fn join(kernel: &Kernel, own: &SeeOwn, space: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::join(&mut tx, own, space).await? {
        record(kernel, &mut tx, own.person(), "space.joined").await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Invites someone, or lets in whoever asked. The letter names neither the space nor who is in it.
pub async fn invite(kernel: &Kernel, inside: &Inside, season: &Season, person: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let Some(state) = store::invite(&mut tx, inside, person).await? else { return Ok(()) };
    if let Some(who) = addressee(&mut tx, person).await? {
        let lang = Lang::parse(&who.language).unwrap_or_default();
        let link = Some(format!("{}{}", kernel.config.base_url, season.path("spaces")));
        let kind = if state == MemberState::In { &emails::LET_IN } else { &emails::INVITED };
        let letter = Emails::of(&mut tx, season).await?.write(kind, lang, Fill { link, ..Fill::default() });
        let key = format!("space:{}", kernel.id());
        outbox::enqueue(
            kernel,
            &mut tx,
            outbox::New {
                key: &key,
                lane: Lane::Personal(None),
                listed: Listed::ToNobody,
                season: None,
                mail: &letter.to(&who.email),
            },
        )
        .await?;
    }
    record(kernel, &mut tx, inside.person(), "space.invited").await?;
    Ok(tx.commit().await?)
}

pub async fn leave(kernel: &Kernel, own: &SeeOwn, space: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::leave(&mut tx, own, space, kernel.now()).await? {
        record(kernel, &mut tx, own.person(), "space.left").await?;
        tx.commit().await?;
    }
    Ok(())
}
