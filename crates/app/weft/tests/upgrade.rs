//! What was released stays as it is, and every database that a released version has filled comes to this one whole.
//!
//! `fixtures/schema` holds one database of each released schema: the demo season of its day, and a row made up for each
//! table that the demo leaves empty. It is written once, before a version is released:
//! `WEFT_KEEP=1 ./dev test upgrade`.

use crate::common;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read as _, Write as _};
use std::path::PathBuf;

use common::House;
use common::sources::of_the_schema;
use common::terminal::Terminal;
use sqlx::{AssertSqlSafe, Row as _, TypeInfo as _, ValueRef as _};
use weft::built_in::MIGRATIONS;
use weft_kernel::clock::Time;
use weft_kernel::db::{Db, Migration, Sql};
use weft_kernel::{args, secret, sql};
use weft_people::Strength;
use weft_programs::Role;

/// Number and hash of each released migration, in their order.
const RELEASED: &[(i64, &str)] = &[(1, "4c6731ea2f010af95762ce53353dec443e06689dacfd146e2ff0a79f936f351c")];

/// Not of the house that is served, but of the one that wrote it.
const NOT_KEPT: [&str; 2] = ["schema_version", "setting"];

fn literal(text: String) -> Sql {
    Sql::from_literal(Box::leak(text.into_boxed_str()))
}

fn file_of(version: i64) -> PathBuf {
    common::sources::here().join(format!("tests/fixtures/schema/{version}.zip"))
}

/// Between two statements of a kept database.
const NEXT: &str = ";\n--\n";

#[test]
fn released_migrations_never_change() {
    for ((number, hash), (version, name, text)) in RELEASED.iter().zip(MIGRATIONS) {
        assert_eq!(number, version);
        assert_eq!(
            *hash,
            secret::hash(text),
            "{version} ({name}) is released: what is to change stands in a migration of its own, number {}",
            MIGRATIONS.len() + 1
        );
    }
    for (number, _) in RELEASED {
        assert!(file_of(*number).is_file(), "a filled database of schema {number} is kept");
    }
}

/// The statements that fill a database of a released schema.
fn rows_of(version: i64) -> Vec<String> {
    let file = std::fs::File::open(file_of(version)).expect("kept");
    let mut archive = zip::ZipArchive::new(file).expect("an archive");
    let mut text = String::new();
    archive.by_name("rows.sql").expect("rows").read_to_string(&mut text).expect("text");
    text.split(NEXT).map(str::to_owned).collect()
}

/// Rows of each table, the house's own left out.
fn counted(rows: &[String]) -> BTreeMap<String, i64> {
    let mut out = BTreeMap::new();
    for table in rows.iter().filter_map(|l| l.strip_prefix("INSERT INTO ")?.split(' ').next()) {
        *out.entry(table.to_owned()).or_default() += 1;
    }
    out
}

/// A new database with these rows, in a folder or on a server.
async fn fill(url: Option<String>, migrations: &[Migration], rows: &[String]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("temp dir");
    let path = url.unwrap_or_else(|| folder.path().join("weft.db").to_string_lossy().into_owned());
    let db = Db::open(&path).await.expect("opens");
    db.migrate(migrations, Time(0)).await.expect("migrates");
    let mut tx = db.begin().await.expect("begins");
    for line in rows {
        tx.run(literal(line.clone()), args![]).await.unwrap_or_else(|e| panic!("{path}: {e}: {line}"));
    }
    tx.commit().await.expect("commits");
    db.close().await;
    folder
}

/// Tables whose rows are in others now.
const MOVED: [(&str, &str); 1] = [("space_word", "message")];

