//! The SQL of imported files: their rows until they are imported, where each column goes, under which id it is kept.

use crate::applications::model::{ImportFile, Kind, ListedFile};
use crate::applications::rules::FillPool;
use weft_kernel::Kernel;
use weft_kernel::clock::Time;
use weft_kernel::db::dialect::Bulk;
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
    pub kind: Kind,
    /// How the file was read, as JSON.
    pub how: &'a str,
    /// When it was settled where its columns go.
    pub confirmed_at: Option<Time>,
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
    conn.run(
        sql!("INSERT INTO import_reading (import_id, kind, how, confirmed_at) VALUES ($1, $2, $3, $4)"),
        args![&id, new.kind, new.how, new.confirmed_at],
    )
    .await?;
    Ok(id)
}

const ROW: Bulk = Bulk { table: "import_row", columns: &["import_id", "line", "cells"], after: "" };

/// Keeps rows of a file: line, and cells as JSON.
pub(in crate::applications) async fn insert_file_rows(
    conn: &mut Conn,
    file: &Id,
    rows: Vec<(usize, String)>,
) -> Result<()> {
    ROW.insert(conn, rows.into_iter().map(|(line, cells)| args![file, line, cells]).collect()).await
}

pub(in crate::applications) async fn file(conn: &mut Conn, permit: &FillPool, id: &Id) -> Result<Option<ImportFile>> {
    conn.opt(
        sql!(
            "SELECT f.id AS id, f.name AS name, f.headers AS headers, f.mapping AS mapping, f.row_count AS row_count,
                f.result AS result, COALESCE(r.kind, 'applications') AS kind, COALESCE(r.how, '{}') AS how,
                r.confirmed_at AS confirmed_at, f.taken_at AS taken_at, f.undone_at AS undone_at, f.undone AS undone
            FROM import_file f
            LEFT JOIN import_reading r ON r.import_id = f.id
            WHERE f.season_id = $1 AND f.id = $2"
        ),
        args![permit.season(), id],
    )
    .await
}

/// The newest files of a season, imported or not.
pub(in crate::applications) async fn files_of(conn: &mut Conn, permit: &FillPool) -> Result<Vec<ListedFile>> {
    conn.all(
        sql!(
            "SELECT f.id AS id, f.name AS name, COALESCE(r.kind, 'applications') AS kind, f.row_count AS row_count,
                f.created_at AS created_at, CASE WHEN f.result IS NULL THEN 0 ELSE 1 END AS is_done,
                f.added AS added, f.updated AS updated, f.undone_at AS undone_at, f.undone AS undone
            FROM import_file f
            LEFT JOIN import_reading r ON r.import_id = f.id
            WHERE f.season_id = $1
            ORDER BY f.created_at DESC, f.id DESC LIMIT 20"
        ),
        args![permit.season()],
    )
    .await
}

pub(in crate::applications) async fn file_rows(conn: &mut Conn, file: &Id, limit: i64) -> Result<Vec<(i64, String)>> {
    conn.all(sql!("SELECT line, cells FROM import_row WHERE import_id = $1 ORDER BY line LIMIT $2"), args![file, limit])
        .await
}

/// Keeps what was said of a file's columns; with it the file may be imported.
pub(in crate::applications) async fn set_file_mapping(
    conn: &mut Conn,
    file: &Id,
    mapping: &str,
    confirmed_at: Option<Time>,
) -> Result<()> {
    conn.run(sql!("UPDATE import_file SET mapping = $2 WHERE id = $1"), args![file, mapping]).await?;
    conn.run(
        sql!(
            "INSERT INTO import_reading (import_id, kind, how, confirmed_at)
            VALUES ($1, 'applications', '{}', $2)
            ON CONFLICT (import_id) DO UPDATE SET confirmed_at = excluded.confirmed_at"
        ),
        args![file, confirmed_at],
    )
    .await
    .map(drop)
}

/// Keeps the result, once: `false` when another press was first.
pub(in crate::applications) async fn finish_file(
    conn: &mut Conn,
    file: &Id,
    result: &str,
    (added, updated): (usize, usize),
) -> Result<bool> {
    let n = conn
        .run(
            sql!(
                "UPDATE import_file
                SET result = $2, added = $3, updated = $4
                WHERE id = $1 AND result IS NULL"
            ),
            args![file, result, added, updated],
        )
        .await?;
    conn.run(sql!("DELETE FROM import_row WHERE import_id = $1"), args![file]).await?;
    conn.run(sql!("UPDATE import_source SET import_id = NULL WHERE import_id = $1"), args![file]).await?;
    Ok(n > 0)
}

/// What a file holds when it was read in another way.
pub(in crate::applications) struct Reread<'a> {
    pub headers: &'a str,
    pub mapping: &'a str,
    pub how: &'a str,
    pub rows: usize,
    pub confirmed_at: Option<Time>,
}

