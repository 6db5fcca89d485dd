//! A place changes hands, and a registration is confirmed: both by a link that was mailed, and by nothing else.

use super::acts::{self, Wish, record};
use super::emails;
use super::model::{HOLD, Registration, State};
use super::store::{self, New, PlaceOffer};
use weft_kernel::clock::Time;
use weft_kernel::db::Tx;
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_kernel::mail::named;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, secret};
use weft_people::address::{self, Proved, Typed};
use weft_people::model::NewPerson;
use weft_people::store as people;
use weft_programs::emails::{Emails, Fill};
use weft_programs::{Season, store as programs};
use weft_season::gatherings::places as gatherings;
use weft_web::{Error, Result};

/// Offers one's place to somebody by email. It stays one's own until they say yes. The answer is the same whoever holds
/// the address; the email tells its reader what they can do. Five a day out of one registration.
pub async fn offer(kernel: &Kernel, season: &Season, of: &Registration, wish: &Wish<'_>) -> Result<()> {
    let mut tx = kernel.begin_once().await?;
    store::offer::hold(&mut tx, &season.id).await?;
    if !store::now(&mut tx, &of.id).await?.is_some_and(|of| of.has_seat()) {
        return Err(Error::NotFound);
    }
    if !people::count_try(kernel, &mut tx, &secret::hash(&format!("place-offer:{}", of.id)), 5, 86_400).await? {
        return Err(Error::TooMany);
    }
    let token = secret::token(&kernel.rng);
    store::end_place_offers(&mut tx, &of.id, kernel.now()).await?;
    store::offer_place(kernel, &mut tx, &of.id, wish, &secret::hash(&token)).await?;
    let is_there =
        store::to_write_of(&mut tx, &season.id, &Typed::new(wish.email)).await?.is_some_and(|r| r.has_seat());
    let fill = Fill {
        values: vec![("registrant", named(&of.name))],
        link: Some(format!("{}/place-offers/{token}", kernel.config.base_url)),
        ..Fill::default()
    };
    let kind = if is_there { &emails::PLACE_THERE } else { &emails::PLACE };
    let letter = Emails::of(&mut tx, season).await?.write(kind, wish.lang, fill);
    let key = format!("place-offer:{}", secret::hash(&token));
    outbox::enqueue(
        kernel,
        &mut tx,
        outbox::New {
            key: &key,
            lane: Lane::Personal(None),
            listed: Listed::ToOwners,
            season: None,
            mail: &letter.to(wish.email).of(&season.program_id),
        },
    )
    .await?;
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
    /// They have a seat already; the place stays where it is.
    There,
    /// The offer was taken back, or the place is gone.
    Gone,
}

