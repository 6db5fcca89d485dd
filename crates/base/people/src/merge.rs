//! Two records of one person become one, and one becomes two again. What is moved is written down row by
//! row, so that taking them apart puts each row back where it was and touches nothing that came later.

use serde::{Deserialize, Serialize};

use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result, Sql, Tx};
use weft_kernel::ids::Id;
use weft_kernel::{Kernel, args, events, keeps, row, sql};

/// Rows that changed hands, by table.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Moved {
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

row! { pub struct Merge { id: Id, kept_id: Id, merged_id: Id, moved: String, at: Time } }

/// The merge that a record lives in now, if any.
pub async fn of(conn: &mut Conn, merged: &Id) -> Result<Option<Merge>> {
    conn.opt(
        sql!(
            "SELECT id, kept_id, merged_id, moved, at
            FROM person_merge
            WHERE merged_id = $1 AND undone_at IS NULL"
        ),
        args![merged],
    )
    .await
}

/// The living merge that moved an application to a person.
pub async fn that_moved(conn: &mut Conn, kept: &Id, application: &Id) -> Result<Option<Merge>> {
    let all: Vec<Merge> = conn
        .all(
            sql!(
                "SELECT id, kept_id, merged_id, moved, at
                FROM person_merge
                WHERE kept_id = $1 AND undone_at IS NULL
                ORDER BY id DESC"
            ),
            args![kept],
        )
        .await?;
    let moved = |m: &Merge| {
        serde_json::from_str::<Moved>(&m.moved).is_ok_and(|v| v.applications.iter().any(|a| a == application.as_str()))
    };
    Ok(all.into_iter().find(moved))
}

/// Whether a record is nothing but an applicant's or a member's of this season: no password, no other role, nothing
/// elsewhere. Only such records are merged: a merge must never carry a role or a login from one person to another.
async fn is_plain(tx: &mut Tx, person: &Id, season: &Id) -> Result<bool> {
    let (n,): (i64,) = tx
        .one(
            sql!(
                "SELECT (SELECT COUNT(*) FROM credential WHERE person_id = $1)
                    + (
                        SELECT COUNT(*)
                        FROM role
                        WHERE person_id = $1
                            AND (season_id IS NULL OR season_id <> $2 OR role NOT IN ('applicant', 'participant'))
                    )
                    + (SELECT COUNT(*) FROM application WHERE person_id = $1 AND season_id <> $2)"
            ),
            args![person, season],
        )
        .await?;
    Ok(n == 0)
}

/// Whether a record has come to anything: attendance, places and the like do not move, so such a record is kept, not
/// merged away.
async fn took_part(kernel: &Kernel, tx: &mut Tx, person: &Id) -> Result<bool> {
    Ok(kernel.anonymous.has_any(person) || keeps::took_part(tx, person).await?)
}

