//! Which refusals and reports mark an address, what a mark holds back, and how it lifts.

use crate::common;

use std::process::{Command, Stdio};

use common::meet::{announced, count, fields, people};
use common::post::Post;
use common::{Actor, House, link, s};
use weft::app::worker;
use weft_kernel::clock::Time;
use weft_kernel::delivery_report::read_report;
use weft_kernel::mail::{Letter, Mail};
use weft_kernel::outbox::{self, How, Lane, Listed};
use weft_kernel::smtp::Code;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;
use weft_programs::bounces::{self, Marking};

const FULL: &[u8] = include_bytes!("cases/mailbox-full.eml");

fn mail(to: &str) -> Mail {
    Letter { lang: "en", subject: format!("For {to}"), paragraphs: vec!["Words.".into()], button: None }.to(to)
}

async fn write(house: &House, key: &str, to: &str, lane: Lane) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    outbox::enqueue(
        &house.kernel,
        &mut tx,
        outbox::New { key, lane, listed: Listed::ToOwners, season: None, mail: &mail(to) },
    )
    .await
    .expect("writes");
    tx.commit().await.expect("commits");
}

async fn marks(house: &House) -> i64 {
    count(house, sql!("SELECT COUNT(*) FROM address_mark")).await
}

/// A letter's state as the outbox page counts it.
async fn state(house: &House, to: &str) -> String {
    let all = outbox::letters(&mut house.kernel.db.read().await.expect("reads"), house.kernel.now(), "")
        .await
        .expect("reads");
    all.into_iter().find(|l| l.recipient == to).expect("a letter").state
}

#[tokio::test]
async fn only_a_code_about_the_recipient_marks_and_everything_else_is_tried_again() {
    // Case 10, and its kin: when it is said, what is said, whether it marks.
    let all = [
        ("MAIL", "550 5.1.8 sender address rejected: domain not found", false),
        ("MAIL", "553 5.1.7 sender address rejected", false),
        ("MAIL", "550 5.1.1 no such user", false),
        ("HELLO", "554 5.1.1 not from your address", false),
        ("RCPT", "550 your message looks like spam, see 5.1.1", false),
        ("RCPT", "550 no such user here", false),
        ("RCPT", "551 user not local", false),
        ("RCPT", "553 mailbox name not allowed", false),
        ("RCPT", "550 5.1.0 address rejected", false),
        ("RCPT", "450 5.1.1 cannot decide", false),
        ("RCPT", "452 4.2.2 mailbox full", false),
        ("RCPT", "552 5.2.2 mailbox full", false),
        ("RCPT", "550 5.2.1 mailbox disabled", false),
        ("RCPT", "550 5.7.1 not allowed", false),
        ("DATA", "552 5.3.4 too large", false),
        ("DATA", "554 transaction failed", false),
        ("DATA", "554 5.7.1 spam", false),
        ("RCPT", "550 5.1.1 no such user", true),
        ("RCPT", "550 5.1.2 no such host", true),
        ("RCPT", "501 5.1.3 bad address", true),
        ("RCPT", "551 5.1.6 moved", true),
        ("RCPT", "556 5.1.10 null MX", true),
        ("DATA", "550-5.1.1 no such user\r\n550 5.1.1 at all", true),
    ];
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let post = Post::open().await;
        for (i, (when, said, is_marked)) in all.iter().enumerate() {
            let to = format!("case{i:02}@example.org");
            house.someone(&format!("Case{i:02}"), Some(Role::Registrant), Strength::Link).await;
            write(&house, &format!("one:{i}"), &to, Lane::Personal(None)).await;
            post.forgets();
            post.says(when, "", said);
            let before = marks(&house).await;
            assert_eq!(worker::deliver(&house.kernel, &post.transport()).await.expect("works").failed, 1, "{said}");
            assert_eq!(marks(&house).await - before, i64::from(*is_marked), "{when} {said}");
            assert_eq!(state(&house, &to).await, if *is_marked { "held" } else { "waiting" }, "{when} {said}");
            // Those that wait for a later try are out of the way of the next case.
            post.forgets();
            house.kernel.clock.advance(if *is_marked { 1 } else { 700 });
            assert_eq!(
                worker::deliver(&house.kernel, &post.transport()).await.expect("works").sent,
                usize::from(!is_marked),
                "{when} {said}"
            );
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM event WHERE verb = 'address.bounced'")).await, 6);
    }
}

