//! Nothing slow inside a write: what takes a while is done before, and what is written then is looked at first.

use std::path::{Path, PathBuf};
use std::time::Duration;

use axum::http::StatusCode;
use weft_admission::applications::acts;
use weft_admission::applications::model::Options;
use weft_admission::applications::rules::FillPool;
use weft_kernel::terminal::Terminal;
use weft_kernel::{args, sql};
use weft_media::table;
use weft_people::Strength;
use weft_programs::Role;

use super::common::{House, engines, pool, s};

/// Calls that may take longer than a statement: files, readers of files, passwords, solvers, other threads and hosts.
const SLOW: &[&str] = &[
    "spawn_blocking(",
    "readers.read(",
    "fetcher.fetch(",
    "reading::read(",
    "files.put",
    "files.get(",
    "files.remove(",
    "files.open_file(",
    "tokio::fs::",
    "std::fs::",
    "hash_password(",
    "password_matches(",
    "check_password(",
    "pairing::",
    "table::open(",
    "upload::receive(",
    "sleep(",
    ".pair(",
    ".field()",
];

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            if !["tests", "target", "demo"].iter().any(|n| path.ends_with(n)) {
                sources(&path, out);
            }
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// Each async function of a file with what it does while it holds a transaction.
fn writes(text: &str) -> Vec<(String, String)> {
    let product = text.split("#[cfg(test)]").next().unwrap_or_default();
    let mut out = Vec::new();
    for part in product.split("async fn ").skip(1) {
        let name: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        // Until the next function or the end of this one, whichever comes first.
        let body = part.split("\n}\n").next().unwrap_or_default();
        let Some((head, inner)) = body.split_once('{') else { continue };
        let held = if head.contains("&mut Tx") || head.contains(": Tx") {
            Some(inner)
        } else {
            let begin = ["db.begin().await", "begin_once().await"].iter().filter_map(|b| inner.find(b)).min();
            begin.map(|at| inner[at..].rsplit_once("commit()").map_or(&inner[at..], |(held, _)| held))
        };
        out.extend(held.map(|h| (name, h.to_owned())));
    }
    out
}

#[test]
fn nothing_slow_stands_between_begin_and_commit() {
    let mut files = Vec::new();
    sources(&crate::common::sources::here().join("../.."), &mut files);
    let (mut faults, mut looked_at) = (Vec::new(), 0);
    for path in files {
        let text = std::fs::read_to_string(&path).expect("readable");
        for (name, held) in writes(&text) {
            looked_at += 1;
            // Waits for others to stop writing, which is what it is for.
            if name == "hold_still" {
                continue;
            }
            let slow = SLOW.iter().filter(|w| held.contains(*w));
            faults.extend(slow.map(|w| format!("{}: {name} calls {w} inside a write", path.display())));
        }
    }
    assert!(looked_at > 200, "{looked_at} writes");
    assert_eq!(faults, Vec::<String>::new());
    // The test would see one.
    let bad = "pub async fn give(kernel: &Kernel) {\n    let mut tx = kernel.db.begin().await?;\n    \
        tokio::task::spawn_blocking(|| 1).await;\n    tx.commit().await?;\n}\n";
    assert!(writes(bad).iter().any(|(name, held)| name == "give" && held.contains("spawn_blocking(")));
    let good = bad.replace("let mut tx", "tokio::task::spawn_blocking(|| 1).await;\n    let mut tx");
    let good = good.replacen("    tokio::task::spawn_blocking(|| 1).await;\n    tx.commit", "    tx.commit", 1);
    assert!(writes(&good).iter().all(|(_, held)| !held.contains("spawn_blocking(")), "{good}");
}

#[tokio::test]
async fn previews_of_imports_wait_for_no_writer() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        house.import(&pool()).await;
        let permit = FillPool::at_the_terminal(&Terminal::open(), &house.season);
        let look = Options { is_dry_run: true, ..house.options() };
        let read = |text: &str| table::read(text.as_bytes()).expect("readable");
        let events = read("application_id,at,event\nA04,2024-11-04T11:20:00-05:00,withdrawn\nZ,2024-11-04,withdrawn\n");
        let cohort = read("application_id\nA01\nA02\nZ\n");
        // Someone writes all the while.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("UPDATE season SET name = 'S' WHERE id = $1"), args![&house.season]).await.expect("writes");
        let looked = async {
            let events = acts::import_events(&house.kernel, &permit, &events, &look).await.expect("looks");
            let cohort = acts::import_cohort(&house.kernel, &permit, &cohort, None, &look).await.expect("looks");
            (events.imported, events.refused, cohort.imported, cohort.refused)
        };
        let looked = tokio::time::timeout(Duration::from_secs(2), looked).await;
        assert_eq!(looked.expect("in time"), (1, 1, 2, 1), "{engine}");
        drop(tx);
        // What was foreseen is what happens.
        let done = Options { is_dry_run: false, ..house.options() };
        let report = acts::import_events(&house.kernel, &permit, &events, &done).await.expect("imports");
        assert_eq!((report.imported, report.refused), (1, 1));
        let report = acts::import_cohort(&house.kernel, &permit, &cohort, None, &done).await.expect("imports");
        assert_eq!((report.imported, report.unchanged, report.refused), (2, 0, 1));
        let report = acts::import_cohort(&house.kernel, &permit, &cohort, None, &look).await.expect("looks");
        assert_eq!((report.imported, report.unchanged), (0, 2), "{engine}");
    }
}

#[tokio::test]
async fn four_who_assign_at_once_assign_each_review_once() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        for name in ["Tobias", "Renata", "Quill"] {
            house.someone(name, Some(Role::Reviewer), Strength::TwoFactors).await;
        }
        let rubric = [
            ("title_en-0", "Fit"),
            ("title_es-0", "x"),
            ("anchor1_en-0", "a"),
            ("anchor5_en-0", "b"),
            ("weight-0", "1"),
        ];
        assert_eq!(lead.post(&s("rubric"), &rubric).await.status, StatusCode::SEE_OTHER);
        let why = house.column("why_apply").await;
        let set = [("reads_each", "2"), ("most_each", "12"), ("wide_gap", "2"), ("visible", why.as_str())];
        assert_eq!(lead.post(&s("reviewers"), &set).await.status, StatusCode::SEE_OTHER);
        let path = s("reviewers/assignment");
        let presses = (0..4).map(|_| lead.post(&path, &[("undeclared", "yes")]));
        let said: Vec<String> = futures_util::future::join_all(presses).await.into_iter().map(|a| a.body).collect();
        let full = said.iter().filter(|b| b.contains("22 reviews were assigned")).count();
        let none = said.iter().filter(|b| b.contains("No reviews were assigned")).count();
        assert_eq!((full, none), (1, 3), "{engine}");
        let mut conn = house.kernel.db.read().await.expect("reads");
        let (all, most): (i64, i64) = conn
            .one(
                sql!(
                    "SELECT CAST(SUM(t.n) AS BIGINT), MAX(t.n)
                    FROM (SELECT CAST(COUNT(*) AS BIGINT) AS n FROM assignment GROUP BY application_id) t"
                ),
                args![],
            )
            .await
            .expect("counts");
        assert_eq!((all, most), (22, 2), "{engine}");
    }
}
