//! The daily email: at most one a day, in the reader's morning and language, only when something is new or due soon;
//! nothing private in it, nothing that another email said that day; ended by one press.

use crate::common;

use axum::http::StatusCode;
use common::meet::{again, announced, fields, people};
use common::{Actor, House, link, pool, s, typed};
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::{Role, digest};

fn at(text: &str) -> Time {
    Time::parse(text).expect("a moment")
}

async fn change(house: &House, sql: weft_kernel::db::Sql, args: Vec<weft_kernel::db::Value>) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(sql, args).await.expect("changes");
    tx.commit().await.expect("commits");
}

/// The daily emails that went out, each with its recipient.
async fn daily(house: &House) -> Vec<String> {
    house.mails().await.into_iter().filter(|m| m.contains("/daily-email/")).collect()
}

/// How many go out now.
async fn sent(house: &House) -> usize {
    digest::send(&house.kernel).await.expect("sends")
}

async fn mails_to(house: &House, name: &str) -> Vec<String> {
    daily(house).await.into_iter().filter(|m| m.contains(&format!("To: {name}@example.org\r\n"))).collect()
}

/// The link in an email that ends them.
fn stop(mail: &str) -> &str {
    link(mail, "/daily-email/").trim_end_matches('>')
}

#[tokio::test]
async fn someone_hears_once_of_what_is_new_and_again_when_it_is_due() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        // The lead would hear on the fourth day who hasn't answered.
        assert_eq!(lead.post("/me/daily-email", &[("digest", "never")]).await.status, StatusCode::SEE_OTHER);
        let all = people(&house, 1).await;
        house.kernel.clock.set(at("2025-03-03T11:59:00Z"));
        let lead = again(&lead).await;
        announced(&lead, &fields("Practice", &[("2025-03-10", "13:00", "15:00", "1", "")])).await;
        assert_eq!(sent(&house).await, 0, "{engine}: it is not seven in New York yet");
        house.kernel.clock.set(at("2025-03-03T12:00:00Z"));
        assert_eq!(sent(&house).await, 1, "{engine}");
        let mail = &mails_to(&house, "person00").await[0];
        assert!(mail.contains("Are you coming to Practice on March 10, 2025?"), "{mail}");
        assert!(mail.contains("Your to-do list: 1 item"), "{mail}");
        let key = stop(mail);
        assert!(mail.contains(&format!("List-Unsubscribe: <http://localhost{key}>\r\n")), "{mail}");
        assert!(mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{mail}");
        // Once a day, and the next day nothing is new.
        assert_eq!(sent(&house).await, 0);
        for day in ["2025-03-04", "2025-03-07"] {
            house.kernel.clock.set(at(&format!("{day}T13:00:00Z")));
            assert_eq!(sent(&house).await, 0, "{engine} {day}");
        }
        // Something new brings all of it.
        let lead = again(&lead).await;
        lead.post(&s("agreements"), &[("seen", "0"), ("text", "We may pass.")]).await;
        assert_eq!(sent(&house).await, 0, "their day is done");
        house.kernel.clock.set(at("2025-03-08T13:00:00Z"));
        assert_eq!(sent(&house).await, 1);
        let mail = mails_to(&house, "person00").await.pop().expect("a mail");
        assert!(mail.contains("Your to-do list: 2 items") && mail.contains("group agreements"), "{mail}");
        // Two days ahead it is said once more; answered, it is gone.
        house.kernel.clock.set(at("2025-03-09T12:00:00Z"));
        assert_eq!(sent(&house).await, 1, "{engine}: due soon");
        assert_eq!(mails_to(&house, "person00").await.len(), 3);
        let one = again(&all[0]).await;
        one.post(&s("gatherings/1/answer"), &[("answer", "yes")]).await;
        one.post(&s("agreements/yes"), &[("version", "1")]).await;
        house.kernel.clock.set(at("2025-03-10T12:00:00Z"));
        assert_eq!(sent(&house).await, 0);
        // In the afternoon nobody hears.
        let lead = again(&lead).await;
        lead.post(&s("pulse"), &[("stressors", "Money"), ("days", "30")]).await;
        house.kernel.clock.set(at("2025-03-11T16:00:00Z"));
        assert_eq!(sent(&house).await, 0);
        assert_eq!(mails_to(&house, "person00").await.len(), 3);
        house.kernel.clock.set(at("2025-03-12T12:00:00Z"));
        again(&lead).await.post("/me/daily-email", &[("digest", "daily")]).await;
        sent(&house).await;
        assert_eq!(mails_to(&house, "person00").await.len(), 4, "{engine}");
        // Whoever ran it hears that nobody wrote down who was there.
        let mail = &mails_to(&house, "marisol").await[0];
        assert!(mail.contains("For the Rooted") && mail.contains("Attendance for Practice"), "{mail}");
    }
}

