//! A disk that is full, read-only or broken, and a mail server that is away for six hours: one effect, a clear
//! sentence, nothing lost.

use crate::common;

use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use common::{House, SEASON, choose, link, pool, read_pool, s};
use weft::app::worker;
use weft_kernel::clock::Clock;
use weft_kernel::db::trouble;
use weft_kernel::mail::Transport;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;
use weft_web::error::Failure;

#[tokio::test]
async fn on_a_full_disk_pages_open_writing_says_so_and_afterwards_everything_goes_on() {
    // SQLite alone: its writer is one connection, which is told that there is no more room.
    let house = House::new(None).await;
    let lead = house.lead().await;
    lead.post(&s("call"), &[]).await;
    lead.post(&s("call/dates"), &[("opens_on", "2025-01-01"), ("closes_on", "2025-12-31")]).await;
    lead.post(&s("call/publication"), &[]).await;
    let begun = house.visitor().post(&format!("/call/{SEASON}/begin"), &[]).await;
    let browser = house.visitor().with_cookies(&begun.cookies());
    let part = format!("/call/{SEASON}/application/3");
    let long = "Words. ".repeat(2_000);
    let fields = [("q-why-apply", long.as_str()), ("q-what-you-hold", "before"), ("revision", "0"), ("go", "stay")];
    let full = async |pages: i64| {
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let (pages,): (i64,) = match pages {
            0 => tx.one(sql!("PRAGMA max_page_count = 1"), args![]).await.expect("is full"),
            _ => tx.one(sql!("PRAGMA max_page_count = 1000000"), args![]).await.expect("has room"),
        };
        tx.commit().await.expect("commits");
        pages
    };
    full(0).await;
    let mut refused = 0;
    for n in 0..60 {
        let n = n.to_string();
        let fields = [fields[0], ("q-what-you-hold", n.as_str()), fields[2], fields[3]];
        let answer = browser.post(&part, &fields).await;
        if answer.status == StatusCode::SERVICE_UNAVAILABLE {
            assert!(
                answer.body.contains("This site is out of space")
                    && answer.body.contains("your changes weren&#39;t saved"),
                "{}",
                answer.body
            );
            assert!(
                answer.body.contains("Try again") && answer.body.contains(&format!("action=\"{part}\"")),
                "what was typed can be sent once more"
            );
            refused += 1;
            break;
        }
    }
    assert_eq!(refused, 1, "the disk was never full");
    // Reading goes on, and nothing half written stands.
    for path in [part.as_str(), &format!("/call/{SEASON}"), "/"] {
        assert_eq!(browser.get(path).await.status, StatusCode::OK, "{path}");
    }
    assert_eq!(lead.get(&s("call")).await.status, StatusCode::OK);
    full(1).await;
    let page = browser.get(&part).await.body;
    let revision = page
        .split("name=\"revision\" value=\"")
        .nth(1)
        .and_then(|t| t.split('"').next())
        .expect("a revision")
        .to_owned();
    let after = browser
        .post(
            &part,
            &[("q-why-apply", "Peers."), ("q-what-you-hold", "after"), ("revision", &revision), ("go", "stay")],
        )
        .await;
    assert_eq!(after.status, StatusCode::SEE_OTHER, "{}", after.body);
    assert!(browser.get(&part).await.body.contains(">after<"));
}

/// A disk of a few megabytes, as long as it lives. Only where file systems may be mounted.
struct Disk(tempfile::TempDir);

fn command(name: &str, words: &[&str]) -> bool {
    std::process::Command::new(name).args(words).stderr(std::process::Stdio::null()).status().is_ok_and(|s| s.success())
}

impl Disk {
    fn of(megabytes: u32) -> Option<Self> {
        let folder = tempfile::tempdir().expect("temp dir");
        let at = folder.path().to_string_lossy().into_owned();
        if command("mount", &["-t", "tmpfs", "-o", &format!("size={megabytes}m"), "tmpfs", &at]) {
            return Some(Self(folder));
        }
        println!("no file system can be mounted here, nothing was checked");
        None
    }

    fn path(&self) -> &std::path::Path {
        self.0.path()
    }

