//! Time zones: what was agreed by the clock moves with the season's zone after it was shown; one form in each language;
//! a broken zone or date is an error, never another time.

use crate::common;

use axum::http::StatusCode;
use common::{Actor, House, SEASON, s};
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};
use weft_people::Strength;

const NY: &str = "America/New_York";
const LA: &str = "America/Los_Angeles";

fn end(day: &str, zone: &str) -> i64 {
    Time::end_of_day(day.parse().expect("a day"), zone).0
}

/// A call, someone's extra time, an offer with a price that ends, an invitation that is open and one that was answered.
async fn deadlines(house: &House) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    let season = &house.season;
    tx.run(
        sql!("INSERT INTO call (season_id, form, opens_at, closes_at, changed_at) VALUES ($1, '{}', $2, $3, 1)"),
        args![season, end("2025-03-02", NY) + 1_000_000, end("2025-04-18", NY)],
    )
    .await
    .expect("a call");
    tx.run(
        sql!(
            "INSERT INTO extension (id, season_id, email, norm, until, reason, given_at)
            VALUES ('x', $1, 'a@example.org', 'a@example.org', $2, 'flood', 1)"
        ),
        args![season, end("2025-04-25", NY)],
    )
    .await
    .expect("extra time");
    tx.run(
        sql!(
            "INSERT INTO offer (season_id, closes_on, closes_at, price_en, price_es, pay_url, audience_en, audience_es)
            VALUES ($1, '2025-05-01', $2, '', '', '', '', '')"
        ),
        args![season, end("2025-05-01", NY)],
    )
    .await
    .expect("an offer");
    tx.run(
        sql!(
            "INSERT INTO offer_tier (season_id, position, name_en, name_es, cents, until_on, until_at)
            VALUES ($1, 0, 'Early', 'Temprano', 100, '2025-04-10', $2)"
        ),
        args![season, end("2025-04-10", NY)],
    )
    .await
    .expect("a price");
    tx.run(
        sql!(
            "INSERT INTO cohort_release (id, season_id, public_at, made_at)
            VALUES ('r', $1, $2, 1)"
        ),
        args![season, end("2025-03-20", NY)],
    )
    .await
    .expect("a page");
    tx.run(
        sql!(
            "INSERT INTO recommendation_plan (
                season_id, most, is_required, is_shown, due_on, due_at, intro, questions, changed_at
            )
            VALUES ($1, 2, 0, 0, '2025-04-28', $2, '{}', '[]', 1)"
        ),
        args![season, end("2025-04-28", NY)],
    )
    .await
    .expect("recommendations");
    tx.run(
        sql!(
            "INSERT INTO stage (season_id, no, kind, title, due_on, due_at)
            VALUES ($1, 2, 'form', '{\"en\":\"x\"}', '2025-05-05', $2)"
        ),
        args![season, end("2025-05-05", NY)],
    )
    .await
    .expect("a stage");
    tx.commit().await.expect("commits");
}

/// Closing of the call, extra time, offer, price, when the public page comes out, recommendations, the form of a stage.
async fn stored(house: &House) -> [i64; 7] {
    let mut conn = house.kernel.db.read().await.expect("reads");
    let mut out = Vec::new();
    for sql in [
        sql!("SELECT closes_at FROM call"),
        sql!("SELECT until FROM extension"),
        sql!("SELECT closes_at FROM offer"),
        sql!("SELECT until_at FROM offer_tier"),
        sql!("SELECT public_at FROM cohort_release"),
        sql!("SELECT due_at FROM recommendation_plan"),
        sql!("SELECT due_at FROM stage"),
    ] {
        out.push(conn.one::<(i64,)>(sql, args![]).await.expect("a deadline").0);
    }
    out.try_into().expect("seven")
}

async fn zone(house: &House) -> String {
    let sql = sql!("SELECT zone FROM season WHERE slug = $1");
    house.kernel.db.read().await.expect("reads").one::<(String,)>(sql, args![SEASON]).await.expect("a season").0
}

fn form(zone: &str) -> Vec<(&str, &str)> {
    vec![
        ("name", "Season 2025"),
        ("starts_on", "2025-01-16"),
        ("ends_on", "2025-10-17"),
        ("seats", "4"),
        ("zone", zone),
        ("objectives", "Rest: how"),
    ]
}

async fn save(lead: &Actor<'_>, zone: &str, more: &[(&str, &str)]) -> common::Answer {
    let mut fields = form(zone);
    fields.extend(more);
    lead.post(&s("set-up"), &fields).await
}

