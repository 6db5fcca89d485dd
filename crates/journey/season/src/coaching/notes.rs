//! Verbs of what the two of a pair write. The focus and shared notes are sealed with the site's key, which lies outside
//! the database; a coach's own notes are locked, and nothing that the site keeps opens them (`locked`).

use super::acts::record;
use super::locked::{self, Lock, Opened};
use super::model::{Kind, Note, Pair, SealedNote};
use super::rules::{Coaching, Own};
use super::store;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::Conn;
use weft_kernel::ids::Id;
use weft_kernel::secret;
use weft_people::acts::slow;
use weft_people::rules::OwnRecord;
use weft_people::tries::{self, Begun};
use weft_web::{Error, Result};

/// Where a note is sealed.
const NOTE: &str = "coaching_note.text_sealed";

/// Reads what is sealed.
pub fn opened(kernel: &Kernel, sealed: Vec<SealedNote>) -> Vec<Note> {
    let open = |n: SealedNote| {
        let text = kernel.seal.open(NOTE, n.id.as_str(), &n.text_sealed);
        Note { id: n.id, kind: n.kind, by_id: n.by_id, by_name: n.by_name, at: n.at, text }
    };
    sealed.into_iter().map(open).collect()
}

/// The open pair of someone, held.
async fn held(tx: &mut Conn, permit: &Own, id: &Id) -> Result<Pair> {
    if !store::hold(tx, id).await? {
        return Err(Error::NotFound);
    }
    store::one(tx, permit, id).await?.ok_or(Error::NotFound)
}

/// Says, as the member, what they want to work on; nothing where the text is empty.
pub async fn focus(kernel: &Kernel, permit: &Own, pair: &Id, text: &str) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let pair = held(&mut tx, permit, pair).await?;
    if pair.is_coached_by(permit.person()) {
        return Err(Error::NotFound);
    }
    if text.is_empty() {
        if !store::clear_focus(&mut tx, &pair.id).await? {
            return Ok(());
        }
    } else {
        let id = kernel.id();
        let sealed = kernel.seal.seal(&kernel.rng, NOTE, id.as_str(), text);
        store::put_focus(&mut tx, (&pair.id, permit.person()), (&id, &sealed), kernel.now()).await?;
    }
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.focus-saved", &pair.id).await?;
    Ok(tx.commit().await?)
}

/// Writes a note that both read.
pub async fn write(kernel: &Kernel, permit: &Own, pair: &Id, text: &str) -> Result<()> {
    let mut tx = kernel.begin_once().await?;
    let pair = held(&mut tx, permit, pair).await?;
    let id = kernel.id();
    let sealed = kernel.seal.seal(&kernel.rng, NOTE, id.as_str(), text);
    store::insert_note(&mut tx, (&pair.id, permit.person()), (&id, Kind::Shared, &sealed), kernel.now()).await?;
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.note-written", &pair.id).await?;
    Ok(tx.commit().await?)
}

/// Deletes what one wrote. Returns the pair, or nothing where there is nothing of the kind.
pub async fn delete(kernel: &Kernel, permit: &Own, id: &Id) -> Result<Option<Id>> {
    let mut tx = kernel.db.begin().await?;
    let Some(pair) = store::delete_note(&mut tx, permit, id).await? else { return Ok(None) };
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.note-deleted", &pair).await?;
    tx.commit().await?;
    Ok(Some(pair))
}

/// Everything that someone wrote for a pair to read: what it is, when, and the text.
pub async fn own_data(kernel: &Kernel, conn: &mut Conn, own: &OwnRecord) -> Result<Vec<(Kind, Time, String)>> {
    let sealed = store::written(conn, own).await?;
    let open =
        |(id, kind, at, text): (Id, Kind, Time, String)| Some((kind, at, kernel.seal.open(NOTE, id.as_str(), &text)?));
    Ok(sealed.into_iter().filter_map(open).collect())
}

fn refused() -> Error {
    Error::Internal("age refused".into())
}

