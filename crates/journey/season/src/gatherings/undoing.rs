//! Taking an import of a meeting's report back: each record is as it was before, unless someone changed it since.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::model::Sitting;
use super::rules::RunGathering;
use super::store::{attendance, undoing as store};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Json, Tx};
use weft_kernel::events::{self, Event};
use weft_kernel::ids::Id;
use weft_kernel::{one_of, row};
use weft_web::Result;

one_of! {
    /// What became of a change that an import made.
    pub enum Fate in "report_change.state" {
        Taken = "taken",
        Undone = "undone",
        /// Someone changed the record since.
        Kept = "kept",
    }
}

row! {
    /// What is on record of a person for a part, whole. Times are microseconds since 1970 UTC.
    #[derive(PartialEq, Eq, Serialize, Deserialize)]
    pub struct Credit {
        sitting_id: String,
        state: String,
        source: String,
        first_at: Option<i64>,
        last_at: Option<i64>,
        minutes: Option<i64>,
        how: String,
        by_id: Option<String>,
        at: i64,
        spans: String,
    }
}

row! {
    /// What an import changed of one person.
    pub(super) struct Change {
        person_id: Id,
        name: String,
        was: Option<Json<Credit>>,
        became: Json<Credit>,
        state: Fate,
    }
}

row! {
    /// The newest import for a part of a gathering.
    pub struct Import { id: Id, taken_at: Time, undone_at: Option<Time> }
}

/// The newest import for a part, and whose records undoing it gives back or leaves: as it would be, or as it was done.
#[derive(Clone, Debug)]
pub struct Last {
    pub import: Import,
    pub n: usize,
    /// Names of those whose records were changed since.
    pub edited: Vec<String>,
}

/// Notes what an import changed. `before` is what was on record of the part.
pub(super) async fn note(
    tx: &mut Tx,
    report: &Id,
    sitting: &Sitting,
    before: &BTreeMap<Id, Credit>,
    people: &BTreeSet<&Id>,
) -> Result<()> {
    let after = attendance::credits(tx, &sitting.gathering_id, sitting.part).await?;
    let changed: Vec<(&Id, Option<&Credit>, &Credit)> = after
        .iter()
        .filter(|(person, credit)| people.contains(person) && before.get(*person) != Some(*credit))
        .map(|(person, credit)| (person, before.get(person), credit))
        .collect();
    Ok(store::insert(tx, report, &changed).await?)
}

/// The newest import for a part, while what it changed is known.
pub async fn last(conn: &mut Conn, permit: &RunGathering, gathering: &Id, part: i64) -> Result<Option<Last>> {
    let Some(import) = store::newest(conn, permit, gathering, part).await? else { return Ok(None) };
    let changes = store::changes(conn, &import.id).await?;
    if changes.is_empty() {
        return Ok(None);
    }
    let now = attendance::credits(conn, gathering, part).await?;
    let is_edited = |c: &&Change| match c.state {
        Fate::Taken => now.get(&c.person_id) != Some(&c.became.0),
        Fate::Undone => false,
        Fate::Kept => true,
    };
    let edited: Vec<String> = changes.iter().filter(is_edited).map(|c| c.name.clone()).collect();
    Ok(Some(Last { n: changes.len() - edited.len(), edited, import }))
}

/// Takes the newest import for a part back. `false` when it was undone before, or another one is the newest by now.
pub async fn undo(kernel: &Kernel, permit: &RunGathering, actor: &Id, sitting: &Sitting, report: &Id) -> Result<bool> {
    let mut tx = kernel.db.begin().await?;
    let (gathering, part) = (&sitting.gathering_id, sitting.part);
    let newest = store::newest(&mut tx, permit, gathering, part).await?;
    if newest.is_none_or(|i| i.id != *report) || !store::mark_undone(&mut tx, report, kernel.now()).await? {
        return Ok(false);
    }
    let mut n = 0;
    for change in store::changes(&mut tx, report).await? {
        let given_back = attendance::give_back(&mut tx, sitting, &change.person_id, &change).await?;
        n += usize::from(given_back);
        let fate = if given_back { Fate::Undone } else { Fate::Kept };
        store::settle(&mut tx, report, &change.person_id, fate).await?;
    }
    let event = Event {
        actor: Some(actor),
        verb: "report.undone",
        subject: gathering,
        season: Some(permit.season()),
        detail: Some(n.to_string()),
    };
    events::record(kernel, &mut tx, event).await?;
    tx.commit().await?;
    Ok(true)
}
