//! A form that makes something carries a random key, drawn when its page was made. The act claims the key in its own
//! transaction: pressed again, alone or at the same time, the form makes nothing more and is answered as the first
//! time.
//!
//! A claim is for one person, one address and one content. The same key with other content is neither a repeat nor
//! plainly a new wish (someone went back and changed what was sent): that is [`Stop::Changed`], and the person is
//! asked. A page that was loaded anew has new keys, so the same words sent from it are a new wish.

use std::sync::Arc;

use super::db::{Conn, Tx};
use super::ids::Id;
use super::{Kernel, secret};
use crate::args;
use crate::sql;

/// The field that holds a form's key.
pub const FIELD: &str = "form-key";

/// A form as it was pressed.
#[derive(Debug)]
struct Press {
    hash: String,
    digest: String,
    /// Where the act leads; `{}` stands for what it makes.
    to: String,
    key: String,
    kept: Kept,
}

/// A form that was changed after it was sent: where it goes, and what is in it, its old key left out.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

/// The press that an act answers, where there is one with a key.
#[derive(Clone, Debug, Default)]
pub struct Once(Option<Arc<Press>>);

/// Why an act does not go on.
#[derive(Debug)]
pub enum Stop {
    /// This press was answered before, by leading here.
    Again(String),
    /// This form was sent before, with other content.
    Changed(Kept),
    Db(sqlx::Error),
}

impl From<sqlx::Error> for Stop {
    fn from(error: sqlx::Error) -> Self {
        Self::Db(error)
    }
}

impl Once {
    /// A press of a form at `action` by `who`, or by nobody known. `digest` stands for its content, `fields` are what a
    /// page can hold of it. Without a key it is a press like any other.
    pub fn new(key: &str, who: Option<&Id>, kept: Kept, digest: &str, to: &str) -> Self {
        if key.is_empty() {
            return Self::default();
        }
        let hash = secret::hash(&format!("form:{key}:{}:{}", who.map_or("", Id::as_str), kept.action));
        Self(Some(Arc::new(Press { hash, digest: digest.to_owned(), to: to.to_owned(), key: key.to_owned(), kept })))
    }

    /// A token that every repeat of this press has too, for what is shown once and kept as a hash. It is as secret as
    /// the form's key.
    pub fn token(&self, what: &str) -> Option<String> {
        let press = self.0.as_ref()?;
        Some(secret::hash(&format!("token:{what}:{}", press.key))[..40].to_owned())
    }
}

impl Kernel {
    /// The same kernel, for acts that answer this press.
    #[must_use]
    pub fn once(&self, once: Once) -> Self {
        Self { once, ..self.clone() }
    }

    /// Begins the transaction of an act that makes something, and claims the form's key in it, where there is one.
    pub async fn begin_once(&self) -> Result<Tx, Stop> {
        let mut tx = self.db.begin().await?;
        let Some(press) = &self.once.0 else { return Ok(tx) };
        // A press at the same time waits here for the first one's end.
        let claimed = tx
            .run(
                sql!(
                    "INSERT INTO form_key (key_hash, digest, leads_to, at)
                    VALUES ($1, $2, $3, $4)
                    ON CONFLICT (key_hash) DO NOTHING"
                ),
                args![&press.hash, &press.digest, &press.to, self.now()],
            )
            .await?;
        if claimed > 0 {
            return Ok(tx);
        }
        let (digest, to): (String, String) =
            tx.one(sql!("SELECT digest, leads_to FROM form_key WHERE key_hash = $1"), args![&press.hash]).await?;
        Err(if digest == press.digest { Stop::Again(to) } else { Stop::Changed(press.kept.clone()) })
    }

    /// Says what the act made, for a repeat to lead there too.
    pub async fn made(&self, tx: &mut Tx, what: impl std::fmt::Display) -> super::db::Result<()> {
        let Some(press) = &self.once.0 else { return Ok(()) };
        let to = press.to.replace("{}", &what.to_string());
        tx.run(sql!("UPDATE form_key SET leads_to = $2 WHERE key_hash = $1"), args![&press.hash, to]).await.map(drop)
    }
}

/// Forgets keys whose forms were sent more than a day ago.
pub async fn forget(conn: &mut Conn, now: super::clock::Time) -> super::db::Result<()> {
    conn.run(sql!("DELETE FROM form_key WHERE at < $1"), args![now.plus_days(-1)]).await.map(drop)
}
