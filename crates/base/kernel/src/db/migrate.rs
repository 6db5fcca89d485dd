//! Migrations: one text for both engines, applied in order, each in its own transaction.

use super::{Db, dialect};
use crate::args;
use crate::clock::Time;
use crate::sql;

/// A migration: number, name, text. Once released, a text never changes.
pub type Migration = (i64, &'static str, &'static str);

#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    #[error(
        "this database has schema {found}, which is newer than the {known} this program knows: use a newer weft, \
        or restore the backup made before the upgrade"
    )]
    Newer { found: i64, known: i64 },
    #[error("migration {0} ({1}) failed; nothing of it was kept")]
    Failed(i64, &'static str, #[source] sqlx::Error),
    #[error(transparent)]
    Db(#[from] sqlx::Error),
}

/// What migrating found and did.
#[derive(Debug, PartialEq, Eq)]
pub struct Migrated {
    pub from: i64,
    pub to: i64,
}

impl Db {
    /// The version of the schema here, 0 for an empty database.
    pub async fn schema_version(&self) -> super::Result<i64> {
        let mut conn = self.read().await?;
        if !dialect::has_schema(self, &mut conn).await? {
            return Ok(0);
        }
        let (version,): (i64,) =
            conn.one(sql!("SELECT COALESCE(MAX(version), 0) FROM schema_version"), args![]).await?;
        Ok(version)
    }

    /// Applies what is missing. A database that is newer than this program is refused untouched.
    pub async fn migrate(&self, all: &[Migration], now: Time) -> Result<Migrated, MigrateError> {
        let from = self.schema_version().await?;
        let known = all.last().map_or(0, |m| m.0);
        if from > known {
            return Err(MigrateError::Newer { found: from, known });
        }
        for &(version, name, text) in all.iter().filter(|m| m.0 > from) {
            let apply = async {
                let mut tx = self.begin().await?;
                tx.script(text.to_owned()).await?;
                tx.run(
                    sql!("INSERT INTO schema_version (version, name, applied_at) VALUES ($1, $2, $3)"),
                    args![version, name, now],
                )
                .await?;
                tx.commit().await
            };
            apply.await.map_err(|e| MigrateError::Failed(version, name, e))?;
        }
        Ok(Migrated { from, to: known })
    }

    /// Drops every view and table. For demo databases alone.
    pub async fn wipe(&self) -> super::Result<()> {
        let mut tables: Vec<String> = dialect::columns(self)
            .await?
            .into_iter()
            .filter_map(|c| c.split_once('.').map(|(t, _)| t.to_owned()))
            .collect();
        tables.dedup();
        let cascade = if self.is_sqlite() { "" } else { " CASCADE" };
        // Rows that point at each other only hold on to what still has rows: on SQLite the check waits for the end.
        let mut script = if self.is_sqlite() { "PRAGMA defer_foreign_keys = ON;".to_owned() } else { String::new() };
        for view in dialect::views(self).await? {
            script.push_str(&format!("DROP VIEW IF EXISTS {view}{cascade};"));
        }
        for table in tables {
            script.push_str(&format!("DROP TABLE IF EXISTS {table}{cascade};"));
        }
        let mut tx = self.begin().await?;
        tx.script(script).await?;
        tx.commit().await
    }
}
