//! A house for tests: a real database, a held clock, actors that read as sentences.
//!
//! Stories run on `SQLite` always, and on `PostgreSQL` when `WEFT_TEST_POSTGRES` names a server (the
//! `dev` script starts one).

pub mod answers;
pub mod bombs;
pub mod meet;
pub mod post;
pub mod server;
#[cfg(unix)]
pub mod sources;
pub mod terminal;
pub mod typed;
pub mod wal;

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;
use weft::app::worker;
use weft_admission::applications::acts::{self as applications, Options};
use weft_admission::applications::{mapping, rules::FillPool};
use weft_kernel::Kernel;
use weft_kernel::clock::{Clock, Time};
use weft_kernel::config::Config;
use weft_kernel::db::{Db, Tx};
use weft_kernel::files::Files;
use weft_kernel::ids::Id;
use weft_kernel::mail::Transport;
use weft_kernel::rng::Rng;
use weft_kernel::terminal::Terminal;
use weft_kernel::{args, sql};
use weft_media::table;
use weft_people::model::NewPerson;
use weft_people::{Strength, acts, store as people};
use weft_programs::Role;
use weft_programs::store::{self as programs, NewProgram, NewSeason};

pub const START: &str = "2025-01-10T15:00:00Z";
pub const SEASON: &str = "season-2025";

pub struct House {
    pub kernel: Kernel,
    pub router: Router,
    pub folder: tempfile::TempDir,
    pub season: Id,
}

/// Call it before listening to the log: without anybody listening anywhere, whoever logs first of several stories
/// settles that nobody does.
pub fn somebody_listens() {
    let nobody = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(std::io::sink).finish();
    let _ = tracing::subscriber::set_global_default(nobody);
}

/// The engines a story runs on here: a name and a fresh database's URL.
pub async fn engines() -> Vec<(&'static str, Option<String>)> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let mut engines = vec![("sqlite", None)];
    if let Ok(server) = std::env::var("WEFT_TEST_POSTGRES") {
        let name = format!("weft_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let admin = sqlx::PgPool::connect(&format!("{server}/postgres")).await.expect("the test server");
        // A process of this number may have been here before.
        sqlx::query(sqlx::AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name}")))
            .execute(&admin)
            .await
            .expect("room for one");
        sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&admin).await.expect("a database");
        engines.push(("postgres", Some(format!("{server}/{name}"))));
    }
    engines
}

impl House {
    pub async fn new(url: Option<String>) -> Self {
        Self::built(url, false).await
    }

    pub async fn built(url: Option<String>, is_demo: bool) -> Self {
        Self::at(tempfile::tempdir().expect("temp dir"), url, is_demo).await
    }

    /// A house in this folder, such as on a disk that is small.
    pub async fn at(folder: tempfile::TempDir, url: Option<String>, is_demo: bool) -> Self {
        let mut config = Config::load(folder.path(), |_| None).expect("defaults");
        config.base_url = "http://localhost".into();
        // The machine that tests may have a fuller disk than one that serves.
        config.free_mb = 1;
        if let Some(url) = url {
            config.database_url = url;
        }
        let db = Db::open(&config.database()).await.expect("opens");
        let clock = Clock::held(Time::parse(START).expect("a moment"));
        weft::built_in::migrate(&db, clock.now()).await.expect("migrates");
        let files = Files::open(&config).expect("opens");
        let (seal, _) = weft_kernel::seal::open(&config, &db).await.expect("has a key");
        let kernel = Kernel {
            db,
            files,
            clock,
            rng: Rng::fixed(7),
            seal,
            once: weft_kernel::once::Once::default(),
            config: Arc::new(config),
            readers: weft_kernel::reader::Readers::at(env!("CARGO_BIN_EXE_weft")),
            fetcher: weft_kernel::links::Fetcher::of_this_machine(),
            works: weft_kernel::work::Works::default(),
            live: weft_kernel::live::Live::default(),
            anonymous: weft_kernel::anonymous::Waiting::default(),
            recent: weft_kernel::recent::Recent::default(),
            is_demo,
        };
        let router = weft::app::router(&kernel);
        let season = make_season(&kernel).await;
        Self { kernel, router, folder, season }
    }

