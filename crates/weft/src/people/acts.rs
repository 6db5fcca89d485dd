//! Verbs: asking for a link, signing in by it, by code, by password and second factor; ending it.

use totp_rs::{Builder, Totp};

use super::address::{self, Proved, Typed};
use super::model::{Actor, Strength};
use super::rules::OwnRecord;
use super::store;
use crate::kernel::i18n::{Lang, Tr};
use crate::kernel::ids::Id;
use crate::kernel::mail::Letter;
use crate::kernel::outbox::{self, Lane, Listed};
use crate::kernel::{Kernel, events, secret};
use crate::web::{Error, Result};

/// The person behind a sign-in token, if it still lives. Idle and old sign-ins end here.
pub async fn actor(kernel: &Kernel, token: &str) -> Result<Option<Actor>> {
    let mut conn = kernel.db.read().await?;
    let Some(found) = store::living_sign_in(&mut conn, &secret::hash(token)).await? else { return Ok(None) };
    drop(conn);
    let Some(strength) = Strength::parse(&found.strength) else { return Ok(None) };
    let now = kernel.now();
    if !strength.is_living(found.created_at, found.seen_at, now) {
        return Ok(None);
    }
    if now > found.seen_at.plus_seconds(300)
        && let Err(error) = touch(kernel, &found.sign_in_id).await
    {
        // Reading goes on where nothing can be written.
        tracing::debug!("a sign-in could not be marked as seen: {error}");
    }
    Ok(Some(Actor {
        person_id: found.person_id,
        sign_in_id: found.sign_in_id,
        name: found.display_name,
        lang: Lang::parse(&found.language).unwrap_or_default(),
        zone: found.zone,
        strength,
        proved_at: found.proved_at,
    }))
}

async fn touch(kernel: &Kernel, sign_in: &Id) -> crate::kernel::db::Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::touch_sign_in(&mut tx, sign_in, kernel.now()).await?;
    tx.commit().await
}

/// Counts a try by account and by address, and refuses when there were too many in ten minutes.
/// Nobody can be locked out for longer than that, and a sign-in that already lives is not touched.
pub async fn throttle(kernel: &Kernel, what: &str, account: &str, address: &str) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    // Tight for one account from one address, looser for the account from everywhere: a stranger elsewhere does not lock anyone out.
    let here = store::count_try(kernel, &mut tx, &secret::hash(&format!("{what}:h:{account}:{address}")), 8, 600).await?;
    let by_account = store::count_try(kernel, &mut tx, &secret::hash(&format!("{what}:a:{account}")), 40, 600).await?;
    let by_address = store::count_try(kernel, &mut tx, &secret::hash(&format!("{what}:p:{address}")), 60, 600).await?;
    tx.commit().await?;
    if here && by_account && by_address { Ok(()) } else { Err(Error::TooMany) }
}

/// Sends a link and a code to an address, if someone holds it. Whether someone does shows neither in
/// the answer nor in the work done: an unknown address leaves the same rows, with nobody in them.
pub async fn ask_for_link(kernel: &Kernel, email: &str, browser: &str, lang: Lang) -> Result<()> {
    let token = secret::token(&kernel.rng);
    let code = secret::code(&kernel.rng);
    let browser_hash = secret::hash(browser);
    let mut tx = kernel.db.begin().await?;
    let typed = Typed::new(email);
    let (person, to) = address::to_write_to(&mut tx, &typed).await?.map_or((None, "nobody@invalid".to_owned()), |(id, to)| (Some(id), to));
    let request = store::LinkRequest {
        person: person.as_ref(),
        token_hash: &secret::hash(&token),
        code_hash: &secret::hash(&format!("{code}{browser}")),
        browser_hash: &browser_hash,
        norm: typed.norm(),
    };
    let id = store::insert_link_request(kernel, &mut tx, request).await?;
    let t = Tr(lang);
    let letter = Letter {
        lang: lang.tag(),
        subject: t.a("mail-link-subject", "code", code.clone()),
        paragraphs: vec![t.t("mail-link-text"), t.a("mail-link-code", "code", code), t.t("mail-link-not-you")],
        button: Some((t.t("mail-link-button"), format!("{}/sign-in/link/{token}", kernel.config.base_url))),
    };
    let expires = kernel.now().plus_seconds(600);
    // For nobody, the same letter is written; the worker takes it from the queue as any other, and sends it to nobody.
    let lane = if person.is_some() { Lane::Urgent(expires) } else { Lane::Decoy(expires) };
    outbox::enqueue(kernel, &mut tx, outbox::New { key: &format!("link:{id}"), lane, listed: Listed::ToOwners, mail: &letter.to(&to) }).await?;
    tx.commit().await?;
    Ok(())
}