    /// Writes until there is no more space; whoever removes the file has it back.
    fn fill(&self) -> std::path::PathBuf {
        let path = self.path().join("ballast");
        let mut file = std::fs::File::create(&path).expect("a file");
        // Large pieces first: where one does not fit any more, smaller ones may.
        for size in [1 << 20, 1 << 12] {
            while std::io::Write::write_all(&mut file, &vec![1; size]).is_ok() {}
        }
        path
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = command("umount", &["-l", &self.path().to_string_lossy()]);
    }
}

/// What is written to the log from here on, in this thread.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("one at a time").extend(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn listen() -> (Self, tracing::subscriber::DefaultGuard) {
        let log = Self::default();
        let writer = log.clone();
        common::somebody_listens();
        (
            log,
            tracing::subscriber::set_default(
                tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish(),
            ),
        )
    }

    fn lines(&self, what: &str) -> Vec<String> {
        String::from_utf8_lossy(&self.0.lock().expect("one at a time"))
            .lines()
            .filter(|l| l.contains(what))
            .map(str::to_owned)
            .collect()
    }
}

/// Asked of a router of its own, which has not looked yet.
async fn readiness(house: &House) -> (u16, String) {
    use http_body_util::BodyExt as _;
    use tower::ServiceExt as _;
    let request = axum::http::Request::get("/readyz").body(axum::body::Body::empty()).expect("a request");
    let response = weft::app::router(&house.kernel).oneshot(request).await.expect("an answer");
    let status = response.status().as_u16();
    (status, String::from_utf8_lossy(&response.into_body().collect().await.expect("a body").to_bytes()).into_owned())
}

/// What `weft doctor` says of a house.
fn doctor(house: &House) -> String {
    let out = std::process::Command::new(env!("CARGO_BIN_EXE_weft"))
        .args(["doctor".as_ref(), "--data".as_ref(), house.folder.path().as_os_str()])
        .env_remove("DATABASE_URL")
        .output()
        .expect("runs");
    String::from_utf8_lossy(&out.stdout).into_owned()
}

async fn describe(person: &common::Actor<'_>) -> common::Answer {
    person.post("/me/self-description", &[("gender", &"Words. ".repeat(60))]).await
}

#[tokio::test]
async fn a_full_disk_is_said_by_page_log_readiness_and_doctor_and_passes_without_a_restart() {
    let Some(disk) = Disk::of(24) else { return };
    let house = House::at(tempfile::tempdir_in(disk.path()).expect("a folder"), None, false).await;
    let (owner, one) = (
        house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await,
        house.someone("Ada", None, Strength::Link).await,
    );
    assert_eq!(
        (describe(&one).await.status, readiness(&house).await),
        (StatusCode::SEE_OTHER, (200, "ready\n".into()))
    );
    let said = doctor(&house);
    assert!(
        !owner.get("/").await.body.contains("almost full")
            && said.contains("% of the disk is free")
            && said.contains("files and connections can be open"),
        "{said}"
    );
    house
        .kernel
        .db
        .read()
        .await
        .expect("reads")
        .run(sql!("PRAGMA wal_checkpoint(TRUNCATE)"), args![])
        .await
        .expect("empties the log of the database");
    let ballast = disk.fill();
    let (log, listening) = Log::listen();
    for _ in 0..40 {
        let refused = describe(&one).await;
        assert_eq!(
            (refused.status, refused.headers["retry-after"].to_str().ok()),
            (StatusCode::SERVICE_UNAVAILABLE, Some("60")),
            "{}",
            refused.body
        );
        assert!(
            refused.body.contains("This site is out of space")
                && refused.body.contains("What you typed isn&#39;t lost"),
            "{}",
            refused.body
        );
        assert!(
            refused.body.contains("Try again") && refused.body.contains("name=\"gender\" value=\"Words. Words."),
            "{}",
            refused.body
        );
        assert!(!refused.body.contains("in time"), "{}", refused.body);
    }
    let spanish = one
        .send(
            "POST",
            "/me/affiliations",
            Some("organization=O&title=T".into()),
            &[("content-type", "application/x-www-form-urlencoded"), ("accept-language", "es")],
        )
        .await;
    assert_eq!(spanish.status, StatusCode::SERVICE_UNAVAILABLE);
    // One line at once; how many more is said a minute later.
    let lines = log.lines("");
    assert!(lines.len() == 1 && lines[0].contains("the disk is full: requests are answered with 503"), "{lines:?}");
    drop(listening);
    assert_eq!(readiness(&house).await, (503, "the disk is full\n".into()));
    let said = doctor(&house);
    assert!(
        said.contains("FAULT the data folder can be written") && said.contains("note  0 % of the disk is free"),
        "{said}"
    );
    // Reading goes on, also where a sign-in would be marked as seen.
    house.kernel.clock.advance(600);
    for path in ["/", "/me", "/programs"] {
        assert_eq!(one.get(path).await.status, StatusCode::OK, "{path}");
    }
    assert!(
        owner.get("/").await.body.contains("Nothing can be saved until you free space")
            && !one.get("/").await.body.contains("free space")
    );
    std::fs::remove_file(ballast).expect("there is space again");
    assert_eq!((describe(&one).await.status, readiness(&house).await.0), (StatusCode::SEE_OTHER, 200));
    assert!(one.get("/me").await.body.contains("Words. Words."));
}

