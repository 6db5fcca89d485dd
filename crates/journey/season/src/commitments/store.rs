//! The SQL of commitments. That of reminders and of links stands below.

mod links;

pub use links::*;

use super::model::{Agreement, Check, Commitment, Counts, Draft, MOST, State, ThemeCount, Witnessing};
use super::rules::{Commit, CountCommitments, SeeShared};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, row, sql};
use weft_people::rules::OwnRecord;

/// Everything someone of the cohort may read: their own first, then what they witness, their team's and the cohort's.
pub async fn readable(conn: &mut Conn, permit: &Commit) -> Result<Vec<Commitment>> {
    conn.all(
        sql!(
            "SELECT c.*,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM team_mate x
                        WHERE x.season_id = c.season_id AND x.person_id = $2 AND x.mate_id = c.person_id
                    ) THEN 1
                    ELSE 0
                END AS is_team
            FROM commitment_reader r
            JOIN commitment_told c ON c.id = r.commitment_id
            WHERE r.reader_id = $2 AND c.season_id = $1
            ORDER BY CASE WHEN c.person_id = $2 THEN 0 ELSE 1 END, c.sort_key, c.person_id, c.made_at DESC, c.id"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// One of those, or nothing.
pub async fn one(conn: &mut Conn, permit: &Commit, id: &Id) -> Result<Option<Commitment>> {
    conn.opt(
        sql!(
            "SELECT c.*,
                CASE
                    WHEN EXISTS (
                        SELECT 1
                        FROM team_mate x
                        WHERE x.season_id = c.season_id AND x.person_id = $2 AND x.mate_id = c.person_id
                    ) THEN 1
                    ELSE 0
                END AS is_team
            FROM commitment_reader r
            JOIN commitment_told c ON c.id = r.commitment_id
            WHERE r.reader_id = $2 AND c.season_id = $1 AND c.id = $3"
        ),
        args![permit.season(), permit.person(), id],
    )
    .await
}

/// What is shared with the whole cohort, for the season's team.
pub async fn shared(conn: &mut Conn, permit: &SeeShared) -> Result<Vec<Commitment>> {
    conn.all(
        sql!(
            "SELECT c.*, 0 AS is_team
            FROM commitment_told c
            JOIN member m ON m.season_id = c.season_id AND m.person_id = c.person_id AND m.left_at IS NULL
            WHERE c.season_id = $1 AND c.seen_by = 'cohort'
            ORDER BY c.sort_key, c.person_id, c.made_at DESC, c.id"
        ),
        args![permit.season()],
    )
    .await
}

/// How many there are of people who take part.
pub async fn counts(conn: &mut Conn, permit: &CountCommitments) -> Result<Counts> {
    conn.one(
        sql!(
            "SELECT COUNT(DISTINCT c.person_id) AS people, COUNT(c.id) AS made,
                COUNT(CASE WHEN c.state = 'open' THEN 1 END) AS open,
                COUNT(CASE WHEN c.state = 'adapted' THEN 1 END) AS adapted,
                COUNT(CASE WHEN c.state = 'kept' THEN 1 END) AS kept,
                COUNT(CASE WHEN c.state = 'paused' THEN 1 END) AS paused,
                COUNT(CASE WHEN c.state = 'let-go' THEN 1 END) AS let_go
            FROM commitment c
            JOIN member m ON m.season_id = c.season_id AND m.person_id = c.person_id AND m.left_at IS NULL
            WHERE c.season_id = $1"
        ),
        args![permit.season()],
    )
    .await
}

/// How many people have something to do with a theme, of those who let that be counted.
pub async fn themes(conn: &mut Conn, permit: &CountCommitments) -> Result<Vec<ThemeCount>> {
    conn.all(
        sql!(
            "SELECT c.theme AS theme, COUNT(DISTINCT c.person_id) AS people, COUNT(*) AS n
            FROM commitment c
            JOIN member m ON m.season_id = c.season_id AND m.person_id = c.person_id AND m.left_at IS NULL
            WHERE c.season_id = $1 AND c.theme IS NOT NULL
            GROUP BY c.theme
            ORDER BY COUNT(*) DESC, c.theme"
        ),
        args![permit.season()],
    )
    .await
}

/// Who takes part in the cohort now.
pub async fn members(conn: &mut Conn, permit: &CountCommitments) -> Result<i64> {
    let (n,): (i64,) = conn
        .one(sql!("SELECT COUNT(*) FROM member WHERE season_id = $1 AND left_at IS NULL"), args![permit.season()])
        .await?;
    Ok(n)
}

/// Who can be asked to be a witness: the others of the cohort, by name.
pub async fn others(conn: &mut Conn, permit: &Commit) -> Result<Vec<(String, String)>> {
    conn.all(
        sql!(
            "SELECT p.id, p.display_name
            FROM member m
            JOIN person p ON p.id = m.person_id
            WHERE m.season_id = $1 AND m.left_at IS NULL AND m.person_id <> $2
            ORDER BY p.sort_key, p.id"
        ),
        args![permit.season(), permit.person()],
    )
    .await
}

/// The check-ins of a commitment that one may read, the newest first.
pub async fn checks(conn: &mut Conn, permit: &Commit, id: &Id) -> Result<Vec<Check>> {
    conn.all(
        sql!(
            "SELECT k.id AS id, k.at AS at, k.state AS state, k.learning AS learning
            FROM commitment_check k
            JOIN commitment_reader r ON r.commitment_id = k.commitment_id AND r.reader_id = $2
            JOIN commitment c ON c.id = k.commitment_id
            WHERE c.season_id = $1 AND k.commitment_id = $3
            ORDER BY k.at DESC, k.id DESC"
        ),
        args![permit.season(), permit.person(), id],
    )
    .await
}

/// Writes a new one; false where the person has as many as anyone may.
pub(super) async fn insert(conn: &mut Conn, permit: &Commit, new: (&Id, &Draft), at: Dates) -> Result<bool> {
    let (id, draft) = new;
    Ok(conn
        .run(
            sql!(
                "INSERT INTO commitment (
                    id, season_id, person_id, what, cue, by_on, support, seen_by, theme, state, rhythm, next_at,
                    made_at, changed_at
                )
                SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS TEXT),
                    CAST($6 AS TEXT), CAST($7 AS TEXT), CAST($8 AS TEXT), CAST($9 AS TEXT), 'open', CAST($10 AS TEXT),
                    CAST($11 AS BIGINT), CAST($12 AS BIGINT), CAST($12 AS BIGINT)
                WHERE (SELECT COUNT(*) FROM commitment o WHERE o.season_id = $2 AND o.person_id = $3) < $13"
            ),
            args![
                id,
                permit.season(),
                permit.person(),
                draft.what.as_str(),
                draft.cue.as_str(),
                draft.by_on.as_deref(),
                draft.support.as_str(),
                draft.seen_by,
                draft.theme,
                draft.rhythm,
                at.next,
                at.now,
                MOST
            ],
        )
        .await?
        > 0)
}

