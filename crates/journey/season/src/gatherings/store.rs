//! The SQL of gatherings and their sittings; what belongs to them stands in files of its own.

pub(super) mod agenda;
pub(super) mod attendance;
pub(super) mod calendar;
pub(super) mod curriculum;
pub(super) mod lint;
pub(super) mod places;
pub(super) mod recording;
pub(super) mod reminders;
pub(super) mod reports;
pub(super) mod sources;
pub(super) mod undoing;

pub use places::{answers, count_taking_part, guests};

use super::calendar::Led;
use super::model::{Changed, Draft, Gathering, Sitting, Slot};
use super::rules::{PlanGatherings, SeeGatherings};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result, Value};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::model::Addressee;
use weft_programs::TakePart;

/// Gatherings of a season with what the reader answered.
async fn gatherings_of(
    conn: &mut Conn,
    season: &Id,
    number: i64,
    reader: Option<&Id>,
    drafts: bool,
) -> Result<Vec<Gathering>> {
    conn.all(
        sql!(
            "SELECT g.id AS id, g.number AS number, g.kind AS kind, g.format AS format, g.title_en AS title_en,
                g.title_es AS title_es, g.purpose_en AS purpose_en, g.purpose_es AS purpose_es,
                g.open_before AS open_before, g.open_after AS open_after, g.choose_until AS choose_until,
                g.changed_at AS changed_at, g.published_at AS published_at, g.cancelled_at AS cancelled_at,
                g.cancel_reason AS cancel_reason, a.answer AS answer, a.note AS note
            FROM gathering g
            LEFT JOIN gathering_answer a ON a.gathering_id = g.id AND a.person_id = $3
            WHERE g.season_id = $1
                AND (CAST($2 AS BIGINT) = 0 OR g.number = $2)
                AND (CAST($4 AS BIGINT) = 1 OR g.published_at IS NOT NULL)
            ORDER BY g.number"
        ),
        args![season, number, reader.map(Id::as_str), drafts],
    )
    .await
}

async fn sittings_of(conn: &mut Conn, season: &Id, number: i64, reader: Option<&Id>) -> Result<Vec<Sitting>> {
    conn.all(
        sql!(
            "SELECT s.id AS id, s.gathering_id AS gathering_id, s.part AS part, s.starts_local AS starts_local,
                s.zone AS zone, s.minutes AS minutes, s.starts_at AS starts_at, s.place AS place,
                s.join_url AS join_url, s.capacity AS capacity, s.taken AS taken, s.sequence AS sequence,
                (SELECT COUNT(*) FROM sitting_place w WHERE w.sitting_id = s.id AND w.state = 'waiting') AS waiting,
                CASE WHEN p.state IS NOT NULL THEN p.state ELSE q.state END AS own, t.state AS came,
                (SELECT r.act FROM room_step r WHERE r.sitting_id = s.id ORDER BY r.n DESC LIMIT 1) AS pressed,
                (SELECT MAX(r.at) FROM room_step r WHERE r.sitting_id = s.id) AS pressed_at
            FROM sitting s
            JOIN gathering g ON g.id = s.gathering_id
            LEFT JOIN sitting_place p ON p.sitting_id = s.id AND p.person_id = $3 AND p.state = 'held'
            LEFT JOIN sitting_place q ON q.sitting_id = s.id AND q.person_id = $3 AND q.state = 'waiting'
            LEFT JOIN attendance t ON t.gathering_id = g.id
                AND t.part = s.part
                AND t.sitting_id = s.id
                AND t.person_id = $3
            WHERE g.season_id = $1 AND (CAST($2 AS BIGINT) = 0 OR g.number = $2) AND s.removed_at IS NULL
            ORDER BY s.part, s.starts_at, s.id"
        ),
        args![season, number, reader.map(Id::as_str)],
    )
    .await
}

type Both = (Vec<Gathering>, Vec<Sitting>);

