//! What is open: listings that are whole before anyone sees them, prices that end, pages of gatherings for everyone,
//! links that are tried.

use crate::common;

use axum::http::StatusCode;
use common::meet::{again, announced, count, fields, people};
use common::{House, s};
use weft_kernel::clock::Time;
use weft_kernel::links::Links;
use weft_kernel::{args, sql};
use weft_offers::opportunities::links::sweep;

const LISTING: [(&str, &str); 10] = [
    ("kind", "event"),
    ("title_en", "Summit <all>"),
    ("title_es", "Cumbre"),
    ("host", "Others"),
    ("place", "Online"),
    ("url", "https://summit.example.org"),
    ("starts_on", "2025-05-04"),
    ("deadline_on", "2025-03-13"),
    ("zone", "America/New_York"),
    ("price_en", "Free"),
];

fn but<'f>(other: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let mut all: Vec<_> = LISTING.into_iter().filter(|(n, _)| !other.iter().any(|(o, _)| o == n)).collect();
    all.extend(other);
    all
}

async fn newest(house: &House) -> String {
    house
        .kernel
        .db
        .read()
        .await
        .expect("reads")
        .one::<(String,)>(sql!("SELECT MAX(id) FROM listing"), args![])
        .await
        .expect("there")
        .0
}

#[tokio::test]
async fn a_listing_is_whole_before_it_is_shown_and_leaves_at_midnight() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let visitor = house.visitor();
        for (gone, said) in [
            ("url", "a link"),
            ("starts_on", "its dates"),
            ("deadline_on", "a deadline"),
            ("price_en", "the price"),
            ("host", "who runs it"),
            ("place", "a place, or that"),
        ] {
            lead.post(&s("new-listing"), &but(&[(gone, "")])).await;
            let refused = lead.post(&s(&format!("listings/{}/publication", newest(&house).await)), &[]).await;
            assert!(
                refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains(said),
                "{gone}: {}",
                refused.body
            );
        }
        assert!(!visitor.get("/opportunities").await.body.contains("Summit"));
        for wrong in [
            ("url", "javascript:alert(1)"),
            ("zone", "EST"),
            ("kind", "party"),
            ("ends_on", "2025-05-01"),
            ("deadline_on", "March 13"),
        ] {
            let refused = lead.post(&s("new-listing"), &but(&[wrong])).await;
            assert!(
                refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("Summit &#60;all&#62;"),
                "{wrong:?}"
            );
        }
        lead.post(&s("new-listing"), &LISTING).await;
        let path = s(&format!("listings/{}", newest(&house).await));
        for _ in 0..2 {
            assert_eq!(lead.post(&format!("{path}/publication"), &[]).await.status, StatusCode::SEE_OTHER);
        }
        let board = visitor.get("/opportunities").await.body;
        assert!(
            board.contains("Summit &#60;all&#62;")
                && board.contains("March 13, 2025, 11:59 p.m. Eastern Time (ET)")
                && board.contains(">new<"),
            "{board}"
        );
        // What is shown stays whole, and nobody writes over another.
        assert!(lead.post(&path, &but(&[("price_en", "")])).await.body.contains("the price, even if it’s free"));
        assert!(lead.post(&path, &but(&[("seen", "1"), ("host", "Mine")])).await.body.contains("value=\"Mine\""));
        let at = async |moment: &str| {
            house.kernel.clock.set(Time::parse(moment).expect("a moment"));
            visitor.get("/opportunities").await.body.contains("Summit")
        };
        assert!(at("2025-03-14T03:59:00Z").await, "still the thirteenth in New York");
        assert!(!at("2025-03-14T04:01:00Z").await);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM event WHERE verb = 'listing.published'")).await, 1);
    }
}

