//! What strangers may leave here: bodies go to disk while they arrive, and there is a limit for each draft, each
//! network, all drafts that nobody has proved, and the disk. A refusal says what is full and what to do, and loses
//! nothing.

use crate::common;

use std::convert::Infallible;
use std::path::Path;

use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use common::answers::{apply, begin, call, field, fill, wave};
use common::server::Server;
use common::{Actor, Answer, House, SEASON, s};
use futures_util::future::join_all;
use futures_util::stream;
use weft_admission::applications::rules::Erase;
use weft_admission::call::uploads;
use weft_kernel::config::Config;
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};

/// A house whose settings differ, behind one proxy, so that a test says where people are.
async fn house(url: Option<String>, change: impl FnOnce(&mut Config)) -> House {
    let mut house = House::new(url).await;
    set(&mut house, |c| {
        c.trusted_proxies = 1;
        change(c);
    });
    house
}

fn set(house: &mut House, change: impl FnOnce(&mut Config)) {
    let mut config = (*house.kernel.config).clone();
    change(&mut config);
    house.kernel.config = config.into();
    house.router = weft::app::router(&house.kernel);
}

async fn from(browser: &Actor<'_>, address: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    let body = serde_urlencoded::to_string(fields).expect("encodes");
    browser
        .send(
            "POST",
            path,
            Some(body),
            &[("content-type", "application/x-www-form-urlencoded"), ("x-forwarded-for", address)],
        )
        .await
}

/// Sends a whole file from an address, as a form without a script does.
async fn whole(browser: &Actor<'_>, address: &str, path: &str, content: &[u8]) -> Answer {
    let head = b"--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\n";
    let body = Body::from([&head[..], content, b"\r\n--b--\r\n"].concat());
    browser
        .send_body(
            "POST",
            path,
            body,
            &[("content-type", "multipart/form-data; boundary=b"), ("x-forwarded-for", address)],
        )
        .await
}

fn refused(answer: &Answer, says: &str) {
    assert!(
        answer.status == StatusCode::UNPROCESSABLE_ENTITY && answer.body.contains(says),
        "{says}: {} {}",
        answer.status,
        answer.body
    );
}

fn taken(answer: &Answer) {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
}

/// The link that was mailed to every draft so far is used.
async fn prove(house: &House) {
    change(house, sql!("UPDATE draft SET proved_at = 1")).await;
}

async fn change(house: &House, sql: weft_kernel::db::Sql) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(sql, args![]).await.expect("changes");
    tx.commit().await.expect("commits");
}

async fn number(house: &House, sql: weft_kernel::db::Sql) -> i64 {
    let (n,): (i64,) = house.kernel.db.read().await.expect("reads").one(sql, args![]).await.expect("one");
    n
}

async fn sweep(house: &House) {
    assert!(uploads::sweep(&house.kernel).await.is_ok());
}

fn incoming(house: &House) -> usize {
    std::fs::read_dir(house.folder.path().join("incoming")).expect("a folder").count()
}

/// The state of an upload: bytes that are here.
async fn received(browser: &Actor<'_>, base: &str, id: &str) -> String {
    field(&browser.get(&format!("{base}/pieces/{id}")).await.body, "received").to_owned()
}

async fn begin_pieces(browser: &Actor<'_>, base: &str, size: usize) -> String {
    let begun = browser.post(&format!("{base}/pieces"), &[("size", &size.to_string())]).await;
    assert_eq!(begun.status, StatusCode::OK, "{}", begun.body);
    field(&begun.body, "id").to_owned()
}

#[tokio::test]
async fn a_draft_holds_so_many_bytes_and_files_and_room_is_back_when_one_is_removed() {
    for (_, url) in common::engines().await {
        let house = house(url, |c| {
            c.draft_files_mb = 1;
            c.draft_files = 4;
        })
        .await;
        let (voice, place) = call(&house.lead().await).await;
        let browser = begin(&house).await;
        let (voice, place) = (apply(&format!("files/{voice}")), apply(&format!("files/{place}")));
        taken(&browser.upload_answer(&voice, &wave(600_000)).await);
        prove(&house).await;
        for path in [&voice, &place] {
            refused(&browser.upload_answer(path, &wave(600_000)).await, "can add up to 1 MB");
            refused(&browser.post(&format!("{path}/pieces"), &[("size", "600000")]).await, "can add up to 1 MB");
        }
        assert!(browser.get(&voice).await.body.contains("<audio"), "the one before stands");
        taken(&browser.post(&format!("{voice}/changes"), &[("act", "remove")]).await);
        assert!(house.kernel.files.names().await.expect("lists").is_empty(), "its room is free at once");
        taken(&browser.upload_answer(&voice, &wave(600_000)).await);
        // Files that were taken out count until they are swept: four in half an hour.
        for _ in 0..2 {
            begin_pieces(&browser, &voice, 10).await;
        }
        refused(&browser.post(&format!("{voice}/pieces"), &[("size", "10")]).await, "already has 4 files");
        sweep(&house).await;
        begin_pieces(&browser, &voice, 10).await;
    }
}

