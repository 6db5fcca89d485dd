//! How much may be left here by people of whom nobody knows who they are.
//!
//! A draft takes no account, so whoever asks may send files. The limits, each counted and refused by one statement, and
//! each a setting:
//!
//! - of one draft, 24 files and 250 MB: five of the largest files, or a dozen takes of a recording;
//! - from one address in an hour, 1,200 MB: sixty people in one office on the last day, each with a three-minute film
//!   as our recorder makes it (15 MB) and a document. Whoever comes later opens the link that was mailed and is
//!   past it;
//! - of all drafts together whose address nobody has proved, 2,000 MB, those that were sent included;
//! - from one address 120 drafts in an hour and 64 bodies at once: the same sixty people, each on two devices.
//!
//! The second and third end for a draft when the link that was mailed to its address is used. Its files are kept until
//! the call is long over; those of other drafts go seven days after the draft was last saved.

use super::model::Question;
use super::rules::OwnDraft;
use super::store::{self, NewUpload};
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Tx};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, secret, tally};
use weft_media::answer as media;
use weft_people::tries;
use weft_web::form::Wrong;
use weft_web::{Error, Result};

/// Under this key the files of drafts that nobody has proved are counted, by one at a time.
const UNPROVED: &str = "files of unproved drafts";

/// For how many days after it was last saved a draft that nobody has proved keeps its files.
pub const UNPROVED_DAYS: i64 = 7;

const MB: i64 = 1_000_000;

/// What came of asking for room.
pub enum Reserved {
    /// There is room, for the file with this id.
    Room(Id),
    Refused(Wrong),
}

#[expect(clippy::needless_pass_by_value, clippy::unnecessary_wraps, reason = "reads as an answer where it is given")]
fn no(key: &'static str, arg: impl ToString) -> Result<Reserved> {
    Ok(Reserved::Refused(Wrong { field: "file".into(), key, arg: arg.to_string() }))
}

/// Makes room for a file of `size` bytes that comes from the address `from`, or says why it is not taken.
pub async fn reserve(kernel: &Kernel, own: &OwnDraft, q: &Question, size: i64, from: &str) -> Result<Reserved> {
    let config = &kernel.config;
    if size < 1 {
        return no("wrong-file-none", "");
    }
    if size > media::MOST_BYTES as i64 {
        return no("wrong-file-large", "");
    }
    if !kernel.files.incoming().has_room(size as u64, config.free_mb) {
        tracing::warn!("a file was refused: the disk of the data folder is almost full");
        return no("wrong-file-disk", "");
    }
    let id = kernel.id();
    let mut tx = kernel.db.begin().await?;
    // Held, so that two at once are counted one after the other.
    let Some(is_vouched) = store::hold_for_upload(&mut tx, own, kernel.now()).await? else {
        return Err(Error::NotFound);
    };
    if !is_vouched {
        tally::hold(&mut tx, UNPROVED, kernel.now()).await?;
    }
    let (most_bytes, most_unproved) = (i64::from(config.draft_files_mb) * MB, i64::from(config.unproved_files_mb) * MB);
    let new = NewUpload {
        id: &id,
        question: q,
        size,
        most_files: i32::from(config.draft_files),
        most_bytes,
        is_vouched,
        most_unproved,
    };
    if !store::insert_upload(&mut tx, own, &new, kernel.now()).await? {
        return match store::room_taken(&mut tx, own).await? {
            (files, _) if files >= i64::from(config.draft_files) => no("wrong-file-many", config.draft_files),
            (_, bytes) if bytes + size > most_bytes => no("wrong-file-draft-full", config.draft_files_mb),
            _ => no("wrong-file-unproved-full", ""),
        };
    }
    let by_address = secret::hash(&format!("files:{from}"));
    if !is_vouched
        && !tally::add(&mut tx, &by_address, size, i64::from(config.address_files_mb) * MB, 3_600, kernel.now()).await?
    {
        return no("wrong-file-address-full", "");
    }
    tx.commit().await?;
    Ok(Reserved::Room(id))
}

/// Counts a draft that is begun from an address: 120 in ten minutes, which is a room full of people, and so many in an
/// hour as the settings say.
pub async fn may_begin(kernel: &Kernel, tx: &mut Tx, from: &str) -> Result<bool> {
    let key = |span: &str| secret::hash(&format!("draft-begin:{span}:{from}"));
    Ok(tally::add(tx, &key("minutes"), 1, 120, 600, kernel.now()).await?
        && tally::add(tx, &key("hour"), 1, i64::from(kernel.config.address_drafts), 3_600, kernel.now()).await?
        && tries::count_address(kernel, tx, tries::Ask::Quiet, "draft-begin", from).await?)
}

/// Takes files out of drafts that nobody proved or sent, seven days after the last change; their answers are empty
/// again.
pub(super) async fn forget_unproved(conn: &mut Conn, now: Time) -> Result<()> {
    store::forget_unproved(conn, now.plus_days(-UNPROVED_DAYS), now).await?;
    tally::forget(conn, now.plus_days(-1)).await?;
    Ok(())
}
