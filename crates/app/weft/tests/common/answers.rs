//! Answering a call with files: what several test files do the same way.

use axum::http::StatusCode;

use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

use super::{Actor, House, SEASON, s};

pub fn apply(page: &str) -> String {
    format!("/call/{SEASON}/application/{page}")
}

/// A sound that says who made it.
pub fn wave(samples: usize) -> Vec<u8> {
    let chunk =
        |kind: &[u8; 4], content: &[u8]| [kind.as_slice(), &(content.len() as u32).to_le_bytes(), content].concat();
    let body =
        [chunk(b"LIST", b"INFOSECRET-AUTHOR!!!"), chunk(b"fmt ", &[1; 16]), chunk(b"data", &vec![7; samples])].concat();
    [b"RIFF".as_slice(), &(body.len() as u32 + 4).to_le_bytes(), b"WAVE", &body].concat()
}

/// A call with a recording and a file to answer with, both for readers. Their ids come back.
pub async fn call(lead: &Actor<'_>) -> (String, String) {
    call_until(lead, "2025-12-31").await
}

/// The same, open until the end of another day.
pub async fn call_until(lead: &Actor<'_>, closes_on: &str) -> (String, String) {
    lead.post(&s("call"), &[]).await;
    lead.post(&s("call/dates"), &[("opens_on", "2025-01-01"), ("closes_on", closes_on)]).await;
    for (kind, label) in [("recording", "Tell us in your voice"), ("file", "Show us your place")] {
        let fields = [("label_en", label), ("label_es", "¿Y?"), ("audience", "reviewers"), ("goes_to", "answer")];
        let added = lead.post(&s(&format!("call/questions/new?part=3&kind={kind}")), &fields).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    }
    let published = lead.post(&s("call/publication"), &[]).await;
    assert_eq!(published.status, StatusCode::SEE_OTHER, "{}", published.body);
    let page = lead.get(&s("call")).await.body;
    let id = |label: &str| {
        page.split(label)
            .next()
            .and_then(|t| t.rsplit("call/questions/").next())
            .and_then(|t| t.split('"').next())
            .expect("an id")
            .to_owned()
    };
    (id("Tell us in your voice"), id("Show us your place"))
}

pub async fn begin(house: &House) -> Actor<'_> {
    let begun = house.visitor().post(&format!("/call/{SEASON}/begin"), &[]).await;
    house.visitor().with_cookies(&begun.cookies())
}

pub fn field<'a>(json: &'a str, name: &str) -> &'a str {
    json.split(&format!("\"{name}\":"))
        .nth(1)
        .map(|t| t.trim_start_matches('"').split(['"', ',', '}']).next().unwrap_or_default())
        .unwrap_or_default()
}

/// Everything else that the form asks for.
pub async fn fill(browser: &Actor<'_>) {
    fill_with(browser, &[("q-what-you-hold", "A table of nine."), ("q-why-apply", "Peers.")], &[("q-time", "yes")])
        .await;
}

/// The same, with other answers on the third and the last page.
pub async fn fill_with(browser: &Actor<'_>, third: &[(&str, &str)], last: &[(&str, &str)]) {
    let parts: [&[(&str, &str)]; 4] = [
        &[("q-given-name", "Nayeli"), ("q-family-name", "Campoverde"), ("q-email", "nayeli@example.org")],
        &[
            ("q-collaborative", "Saltmeadow"),
            ("q-role-level", "director"),
            ("q-years-in-role", "2"),
            ("q-place", "Saltmeadow"),
            ("q-place-state", "other"),
            ("q-scope", "neighborhood"),
            ("q-issue-area-own", "rivers"),
            ("q-health-focus", "no"),
        ],
        third,
        last,
    ];
    for (i, answers) in parts.iter().enumerate() {
        let page = browser.get(&apply(&(i + 1).to_string())).await.body;
        let revision =
            page.split("name=\"revision\" value=\"").nth(1).and_then(|t| t.split('"').next()).unwrap_or("0").to_owned();
        let fields: Vec<(&str, &str)> =
            answers.iter().copied().chain([("revision", revision.as_str()), ("go", "next")]).collect();
        let saved = browser.post(&apply(&(i + 1).to_string()), &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    }
}

/// The person of the one application there is.
pub async fn applicant(house: &House) -> Id {
    let mut conn = house.kernel.db.read().await.expect("reads");
    let (person,): (Id,) = conn.one(sql!("SELECT person_id FROM application"), args![]).await.expect("one");
    person
}
