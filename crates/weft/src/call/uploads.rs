//! Files and recordings as answers: received in pieces over a bad line, checked and cleaned, kept, handed out to whoever may have them,
//! and gone when nobody needs them.

use std::collections::BTreeSet;

use super::media::{self, Media, Wanted};
use super::model::{CallForm, Kind, Question, Words};
use super::rules::{MakeCall, OwnDraft};
use super::{drafts, store};
use crate::applications::model::{self as applications, Answer};
use crate::applications::rules::ReadPool;
use crate::kernel::clock::Time;
use crate::kernel::db::Conn;
use crate::kernel::i18n::{Lang, Tr};
use crate::kernel::ids::Id;
use crate::kernel::reader::Input;
use crate::kernel::{Kernel, events};
use crate::people::rules::OwnRecord;
use crate::programs::Season;
use crate::web::{Error, Result};
use crate::{args, row, sql};

/// The largest piece of a file sent at once, in bytes.
pub const PIECE: usize = 1024 * 1024;

/// Files that one draft may hold, those under way and those taken out again included.
const MOST_FILES: i64 = 24;

row! {
    /// A file as its question sees it; `label` is that question as JSON. `received` of `bytes` are here; `state` is `receiving` or `ready`.
    pub struct Upload { id: Id, question: String, label: String, media: String, bytes: i64, received: i64, may_be_heard: bool, transcript: Option<String>, state: String, made_at: Time }
}

impl Upload {
    pub fn media(&self) -> Option<Media> {
        Media::of_mime(&self.media)
    }

    /// The question it answers, as it was asked.
    pub fn asked(&self) -> Words {
        serde_json::from_str(&self.label).unwrap_or_default()
    }

    pub fn said(&self, t: &Tr) -> String {
        self.asked().said(t).to_owned()
    }

    /// What a player needs: `sound`, `film`, `picture` or `document`.
    pub fn word(&self) -> &'static str {
        self.media().map_or("document", Media::word)
    }

    pub fn size(&self) -> String {
        size(self.bytes)
    }
}

/// Bytes for people.
pub fn size(bytes: i64) -> String {
    if bytes < 1_000_000 { format!("{} kB", (bytes + 999) / 1_000) } else { format!("{:.1} MB", bytes as f64 / 1_000_000.0) }
}

fn failed(e: impl std::fmt::Display) -> Error {
    Error::Internal(format!("files: {e}"))
}

fn file(id: &Id) -> String {
    format!("answers/{id}")
}

fn piece(id: &Id, offset: i64) -> String {
    format!("pieces/{id}/{offset}")
}

/// A question of the form that is answered with a file.
pub fn question<'f>(form: &'f CallForm, id: &str) -> Option<&'f Question> {
    form.question(id).filter(|q| matches!(q.kind, Kind::File | Kind::Recording))
}

/// The file that answers a question of a draft now, if there is one that has arrived.
pub async fn of_question(conn: &mut Conn, own: &OwnDraft, question: &str) -> Result<Option<Upload>> {
    Ok(conn
        .opt(
            sql!("SELECT id, question, label, media, bytes, received, may_be_heard, transcript, state, made_at FROM upload WHERE draft_id = $1 AND question = $2 AND state = 'ready' AND removed_at IS NULL ORDER BY made_at DESC, id DESC LIMIT 1"),
            args![own.id(), question],
        )
        .await?)
}

/// One file of a draft.
pub async fn of_draft(conn: &mut Conn, own: &OwnDraft, id: &Id) -> Result<Option<Upload>> {
    Ok(conn
        .opt(
            sql!("SELECT id, question, label, media, bytes, received, may_be_heard, transcript, state, made_at FROM upload WHERE draft_id = $1 AND id = $2 AND removed_at IS NULL"),
            args![own.id(), id],
        )
        .await?)
}

/// Files of an application, for those who read the pool.
pub async fn of_application(conn: &mut Conn, permit: &ReadPool, external_id: &str) -> Result<Vec<Upload>> {
    Ok(conn
        .all(
            sql!("SELECT u.id AS id, u.question AS question, u.label AS label, u.media AS media, u.bytes AS bytes, u.received AS received, u.may_be_heard AS may_be_heard, u.transcript AS transcript, u.state AS state, u.made_at AS made_at FROM upload u JOIN application a ON a.id = u.application_id WHERE a.season_id = $1 AND a.external_id = $2 AND u.state = 'ready' AND u.removed_at IS NULL ORDER BY u.made_at, u.id"),
            args![permit.season(), external_id],
        )
        .await?)
}

