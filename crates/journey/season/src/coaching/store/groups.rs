//! The SQL of group coaching: groups and who is in them, the text that each accepts, sessions.

use crate::coaching::group::{Entry, Group, GroupCounts, Joined, Meeting, New, Planned};
use crate::coaching::model::{Agreement, Became};
use crate::coaching::rules::{Arrange, Own};
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::model::Addressee;
use weft_people::rules::OwnRecord;

/// The text that people of groups accept, if the program wrote one.
pub async fn group_text(conn: &mut Conn, season: &Id) -> Result<Option<Agreement>> {
    conn.opt(
        sql!(
            "SELECT id, version, text_en, text_es, at
            FROM coaching_group_text
            WHERE season_id = $1
            ORDER BY version DESC
            LIMIT 1"
        ),
        args![season],
    )
    .await
}

pub(in crate::coaching) async fn add_group_text(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &Arrange,
    (version, en, es): (i64, &str, &str),
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO coaching_group_text (id, season_id, version, text_en, text_es, at)
            VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        args![kernel.id(), permit.season(), version, en, es, kernel.now()],
    )
    .await
    .map(drop)
}

/// A season's groups, for the program: those that go on first.
pub async fn groups(conn: &mut Conn, permit: &Arrange) -> Result<Vec<Group>> {
    conn.all(
        sql!(
            "SELECT t.*
            FROM coaching_group_told t
            WHERE t.season_id = $1
            ORDER BY CASE WHEN t.ended_at IS NULL THEN 0 ELSE 1 END, t.made_at, t.id"
        ),
        args![permit.season()],
    )
    .await
}

/// The groups of someone, as a coach or as one of those in it, that go on.
pub async fn own_groups(conn: &mut Conn, permit: &Own) -> Result<Vec<Group>> {
    conn.all(
        sql!(
            "SELECT t.*
            FROM coaching_group_told t
            WHERE t.season_id = $1
                AND t.ended_at IS NULL
                AND (
                    t.coach_id = $2
                        OR EXISTS (
                            SELECT 1 FROM coaching_group_member k WHERE k.group_id = t.id AND k.person_id = $3
                        )
                )
            ORDER BY t.made_at, t.id"
        ),
        args![permit.season(), permit.coach(), permit.member()],
    )
    .await
}

/// One of them, or nothing. A coach reads one that has ended.
pub async fn own_group(conn: &mut Conn, permit: &Own, id: &Id) -> Result<Option<Group>> {
    conn.opt(
        sql!(
            "SELECT t.*
            FROM coaching_group_told t
            WHERE t.season_id = $1
                AND t.id = $4
                AND (
                    t.coach_id = $2
                        OR (
                            t.ended_at IS NULL
                                AND EXISTS (
                                    SELECT 1 FROM coaching_group_member k WHERE k.group_id = t.id AND k.person_id = $3
                                )
                        )
                )"
        ),
        args![permit.season(), permit.coach(), permit.member(), id],
    )
    .await
}

/// One for the program.
pub async fn arranged_group(conn: &mut Conn, permit: &Arrange, id: &Id) -> Result<Option<Group>> {
    let sql = sql!("SELECT t.* FROM coaching_group_told t WHERE t.season_id = $1 AND t.id = $2");
    conn.opt(sql, args![permit.season(), id]).await
}

/// One for chores.
pub(in crate::coaching) async fn group_by_id(conn: &mut Conn, id: &Id) -> Result<Option<Group>> {
    conn.opt(sql!("SELECT t.* FROM coaching_group_told t WHERE t.id = $1"), args![id]).await
}

/// Holds a group that goes on until the transaction ends; false where there is none.
pub(in crate::coaching) async fn hold_group(conn: &mut Conn, id: &Id) -> Result<bool> {
    let held = sql!("UPDATE coaching_group SET made_at = made_at WHERE id = $1 AND ended_at IS NULL");
    Ok(conn.run(held, args![id]).await? > 0)
}

pub(in crate::coaching) async fn insert_group(
    conn: &mut Conn,
    permit: &Arrange,
    (id, new): (&Id, &New<'_>),
    now: Time,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO coaching_group (id, season_id, coach_id, name, seats, made_at)
            VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        args![id, permit.season(), new.coach, new.name, new.seats, now],
    )
    .await
    .map(drop)
}

/// Puts someone of the cohort into a group that is held, while it has a place. False where they are in it, where it is
/// full, or where they are the coach or not of the cohort.
pub(in crate::coaching) async fn add_to_group(conn: &mut Conn, group: &Id, person: &Id, now: Time) -> Result<bool> {
    let n = conn
        .run(
            sql!(
                "INSERT INTO coaching_group_member (group_id, person_id, joined_at)
                SELECT g.id, m.person_id, CAST($3 AS BIGINT)
                FROM coaching_group g
                JOIN member m ON m.season_id = g.season_id AND m.person_id = $2 AND m.left_at IS NULL
                WHERE g.id = $1
                    AND g.ended_at IS NULL
                    AND (g.coach_id IS NULL OR g.coach_id <> m.person_id)
                    AND (SELECT COUNT(*) FROM coaching_group_member k WHERE k.group_id = g.id) < g.seats
                ON CONFLICT DO NOTHING"
            ),
            args![group, person, now],
        )
        .await?;
    Ok(n > 0)
}

