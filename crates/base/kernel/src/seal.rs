//! Secrets that must be read back, such as the key of an authenticator app, are kept sealed: XChaCha20-Poly1305 with a
//! key that lies in a file of its own. Whoever has the database alone has none of them. The row a secret belongs to is
//! authenticated with it, so that it opens nowhere else.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};

use super::config::Config;
use super::db::Db;
use super::rng::Rng;
use super::{private, secret};
use crate::args;
use crate::sql;

/// The first word of a key file and of every sealed text.
const KEY_MARK: &str = "weft-key-1";
const SEALED_MARK: &str = "sealed-1";

/// The setting that says with which key this database was sealed: a hash, from which the key does not follow.
const KNOWN: &str = "secret_key";

#[derive(Debug, thiserror::Error)]
pub enum SealError {
    #[error("{path}: {source}")]
    File { path: PathBuf, source: std::io::Error },
    #[error("{0} does not hold a key that this version can read")]
    Unreadable(PathBuf),
    #[error(
        "the secrets in this database are sealed with another key than {0} holds. Copy the key file from the machine \
        where Weft ran first. If it is lost, run `weft admin new-secret-key`: everyone who signs in with a second \
        factor then sets it up again"
    )]
    Elsewhere(PathBuf),
    #[error(transparent)]
    Db(#[from] sqlx::Error),
}

/// What was found of the key at start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The key this database knows, or its first one.
    Known,
    /// Another key than before: what was sealed with the old one cannot be read.
    Changed,
}

/// Seals and opens. Cloning is cheap.
#[derive(Clone)]
pub struct Seal(XChaCha20Poly1305);

impl Seal {
    pub fn new(key: &[u8; 32]) -> Self {
        Self(XChaCha20Poly1305::new(Key::from_slice(key)))
    }

    /// Seals a text for one place (`table.column`) and one row.
    pub fn seal(&self, rng: &Rng, place: &str, row: &str, text: &str) -> String {
        let nonce = rng.bytes::<24>();
        let about = format!("{place}:{row}");
        let payload = Payload { msg: text.as_bytes(), aad: about.as_bytes() };
        // It refuses texts of many gigabytes alone; an empty one then opens nowhere.
        let sealed = self.0.encrypt(XNonce::from_slice(&nonce), payload).unwrap_or_default();
        format!("{SEALED_MARK}:{}{}", secret::hex(&nonce), secret::hex(&sealed))
    }

    /// Opens what was sealed for this place and row. Nothing for another key, another row, or a changed text.
    pub fn open(&self, place: &str, row: &str, sealed: &str) -> Option<String> {
        let bytes = secret::unhex(sealed.strip_prefix(SEALED_MARK)?.strip_prefix(':')?)?;
        let (nonce, sealed) = bytes.split_at_checked(24)?;
        let about = format!("{place}:{row}");
        let text = self.0.decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: about.as_bytes() }).ok()?;
        String::from_utf8(text).ok()
    }
}

/// Reads the key file and makes it on the first start. On `SQLite`, where database and key lie together, a key that is
/// gone is replaced and the caller says so. On `PostgreSQL` several machines may share one database, so a key of its
/// own would be a mistake: refused.
pub async fn open(config: &Config, db: &Db) -> Result<(Seal, Found), SealError> {
    let path = config.secret_key();
    let known = known(db).await?;
    let key = match read(&path)? {
        Some(key) => key,
        None if known.is_some() && !db.is_sqlite() => return Err(SealError::Elsewhere(path)),
        None => make(&path)?,
    };
    let name = name(&key);
    let known = match known {
        Some(known) => known,
        None => remember_first(db, &name).await?,
    };
    if known == name {
        return Ok((Seal::new(&key), Found::Known));
    }
    if !db.is_sqlite() {
        return Err(SealError::Elsewhere(path));
    }
    remember(db, &name).await?;
    Ok((Seal::new(&key), Found::Changed))
}

/// Makes a new key for this database, and keeps the old file beside it.
pub async fn replace(config: &Config, db: &Db) -> Result<PathBuf, SealError> {
    let path = config.secret_key();
    if path.exists() {
        let old = path.with_extension("key.old");
        std::fs::rename(&path, &old).map_err(|source| SealError::File { path: old, source })?;
    }
    remember(db, &name(&make(&path)?)).await?;
    Ok(path)
}