/// Files that a reader of this application may open: of the questions, by their ids, whose answers they see, and of recordings
/// those whose author lets them be heard.
pub async fn for_reader(conn: &mut Conn, application: &Id, visible: &BTreeSet<String>) -> Result<Vec<Upload>> {
    let all: Vec<Upload> = conn
        .all(
            sql!("SELECT id, question, label, media, bytes, received, may_be_heard, transcript, state, made_at FROM upload WHERE application_id = $1 AND state = 'ready' AND removed_at IS NULL ORDER BY made_at, id"),
            args![application],
        )
        .await?;
    let may = |u: &Upload| visible.contains(&u.question) && u.media().is_some_and(|m| !m.is_recording() || u.may_be_heard);
    Ok(all.into_iter().filter(may).collect())
}

/// A person's files that have arrived: what they are and their ids.
pub async fn of_person(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<(Id, String)>> {
    Ok(conn
        .all(
            sql!("SELECT u.id, u.media FROM upload u LEFT JOIN application a ON a.id = u.application_id LEFT JOIN draft d ON d.id = u.draft_id WHERE u.state = 'ready' AND u.removed_at IS NULL AND (a.person_id = $1 OR (u.application_id IS NULL AND d.proved_at IS NOT NULL AND d.email_norm IN (SELECT norm FROM contact_point WHERE person_id = $1 AND kind = 'email' AND until IS NULL AND is_apart = 0))) ORDER BY u.made_at, u.id"),
            args![own.person()],
        )
        .await?)
}

/// The bytes of a file that has arrived.
pub async fn bytes(kernel: &Kernel, id: &Id) -> Result<Vec<u8>> {
    kernel.files.get(&file(id)).await.map_err(failed)?.ok_or(Error::NotFound)
}

/// Begins to receive a file. The inner error says why not, as a key.
pub async fn begin(kernel: &Kernel, own: &OwnDraft, q: &Question, size: i64) -> Result<std::result::Result<Id, &'static str>> {
    if !(1..=media::MOST_BYTES as i64).contains(&size) {
        return Ok(Err(if size < 1 { "wrong-file-none" } else { "wrong-file-large" }));
    }
    if own.draft().submitted_at.is_some() {
        return Err(Error::NotFound);
    }
    let id = kernel.id();
    let mut tx = kernel.db.begin().await?;
    // Held, so that two at once are counted one after the other.
    if store::next_revision(&mut tx, own, kernel.now()).await?.is_none() {
        return Err(Error::NotFound);
    }
    let inserted = tx
        .run(
            sql!("INSERT INTO upload (id, season_id, draft_id, question, label, media, bytes, received, state, made_at) SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS TEXT), '', CAST($6 AS BIGINT), 0, 'receiving', CAST($7 AS BIGINT) WHERE (SELECT COUNT(*) FROM upload WHERE draft_id = $3) < $8"),
            args![&id, &own.draft().season_id, own.id(), &q.id, q.label.json(), size, kernel.now(), MOST_FILES],
        )
        .await?;
    if inserted == 0 {
        return Ok(Err("wrong-file-many"));
    }
    tx.commit().await?;
    Ok(Ok(id))
}

