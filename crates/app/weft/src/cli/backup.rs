//! Backups: one file, encrypted as it is written, to a key whose private half never lies in the data folder.

use std::fs::File;
use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;

use super::{Outcome, counted, folder};
use crate::built_in::MIGRATIONS;
use weft_kernel::clock::{Clock, Time};
use weft_kernel::config::Config;
use weft_kernel::db::{Db, dialect};
use weft_kernel::files::Files;
use weft_kernel::private;
use weft_kernel::{args, sql};

#[derive(Args)]
pub struct Backup {
    /// Where to write it [default: backups/ in the data folder, named by date]
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
}

#[derive(Args)]
pub struct Restore {
    /// The backup
    #[arg(value_name = "FILE")]
    from: PathBuf,
    /// The file with the private key that `weft admin backup-key` wrote
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// The erasures.log of the lost data folder: whatever was deleted after the backup is deleted again at the next
    /// start
    #[arg(long, value_name = "FILE")]
    erasures: Option<PathBuf>,
}

/// The first line of a backup, before its parts.
const MAGIC: &str = "weft backup 1";

/// What the data file and the key of sealed secrets are called among the parts of a backup; the others are files, by
/// their names.
const DATABASE: &str = "weft.db";
const SECRET_KEY: &str = "secret.key";

/// The public half of the backup key, in the data folder.
pub const PUBLIC_KEY: &str = "backup.pub";

fn public_key(config: &Config) -> Result<age::x25519::Recipient, String> {
    let path =
        if config.backup_key.is_empty() { config.data.join(PUBLIC_KEY) } else { PathBuf::from(&config.backup_key) };
    let text = std::fs::read_to_string(&path).map_err(|_| {
        format!("there is no backup key at {}; create one with `weft admin backup-key --to FILE`", path.display())
    })?;
    text.trim().parse().map_err(|e: &str| format!("{}: {e}", path.display()))
}

pub async fn backup(args: Backup, config: Config) -> Outcome {
    if !config.is_sqlite() {
        return Err(
            "this command copies the SQLite data file; on PostgreSQL, use pg_dump or your provider's snapshots".into(),
        );
    }
    folder::prepare(&config)?;
    let to = args.to.unwrap_or_else(|| named(&config, Clock::system().now()));
    write(&config, &to).await?;
    println!("Wrote {}", to.display());
    Ok(())
}

fn named(config: &Config, now: Time) -> PathBuf {
    let stamp = now.iso().replace([':', '-'], "");
    config.data.join("backups").join(format!("weft-{}.age", stamp.split('.').next().unwrap_or(&stamp)))
}

/// Writes a backup. No other connection of this process may be open: the data file is read beside `SQLite`, and closing
/// it ends the locks that this process holds on it.
async fn write(config: &Config, to: &Path) -> Outcome {
    let key = public_key(config)?;
    let folder = to.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    private::folder(folder)?;
    forget_halves(folder);
    let part = beside(to);
    let out = private::create(&part)?;
    out.lock()?;
    let db = Db::open(&config.database()).await?;
    let file = File::open(config.database())?;
    let written = encrypt(&key, config, &db, &file, &out).await;
    db.close().await;
    drop(file);
    match written.and_then(|()| Ok(std::fs::rename(&part, to)?)) {
        Ok(()) => Ok(()),
        Err(e) => {
            let _ = std::fs::remove_file(&part);
            Err(e)
        }
    }
}

/// Where a backup grows until it is whole.
fn beside(to: &Path) -> PathBuf {
    let mut name = to.as_os_str().to_owned();
    name.push(".part");
    name.into()
}

/// Removes halves of backups, which are encrypted, from the folder that the next one goes to.
fn forget_halves(folder: &Path) {
    let is_half = |path: &Path| {
        let mut head = [0; 21];
        let begins =
            File::open(path).and_then(|mut f| f.read_exact(&mut head)).is_ok() && head == *b"age-encryption.org/v1";
        path.extension().is_some_and(|e| e == "part") && begins && !folder::is_held(path)
    };
    for path in folder.read_dir().into_iter().flatten().filter_map(Result::ok).map(|e| e.path()).filter(|p| is_half(p))
    {
        let _ = std::fs::remove_file(path);
    }
}

