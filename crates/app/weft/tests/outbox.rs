//! Mail that matters arrives: what expires never waits behind bulk, nothing is sent twice or lost over a restart,
//! nothing expires without a word. How addresses are marked is in `marks.rs`.

use crate::common;

use std::collections::BTreeSet;
use std::time::Duration;

use common::meet::count;
use common::post::Post;
use common::{Actor, House, link};
use tokio::sync::watch;
use weft_kernel::clock::Time;
use weft_kernel::mail::{Letter, Mail, Transport};
use weft_kernel::outbox::{self, Lane, Listed, Pace, Round, Sender};
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;
use weft_programs::bounces::Holders;

fn mail(to: &str) -> Mail {
    Letter { lang: "en", subject: format!("For {to}"), paragraphs: vec!["Words.".into()], button: None }.to(to)
}

async fn write(house: &House, key: &str, to: &str, lane: Lane, listed: Listed) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    assert!(
        outbox::enqueue(&house.kernel, &mut tx, outbox::New { key, lane, listed, season: None, mail: &mail(to) })
            .await
            .expect("writes")
    );
    tx.commit().await.expect("commits");
}

/// Quick looks and renewals, a claim of thirty seconds by the held clock.
fn pace(connections: usize) -> Pace {
    Pace {
        connections,
        claim_seconds: 30,
        renew: Duration::from_millis(20),
        look: Duration::from_millis(10),
        grace: Duration::from_secs(60),
    }
}

/// A worker in a task of its own: as `weft work` is, without the process.
struct Worker {
    stop: watch::Sender<bool>,
    task: tokio::task::JoinHandle<Round>,
}

impl Worker {
    fn start(house: &House, transport: Transport, pace: Pace) -> Self {
        let (stop, asked) = watch::channel(false);
        let kernel = house.kernel.clone();
        Self {
            stop,
            task: tokio::spawn(async move { Sender::new(&kernel, &transport, Holders, pace).run(asked).await }),
        }
    }

    async fn end(self) -> Round {
        self.stop.send_replace(true);
        self.task.await.expect("ends")
    }
}

/// Waits until a count in the database is so.
async fn until(house: &House, sql: weft_kernel::db::Sql, is_so: impl Fn(i64) -> bool) {
    for _ in 0..6_000 {
        if is_so(count(house, sql).await) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("it never came to that: {sql:?}");
}

async fn owner(house: &House) -> Actor<'_> {
    house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await
}

/// The counts of the outbox page, in its order, without what a team holds or discarded.
async fn counts(house: &House) -> Vec<i64> {
    outbox::counts(&mut house.kernel.db.read().await.expect("reads"), house.kernel.now())
        .await
        .expect("counts")
        .into_iter()
        .filter(|(state, _)| !["review", "discarded", "unsent"].contains(state))
        .map(|(_, n)| n)
        .collect()
}

#[tokio::test]
async fn a_sign_in_link_does_not_wait_behind_150_letters() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        house.someone("Noor", None, Strength::Link).await;
        for i in 0..150 {
            write(
                &house,
                &format!("letter:{i}"),
                &format!("bulk{i}@example.org"),
                Lane::Bulk(Some(house.kernel.now().plus_seconds(60))),
                Listed::ToOwners,
            )
            .await;
        }
        let post = Post::open().await;
        post.holds("DATA", "bulk");
        let worker = Worker::start(&house, post.transport(), pace(4));
        post.until_held(4).await;
        // Every connection that bulk may take is taken; none of them ends before the link has arrived.
        house.visitor().post("/sign-in", &[("email", "noor@example.org")]).await;
        post.until_arrived("noor", 1).await;
        assert_eq!(post.count("bulk"), 4);
        post.lets_all_go();
        post.until_arrived("bulk", 150).await;
        assert_eq!(worker.end().await, Round { sent: 151, ..Round::default() });
    }
}

