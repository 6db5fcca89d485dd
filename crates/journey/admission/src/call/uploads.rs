//! Files and recordings as answers: received in pieces over a bad line, checked and cleaned, kept, handed out to
//! whoever may have them, and gone when nobody needs them. While they arrive they are in the folder `incoming`; how
//! much may arrive is in `quotas`.

use std::collections::BTreeSet;
use std::ops::Range;

use axum::body::Bytes;
use futures_util::Stream;
use futures_util::stream::BoxStream;
use tokio::io::AsyncWriteExt as _;

use super::model::{CallForm, FileState, Kind, Question, Words};
use super::quotas::{self, Reserved};
use super::rules::{MakeCall, OwnDraft};
use super::{drafts, store};
use crate::applications::model::{self as applications, Answer};
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::db::Json;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::ids::Id;
use weft_kernel::incoming::{End, Written};
use weft_kernel::reader::Input;
use weft_kernel::row;
use weft_kernel::{Kernel, events};
use weft_media::answer::{self as media, Media, Wanted};
use weft_programs::Season;
use weft_web::form::Wrong;
use weft_web::{Error, Result};

/// The piece of a file that the script sends at once, and the largest that is taken, in bytes.
pub const PIECE: usize = 1024 * 1024;
pub const MOST_PIECE: u64 = 2 * 1024 * 1024;

row! {
    /// A file as its question sees it; `label` is that question as JSON. `received` of `bytes` are here.
    pub struct Upload {
        id: Id,
        question: String,
        label: Json<Words>,
        media: String,
        bytes: i64,
        received: i64,
        may_be_heard: bool,
        transcript: Option<String>,
        state: FileState,
        made_at: Time,
    }
}

impl Upload {
    pub fn media(&self) -> Option<Media> {
        Media::of_mime(&self.media)
    }

    /// The question it answers, as it was asked.
    pub fn asked(&self) -> Words {
        self.label.0.clone()
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
    if bytes < 1_000_000 {
        return format!("{} kB", (bytes + 999) / 1_000);
    }
    let megabytes = format!("{:.1}", bytes as f64 / 1_000_000.0);
    format!("{} MB", megabytes.strip_suffix(".0").unwrap_or(&megabytes))
}

fn failed(e: impl std::fmt::Display) -> Error {
    Error::Internal(format!("files: {e}"))
}

fn not_written(e: std::io::Error) -> Error {
    if e.kind() == std::io::ErrorKind::StorageFull {
        Error::CannotSave(weft_kernel::db::trouble::Trouble::Full)
    } else {
        failed(e)
    }
}

fn file(id: &Id) -> String {
    format!("answers/{id}")
}

/// A question of the form that is answered with a file.
pub fn question<'f>(form: &'f CallForm, id: &str) -> Option<&'f Question> {
    form.question(id).filter(|q| matches!(q.kind, Kind::File | Kind::Recording))
}

/// Files that a reader of this application may open: of the questions, by their ids, whose answers they see, and of
/// recordings those whose author lets them be heard.
pub(crate) async fn for_reader(conn: &mut Conn, application: &Id, visible: &BTreeSet<String>) -> Result<Vec<Upload>> {
    let all = store::uploads_for_anyone(conn, application).await?;
    let may =
        |u: &Upload| visible.contains(&u.question) && u.media().is_some_and(|m| !m.is_recording() || u.may_be_heard);
    Ok(all.into_iter().filter(may).collect())
}

/// Applications of a season with a file that reviewers may open, each with its question.
pub(crate) async fn seen_by_reviewers(
    conn: &mut Conn,
    season: &Id,
    visible: &BTreeSet<String>,
) -> Result<BTreeSet<(Id, String)>> {
    let all = store::uploads_of_season(conn, season).await?;
    let may = |question: &str, media: &str, may_be_heard: bool| {
        visible.contains(question) && Media::of_mime(media).is_some_and(|m| !m.is_recording() || may_be_heard)
    };
    Ok(all.into_iter().filter(|(_, q, m, heard)| may(q, m, *heard)).map(|(id, q, ..)| (id, q)).collect())
}