#[tokio::test]
async fn it_comes_in_the_readers_morning_and_language_and_as_often_as_they_chose() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 2).await;
        let (one, other) = (&all[0], &all[1]);
        let id = |a: &Actor<'_>| a.id.clone().expect("a person");
        change(
            &house,
            sql!("UPDATE person SET zone = 'Pacific/Honolulu', language = 'es' WHERE id = $1"),
            args![&id(one)],
        )
        .await;
        assert_eq!(other.post("/me/daily-email", &[("digest", "weekly")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(other.post("/me/daily-email", &[("digest", "hourly")]).await.status, StatusCode::BAD_REQUEST);
        assert!(other.get("/me").await.body.contains("value=\"weekly\" checked"));
        lead.post(&s("agreements"), &[("seen", "0"), ("text", "We may pass.")]).await;
        // Tuesday: seven in New York is two at night in Honolulu.
        house.kernel.clock.set(at("2025-03-04T12:00:00Z"));
        assert_eq!(sent(&house).await, 0, "{engine}");
        house.kernel.clock.set(at("2025-03-04T17:00:00Z"));
        assert_eq!(sent(&house).await, 1, "{engine}");
        let mail = &mails_to(&house, "person00").await[0];
        assert!(mail.contains("Su lista de pendientes: 1") && mail.contains("acuerdos"), "{mail}");
        house.kernel.clock.set(at("2025-03-10T12:00:00Z"));
        assert_eq!(sent(&house).await, 1, "{engine}: Monday");
        assert_eq!(mails_to(&house, "person01").await.len(), 1);
        // One press ends it, signed in nowhere; so does a mail program's button, which sends no cookie and no field of
        // ours.
        let stop = stop(&mails_to(&house, "person01").await[0]).to_owned();
        let page = house.visitor().get(&stop).await;
        assert!(page.status == StatusCode::OK && page.body.contains("Stop the daily email"), "{}", page.body);
        let pressed = house.visitor().post(&stop, &[("List-Unsubscribe", "One-Click")]).await;
        assert_eq!(pressed.status, StatusCode::OK);
        assert!(pressed.body.contains("You no longer get the daily email."), "{}", pressed.body);
        let other = again(other).await;
        assert!(other.get("/me").await.body.contains("value=\"never\" checked"));
        let lead = again(&lead).await;
        lead.post(&s("agreements"), &[("seen", "1"), ("text", "We may pass, and come back.")]).await;
        house.kernel.clock.set(at("2025-03-17T12:00:00Z"));
        assert_eq!(sent(&house).await, 0, "{engine}");
        assert_eq!(house.visitor().get("/daily-email/of-nobody").await.status, StatusCode::NOT_FOUND);
        // It is theirs to see, and goes with them.
        let data = typed::own_data(&again(&other).await).await;
        assert!(data.contains("daily_emails") && data.contains("\"digest\":\"never\""), "{data}");
    }
}

#[tokio::test]
async fn private_things_are_counted_and_not_named() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let other = &people(&house, 1).await[0];
    let draft = [("name", "Grief circle"), ("purpose", "Rest"), ("confidentiality", "Stays")];
    let space = other.post(&s("spaces"), &draft).await.location().to_owned();
    other.post(&format!("{space}/invitations"), &[("person", lead.id.as_ref().expect("a person").as_str())]).await;
    assert!(lead.get("/").await.body.contains("Grief circle"), "it is on their own page");
    house.kernel.clock.set(at("2025-03-04T12:00:00Z"));
    assert_eq!(sent(&house).await, 1);
    let mail = &mails_to(&house, "marisol").await[0];
    assert!(mail.contains("You have 1 private item."), "{mail}");
    assert!(!mail.contains("Grief"), "{mail}");
}