/// Takes someone out of a group; false where they are not in it.
pub(in crate::coaching) async fn drop_from_group(conn: &mut Conn, group: &Id, person: &Id) -> Result<bool> {
    let sql = sql!("DELETE FROM coaching_group_member WHERE group_id = $1 AND person_id = $2");
    Ok(conn.run(sql, args![group, person]).await? > 0)
}

/// Accepts the text there is, for oneself. False where one is not in the group, or accepted it before.
pub(in crate::coaching) async fn accept_group(
    conn: &mut Conn,
    permit: &Own,
    (group, text): (&Id, &Id),
    now: Time,
) -> Result<bool> {
    let n = conn
        .run(
            sql!(
                "UPDATE coaching_group_member
                SET text_id = $3, accepted_at = $4
                WHERE group_id = $1 AND person_id = $2 AND (text_id IS NULL OR text_id <> $3)"
            ),
            args![group, permit.member(), text, now],
        )
        .await?;
    Ok(n > 0)
}

/// Who is in a group.
pub async fn in_group(conn: &mut Conn, group: &Id) -> Result<Vec<Joined>> {
    conn.all(
        sql!(
            "SELECT k.person_id AS person_id, p.display_name AS name, k.text_id AS text_id,
                k.accepted_at AS accepted_at
            FROM coaching_group_member k
            JOIN person p ON p.id = k.person_id
            WHERE k.group_id = $1
            ORDER BY p.sort_key, p.id"
        ),
        args![group],
    )
    .await
}

/// Everyone in the cohort, to choose from.
pub async fn cohort(conn: &mut Conn, permit: &Arrange) -> Result<Vec<(Id, String)>> {
    conn.all(
        sql!(
            "SELECT p.id, p.display_name
            FROM member m
            JOIN person p ON p.id = m.person_id
            WHERE m.season_id = $1 AND m.left_at IS NULL
            ORDER BY p.sort_key, p.id"
        ),
        args![permit.season()],
    )
    .await
}

pub(in crate::coaching) async fn end_group(conn: &mut Conn, id: &Id, now: Time) -> Result<bool> {
    let n = conn
        .run(sql!("UPDATE coaching_group SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL"), args![id, now])
        .await?;
    Ok(n > 0)
}

/// Sessions of a group, in their order.
pub async fn meetings(conn: &mut Conn, group: &Id) -> Result<Vec<Meeting>> {
    conn.all(
        sql!(
            "SELECT id, group_id, starts_local, starts_at, zone, minutes, place_sealed, made_at, canceled_at, became,
                came
            FROM coaching_group_session
            WHERE group_id = $1
            ORDER BY starts_at, id"
        ),
        args![group],
    )
    .await
}

pub(in crate::coaching) async fn insert_meeting(
    conn: &mut Conn,
    (id, group): (&Id, &Id),
    (new, place_sealed): (&Planned<'_>, &str),
    now: Time,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO coaching_group_session (
                id, group_id, starts_local, starts_at, zone, minutes, place_sealed, made_at, came
            )
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)"
        ),
        args![id, group, new.starts_local, new.starts_at, new.zone, new.minutes, place_sealed, now],
    )
    .await
    .map(drop)
}

/// Cancels one that has not begun; false where it has, or is canceled.
pub(in crate::coaching) async fn cancel_meeting(conn: &mut Conn, id: &Id, now: Time) -> Result<bool> {
    let n = conn
        .run(
            sql!(
                "UPDATE coaching_group_session
                SET canceled_at = $2
                WHERE id = $1 AND canceled_at IS NULL AND starts_at > $2"
            ),
            args![id, now],
        )
        .await?;
    Ok(n > 0)
}

pub(in crate::coaching) async fn report_meeting(conn: &mut Conn, id: &Id, (became, came): (Became, i64)) -> Result<()> {
    conn.run(
        sql!("UPDATE coaching_group_session SET became = $2, came = $3 WHERE id = $1 AND canceled_at IS NULL"),
        args![id, became, came],
    )
    .await
    .map(drop)
}

/// Who gets emails of a group: those in it, and its coach.
pub(in crate::coaching) async fn group_addressees(conn: &mut Conn, group: &Id) -> Result<Vec<Addressee>> {
    conn.all(
        sql!(
            "SELECT p.id AS person_id, p.display_name AS name, e.value AS email, p.language AS language, p.zone AS zone
            FROM person p
            JOIN mailbox e ON e.person_id = p.id
            WHERE p.id IN (SELECT k.person_id FROM coaching_group_member k WHERE k.group_id = $1)
                OR p.id IN (SELECT g.coach_id FROM coaching_group g WHERE g.id = $1)
            ORDER BY p.id"
        ),
        args![group],
    )
    .await
}