fn digest(page: &str) -> String {
    let rest = page.split("name=\"zone-moves\" value=\"").nth(1).expect("a digest");
    rest.split('"').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn another_zone_moves_every_deadline_after_it_was_shown() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        deadlines(&house).await;
        let before = stored(&house).await;
        let asked = save(&lead, LA, &[]).await;
        for text in [
            "Change the time zone?",
            "8 deadlines change",
            "Fri, Apr 18, 2025, 11:59 p.m. Eastern Time (ET)",
            "Fri, Apr 18, 2025, 11:59 p.m. Pacific Time (PT)",
            "Extra time for one applicant ends",
            "Registration closes",
            "A price tier ends",
            "The cohort page becomes public",
            "Recommendations are due",
        ] {
            assert!(asked.body.contains(text), "{engine}: {text}: {}", asked.body);
        }
        assert_eq!((zone(&house).await.as_str(), stored(&house).await), (NY, before), "{engine}: nothing is saved yet");
        // A list that was not the one shown is shown.
        let other = save(&lead, LA, &[("zone-moves", "of another list")]).await;
        assert!(other.body.contains("8 deadlines change"), "{engine}");
        let back = save(&lead, LA, &[("zone-moves", &digest(&asked.body)), ("zone-back", "yes")]).await;
        assert!(back.status == StatusCode::OK && back.body.contains("name=\"objective-1\""), "{engine}: {}", back.body);
        assert_eq!(zone(&house).await, NY, "{engine}");
        let done = save(&lead, LA, &[("zone-moves", &digest(&asked.body))]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{engine}: {}", done.body);
        assert!(lead.get(done.location()).await.body.contains("Saved."), "{engine}");
        let days = ["2025-04-18", "2025-04-25", "2025-05-01", "2025-04-10", "2025-03-20", "2025-04-28", "2025-05-05"];
        let right = days.map(|day| end(day, LA));
        assert_eq!((zone(&house).await.as_str(), stored(&house).await), (LA, right), "{engine}");
        // Another change of the settings moves nothing.
        assert_eq!(save(&lead, LA, &[]).await.status, StatusCode::SEE_OTHER, "{engine}");
        assert_eq!(stored(&house).await, right, "{engine}");
    }
}

#[tokio::test]
async fn a_zone_is_chosen_from_a_list_and_found_by_its_city() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let page = lead.get(&s("set-up")).await.body;
    assert!(
        page.contains("<option value=\"America/New_York\" selected>Eastern Time (ET) – New York</option>"),
        "{page}"
    );
    assert!(page.contains("<option value=\"America/Toronto\">Toronto – Eastern Time (ET)</option>"), "{page}");
    assert_eq!(save(&lead, "chicago", &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(zone(&house).await, "America/Chicago");
    let wrong = save(&lead, "the moon", &[]).await;
    assert!(
        wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("Choose a time zone"),
        "{}",
        wrong.body
    );
    assert_eq!(zone(&house).await, "America/Chicago");
}

#[tokio::test]
async fn an_own_record_is_told_in_ones_own_zone() {
    let house = House::new(None).await;
    let one = house.someone("Nina", None, Strength::Link).await;
    assert!(one.get("/me").await.body.contains("Eastern Time (ET)"));
    assert_eq!(one.post("/me/calendar/zone", &[("zone", "America/Denver")]).await.status, StatusCode::SEE_OTHER);
    for page in ["/me", "/me/history"] {
        let body = one.get(page).await.body;
        assert!(body.contains("Mountain Time (MT)") && !body.contains("UTC"), "{page}: {body}");
    }
}

#[tokio::test]
async fn a_broken_zone_or_date_is_an_error_with_a_number() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        for (broken, whole) in [
            (sql!("UPDATE season SET zone = 'Mars/Base'"), sql!("UPDATE season SET zone = 'America/New_York'")),
            (sql!("UPDATE season SET ends_on = '2025-02-30'"), sql!("UPDATE season SET ends_on = '2025-10-17'")),
        ] {
            let change = async |sql| {
                let mut tx = house.kernel.db.begin().await.expect("begins");
                tx.run(sql, args![]).await.expect("changes");
                tx.commit().await.expect("commits");
            };
            change(broken).await;
            let page = lead.get(&s("set-up")).await;
            assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR, "{engine}: {}", page.body);
            assert!(page.body.contains("include this number"), "{engine}: {}", page.body);
            change(whole).await;
            assert_eq!(lead.get(&s("set-up")).await.status, StatusCode::OK, "{engine}");
        }
    }
}