#[tokio::test]
async fn a_network_sends_so_much_in_an_hour_until_the_mailed_link_is_used() {
    for (_, url) in common::engines().await {
        let house = house(url, |c| c.address_files_mb = 1).await;
        let (voice, _) = call(&house.lead().await).await;
        let path = apply(&format!("files/{voice}"));
        let (first, second) = (begin(&house).await, begin(&house).await);
        taken(&whole(&first, "2001:db8:1:2::7", &path, &wave(600_000)).await);
        // Another address of the same customer.
        refused(&whole(&second, "2001:db8:1:2:ffff::9", &path, &wave(600_000)).await, "or try again in an hour");
        assert_eq!(incoming(&house), 0, "nothing of it stays");
        let spanish = second
            .send(
                "POST",
                &format!("{path}/pieces"),
                Some("size=600000".into()),
                &[
                    ("content-type", "application/x-www-form-urlencoded"),
                    ("x-forwarded-for", "2001:db8:1:2::1"),
                    ("accept-language", "es"),
                ],
            )
            .await;
        refused(&spanish, "o intente de nuevo en una hora");
        assert!(second.get(&path).await.body.contains("Until you do, limits apply"), "the page says so before");
        taken(&whole(&begin(&house).await, "2001:db8:1:3::1", &path, &wave(600_000)).await);
        // An hour later.
        house.kernel.clock.advance(3_601);
        taken(&whole(&second, "2001:db8:1:2::7", &path, &wave(600_000)).await);
        refused(&whole(&second, "2001:db8:1:2::7", &path, &wave(600_000)).await, "or try again in an hour");
        // The link is used.
        prove(&house).await;
        taken(&whole(&second, "2001:db8:1:2::7", &path, &wave(600_000)).await);
        assert!(!second.get(&path).await.body.contains("Until you do"));
    }
}

#[tokio::test]
async fn all_drafts_that_nobody_has_proved_share_one_room() {
    for (_, url) in common::engines().await {
        let house = house(url, |c| c.unproved_files_mb = 1).await;
        let lead = house.lead().await;
        let (voice, _) = call(&lead).await;
        let path = apply(&format!("files/{voice}"));
        let (first, second) = (begin(&house).await, begin(&house).await);
        taken(&whole(&first, "192.0.2.1", &path, &wave(600_000)).await);
        refused(&whole(&second, "192.0.2.2", &path, &wave(600_000)).await, "Open your link, then send the file again");
        // Sending it does not make room for more: nobody has shown who sent it.
        fill(&first).await;
        taken(&first.post(&apply("check"), &[]).await);
        change(&house, sql!("UPDATE draft SET proved_at = NULL")).await;
        refused(&whole(&second, "192.0.2.2", &path, &wave(600_000)).await, "Open your link");
        // What the team enters for someone is not a stranger's.
        let entered = lead.post(&s("call/entries"), &[("from", "phone")]).await;
        let entered = lead.clone().with_cookies(&entered.cookies());
        taken(&whole(&entered, "192.0.2.3", &path, &wave(600_000)).await);
        prove(&house).await;
        taken(&whole(&second, "192.0.2.2", &path, &wave(600_000)).await);
        taken(&whole(&begin(&house).await, "192.0.2.2", &path, &wave(600_000)).await);
    }
}

#[tokio::test]
async fn of_many_at_once_no_more_are_taken_than_may() {
    for (engine, url) in common::engines().await {
        let mut house = house(url, |c| c.unproved_files_mb = 1).await;
        let (voice, _) = call(&house.lead().await).await;
        let base = apply(&format!("files/{voice}"));
        for network in [false, true] {
            if network {
                set(&mut house, |c| {
                    c.unproved_files_mb = 100;
                    c.address_files_mb = 1;
                });
                house.kernel.clock.advance(3_601);
            }
            let browsers = join_all((0..8).map(|_| begin(&house))).await;
            let path = format!("{base}/pieces");
            let all = join_all(browsers.iter().map(|b| from(b, "192.0.2.1", &path, &[("size", "300000")]))).await;
            assert_eq!(all.iter().filter(|a| a.status == StatusCode::OK).count(), 3, "{engine}, network {network}");
        }
    }
}

