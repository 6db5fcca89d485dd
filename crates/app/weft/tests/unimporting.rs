//! Stories of undoing an import of applications: what it made goes, what someone has worked with stays and is named.

use std::collections::{BTreeMap, BTreeSet};

use crate::common;
use crate::imports::{columns, press, upload};

use axum::http::StatusCode;
use common::{Actor, House, engines, s};
use weft_kernel::db::{Sql, dialect};
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

const FILE: &str = "application_id,email,first_name,last_name,Why?,race_ethnicity,access_needs,eligibility,priority\n\
    B1,one@example.org,One,Uno,because,Latina,,eligible,high\n\
    B2,two@example.org,Two,Dos,so,,captions,,\n\
    B3,three@example.org,Three,Tres,so,,,,\n";

async fn import(lead: &Actor<'_>, csv: &str) -> String {
    let file = upload(lead, "applications", csv.as_bytes()).await;
    columns(lead, &file, &[]).await;
    press(lead, &file).await;
    file
}

async fn count(house: &House, sql: Sql) -> i64 {
    house.kernel.db.read().await.expect("reads").one::<(i64,)>(sql, args![]).await.expect("a number").0
}

async fn applications(house: &House) -> Vec<String> {
    let sql = sql!("SELECT external_id FROM application ORDER BY external_id");
    let rows: Vec<(String,)> = house.kernel.db.read().await.expect("reads").all(sql, args![]).await.expect("rows");
    rows.into_iter().map(|(id,)| id).collect()
}

/// Rows of every table, but for what an import leaves on purpose: its file, what was said of columns, and events.
async fn sizes(house: &House) -> BTreeMap<String, i64> {
    const STAYS: [&str; 7] = [
        "answer_column",
        "event",
        "import_file",
        "import_mapping",
        "import_reading",
        "import_source",
        "schema_version",
    ];
    let columns = dialect::columns(&house.kernel.db).await.expect("columns");
    let tables: BTreeSet<&str> = columns.iter().filter_map(|c| c.split('.').next()).collect();
    let mut out = BTreeMap::new();
    for table in tables.into_iter().filter(|t| !STAYS.contains(t)) {
        let text = format!("SELECT COUNT(*) FROM {table}");
        out.insert(table.to_owned(), count(house, Sql::from_literal(Box::leak(text.into_boxed_str()))).await);
    }
    out
}

/// What the page says of each application that stays, by its number.
fn stays(page: &str) -> BTreeMap<String, String> {
    let table = page.split("id=\"undo\"").nth(1).expect("a section");
    let rows = table.split("<tr>").skip(2);
    let text = |cell: &str| cell.split('<').next().unwrap_or_default().trim().to_owned();
    rows.map(|row| {
        let number = row.split("/applications/").nth(1).and_then(|r| r.split('"').next()).expect("a number");
        let why = row.split("Why it stays\">").nth(1).expect("a reason");
        (number.to_owned(), text(why))
    })
    .collect()
}

#[tokio::test]
async fn an_import_is_undone_as_if_it_had_never_been() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        house.import(&common::pool()).await;
        let lead = house.lead().await;
        let before = (sizes(&house).await, applications(&house).await);
        let file = upload(&lead, "applications", FILE.as_bytes()).await;
        let check = columns(&lead, &file, &[]).await;
        assert!(check.contains("you can undo it for applications that nobody has worked with"), "{engine}: {check}");
        let page = press(&lead, &file).await;
        assert_ne!(sizes(&house).await, before.0, "{engine}");
        for says in [
            "Undoing deletes 3 applications that this import added",
            "It also deletes the records of 3 people who are here only through this import.",
            "Undo import and delete 3 applications",
        ] {
            assert!(page.contains(says), "{engine}: {says}: {page}");
        }
        let list = lead.get(&s("import")).await.body;
        assert!(list.contains("Recent imports") && list.contains("3 new, 0 updated"), "{engine}: {list}");
        assert!(!list.contains(">Undone<"), "{engine}: {list}");
        // Whoever may not import sees nothing and undoes nothing.
        let reviewer = house.someone("Rosa", Some(Role::Reviewer), Strength::TwoFactors).await;
        let before = (BTreeMap::from_iter(before.0), before.1);
        assert_eq!(reviewer.post(&format!("{file}/undo"), &[]).await.status, StatusCode::NOT_FOUND, "{engine}");
        let rosa = sizes(&house).await;
        // Twice is once.
        for _ in 0..2 {
            let answer = lead.post(&format!("{file}/undo"), &[]).await;
            assert_eq!(answer.location(), file, "{engine}");
        }
        let after = sizes(&house).await;
        // All but Rosa, who came in between.
        let same = |table: &str| matches!(table, "person" | "role" | "contact_point" | "sign_in" | "credential");
        let differs: Vec<_> = before.0.iter().filter(|(t, n)| !same(t) && after.get(*t) != Some(n)).collect();
        assert_eq!(differs, Vec::<(&String, &i64)>::new(), "{engine}");
        for table in ["person", "role", "contact_point"] {
            assert_eq!(after[table], rosa[table] - 3, "{engine}: {table}");
        }
        assert_eq!(applications(&house).await, before.1, "{engine}");
        let page = lead.get(&file).await.body;
        assert!(
            page.contains("Import undone")
                && page.contains("3 applications were deleted.")
                && !page.contains("Undo import and"),
            "{engine}: {page}"
        );
        let list = lead.get(&s("import")).await.body;
        assert!(list.contains(">Undone<") && list.contains("3 applications deleted"), "{engine}: {list}");
        let events = sql!("SELECT COUNT(*) FROM event WHERE verb = 'applications.unimported' AND detail = '3'");
        assert_eq!(count(&house, events).await, 1, "{engine}");
        // The same file again is new again.
        import(&lead, FILE).await;
        assert_eq!(applications(&house).await.len(), before.1.len() + 3, "{engine}");
    }
}