/// Gatherings and their sittings, in two statements: one by its number, or all with 0.
async fn both(conn: &mut Conn, season: &Id, number: i64, reader: Option<&Id>, drafts: bool) -> Result<Both> {
    let gatherings = gatherings_of(conn, season, number, reader, drafts).await?;
    Ok((gatherings, sittings_of(conn, season, number, reader).await?))
}

/// All of a season, as the reader may see them.
pub async fn season(conn: &mut Conn, permit: &SeeGatherings) -> Result<Both> {
    both(conn, permit.season(), 0, permit.reader(), permit.sees_drafts).await
}

/// One gathering by its number, as the reader may see it.
pub async fn one(conn: &mut Conn, permit: &SeeGatherings, number: i64) -> Result<Both> {
    both(conn, permit.season(), number, permit.reader(), permit.sees_drafts).await
}

/// What anyone may know.
pub(super) async fn announced(conn: &mut Conn, season: &Id) -> Result<Both> {
    both(conn, season, 0, None, false).await
}

/// What is planned, drafts as well, as nobody in particular: inside an act.
pub(super) async fn plan(conn: &mut Conn, permit: &PlanGatherings, number: i64) -> Result<Both> {
    both(conn, permit.season(), number, None, true).await
}

/// The same for what is said of the plan in sum, to whoever sees the season's gatherings.
pub(super) async fn whole(conn: &mut Conn, permit: &SeeGatherings) -> Result<Both> {
    both(conn, permit.season(), 0, None, true).await
}

/// The same of another season that the same person leads.
pub(super) async fn plan_of_led(conn: &mut Conn, led: &Led) -> Result<Both> {
    both(conn, &led.0.id, 0, None, true).await
}

/// What someone who takes part may know, with what is her own.
pub(super) async fn own(conn: &mut Conn, permit: &TakePart, number: i64) -> Result<Both> {
    both(conn, permit.season(), number, Some(permit.person()), false).await
}

/// How many emails wait or were sent: the difference is what an act wrote.
pub(super) async fn count_emails(conn: &mut Conn) -> Result<i64> {
    Ok(conn.one::<(i64,)>(sql!("SELECT COUNT(*) FROM outbox"), args![]).await?.0)
}

/// Holds a season's plan: whoever else changes it waits for this transaction.
pub(super) async fn hold_season(conn: &mut Conn, permit: &PlanGatherings) -> Result<()> {
    conn.run(sql!("UPDATE season SET seats = seats WHERE id = $1"), args![permit.season()]).await.map(drop)
}

/// Holds gatherings, one or all with 0: whoever chooses or changes a time of them waits for this transaction.
pub(super) async fn hold_gatherings(conn: &mut Conn, season: &Id, number: i64) -> Result<()> {
    conn.run(
        sql!(
            "UPDATE gathering
            SET changed_at = changed_at
            WHERE season_id = $1 AND (CAST($2 AS BIGINT) = 0 OR number = $2)"
        ),
        args![season, number],
    )
    .await
    .map(drop)
}

/// Whether anyone has a place or was there: then its parts keep their numbers.
pub(super) async fn is_used(conn: &mut Conn, gathering: &Id) -> Result<bool> {
    let sql = sql!(
        "SELECT (SELECT COUNT(*) FROM sitting_place WHERE gathering_id = $1)
            + (SELECT COUNT(*) FROM attendance WHERE gathering_id = $1)"
    );
    Ok(conn.one::<(i64,)>(sql, args![gathering]).await?.0 > 0)
}

/// How often a sitting came into or left one person's calendar; counts one more where that happens now.
pub(super) async fn turn(conn: &mut Conn, sitting: &Id, person: &Id, is_now: bool) -> Result<i64> {
    if is_now {
        let sql = sql!(
            "INSERT INTO calendar_turn (sitting_id, person_id, n)
            VALUES ($1, $2, 1)
            ON CONFLICT (sitting_id, person_id) DO UPDATE SET n = calendar_turn.n + 1 RETURNING n"
        );
        return Ok(conn.one::<(i64,)>(sql, args![sitting, person]).await?.0);
    }
    let known: Option<(i64,)> = conn
        .opt(sql!("SELECT n FROM calendar_turn WHERE sitting_id = $1 AND person_id = $2"), args![sitting, person])
        .await?;
    Ok(known.map_or(0, |(n,)| n))
}

