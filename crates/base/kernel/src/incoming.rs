//! Where a body larger than a form is while it arrives: a file in the folder `incoming` of the data folder, so that an
//! upload takes a small buffer of memory, however large and however slow it is. The folder is not part of a backup;
//! what nobody finished within a day is removed.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes};
use futures_util::{Stream, StreamExt as _};
use tempfile::{NamedTempFile, TempPath};
use tokio::fs::{File, OpenOptions};
use tokio::io::{AsyncSeekExt as _, AsyncWriteExt as _, BufWriter};

use crate::machine;

/// What one upload collects before it is written, in bytes.
const BUFFER: usize = 64 * 1024;

/// How long a file may lie here without being written to.
const OLDEST: Duration = Duration::from_secs(86_400);

/// Free space below which nothing new is taken, where the settings do not say otherwise: a twentieth of the disk, and
/// 500 MB at least.
const LEAST_FREE: u64 = 500_000_000;

/// The folder, and who is sending right now.
#[derive(Debug)]
pub struct Incoming {
    folder: PathBuf,
    busy: Arc<Mutex<HashMap<String, usize>>>,
}

/// How a body ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Whole,
    /// The line was cut.
    Cut,
    /// More came than was allowed.
    TooMuch,
}

/// What was written of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// So many bytes are on disk, synced, and how the body ended.
    Bytes(u64, End),
    /// The file ends before the offset: it has only so many bytes.
    Short(u64),
}

/// A whole body on disk. The file is gone when this is dropped.
#[derive(Debug)]
pub struct Arrived {
    path: TempPath,
    /// Its length in bytes, never 0.
    pub length: u64,
    /// What the sender calls it, without control characters. To show, never to open.
    pub name: String,
}

/// A place among the uploads of one sender; free again when this is dropped.
#[derive(Debug)]
pub struct Slot {
    busy: Arc<Mutex<HashMap<String, usize>>>,
    who: String,
}

impl Drop for Slot {
    fn drop(&mut self) {
        let mut busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(n) = busy.get_mut(&self.who) {
            *n -= 1;
            if *n == 0 {
                busy.remove(&self.who);
            }
        }
    }
}

impl Arrived {
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// All of it, for readers that take bytes.
    pub async fn bytes(&self) -> io::Result<Vec<u8>> {
        tokio::fs::read(&self.path).await
    }
}