#[tokio::test]
async fn lanes_go_in_order_and_what_expires_first_goes_first() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let at = |s: i64| house.kernel.now().plus_seconds(s);
        let all = [
            ("bulk-late", Lane::Bulk(None)),
            ("bulk-soon", Lane::Bulk(Some(at(900)))),
            ("one-late", Lane::Personal(None)),
            ("one-soon", Lane::Personal(Some(at(900)))),
            ("draft", Lane::Urgent(at(700_000))),
            ("proof", Lane::Urgent(at(90_000))),
            ("link", Lane::Urgent(at(600))),
            ("code", Lane::Urgent(at(500))),
        ];
        for (name, lane) in all {
            write(&house, name, &format!("{name}@example.org"), lane, Listed::ToOwners).await;
        }
        let post = Post::open().await;
        post.holds("RCPT", "");
        // Three connections: one for anything, two kept free for what expires.
        let worker = Worker::start(&house, post.transport(), pace(1));
        post.until_held(3).await;
        for (i, held) in [3, 3, 2, 1, 1, 1, 1, 0].into_iter().enumerate() {
            post.lets_go(1);
            post.until_arrived("", i + 1).await;
            // The next one has taken its place.
            post.until_held(held).await;
        }
        worker.end().await;
        let order: Vec<String> = post.arrived().into_iter().map(|a| a.to.replace("@example.org", "")).collect();
        assert_eq!(
            order[..3].iter().map(String::as_str).collect::<BTreeSet<_>>(),
            BTreeSet::from(["code", "link", "proof"])
        );
        assert_eq!(order[3..], ["draft", "one-soon", "one-late", "bulk-soon", "bulk-late"]);
    }
}

#[tokio::test]
async fn letters_to_one_address_keep_their_order() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let write_to = async |key: &str, to: &str| {
            write(&house, key, to, Lane::Bulk(None), Listed::ToOwners).await;
            house.kernel.clock.advance(1);
        };
        write_to("gathering:1", "p@example.org").await;
        write_to("gathering-off:1", "P@example.org").await;
        write_to("gathering:2", "q@example.org").await;
        let post = Post::open().await;
        post.says("RCPT", "<p@", "451 4.7.1 come back in a while");
        let transport = post.transport();
        let sender = Sender::new(&house.kernel, &transport, Holders, pace(4));
        let round = sender.drain().await.expect("works");
        assert_eq!(
            (round.sent, round.failed),
            (1, 1),
            "the later letter does not overtake the earlier, nor does it hold others up"
        );
        post.forgets();
        house.kernel.clock.advance(60);
        assert_eq!(sender.drain().await.expect("works").sent, 2);
        let subjects: Vec<bool> = post.arrived().iter().map(|a| a.content.contains("For P@example.org")).collect();
        assert_eq!(subjects, [false, false, true]);
        // One that is refused for what it says does not hold up what comes after it.
        write_to("letter:1", "p@example.org").await;
        post.says("DATA", "p@", "554 5.7.1 this looks like spam");
        sender.drain().await.expect("works");
        post.forgets();
        write_to("letter:2", "p@example.org").await;
        assert_eq!(sender.drain().await.expect("works").sent, 1);
    }
}

#[tokio::test]
async fn a_slow_server_and_two_workers_send_nothing_twice() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        for i in 0..6 {
            write(&house, &format!("letter:{i}"), &format!("p{i}@example.org"), Lane::Bulk(None), Listed::ToOwners)
                .await;
        }
        let post = Post::open().await;
        post.holds("DATA", "");
        let workers =
            [Worker::start(&house, post.transport(), pace(1)), Worker::start(&house, post.transport(), pace(1))];
        for n in 1..=3 {
            post.until_held(2).await;
            // Two minutes for each letter: claims last half a minute and are renewed all the while.
            for _ in 0..5 {
                house.kernel.clock.advance(24);
                let now = house.kernel.now();
                let renewed = async || {
                    let fresh: (i64,) = house
                        .kernel
                        .db
                        .read()
                        .await
                        .expect("reads")
                        .one(
                            sql!("SELECT COUNT(*) FROM outbox WHERE state = 'waiting' AND claimed_until >= $1"),
                            args![now.plus_seconds(30)],
                        )
                        .await
                        .expect("counts");
                    fresh.0 == 2
                };
                while !renewed().await {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
            }
            assert_eq!(post.arrived().len(), 2 * n);
            post.lets_go(2);
        }
        until(&house, sql!("SELECT COUNT(*) FROM outbox WHERE state = 'sent'"), |n| n == 6).await;
        for worker in workers {
            worker.end().await;
        }
        let ids: BTreeSet<String> = post.arrived().into_iter().map(|a| a.message_id).collect();
        assert_eq!((post.arrived().len(), ids.len()), (6, 6));
    }
}