/// Makes the lock of one's own notes. Returns the recovery code, or nothing where there is a lock.
pub async fn make_lock(kernel: &Kernel, permit: &Coaching, passphrase: &str) -> Result<Option<String>> {
    let (rng, given) = (kernel.rng.clone(), passphrase.to_owned());
    let (lock, recovery) = slow(move || locked::make(&rng, &given)).await?.ok_or_else(refused)?;
    let mut tx = kernel.db.begin().await?;
    if !store::insert_lock(kernel, &mut tx, permit, &lock).await? {
        return Ok(None);
    }
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.lock-made", permit.person()).await?;
    tx.commit().await?;
    Ok(Some(recovery))
}

/// What came of typing a passphrase.
pub enum Tried {
    Opened(Opened),
    Wrong,
    /// Too many were wrong: none counts until then.
    Off(Time),
}

/// Opens a lock with what was typed. Wrong passphrases are counted as wrong digits are.
pub async fn open(kernel: &Kernel, permit: &Coaching, lock: &Lock, typed: &str) -> Result<Tried> {
    let account = secret::hash(&format!("coach-lock:{}", permit.person()));
    let mut tx = kernel.db.begin().await?;
    let begun = tries::begin(&mut tx, &account, kernel.now()).await?;
    tx.commit().await?;
    if let Begun::Off(until) = begun {
        return Ok(Tried::Off(until));
    }
    let (lock, typed) = (lock.clone(), typed.to_owned());
    let opened = slow(move || locked::open(&lock, &typed)).await?;
    let mut tx = kernel.db.begin().await?;
    match &opened {
        Some(_) => tries::was_right(&mut tx, &account).await?,
        None => tries::was_wrong_unsaid(&mut tx, &account, kernel.now()).await?,
    }
    tx.commit().await?;
    Ok(opened.map_or(Tried::Wrong, Tried::Opened))
}

/// Another passphrase for what was opened. Returns a new recovery code; the old one opens nothing any more.
pub async fn change_lock(kernel: &Kernel, permit: &Coaching, opened: Opened, passphrase: &str) -> Result<String> {
    let (rng, given) = (kernel.rng.clone(), passphrase.to_owned());
    let (lock, recovery) = slow(move || locked::again(&rng, &given, &opened)).await?.ok_or_else(refused)?;
    let mut tx = kernel.db.begin().await?;
    if !store::change_lock(&mut tx, permit, &lock).await? {
        return Err(Error::NotFound);
    }
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.lock-changed", permit.person()).await?;
    tx.commit().await?;
    Ok(recovery)
}

/// Throws the lock away with all notes behind it.
pub async fn lose(kernel: &Kernel, permit: &Coaching) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::delete_lock(&mut tx, permit).await?;
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.lock-lost", permit.person()).await?;
    Ok(tx.commit().await?)
}

/// Writes a note that only the coach reads. No passphrase is needed for that.
pub async fn write_own(kernel: &Kernel, (own, permit): (&Own, &Coaching), pair: &Id, text: &str) -> Result<()> {
    let mut tx = kernel.begin_once().await?;
    let pair = store::one(&mut tx, own, pair).await?.filter(|p| p.is_coached_by(own.person()));
    let pair = pair.ok_or(Error::NotFound)?;
    let lock = store::lock(&mut tx, permit).await?.ok_or(Error::NotFound)?;
    let locked = locked::seal(&lock.recipient, text).ok_or_else(refused)?;
    store::insert_own_note(kernel, &mut tx, permit, (&pair.id, &locked)).await?;
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.own-note-written", &pair.id).await?;
    Ok(tx.commit().await?)
}

/// Deletes one of them. Returns the pair, or nothing where there is nothing of the kind.
pub async fn delete_own(kernel: &Kernel, permit: &Coaching, id: &Id) -> Result<Option<Id>> {
    let mut tx = kernel.db.begin().await?;
    let Some(pair) = store::delete_own_note(&mut tx, permit, id).await? else { return Ok(None) };
    record(kernel, &mut tx, (Some(permit.person()), permit.season()), "coaching.own-note-deleted", &pair).await?;
    tx.commit().await?;
    Ok(Some(pair))
}