/// Takes a place that was offered: its holder's registration ends, and the reader, whose address is proved by the link,
/// has the seat.
pub async fn take(kernel: &Kernel, season: &Season, offer: &PlaceOffer, token_hash: &str) -> Result<Took> {
    let mut tx = kernel.db.begin().await?;
    store::offer::hold(&mut tx, &season.id).await?;
    let Some(of) = store::now(&mut tx, &offer.registration_id).await?.filter(Registration::has_seat) else {
        return Ok(Took::Gone);
    };
    if !store::end_place_offer(&mut tx, token_hash, kernel.now()).await?
        || !store::end(&mut tx, &of.id, State::Held).await?
    {
        return Ok(Took::Gone);
    }
    let proved = Proved::by_link(&offer.mailed_to);
    let lang = Lang::parse(&offer.language).unwrap_or_default();
    let new = NewPerson {
        given_name: offer.given_name.clone(),
        family_name: offer.family_name.clone(),
        lang,
        ..NewPerson::default()
    };
    let person = address::holder_or_new(kernel, &mut tx, &proved, &new).await?;
    let known = store::of_holder(&mut tx, &season.id, &proved).await?;
    if person == of.person_id || known.as_ref().is_some_and(Registration::has_seat) {
        return Ok(Took::There);
    }
    // What somebody typed with the same address is not in the way.
    let yielded = yield_to(kernel, &mut tx, season, &proved).await?;
    let id = if let Some(waiting) = known {
        store::let_in(&mut tx, &waiting.id).await?;
        waiting.id
    } else {
        let now = kernel.now();
        let new = New { season: &season.id, person: &person, state: State::Held, at: now, confirmed_at: Some(now) };
        let Some(id) = store::insert(kernel, &mut tx, new).await? else {
            return Ok(Took::There);
        };
        id
    };
    yielded.lead_to_holder(&mut tx, season, &proved).await?;
    gatherings::farewell(kernel, &mut tx, season, &of.person_id).await?;
    store::forget_need(&mut tx, &season.id, &of.person_id).await?;
    store::leave_spaces(&mut tx, &season.id, &of.person_id).await?;
    acts::settle(kernel, &mut tx, season, &id, &person, State::Held).await?;
    acts::promote(kernel, &mut tx, season).await?;
    record(kernel, &mut tx, Some(&of.person_id), "registration.passed", &season.id).await?;
    tx.commit().await?;
    Ok(Took::Yours)
}

/// Uses a link that was mailed: the address that it went to is proved, and this registration becomes its holder's.
pub async fn confirm(kernel: &Kernel, season: &Season, of: &Registration, token_hash: &str) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let Some(mailed) = store::mailed_to(&mut tx, token_hash).await? else { return Ok(()) };
    if prove(kernel, &mut tx, season, of, &Proved::by_link(&mailed)).await? == Confirmed::Done {
        tx.commit().await?;
    }
    Ok(())
}

/// What came of confirming a registration. Only what is done may be committed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    Done,
    /// There is nothing to confirm.
    Nothing,
}

/// Confirms a registration that was typed with an address which is proved now; what else was typed with it for this
/// season yields. Within the hour its seat is theirs; later they get one that is free, or a place on the list.
pub async fn prove(
    kernel: &Kernel,
    tx: &mut Tx,
    season: &Season,
    of: &Registration,
    proved: &Proved,
) -> Result<Confirmed> {
    store::offer::hold(tx, &season.id).await?;
    let Some(of) = store::now(tx, &of.id).await?.filter(|of| of.confirmed_at.is_none()) else {
        return Ok(Confirmed::Nothing);
    };
    if !store::offer(tx, &season.id).await?.is_some_and(|o| of.can_confirm(&o, kernel.now())) {
        return Ok(Confirmed::Nothing);
    }
    // What was typed ends here, and begins anew as its holder's.
    if !store::end(tx, &of.id, of.state).await? {
        return Ok(Confirmed::Nothing);
    }
    if of.is_held() {
        store::offer::give_seat_back(tx, &season.id).await?;
    }
    let person = address::claim(kernel, tx, &of.person_id, proved).await?;
    if address::holder(tx, proved).await?.as_ref() != Some(&person) {
        return Ok(Confirmed::Nothing);
    }
    let yielded = yield_to(kernel, tx, season, proved).await?;
    let since = yielded.since.into_iter().chain((of.held_until() >= kernel.now()).then_some(of.at)).min();
    match store::of_holder(tx, &season.id, proved).await? {
        None => drop(enroll(kernel, tx, season, &person, since).await?),
        // On the list, and a seat was held: it is theirs.
        Some(known)
            if known.state == State::Waiting && of.is_held() && store::offer::take_seat(tx, &season.id).await? =>
        {
            store::let_in(tx, &known.id).await?;
            acts::settle(kernel, tx, season, &known.id, &person, State::Held).await?;
        }
        Some(_) => {}
    }
    if let Some(known) = store::of_holder(tx, &season.id, proved).await? {
        store::move_keys(tx, &of.id, &known.id).await?;
    }
    yielded.lead_to_holder(tx, season, proved).await?;
    acts::promote(kernel, tx, season).await?;
    Ok(Confirmed::Done)
}