/// Puts another reading in place of what a file holds, unless it was imported meanwhile: then `false`.
pub(in crate::applications) async fn reread_file(conn: &mut Conn, file: &Id, new: &Reread<'_>) -> Result<bool> {
    let n = conn
        .run(
            sql!(
                "UPDATE import_file
                SET headers = $2, mapping = $3, row_count = $4
                WHERE id = $1 AND result IS NULL"
            ),
            args![file, new.headers, new.mapping, new.rows],
        )
        .await?;
    if n == 0 {
        return Ok(false);
    }
    conn.run(
        sql!("UPDATE import_reading SET how = $2, confirmed_at = $3 WHERE import_id = $1"),
        args![file, new.how, new.confirmed_at],
    )
    .await?;
    conn.run(sql!("DELETE FROM import_row WHERE import_id = $1"), args![file]).await?;
    Ok(true)
}

pub(in crate::applications) async fn insert_source(conn: &mut Conn, id: &Id, import: &Id) -> Result<()> {
    conn.run(sql!("INSERT INTO import_source (id, import_id) VALUES ($1, $2)"), args![id, import]).await.map(drop)
}

/// The kept file of an import.
pub(in crate::applications) async fn source(conn: &mut Conn, import: &Id) -> Result<Option<Id>> {
    let found: Option<(Id,)> =
        conn.opt(sql!("SELECT id FROM import_source WHERE import_id = $1"), args![import]).await?;
    Ok(found.map(|(id,)| id))
}

/// Kept files that no import needs any more.
pub(in crate::applications) async fn sources_given_up(conn: &mut Conn) -> Result<Vec<(Id,)>> {
    conn.all(sql!("SELECT id FROM import_source WHERE import_id IS NULL"), args![]).await
}

pub(in crate::applications) async fn delete_source(conn: &mut Conn, id: &Id) -> Result<()> {
    conn.run(sql!("DELETE FROM import_source WHERE id = $1"), args![id]).await.map(drop)
}

/// Drops the rows of files that were read before a moment, and the files that were never imported.
pub(in crate::applications) async fn forget_unfinished(conn: &mut Conn, before: Time) -> Result<()> {
    conn.run(
        sql!(
            "UPDATE import_source
            SET import_id = NULL
            WHERE import_id IN (SELECT f.id FROM import_file f WHERE f.created_at < $1)"
        ),
        args![before],
    )
    .await?;
    conn.run(
        sql!(
            "DELETE FROM import_row
            WHERE import_id IN (SELECT f.id FROM import_file f WHERE f.created_at < $1)"
        ),
        args![before],
    )
    .await?;
    conn.run(
        sql!(
            "DELETE FROM import_reading
            WHERE import_id IN (SELECT f.id FROM import_file f WHERE f.result IS NULL AND f.created_at < $1)"
        ),
        args![before],
    )
    .await?;
    // Of an import that was cut short after its rows were written.
    conn.run(
        sql!(
            "DELETE FROM import_made
            WHERE import_id IN (SELECT f.id FROM import_file f WHERE f.result IS NULL AND f.created_at < $1)"
        ),
        args![before],
    )
    .await?;
    conn.run(sql!("DELETE FROM import_file WHERE result IS NULL AND created_at < $1"), args![before]).await.map(drop)
}

/// What was said last of the columns of a file: in this program, with these headers in any order; the mapping, the
/// headers it is of, and when. Mappings of an earlier version have no headers: they are of these, in this order.
pub(in crate::applications) async fn saved_mapping(
    conn: &mut Conn,
    permit: &FillPool,
    header_hash: &str,
    set_hash: &str,
) -> Result<Option<(String, Option<String>, Time)>> {
    conn.opt(
        sql!(
            "SELECT m.mapping, m.headers, m.at
            FROM import_mapping m
            JOIN season s ON s.id = m.season_id
            WHERE s.program_id = (SELECT program_id FROM season WHERE id = $1)
                AND (m.set_hash = $3 OR (m.set_hash IS NULL AND m.header_hash = $2))
            ORDER BY m.at DESC LIMIT 1"
        ),
        args![permit.season(), header_hash, set_hash],
    )
    .await
}

/// Mappings of other files of the program, newest first, with the headers they are of.
pub(in crate::applications) async fn mappings(
    conn: &mut Conn,
    permit: &FillPool,
) -> Result<Vec<(String, String, Time)>> {
    conn.all(
        sql!(
            "SELECT m.mapping, m.headers, m.at
            FROM import_mapping m
            JOIN season s ON s.id = m.season_id
            WHERE s.program_id = (SELECT program_id FROM season WHERE id = $1) AND m.headers IS NOT NULL
            ORDER BY m.at DESC LIMIT 20"
        ),
        args![permit.season()],
    )
    .await
}

/// What is said of the columns of a file.
pub(in crate::applications) struct Said<'a> {
    pub header_hash: &'a str,
    pub set_hash: &'a str,
    pub headers: Option<&'a String>,
    pub mapping: &'a str,
}

pub(in crate::applications) async fn save_mapping(
    kernel: &Kernel,
    conn: &mut Conn,
    permit: &FillPool,
    said: &Said<'_>,
) -> Result<()> {
    conn.run(
        sql!(
            "INSERT INTO import_mapping (id, season_id, header_hash, mapping, at, headers, set_hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (season_id, header_hash) DO UPDATE SET mapping = excluded.mapping, at = excluded.at,
                headers = excluded.headers, set_hash = excluded.set_hash"
        ),
        args![kernel.id(), permit.season(), said.header_hash, said.mapping, kernel.now(), said.headers, said.set_hash],
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
