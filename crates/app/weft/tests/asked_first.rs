//! What is said and asked before it is taken: dates outside the season, a deadline that cuts off unfinished
//! applications; and what is in view before publishing.

use crate::common;

use axum::http::StatusCode;
use common::answers::{apply, begin, call_until, fill};
use common::meet::{announced, count, fields, people, send, sittings};
use common::{Actor, House, SEASON, s};
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};

#[tokio::test]
async fn a_gathering_outside_its_season_is_asked_about_and_kept_by_the_second_press() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let gatherings = async || count(&house, sql!("SELECT COUNT(*) FROM gathering")).await;
        let unasked = |mut typed: Vec<(String, String)>| {
            typed.retain(|(name, _)| name != "outside");
            typed
        };
        // A year too early, as a slip of the finger; the season runs from January 16 to October 17, 2025.
        let slip = [("2024-03-24", "13:00", "14:30", "1", ""), ("2025-03-25", "13:00", "14:30", "2", "")];
        let mut typed = unasked(fields("Kept words", &slip));
        let asked = send(&lead, &s("new-gathering"), &typed).await;
        assert_eq!((asked.status, gatherings().await), (StatusCode::OK, 0), "{engine}");
        let all = [
            "March 24, 2024 is outside",
            "January 16, 2025",
            "October 17, 2025",
            "Kept words",
            "Keep these dates and save",
        ];
        for said in all {
            assert!(asked.body.contains(said), "{said}: {}", asked.body);
        }
        assert!(!asked.body.contains("March 25, 2025 is"), "{}", asked.body);
        assert!(asked.body.contains("name=\"outside\" value=\"2024-03-24\""), "{}", asked.body);
        // Another day outside is another question.
        typed.push(("outside".into(), "2024-03-24".into()));
        let other: Vec<_> = typed
            .iter()
            .map(|(n, v)| (n.clone(), if n == "day-2" { "2026-03-25".into() } else { v.clone() }))
            .collect();
        let asked = send(&lead, &s("new-gathering"), &other).await;
        assert!(
            asked.body.contains("These dates are outside") && asked.body.contains("March 25, 2026"),
            "{}",
            asked.body
        );
        assert_eq!(gatherings().await, 0);
        // The second press keeps it; both days of the season's ends are inside.
        assert_eq!(send(&lead, &s("new-gathering"), &typed).await.status, StatusCode::SEE_OTHER);
        assert_eq!(gatherings().await, 1, "{engine}");
        let ends = [("2025-01-16", "13:00", "14:30", "1", ""), ("2025-10-17", "13:00", "14:30", "2", "")];
        assert_eq!(
            send(&lead, &s("new-gathering"), &unasked(fields("Ends", &ends))).await.status,
            StatusCode::SEE_OTHER
        );

        // Changing one: what lies outside already is not asked about again, a new day is, and nobody hears meanwhile.
        people(&house, 2).await;
        let path = announced(&lead, &fields("Late", &[("2025-11-03", "13:00", "14:30", "1", "")])).await;
        let told = house.mails().await.len();
        let edit = format!("{path}/edit");
        let id = sittings(&house, &path).await.remove(0);
        let change = |title: &str, day: &str| {
            let mut typed = unasked(fields(title, &[(day, "13:00", "14:30", "1", "")]));
            typed.push(("id-1".into(), id.clone()));
            typed
        };
        assert_eq!(send(&lead, &edit, &change("Later", "2025-11-03")).await.status, StatusCode::SEE_OTHER);
        let told = (told, house.mails().await.len());
        let asked = send(&lead, &edit, &change("Later", "2025-12-03")).await;
        assert!(asked.status == StatusCode::OK && asked.body.contains("December 3, 2025"), "{}", asked.body);
        assert_eq!(house.mails().await.len(), told.1);
        let mut kept = change("Later", "2025-12-03");
        kept.push(("outside".into(), "2025-12-03".into()));
        assert_eq!(send(&lead, &edit, &kept).await.status, StatusCode::SEE_OTHER);
        assert!(house.mails().await.len() > told.1, "{engine}: they hear of it");
    }
}

#[tokio::test]
async fn a_shift_marks_what_it_would_bring_outside_the_season() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    for day in ["2025-03-24", "2025-10-10"] {
        announced(&lead, &fields(day, &[(day, "13:00", "14:30", "1", "")])).await;
    }
    let page = lead.get(&s("season-plan")).await.body;
    let first = page.split("name=\"first\" value=\"").nth(1).and_then(|r| r.split('"').next()).expect("the first day");
    let shift = async |days: &str| lead.post(&s("season-plan/shift"), &[("first", first), ("days", days)]).await.body;
    assert_eq!(shift("7").await.matches("Outside the season").count(), 0);
    assert_eq!(shift("14").await.matches("Outside the season").count(), 1);
}

