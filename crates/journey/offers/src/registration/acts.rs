//! Verbs: set up, open, register, leave, pass on. One transaction each.

use super::emails;
use super::model::{HOLD, Offer, Registration, State, Tier};
use super::rules::RunOffer;
use super::store::New;
use super::{places, store};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_kernel::mail::named;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events, secret, tally};
use weft_people::address::{self, Proved, Typed};
use weft_people::model::{NewPerson, norm_email};
use weft_people::{needs, store as people};
use weft_programs::Season;
use weft_programs::emails::{Emails, Fill};
use weft_season::gatherings::model::Meeting;
use weft_season::gatherings::{announced, places as gatherings};
use weft_web::{Error, Result};

pub(super) async fn record(
    kernel: &Kernel,
    tx: &mut Tx,
    actor: Option<&Id>,
    verb: &'static str,
    season: &Id,
) -> Result<()> {
    Ok(events::record(kernel, tx, events::Event { actor, verb, subject: season, season: Some(season), detail: None })
        .await?)
}

/// What came of saving an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    Done,
    /// More people have a seat than it would have.
    SeatsTaken,
}

/// Saves what an offer says. More seats let in who waits.
pub async fn save(
    kernel: &Kernel,
    permit: &RunOffer,
    actor: &Id,
    season: &Season,
    offer: &Offer,
    tiers: &[Tier],
) -> Result<Saved> {
    let mut tx = kernel.db.begin().await?;
    if !store::offer::save(&mut tx, permit, offer).await? {
        return Ok(Saved::SeatsTaken);
    }
    store::offer::set_tiers(&mut tx, permit, tiers).await?;
    promote(kernel, &mut tx, season).await?;
    record(kernel, &mut tx, Some(actor), "offer.saved", permit.season()).await?;
    tx.commit().await?;
    Ok(Saved::Done)
}

pub async fn open(kernel: &Kernel, permit: &RunOffer, actor: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::offer::open(&mut tx, permit, kernel.now()).await? {
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

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Held,
    Waiting,
    /// A letter asks whether the address is theirs. It is the same for every address, whoever is registered and
    /// whatever is free.
    Asked,
}

impl Outcome {
    /// As a repeat of the press finds it.
    fn key(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Waiting => "waiting",
            Self::Asked => "asked",
        }
    }

    pub fn of_key(key: &str) -> Option<Self> {
        [Self::Held, Self::Waiting, Self::Asked].into_iter().find(|o| o.key() == key)
    }
}

/// Seats that one network address may hold within the hour without anybody confirming: a household. Whoever comes after
/// them gets a seat when they confirm.
const HOLDS: i64 = 5;

/// Letters to one address within an hour.
const LETTERS: i64 = 3;

/// Registers someone for the whole series, or puts them on the list. Whoever types an address has not shown that it is
/// theirs, unless `proved` says so: their registration stands in a record apart until its link is used.
pub async fn register(
    kernel: &Kernel,
    season: &Season,
    wish: &Wish<'_>,
    proved: Option<&Proved>,
    from: &str,
) -> Result<Outcome> {
    let mut tx = kernel.begin_once().await?;
    if !weft_people::tries::count_address(kernel, &mut tx, weft_people::tries::Ask::Mails, "register", from).await? {
        return Err(Error::TooMany);
    }
    store::offer::hold(&mut tx, &season.id).await?;
    store::offer(&mut tx, &season.id).await?.filter(|o| o.is_open(kernel.now())).ok_or(Error::NotFound)?;
    let outcome = match proved {
        Some(proved) => own(kernel, &mut tx, season, wish, proved).await?,
        None => typed(kernel, &mut tx, season, wish, from).await?,
    };
    kernel.made(&mut tx, outcome.key()).await?;
    tx.commit().await?;
    Ok(outcome)
}

