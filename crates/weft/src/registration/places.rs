//! A place changes hands, and a registration is confirmed: both by a link that was mailed, and by nothing else.

use super::acts::{self, Wish, record};
use super::model::Registration;
use super::store::{self, PlaceOffer};
use crate::gatherings::places as gatherings;
use crate::kernel::db::Tx;
use crate::kernel::i18n::{Lang, Tr};
use crate::kernel::mail::Letter;
use crate::kernel::outbox::{self, Lane, Listed};
use crate::kernel::{Kernel, secret};
use crate::people::address::{self, Proved, Typed};
use crate::people::model::NewPerson;
use crate::people::store as people;
use crate::programs::{Season, store as programs};
use crate::web::{Error, Result};

/// Offers one's place to somebody by email. It stays one's own until they say yes. The answer is the same whoever holds the address;
/// the email tells its reader what they can do. Five a day out of one registration.
pub async fn offer(kernel: &Kernel, season: &Season, of: &Registration, wish: &Wish<'_>) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::hold(&mut tx, &season.id).await?;
    if store::state(&mut tx, &of.id).await? != "held" {
        return Err(Error::NotFound);
    }
    if !people::count_try(kernel, &mut tx, &secret::hash(&format!("place-offer:{}", of.id)), 5, 86_400).await? {
        return Err(Error::TooMany);
    }
    let token = secret::token(&kernel.rng);
    store::end_place_offers(&mut tx, &of.id, kernel.now()).await?;
    store::offer_place(kernel, &mut tx, &of.id, wish, &secret::hash(&token)).await?;
    let is_there = store::with_address(&mut tx, &season.id, &Typed::new(wish.email)).await?.is_some();
    let t = Tr(wish.lang);
    let said = |key: &str| t.a2(key, "name", of.name.clone(), "season", season.title());
    let letter = Letter {
        lang: wish.lang.tag(),
        subject: said("mail-place-subject"),
        paragraphs: vec![
            said(if is_there { "mail-place-there" } else { "mail-place-text" }),
            t.t("mail-place-not-you"),
            t.a("mail-questions", "email", season.support_email.clone()),
        ],
        button: Some((t.t("mail-place-button"), format!("{}/place-offers/{token}", kernel.config.base_url))),
    };
    let key = format!("place-offer:{}", secret::hash(&token));
    outbox::enqueue(kernel, &mut tx, outbox::New { key: &key, lane: Lane::Personal(None), listed: Listed::ToOwners, mail: &letter.to(wish.email) }).await?;
    record(kernel, &mut tx, Some(&of.person_id), "registration.offered", &season.id).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes the offer of one's place back. Said twice, done once.
pub async fn take_back(kernel: &Kernel, season: &Season, of: &Registration) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::end_place_offers(&mut tx, &of.id, kernel.now()).await? {
        record(kernel, &mut tx, Some(&of.person_id), "registration.offer-ended", &season.id).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Says no to a place that was offered.
pub async fn refuse(kernel: &Kernel, season: &Season, token_hash: &str) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::end_place_offer(&mut tx, token_hash, kernel.now()).await? {
        record(kernel, &mut tx, None, "registration.offer-ended", &season.id).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// What came of saying yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Took {
    Yours,
    /// They are registered already, or on the list; the place stays where it is.
    There,
    /// The offer was taken back, or the place is gone.
    Gone,
}

/// Takes a place that was offered: its holder's registration ends, and the reader, whose address is proved by the link, has the seat.
pub async fn take(kernel: &Kernel, season: &Season, offer: &PlaceOffer, token_hash: &str) -> Result<Took> {
    let mut tx = kernel.db.begin().await?;
    store::hold(&mut tx, &season.id).await?;
    let Some(of) = store::of_offer(&mut tx, offer).await? else { return Ok(Took::Gone) };
    if !store::end_place_offer(&mut tx, token_hash, kernel.now()).await? || !store::end(&mut tx, &of.id, "held").await? {
        return Ok(Took::Gone);
    }
    let proved = Proved::by_link(&offer.email);
    let lang = Lang::parse(&offer.language).unwrap_or_default();
    let new = NewPerson { given_name: offer.given_name.clone(), family_name: offer.family_name.clone(), lang, ..NewPerson::default() };
    let person = address::holder_or_new(kernel, &mut tx, &proved, &new).await?;
    if person == of.person_id || store::with_address(&mut tx, &season.id, &Typed::new(&offer.email)).await?.is_some() {
        return Ok(Took::There);
    }
    let Some(id) = store::insert(kernel, &mut tx, &season.id, &person, "held").await? else { return Ok(Took::There) };
    gatherings::farewell(kernel, &mut tx, season, &of.person_id).await?;
    store::forget_need(&mut tx, &season.id, &of.person_id).await?;
    store::end_role(&mut tx, &season.id, &of.person_id, kernel.now()).await?;
    acts::settle(kernel, &mut tx, season, &id, &person, "held").await?;
    record(kernel, &mut tx, Some(&of.person_id), "registration.passed", &season.id).await?;
    tx.commit().await?;
    Ok(Took::Yours)
}

/// Whoever has the link shows that the address is theirs: what stood apart becomes part of their record.
pub async fn confirm(kernel: &Kernel, of: &Registration) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::hold(&mut tx, &of.season_id).await?;
    let Some(email) = store::unproved(&mut tx, &of.person_id).await? else { return Ok(()) };
    address::claim(kernel, &mut tx, &of.person_id, &Proved::by_link(&email)).await?;
    fill(kernel, &mut tx).await?;
    tx.commit().await?;
    Ok(())
}

/// Gives seats that came free, because two registrations became one, to those who wait.
pub async fn fill(kernel: &Kernel, tx: &mut Tx) -> Result<()> {
    for slug in store::to_fill(tx).await? {
        if let Some(season) = programs::season_by_slug(tx, &slug).await? {
            acts::promote(kernel, tx, &season).await?;
        }
    }
    Ok(())
}