#[tokio::test]
async fn a_network_begins_so_many_applications_in_an_hour() {
    for (_, url) in common::engines().await {
        let house = house(url, |c| c.address_drafts = 70).await;
        call(&house.lead().await).await;
        let path = format!("/call/{SEASON}/begin");
        let visitor = house.visitor();
        // A room full of people at once, and the rest ten minutes later.
        for minutes in 0..2 {
            let all = join_all((0..60).map(|_| from(&visitor, "192.0.2.1", &path, &[]))).await;
            assert_eq!(
                all.iter().filter(|a| a.status == StatusCode::SEE_OTHER).count(),
                if minutes == 0 { 60 } else { 10 }
            );
            house.kernel.clock.advance(601);
        }
        let full = from(&visitor, "192.0.2.1", &path, &[]).await;
        assert!(
            full.status == StatusCode::TOO_MANY_REQUESTS && full.body.contains("Try again in an hour"),
            "{}",
            full.body
        );
        taken(&from(&visitor, "192.0.2.2", &path, &[]).await);
        house.kernel.clock.advance(3_601);
        taken(&from(&visitor, "192.0.2.1", &path, &[]).await);
    }
}

#[tokio::test]
async fn a_full_disk_and_a_busy_network_take_no_file_and_nothing_else_suffers() {
    for (_, url) in common::engines().await {
        let mut house = house(url, |c| {
            c.free_mb = u32::MAX;
            c.address_uploads = 1;
        })
        .await;
        let (voice, _) = call(&house.lead().await).await;
        let path = apply(&format!("files/{voice}"));
        {
            let (lead, browser) = (
                house.someone("Ana", Some(weft_programs::Role::Lead), weft_people::Strength::TwoFactors).await,
                begin(&house).await,
            );
            refused(&browser.upload_answer(&path, &wave(600)).await, "no room for new files right now");
            refused(
                &browser.post(&format!("{path}/pieces"), &[("size", "10")]).await,
                "no room for new files right now",
            );
            for full in
                [lead.upload_photo(b"\xff\xd8").await, lead.upload(&s("import"), "applications", "id\n1\n").await]
            {
                assert!(
                    full.status == StatusCode::TOO_MANY_REQUESTS && full.body.contains("out of space for files"),
                    "{}",
                    full.body
                );
            }
            assert_eq!(browser.get(&path).await.status, StatusCode::OK);
            fill(&browser).await;
        }
        set(&mut house, |c| c.free_mb = 1);
        let (lead, browser) = (
            house.someone("Eva", Some(weft_programs::Role::Lead), weft_people::Strength::TwoFactors).await,
            begin(&house).await,
        );
        let base = browser.post(&format!("{path}/pieces"), &[("size", "3")]).await;
        let piece = format!("{path}/pieces/{}/0", field(&base.body, "id"));
        // Someone else there is sending.
        let slot = house.kernel.files.incoming().enter("unknown", 1).expect("a place");
        refused(&browser.upload_answer(&path, &wave(600)).await, "Wait a minute");
        assert_eq!(
            browser.send_bytes(&piece, b"abc").await.status,
            StatusCode::SERVICE_UNAVAILABLE,
            "the script waits and tries again"
        );
        assert_eq!(lead.upload_photo(b"\xff\xd8").await.status, StatusCode::TOO_MANY_REQUESTS);
        drop(slot);
        taken(&browser.upload_answer(&path, &wave(600)).await);
        refused(&browser.send_bytes(&piece, b"abc").await, "take this kind of file. Choose one");
        assert!(!lead.upload(&s("import"), "applications", "id\n1\n").await.body.contains("no room"));
        assert_eq!(incoming(&house), 0);
    }
}