    /// Someone with a role in the season, or none, and a browser she is signed in with.
    pub async fn someone(&self, name: &str, role: Option<Role>, strength: Strength) -> Actor<'_> {
        let mut tx = self.kernel.db.begin().await.expect("begins");
        let new = NewPerson {
            given_name: name.into(),
            email: format!("{}@example.org", name.to_lowercase()),
            ..NewPerson::default()
        };
        let id = people::insert_person(&self.kernel, &mut tx, &new).await.expect("inserts");
        match role {
            Some(Role::Owner) => people::insert_owner_role(&self.kernel, &mut tx, &id).await.expect("grants"),
            Some(Role::Participant) => self.seat(&mut tx, &id).await,
            Some(Role::Registrant) => self.register(&mut tx, &self.season, &id).await,
            Some(role) => {
                let is_new =
                    programs::grant_role(&self.kernel, &mut tx, &id, &self.season, role).await.expect("grants");
                assert!(is_new, "{role:?}");
            }
            None => {}
        }
        let token = acts::start(&self.kernel, &mut tx, &id, strength, "test browser").await.expect("signs in");
        tx.commit().await.expect("commits");
        Actor { house: self, id: Some(id), cookie: format!("weft={token}") }
    }

    /// A seat in the season's cohort, with the application that it stands on.
    async fn seat(&self, tx: &mut Tx, person: &Id) {
        let now = self.kernel.now();
        let application = self.kernel.id();
        tx.run(
            sql!(
                "INSERT INTO application (
                    id, season_id, person_id, external_id, submitted_at, language, answers, content_hash, imported_at
                )
                VALUES ($1, $2, $3, $1, $4, 'en', '[]', '', $4)"
            ),
            args![&application, &self.season, person, now],
        )
        .await
        .expect("applies");
        tx.run(
            sql!(
                "INSERT INTO member (id, season_id, person_id, application_id, seat_from, joined_at)
                VALUES ($1, $2, $3, $4, 'test', $5)"
            ),
            args![self.kernel.id(), &self.season, person, &application, now],
        )
        .await
        .expect("sits");
    }

    /// A confirmed registration for a season.
    pub async fn register(&self, tx: &mut Tx, season: &Id, person: &Id) {
        tx.run(
            sql!(
                "INSERT INTO registration (id, season_id, person_id, state, at, confirmed_at)
                VALUES ($1, $2, $3, 'held', $4, $4)"
            ),
            args![self.kernel.id(), season, person, self.kernel.now()],
        )
        .await
        .expect("registers");
    }

    pub async fn lead(&self) -> Actor<'_> {
        self.someone("Marisol", Some(Role::Lead), Strength::TwoFactors).await
    }

    /// Makes the program one that anyone may join.
    pub async fn as_lab(&self) {
        let mut tx = self.kernel.db.begin().await.expect("begins");
        tx.run(weft_kernel::sql!("UPDATE program SET kind = 'lab'"), weft_kernel::args![]).await.expect("changes");
        tx.commit().await.expect("commits");
    }

    pub fn visitor(&self) -> Actor<'_> {
        Actor { house: self, id: None, cookie: String::new() }
    }

    /// Signed in as a person there is already.
    pub async fn as_person(&self, id: &Id, strength: Strength) -> Actor<'_> {
        let mut tx = self.kernel.db.begin().await.expect("begins");
        let token = acts::start(&self.kernel, &mut tx, id, strength, "test browser").await.expect("signs in");
        tx.commit().await.expect("commits");
        Actor { house: self, id: Some(id.clone()), cookie: format!("weft={token}") }
    }

    /// Imports applications from CSV text.
    pub async fn import(&self, csv: &str) -> weft_admission::applications::model::Report {
        let table = table::read(csv.as_bytes()).expect("readable");
        let columns = mapping::recognise(&table.headers);
        let permit = FillPool::at_the_terminal(&Terminal::open(), &self.season);
        applications::import_applications(&self.kernel, &permit, &table, &columns, &self.options())
            .await
            .expect("imports")
    }

    /// The id under which answers of an imported column are kept.
    pub async fn column(&self, header: &str) -> String {
        let sql = weft_kernel::sql!("SELECT column_id FROM answer_column WHERE header = $1 ORDER BY column_id LIMIT 1");
        self.kernel
            .db
            .read()
            .await
            .expect("reads")
            .one::<(String,)>(sql, weft_kernel::args![header])
            .await
            .expect("a column")
            .0
    }

    #[expect(clippy::unused_self, reason = "reads as the house's own")]
    pub fn options(&self) -> Options {
        Options {
            is_dry_run: false,
            all_or_nothing: false,
            may_empty: usize::MAX,
            zone: "America/New_York".into(),
            actor: None,
            file: None,
            is_demo: false,
        }
    }

    /// Delivers the outbox and returns the letters that are there now, decoded.
    pub async fn mails(&self) -> Vec<String> {
        let folder = self.folder.path().join("mail");
        let transport = Transport::Files(folder.clone());
        worker::deliver(&self.kernel, &transport).await.expect("delivers");
        let mut files: Vec<_> =
            std::fs::read_dir(folder).map(|d| d.filter_map(Result::ok).map(|e| e.path()).collect()).unwrap_or_default();
        files.sort();
        files.iter().map(|f| plain(&std::fs::read_to_string(f).expect("a letter"))).collect()
    }
}

