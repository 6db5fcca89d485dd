//! Answers without names, from the side of someone who has the files: all states of a live house's data file and log,
//! raw pages, log lines, mails and backups. Nobody's answer is known better than one in five.

use crate::common;
use crate::common::wal;

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use common::meet::people;
use common::{Actor, House, s};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use weft_kernel::clock::Clock;
use weft_kernel::{args, sql};

/// The program itself on a house's folder.
struct Served {
    child: Child,
    address: String,
    log: PathBuf,
}

impl Served {
    fn start(house: &House) -> Self {
        let log = house.folder.path().join("stderr.txt");
        let mut child = Command::new(env!("CARGO_BIN_EXE_weft"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(house.folder.path())
            .env_remove("DATABASE_URL")
            .env("WEFT_LOG", "trace")
            .env("WEFT_CHECK_LINKS", "false")
            .stdout(Stdio::piped())
            .stderr(std::fs::File::create(&log).expect("a file"))
            .spawn()
            .expect("starts");
        let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let address = lines
            .map_while(Result::ok)
            .find_map(|l| l.strip_prefix("Weft is running at http://").map(str::to_owned))
            .expect("an address");
        Self { child, address, log }
    }

    /// Sends a form as a browser does and returns the whole answer.
    async fn post(&self, actor: &Actor<'_>, path: &str, fields: &[(&str, &str)]) -> String {
        let body = serde_urlencoded::to_string(fields).expect("encodes");
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: {}\r\nsec-fetch-site: same-origin\r\nconnection: close\r\ncookie: \
            {}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            self.address,
            actor.cookie,
            body.len()
        );
        let mut stream = tokio::net::TcpStream::connect(&self.address).await.expect("connects");
        stream.write_all(request.as_bytes()).await.expect("sends");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Asks it to stop, as a service manager does, and waits.
    fn stop(mut self) {
        assert!(Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().expect("kill").success());
        assert!(
            self.child.wait().expect("ends").success(),
            "{}",
            std::fs::read_to_string(&self.log).unwrap_or_default()
        );
    }
}

impl Drop for Served {
    /// A story that fails leaves no server behind.
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

/// Runs a command that ends with a file.
fn weft(words: &[&str], file: &Path, data: &Path) {
    let done = Command::new(env!("CARGO_BIN_EXE_weft"))
        .args(words)
        .arg(file)
        .arg("--data")
        .arg(data)
        .env_remove("DATABASE_URL")
        .env_remove("WEFT_BACKUP_KEY")
        .output();
    let done = done.expect("runs");
    assert!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// Someone who reads the data file as it is now, and the pulse they see there.
#[cfg(unix)]
async fn reads_along(file: &std::path::Path) -> (sqlx::SqliteConnection, String) {
    let mut along = SqliteConnectOptions::new().filename(file).connect().await.expect("opens");
    sqlx::query("BEGIN").execute(&mut along).await.expect("begins");
    let (pulse,): (String,) = sqlx::query_as("SELECT id FROM pulse").fetch_one(&mut along).await.expect("a pulse");
    (along, pulse)
}

#[cfg(unix)]
#[tokio::test]
async fn no_state_of_a_live_houses_files_ties_an_answer_to_fewer_than_five_people() {
    let house = House::new(None).await;
    house.kernel.clock.set(Clock::system().now());
    let lead = house.lead().await;
    let all = people(&house, 20).await;
    // In the morning emails of the day would be written meanwhile, and the log could not be emptied for a backup.
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(sql!("UPDATE person SET digest = 'never'"), args![]).await.expect("updates");
    tx.commit().await.expect("commits");
    house.kernel.db.close().await;
    let served = Served::start(&house);
    let (path, file) = (s("pulse"), house.folder.path().join("weft.db"));
    let opened = served.post(&lead, &path, &[("stressors", "Money\nPolitics"), ("days", "7")]).await;
    assert!(opened.starts_with("HTTP/1.1 303"), "{opened}");
    // Someone who reads along holds the log, so that every commit stays in it, as a replica does.
    let (mut along, pulse) = reads_along(&file).await;
    let base = std::fs::read(&file).expect("the data file");
    let voices = wal::voices(20);
    let (mut backups, away) = (Vec::new(), tempfile::tempdir().expect("temp dir"));
    let key = away.path().join("key");
    weft(&["admin", "backup-key", "--to"], &key, house.folder.path());
    for (i, (one, words)) in all.iter().zip(&voices).enumerate() {
        if i % 6 == 5 {
            // Answers may have been written meanwhile: a backup needs nobody who reads what was before. The next one
            // reads before the last one ends, so that the log is held throughout.
            let next = reads_along(&file).await.0;
            std::mem::replace(&mut along, next).close().await.expect("closes");
            backups.push(away.path().join(format!("{i}.age")));
            weft(&["backup", "--to"], backups.last().expect("one"), house.folder.path());
        }
        let said = served.post(one, &format!("{path}/{pulse}/answer"), &[("level-0", "much"), ("words", words)]).await;
        assert!(said.starts_with("HTTP/1.1 303"), "{said}");
    }
    let ended = served.post(&lead, &format!("{path}/{pulse}/end"), &[]).await;
    assert!(ended.starts_with("HTTP/1.1 303"), "{ended}");
    let log = served.log.clone();
    served.stop();
    let frames = std::fs::read(file.with_extension("db-wal")).expect("the log");
    let mut states = Vec::new();
    let copy = house.folder.path().join("state.db");
    for content in wal::replay(&base, &frames) {
        std::fs::write(&copy, content).expect("writes");
        states.push(wal::state(&copy).await);
    }
    let truth = wal::truth(&all, &voices);
    let mut restored = Vec::new();
    for backup in &backups {
        let into = backup.with_extension("restored");
        weft(&["restore", "--key", key.to_str().expect("a path")], backup, &into);
        restored.push(wal::state(&into.join("weft.db")).await);
    }
    wal::hold("backup by backup", restored, &truth, 20);
    let last = states.last().expect("states").clone();
    assert_eq!(
        last.answers.iter().collect::<std::collections::BTreeSet<_>>(),
        voices.iter().collect(),
        "all is kept: {states:?}"
    );
    wal::hold("commit by commit", states, &truth, 20);
    // No row and no page holds an answer together with a person.
    let rows = wal::rows(&copy).await;
    let ids: Vec<&String> = truth.keys().collect();
    let names = |text: &str| ids.iter().any(|id| text.contains(id.as_str()));
    let said: Vec<&(String, String)> = rows.iter().filter(|(_, row)| row.contains("voice-")).collect();
    assert!(said.len() == 20 && said.iter().all(|(table, row)| *table == said[0].0 && !names(row)), "{said:?}");
    for (what, bytes) in
        [("the log", &frames[32..]), ("the data file", &std::fs::read(&file).expect("the data file")[..])]
    {
        for page in bytes.chunks(if what == "the log" { 4096 + 24 } else { 4096 }) {
            let text = String::from_utf8_lossy(page);
            assert!(!(text.contains("voice-") && names(&text)), "a page of {what} holds both: {text}");
        }
    }
    // Log lines at their most talkative, and mails.
    let lines = std::fs::read_to_string(&log).expect("lines");
    assert!(lines.contains("sqlx::query") || lines.contains("INSERT"), "the log says what is done");
    let told = |text: &str| {
        text.contains("voice-")
            || names(text)
            || all.iter().any(|a| text.contains(a.cookie.trim_start_matches("weft=")))
    };
    let faults: Vec<&str> = lines.lines().filter(|l| told(l)).collect();
    assert_eq!(faults, Vec::<&str>::new());
    let mails = std::fs::read_dir(house.folder.path().join("mail"))
        .map(|d| d.filter_map(Result::ok).collect::<Vec<_>>())
        .unwrap_or_default();
    assert!(mails.iter().all(|m| !std::fs::read_to_string(m.path()).expect("a mail").contains("voice-")));
}
