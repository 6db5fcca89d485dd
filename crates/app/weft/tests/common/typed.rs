//! What people type without an account: applications and registrations, the letters that follow, and whose they become.

use std::io::Read as _;

use axum::http::StatusCode;
use weft_kernel::ids::Id;
use weft_people::address::{self, Proved};

use super::{Actor, House, SEASON, link, s};
use weft_kernel::terminal::Terminal;

pub fn apply(page: &str) -> String {
    format!("/call/{SEASON}/{page}")
}

/// A published call that is open from 1 to 31 January 2025.
pub async fn open_call(lead: &Actor<'_>) {
    lead.post(&s("call"), &[]).await;
    lead.post(
        &s("call/dates"),
        &[("opens_on", "2025-01-01"), ("closes_on", "2025-01-31"), ("decision_on", "2025-03-01")],
    )
    .await;
    assert_eq!(lead.post(&s("call/publication"), &[]).await.status, StatusCode::SEE_OTHER);
}

const WORK: &[(&str, &str)] = &[
    ("q-collaborative", "Saltmeadow Together"),
    ("q-organization", "Saltmeadow Trust"),
    ("q-role-level", "director"),
    ("q-years-in-role", "2"),
    ("q-place", "Saltmeadow"),
    ("q-place-state", "other"),
    ("q-scope", "national"),
    ("q-issue-area", ""),
    ("q-issue-area-own", "rivers"),
    ("q-other-issue-areas", "housing"),
    ("q-health-focus", "no"),
];

/// A browser that has filled in a whole application as somebody with an address; `words` stand in its essay, need and
/// self-description.
pub async fn filled<'h>(house: &'h House, given: &str, family: &str, email: &str, words: &str) -> Actor<'h> {
    let begun = house.visitor().post(&apply("begin"), &[]).await;
    let browser = house.visitor().with_cookies(&begun.cookies());
    let you =
        [("q-given-name", given), ("q-family-name", family), ("q-email", email), ("q-pronouns", ""), ("q-phone", "")];
    let essay = [("q-what-you-hold", words), ("q-why-apply", words), ("q-national-place", "Saltmeadow first")];
    let part = [("q-time", "yes"), ("q-access", words), ("q-race-ethnicity", words), ("q-gender", words)];
    for (i, answers) in [&you[..], WORK, &essay, &part].into_iter().enumerate() {
        let fields: Vec<_> = answers.iter().copied().chain([("revision", "99"), ("go", "next")]).collect();
        let saved = browser.post(&apply(&format!("application/{}", i + 1)), &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    }
    browser
}

pub async fn send(browser: &Actor<'_>) {
    let sent = browser.post(&apply("application/check"), &[("late_reason", "The line was down.")]).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, apply("application").as_str()), "{}", sent.body);
}

/// The newest letter to an address that has a link like this.
pub async fn newest(house: &House, to: &str, begins: &str) -> String {
    let mails = house.mails().await;
    let mail = mails.iter().rev().find(|m| m.contains(&format!("To: {to}")) && m.contains(begins));
    link(mail.unwrap_or_else(|| panic!("no letter to {to} with {begins}: {mails:?}")), begins).to_owned()
}

/// Marks the address of someone as theirs, as using a link does.
pub async fn prove(house: &House, person: &Id, email: &str) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    address::mark_proved(&house.kernel, &mut tx, person, &Proved::without_mail(&Terminal::open(), email))
        .await
        .expect("marks");
    tx.commit().await.expect("commits");
}

/// Everything that is kept of someone, as they can take it along, without the moment it was made.
pub async fn own_data(actor: &Actor<'_>) -> String {
    let bytes = actor.get("/me/data.zip").await.bytes;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
    let mut text = String::new();
    archive.by_name("data.json").expect("the data").read_to_string(&mut text).expect("text");
    let mut json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let of = json.as_object_mut().expect("an object");
    for moment in ["made_at", "sign_ins"] {
        of.remove(moment);
    }
    // That they took it is on record as well.
    of["history"].as_array_mut().expect("a list").retain(|e| e["verb"] != "own-data.taken");
    json.to_string()
}

/// A gathering that is announced, and an offer with so many seats that is open.
pub async fn offer(lead: &Actor<'_>, capacity: &str) {
    let fields = [
        ("title_en", "Session"),
        ("title_es", "Sesión"),
        ("kind", "session"),
        ("format", "online"),
        ("day-1", "2025-03-05"),
        ("from-1", "13:00"),
        ("until-1", "16:00"),
    ];
    let path = lead.post(&s("new-gathering"), &fields).await.location().to_owned();
    lead.post(&format!("{path}/publication"), &[]).await;
    let set = [
        ("capacity", capacity),
        ("closes_on", "2025-02-20"),
        ("price_en", "Free"),
        ("price_es", "Gratis"),
        ("audience_en", "Anyone"),
        ("audience_es", "Cualquiera"),
    ];
    assert_eq!(lead.post(&s("registration"), &set).await.status, StatusCode::SEE_OTHER);
    lead.post(&s("registration/opening"), &[]).await;
}

/// Registers with these words and this address, in whatever browser.
pub async fn register(browser: &Actor<'_>, given: &str, family: &str, email: &str, need: &str) -> super::Answer {
    let fields = [("given_name", given), ("family_name", family), ("email", email), ("language", "en"), ("need", need)];
    let answer = browser.post(&format!("/register/{SEASON}"), &fields).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    answer
}

/// Uses the newest link to a registration that went to an address.
pub async fn confirm(house: &House, email: &str) -> String {
    let path = newest(house, email, "/registrations/").await;
    assert_eq!(house.visitor().post(&format!("{path}/confirmation"), &[]).await.status, StatusCode::SEE_OTHER);
    path
}

/// A browser that signed in by the link that was mailed to an address.
pub async fn signed_in<'h>(house: &'h House, email: &str) -> Actor<'h> {
    let asked = house.visitor().post("/sign-in", &[("email", email)]).await;
    let browser = house.visitor().with_cookies(&asked.cookies());
    let path = newest(house, email, "/sign-in/link/").await;
    let done = browser.post(&path, &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    browser.with_cookies(&done.cookies())
}