async fn take(tx: &mut Tx, sql: Sql, from: &Id, to: &Id) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = tx.all(sql, args![from, to]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
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
    if !is_plain(tx, kept, season).await?
        || !is_plain(tx, merged, season).await?
        || took_part(kernel, tx, merged).await?
    {
        return Ok(Outcome::Refused);
    }
    let moved = Moved {
        // Where the kept record has no address of its own, for somebody only typed one, it is the second's that opens
        // it.
        held: take(
            tx,
            sql!(
                "UPDATE contact_point
                SET is_apart = 1, is_primary = 0
                WHERE person_id = $1
                    AND kind = 'email'
                    AND until IS NULL
                    AND is_apart = 0
                    AND EXISTS (
                        SELECT 1
                        FROM contact_point k
                        WHERE k.person_id = $2 AND k.kind = 'email' AND k.until IS NULL AND k.is_apart = 0
                    )
                RETURNING id"
            ),
            merged,
            kept,
        )
        .await?,
        // An address that a visitor typed and nobody proved stays where it is: letters to the kept record never go
        // there.
        contacts: take(
            tx,
            sql!(
                "UPDATE contact_point
                SET person_id = $2
                WHERE person_id = $1 AND NOT (kind = 'email' AND by_visitor = 1 AND proved_at IS NULL)
                RETURNING id"
            ),
            merged,
            kept,
        )
        .await?,
        affiliations: take(
            tx,
            sql!("UPDATE affiliation SET person_id = $2 WHERE person_id = $1 RETURNING id"),
            merged,
            kept,
        )
        .await?,
        roles: take(
            tx,
            sql!(
                "UPDATE role
                SET person_id = $2
                WHERE person_id = $1
                    AND NOT EXISTS (
                        SELECT 1
                        FROM role o
                        WHERE o.person_id = $2
                            AND o.role = role.role
                            AND o.until IS NULL
                            AND (o.season_id = role.season_id OR (o.season_id IS NULL AND role.season_id IS NULL))
                    )
                RETURNING id"
            ),
            merged,
            kept,
        )
        .await?,
        applications: take(
            tx,
            sql!("UPDATE application SET person_id = $2 WHERE person_id = $1 RETURNING id"),
            merged,
            kept,
        )
        .await?,
        members: take(tx, sql!("UPDATE member SET person_id = $2 WHERE person_id = $1 RETURNING id"), merged, kept)
            .await?,
        consents: take(
            tx,
            sql!(
                "UPDATE consent
                SET person_id = $2
                WHERE person_id = $1
                    AND withdrawn_at IS NULL
                    AND NOT EXISTS (
                        SELECT 1
                        FROM consent o
                        WHERE o.person_id = $2
                            AND o.season_id = consent.season_id
                            AND o.purpose = consent.purpose
                            AND o.withdrawn_at IS NULL
                    )
                RETURNING id"
            ),
            merged,
            kept,
        )
        .await?,
    };
    let moved = serde_json::to_string(&moved).map_err(|e| sqlx::Error::Encode(Box::new(e)))?;
    tx.run(
        sql!(
            "INSERT INTO person_merge (id, kept_id, merged_id, moved, actor_id, at)
            VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        args![kernel.id(), kept, merged, moved, actor, kernel.now()],
    )
    .await?;
    end_access(kernel, tx, &[kept, merged]).await?;
    let event = events::Event { actor, verb: "people.merged", subject: kept, season: Some(season), detail: None };
    events::record(kernel, tx, event).await?;
    Ok(Outcome::Merged)
}

/// Ends sign-ins and open links of people whose record changed under them.
async fn end_access(kernel: &Kernel, tx: &mut Tx, people: &[&Id]) -> Result<()> {
    for person in people {
        super::store::end_all_sign_ins(tx, person, kernel.now()).await?;
        tx.run(
            sql!("UPDATE link_request SET used_at = $2 WHERE person_id = $1 AND used_at IS NULL"),
            args![*person, kernel.now()],
        )
        .await?;
    }
    Ok(())
}

/// Takes a merge apart. `false` when that was done before.
pub async fn unmerge(kernel: &Kernel, tx: &mut Tx, actor: Option<&Id>, season: &Id, m: &Merge) -> Result<bool> {
    let undone = tx
        .run(
            sql!("UPDATE person_merge SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL"),
            args![&m.id, kernel.now()],
        )
        .await?;
    if undone == 0 {
        return Ok(false);
    }
    let moved: Moved = serde_json::from_str(&m.moved).unwrap_or_default();
    let back = [
        (sql!("UPDATE contact_point SET person_id = $2 WHERE id = $1 AND person_id = $3"), moved.contacts),
        (sql!("UPDATE affiliation SET person_id = $2 WHERE id = $1 AND person_id = $3"), moved.affiliations),
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
    for id in moved.held {
        let sql = sql!(
            "UPDATE contact_point
            SET is_apart = 0, is_primary = 1
            WHERE id = $1
                AND person_id = $2
                AND NOT EXISTS (
                    SELECT 1
                    FROM contact_point o
                    WHERE o.norm = contact_point.norm AND o.kind = 'email' AND o.until IS NULL AND o.is_apart = 0
                )"
        );
        tx.run(sql, args![id, &m.merged_id]).await?;
    }
    end_access(kernel, tx, &[&m.kept_id, &m.merged_id]).await?;
    let event =
        events::Event { actor, verb: "people.unmerged", subject: &m.kept_id, season: Some(season), detail: None };
    events::record(kernel, tx, event).await?;
    Ok(true)
}
