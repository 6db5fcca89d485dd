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
use crate::kernel::outbox::{self, Lane, Listed};
use crate::kernel::{Kernel, events, secret};
use crate::people::address::{self, Proved, Typed};
use crate::people::model::{NewPerson, norm_email};
use crate::people::{needs, store as people};
use crate::programs::{Role, Season, store as programs};
use crate::web::{Error, Result};

pub(super) async fn record(kernel: &Kernel, tx: &mut Tx, actor: Option<&Id>, verb: &'static str, season: &Id) -> Result<()> {
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

/// Registers someone for the whole series, or puts them on the list. Whoever types an address has not shown that it is theirs: the
/// registration stands in a record apart until its link is used, unless `proved` says whose it is. Registering again with the same
/// address sends another link and changes nothing.
pub async fn register(kernel: &Kernel, season: &Season, wish: &Wish<'_>, proved: Option<&Proved>, from: &str) -> Result<Outcome> {
    let mut tx = kernel.db.begin().await?;
    if !crate::people::tries::count_address(kernel, &mut tx, crate::people::tries::Ask::Mails, "register", from).await? {
        return Err(Error::TooMany);
    }
    store::hold(&mut tx, &season.id).await?;
    let offer = store::offer(&mut tx, &season.id).await?.filter(|o| o.is_open(kernel.now())).ok_or(Error::NotFound)?;
    let known = match store::with_address(&mut tx, &season.id, &Typed::new(wish.email)).await? {
        None => match proved {
            Some(proved) => store::of_holder(&mut tx, &season.id, proved).await?,
            None => None,
        },
        known => known,
    };
    if let Some(known) = known {
        again(kernel, &mut tx, season, &known, wish).await?;
        tx.commit().await?;
        return Ok(if offer.is_full() { Outcome::Waiting } else { Outcome::Held });
    }
    let person = match proved {
        Some(proved) => address::holder_or_new(kernel, &mut tx, proved, &new_person(wish)).await?,
        None => address::insert_visitor(kernel, &mut tx, &new_person(wish)).await?,
    };
    let state = if store::take_seat(&mut tx, &season.id).await? { "held" } else { "waiting" };
    let id = store::insert(kernel, &mut tx, &season.id, &person, state).await?.ok_or(Error::NotFound)?;
    if !wish.need.is_empty() {
        needs::set(kernel, &mut tx, &person, &season.id, wish.need).await?;
    }
    settle(kernel, &mut tx, season, &id, &person, state).await?;
    record(kernel, &mut tx, Some(&person), if state == "held" { "registration.made" } else { "registration.waited" }, &season.id).await?;
    tx.commit().await?;
    Ok(if state == "held" { Outcome::Held } else { Outcome::Waiting })
}

fn new_person(wish: &Wish<'_>) -> NewPerson {
    NewPerson { given_name: wish.given_name.into(), family_name: wish.family_name.into(), email: wish.email.into(), lang: wish.lang, ..NewPerson::default() }
}

/// Someone who has registered does so again: one more link, three an hour at most. What was typed this time is not read: it may be
/// anybody's.
async fn again(kernel: &Kernel, tx: &mut Tx, season: &Season, of: &Registration, wish: &Wish<'_>) -> Result<()> {
    let key = secret::hash(&format!("register-again:{}:{}", season.id, norm_email(wish.email)));
    if people::count_try(kernel, tx, &key, 3, 3_600).await? {
        write(kernel, tx, season, &of.id, &of.person_id, "again").await?;
    }
    Ok(())
}

/// What follows from a seat, or from a place on the list.
pub(super) async fn settle(kernel: &Kernel, tx: &mut Tx, season: &Season, registration: &Id, person: &Id, state: &str) -> Result<()> {
    write(kernel, tx, season, registration, person, state).await?;
    if state == "held" {
        programs::grant_role(kernel, tx, person, &season.id, Role::Registrant).await?;
        gatherings::welcome(kernel, tx, season, person, Time(i64::MAX)).await?;
    }
    Ok(())
}

/// Writes to someone with a link of their own: registered, on the list, once more, or let in from the list.
async fn write(kernel: &Kernel, tx: &mut Tx, season: &Season, registration: &Id, person: &Id, what: &str) -> Result<()> {
    let (Some(address), Some(of)) = (store::address(tx, person).await?, people::person(tx, person).await?) else { return Ok(()) };
    let token = secret::token(&kernel.rng);
    store::add_key(kernel, tx, registration, &secret::hash(&token)).await?;
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
    let key = format!("register:{}", secret::hash(&token));
    outbox::enqueue(kernel, tx, outbox::New { key: &key, lane: Lane::Personal(None), listed: Listed::ToOwners, mail: &letter.to(&address) }).await?;
    Ok(())
}

/// Gives free seats to those who wait, first come first served.
pub(super) async fn promote(kernel: &Kernel, tx: &mut Tx, season: &Season) -> Result<()> {
    while store::take_seat(tx, &season.id).await? {
        let Some((registration, person)) = store::first_waiting(tx, &season.id).await? else {
            store::give_seat_back(tx, &season.id).await?;
            return Ok(());
        };
        write(kernel, tx, season, &registration, &person, "opened").await?;
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
    store::end_place_offers(&mut tx, &of.id, kernel.now()).await?;
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
