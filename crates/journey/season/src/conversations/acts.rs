//! Verbs of conversations. Their events belong to whoever acted and to no season, and say nothing of what was written.

use super::files::Cleaned;
use super::model::{How, Meant, Reader, Topic, meant};
use super::rules::{Keep, Talk, Tend};
use super::store::writing::{self, New, State};
use super::store::{self, marks};
use weft_kernel::db::{Conn, Tx};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_web::Result;

/// The topic under which pages of a conversation follow.
pub fn live(topic: &Id) -> String {
    format!("talk:{topic}")
}

/// What pages hear: how many messages there are, and how often something changed.
pub fn told(messages: i64, changes: i64) -> [String; 2] {
    let told = serde_json::json!({ "messages": messages, "changes": changes }).to_string();
    [told.clone(), told]
}

pub(super) async fn record(kernel: &Kernel, tx: &mut Tx, person: &Id, verb: &'static str, of: &Id) -> Result<()> {
    let event = events::Event { actor: Some(person), verb, subject: of, season: None, detail: None };
    Ok(events::record(kernel, tx, event).await?)
}

/// A message to be written.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    pub text: &'a str,
    pub file: Option<&'a Cleaned>,
}

/// Begins a topic with its first message. Nothing where they are not in that place any more.
pub async fn begin(kernel: &Kernel, permit: &Talk, place: &Id, title: &str, first: Draft<'_>) -> Result<Option<Id>> {
    let mut tx = kernel.begin_once().await?;
    let id = kernel.id();
    if !writing::insert_topic(&mut tx, permit, &id, (place, title), kernel.now()).await? {
        return Ok(None);
    }
    write(kernel, &mut tx, permit, &id, first, None).await?;
    record(kernel, &mut tx, permit.person(), "topic.begun", &id).await?;
    kernel.made(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(Some(id))
}

/// What came of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The number of the message.
    Done(i64),
    /// The same email was taken before.
    Already,
    /// The topic is closed, or they don't read it any more.
    Closed,
}

/// Writes into a topic.
pub async fn say(kernel: &Kernel, permit: &Talk, topic: &Id, draft: Draft<'_>) -> Result<Said> {
    post(kernel, permit, topic, draft, None).await
}

pub(super) async fn post(
    kernel: &Kernel,
    permit: &Talk,
    topic: &Id,
    draft: Draft<'_>,
    mail_hash: Option<&str>,
) -> Result<Said> {
    let mut tx = kernel.begin_once().await?;
    let said = write(kernel, &mut tx, permit, topic, draft, mail_hash).await?;
    let Said::Done(n) = said else { return Ok(said) };
    record(kernel, &mut tx, permit.person(), "message.posted", topic).await?;
    let changes = writing::touch(&mut tx, topic).await?;
    tx.commit().await?;
    kernel.live.say(&live(topic), told(n, changes));
    Ok(said)
}

/// Writes a message. Whoever writes has read what came before.
async fn write(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &Talk,
    topic: &Id,
    draft: Draft<'_>,
    mail_hash: Option<&str>,
) -> Result<Said> {
    let Some(n) = writing::next(tx, permit, topic, kernel.now()).await? else { return Ok(Said::Closed) };
    let Some(found) = store::topic(tx, permit, topic).await? else { return Ok(Said::Closed) };
    let readers = store::readers(tx, permit, &found).await?;
    let meant = meant_by(draft.text, &readers, permit.person());
    let new = New { text: draft.text, meant: &meant, file: draft.file, mail_hash };
    if !writing::insert(kernel, tx, permit, (topic, n), &new).await? {
        return Ok(Said::Already);
    }
    // Who answers by email may not have seen what came since.
    if mail_hash.is_none() || found.seen == n - 1 {
        marks::read(tx, permit, topic, n).await?;
    }
    Ok(Said::Done(n))
}

/// Whom a text means, beside whoever wrote it.
pub fn meant_by(text: &str, readers: &[Reader], writer: &Id) -> Meant {
    let others: Vec<Reader> = readers.iter().filter(|r| r.id != *writer).cloned().collect();
    meant(text, &others)
}

async fn changed(kernel: &Kernel, mut tx: Tx, topic: &Id) -> Result<()> {
    let changes = writing::touch(&mut tx, topic).await?;
    tx.commit().await?;
    kernel.live.say(&live(topic), told(0, changes));
    Ok(())
}

/// Changes a message of one's own.
pub async fn edit(kernel: &Kernel, permit: &Talk, topic: &Topic, n: i64, text: &str) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let readers = store::readers(&mut tx, permit, topic).await?;
    let meant = meant_by(text, &readers, permit.person());
    if !writing::update(&mut tx, permit, (&topic.id, n), (text, &meant), kernel.now()).await? {
        return Ok(false);
    }
    record(kernel, &mut tx, permit.person(), "message.edited", &topic.id).await?;
    changed(kernel, tx, &topic.id).await?;
    Ok(true)
}