impl Incoming {
    /// Opens the folder, which only the program's own user may enter.
    pub fn open(data: &Path) -> io::Result<Self> {
        let folder = data.join("incoming");
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&folder)?;
        Ok(Self { folder, busy: Arc::default() })
    }

    /// The file of an upload that arrives in pieces. `name` is an id of ours.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// A place among the `most` uploads that one sender may have under way at once, or nothing when all are taken.
    pub fn enter(&self, who: &str, most: u16) -> Option<Slot> {
        let mut busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        let n = busy.entry(who.to_owned()).or_default();
        if *n >= usize::from(most) {
            return None;
        }
        *n += 1;
        Some(Slot { busy: self.busy.clone(), who: who.to_owned() })
    }

    /// Whether so many more bytes leave enough of the disk free: `least_mb` megabytes, or what `LEAST_FREE` says when
    /// it is 0. A disk that does not tell has room.
    pub fn has_room(&self, bytes: u64, least_mb: u32) -> bool {
        let Some(disk) = machine::disk(&self.folder) else { return true };
        let least = if least_mb == 0 { LEAST_FREE.max(disk.usable / 20) } else { u64::from(least_mb) * 1_000_000 };
        disk.free.saturating_sub(bytes) >= least
    }

    /// Writes what arrives into a file at an offset, at most `most` bytes, and syncs it. The file is made when it is
    /// not there.
    pub async fn write_at<E>(
        &self,
        name: &str,
        offset: u64,
        most: u64,
        body: impl Stream<Item = Result<Bytes, E>>,
    ) -> io::Result<Written> {
        let path = self.path(name);
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).write(true);
        #[cfg(unix)]
        options.mode(0o600);
        let mut file = options.open(&path).await?;
        let length = file.metadata().await?.len();
        if length < offset {
            return Ok(Written::Short(length));
        }
        file.seek(io::SeekFrom::Start(offset)).await?;
        let (bytes, end) = pour(&mut file, most, body).await?;
        file.sync_all().await?;
        if offset == 0 {
            sync_folder(&self.folder).await?;
        }
        Ok(Written::Bytes(bytes, end))
    }

    /// Takes a whole body of at most `most` bytes. Nothing when none came.
    pub async fn receive<E>(
        &self,
        name: &str,
        most: u64,
        body: impl Stream<Item = Result<Bytes, E>>,
    ) -> io::Result<Result<Option<Arrived>, End>> {
        let (file, path) = self.scratch()?.into_parts();
        let (length, end) = pour(&mut File::from_std(file), most, body).await?;
        if end != End::Whole {
            return Ok(Err(end));
        }
        let name = name.chars().filter(|c| !c.is_control()).take(120).collect();
        Ok(Ok((length > 0).then_some(Arrived { path, length, name })))
    }

    /// A file for work that is too large for memory; gone when it is dropped.
    pub fn scratch(&self) -> io::Result<NamedTempFile> {
        tempfile::Builder::new().prefix("work-").tempfile_in(&self.folder)
    }

    /// Removing what is not there is harmless.
    pub async fn remove(&self, name: &str) -> io::Result<()> {
        match tokio::fs::remove_file(self.path(name)).await {
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        }
    }

    /// Removes files that nobody has written to for a day, by the clock of the machine that also dates them. Returns
    /// how many.
    pub async fn sweep(&self) -> io::Result<usize> {
        let (mut removed, mut entries) = (0, tokio::fs::read_dir(&self.folder).await?);
        while let Some(entry) = entries.next_entry().await? {
            // One that is removed meanwhile is not there any more, which is what was wanted.
            let Ok(meta) = entry.metadata().await else { continue };
            if meta.is_file()
                && meta.modified()?.elapsed().is_ok_and(|age| age > OLDEST)
                && tokio::fs::remove_file(entry.path()).await.is_ok()
            {
                removed += 1;
            }
        }
        Ok(removed)
    }

    /// Sweeps now and every hour, until the process ends.
    pub async fn keep_swept(self: Arc<Self>) {
        let mut tick = tokio::time::interval(Duration::from_secs(3_600));
        loop {
            tick.tick().await;
            if let Err(error) = self.sweep().await {
                tracing::error!("the folder incoming could not be cleaned up: {error}");
            }
        }
    }
}

/// Writes a body to a file, a buffer at a time. What was written before the end counts, however it ended.
async fn pour<E>(file: &mut File, most: u64, body: impl Stream<Item = Result<Bytes, E>>) -> io::Result<(u64, End)> {
    file.set_max_buf_size(BUFFER);
    let mut out = BufWriter::with_capacity(BUFFER, file);
    let mut body = std::pin::pin!(body);
    let mut bytes = 0;
    let end = loop {
        match body.next().await {
            None => break End::Whole,
            Some(Err(_)) => break End::Cut,
            Some(Ok(part)) if bytes + part.len() as u64 > most => break End::TooMuch,
            Some(Ok(part)) => {
                out.write_all(&part).await?;
                bytes += part.len() as u64;
            }
        }
    };
    out.flush().await?;
    Ok((bytes, end))
}

/// Reads a body that is not wanted, so that its sender reads the answer instead of a broken line. Stops after `most`
/// bytes.
pub async fn drain(body: Body, most: usize) {
    let mut body = body.into_data_stream();
    let mut bytes = 0;
    while let Some(Ok(part)) = body.next().await {
        bytes += part.len();
        if bytes > most {
            return;
        }
    }
}

#[cfg(unix)]
async fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder).await?.sync_all().await
}

