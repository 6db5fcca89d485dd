//! What someone typed into a form after their sign-in had ended. It is kept for an hour, sealed with a key that only
//! the cookie of that browser holds, and shown again to the same person once they have signed in.

use serde::{Deserialize, Serialize};

use super::model::Actor;
use super::store::kept as store;
use weft_kernel::ids::Id;
use weft_kernel::seal::Seal;
use weft_kernel::{Kernel, db, secret, stored};
use weft_web::Result;

/// For how long a form is kept, in seconds.
pub const SECONDS: i64 = 3_600;

/// Most forms that are kept of one person. The oldest makes room for the next.
const MOST: i64 = 5;

/// Where a form is kept, for [`Seal`].
const PLACE: &str = "kept_form.sealed";

/// A form as it was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// Where it goes: path and query.
    pub action: String,
    pub fields: Vec<(String, String)>,
    /// The page it was typed on, where the browser said so.
    pub form: Option<String>,
}

/// A kept form, for the person who typed it.
#[derive(Debug)]
pub struct Kept {
    pub id: Id,
    pub typed: Typed,
}

/// The key that a cookie holds: 64 hexadecimal digits. The seal it opens, and the hash its rows are found by.
fn key(cookie: &str) -> Option<(Seal, String)> {
    let bytes: [u8; 32] = secret::unhex(cookie)?.try_into().ok()?;
    Some((Seal::new(&bytes), secret::hash(&format!("kept form {cookie}"))))
}

/// Keeps a form for whoever was signed in with the token `was`. `cookie` is the key of this browser so far. Returns the
/// key to keep there; nothing when nobody is known by that token.
pub async fn keep(kernel: &Kernel, was: &str, cookie: Option<&str>, typed: &Typed) -> Result<Option<String>> {
    let Some(person) = store::was_signed_in(&mut kernel.db.read().await?, &secret::hash(was)).await? else {
        return Ok(None);
    };
    let cookie = match cookie.filter(|c| key(c).is_some()) {
        Some(old) => old.to_owned(),
        None => secret::hex(&kernel.rng.bytes::<32>()),
    };
    let Some((seal, hash)) = key(&cookie) else { return Ok(None) };
    let id = kernel.id();
    let text = serde_json::to_string(typed).map_err(|e| weft_web::Error::Internal(e.to_string()))?;
    let sealed = seal.seal(&kernel.rng, PLACE, id.as_str(), &text);
    let mut tx = kernel.db.begin().await?;
    store::make_room(&mut tx, &person, MOST - 1).await?;
    store::insert(&mut tx, &store::Row { id, key_hash: hash, person_id: person, sealed }, kernel.now()).await?;
    tx.commit().await?;
    Ok(Some(cookie))
}

/// The forms that this browser keeps of whoever is signed in, the newest first.
pub async fn all(kernel: &Kernel, actor: &Actor, cookie: &str) -> Result<Vec<Kept>> {
    let Some((seal, hash)) = key(cookie) else { return Ok(Vec::new()) };
    let since = kernel.now().plus_seconds(-SECONDS);
    let rows = store::of_browser(&mut kernel.db.read().await?, &actor.person_id, &hash, since).await?;
    let mut out = Vec::new();
    for row in rows {
        // What was sealed with another key is another browser's.
        if let Some(text) = seal.open(PLACE, row.id.as_str(), &row.sealed) {
            let typed = stored::read("the kept form", &row.id, &text)?;
            out.push(Kept { id: row.id, typed });
        }
    }
    Ok(out)
}

/// Forgets one form. Idempotent.
pub async fn discard(kernel: &Kernel, actor: &Actor, cookie: &str, id: &Id) -> Result<()> {
    let Some((_, hash)) = key(cookie) else { return Ok(()) };
    let mut tx = kernel.db.begin().await?;
    store::remove(&mut tx, &actor.person_id, &hash, id).await?;
    tx.commit().await?;
    Ok(())
}

/// A form was sent to `action`: what was kept for there has done its work. Returns whether nothing else is kept.
pub async fn sent(kernel: &Kernel, actor: &Actor, cookie: &str, action: &str) -> Result<bool> {
    let kept = all(kernel, actor, cookie).await?;
    let (done, left): (Vec<Kept>, Vec<Kept>) = kept.into_iter().partition(|k| k.typed.action == action);
    for form in done {
        discard(kernel, actor, cookie, &form.id).await?;
    }
    Ok(left.is_empty())
}

/// Forgets what was kept for longer than an hour.
pub async fn sweep(kernel: &Kernel) -> db::Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::forget(&mut tx, kernel.now().plus_seconds(-SECONDS)).await?;
    tx.commit().await
}
