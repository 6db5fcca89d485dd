//! Busy times from people's own calendars: connected, read, not readable, disconnected; and what nobody learns of them.

use crate::common;
use crate::own::data_of;

use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use common::meet::count;
use common::{Actor, House, engines, s};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use weft::app::worker;
use weft_kernel::clock::Time;
use weft_kernel::db::Sql;
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;
use weft_season::busy::{reading, store};

const PAGE: &str = "appointments/calendar";

#[derive(Default)]
struct Answers {
    status: u16,
    body: String,
    etag: String,
    /// The marks that came with requests, in order.
    asked: Vec<String>,
    is_held: bool,
}

/// A service that has one calendar, on a port of its own.
#[derive(Clone)]
struct Service {
    address: String,
    answers: Arc<Mutex<Answers>>,
    changed: watch::Sender<()>,
    gate: Arc<Semaphore>,
}

impl Service {
    async fn open(events: &[&str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("bound").port();
        let service = Self {
            address: format!("http://127.0.0.1:{port}/planted-secret-7f3a/basic.ics"),
            answers: Arc::new(Mutex::new(Answers { status: 200, ..Answers::default() })),
            changed: watch::Sender::new(()),
            gate: Arc::new(Semaphore::new(0)),
        };
        service.has(events);
        let own = service.clone();
        tokio::spawn(async move {
            while let Ok((mut line, _)) = listener.accept().await {
                let own = own.clone();
                tokio::spawn(async move {
                    let mut seen = vec![0; 8_192];
                    let n = line.read(&mut seen).await.unwrap_or_default();
                    let answer = own.answer(&String::from_utf8_lossy(&seen[..n]));
                    if own.answers.lock().expect("a lock").is_held {
                        own.gate.acquire().await.expect("open").forget();
                    }
                    let _ = line.write_all(answer.as_bytes()).await;
                });
            }
        });
        service
    }

    fn answer(&self, request: &str) -> String {
        let mut answers = self.answers.lock().expect("a lock");
        let mark = request.lines().find_map(|l| l.strip_prefix("if-none-match: ")).unwrap_or_default().to_owned();
        let is_same = !mark.is_empty() && mark == answers.etag;
        answers.asked.push(mark);
        self.changed.send_replace(());
        let status = if is_same { 304 } else { answers.status };
        let body = if is_same { "" } else { &answers.body };
        let tag = if answers.etag.is_empty() { String::new() } else { format!("etag: {}\r\n", answers.etag) };
        format!("HTTP/1.1 {status} X\r\n{tag}content-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())
    }

    fn has(&self, events: &[&str]) {
        let events: String = events
            .iter()
            .map(|e| {
                format!("BEGIN:VEVENT\r\nSUMMARY:planted-title\r\nLOCATION:planted-place\r\n{e}\r\nEND:VEVENT\r\n")
            })
            .collect();
        self.says(200, &format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n"));
    }

    fn says(&self, status: u16, body: &str) {
        let mut answers = self.answers.lock().expect("a lock");
        answers.status = status;
        body.clone_into(&mut answers.body);
    }

    fn marks(&self, etag: &str) {
        etag.clone_into(&mut self.answers.lock().expect("a lock").etag);
    }

    fn holds(&self) {
        self.answers.lock().expect("a lock").is_held = true;
    }

    /// Marks of the requests so far.
    fn asked(&self) -> Vec<String> {
        self.answers.lock().expect("a lock").asked.clone()
    }
}

/// One hour on a day at noon in New York, and another that has no end.
const TWO: [&str; 2] = [
    "UID:1\r\nDTSTART;TZID=America/New_York:20250114T120000\r\nDTEND;TZID=America/New_York:20250114T130000",
    "UID:2\r\nDTSTART;TZID=America/New_York:20250115T090000\r\nDURATION:PT30M\r\nRRULE:FREQ=WEEKLY;COUNT=2",
];

async fn coach<'h>(house: &'h House, name: &str) -> Actor<'h> {
    house.someone(name, Some(Role::Coach), Strength::TwoFactors).await
}

async fn connect(of: &Actor<'_>, service: &Service) {
    let answer = of.post(&s(PAGE), &[("calendar_address", &service.address)]).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, s(PAGE).as_str()), "{}", answer.body);
}

