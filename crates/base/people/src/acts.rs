//! Verbs: asking for a link, signing in by it, by code, by password; ending it. The second factor is in
//! [`second_factor`](super::second_factor).

use super::address::{self, Proved};
use super::model::{Actor, Strength};
use super::rules::OwnRecord;
use super::second_factor::Factor;
pub use super::second_factor::{
    SecondStep, at_step, lost_factors, prove_again, sealed, second_step, sign_in_by_totp, totp,
};
use super::store;
use super::tries::{self, Ask, Begun, Digits};
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::mail::Letter;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events, secret, tally};
use weft_web::{Error, Result};

/// The person behind a sign-in token, if it still lives. Idle and old sign-ins end here.
pub async fn actor(kernel: &Kernel, token: &str) -> Result<Option<Actor>> {
    let mut conn = kernel.db.read().await?;
    let Some(found) = store::living_sign_in(&mut conn, &secret::hash(token)).await? else { return Ok(None) };
    drop(conn);
    let now = kernel.now();
    if !found.strength.is_living(found.created_at, found.seen_at, now) {
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
        first_name: if found.given_name.is_empty() { found.display_name.clone() } else { found.given_name },
        name: found.display_name,
        lang: Lang::parse(&found.language).unwrap_or_default(),
        zone: found.zone,
        strength: found.strength,
        proved_at: found.proved_at,
        is_owner: found.is_owner,
    }))
}

async fn touch(kernel: &Kernel, sign_in: &Id) -> weft_kernel::db::Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::touch_sign_in(&mut tx, sign_in, kernel.now()).await?;
    tx.commit().await
}

/// Counts a try by account and by address, and refuses when there were too many in ten minutes. Strangers on many
/// networks can keep an account from being asked for, but not from a browser in which its holder was signed in before:
/// `was` is its [`WAS`](super::pages::WAS) cookie. A sign-in that already lives is not touched.
pub async fn throttle(kernel: &Kernel, what: &str, account: &str, address: &str, was: &str) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let is_known = !was.is_empty() && store::was_signed_in(&mut tx, &secret::hash(was), account).await?;
    // Tight for one account from one address or known browser, looser for the account from everywhere else.
    let from = if is_known { secret::hash(was) } else { tally::sender(address) };
    let here = store::count_try(kernel, &mut tx, &secret::hash(&format!("{what}:h:{account}:{from}")), 8, 600).await?;
    let by_account =
        is_known || store::count_try(kernel, &mut tx, &secret::hash(&format!("{what}:a:{account}")), 40, 600).await?;
    let by_address = tries::count_address(kernel, &mut tx, Ask::Quiet, what, address).await?;
    tx.commit().await?;
    if here && by_account && by_address { Ok(()) } else { Err(Error::TooMany) }
}

