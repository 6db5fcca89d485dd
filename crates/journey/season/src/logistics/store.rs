//! The SQL of logistics.

use super::acts::Settlement;
use super::model::{MoneyState, Reimbursement, Sheet};
use super::rules::Arrange;
use crate::gatherings::model::Answer;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_programs::TakePart;

/// One's own sheet.
pub async fn own(conn: &mut Conn, own: &TakePart, gathering: &Id) -> Result<Option<Sheet>> {
    conn.opt(
        sql!("SELECT l.* FROM logistics_sheet l WHERE l.gathering_id = $1 AND l.person_id = $2"),
        args![gathering, own.person()],
    )
    .await
}

/// What one said one needs to take part in the season, when one applied or registered.
pub async fn own_access_need(conn: &mut Conn, own: &TakePart) -> Result<Option<String>> {
    let row: Option<(String,)> = conn
        .opt(
            sql!("SELECT value FROM access_need WHERE season_id = $1 AND person_id = $2"),
            args![own.season(), own.person()],
        )
        .await?;
    Ok(row.map(|(v,)| v))
}

/// Whether one told it to someone who is not the named person any more: she who is now does not see it until it is said
/// anew.
pub async fn is_told_elsewhere(conn: &mut Conn, own: &TakePart, gathering: &Id) -> Result<bool> {
    let sql = sql!(
        "SELECT (
            SELECT COUNT(*)
            FROM logistics_sheet l
            JOIN season s ON s.id = $1
            WHERE l.gathering_id = $3 AND l.person_id = $2 AND l.told_to <> s.access_contact_id
        )
            + (
                SELECT COUNT(*)
                FROM reimbursement r
                JOIN season s ON s.id = $1
                WHERE r.gathering_id = $3
                    AND r.person_id = $2
                    AND r.state = 'asked'
                    AND r.told_to <> s.access_contact_id
            )"
    );
    Ok(conn.one::<(i64,)>(sql, args![own.season(), own.person(), gathering]).await?.0 > 0)
}

/// By name, who reads it.
pub async fn reader(conn: &mut Conn, own: &TakePart) -> Result<Option<String>> {
    let row: Option<(String,)> = conn
        .opt(
            sql!(
                "SELECT p.display_name
                FROM season s
                JOIN person p ON p.id = s.access_contact_id
                WHERE s.id = $1"
            ),
            args![own.season()],
        )
        .await?;
    Ok(row.map(|(name,)| name))
}

/// Money one asked back.
pub async fn own_money(conn: &mut Conn, own: &TakePart, gathering: &Id) -> Result<Vec<Reimbursement>> {
    conn.all(
        sql!(
            "SELECT r.id AS id, r.person_id AS person_id, p.display_name AS name, r.cents AS cents, r.what AS what,
                r.state AS state, r.reason AS reason, r.settled_at AS settled_at
            FROM reimbursement r
            JOIN person p ON p.id = r.person_id
            WHERE r.gathering_id = $1 AND r.person_id = $2
            ORDER BY r.at, r.id"
        ),
        args![gathering, own.person()],
    )
    .await
}

pub(super) async fn put(conn: &mut Conn, own: &TakePart, gathering: &Id, s: &Sheet, now: Time) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO logistics_sheet (
                gathering_id, person_id, arrives_on, arrives, departs_on, departs, nights, room, diet, access, care,
                    emergency_name, emergency_phone, note, told_to, at
            )
            VALUES (
                $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
                    (SELECT s.access_contact_id FROM season s WHERE s.id = $16), $15
            )
            ON CONFLICT (gathering_id, person_id) DO UPDATE SET arrives_on = excluded.arrives_on,
                arrives = excluded.arrives, departs_on = excluded.departs_on, departs = excluded.departs,
                nights = excluded.nights, room = excluded.room, diet = excluded.diet, access = excluded.access,
                care = excluded.care, emergency_name = excluded.emergency_name,
                emergency_phone = excluded.emergency_phone, note = excluded.note, told_to = excluded.told_to,
                at = excluded.at"
        ),
        args![
            gathering,
            own.person(),
            s.arrives_on.as_deref(),
            &s.arrives,
            s.departs_on.as_deref(),
            &s.departs,
            s.nights,
            &s.room,
            &s.diet,
            &s.access,
            &s.care,
            &s.emergency_name,
            &s.emergency_phone,
            &s.note,
            now,
            own.season()
        ],
    )
    .await
    .map(drop)
}