/// What is written of a draft, as both statements want it.
fn written(draft: &Draft) -> Vec<Value> {
    args![
        &draft.kind,
        &draft.format,
        &draft.title.en,
        &draft.title.es,
        &draft.purpose.en,
        &draft.purpose.es,
        draft.open_before,
        draft.open_after,
        draft.choose_until.as_deref()
    ]
}

pub(super) async fn insert(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &PlanGatherings,
    draft: &Draft,
) -> Result<(Id, i64)> {
    let id = kernel.id();
    let (number,): (i64,) = conn
        .one(
            sql!(
                "INSERT INTO gathering (
                    id, season_id, number, kind, format, title_en, title_es, purpose_en, purpose_es, open_before,
                        open_after, choose_until, made_at, changed_at
                )
                SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), COALESCE(MAX(number), 0) + 1, CAST($3 AS TEXT),
                    CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS TEXT), CAST($7 AS TEXT), CAST($8 AS TEXT),
                    CAST($9 AS BIGINT), CAST($10 AS BIGINT), CAST($11 AS TEXT), CAST($12 AS BIGINT),
                    CAST($12 AS BIGINT)
                FROM gathering
                WHERE season_id = $2 RETURNING number"
            ),
            [args![&id, permit.season()], written(draft), args![kernel.now()]].concat(),
        )
        .await?;
    Ok((id, number))
}

pub(super) async fn update(conn: &mut Conn, permit: &PlanGatherings, id: &Id, draft: &Draft, now: Time) -> Result<()> {
    conn.run(
        sql!(
            "UPDATE gathering
            SET kind = $3, format = $4, title_en = $5, title_es = $6, purpose_en = $7, purpose_es = $8,
                open_before = $9, open_after = $10, choose_until = $11, changed_at = $12
            WHERE season_id = $1 AND id = $2"
        ),
        [args![permit.season(), id], written(draft), args![now]].concat(),
    )
    .await
    .map(drop)
}

pub(super) async fn insert_sitting(kernel: &Kernel, conn: &mut Conn, gathering: &Id, slot: &Slot) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO sitting (
                id, gathering_id, part, starts_local, zone, minutes, starts_at, place, join_url, capacity
            )
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        args![
            kernel.id(),
            gathering,
            slot.part,
            slot.starts.to_string(),
            &slot.zone,
            slot.minutes,
            slot.starts_at,
            &slot.place,
            &slot.join_url,
            slot.capacity
        ],
    )
    .await
    .map(drop)
}

/// Changes a sitting; `is_news` counts the change for calendars. False when more people hold a place than it would
/// have.
pub(super) async fn update_sitting(
    conn: &mut Conn,
    gathering: &Id,
    id: &Id,
    slot: &Slot,
    is_news: bool,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE sitting
                SET part = $3, starts_local = $4, zone = $5, minutes = $6, starts_at = $7, place = $8, join_url = $9,
                    capacity = $10, sequence = sequence + $11
                WHERE gathering_id = $1
                    AND id = $2
                    AND removed_at IS NULL
                    AND (CAST($10 AS BIGINT) IS NULL OR taken <= $10)"
            ),
            args![
                gathering,
                id,
                slot.part,
                slot.starts.to_string(),
                &slot.zone,
                slot.minutes,
                slot.starts_at,
                &slot.place,
                &slot.join_url,
                slot.capacity,
                is_news
            ],
        )
        .await?
        > 0)
}

pub(super) async fn remove_sitting(conn: &mut Conn, gathering: &Id, id: &Id, now: Time) -> Result<()> {
    conn.run(sql!("DELETE FROM sitting_place WHERE gathering_id = $1 AND sitting_id = $2"), args![gathering, id])
        .await?;
    conn.run(
        sql!(
            "UPDATE sitting
            SET removed_at = $3, taken = 0, sequence = sequence + 1
            WHERE gathering_id = $1 AND id = $2"
        ),
        args![gathering, id, now],
    )
    .await
    .map(drop)
}

