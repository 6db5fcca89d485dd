//! Answers without names are written in batches: between two answers, after a restart, by two processes, at the end.
//! And what is deleted leaves the files.

use crate::common;
use crate::common::wal;

use common::meet::{count, people};
use common::{Actor, House, pool, s};
use futures_util::future::join_all;
use sqlx::ConnectOptions as _;
use sqlx::sqlite::SqliteConnectOptions;
use weft::app::keeper;
use weft_admission::applications::erasure::{self, Erased};
use weft_admission::applications::rules::Erase;
use weft_kernel::anonymous::Waiting;
use weft_kernel::db::dialect;
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// Another process on the same database: what waits in one is unknown to the other.
fn beside(house: &House) -> House {
    let kernel = weft_kernel::Kernel { anonymous: Waiting::default(), ..house.kernel.clone() };
    let router = weft::app::router(&kernel);
    House { kernel, router, folder: tempfile::tempdir().expect("temp dir"), season: house.season.clone() }
}

/// The same people with the same browsers, at another process.
fn at<'h>(house: &'h House, all: &[Actor<'_>]) -> Vec<Actor<'h>> {
    all.iter().map(|a| Actor { house, id: a.id.clone(), cookie: a.cookie.clone() }).collect()
}

async fn open_pulse(house: &House, lead: &Actor<'_>) -> String {
    lead.post(&s("pulse"), &[("stressors", "Money"), ("days", "7")]).await;
    let (id,): (String,) =
        house.kernel.db.read().await.expect("reads").one(sql!("SELECT id FROM pulse"), args![]).await.expect("a pulse");
    s(&format!("pulse/{id}"))
}

async fn answer(one: &Actor<'_>, pulse: &str, words: &str) {
    assert_eq!(
        one.post(&format!("{pulse}/answer"), &[("level-0", "most"), ("words", words)]).await.status.as_u16(),
        303
    );
}

/// What someone sees who copies the database now: as a backup does, or as rows with the transaction that wrote them, in
/// the order they lie in.
async fn snapshot(house: &House) -> wal::State {
    if house.kernel.db.is_sqlite() {
        let copy = house.folder.path().join("copy.db");
        let _ = std::fs::remove_file(&copy);
        dialect::copy_sqlite(&house.kernel.db, copy.to_str().expect("a path")).await.expect("copies");
        return wal::state(&copy).await;
    }
    let mut conn = house.kernel.db.read().await.expect("reads");
    let marks: Vec<(String, String)> = conn
        .all(sql!("SELECT person_id, CAST(xmin AS TEXT) FROM anonymous_mark ORDER BY ctid"), args![])
        .await
        .expect("reads");
    let answers: Vec<(String, String)> = conn
        .all(sql!("SELECT answer, CAST(xmin AS TEXT) FROM anonymous_answer ORDER BY ctid"), args![])
        .await
        .expect("reads");
    // One transaction wrote all rows of both lists anew: the engine's own columns tell no batch from another.
    assert!(marks.iter().chain(&answers).all(|(_, by)| *by == marks[0].1), "{marks:?} {answers:?}");
    wal::State {
        marks: marks.into_iter().map(|(m, _)| m).collect(),
        answers: answers.into_iter().map(|(a, _)| wal::voice(&a)).collect(),
    }
}

const ROWS: weft_kernel::db::Sql =
    sql!("SELECT (SELECT COUNT(*) FROM anonymous_answer) * 100 + (SELECT COUNT(*) FROM anonymous_mark)");

#[tokio::test]
async fn no_backup_and_no_row_version_between_two_answers_ties_fewer_than_five() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 23).await;
        let pulse = open_pulse(&house, &lead).await;
        let voices = wal::voices(23);
        let mut states = vec![snapshot(&house).await];
        for (one, words) in all.iter().zip(&voices) {
            answer(one, &pulse, words).await;
            states.push(snapshot(&house).await);
            // Nothing is written by the request itself.
            assert_eq!(states[states.len() - 2], states[states.len() - 1], "{engine}");
            keeper::keep(&house.kernel, false).await;
            states.push(snapshot(&house).await);
        }
        lead.post(&format!("{pulse}/end"), &[]).await;
        states.push(snapshot(&house).await);
        keeper::keep(&house.kernel, false).await;
        states.push(snapshot(&house).await);
        let truth = wal::truth(&all, &voices);
        assert_eq!(count(&house, ROWS).await, 2_323, "{engine}");
        dialect::vacuum_anonymous(&house.kernel.db).await.expect("old rows can be removed");
        // Three batches of five and a last one of eight: everyone is in one, and in none with fewer.
        let sizes: Vec<usize> = wal::distinct(states.clone()).iter().map(|s| s.marks.len()).collect();
        assert_eq!(sizes, [0, 5, 10, 15, 23], "{engine}");
        assert_eq!(wal::chances(&states, &truth).len(), 23, "the attacker sees the batches");
        wal::hold(engine, states, &truth, 23);
        // Who has answered is forgotten once nobody can answer any more.
        house.kernel.clock.advance(121);
        weft_community::pulse::acts::sweep(&house.kernel).await.expect("sweeps");
        assert_eq!(count(&house, ROWS).await, 2_300, "{engine}");
        assert!(lead.get(&s("pulse")).await.body.contains("23 people answered"), "{engine}");
    }
}