/// The file that answers a question now. Of changes to what was sent it is the one that their answer names: one that
/// came with them, or the one that was sent.
pub(crate) async fn current(conn: &mut Conn, own: &OwnDraft, question: &str) -> Result<Option<Upload>> {
    if own.draft().changes_of.is_none() {
        return Ok(store::upload_of_question(conn, own, question).await?);
    }
    let answers = drafts::read(&store::answers(conn, own).await?);
    let Some(id) = answers.get(question).and_then(|v| Id::parse(v.first()?)) else { return Ok(None) };
    Ok(store::upload_of_draft(conn, own, &id).await?.filter(|u| u.state == FileState::Ready))
}

/// A file that has arrived, or a part of it, as it is read.
pub async fn open(
    kernel: &Kernel,
    id: &Id,
    part: Option<Range<u64>>,
) -> Result<BoxStream<'static, object_store::Result<Bytes>>> {
    kernel.files.open_file(&file(id), part).await.map_err(failed)?.ok_or(Error::NotFound)
}

/// How a piece was taken.
#[derive(Debug, PartialEq, Eq)]
pub enum Taken {
    /// So many bytes are here now.
    Part(i64),
    Whole,
    /// Another offset was expected: a piece was lost, or came twice, or is too long.
    Elsewhere(i64),
    /// The whole file is here and cannot be kept, with a key.
    Refused(&'static str),
    /// The whole file is here, and nothing was free to check it: an empty piece asks again.
    Waiting,
}

/// What became of a file that is here whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    Now,
    /// It cannot be kept, with a key.
    Refused(&'static str),
    /// Nothing was free to check it.
    Busy,
}

impl Kept {
    /// Why it was not kept, as a key.
    pub fn fault(self) -> Option<&'static str> {
        match self {
            Self::Now => None,
            Self::Refused(key) => Some(key),
            Self::Busy => Some(BUSY),
        }
    }
}

impl From<Kept> for Taken {
    fn from(kept: Kept) -> Self {
        match kept {
            Kept::Now => Self::Whole,
            Kept::Refused(key) => Self::Refused(key),
            Kept::Busy => Self::Waiting,
        }
    }
}

/// Why a file with which nothing is wrong was not checked.
const BUSY: &str = "wrong-file-busy";

/// A piece of a file: of which one, and the byte with which it begins.
#[derive(Clone, Copy)]
pub struct Piece<'a> {
    pub id: &'a Id,
    pub offset: i64,
}

/// Takes a piece of a file: durably on disk before the row says that it is here. Of a piece
/// whose line was cut, what came stays. An empty piece at the end has a file checked that is here whole, for whoever
/// did not hear how that went.
pub async fn take<E>(
    kernel: &Kernel,
    own: &OwnDraft,
    season: &Season,
    form: &CallForm,
    piece: Piece<'_>,
    body: impl Stream<Item = std::result::Result<Bytes, E>>,
) -> Result<Taken> {
    let Piece { id, offset } = piece;
    let upload = store::upload_of_draft(&mut kernel.db.read().await?, own, id).await?.ok_or(Error::NotFound)?;
    let q = question(form, &upload.question).ok_or(Error::NotFound)?;
    if upload.state == FileState::Ready {
        return Ok(Taken::Whole);
    }
    if offset != upload.received {
        return Ok(Taken::Elsewhere(upload.received));
    }
    let most = MOST_PIECE.min((upload.bytes - offset) as u64);
    let (bytes, end) =
        match kernel.files.incoming().write_at(id.as_str(), offset as u64, most, body).await.map_err(not_written)? {
            Written::Bytes(bytes, end) => (bytes as i64, end),
            // The folder is not in a backup: after a restore the row knows of more than there is.
            Written::Short(there) => return moved(kernel, own, id, offset, there as i64 - offset).await,
        };
    match end {
        End::TooMuch => Ok(Taken::Elsewhere(offset)),
        End::Cut => {
            // In a task of its own: this one may end with the line.
            let (kernel, own, id) = (kernel.clone(), own.clone(), id.clone());
            tokio::spawn(async move { moved(&kernel, &own, &id, offset, bytes).await }).await.map_err(failed)?
        }
        End::Whole if bytes == 0 && offset < upload.bytes => Ok(Taken::Elsewhere(offset)),
        End::Whole => {
            let taken = if bytes == 0 { Taken::Part(offset) } else { moved(kernel, own, id, offset, bytes).await? };
            if taken == Taken::Part(upload.bytes) {
                Ok(finish(kernel, own, season, q, id).await?.into())
            } else {
                Ok(taken)
            }
        }
    }
}