/// Counts a change for the calendars of every sitting.
pub(super) async fn bump(conn: &mut Conn, gathering: &Id) -> Result<()> {
    conn.run(
        sql!("UPDATE sitting SET sequence = sequence + 1 WHERE gathering_id = $1 AND removed_at IS NULL"),
        args![gathering],
    )
    .await
    .map(drop)
}

/// Tells people of a gathering, once.
pub(super) async fn publish(conn: &mut Conn, permit: &PlanGatherings, id: &Id, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE gathering
                SET published_at = $3, changed_at = $3
                WHERE season_id = $1 AND id = $2 AND published_at IS NULL AND cancelled_at IS NULL"
            ),
            args![permit.season(), id, now],
        )
        .await?
        > 0)
}

pub(super) async fn cancel(conn: &mut Conn, permit: &PlanGatherings, id: &Id, reason: &str, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE gathering
                SET cancelled_at = $4, cancel_reason = $3, changed_at = $4
                WHERE season_id = $1 AND id = $2 AND published_at IS NOT NULL AND cancelled_at IS NULL"
            ),
            args![permit.season(), id, reason, now],
        )
        .await?
        > 0)
}

/// Takes a gathering away that nobody was told of.
pub(super) async fn discard(conn: &mut Conn, permit: &PlanGatherings, id: &Id) -> Result<bool> {
    let is_draft = sql!("SELECT COUNT(*) FROM gathering WHERE season_id = $1 AND id = $2 AND published_at IS NULL");
    if conn.one::<(i64,)>(is_draft, args![permit.season(), id]).await?.0 == 0 {
        return Ok(false);
    }
    conn.run(sql!("DELETE FROM segment WHERE gathering_id = $1"), args![id]).await?;
    conn.run(sql!("DELETE FROM gathering_card WHERE gathering_id = $1"), args![id]).await?;
    conn.run(sql!("DELETE FROM gathering_recording WHERE gathering_id = $1"), args![id]).await?;
    conn.run(sql!("DELETE FROM gathering_approach WHERE gathering_id = $1"), args![id]).await?;
    conn.run(sql!("DELETE FROM sitting WHERE gathering_id = $1"), args![id]).await?;
    conn.run(sql!("DELETE FROM gathering WHERE id = $1 AND published_at IS NULL"), args![id]).await?;
    Ok(true)
}

pub(super) async fn insert_change(
    kernel: &Kernel,
    conn: &mut Conn,
    gathering: &Id,
    changes: &str,
    by: Option<&Id>,
    told: usize,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO gathering_change (id, gathering_id, changes, by_id, at, told)
            VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        args![kernel.id(), gathering, changes, by, kernel.now(), told],
    )
    .await
    .map(drop)
}

/// What changed in a gathering since people were told, newest first.
pub async fn changes(conn: &mut Conn, _: &SeeGatherings, gathering: &Id) -> Result<Vec<Changed>> {
    conn.all(
        sql!(
            "SELECT c.changes AS changes, p.display_name AS by_name, c.at AS at, c.told AS told
            FROM gathering_change c
            LEFT JOIN person p ON p.id = c.by_id
            WHERE c.gathering_id = $1
            ORDER BY c.id DESC LIMIT 20"
        ),
        args![gathering],
    )
    .await
}

/// Everyone who takes part and has an address.
pub(super) async fn addressees(conn: &mut Conn, season: &Id) -> Result<Vec<Addressee>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.display_name AS name, c.value AS email, p.language AS language, p.zone AS zone
            FROM taking_part k
            JOIN person p ON p.id = k.person_id
            JOIN mailbox c ON c.person_id = p.id
            WHERE k.season_id = $1
            ORDER BY p.id"
        ),
        args![season],
    )
    .await
}
