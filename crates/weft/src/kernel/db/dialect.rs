//! The only place where the two engines part ways.

use super::{Conn, Db, Result};
use crate::{args, sql};

/// The tables and their columns, sorted, as `table.column`: how the schema parity test compares engines.
pub async fn columns(db: &Db) -> Result<Vec<String>> {
    let mut conn = db.read().await?;
    let rows: Vec<(String,)> = if db.is_sqlite() {
        conn.all(
            sql!("SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON 1 = 1 WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"),
            args![],
        )
        .await?
    } else {
        conn.all(sql!("SELECT CAST(table_name || '.' || column_name AS TEXT) FROM information_schema.columns WHERE table_schema = current_schema()"), args![]).await?
    };
    let mut names: Vec<String> = rows.into_iter().map(|(n,)| n).collect();
    names.sort();
    Ok(names)
}

/// Whether a migration has ever been applied here.
pub async fn has_schema(db: &Db, conn: &mut Conn) -> Result<bool> {
    let (count,): (i64,) = if db.is_sqlite() {
        conn.one(sql!("SELECT COUNT(*) FROM sqlite_master WHERE name = 'schema_version'"), args![]).await?
    } else {
        conn.one(sql!("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_version'"), args![]).await?
    };
    Ok(count > 0)
}

/// Writes a consistent copy of a `SQLite` database to `to`, while others read and write.
pub async fn copy_sqlite(db: &Db, to: &str) -> Result<()> {
    db.read().await?.run(sql!("VACUUM INTO $1"), args![to]).await.map(drop)
}

/// Is the file whole? Returns what the engine found wrong, nothing when all is well.
pub async fn integrity(db: &Db) -> Result<Vec<String>> {
    if !db.is_sqlite() {
        return Ok(Vec::new());
    }
    let rows: Vec<(String,)> = db.read().await?.all(sql!("SELECT integrity_check FROM pragma_integrity_check"), args![]).await?;
    Ok(rows.into_iter().map(|(r,)| r).filter(|r| r != "ok").collect())
}