#[tokio::test]
async fn what_someone_has_worked_with_stays_and_is_named_before_the_press() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        house.import("application_id,email,first_name,last_name,Why?\nB0,zero@example.org,Zero,Cero,old\n").await;
        let lead = house.lead().await;
        house.kernel.clock.advance(60);
        let rows: String = (0..9).map(|n| format!("B{n},p{n}@example.org,P{n},Uno,because\n")).collect();
        let csv = format!("application_id,email,first_name,last_name,Why?\n{rows}").replace("p0@", "zero@");
        // Two are one person's: the second is flagged, and stays with the first or goes with it.
        let csv = format!("{csv}B9,p7@example.org,P7,Uno,because\n");
        let file = import(&lead, &csv).await;
        house.kernel.clock.advance(60);
        let at = |n: &str, rest: &str| s(&format!("applications/{n}/{rest}"));
        lead.post(&at("B1", "eligibility"), &[("eligible", "yes"), ("act", "yes")]).await;
        lead.post(&at("B2", "notes"), &[("note", "Call back")]).await;
        lead.post(&at("B3", "tags"), &[("tag", "urgent")]).await;
        house.visitor().post("/sign-in", &[("email", "p4@example.org")]).await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(
            sql!(
                "INSERT INTO reader_conflict (season_id, reader_id, application_id, found, at)
                SELECT season_id, $1, id, 'said', 1
                FROM application
                WHERE external_id = 'B7'"
            ),
            args![lead.id.as_ref().expect("a lead")],
        )
        .await
        .expect("a conflict");
        tx.commit().await.expect("commits");
        // A later import changes one more.
        import(&lead, "application_id,email,first_name,last_name,Why?\nB5,p5@example.org,P5,Uno,but\n").await;
        let page = lead.get(&file).await.body;
        let said = stays(&page);
        let of = |n: &str| said.get(n).map_or("", String::as_str);
        for (number, why) in [
            ("B0", "this import updated it"),
            ("B1", "recorded a decision about it"),
            ("B2", "It has a note or a tag"),
            ("B3", "It has a note or a tag"),
            ("B4", "We sent this person an email"),
            ("B5", "has changed since the import"),
            ("B7", "assigned to a reviewer, or someone reviewed it"),
            ("B9", "Another application of the same person stays"),
        ] {
            assert!(of(number).contains(why), "{engine}: {number}: {:?}: {page}", of(number));
        }
        assert_eq!(said.len(), 8, "{engine}: {said:?}");
        assert!(page.contains("8 applications stay as they are"), "{engine}: {page}");
        assert!(page.contains("Undo import and delete 2 applications"), "{engine}: {page}");
        lead.post(&format!("{file}/undo"), &[]).await;
        let left = ["B0", "B1", "B2", "B3", "B4", "B5", "B7", "B9"].map(str::to_owned);
        assert_eq!(applications(&house).await, left, "{engine}");
        let people = sql!("SELECT COUNT(*) FROM person WHERE family_name = 'Uno'");
        assert_eq!(count(&house, people).await, 6, "{engine}");
        let needs =
            sql!("SELECT COUNT(*) FROM import_made m JOIN import_file f ON f.id = m.import_id WHERE f.undone > 0");
        assert_eq!(count(&house, needs).await, 0, "{engine}");
        // An import that only changed what was here cannot be undone, and says so.
        let second =
            import(&lead, "application_id,email,first_name,last_name,Why?\nB1,p1@example.org,P1,Uno,x\n").await;
        let page = lead.get(&second).await.body;
        assert!(page.contains("t undo this import. Nothing it added can be deleted."), "{engine}: {page}");
        lead.post(&format!("{second}/undo"), &[]).await;
        assert!(lead.get(&second).await.body.contains("t undo this import"), "{engine}");
    }
}