#[tokio::test]
async fn a_piece_that_is_cut_goes_on_where_it_stopped_and_one_that_is_too_long_is_none() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let (voice, _) = call(&house.lead().await).await;
        let base = apply(&format!("files/{voice}"));
        let browser = begin(&house).await;
        let sound = wave(1_500_000);
        let id = begin_pieces(&browser, &base, sound.len()).await;
        let at = |offset: usize| format!("{base}/pieces/{id}/{offset}");
        // Longer than said, longer than any piece, at the wrong place.
        let long = [sound.as_slice(), b"x"].concat();
        for (offset, content) in [(0, long.as_slice()), (0, &vec![7; 2_200_000]), (9, &sound[..9])] {
            let answer = browser.send_bytes(&at(offset), content).await;
            assert_eq!((answer.status, field(&answer.body, "received")), (StatusCode::CONFLICT, "0"));
        }
        // The line is cut in the middle of a piece.
        let parts = [Ok(Bytes::copy_from_slice(&sound[..400_000])), Err(std::io::Error::other("cut"))];
        browser.send_body("POST", &at(0), Body::from_stream(stream::iter(parts)), &[]).await;
        assert_eq!(received(&browser, &base, &id).await, "400000");
        // Two try to go on at once, and one comes late.
        let next = &sound[400_000..1_400_000];
        let both = join_all([browser.send_bytes(&at(400_000), next), browser.send_bytes(&at(400_000), next)]).await;
        assert!(both.iter().any(|a| a.status == StatusCode::OK), "{} {}", both[0].body, both[1].body);
        assert_eq!(browser.send_bytes(&at(400_000), next).await.status, StatusCode::CONFLICT);
        assert_eq!(received(&browser, &base, &id).await, "1400000");
        // The folder is lost, as after a restore: what is not there is asked for again, and then it is whole.
        house.kernel.files.incoming().remove(&id).await.expect("removes");
        let lost = browser.send_bytes(&at(1_400_000), &sound[1_400_000..]).await;
        assert_eq!((lost.status, field(&lost.body, "received")), (StatusCode::CONFLICT, "0"));
        assert_eq!(browser.send_bytes(&at(0), &sound[..1_000_000]).await.status, StatusCode::OK);
        assert_eq!(browser.send_bytes(&at(1_000_000), &sound[1_000_000..]).await.body, "{\"done\":true}");
        let heard = browser.get(&format!("{base}/{id}")).await.bytes;
        assert!(heard.ends_with(&vec![7; 1_500_000]) && !heard.windows(6).any(|w| w == b"SECRET"));
        assert_eq!(browser.send_bytes(&at(0), b"more").await.body, "{\"done\":true}", "what is kept stays as it is");
        assert_eq!(incoming(&house), 0);
    }
}

#[tokio::test]
async fn a_file_that_is_here_whole_is_checked_when_its_sender_asks_again() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let (voice, _) = call(&house.lead().await).await;
        let base = apply(&format!("files/{voice}"));
        let browser = begin(&house).await;
        let sound = wave(1_000);
        let id = begin_pieces(&browser, &base, sound.len()).await;
        // The server stopped between the last byte and the check.
        let body = stream::iter([Ok::<_, Infallible>(Bytes::from(sound.clone()))]);
        house.kernel.files.incoming().write_at(&id, 0, 9_999, body).await.expect("writes");
        change(&house, sql!("UPDATE upload SET received = bytes")).await;
        let last = format!("{base}/pieces/{id}/0");
        let again = browser.send_bytes(&last, &sound).await;
        assert_eq!(
            (again.status, field(&again.body, "received")),
            (StatusCode::CONFLICT, sound.len().to_string().as_str())
        );
        let end = format!("{base}/pieces/{id}/{}", sound.len());
        let ends = join_all((0..3).map(|_| browser.send_bytes(&end, b""))).await;
        assert!(ends.iter().all(|e| e.body == "{\"done\":true}"), "{}", ends[0].body);
        assert_eq!(number(&house, sql!("SELECT COUNT(*) FROM event WHERE verb = 'file.kept'")).await, 1);
    }
}