/// The key in a file. Nothing when there is no file, or an empty one, which a process that ended too early leaves.
pub fn read(path: &Path) -> Result<Option<[u8; 32]>, SealError> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(SealError::File { path: path.to_owned(), source }),
    };
    if text.is_empty() {
        return Ok(None);
    }
    let key = text
        .lines()
        .find_map(|l| l.strip_prefix(KEY_MARK))
        .and_then(|k| secret::unhex(k.trim()))
        .and_then(|k| k.try_into().ok());
    key.map(Some).ok_or_else(|| SealError::Unreadable(path.to_owned()))
}

/// Writes a new key, unless another process was faster: then that one's is read.
fn make(path: &Path) -> Result<[u8; 32], SealError> {
    let failed = |source| SealError::File { path: path.to_owned(), source };
    let mut key = [0; 32];
    getrandom::fill(&mut key).map_err(|e| failed(std::io::Error::other(e.to_string())))?;
    if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
        private::folder(folder).map_err(failed)?;
    }
    let mut file = private::open_for_lock(path).map_err(failed)?;
    file.lock().map_err(failed)?;
    if let Some(other) = read(path)? {
        return Ok(other);
    }
    let text = format!(
        "# Opens what Weft keeps sealed in its database. Keep it secret, and keep it.\n{KEY_MARK} {}\n",
        secret::hex(&key)
    );
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
    Ok(key)
}

fn name(key: &[u8; 32]) -> String {
    secret::hash(&format!("weft secret key {}", secret::hex(key)))
}

async fn known(db: &Db) -> Result<Option<String>, sqlx::Error> {
    let found: Option<(String,)> =
        db.read().await?.opt(sql!("SELECT value FROM setting WHERE name = $1"), args![KNOWN]).await?;
    Ok(found.map(|(v,)| v))
}

/// Writes the first key's name down, unless another process was faster; returns the one that stands.
async fn remember_first(db: &Db, name: &str) -> Result<String, sqlx::Error> {
    let mut tx = db.begin().await?;
    tx.run(sql!("INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING"), args![KNOWN, name])
        .await?;
    let (stands,): (String,) = tx.one(sql!("SELECT value FROM setting WHERE name = $1"), args![KNOWN]).await?;
    tx.commit().await?;
    Ok(stands)
}

async fn remember(db: &Db, name: &str) -> Result<(), sqlx::Error> {
    let mut tx = db.begin().await?;
    tx.run(
        sql!(
            "INSERT INTO setting (name, value)
            VALUES ($1, $2)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value"
        ),
        args![KNOWN, name],
    )
    .await?;
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_its_key_in_its_place_and_nowhere_else() {
        let rng = Rng::fixed(1);
        let seal = Seal::new(&[7; 32]);
        let text = seal.seal(&rng, "credential.totp_secret", "noor", "JBSWY3DPEHPK3PXP");
        assert!(
            !text.contains("JBSWY3DP") && text != seal.seal(&rng, "credential.totp_secret", "noor", "JBSWY3DPEHPK3PXP")
        );
        assert_eq!(seal.open("credential.totp_secret", "noor", &text).as_deref(), Some("JBSWY3DPEHPK3PXP"));
        assert_eq!(seal.open("credential.totp_secret", "marisol", &text), None, "another row");
        assert_eq!(seal.open("outbox.payload", "noor", &text), None, "another place");
        assert_eq!(Seal::new(&[8; 32]).open("credential.totp_secret", "noor", &text), None, "another key");
        for n in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[n] = if bytes[n] == b'0' { b'1' } else { b'0' };
            let changed = String::from_utf8(bytes).expect("text");
            assert_eq!(seal.open("credential.totp_secret", "noor", &changed), None, "changed at {n}");
        }
        for text in ["", "JBSWY3DPEHPK3PXP", "sealed-1:", "sealed-1:00ff", "sealed-1:é"] {
            assert_eq!(seal.open("credential.totp_secret", "noor", text), None, "{text}");
        }
    }
}