#[tokio::test]
async fn a_graceful_restart_gives_back_what_was_not_begun_at_once() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        for i in 0..5 {
            write(&house, &format!("letter:{i}"), &format!("p{i}@example.org"), Lane::Bulk(None), Listed::ToOwners)
                .await;
        }
        let post = Post::open().await;
        post.holds("RCPT", "");
        post.holds("DATA", "");
        let worker = Worker::start(&house, post.transport(), pace(3));
        post.until_held(3).await;
        // One of the three has left and waits for the server's word; the others are at the envelope.
        post.lets_go(1);
        post.until_arrived("", 1).await;
        post.until_held(3).await;
        worker.stop.send_replace(true);
        until(
            &house,
            sql!(
                "SELECT COUNT(*)
                FROM outbox
                WHERE state = 'waiting' AND claimed_by IS NULL AND attempts = 0"
            ),
            |n| n == 4,
        )
        .await;
        post.lets_all_go();
        assert_eq!(worker.end().await, Round { sent: 1, given_back: 2, ..Round::default() });
        // The clock has not moved: whoever starts next sends the rest now.
        let transport = post.transport();
        assert_eq!(Sender::new(&house.kernel, &transport, Holders, pace(4)).drain().await.expect("works").sent, 4);
        assert_eq!(post.arrived().into_iter().map(|a| a.to).collect::<BTreeSet<_>>().len(), 5);
        assert_eq!(post.arrived().len(), 5);
    }
}

#[tokio::test]
async fn weft_work_that_is_asked_to_end_gives_its_letters_back() {
    for (_, url) in common::engines().await {
        let house = House::new(url.clone()).await;
        for i in 0..3 {
            write(&house, &format!("letter:{i}"), &format!("p{i}@example.org"), Lane::Bulk(None), Listed::ToOwners)
                .await;
        }
        let post = Post::open().await;
        post.holds("RCPT", "");
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_weft"));
        command
            .args(["work", "--data"])
            .arg(house.folder.path())
            .env("WEFT_SMTP_URL", post.url())
            .env("WEFT_CHECK_LINKS", "false");
        match url {
            Some(url) => command.env("DATABASE_URL", url),
            None => command.env_remove("DATABASE_URL"),
        };
        let mut child = command.spawn().expect("runs");
        post.until_held(3).await;
        assert!(
            std::process::Command::new("kill")
                .args(["-TERM", &child.id().to_string()])
                .status()
                .expect("runs")
                .success()
        );
        let ended = tokio::task::spawn_blocking(move || child.wait()).await.expect("waits").expect("ends");
        assert!(ended.success());
        assert_eq!(
            count(
                &house,
                sql!(
                    "SELECT COUNT(*)
                    FROM outbox
                    WHERE state = 'waiting' AND claimed_by IS NULL AND claimed_until IS NULL AND attempts = 0"
                )
            )
            .await,
            3
        );
        post.lets_all_go();
        let transport = post.transport();
        assert_eq!(Sender::new(&house.kernel, &transport, Holders, pace(4)).drain().await.expect("works").sent, 3);
        assert_eq!(post.arrived().len(), 3);
    }
}

#[tokio::test]
async fn a_killed_worker_repeats_the_letter_it_was_sending_and_no_other() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        for i in 0..5 {
            write(&house, &format!("letter:{i}"), &format!("p{i}@example.org"), Lane::Bulk(None), Listed::ToOwners)
                .await;
            house.kernel.clock.advance(1);
        }
        let post = Post::open().await;
        post.holds("DATA", "p2@");
        let worker = Worker::start(&house, post.transport(), pace(1));
        post.until_held(1).await;
        worker.task.abort();
        assert!(worker.task.await.expect_err("killed").is_cancelled());
        let transport = post.transport();
        let next = Sender::new(&house.kernel, &transport, Holders, pace(4));
        // What it had not begun is free; the one it had is its own until the claim lapses.
        assert_eq!(next.drain().await.expect("works").sent, 2);
        assert_eq!(counts(&house).await, [0, 0, 0, 1, 0, 4], "one is being sent");
        post.lets_all_go();
        house.kernel.clock.advance(31);
        assert_eq!(next.drain().await.expect("works").sent, 1);
        let all = post.arrived();
        let twice: Vec<&str> = all.iter().filter(|a| a.to.starts_with("p2@")).map(|a| a.message_id.as_str()).collect();
        assert_eq!((all.len(), twice.len()), (6, 2));
        assert_eq!(twice[0], twice[1], "the reader's mailbox can tell that it is the same");
    }
}

