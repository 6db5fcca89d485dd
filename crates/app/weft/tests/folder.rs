//! The data folder: who may read it, what a killed command leaves there, and who serves it.
#![cfg(unix)]

use crate::common;

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Stdio;

use common::terminal::{Terminal, everything, holds, text, until};

fn mode(path: &Path) -> u32 {
    path.metadata().expect("there").permissions().mode() & 0o777
}

/// What others could read: everything that is not 0700 or 0600.
fn open_paths(data: &Path) -> Vec<String> {
    let all = std::iter::once(data.to_owned()).chain(everything(data).into_iter().map(|(p, _)| p));
    all.filter(|p| mode(p) & 0o077 != 0).map(|p| format!("{} {:o}", p.display(), mode(&p))).collect()
}

#[tokio::test]
async fn what_weft_makes_in_its_folder_is_its_users_alone() {
    let t = Terminal::new();
    t.house("house");
    let data = t.path("house");
    t.ok("house", &["admin", "backup-key", "--to", text(&t.path("key.txt"))]);
    t.ok("house", &["backup"]);
    let served = t.serve("house", &[], &[]);
    let asked = reqwest::Client::new()
        .post(format!("{}/sign-in", served.address))
        .header("content-type", "application/x-www-form-urlencoded")
        .body("email=noor%40example.org")
        .send()
        .await
        .expect("answers");
    assert!(asked.status().is_success(), "{}", asked.status());
    until("a letter", || data.join("mail").read_dir().is_ok_and(|mut d| d.next().is_some()));
    let names: Vec<String> = everything(&data)
        .iter()
        .filter_map(|(p, _)| p.strip_prefix(&data).ok().map(|p| p.display().to_string()))
        .collect();
    for name in ["weft.db", "weft.db-wal", "secret.key", "backup.pub", "mail", "files", "backups", "serve.lock"] {
        assert!(names.iter().any(|n| n == name), "there is a {name} to look at: {names:?}");
    }
    assert_eq!(open_paths(&data), Vec::<String>::new());
    assert_eq!(mode(&t.path("key.txt")), 0o600);
    served.kill();
    // The demo writes links that sign in.
    t.ok("demo", &["demo", "--no-serve"]);
    assert!(t.path("demo/demo.json").exists());
    assert_eq!(open_paths(&t.path("demo")), Vec::<String>::new());
    // A backup elsewhere, in a folder that is made for it.
    t.ok("house", &["backup", "--to", text(&t.path("elsewhere/copy.age"))]);
    assert_eq!(open_paths(&t.path("elsewhere")), Vec::<String>::new());
}

#[test]
fn a_folder_that_others_can_read_is_named_by_the_doctor_and_closed_at_the_next_start() {
    let t = Terminal::new();
    t.house("house");
    let data = t.path("house");
    std::fs::write(data.join("weft.toml"), "smtp_url = \"\"\n").expect("writes");
    for path in everything(&data).into_iter().map(|(p, _)| p).chain([data.clone()]) {
        let open = if path.is_dir() { 0o755 } else { 0o644 };
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(open)).expect("sets");
    }
    let said = t.fails("house", &["doctor"]);
    assert!(said.contains("FAULT other users of this machine cannot read the data folder"), "{said}");
    assert!(said.contains(&format!("chmod -R go-rwx '{}'", data.display())), "{said}");
    assert!(!open_paths(&data).is_empty(), "the doctor looks and changes nothing");
    t.ok("house", &["migrate"]);
    assert_eq!(open_paths(&data), Vec::<String>::new());
    assert!(t.ok("house", &["doctor"]).contains("ok    other users of this machine cannot read the data folder"));
}

/// A secret that is easy to find, often enough that a backup of it takes a moment.
const SECRET: &str = "PLAIN-WORDS-OF-SOMEONE";

async fn write_secrets(data: &Path) {
    let db = weft_kernel::db::Db::open(text(&data.join("weft.db"))).await.expect("opens");
    let mut tx = db.begin().await.expect("begins");
    for n in 0..100_i64 {
        let value = SECRET.repeat(2_000);
        tx.run(
            weft_kernel::sql!("INSERT INTO setting (name, value) VALUES ($1, $2)"),
            weft_kernel::args![format!("secret-{n}"), value],
        )
        .await
        .expect("inserts");
    }
    tx.commit().await.expect("commits");
    db.close().await;
}

