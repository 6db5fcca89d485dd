//! One photo of a person, as she chose it. What is kept is a square JPEG that we drew anew from her file: place,
//! camera and everything else that a file says beside the picture is gone. Who sees it is in `cohort::rules`.

pub mod in_child;
mod store;

use super::rules::OwnRecord;
use weft_kernel::db::{self, Conn, Tx};
use weft_kernel::ids::Id;
use weft_kernel::incoming::Arrived;
use weft_kernel::reader::{Ask, Failure, Input, Said, Sender};
use weft_kernel::{Kernel, events};
use weft_media::picture;
use weft_web::{Error, Result};

/// The largest file taken, in bytes.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;

/// The purpose of agreeing to stand on the public team page with a photo.
pub const TEAM: &str = "team:photo";

/// The largest photo that is kept, in bytes: it is small.
const MOST_KEPT: u64 = 1024 * 1024;

/// Why a reader may refuse a photo, as keys.
const REFUSALS: [&str; 5] =
    ["wrong-photo-kind", "wrong-photo-small", "wrong-file-pixels", "wrong-file-heic", "wrong-file-avif"];

/// The name of a photo's file.
fn file(id: &Id) -> String {
    format!("photos/{id}")
}

/// What came of a file that a person sent as their photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Kept,
    /// What is wrong with the file, as a key.
    Refused(&'static str),
}

/// Keeps a new photo in place of the old one.
pub async fn set(kernel: &Kernel, own: &OwnRecord, file: &Arrived) -> Result<Outcome> {
    let arrived = tokio::fs::File::open(file.path())
        .await
        .map_err(|e| Error::Internal(format!("incoming: {e}")))?
        .into_std()
        .await;
    let arrived = Input::File(arrived);
    if !picture::is_one(&arrived.head(32)) {
        return Ok(Outcome::Refused("wrong-photo-kind"));
    }
    let ask = Ask { what: "photo", from: Sender::SignedIn, most: MOST_KEPT };
    let mut drawn = Vec::new();
    match kernel.readers.read(ask, arrived, &mut drawn).await {
        Ok(Said::Taken(..)) => {}
        Ok(Said::Refused(why)) => {
            let key = REFUSALS.into_iter().find(|key| *key == why).unwrap_or("wrong-photo-kind");
            return Ok(Outcome::Refused(key));
        }
        Err(Failure::Unreadable) => return Ok(Outcome::Refused("wrong-photo-kind")),
        Err(Failure::Busy) => return Ok(Outcome::Refused("wrong-file-busy")),
    }
    put(kernel, own.person(), drawn).await?;
    Ok(Outcome::Kept)
}

/// Keeps a picture that [`in_child::prepare`] made: the file first, durably, then the row that points to it.
pub async fn put(kernel: &Kernel, person: &Id, picture: Vec<u8>) -> Result<()> {
    let id = kernel.id();
    kernel.files.put(&file(&id), picture).await?;
    let mut tx = kernel.db.begin().await?;
    take_back(kernel, &mut tx, person).await?;
    store::insert(kernel, &mut tx, &id, person).await?;
    record(kernel, &mut tx, person, "photo.set").await?;
    tx.commit().await?;
    Ok(())
}

/// Takes the photo back. Nobody sees it from now on; the file goes with the next sweep.
pub async fn remove(kernel: &Kernel, own: &OwnRecord) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if take_back(kernel, &mut tx, own.person()).await? > 0 {
        record(kernel, &mut tx, own.person(), "photo.removed").await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Returns how many photos were taken back: one or none.
pub(super) async fn take_back(kernel: &Kernel, tx: &mut Tx, person: &Id) -> db::Result<u64> {
    store::take_back(tx, person, kernel.now()).await
}

async fn record(kernel: &Kernel, tx: &mut Tx, person: &Id, verb: &'static str) -> Result<()> {
    let event = events::Event { actor: Some(person), verb, subject: person, season: None, detail: None };
    Ok(events::record(kernel, tx, event).await?)
}

/// The photo a person has now.
pub async fn of(conn: &mut Conn, person: &Id) -> Result<Option<Id>> {
    Ok(store::of(conn, person).await?)
}

/// The bytes of a photo's file.
pub async fn picture(kernel: &Kernel, id: &Id) -> Result<Vec<u8>> {
    kernel.files.get(&file(id)).await?.ok_or(Error::NotFound)
}

/// Deletes the files of photos that were taken back, and then what was known of them.
pub async fn sweep(kernel: &Kernel) -> Result<()> {
    let gone = store::taken_back(&mut kernel.db.read().await?).await?;
    for (id,) in gone {
        kernel.files.remove(&file(&id)).await?;
        let mut tx = kernel.db.begin().await?;
        store::delete(&mut tx, &id).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Whether a person agreed to stand on the public team page with her photo.
pub async fn agrees_to_team(conn: &mut Conn, person: &Id) -> Result<bool> {
    Ok(store::agrees_to_team(conn, person).await?)
}

/// Agrees, or takes it back. Saying the same twice changes nothing.
pub async fn agree_to_team(kernel: &Kernel, person: &Id, yes: bool) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let (changed, verb) = if yes {
        (store::agree_to_team(kernel, &mut tx, person).await?, "consent.given")
    } else {
        (store::withdraw_from_team(&mut tx, person, kernel.now()).await?, "consent.withdrawn")
    };
    if changed > 0 {
        let event =
            events::Event { actor: Some(person), verb, subject: person, season: None, detail: Some(TEAM.into()) };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok(())
}