/// Each time an address is typed is a registration of its own, with its own words, seat and link, whatever is known of
/// the address: so neither the answer nor the number of free seats tells, and nobody confirms another's words. The seat
/// is held for an hour.
async fn typed(kernel: &Kernel, tx: &mut Tx, season: &Season, wish: &Wish<'_>, from: &str) -> Result<Outcome> {
    let person = address::insert_visitor(kernel, tx, &new_person(wish)).await?;
    let holds = secret::hash(&format!("register-holds:{}:{}", season.id, tally::sender(from)));
    let may_hold = tally::add(tx, &holds, 1, HOLDS, HOLD, kernel.now()).await?;
    let state = if may_hold && store::offer::take_seat(tx, &season.id).await? { State::Held } else { State::Asked };
    let new = New { season: &season.id, person: &person, state, at: kernel.now(), confirmed_at: None };
    let id = store::insert(kernel, tx, new).await?.ok_or(Error::NotFound)?;
    if !wish.need.is_empty() {
        needs::set(kernel, tx, &person, &season.id, wish.need).await?;
    }
    if may_write(kernel, tx, season, wish.email).await? {
        // Whoever is registered already is told so, with a link to that.
        match store::to_write_of(tx, &season.id, &Typed::new(wish.email)).await? {
            Some(known) => write(kernel, tx, season, &known.id, &known.person_id, "again").await?,
            None => write(kernel, tx, season, &id, &person, "asked").await?,
        }
    }
    record(kernel, tx, Some(&person), "registration.asked", &season.id).await?;
    Ok(Outcome::Asked)
}

/// Someone who is signed in registers with an address that they have proved. What was typed with it before yields its
/// seat.
async fn own(kernel: &Kernel, tx: &mut Tx, season: &Season, wish: &Wish<'_>, proved: &Proved) -> Result<Outcome> {
    let yielded = places::yield_to(kernel, tx, season, proved).await?;
    let known = store::of_holder(tx, &season.id, proved).await?;
    let person = match &known {
        Some(known) => known.person_id.clone(),
        None => address::holder_or_new(kernel, tx, proved, &new_person(wish)).await?,
    };
    if !wish.need.is_empty() {
        needs::set(kernel, tx, &person, &season.id, wish.need).await?;
    }
    let is_held = if let Some(known) = known {
        if may_write(kernel, tx, season, wish.email).await? {
            write(kernel, tx, season, &known.id, &known.person_id, "again").await?;
        }
        known.is_held()
    } else {
        places::enroll(kernel, tx, season, &person, yielded.since).await?
    };
    yielded.lead_to_holder(tx, season, proved).await?;
    promote(kernel, tx, season).await?;
    Ok(if is_held { Outcome::Held } else { Outcome::Waiting })
}

async fn may_write(kernel: &Kernel, tx: &mut Tx, season: &Season, email: &str) -> Result<bool> {
    let key = secret::hash(&format!("register-again:{}:{}", season.id, norm_email(email)));
    Ok(people::count_try(kernel, tx, &key, LETTERS, 3_600).await?)
}

fn new_person(wish: &Wish<'_>) -> NewPerson {
    NewPerson {
        given_name: wish.given_name.into(),
        family_name: wish.family_name.into(),
        email: wish.email.into(),
        lang: wish.lang,
        ..NewPerson::default()
    }
}

/// What follows from a confirmed seat, or from a place on the list.
pub(super) async fn settle(
    kernel: &Kernel,
    tx: &mut Tx,
    season: &Season,
    registration: &Id,
    person: &Id,
    state: State,
) -> Result<()> {
    write(kernel, tx, season, registration, person, state.name()).await?;
    if state == State::Held {
        gatherings::welcome(kernel, tx, season, person, Time(i64::MAX)).await?;
    }
    Ok(())
}

/// Writes to someone with a link of their own: to confirm, registered, on the list, once more, or let in from the list.
async fn write(
    kernel: &Kernel,
    tx: &mut Tx,
    season: &Season,
    registration: &Id,
    person: &Id,
    what: &str,
) -> Result<()> {
    let (Some(address), Some(of)) = (store::address(tx, person).await?, people::person(tx, person).await?) else {
        return Ok(());
    };
    let token = secret::token(&kernel.rng);
    store::add_key(kernel, tx, registration, &secret::hash(&token), &address).await?;
    let lang = Lang::parse(&of.language).unwrap_or_default();
    let waits = store::now(tx, registration).await?.is_some_and(|r| r.state == State::Waiting);
    let kind = match what {
        "asked" => &emails::ASKED,
        "held" => &emails::HELD,
        "opened" => &emails::OPENED,
        "waiting" => &emails::WAITING,
        // Only a place can be passed on.
        _ if waits => &emails::AGAIN_WAITING,
        _ => &emails::AGAIN,
    };
    let pay_link = store::offer(tx, &season.id).await?.map_or_else(String::new, |o| o.pay_url);
    let fill = Fill {
        values: vec![("name", named(&of.display_name)), ("pay_link", pay_link)],
        link: Some(format!("{}/registrations/{token}", kernel.config.base_url)),
        ..Fill::default()
    };
    let letter = Emails::of(tx, season).await?.write(kind, lang, fill);
    let key = format!("register:{}", secret::hash(&token));
    outbox::enqueue(
        kernel,
        tx,
        outbox::New {
            key: &key,
            lane: Lane::Personal(None),
            listed: Listed::ToOwners,
            // What proves an address is nobody's to read but its holder's.
            season: Some(&season.id).filter(|_| what != "asked"),
            mail: &letter.to(&address),
        },
    )
    .await?;
    Ok(())
}