/// When someone is busy, as the slice of appointments asks.
async fn times(house: &House, of: &Actor<'_>) -> Vec<String> {
    let (now, mut conn) = (house.kernel.now(), house.kernel.db.read().await.expect("reads"));
    let found = store::times(&mut conn, of.id.as_ref().expect("a person"), now, now.plus_days(90)).await;
    let short = |t: Time| t.iso()[5..16].to_owned();
    found.expect("reads").into_iter().map(|(a, b)| format!("{}/{}", short(a), short(b))).collect()
}

async fn run(house: &House, sql: Sql, person: &Actor<'_>) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(sql, args![person.id.as_ref()]).await.expect("runs");
    tx.commit().await.expect("commits");
}

/// The same person, signed in anew: staff are signed out after a while.
async fn again<'h>(house: &'h House, of: &Actor<'_>) -> Actor<'h> {
    house.as_person(of.id.as_ref().expect("a person"), Strength::TwoFactors).await
}

async fn sweep(house: &House) -> usize {
    reading::sweep(&house.kernel).await.expect("reads")
}

#[tokio::test]
async fn a_calendar_is_connected_read_again_and_disconnected() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let noor = coach(&house, "Noor").await;
        let service = Service::open(&TWO).await;
        service.marks("\"one\"");
        let first = noor.get(&s(PAGE)).await.body;
        assert!(first.contains("Connect your calendar") && !first.contains("Connected calendar"), "{engine}: {first}");
        connect(&noor, &service).await;
        let two = ["01-14T17:00/01-14T18:00", "01-15T14:00/01-15T14:30", "01-22T14:00/01-22T14:30"];
        assert_eq!(times(&house, &noor).await, two, "{engine}");
        let page = noor.get(&s(PAGE)).await.body;
        for says in [
            "At 127.0.0.1. The address ends in .ics.",
            "Last read: Fri, Jan 10, 2025, 10:00 a.m. Eastern Time (ET).",
            "You have 3 busy times in the next 100 days.",
            "Save new address",
        ] {
            assert!(page.contains(says), "{engine}: {says}: {page}");
        }
        assert!(!page.contains("planted") && !page.contains("couldn't read"), "{engine}: {page}");

        // Every 15 minutes, by the mark of what was read.
        assert_eq!(sweep(&house).await, 0, "{engine}: not yet");
        house.kernel.clock.advance(15 * 60);
        assert_eq!(worker::chores_once(&house.kernel).await, Vec::<&str>::new(), "{engine}");
        assert_eq!(service.asked(), ["", "\"one\""], "{engine}");
        assert_eq!(times(&house, &noor).await, two, "{engine}");
        assert!(noor.get(&s(PAGE)).await.body.contains("10:15 a.m."), "{engine}");

        // What has changed is read; two at once read it once.
        service.has(&TWO[..1]);
        service.marks("\"two\"");
        house.kernel.clock.advance(15 * 60);
        let (a, b) = tokio::join!(sweep(&house), sweep(&house));
        assert_eq!(a + b, 1, "{engine}");
        assert_eq!(times(&house, &noor).await, two[..1], "{engine}");

        // Once a day everything is read, and when their zone is another.
        house.kernel.clock.advance(86_400);
        sweep(&house).await;
        house.kernel.clock.advance(15 * 60);
        run(&house, sql!("UPDATE person SET zone = 'America/Denver' WHERE id = $1"), &noor).await;
        sweep(&house).await;
        assert_eq!(service.asked()[2..], ["\"one\"", "", ""].map(str::to_owned), "{engine}");

        // When they ask, at most once a minute.
        let noor = again(&house, &noor).await;
        let now = noor.post(&s(&format!("{PAGE}/reading")), &[]).await;
        assert!(now.location().ends_with("?read=soon"), "{engine}: {}", now.location());
        assert!(noor.get(now.location()).await.body.contains("less than a minute ago"), "{engine}");
        house.kernel.clock.advance(60);
        service.has(&[]);
        service.marks("");
        let now = noor.post(&s(&format!("{PAGE}/reading")), &[]).await;
        assert!(noor.get(now.location()).await.body.contains("Calendar read."), "{engine}");
        assert_eq!(times(&house, &noor).await, Vec::<String>::new(), "{engine}");
        assert!(noor.get(&s(PAGE)).await.body.contains("You&#39;re not busy in the next 100 days."), "{engine}");

        for _ in 0..2 {
            noor.post(&s(&format!("{PAGE}/removal")), &[]).await;
        }
        let rows = sql!("SELECT (SELECT COUNT(*) FROM busy_calendar) + (SELECT COUNT(*) FROM busy_time)");
        assert_eq!(count(&house, rows).await, 0, "{engine}");
        let verbs = sql!("SELECT COUNT(*) FROM event WHERE verb LIKE 'calendar.%' AND is_private = 1");
        assert_eq!(count(&house, verbs).await, 2, "{engine}");
        let asked = service.asked().len();
        let now = noor.post(&s(&format!("{PAGE}/reading")), &[]).await;
        assert!(now.location().ends_with("?read=soon") && service.asked().len() == asked, "{engine}");
    }
}