#[tokio::test]
async fn prices_end_with_their_day_and_the_last_one_holds_until_the_deadline() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        house.as_lab().await;
        let lead = house.lead().await;
        announced(&lead, &fields("Session", &[("2025-02-25", "13:00", "16:00", "1", "")])).await;
        let offer = |tiers: &'static str| {
            let mut all = vec![("closes_on", "2025-02-20"), ("audience_en", "All"), ("audience_es", "Todas")];
            for (line, names) in tiers.lines().zip([
                ["tier-en-1", "tier-es-1", "tier-amount-1", "tier-until-1"],
                ["tier-en-2", "tier-es-2", "tier-amount-2", "tier-until-2"],
            ]) {
                all.extend(names.into_iter().zip(line.split(" | ")));
            }
            all
        };
        let refused = lead.post(&s("registration"), &offer("Early | Antes | 50 | March 13")).await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY
                && refused.body.contains("id=\"tier-until-1-error\"")
                && refused.body.contains("value=\"Early\""),
            "{}",
            refused.body
        );
        // More rows: nothing is saved, and nothing that was typed is lost.
        let more = [&offer("Early | Antes | 50 | March 13")[..], &[("more", "tiers")]].concat();
        let more = lead.post(&s("registration"), &more).await;
        assert!(
            more.status == StatusCode::OK
                && more.body.contains("value=\"March 13\"")
                && more.body.contains("name=\"tier-en-6\"")
                && !more.body.contains("role=\"alert\""),
            "{}",
            more.body
        );
        lead.post(&s("registration"), &offer("Early | Antes | 50 | 2025-01-31")).await;
        assert!(lead.get(&s("registration")).await.body.contains("Every price ends before registration closes"));
        lead.post(&s("registration/opening"), &[]).await;
        let register = format!("/register/{}", common::SEASON);
        let visitor = house.visitor();
        assert_eq!(visitor.get(&register).await.status, StatusCode::NOT_FOUND);
        lead.post(&s("registration"), &offer("Early | Antes | 50 | 2025-01-31\nRegular | Regular | 75.50")).await;
        assert_eq!(lead.post(&s("registration/opening"), &[]).await.status, StatusCode::SEE_OTHER);
        // An open offer keeps a price until its deadline.
        let emptied = lead.post(&s("registration"), &offer("Early | Antes | 50 | 2025-01-31")).await;
        assert!(
            emptied.status == StatusCode::UNPROCESSABLE_ENTITY
                && emptied.body.contains("Every price ends before registration closes"),
            "{}",
            emptied.body
        );
        house.kernel.clock.set(Time::parse("2025-02-01T04:59:00Z").expect("a moment"));
        let page = visitor.get(&register).await.body;
        assert!(page.contains("$50 through January 31, 2025") && page.contains("$75.50"), "{page}");
        assert!(visitor.get("/opportunities").await.body.contains("From $50"));
        house.kernel.clock.set(Time::parse("2025-02-01T05:01:00Z").expect("a moment"));
        let page = visitor.get(&register).await.body;
        assert!(!page.contains("$50") && page.contains("$75.50"), "{page}");
        assert!(visitor.get("/opportunities").await.body.contains("<dd>$75.50</dd>"));
    }
}

#[tokio::test]
async fn a_gatherings_public_page_keeps_what_is_for_those_who_come() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        house.as_lab().await;
        let lead = house.lead().await;
        let mut session = fields("Session", &[("2025-02-25", "13:00", "16:00", "1", "")]);
        session.push(("place-1".into(), "Secret-house 5".into()));
        let path = announced(&lead, &session).await;
        lead.post(
            &format!("{path}/agenda/1"),
            &[
                ("kind", "content"),
                ("title_en", "Maps"),
                ("minutes", "30"),
                ("owner", "Secret-owner"),
                ("cue", "Secret-cue"),
                ("materials", "Secret-paper"),
            ],
        )
        .await;
        let event = format!("/events/{}/1", common::SEASON);
        let visitor = house.visitor();
        assert_eq!(visitor.get(&event).await.status, StatusCode::NOT_FOUND, "registration is not open");
        lead.post(&s("registration"), &[("closes_on", "2025-02-20"), ("price_en", "Free"), ("price_es", "Gratis")])
            .await;
        lead.post(&s("registration/opening"), &[]).await;
        let page = visitor.get(&event).await.body;
        assert!(
            page.contains("Maps")
                && page.contains("Not decided yet")
                && page.contains("og:title")
                && page.contains("https://schema.org/Event")
                && page.contains("itemprop=\"startDate\"")
                && page.contains("Tuesday, February 25, 2025"),
            "{page}"
        );
        assert!(!page.to_lowercase().contains("secret"), "{page}");
        for missing in [
            format!("/events/{}/99", common::SEASON),
            format!("/events/{}/x", common::SEASON),
            "/events/no-such/1".into(),
        ] {
            assert_eq!(visitor.get(&missing).await.status, StatusCode::NOT_FOUND, "{missing}");
        }
        // A recording: said to everyone, open to those inside, until its day.
        let one = &people(&house, 1).await[0];
        let say = async |recorded: &str, url: &str| {
            lead.post(
                &format!("{path}/recording"),
                &[("recorded", recorded), ("recording_url", url), ("recording_until", "2025-03-31")],
            )
            .await
            .status
        };
        assert_eq!(say("yes", "javascript:alert(1)").await, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(say("perhaps", "").await, StatusCode::UNPROCESSABLE_ENTITY);
        // A link beside a no, or beside nothing said, is asked about, not thrown away.
        for said in ["no", ""] {
            assert_eq!(say(said, "https://video.example.org/1").await, StatusCode::UNPROCESSABLE_ENTITY);
        }
        lead.post(&format!("{path}/recording"), &[("recorded", "no")]).await;
        assert!(
            visitor.get(&event).await.body.contains("Not recorded")
                && !one.get(&path).await.body.contains("video.example.org")
        );
        say("yes", "https://video.example.org/1").await;
        let page = visitor.get(&event).await.body;
        assert!(
            page.contains("You can watch it through March 31, 2025.") && !page.contains("video.example.org"),
            "{page}"
        );
        assert!(one.get(&path).await.body.contains("https://video.example.org/1"));
        house.kernel.clock.set(Time::parse("2025-04-01T04:01:00Z").expect("a moment"));
        assert!(!again(one).await.get(&path).await.body.contains("video.example.org"));
    }
}

