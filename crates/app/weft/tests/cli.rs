//! The program as people run it at a terminal.

use weft_kernel::db::Db;
use weft_kernel::{args, sql};

use crate::common::terminal::{Terminal, text};

#[test]
fn the_demo_is_made_once_kept_and_made_anew_for_another_day() {
    let t = Terminal::new();
    let first = t.ok("demo", &["demo", "--no-serve"]);
    assert!(first.contains("Created the demo season") && first.contains("12 roles to try"), "{first}");
    let doors: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(t.path("demo").join("demo.json")).expect("demo.json"))
            .expect("JSON");
    let link = doors["people"][1]["sign_in"].as_str().expect("a link").to_owned();
    assert!(link.starts_with("http://localhost:8080/demo/") && doors["people"][1]["persona"] == "program-lead");
    let again = t.ok("demo", &["demo", "--no-serve"]);
    assert!(!again.contains("Created the demo season") && again.contains(&link), "reused: {again}");
    let other = t.ok("demo", &["demo", "--no-serve", "--now", "2024-10-01"]);
    assert!(other.contains("Created the demo season") && !other.contains(&link), "{other}");
    assert!(t.fails("demo", &["serve"]).contains("has a demo season"));
}

#[tokio::test]
async fn a_demo_of_another_version_is_made_anew_and_says_so() {
    let t = Terminal::new();
    t.ok("demo", &["demo", "--no-serve"]);
    let db = Db::open(text(&t.path("demo").join("weft.db"))).await.expect("opens");
    // As one that was made before marks named the program.
    let mut tx = db.begin().await.expect("begins");
    tx.run(sql!("UPDATE setting SET value = SUBSTR(value, 1, 10) WHERE name = 'demo'"), args![]).await.expect("marks");
    tx.run(sql!("UPDATE person SET bio = 'of before'"), args![]).await.expect("writes");
    tx.commit().await.expect("commits");
    db.close().await;
    let anew = t.ok("demo", &["demo", "--no-serve"]);
    assert!(
        anew.contains("Another version of Weft created this demo") && anew.contains("Created the demo season"),
        "{anew}"
    );
    let db = Db::open(text(&t.path("demo").join("weft.db"))).await.expect("opens");
    let mut conn = db.read().await.expect("reads");
    let (old,): (i64,) =
        conn.one(sql!("SELECT COUNT(*) FROM person WHERE bio = 'of before'"), args![]).await.expect("counts");
    assert_eq!(old, 0);
}

#[test]
fn a_command_about_a_site_makes_no_other_where_there_is_none() {
    let t = Terminal::new();
    let key = t.path("key.txt");
    for words in [&["admin", "backup-key", "--to", text(&key)][..], &["backup"], &["doctor"], &["migrate"], &["work"]] {
        let said = t.fails("nothing", words);
        assert!(said.contains("there is no site in") && said.contains("--data FOLDER"), "{said}");
        assert!(!t.path("nothing").join("weft.db").exists() && !key.exists(), "{words:?}");
    }
}

#[test]
fn the_demo_leaves_other_databases_and_other_addresses_alone() {
    let t = Terminal::new();
    std::fs::write(t.path("a.csv"), "id,email\n1,a@example.org\n").expect("writes");
    t.ok("real", &["import", "applications", text(&t.path("a.csv")), "--season", "s", "--create-season"]);
    assert!(t.fails("real", &["demo", "--no-serve"]).contains("isn't a demo"));
    assert!(t.fails("demo", &["demo", "--no-serve", "--listen", "0.0.0.0:8080"]).contains("--expose-demo-links"));
}

