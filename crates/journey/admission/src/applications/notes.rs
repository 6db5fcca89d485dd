//! What leads put beside applications: notes that only they read, and tags in the program's own words.

use super::rules::FillPool;
use super::store;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events};
use weft_web::{Error, Result};

/// Characters of a tag at most.
pub const MOST_TAG: usize = 40;

/// A tag as it is kept: one line without spaces around it, at most [`MOST_TAG`] characters. `None` for nothing.
pub fn tag(typed: &str) -> Option<String> {
    let text: String = typed.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(MOST_TAG).collect();
    let text = text.trim().to_owned();
    (!text.is_empty()).then_some(text)
}

/// Writes a note. The event says that one was written, not what.
pub async fn add(kernel: &Kernel, permit: &FillPool, actor: &Id, external_id: &str, text: &str) -> Result<()> {
    let mut tx = kernel.begin_once().await?;
    let (id, person) = store::id_of(&mut tx, permit, external_id).await?.ok_or(Error::NotFound)?;
    store::insert_note(kernel, &mut tx, &id, actor, text).await?;
    record(kernel, &mut tx, permit, (actor, "note.written", &person), external_id).await?;
    Ok(tx.commit().await?)
}

/// Deletes a note of one's own. Said twice, done once.
pub async fn remove(kernel: &Kernel, permit: &FillPool, actor: &Id, external_id: &str, note: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    let (id, person) = store::id_of(&mut tx, permit, external_id).await?.ok_or(Error::NotFound)?;
    if store::delete_note(&mut tx, permit, (&id, note, actor)).await? {
        record(kernel, &mut tx, permit, (actor, "note.deleted", &person), external_id).await?;
    }
    Ok(tx.commit().await?)
}

async fn record(
    kernel: &Kernel,
    tx: &mut weft_kernel::db::Tx,
    permit: &FillPool,
    (actor, verb, subject): (&Id, &'static str, &Id),
    detail: &str,
) -> Result<()> {
    let (actor, season, detail) = (Some(actor), Some(permit.season()), Some(detail.to_owned()));
    Ok(events::record(kernel, tx, events::Event { actor, verb, subject, season, detail }).await?)
}

/// What is done with a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tagging {
    On,
    Off,
}

/// Puts a tag on applications, or takes it off. Returns how many that changed, and what the act is undone by.
pub async fn tag_all(
    kernel: &Kernel,
    permit: &FillPool,
    actor: &Id,
    applications: &[Id],
    (what, tag): (Tagging, &str),
) -> Result<(Id, usize)> {
    let mut tx = kernel.db.begin().await?;
    // A tag that differs in nothing but capitals is the program's tag.
    let known = store::known_tags(&mut tx, permit.season()).await?;
    let same = known.into_iter().map(|(k,)| k).find(|k| k.to_lowercase() == tag.to_lowercase());
    let tag = same.as_deref().unwrap_or(tag);
    let batch = kernel.id();
    let mut n = 0;
    for id in applications {
        let is_changed = match what {
            Tagging::On => store::put_tag(&mut tx, permit, (id, tag), &batch, kernel.now()).await?,
            Tagging::Off => store::take_tag(&mut tx, permit, (id, tag), &batch).await?,
        };
        n += usize::from(is_changed);
    }
    if n > 0 {
        let verb = if what == Tagging::On { "tag.put" } else { "tag.taken" };
        record(kernel, &mut tx, permit, (actor, verb, permit.season()), &n.to_string()).await?;
    }
    tx.commit().await?;
    Ok((batch, n))
}

/// Undoes what one act did with tags. Returns how many; said again, none.
pub async fn undo(kernel: &Kernel, permit: &FillPool, actor: &Id, batch: &Id) -> Result<u64> {
    let mut tx = kernel.db.begin().await?;
    let n = store::undo_tags(&mut tx, permit, batch, &kernel.id()).await?;
    if n > 0 {
        record(kernel, &mut tx, permit, (actor, "tag.undone", permit.season()), &n.to_string()).await?;
    }
    tx.commit().await?;
    Ok(n)
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[test]
    fn a_tag_is_one_short_line() {
        assert_eq!(tag("  call \n back "), Some("call back".into()));
        assert_eq!(tag(" \t "), None);
        assert_eq!(tag(&"x".repeat(90)).map(|t| t.len()), Some(40));
    }
}