/// Signs in by the token of a link, in the browser that asked for it.
pub async fn sign_in_by_link(kernel: &Kernel, token: &str, browser: &str, agent: &str) -> Result<Option<String>> {
    let mut tx = kernel.db.begin().await?;
    let Some((person, address)) = store::use_link(&mut tx, &secret::hash(token), &secret::hash(browser), kernel.now()).await? else {
        return Ok(None);
    };
    link_arrived(kernel, &mut tx, &person, &address).await?;
    let cookie = start(kernel, &mut tx, &person, Strength::Link, agent).await?;
    tx.commit().await?;
    Ok(Some(cookie))
}

/// Whoever signs in by a link or code has read it: the address is theirs, and mail to it arrives.
async fn link_arrived(kernel: &Kernel, tx: &mut crate::kernel::db::Tx, person: &Id, address: &Proved) -> Result<()> {
    address::mark_proved(kernel, tx, person, address).await?;
    super::contacts::proved(kernel, tx, person, address.value()).await
}

/// Signs in by the six digits, in the browser that asked; five tries.
pub async fn sign_in_by_code(kernel: &Kernel, code: &str, browser: &str, agent: &str) -> Result<Option<String>> {
    let now = kernel.now();
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let mut tx = kernel.db.begin().await?;
    let tried = store::try_code(&mut tx, &secret::hash(browser), now).await?;
    let mut cookie = None;
    if let Some((request, code_hash)) = tried
        && secret::same(&code_hash, &secret::hash(&format!("{digits}{browser}")))
        && let Some((person, address)) = store::use_request(&mut tx, &request, now).await?
    {
        link_arrived(kernel, &mut tx, &person, &address).await?;
        cookie = Some(start(kernel, &mut tx, &person, Strength::Link, agent).await?);
    }
    // A wrong try is kept too: it counts.
    tx.commit().await?;
    Ok(cookie)
}

/// A hash of no one's password, so that an unknown address takes as long as a known one.
const DECOY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$3C3cFwOTvv/yuLPTEQ7BzQ2Ivm2N2mXUHOVmvH8LQPo";

/// Checks address and password. Returns the token of the step in between; the second factor follows.
pub async fn check_password(kernel: &Kernel, email: &str, password: &str) -> Result<Option<String>> {
    let mut conn = kernel.db.read().await?;
    let credential = store::credential_by_address(&mut conn, &Typed::new(email)).await?;
    drop(conn);
    let stored = credential.as_ref().map_or_else(|| DECOY.to_owned(), |c| c.password.clone());
    let given = password.to_owned();
    let right = slow(move || secret::password_matches(&given, &stored)).await?;
    match credential {
        Some(c) if right => second_step(kernel, &c.person_id, c.totp_secret.is_none()).await.map(Some),
        _ => Ok(None),
    }
}

/// Password hashing is slow on purpose and bounded: two at a time, off the async threads.
async fn slow<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    static PERMITS: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(2);
    let _permit = PERMITS.acquire().await.map_err(|e| Error::Internal(e.to_string()))?;
    tokio::task::spawn_blocking(work).await.map_err(|e| Error::Internal(e.to_string()))
}

/// A password as it is stored; slow on purpose.
pub async fn hash_password(password: &str) -> Result<String> {
    let given = password.to_owned();
    slow(move || secret::hash_password(&given)).await?.ok_or_else(|| Error::Internal("argon2 refused".into()))
}

/// Sets a password for someone whose right to do so was proved by an invitation or the first run.
/// All earlier sign-ins end.
pub async fn set_password(kernel: &Kernel, person: &Id, password: &str) -> Result<()> {
    let hash = hash_password(password).await?;
    let mut tx = kernel.db.begin().await?;
    store::set_password(kernel, &mut tx, person, &hash).await?;
    store::end_all_sign_ins(&mut tx, person, kernel.now()).await?;
    let event = events::Event { actor: Some(person), verb: "password.set", subject: person, season: None, detail: None };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    kernel.live.end(|who| who.person == *person);
    Ok(())
}

/// Opens the step between password and second factor.
pub async fn second_step(kernel: &Kernel, person: &Id, enrol: bool) -> Result<String> {
    let token = secret::token(&kernel.rng);
    let new_secret = enrol.then(|| totp_secret(kernel));
    let mut tx = kernel.db.begin().await?;
    store::insert_step(kernel, &mut tx, &secret::hash(&token), person, new_secret).await?;
    tx.commit().await?;
    Ok(token)
}

