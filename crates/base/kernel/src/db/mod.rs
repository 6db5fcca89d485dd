//! The database: one SQL text, two engines.
//!
//! [`Db`] holds real pools of `SQLite` or `PostgreSQL`. A statement is a [`Sql`], which only the
//! [`sql!`](crate::sql) macro makes from a literal: no statement can be put together from strings, and a test
//! finds every one and prepares it on both engines.
//!
//! What runs a statement is boxed here, once for all: futures of the two engines would otherwise be compiled anew in
//! every crate that waits for one, which is most of the program's size.

pub mod dialect;
mod migrate;
mod one_of;
pub mod trouble;
mod value;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use futures_util::future::BoxFuture;
use sqlx::pool::{PoolConnection, PoolOptions};
use sqlx::postgres::{PgConnectOptions, PgPool};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqliteSynchronous};
use sqlx::{Executor as _, Postgres, SqlSafeStr as _, Sqlite, Transaction};

pub use migrate::{MigrateError, Migrated, Migration};
pub use one_of::{OneOf, Word};
pub use trouble::Trouble;
pub use value::{Column, FromRow, Json, Named, Row, Value};

use super::machine;

pub type Result<T, E = sqlx::Error> = std::result::Result<T, E>;

/// One statement. `$n` placeholders, the portable subset that ARCHITECTURE.md names.
#[derive(Clone, Copy, Debug)]
pub struct Sql(&'static str);

impl Sql {
    #[doc(hidden)]
    pub const fn from_literal(text: &'static str) -> Self {
        Self(text)
    }

    pub const fn text(self) -> &'static str {
        self.0
    }
}

/// Makes a [`Sql`] from a literal.
#[macro_export]
macro_rules! sql {
    ($text:literal) => {
        $crate::db::Sql::from_literal($text)
    };
}

/// The arguments of a statement, in order.
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { vec![$($crate::db::Value::from($value)),*] };
}

#[derive(Clone)]
enum Pools {
    Sqlite { write: SqlitePool, read: SqlitePool },
    Postgres(PgPool),
}

#[derive(Clone)]
pub struct Db {
    pools: Pools,
    statements: Arc<AtomicU64>,
    /// Where the file of `SQLite` is.
    file: Option<Arc<Path>>,
}

