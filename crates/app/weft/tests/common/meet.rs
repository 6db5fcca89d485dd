//! Gatherings for tests: forms, people who take part, what the database counts.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use futures_util::FutureExt as _;
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;
use weft_season::gatherings::agenda::{self, Block, Edit};
use weft_season::gatherings::model::{Draft, Slot};
use weft_season::gatherings::rules::{PlanGatherings, RunGathering};
use weft_season::gatherings::{acts, when};

use super::{Actor, Answer, House, s};
use weft_kernel::terminal::Terminal;

/// The fields of a gathering's form: its kind, and day, hours, part and seats of each time.
pub fn fields(title: &str, times: &[(&str, &str, &str, &str, &str)]) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = [
        ("title_en", title),
        ("title_es", "Sesión"),
        ("kind", "session"),
        ("format", "online"),
        ("purpose_en", "To see, together."),
    ]
    .iter()
    .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
    .collect();
    for (i, (day, from, until, part, seats)) in times.iter().enumerate() {
        let n = i + 1;
        let row = [
            ("day", *day),
            ("from", *from),
            ("until", *until),
            ("part", *part),
            ("seats", *seats),
            ("zone", "America/New_York"),
            ("link", "https://meet.example.org/secret-room"),
        ];
        all.extend(row.iter().map(|(name, value)| (format!("{name}-{n}"), (*value).to_owned())));
    }
    // Days outside the tests' season are kept as if they had been asked about.
    let mut outside: Vec<&str> = times.iter().map(|t| t.0).filter(|d| *d < "2025-01-16" || *d > "2025-10-17").collect();
    outside.sort_unstable();
    outside.dedup();
    all.push(("outside".to_owned(), outside.join(" ")));
    all
}

/// Sends a form.
pub async fn send(actor: &Actor<'_>, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    actor.post(path, &fields).await
}

/// Makes a gathering and announces it; returns its path.
pub async fn announced(lead: &Actor<'_>, fields: &[(String, String)]) -> String {
    let made = send(lead, &s("new-gathering"), fields).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let path = made.location().to_owned();
    assert_eq!(lead.post(&format!("{path}/publication"), &[]).await.status, StatusCode::SEE_OTHER);
    path
}

/// People who take part, by registering.
pub async fn people(house: &House, n: usize) -> Vec<Actor<'_>> {
    let mut all = Vec::new();
    for i in 0..n {
        all.push(house.someone(&format!("Person{i:02}"), Some(Role::Registrant), Strength::Link).await);
    }
    all
}

/// The times of a gathering, by their ids.
pub async fn sittings(house: &House, path: &str) -> Vec<String> {
    let number: i64 = path.rsplit('/').next().and_then(|n| n.parse().ok()).expect("a number");
    let rows: Vec<(String,)> = house
        .kernel
        .db
        .read()
        .await
        .expect("reads")
        .all(
            sql!(
                "SELECT s.id
                FROM sitting s
                JOIN gathering g ON g.id = s.gathering_id
                WHERE g.number = $1 AND s.removed_at IS NULL
                ORDER BY s.starts_at, s.id"
            ),
            args![number],
        )
        .await
        .expect("there");
    rows.into_iter().map(|(id,)| id).collect()
}

/// The same person in a new browser: sign-ins end while a clock is moved.
pub async fn again<'h>(actor: &Actor<'h>) -> Actor<'h> {
    actor.house.as_person(actor.id.as_ref().expect("a person"), Strength::TwoFactors).await
}

/// What a statement counts.
pub async fn count(house: &House, sql: weft_kernel::db::Sql) -> i64 {
    house.kernel.db.read().await.expect("reads").one::<(i64,)>(sql, args![]).await.expect("counts").0
}

/// When the session of [`room`] begins.
pub const DAY: &str = "2025-01-10T18:00:00Z";