#[tokio::test]
async fn a_report_of_a_full_mailbox_marks_nobody() {
    let text = String::from_utf8_lossy(FULL).into_owned();
    let gone = |status: &str| {
        read_report(text.replace("Status: 5.2.2", &format!("Status: {status}")).as_bytes())
            .iter()
            .filter(|d| d.means_no_such_address())
            .count()
    };
    assert_eq!(
        read_report(FULL).iter().map(|d| (d.address.as_str(), d.status)).collect::<Vec<_>>(),
        [("p5@example.org", Some(Code(5, 2, 2)))]
    );
    for status in ["5.2.2", "5.3.4", "5.1.8", "5.7.1", "4.2.2", "5.0.0"] {
        assert_eq!(gone(status), 0, "{status}");
    }
    assert_eq!(gone("5.1.1"), 1);
    // As a mail server's alias hands it over.
    for (engine, url) in common::engines().await {
        let is_sqlite = url.is_none();
        let house = House::new(url.clone()).await;
        house.someone("P5", Some(Role::Registrant), Strength::Link).await;
        let bounced = |report: Vec<u8>| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_weft"));
            command
                .args(["admin", "bounced", "--data"])
                .arg(house.folder.path())
                .env_remove("DATABASE_URL")
                .stdin(Stdio::piped())
                .stdout(Stdio::piped());
            if let Some(url) = &url {
                command.env("DATABASE_URL", url);
            }
            let mut child = command.spawn().expect("runs");
            std::io::Write::write_all(child.stdin.as_mut().expect("a pipe"), &report).expect("writes");
            String::from_utf8_lossy(&child.wait_with_output().expect("ends").stdout).into_owned()
        };
        let said = bounced(FULL.to_vec());
        assert!(said.contains("Not paused: 1") && said.contains("Nothing to pause"), "{engine}: {said}");
        assert_eq!(marks(&house).await, 0);
        let said = bounced(text.replace("Status: 5.2.2", "Status: 5.1.1").into_bytes());
        assert!(said.contains("p5@example.org: group email is paused"), "{engine}: {said}");
        assert_eq!((marks(&house).await, is_sqlite), (1, engine == "sqlite"));
    }
}

async fn lead_again<'h>(house: &'h House, lead: &Actor<'_>) -> Actor<'h> {
    house.as_person(lead.id.as_ref().expect("known"), Strength::TwoFactors).await
}