/// Undoes quoted-printable, well enough to find links and words.
fn plain(text: &str) -> String {
    text.replace("=\r\n", "").replace("=3D", "=").replace("=C3=B1", "ñ")
}

async fn make_season(kernel: &Kernel) -> Id {
    let mut tx = kernel.db.begin().await.expect("begins");
    let new = NewProgram {
        slug: "rooted",
        kind: "cohort",
        name: "Rooted",
        summary: ["A program.", ""],
        funder_credit: ["With support from the Example Foundation.", ""],
        disclaimer: ["Views are ours.", ""],
        support_name: "Ines",
        support_email: "help@example.org",
        support_phone: None,
    };
    let program_id = programs::insert_program(kernel, &mut tx, &new).await.expect("inserts").expect("new");
    let new = NewSeason {
        program_id,
        slug: SEASON.into(),
        name: "Season 2025".into(),
        label: None,
        starts_on: "2025-01-16".into(),
        ends_on: "2025-10-17".into(),
        seats: 4,
        zone: "America/New_York".into(),
        is_pilot: false,
    };
    let season = programs::insert_season(kernel, &mut tx, &new).await.expect("inserts").expect("new");
    tx.commit().await.expect("commits");
    season
}

/// A person with a browser.
#[derive(Clone)]
pub struct Actor<'h> {
    pub house: &'h House,
    pub id: Option<Id>,
    pub cookie: String,
}

pub struct Answer {
    pub status: StatusCode,
    pub body: String,
    pub headers: axum::http::HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }

    /// The cookies it sets, as `name=value`.
    pub fn cookies(&self) -> Vec<String> {
        let all = self.headers.get_all(header::SET_COOKIE).iter().filter_map(|v| v.to_str().ok());
        all.map(|v| v.split(';').next().unwrap_or_default().to_owned()).collect()
    }
}

