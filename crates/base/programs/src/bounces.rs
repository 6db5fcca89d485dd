//! Mail that comes back: the address is marked, bulk for it is held, and the leads of the seasons its holder takes part
//! in are told, once for each mark. It is learned from a mail server that refuses the address, or from a delivery
//! report that `weft admin bounced` reads. A mark lifts when mail is taken again, when the address proves that it
//! works, or by a lead's hand.

mod store;

use super::declared::BOUNCED;
use super::emails::{Emails, Fill};
use super::look;
use super::rules::{KeepHouse, RunSeason};
use super::store as seasons;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result, Tx};
use weft_kernel::events::{self, Event};
use weft_kernel::i18n::Lang;
use weft_kernel::ids::Id;
use weft_kernel::mail::Face;
use weft_kernel::outbox::{self, How, Lane, Listed, OnMark};
use weft_kernel::{Kernel, row};
use weft_people::model::norm_email;
use weft_people::store as people;

row! {
    /// A marked address of someone who takes part in a season. `held` letters wait for the mark to lift.
    pub struct Marked { contact_id: Id, name: String, address: String, at: Time, how: String, code: String, held: i64 }
}

/// What follows from a mark and from its end: events on the records of whoever holds the address, and word to the
/// leads.
pub struct Holders;

impl OnMark for Holders {
    async fn marked(&self, kernel: &Kernel, tx: &mut Tx, norm: &str) -> Result<()> {
        for (contact, person) in store::holders(tx, norm).await? {
            let event = Event { actor: None, verb: "address.bounced", subject: &person, season: None, detail: None };
            events::record(kernel, tx, event).await?;
            tell(kernel, tx, &contact, &person).await?;
        }
        Ok(())
    }

    async fn lifted(&self, kernel: &Kernel, tx: &mut Tx, norm: &str) -> Result<()> {
        for (_, person) in store::holders(tx, norm).await? {
            works(kernel, tx, None, &person, "delivered").await?;
        }
        Ok(())
    }

    async fn face(&self, kernel: &Kernel, program: Option<&Id>, season: Option<&Id>) -> Option<Face> {
        // An email without a logo is better than none.
        look::face(kernel, program, season)
            .await
            .inspect_err(|error| tracing::warn!("an email is sent without its program's logo and color: {error:?}"))
            .ok()?
    }
}

/// Records that an address works again, on whoever holds it or on the letter that went there.
async fn works(kernel: &Kernel, tx: &mut Tx, actor: Option<&Id>, subject: &Id, how: &str) -> Result<()> {
    let event = Event { actor, verb: "address.works", subject, season: None, detail: Some(how.into()) };
    events::record(kernel, tx, event).await
}

/// What came of marking an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marking {
    Marked,
    /// It was marked before.
    Already,
    /// Nobody holds it, and nothing was written to it.
    Unknown,
}

/// Marks an address that someone holds or that was written to.
pub async fn mark(kernel: &Kernel, address: &str, how: How) -> Result<Marking> {
    let norm = norm_email(address);
    let mut tx = kernel.db.begin().await?;
    if store::holders(&mut tx, &norm).await?.is_empty() && !outbox::is_known(&mut tx, &norm).await? {
        return Ok(Marking::Unknown);
    }
    let is_new = outbox::mark(&mut tx, &norm, how, kernel.now()).await?;
    if is_new {
        Holders.marked(kernel, &mut tx, &norm).await?;
    }
    tx.commit().await?;
    Ok(if is_new { Marking::Marked } else { Marking::Already })
}