#[tokio::test]
async fn a_mark_holds_gathering_letters_and_lifts_in_three_ways() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        people(&house, 5).await;
        let post = Post::open().await;
        let deliver = async || worker::deliver(&house.kernel, &post.transport()).await.expect("works");
        // Four addresses are marked: two by refusals, two by a report and by hand.
        for i in 0..2 {
            post.says("RCPT", &format!("person0{i}"), "550 5.1.1 no such user");
            write(&house, &format!("one:{i}"), &format!("person0{i}@example.org"), Lane::Personal(None)).await;
        }
        assert_eq!(deliver().await.failed, 2);
        post.forgets();
        for (who, how) in [("person02", How::Report(Code(5, 1, 1))), ("person03", How::Hand)] {
            let marking = bounces::mark(&house.kernel, &format!("{who}@example.org"), how).await.expect("marks");
            assert_eq!(marking, Marking::Marked, "{who}");
        }
        deliver().await;
        assert_eq!(post.count("marisol"), 4, "the lead is told of each, once");
        assert!(post.arrived().iter().all(|a| a.content.contains("/returned-email")));

        announced(&lead, &fields("Systems", &[("2025-02-06", "15:00", "17:00", "1", "")])).await;
        deliver().await;
        let reached = |who: &str| post.count(who);
        assert_eq!(
            [0, 1, 2, 3, 4].map(|i| reached(&format!("person0{i}"))),
            [0, 0, 0, 0, 1],
            "bulk goes to none of the marked"
        );
        let page = owner.get("/outbox?state=held").await.body;
        assert!(
            page.contains("6 on hold")
                && page.contains("Email to this address bounced on")
                && page.contains("person02@example.org"),
            "{page}"
        );
        let returned = lead.get(&s("returned-email")).await.body;
        for words in [
            "person03@example.org",
            "Resume email to 4 people",
            "(5.1.1)",
            "a delivery report said",
            "A site administrator marked this address",
        ] {
            assert!(returned.contains(words), "{words}: {returned}");
        }

        assert!(
            returned.contains(&format!("href=\"{}\" aria-current=\"page\"", s("returned-email"))),
            "its tab is lit: {returned}"
        );
        assert!(
            lead.get(&s("")).await.body.contains("Email to 4 people bounced."),
            "it is on the list of what is to do"
        );

        // 1. A delivery: what is urgent is always tried, and what is taken lifts the mark of a refusal.
        house.visitor().post("/sign-in", &[("email", "person00@example.org")]).await;
        house.visitor().post("/sign-in", &[("email", "person02@example.org")]).await;
        deliver().await;
        assert_eq!(
            (marks(&house).await, reached("person00"), reached("person02")),
            (3, 3, 1),
            "the link, then the two that were held"
        );
        // A server that takes everything and reports later proves nothing by taking; in three days without a report it
        // does.
        house.kernel.clock.advance(3 * 86_400 - 60);
        assert_eq!(bounces::lift_accepted(&house.kernel).await.expect("works"), 0);
        house.kernel.clock.advance(120);
        assert_eq!(bounces::lift_accepted(&house.kernel).await.expect("works"), 1);
        deliver().await;
        assert_eq!((marks(&house).await, reached("person02")), (2, 2));

        // 2. A sign-in by the link or the code that came to the address.
        let asked = house.visitor().post("/sign-in", &[("email", "person03@example.org")]).await;
        let browser = house.visitor().with_cookies(&asked.cookies());
        deliver().await;
        assert_eq!(marks(&house).await, 2, "being sent is not being read");
        let letter = post.arrived().pop().expect("a letter").content.replace("=\r\n", "").replace("=3D", "=");
        browser.post(link(&letter, "/sign-in/link/"), &[]).await;
        deliver().await;
        assert_eq!((marks(&house).await, reached("person03")), (1, 2));

        // 3. A lead's hand.
        let lead = lead_again(&house, &lead).await;
        let returned = lead.get(&s("returned-email")).await.body;
        let one =
            returned.split("/returned-email/").nth(1).and_then(|t| t.split('"').next()).expect("a button").to_owned();
        assert_eq!(lead.post(&s(&format!("returned-email/{one}")), &[]).await.location(), s("returned-email?lifted=1"));
        assert_eq!(lead.post(&s(&format!("returned-email/{one}")), &[]).await.location(), s("returned-email?lifted=0"));
        deliver().await;
        assert_eq!((marks(&house).await, reached("person01")), (0, 2), "the letter that was refused is sent too");
        let lifted: Vec<(Option<String>,)> = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .all(sql!("SELECT detail FROM event WHERE verb = 'address.works' ORDER BY id"), args![])
            .await
            .expect("reads");
        assert_eq!(
            lifted.iter().map(|(d,)| d.as_deref()).collect::<Vec<_>>(),
            [Some("delivered"), Some("delivered"), None, Some("by hand")]
        );
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM event WHERE verb = 'marks.lifted' AND season_id IS NOT NULL"))
                .await,
            1
        );
    }
}