#[test]
fn a_backup_needs_its_key_to_be_restored_and_signs_everyone_out() {
    let t = Terminal::new();
    t.ok("house", &["demo", "--no-serve"]);
    let (key, file) = (t.path("key.txt"), t.path("copy.age"));
    assert!(t.fails("house", &["backup", "--to", text(&file)]).contains("there is no backup key"));
    let inside = t.path("house").join("key.txt");
    assert!(t.fails("house", &["admin", "backup-key", "--to", text(&inside)]).contains("outside the data folder"));
    t.ok("house", &["admin", "backup-key", "--to", text(&key)]);
    // Something that must not live on in a copy: an open sign-in, an owner token, a letter that waits.
    let counts = |data: &str, prepare: bool| -> (i64, i64, i64, i64) {
        let path = t.path(data).join("weft.db");
        tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
            let db = weft_kernel::db::Db::open(text(&path)).await.expect("opens");
            let mut tx = db.begin().await.expect("begins");
            if prepare {
                tx.run(
                    weft_kernel::sql!(
                        "INSERT INTO sign_in (
                            id, token_hash, person_id, strength, created_at, seen_at, proved_at, agent
                        )
                        SELECT 'x', 'x', MIN(id), 'link', 0, 0, 0, ''
                        FROM person"
                    ),
                    vec![],
                )
                .await
                .expect("inserts");
                tx.run(weft_kernel::sql!("INSERT INTO setting (name, value) VALUES ('owner_token', 'x')"), vec![])
                    .await
                    .expect("inserts");
                tx.run(weft_kernel::sql!("UPDATE outbox SET state = 'waiting'"), vec![]).await.expect("updates");
                tx.run(
                    weft_kernel::sql!(
                        "INSERT INTO upload (
                            id, season_id, draft_id, question, label, media, bytes, received, state, made_at
                        )
                        SELECT 'x', season_id, id, 'q', 'q', '', 9, 3, 'receiving', 0
                        FROM draft LIMIT 1"
                    ),
                    vec![],
                )
                .await
                .expect("inserts");
            }
            let found = tx
                .one(
                    weft_kernel::sql!(
                        "SELECT (SELECT COUNT(*) FROM sign_in WHERE ended_at IS NULL),
                            (SELECT COUNT(*) FROM setting WHERE name = 'owner_token'),
                            (SELECT COUNT(*) FROM outbox WHERE state = 'waiting'),
                            (SELECT COUNT(*) FROM upload WHERE state = 'receiving')"
                    ),
                    vec![],
                )
                .await
                .expect("counts");
            tx.commit().await.expect("commits");
            db.close().await;
            found
        })
    };
    let before = counts("house", true);
    assert!(before.0 == 1 && before.1 == 1 && before.2 > 0 && before.3 == 1, "{before:?}");
    std::fs::write(t.path("house").join("incoming/x"), b"raw").expect("writes");
    t.ok("house", &["backup", "--to", text(&file)]);
    let bytes = std::fs::read(&file).expect("a backup");
    assert!(bytes.len() > 100_000 && !bytes.windows(15).any(|w| w == b"SQLite format 3"), "encrypted");
    let photos = |data: &str| std::fs::read_dir(t.path(data).join("files/photos")).map_or(0, Iterator::count);
    assert!(photos("house") > 0 && photos("new") == 0);
    let restored = t.ok("new", &["restore", text(&file), "--key", text(&key)]);
    assert_eq!(photos("new"), photos("house"), "photos are restored too");
    let people: usize = restored
        .split_once("Restored ")
        .and_then(|(_, r)| r.split(' ').next())
        .and_then(|n| n.parse().ok())
        .expect("a count");
    assert!(people > 230, "{restored}");
    assert_eq!(counts("new", false), (0, 0, 0, 0));
    assert_eq!(
        std::fs::read_dir(t.path("new").join("incoming")).expect("a folder").count(),
        0,
        "what was still arriving is in no backup"
    );
    assert!(t.ok("new", &["doctor"]).contains("ok    the data file is intact"));
    let other = t.path("other.txt");
    t.house("elsewhere");
    t.ok("elsewhere", &["admin", "backup-key", "--to", text(&other)]);
    assert!(t.fails("third", &["restore", text(&file), "--key", text(&other)]).contains("this key does not open"));
    assert!(t.fails("new", &["restore", text(&file), "--key", text(&key)]).contains("already exists"));
    // The restored house is backed up with the same key.
    let again = t.path("again.backup");
    t.ok("new", &["backup", "--to", text(&again)]);
    t.ok("fourth", &["restore", text(&again), "--key", text(&key)]);
}