/// Whether the season's first gathering has begun: from then on nobody moves up.
pub(super) async fn has_begun(kernel: &Kernel, conn: &mut Conn, season: &Id) -> Result<bool> {
    let first = announced(conn, season).await?.iter().filter_map(Meeting::starts_at).min();
    Ok(first.is_some_and(|at| at <= kernel.now()))
}

/// Gives free seats to those who wait while registration is open and nothing has begun; who waits when it closes goes
/// on waiting until a lead lets them in.
pub(super) async fn promote(kernel: &Kernel, tx: &mut Tx, season: &Season) -> Result<()> {
    if store::offer(tx, &season.id).await?.is_some_and(|o| o.is_open(kernel.now())) {
        move_up(kernel, tx, season).await?;
    }
    Ok(())
}

/// A lead gives free seats to those who wait though registration is closed. Returns how many moved up.
pub async fn let_in(kernel: &Kernel, permit: &RunOffer, actor: &Id, season: &Season) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    store::offer::hold(&mut tx, permit.season()).await?;
    let n = move_up(kernel, &mut tx, season).await?;
    if n > 0 {
        record(kernel, &mut tx, Some(actor), "registration.let-in", permit.season()).await?;
    }
    tx.commit().await?;
    Ok(n)
}

/// Gives free seats to those who wait, first come first served: only those wait who have confirmed their address.
async fn move_up(kernel: &Kernel, tx: &mut Tx, season: &Season) -> Result<usize> {
    let mut n = 0;
    if has_begun(kernel, tx, &season.id).await? {
        return Ok(n);
    }
    while store::offer::take_seat(tx, &season.id).await? {
        let Some((registration, person)) = store::first_waiting(tx, &season.id).await? else {
            store::offer::give_seat_back(tx, &season.id).await?;
            break;
        };
        write(kernel, tx, season, &registration, &person, "opened").await?;
        gatherings::welcome(kernel, tx, season, &person, Time(i64::MAX)).await?;
        record(kernel, tx, None, "registration.opened", &season.id).await?;
        n += 1;
    }
    Ok(n)
}

/// Ends a registration: its dates leave the calendar, and whoever waits gets the seat. Twice is once.
pub async fn leave(kernel: &Kernel, season: &Season, of: &Registration) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::offer::hold(&mut tx, &season.id).await?;
    // They may have been let in from the list, or have confirmed, while this waited.
    let Some(of) = store::now(&mut tx, &of.id).await? else { return Ok(()) };
    if !store::end(&mut tx, &of.id, of.state).await? {
        return Ok(());
    }
    store::end_place_offers(&mut tx, &of.id, kernel.now()).await?;
    store::forget_need(&mut tx, &season.id, &of.person_id).await?;
    if of.confirmed_at.is_none() {
        address::forget_typed(&mut tx, &of.person_id).await?;
    }
    if of.is_held() {
        if of.confirmed_at.is_some() {
            gatherings::farewell(kernel, &mut tx, season, &of.person_id).await?;
            store::leave_spaces(&mut tx, &season.id, &of.person_id).await?;
        }
        store::offer::give_seat_back(&mut tx, &season.id).await?;
        promote(kernel, &mut tx, season).await?;
    }
    record(kernel, &mut tx, Some(&of.person_id), "registration.left", &season.id).await?;
    tx.commit().await?;
    Ok(())
}
