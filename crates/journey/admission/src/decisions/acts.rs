//! Verbs: make answers ready, take someone out or all back, send, choose what happens to one's application.

use std::collections::BTreeSet;

use super::emails::{ALTERNATE, DECISION};
use super::model::{Addressee, Choice, Crowd, Letter, Said, Standing, Wanted};
use super::rules::Decide;
use super::store;
use crate::applications::erasure::{self, Erased};
use crate::applications::rules::Erase;
use crate::stages::store as stages;
use weft_kernel::clock::Time;
use weft_kernel::db::Word as _;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{Kernel, events, secret, stored};
use weft_people::store as people;
use weft_programs::Season;
use weft_programs::emails::{Emails, Fill, Text, Written};
use weft_programs::store as programs;
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

/// Whether nobody can be told anything now: applications are being reviewed, and nobody waits who is out of that.
pub async fn is_too_early(conn: &mut weft_kernel::db::Conn, permit: &Decide, now: Time) -> Result<bool> {
    Ok(store::is_reviewing(conn, permit).await? && store::waiting(conn, permit, now).await?.is_empty())
}

/// Makes answers ready for everyone who waits for one. Returns for how many; `None` when others are ready already, or
/// applications are still being read.
pub async fn stage(kernel: &Kernel, permit: &Decide, actor: &Id, letter: &Letter) -> Result<Option<usize>> {
    let text = serde_json::to_string(letter).map_err(|e| Error::Internal(e.to_string()))?;
    let mut tx = kernel.begin_once().await?;
    if is_too_early(&mut tx, permit, kernel.now()).await? {
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

/// The email as one person gets it.
pub fn letter(kernel: &Kernel, emails: &Emails, said: Said<'_>, lang: Lang, who: &Addressee, token: &str) -> Written {
    let t = Tr(lang);
    let (subject, body) = said.letter.to(&who.reason);
    // An alternate still waits: nothing is erased, and there is nothing to choose.
    let is_final = who.reason != Standing::Alternate.name();
    let kind = if is_final { &DECISION } else { &ALTERNATE };
    let button = emails.text(kind).button;
    let text = Text { subject: subject.clone(), body: body.clone(), button };
    let fill = Fill {
        values: vec![("name", who.display_name.clone()), ("reason", t.t(&said.crowd.reason(&who.reason)))],
        more: if is_final { vec![t.t("decline-keep-or-erase")] } else { Vec::new() },
        link: is_final.then(|| format!("{}/application-choice/{token}", kernel.config.base_url)),
        ..Fill::default()
    };
    emails.write_text(kind, &text, lang, fill)
}

/// What sending did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// Answers that are on record now.
    pub answered: usize,
    /// Of them, to people of whom no address is known.
    pub without_address: usize,
    /// Not written to, because something has changed since the round was prepared. They are listed again.
    pub left_out: usize,
}

/// Sends the answers that are ready: outcomes on record with what was judged by, one mail for each person. Not by
/// whoever made them ready, unless they send alone and the pause is over. Someone of whom anything has changed since (a
/// seat, an invitation, a withdrawal, another decision on eligibility or none) gets none, and is listed again. `None`
/// when none are ready, the same person made them, or applications are being reviewed again.
pub async fn send(kernel: &Kernel, permit: &Decide, actor: &Id, season: &Season) -> Result<Option<Sent>> {
    let mut tx = kernel.db.begin().await?;
    stages::hold_season(&mut tx, permit.season()).await?;
    if is_too_early(&mut tx, permit, kernel.now()).await? {
        return Ok(None);
    }
    let Some(ready) = store::send(&mut tx, permit, actor, kernel.now()).await? else { return Ok(None) };
    let words: Letter = stored::read("the email of decision round", &ready.id, &ready.letter)?;
    let (goals, criteria) = store::judged_by(&mut tx, permit).await?;
    let all = store::standings(&mut tx, permit, kernel.now()).await?;
    let crowd = Crowd::of(&all, season.seats);
    let waiting: BTreeSet<(Id, String)> = store::waiting(&mut tx, permit, kernel.now())
        .await?
        .into_iter()
        .map(|w| (w.application_id, w.reason))
        .collect();
    let emails = Emails::of(&mut tx, season).await?;
    let mut sent = Sent::default();
    for who in store::addressees(&mut tx, permit, &ready.id).await? {
        if !waiting.contains(&(who.application_id.clone(), who.reason.clone())) {
            store::leave_out(&mut tx, &ready.id, &who.application_id).await?;
            sent.left_out += 1;
            continue;
        }
        let token = secret::token(&kernel.rng);
        let is_final = who.reason != Standing::Alternate.name();
        if is_final {
            let reason = format!("{}; goals version {goals}, {criteria} criteria", who.reason);
            store::insert_outcome(kernel, &mut tx, &who.application_id, &reason, actor).await?;
            store::insert_choice(kernel, &mut tx, &who.application_id, &secret::hash(&token)).await?;
        } else {
            store::insert_alternate_notice(&mut tx, &who.application_id, &ready.id, kernel.now()).await?;
        }
        if let Some(to) = people::address_of(&mut tx, &who.person_id).await? {
            let lang = Lang::parse(&who.language).unwrap_or_default();
            let mail = letter(kernel, &emails, Said { letter: &words, crowd }, lang, &who, &token).to(&to);
            let key = format!("{}:{}", if is_final { "decision" } else { "alternate" }, who.application_id);
            outbox::enqueue(
                kernel,
                &mut tx,
                outbox::New {
                    key: &key,
                    lane: Lane::Bulk(None),
                    listed: Listed::ToOwners,
                    season: Some(&season.id),
                    mail: &mail,
                },
            )
            .await?;
        } else {
            sent.without_address += 1;
        }
        sent.answered += 1;
    }
    let verb = if ready.staged_by == *actor { "decisions.sent-alone" } else { "decisions.sent" };
    record(kernel, &mut tx, permit, actor, verb, sent.answered).await?;
    tx.commit().await?;
    Ok(Some(sent))
}

/// Minutes between asking to send alone and sending.
pub const PAUSE: i64 = 60;

/// Whoever prepared a round and has nobody else who could send it asks to send it alone: it goes out after a pause of
/// an hour, and until then it can be stopped. `false` when somebody else can send it, or it is not theirs.
pub async fn send_alone(kernel: &Kernel, permit: &Decide, actor: &Id) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    if store::others(&mut tx, permit, actor).await? > 0 || is_too_early(&mut tx, permit, kernel.now()).await? {
        return Ok(false);
    }
    if !store::set_alone(&mut tx, permit, actor, kernel.now().plus_seconds(PAUSE * 60)).await? {
        return Ok(false);
    }
    record(kernel, &mut tx, permit, actor, "decisions.pausing", 1).await?;
    tx.commit().await?;
    Ok(true)
}

/// Stops a round that its preparer would send alone. It stays prepared. Said twice, done once.
pub async fn stop(kernel: &Kernel, permit: &Decide, actor: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if store::clear_alone(&mut tx, permit).await? == 0 {
        return Ok(());
    }
    record(kernel, &mut tx, permit, actor, "decisions.stopped", 1).await?;
    tx.commit().await?;
    Ok(())
}

/// Sends the rounds whose pause is over. Where somebody else can send by now, they do. Returns how many rounds were
/// sent.
pub async fn send_due(kernel: &Kernel) -> Result<usize> {
    let due = store::due(&mut kernel.db.read().await?, kernel.now()).await?;
    let mut n = 0;
    for one in due {
        let permit = Decide::when_due(&one);
        let mut tx = kernel.db.begin().await?;
        if store::others(&mut tx, &permit, &one.staged_by).await? > 0 {
            store::clear_alone(&mut tx, &permit).await?;
            tx.commit().await?;
            continue;
        }
        let season = programs::season_by_slug(&mut tx, &one.season_slug).await?;
        drop(tx);
        if let Some(season) = season {
            n += usize::from(send(kernel, &permit, &one.staged_by, &season).await?.is_some());
        }
    }
    Ok(n)
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
