//! What goes into a statement and what comes out of a row: whole numbers, reals and text, each of
//! which may be absent.

use sqlx::postgres::{PgArguments, PgRow};
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Column as _, Row as _, TypeInfo as _, ValueRef as _};
use sqlx::{Postgres, Sqlite};

use super::Result;
use crate::{clock::Time, ids::Id, stored, zone};

/// One argument. Absent values keep their type, which `PostgreSQL` wants to know.
#[derive(Clone, Debug)]
pub enum Value {
    Int(Option<i64>),
    Real(Option<f64>),
    Text(Option<String>),
}

macro_rules! value_from {
    ($($from:ty => $kind:ident |$v:ident| $to:expr;)*) => {$(
        impl From<$from> for Value { fn from($v: $from) -> Self { Self::$kind(Some($to)) } }
        impl From<Option<$from>> for Value { fn from(o: Option<$from>) -> Self { Self::$kind(o.map(|$v| $to)) } }
    )*};
}

value_from! {
    i64 => Int |v| v;
    i32 => Int |v| i64::from(v);
    u32 => Int |v| i64::from(v);
    usize => Int |v| v as i64;
    bool => Int |v| i64::from(v);
    Time => Int |v| v.0;
    f64 => Real |v| v;
    String => Text |v| v;
    &str => Text |v| v.to_owned();
    &String => Text |v| v.clone();
    Id => Text |v| v.as_str().to_owned();
    &Id => Text |v| v.as_str().to_owned();
}

pub(super) fn bind_sqlite(sql: &'static str, args: Vec<Value>) -> Query<'static, Sqlite, SqliteArguments> {
    bind_all(sqlx::query(sql), args)
}

pub(super) fn bind_postgres(sql: &'static str, args: Vec<Value>) -> Query<'static, Postgres, PgArguments> {
    bind_all_postgres(sqlx::query(sql), args)
}

pub(super) fn bind_all(
    query: Query<'_, Sqlite, SqliteArguments>,
    args: Vec<Value>,
) -> Query<'_, Sqlite, SqliteArguments> {
    args.into_iter().fold(query, |q, arg| match arg {
        Value::Int(v) => q.bind(v),
        Value::Real(v) => q.bind(v),
        Value::Text(v) => q.bind(v),
    })
}

pub(super) fn bind_all_postgres(
    query: Query<'_, Postgres, PgArguments>,
    args: Vec<Value>,
) -> Query<'_, Postgres, PgArguments> {
    args.into_iter().fold(query, |q, arg| match arg {
        Value::Int(v) => q.bind(v),
        Value::Real(v) => q.bind(v),
        Value::Text(v) => q.bind(v),
    })
}

pub enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl From<SqliteRow> for Row {
    fn from(row: SqliteRow) -> Self {
        Self::Sqlite(row)
    }
}

impl From<PgRow> for Row {
    fn from(row: PgRow) -> Self {
        Self::Postgres(row)
    }
}

/// A type that one column can hold.
pub trait Column: Sized {
    /// Reads the column called `name`, or the one at `at` when there is no name.
    fn read(row: &Row, name: Option<&str>, at: usize) -> Result<Self>;
}

/// One value of a row, by name or by place.
fn value<'r, T>(row: &'r Row, name: Option<&str>, at: usize) -> Result<Option<T>>
where
    T: sqlx::Decode<'r, Sqlite> + sqlx::Type<Sqlite> + sqlx::Decode<'r, Postgres> + sqlx::Type<Postgres>,
{
    // SQLite has values, not columns, with types; what a statement computes has none to check.
    match (row, name) {
        (Row::Sqlite(r), Some(name)) => r.try_get_unchecked(name),
        (Row::Sqlite(r), None) => r.try_get_unchecked(at),
        (Row::Postgres(r), Some(name)) => r.try_get(name),
        (Row::Postgres(r), None) => r.try_get(at),
    }
}

fn absent(name: Option<&str>, at: usize) -> sqlx::Error {
    let index = name.map_or_else(|| at.to_string(), str::to_owned);
    sqlx::Error::ColumnDecode { index, source: "the value is absent".into() }
}

impl Column for Option<i64> {
    fn read(row: &Row, name: Option<&str>, at: usize) -> Result<Self> {
        // A literal 1 or 0 in a statement is a shorter integer to PostgreSQL.
        value::<i64>(row, name, at).or_else(|error| match row {
            Row::Postgres(_) => value::<i32>(row, name, at).map(|v| v.map(i64::from)).map_err(|_| error),
            Row::Sqlite(_) => Err(error),
        })
    }
}

macro_rules! column_base {
    ($($t:ty),*) => {$(
        impl Column for Option<$t> {
            fn read(row: &Row, name: Option<&str>, at: usize) -> Result<Self> {
                value::<$t>(row, name, at)
            }
        }
    )*};
}

column_base!(f64);

impl Column for Option<String> {
    fn read(row: &Row, name: Option<&str>, at: usize) -> Result<Self> {
        let text = value::<String>(row, name, at)?;
        if let (Some(name), Some(text)) = (name, &text) {
            checked(name, text)?;
        }
        Ok(text)
    }
}

/// Columns that moments are counted from hold what can be counted with: `zone` a time zone, `…_on` a day or nothing,
/// `…_local` wall time. One that was broken by hand is an error, never another time.
fn checked(name: &str, text: &str) -> Result<()> {
    let is_right = match name {
        "zone" => zone::is_known(text),
        name if name.ends_with("_on") || name == "choose_until" => {
            text.is_empty() || text.parse::<jiff::civil::Date>().is_ok()
        }
        name if name.ends_with("_local") => text.parse::<jiff::civil::DateTime>().is_ok(),
        _ => true,
    };
    let what = if name == "zone" { "time zone" } else { "date" };
    let fault = || sqlx::Error::ColumnDecode { index: name.into(), source: format!("{text:?} is not a {what}").into() };
    if is_right { Ok(()) } else { Err(fault()) }
}