pub(super) async fn take_back(conn: &mut Conn, own: &TakePart, gathering: &Id) -> Result<bool> {
    Ok(conn
        .run(
            sql!("DELETE FROM logistics_sheet WHERE gathering_id = $1 AND person_id = $2"),
            args![gathering, own.person()],
        )
        .await?
        > 0)
}

/// Asks for money back; asking twice for the same is asking once while it is not settled.
pub(super) async fn ask(
    kernel: &Kernel,
    conn: &mut Conn,
    own: &TakePart,
    gathering: &Id,
    cents: i64,
    what: &str,
) -> Result<bool> {
    conn.run(sql!("UPDATE person SET language = language WHERE id = $1"), args![own.person()]).await?;
    Ok(conn
        .run(
            sql!(
                "INSERT INTO reimbursement (id, gathering_id, person_id, cents, what, state, at, told_to)
                SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS BIGINT), CAST($5 AS TEXT),
                    'asked', CAST($6 AS BIGINT), s.access_contact_id
                FROM season s
                WHERE s.id = $7
                    AND s.access_contact_id IS NOT NULL
                    AND NOT EXISTS (
                        SELECT 1
                        FROM reimbursement r
                        WHERE r.gathering_id = $2
                            AND r.person_id = $3
                            AND r.cents = $4
                            AND r.what = $5
                            AND r.state = 'asked'
                    )"
            ),
            args![kernel.id(), gathering, own.person(), cents, what, kernel.now(), own.season()],
        )
        .await?
        > 0)
}

/// Takes back what one asked, while it is not settled.
pub(super) async fn unask(conn: &mut Conn, own: &TakePart, gathering: &Id, id: &Id) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "DELETE FROM reimbursement
                WHERE gathering_id = $1 AND person_id = $2 AND id = $3 AND state = 'asked'"
            ),
            args![gathering, own.person(), id],
        )
        .await?
        > 0)
}

row! {
    /// Someone who takes part, and what she said.
    pub struct Said {
        person_id: Id,
        name: String,
        answer: Option<Answer>,
        at: Option<Time>,
        arrives_on: Option<String>,
        arrives: Option<String>,
        departs_on: Option<String>,
        departs: Option<String>,
        nights: Option<i64>,
        room: Option<String>,
        diet: Option<String>,
        access: Option<String>,
        care: Option<String>,
        emergency_name: Option<String>,
        emergency_phone: Option<String>,
        note: Option<String>,
    }
}

/// Everyone who takes part, with her sheet where she told the reader; those who arrive first come first.
pub async fn all(conn: &mut Conn, permit: &Arrange, gathering: &Id) -> Result<Vec<Said>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.display_name AS name, a.answer AS answer, l.at AS at,
                l.arrives_on AS arrives_on, l.arrives AS arrives, l.departs_on AS departs_on, l.departs AS departs,
                l.nights AS nights, l.room AS room, l.diet AS diet, l.access AS access, l.care AS care,
                l.emergency_name AS emergency_name, l.emergency_phone AS emergency_phone, l.note AS note
            FROM taking_part k
            JOIN person p ON p.id = k.person_id
            LEFT JOIN logistics_sheet l ON l.person_id = k.person_id AND l.gathering_id = $2 AND l.told_to = $3
            LEFT JOIN gathering_answer a ON a.person_id = k.person_id AND a.gathering_id = $2
            WHERE k.season_id = $1
            ORDER BY CASE WHEN l.at IS NULL THEN 1 ELSE 0 END, COALESCE(l.arrives_on, '9999'), p.sort_key, p.id"
        ),
        args![permit.season(), gathering, permit.person()],
    )
    .await
}

