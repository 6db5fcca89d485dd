//! Gatherings for tests: forms, people who take part, what the database counts.

use axum::http::StatusCode;
use weft::people::Strength;
use weft::programs::Role;
use weft::{args, sql};

use super::{Actor, Answer, House, s};

/// The fields of a gathering's form: its kind, and day, hours, part and seats of each time.
pub fn fields(title: &str, times: &[(&str, &str, &str, &str, &str)]) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = [("title_en", title), ("title_es", "Sesión"), ("kind", "session"), ("format", "online"), ("purpose_en", "To see, together.")]
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
            sql!("SELECT s.id FROM sitting s JOIN gathering g ON g.id = s.gathering_id WHERE g.number = $1 AND s.removed_at IS NULL ORDER BY s.starts_at, s.id"),
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
pub async fn count(house: &House, sql: weft::kernel::db::Sql) -> i64 {
    house.kernel.db.read().await.expect("reads").one::<(i64,)>(sql, args![]).await.expect("counts").0
}