/// Moves the mark up to which a file is here, if it stands where the caller saw it. Nothing is moved twice.
async fn moved(kernel: &Kernel, own: &OwnDraft, id: &Id, offset: i64, by: i64) -> Result<Taken> {
    let mut tx = kernel.db.begin().await?;
    let is_moved = store::move_received(&mut tx, id, offset, by).await?;
    tx.commit().await?;
    if is_moved {
        return Ok(if by < 0 { Taken::Elsewhere(offset + by) } else { Taken::Part(offset + by) });
    }
    let Some(now) = store::upload_of_draft(&mut kernel.db.read().await?, own, id).await? else {
        // Taken out meanwhile; what was just written goes too.
        kernel.files.incoming().remove(id.as_str()).await.map_err(failed)?;
        return Err(Error::NotFound);
    };
    Ok(if now.state == FileState::Ready { Taken::Whole } else { Taken::Elsewhere(now.received) })
}

/// A file that arrives whole, as a form without a script sends it. Dropped before it is here, it gives its room back.
pub struct Arriving {
    kernel: Kernel,
    own: OwnDraft,
    id: Option<Id>,
}

impl Drop for Arriving {
    fn drop(&mut self) {
        if let Some(id) = self.id.take() {
            let kernel = self.kernel.clone();
            tokio::spawn(async move {
                if let Err(error) = give_back(&kernel, &id).await {
                    tracing::warn!("space for a file that never arrived stays reserved for a day: {error:?}");
                }
            });
        }
    }
}

async fn give_back(kernel: &Kernel, id: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::delete_receiving(&mut tx, id).await?;
    tx.commit().await?;
    kernel.files.incoming().remove(id.as_str()).await.map_err(failed)
}

/// Whether a file that comes whole is awaited.
pub enum Expected {
    Arriving(Box<Arriving>),
    Refused(Wrong),
}

/// Makes room for a file that comes whole, `size` bytes at most; or says why not.
pub async fn expect(kernel: &Kernel, own: &OwnDraft, q: &Question, size: i64, from: &str) -> Result<Expected> {
    Ok(match quotas::reserve(kernel, own, q, size, from).await? {
        Reserved::Room(id) => {
            Expected::Arriving(Box::new(Arriving { kernel: kernel.clone(), own: own.clone(), id: Some(id) }))
        }
        Reserved::Refused(wrong) => Expected::Refused(wrong),
    })
}

impl Arriving {
    /// Takes it.
    pub async fn take<E>(
        mut self,
        season: &Season,
        q: &Question,
        body: impl Stream<Item = std::result::Result<Bytes, E>>,
    ) -> Result<Kept> {
        let Some(id) = self.id.clone() else { return Err(Error::NotFound) };
        let bytes = match self
            .kernel
            .files
            .incoming()
            .write_at(id.as_str(), 0, media::MOST_BYTES as u64, body)
            .await
            .map_err(not_written)?
        {
            Written::Bytes(0, End::Whole) => return Ok(Kept::Refused("wrong-file-none")),
            Written::Bytes(bytes, End::Whole) => bytes as i64,
            Written::Bytes(_, End::TooMuch) => return Ok(Kept::Refused("wrong-file-large")),
            Written::Bytes(_, End::Cut) | Written::Short(_) => return Err(Error::BadRequest),
        };
        let mut tx = self.kernel.db.begin().await?;
        store::set_received(&mut tx, &id, bytes).await?;
        tx.commit().await?;
        self.id = None;
        let finished = finish(&self.kernel, &self.own, season, q, &id).await;
        if matches!(finished, Ok(Kept::Busy) | Err(_)) {
            // A form asks once; it sends the file again.
            give_back(&self.kernel, &id).await?;
        }
        finished
    }
}

