//! Verbs of a recommender, who has a link and no account: open, write, send, change, decline.

use super::letters::{self, What};
use super::model::{Plan, Said};
use super::rules::Write;
use super::store;
use crate::call::checks;
use crate::call::drafts::{Saved, read};
use crate::call::model::{Answers, is_asked};
use weft_kernel::db::Tx;
use weft_kernel::{Kernel, events};
use weft_programs::{Season, store as programs};
use weft_web::{Error, Result};

/// For which season a recommendation is, and what that asks.
pub struct For {
    pub season: Season,
    pub plan: Plan,
}

/// The season and what it asks, as both are now.
pub async fn what_for(conn: &mut weft_kernel::db::Conn, own: &Write) -> Result<For> {
    let slug = store::season_slug(conn, &own.it().season_id).await?.ok_or(Error::NotFound)?;
    let season = programs::season_by_slug(conn, &slug).await?.ok_or(Error::NotFound)?;
    let plan = store::plan(conn, &season.id).await?.ok_or(Error::NotFound)?;
    Ok(For { season, plan })
}

async fn record(kernel: &Kernel, tx: &mut Tx, own: &Write, verb: &'static str) -> Result<()> {
    let it = own.it();
    let subject = it.application_id.as_ref().unwrap_or(&it.draft_id);
    let event = events::Event { actor: None, verb, subject, season: Some(&it.season_id), detail: None };
    Ok(events::record(kernel, tx, event).await?)
}

/// Whether nothing can be written any more.
pub async fn is_closed(kernel: &Kernel, conn: &mut weft_kernel::db::Conn, own: &Write, plan: &Plan) -> Result<bool> {
    Ok(own.it().ended_at.is_some()
        || plan.is_over(kernel.now())
        || store::is_withdrawn(conn, own.it().application_id.as_ref()).await?)
}

/// Opens its form. Whoever declined and changed their mind opens it again.
pub async fn open(kernel: &Kernel, own: &Write, plan: &Plan) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if is_closed(kernel, &mut tx, own, plan).await? || !store::open(&mut tx, own, kernel.now()).await? {
        return Ok(());
    }
    tx.commit().await?;
    Ok(())
}

/// Says that they can't write it, with or without a reason. Idempotent; not once it was sent.
pub async fn decline(kernel: &Kernel, own: &Write, f: &For, reason: Option<&str>) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if is_closed(kernel, &mut tx, own, &f.plan).await? || !store::decline(&mut tx, own, reason, kernel.now()).await? {
        return Ok(());
    }
    letters::declined(kernel, &mut tx, &f.season, &f.plan, own.it()).await?;
    record(kernel, &mut tx, own, "recommendation.declined").await?;
    tx.commit().await?;
    Ok(())
}

/// Saves answers; `seen` is the revision at which the page knows each of them. What was sent stays as it was until it
/// is sent again. Nothing is saved when it is over.
pub async fn save(
    kernel: &Kernel,
    own: &Write,
    plan: &Plan,
    seen: impl Fn(&str) -> i64,
    given: &Answers,
) -> Result<Saved> {
    let mut tx = kernel.db.begin().await?;
    if is_closed(kernel, &mut tx, own, plan).await? {
        return Ok(Saved::default());
    }
    let before = read(&store::written(&mut tx, own).await?);
    let is_new = |(id, values): &(&String, &Vec<String>)| before.get(*id).map_or(!values.is_empty(), |b| b != *values);
    let changed: Vec<(&String, &Vec<String>)> = given.iter().filter(is_new).collect();
    if changed.is_empty() {
        return Ok(Saved { revision: Some(own.it().revision), ..Saved::default() });
    }
    let Some(revision) = store::next_revision(&mut tx, own).await? else { return Ok(Saved::default()) };
    let (mut written, mut conflicts) = (Vec::new(), Vec::new());
    for (id, values) in changed {
        let value = serde_json::to_string(values).map_err(|e| Error::Internal(e.to_string()))?;
        let is_written = store::set_answer(&mut tx, own, id, &value, seen(id), revision).await?;
        if is_written { &mut written } else { &mut conflicts }.push(id.clone());
    }
    tx.commit().await?;
    Ok(Saved { revision: Some(revision), written, conflicts })
}

/// How sending went.
#[derive(Debug, PartialEq, Eq)]
pub enum Sent {
    Now,
    /// The same was sent before.
    Already,
    /// What is missing or wrong: question, key, what it speaks of.
    Incomplete(Vec<(String, &'static str, String)>),
    /// The last day is over, or nobody needs it any more.
    Closed,
}

/// Sends what was written, or sends it again as it is now. The first time a mail says until when it can be changed.
pub async fn send(kernel: &Kernel, own: &Write, f: &For) -> Result<Sent> {
    let mut tx = kernel.db.begin().await?;
    if is_closed(kernel, &mut tx, own, &f.plan).await? {
        return Ok(Sent::Closed);
    }
    let Some((before,)) = store::hold(&mut tx, own).await? else { return Ok(Sent::Closed) };
    let form = f.plan.form();
    let answers = read(&store::written(&mut tx, own).await?);
    let missing = checks::missing(&form, &answers);
    if !missing.is_empty() {
        return Ok(Sent::Incomplete(missing));
    }
    let said: Vec<Said> = form
        .questions()
        .filter(|q| is_asked(&form, q, &answers))
        .filter_map(|q| Some(Said { question: q.clone(), values: answers.get(&q.id)?.clone() }))
        .collect();
    let text = serde_json::to_string(&said).map_err(|e| Error::Internal(e.to_string()))?;
    if before.as_ref() == Some(&text) {
        return Ok(Sent::Already);
    }
    store::send(&mut tx, own, &text, kernel.now()).await?;
    if before.is_none() {
        letters::write(kernel, &mut tx, &f.season, &f.plan, own.it(), What::Thanks).await?;
    }
    record(kernel, &mut tx, own, "recommendation.sent").await?;
    tx.commit().await?;
    Ok(Sent::Now)
}