#[tokio::test]
async fn a_lead_lifts_all_marks_of_a_bad_hour_at_once_and_of_no_other_season() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let coach = house.someone("Coach", Some(Role::Coach), Strength::TwoFactors).await;
        people(&house, 61).await;
        house.someone("Elsewhere", None, Strength::Link).await;
        let post = Post::open().await;
        let mark = async |who: &str| {
            bounces::mark(&house.kernel, &format!("{who}@example.org"), How::Report(Code(5, 1, 1)))
                .await
                .expect("marks")
        };
        assert_eq!(mark("coach").await, Marking::Marked);
        house.kernel.clock.advance(7_200);
        // A mail server that forgets its users for half an hour.
        post.says("RCPT", "person", "550 5.1.1 no such user");
        for i in 0..61 {
            write(&house, &format!("one:{i}"), &format!("person{i:02}@example.org"), Lane::Personal(None)).await;
            if i % 10 == 0 {
                house.kernel.clock.advance(300);
            }
            if i % 10 == 9 || i == 60 {
                worker::deliver(&house.kernel, &post.transport()).await.expect("works");
            }
        }
        assert_eq!(mark("elsewhere").await, Marking::Marked);
        assert_eq!(marks(&house).await, 63);
        post.forgets();
        let page = lead.get(&s("returned-email")).await.body;
        assert!(
            page.contains("Resume email to 61 people")
                && !page.contains("elsewhere@")
                && page.contains("coach@example.org"),
            "{page}"
        );
        let value = |name: &str| {
            page.split(&format!("name=\"{name}\" value=\""))
                .nth(1)
                .and_then(|t| t.split('"').next())
                .expect("a value")
                .to_owned()
        };
        let window = [("from", value("from")), ("to", value("to"))];
        let window: Vec<(&str, &str)> = window.iter().map(|(n, v)| (*n, v.as_str())).collect();
        for other in [&coach, &house.visitor()] {
            assert_eq!(other.post(&s("returned-email"), &window).await.status, 404);
        }
        assert_eq!(lead.post(&s("returned-email"), &window).await.location(), s("returned-email?lifted=61"));
        assert!(lead.get(&s("returned-email?lifted=61")).await.body.contains("Email to 61 people has resumed."));
        assert_eq!(marks(&house).await, 2, "not the one before, nor the one that is nobody of this season");
        worker::deliver(&house.kernel, &post.transport()).await.expect("works");
        assert_eq!(post.count("person"), 61, "what the bad hour refused arrives");
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM event WHERE verb = 'marks.lifted' AND detail = '61'")).await,
            1
        );
        // A report marks again.
        assert_eq!(mark("person07").await, Marking::Marked);
    }
}

#[tokio::test]
async fn what_is_held_too_long_expires_and_says_why() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        people(&house, 1).await;
        let post = Post::open().await;
        bounces::mark(&house.kernel, "person00@example.org", How::Hand).await.expect("marks");
        write(&house, "reminder:1", "person00@example.org", Lane::Bulk(Some(house.kernel.now().plus_seconds(600))))
            .await;
        write(&house, "letter:1", "PERSON00@example.org", Lane::Bulk(Some(Time(i64::MAX)))).await;
        worker::deliver(&house.kernel, &post.transport()).await.expect("works");
        assert_eq!(state(&house, "person00@example.org").await, "held");
        house.kernel.clock.advance(700);
        assert_eq!(worker::deliver(&house.kernel, &post.transport()).await.expect("works").expired, 1);
        let page = owner.get("/outbox").await.body;
        assert!(
            page.contains("Email to this address was paused until this one expired")
                && page.contains("1 on hold")
                && page.contains("1 expired"),
            "{page}"
        );
        // The owner lifts a mark where it shows.
        let id = page.split("/lift").next().and_then(|p| p.rsplit("/outbox/").next()).expect("a button").to_owned();
        assert_eq!(owner.post(&format!("/outbox/{id}/lift"), &[]).await.location(), "/outbox");
        assert_eq!(owner.post(&format!("/outbox/{id}/lift"), &[]).await.status, 404);
        assert_eq!(
            (worker::deliver(&house.kernel, &post.transport()).await.expect("works").sent, post.arrived().len()),
            (1, 1)
        );
    }
}