#[tokio::test]
async fn a_backup_that_is_killed_leaves_nothing_in_plain() {
    let t = Terminal::new();
    t.house("house");
    let (data, key, out) = (t.path("house"), t.path("key.txt"), t.path("out"));
    t.ok("house", &["admin", "backup-key", "--to", text(&key)]);
    write_secrets(&data).await;
    assert!(holds(&std::fs::read(data.join("weft.db")).expect("there"), SECRET), "there is something to leak");
    std::fs::create_dir(&out).expect("makes");
    let leaks = || -> Vec<String> {
        let all = everything(&data).into_iter().chain(everything(&out));
        let others = all.filter(|(p, _)| {
            !p.file_name().is_some_and(|n| ["weft.db", "weft.db-wal", "weft.db-shm"].iter().any(|o| n == *o))
        });
        others.filter(|(_, content)| holds(content, SECRET)).map(|(p, _)| p.display().to_string()).collect()
    };
    for round in 0..8_u64 {
        let to = out.join(format!("{round}.age"));
        let mut child =
            t.command("house", &["backup", "--to", text(&to)]).stdout(Stdio::null()).spawn().expect("starts");
        // Each round ends it a little further on: as soon as anything of it is there, and later.
        let has_begun = || -> bool {
            let grown: u64 = std::fs::read_dir(&out)
                .expect("there")
                .filter_map(Result::ok)
                .filter_map(|e| e.metadata().ok())
                .map(|m| m.len())
                .max()
                .unwrap_or(0);
            let copy = std::fs::read_dir(&data)
                .expect("there")
                .filter_map(Result::ok)
                .any(|e| e.file_name().to_string_lossy().starts_with("copy-"));
            grown > round * 450_000 || (round == 0 && copy)
        };
        until("a backup on its way", || has_begun() || child.try_wait().expect("asks").is_some());
        child.kill().expect("ends");
        child.wait().expect("ended");
        assert_eq!(leaks(), Vec::<String>::new(), "round {round}");
    }
    // What an older version left is found, named and removed; halves of backups too.
    std::fs::write(data.join("copy-1234.db"), SECRET).expect("writes");
    std::fs::create_dir(data.join(".dry-run-1")).expect("makes");
    assert!(t.fails("house", &["doctor"]).contains("copy-1234.db"));
    let whole = out.join("whole.age");
    t.ok("house", &["backup", "--to", text(&whole)]);
    assert_eq!(leaks(), Vec::<String>::new());
    let left: Vec<String> = everything(&out)
        .into_iter()
        .map(|(p, _)| p)
        .filter(|p| p.extension().is_some_and(|e| e == "part"))
        .map(|p| p.display().to_string())
        .collect();
    assert_eq!(left, Vec::<String>::new());
    assert!(!data.join("copy-1234.db").exists() && !data.join(".dry-run-1").exists());
    // The backup is whole and brings the key of sealed secrets along.
    t.ok("new", &["restore", text(&whole), "--key", text(&key)]);
    assert!(holds(&std::fs::read(t.path("new/weft.db")).expect("there"), SECRET));
    let secret = |house: &str| std::fs::read(t.path(house).join("secret.key")).expect("a key");
    assert_eq!(secret("new"), secret("house"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_whole_while_others_write() {
    let t = Terminal::new();
    t.house("house");
    let (data, key) = (t.path("house"), t.path("key.txt"));
    t.ok("house", &["admin", "backup-key", "--to", text(&key)]);
    // Two rows in one transaction, again and again, so that the log is moved into the file many times.
    let db = weft_kernel::db::Db::open(text(&data.join("weft.db"))).await.expect("opens");
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let writer = tokio::spawn(async move {
        let mut stopped = stopped;
        let mut n = 0_i64;
        while stopped.try_recv().is_err() {
            let mut tx = db.begin().await.expect("begins");
            for side in ["left", "right"] {
                let values = weft_kernel::args![format!("{side}-{}", n % 40), format!("{n} {}", "x".repeat(30_000))];
                tx.run(
                    weft_kernel::sql!(
                        "INSERT INTO setting (name, value)
                        VALUES ($1, $2)
                        ON CONFLICT (name) DO UPDATE SET value = excluded.value"
                    ),
                    values,
                )
                .await
                .expect("writes");
            }
            tx.commit().await.expect("commits");
            n += 1;
        }
        db.close().await;
        n
    });
    let mut newest = -1;
    for round in 0..4 {
        let (to, new) = (t.path(&format!("{round}.age")), format!("new-{round}"));
        tokio::task::block_in_place(|| t.ok("house", &["backup", "--to", text(&to)]));
        tokio::task::block_in_place(|| t.ok(&new, &["restore", text(&to), "--key", text(&key)]));
        let restored = weft_kernel::db::Db::open(text(&t.path(&new).join("weft.db"))).await.expect("opens");
        let mut conn = restored.read().await.expect("reads");
        let side = async |conn: &mut weft_kernel::db::Conn, like: &str| -> Vec<(String,)> {
            conn.all(
                weft_kernel::sql!("SELECT value FROM setting WHERE name LIKE $1 ORDER BY name"),
                weft_kernel::args![like],
            )
            .await
            .expect("reads")
        };
        let (left, right) = (side(&mut conn, "left-%").await, side(&mut conn, "right-%").await);
        assert_eq!(left, right, "round {round}: no half of a transaction");
        let last =
            left.iter().filter_map(|(v,)| v.split(' ').next().and_then(|n| n.parse::<i64>().ok())).max().unwrap_or(-1);
        assert!(last > newest || round == 0, "round {round}: what was written since the last backup is in this one");
        newest = last;
        drop(conn);
        restored.close().await;
    }
    stop.send(()).expect("listens");
    assert!(writer.await.expect("ends") > 20);
}

#[tokio::test]
async fn a_second_serve_on_a_folder_is_refused_and_the_owner_link_stays() {
    let t = Terminal::new();
    let first = t.serve("house", &[], &[]);
    let link = first.owner_link();
    assert_eq!(first.status(&link).await, 200);
    let refused = t.fails("house", &["serve", "--listen", "127.0.0.1:0"]);
    assert!(
        refused.contains(&format!("(process {}) is already running with", first.child.id()))
            && !refused.contains("/first-run/"),
        "{refused}"
    );
    assert!(t.fails("house", &["work"]).contains("weft serve --no-work"));
    assert!(t.fails("house", &["demo", "--no-serve"]).contains("is already running with"), "the demo would empty it");
    assert_eq!(first.status(&link).await, 200, "the link that was printed still works");
    // Other commands work beside it, and a new link ends the old one because that was asked for.
    assert!(t.ok("house", &["migrate"]).contains("schema version"));
    // Ended by force, it leaves no lock behind; the link goes on.
    first.kill();
    let second = t.serve("house", &["--no-work"], &[]);
    assert!(
        second.printed.contains("still works") && second.printed.contains("weft admin owner-token"),
        "{}",
        second.printed
    );
    assert_eq!(second.status(&link).await, 200);
    let mut work = t.command("house", &["work"]).spawn().expect("starts");
    let pid = work.id().to_string();
    until("work has begun", || std::fs::read_to_string(t.path("house/work.lock")).is_ok_and(|by| by.trim() == pid));
    assert!(t.fails("house", &["work"]).contains("already sending email"));
    assert!(work.try_wait().expect("asks").is_none(), "work runs beside serve --no-work");
    work.kill().expect("ends");
    work.wait().expect("ended");
    let new = t.ok("house", &["admin", "owner-token"]);
    assert!(new.contains("/first-run/") && second.status(&link).await == 404);
}

#[tokio::test]
async fn processes_that_share_a_postgres_database_keep_one_owner_link() {
    for (engine, url) in common::engines().await {
        let Some(url) = url else { continue };
        let t = Terminal::new();
        let env = [("DATABASE_URL", url.as_str())];
        let first = t.serve("house", &[], &env);
        let link = first.owner_link();
        let second = t.serve("house", &[], &env);
        assert!(second.printed.contains("still works"), "{engine}: {}", second.printed);
        assert_eq!((first.status(&link).await, second.status(&link).await), (200, 200));
        // Another machine without the key is told, and makes none of its own.
        let out = t.command("other", &["serve", "--listen", "127.0.0.1:0"]).envs(env).output().expect("runs");
        let said = String::from_utf8_lossy(&out.stderr);
        assert!(
            !out.status.success() && said.contains("sealed with another key") && !t.path("other/secret.key").exists(),
            "{said}"
        );
        std::fs::copy(t.path("house/secret.key"), t.path("other/secret.key")).expect("copies");
        let third = t.serve("other", &[], &env);
        assert_eq!(third.status(&link).await, 200);
    }
}
