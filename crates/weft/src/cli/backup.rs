//! Backups: one file, encrypted to a key whose private half never lies in the data folder.

use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;

use super::Outcome;
use crate::kernel::clock::{Clock, Time};
use crate::kernel::config::Config;
use crate::kernel::db::{Db, MIGRATIONS, dialect};
use crate::kernel::files::Files;
use crate::{args, sql};

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
    /// The file erasures.log of the house that was lost: what was erased after the backup is erased again when the new house starts
    #[arg(long, value_name = "FILE")]
    erasures: Option<PathBuf>,
}

/// The first line of a backup, before the database itself.
const MAGIC: &str = "weft backup 1";

/// What the data file is called among the parts of a backup; the others are files, by their names.
const DATABASE: &str = "weft.db";

/// The public half of the backup key, in the data folder.
pub const PUBLIC_KEY: &str = "backup.pub";

fn public_key(config: &Config) -> Result<age::x25519::Recipient, String> {
    let path = if config.backup_key.is_empty() { config.data.join(PUBLIC_KEY) } else { PathBuf::from(&config.backup_key) };
    let text = std::fs::read_to_string(&path).map_err(|_| format!("there is no backup key at {}: make one with `weft admin backup-key --to FILE`", path.display()))?;
    text.trim().parse().map_err(|e: &str| format!("{}: {e}", path.display()))
}

pub async fn backup(args: Backup, config: Config) -> Outcome {
    let db = Db::open(&config.database()).await?;
    let to = args.to.unwrap_or_else(|| named(&config, Clock::system().now()));
    write(&db, &config, &to).await?;
    println!("Wrote {}", to.display());
    Ok(())
}

fn named(config: &Config, now: Time) -> PathBuf {
    let stamp = now.iso().replace([':', '-'], "");
    config.data.join("backups").join(format!("weft-{}.age", stamp.split('.').next().unwrap_or(&stamp)))
}

async fn write(db: &Db, config: &Config, to: &Path) -> Outcome {
    if !db.is_sqlite() {
        return Err("on PostgreSQL, back up with pg_dump or your provider's snapshots; this command copies the data file".into());
    }
    let key = public_key(config)?;
    if let Some(folder) = to.parent().filter(|p| !p.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    let copy = config.data.join(format!("copy-{}.db", std::process::id()));
    let _ = std::fs::remove_file(&copy);
    dialect::copy_sqlite(db, &copy.to_string_lossy()).await?;
    let written = encrypt(&key, config, &copy, to).await;
    std::fs::remove_file(&copy)?;
    written
}

/// Parts follow each other: a line with length and name, then that many bytes. The first one is the database; a photo
/// that is added meanwhile is in neither or in the files alone.
async fn encrypt(key: &age::x25519::Recipient, config: &Config, copy: &Path, to: &Path) -> Outcome {
    let files = Files::open(config).map_err(|e| format!("files_url: {e}"))?;
    let names = files.names().await?;
    let recipient: &dyn age::Recipient = key;
    let encryptor = age::Encryptor::with_recipients(std::iter::once(recipient))?;
    let part = to.with_extension("part");
    let file = std::fs::File::create(&part)?;
    let mut out = encryptor.wrap_output(&file)?;
    writeln!(out, "{MAGIC}")?;
    let mut database = std::fs::File::open(copy)?;
    writeln!(out, "{} {DATABASE}", database.metadata()?.len())?;
    std::io::copy(&mut database, &mut out)?;
    for name in names {
        // One that was taken back since is left out.
        if let Some(bytes) = files.get(&name).await? {
            writeln!(out, "{} {name}", bytes.len())?;
            out.write_all(&bytes)?;
        }
    }
    out.finish()?;
    file.sync_all()?;
    std::fs::rename(&part, to)?;
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
        return Err(format!("{} exists already: restore into an empty folder with --data DIR", target.display()).into());
    }
    std::fs::create_dir_all(&config.data)?;
    let text = std::fs::read_to_string(&args.key).map_err(|e| format!("{}: {e}", args.key.display()))?;
    let line = text.lines().find(|l| l.starts_with("AGE-SECRET-KEY-")).ok_or("this file holds no private key")?;
    let key: age::x25519::Identity = line.parse().map_err(|e: &str| e.to_owned())?;
    let decryptor = age::Decryptor::new(std::fs::File::open(&args.from).map_err(|e| format!("{}: {e}", args.from.display()))?)?;
    let identity: &dyn age::Identity = &key;
    let mut reader = BufReader::new(decryptor.decrypt(std::iter::once(identity)).map_err(|e| format!("this key does not open {}: {e}", args.from.display()))?);
    let mut magic = String::new();
    reader.by_ref().take(64).read_line(&mut magic)?;
    if magic.trim_end() != MAGIC {
        return Err("this file is not a backup that this version can read".into());
    }
    if let Some(from) = &args.erasures {
        let ledger = config.data.join(crate::applications::erasure::LEDGER);
        let known = std::fs::read_to_string(&ledger).unwrap_or_default();
        let given = std::fs::read_to_string(from).map_err(|e| format!("{}: {e}", from.display()))?;
        let more: String = given.lines().filter(|l| !known.lines().any(|k| k == *l)).map(|l| format!("{l}\n")).collect();
        let mut file = std::fs::OpenOptions::new().create(true).append(true).open(&ledger)?;
        file.write_all(more.as_bytes())?;
        file.sync_all()?;
    }
    let part = config.data.join("weft.db.part");
    let files = Files::open(&config).map_err(|e| format!("files_url: {e}"))?;
    let mut restored = 0;
    while let Some((length, name)) = next_part(&mut reader)? {
        let mut content = reader.by_ref().take(length);
        let read = if name == DATABASE {
            let mut out = std::fs::File::create(&part)?;
            let read = std::io::copy(&mut content, &mut out)?;
            out.sync_all()?;
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
    tx.run(sql!("UPDATE staff_invitation SET revoked_at = $1 WHERE used_at IS NULL AND revoked_at IS NULL"), args![now]).await?;
    tx.run(sql!("DELETE FROM setting WHERE name = $1"), args![crate::people::pages::first_run::OWNER_TOKEN]).await?;
    // Files that were still arriving are not in a backup.
    tx.run(sql!("DELETE FROM upload WHERE state = 'receiving'"), args![]).await?;
    tx.run(sql!("UPDATE outbox SET state = 'expired', payload = '' WHERE state IN ('waiting', 'dead')"), args![]).await?;
    tx.commit().await?;
    let (people,): (i64,) = db.read().await?.one(sql!("SELECT COUNT(*) FROM person"), args![]).await?;
    db.close().await;
    println!("Restored {people} people and {restored} files into {}. Everyone signs in anew; no old mail is sent again.", config.data.display());
    Ok(())
}

/// Copies an existing data file before an upgrade changes it: encrypted where there is a key.
pub async fn before_upgrade(db: &Db, config: &Config, clock: &Clock) -> Outcome {
    let found = db.schema_version().await?;
    let known = MIGRATIONS.last().map_or(0, |m| m.0);
    if found == 0 || found >= known || !db.is_sqlite() {
        return Ok(());
    }
    let to = named(config, clock.now());
    if public_key(config).is_ok() {
        write(db, config, &to).await?;
        println!("Before upgrading, wrote {}", to.display());
    } else {
        let plain = config.data.join(format!("weft-before-{known}.db"));
        if !plain.exists() {
            dialect::copy_sqlite(db, &plain.to_string_lossy()).await?;
        }
        println!("Before upgrading, copied the data file to {} (not encrypted: there is no backup key)", plain.display());
    }
    Ok(())
}