/// A moment that the calendar has.
fn moment(v: i64, name: Option<&str>, at: usize) -> Result<Time> {
    jiff::Timestamp::from_microsecond(v).map(Time::from_timestamp).map_err(|e| sqlx::Error::ColumnDecode {
        index: name.map_or_else(|| at.to_string(), str::to_owned),
        source: e.into(),
    })
}

impl Column for Option<Time> {
    fn read(row: &Row, name: Option<&str>, at: usize) -> Result<Self> {
        Option::<i64>::read(row, name, at)?.map(|v| moment(v, name, at)).transpose()
    }
}

/// A value stored as JSON, read with its row: one that cannot be read is an error, never an empty one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Json<T>(pub T);

impl<T> std::ops::Deref for Json<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: serde::de::DeserializeOwned> Column for Option<Json<T>> {
    fn read(row: &Row, name: Option<&str>, at: usize) -> Result<Self> {
        let column = || name.map_or_else(|| at.to_string(), str::to_owned);
        value::<String>(row, name, at)?
            .map(|text| stored::read("the stored value in column", column(), &text).map(Json))
            .transpose()
            .map_err(|e| sqlx::Error::Decode(Box::new(e)))
    }
}

impl<T: serde::de::DeserializeOwned> Column for Json<T> {
    fn read(row: &Row, name: Option<&str>, at: usize) -> Result<Self> {
        Option::<Self>::read(row, name, at)?.ok_or_else(|| absent(name, at))
    }
}

macro_rules! column_present {
    ($($t:ty),*) => {$(
        impl Column for $t {
            fn read(row: &Row, name: Option<&str>, at: usize) -> Result<Self> {
                Option::<$t>::read(row, name, at)?.ok_or_else(|| absent(name, at))
            }
        }
    )*};
}

column_present!(i64, f64, String, Time);

macro_rules! column_via {
    ($($t:ty = $base:ty, |$v:ident| $make:expr;)*) => {$(
        impl Column for $t {
            fn read(row: &Row, name: Option<&str>, at: usize) -> Result<Self> {
                <$base>::read(row, name, at).map(|$v| $make)
            }
        }
        impl Column for Option<$t> {
            fn read(row: &Row, name: Option<&str>, at: usize) -> Result<Self> {
                Option::<$base>::read(row, name, at).map(|o| o.map(|$v| $make))
            }
        }
    )*};
}

column_via! {
    bool = i64, |v| v != 0;
    Id = String, |v| Id::stored(v);
}

/// A type that a row can become: a tuple by position, or a struct of [`row!`](crate::row) by name.
pub trait FromRow: Sized {
    fn from_row(row: &Row) -> Result<Self>;
}

/// A row with the names of its columns, whatever they are: for handing people what is kept of them. Moments are written
/// as text.
#[derive(Clone, Debug, serde::Serialize)]
#[serde(transparent)]
pub struct Named(pub serde_json::Map<String, serde_json::Value>);

impl FromRow for Named {
    fn from_row(row: &Row) -> Result<Self> {
        let names: Vec<String> = match row {
            Row::Sqlite(r) => r.columns().iter().map(|c| c.name().to_owned()).collect(),
            Row::Postgres(r) => r.columns().iter().map(|c| c.name().to_owned()).collect(),
        };
        let mut out = serde_json::Map::new();
        for (at, name) in names.into_iter().enumerate() {
            let kind = match row {
                Row::Sqlite(r) => r.try_get_raw(at)?.type_info().name().to_owned(),
                Row::Postgres(r) => r.try_get_raw(at)?.type_info().name().to_owned(),
            };
            let is_moment = name == "at" || name == "since" || name == "until" || name.ends_with("_at");
            let value = match kind.as_str() {
                "INTEGER" | "INT8" | "INT4" => {
                    Option::<i64>::read(row, None, at)?.map(|v| if is_moment { Time(v).iso().into() } else { v.into() })
                }
                "REAL" | "FLOAT8" => Option::<f64>::read(row, None, at)?.map(serde_json::Value::from),
                "NULL" => None,
                _ => Option::<String>::read(row, None, at)?.map(serde_json::Value::from),
            };
            out.insert(name, value.unwrap_or_default());
        }
        Ok(Self(out))
    }
}

impl FromRow for () {
    fn from_row(_: &Row) -> Result<Self> {
        Ok(())
    }
}

macro_rules! tuple_row {
    ($($t:ident $i:tt),+) => {
        impl<$($t: Column),+> FromRow for ($($t,)+) {
            fn from_row(row: &Row) -> Result<Self> { Ok(($($t::read(row, None, $i)?,)+)) }
        }
    };
}

tuple_row!(A 0);
tuple_row!(A 0, B 1);
tuple_row!(A 0, B 1, C 2);
tuple_row!(A 0, B 1, C 2, D 3);
tuple_row!(A 0, B 1, C 2, D 3, E 4);
tuple_row!(A 0, B 1, C 2, D 3, E 4, F 5);

/// Declares a struct that is read from a row by the names of its fields.
#[macro_export]
macro_rules! row {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($(#[$fmeta:meta])* $field:ident : $t:ty),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        $vis struct $name { $($(#[$fmeta])* pub $field: $t),* }
        impl $crate::db::FromRow for $name {
            fn from_row(row: &$crate::db::Row) -> $crate::db::Result<Self> {
                Ok(Self { $($field: <$t as $crate::db::Column>::read(row, Some(stringify!($field)), 0)?),* })
            }
        }
    };
}
