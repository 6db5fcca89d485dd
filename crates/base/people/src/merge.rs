//! Two records of one person become one, and one becomes two again. What is moved is written down row by
//! row, so that taking them apart puts each row back where it was and touches nothing that came later.

mod store;

use serde::{Deserialize, Serialize};

use super::store as people;
use weft_kernel::clock::Time;
use weft_kernel::db::Json;
use weft_kernel::db::{Conn, Result, Tx};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, events, keeps, row};

/// Rows that changed hands, by table.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Moved {
    contacts: Vec<String>,
    /// Addresses that the second record held. They open nothing of the first: whoever typed one may not be its person.
    #[serde(default)]
    held: Vec<String>,
    affiliations: Vec<String>,
    roles: Vec<String>,
    applications: Vec<String>,
    members: Vec<String>,
    consents: Vec<String>,
}

/// What came of asking for a merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Merged,
    /// The two are one record already.
    Already,
    /// One of them is more than an applicant or member of this season.
    Refused,
}

row! { pub struct Merge { id: Id, kept_id: Id, merged_id: Id, moved: Json<Moved>, at: Time } }

/// The merge that a record lives in now, if any.
pub async fn of(conn: &mut Conn, merged: &Id) -> Result<Option<Merge>> {
    store::of(conn, merged).await
}

/// The living merge that moved an application to a person.
pub async fn that_moved(conn: &mut Conn, kept: &Id, application: &Id) -> Result<Option<Merge>> {
    let moved = |m: &Merge| m.moved.applications.iter().any(|a| a == application.as_str());
    Ok(store::into(conn, kept).await?.into_iter().find(moved))
}

/// Whether a record has come to anything: attendance, places and the like do not move, so such a record is kept, not
/// merged away.
async fn took_part(kernel: &Kernel, tx: &mut Tx, person: &Id) -> Result<bool> {
    Ok(kernel.anonymous.has_any(person) || keeps::took_part(tx, person).await?)
}

/// Moves what is the second record's to the first. What the first has already (a role, a consent of the same kind)
/// stays with the second, unseen, and so do words about oneself. Sign-ins of both end.
pub async fn merge(
    kernel: &Kernel,
    tx: &mut Tx,
    actor: Option<&Id>,
    season: &Id,
    kept: &Id,
    merged: &Id,
) -> Result<Outcome> {
    if kept == merged || of(tx, merged).await?.is_some() || of(tx, kept).await?.is_some() {
        return Ok(Outcome::Already);
    }
    // A merge must never carry a role or a login from one person to another.
    if !store::is_plain(tx, kept, season).await?
        || !store::is_plain(tx, merged, season).await?
        || took_part(kernel, tx, merged).await?
    {
        return Ok(Outcome::Refused);
    }
    let moved = store::move_rows(tx, merged, kept).await?;
    let moved = serde_json::to_string(&moved).map_err(|e| sqlx::Error::Encode(Box::new(e)))?;
    store::insert(kernel, tx, actor, kept, merged, &moved).await?;
    end_access(kernel, tx, &[kept, merged]).await?;
    let event = events::Event { actor, verb: "people.merged", subject: kept, season: Some(season), detail: None };
    events::record(kernel, tx, event).await?;
    Ok(Outcome::Merged)
}

/// Ends sign-ins and open links of people whose record changed under them.
async fn end_access(kernel: &Kernel, tx: &mut Tx, people: &[&Id]) -> Result<()> {
    for person in people {
        people::end_all_sign_ins(tx, person, kernel.now()).await?;
        store::end_links(tx, person, kernel.now()).await?;
    }
    Ok(())
}

/// What came of taking a merge apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parting {
    Parted,
    /// That was done before.
    Already,
}

/// Takes a merge apart.
pub async fn unmerge(kernel: &Kernel, tx: &mut Tx, actor: Option<&Id>, season: &Id, m: &Merge) -> Result<Parting> {
    if store::undo(tx, &m.id, kernel.now()).await? == 0 {
        return Ok(Parting::Already);
    }
    store::put_back(tx, m, m.moved.0.clone()).await?;
    end_access(kernel, tx, &[&m.kept_id, &m.merged_id]).await?;
    let event =
        events::Event { actor, verb: "people.unmerged", subject: &m.kept_id, season: Some(season), detail: None };
    events::record(kernel, tx, event).await?;
    Ok(Parting::Parted)
}