#[tokio::test]
async fn whoever_has_something_else_here_keeps_their_record() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let file = import(&lead, FILE).await;
        house.kernel.clock.advance(60);
        // Someone of the file becomes a reviewer.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(
            sql!(
                "INSERT INTO role (id, person_id, season_id, role, since)
                SELECT 'r', person_id, season_id, 'reviewer', 1
                FROM application
                WHERE external_id = 'B2'"
            ),
            args![],
        )
        .await
        .expect("a role");
        tx.commit().await.expect("commits");
        let page = lead.get(&file).await.body;
        assert!(page.contains("the records of 2 people who are here only"), "{engine}: {page}");
        lead.post(&format!("{file}/undo"), &[]).await;
        assert_eq!(applications(&house).await, Vec::<String>::new(), "{engine}");
        let left = sql!("SELECT COUNT(*) FROM person WHERE given_name = 'Two'");
        assert_eq!(count(&house, left).await, 1, "{engine}");
        for (what, sql) in [
            ("needs", sql!("SELECT COUNT(*) FROM access_need")),
            ("self-descriptions", sql!("SELECT COUNT(*) FROM identity_answer")),
            ("roles", sql!("SELECT COUNT(*) FROM role WHERE role = 'applicant'")),
        ] {
            assert_eq!(count(&house, sql).await, 0, "{engine}: {what}");
        }
    }
}

/// Tables with a column that points to rows of another table, as the migrations say.
fn pointing_to(table: &str) -> BTreeSet<(String, String)> {
    let mut out: BTreeSet<(String, String)> = BTreeSet::new();
    for (_, _, text) in weft::built_in::MIGRATIONS {
        let mut own = String::new();
        for line in text.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words[..] {
                // Kept under another name since.
                ["ALTER", "TABLE", name, "RENAME", "TO", other] => {
                    let other = other.trim_end_matches(';');
                    let called = |(table, column): (String, String)| {
                        (if table == name { other.to_owned() } else { table }, column)
                    };
                    out = out.into_iter().map(called).collect();
                }
                ["DROP", "TABLE", name] => out.retain(|(table, _)| table != name.trim_end_matches(';')),
                ["CREATE" | "ALTER", "TABLE", name, ..] => name.clone_into(&mut own),
                _ => {}
            }
            if line.contains(&format!("REFERENCES {table} (id)")) {
                let at = words.iter().position(|w| *w == "COLUMN").map_or(0, |at| at + 1);
                out.insert((own.clone(), words[at].to_owned()));
            }
        }
    }
    out
}

#[test]
fn undoing_asks_every_table_that_points_to_an_application_or_a_person() {
    let text = include_str!("../../../journey/admission/src/applications/store/undoing.rs");
    let (before, people) = text.split_once("fn alone").expect("two statements");
    let plain = |t: &str| t.split_whitespace().collect::<Vec<_>>().join(" ");
    let (worked_with, people) = (plain(before), plain(people.split("pub(in").next().expect("a statement")));
    let own = ["eligibility", "priority"];
    let missing: Vec<_> = pointing_to("application")
        .into_iter()
        .filter(|(table, _)| !worked_with.contains(&format!("FROM {table} ")) && !own.contains(&table.as_str()))
        .collect();
    assert_eq!(missing, [], "add it to `worked_with`");
    assert!(pointing_to("application").len() > 20);
    // What comes with a person whom an import makes, and goes with them.
    let own = ["contact_point", "affiliation", "application"];
    let missing: Vec<_> = pointing_to("person")
        .into_iter()
        .filter(|(table, column)| {
            !people.contains(&format!("SELECT {column} FROM {table} ")) && !own.contains(&table.as_str())
        })
        .collect();
    assert_eq!(missing, [], "add it to `alone`");
    assert!(pointing_to("person").len() > 80);
}