#[test]
fn an_import_reports_every_fault_with_its_place_and_imports_the_rest() {
    let t = Terminal::new();
    let rows = "application_id,email,years_in_role\nA1,a1@example.org,2.5\nA2,nobody,many\nA3,a3@example.org,\nA1,\
        a4@example.org,1\n";
    std::fs::write(t.path("a.csv"), rows).expect("writes");
    let file = t.path("a.csv");
    let words = ["import", "applications", text(&file), "--season", "s", "--create-season"];
    let dry = t.ok("house", &[&words[..], &["--dry-run"]].concat());
    assert!(
        t.fails("house", &["import", "reviews", text(&file), "--season", "s"]).contains("there is no season `s`"),
        "a dry run makes no season"
    );
    assert!(dry.contains("row 3, column email, value \"nobody\": Enter one email address"), "{dry}");
    assert!(dry.contains("row 3, column years_in_role, value \"many\": Enter years"), "{dry}");
    assert!(
        dry.contains("row 5, column application_id, value \"")
            && dry.contains("Keep one of the rows. The first one is row ")
            && dry.contains("4 rows read: would be 2 imported, 0 changed, 0 unchanged, 2 refused"),
        "{dry}"
    );
    assert!(t.fails("house", &[&words[..], &["--all-or-nothing"]].concat()).contains("nothing was imported"));
    let json: serde_json::Value =
        serde_json::from_str(&t.ok("house", &[&words[..], &["--json"]].concat())).expect("JSON");
    assert_eq!((json["imported"].as_u64(), json["refused"].as_u64()), (Some(2), Some(2)));
    let again: serde_json::Value =
        serde_json::from_str(&t.ok("house", &[&words[..], &["--json"]].concat())).expect("JSON");
    assert_eq!((again["imported"].as_u64(), again["unchanged"].as_u64()), (Some(0), Some(2)));
}

/// The synthetic season that the project is judged by, where it is at hand.
#[test]
fn the_reference_season_imports_is_chosen_from_and_shown() {
    let data = crate::common::sources::here().join("../../../../shared/data/season-2025");
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
    assert_eq!(
        doubles["duplicates"],
        serde_json::json!([["W25-D1", "W25-0124"], ["W25-D2", "W25-0081"], ["W25-D3", "W25-0101"]])
    );
    assert_eq!(import(&["reviews", &file("reviews.csv")])["refused"], 0);
    assert_eq!(import(&["events", &file("application_events.csv")])["imported"], 9);
    for rule in [&["propose"][..], &["draw", "--seed", "a public text"][..]] {
        let out = t.path(rule[0]);
        t.ok(
            "house",
            &[&["select"], rule, &["--season", "season-2025", "--goals", &file("goals.toml"), "--out", text(&out)]]
                .concat(),
        );
        t.ok("house", &["select", "verify", text(&out)]);
        assert!(t.ok("house", &["select", "rerun", text(&out)]).contains("the same cohort of 20"));
        let transcript = std::fs::read_to_string(&out).expect("a transcript");
        assert!(!transcript.contains("\"W25-0039\",\n    \"W25-0054\""), "those who withdrew are not chosen");
    }
}