/// How a piece was taken.
#[derive(Debug, PartialEq, Eq)]
pub enum Taken {
    /// So many bytes are here now.
    Part(i64),
    Whole,
    /// Another offset was expected: a piece was lost, or came twice.
    Elsewhere(i64),
    /// The whole file is here and cannot be kept, with a key.
    Refused(&'static str),
}

/// Takes the piece of a file that begins at `offset`: durably in the store before the row says that it is here.
pub async fn take(kernel: &Kernel, own: &OwnDraft, season: &Season, form: &CallForm, id: &Id, offset: i64, content: Vec<u8>) -> Result<Taken> {
    let upload = of_draft(&mut kernel.db.read().await?, own, id).await?.ok_or(Error::NotFound)?;
    let q = question(form, &upload.question).ok_or(Error::NotFound)?;
    let length = content.len() as i64;
    if upload.state == "ready" {
        return Ok(Taken::Whole);
    }
    if offset != upload.received || length == 0 || offset + length > upload.bytes {
        return Ok(Taken::Elsewhere(upload.received));
    }
    kernel.files.put(&piece(id, offset), content).await.map_err(failed)?;
    let mut tx = kernel.db.begin().await?;
    let moved = tx
        .run(
            sql!("UPDATE upload SET received = received + $3, pieces = pieces || CAST($4 AS TEXT) WHERE id = $1 AND received = $2 AND state = 'receiving'"),
            args![id, offset, length, format!(" {offset}")],
        )
        .await?;
    tx.commit().await?;
    if moved == 0 {
        let now = of_draft(&mut kernel.db.read().await?, own, id).await?.ok_or(Error::NotFound)?;
        return Ok(Taken::Elsewhere(now.received));
    }
    if offset + length < upload.bytes {
        return Ok(Taken::Part(offset + length));
    }
    let (pieces,): (String,) = kernel.db.read().await?.one(sql!("SELECT pieces FROM upload WHERE id = $1"), args![id]).await?;
    let offsets: Vec<i64> = pieces.split_whitespace().filter_map(|p| p.parse().ok()).collect();
    let mut whole = Vec::with_capacity(upload.bytes as usize);
    for offset in &offsets {
        whole.extend(kernel.files.get(&piece(id, *offset)).await.map_err(failed)?.ok_or(Error::NotFound)?);
    }
    let done = keep(kernel, own, season, q, id, whole).await?;
    for offset in &offsets {
        kernel.files.remove(&piece(id, *offset)).await.map_err(failed)?;
    }
    Ok(match done {
        Ok(()) => Taken::Whole,
        Err(key) => Taken::Refused(key),
    })
}

/// Takes a whole file at once, as a form without a script sends it.
pub async fn take_whole(kernel: &Kernel, own: &OwnDraft, season: &Season, q: &Question, content: Vec<u8>) -> Result<std::result::Result<(), &'static str>> {
    match begin(kernel, own, q, content.len() as i64).await? {
        Ok(id) => keep(kernel, own, season, q, &id, content).await,
        Err(key) => Ok(Err(key)),
    }
}

/// Checks and cleans a whole file, keeps it, and makes it the question's answer in place of the one before.
async fn keep(kernel: &Kernel, own: &OwnDraft, season: &Season, q: &Question, id: &Id, content: Vec<u8>) -> Result<std::result::Result<(), &'static str>> {
    let wanted = if q.kind == Kind::Recording { Wanted::Recording } else { Wanted::File };
    let mut cleaned = Vec::new();
    let media = match media::clean(&kernel.readers, wanted, Input::Bytes(content), &mut cleaned).await {
        Ok((media, _)) => media,
        Err(why) => {
            let mut tx = kernel.db.begin().await?;
            tx.run(sql!("UPDATE upload SET removed_at = $2 WHERE id = $1"), args![id, kernel.now()]).await?;
            tx.commit().await?;
            return Ok(Err(why));
        }
    };
    let bytes = cleaned.len() as i64;
    kernel.files.put(&file(id), cleaned).await.map_err(failed)?;
    let mut tx = kernel.db.begin().await?;
    // Sent meanwhile from another page: what was sent stands, and this file is nobody's.
    let Some(revision) = store::next_revision(&mut tx, own, kernel.now()).await? else {
        tx.run(sql!("UPDATE upload SET removed_at = $2 WHERE id = $1"), args![id, kernel.now()]).await?;
        tx.commit().await?;
        return Err(Error::NotFound);
    };
    tx.run(
        sql!("UPDATE upload SET removed_at = $3 WHERE draft_id = $1 AND question = $2 AND id <> $4 AND removed_at IS NULL AND application_id IS NULL"),
        args![own.id(), &q.id, kernel.now(), id],
    )
    .await?;
    tx.run(sql!("UPDATE upload SET state = 'ready', media = $2, bytes = $3, received = $3 WHERE id = $1"), args![id, media.mime(), bytes]).await?;
    let answer = serde_json::to_string(&[id.to_string(), media.word().to_owned(), bytes.to_string()]).unwrap_or_default();
    store::set_answer(&mut tx, own, &q.id, &answer, i64::MAX, revision).await?;
    let event = events::Event { actor: None, verb: "file.kept", subject: own.id(), season: Some(&season.id), detail: Some(media.mime().to_owned()) };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Takes a file back; its answer is empty again.
