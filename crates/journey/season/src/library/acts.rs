//! Verbs of the library: write, publish, take back, reflect. One transaction each.

use super::model::{Card, Draft, LISTS, Said};
use super::rules::{KeepLibrary, Reflect};
use super::{protocols, starter, store};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::Tx;
use weft_kernel::events::{self, Event};
use weft_kernel::ids::Id;
use weft_programs::model::ListItem;
use weft_programs::store as programs;
use weft_web::Result;

async fn record(
    kernel: &Kernel,
    tx: &mut Tx,
    permit: &KeepLibrary,
    actor: Option<&Id>,
    verb: &'static str,
    subject: &Id,
) -> Result<()> {
    let event = Event { actor, verb, subject, season: Some(permit.season()), detail: None };
    Ok(events::record(kernel, tx, event).await?)
}

/// Writes a card that only those who keep the library see. Returns its number.
pub async fn make(kernel: &Kernel, permit: &KeepLibrary, actor: Option<&Id>, draft: &Draft) -> Result<i64> {
    let mut tx = kernel.begin_once().await?;
    let (id, number) = store::insert(kernel, &mut tx, permit, actor, draft).await?;
    record(kernel, &mut tx, permit, actor, "card.made", &id).await?;
    kernel.made(&mut tx, number).await?;
    tx.commit().await?;
    Ok(number)
}

/// What came of writing a card anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    Done,
    /// Someone else wrote it meanwhile.
    Moved,
}

/// Writes a card anew.
pub async fn change(
    kernel: &Kernel,
    permit: &KeepLibrary,
    actor: Option<&Id>,
    number: i64,
    seen: Time,
    draft: &Draft,
) -> Result<Changed> {
    let mut tx = kernel.begin_once().await?;
    let Some(id) = store::update(kernel, &mut tx, permit, number, seen, draft).await? else {
        return Ok(Changed::Moved);
    };
    record(kernel, &mut tx, permit, actor, "card.changed", &id).await?;
    tx.commit().await?;
    Ok(Changed::Done)
}

/// What came of publishing a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Published {
    Done,
    /// Something is missing from it.
    Incomplete,
}

/// Lets everyone of the program's seasons read a card from which nothing is missing. Twice is once.
pub async fn publish(kernel: &Kernel, permit: &KeepLibrary, actor: Option<&Id>, card: &Card) -> Result<Published> {
    if !card.missing().is_empty() {
        return Ok(Published::Incomplete);
    }
    let mut tx = kernel.db.begin().await?;
    if store::publish(&mut tx, permit, card, kernel.now()).await? {
        record(kernel, &mut tx, permit, actor, "card.published", &card.id).await?;
        tx.commit().await?;
    }
    Ok(Published::Done)
}

/// Takes a card back from its readers; what they wrote on it stays theirs.
pub async fn withdraw(kernel: &Kernel, permit: &KeepLibrary, actor: Option<&Id>, number: i64) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if let Some(id) = store::withdraw(&mut tx, permit, number).await? {
        record(kernel, &mut tx, permit, actor, "card.withdrawn", &id).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Takes a draft out of the library.
pub async fn remove(kernel: &Kernel, permit: &KeepLibrary, actor: Option<&Id>, number: i64) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    if let Some(id) = store::remove(&mut tx, permit, number, kernel.now()).await? {
        record(kernel, &mut tx, permit, actor, "card.removed", &id).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Changes the lists that cards are found by and worksheets ask through.
pub async fn set_lists(
    kernel: &Kernel,
    permit: &KeepLibrary,
    actor: Option<&Id>,
    lists: &[(&str, Vec<String>)],
) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    for (list, values) in lists.iter().filter(|(l, _)| LISTS.contains(l)) {
        programs::clear_list(&mut tx, permit.program(), list).await?;
        for (i, value) in values.iter().enumerate() {
            programs::insert_list_item(
                kernel,
                &mut tx,
                permit.program(),
                list,
                &ListItem { value: value.clone(), is_health: false },
                i,
            )
            .await?;
        }
    }
    record(kernel, &mut tx, permit, actor, "library.lists", permit.program()).await?;
    Ok(tx.commit().await?)
}

/// The cards and lists to begin with, as drafts, for a library that has never had any but protocols. Returns how many
/// came.
pub async fn begin(kernel: &Kernel, permit: &KeepLibrary, actor: Option<&Id>) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    if store::has_begun(&mut tx, permit).await? {
        return Ok(0);
    }
    let cards = starter::cards();
    for draft in &cards {
        store::insert(kernel, &mut tx, permit, actor, draft).await?;
    }
    for (list, values) in starter::LISTS {
        if programs::list(&mut tx, permit.program(), list).await?.is_empty() {
            for (i, value) in values.iter().enumerate() {
                programs::insert_list_item(
                    kernel,
                    &mut tx,
                    permit.program(),
                    list,
                    &ListItem { value: (*value).into(), is_health: false },
                    i,
                )
                .await?;
            }
        }
    }
    let event = Event {
        actor,
        verb: "library.begun",
        subject: permit.program(),
        season: Some(permit.season()),
        detail: Some(cards.len().to_string()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(cards.len())
}

/// The protocols to begin with, published, for a program that has none. Returns how many came.
pub async fn add_protocols(kernel: &Kernel, permit: &KeepLibrary, actor: Option<&Id>) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    // Holds the program: of two presses the second finds them.
    store::has_begun(&mut tx, permit).await?;
    if !store::protocols(&mut tx, permit.read()).await?.is_empty() {
        return Ok(0);
    }
    let drafts = protocols::starter();
    for draft in &drafts {
        let (_, number) = store::insert(kernel, &mut tx, permit, actor, draft).await?;
        if let Some(card) = store::card(&mut tx, permit.read(), number).await? {
            store::publish(&mut tx, permit, &card, kernel.now()).await?;
        }
    }
    let event = Event {
        actor,
        verb: "library.protocols-added",
        subject: permit.program(),
        season: Some(permit.season()),
        detail: Some(drafts.len().to_string()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(drafts.len())
}

/// What came of keeping someone's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    Done,
    /// What was to be written over is not there any more.
    Gone,
}

/// Keeps what someone wrote for herself: anew, or over what she wrote before. That she did is on no record but hers.
pub async fn reflect(kernel: &Kernel, own: &Reflect, card: &Id, over: Option<&Id>, said: &[Said]) -> Result<Kept> {
    let answers = serde_json::to_string(said).unwrap_or_default();
    let mut tx = kernel.begin_once().await?;
    match over {
        Some(id) if !store::update_reflection(&mut tx, own, card, id, &answers, kernel.now()).await? => {
            return Ok(Kept::Gone);
        }
        Some(_) => {}
        None => store::insert_reflection(kernel, &mut tx, own, card, &answers).await?,
    }
    tx.commit().await?;
    Ok(Kept::Done)
}

/// Takes one's own words away, for good.
pub async fn forget(kernel: &Kernel, own: &Reflect, card: &Id, id: &Id) -> Result<()> {
    let mut tx = kernel.db.begin().await?;
    store::remove_reflection(&mut tx, own, card, id).await?;
    Ok(tx.commit().await?)
}