#[tokio::test]
async fn an_address_that_nothing_can_be_read_at_is_refused_beside_its_field() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let noor = coach(&house, "Noor").await;
        let service = Service::open(&TWO).await;
        let typed = service.address.as_str();
        let endless = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20200101T000000Z\r\nDURATION:PT1S\r\n\
            RRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        for (status, body, says) in [
            (401, "", "let us read this address"),
            (403, "", "let us read this address"),
            (404, "", "There is no calendar at this address"),
            (410, "", "There is no calendar at this address"),
            (500, "", "has a problem right now"),
            (200, "<!doctype html><title>planted-title</title>", "isn&#39;t a calendar"),
            (200, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "isn&#39;t a calendar"),
            (200, endless, "more busy times than we can read"),
        ] {
            service.says(status, body);
            let answer = noor.post(&s(PAGE), &[("calendar_address", typed)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}: {status}");
            assert!(answer.body.contains(says), "{engine}: {status}: {}", answer.body);
            assert!(answer.body.contains("calendar_address-error"), "{engine}: {status}");
            assert!(answer.body.contains(typed), "{engine}: what was typed is kept");
            assert!(!answer.body.contains("planted-title"), "{engine}");
        }
        for (typed, says) in [
            ("", "calendar_address-error"),
            ("basic.ics", "This isn&#39;t a web address."),
            ("file:///etc/passwd", "This isn&#39;t a web address."),
            ("http://127.0.0.1:1/basic.ics", "Nothing answers at this address."),
        ] {
            let answer = noor.post(&s(PAGE), &[("calendar_address", typed)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}: {typed}");
            assert!(answer.body.contains(says), "{engine}: {typed}: {}", answer.body);
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM busy_calendar")).await, 0, "{engine}");
        // As sites ask that are no stories: only over TLS, only the open net.
        let kernel = weft_kernel::Kernel { fetcher: weft_kernel::links::Fetcher::default(), ..house.kernel.clone() };
        for (typed, why) in [(typed, "NotSecure"), ("webcal://127.0.0.1/a.ics", "NotOpen")] {
            let refused = reading::read(&kernel, typed, None, "UTC").await.expect_err("refused");
            assert_eq!(format!("{refused:?}"), format!("Fault({why})"), "{engine}");
        }
        // One that is connected stays, with another address or none.
        service.has(&TWO);
        connect(&noor, &service).await;
        noor.post(&s(PAGE), &[("calendar_address", "http://127.0.0.1:1/basic.ics")]).await;
        assert_eq!(times(&house, &noor).await.len(), 3, "{engine}");
    }
}

#[tokio::test]
async fn a_calendar_that_cannot_be_read_keeps_its_times_and_says_why() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let noor = coach(&house, "Noor").await;
        let service = Service::open(&TWO).await;
        connect(&noor, &service).await;
        service.says(404, "");
        // Pauses grow: after 15 minutes, 15 more, 30, 60.
        let mut tried = Vec::new();
        for minute in (15..=180).step_by(15) {
            house.kernel.clock.advance(15 * 60);
            if sweep(&house).await > 0 {
                tried.push(minute);
            }
        }
        assert_eq!(tried, [15, 30, 60, 120], "{engine}");
        assert_eq!(times(&house, &noor).await.len(), 3, "{engine}: the last known times");
        let page = noor.get(&s(PAGE)).await.body;
        for says in [
            "We can&#39;t read your calendar. The last time it worked was Fri, Jan 10, 2025, 10:00 a.m.",
            "There is no calendar at this address.",
        ] {
            assert!(page.contains(says), "{engine}: {says}: {page}");
        }
        assert!(!page.contains("may be out of date"), "{engine}");
        let todo = "Your calendar can&#39;t be read";
        assert!(!noor.get("/").await.body.contains(todo), "{engine}");
        house.kernel.clock.advance(86_400);
        sweep(&house).await;
        let noor = again(&house, &noor).await;
        let start = noor.get("/").await.body;
        assert!(start.contains(todo) && start.contains(&s(PAGE)), "{engine}: {start}");
        assert!(noor.get(&s(PAGE)).await.body.contains("may be out of date"), "{engine}");
        // It is back, with something that cannot be understood.
        service.has(&[TWO[0], "UID:9\r\nDTSTART;TZID=Nowhere/At all:20250120T090000\r\nDURATION:PT1H"]);
        noor.post(&s(&format!("{PAGE}/reading")), &[]).await;
        house.kernel.clock.advance(60);
        noor.post(&s(&format!("{PAGE}/reading")), &[]).await;
        let page = noor.get(&s(PAGE)).await.body;
        assert!(page.contains("We couldn&#39;t read one of 2 entries."), "{engine}: {page}");
        assert!(!page.contains("The last time it worked"), "{engine}: {page}");
        assert!(!noor.get("/").await.body.contains(todo), "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM busy_calendar WHERE tries = 0")).await, 1, "{engine}");
        // With another key, the address opens nowhere.
        run(&house, sql!("UPDATE busy_calendar SET id = 'other', next_at = 0 WHERE person_id = $1"), &noor).await;
        let asked = service.asked().len();
        sweep(&house).await;
        let page = noor.get(&s(PAGE)).await.body;
        assert!(page.contains("We can&#39;t open the address we saved."), "{engine}: {page}");
        assert_eq!(service.asked().len(), asked, "{engine}");
    }
}