fn totp_secret(kernel: &Kernel) -> String {
    totp_rs::Secret::from(kernel.rng.bytes::<20>()).to_base32()
}

/// The secret to type into an authenticator app, when this step is the first one.
pub async fn secret_to_enrol(kernel: &Kernel, token: &str) -> Result<Option<Option<String>>> {
    let mut conn = kernel.db.read().await?;
    let step = store::step(&mut conn, &secret::hash(token), kernel.now()).await?;
    Ok(step.map(|s| if s.totp_secret.is_none() { s.new_totp_secret } else { None }))
}

pub fn totp(base32: &str) -> Option<Totp> {
    let secret = totp_rs::Secret::try_from_base32(base32).ok()?;
    Builder::new().with_secret(secret).build().ok()
}

/// Signs in with the second factor, or enrols it and signs in.
pub async fn sign_in_by_totp(kernel: &Kernel, token: &str, digits: &str, agent: &str) -> Result<Option<String>> {
    let now = kernel.now();
    let hash = secret::hash(token);
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let mut tx = kernel.db.begin().await?;
    let Some(step) = store::step(&mut tx, &hash, now).await? else { return Ok(None) };
    if !store::count_try(kernel, &mut tx, &secret::hash(&format!("totp:{}", step.person_id)), 8, 600).await? {
        return Err(Error::TooMany);
    }
    let enrolled = step.totp_secret.is_some();
    let Some(base32) = step.totp_secret.or(step.new_totp_secret) else { return Ok(None) };
    let seconds = u64::try_from(now.0 / 1_000_000).unwrap_or(0);
    let matched = totp(&base32).and_then(|t| t.check(&digits, seconds));
    let mut cookie = None;
    if let Some(at) = matched {
        if !enrolled {
            store::set_totp(&mut tx, &step.person_id, &base32).await?;
        }
        if store::use_totp_step(&mut tx, &step.person_id, i64::try_from(at).unwrap_or(0)).await? {
            store::delete_step(&mut tx, &hash).await?;
            cookie = Some(start(kernel, &mut tx, &step.person_id, Strength::TwoFactors, agent).await?);
        }
    }
    tx.commit().await?;
    Ok(cookie)
}

/// Takes the second factor once more, for a grave act. `false` when the digits are not right.
pub async fn prove_again(kernel: &Kernel, actor: &Actor, digits: &str) -> Result<bool> {
    let now = kernel.now();
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let mut tx = kernel.db.begin().await?;
    if !store::count_try(kernel, &mut tx, &secret::hash(&format!("totp:{}", actor.person_id)), 8, 600).await? {
        return Err(Error::TooMany);
    }
    let base32 = store::credential(&mut tx, &actor.person_id).await?.and_then(|c| c.totp_secret);
    let seconds = u64::try_from(now.0 / 1_000_000).unwrap_or(0);
    let matched = base32.and_then(|b| totp(&b)).and_then(|t| t.check(&digits, seconds));
    let mut proved = false;
    if let Some(at) = matched
        && store::use_totp_step(&mut tx, &actor.person_id, i64::try_from(at).unwrap_or(0)).await?
    {
        store::prove_sign_in(&mut tx, &actor.sign_in_id, now).await?;
        let event = events::Event { actor: Some(&actor.person_id), verb: "signed-in-again", subject: &actor.person_id, season: None, detail: None };
        events::record(kernel, &mut tx, event).await?;
        proved = true;
    }
    tx.commit().await?;
    Ok(proved)
}

/// Starts a sign-in and returns the token its cookie carries.
pub async fn start(kernel: &Kernel, tx: &mut crate::kernel::db::Tx, person: &Id, strength: Strength, agent: &str) -> Result<String> {
    let token = secret::token(&kernel.rng);
    let agent: String = agent.chars().filter(|c| !c.is_control()).take(120).collect();
    store::insert_sign_in(kernel, tx, person, &secret::hash(&token), strength.name(), &agent).await?;
    let event = events::Event { actor: Some(person), verb: "signed-in", subject: person, season: None, detail: Some(strength.name().into()) };
    events::record(kernel, tx, event).await?;
    Ok(token)
}

/// Ends one of one's own sign-ins. Ending an ended one is harmless.
pub async fn end(kernel: &Kernel, own: &OwnRecord, sign_in: &Id) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let ended = store::end_sign_in(&mut tx, own, sign_in, kernel.now()).await?;
    if ended > 0 {
        let event = events::Event { actor: Some(own.person()), verb: "signed-out", subject: own.person(), season: None, detail: None };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    kernel.live.end(|who| who.sign_in == *sign_in && who.person == *own.person());
    Ok(ended > 0)
}
