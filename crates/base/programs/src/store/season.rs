//! The SQL that makes and changes a season: its days, what it is for, how it is built.

use super::{elements, objectives};
use crate::model::{Element, Season};
use crate::rules::{RunSeason, SeeSeason};
use weft_kernel::Kernel;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

#[derive(Clone, Debug)]
pub struct NewSeason {
    pub program_id: Id,
    pub slug: String,
    pub name: String,
    pub label: Option<String>,
    pub starts_on: String,
    pub ends_on: String,
    pub seats: i64,
    pub zone: String,
    pub is_pilot: bool,
}

pub async fn insert_season(kernel: &Kernel, conn: &mut Conn, new: &NewSeason) -> Result<Option<Id>> {
    let id = kernel.id();
    let made = conn
        .run(
            sql!(
                "INSERT INTO season (
                    id, program_id, slug, name, label, starts_on, ends_on, seats, zone, is_pilot, created_at
                )
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                ON CONFLICT (slug) DO NOTHING"
            ),
            args![
                &id,
                &new.program_id,
                &new.slug,
                &new.name,
                new.label.clone(),
                &new.starts_on,
                &new.ends_on,
                new.seats,
                &new.zone,
                new.is_pilot,
                kernel.now()
            ],
        )
        .await?;
    Ok((made > 0).then_some(id))
}

/// Holds a season's settings against others until the caller's transaction ends.
pub(crate) async fn hold_season(conn: &mut Conn, run: &RunSeason) -> Result<()> {
    conn.run(sql!("UPDATE season SET name = name WHERE id = $1"), args![run.season()]).await.map(drop)
}

/// Changes a season. Seats never fall below those already taken; then nothing changes and it says so.
pub(crate) async fn update_season(conn: &mut Conn, run: &RunSeason, s: &Season) -> Result<bool> {
    Ok(conn
        .run(
            sql!(
                "UPDATE season
                SET name = $2, label = $3, starts_on = $4, ends_on = $5, seats = $6, zone = $7, is_pilot = $8,
                    eligibility_text = $9, priority_text = $10, eligibility_text_es = $11, priority_text_es = $12
                WHERE id = $1 AND seats_taken <= $6"
            ),
            args![
                run.season(),
                &s.name,
                s.label.clone(),
                &s.starts_on,
                &s.ends_on,
                s.seats,
                &s.zone,
                s.is_pilot,
                &s.eligibility_text,
                &s.priority_text,
                &s.eligibility_text_es,
                &s.priority_text_es
            ],
        )
        .await?
        > 0)
}

/// Names who reads what people need, in place of whoever was named before; nobody is `None`. `false` when someone else
/// is named by now.
pub(crate) async fn set_access_contact(
    conn: &mut Conn,
    run: &RunSeason,
    before: Option<&Id>,
    to: Option<&Id>,
) -> Result<bool> {
    Ok(conn
        .run(
            sql!("UPDATE season SET access_contact_id = $3 WHERE id = $1 AND COALESCE(access_contact_id, '') = $2"),
            args![run.season(), before.map_or("", Id::as_str), to],
        )
        .await?
        > 0)
}

pub async fn insert_objective(
    kernel: &Kernel,
    conn: &mut Conn,
    season: &Id,
    position: usize,
    title: &str,
    text: &str,
) -> Result<()> {
    conn.run(
        sql!("INSERT INTO objective (id, season_id, position, title, text) VALUES ($1, $2, $3, $4, $5)"),
        args![kernel.id(), season, position, title, text],
    )
    .await
    .map(drop)
}

pub async fn clear_objectives(conn: &mut Conn, run: &RunSeason) -> Result<()> {
    conn.run(sql!("DELETE FROM objective WHERE season_id = $1"), args![run.season()]).await.map(drop)
}

pub async fn insert_element(kernel: &Kernel, conn: &mut Conn, season: &Id, position: usize, e: &Element) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO element (id, season_id, position, kind, title, planned, attendance_rule, budget_cents)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        args![kernel.id(), season, position, &e.kind, &e.title, e.planned, &e.attendance_rule, e.budget_cents],
    )
    .await
    .map(drop)
}

/// Copies objectives and design elements from one season to another, for a clone.
pub(crate) async fn copy_design(kernel: &Kernel, conn: &mut Conn, from: &SeeSeason, to: &Id) -> Result<()> {
    for (i, o) in objectives(conn, from.season()).await?.iter().enumerate() {
        insert_objective(kernel, conn, to, i, &o.title, &o.text).await?;
    }
    for (i, e) in elements(conn, from).await?.iter().enumerate() {
        insert_element(kernel, conn, to, i, e).await?;
    }
    Ok(())
}

/// Steps of the setup that a season does not need.
pub async fn skipped_steps(conn: &mut Conn, run: &RunSeason) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = conn
        .all(sql!("SELECT step FROM setup_skipped WHERE season_id = $1 ORDER BY step"), args![run.season()])
        .await?;
    Ok(rows.into_iter().map(|(step,)| step).collect())
}

/// Whether this changed anything.
pub(crate) async fn need_step(conn: &mut Conn, run: &RunSeason, step: &str, is_needed: bool) -> Result<bool> {
    let sql = if is_needed {
        sql!("DELETE FROM setup_skipped WHERE season_id = $1 AND step = $2")
    } else {
        sql!("INSERT INTO setup_skipped (season_id, step) VALUES ($1, $2) ON CONFLICT (season_id, step) DO NOTHING")
    };
    Ok(conn.run(sql, args![run.season(), step]).await? > 0)
}