#[tokio::test]
async fn an_address_that_changes_while_the_old_one_is_read_wins() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let noor = coach(&house, "Noor").await;
        let (old, new) = (Service::open(&TWO).await, Service::open(&TWO[..1]).await);
        connect(&noor, &old).await;
        old.has(&["UID:3\r\nDTSTART:20250120T090000Z\r\nDURATION:PT1H"]);
        old.holds();
        let mut asked = old.changed.subscribe();
        asked.mark_unchanged();
        house.kernel.clock.advance(15 * 60);
        let kernel = house.kernel.clone();
        let reading = tokio::spawn(async move { reading::sweep(&kernel).await.expect("reads") });
        asked.changed().await.expect("is asked");
        connect(&noor, &new).await;
        old.gate.add_permits(1);
        assert_eq!(reading.await.expect("ends"), 1, "{engine}");
        assert_eq!(times(&house, &noor).await, ["01-14T17:00/01-14T18:00"], "{engine}");
    }
}

#[tokio::test]
async fn who_takes_no_appointments_has_no_calendar_here() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let missing = house.visitor().get(&s("nothing-here")).await;
        for role in [Role::Lead, Role::CoLead, Role::Facilitator, Role::Coach] {
            let one = house.someone(&format!("Is{role:?}"), Some(role), Strength::TwoFactors).await;
            assert_eq!(one.get(&s(PAGE)).await.status, StatusCode::OK, "{engine}: {role:?}");
        }
        for role in [Role::Owner, Role::Reviewer, Role::Evaluator, Role::Funder, Role::Participant, Role::Registrant] {
            let one = house.someone(&format!("Is{role:?}"), Some(role), Strength::TwoFactors).await;
            let page = one.get(&s(PAGE)).await;
            assert_eq!(page.status, missing.status, "{engine}: {role:?}");
            for path in ["", "/reading", "/removal"] {
                let answer = one.post(&s(&format!("{PAGE}{path}")), &[("calendar_address", "x")]).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{engine}: {role:?} {path}");
            }
        }
        // Whoever leaves the team is read no more, and nothing is left.
        let noor = coach(&house, "Noor").await;
        let service = Service::open(&TWO).await;
        connect(&noor, &service).await;
        run(&house, sql!("UPDATE role SET until = 1 WHERE person_id = $1"), &noor).await;
        house.kernel.clock.advance(3_600);
        assert_eq!(sweep(&house).await, 0, "{engine}");
        assert_eq!(worker::chores_once(&house.kernel).await, Vec::<&str>::new(), "{engine}");
        let rows = sql!("SELECT (SELECT COUNT(*) FROM busy_calendar) + (SELECT COUNT(*) FROM busy_time)");
        assert_eq!(count(&house, rows).await, 0, "{engine}");
        assert_eq!(service.asked().len(), 1, "{engine}");
    }
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("a lock").extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Every column of text there is.
async fn columns() -> Vec<(String, String)> {
    let house = House::new(None).await;
    let sql = sql!(
        "SELECT m.name, c.name
        FROM sqlite_master m
        JOIN pragma_table_info(m.name) c ON 1 = 1
        WHERE m.type = 'table' AND c.type = 'TEXT'
        ORDER BY m.name, c.name"
    );
    house.kernel.db.read().await.expect("reads").all(sql, args![]).await.expect("columns")
}

