//! The SQL of imported files: their rows until they are imported, where each column goes, under which id it is kept.

use crate::applications::model::ImportFile;
use crate::applications::rules::FillPool;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::{Conn, Result};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// A file whose rows wait to be imported.
pub(in crate::applications) struct NewFile<'a> {
    pub name: &'a str,
    pub headers: &'a str,
    pub mapping: &'a str,
    pub rows: usize,
    pub by: &'a Id,
}

pub(in crate::applications) async fn insert_file(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &FillPool,
    new: &NewFile<'_>,
) -> Result<Id> {
    let id = kernel.id();
    conn.run(
        sql!(
            "INSERT INTO import_file (id, season_id, name, headers, mapping, row_count, created_by, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        args![&id, permit.season(), new.name, new.headers, new.mapping, new.rows, new.by, kernel.now()],
    )
    .await?;
    Ok(id)
}

pub(in crate::applications) async fn insert_file_row(
    conn: &mut Conn,
    file: &Id,
    line: usize,
    cells: &str,
) -> Result<()> {
    conn.run(sql!("INSERT INTO import_row (import_id, line, cells) VALUES ($1, $2, $3)"), args![file, line, cells])
        .await
        .map(drop)
}

pub(in crate::applications) async fn file(conn: &mut Conn, permit: &FillPool, id: &Id) -> Result<Option<ImportFile>> {
    conn.opt(
        sql!(
            "SELECT id, name, headers, mapping, row_count, result
            FROM import_file
            WHERE season_id = $1 AND id = $2"
        ),
        args![permit.season(), id],
    )
    .await
}

pub(in crate::applications) async fn file_rows(conn: &mut Conn, file: &Id, limit: i64) -> Result<Vec<(i64, String)>> {
    conn.all(sql!("SELECT line, cells FROM import_row WHERE import_id = $1 ORDER BY line LIMIT $2"), args![file, limit])
        .await
}

pub(in crate::applications) async fn set_file_mapping(conn: &mut Conn, file: &Id, mapping: &str) -> Result<()> {
    conn.run(sql!("UPDATE import_file SET mapping = $2 WHERE id = $1"), args![file, mapping]).await.map(drop)
}

/// Keeps the result and drops the rows: what was imported has its place, the rest is not kept.
pub(in crate::applications) async fn finish_file(conn: &mut Conn, file: &Id, result: &str) -> Result<()> {
    conn.run(sql!("UPDATE import_file SET result = $2 WHERE id = $1"), args![file, result]).await?;
    conn.run(sql!("DELETE FROM import_row WHERE import_id = $1"), args![file]).await.map(drop)
}

/// Drops files that were read before a moment and never imported, with their rows.
pub(in crate::applications) async fn forget_unfinished(conn: &mut Conn, before: Time) -> Result<()> {
    conn.run(
        sql!(
            "DELETE FROM import_row
            WHERE import_id IN (SELECT f.id FROM import_file f WHERE f.result IS NULL AND f.created_at < $1)"
        ),
        args![before],
    )
    .await?;
    conn.run(sql!("DELETE FROM import_file WHERE result IS NULL AND created_at < $1"), args![before]).await.map(drop)
}

pub(in crate::applications) async fn saved_mapping(
    conn: &mut Conn,
    permit: &FillPool,
    header_hash: &str,
) -> Result<Option<String>> {
    let found: Option<(String,)> = conn
        .opt(
            sql!("SELECT mapping FROM import_mapping WHERE season_id = $1 AND header_hash = $2"),
            args![permit.season(), header_hash],
        )
        .await?;
    Ok(found.map(|(m,)| m))
}

pub(in crate::applications) async fn save_mapping(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &FillPool,
    header_hash: &str,
    mapping: &str,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO import_mapping (id, season_id, header_hash, mapping, at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (season_id, header_hash) DO UPDATE SET mapping = excluded.mapping, at = excluded.at"
        ),
        args![kernel.id(), permit.season(), header_hash, mapping, kernel.now()],
    )
    .await
    .map(drop)
}

/// A column of an imported file, as it is kept.
pub(in crate::applications) struct NewColumn<'a> {
    pub header_hash: &'a str,
    pub position: usize,
    pub header: &'a str,
    pub id: &'a str,
    pub label: &'a str,
}

pub(in crate::applications) async fn insert_column(
    conn: &mut Conn,
    permit: &FillPool,
    new: &NewColumn<'_>,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO answer_column (season_id, header_hash, position, header, column_id, label)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (season_id, header_hash, position) DO NOTHING"
        ),
        args![permit.season(), new.header_hash, new.position, new.header, new.id, new.label],
    )
    .await
    .map(drop)
}

/// Every column of a season that has an id: header and id.
pub(in crate::applications) async fn columns_by_header(
    conn: &mut Conn,
    permit: &FillPool,
) -> Result<Vec<(String, String)>> {
    conn.all(sql!("SELECT DISTINCT header, column_id FROM answer_column WHERE season_id = $1"), args![permit.season()])
        .await
}

/// The ids of the columns of a file with these headers, in their order.
pub(in crate::applications) async fn column_ids(
    conn: &mut Conn,
    permit: &FillPool,
    header_hash: &str,
) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = conn
        .all(
            sql!(
                "SELECT column_id
                FROM answer_column
                WHERE season_id = $1 AND header_hash = $2
                ORDER BY position"
            ),
            args![permit.season(), header_hash],
        )
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// What the imported columns of a season are called, by id.
pub(in crate::applications) async fn column_labels(conn: &mut Conn, season: &Id) -> Result<Vec<(String, String)>> {
    conn.all(
        sql!(
            "SELECT column_id, label
            FROM answer_column
            WHERE season_id = $1
            ORDER BY column_id, header_hash, position"
        ),
        args![season],
    )
    .await
}
