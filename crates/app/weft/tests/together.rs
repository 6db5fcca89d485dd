//! Agreements that are versions, celebrations that are one's own to take out, reminders that go out once.

use crate::common;

use axum::http::StatusCode;
use common::meet::count;
use common::{House, s};
use futures_util::future::join_all;
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;
use weft_season::gatherings::reminders;

#[tokio::test]
async fn a_new_version_asks_everyone_anew_and_no_one_writes_over_another() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let ayo = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
        let one = house.someone("One", Some(Role::Registrant), Strength::Link).await;
        let path = s("agreements");
        assert!(one.get(&path).await.body.contains("No agreements yet"));
        assert_eq!(one.post(&path, &[("seen", "0"), ("text", "Mine")]).await.status, StatusCode::NOT_FOUND);
        // Two write at once: one is the first version, the other is told and keeps her words.
        let (a, b) = ([("seen", "0"), ("text", "We may pass.")], [("seen", "0"), ("text", "Rest is <work>.")]);
        let answers = join_all([lead.post(&path, &a), ayo.post(&path, &b)]).await;
        assert_eq!(answers.iter().filter(|r| r.status == StatusCode::SEE_OTHER).count(), 1);
        let late = answers.iter().find(|r| r.status == StatusCode::UNPROCESSABLE_ENTITY).expect("the other");
        assert!(
            late.body.contains("saved a new version while you were writing")
                && (late.body.contains(">We may pass.</textarea>")
                    || late.body.contains("Rest is &#60;work&#62;.</textarea>")),
            "{}",
            late.body
        );
        for _ in 0..2 {
            one.post(&format!("{path}/yes"), &[("version", "1")]).await;
        }
        assert!(
            one.get(&path).await.body.contains("You agreed")
                && lead.get(&path).await.body.contains("one person agreed")
        );
        lead.post(&path, &[("seen", "1"), ("text", "We may pass.\nRest is work.")]).await;
        // The old version can no longer be agreed to; the new one asks.
        lead.post(&format!("{path}/yes"), &[("version", "1")]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM agreement_yes")).await, 1);
        let page = one.get(&path).await.body;
        assert!(
            page.contains("I agree to these") && page.contains("Earlier versions") && page.contains("Version 2"),
            "{page}"
        );
    }
}

