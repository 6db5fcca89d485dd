//! What a newcomer stumbled over in a first season, told through HTTP on both engines.

use crate::common;

use axum::http::StatusCode;
use common::{Actor, Answer, House, SEASON, choose, pool, read_pool, s};
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

fn apply(page: &str) -> String {
    format!("/call/{SEASON}/{page}")
}

/// What a field of a page holds.
fn field(page: &str, name: &str) -> String {
    let after = page.split(&format!("name=\"{name}\" value=\"")).nth(1);
    after.and_then(|t| t.split('"').next()).unwrap_or_else(|| panic!("a field {name}: {page}")).to_owned()
}

/// A published call that is open from 1 to 31 January 2025.
async fn open_call(lead: &Actor<'_>) {
    assert_eq!(lead.post(&s("call"), &[]).await.status, StatusCode::SEE_OTHER);
    let dates = [("opens_on", "2025-01-01"), ("closes_on", "2025-01-31"), ("decision_on", "2025-03-01")];
    assert_eq!(lead.post(&s("call/dates"), &dates).await.status, StatusCode::SEE_OTHER);
    assert_eq!(lead.post(&s("call/publication"), &[]).await.status, StatusCode::SEE_OTHER);
}

/// A browser that has begun a draft.
async fn begin(house: &House) -> Actor<'_> {
    let begun = house.visitor().post(&apply("begin"), &[]).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER);
    house.visitor().with_cookies(&begun.cookies())
}

/// Types into the email field of a page as it is, and presses *Save and go on*.
async fn type_email(browser: &Actor<'_>, page: &str, email: &str) -> Answer {
    let [revision, was, seen] = ["revision", "was-email", "seen-email"].map(|name| field(page, name));
    let fields = [
        ("revision", revision.as_str()),
        ("was-email", was.as_str()),
        ("seen-email", seen.as_str()),
        ("q-email", email),
        ("go", "next"),
    ];
    browser.post(&apply("application/1"), &fields).await
}

#[tokio::test]
async fn an_answer_that_is_corrected_back_to_what_it_was_is_kept() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        open_call(&house.lead().await).await;
        let browser = begin(&house).await;
        let shown = async || browser.get(&apply("application/1")).await.body;
        let first = type_email(&browser, &shown().await, "test@example.org").await;
        assert_eq!(first.status, StatusCode::SEE_OTHER);
        // Without a script: the page with the error knows that the wrong value is the one that is kept.
        let wrong = type_email(&browser, &shown().await, "test@nope").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let right = type_email(&browser, &wrong.body, "test@example.org").await;
        assert_eq!(right.status, StatusCode::SEE_OTHER);
        let now = shown().await;
        assert!(now.contains("test@example.org") && !now.contains("test@nope"), "{now}");
        // With it: the page learns the mark of what was saved while typing.
        let page = shown().await;
        let typing = [("revision", field(&page, "revision")), ("was-email", field(&page, "was-email"))];
        let mut fields: Vec<(&str, &str)> = typing.iter().map(|(n, v)| (*n, v.as_str())).collect();
        fields.push(("q-email", "test@nope"));
        let told = browser.post(&apply("application/1/autosave"), &fields).await;
        let told: serde_json::Value = serde_json::from_str(&told.body).expect("JSON");
        let (mark, revision) = (told["marks"]["email"].as_str().expect("a mark"), told["revision"].to_string());
        assert_ne!(mark, field(&page, "was-email"));
        let fields = [("seen-email", revision.as_str()), ("was-email", mark), ("q-email", "test@example.org")];
        browser.post(&apply("application/1"), &fields).await;
        let now = shown().await;
        assert!(now.contains("test@example.org") && !now.contains("test@nope"), "{now}");
    }
}

#[tokio::test]
async fn an_answer_of_the_list_and_an_own_one_are_asked_about_and_neither_is_lost() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        open_call(&house.lead().await).await;
        let browser = begin(&house).await;
        let go = async |option: &str, own: &str| {
            let revision = field(&browser.get(&apply("application/2")).await.body, "revision");
            let fields =
                [("revision", revision.as_str()), ("q-issue-area", option), ("q-issue-area-own", own), ("go", "next")];
            browser.post(&apply("application/2"), &fields).await
        };
        let both = go("housing", "rivers and fish").await;
        assert_eq!(both.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(both.body.contains("You chose an answer from the list and also wrote your own"), "{}", both.body);
        let chosen = |page: &str| {
            let radio = page.split("name=\"q-issue-area\"").find(|r| r.contains("value=\"housing\"")).expect("a radio");
            radio.split('>').next().expect("a tag").contains("checked")
        };
        assert!(chosen(&both.body) && both.body.contains("value=\"rivers and fish\""));
        let check = browser.get(&apply("application/check")).await.body;
        assert!(check.contains("also wrote your own"), "it cannot be sent so: {check}");
        // “In my own words” is a choice of its own, which needs no script.
        go("", "rivers and fish").await;
        let page = browser.get(&apply("application/2")).await.body;
        assert!(!chosen(&page) && page.contains("value=\"rivers and fish\""), "{page}");
    }
}
