//! The only place where the two engines part ways, and where a statement is put together: [`Bulk`], from
//! constants alone.

use super::{Conn, Db, Result, Value};
use crate::args;
use crate::sql;

/// The tables and their columns, sorted, as `table.column`: how the schema parity test compares engines.
pub async fn columns(db: &Db) -> Result<Vec<String>> {
    let mut conn = db.read().await?;
    let rows: Vec<(String,)> = if db.is_sqlite() {
        conn.all(
            sql!(
                "SELECT m.name || '.' || c.name
                FROM sqlite_master m
                JOIN pragma_table_info(m.name) c ON 1 = 1
                WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"
            ),
            args![],
        )
        .await?
    } else {
        conn.all(
            sql!(
                "SELECT CAST(table_name || '.' || column_name AS TEXT)
                FROM information_schema.columns
                WHERE table_schema = current_schema()
                    AND table_name IN (
                        SELECT table_name
                        FROM information_schema.tables
                        WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
                    )"
            ),
            args![],
        )
        .await?
    };
    let mut names: Vec<String> = rows.into_iter().map(|(n,)| n).collect();
    names.sort();
    Ok(names)
}

/// The views.
pub async fn views(db: &Db) -> Result<Vec<String>> {
    let mut conn = db.read().await?;
    let rows: Vec<(String,)> = if db.is_sqlite() {
        conn.all(sql!("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name DESC"), args![]).await?
    } else {
        conn.all(
            sql!(
                "SELECT CAST(table_name AS TEXT)
                FROM information_schema.views
                WHERE table_schema = current_schema()
                ORDER BY table_name DESC"
            ),
            args![],
        )
        .await?
    };
    Ok(rows.into_iter().map(|(n,)| n).collect())
}

/// Whether a migration has ever been applied here.
pub async fn has_schema(db: &Db, conn: &mut Conn) -> Result<bool> {
    let (count,): (i64,) = if db.is_sqlite() {
        conn.one(sql!("SELECT COUNT(*) FROM sqlite_master WHERE name = 'schema_version'"), args![]).await?
    } else {
        conn.one(
            sql!(
                "SELECT COUNT(*)
                FROM information_schema.tables
                WHERE table_schema = current_schema() AND table_name = 'schema_version'"
            ),
            args![],
        )
        .await?
    };
    Ok(count > 0)
}

/// Writes a consistent copy of a `SQLite` database to `to`, while others read and write.
pub async fn copy_sqlite(db: &Db, to: &str) -> Result<()> {
    db.read().await?.run(sql!("VACUUM INTO $1"), args![to]).await.map(drop)
}

/// Lets one transaction at a time go on under a name, until it ends. `SQLite` has one writer anyway.
pub async fn hold(db: &Db, conn: &mut Conn, name: &str) -> Result<()> {
    if db.is_sqlite() {
        return Ok(());
    }
    conn.run(sql!("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))"), args![name]).await.map(drop)
}

/// Tries before a log that others are reading is left for the next time.
const TRIES: u32 = 20;

/// Leaves nothing of what was overwritten or deleted in `SQLite`'s log: moves the log into the data file and cuts it to
/// nothing. True when it is empty; false while someone reads from it, to be tried again. Holds writers up for as long
/// as the moving takes, never for a reader. `PostgreSQL` keeps a log of its own, which the program cannot empty.
pub async fn empty_log(db: &Db) -> Result<bool> {
    for _ in 0..TRIES {
        let Some(mut conn) = db.writer().await? else { return Ok(true) };
        // The engine would wait for readers while it holds the one writer.
        conn.run(sql!("PRAGMA busy_timeout = 0"), args![]).await?;
        let moved = conn.one::<(i64, i64, i64)>(sql!("PRAGMA wal_checkpoint(TRUNCATE)"), args![]).await;
        conn.run(sql!("PRAGMA busy_timeout = 5000"), args![]).await?;
        drop(conn);
        if moved?.0 == 0 {
            return Ok(true);
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Ok(false)
}

/// Removes old versions of rows of the two lists of answers without names from `PostgreSQL`'s tables, where no reader
/// still needs them.
pub async fn vacuum_anonymous(db: &Db) -> Result<()> {
    if db.is_sqlite() {
        return Ok(());
    }
    let mut conn = db.read().await?;
    conn.run(sql!("VACUUM anonymous_answer"), args![]).await?;
    conn.run(sql!("VACUUM anonymous_mark"), args![]).await.map(drop)
}

/// Brings a `SQLite` data file to a state that is whole in itself and stays as it is while the connection returned here
/// is kept, however much others write meanwhile. Nothing when the file is too busy for that.
///
/// While nobody can write, the whole log is moved into the file. A reader who begins then needs nothing from the log
/// and holds the lock that forbids moving anything more into the file (<https://www.sqlite.org/walformat.html>,
/// `WAL_READ_LOCK(0)`). Writers go on in the log.
pub async fn hold_still(db: &Db) -> Result<Option<Conn>> {
    for _ in 0..5 {
        // Shorter than writers wait: a reader of before may need the log for a moment yet.
        let writer = db.begin().await?;
        for _ in 0..50 {
            let (busy, in_log, moved): (i64, i64, i64) =
                db.read().await?.one(sql!("PRAGMA wal_checkpoint(PASSIVE)"), args![]).await?;
            if busy == 0 && in_log == moved {
                let mut reader = db.read().await?;
                reader.run(sql!("BEGIN"), args![]).await?;
                let _: (i64,) = reader.one(sql!("SELECT COUNT(*) FROM sqlite_master"), args![]).await?;
                return Ok(Some(reader));
            }
            tokio::time::sleep(std::time::Duration::from_millis(40)).await;
        }
        drop(writer);
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    }
    Ok(None)
}

/// Is the file whole? Returns what the engine found wrong, nothing when all is well.
pub async fn integrity(db: &Db) -> Result<Vec<String>> {
    if !db.is_sqlite() {
        return Ok(Vec::new());
    }
    let rows: Vec<(String,)> =
        db.read().await?.all(sql!("SELECT integrity_check FROM pragma_integrity_check"), args![]).await?;
    Ok(rows.into_iter().map(|(r,)| r).filter(|r| r != "ok").collect())
}

/// Many rows into one table, a hundred or so at a time. Table, columns and the clause after the rows are
/// constants of the program; everything else is an argument.
pub struct Bulk {
    pub table: &'static str,
    pub columns: &'static [&'static str],
    /// Such as `ON CONFLICT DO NOTHING`, or nothing.
    pub after: &'static str,
}

/// Arguments of one statement that both engines take.
const MOST_ARGUMENTS: usize = 900;

impl Bulk {
    fn text(&self, rows: usize) -> String {
        let width = self.columns.len();
        let places = |row: usize| {
            let of: Vec<String> = (1..=width).map(|i| format!("${}", row * width + i)).collect();
            format!("({})", of.join(", "))
        };
        let all: Vec<String> = (0..rows).map(places).collect();
        format!("INSERT INTO {} ({}) VALUES {} {}", self.table, self.columns.join(", "), all.join(", "), self.after)
    }

    /// Writes the rows, in order. Each must have a value per column.
    pub async fn insert(&self, conn: &mut Conn, rows: Vec<Vec<Value>>) -> Result<()> {
        let most = (MOST_ARGUMENTS / self.columns.len()).max(1);
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let chunk: Vec<Vec<Value>> = rows.by_ref().take(most).collect();
            conn.run_text(&self.text(chunk.len()), chunk.into_iter().flatten().collect()).await?;
        }
        Ok(())
    }
}