#[derive(Clone, Default)]
struct Log(std::sync::Arc<std::sync::Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().expect("a lock")).into_owned()
    }
}

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("a lock").extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn nothing_expires_without_a_word_and_nobody_learns_who_is_known() {
    for (_, url) in common::engines().await {
        let log = Log::default();
        let writer = log.clone();
        common::somebody_listens();
        let _listening = tracing::subscriber::set_default(
            tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish(),
        );
        let house = House::new(url).await;
        house.someone("Noor", None, Strength::Link).await;
        let owner = owner(&house).await;
        let post = Post::open().await;
        post.says("RCPT", "noor", "451 4.3.2 <noor@example.org> not now");
        let transport = post.transport();
        let sender = Sender::new(&house.kernel, &transport, Holders, pace(4));
        for email in ["noor@example.org", "stranger@example.org"] {
            let rows = count(&house, sql!("SELECT COUNT(*) FROM outbox")).await;
            let asked = house.visitor().post("/sign-in", &[("email", email)]).await;
            assert_eq!(
                (asked.location(), count(&house, sql!("SELECT COUNT(*) FROM outbox")).await),
                ("/sign-in/sent", rows + 1),
                "the same is written for both"
            );
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(DISTINCT expires_at) FROM outbox")).await, 1);
        let (id, sealed): (String, String) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT id, payload FROM outbox WHERE is_decoy = 0"), args![])
            .await
            .expect("there");
        let token = house.kernel.seal.open("outbox.payload", &id, &sealed).expect("opens");
        let token = link(&token, "/sign-in/link/")
            .trim_start_matches("/sign-in/link/")
            .split(['\\', '"'])
            .next()
            .expect("a token")
            .to_owned();
        assert!(token.len() > 20);
        sender.drain().await.expect("works");
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM outbox WHERE is_decoy = 1")).await,
            0,
            "it went through the queue like the other"
        );
        // A letter whose turn never came, one that a worker was too late for, one of each other state.
        write(
            &house,
            "reminder:1",
            "late@example.org",
            Lane::Bulk(Some(house.kernel.now().plus_seconds(60))),
            Listed::ToOwners,
        )
        .await;
        house.visitor().post("/sign-in", &[("email", "nobody@example.org")]).await;
        house.kernel.clock.advance(601);
        write(&house, "letter:1", "sent@example.org", Lane::Bulk(None), Listed::ToOwners).await;
        assert_eq!(sender.drain().await.expect("works"), Round { sent: 1, expired: 2, ..Round::default() });
        write(&house, "letter:2", "waits@example.org", Lane::Bulk(None), Listed::ToOwners).await;

        let said = log.text();
        let expired: Vec<&str> = said.lines().filter(|l| l.contains("expired before it was sent")).collect();
        assert!(expired.len() == 2 && expired.iter().all(|l| l.contains("WARN")), "{said}");
        assert!(
            expired.iter().any(|l| l.contains("kind=\"link\"") && l.contains("not taken"))
                && expired.iter().any(|l| l.contains("kind=\"reminder\"")),
            "{said}"
        );
        assert!(
            said.contains("451 4.3.2 on the recipient") && !said.contains("@example.org") && !said.contains(&token),
            "{said}"
        );

        assert_eq!(counts(&house).await, [0, 0, 1, 0, 2, 1]);
        let page = owner.get("/outbox").await.body;
        for words in [
            "4 total",
            "0 failed",
            "1 waiting",
            "2 expired",
            "1 sent",
            "late@example.org",
            "It expired before it could be sent",
            "not now",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("stranger@") && !page.contains("nobody@"));
        let only = owner.get("/outbox?state=expired").await.body;
        assert!(
            only.contains("noor@example.org")
                && only.contains("late@example.org")
                && !only.contains("waits@example.org")
        );
        // What expired is emptied, code and all.
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM outbox WHERE state = 'expired' AND payload <> ''")).await,
            0
        );
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM outbox WHERE lane = 0 AND subject <> ''")).await, 0);
    }
}