#[tokio::test]
async fn no_forged_version_shuts_the_agreements() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    for seen in ["9223372036854775806", "9223372036854775807", "-1", "7"] {
        assert_eq!(
            lead.post(&s("agreements"), &[("seen", seen), ("text", "Forged")]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{seen}"
        );
    }
    assert_eq!(lead.post(&s("agreements"), &[("seen", "0"), ("text", "Ours")]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_celebration_is_for_those_inside_and_its_author_takes_it_out() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let one = house.someone("One", Some(Role::Registrant), Strength::Link).await;
        let two = house.someone("Two", Some(Role::Registrant), Strength::Link).await;
        let path = s("celebrations");
        assert_eq!(one.post(&path, &[("text", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(one.post(&path, &[("text", &"x".repeat(1_001))]).await.body.contains("Shorten this to 1,000"));
        one.post(&path, &[("text", "They asked <us>.")]).await;
        assert!(
            two.get(&path).await.body.contains("They asked &#60;us&#62;.")
                && two.get("/").await.body.contains("They asked")
        );
        for (name, role) in
            [("Eva", Role::Evaluator), ("Fund", Role::Funder), ("Rev", Role::Reviewer), ("Adv", Role::Advisor)]
        {
            let other = house.someone(name, Some(role), Strength::TwoFactors).await;
            assert!(
                other.get(&path).await.status == StatusCode::NOT_FOUND
                    && !other.get("/").await.body.contains("They asked"),
                "{name}"
            );
        }
        // A lead who came by a link alone is no lead yet.
        let weak = house.as_person(lead.id.as_ref().expect("a person"), Strength::Link).await;
        assert!(!weak.get("/").await.body.contains("They asked") && lead.get("/").await.body.contains("They asked"));
        let id: (String,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT id FROM celebration"), args![])
            .await
            .expect("there");
        let removal = format!("{path}/{}/removal", id.0);
        two.post(&removal, &[]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM celebration WHERE removed_at IS NULL")).await, 1);
        one.post(&removal, &[]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM celebration WHERE text <> ''")).await, 0);
    }
}

#[tokio::test]
async fn a_reminder_goes_out_once_to_those_who_want_it_and_anew_when_the_time_moves() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let mut all = Vec::new();
        for (name, choice) in [
            ("Day", None),
            ("Hour", Some("hour")),
            ("Both", Some("both")),
            ("None", Some("none")),
            ("Away", Some("both")),
        ] {
            let one = house.someone(name, Some(Role::Registrant), Strength::Link).await;
            if let Some(choice) = choice {
                one.post("/me/calendar/reminders", &[("reminders", choice)]).await;
            }
            all.push(one);
        }
        assert_eq!(
            all[0].post("/me/calendar/reminders", &[("reminders", "weekly")]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let fields = |day: &'static str, id: &str| {
            let mut f = vec![
                ("title_en", "Session".to_owned()),
                ("title_es", "Sesión".to_owned()),
                ("kind", "session".to_owned()),
                ("format", "online".to_owned()),
            ];
            f.extend([
                ("day-1", day.to_owned()),
                ("from-1", "13:00".to_owned()),
                ("until-1", "16:00".to_owned()),
                ("part-1", "1".to_owned()),
                ("id-1", id.to_owned()),
                // The day before the season is meant.
                ("outside", "2025-01-15".to_owned()),
            ]);
            f
        };
        let send = async |path: &str, f: Vec<(&str, String)>| {
            let f: Vec<(&str, &str)> = f.iter().map(|(n, v)| (*n, v.as_str())).collect();
            lead.post(path, &f).await.location().to_owned()
        };
        let path = send(&s("new-gathering"), fields("2025-01-15", "")).await;
        lead.post(&format!("{path}/publication"), &[]).await;
        all[4].post(&format!("{path}/answer"), &[("answer", "no")]).await;
        let told = house.mails().await.len();
        let due = async |moment: &str| {
            house.kernel.clock.set(Time::parse(moment).expect("a moment"));
            let n = reminders::send(&house.kernel).await.expect("reminds")
                + reminders::send(&house.kernel).await.expect("reminds");
            // A reminder that could not leave in time never does.
            house.mails().await;
            n
        };
        assert_eq!(due("2025-01-13T18:00:00Z").await, 0, "two days before is too early");
        assert_eq!(due("2025-01-14T17:00:00Z").await, 2, "a day before: Day and Both");
        let again = house.as_person(lead.id.as_ref().expect("a person"), Strength::TwoFactors).await;
        let id: (String,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT id FROM sitting"), args![])
            .await
            .expect("there");
        let f = fields("2025-01-16", &id.0);
        let f: Vec<(&str, &str)> = f.iter().map(|(n, v)| (*n, v.as_str())).collect();
        assert_eq!(again.post(&format!("{path}/edit"), &f).await.status, StatusCode::SEE_OTHER);
        assert_eq!(due("2025-01-15T17:30:00Z").await, 2, "it moved: a day before, again");
        assert_eq!(due("2025-01-16T17:10:00Z").await, 2, "an hour before: Hour and Both");
        assert_eq!(due("2025-01-16T18:30:00Z").await, 0, "never when it has begun");
        let mails = house.mails().await;
        assert_eq!(mails.len(), told + 5 + 6);
        assert!(
            mails
                .iter()
                .filter(|m| m.contains("To: none@"))
                .all(|m| !m.contains("Coming up: ") && !m.contains("Starting soon: "))
        );
    }
}