#[tokio::test]
async fn a_database_of_every_released_schema_comes_to_this_one_whole() {
    for (version, _) in RELEASED {
        let rows = rows_of(*version);
        let before = counted(&rows);
        for (engine, url) in common::engines().await {
            let released = MIGRATIONS.iter().position(|m| m.0 == *version).expect("known") + 1;
            let folder = fill(url.clone(), &MIGRATIONS[..released], &rows).await;
            // Migrates as `weft serve` does.
            let house = House::at(folder, url, false).await;
            let mut conn = house.kernel.db.read().await.expect("reads");
            for (table, rows) in &before {
                let table = MOVED.iter().find(|(was, _)| was == table).map_or(table.as_str(), |(_, now)| now);
                // What the house of the test has made itself comes on top.
                let (now,): (i64,) =
                    conn.one(literal(format!("SELECT COUNT(*) FROM {table}")), args![]).await.expect("counts");
                assert!(now >= *rows, "{engine}, {table}: {now} of {rows} rows");
            }
            let seasons: Vec<(String,)> = conn.all(sql!("SELECT slug FROM season"), args![]).await.expect("seasons");
            drop(conn);
            assert!(seasons.len() > 2, "{seasons:?}");
            let owner = house.someone("Olga", Some(Role::Owner), Strength::TwoFactors).await;
            for (season,) in &seasons {
                for page in ["", "/set-up", "/roles", "/gatherings", "/library"] {
                    let answer = owner.get(&format!("/s/{season}{page}")).await;
                    assert!(answer.status.is_success(), "{engine}: /s/{season}{page}: {}", answer.status);
                }
            }
        }
    }
}

/// A row as a statement that writes it again.
fn insert(table: &str, row: &sqlx::sqlite::SqliteRow) -> String {
    let values: Vec<String> = (0..row.len())
        .map(|at| {
            let raw = row.try_get_raw(at).expect("a value");
            match raw.type_info().name() {
                _ if raw.is_null() => "NULL".to_owned(),
                "INTEGER" => row.get_unchecked::<i64, _>(at).to_string(),
                "REAL" => format!("{:?}", row.get_unchecked::<f64, _>(at)),
                _ => quoted(&row.get_unchecked::<String, _>(at)),
            }
        })
        .collect();
    let columns: Vec<&str> = row.columns().iter().map(sqlx::Column::name).collect();
    format!("INSERT INTO {table} ({}) VALUES ({})", columns.join(", "), values.join(", "))
}

fn quoted(text: &str) -> String {
    assert!(!text.contains(NEXT), "{text}");
    format!("'{}'", text.replace('\'', "''"))
}

/// One row for a table that has none: whatever its columns, their checks and the rows they point at allow.
async fn made_up(pool: &sqlx::SqlitePool, table: &str) -> String {
    let words = of_the_schema();
    let points: Vec<(String, String, String)> = sqlx::query(AssertSqlSafe(format!("PRAGMA foreign_key_list({table})")))
        .fetch_all(pool)
        .await
        .expect("keys")
        .iter()
        .map(|r| (r.get("from"), r.get("table"), r.get("to")))
        .collect();
    let mut names = Vec::new();
    let mut values = Vec::new();
    for column in sqlx::query(AssertSqlSafe(format!("PRAGMA table_info({table})"))).fetch_all(pool).await.expect("info")
    {
        let (name, kind): (String, String) = (column.get("name"), column.get("type"));
        let value = if let Some((_, to, key)) = points.iter().find(|(from, ..)| *from == name) {
            let found = sqlx::query(AssertSqlSafe(format!("SELECT {key} FROM {to} LIMIT 1"))).fetch_one(pool).await;
            let row = found.expect("a row to point at");
            row.try_get::<String, _>(0).map_or_else(|_| row.get::<i64, _>(0).to_string(), |text| quoted(&text))
        } else if let Some(allowed) = words.get(&format!("{table}.{name}")) {
            quoted(allowed.iter().find(|w| !w.is_empty()).expect("a word"))
        } else if kind == "TEXT" {
            quoted("made up")
        } else {
            "1".to_owned()
        };
        names.push(name);
        values.push(value);
    }
    format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), values.join(", "))
}