/// When something happens, and when it is asked after next.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dates {
    pub now: Time,
    pub next: Option<Time>,
}

/// Changes what one's own says; false where it is gone or another's.
pub(super) async fn update(conn: &mut Conn, permit: &Commit, id: &Id, draft: &Draft, at: Dates) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE commitment
                SET what = $4, cue = $5, by_on = $6, support = $7, seen_by = $8, theme = $9, rhythm = $10,
                    next_at = $11, changed_at = $12
                WHERE id = $1 AND season_id = $2 AND person_id = $3"
            ),
            args![
                id,
                permit.season(),
                permit.person(),
                draft.what.as_str(),
                draft.cue.as_str(),
                draft.by_on.as_deref(),
                draft.support.as_str(),
                draft.seen_by,
                draft.theme,
                draft.rhythm,
                at.next,
                at.now
            ],
        )
        .await?
        > 0)
}

/// Asks someone of the cohort to be the witness of one's own, or changes what was agreed on. Whoever is asked anew
/// answers anew; so does whoever reads other terms. Nothing is asked of someone who is not in the cohort.
pub(super) async fn ask(
    conn: &mut Conn,
    permit: &Commit,
    id: &Id,
    with: &Agreement,
    until_at: Option<Time>,
    now: Time,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "INSERT INTO commitment_witness (
                    commitment_id, person_id, state, missed, until_on, until_at, asked_at
                )
                SELECT c.id, m.person_id, 'asked', CAST($5 AS TEXT), CAST($6 AS TEXT), CAST($7 AS BIGINT),
                    CAST($8 AS BIGINT)
                FROM commitment c
                JOIN member m ON m.season_id = c.season_id AND m.person_id = $4 AND m.left_at IS NULL
                WHERE c.id = $1 AND c.season_id = $2 AND c.person_id = $3 AND m.person_id <> c.person_id
                ON CONFLICT (commitment_id) DO UPDATE SET person_id = excluded.person_id, state = 'asked',
                    missed = excluded.missed, until_on = excluded.until_on, until_at = excluded.until_at,
                    asked_at = excluded.asked_at, answered_at = NULL
                WHERE commitment_witness.person_id <> excluded.person_id
                    OR commitment_witness.missed <> excluded.missed
                    OR COALESCE(commitment_witness.until_on, '') <> COALESCE(excluded.until_on, '')"
            ),
            args![
                id,
                permit.season(),
                permit.person(),
                &with.person,
                with.missed.as_str(),
                with.until_on.as_deref(),
                until_at,
                now
            ],
        )
        .await?
        > 0)
}