/// Parts follow each other: a line with length and name, then that many bytes. First the key, then the database, read
/// from its file as it stands: no copy of it is ever written but this one. A photo that is added meanwhile is in
/// neither or in the files alone.
async fn encrypt(key: &age::x25519::Recipient, config: &Config, db: &Db, database: &File, file: &File) -> Outcome {
    let files = Files::open(config).map_err(|e| format!("files_url: {e}"))?;
    let still = dialect::hold_still(db).await?.ok_or("the data file is too busy; try again in a minute")?;
    let before = database.metadata()?;
    let names = files.names().await?;
    let recipient: &dyn age::Recipient = key;
    let encryptor = age::Encryptor::with_recipients(std::iter::once(recipient))?;
    let mut out = encryptor.wrap_output(file)?;
    writeln!(out, "{MAGIC}")?;
    if let Ok(secret) = std::fs::read(config.secret_key()) {
        writeln!(out, "{} {SECRET_KEY}", secret.len())?;
        out.write_all(&secret)?;
    }
    writeln!(out, "{} {DATABASE}", before.len())?;
    let copied = std::io::copy(&mut database.take(before.len()), &mut out)?;
    let after = database.metadata()?;
    if copied != before.len() || after.len() != before.len() || after.modified()? != before.modified()? {
        return Err("the data file changed during the backup, so no backup was written; try again, and please report \
            this"
            .into());
    }
    drop(still);
    for name in names {
        // One that was taken back since is left out.
        if let Some(bytes) = files.get(&name).await? {
            writeln!(out, "{} {name}", bytes.len())?;
            out.write_all(&bytes)?;
        }
    }
    out.finish()?;
    file.sync_all()?;
    Ok(())
}

/// The length and name of the next part, or nothing at the end.
fn next_part(reader: &mut impl BufRead) -> Result<Option<(u64, String)>, Box<dyn std::error::Error + Send + Sync>> {
    let mut line = String::new();
    reader.by_ref().take(1_000).read_line(&mut line)?;
    if line.is_empty() {
        return Ok(None);
    }
    let (length, name) = line.trim_end().split_once(' ').ok_or("this backup is damaged")?;
    Ok(Some((length.parse()?, name.to_owned())))
}

/// Restores into an empty folder. Sign-ins, links and waiting mails of the old house end here:
/// nobody is signed in by a copy, and nothing is sent twice.
pub async fn restore(args: Restore, config: Config) -> Outcome {
    let target = config.data.join("weft.db");
    if target.exists() {
        return Err(format!("{} already exists; restore into an empty folder with --data DIR", target.display()).into());
    }
    folder::prepare(&config)?;
    let text = std::fs::read_to_string(&args.key).map_err(|e| format!("{}: {e}", args.key.display()))?;
    let line = text.lines().find(|l| l.starts_with("AGE-SECRET-KEY-")).ok_or("this file has no private key in it")?;
    let key: age::x25519::Identity = line.parse().map_err(|e: &str| e.to_owned())?;
    let decryptor =
        age::Decryptor::new(std::fs::File::open(&args.from).map_err(|e| format!("{}: {e}", args.from.display()))?)?;
    let identity: &dyn age::Identity = &key;
    let mut reader = BufReader::new(
        decryptor
            .decrypt(std::iter::once(identity))
            .map_err(|e| format!("this key does not open {}: {e}", args.from.display()))?,
    );
    let mut magic = String::new();
    reader.by_ref().take(64).read_line(&mut magic)?;
    if magic.trim_end() != MAGIC {
        return Err("this file is not a backup that this version can read".into());
    }
    if let Some(from) = &args.erasures {
        let ledger = config.data.join(weft_admission::applications::erasure::LEDGER);
        let known = std::fs::read_to_string(&ledger).unwrap_or_default();
        let given = std::fs::read_to_string(from).map_err(|e| format!("{}: {e}", from.display()))?;
        let more: String =
            given.lines().filter(|l| !known.lines().any(|k| k == *l)).map(|l| format!("{l}\n")).collect();
        let mut file = private::append(&ledger)?;
        file.write_all(more.as_bytes())?;
        file.sync_all()?;
    }
    let part = config.data.join("weft.db.part");
    let files = Files::open(&config).map_err(|e| format!("files_url: {e}"))?;
    let mut restored = 0_usize;
    while let Some((length, name)) = next_part(&mut reader)? {
        let mut content = reader.by_ref().take(length);
        let read = if name == DATABASE {
            let mut out = private::create(&part)?;
            out.lock()?;
            let read = std::io::copy(&mut content, &mut out)?;
            out.sync_all()?;
            read
        } else if name == SECRET_KEY {
            let mut bytes = Vec::new();
            let read = content.read_to_end(&mut bytes)? as u64;
            put_key(&config.secret_key(), &bytes)?;
            read
        } else {
            let mut bytes = Vec::new();
            let read = content.read_to_end(&mut bytes)? as u64;
            files.put(&name, bytes).await?;
            restored += 1;
            read
        };
        if read < length {
            return Err("this backup ends too early".into());
        }
    }
    std::fs::rename(&part, &target)?;
    // Backups go on with the same key.
    let public = config.data.join(PUBLIC_KEY);
    if !public.exists() {
        private::write(&public, format!("{}\n", key.to_public()))?;
    }
    let db = Db::open(&target.to_string_lossy()).await?;
    let faults = dialect::integrity(&db).await?;
    if !faults.is_empty() {
        return Err(format!("the restored file is damaged: {}", faults.join("; ")).into());
    }
    let now = Clock::system().now();
    let mut tx = db.begin().await?;
    tx.run(sql!("UPDATE sign_in SET ended_at = $1 WHERE ended_at IS NULL"), args![now]).await?;
    tx.run(sql!("DELETE FROM link_request WHERE used_at IS NULL"), args![]).await?;
    tx.run(sql!("DELETE FROM sign_in_step"), args![]).await?;
    tx.run(sql!("DELETE FROM contact_request WHERE used_at IS NULL"), args![]).await?;
    tx.run(
        sql!("UPDATE staff_invitation SET revoked_at = $1 WHERE used_at IS NULL AND revoked_at IS NULL"),
        args![now],
    )
    .await?;
    tx.run(sql!("DELETE FROM setting WHERE name = $1"), args![weft_people::pages::first_run::OWNER_TOKEN]).await?;
    // Files that were still arriving are not in a backup.
    tx.run(sql!("DELETE FROM upload WHERE state = 'receiving'"), args![]).await?;
    tx.run(sql!("UPDATE outbox SET state = 'expired', payload = '' WHERE state IN ('waiting', 'dead')"), args![])
        .await?;
    tx.commit().await?;
    let (people,): (i64,) = db.read().await?.one(sql!("SELECT COUNT(*) FROM person"), args![]).await?;
    db.close().await;
    println!(
        "Restored {} and {} into {}. Everyone has to sign in again, and no old email is sent.",
        counted(people, "person", "people"),
        counted(restored, "file", "files"),
        config.data.display()
    );
    Ok(())
}