pub async fn remove(kernel: &Kernel, own: &OwnDraft, season: &Season, form: &CallForm, lang: Lang, q: &Question) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    tx.run(
        sql!("UPDATE upload SET removed_at = $3 WHERE draft_id = $1 AND question = $2 AND removed_at IS NULL AND application_id IS NULL"),
        args![own.id(), &q.id, kernel.now()],
    )
    .await?;
    tx.commit().await?;
    drafts::save(kernel, own, season, form, lang, |_| i64::MAX, &[(q.id.clone(), Vec::new())].into()).await?;
    Ok(())
}

/// Whether readers may hear or see a recording themselves, or get its transcript alone.
pub async fn allow(kernel: &Kernel, own: &OwnDraft, question: &str, may: bool) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    tx.run(sql!("UPDATE upload SET may_be_heard = $3 WHERE draft_id = $1 AND question = $2 AND removed_at IS NULL"), args![own.id(), question, may]).await?;
    tx.commit().await?;
    Ok(())
}

/// On sending: the files of a draft become the application's.
pub async fn hand_over(tx: &mut Conn, own: &OwnDraft, application: &Id) -> Result<()> {
    tx.run(sql!("UPDATE upload SET application_id = $2 WHERE draft_id = $1 AND state = 'ready' AND removed_at IS NULL"), args![own.id(), application]).await?;
    Ok(())
}

/// Writes down what is said in a recording: that is what readers read. Written again, the newer text stands.
pub async fn transcribe(kernel: &Kernel, permit: &MakeCall, actor: &Id, external_id: &str, id: &Id, text: &str) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    // Held, so that two transcripts of one application, or one and an erasure, come one after the other.
    tx.run(sql!("UPDATE application SET answers = answers WHERE season_id = $1 AND external_id = $2"), args![permit.season(), external_id]).await?;
    let found: Option<(Id, String, String, String)> = tx
        .opt(
            sql!("SELECT a.id, a.answers, u.question, u.label FROM upload u JOIN application a ON a.id = u.application_id WHERE a.season_id = $1 AND a.external_id = $2 AND u.id = $3 AND u.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.application_id = a.id)"),
            args![permit.season(), external_id, id],
        )
        .await?;
    let Some((application, answers, question, label)) = found else { return Ok(false) };
    let mut answers = applications::answers(&answers)?;
    match answers.iter_mut().find(|a| a.id == question) {
        Some(answer) => text.clone_into(&mut answer.text),
        // The file's answer is always there; were it not, nobody would have said that readers may see this.
        None => answers.push(Answer { id: question, label: serde_json::from_str(&label).unwrap_or_default(), text: text.to_owned(), is_kept: true }),
    }
    tx.run(sql!("UPDATE application SET answers = $2 WHERE id = $1"), args![&application, applications::answers_json(&answers)]).await?;
    tx.run(sql!("UPDATE upload SET transcript = $2, transcript_by = $3, transcript_at = $4 WHERE id = $1"), args![id, text, actor, kernel.now()]).await?;
    let event =
        events::Event { actor: Some(actor), verb: "recording.transcribed", subject: &application, season: Some(permit.season()), detail: Some(external_id.to_owned()) };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(true)
}

/// Deletes files that were taken back or replaced, and what never arrived whole within two days.
pub async fn sweep(kernel: &Kernel) -> Result<()> {
    let gone: Vec<(Id, String)> = kernel
        .db
        .read()
        .await?
        .all(sql!("SELECT id, pieces FROM upload WHERE removed_at IS NOT NULL OR (state = 'receiving' AND made_at < $1) LIMIT 200"), args![kernel.now().plus_days(-2)])
        .await?;
    for (id, pieces) in &gone {
        for offset in pieces.split_whitespace().filter_map(|p| p.parse().ok()) {
            kernel.files.remove(&piece(id, offset)).await.map_err(failed)?;
        }
        kernel.files.remove(&file(id)).await.map_err(failed)?;
        let mut tx = kernel.db.begin().await?;
        tx.run(sql!("DELETE FROM upload WHERE id = $1"), args![id]).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The answers of a draft as they stand, for a page that shows one of them.
pub async fn answered(conn: &mut Conn, own: &OwnDraft, question: &str) -> Result<bool> {
    let answers = drafts::read(&store::answers(conn, own).await?);
    Ok(answers.get(question).is_some_and(|v| !v.is_empty()))
}