impl Actor<'_> {
    pub async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, None, &[]).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_urlencoded::to_string(fields).expect("encodes");
        self.send("POST", path, Some(body), &[("content-type", "application/x-www-form-urlencoded")]).await
    }

    /// Uploads a file as the import page's form does.
    pub async fn upload(&self, path: &str, kind: &str, file: &str) -> Answer {
        let body = format!(
            "--b\r\ncontent-disposition: form-data; name=\"kind\"\r\n\r\n{kind}\r\n--b\r\ncontent-disposition: \
            form-data; name=\"file\"; filename=\"f.csv\"\r\n\r\n{file}\r\n--b--\r\n"
        );
        self.send("POST", path, Some(body), &[("content-type", "multipart/form-data; boundary=b")]).await
    }

    /// Uploads a photo as the form on one's own page does.
    pub async fn upload_photo(&self, photo: &[u8]) -> Answer {
        let head = b"--b\r\ncontent-disposition: form-data; name=\"photo\"; filename=\"me.jpg\"\r\n\r\n";
        let body = [&head[..], photo, b"\r\n--b--\r\n"].concat();
        self.send_body("POST", "/me/photo", Body::from(body), &[("content-type", "multipart/form-data; boundary=b")])
            .await
    }

    /// Uploads an answer as a form without a script does.
    pub async fn upload_answer(&self, path: &str, content: &[u8]) -> Answer {
        let head = b"--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"../answer.exe\"\r\n\r\n";
        let body = [&head[..], content, b"\r\n--b--\r\n"].concat();
        self.send_body("POST", path, Body::from(body), &[("content-type", "multipart/form-data; boundary=b")]).await
    }

    /// Uploads a form of files and texts, each by its name.
    pub async fn upload_bytes(&self, path: &str, fields: &[(&str, &[u8])]) -> Answer {
        let part = |(name, content): &(&str, &[u8])| {
            [
                format!("--b\r\ncontent-disposition: form-data; name=\"{name}\"; filename=\"f\"\r\n\r\n").as_bytes(),
                content,
                b"\r\n",
            ]
            .concat()
        };
        let body: Vec<u8> = fields.iter().flat_map(part).chain(*b"--b--\r\n").collect();
        self.send_body("POST", path, Body::from(body), &[("content-type", "multipart/form-data; boundary=b")]).await
    }

    /// Sends bytes as they are.
    pub async fn send_bytes(&self, path: &str, content: &[u8]) -> Answer {
        self.send_body("POST", path, Body::from(content.to_vec()), &[("content-type", "application/octet-stream")])
            .await
    }

    pub async fn send(&self, method: &str, path: &str, body: Option<String>, headers: &[(&str, &str)]) -> Answer {
        self.send_body(method, path, body.map_or_else(Body::empty, Body::from), headers).await
    }

    /// The status and headers of what never ends; a refusal with its page.
    pub async fn begin(&self, path: &str) -> Answer {
        let request = Request::get(path)
            .header(header::COOKIE, &self.cookie)
            .header("host", "localhost")
            .body(Body::empty())
            .expect("a request");
        let response = self.house.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = if parts.status.is_success() {
            axum::body::Bytes::new()
        } else {
            body.collect().await.expect("a body").to_bytes()
        };
        Answer {
            status: parts.status,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            bytes: bytes.to_vec(),
            headers: parts.headers,
        }
    }

    pub async fn send_body(&self, method: &str, path: &str, body: Body, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("sec-fetch-site", "same-origin")
            .header("host", "localhost");
        if !self.cookie.is_empty() {
            request = request.header(header::COOKIE, &self.cookie);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body).expect("a request");
        let response = self.house.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        Answer {
            status: parts.status,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            bytes: bytes.to_vec(),
            headers: parts.headers,
        }
    }

    pub fn with_cookies(mut self, cookies: &[String]) -> Self {
        let mut all: Vec<String> = self.cookie.split("; ").filter(|c| !c.is_empty()).map(str::to_owned).collect();
        for cookie in cookies {
            let name = cookie.split('=').next().unwrap_or_default();
            all.retain(|c| !c.starts_with(&format!("{name}=")));
            if !cookie.ends_with('=') {
                all.push(cookie.clone());
            }
        }
        self.cookie = all.join("; ");
        self
    }
}