#[tokio::test]
async fn nobody_learns_the_address_or_what_is_in_a_calendar() {
    let everywhere = columns().await;
    assert!(everywhere.iter().any(|(t, c)| t == "busy_calendar" && c == "address"));
    for (engine, url) in engines().await {
        let log = Log::default();
        let writer = log.clone();
        common::somebody_listens();
        let _listening = tracing::subscriber::set_default(
            tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish(),
        );
        let house = House::new(url).await;
        let (noor, lead) = (coach(&house, "Noor").await, house.lead().await);
        let owner = house.someone("Ola", Some(Role::Owner), Strength::TwoFactors).await;
        let service = Service::open(&TWO).await;
        connect(&noor, &service).await;
        // It fails in every way there is, and is tried again.
        for (status, body) in [(200, "planted-title"), (500, "planted-title"), (200, "BEGIN:VCALENDAR\r\nplanted")] {
            service.says(status, body);
            let refused = again(&house, &noor).await.post(&s(PAGE), &[("calendar_address", &service.address)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}: {status}");
            house.kernel.clock.advance(6 * 3_600);
            sweep(&house).await;
        }
        service.has(&TWO);
        house.kernel.clock.advance(2 * 86_400);
        assert_eq!(worker::chores_once(&house.kernel).await, Vec::<&str>::new(), "{engine}");
        house.mails().await;
        let [noor, lead, owner] = [again(&house, &noor).await, again(&house, &lead).await, again(&house, &owner).await];

        for (who, one) in [("noor", &noor), ("lead", &lead), ("owner", &owner)] {
            for path in ["/", "/me", &s(""), &s("team"), &s("timeline"), &s(PAGE), &s("outbox"), "/outbox"] {
                let page = one.get(path).await.body;
                assert!(!page.contains("planted"), "{engine}: {who}: {path}: {page}");
                assert!(who == "noor" || !page.contains("127.0.0.1"), "{engine}: {who}: {path}: {page}");
            }
        }
        assert!(!lead.get(&s("")).await.body.contains("connected"), "{engine}");
        let data = data_of(&noor).await;
        assert!(data.contains("127.0.0.1") && data.contains("busy_times"), "{engine}: {data}");
        assert!(!data.contains("planted") && !data_of(&lead).await.contains("127.0.0.1"), "{engine}: {data}");
        let mut conn = house.kernel.db.read().await.expect("reads");
        let mut found = Vec::new();
        for (table, column) in &everywhere {
            let count = format!("SELECT COUNT(*) FROM {table} WHERE LOWER({column}) LIKE '%planted%'");
            let sql = Sql::from_literal(Box::leak(count.into_boxed_str()));
            let (n,): (i64,) = conn.one(sql, args![]).await.expect("counts");
            if n > 0 {
                found.push(format!("{table}.{column}"));
            }
        }
        assert_eq!(found, Vec::<String>::new(), "{engine}");
        let sealed: (Id, String) =
            conn.one(sql!("SELECT id, address FROM busy_calendar"), args![]).await.expect("is there");
        let opened = house.kernel.seal.open("busy_calendar.address", sealed.0.as_str(), &sealed.1);
        assert_eq!(opened.as_deref(), Some(service.address.as_str()), "{engine}: there was something to find");
        drop(conn);
        let said = String::from_utf8_lossy(&log.0.lock().expect("a lock")).into_owned();
        assert!(!said.contains("planted") && !said.contains("basic.ics"), "{engine}: {said}");

        // After an erasure nothing is left.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        weft_kernel::keeps::forget(&mut tx, noor.id.as_ref().expect("a person")).await.expect("erases");
        tx.commit().await.expect("commits");
        let rows = sql!("SELECT (SELECT COUNT(*) FROM busy_calendar) + (SELECT COUNT(*) FROM busy_time)");
        assert_eq!(count(&house, rows).await, 0, "{engine}");
    }
}
