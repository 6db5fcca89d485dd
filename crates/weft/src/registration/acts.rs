//! Verbs: set up, open, register, leave, pass on. One transaction each.

use super::model::{Offer, Registration, Tier};
use super::rules::RunOffer;
use super::store;
use crate::gatherings::places as gatherings;
use crate::kernel::clock::Time;
use crate::kernel::db::Tx;
use crate::kernel::i18n::{Lang, Tr};
use crate::kernel::ids::Id;
use crate::kernel::mail::Letter;
use crate::kernel::{Kernel, events, outbox, secret};
use crate::people::model::{NewPerson, norm_email};
use crate::people::store as people;
use crate::programs::{Role, Season, store as programs};
use crate::web::{Error, Result};

async fn record(kernel: &Kernel, tx: &mut Tx, actor: Option<&Id>, verb: &'static str, season: &Id) -> Result<()> {
    Ok(events::record(kernel, tx, events::Event { actor, verb, subject: season, season: Some(season), detail: None }).await?)
}

/// Saves what an offer says. False when more people have a seat than it would have. More seats let in who waits.
pub async fn save(kernel: &Kernel, permit: &RunOffer, actor: &Id, season: &Season, offer: &Offer, tiers: &[Tier]) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    if !store::save(&mut tx, permit, offer).await? {
        return Ok(false);
    }
    store::set_tiers(&mut tx, permit, tiers).await?;
    promote(kernel, &mut tx, season).await?;
    record(kernel, &mut tx, Some(actor), "offer.saved", permit.season()).await?;
    tx.commit().await?;
    Ok(true)
}

pub async fn open(kernel: &Kernel, permit: &RunOffer, actor: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::open(&mut tx, permit, kernel.now()).await? {
        record(kernel, &mut tx, Some(actor), "offer.opened", permit.season()).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// What someone says who registers.
pub struct Wish<'a> {
    pub given_name: &'a str,
    pub family_name: &'a str,
    pub email: &'a str,
    pub lang: Lang,
    pub need: &'a str,
}

/// What came of it. Who has registered already is not said: she gets a new link by mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Held,
    Waiting,
}

/// Registers someone for the whole series, or puts her on the list. Said twice, she is registered once.
pub async fn register(kernel: &Kernel, season: &Season, wish: &Wish<'_>, from: &str) -> Result<Outcome> {
    let mut tx = kernel.db.begin().await?;
    if !crate::people::tries::count_address(kernel, &mut tx, crate::people::tries::Ask::Mails, "register", from).await? {
        return Err(Error::TooMany);
    }
    store::hold(&mut tx, &season.id).await?;
    let offer = store::offer(&mut tx, &season.id).await?.filter(|o| o.is_open(kernel.now())).ok_or(Error::NotFound)?;
    let person = someone(kernel, &mut tx, wish).await?;
    let token = secret::token(&kernel.rng);
    let state = if store::take_seat(&mut tx, &season.id).await? { "held" } else { "waiting" };
    let outcome = if state == "held" { Outcome::Held } else { Outcome::Waiting };
    if !store::insert(kernel, &mut tx, &season.id, &person, state, &secret::hash(&token)).await? {
        drop(tx);
        again(kernel, season, &person, wish).await?;
        return Ok(if offer.is_full() { Outcome::Waiting } else { Outcome::Held });
    }
    if !wish.need.is_empty() {
        people::set_access_need(kernel, &mut tx, &person, &season.id, wish.need).await?;
    }
    settle(kernel, &mut tx, season, &person, state, &token).await?;
    record(kernel, &mut tx, Some(&person), if state == "held" { "registration.made" } else { "registration.waited" }, &season.id).await?;
    tx.commit().await?;
    Ok(outcome)
}

/// The person with an address, or a new one.
async fn someone(kernel: &Kernel, tx: &mut Tx, wish: &Wish<'_>) -> Result<Id> {
    if let Some(known) = people::by_email(tx, wish.email).await? {
        return Ok(known);
    }
    let new = NewPerson { given_name: wish.given_name.into(), family_name: wish.family_name.into(), email: wish.email.into(), lang: wish.lang, ..NewPerson::default() };
    Ok(people::insert_person(kernel, tx, &new).await?)
}