/// Tables as their rows can be written: each after those that it points to, which a later migration may have added.
async fn in_order(pool: &sqlx::SqlitePool, mut tables: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    while !tables.is_empty() {
        let (mut later, before) = (Vec::new(), out.len());
        for table in std::mem::take(&mut tables) {
            let keys = sqlx::query(AssertSqlSafe(format!("PRAGMA foreign_key_list({table})")));
            let points: Vec<String> =
                keys.fetch_all(pool).await.expect("keys").iter().map(|r| r.get("table")).collect();
            let is_ready = points.iter().all(|p| *p == table || out.contains(p) || NOT_KEPT.contains(&p.as_str()));
            if is_ready { &mut out } else { &mut later }.push(table);
        }
        assert!(out.len() > before, "these tables point to each other: {later:?}");
        tables = later;
    }
    out
}

#[tokio::test]
async fn a_filled_database_of_this_schema_can_be_kept() {
    let terminal = Terminal::new();
    terminal.ok("demo", &["demo", "--no-serve"]);
    let pool =
        sqlx::SqlitePool::connect(&terminal.path("demo").join("weft.db").to_string_lossy()).await.expect("opens");
    let tables: Vec<(String,)> = sqlx::query_as(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
    )
    .fetch_all(&pool)
    .await
    .expect("tables");
    let mut lines = Vec::new();
    let tables: Vec<String> = tables.into_iter().map(|(t,)| t).filter(|t| !NOT_KEPT.contains(&t.as_str())).collect();
    for table in &in_order(&pool, tables).await {
        let rows = sqlx::query(AssertSqlSafe(format!("SELECT * FROM {table}"))).fetch_all(&pool).await.expect("rows");
        if rows.is_empty() {
            let line = made_up(&pool, table).await;
            sqlx::query(AssertSqlSafe(line.clone())).execute(&pool).await.unwrap_or_else(|e| panic!("{e}: {line}"));
            lines.push(line);
        }
        lines.extend(rows.iter().map(|row| insert(table, row)));
    }
    assert_eq!(empty(MIGRATIONS.last().expect("a schema").0, &lines), Vec::<&str>::new());
    for (_, url) in common::engines().await {
        fill(url, MIGRATIONS, &lines).await;
    }
    if std::env::var_os("WEFT_KEEP").is_none() {
        return;
    }
    let (version, _, text) = MIGRATIONS.last().expect("a schema");
    let mut archive = zip::ZipWriter::new(std::fs::File::create(file_of(*version)).expect("writes"));
    archive.start_file("rows.sql", zip::write::SimpleFileOptions::default()).expect("begins");
    archive.write_all(lines.join(NEXT).as_bytes()).expect("writes");
    archive.finish().expect("ends");
    println!("RELEASED ends with ({version}, \"{}\")", secret::hash(text));
}

/// Tables of a schema that have no row.
fn empty(version: i64, rows: &[String]) -> Vec<&'static str> {
    let filled: BTreeSet<String> = counted(rows).into_keys().collect();
    let after = |start: &'static str| {
        let schema = MIGRATIONS.iter().filter(|m| m.0 <= version).flat_map(move |m| m.2.split(start).skip(1));
        schema.filter_map(|t| t.split(|c: char| c.is_whitespace() || c == ';').next())
    };
    let renamed = MIGRATIONS.iter().filter(|m| m.0 <= version).flat_map(|m| m.2.split("ALTER TABLE ").skip(1));
    let renamed = renamed.filter_map(|t| Some(t.split(';').next()?.split_once(" RENAME TO ")?.0));
    let gone: BTreeSet<&str> = after("DROP TABLE ").chain(renamed).collect();
    after("CREATE TABLE ").filter(|t| !NOT_KEPT.contains(t) && !gone.contains(t) && !filled.contains(*t)).collect()
}

#[test]
fn every_table_of_a_kept_database_has_a_row() {
    for (version, _) in RELEASED {
        assert_eq!(empty(*version, &rows_of(*version)), Vec::<&str>::new(), "schema {version}");
    }
}