#[tokio::test]
async fn a_link_that_leads_nowhere_is_named_and_not_published() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        // An address of the own network is never asked, and counts as leading nowhere.
        lead.post(&s("new-listing"), &but(&[("url", "http://127.0.0.1:9/inside")])).await;
        let path = s(&format!("listings/{}", newest(&house).await));
        lead.post(&format!("{path}/publication"), &[]).await;
        let links = Links::new().expect("a client");
        assert_eq!(sweep(&house.kernel, &links).await.expect("tries"), 1);
        assert_eq!(sweep(&house.kernel, &links).await.expect("tries"), 0, "a week of rest");
        announced(&lead, &fields("Session", &[("2025-02-25", "13:00", "16:00", "1", "")])).await;
        let plan = lead.get(&s("season-plan")).await.body;
        assert!(plan.contains("This link doesn’t work: http://127.0.0.1:9/inside (Summit &#60;all&#62;)"), "{plan}");
        lead.post(&format!("{path}/withdrawal"), &[]).await;
        let refused = lead.post(&format!("{path}/publication"), &[]).await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("failed when we last checked"),
            "{}",
            refused.body
        );
        house.kernel.clock.advance(8 * 86_400);
        assert_eq!(sweep(&house.kernel, &links).await.expect("tries"), 1);
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM link_check WHERE state = 'dead' AND dead_since < checked_at"))
                .await,
            1
        );
    }
}

#[tokio::test]
async fn what_can_come_next_is_another_program_and_one_person_has_one_name() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(
            sql!(
                "INSERT INTO program (
                    id, slug, kind, name, summary, funder_credit, disclaimer, support_name, support_email, created_at
                )
                VALUES ('p2', 'lab', 'lab', 'The <Lab>', 'Four afternoons', 'x', 'x', 'x', 'x@example.org', 1)"
            ),
            args![],
        )
        .await
        .expect("inserts");
        tx.commit().await.expect("commits");
        let edit = |next: &'static str| {
            let mut all = vec![
                ("name", "Rooted"),
                ("summary", "S"),
                ("hosts", "H"),
                ("funder_credit", "F"),
                ("disclaimer", "D"),
                ("support_name", "Ines Nightingale"),
                ("support_email", "s@example.org"),
                ("contact-purpose-1", "learn"),
                ("contact-name-1", "Inés María Nightingale"),
                ("contact-title-1", "Lead"),
                ("contact-email-1", "i@example.org"),
            ];
            for (line, names) in next
                .lines()
                .zip([["next-program-1", "next-en-1", "next-es-1"], ["next-program-2", "next-en-2", "next-es-2"]])
            {
                all.extend(names.into_iter().zip(line.split(" | ")));
            }
            all
        };
        for (next, wrong) in [
            ("rooted | itself", "next-program-1-error"),
            ("lab | x\nnowhere", "next-program-2-error"),
            ("lab | x\nlab", "next-program-2-error"),
            (" | a note for none", "next-program-1-error"),
        ] {
            let refused = lead.post("/programs/rooted/edit", &edit(next)).await;
            assert!(
                refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains(wrong),
                "{}",
                refused.body
            );
        }
        assert_eq!(
            lead.post("/programs/rooted/edit", &edit("lab | To go on | Para seguir")).await.status,
            StatusCode::SEE_OTHER
        );
        let page = house.visitor().get("/programs/rooted").await.body;
        assert!(page.contains("The &#60;Lab&#62;") && page.contains("To go on"), "{page}");
        announced(&lead, &fields("Session", &[("2025-02-25", "13:00", "16:00", "1", "")])).await;
        let plan = lead.get(&s("season-plan")).await.body;
        assert!(
            plan.contains("Is this the same person under two names? Ines Nightingale / Inés María Nightingale"),
            "{plan}"
        );
    }
}

#[tokio::test]
async fn the_board_runs_the_same_statements_however_much_is_open() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let visitor = house.visitor();
    let statements = async || {
        let before = house.kernel.db.statements_run();
        visitor.get("/opportunities").await;
        house.kernel.db.statements_run() - before
    };
    let few = statements().await;
    for _ in 0..30 {
        lead.post(&s("new-listing"), &LISTING).await;
        lead.post(&s(&format!("listings/{}/publication", newest(&house).await)), &[]).await;
    }
    assert_eq!(statements().await, few);
    assert!(few <= 4, "{few}");
}