/// A draft with an address.
async fn draft<'h>(house: &'h House, email: &str) -> Actor<'h> {
    let browser = begin(house).await;
    let you = [("q-given-name", "Nayeli"), ("q-family-name", "Campoverde"), ("q-email", email), ("go", "next")];
    assert_eq!(browser.post(&apply("1"), &you).await.status, StatusCode::SEE_OTHER);
    browser
}

#[tokio::test]
async fn an_earlier_deadline_says_first_how_many_unfinished_applications_it_cuts_off() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        call_until(&lead, "2025-01-31").await;
        let closes = async || {
            house
                .kernel
                .db
                .read()
                .await
                .expect("reads")
                .one::<(Time,)>(sql!("SELECT closes_at FROM call"), args![])
                .await
                .expect("there")
                .0
                .date_in("America/New_York")
                .to_string()
        };
        let dates = |closes: &'static str| vec![("opens_on", "2025-01-01"), ("closes_on", closes)];
        // Nobody writes: nothing is asked, in either direction.
        for day in ["2025-01-25", "2025-01-31"] {
            assert_eq!(lead.post(&s("call/dates"), &dates(day)).await.status, StatusCode::SEE_OTHER, "{engine}");
        }
        // Three write; one has no address, and one has more time of their own than the deadline.
        begin(&house).await;
        draft(&house, "ines@example.org").await;
        draft(&house, "ada@example.org").await;
        let longer = [("email", "ada@example.org"), ("until", "2025-02-10"), ("reason", "Storm")];
        assert_eq!(lead.post(&s("call/extensions"), &longer).await.status, StatusCode::SEE_OTHER);
        let asked = lead.post(&s("call/dates"), &dates("2025-01-20")).await;
        assert_eq!((asked.status, closes().await.as_str()), (StatusCode::OK, "2025-01-31"), "{engine}");
        for said in [
            "Close applications on Mon, Jan 20, 2025, 11:59 p.m.",
            "2 unfinished applications can only be submitted late",
            "One of them has an email address",
            "Saving doesn&#39;t notify anyone",
        ] {
            assert!(asked.body.contains(said), "{said}: {}", asked.body);
        }
        assert!(!asked.body.contains("That time has passed") && !asked.body.contains("unfinished change"));
        // The answer is for that day alone.
        let mut another = dates("2025-01-02");
        another.push(("earlier", "2025-01-20"));
        let asked = lead.post(&s("call/dates"), &another).await;
        assert!(asked.body.contains("That time has passed"), "{}", asked.body);
        assert_eq!(closes().await, "2025-01-31");
        let mut sure = dates("2025-01-20");
        sure.push(("earlier", "2025-01-20"));
        assert_eq!(lead.post(&s("call/dates"), &sure).await.status, StatusCode::SEE_OTHER);
        assert_eq!(closes().await, "2025-01-20", "{engine}");
        // A later one takes nothing from anyone.
        assert_eq!(lead.post(&s("call/dates"), &dates("2025-01-22")).await.status, StatusCode::SEE_OTHER);

        // Whoever changes what they submitted is counted too.
        let browser = begin(&house).await;
        fill(&browser).await;
        let sent = browser.post(&apply("check"), &[]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        let changing = browser.post(&format!("/call/{SEASON}/application/changes"), &[]).await;
        assert_eq!(changing.status, StatusCode::SEE_OTHER, "{}", changing.body);
        let asked = lead.post(&s("call/dates"), &dates("2025-01-21")).await.body;
        assert!(asked.contains("One unfinished change to a submitted application will be deleted"), "{asked}");
        assert!(asked.contains("2 unfinished applications"), "{asked}");
    }
}

#[tokio::test]
async fn publishing_and_the_public_address_are_at_the_top_of_the_call_page() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    lead.post(&s("call"), &[]).await;
    let page = lead.get(&s("call")).await.body;
    let before = |page: &str, what: &str| page.find(what).expect(what) < page.find("id=\"parts\"").expect("the form");
    let address = format!("{}/call/{SEASON}", house.kernel.config.base_url);
    assert!(
        before(&page, "Set the dates when applications open and close.") && before(&page, "call#dates\""),
        "{page}"
    );
    assert!(before(&page, &format!("value=\"{address}\" readonly")) && page.contains("once you publish it"), "{page}");
    assert!(!page.contains("place-based*"), "no star without an explanation: {page}");
    lead.post(&s("call/dates"), &[("opens_on", "2025-01-01"), ("closes_on", "2025-01-31")]).await;
    let page = lead.get(&s("call")).await.body;
    assert!(before(&page, "Publish form") && before(&page, "Applications are open from"), "{page}");
    lead.post(&s("call/publication"), &[]).await;
    let page = lead.get(&s("call")).await.body;
    assert!(page.contains("People learn about the program and apply") && !page.contains("Publish form"), "{page}");
    assert_eq!(house.visitor().get(&format!("/call/{SEASON}")).await.status, StatusCode::OK);
}