/// A session that begins at one o'clock, with three blocks; returns the path of its room.
pub async fn room(lead: &Actor<'_>) -> String {
    let (house, by) = (lead.house, lead.id.as_ref().expect("a person"));
    let permit = PlanGatherings::at_the_terminal(&Terminal::open(), &house.season);
    let starts = "2025-01-10T13:00".parse().expect("a wall time");
    let starts_at = when::moment(starts, "America/New_York").expect("a moment");
    let slot = Slot {
        id: None,
        part: 1,
        starts,
        zone: "America/New_York".into(),
        starts_at,
        minutes: 60,
        place: String::new(),
        join_url: String::new(),
        capacity: None,
    };
    let title = weft_kernel::i18n::Words { en: "Session".into(), es: "Sesión".into() };
    let draft = Draft { kind: "session".into(), format: "online".into(), title, slots: vec![slot], ..Draft::default() };
    let season = weft_programs::store::season_by_slug(&mut house.kernel.db.read().await.expect("reads"), super::SEASON)
        .await
        .expect("reads")
        .expect("there");
    let number = acts::make(&house.kernel, &permit, Some(by), &season, &draft).await.expect("makes");
    acts::publish(&house.kernel, &permit, Some(by), &season, number).await.expect("publishes");
    let (gathering, sitting): (Id, Id) = house
        .kernel
        .db
        .read()
        .await
        .expect("reads")
        .one(
            sql!(
                "SELECT g.id, s.id
                FROM gathering g
                JOIN sitting s ON s.gathering_id = g.id
                WHERE g.number = $1"
            ),
            args![number],
        )
        .await
        .expect("there");
    let block = |kind: &str, minutes, en: &str, es: &str| Block {
        kind: kind.into(),
        title: weft_kernel::i18n::Words { en: en.into(), es: es.into() },
        minutes,
        cue: "For the console alone".into(),
        ..Block::default()
    };
    let blocks = vec![
        block("grounding", 10, "Arrive", "Llegar"),
        block("content", 20, "Think", "Pensar"),
        block("consult", 30, "Consult", "Consultar"),
    ];
    agenda::edit(
        &house.kernel,
        &RunGathering::at_the_terminal(&Terminal::open(), &house.season),
        by,
        &gathering,
        &Edit::Fill(1, blocks),
    )
    .await
    .expect("fills");
    s(&format!("gatherings/{number}/room/{sitting}"))
}

/// Opens a page's line and returns what is said on it, word by word.
pub struct Line(Body);

impl Line {
    pub async fn open(actor: &Actor<'_>, room: &str) -> Self {
        Self::open_at(actor, &format!("{room}/live")).await
    }

    pub async fn open_at(actor: &Actor<'_>, path: &str) -> Self {
        let request = Request::get(path)
            .header(header::COOKIE, &actor.cookie)
            .header("host", "localhost")
            .body(Body::empty())
            .expect("a request");
        let response = actor.house.router.clone().oneshot(request).await.expect("an answer");
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self(response.into_body())
    }

    /// What comes next, as it is written on the line; nothing when it has ended.
    pub async fn next(&mut self) -> Option<String> {
        let wait = std::time::Duration::from_secs(5);
        let frame = tokio::time::timeout(wait, self.0.frame()).await.expect("a word in time")?.expect("sound");
        Some(String::from_utf8(frame.into_data().expect("data").to_vec()).expect("text"))
    }

    /// The state that is told next.
    pub async fn word(&mut self) -> serde_json::Value {
        let text = self.next().await.expect("a line");
        serde_json::from_str(text.trim().strip_prefix("data: ").expect("a word")).expect("json")
    }

    /// Whether nothing has come since, and the line is still there.
    pub fn is_quiet(&mut self) -> bool {
        self.0.frame().now_or_never().is_none()
    }

    /// Why the line ended; nothing may come after.
    pub async fn end(&mut self) -> String {
        let last = self.next().await.expect("a last word");
        assert!(self.next().await.is_none(), "nothing comes after the end");
        last.trim().strip_prefix("event: end\ndata: ").unwrap_or_else(|| panic!("{last} is no end")).to_owned()
    }
}
