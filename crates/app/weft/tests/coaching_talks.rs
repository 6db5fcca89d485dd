//! A first talk with coaches, before anyone is paired: an appointment that takes no session, of which the program reads
//! how many.

use crate::coaching::{TERMS, agreed, at, booked, coach, house_at, id, ok, pair, season};
use crate::common;

use axum::http::StatusCode;
use common::meet::count;
use common::{engines, s};
use futures_util::future::join_all;
use weft_kernel::sql;
use weft_people::Strength;
use weft_programs::Role;

#[tokio::test]
async fn a_member_talks_with_a_few_coaches_before_they_have_one_and_it_takes_no_session() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let of = season(&house).await;
        let (ayo, ines) = (coach(&house, "Ayo", "2").await, coach(&house, "Ines", "2").await);
        let talk = |who: &str| s(&format!("coaching/talks/{who}"));
        let when = |text: &str| at(text).0.to_string();
        // Where the program has not said so, there is none.
        assert_eq!(of.noor.get(&talk(id(&ayo))).await.status, StatusCode::NOT_FOUND, "{engine}");
        assert!(!of.noor.get(&s("coaching")).await.body.contains("first talk"), "{engine}");
        let terms = s("coaching/program/terms");
        for wrong in [[("talks", "9"), ("talk_minutes", "20")], [("talks", "2"), ("talk_minutes", "17")]] {
            let fields: Vec<_> = TERMS.into_iter().chain(wrong).collect();
            assert_eq!(of.lead.post(&terms, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        }
        let fields: Vec<_> = TERMS.into_iter().chain([("talks", "2"), ("talk_minutes", "20")]).collect();
        ok(&of.lead, &terms, &fields).await;
        let page = of.noor.get(&s("coaching")).await.body;
        assert!(page.contains("Book a short first talk with Ayo"), "{engine}: {page}");
        assert!(of.noor.get(&talk(id(&ayo))).await.body.contains("20 minutes"), "{engine}");
        // Nobody else books one, and not with someone who doesn't coach.
        for who in [&of.lead, &of.coach] {
            assert_eq!(who.get(&talk(id(&ayo))).await.status, StatusCode::NOT_FOUND, "{engine}");
        }
        assert_eq!(of.noor.get(&talk(id(&of.lead))).await.status, StatusCode::NOT_FOUND, "{engine}");
        let none = of.noor.post(&talk(id(&ayo)), &[("note", "kept")]).await;
        assert!(none.body.contains("Choose a time.") && none.body.contains("kept"), "{engine}: {}", none.body);
        // One with each coach, with two of them, however often and at once it is pressed.
        let first = when("2025-03-11T13:00:00Z");
        ok(&of.noor, &talk(id(&ayo)), &[("at", &first), ("note", "Hello")]).await;
        let again = of.noor.post(&talk(id(&ayo)), &[("at", &when("2025-03-11T15:00:00Z"))]).await;
        assert!(again.body.contains("already have a first talk"), "{engine}: {}", again.body);
        let (one, two) = (talk(id(&ines)), talk(id(&of.coach)));
        let second = [("at", when("2025-03-18T13:00:00Z"))];
        let second: Vec<(&str, &str)> = second.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let both = join_all([of.noor.post(&one, &second), of.noor.post(&two, &second)]).await;
        assert_eq!(both.iter().filter(|a| a.status == StatusCode::SEE_OTHER).count(), 1, "{engine}");
        let third = if both[0].status == StatusCode::SEE_OTHER { &two } else { &one };
        let enough = of.noor.post(third, &[("at", &when("2025-03-25T13:00:00Z"))]).await;
        assert!(enough.body.contains("as many first talks as you can (2)"), "{engine}: {}", enough.body);
        // The program reads how many; no session is taken; what is canceled can be had with someone else.
        assert!(of.lead.get(&s("coaching/program")).await.body.contains("2 first talks booked"), "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM credit")).await, 0, "{engine}");
        let page = of.noor.get(&s("coaching")).await.body;
        assert!(page.contains("Your first talk:") && !page.contains("Book a short first talk"), "{engine}: {page}");
        let appointment = page.split(&s("appointments/")).nth(1).and_then(|r| r.split('"').next()).expect("an id");
        ok(&of.noor, &s(&format!("appointments/{appointment}/cancellation")), &[("message", "")]).await;
        assert!(of.lead.get(&s("coaching/program")).await.body.contains("1 first talk booked"), "{engine}");
        assert!(of.noor.get(&s("coaching")).await.body.contains("Book a short first talk"), "{engine}");
        // Whoever has a coach has no first talk any more, nor who had one.
        pair(&of, &of.noor, &of.coach).await;
        assert_eq!(of.noor.get(third).await.status, StatusCode::NOT_FOUND, "{engine}");
        let later = of.noor.post(third, &[("at", &when("2025-03-25T13:00:00Z"))]).await;
        assert_eq!(later.status, StatusCode::NOT_FOUND, "{engine}");
    }
}

#[tokio::test]
async fn a_first_talk_is_not_one_of_the_sessions_that_are_counted() {
    let house = house_at(None).await;
    let of = season(&house).await;
    let fields: Vec<_> = TERMS.into_iter().chain([("talks", "1"), ("talk_minutes", "20")]).collect();
    ok(&of.lead, &s("coaching/program/terms"), &fields).await;
    let bea = house.someone("Bea", Some(Role::Participant), Strength::Link).await;
    let first = at("2025-03-11T13:00:00Z").0.to_string();
    ok(&bea, &s(&format!("coaching/talks/{}", id(&of.coach))), &[("at", &first)]).await;
    let path = agreed(&of).await;
    booked(&of.noor, &path, "2025-03-18T13:00:00Z").await;
    assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM coaching_session")).await, 1);
    assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM credit WHERE kind = 'booked'")).await, 1);
    let hours = of.lead.get(&s("coaching/program/hours.csv")).await.body;
    assert!(!hours.contains("Leonor"), "{hours}");
}
