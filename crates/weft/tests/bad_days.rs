//! A full disk and a mail server that is away for six hours: one effect, a clear sentence, nothing lost.

mod common;

use axum::http::StatusCode;
use common::{House, SEASON, choose, link, pool, read_pool, s};
use weft::app::worker;
use weft::kernel::mail::Transport;
use weft::{args, sql};

#[tokio::test]
async fn on_a_full_disk_pages_open_writing_says_so_and_afterwards_everything_goes_on() {
    // SQLite alone: its writer is one connection, which is told that there is no more room.
    let house = House::new(None).await;
    let lead = house.lead().await;
    lead.post(&s("call"), &[]).await;
    lead.post(&s("call/dates"), &[("opens_on", "2025-01-01"), ("closes_on", "2025-12-31")]).await;
    lead.post(&s("call/publication"), &[]).await;
    let begun = house.visitor().post(&format!("/call/{SEASON}/begin"), &[]).await;
    let browser = house.visitor().with_cookies(&begun.cookies());
    let part = format!("/call/{SEASON}/application/3");
    let long = "Words. ".repeat(2_000);
    let fields = [("q-why-apply", long.as_str()), ("q-what-you-hold", "before"), ("revision", "0"), ("go", "stay")];
    let full = async |pages: i64| {
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let (pages,): (i64,) = match pages {
            0 => tx.one(sql!("PRAGMA max_page_count = 1"), args![]).await.expect("is full"),
            _ => tx.one(sql!("PRAGMA max_page_count = 1000000"), args![]).await.expect("has room"),
        };
        tx.commit().await.expect("commits");
        pages
    };
    full(0).await;
    let mut refused = 0;
    for n in 0..60 {
        let n = n.to_string();
        let fields = [fields[0], ("q-what-you-hold", n.as_str()), fields[2], fields[3]];
        let answer = browser.post(&part, &fields).await;
        if answer.status == StatusCode::SERVICE_UNAVAILABLE {
            assert!(answer.body.contains("Nothing was changed") || answer.body.contains("nothing was changed"), "{}", answer.body);
            refused += 1;
            break;
        }
    }
    assert_eq!(refused, 1, "the disk was never full");
    // Reading goes on, and nothing half written stands.
    for path in [part.as_str(), &format!("/call/{SEASON}"), "/"] {
        assert_eq!(browser.get(path).await.status, StatusCode::OK, "{path}");
    }
    assert_eq!(lead.get(&s("call")).await.status, StatusCode::OK);
    full(1).await;
    let page = browser.get(&part).await.body;
    let revision = page.split("name=\"revision\" value=\"").nth(1).and_then(|t| t.split('"').next()).expect("a revision").to_owned();
    let after = browser.post(&part, &[("q-why-apply", "Peers."), ("q-what-you-hold", "after"), ("revision", &revision), ("go", "stay")]).await;
    assert_eq!(after.status, StatusCode::SEE_OTHER, "{}", after.body);
    assert!(browser.get(&part).await.body.contains(">after<"));
}

#[tokio::test]
async fn a_mail_server_that_is_away_for_six_hours_costs_nobody_a_letter_and_nobody_gets_two() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        read_pool(&house).await;
        choose(&lead).await;
        // A file stands where the folder should be: every try fails.
        let nowhere = house.folder.path().join("no-folder");
        std::fs::write(&nowhere, b"").expect("writes");
        let broken = Transport::Files(nowhere);
        let mut tried = 0;
        for _ in 0..72 {
            tried += worker::deliver(&house.kernel, &broken).await.expect("works").failed;
            house.kernel.clock.advance(300);
        }
        assert!((4 * 4..4 * 20).contains(&tried), "{tried} tries in six hours, with growing pauses");
        assert_eq!(lead.get(&s("invitations")).await.status, StatusCode::OK, "the house goes on");
        // The server is back: each letter once, however often the worker looks.
        let folder = house.folder.path().join("mail");
        let works = Transport::Files(folder.clone());
        let mut sent = 0;
        for _ in 0..72 {
            sent += worker::deliver(&house.kernel, &works).await.expect("works").sent;
            house.kernel.clock.advance(600);
        }
        assert_eq!((sent, std::fs::read_dir(&folder).expect("a folder").count()), (4, 4));
        let mails = house.mails().await;
        assert_eq!(house.visitor().post(link(&mails[0], "/invitation/"), &[("answer", "accept")]).await.status, StatusCode::OK);
    }
}