#[test]
fn a_fault_is_named_by_the_row_that_a_spreadsheet_shows() {
    let t = Terminal::new();
    for end in ["\n", "\r\n"] {
        let lines = [
            "id,email,note",
            "A1,a1@example.org,\"two",
            "lines\"",
            "A2,a2@example,x",
            "",
            ",,",
            "A3,a3@example.org,\"x",
            "y\"",
            "A4,a4@example,x",
            "",
        ];
        std::fs::write(t.path("cells.csv"), lines.join(end)).expect("writes");
        let file = t.path("cells.csv");
        let rows = t.ok("house", &["import", "applications", text(&file), "--season", "s", "--create-season"]);
        assert!(rows.contains("row 3, column email, value \"a2@example\""), "{end:?}: {rows}");
        assert!(rows.contains("row 7, column email, value \"a4@example\""), "{end:?}: {rows}");
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
    assert!(wide.contains("row 602") && wide.contains("nothing was imported"), "{wide}");
    let long = import("long.csv", format!("{head}{rows}B1,b@example.org,{}\n", "y".repeat(1_000_001)));
    assert!(long.contains("row 602, column note") && long.contains("longer than 1,000,000 bytes"), "{long}");
    let quote = import("quote.csv", format!("{head}{rows}B1,b@example.org,\"open\n"));
    assert!(quote.contains("The quotes in a cell"), "{quote}");
    let nul = import("nul.csv", format!("{head}{rows}B1,b@example.org,\0\n"));
    assert!(nul.contains("row 602") && nul.contains("plain text"), "{nul}");
    std::fs::write(t.path("good.csv"), format!("{head}{rows}")).expect("writes");
    let good =
        t.ok("house", &["import", "applications", text(&t.path("good.csv")), "--season", "s", "--create-season"]);
    assert!(good.contains("600 rows read: 600 imported, 0 changed, 0 unchanged, 0 refused"), "{good}");
}

/// A small pool with quotas that can be met, as files.
fn pool_files(t: &Terminal) -> (String, String) {
    let mut people = String::from("id,region,age,points\n");
    for i in 0..40 {
        people.push_str(&format!(
            "p{i:02},{},{},{}\n",
            if i % 4 == 0 { "north" } else { "south" },
            if i % 3 == 0 { "young" } else { "old" },
            i * 7 % 11
        ));
    }
    std::fs::write(t.path("people.csv"), people).expect("writes");
    std::fs::write(
        t.path("quotas.csv"),
        "category,feature,min,max\nregion,north,3,4\nregion,south,4,5\nage,young,2,4\nage,old,4,6\n",
    )
    .expect("writes");
    (text(&t.path("people.csv")).to_owned(), text(&t.path("quotas.csv")).to_owned())
}

#[test]
fn a_lottery_from_files_is_committed_drawn_checked_and_continued() {
    let t = Terminal::new();
    let (people, quotas) = pool_files(&t);
    let pool = ["--people", &people, "--quotas", &quotas, "--seats", "8"];
    let file = |name: &str| text(&t.path(name)).to_owned();
    let (promise, record, again, alternates) =
        (file("promise.json"), file("record.json"), file("again.json"), file("alternates.json"));
    let run = |words: &[&str]| t.ok("house", &[&["assign"], words, &pool[..]].concat());
    run(&["commit", "--public", "the state lottery of May 1", "--out", &promise]);
    let drawn = run(&["draw", "--seed", "12 17 31", "--commitment", &promise, "--out", &record]);
    assert!(drawn.contains("least chance 0.166667, proved bound 0.166667"), "{drawn}");
    run(&["draw", "--seed", "12 17 31", "--out", &again]);
    let read = |path: &str| std::fs::read_to_string(path).expect("there");
    assert_eq!(read(&record), read(&again), "byte for byte");
    assert!(run(&["verify", &record]).contains("This record is valid"));
    assert!(run(&["verify", &record, "--optimal"]).contains("This record is valid"));
    let value: serde_json::Value = serde_json::from_str(&read(&record)).expect("JSON");
    assert!(
        value["tickets"].as_array().is_some_and(|l| l.len() == 1_000)
            && value["max_rounding_change"].as_f64().is_some_and(|c| c <= 0.001)
    );
    let panel: Vec<String> = serde_json::from_value(value["panel"].clone()).expect("ids");
    // A changed record and a changed input are found out.
    std::fs::write(&again, read(&record).replace("\"ticket\": ", "\"ticket\": 1")).expect("writes");
    assert!(t.fails("house", &[&["assign", "verify", &again], &pool[..]].concat()).contains("this record isn't valid"));
    std::fs::write(&people, read(&people).replace("p05,south", "p05,north")).expect("writes");
    assert!(
        t.fails("house", &[&["assign", "verify", &record], &pool[..]].concat())
            .contains("the hash of the input differs")
    );
    assert!(
        t.fails("house", &[&["assign", "draw", "--seed", "x", "--commitment", &promise], &pool[..]].concat())
            .contains("are not those committed to")
    );
    std::fs::write(&people, read(&people).replace("p05,north", "p05,south")).expect("writes");
    let words = run(&["alternates", &record, "--withdrawn", &panel[0], "--seed", "8 May", "--out", &alternates]);
    assert!(words.contains("1 to replace: p"), "{words}");
    let next: serde_json::Value = serde_json::from_str(&read(&alternates)).expect("JSON");
    let kept: Vec<String> = serde_json::from_value(next["panel"].clone()).expect("ids");
    assert!(panel[1..].iter().all(|id| kept.contains(id)) && !kept.contains(&panel[0]));
    assert!(run(&["verify", &alternates, "--after", &record, "--withdrawn", &panel[0]]).contains(
        "This record is \
        valid"
    ));
    // A draw among those whose scores cannot be told apart is checked with the same options.
    let banded = file("banded.json");
    let band = ["--score", "points", "--margin", "2"];
    run(&[&["draw", "--seed", "s", "--out", &banded], &band[..]].concat());
    assert!(run(&[&["verify", &banded], &band[..]].concat()).contains("This record is valid"));
    let best = run(&["propose", "--score", "points"]);
    assert!(best.contains("proved to be the highest"), "{best}");
}

#[test]
fn what_is_wrong_with_files_is_said_in_one_sentence() {
    let t = Terminal::new();
    let (people, quotas) = pool_files(&t);
    let whole = std::fs::read_to_string(&people).expect("there");
    let draw = |t: &Terminal, seats: &str| {
        t.fails("house", &["assign", "draw", "--people", &people, "--quotas", &quotas, "--seats", seats, "--seed", "x"])
    };
    assert!(draw(&t, "50").contains("people.csv: 40 people can be chosen, fewer than the 50 seats"));
    for (from, to, says) in [
        ("p03,south,young", "p02,south,young", "people.csv, line 5: the id p02 is on line 4 already"),
        ("p03,south,young", "p03,west,young", "people.csv, line 5: region is \"west\", which quotas.csv does not list"),
        ("id,region", "id,land", "people.csv, line 1: there is no column region, which quotas.csv names"),
        ("p03,south,young", "p03,south", "people.csv, line 5: this row has another number of cells"),
    ] {
        std::fs::write(&people, whole.replacen(from, to, 1)).expect("writes");
        let said = draw(&t, "8");
        assert!(said.contains(says), "{said}");
    }
    std::fs::write(&people, &whole).expect("writes");
    std::fs::write(&quotas, "category,feature,min,max\nregion,north,5,4\n").expect("writes");
    assert!(draw(&t, "8").contains("quotas.csv, line 2: min 5 is more than max 4"));
    std::fs::write(&quotas, "category,feature,min,max\nregion,north,12,12\nregion,south,0,9\n").expect("writes");
    let out = t
        .output("house", &["assign", "draw", "--people", &people, "--quotas", &quotas, "--seats", "12", "--seed", "x"]);
    assert_eq!(out.status.code(), Some(3));
    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    assert!(said.contains("at least 12 with region = north becomes 10"), "{said}");
}

#[test]
fn teams_and_rounds_come_from_files_and_keep_their_rules() {
    let t = Terminal::new();
    let (people, _) = pool_files(&t);
    std::fs::write(t.path("apart.csv"), "a,b\np00,p04\np00,p08\n").expect("writes");
    let apart = text(&t.path("apart.csv")).to_owned();
    let json: serde_json::Value = serde_json::from_str(&t.ok(
        "house",
        &[
            "assign",
            "teams",
            "--people",
            &people,
            "--size",
            "5",
            "--alike",
            "region:2",
            "--unlike",
            "age",
            "--not-alone",
            "region=north",
            "--apart",
            &apart,
            "--json",
        ],
    ))
    .expect("JSON");
    let teams: Vec<Vec<String>> = serde_json::from_value(json["teams"].clone()).expect("teams");
    assert!(
        teams.len() == 8
            && teams.iter().all(|t| t.len() == 5)
            && json["violations"].as_array().is_some_and(Vec::is_empty)
    );
    assert!(
        !teams.iter().any(|t| t.contains(&"p00".into()) && (t.contains(&"p04".into()) || t.contains(&"p08".into())))
    );
    // Two of one team leave: one person moves, and the others stay where they are.
    let before = text(&t.path("teams.json")).to_owned();
    std::fs::write(&before, json.to_string()).expect("writes");
    let gone = format!("{},{}", teams[0][0], teams[0][1]);
    let again = t.output(
        "house",
        &["assign", "teams", "--people", &people, "--alike", "region", "--current", &before, "--gone", &gone, "--json"],
    );
    let again: serde_json::Value = serde_json::from_slice(&again.stdout).expect("JSON");
    let later: Vec<Vec<String>> = serde_json::from_value(again["teams"].clone()).expect("teams");
    let stayed = teams.iter().zip(&later).flat_map(|(a, b)| a.iter().filter(|id| b.contains(id))).count();
    assert_eq!(stayed, 37, "38 are left and one of them moves");
    // Numbers, clocks and weekly hours count too, and each pair has its reason.
    let write = |name: &str, rows: &str| {
        std::fs::write(t.path(name), rows).expect("writes");
        text(&t.path(name)).to_owned()
    };
    let crew = write(
        "crew.csv",
        "id,years,clock\na,1,America/New_York\nb,12,America/Los_Angeles\nc,2,\
        America/Los_Angeles\nd,11,America/New_York\n",
    );
    let hours = write(
        "weekly.csv",
        "person_id,weekday,start_local,end_local,time_zone\na,1,10:00,12:00,America/New_York\nb,1,07:00,09:00,\
        America/Los_Angeles\nc,2,10:00,12:00,UTC\nd,2,06:00,08:00,America/New_York\n",
    );
    let formed = |more: &[&str]| -> serde_json::Value {
        let words = [&["assign", "teams", "--people", &crew, "--teams", "2", "--json"], more].concat();
        serde_json::from_str(&t.ok("house", &words)).expect("JSON")
    };
    assert_eq!(
        formed(&["--alike", "years", "--numeric", "years"])["teams"],
        serde_json::json!([["a", "c"], ["b", "d"]])
    );
    assert_eq!(
        formed(&["--alike", "clock", "--zone", "clock", "--on", "2025-03-12"])["teams"],
        serde_json::json!([["a", "d"], ["b", "c"]])
    );
    let by_hours = formed(&["--alike", "hours:3", "--availability", &hours, "--on", "2025-03-12"]);
    assert_eq!(
        (&by_hours["teams"], &by_hours["pairs"][0]),
        (&serde_json::json!([["a", "b"], ["c", "d"]]), &serde_json::json!(["a", "b", "120 minutes a week in common"]))
    );
    let refused = t.fails(
        "house",
        &["assign", "teams", "--people", &crew, "--teams", "2", "--alike", "clock", "--numeric", "clock"],
    );
    assert!(refused.contains("crew.csv, line 2: ") && refused.contains("America/New_York"), "{refused}");
    let words =
        ["assign", "rounds", "--people", "35", "--table-size", "5", "--rounds", "7", "--json", "--time-limit", "1s"];
    let plan: serde_json::Value = serde_json::from_str(&t.ok("house", &words)).expect("JSON");
    assert_eq!((plan["repeats"].as_u64(), plan["rounds"].as_array().map(Vec::len)), (Some(0), Some(7)));
    assert!(
        t.fails("house", &["assign", "rounds", "--people", "3", "--table-size", "5", "--rounds", "2"])
            .contains("3 people do not fill one table of 5")
    );
}

#[test]
fn coaches_are_paired_by_hours_language_and_room_and_reviewers_are_calibrated() {
    let t = Terminal::new();
    let write = |name: &str, rows: &str| {
        std::fs::write(t.path(name), rows).expect("writes");
        text(&t.path(name)).to_owned()
    };
    let cohort = write("cohort.csv", "participant_id,language\nP1,English\nP2,Spanish\nP3,English\n");
    let coaches = write("coaches.csv", "coach_id,capacity,languages\nCO1,1,English\nCO2,2,English|Spanish\n");
    // P1's morning in New York is CO1's in Chicago an hour earlier; CO2 is free for all; P3 for nobody but CO2.
    let hours = write(
        "hours.csv",
        "person_id,weekday,start_local,end_local,time_zone\nP1,1,10:00,11:00,America/New_York\nCO1,1,09:00,10:00,\
        America/Chicago\nP2,2,12:00,14:00,America/New_York\nP3,7,23:30,23:59,America/Los_Angeles\nP3,2,12:00,13:00,\
        America/New_York\nCO2,2,09:00,18:00,America/New_York\n",
    );
    let words = [
        "assign",
        "pair",
        "--left",
        &cohort,
        "--right",
        &coaches,
        "--availability",
        &hours,
        "--on",
        "2025-03-12",
        "--language",
        "language",
        "--json",
    ];
    let json: serde_json::Value = serde_json::from_str(&t.ok("house", &words)).expect("JSON");
    assert_eq!(json["pairs"], serde_json::json!([["P1", "CO1"], ["P2", "CO2"], ["P3", "CO2"]]));
    let conflicts = write("conflicts.csv", "kind,a,b\nformer colleague,CO2,P3\n");
    let refused = t.ok("house", &[&words[..12], &["--conflicts", &conflicts]].concat());
    assert!(refused.contains("P3 lacks 1: nobody fits"), "{refused}");
    assert!(t.fails("house", &[&words[..8], &["--on", "soon"]].concat()).contains("--on: \"soon\" is not a date"));

    // A day to pick: two want Monday, which has one chair; nobody is sent to a day she did not name.
    let days = write("days.csv", "sitting_id,capacity\nMonday,1\nTuesday,3\n");
    let picks = write("picks.csv", "left,right,rank\nP1,Monday,1\nP2,Monday,1\nP2,Tuesday,2\nP3,Tuesday,1\n");
    let said = t.ok(
        "house",
        &["assign", "pair", "--left", &cohort, "--right", &days, "--preferences", &picks, "--only-wished", "--json"],
    );
    let json: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!(json["pairs"], serde_json::json!([["P1", "Monday"], ["P2", "Tuesday"], ["P3", "Tuesday"]]));

    let mut reviews = String::from("application_id,reviewer_id,state,fit,care\n");
    for i in 0..30 {
        for (reviewer, more) in [(i % 3, 0), ((i + 1) % 3, 0)] {
            reviews.push_str(&format!(
                "A{i},R{reviewer},counted,{},{}\n",
                i % 4 + i32::from(reviewer == 0) + more,
                i % 4 + i32::from(reviewer == 0)
            ));
        }
    }
    reviews.push_str("A0,R9,draft,1,1\n");
    let reviews = write("reviews.csv", &reviews);
    let said = t.ok("house", &["assign", "calibrate", &reviews, "--criteria", "fit,care", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    let lenient = |r: &str| json["reviewers"][r]["leniency"].as_f64().expect("a number");
    assert!(
        lenient("R0") > 0.5
            && lenient("R1") < -0.2
            && json["reads"] == 60
            && json["groups"].as_array().is_some_and(|g| g.len() == 1),
        "{said}"
    );
}

/// A pool in which four people come from one house, written in four ways.
#[test]
fn one_per_folds_case_and_a_record_is_checked_with_the_seats_it_holds() {
    let t = Terminal::new();
    let (people, quotas) = (text(&t.path("people.csv")).to_owned(), text(&t.path("quotas.csv")).to_owned());
    let houses = ["Océano", "OCÉANO ", "oce\u{301}ano", "oceano", "Río", "Luz"];
    let rows: Vec<String> = houses.iter().enumerate().map(|(i, h)| format!("p{i},north,{h}\n")).collect();
    std::fs::write(&people, format!("id,region,house\n{}", rows.concat())).expect("writes");
    std::fs::write(&quotas, "category,feature,min,max\nregion,north,3,3\n").expect("writes");
    let from = ["--people", &people, "--quotas", &quotas, "--one-per", "house"];
    let record = text(&t.path("record.json")).to_owned();
    let run = |words: &[&str]| t.ok("house", &[&["assign"], words, &from[..]].concat());
    run(&["draw", "--seats", "3", "--seed", "12 17", "--out", &record]);
    let value: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(&record).expect("there")).expect("JSON");
    for ticket in value["tickets"].as_array().expect("tickets") {
        let of_one = ticket
            .as_array()
            .expect("ids")
            .iter()
            .filter(|id| ["p0", "p1", "p2", "p3"].contains(&id.as_str().unwrap_or_default()));
        assert_eq!(of_one.count(), 1, "{ticket}");
    }
    assert!(run(&["verify", &record]).contains("This record is valid"));
    assert!(run(&["verify", &record, "--optimal"]).contains("This record is valid"));
    // Said again and otherwise, it is another choice.
    t.fails("house", &[&["assign", "verify", &record, "--seats", "2"], &from[..]].concat());
    let four = t.fails("house", &[&["assign", "draw", "--seats", "4", "--seed", "x"], &from[..]].concat());
    assert!(!four.contains("panicked"), "{four}");
    let unsaid = t.fails("house", &[&["assign", "draw", "--seed", "x"], &from[..]].concat());
    assert!(unsaid.contains("--seats"), "{unsaid}");
}

#[test]
fn a_command_whose_output_is_not_read_to_its_end_ends_quietly() {
    let t = Terminal::new();
    let mut child = t
        .command("house", &["config"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("starts");
    // The reader goes before anything is written.
    drop(child.stdout.take());
    let out = child.wait_with_output().expect("ends");
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(!said.contains("panicked"), "{said}");
    assert_eq!(out.status.code(), Some(141), "{said}");
}