#[tokio::test]
async fn a_file_that_nothing_is_free_to_check_is_kept_until_something_is() {
    for (_, url) in common::engines().await {
        let mut house = House::new(url).await;
        let (voice, _) = call(&house.lead().await).await;
        let base = apply(&format!("files/{voice}"));
        let sound = wave(1_000);
        let works = std::mem::replace(&mut house.kernel.readers, weft_kernel::reader::Readers::at("/nowhere"));
        house.router = weft::app::router(&house.kernel);
        let (cookie, id) = {
            let browser = begin(&house).await;
            refused(&browser.upload_answer(&base, &sound).await, "being checked right now");
            assert_eq!(
                (incoming(&house), number(&house, sql!("SELECT COUNT(*) FROM upload")).await),
                (0, 0),
                "a form sends it again"
            );
            let id = begin_pieces(&browser, &base, sound.len()).await;
            let waits = browser.send_bytes(&format!("{base}/pieces/{id}/0"), &sound).await;
            assert!(
                waits.status == StatusCode::SERVICE_UNAVAILABLE && waits.body.contains("We have what you sent"),
                "{}",
                waits.body
            );
            (browser.cookie, id)
        };
        house.kernel.readers = works;
        house.router = weft::app::router(&house.kernel);
        let browser = Actor { house: &house, id: None, cookie };
        let done = browser.send_bytes(&format!("{base}/pieces/{id}/{}", sound.len()), b"").await;
        assert_eq!(done.body, "{\"done\":true}");
        assert!(browser.get(&base).await.body.contains("<audio"));
    }
}

#[tokio::test]
async fn files_of_a_draft_that_nobody_proved_go_after_seven_days_and_others_stay() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let (voice, _) = call(&lead).await;
        let path = apply(&format!("files/{voice}"));
        let (proved, sent) = (begin(&house).await, begin(&house).await);
        taken(&proved.upload_answer(&path, &wave(700)).await);
        prove(&house).await;
        taken(&sent.upload_answer(&path, &wave(700)).await);
        fill(&sent).await;
        taken(&sent.post(&apply("check"), &[]).await);
        change(&house, sql!("UPDATE draft SET proved_at = NULL WHERE submitted_at IS NOT NULL")).await;
        let stranger = begin(&house).await;
        taken(&stranger.upload_answer(&path, &wave(700)).await);
        assert!(stranger.get(&path).await.body.contains("We delete them 7 days after your last change"));
        house.kernel.clock.advance(6 * 86_400);
        sweep(&house).await;
        assert_eq!(house.kernel.files.names().await.expect("lists").len(), 3);
        house.kernel.clock.advance(2 * 86_400);
        sweep(&house).await;
        assert_eq!(house.kernel.files.names().await.expect("lists").len(), 2);
        assert!(proved.get(&path).await.body.contains("<audio") && !stranger.get(&path).await.body.contains("<audio"));
        assert!(!stranger.get(&apply("3")).await.body.contains("Sound, "), "its answer is empty again");
    }
}

#[tokio::test]
async fn what_has_not_arrived_goes_when_the_application_is_sent_or_erased() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let (voice, _) = call(&house.lead().await).await;
        let base = apply(&format!("files/{voice}"));
        let browser = begin(&house).await;
        fill(&browser).await;
        taken(&browser.upload_answer(&base, &wave(700)).await);
        for _ in 0..2 {
            let id = begin_pieces(&browser, &base, 100).await;
            assert_eq!(
                browser.send_bytes(&format!("{base}/pieces/{id}/0"), b"raw, with its place").await.status,
                StatusCode::OK
            );
        }
        assert_eq!(incoming(&house), 2);
        taken(&browser.post(&apply("check"), &[]).await);
        sweep(&house).await;
        assert_eq!((incoming(&house), house.kernel.files.names().await.expect("lists").len()), (0, 1));
        // Should something of the draft still lie there, erasing the application takes it along.
        change(
            &house,
            sql!(
                "INSERT INTO upload (id, season_id, draft_id, question, label, media, bytes, received, state, made_at)
                SELECT 'late', season_id, id, 'q', 'q', '', 9, 3, 'receiving', 1
                FROM draft"
            ),
        )
        .await;
        std::fs::write(house.kernel.files.incoming().path("late"), b"raw").expect("writes");
        let (application,): (Id,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT id FROM application"), args![])
            .await
            .expect("one");
        let mut tx = house.kernel.db.begin().await.expect("begins");
        assert!(
            weft_admission::applications::erasure::erase(&house.kernel, &mut tx, &Erase::asked_for(&application))
                .await
                .is_ok()
        );
        tx.commit().await.expect("commits");
        sweep(&house).await;
        assert_eq!((incoming(&house), house.kernel.files.names().await.expect("lists").len()), (0, 0));
    }
}