/// Puts the key of sealed secrets back where this house looks for it.
fn put_key(path: &Path, content: &[u8]) -> Outcome {
    if std::fs::read(path).is_ok_and(|there| there == content) {
        return Ok(());
    }
    if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        private::folder(folder)?;
    }
    let mut file = private::make_new(path).map_err(|e| {
        format!("{}: {e}. The key from the backup belongs here; move this file away first.", path.display())
    })?;
    file.write_all(content)?;
    file.sync_all()?;
    Ok(())
}

/// Whether a data file is about to be changed by an upgrade.
pub async fn is_due(db: &Db) -> Result<bool, sqlx::Error> {
    let found = db.schema_version().await?;
    Ok(db.is_sqlite() && found > 0 && found < newest())
}

fn newest() -> i64 {
    MIGRATIONS.last().map_or(0, |m| m.0)
}

/// Copies an existing data file before an upgrade changes it: encrypted where there is a key. As for [`write`], nothing
/// of this process may have the file open.
pub async fn before_upgrade(config: &Config, clock: &Clock) -> Outcome {
    let to = named(config, clock.now());
    if public_key(config).is_ok() {
        write(config, &to).await?;
        println!("Wrote a backup before upgrading: {}", to.display());
        return Ok(());
    }
    let plain = config.data.join(format!("weft-before-{}.db", newest()));
    if !plain.exists() {
        // Whole or not at all: half a copy is removed at the next start.
        let part = beside(&plain);
        let hold = private::create(&part)?;
        hold.lock()?;
        let db = Db::open(&config.database()).await?;
        let copied = dialect::copy_sqlite(&db, &part.to_string_lossy()).await;
        db.close().await;
        copied?;
        hold.sync_all()?;
        std::fs::rename(&part, &plain)?;
    }
    println!(
        "Copied the data file before upgrading: {} (not encrypted, because there is no backup key). Delete it once \
            everything works.",
        plain.display()
    );
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[tokio::test]
    async fn before_an_upgrade_without_a_key_the_copy_is_whole_and_closed_to_others() {
        let dir = tempfile::tempdir().expect("temp dir");
        let config = Config::load(dir.path(), |_| None).expect("defaults");
        let db = Db::open(&config.database()).await.expect("opens");
        db.migrate(MIGRATIONS, Time(1)).await.expect("migrates");
        db.close().await;
        let copy = dir.path().join(format!("weft-before-{}.db", newest()));
        // Half of one, as a killed upgrade leaves it, is not taken for the copy.
        std::fs::write(beside(&copy), "half").expect("writes");
        before_upgrade(&config, &Clock::system()).await.expect("copies");
        assert_eq!(copy.metadata().expect("there").permissions().mode() & 0o777, 0o600);
        assert!(!beside(&copy).exists() && folder::leftovers(dir.path()).is_empty());
        let copied = Db::open(&copy.to_string_lossy()).await.expect("opens");
        assert_eq!(
            (copied.schema_version().await.expect("reads"), dialect::integrity(&copied).await.expect("checks").len()),
            (newest(), 0)
        );
    }
}