#[tokio::test]
async fn dead_letters_can_be_sent_again_and_private_ones_stay_private() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let post = Post::open().await;
        post.says("DATA", "", "554 5.7.1 no");
        let transport = post.transport();
        let sender = Sender::new(&house.kernel, &transport, Holders, pace(4));
        write(&house, "letter:1", "open@example.org", Lane::Personal(None), Listed::ToOwners).await;
        write(&house, "peer-word:1", "hidden@example.org", Lane::Personal(None), Listed::ToNobody).await;
        write(
            &house,
            "late:1",
            "late@example.org",
            Lane::Personal(Some(house.kernel.now().plus_days(3))),
            Listed::ToOwners,
        )
        .await;
        let mut tries = 0;
        for _ in 0..30 {
            tries += sender.drain().await.expect("works").failed;
            house.kernel.clock.advance(3_600);
        }
        assert_eq!(tries, 3 * 5, "a few tries over a day");
        let owner = house.as_person(owner(&house).await.id.as_ref().expect("known"), Strength::TwoFactors).await;
        let page = owner.get("/outbox").await.body;
        assert!(
            page.contains("open@example.org") && page.contains("554 5.7.1 no") && page.contains("2 failed"),
            "{page}"
        );
        assert!(
            !page.contains("hidden@")
                && page.contains("0 waiting, 1 failed")
                && page.contains("Resend 3 failed emails"),
            "{page}"
        );
        let (hidden,): (String,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT id FROM outbox WHERE is_private = 1"), args![])
            .await
            .expect("there");
        for act in ["resend", "lift"] {
            assert_eq!(owner.post(&format!("/outbox/{hidden}/{act}"), &[]).await.status, 404);
        }
        // One of them makes no sense any more.
        house.kernel.clock.set(Time::parse(common::START).expect("a moment").plus_days(3));
        let owner = house.as_person(owner.id.as_ref().expect("known"), Strength::TwoFactors).await;
        post.forgets();
        assert_eq!(owner.post("/outbox/resend", &[]).await.location(), "/outbox");
        assert_eq!(sender.drain().await.expect("works"), Round { sent: 2, expired: 1, ..Round::default() });
        assert_eq!(
            (post.count("open"), post.count("hidden"), counts(&house).await),
            (5 + 1, 5 + 1, vec![0, 0, 0, 0, 1, 1])
        );
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM event WHERE verb = 'mail.resent' AND detail = '2'")).await,
            1
        );
    }
}

#[tokio::test]
async fn to_whom_an_email_went_is_forgotten_after_half_a_year_and_it_is_not_sent_again() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        write(&house, "one", "old@example.org", Lane::Personal(None), Listed::ToOwners).await;
        assert_eq!(house.mails().await.len(), 1);
        house.kernel.clock.advance(181 * 86_400);
        write(&house, "two", "new@example.org", Lane::Personal(None), Listed::ToOwners).await;
        house.mails().await;
        assert_eq!(weft::app::worker::chores_once(&house.kernel).await, Vec::<&str>::new(), "{engine}");
        let mut conn = house.kernel.db.read().await.expect("reads");
        let rows: Vec<(String, String, String)> = conn
            .all(
                sql!("SELECT dedupe_key, recipient, norm || subject || payload FROM outbox ORDER BY dedupe_key"),
                args![],
            )
            .await
            .expect("there");
        drop(conn);
        assert_eq!(rows[0], ("one".to_owned(), String::new(), String::new()), "{engine}");
        assert_eq!((rows[1].0.as_str(), rows[1].1.as_str()), ("two", "new@example.org"));
        // The same cause is known, so nothing leaves twice.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let again = outbox::New {
            key: "one",
            lane: Lane::Personal(None),
            listed: Listed::ToOwners,
            season: None,
            mail: &mail("old@example.org"),
        };
        assert!(!outbox::enqueue(&house.kernel, &mut tx, again).await.expect("asks"));
    }
}