/// Sends a link and a code to an address, if someone holds it or has used it here. Whether someone does shows neither
/// in the answer nor in the work done: an unknown address leaves the same rows, with nobody in them.
pub async fn ask_for_link(kernel: &Kernel, email: &str, browser: &str, lang: Lang) -> Result<()> {
    let token = secret::token(&kernel.rng);
    let code = secret::code(&kernel.rng);
    let browser_hash = secret::hash(browser);
    let mut tx = kernel.begin_once().await?;
    let typed = address::Typed::new(email);
    let found = address::to_write_to(&mut tx, &typed).await?;
    let mailed_to = found.is_some().then_some(typed.norm());
    let (person, to) = found.unwrap_or_else(|| (None, "nobody@invalid".to_owned()));
    let account = tries::of_address(email);
    // While digits are off for this account, the mail holds none.
    let is_off = tries::off_until(&mut tx, &account, kernel.now()).await?.is_some();
    let request = store::LinkRequest {
        person: person.as_ref(),
        token_hash: &secret::hash(&token),
        code_hash: &secret::hash(&format!("{code}{browser}")),
        browser_hash: &browser_hash,
        account: &account,
        mailed_to,
    };
    let id = store::insert_link_request(kernel, &mut tx, request).await?;
    let t = Tr(lang);
    let letter = Letter {
        lang: lang.tag(),
        subject: if is_off { t.t("mail-link-subject-plain") } else { t.a("mail-link-subject", "code", code.clone()) },
        paragraphs: vec![
            t.t("mail-link-text"),
            if is_off { t.t("mail-link-no-code") } else { t.a("mail-link-code", "code", code) },
            t.t("mail-link-not-you"),
        ],
        button: Some((t.t("mail-link-button"), format!("{}/sign-in/link/{token}", kernel.config.base_url))),
    };
    let expires = kernel.now().plus_seconds(600);
    // For nobody, the same letter is written; the worker takes it from the queue as any other, and sends it to nobody.
    let lane = if mailed_to.is_some() { Lane::Urgent(expires) } else { Lane::Decoy(expires) };
    let mut mail = letter.to(&to);
    // The outbox page shows subjects to whoever keeps this site, and this one holds a code.
    mail.listed = Some(t.t("mail-link-subject-plain"));
    outbox::enqueue(
        kernel,
        &mut tx,
        outbox::New { key: &format!("link:{id}"), lane, listed: Listed::ToOwners, season: None, mail: &mail },
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

/// Signs in by the token of a link, in the browser that asked for it.
pub async fn sign_in_by_link(
    kernel: &Kernel,
    token: &str,
    browser: &str,
    agent: &str,
    lang: Lang,
) -> Result<Option<String>> {
    let mut tx = kernel.db.begin().await?;
    let Some(address) = store::use_link(&mut tx, &secret::hash(token), &secret::hash(browser), kernel.now()).await?
    else {
        return Ok(None);
    };
    let person = link_arrived(kernel, &mut tx, &address, lang).await?;
    let cookie = start(kernel, &mut tx, &person, Strength::Link, agent).await?;
    tx.commit().await?;
    Ok(Some(cookie))
}

/// Whoever signs in by a link or code has read it: the address is theirs, and mail to it arrives. Where only visitors
/// typed it, their record is a new one with nothing of what was typed: they say themselves what of it is theirs.
/// Returns who signs in.
async fn link_arrived(kernel: &Kernel, tx: &mut weft_kernel::db::Tx, address: &Proved, lang: Lang) -> Result<Id> {
    let person = address::holder_or_nameless(kernel, tx, address, lang).await?;
    super::contacts::proved(kernel, tx, &person, address.value()).await?;
    Ok(person)
}

/// What came of digits that someone typed.
#[derive(Debug)]
pub enum Typed<T> {
    Right(T),
    Wrong,
    /// Too many were wrong: digits are off for this account until then.
    Off(Time),
    /// There is a second factor, sealed with a key that is gone.
    Lost,
}

/// Until when codes are off for whatever address this browser last asked for, if they are. Whether someone holds it
/// makes no difference.
pub async fn codes_off(conn: &mut Conn, browser: &str, now: Time) -> Result<Option<Time>> {
    Ok(match store::last_account(conn, &secret::hash(browser)).await? {
        Some(account) => tries::off_until(conn, &account, now).await?,
        None => None,
    })
}

/// Signs in by the six digits, in the browser that asked: five tries for a request, and few in a day for an account.
pub async fn sign_in_by_code(
    kernel: &Kernel,
    code: &str,
    browser: &str,
    agent: &str,
    lang: Lang,
) -> Result<Typed<String>> {
    let now = kernel.now();
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let mut tx = kernel.db.begin().await?;
    let Some(tried) = store::try_code(&mut tx, &secret::hash(browser), now).await? else {
        return Ok(codes_off(&mut tx, browser, now).await?.map_or(Typed::Wrong, Typed::Off));
    };
    if let Begun::Off(until) = tries::begin(&mut tx, &tried.account, now).await? {
        return Ok(Typed::Off(until));
    }
    // Nor may a person's other addresses be a way around it; that is never said.
    let of_person = tries::of_person(Digits::Mailed, tried.person_id.as_ref(), &tried.account);
    let is_on = tries::begin(&mut tx, &of_person, now).await? == Begun::Counted;
    let is_right = is_on && secret::same(&tried.code_hash, &secret::hash(&format!("{digits}{browser}")));
    let address = if is_right { store::use_request(&mut tx, &tried.id, now).await? } else { None };
    let typed = if let Some(address) = address {
        let person = link_arrived(kernel, &mut tx, &address, lang).await?;
        tries::was_right(&mut tx, &tried.account).await?;
        tries::was_right(&mut tx, &of_person).await?;
        Typed::Right(start(kernel, &mut tx, &person, Strength::Link, agent).await?)
    } else {
        if is_on {
            tries::was_wrong_unsaid(&mut tx, &of_person, now).await?;
        }
        let off = tries::was_wrong(kernel, &mut tx, Digits::Mailed, &tried.account, tried.person_id.as_ref()).await?;
        off.map_or(Typed::Wrong, Typed::Off)
    };
    // A wrong try is kept too: it counts.
    tx.commit().await?;
    Ok(typed)
}

/// A hash of no one's password, so that an unknown address takes as long as a known one.
const DECOY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$3C3cFwOTvv/yuLPTEQ7BzQ2Ivm2N2mXUHOVmvH8LQPo";

/// What came of an address and a password.
pub enum Checked {
    /// The token of the step in between; the second factor follows.
    Step(String),
    Wrong,
    /// Right, but the key that the second factor was sealed with is gone. It is set up again by whoever is signed in by
    /// a link too, so that a password alone does not open the account.
    FactorLost,
}

/// Checks address and password. `actor` is who is signed in by now, if anyone.
pub async fn check_password(kernel: &Kernel, email: &str, password: &str, actor: Option<&Actor>) -> Result<Checked> {
    let mut conn = kernel.db.read().await?;
    let credential = store::credential_by_address(&mut conn, &address::Typed::new(email)).await?;
    drop(conn);
    let stored = credential.as_ref().map_or_else(|| DECOY.to_owned(), |c| c.password.clone());
    let given = password.to_owned();
    let right = slow(move || secret::password_matches(&given, &stored)).await?;
    let Some(credential) = credential.filter(|_| right) else { return Ok(Checked::Wrong) };
    let person = &credential.person_id;
    let enrol = match Factor::of(kernel, person, credential.totp_secret.as_deref()) {
        Factor::None => true,
        Factor::Ready(_) => false,
        Factor::Lost if actor.is_some_and(|a| a.person_id == *person) => true,
        Factor::Lost => return Ok(Checked::FactorLost),
    };
    Ok(Checked::Step(second_step(kernel, person, enrol).await?))
}

/// For what is slow on purpose, such as a password's hash: bounded: two at a time, off the async threads.
pub async fn slow<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
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
    let event =
        events::Event { actor: Some(person), verb: "password.set", subject: person, season: None, detail: None };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    kernel.live.end(|who| who.person == *person);
    Ok(())
}

/// Starts a sign-in and returns the token its cookie carries.
pub async fn start(
    kernel: &Kernel,
    tx: &mut weft_kernel::db::Tx,
    person: &Id,
    strength: Strength,
    agent: &str,
) -> Result<String> {
    let token = secret::token(&kernel.rng);
    let agent: String = agent.chars().filter(|c| !c.is_control()).take(200).collect();
    store::insert_sign_in(kernel, tx, person, &secret::hash(&token), strength, &agent).await?;
    let event = events::Event {
        actor: Some(person),
        verb: "signed-in",
        subject: person,
        season: None,
        detail: Some(strength.name().into()),
    };
    events::record(kernel, tx, event).await?;
    Ok(token)
}

/// What came of ending a sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Ended,
    /// It was over before, or there is none.
    Over,
}

/// Ends one of one's own sign-ins. Ending an ended one is harmless.
pub async fn end(kernel: &Kernel, own: &OwnRecord, sign_in: &Id) -> Result<Ending> {
    let mut tx = kernel.db.begin().await?;
    let ended = store::end_sign_in(&mut tx, own, sign_in, kernel.now()).await?;
    if ended > 0 {
        let event = events::Event {
            actor: Some(own.person()),
            verb: "signed-out",
            subject: own.person(),
            season: None,
            detail: None,
        };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    kernel.live.end(|who| who.sign_in == *sign_in && who.person == *own.person());
    Ok(if ended > 0 { Ending::Ended } else { Ending::Over })
}