#[tokio::test]
async fn on_a_read_only_disk_nothing_is_begun_and_the_page_says_why() {
    let Some(disk) = Disk::of(24) else { return };
    let house = House::at(tempfile::tempdir_in(disk.path()).expect("a folder"), None, false).await;
    let one = house.someone("Ada", None, Strength::Link).await;
    let at = house.folder.path().to_string_lossy().into_owned();
    // Laid over the same folder: the database has its files open, as when a disk becomes read-only under it.
    assert!(command("mount", &["--bind", &at, &at]) && command("mount", &["-o", "remount,bind,ro", &at]));
    let refused = describe(&one).await;
    assert_eq!(
        (refused.status, refused.headers["retry-after"].to_str().ok()),
        (StatusCode::SERVICE_UNAVAILABLE, Some("60")),
        "{}",
        refused.body
    );
    assert!(refused.body.contains("We can&#39;t save changes right now"), "{}", refused.body);
    assert_eq!(readiness(&house).await, (503, "the disk is read-only\n".into()));
    assert_eq!(one.get("/me").await.status, StatusCode::OK);
    assert!(command("umount", &["-l", &at]));
    assert!(!one.get("/me").await.body.contains("Words."));
    assert_eq!((describe(&one).await.status, readiness(&house).await.0), (StatusCode::SEE_OTHER, 200));
}

/// A server whose files may not grow beyond some size: writing fails in the middle, as on a broken disk.
#[cfg(unix)]
#[tokio::test]
async fn a_commit_that_fails_on_the_disk_may_have_been_saved_and_the_page_says_so() {
    use std::io::{BufRead as _, BufReader, Read as _, Write as _};
    let house = House::new(None).await;
    // The server goes by the clock on the wall.
    house.kernel.clock.set(Clock::system().now());
    let one = house.someone("Ada", None, Strength::Link).await;
    house.kernel.db.close().await;
    let script = "trap '' XFSZ; ulimit -f 128; exec \"$0\" serve --listen 127.0.0.1:0 --no-work --data \"$1\"";
    let mut server = std::process::Command::new("sh")
        .args(["-c".as_ref(), script.as_ref(), env!("CARGO_BIN_EXE_weft").as_ref(), house.folder.path().as_os_str()])
        .env_remove("DATABASE_URL")
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("runs");
    let mut said = BufReader::new(server.stdout.take().expect("its words")).lines().map_while(Result::ok);
    let at = said.find_map(|l| l.strip_prefix("Weft is running at http://").map(str::to_owned)).expect("an address");
    let post = |text: &str| {
        let body = format!("gender={text}");
        let mut stream = std::net::TcpStream::connect(&at).expect("connects");
        write!(
            stream,
            "POST /me/self-description HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: same-origin\r\nconnection: \
            close\r\ncookie: {}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            one.cookie,
            body.len()
        )
        .expect("writes");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    };
    let answers: Vec<String> = (0..60).map(|n| post(&format!("text{n}"))).collect();
    server.kill().expect("runs");
    server.wait().expect("ends");
    let saved = answers.iter().take_while(|a| a.starts_with("HTTP/1.1 303")).count();
    assert!((1..60).contains(&saved), "{saved} were saved, then the disk was broken");
    for answer in &answers[saved..] {
        assert!(
            answer.starts_with("HTTP/1.1 500")
                && answer.contains("Your changes may have been saved")
                && answer.contains("Check whether your changes are there"),
            "{answer}"
        );
    }
}

