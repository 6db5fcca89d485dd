//! What keeps a database from saving, told apart so that a page, the log and whoever watches the process can say what
//! it is; and whether something was saved all the same.

use std::cell::Cell;
use std::future::Future;

use sqlx::error::DatabaseError;
use sqlx::sqlite::SqliteError;

use super::{Db, Result};
use crate::args;
use crate::clock::Time;
use crate::sql;

/// Why a statement could not be run although nothing is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Someone else holds it for too long.
    Busy,
    /// The server cannot be reached.
    Away,
    Full,
    ReadOnly,
    /// The disk cannot be read or written.
    Disk,
    /// The commit itself failed in a way that leaves open whether it stands.
    Unsure,
}

impl Trouble {
    /// For the log and for whoever watches the process.
    pub fn said(self) -> &'static str {
        match self {
            Self::Busy => "the database is busy",
            Self::Away => "the database does not answer",
            Self::Full => "the disk is full",
            Self::ReadOnly => "the disk is read-only",
            Self::Disk => "the disk cannot be read or written",
            Self::Unsure => "the disk or the line failed during a commit, which may stand",
        }
    }
}

/// Our own errors, carried inside the driver's.
#[derive(Debug, thiserror::Error)]
enum Own {
    #[error("the disk is read-only")]
    ReadOnly,
    #[error("the commit failed, and may stand: {0}")]
    Unsure(sqlx::Error),
}

/// What is refused before it begins.
pub(super) fn read_only() -> sqlx::Error {
    sqlx::Error::AnyDriverError(Box::new(Own::ReadOnly))
}

/// The trouble behind an error; nothing when the statement itself is at fault.
pub fn of(error: &sqlx::Error) -> Option<Trouble> {
    match error {
        sqlx::Error::PoolTimedOut => Some(Trouble::Busy),
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => {
            Some(Trouble::Away)
        }
        sqlx::Error::AnyDriverError(own) => own.downcast_ref().map(|own| match own {
            Own::ReadOnly => Trouble::ReadOnly,
            Own::Unsure(_) => Trouble::Unsure,
        }),
        sqlx::Error::Database(e) => of_code(&e.code()?, is_sqlite(&**e)),
        _ => None,
    }
}

fn is_sqlite(error: &dyn DatabaseError) -> bool {
    error.try_downcast_ref::<SqliteError>().is_some()
}

/// Result codes of `SQLite`, whose extended ones keep the kind in the low byte; SQLSTATE of `PostgreSQL`.
fn of_code(code: &str, is_sqlite: bool) -> Option<Trouble> {
    if is_sqlite {
        return match code.parse::<i64>().ok()? & 0xff {
            5 | 6 => Some(Trouble::Busy),
            8 => Some(Trouble::ReadOnly),
            10 | 14 => Some(Trouble::Disk),
            13 => Some(Trouble::Full),
            _ => None,
        };
    }
    match code {
        "53100" => Some(Trouble::Full),
        "25006" => Some(Trouble::ReadOnly),
        "58030" => Some(Trouble::Disk),
        "53300" | "55P03" => Some(Trouble::Busy),
        "57P01" | "57P02" | "57P03" => Some(Trouble::Away),
        _ if code.starts_with("08") => Some(Trouble::Away),
        _ => None,
    }
}

/// What a failed commit means. The engine has taken it back when it says that the disk is full, that a rule is broken
/// or that it is busy; after an error of the disk or of the line nobody knows.
pub(super) fn at_commit(error: sqlx::Error) -> sqlx::Error {
    tracing::debug!("a commit failed: {error}");
    let is_taken_back = match of(&error) {
        Some(Trouble::Busy | Trouble::Full | Trouble::ReadOnly) => true,
        Some(Trouble::Away | Trouble::Disk | Trouble::Unsure) => false,
        None => matches!(error, sqlx::Error::Database(_)),
    };
    if is_taken_back { error } else { sqlx::Error::AnyDriverError(Box::new(Own::Unsure(error))) }
}

/// Writes a row for real, so that a full or read-only disk shows. That someone else is writing is no trouble.
pub async fn probe(db: &Db, now: Time) -> Result<()> {
    let write = async {
        let mut tx = db.begin().await?;
        tx.run(
            sql!(
                "INSERT INTO setting (name, value)
                VALUES ('write_probe', $1)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value"
            ),
            args![now.0.to_string()],
        )
        .await?;
        tx.commit().await
    };
    match write.await {
        Err(error) if of(&error) == Some(Trouble::Busy) => Ok(()),
        done => done,
    }
}

tokio::task_local! {
    static COMMITTED: Cell<bool>;
}

/// Notes that something now stands, for [`watching`].
pub(super) fn committed() {
    let _ = COMMITTED.try_with(|c| c.set(true));
}

/// Does some work and tells whether anything was committed in it, whatever became of the rest.
pub async fn watching<T>(work: impl Future<Output = T>) -> (T, bool) {
    COMMITTED.scope(Cell::new(false), async { (work.await, COMMITTED.with(Cell::get)) }).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_both_engines_are_told_apart() {
        // SQLITE_IOERR_FSYNC, SQLITE_READONLY_DBMOVED, SQLITE_BUSY_SNAPSHOT, SQLITE_FULL, SQLITE_CONSTRAINT_UNIQUE.
        let sqlite = ["1034", "1032", "517", "13", "2067"].map(|c| of_code(c, true));
        assert_eq!(
            sqlite,
            [Some(Trouble::Disk), Some(Trouble::ReadOnly), Some(Trouble::Busy), Some(Trouble::Full), None]
        );
        let postgres = ["53100", "25006", "58030", "08006", "57P01", "23505"].map(|c| of_code(c, false));
        assert_eq!(
            postgres,
            [
                Some(Trouble::Full),
                Some(Trouble::ReadOnly),
                Some(Trouble::Disk),
                Some(Trouble::Away),
                Some(Trouble::Away),
                None
            ]
        );
    }

    #[test]
    fn a_commit_that_fails_on_the_line_leaves_it_open_and_one_that_never_began_does_not() {
        let cut = || sqlx::Error::Io(std::io::ErrorKind::ConnectionReset.into());
        assert_eq!((of(&cut()), of(&at_commit(cut()))), (Some(Trouble::Away), Some(Trouble::Unsure)));
        assert_eq!(of(&at_commit(at_commit(cut()))), Some(Trouble::Unsure));
        assert_eq!(of(&at_commit(sqlx::Error::PoolTimedOut)), Some(Trouble::Busy));
        assert_eq!(of(&read_only()), Some(Trouble::ReadOnly));
    }
}
