//! The program as people run it at a terminal.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

struct Terminal {
    folder: tempfile::TempDir,
}

impl Terminal {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("temp dir") }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn weft(&self, data: &str, words: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_weft"))
            .args(words)
            .args(["--data".as_ref(), self.path(data).as_os_str()])
            .env_remove("DATABASE_URL")
            .env_remove("WEFT_BACKUP_KEY")
            .output()
            .expect("runs")
    }

    /// What a command that succeeds prints.
    fn ok(&self, data: &str, words: &[&str]) -> String {
        let out = self.weft(data, words);
        assert!(out.status.success(), "{words:?}: {}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8_lossy(&out.stdout).into_owned()
    }

    /// What a command that fails says.
    fn fails(&self, data: &str, words: &[&str]) -> String {
        let out = self.weft(data, words);
        assert!(!out.status.success(), "{words:?} should fail");
        String::from_utf8_lossy(&out.stderr).into_owned()
    }
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path")
}

#[test]
fn the_demo_is_made_once_kept_and_made_anew_for_another_day() {
    let t = Terminal::new();
    let first = t.ok("demo", &["demo", "--no-serve"]);
    assert!(first.contains("Made the synthetic season") && first.contains("12 personas"), "{first}");
    let doors: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(t.path("demo").join("demo.json")).expect("demo.json")).expect("JSON");
    let link = doors["people"][1]["sign_in"].as_str().expect("a link").to_owned();
    assert!(link.starts_with("http://localhost:8080/demo/") && doors["people"][1]["persona"] == "program-lead");
    let again = t.ok("demo", &["demo", "--no-serve"]);
    assert!(!again.contains("Made the synthetic season") && again.contains(&link), "reused: {again}");
    let other = t.ok("demo", &["demo", "--no-serve", "--now", "2024-10-01"]);
    assert!(other.contains("Made the synthetic season") && !other.contains(&link), "{other}");
    assert!(t.fails("demo", &["serve"]).contains("holds a demo season"));
}

#[test]
fn the_demo_leaves_other_databases_and_other_addresses_alone() {
    let t = Terminal::new();
    std::fs::write(t.path("a.csv"), "id,email\n1,a@example.org\n").expect("writes");
    t.ok("real", &["import", "applications", text(&t.path("a.csv")), "--season", "s", "--create-season"]);
    assert!(t.fails("real", &["demo", "--no-serve"]).contains("was not made by the demo"));
    assert!(t.fails("demo", &["demo", "--no-serve", "--listen", "0.0.0.0:8080"]).contains("--expose-demo-links"));
}

#[test]
fn a_backup_needs_its_key_to_be_restored_and_signs_everyone_out() {
    let t = Terminal::new();
    t.ok("house", &["demo", "--no-serve"]);
    let (key, file) = (t.path("key.txt"), t.path("copy.age"));
    assert!(t.fails("house", &["backup", "--to", text(&file)]).contains("there is no backup key"));
    let inside = t.path("house").join("key.txt");
    assert!(t.fails("house", &["admin", "backup-key", "--to", text(&inside)]).contains("must not lie in the data folder"));
    t.ok("house", &["admin", "backup-key", "--to", text(&key)]);
    // Something that must not live on in a copy: an open sign-in, an owner token, a letter that waits.
    let counts = |data: &str, prepare: bool| -> (i64, i64, i64) {
        let path = t.path(data).join("weft.db");
        tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
            let db = weft::kernel::db::Db::open(text(&path)).await.expect("opens");
            let mut tx = db.begin().await.expect("begins");
            if prepare {
                tx.run(weft::sql!("INSERT INTO sign_in (id, token_hash, person_id, strength, created_at, seen_at, proved_at, agent) SELECT 'x', 'x', MIN(id), 'link', 0, 0, 0, '' FROM person"), vec![]).await.expect("inserts");
                tx.run(weft::sql!("INSERT INTO setting (name, value) VALUES ('owner_token', 'x')"), vec![]).await.expect("inserts");
                tx.run(weft::sql!("UPDATE outbox SET state = 'waiting'"), vec![]).await.expect("updates");
            }
            let found = tx
                .one(weft::sql!("SELECT (SELECT COUNT(*) FROM sign_in WHERE ended_at IS NULL), (SELECT COUNT(*) FROM setting WHERE name = 'owner_token'), (SELECT COUNT(*) FROM outbox WHERE state = 'waiting')"), vec![])
                .await
                .expect("counts");
            tx.commit().await.expect("commits");
            db.close().await;
            found
        })
    };
    let before = counts("house", true);
    assert!(before.0 == 1 && before.1 == 1 && before.2 > 0, "{before:?}");
    t.ok("house", &["backup", "--to", text(&file)]);
    let bytes = std::fs::read(&file).expect("a backup");
    assert!(bytes.len() > 100_000 && !bytes.windows(15).any(|w| w == b"SQLite format 3"), "encrypted");
    let photos = |data: &str| std::fs::read_dir(t.path(data).join("files/photos")).map_or(0, Iterator::count);
    assert!(photos("house") > 0 && photos("new") == 0);
    let restored = t.ok("new", &["restore", text(&file), "--key", text(&key)]);
    assert_eq!(photos("new"), photos("house"), "photos are restored too");
    assert!(restored.contains("Restored 185 people"), "{restored}");
    assert_eq!(counts("new", false), (0, 0, 0));
    assert!(t.ok("new", &["doctor"]).contains("ok    the data file is whole"));
    let other = t.path("other.txt");
    t.ok("elsewhere", &["admin", "backup-key", "--to", text(&other)]);
    assert!(t.fails("third", &["restore", text(&file), "--key", text(&other)]).contains("this key does not open"));
    assert!(t.fails("new", &["restore", text(&file), "--key", text(&key)]).contains("exists already"));
}