#[tokio::test]
async fn what_fails_after_something_was_saved_says_so() {
    let house = House::new(None).await;
    let write = async |commits: bool| {
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("INSERT INTO setting (name, value) VALUES ('x', 'x') ON CONFLICT DO NOTHING"), args![])
            .await
            .expect("runs");
        if commits {
            tx.commit().await.expect("commits");
        }
    };
    assert!(!trouble::watching(write(false)).await.1 && trouble::watching(write(true)).await.1);
    let failure = Failure::new(StatusCode::INTERNAL_SERVER_ERROR, "error-internal").after_saving();
    assert_eq!((failure.key, failure.status), ("error-unsure", StatusCode::INTERNAL_SERVER_ERROR));
}

#[tokio::test]
async fn requests_through_a_proxy_that_no_setting_names_are_told_by_doctor() {
    let house = House::new(None).await;
    assert!(!doctor(&house).contains("trusted_proxies"));
    let (log, _listening) = Log::listen();
    for _ in 0..3 {
        house.visitor().send("GET", "/sign-in", None, &[("x-forwarded-for", "192.0.2.1")]).await;
    }
    assert_eq!(log.lines("trusted_proxies").len(), 1, "said once");
    let said = doctor(&house);
    assert!(said.contains("last seen at 2025-01-10T15:00:00Z), but trusted_proxies is 0"), "{said}");
    // Once an hour at most, and later ones move the time.
    for (seconds, noted) in [(1_800, "15:00:00Z"), (1_801, "16:00:01Z")] {
        house.kernel.clock.advance(seconds);
        house.visitor().send("GET", "/sign-in", None, &[("forwarded", "for=192.0.2.1")]).await;
        assert!(doctor(&house).contains(noted), "{noted}");
    }
}

#[tokio::test]
async fn a_mail_server_that_is_away_for_six_hours_costs_nobody_a_letter_and_nobody_gets_two() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        read_pool(&house).await;
        choose(&lead).await;
        // A file stands where the folder should be: every try fails.
        let nowhere = house.folder.path().join("no-folder");
        std::fs::write(&nowhere, b"").expect("writes");
        let broken = Transport::Files(nowhere);
        let mut tried = 0;
        for _ in 0..72 {
            tried += worker::deliver(&house.kernel, &broken).await.expect("works").failed;
            house.kernel.clock.advance(300);
        }
        assert!((4 * 4..4 * 20).contains(&tried), "{tried} tries in six hours, with growing pauses");
        assert_eq!(lead.get(&s("invitations")).await.status, StatusCode::OK, "the house goes on");
        // The server is back: each letter once, however often the worker looks.
        let folder = house.folder.path().join("mail");
        let works = Transport::Files(folder.clone());
        let mut sent = 0;
        for _ in 0..72 {
            sent += worker::deliver(&house.kernel, &works).await.expect("works").sent;
            house.kernel.clock.advance(600);
        }
        assert_eq!((sent, std::fs::read_dir(&folder).expect("a folder").count()), (4, 4));
        let mails = house.mails().await;
        assert_eq!(
            house.visitor().post(link(&mails[0], "/invitation/"), &[("answer", "accept")]).await.status,
            StatusCode::OK
        );
    }
}

#[tokio::test]
async fn work_that_fails_is_named_and_the_rest_is_done() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        assert_eq!(weft::app::worker::chores_once(&house.kernel).await, Vec::<&str>::new(), "{engine}");
        let rosa = house.someone("Rosa", None, Strength::Link).await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let values = args![house.kernel.id(), rosa.id.as_ref(), house.kernel.now()];
        tx.run(sql!("INSERT INTO photo (id, person_id, at, removed_at) VALUES ($1, $2, $3, $3)"), values)
            .await
            .expect("inserts");
        tx.run(sql!("ALTER TABLE reimbursement RENAME TO reimbursement_away"), args![]).await.expect("renames");
        tx.commit().await.expect("commits");
        let failed = weft::app::worker::chores_once(&house.kernel).await;
        assert_eq!(failed, ["travel of gatherings long over"], "{engine}");
        let (photos,): (i64,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT COUNT(*) FROM photo"), args![])
            .await
            .expect("counts");
        assert_eq!(photos, 0, "{engine}: what comes after it is done");
    }
}