#[tokio::test]
async fn a_restart_loses_what_waits_and_asks_again_and_a_rest_of_fewer_than_five_is_dropped() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 15).await;
        let (path, pulse) = (s("pulse"), open_pulse(&house, &lead).await);
        let voices = wal::voices(15);
        for (one, words) in all[..3].iter().zip(&voices) {
            assert!(one.get(&path).await.body.contains("in groups of at least five"));
            answer(one, &pulse, words).await;
            answer(one, &pulse, "voice-99").await;
            let page = one.get(&path).await.body;
            assert!(
                page.contains("You’ve answered")
                    && page.contains("together with at least four others")
                    && !page.contains("type=\"radio\""),
                "{page}"
            );
        }
        assert!(lead.get(&path).await.body.contains("3 people have answered"));
        // Three are too few to be written, at the end of the process too.
        keeper::keep(&house.kernel, true).await;
        assert_eq!(count(&house, ROWS).await, 0, "{engine}");
        let second = beside(&house);
        let here = at(&second, &all);
        assert!(here[0].get(&path).await.body.contains("type=\"radio\""), "asked again");
        for (one, words) in here[..12].iter().zip(&voices) {
            answer(one, &pulse, words).await;
            keeper::keep(&second.kernel, false).await;
        }
        assert_eq!(count(&second, ROWS).await, 505, "{engine}: five of the first ten, whoever they are");
        keeper::keep(&second.kernel, true).await;
        assert_eq!(count(&second, ROWS).await, 1_212, "{engine}: a process that stops writes what is enough");
        let third = beside(&house);
        let here = at(&third, &all);
        let page = here[0].get(&path).await.body;
        assert!(page.contains("You’ve answered") && !page.contains("four others"), "{page}");
        for one in &here[12..] {
            answer(one, &pulse, "voice-77").await;
        }
        let lead = Actor { house: &third, ..lead.clone() };
        lead.post(&format!("{pulse}/end"), &[]).await;
        // Nobody sees totals that may still change.
        assert!(
            lead.get(&path).await.body.contains("Totals appear here") && !lead.get(&path).await.body.contains("voice-")
        );
        keeper::keep(&third.kernel, false).await;
        assert_eq!(count(&third, ROWS).await, 1_212, "{engine}: three cannot be told from each other by few enough");
        let late = here[12].post(&format!("{pulse}/answer"), &[("level-0", "most"), ("words", "came-late")]).await;
        assert!(late.status.as_u16() == 422 && late.body.contains("came-late"), "{}", late.body);
        third.kernel.clock.advance(121);
        let page = lead.get(&path).await.body;
        assert!(
            page.contains("voice-00")
                && page.contains("voice-11")
                && !page.contains("voice-77")
                && !page.contains("voice-99"),
            "{page}"
        );
    }
}

#[tokio::test]
async fn two_processes_write_one_answer_of_each_person() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 14).await;
        let pulse = open_pulse(&house, &lead).await;
        let other = beside(&house);
        let there = at(&other, &all);
        let voices = wal::voices(14);
        for i in 0..14 {
            answer(&all[i], &pulse, &voices[i]).await;
            answer(&there[13 - i], &pulse, &voices[13 - i]).await;
        }
        lead.post(&format!("{pulse}/end"), &[]).await;
        join_all([keeper::keep(&house.kernel, false), keeper::keep(&other.kernel, false)]).await;
        assert_eq!(count(&house, ROWS).await, 1_414, "{engine}");
        let state = snapshot(&house).await;
        assert_eq!(state.answers.iter().collect::<std::collections::BTreeSet<_>>().len(), 14, "{state:?}");
        // A process that comes to it late changes no total.
        let third = beside(&house);
        let id = Id::stored(pulse.rsplit('/').next().unwrap_or_default().to_owned());
        for i in 0..9 {
            third.kernel.anonymous.take(&id, &Id::stored(format!("late-{i}")), "{}".into());
        }
        third.kernel.clock.advance(61);
        keeper::keep(&third.kernel, false).await;
        assert_eq!((count(&house, ROWS).await, third.kernel.anonymous.count(&id)), (1_414, 0), "{engine}");
    }
}