#[test]
fn an_import_reports_every_fault_with_its_place_and_imports_the_rest() {
    let t = Terminal::new();
    let rows = "application_id,email,years_in_role\nA1,a1@example.org,2.5\nA2,nobody,many\nA3,a3@example.org,\nA1,a4@example.org,1\n";
    std::fs::write(t.path("a.csv"), rows).expect("writes");
    let file = t.path("a.csv");
    let words = ["import", "applications", text(&file), "--season", "s", "--create-season"];
    let dry = t.ok("house", &[&words[..], &["--dry-run"]].concat());
    assert!(t.fails("house", &["import", "reviews", text(&file), "--season", "s"]).contains("there is no season `s`"), "a dry run makes no season");
    assert!(dry.contains("line 3, column email, value \"nobody\": Give a mail address"), "{dry}");
    assert!(dry.contains("line 3, column years_in_role, value \"many\": Give years"), "{dry}");
    assert!(dry.contains("line 5, column application_id") && dry.contains("4 rows read: would be 2 imported, 0 changed, 0 unchanged, 2 refused"), "{dry}");
    assert!(t.fails("house", &[&words[..], &["--all-or-nothing"]].concat()).contains("nothing was imported"));
    let json: serde_json::Value = serde_json::from_str(&t.ok("house", &[&words[..], &["--json"]].concat())).expect("JSON");
    assert_eq!((json["imported"].as_u64(), json["refused"].as_u64()), (Some(2), Some(2)));
    let again: serde_json::Value = serde_json::from_str(&t.ok("house", &[&words[..], &["--json"]].concat())).expect("JSON");
    assert_eq!((again["imported"].as_u64(), again["unchanged"].as_u64()), (Some(0), Some(2)));
}

/// The synthetic season that the project is judged by, where it is at hand.
#[test]
fn the_reference_season_imports_is_chosen_from_and_shown() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/season-2025");
    if !data.exists() {
        println!("the shared season is not here, nothing was checked");
        return;
    }
    let t = Terminal::new();
    let file = |name: &str| data.join(name).to_string_lossy().into_owned();
    let import = |words: &[&str]| -> serde_json::Value {
        let all = [&["import"], words, &["--season", "season-2025", "--json"]].concat();
        serde_json::from_str(&t.ok("house", &all)).expect("JSON")
    };
    let first = import(&["applications", &file("applications.csv"), "--create-season"]);
    assert_eq!((first["read"].as_u64(), first["imported"].as_u64()), (Some(175), Some(175)));
    let doubles = import(&["applications", &file("duplicate_submissions.csv")]);
    assert_eq!(doubles["duplicates"], serde_json::json!([["W25-D1", "W25-0124"], ["W25-D2", "W25-0081"], ["W25-D3", "W25-0101"]]));
    assert_eq!(import(&["reviews", &file("reviews.csv")])["refused"], 0);
    assert_eq!(import(&["events", &file("application_events.csv")])["imported"], 9);
    for rule in [&["propose"][..], &["draw", "--seed", "a public text"][..]] {
        let out = t.path(rule[0]);
        t.ok("house", &[&["select"], rule, &["--season", "season-2025", "--goals", &file("goals.toml"), "--out", text(&out)]].concat());
        t.ok("house", &["select", "verify", text(&out)]);
        assert!(t.ok("house", &["select", "rerun", text(&out)]).contains("the same cohort of 20"));
        let transcript = std::fs::read_to_string(&out).expect("a transcript");
        assert!(!transcript.contains("\"W25-0039\",\n    \"W25-0054\""), "those who withdrew are not chosen");
    }
}

#[test]
fn a_file_that_is_broken_further_down_is_refused_whole() {
    let t = Terminal::new();
    let rows: String = (0..600).map(|i| format!("A{i},a{i}@example.org,x\n")).collect();
    let import = |name: &str, text_of: String| {
        let file = t.path(name);
        std::fs::write(&file, text_of).expect("writes");
        t.fails("house", &["import", "applications", text(&file), "--season", "s", "--create-season"])
    };
    let head = "application_id,email,note\n";
    let wide = import("wide.csv", format!("{head}{rows}B1,b@example.org,x,more\n"));
    assert!(wide.contains("line 602") && wide.contains("nothing was imported"), "{wide}");
    let long = import("long.csv", format!("{head}{rows}B1,b@example.org,{}\n", "y".repeat(1_000_001)));
    assert!(long.contains("line 602, column note") && long.contains("longer than 1,000,000 bytes"), "{long}");
    let quote = import("quote.csv", format!("{head}{rows}B1,b@example.org,\"open\n"));
    assert!(quote.contains("A quote is opened and never closed"), "{quote}");
    let nul = import("nul.csv", format!("{head}{rows}B1,b@example.org,\0\n"));
    assert!(nul.contains("line 602") && nul.contains("NUL"), "{nul}");
    std::fs::write(t.path("good.csv"), format!("{head}{rows}")).expect("writes");
    let good = t.ok("house", &["import", "applications", text(&t.path("good.csv")), "--season", "s", "--create-season"]);
    assert!(good.contains("600 rows read: 600 imported, 0 changed, 0 unchanged, 0 refused"), "{good}");
}
