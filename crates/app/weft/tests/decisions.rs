//! Answers to those who were not chosen: two people, one letter each, and what becomes of what they wrote.

use crate::common;

use axum::http::StatusCode;
use common::{House, choose, link, pool, read_pool, s};
use weft_kernel::clock::Time;
use weft_kernel::db::dialect;
use weft_people::Strength;
use weft_programs::Role;

const LETTER: [(&str, &str); 4] = [
    ("subject_en", "About {season}"),
    ("subject_es", "Sobre {season}"),
    ("text_en", "Dear {name},\n\nnot this time. {reason}"),
    ("text_es", "{name}: esta vez no. {reason}"),
];

fn answers(mails: &[String]) -> Vec<&String> {
    mails.iter().filter(|m| m.contains("/application-choice/")).collect()
}

#[tokio::test]
async fn answers_are_made_ready_by_one_and_sent_once_by_another() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let co_lead = house.someone("Desmond", Some(Role::CoLead), Strength::TwoFactors).await;
        house
            .import(
                &pool().replace(
                    "A05,2024-10-06T12:00:00-04:00,Given5",
                    "A05,2024-10-06T12:00:00-04:00,\"Given5, <b>é</b>\"",
                ),
            )
            .await;
        read_pool(&house).await;
        choose(&lead).await;
        let page = lead.get(&s("decisions")).await.body;
        assert!(
            page.contains("8 people are waiting for a decision")
                && page.contains("eligible, not selected")
                && page.contains("not eligible"),
            "{page}"
        );
        let empty = lead.post(&s("decisions"), &[("text_en", "typed")]).await;
        assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.body.contains("typed</textarea>"));
        // Made ready twice, there once; nothing leaves, and the same person cannot send.
        for _ in 0..2 {
            assert_eq!(lead.post(&s("decisions"), &LETTER).await.status, StatusCode::SEE_OTHER);
        }
        lead.post(&s("decisions/sending"), &[]).await;
        assert!(answers(&house.mails().await).is_empty());
        let ready = co_lead.get(&s("decisions")).await.body;
        assert!(
            ready.contains("8 emails are ready")
                && ready.contains("About Rooted · Season 2025")
                && ready.contains("Send 8 emails"),
            "{ready}"
        );
        assert!(!lead.get(&s("decisions")).await.body.contains("Send 8 emails"));
        assert!(!ready.contains("<b>é</b>"));
        // One is held back; the others go out once, although two press at once.
        let held = ready
            .split("decisions/")
            .find_map(|t| t.split_once("/hold"))
            .map(|(id, _)| id.to_owned())
            .expect("someone");
        assert_eq!(co_lead.post(&s(&format!("decisions/{held}/hold")), &[]).await.status, StatusCode::SEE_OTHER);
        let path = s("decisions/sending");
        let (a, b) = tokio::join!(co_lead.post(&path, &[]), co_lead.post(&path, &[]));
        assert_eq!((a.status, b.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
        let mails = house.mails().await;
        assert_eq!(answers(&mails).len(), 7);
        assert!(answers(&mails).iter().all(|m| m.contains("not this time")
            && !m.contains("{reason}")
            && m.contains("delete it in twelve months")));
        let page = lead.get(&s("decisions")).await.body;
        assert!(
            page.contains("One person is waiting for a decision")
                && page.contains("7 emails")
                && page.contains("Sent by Desmond"),
            "{page}"
        );
        let refused = answers(&mails).iter().find(|m| m.contains("quite match yours")).is_some();
        assert!(refused || held == "A11", "each has a reason in words");
        // Those who were invited got none.
        assert_eq!(mails.iter().filter(|m| m.contains("/invitation/")).count(), 4);
    }
}

#[tokio::test]
async fn what_someone_wrote_is_kept_or_erased_as_she_says_and_erased_after_a_year() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let co_lead = house.someone("Desmond", Some(Role::CoLead), Strength::TwoFactors).await;
        house.import(&pool()).await;
        read_pool(&house).await;
        choose(&lead).await;
        lead.post(&s("decisions"), &LETTER).await;
        co_lead.post(&s("decisions/sending"), &[]).await;
        let mails = house.mails().await;
        let all = answers(&mails);
        let number = |m: &str| m.split("Family").nth(1).and_then(|t| t.split(',').next()).expect("a name").to_owned();
        let (kept, erased) = (number(all[0]), number(all[1]));
        let visitor = house.visitor();
        let path = |m: &str| link(m, "/application-choice/").to_owned();
        assert!(visitor.get(&path(all[0])).await.body.contains("Keep or delete your application?"));
        assert_eq!(visitor.get("/application-choice/guessed").await.status, StatusCode::NOT_FOUND);
        for (mail, choice) in [(all[0], "keep"), (all[1], "erase"), (all[1], "erase"), (all[1], "keep")] {
            assert_eq!(visitor.post(&path(mail), &[("choice", choice)]).await.status, StatusCode::SEE_OTHER);
        }
        assert!(visitor.get(&path(all[0])).await.body.contains("keep it for next time"));
        assert!(visitor.get(&path(all[1])).await.body.contains("We deleted your application"));
        // Nothing of hers is left in the file; the others' words are.
        let traces = |n: &str| {
            [
                format!("Family{n},"),
                format!("Because {n}\""),
                format!("person{n}@example.org"),
                format!("SECRET-NEED-{n}"),
                format!("SECRET-RACE-{n}"),
                format!("Org {n}"),
            ]
        };
        let dump = async || {
            let copy = house.folder.path().join(format!("copy-{}", house.kernel.id()));
            dialect::copy_sqlite(&house.kernel.db, copy.to_str().expect("a path")).await.expect("copies");
            String::from_utf8_lossy(&std::fs::read(copy).expect("a file")).into_owned()
        };
        if engine == "sqlite" {
            let text = dump().await;
            for trace in
                traces(&erased).iter().filter(|t| t.contains("SECRET") || t.contains("Because") || t.contains('@'))
            {
                assert!(
                    !text.contains(&format!("{trace}\u{0}")) && !contains_whole(&text, trace),
                    "{trace} is still there"
                );
            }
            assert!(contains_whole(&text, &format!("Because {kept}")));
        }
        let shown = lead.get(&s(&format!("applications/A{erased:0>2}"))).await.body;
        assert!(!shown.contains("Because") && !shown.contains("Given"), "{shown}");
        assert!(lead.get(&s(&format!("applications/A{kept:0>2}"))).await.body.contains("Because"));
        // A year on, only what she asked to keep is left of those who were not chosen.
        let now = Time::parse(common::START).expect("a moment");
        house.kernel.clock.set(now.plus_days(364));
        assert_eq!(weft_admission::decisions::acts::sweep(&house.kernel).await.expect("sweeps"), 0);
        house.kernel.clock.set(now.plus_days(366));
        assert_eq!(weft_admission::decisions::acts::sweep(&house.kernel).await.expect("sweeps"), all.len() - 2);
        assert_eq!(weft_admission::decisions::acts::sweep(&house.kernel).await.expect("sweeps"), 0);
        let lead = house.as_person(lead.id.as_ref().expect("someone"), Strength::TwoFactors).await;
        assert!(lead.get(&s(&format!("applications/A{kept:0>2}"))).await.body.contains("Because"));
    }
}

/// Whether a text stands there, not followed by another digit: `Because 1` is not `Because 11`.
fn contains_whole(text: &str, what: &str) -> bool {
    text.match_indices(what).any(|(i, _)| !text[i + what.len()..].starts_with(|c: char| c.is_ascii_digit()))
}