impl Db {
    /// Opens `url`: `postgres://…` or the path of a `SQLite` file, made when absent.
    pub async fn open(url: &str) -> Result<Self> {
        let mut file = None;
        let pools = if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let options: PgConnectOptions = url.parse()?;
            Pools::Postgres(
                PoolOptions::new()
                    .max_connections(8)
                    .acquire_timeout(Duration::from_secs(5))
                    .connect_with(options)
                    .await?,
            )
        } else {
            make_private(url)?;
            let options = SqliteConnectOptions::new()
                .filename(url)
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                // What is deleted is overwritten: an erased answer does not linger in free pages.
                .pragma("secure_delete", "ON")
                // A log that begins anew is cut to what is new in it.
                .pragma("journal_size_limit", "0")
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .statement_cache_capacity(512)
                .busy_timeout(Duration::from_secs(5));
            let pool = |n| PoolOptions::new().max_connections(n).acquire_timeout(Duration::from_secs(5));
            let write = pool(1).connect_with(options.clone()).await?;
            let read = pool(4).connect_with(options).await?;
            file = Some(Path::new(url).into());
            Pools::Sqlite { write, read }
        };
        Ok(Self { pools, statements: Arc::default(), file })
    }

    pub fn is_sqlite(&self) -> bool {
        matches!(self.pools, Pools::Sqlite { .. })
    }

    /// A connection for reading.
    pub fn read(&self) -> BoxFuture<'_, Result<Conn>> {
        Box::pin(async move {
            let link = match &self.pools {
                Pools::Sqlite { read, .. } => Link::Sqlite(read.acquire().await?),
                Pools::Postgres(pool) => Link::Postgres(pool.acquire().await?),
            };
            Ok(Conn { link, statements: self.statements.clone() })
        })
    }

    /// A transaction for writing. On `SQLite` it takes the one writer at once (`BEGIN IMMEDIATE`).
    /// Dropped without [`Tx::commit`], it is rolled back.
    pub fn begin(&self) -> BoxFuture<'_, Result<Tx>> {
        Box::pin(async move {
            // Refused before anything is written: a commit that fails on such a disk would leave open what became of
            // it.
            if self.file.as_deref().and_then(machine::disk).is_some_and(|d| d.is_read_only) {
                return Err(trouble::read_only());
            }
            let link = match &self.pools {
                Pools::Sqlite { write, .. } => Link::SqliteTx(begin_sqlite(write).await?),
                Pools::Postgres(pool) => Link::PostgresTx(pool.begin().await?),
            };
            Ok(Tx(Conn { link, statements: self.statements.clone() }))
        })
    }

    /// The one connection that writes, on `SQLite`: while it is held, nothing else of this process writes.
    async fn writer(&self) -> Result<Option<Conn>> {
        match &self.pools {
            Pools::Sqlite { write, .. } => {
                Ok(Some(Conn { link: Link::Sqlite(write.acquire().await?), statements: self.statements.clone() }))
            }
            Pools::Postgres(_) => Ok(None),
        }
    }

    /// Statements run since this `Db` was opened; tests hold list pages to a literal number of them.
    pub fn statements_run(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Waits for open connections and closes them, so that the file is whole.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

/// Makes an empty data file that only its user may read; `SQLite` gives what it writes beside it the same rights. One
/// that is there is not opened: closing it again would end the locks that this process holds on it.
fn make_private(path: &str) -> Result<()> {
    match super::private::make_new(std::path::Path::new(path)) {
        Ok(_) => Ok(()),
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(e) => Err(sqlx::Error::Io(e)),
    }
}

/// A transaction that `SQLite` has ended by itself, as it does on a full disk, leaves a connection that takes itself to
/// be in one: it is closed, and the pool opens another.
async fn begin_sqlite(write: &sqlx::Pool<Sqlite>) -> Result<Transaction<'static, Sqlite>> {
    const BEGIN: &str = "BEGIN IMMEDIATE";
    match write.begin_with(BEGIN).await {
        Err(sqlx::Error::InvalidSavePointStatement) => {
            write.acquire().await?.close().await?;
            write.begin_with(BEGIN).await
        }
        begun => begun,
    }
}

enum Link {
    Sqlite(PoolConnection<Sqlite>),
    SqliteTx(Transaction<'static, Sqlite>),
    Postgres(PoolConnection<Postgres>),
    PostgresTx(Transaction<'static, Postgres>),
}

/// A connection that runs statements; inside a [`Tx`] they belong to it.
pub struct Conn {
    link: Link,
    statements: Arc<AtomicU64>,
}

/// Runs one statement on whichever engine is behind the connection.
macro_rules! on_engine {
    ($self:ident, $sql:ident, $args:ident, |$query:ident, $conn:ident| $run:expr) => {{
        $self.statements.fetch_add(1, Ordering::Relaxed);
        match &mut $self.link {
            Link::Sqlite(c) => {
                let ($query, $conn) = (value::bind_sqlite($sql.0, $args), &mut **c);
                $run
            }
            Link::SqliteTx(c) => {
                let ($query, $conn) = (value::bind_sqlite($sql.0, $args), &mut **c);
                $run
            }
            Link::Postgres(c) => {
                let ($query, $conn) = (value::bind_postgres($sql.0, $args), &mut **c);
                $run
            }
            Link::PostgresTx(c) => {
                let ($query, $conn) = (value::bind_postgres($sql.0, $args), &mut **c);
                $run
            }
        }
    }};
}

impl Conn {
    pub async fn all<T: FromRow>(&mut self, sql: Sql, args: Vec<Value>) -> Result<Vec<T>> {
        self.rows(sql, args).await?.iter().map(T::from_row).collect()
    }

    pub async fn opt<T: FromRow>(&mut self, sql: Sql, args: Vec<Value>) -> Result<Option<T>> {
        self.row(sql, args).await?.as_ref().map(T::from_row).transpose()
    }

    pub async fn one<T: FromRow>(&mut self, sql: Sql, args: Vec<Value>) -> Result<T> {
        self.opt(sql, args).await?.ok_or(sqlx::Error::RowNotFound)
    }

    fn rows(&mut self, sql: Sql, args: Vec<Value>) -> BoxFuture<'_, Result<Vec<Row>>> {
        Box::pin(async move {
            on_engine!(self, sql, args, |query, conn| Ok(query
                .fetch_all(conn)
                .await?
                .into_iter()
                .map(Row::from)
                .collect()))
        })
    }

    fn row(&mut self, sql: Sql, args: Vec<Value>) -> BoxFuture<'_, Result<Option<Row>>> {
        Box::pin(async move {
            on_engine!(self, sql, args, |query, conn| Ok(query.fetch_optional(conn).await?.map(Row::from)))
        })
    }