/// A page without the keys of its forms, which are drawn anew each time.
pub fn without_keys(page: &str) -> String {
    let mut parts = page.split("name=\"form-key\" value=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + part.split_once('"').map_or("", |(_, rest)| rest))
}

/// The first link in a letter that leads to a path beginning like this.
pub fn link<'m>(mail: &'m str, begins: &str) -> &'m str {
    let at = mail.find(&format!("http://localhost{begins}")).unwrap_or_else(|| panic!("no link to {begins} in {mail}"));
    let rest = &mail[at + "http://localhost".len()..];
    rest.split(|c: char| c.is_whitespace() || c == '"').next().unwrap_or_default()
}

/// Twelve applications: two regions, scores not yet read.
pub fn pool() -> String {
    let mut csv = String::from(
        "application_id,submitted_at,first_name,last_name,email,phone,region,scope,health_focus,primary_issue_area,\
        role_level,organization,years_in_role,race_ethnicity,gender,access_needs,why_apply,eligibility\n",
    );
    for i in 0..12 {
        let region = if i % 3 == 0 { "North" } else { "South" };
        let eligible = if i == 11 { "national only" } else { "eligible" };
        csv.push_str(&format!(
            "A{i:02},2024-10-0{}T12:00:00-04:00,Given{i},Family{i},person{i}@example.org,+1-202-555-01{i:02},{region},\
            place-based,{},housing,director,Org {i},{}.5,SECRET-RACE-{i},SECRET-GENDER-{i},SECRET-NEED-{i},Because {i},\
            {eligible}\n",
            i % 9 + 1,
            if i % 2 == 0 { "yes" } else { "no" },
            i % 5
        ));
    }
    csv
}

/// Two reads for each of the twelve.
pub fn reads() -> String {
    let mut csv = String::from("review_id,application_id,reviewer_id,read,state,fit,care\n");
    for i in 0..12 {
        for read in 1..=2 {
            csv.push_str(&format!("R{i}{read},A{i:02},RV{read},{read},counted,{},{}\n", i % 5 + 1, (i + read) % 5 + 1));
        }
    }
    csv
}

/// A path inside the season.
pub fn s(page: &str) -> String {
    if page.is_empty() { format!("/s/{SEASON}") } else { format!("/s/{SEASON}/{page}") }
}

/// Goals that the twelve can meet.
pub const GOALS: &str = "format = \"weft-goals-1\"\nseats = 4\n[filter]\neligibility = \
    \"eligible\"\n[limits]\nmax_per_organization = 1\n[[goal]]\nfield = \"region\"\nvalue = \"North\"\nmin = 1\nmax = \
    2\n";

/// Imports two reads for each of the twelve.
pub async fn read_pool(house: &House) {
    let table = weft_media::table::read(reads().as_bytes()).expect("readable");
    weft_admission::applications::acts::import_reviews(
        &house.kernel,
        &weft_admission::applications::rules::FillPool::at_the_terminal(&Terminal::open(), &house.season),
        &table,
        &house.options(),
    )
    .await
    .expect("imports");
}

/// Runs a selection and confirms it; returns the run's path.
pub async fn choose(lead: &Actor<'_>) -> String {
    assert_eq!(lead.post(&s("selection/goals-file"), &[("toml", GOALS)]).await.status, StatusCode::SEE_OTHER);
    let run = lead.post(&s("selection/proposal"), &[]).await;
    assert_eq!(run.status, StatusCode::SEE_OTHER, "{}", run.body);
    let path = run.location().to_owned();
    let confirmed = lead.post(&format!("{path}/confirmation"), &[("days", "14"), ("while_open", "yes")]).await;
    assert_eq!(confirmed.location(), s("invitations"), "{}", confirmed.body);
    path
}