/// Has no witness any more.
pub(super) async fn unask(conn: &mut Conn, permit: &Commit, id: &Id) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "DELETE FROM commitment_witness
                WHERE commitment_id = $1
                    AND commitment_id IN (SELECT c.id FROM commitment c WHERE c.season_id = $2 AND c.person_id = $3)"
            ),
            args![id, permit.season(), permit.person()],
        )
        .await?
        > 0)
}

/// Whoever was asked answers, or stops being a witness. Twice is harmless.
pub(super) async fn answer(conn: &mut Conn, permit: &Commit, id: &Id, answer: Witnessing, now: Time) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE commitment_witness
                SET state = $4, answered_at = $5
                WHERE commitment_id = $1
                    AND person_id = $3
                    AND state <> $4
                    AND state <> 'no'
                    AND commitment_id IN (
                        SELECT c.id
                        FROM commitment c
                        JOIN commitment_reader r ON r.commitment_id = c.id AND r.reader_id = $3
                        WHERE c.season_id = $2
                    )"
            ),
            args![id, permit.season(), permit.person(), answer, now],
        )
        .await?
        > 0)
}

row! {
    /// What a check-in needs to know of one's own.
    pub struct Own { state: State, rhythm: super::model::Rhythm, next_at: Option<Time>, what: String }
}

/// One's own, held until the transaction ends: two presses come one after the other.
pub(super) async fn hold(conn: &mut Conn, permit: &Commit, id: &Id) -> Result<Option<Own>> {
    conn.run(
        sql!("UPDATE commitment SET changed_at = changed_at WHERE id = $1 AND season_id = $2 AND person_id = $3"),
        args![id, permit.season(), permit.person()],
    )
    .await?;
    conn.opt(
        sql!("SELECT state, rhythm, next_at, what FROM commitment WHERE id = $1 AND season_id = $2 AND person_id = $3"),
        args![id, permit.season(), permit.person()],
    )
    .await
}