/// Removes a message; it can be put back for a while.
pub async fn remove(kernel: &Kernel, permit: &Talk, tend: Option<&Tend>, topic: &Id, n: i64) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    if !writing::remove(&mut tx, permit, tend, (topic, n), kernel.now()).await? {
        return Ok(false);
    }
    record(kernel, &mut tx, permit.person(), "message.removed", topic).await?;
    changed(kernel, tx, topic).await?;
    Ok(true)
}

pub async fn put_back(kernel: &Kernel, permit: &Talk, topic: &Id, n: i64) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    if !writing::put_back(&mut tx, permit, (topic, n), kernel.now()).await? {
        return Ok(false);
    }
    record(kernel, &mut tx, permit.person(), "message.returned", topic).await?;
    changed(kernel, tx, topic).await?;
    Ok(true)
}

/// Pins, closes, and back.
pub async fn set_state(kernel: &Kernel, permit: &Talk, tend: Option<&Tend>, topic: &Id, state: State) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    if !writing::set_state(&mut tx, permit, tend, topic, state, kernel.now()).await? {
        return Ok(false);
    }
    let verb = match state {
        State::Pin => "topic.pinned",
        State::Unpin => "topic.unpinned",
        State::Close => "topic.closed",
        State::Open => "topic.opened",
    };
    record(kernel, &mut tx, permit.person(), verb, topic).await?;
    changed(kernel, tx, topic).await?;
    Ok(true)
}

pub async fn rename(kernel: &Kernel, permit: &Talk, tend: Option<&Tend>, topic: &Id, title: &str) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    if !writing::rename(&mut tx, permit, tend, (topic, title)).await? {
        return Ok(false);
    }
    record(kernel, &mut tx, permit.person(), "topic.renamed", topic).await?;
    changed(kernel, tx, topic).await?;
    Ok(true)
}

/// Lets those who lead and facilitate read what a home team begins from now on, or no longer.
pub async fn let_staff_in(kernel: &Kernel, permit: &Talk, team: &Id, is_in: bool) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    if !writing::let_staff_in(&mut tx, permit, team, is_in, kernel.now()).await? {
        return Ok(false);
    }
    record(kernel, &mut tx, permit.person(), if is_in { "staff.let-in" } else { "staff.let-go" }, team).await?;
    tx.commit().await?;
    Ok(true)
}

/// What someone wants to hear by email of each place, and when they want none.
pub async fn choose(kernel: &Kernel, permit: &Talk, choices: &[(Id, How)], quiet: Option<(i64, i64)>) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    for (place, how) in choices {
        marks::choose(&mut tx, permit, place, *how).await?;
    }
    marks::set_quiet(&mut tx, permit, quiet).await?;
    record(kernel, &mut tx, permit.person(), "conversation.chosen", permit.person()).await?;
    Ok(tx.commit().await?)
}

/// Ends emails about a place, or the daily one about a season, for whoever has a link from one of them.
pub(super) async fn end_emails(kernel: &Kernel, holder: &marks::Holder, is_daily: bool) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    marks::end_emails(&mut tx, holder, is_daily).await?;
    record(kernel, &mut tx, &holder.person_id, "conversation.chosen", &holder.person_id).await?;
    Ok(tx.commit().await?)
}

/// Everything in the season counts as read.
pub async fn read_all(kernel: &Kernel, permit: &Talk) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    marks::read_all(&mut tx, permit).await?;
    record(kernel, &mut tx, permit.person(), "conversation.read", permit.person()).await?;
    Ok(tx.commit().await?)
}

/// Someone looked at a topic: nothing is recorded but how far.
pub async fn read(kernel: &Kernel, permit: &Talk, topic: &Topic, n: i64) -> Result<()> {
    if n <= topic.seen {
        return Ok(());
    }
    let mut tx = kernel.db.begin().await?;
    marks::read(&mut tx, permit, &topic.id, n).await?;
    Ok(tx.commit().await?)
}

/// For how long a season's conversations are kept after its end.
pub async fn keep_for(kernel: &Kernel, permit: &Keep, days: i64) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    writing::set_keep_days(&mut tx, permit, days).await?;
    let event = events::Event {
        actor: Some(permit.person()),
        verb: "conversation.kept",
        subject: permit.season(),
        season: Some(permit.season()),
        detail: Some(days.to_string()),
    };
    events::record(kernel, &mut tx, event).await?;
    Ok(tx.commit().await?)
}

/// What pages that begin to follow hear first.
pub async fn now(conn: &mut Conn, permit: &Talk, topic: &Id) -> Result<Option<[String; 2]>> {
    Ok(store::topic(conn, permit, topic).await?.map(|t| told(t.messages, t.changes)))
}
