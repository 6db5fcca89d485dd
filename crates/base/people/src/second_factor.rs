//! The second factor: six digits of an authenticator app (TOTP). Its secret is kept sealed, for its row alone.

use totp_rs::{Builder, Totp};

use super::acts::{Typed, start};
use super::model::{Actor, Strength};
use super::store;
use super::tries::{self, Begun, Digits};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::ids::Id;
use weft_kernel::seal::Seal;
use weft_kernel::{Kernel, events, secret};
use weft_web::Result;

/// Where the secrets stand, for [`Seal`].
const HELD: &str = "credential.totp_secret";
const NEW: &str = "sign_in_step.new_totp_secret";

/// What is known of someone's second factor.
pub(super) enum Factor {
    None,
    /// Its secret, in base 32.
    Ready(String),
    /// There is one, sealed with a key that is gone.
    Lost,
}

impl Factor {
    pub(super) fn of(kernel: &Kernel, person: &Id, sealed: Option<&str>) -> Self {
        match sealed {
            None => Self::None,
            Some(sealed) => kernel.seal.open(HELD, person.as_str(), sealed).map_or(Self::Lost, Self::Ready),
        }
    }
}

/// A person's secret as the database keeps it.
pub fn sealed(kernel: &Kernel, person: &Id, base32: &str) -> String {
    kernel.seal.seal(&kernel.rng, HELD, person.as_str(), base32)
}

/// How many people's second factors cannot be read with the key there is.
pub async fn lost_factors(conn: &mut Conn, seal: &Seal) -> weft_kernel::db::Result<usize> {
    let all = store::all_factors(conn).await?;
    Ok(all.iter().filter(|(person, sealed)| seal.open(HELD, person.as_str(), sealed).is_none()).count())
}

/// Opens the step between password and second factor.
pub async fn second_step(kernel: &Kernel, person: &Id, enrol: bool) -> Result<String> {
    let token = secret::token(&kernel.rng);
    let hash = secret::hash(&token);
    let base32 = totp_rs::Secret::from(kernel.rng.bytes::<20>()).to_base32();
    let new = enrol.then(|| kernel.seal.seal(&kernel.rng, NEW, &hash, &base32));
    let mut tx = kernel.db.begin().await?;
    store::insert_step(kernel, &mut tx, &hash, person, new).await?;
    tx.commit().await?;
    Ok(token)
}

/// The secret that a step is to enrol: nothing when the person has a second factor that can be read.
fn to_enrol(kernel: &Kernel, hash: &str, step: &store::Step) -> Option<String> {
    match Factor::of(kernel, &step.person_id, step.totp_secret.as_deref()) {
        Factor::Ready(_) => None,
        Factor::None | Factor::Lost => kernel.seal.open(NEW, hash, step.new_totp_secret.as_deref()?),
    }
}

/// What the step between password and second factor asks for.
pub enum SecondStep {
    /// There is no such step, or it is over.
    None,
    /// The digits of the app that is set up.
    Digits,
    /// The digits of an app that this secret is put into first.
    Enrol(String),
}

/// What the step asks for that a token stands for.
pub async fn at_step(kernel: &Kernel, token: &str) -> Result<SecondStep> {
    let hash = secret::hash(token);
    let mut conn = kernel.db.read().await?;
    let Some(step) = store::step(&mut conn, &hash, kernel.now()).await? else { return Ok(SecondStep::None) };
    Ok(to_enrol(kernel, &hash, &step).map_or(SecondStep::Digits, SecondStep::Enrol))
}

pub fn totp(base32: &str) -> Option<Totp> {
    let secret = totp_rs::Secret::try_from_base32(base32).ok()?;
    Builder::new().with_secret(secret).build().ok()
}

/// Which step of the digits' clock these digits belong to, if any.
fn step_of(base32: &str, digits: &str, now: Time) -> Option<i64> {
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let seconds = u64::try_from(now.0 / 1_000_000).unwrap_or(0);
    totp(base32)?.check(&digits, seconds).and_then(|step| i64::try_from(step).ok())
}

/// Signs in with the second factor, or enrols it and signs in.
pub async fn sign_in_by_totp(kernel: &Kernel, token: &str, digits: &str, agent: &str) -> Result<Typed<String>> {
    let now = kernel.now();
    let hash = secret::hash(token);
    let mut tx = kernel.db.begin().await?;
    let Some(step) = store::step(&mut tx, &hash, now).await? else { return Ok(Typed::Wrong) };
    let person = &step.person_id;
    let account = tries::of_person(Digits::Totp, Some(person), "");
    if let Begun::Off(until) = tries::begin(&mut tx, &account, now).await? {
        return Ok(Typed::Off(until));
    }
    let (base32, is_new) = match Factor::of(kernel, person, step.totp_secret.as_deref()) {
        Factor::Ready(base32) => (base32, false),
        Factor::None | Factor::Lost => match to_enrol(kernel, &hash, &step) {
            Some(base32) => (base32, true),
            None => return Ok(Typed::Wrong),
        },
    };
    let mut cookie = None;
    if let Some(at) = step_of(&base32, digits, now) {
        if is_new {
            store::set_totp(&mut tx, person, &sealed(kernel, person, &base32)).await?;
        }
        if store::use_totp_step(&mut tx, person, at).await? {
            store::delete_step(&mut tx, &hash).await?;
            cookie = Some(start(kernel, &mut tx, person, Strength::TwoFactors, agent).await?);
        }
    }
    let typed = settle(kernel, &mut tx, &account, person, cookie).await?;
    tx.commit().await?;
    Ok(typed)
}

/// Counts digits as right or wrong.
async fn settle<T>(kernel: &Kernel, tx: &mut Tx, account: &str, person: &Id, right: Option<T>) -> Result<Typed<T>> {
    if let Some(right) = right {
        tries::was_right(tx, account).await?;
        return Ok(Typed::Right(right));
    }
    let off = tries::was_wrong(kernel, tx, Digits::Totp, account, Some(person)).await?;
    Ok(off.map_or(Typed::Wrong, Typed::Off))
}

/// Takes the second factor once more, for a grave act.
pub async fn prove_again(kernel: &Kernel, actor: &Actor, digits: &str) -> Result<Typed<()>> {
    let now = kernel.now();
    let person = &actor.person_id;
    let account = tries::of_person(Digits::Totp, Some(person), "");
    let mut tx = kernel.db.begin().await?;
    let held = store::credential(&mut tx, person).await?.and_then(|c| c.totp_secret);
    let base32 = match Factor::of(kernel, person, held.as_deref()) {
        Factor::Ready(base32) => base32,
        Factor::Lost => return Ok(Typed::Lost),
        Factor::None => return Ok(Typed::Wrong),
    };
    if let Begun::Off(until) = tries::begin(&mut tx, &account, now).await? {
        return Ok(Typed::Off(until));
    }
    let mut proved = None;
    if let Some(at) = step_of(&base32, digits, now)
        && store::use_totp_step(&mut tx, person, at).await?
    {
        store::prove_sign_in(&mut tx, &actor.sign_in_id, now).await?;
        let event =
            events::Event { actor: Some(person), verb: "signed-in-again", subject: person, season: None, detail: None };
        events::record(kernel, &mut tx, event).await?;
        proved = Some(());
    }
    let typed = settle(kernel, &mut tx, &account, person, proved).await?;
    tx.commit().await?;
    Ok(typed)
}