/// Money people asked the reader for, what is open first.
pub async fn money(conn: &mut Conn, permit: &Arrange, gathering: &Id) -> Result<Vec<Reimbursement>> {
    conn.all(
        sql!(
            "SELECT r.id AS id, r.person_id AS person_id, p.display_name AS name, r.cents AS cents, r.what AS what,
                r.state AS state, r.reason AS reason, r.settled_at AS settled_at
            FROM reimbursement r
            JOIN person p ON p.id = r.person_id
            WHERE r.gathering_id = $1 AND r.told_to = $2
            ORDER BY CASE r.state WHEN 'asked' THEN 0 ELSE 1 END, p.sort_key, r.at, r.id"
        ),
        args![gathering, permit.person()],
    )
    .await
}

/// Settles what someone asked, once; returns who.
pub(super) async fn settle(
    conn: &mut Conn,
    permit: &Arrange,
    gathering: &Id,
    Settlement { id, is_paid, reason }: Settlement<'_>,
    now: Time,
) -> Result<Option<Id>> {
    let state = if is_paid { MoneyState::Paid } else { MoneyState::Declined };
    let row: Option<(Id,)> = conn
        .opt(
            sql!(
                "UPDATE reimbursement
                SET state = $4, reason = $5, settled_at = $6
                WHERE id = $3
                    AND state = 'asked'
                    AND told_to = $7
                    AND gathering_id = (SELECT g.id FROM gathering g WHERE g.season_id = $1 AND g.id = $2)
                RETURNING person_id"
            ),
            args![permit.season(), gathering, id, state, reason, now, permit.person()],
        )
        .await?;
    Ok(row.map(|(id,)| id))
}

row! { pub struct Left { sheets: i64, asked_cents: i64, paid_cents: i64, at: Time } }

/// What is left once sheets were erased.
pub async fn erased(conn: &mut Conn, _: &Arrange, gathering: &Id) -> Result<Option<Left>> {
    conn.opt(
        sql!("SELECT sheets, asked_cents, paid_cents, at FROM logistics_erased WHERE gathering_id = $1"),
        args![gathering],
    )
    .await
}

/// Gatherings with sheets whose last time ended before `then`, or that were called off before it.
pub(super) async fn due(conn: &mut Conn, then: Time) -> Result<Vec<(Id, Id)>> {
    conn.all(
        sql!(
            "SELECT g.id, g.season_id
            FROM gathering g
            WHERE (
                EXISTS (SELECT 1 FROM logistics_sheet l WHERE l.gathering_id = g.id)
                    OR EXISTS (SELECT 1 FROM reimbursement r WHERE r.gathering_id = g.id)
            )
                AND COALESCE(
                    (
                        SELECT MAX(s.starts_at + s.minutes * 60000000)
                        FROM sitting s
                        WHERE s.gathering_id = g.id AND s.removed_at IS NULL
                    ), g.cancelled_at, g.changed_at
                ) < $1
                AND (g.cancelled_at IS NULL OR g.cancelled_at < $1)"
        ),
        args![then],
    )
    .await
}

/// Erases a gathering's sheets; numbers stay. Sheets written after an erasure add up.
pub(super) async fn erase(conn: &mut Conn, gathering: &Id, now: Time) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO logistics_erased (gathering_id, sheets, asked_cents, paid_cents, at)
            SELECT CAST($1 AS TEXT), (SELECT COUNT(*) FROM logistics_sheet WHERE gathering_id = $1),
                (SELECT CAST(COALESCE(SUM(cents), 0) AS BIGINT) FROM reimbursement WHERE gathering_id = $1),
                (
                    SELECT CAST(COALESCE(SUM(cents), 0) AS BIGINT)
                    FROM reimbursement
                    WHERE gathering_id = $1 AND state = 'paid'
                ), CAST($2 AS BIGINT)
            ON CONFLICT (gathering_id) DO UPDATE SET sheets = logistics_erased.sheets + excluded.sheets,
                asked_cents = logistics_erased.asked_cents + excluded.asked_cents,
                paid_cents = logistics_erased.paid_cents + excluded.paid_cents, at = excluded.at"
        ),
        args![gathering, now],
    )
    .await?;
    conn.run(sql!("DELETE FROM logistics_sheet WHERE gathering_id = $1"), args![gathering]).await?;
    conn.run(sql!("DELETE FROM reimbursement WHERE gathering_id = $1"), args![gathering]).await.map(drop)
}