/// Has a whole file checked and kept, in a task of its own: whoever sent it may be gone before that is done.
async fn finish(kernel: &Kernel, own: &OwnDraft, season: &Season, q: &Question, id: &Id) -> Result<Kept> {
    let work = keep(kernel.clone(), own.clone(), season.id.clone(), q.clone(), id.clone());
    tokio::spawn(work).await.map_err(failed)?
}

/// Checks and cleans a whole file, keeps it, and makes it the question's answer in place of the one before. Two may do
/// so at once, when a sender asks again: one of them keeps it, and the other takes nothing away.
async fn keep(kernel: Kernel, own: OwnDraft, season: Id, q: Question, id: Id) -> Result<Kept> {
    let incoming = kernel.files.incoming();
    // Whoever asked twice finds it done.
    let upload = store::upload_of_draft(&mut kernel.db.read().await?, &own, &id).await?.ok_or(Error::NotFound)?;
    if upload.state == FileState::Ready {
        return Ok(Kept::Now);
    }
    let wanted = if q.kind == Kind::Recording { Wanted::Recording } else { Wanted::File };
    let arrived = match tokio::fs::File::open(incoming.path(id.as_str())).await {
        Ok(file) => file.into_std().await,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
            return if is_kept(&kernel, &id).await? { Ok(Kept::Now) } else { Err(Error::NotFound) };
        }
        Err(e) => return Err(failed(e)),
    };
    let clean = incoming.scratch().map_err(not_written)?;
    let mut written = tokio::fs::OpenOptions::new().write(true).open(clean.path()).await.map_err(not_written)?;
    let (media, bytes) = match media::clean(&kernel.readers, wanted, Input::File(arrived), &mut written).await {
        Ok(cleaned) => cleaned,
        Err(BUSY) => return Ok(Kept::Busy),
        Err(why) => {
            return Ok(match take_out(&kernel, &id).await? {
                Gone::Out => Kept::Refused(why),
                Gone::Kept => Kept::Now,
            });
        }
    };
    written.flush().await.map_err(not_written)?;
    drop(written);
    let bytes = bytes as i64;
    kernel.files.put_file(&file(&id), clean.path()).await.map_err(failed)?;
    let mut tx = kernel.db.begin().await?;
    // Sent meanwhile from another page: what was sent stands, and this file is nobody's.
    let Some(revision) = store::next_revision(&mut tx, &own, kernel.now()).await? else {
        drop(tx);
        return match take_out(&kernel, &id).await? {
            Gone::Out => Err(Error::NotFound),
            Gone::Kept => Ok(Kept::Now),
        };
    };
    if !store::set_ready(&mut tx, &id, media.mime(), bytes).await? {
        drop(tx);
        return match take_out(&kernel, &id).await? {
            Gone::Out => Err(Error::NotFound),
            Gone::Kept => Ok(Kept::Now),
        };
    }
    let replaced = store::take_out_replaced(&mut tx, &own, &q.id, &id, kernel.now()).await?;
    let answer =
        serde_json::to_string(&[id.to_string(), media.word().to_owned(), bytes.to_string()]).unwrap_or_default();
    store::set_answer(&mut tx, &own, &q.id, &answer, i64::MAX, revision).await?;
    let event = events::Event {
        actor: None,
        verb: "file.kept",
        subject: own.id(),
        season: Some(&season),
        detail: Some(media.mime().to_owned()),
    };
    events::record(&kernel, &mut tx, event).await?;
    tx.commit().await?;
    incoming.remove(id.as_str()).await.map_err(failed)?;
    for (id,) in replaced {
        delete(&kernel, &id).await;
    }
    Ok(Kept::Now)
}

async fn is_kept(kernel: &Kernel, id: &Id) -> Result<bool> {
    Ok(store::is_kept(&mut kernel.db.read().await?, id).await?)
}

/// What became of a file that was to be taken out.
enum Gone {
    Out,
    /// Another try has kept it meanwhile: it stays.
    Kept,
}

