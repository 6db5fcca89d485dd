//! Erasing an application, and its person where nothing else of hers is left here. What stays are facts of which totals
//! are made (region, issue area, years …) under an id that leads to nobody.

use std::io::Write as _;

use super::rules::Erase;
use super::store;
pub use super::store::EMPTIED;
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events, private};
use weft_web::Result;

/// What came of erasing an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erased {
    Now,
    /// It was erased before.
    Before,
    /// There is no such application.
    Unknown,
}

/// Erases one application, once. Answers, names of work and place, notes of readers, drafts and their keys, mails; then
/// the person, unless she has another application, a seat or a role.
pub async fn erase(kernel: &Kernel, tx: &mut Tx, permit: &Erase) -> Result<Erased> {
    let id = permit.application();
    if !store::insert_erasure(tx, permit, &kernel.id(), kernel.now()).await? {
        return Ok(Erased::Before);
    }
    note(kernel, id)?;
    let Some((person, season)) = store::whose(tx, permit).await? else { return Ok(Erased::Unknown) };
    store::empty(tx, permit).await?;
    if store::is_all_there_is(tx, permit, &person).await? {
        weft_people::forget::person(kernel, tx, &person).await?;
    }
    let event =
        events::Event { actor: None, verb: "application.erased", subject: id, season: Some(&season), detail: None };
    events::record(kernel, tx, event).await?;
    Ok(Erased::Now)
}

/// The file beside the database that says what was erased, so that a database from before does not bring it back.
pub const LEDGER: &str = "erasures.log";

/// Writes an erasure down outside the database, durably, before it is done there. Ids that lead to nobody.
fn note(kernel: &Kernel, id: &Id) -> Result<()> {
    let write = || -> std::io::Result<()> {
        let mut file = private::append(&kernel.config.data.join(LEDGER))?;
        writeln!(file, "{id} {}", kernel.now().iso())?;
        file.sync_all()
    };
    write().map_err(|e| weft_web::Error::Internal(format!("{LEDGER}: {e}")))
}

/// Erases again whatever was erased after the backup that this database comes from. Returns how many that were.
pub async fn again(kernel: &Kernel) -> Result<usize> {
    let path = kernel.config.data.join(LEDGER);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(0),
        Err(e) => return Err(weft_web::Error::Internal(format!("{LEDGER}: {e}"))),
    };
    let mut erased = 0;
    for id in text
        .lines()
        .filter_map(|l| l.split(' ').next())
        .filter_map(Id::parse)
        .collect::<std::collections::BTreeSet<_>>()
    {
        let mut tx = kernel.db.begin().await?;
        if store::is_there(&mut tx, &id).await? && erase(kernel, &mut tx, &Erase::on_record(&id)).await? == Erased::Now
        {
            tx.commit().await?;
            erased += 1;
        }
    }
    Ok(erased)
}