/// Someone who has registered does so again: a new link, three an hour at most.
async fn again(kernel: &Kernel, season: &Season, person: &Id, wish: &Wish<'_>) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::hold(&mut tx, &season.id).await?;
    let key = secret::hash(&format!("register-again:{}:{}", season.id, norm_email(wish.email)));
    let token = secret::token(&kernel.rng);
    if people::count_try(kernel, &mut tx, &key, 3, 3_600).await? && store::new_key(&mut tx, &season.id, person, &secret::hash(&token)).await? {
        // What she forgot the first time; nobody who only knows her address overwrites what she said.
        if !wish.need.is_empty() && !store::has_need(&mut tx, &season.id, person).await? {
            people::set_access_need(kernel, &mut tx, person, &season.id, wish.need).await?;
        }
        write(kernel, &mut tx, season, person, "again", &token).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// What follows from a seat, or from a place on the list.
async fn settle(kernel: &Kernel, tx: &mut Tx, season: &Season, person: &Id, state: &str, token: &str) -> Result<()> {
    write(kernel, tx, season, person, state, token).await?;
    if state == "held" {
        programs::grant_role(kernel, tx, person, &season.id, Role::Registrant).await?;
        gatherings::welcome(kernel, tx, season, person, Time(i64::MAX)).await?;
    }
    Ok(())
}

/// Writes to someone with the link that is hers: registered, on the list, once more, or let in from the list.
async fn write(kernel: &Kernel, tx: &mut Tx, season: &Season, person: &Id, what: &str, token: &str) -> Result<()> {
    let (Some(address), Some(of)) = (store::address(tx, person).await?, people::person(tx, person).await?) else { return Ok(()) };
    let lang = Lang::parse(&of.language).unwrap_or_default();
    let t = Tr(lang);
    let letter = Letter {
        lang: lang.tag(),
        subject: t.a(&format!("mail-register-{what}-subject"), "season", season.title()),
        paragraphs: vec![
            t.a(&format!("mail-register-{what}"), "season", season.title()),
            t.t("mail-register-link"),
            t.a("mail-questions", "email", season.support_email.clone()),
        ],
        button: Some((t.t("mail-register-button"), format!("{}/registrations/{token}", kernel.config.base_url))),
    };
    outbox::enqueue(kernel, tx, &format!("register:{}", secret::hash(token)), &letter.to(&address), None).await?;
    Ok(())
}

/// Gives free seats to those who wait, first come first served.
async fn promote(kernel: &Kernel, tx: &mut Tx, season: &Season) -> Result<()> {
    while store::take_seat(tx, &season.id).await? {
        let token = secret::token(&kernel.rng);
        let Some(person) = store::first_waiting(tx, &season.id, &secret::hash(&token)).await? else {
            store::give_seat_back(tx, &season.id).await?;
            return Ok(());
        };
        write(kernel, tx, season, &person, "opened", &token).await?;
        programs::grant_role(kernel, tx, &person, &season.id, Role::Registrant).await?;
        gatherings::welcome(kernel, tx, season, &person, Time(i64::MAX)).await?;
        record(kernel, tx, None, "registration.opened", &season.id).await?;
    }
    Ok(())
}

/// Ends a registration: her calendar is cleared, and whoever waits gets her seat. Twice is once.
pub async fn leave(kernel: &Kernel, season: &Season, of: &Registration) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::hold(&mut tx, &season.id).await?;
    // She may have been let in from the list while this waited.
    let state = store::state(&mut tx, &of.id).await?;
    if !store::end(&mut tx, &of.id, &state).await? {
        return Ok(());
    }
    store::forget_need(&mut tx, &season.id, &of.person_id).await?;
    if state == "held" {
        gatherings::farewell(kernel, &mut tx, season, &of.person_id).await?;
        store::end_role(&mut tx, &season.id, &of.person_id, kernel.now()).await?;
        store::give_seat_back(&mut tx, &season.id).await?;
        promote(kernel, &mut tx, season).await?;
    }
    record(kernel, &mut tx, Some(&of.person_id), "registration.left", &season.id).await?;
    tx.commit().await?;
    Ok(())
}

/// Passes a seat to someone else, who gets a link of her own. False when she has one already.
pub async fn pass_on(kernel: &Kernel, season: &Season, of: &Registration, wish: &Wish<'_>) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    store::hold(&mut tx, &season.id).await?;
    if of.state != "held" || !store::end(&mut tx, &of.id, "held").await? {
        return Err(Error::NotFound);
    }
    let person = someone(kernel, &mut tx, wish).await?;
    let token = secret::token(&kernel.rng);
    if !store::insert(kernel, &mut tx, &season.id, &person, "held", &secret::hash(&token)).await? || person == of.person_id {
        return Ok(false);
    }
    gatherings::farewell(kernel, &mut tx, season, &of.person_id).await?;
    store::forget_need(&mut tx, &season.id, &of.person_id).await?;
    store::end_role(&mut tx, &season.id, &of.person_id, kernel.now()).await?;
    settle(kernel, &mut tx, season, &person, "held", &token).await?;
    record(kernel, &mut tx, Some(&of.person_id), "registration.passed", &season.id).await?;
    tx.commit().await?;
    Ok(true)
}
