//! Pictures and documents of messages: cleaned by the reader's process before they are kept, handed out to those who
//! read the topic, and gone with the message.

use axum::body::Bytes;
use futures_util::stream::BoxStream;
use tokio::io::AsyncWriteExt as _;

use super::model::{LONGEST_ABOUT, MOST_FILE};
use super::store::keeping;
use weft_kernel::Kernel;
use weft_kernel::ids::Id;
use weft_kernel::incoming::Arrived;
use weft_kernel::reader::Input;
use weft_media::answer::{self as media, Media, Wanted};
use weft_web::{Error, Result};

/// A file that was cleaned and lies with the others; a message has yet to point to it.
#[derive(Clone, Debug)]
pub struct Cleaned {
    pub id: Id,
    pub media: Media,
    pub bytes: i64,
    pub name: String,
    pub about: String,
}

fn file(id: &Id) -> String {
    format!("talk/{id}")
}

#[expect(clippy::needless_pass_by_value, reason = "`map_err` hands it over")]
fn failed(e: std::io::Error) -> Error {
    Error::Internal(format!("incoming: {e}"))
}

/// Cleans a file and keeps it. The error says why it cannot be taken, as a key.
pub async fn clean(
    kernel: &Kernel,
    arrived: &Arrived,
    about: &str,
) -> Result<std::result::Result<Cleaned, &'static str>> {
    if arrived.length > MOST_FILE as u64 {
        return Ok(Err("wrong-talk-file-large"));
    }
    let input = tokio::fs::File::open(arrived.path()).await.map_err(failed)?.into_std().await;
    let clean = kernel.files.incoming().scratch().map_err(failed)?;
    let mut written = tokio::fs::OpenOptions::new().write(true).open(clean.path()).await.map_err(failed)?;
    let (media, bytes) = match media::clean(&kernel.readers, Wanted::File, Input::File(input), &mut written).await {
        Ok(cleaned) => cleaned,
        Err(why) => return Ok(Err(why)),
    };
    written.flush().await.map_err(failed)?;
    drop(written);
    let id = kernel.id();
    kernel.files.put_file(&file(&id), clean.path()).await?;
    let name = arrived.name.rsplit(['/', '\\']).next().unwrap_or_default();
    Ok(Ok(Cleaned {
        id,
        media,
        bytes: bytes as i64,
        name: name.chars().take(80).collect(),
        about: about.chars().take(LONGEST_ABOUT).collect(),
    }))
}

/// A file that no message came to point to.
pub async fn discard(kernel: &Kernel, cleaned: &Cleaned) -> Result<()> {
    Ok(kernel.files.remove(&file(&cleaned.id)).await?)
}

type Content = BoxStream<'static, weft_kernel::files::Result<Bytes>>;

pub async fn open(kernel: &Kernel, id: &Id) -> Result<Content> {
    kernel.files.open_file(&file(id), None).await?.ok_or(Error::NotFound)
}

/// Deletes files whose messages are gone, and then what was known of them.
pub(super) async fn sweep(kernel: &Kernel) -> Result<()> {
    let gone = keeping::gone_files(&mut kernel.db.read().await?).await?;
    for id in gone {
        delete(kernel, &id).await?;
    }
    Ok(())
}

/// Deletes a file, and then what was known of it.
pub(super) async fn delete(kernel: &Kernel, id: &Id) -> Result<()> {
    kernel.files.remove(&file(id)).await?;
    let mut tx = kernel.db.begin().await?;
    keeping::delete_file(&mut tx, id).await?;
    Ok(tx.commit().await?)
}