#[tokio::test]
async fn someone_who_is_erased_has_nothing_waiting() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    house.import(&pool()).await;
    let (person, application): (Id, Id) = house
        .kernel
        .db
        .read()
        .await
        .expect("reads")
        .one(sql!("SELECT person_id, id FROM application WHERE external_id = 'A05'"), args![])
        .await
        .expect("there");
    let pulse = open_pulse(&house, &lead).await;
    let id = Id::stored(pulse.rsplit('/').next().unwrap_or_default().to_owned());
    house.kernel.anonymous.take(&id, &person, "{}".into());
    let mut tx = house.kernel.db.begin().await.expect("begins");
    assert!(
        erasure::erase(&house.kernel, &mut tx, &Erase::asked_for(&application)).await.is_ok_and(|e| e == Erased::Now)
    );
    tx.commit().await.expect("commits");
    assert_eq!(house.kernel.anonymous.count(&id), 0);
}

/// The data file and its log, as they lie there.
fn files(house: &House) -> String {
    let read = |name: &str| {
        String::from_utf8_lossy(&std::fs::read(house.folder.path().join(name)).unwrap_or_default()).into_owned()
    };
    read("weft.db") + &read("weft.db-wal")
}

#[tokio::test]
async fn what_is_emptied_or_erased_leaves_the_data_file_and_its_log() {
    let house = House::new(None).await;
    let db = &house.kernel.db;
    house.import(&pool()).await;
    // Every connection overwrites what it deletes.
    let mut all = Vec::new();
    for _ in 0..4 {
        all.push(db.read().await.expect("reads"));
    }
    let asked = sql!(
        "SELECT (SELECT secure_delete FROM pragma_secure_delete) * 10
            + (SELECT journal_size_limit FROM pragma_journal_size_limit)"
    );
    for conn in &mut all {
        assert_eq!(conn.one::<(i64,)>(asked, args![]).await.expect("a pragma").0, 10);
    }
    drop(all);
    assert_eq!(db.begin().await.expect("begins").one::<(i64,)>(asked, args![]).await.expect("a pragma").0, 10);
    // Links that sign in, in letters that were sent; what an erased applicant wrote.
    let mut links = Vec::new();
    for i in 0..30 {
        house.someone(&format!("Signer{i}"), None, weft_people::Strength::Link).await;
        house.visitor().post("/sign-in", &[("email", &format!("signer{i}@example.org"))]).await;
    }
    for mail in house.mails().await {
        links.extend(mail.split_once("/sign-in/link/").map(|(_, rest)| rest.chars().take(32).collect::<String>()));
    }
    let before = files(&house);
    // Letters lie sealed in the database: not even the log ever held a link.
    assert!(links.len() == 30 && before.contains("sealed-1:") && links.iter().all(|l| !before.contains(l)));
    assert!(before.contains("Because 5") && before.contains("SECRET-NEED-5"));
    let mut conn = db.read().await.expect("reads");
    let (application,): (Id,) =
        conn.one(sql!("SELECT id FROM application WHERE external_id = 'A05'"), args![]).await.expect("there");
    drop(conn);
    let mut tx = db.begin().await.expect("begins");
    assert!(
        erasure::erase(&house.kernel, &mut tx, &Erase::asked_for(&application)).await.is_ok_and(|e| e == Erased::Now)
    );
    tx.commit().await.expect("commits");
    // Someone reads from the log: it is left for later, and who writes is not held up.
    let file = house.folder.path().join("weft.db");
    let mut along = SqliteConnectOptions::new().filename(&file).connect().await.expect("opens");
    sqlx::query("BEGIN").execute(&mut along).await.expect("begins");
    sqlx::query("SELECT COUNT(*) FROM person").execute(&mut along).await.expect("reads");
    house.someone("Late", None, weft_people::Strength::Link).await;
    assert!(!dialect::empty_log(db).await.expect("tries"));
    sqlx::query("COMMIT").execute(&mut along).await.expect("ends");
    assert!(dialect::empty_log(db).await.expect("empties"));
    assert_eq!(std::fs::metadata(file.with_extension("db-wal")).expect("a log").len(), 0);
    let after = files(&house);
    let left: Vec<&String> = links.iter().filter(|l| after.contains(*l)).collect();
    assert_eq!(left, Vec::<&String>::new());
    assert!(after.contains("Because 4") && !after.contains("Because 5") && !after.contains("SECRET-NEED-5"));
    // And the connection waits for others as before.
    let mut tx = db.begin().await.expect("begins");
    assert_eq!(
        tx.one::<(i64,)>(sql!("SELECT timeout FROM pragma_busy_timeout"), args![]).await.expect("a pragma").0,
        5_000
    );
}