/// A check-in on one's own, which [`hold`] holds.
pub(super) async fn check(
    kernel: &Kernel,
    conn: &mut Conn,
    (id, was): (&Id, &Own),
    (state, learning): (State, &str),
    next: Option<Time>,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO commitment_check (id, commitment_id, at, state, learning, was_state, was_next_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        args![kernel.id(), id, kernel.now(), state, learning, was.state, was.next_at],
    )
    .await?;
    conn.run(sql!("UPDATE commitment SET state = $2, next_at = $3 WHERE id = $1"), args![id, state, next])
        .await
        .map(drop)
}

/// Whether the last check-in since a moment said just this.
pub(super) async fn was_said(conn: &mut Conn, id: &Id, said: (State, &str), since: Time) -> Result<bool> {
    let last: Option<(State, String)> = conn
        .opt(
            sql!(
                "SELECT state, learning
                FROM commitment_check
                WHERE commitment_id = $1 AND at > $2
                ORDER BY at DESC, id DESC LIMIT 1"
            ),
            args![id, since],
        )
        .await?;
    Ok(last.is_some_and(|(state, learning)| state == said.0 && learning == said.1))
}

row! { pub struct Undone { id: Id, was_state: State, was_next_at: Option<Time> } }

/// Takes the last check-in back, if it is the one that is named. What was shared as a celebration stays.
pub(super) async fn undo(conn: &mut Conn, id: &Id, check: &Id) -> Result<bool> {
    let last: Option<Undone> = conn
        .opt(
            sql!(
                "SELECT id, was_state, was_next_at
                FROM commitment_check
                WHERE commitment_id = $1
                ORDER BY at DESC, id DESC LIMIT 1"
            ),
            args![id],
        )
        .await?;
    let Some(last) = last.filter(|l| l.id == *check) else { return Ok(false) };
    conn.run(sql!("DELETE FROM commitment_check WHERE id = $1"), args![&last.id]).await?;
    conn.run(
        sql!("UPDATE commitment SET state = $2, next_at = $3 WHERE id = $1"),
        args![id, last.was_state, last.was_next_at],
    )
    .await?;
    Ok(true)
}

/// Deletes one's own with everything that hangs on it; false where it is gone or another's.
pub(super) async fn delete(conn: &mut Conn, permit: &Commit, id: &Id) -> Result<bool> {
    if hold(conn, permit, id).await?.is_none() {
        return Ok(false);
    }
    for sql in [
        sql!("DELETE FROM commitment_key WHERE commitment_id = $1"),
        sql!("DELETE FROM commitment_check WHERE commitment_id = $1"),
        sql!("DELETE FROM commitment_witness WHERE commitment_id = $1"),
        sql!("DELETE FROM commitment WHERE id = $1"),
    ] {
        conn.run(sql, args![id]).await?;
    }
    Ok(true)
}

/// That one's own, which was kept, is a celebration now; false where it is one already or was not kept.
pub(super) async fn celebrated(conn: &mut Conn, permit: &Commit, id: &Id, celebration: &Id) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE commitment
                SET celebration_id = $4
                WHERE id = $1 AND season_id = $2 AND person_id = $3 AND state = 'kept' AND celebration_id IS NULL"
            ),
            args![id, permit.season(), permit.person(), celebration],
        )
        .await?
        > 0)
}

row! {
    /// One's own on the start page.
    pub struct Mine { id: Id, season_slug: String, what: String, cue: String, state: State }
}

/// What someone goes on with in seasons that they take part in, the newest first.
pub async fn mine(conn: &mut Conn, own: &OwnRecord) -> Result<Vec<Mine>> {
    conn.all(
        sql!(
            "SELECT c.id AS id, s.slug AS season_slug, c.what AS what, c.cue AS cue, c.state AS state
            FROM commitment c
            JOIN season s ON s.id = c.season_id
            JOIN member m ON m.season_id = c.season_id AND m.person_id = c.person_id AND m.left_at IS NULL
            WHERE c.person_id = $1 AND c.state IN ('open', 'adapted')
            ORDER BY c.made_at DESC, c.id LIMIT 3"
        ),
        args![own.person()],
    )
    .await
}