#[tokio::test]
async fn a_lead_of_two_seasons_gets_one_email_for_both() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let eva = house.someone("Eva", Some(Role::Evaluator), Strength::TwoFactors).await;
    house.import(&pool()).await;
    change(
        &house,
        sql!(
            "INSERT INTO season (
                id, program_id, slug, name, starts_on, ends_on, seats, zone, eligibility_text, priority_text, created_at
            )
            SELECT 'second', program_id, 'second', 'Season 2026', '2026-01-10', '2026-10-10', 4, zone, '', '', 1
            FROM season"
        ),
        args![],
    )
    .await;
    change(
        &house,
        sql!(
            "INSERT INTO role (id, person_id, season_id, role, since)
            VALUES ('r2', $1, 'second', 'program-lead', 1)"
        ),
        args![lead.id.as_ref()],
    )
    .await;
    change(&house, sql!("UPDATE season SET unconfirmed_at = 1 WHERE id = 'second'"), args![]).await;
    house.kernel.clock.set(at("2025-03-04T12:00:00Z"));
    assert_eq!(sent(&house).await, 1);
    let mail = &mails_to(&house, "marisol").await[0];
    assert!(mail.contains("Season 2025") && mail.contains("Season 2026"), "{mail}");
    assert!(mail.contains("Some published dates don't match."), "{mail}");
    assert!(mails_to(&house, "eva").await.is_empty(), "nothing there is hers to do");
    let _ = eva;
}

#[tokio::test]
async fn a_reminder_and_the_line_in_the_email_never_come_on_one_day() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        common::read_pool(&house).await;
        common::choose(&lead).await;
        assert_eq!(house.mails().await.iter().filter(|m| m.contains("/invitation/")).count(), 4);
        let reminders = async || weft_admission::selection::reminders::send(&house.kernel).await.expect("sends");
        let opened = house.kernel.now();
        // The first morning: the email says it. No reminder is due for days.
        let morning = |days: i64| {
            let day = opened.plus_days(days).date_in("America/New_York");
            weft_kernel::when::moment(day.at(8, 0, 0, 0), "America/New_York").expect("a morning")
        };
        house.kernel.clock.set(morning(1));
        let first = sent(&house).await;
        assert!(first >= 4, "{engine}: {first}");
        // Three days before the end the reminder goes, and the email of that morning leaves it out.
        house.kernel.clock.set(morning(12));
        assert_eq!(reminders().await, 4, "{engine}");
        let before = daily(&house).await.len();
        sent(&house).await;
        let new = daily(&house).await.split_off(before);
        assert!(new.iter().all(|m| !m.contains("invited to join")), "{engine}: {new:?}");
        // The day before, the email says it: it is due soon.
        house.kernel.clock.set(morning(13));
        let before = daily(&house).await.len();
        assert!(sent(&house).await >= 4, "{engine}");
        let new = daily(&house).await.split_off(before);
        assert_eq!(new.iter().filter(|m| m.contains("invited to join")).count(), 4, "{engine}");
    }
}

#[tokio::test]
async fn what_an_email_said_in_the_morning_is_not_said_again_by_a_reminder() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        common::read_pool(&house).await;
        common::choose(&lead).await;
        change(&house, sql!("UPDATE invitation SET expires_at = created_at + 172800000000"), args![]).await;
        let opened = house.kernel.now();
        let day = opened.plus_days(1).date_in("America/New_York");
        let morning = weft_kernel::when::moment(day.at(8, 0, 0, 0), "America/New_York").expect("a morning");
        house.kernel.clock.set(morning.max(opened.plus_seconds(25 * 3600)));
        if sent(&house).await >= 4 {
            let n = weft_admission::selection::reminders::send(&house.kernel).await.expect("sends");
            assert_eq!(n, 0, "{engine}");
        } else {
            panic!("{engine}: it was not morning");
        }
    }
}