async fn tell(kernel: &Kernel, tx: &mut Tx, contact: &Id, person: &Id) -> Result<()> {
    let leads = store::leads(tx, person).await?;
    let name = people::person(tx, person).await?.map(|p| p.display_name).unwrap_or_default();
    for lead in leads {
        let Some(to) = people::address_of(tx, &lead.lead_id).await? else { continue };
        let Some(season) = seasons::season_by_slug(tx, &lead.season_slug).await? else { continue };
        let fill = Fill {
            values: vec![("name", lead.lead_name), ("person", name.clone())],
            link: Some(format!("{}/s/{}/returned-email", kernel.config.base_url, lead.season_slug)),
            ..Fill::default()
        };
        let lang = Lang::parse(&lead.language).unwrap_or_default();
        let letter = Emails::of(tx, &season).await?.write(&BOUNCED, lang, fill);
        let key = format!("bounced:{contact}:{}:{}:{}", lead.season_slug, lead.lead_id, kernel.now().0);
        let new = outbox::New {
            key: &key,
            lane: Lane::Bulk(None),
            listed: Listed::ToOwners,
            season: None,
            mail: &letter.to(&to),
        };
        outbox::enqueue(kernel, tx, new).await?;
    }
    Ok(())
}

/// Marked addresses of those who take part in a season, newest mark first.
pub async fn marked(conn: &mut Conn, permit: &RunSeason) -> Result<Vec<Marked>> {
    store::marked(conn, permit).await
}

/// Which marks a lead lifts.
pub enum Which<'a> {
    /// That of one contact point.
    One(&'a Id),
    /// All that were made from a moment to another, both counted.
    Made(Time, Time),
}

/// Lifts marks of those who take part in a season; what was held for them leaves now. Returns how many. Lifting twice
/// is once.
pub async fn lift(kernel: &Kernel, permit: &RunSeason, actor: &Id, which: Which<'_>) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    let chosen = marked(&mut tx, permit).await?.into_iter().filter(|m| match which {
        Which::One(contact) => m.contact_id == *contact,
        Which::Made(from, to) => m.at >= from && m.at <= to,
    });
    let mut lifted = 0;
    for one in chosen {
        let norm = norm_email(&one.address);
        if outbox::lift(&mut tx, &norm).await? {
            for (_, person) in store::holders(&mut tx, &norm).await? {
                works(kernel, &mut tx, Some(actor), &person, "by hand").await?;
            }
            lifted += 1;
        }
    }
    if lifted > 0 {
        let event = Event {
            actor: Some(actor),
            verb: "marks.lifted",
            subject: permit.season(),
            season: Some(permit.season()),
            detail: Some(lifted.to_string()),
        };
        events::record(kernel, &mut tx, event).await?;
    }
    tx.commit().await?;
    Ok(lifted)
}

/// What came of lifting the mark of a letter's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lifting {
    Lifted,
    /// There is no such letter, or its address is not marked.
    NoMark,
}

/// Lifts the mark of a listed letter's address, whoever holds it.
pub async fn lift_for_letter(kernel: &Kernel, _: &KeepHouse, actor: &Id, letter: &Id) -> Result<Lifting> {
    let mut tx = kernel.db.begin().await?;
    let Some(norm) = outbox::marked_address(&mut tx, letter).await? else { return Ok(Lifting::NoMark) };
    outbox::lift(&mut tx, &norm).await?;
    let holders = store::holders(&mut tx, &norm).await?;
    for person in if holders.is_empty() { vec![letter] } else { holders.iter().map(|(_, p)| p).collect() } {
        works(kernel, &mut tx, Some(actor), person, "by hand").await?;
    }
    tx.commit().await?;
    Ok(Lifting::Lifted)
}

/// Lifts marks set by reports, where mail has been taken for days without another report. Returns how many.
pub async fn lift_accepted(kernel: &Kernel) -> Result<usize> {
    let mut tx = kernel.db.begin().await?;
    let quiet = outbox::accepted_for(&mut tx, kernel.now()).await?;
    for norm in &quiet {
        outbox::lift(&mut tx, norm).await?;
        Holders.lifted(kernel, &mut tx, norm).await?;
    }
    tx.commit().await?;
    Ok(quiet.len())
}

/// Sends everything that is due, and returns when nothing is.
pub async fn deliver(
    kernel: &Kernel,
    transport: &weft_kernel::mail::Transport,
) -> weft_kernel::db::Result<outbox::Round> {
    outbox::Sender::new(kernel, transport, Holders, outbox::Pace::of(&kernel.config)).drain().await
}
