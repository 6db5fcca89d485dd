//! Reminders of drafts: to whom they go, when, once, and how they end.

use crate::common;

use axum::http::StatusCode;
use common::answers::{apply, begin, call_until, fill};
use common::{Actor, House, SEASON, link, s};
use weft_admission::call::reminders;
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};
use weft_people::Strength;

/// The last moment of the call's last day, January 31 in New York.
fn deadline() -> Time {
    Time::parse("2025-02-01T04:59:59Z").expect("a moment")
}

/// A draft with an address; proved where its link was opened.
async fn draft<'h>(house: &'h House, email: &str, is_proved: bool) -> Actor<'h> {
    let browser = begin(house).await;
    let you = [("q-given-name", "Nayeli"), ("q-family-name", "Campoverde"), ("q-email", email), ("go", "next")];
    assert_eq!(browser.post(&apply("1"), &you).await.status, StatusCode::SEE_OTHER);
    if !is_proved {
        return browser;
    }
    let mails = house.mails().await;
    let mail = mails.iter().rfind(|m| m.contains(&format!("To: {email}"))).expect("a link");
    let opened = browser.post(link(mail, &format!("/call/{SEASON}/resume/")), &[("keep", "yes")]).await;
    browser.clone().with_cookies(&opened.cookies())
}

/// Whom reminders went to so far, in order.
async fn reminded(house: &House) -> Vec<String> {
    let mails = house.mails().await;
    let to = |m: &String| m.lines().find_map(|l| l.strip_prefix("To: ")).unwrap_or_default().trim().to_owned();
    let mut all: Vec<String> = mails.iter().filter(|m| m.contains("submitted yet")).map(to).collect();
    all.sort();
    all
}

#[tokio::test]
async fn people_with_unfinished_drafts_are_reminded_twice_and_nobody_else_is() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        call_until(&lead, "2025-01-31").await;
        draft(&house, "open@example.org", true).await;
        let done = draft(&house, "nayeli@example.org", true).await;
        draft(&house, "unproved@example.org", false).await;
        draft(&house, "ends@example.org", true).await;
        draft(&house, "longer@example.org", true).await;
        let more = [("email", "longer@example.org"), ("until", "2025-02-10"), ("reason", "Storm")];
        assert_eq!(lead.post(&s("call/extensions"), &more).await.status, StatusCode::SEE_OTHER);

        // The preview counts; while reminders are off, nothing goes.
        let page = lead.get(&s("call")).await.body;
        assert!(
            page.contains("4 people would get one right now") && page.contains("1 draft has no confirmed"),
            "{page}"
        );
        assert!(page.contains("First reminder: Fri, Jan 24, 2025, 9:00 a.m."), "{page}");
        house.kernel.clock.set(deadline().plus_days(-1));
        assert_eq!(reminders::send(&house.kernel).await.expect("sends"), 0);
        house.kernel.clock.set(deadline().plus_days(-10));
        let lead = house.as_person(lead.id.as_ref().expect("a lead"), Strength::TwoFactors).await;
        let wrong = lead.post(&s("call/reminders"), &[("days", "1"), ("go", "on")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("Enter a number of days from 2 to 30."), "{}", wrong.body);
        let on = lead.post(&s("call/reminders"), &[("days", "7"), ("go", "on")]).await;
        assert_eq!(on.status, StatusCode::SEE_OTHER);
        assert!(lead.get(on.location().split('#').next().expect("a page")).await.body.contains("Reminders are on."));
        assert_eq!(reminders::send(&house.kernel).await.expect("sends"), 0, "not yet");

        // Someone sends theirs before it is time.
        fill(&done).await;
        assert_eq!(done.post(&apply("check"), &[]).await.status, StatusCode::SEE_OTHER);
        house.kernel.clock.set(Time::parse("2025-01-24T14:00:00Z").expect("a moment"));
        let (a, b) = tokio::join!(reminders::send(&house.kernel), reminders::send(&house.kernel));
        assert_eq!(a.expect("sends") + b.expect("sends"), 2, "two rounds at once write each once");
        assert_eq!(reminded(&house).await, ["ends@example.org", "open@example.org"]);
        assert_eq!(reminders::send(&house.kernel).await.expect("sends"), 0);

        // One press ends them, in the mail program too, and is remembered.
        let mails = house.mails().await;
        let of = |to: &str| {
            let is = |m: &&String| m.contains("submitted yet") && m.contains(&format!("To: {to}"));
            mails.iter().rfind(is).expect("a reminder").clone()
        };
        let mail = of("ends@example.org");
        let path = link(&mail, "/reminders/").trim_end_matches('>').to_owned();
        assert!(mail.contains(&format!("List-Unsubscribe: <http://localhost{path}>")), "{mail}");
        assert!(mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{mail}");
        assert!(house.visitor().get(&path).await.body.contains("Turn off reminders?"), "scanners follow links");
        for _ in 0..2 {
            let ended = house.visitor().post(&path, &[("List-Unsubscribe", "One-Click")]).await;
            assert!(ended.status == StatusCode::OK && ended.body.contains("Reminders are off"), "{}", ended.body);
        }
        let lead = house.as_person(lead.id.as_ref().expect("a lead"), Strength::TwoFactors).await;
        assert!(lead.get(&s("call")).await.body.contains("1 person turned reminders off"));
        assert_eq!(house.visitor().get("/reminders/nothing").await.status, StatusCode::NOT_FOUND);
        // The reminder's link opens the draft.
        let opened = house.visitor().post(link(&of("open@example.org"), "/call/"), &[]).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER);

        // The day before, and for whoever has more time the day before their own.
        house.kernel.clock.set(Time::parse("2025-01-30T14:00:00Z").expect("a moment"));
        assert_eq!(reminders::send(&house.kernel).await.expect("sends"), 1);
        // Delivered before the deadline: after it, it would be dropped.
        assert_eq!(reminded(&house).await.len(), 3);
        house.kernel.clock.set(deadline().plus_seconds(1));
        assert_eq!(reminders::send(&house.kernel).await.expect("sends"), 0);
        house.kernel.clock.set(Time::parse("2025-02-03T14:00:00Z").expect("a moment"));
        assert_eq!(reminders::send(&house.kernel).await.expect("sends"), 1);
        house.kernel.clock.set(Time::parse("2025-02-09T14:00:00Z").expect("a moment"));
        assert_eq!(reminders::send(&house.kernel).await.expect("sends"), 1);
        let (longer, open) = ("longer@example.org", "open@example.org");
        assert_eq!(reminded(&house).await, ["ends@example.org", longer, longer, open, open]);
        let mut conn = house.kernel.db.read().await.expect("reads");
        let (n,): (i64,) = conn.one(sql!("SELECT COUNT(*) FROM draft_reminder"), args![]).await.expect("a count");
        assert_eq!(n, 5);
    }
}
