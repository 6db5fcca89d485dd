//! Verbs: make answers ready, take someone out or all back, send, choose what happens to one's application.

use super::model::{Addressee, Choice, Letter, Wanted, fill};
use super::rules::Decide;
use super::store;
use crate::applications::erasure::{self, Erased};
use crate::applications::rules::Erase;
use crate::reading::store as reading;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::mail;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events, secret, stored};
use weft_people::store as people;
use weft_programs::Season;
use weft_web::{Error, Result};

/// Months after which the application of someone who was not chosen is erased, unless she asks to keep it; in days.
const KEPT_DAYS: i64 = 365;

async fn record(
    kernel: &Kernel,
    tx: &mut weft_kernel::db::Tx,
    permit: &Decide,
    actor: &Id,
    verb: &'static str,
    n: usize,
) -> Result<()> {
    let event = events::Event {
        actor: Some(actor),
        verb,
        subject: permit.season(),
        season: Some(permit.season()),
        detail: Some(n.to_string()),
    };
    Ok(events::record(kernel, tx, event).await?)
}

/// Whether applications are still being read: nobody is told anything before that is over.
pub async fn is_reading_open(conn: &mut weft_kernel::db::Conn, permit: &Decide) -> Result<bool> {
    Ok(reading::reading(conn, permit.season()).await?.is_some_and(|r| r.is_open()))
}

/// Makes answers ready for everyone who waits for one. Returns for how many; `None` when others are ready already, or
/// applications are still being read.
pub async fn stage(kernel: &Kernel, permit: &Decide, actor: &Id, letter: &Letter) -> Result<Option<usize>> {
    let text = serde_json::to_string(letter).map_err(|e| Error::Internal(e.to_string()))?;
    let mut tx = kernel.begin_once().await?;
    if is_reading_open(&mut tx, permit).await? {
        return Ok(None);
    }
    let Some(round) = store::insert_round(kernel, &mut tx, permit, &text, actor).await? else { return Ok(None) };
    let waiting = store::waiting(&mut tx, permit, kernel.now()).await?;
    for who in &waiting {
        store::insert_decision(&mut tx, &round, &who.application_id, &who.reason).await?;
    }
    record(kernel, &mut tx, permit, actor, "decisions.staged", waiting.len()).await?;
    tx.commit().await?;
    Ok(Some(waiting.len()))
}

/// Holds one answer back.
pub async fn hold_back(kernel: &Kernel, permit: &Decide, external_id: &str) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::remove(&mut tx, permit, external_id).await? == 0 {
        return Err(Error::NotFound);
    }
    Ok(tx.commit().await?)
}

/// Takes all back that were ready. Said twice, done once.
pub async fn cancel(kernel: &Kernel, permit: &Decide, actor: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::cancel(&mut tx, permit, kernel.now()).await? == 0 {
        return Ok(());
    }
    record(kernel, &mut tx, permit, actor, "decisions.cancelled", 0).await?;
    tx.commit().await?;
    Ok(())
}

/// The letter as one person gets it, without its button.
pub fn letter<'a>(
    kernel: &Kernel,
    season: &Season,
    letter: &Letter,
    lang: Lang,
    who: &Addressee,
    token: &str,
) -> mail::Letter<'a> {
    let t = Tr(lang);
    let own = |text: &str| fill(t, text, &who.display_name, &season.title(), &who.reason);
    let mut paragraphs: Vec<String> = own(letter.text.of(lang)).split("\n\n").map(str::to_owned).collect();
    paragraphs.push(t.t("decline-keep-or-erase"));
    paragraphs.push(t.a("mail-questions", "email", season.support_email.clone()));
    mail::Letter {
        lang: lang.tag(),
        subject: own(letter.subject.of(lang)).replace('\n', " "),
        paragraphs,
        button: Some((t.t("decline-choose"), format!("{}/application-choice/{token}", kernel.config.base_url))),
    }
}

/// Sends the answers that are ready: outcomes on record with what was judged by, one mail for each person. Not by
/// whoever made them ready. Someone who has got a seat or an invitation meanwhile, or has withdrawn, gets none. Returns
/// how many were sent; `None` when none are ready or the same person made them.
pub async fn send(kernel: &Kernel, permit: &Decide, actor: &Id, season: &Season) -> Result<Option<usize>> {
    let mut tx = kernel.db.begin().await?;
    let Some((round, text)) = store::send(&mut tx, permit, actor, kernel.now()).await? else { return Ok(None) };
    let words: Letter = stored::read("the email of decision round", &round, &text)?;
    let (goals, criteria) = store::judged_by(&mut tx, permit).await?;
    let waiting: std::collections::BTreeSet<Id> =
        store::waiting(&mut tx, permit, kernel.now()).await?.into_iter().map(|w| w.application_id).collect();
    let mut sent = 0;
    for who in
        store::addressees(&mut tx, permit, &round).await?.into_iter().filter(|w| waiting.contains(&w.application_id))
    {
        let reason = format!("{}; goals version {goals}, {criteria} criteria", who.reason);
        store::insert_outcome(kernel, &mut tx, &who.application_id, &reason, actor).await?;
        let token = secret::token(&kernel.rng);
        store::insert_choice(kernel, &mut tx, &who.application_id, &secret::hash(&token)).await?;
        if let Some(to) = people::address_of(&mut tx, &who.person_id).await? {
            let lang = Lang::parse(&who.language).unwrap_or_default();
            let mail = letter(kernel, season, &words, lang, &who, &token).to(&to);
            let key = format!("decision:{}", who.application_id);
            outbox::enqueue(
                kernel,
                &mut tx,
                outbox::New { key: &key, lane: Lane::Bulk(None), listed: Listed::ToOwners, mail: &mail },
            )
            .await?;
        }
        sent += 1;
    }
    record(kernel, &mut tx, permit, actor, "decisions.sent", sent).await?;
    tx.commit().await?;
    Ok(Some(sent))
}

/// Keeps the application for the next call, or erases it now. An erased one stays erased.
pub async fn choose(kernel: &Kernel, choice: &Choice, wanted: Wanted) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::set_choice(&mut tx, &choice.application_id, wanted, kernel.now()).await?;
    if wanted == Wanted::Erase {
        erasure::erase(kernel, &mut tx, &Erase::asked_for(&choice.application_id)).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Erases what is overdue. Returns how many.
pub async fn sweep(kernel: &Kernel) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    let mut erased = 0;
    for (application,) in store::overdue(&mut tx, kernel.now().plus_days(-KEPT_DAYS)).await? {
        let done = erasure::erase(kernel, &mut tx, &Erase::overdue(&application)).await?;
        erased += usize::from(done == Erased::Now);
    }
    tx.commit().await?;
    Ok(erased)
}