#[tokio::test]
async fn a_whole_file_whose_line_is_cut_gives_its_room_back() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let (voice, _) = call(&house.lead().await).await;
        let base = apply(&format!("files/{voice}"));
        let browser = begin(&house).await;
        let head =
            Bytes::from_static(b"--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\n");
        let parts = [Ok(head), Ok(Bytes::from(wave(400_000))), Err(std::io::Error::other("cut"))];
        let cut = browser
            .send_body(
                "POST",
                &base,
                Body::from_stream(stream::iter(parts)),
                &[("content-type", "multipart/form-data; boundary=b")],
            )
            .await;
        assert!(cut.status.is_client_error(), "{}", cut.body);
        // Given back beside the request, which may have ended before.
        while number(&house, sql!("SELECT COUNT(*) FROM upload")).await + incoming(&house) as i64 > 0 {
            tokio::task::yield_now().await;
        }
    }
}

/// Twenty people send forms with a file of 47 MB, and stop before the end.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn twenty_unfinished_uploads_of_47_mb_hold_small_buffers() {
    const FILE: usize = 47_000_000;
    let house = House::new(None).await;
    let (voice, _) = call(&house.lead().await).await;
    house.kernel.db.close().await;
    let server = Server::start(house.folder.path(), None);
    let path = apply(&format!("files/{voice}"));
    let mut cookies = Vec::new();
    for _ in 0..20 {
        cookies.push(server.begin().await);
    }
    let rest = server.memory("VmRSS");
    let mut lines = Vec::new();
    for cookie in &cookies {
        let mut line = server.form(&path, cookie, FILE).await;
        line.send_zeros(FILE - 1).await;
        lines.push(line);
    }
    let folder = house.folder.path().join("incoming");
    let arrived = |folder: &Path| -> u64 {
        std::fs::read_dir(folder).expect("a folder").filter_map(|e| e.ok()?.metadata().ok()).map(|m| m.len()).sum()
    };
    let until = async |is_so: &dyn Fn(u64) -> bool| {
        let begun = std::time::Instant::now();
        while !is_so(arrived(&folder)) {
            assert!(begun.elapsed().as_secs() < 300, "{} bytes are there", arrived(&folder));
            server.get("/healthz", "").await;
        }
    };
    until(&|bytes| bytes >= 20 * (FILE as u64 - 500_000)).await;
    let peak = server.memory("VmHWM");
    println!("at rest {rest} kB, at most {peak} kB: {} kB for {} MB", peak - rest, arrived(&folder) / 1_000_000);
    assert!(peak - rest < 50_000, "{rest} kB at rest, {peak} kB at most");
    // A form's page is there all the while; and lines that are cut leave nothing behind.
    assert!(server.get(&path, &cookies[0]).await.contains("200 OK"));
    drop(lines);
    until(&|bytes| bytes == 0).await;
}

/// A line that is cut in the middle of a piece, on a real connection: what arrived is there, and the rest follows.
#[tokio::test(flavor = "multi_thread")]
async fn over_a_real_line_that_is_cut_a_recording_still_arrives() {
    for (_, url) in common::engines().await {
        let house = House::new(url.clone()).await;
        let (voice, _) = call(&house.lead().await).await;
        house.kernel.db.close().await;
        let server = Server::start(house.folder.path(), url.as_deref());
        let base = apply(&format!("files/{voice}"));
        let cookie = server.begin().await;
        let sound = wave(1_500_000);
        let begun = server
            .post(
                &format!("{base}/pieces"),
                &cookie,
                "application/x-www-form-urlencoded",
                format!("size={}", sound.len()).as_bytes(),
            )
            .await;
        let id = field(&begun, "id").to_owned();
        let piece = async |from: usize, to: usize| {
            server
                .post(&format!("{base}/pieces/{id}/{from}"), &cookie, "application/octet-stream", &sound[from..to])
                .await
        };
        let mut line =
            server.open(&format!("{base}/pieces/{id}/0"), &cookie, "application/octet-stream", 1_000_000).await;
        line.send(&sound[..600_000]).await;
        drop(line);
        // Beside it, the next try begins anew or goes on, as the server says.
        let mut at = 0;
        let end = loop {
            let told = piece(at, (at + 1_000_000).min(sound.len())).await;
            if told.contains("done") {
                break told;
            }
            at = field(&told, "received").parse().expect("a number");
        };
        assert!(end.contains("200 OK"), "{end}");
        let heard = server.get(&format!("{base}/{id}"), &cookie).await;
        assert!(heard.contains("audio/wav") && heard.len() > sound.len(), "{}", &heard[..200]);
    }
}