/// Takes a file out that cannot be kept.
async fn take_out(kernel: &Kernel, id: &Id) -> Result<Gone> {
    let mut tx = kernel.db.begin().await?;
    store::take_out_receiving(&mut tx, id, kernel.now()).await?;
    tx.commit().await?;
    if is_kept(kernel, id).await? {
        return Ok(Gone::Kept);
    }
    delete(kernel, id).await;
    Ok(Gone::Out)
}

/// Deletes a file that was taken out, so that its room is free at once. Where that fails the next sweep does it.
async fn delete(kernel: &Kernel, id: &Id) {
    if let Err(error) = try_delete(kernel, id).await {
        tracing::warn!("a file could not be deleted now and will be deleted later: {error:?}");
    }
}

async fn try_delete(kernel: &Kernel, id: &Id) -> Result<()> {
    kernel.files.incoming().remove(id.as_str()).await.map_err(failed)?;
    kernel.files.remove(&file(id)).await.map_err(failed)
}

/// Takes a file back; its answer is empty again.
pub async fn remove(
    kernel: &Kernel,
    own: &OwnDraft,
    season: &Season,
    form: &CallForm,
    lang: Lang,
    q: &Question,
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let removed = store::take_out_all(&mut tx, own, &q.id, kernel.now()).await?;
    tx.commit().await?;
    for (id,) in removed {
        delete(kernel, &id).await;
    }
    drafts::save(
        kernel,
        own,
        &drafts::Writing { season, form, lang, from: "" },
        |_| i64::MAX,
        &[(q.id.clone(), Vec::new())].into(),
    )
    .await?;
    Ok(())
}

/// Whether readers may hear or see a recording themselves, or get its transcript alone.
pub async fn allow(kernel: &Kernel, own: &OwnDraft, question: &str, may: bool) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::set_may_be_heard(&mut tx, own, question, may).await?;
    tx.commit().await?;
    Ok(())
}

/// Writes down what is said in a recording: that is what readers read. Written again, the newer text stands.
pub async fn transcribe(
    kernel: &Kernel,
    permit: &MakeCall,
    actor: &Id,
    external_id: &str,
    id: &Id,
    text: &str,
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    // Held, so that two transcripts of one application, or one and an erasure, come one after the other.
    store::hold_answers(&mut tx, permit, external_id).await?;
    let (application, answers, question, label) =
        store::recording(&mut tx, permit, external_id, id).await?.ok_or(Error::NotFound)?;
    let mut answers = applications::answers(&answers)?;
    match answers.iter_mut().find(|a| a.id == question) {
        Some(answer) => text.clone_into(&mut answer.text),
        // The file's answer is always there; were it not, nobody would have said that readers may see this.
        None => {
            answers.push(Answer {
                id: question,
                label: label.0,
                text: text.to_owned(),
                is_kept: true,
                is_later: false,
            });
        }
    }
    store::set_answers(&mut tx, &application, &applications::answers_json(&answers)).await?;
    store::set_transcript(&mut tx, id, text, actor, kernel.now()).await?;
    let event = events::Event {
        actor: Some(actor),
        verb: "recording.transcribed",
        subject: &application,
        season: Some(permit.season()),
        detail: Some(external_id.to_owned()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// Deletes files that were taken back or replaced, what never arrived whole within a day, and what nobody proved or
/// sent within seven.
pub async fn sweep(kernel: &Kernel) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    quotas::forget_unproved(&mut tx, kernel.now()).await?;
    tx.commit().await?;
    loop {
        let gone = store::uploads_to_delete(&mut kernel.db.read().await?, kernel.now().plus_days(-1)).await?;
        for (id,) in &gone {
            try_delete(kernel, id).await?;
            let mut tx = kernel.db.begin().await?;
            store::delete_upload(&mut tx, id).await?;
            tx.commit().await?;
        }
        if gone.is_empty() {
            return Ok(());
        }
    }
}

/// The answers of a draft as they stand, for a page that shows one of them.
pub async fn answered(conn: &mut Conn, own: &OwnDraft, question: &str) -> Result<bool> {
    let answers = drafts::read(&store::answers(conn, own).await?);
    Ok(answers.get(question).is_some_and(|v| !v.is_empty()))
}