/// Groups that go on without a coach, and the season of each.
pub(in crate::coaching) async fn groups_left(conn: &mut Conn) -> Result<Vec<(Id, String)>> {
    conn.all(
        sql!(
            "SELECT g.id, s.slug
            FROM coaching_group g
            JOIN season s ON s.id = g.season_id
            WHERE g.ended_at IS NULL
                AND NOT EXISTS (
                    SELECT 1
                    FROM role r
                    WHERE r.season_id = g.season_id
                        AND r.person_id = g.coach_id
                        AND r.role = 'coach'
                        AND r.until IS NULL
                )
            ORDER BY g.id"
        ),
        args![],
    )
    .await
}

/// People who are in a group and not in the cohort any more: group, person, season.
pub(in crate::coaching) async fn left_of_groups(conn: &mut Conn) -> Result<Vec<(Id, Id, String)>> {
    conn.all(
        sql!(
            "SELECT g.id, k.person_id, s.slug
            FROM coaching_group_member k
            JOIN coaching_group g ON g.id = k.group_id AND g.ended_at IS NULL
            JOIN season s ON s.id = g.season_id
            WHERE NOT EXISTS (
                SELECT 1
                FROM member m
                WHERE m.season_id = g.season_id AND m.person_id = k.person_id AND m.left_at IS NULL
            )
            ORDER BY g.id, k.person_id"
        ),
        args![],
    )
    .await
}

/// What the program reads of each group's sessions.
pub async fn group_counts(conn: &mut Conn, permit: &Arrange, now: Time) -> Result<Vec<GroupCounts>> {
    conn.all(
        sql!(
            "SELECT x.group_id AS group_id,
                CAST(SUM(CASE WHEN x.became = 'held' THEN 1 ELSE 0 END) AS BIGINT) AS held,
                CAST(SUM(CASE WHEN x.became = 'held' THEN x.came ELSE 0 END) AS BIGINT) AS came,
                CAST(SUM(CASE WHEN x.starts_at > $2 THEN 1 ELSE 0 END) AS BIGINT) AS ahead,
                CAST(SUM(CASE WHEN x.starts_at <= $2 AND x.became IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS waiting
            FROM coaching_group_session x
            JOIN coaching_group g ON g.id = x.group_id
            WHERE g.season_id = $1 AND x.canceled_at IS NULL
            GROUP BY x.group_id
            ORDER BY x.group_id"
        ),
        args![permit.season(), now],
    )
    .await
}

/// Sessions ahead of someone's groups, for their calendar.
pub(in crate::coaching) async fn group_entries(conn: &mut Conn, own: &OwnRecord, now: Time) -> Result<Vec<Entry>> {
    conn.all(
        sql!(
            "SELECT x.id AS id, x.group_id AS group_id, t.season_slug AS season_slug, t.program_name AS program_name,
                x.starts_local AS starts_local, x.zone AS zone, x.minutes AS minutes, x.made_at AS made_at
            FROM coaching_group_session x
            JOIN coaching_group_told t ON t.id = x.group_id
            WHERE x.canceled_at IS NULL
                AND x.starts_at > $2
                AND t.ended_at IS NULL
                AND (
                    t.coach_id = $1
                        OR EXISTS (
                            SELECT 1 FROM coaching_group_member k WHERE k.group_id = t.id AND k.person_id = $1
                        )
                )
            ORDER BY x.starts_at, x.id"
        ),
        args![own.person(), now],
    )
    .await
}

/// The home teams there are now, and who is in each.
pub async fn home_teams(conn: &mut Conn, permit: &Arrange) -> Result<Vec<(Id, String, Id)>> {
    conn.all(
        sql!(
            "SELECT t.id, t.name, i.person_id
            FROM in_team i
            JOIN home_team t ON t.id = i.team_id
            WHERE i.season_id = $1
            ORDER BY t.position, t.id, i.person_id"
        ),
        args![permit.season()],
    )
    .await
}

/// Everyone in a season's groups that go on, by group.
pub async fn in_groups(conn: &mut Conn, permit: &Arrange) -> Result<Vec<(Id, Id, String)>> {
    conn.all(
        sql!(
            "SELECT g.id, p.id, p.display_name
            FROM coaching_group_member k
            JOIN coaching_group g ON g.id = k.group_id
            JOIN person p ON p.id = k.person_id
            WHERE g.season_id = $1 AND g.ended_at IS NULL
            ORDER BY g.id, p.sort_key, p.id"
        ),
        args![permit.season()],
    )
    .await
}
