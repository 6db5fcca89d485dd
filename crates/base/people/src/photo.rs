//! One photo of a person, as she chose it. What is kept is a square JPEG that we drew anew from her file: place,
//! camera and everything else that a file says beside the picture is gone. Who sees it is in `cohort::rules`.

pub mod in_child;

use super::rules::OwnRecord;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::ids::Id;
use weft_kernel::incoming::Arrived;
use weft_kernel::reader::{Ask, Failure, Input, Said, Sender};
use weft_kernel::{Kernel, events};
use weft_kernel::{args, sql};
use weft_media::picture;
use weft_web::{Error, Result};

/// The largest file taken, in bytes.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;

/// The purpose of agreeing to stand on the public team page with a photo.
pub const TEAM: &str = "team:photo";

/// The largest photo that is kept, in bytes: it is small.
const MOST_KEPT: u64 = 1024 * 1024;

/// Why a reader may refuse a photo, as keys.
const REFUSALS: [&str; 3] = ["wrong-photo-kind", "wrong-photo-small", "wrong-file-pixels"];

/// The name of a photo's file.
fn file(id: &Id) -> String {
    format!("photos/{id}")
}

/// Keeps a new photo in place of the old one. The inner error says what is wrong with the file, as a key.
pub async fn set(kernel: &Kernel, own: &OwnRecord, file: &Arrived) -> Result<std::result::Result<(), &'static str>> {
    let arrived = tokio::fs::File::open(file.path())
        .await
        .map_err(|e| Error::Internal(format!("incoming: {e}")))?
        .into_std()
        .await;
    let arrived = Input::File(arrived);
    if !picture::is_one(&arrived.head(32)) {
        return Ok(Err("wrong-photo-kind"));
    }
    let ask = Ask { what: "photo", from: Sender::SignedIn, most: MOST_KEPT };
    let mut drawn = Vec::new();
    match kernel.readers.read(ask, arrived, &mut drawn).await {
        Ok(Said::Taken(..)) => {}
        Ok(Said::Refused(why)) => {
            return Ok(Err(REFUSALS.into_iter().find(|key| *key == why).unwrap_or("wrong-photo-kind")));
        }
        Err(Failure::Unreadable) => return Ok(Err("wrong-photo-kind")),
        Err(Failure::Busy) => return Ok(Err("wrong-file-busy")),
    }
    put(kernel, own.person(), drawn).await.map(Ok)
}

/// Keeps a picture that [`in_child::prepare`] made: the file first, durably, then the row that points to it.
pub async fn put(kernel: &Kernel, person: &Id, picture: Vec<u8>) -> Result<()> {
    let id = kernel.id();
    kernel.files.put(&file(&id), picture).await?;
    let mut tx = kernel.db.begin().await?;
    take_back(kernel, &mut tx, person).await?;
    tx.run(sql!("INSERT INTO photo (id, person_id, at) VALUES ($1, $2, $3)"), args![&id, person, kernel.now()]).await?;
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

async fn take_back(kernel: &Kernel, tx: &mut Tx, person: &Id) -> Result<u64> {
    Ok(tx
        .run(
            sql!("UPDATE photo SET removed_at = $2 WHERE person_id = $1 AND removed_at IS NULL"),
            args![person, kernel.now()],
        )
        .await?)
}

async fn record(kernel: &Kernel, tx: &mut Tx, person: &Id, verb: &'static str) -> Result<()> {
    let event = events::Event { actor: Some(person), verb, subject: person, season: None, detail: None };
    Ok(events::record(kernel, tx, event).await?)
}

/// The photo a person has now.
pub async fn of(conn: &mut Conn, person: &Id) -> Result<Option<Id>> {
    let found: Option<(Id,)> =
        conn.opt(sql!("SELECT id FROM photo WHERE person_id = $1 AND removed_at IS NULL"), args![person]).await?;
    Ok(found.map(|(id,)| id))
}

/// The bytes of a photo's file.
pub async fn picture(kernel: &Kernel, id: &Id) -> Result<Vec<u8>> {
    kernel.files.get(&file(id)).await?.ok_or(Error::NotFound)
}

/// Deletes the files of photos that were taken back, and then what was known of them.
pub async fn sweep(kernel: &Kernel) -> Result<()> {
    let gone: Vec<(Id,)> = kernel
        .db
        .read()
        .await?
        .all(sql!("SELECT id FROM photo WHERE removed_at IS NOT NULL LIMIT 200"), args![])
        .await?;
    for (id,) in gone {
        kernel.files.remove(&file(&id)).await?;
        let mut tx = kernel.db.begin().await?;
        tx.run(sql!("DELETE FROM photo WHERE id = $1 AND removed_at IS NOT NULL"), args![&id]).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Whether a person agreed to stand on the public team page with her photo.
pub async fn agrees_to_team(conn: &mut Conn, person: &Id) -> Result<bool> {
    let found: Option<(Id,)> = conn
        .opt(
            sql!(
                "SELECT id
                FROM consent
                WHERE person_id = $1 AND season_id IS NULL AND purpose = $2 AND withdrawn_at IS NULL"
            ),
            args![person, TEAM],
        )
        .await?;
    Ok(found.is_some())
}

/// Agrees, or takes it back. Saying the same twice changes nothing.
pub async fn agree_to_team(kernel: &Kernel, person: &Id, yes: bool) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let (changed, verb) = if yes {
        let sql = sql!(
            "INSERT INTO consent (id, person_id, purpose, given_at)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING"
        );
        (tx.run(sql, args![kernel.id(), person, TEAM, kernel.now()]).await?, "consent.given")
    } else {
        let sql = sql!(
            "UPDATE consent
            SET withdrawn_at = $3
            WHERE person_id = $1 AND season_id IS NULL AND purpose = $2 AND withdrawn_at IS NULL"
        );
        (tx.run(sql, args![person, TEAM, kernel.now()]).await?, "consent.withdrawn")
    };
    if changed > 0 {
        let event =
            events::Event { actor: Some(person), verb, subject: person, season: None, detail: Some(TEAM.into()) };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok(())
}
