//! Two records of one person become one, and one becomes two again. What is moved is written down row by
//! row, so that taking them apart puts each row back where it was and touches nothing that came later.

use serde::{Deserialize, Serialize};

use crate::kernel::clock::Time;
use crate::kernel::db::{Conn, Result, Sql, Tx};
use crate::kernel::ids::Id;
use crate::kernel::{Kernel, events};
use crate::{args, row, sql};

/// Rows that changed hands, by table.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Moved {
    contacts: Vec<String>,
    affiliations: Vec<String>,
    identity: Vec<String>,
    roles: Vec<String>,
    applications: Vec<String>,
    members: Vec<String>,
    consents: Vec<String>,
}

row! { pub struct Merge { id: Id, kept_id: Id, merged_id: Id, moved: String, at: Time } }

/// The merge that a record lives in now, if any.
pub async fn of(conn: &mut Conn, merged: &Id) -> Result<Option<Merge>> {
    conn.opt(sql!("SELECT id, kept_id, merged_id, moved, at FROM person_merge WHERE merged_id = $1 AND undone_at IS NULL"), args![merged]).await
}

/// The newest living merge into a person.
pub async fn into(conn: &mut Conn, kept: &Id) -> Result<Option<Merge>> {
    conn.opt(sql!("SELECT id, kept_id, merged_id, moved, at FROM person_merge WHERE kept_id = $1 AND undone_at IS NULL ORDER BY id DESC LIMIT 1"), args![kept]).await
}

async fn take(tx: &mut Tx, sql: Sql, from: &Id, to: &Id) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = tx.all(sql, args![from, to]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Moves what is the second record's to the first. What the first has already (an answer, a role, a consent
/// of the same kind) stays with the second, unseen. Its sign-ins end. `false` when it is merged already or the two are one.
pub async fn merge(kernel: &Kernel, tx: &mut Tx, actor: Option<&Id>, season: &Id, kept: &Id, merged: &Id) -> Result<bool> {
    if kept == merged || of(tx, merged).await?.is_some() || of(tx, kept).await?.is_some() {
        return Ok(false);
    }
    let moved = Moved {
        contacts: take(tx, sql!("UPDATE contact_point SET person_id = $2 WHERE person_id = $1 RETURNING id"), merged, kept).await?,
        affiliations: take(tx, sql!("UPDATE affiliation SET person_id = $2 WHERE person_id = $1 RETURNING id"), merged, kept).await?,
        identity: take(
            tx,
            sql!("UPDATE identity_answer SET person_id = $2 WHERE person_id = $1 AND field NOT IN (SELECT field FROM identity_answer WHERE person_id = $2) RETURNING id"),
            merged,
            kept,
        )
        .await?,
        roles: take(
            tx,
            sql!("UPDATE role SET person_id = $2 WHERE person_id = $1 AND NOT EXISTS (SELECT 1 FROM role o WHERE o.person_id = $2 AND o.role = role.role AND o.until IS NULL AND (o.season_id = role.season_id OR (o.season_id IS NULL AND role.season_id IS NULL))) RETURNING id"),
            merged,
            kept,
        )
        .await?,
        applications: take(tx, sql!("UPDATE application SET person_id = $2 WHERE person_id = $1 RETURNING id"), merged, kept).await?,
        members: take(tx, sql!("UPDATE member SET person_id = $2 WHERE person_id = $1 RETURNING id"), merged, kept).await?,
        consents: take(
            tx,
            sql!("UPDATE consent SET person_id = $2 WHERE person_id = $1 AND withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM consent o WHERE o.person_id = $2 AND o.season_id = consent.season_id AND o.purpose = consent.purpose AND o.withdrawn_at IS NULL) RETURNING id"),
            merged,
            kept,
        )
        .await?,
    };
    let moved = serde_json::to_string(&moved).map_err(|e| sqlx::Error::Encode(Box::new(e)))?;
    tx.run(
        sql!("INSERT INTO person_merge (id, kept_id, merged_id, moved, actor_id, at) VALUES ($1, $2, $3, $4, $5, $6)"),
        args![kernel.id(), kept, merged, moved, actor, kernel.now()],
    )
    .await?;
    super::store::end_all_sign_ins(tx, merged, kernel.now()).await?;
    let event = events::Event { actor, verb: "people.merged", subject: kept, season: Some(season), detail: None };
    events::record(kernel, tx, event).await?;
    Ok(true)
}

/// Takes a merge apart. `false` when that was done before.
pub async fn unmerge(kernel: &Kernel, tx: &mut Tx, actor: Option<&Id>, season: &Id, m: &Merge) -> Result<bool> {
    let undone = tx.run(sql!("UPDATE person_merge SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL"), args![&m.id, kernel.now()]).await?;
    if undone == 0 {
        return Ok(false);
    }
    let moved: Moved = serde_json::from_str(&m.moved).unwrap_or_default();
    let back = [
        (sql!("UPDATE contact_point SET person_id = $2 WHERE id = $1 AND person_id = $3"), moved.contacts),
        (sql!("UPDATE affiliation SET person_id = $2 WHERE id = $1 AND person_id = $3"), moved.affiliations),
        (sql!("UPDATE identity_answer SET person_id = $2 WHERE id = $1 AND person_id = $3"), moved.identity),
        (sql!("UPDATE role SET person_id = $2 WHERE id = $1 AND person_id = $3"), moved.roles),
        (sql!("UPDATE application SET person_id = $2 WHERE id = $1 AND person_id = $3"), moved.applications),
        (sql!("UPDATE member SET person_id = $2 WHERE id = $1 AND person_id = $3"), moved.members),
        (sql!("UPDATE consent SET person_id = $2 WHERE id = $1 AND person_id = $3"), moved.consents),
    ];
    for (sql, ids) in back {
        for id in ids {
            tx.run(sql, args![id, &m.merged_id, &m.kept_id]).await?;
        }
    }
    let event = events::Event { actor, verb: "people.unmerged", subject: &m.kept_id, season: Some(season), detail: None };
    events::record(kernel, tx, event).await?;
    Ok(true)
}