    /// Runs a statement and returns how many rows it changed.
    pub fn run(&mut self, sql: Sql, args: Vec<Value>) -> BoxFuture<'_, Result<u64>> {
        Box::pin(
            async move { on_engine!(self, sql, args, |query, conn| Ok(query.execute(conn).await?.rows_affected())) },
        )
    }

    /// Runs a statement whose text is put together from constants; see [`Bulk`](dialect::Bulk).
    async fn run_text(&mut self, text: &str, args: Vec<Value>) -> Result<()> {
        self.statements.fetch_add(1, Ordering::Relaxed);
        let text = sqlx::AssertSqlSafe(text.to_owned()).into_sql_str();
        match &mut self.link {
            Link::Sqlite(c) => value::bind_all(sqlx::query(text), args).execute(&mut **c).await.map(drop),
            Link::SqliteTx(c) => value::bind_all(sqlx::query(text), args).execute(&mut **c).await.map(drop),
            Link::Postgres(c) => value::bind_all_postgres(sqlx::query(text), args).execute(&mut **c).await.map(drop),
            Link::PostgresTx(c) => value::bind_all_postgres(sqlx::query(text), args).execute(&mut **c).await.map(drop),
        }
    }

    /// Runs a script of several statements, for migrations.
    async fn script(&mut self, text: String) -> Result<()> {
        let text = sqlx::AssertSqlSafe(text).into_sql_str();
        match &mut self.link {
            Link::Sqlite(c) => sqlx::raw_sql(text).execute(&mut **c).await.map(drop),
            Link::SqliteTx(c) => sqlx::raw_sql(text).execute(&mut **c).await.map(drop),
            Link::Postgres(c) => sqlx::raw_sql(text).execute(&mut **c).await.map(drop),
            Link::PostgresTx(c) => sqlx::raw_sql(text).execute(&mut **c).await.map(drop),
        }
    }

    /// Asks the engine to parse a statement without running it.
    pub async fn prepare(&mut self, text: String) -> Result<()> {
        let text = sqlx::AssertSqlSafe(text).into_sql_str();
        match &mut self.link {
            Link::Sqlite(c) => c.prepare(text).await.map(drop),
            Link::SqliteTx(c) => c.prepare(text).await.map(drop),
            Link::Postgres(c) => c.prepare(text).await.map(drop),
            Link::PostgresTx(c) => c.prepare(text).await.map(drop),
        }
    }
}

/// A write transaction.
pub struct Tx(Conn);

impl Tx {
    pub fn commit(self) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            let done = match self.0.link {
                Link::SqliteTx(tx) => tx.commit().await,
                Link::PostgresTx(tx) => tx.commit().await,
                Link::Sqlite(_) | Link::Postgres(_) => Ok(()),
            };
            done.inspect(|()| trouble::committed()).map_err(trouble::at_commit)
        })
    }
}

impl std::ops::Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.0
    }
}

impl std::ops::DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.0
    }
}