/// Registers whoever has proved their address: a seat, or the end of the list, or where they were on it since they
/// typed the address. Returns whether they have a seat.
pub(super) async fn enroll(
    kernel: &Kernel,
    tx: &mut Tx,
    season: &Season,
    person: &Id,
    since: Option<Time>,
) -> Result<bool> {
    let (now, is_held) = (kernel.now(), store::offer::take_seat(tx, &season.id).await?);
    let state = if is_held { State::Held } else { State::Waiting };
    let new = New { season: &season.id, person, state, at: since.unwrap_or(now), confirmed_at: Some(now) };
    let id = store::insert(kernel, tx, new).await?.ok_or(Error::NotFound)?;
    acts::settle(kernel, tx, season, &id, person, state).await?;
    record(kernel, tx, Some(person), if is_held { "registration.made" } else { "registration.waited" }, &season.id)
        .await?;
    Ok(is_held)
}

/// What was typed with an address and gave up its seat when somebody proved the address.
#[derive(Default)]
pub(super) struct Yielded {
    /// Since when the address asked, within the hour.
    pub since: Option<Time>,
    ids: Vec<Id>,
}

impl Yielded {
    /// Links of earlier emails to the same address lead to what its holder has now.
    pub async fn lead_to_holder(&self, tx: &mut Tx, season: &Season, proved: &Proved) -> Result<()> {
        if let Some(known) = store::of_holder(tx, &season.id, proved).await? {
            for id in &self.ids {
                store::move_keys(tx, id, &known.id).await?;
            }
        }
        Ok(())
    }
}

/// What was typed for a season with an address that is proved by somebody now gives its seats up, and its words are
/// erased. The caller gives free seats on, and lets the links lead to the holder's registration.
pub(super) async fn yield_to(kernel: &Kernel, tx: &mut Tx, season: &Season, proved: &Proved) -> Result<Yielded> {
    let mut all = Yielded::default();
    for of in store::typed_with(tx, &season.id, proved).await? {
        if !store::end(tx, &of.id, of.state).await? {
            continue;
        }
        if of.is_held() {
            store::offer::give_seat_back(tx, &season.id).await?;
        }
        address::give_up(kernel, tx, &of.person_id, proved).await?;
        all.since = all.since.into_iter().chain((of.held_until() >= kernel.now()).then_some(of.at)).min();
        all.ids.push(of.id);
    }
    Ok(all)
}

/// After this many days without a click, what was typed is forgotten.
const FORGOTTEN_DAYS: i64 = 30;

/// Gives seats on that were held for an hour for addresses which nobody confirmed. Their links still work. Returns how
/// many.
pub async fn lapse(kernel: &Kernel) -> Result<usize> {
    let (held_before, asked_before) = (kernel.now().plus_seconds(-HOLD), kernel.now().plus_days(-FORGOTTEN_DAYS));
    let due = store::lapsed(&mut kernel.db.read().await?, held_before, asked_before).await?;
    let mut n = 0;
    for of in due {
        let mut tx = kernel.db.begin().await?;
        let Some(season) = programs::season_by_slug(&mut tx, &of.season_slug).await? else { continue };
        store::offer::hold(&mut tx, &season.id).await?;
        let Some((was, is)) = store::lapse(&mut tx, &of.id, asked_before).await? else { continue };
        if is == State::Left {
            address::forget_typed(&mut tx, &of.person_id).await?;
        }
        if was == State::Held {
            store::offer::give_seat_back(&mut tx, &season.id).await?;
            record(kernel, &mut tx, None, "registration.lapsed", &season.id).await?;
            acts::promote(kernel, &mut tx, &season).await?;
        }
        tx.commit().await?;
        n += 1;
    }
    Ok(n)
}