#[cfg(not(unix))]
async fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use futures_util::stream;

    use super::*;

    fn parts(parts: &[Result<&'static str, ()>]) -> impl Stream<Item = Result<Bytes, ()>> + use<> {
        stream::iter(parts.iter().map(|p| p.map(|t| Bytes::from_static(t.as_bytes()))).collect::<Vec<_>>())
    }

    #[tokio::test]
    async fn a_file_grows_at_its_offset_and_never_with_a_hole() {
        let folder = tempfile::tempdir().expect("temp dir");
        let incoming = Incoming::open(folder.path()).expect("opens");
        assert_eq!(incoming.write_at("a", 3, 9, parts(&[Ok("x")])).await.expect("writes"), Written::Short(0));
        assert_eq!(
            incoming.write_at("a", 0, 9, parts(&[Ok("one"), Ok("two")])).await.expect("writes"),
            Written::Bytes(6, End::Whole)
        );
        assert_eq!(
            incoming.write_at("a", 6, 9, parts(&[Ok("thr"), Err(())])).await.expect("writes"),
            Written::Bytes(3, End::Cut)
        );
        assert_eq!(
            incoming.write_at("a", 6, 4, parts(&[Ok("thr"), Ok("ee")])).await.expect("writes"),
            Written::Bytes(3, End::TooMuch)
        );
        assert_eq!(std::fs::read(incoming.path("a")).expect("reads"), b"onetwothr");
        incoming.remove("a").await.expect("removes");
        incoming.remove("a").await.expect("removing twice is harmless");
    }

    #[tokio::test]
    async fn a_whole_body_is_gone_with_its_handle_and_an_unfinished_one_at_once() {
        let folder = tempfile::tempdir().expect("temp dir");
        let incoming = Incoming::open(folder.path()).expect("opens");
        let there = || std::fs::read_dir(folder.path().join("incoming")).expect("a folder").count();
        let got =
            incoming.receive("a\nb.csv", 9, parts(&[Ok("one")])).await.expect("writes").expect("whole").expect("some");
        assert_eq!(
            (got.name.as_str(), got.length, got.bytes().await.expect("reads"), there()),
            ("ab.csv", 3, b"one".to_vec(), 1)
        );
        drop(got);
        assert_eq!(
            incoming.receive("a", 2, parts(&[Ok("one")])).await.expect("writes").expect_err("too much"),
            End::TooMuch
        );
        assert!(incoming.receive("a", 2, parts(&[])).await.expect("writes").expect("whole").is_none());
        assert_eq!(there(), 0);
    }

    #[tokio::test]
    async fn what_is_older_than_a_day_is_swept_and_nothing_else() {
        let folder = tempfile::tempdir().expect("temp dir");
        let incoming = Incoming::open(folder.path()).expect("opens");
        for name in ["old", "new"] {
            incoming.write_at(name, 0, 9, parts(&[Ok("x")])).await.expect("writes");
        }
        let file = std::fs::File::options().write(true).open(incoming.path("old")).expect("opens");
        let modified = file.metadata().expect("dated").modified().expect("dated");
        file.set_modified(modified - 2 * OLDEST).expect("dates");
        assert_eq!(incoming.sweep().await.expect("sweeps"), 1);
        assert!(incoming.path("new").exists() && !incoming.path("old").exists());
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn only_the_programs_own_user_may_look_in() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("temp dir");
        let incoming = Incoming::open(folder.path()).expect("opens");
        incoming.write_at("a", 0, 9, parts(&[Ok("x")])).await.expect("writes");
        let scratch = incoming.scratch().expect("makes");
        let mode = |path: &Path| path.metadata().expect("there").permissions().mode() & 0o777;
        assert_eq!(
            [mode(&folder.path().join("incoming")), mode(&incoming.path("a")), mode(scratch.path())],
            [0o700, 0o600, 0o600]
        );
    }

    #[test]
    fn a_sender_has_so_many_places_and_gets_them_back() {
        let folder = tempfile::tempdir().expect("temp dir");
        let incoming = Incoming::open(folder.path()).expect("opens");
        let first = incoming.enter("a", 2);
        let second = incoming.enter("a", 2);
        assert!(
            first.is_some() && second.is_some() && incoming.enter("a", 2).is_none() && incoming.enter("b", 2).is_some()
        );
        drop(first);
        assert!(incoming.enter("a", 2).is_some());
    }

    #[cfg(unix)]
    #[test]
    fn a_disk_with_little_room_takes_nothing_new() {
        let folder = tempfile::tempdir().expect("temp dir");
        let incoming = Incoming::open(folder.path()).expect("opens");
        let free = machine::disk(folder.path()).expect("told").free;
        assert!(incoming.has_room(1, 1) && !incoming.has_room(free, 1) && !incoming.has_room(1, u32::MAX));
    }
}
