//! Who is named in a season to read what people need. A change opens nothing that was told to someone else, and
//! everyone concerned hears of it.

use super::declared::{ACCESS_CONTACT, ACCESS_NEED, ACCESS_SHEET};
use super::emails::{Emails, Fill};
use super::rules::RunSeason;
use super::store;
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_kernel::mail::Mail;
use weft_kernel::{Kernel, events};
use weft_people::needs::{self, Concerned, Telling};
use weft_people::store as people;
use weft_web::{Error, Result};

/// What came of naming someone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    Named,
    /// The page showed someone who is not the one named any more, and nothing was done.
    OtherBefore,
}

/// Names someone, or nobody. `before` is who the page showed.
pub async fn name_contact(
    kernel: &Kernel,
    run: &RunSeason,
    actor: &Id,
    before: Option<&Id>,
    to: Option<&Id>,
) -> Result<Naming> {
    let mut tx = kernel.db.begin().await?;
    let done = change(kernel, &mut tx, run, actor, before, to).await?;
    tx.commit().await?;
    Ok(done)
}

async fn change(
    kernel: &Kernel,
    tx: &mut Tx,
    run: &RunSeason,
    actor: &Id,
    before: Option<&Id>,
    to: Option<&Id>,
) -> Result<Naming> {
    if !store::set_access_contact(tx, run, before, to).await? {
        return Ok(Naming::OtherBefore);
    }
    if before == to {
        return Ok(Naming::Named);
    }
    if let Some(named) = to {
        needs::close_to(tx, run.season(), named).await?;
    }
    let (was, now) = (name(tx, before).await?, name(tx, to).await?);
    let change = needs::Change { season: run.season(), before: was.as_deref(), now: now.as_deref() };
    let season = store::season_of(tx, run).await?.ok_or(Error::NotFound)?;
    let emails = Emails::of(tx, &season).await?;
    let write = |about: Telling, to: &str| write(&emails, about, to);
    needs::tell_change(kernel, tx, &change, &write).await?;
    for (person, is_named) in [(before, false), (to, true)] {
        if let Some(person) = person.filter(|p| *p != actor) {
            needs::tell_contact(kernel, tx, &change, (person, is_named), &write).await?;
        }
    }
    let event = events::Event {
        actor: Some(actor),
        verb: "access-contact.changed",
        subject: run.season(),
        season: Some(run.season()),
        detail: now,
    };
    events::record(kernel, tx, event).await?;
    Ok(Naming::Named)
}

/// In the season's own words.
fn write(emails: &Emails, about: Telling, to: &str) -> Mail {
    let kind = match about.to {
        Concerned::Need => &ACCESS_NEED,
        Concerned::Sheet => &ACCESS_SHEET,
        Concerned::Contact => &ACCESS_CONTACT,
    };
    let values = vec![("contact_change", about.change), ("follows", about.follows)];
    emails.write(kind, about.lang, Fill { values, link: about.link, ..Fill::default() }).to(to)
}

async fn name(tx: &mut Tx, person: Option<&Id>) -> Result<Option<String>> {
    let Some(person) = person else { return Ok(None) };
    Ok(people::person(tx, person).await?.map(|p| p.display_name))
}

/// Whoever has no more part in running a season is not the one who reads what people need there.
pub(super) async fn end_contact(kernel: &Kernel, tx: &mut Tx, run: &RunSeason, actor: &Id, person: &Id) -> Result<()> {
    let is_named = needs::contact(tx, run.season()).await?.is_some_and(|(id, _)| id == *person);
    if is_named && !store::held_roles(tx, run).await?.iter().any(|held| held.person_id == *person) {
        change(kernel, tx, run, actor, Some(person), None).await?;
    }
    Ok(())
}
