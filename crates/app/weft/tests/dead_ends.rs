//! What a page says of what became of an application is so, and there is always a way on.

use crate::common;

use std::convert::Infallible;

use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use common::answers::{apply, begin, call, fill};
use common::{Actor, House, SEASON, link, s};
use futures_util::stream;
use weft_kernel::{args, sql};

/// The newest letter that has a link like this.
async fn newest(house: &House, begins: &str) -> String {
    let mails = house.mails().await;
    let mail =
        mails.iter().rev().find(|m| m.contains(begins)).unwrap_or_else(|| panic!("no letter with {begins}: {mails:?}"));
    link(mail, begins).to_owned()
}

async fn resume_link(house: &House) -> String {
    newest(house, &format!("/call/{SEASON}/resume/")).await
}

async fn send(browser: &Actor<'_>) {
    let voice = browser.get(&apply("check")).await.body;
    assert!(voice.contains("Everything is filled in"), "{voice}");
    assert_eq!(browser.post(&apply("check"), &[]).await.location(), format!("/call/{SEASON}/application"));
}

fn title(page: &str) -> &str {
    page.split("<title>").nth(1).and_then(|t| t.split(" · ").next()).expect("a title")
}

#[tokio::test]
async fn whoever_mistyped_their_address_reads_what_happened_and_applies_again() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        call(&lead).await;
        let (page, status) = (format!("/call/{SEASON}"), format!("/call/{SEASON}/application"));
        let browser = begin(&house).await;
        fill(&browser).await;
        send(&browser).await;
        let path = resume_link(&house).await;
        let (number,): (String,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT external_id FROM application"), args![])
            .await
            .expect("one");
        let record = async || lead.get(&s(&format!("applications/{number}"))).await.body;
        assert!(record().await.contains("We sent them a link."), "{engine}");
        house.visitor().post(&format!("{path}/refusal"), &[]).await;
        let shown = record().await;
        assert!(
            !shown.contains("We sent them a link.") && !shown.contains("reviewed like any other"),
            "{engine}: there is nothing left to confirm: {shown}"
        );
        let told = browser.get(&status).await.body;
        assert_eq!(title(&told), "This application was withdrawn", "{engine}");
        assert!(
            told.contains("The owner of nayeli@example.org told us") && told.contains("A table of nine."),
            "{engine}: {told}"
        );
        assert!(
            !told.contains("You withdrew") && !told.contains("has arrived") && told.contains("Start a new application"),
            "{engine}: {told}"
        );
        let call = browser.get(&page).await.body;
        assert!(!call.contains("has arrived") && call.contains("Start a new application"), "{engine}: {call}");
        // The link of the mail says the same as when it was pressed, also when it is pressed again.
        for again in [house.visitor().get(&path).await, house.visitor().post(&format!("{path}/refusal"), &[]).await] {
            assert_eq!((again.status, title(&again.body)), (StatusCode::OK, "Thank you for telling us"), "{engine}");
        }
        // Another application, with a key of its own.
        let begun = browser.post(&format!("{page}/begin"), &[]).await;
        let anew = browser.clone().with_cookies(&begun.cookies());
        assert_ne!(anew.cookie, browser.cookie, "{engine}");
        let empty = anew.get(&apply("1")).await;
        assert!(empty.status == StatusCode::OK && !empty.body.contains("Nayeli"), "{engine}: {}", empty.body);
        fill(&anew).await;
        send(&anew).await;
        // Who withdraws it is told so, and is not sent to another season.
        anew.post(&apply("withdrawal"), &[]).await;
        let told = anew.get(&status).await.body;
        assert_eq!(title(&told), "You withdrew your application", "{engine}");
        assert!(
            !told.contains("season to") && !told.contains("another season") && !told.contains("Start a new"),
            "{engine}: {told}"
        );
        let call = anew.get(&page).await.body;
        assert!(
            call.contains("You withdrew your application") && !call.contains("has arrived") && !call.contains("/begin"),
            "{engine}: {call}"
        );
    }
}

#[tokio::test]
async fn a_browser_that_was_shut_out_reads_why_wherever_it_goes() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let (voice, _) = call(&house.lead().await).await;
        let files = apply(&format!("files/{voice}"));
        let page = format!("/call/{SEASON}");
        let browser = begin(&house).await;
        fill(&browser).await;
        let opened = house.visitor().post(&resume_link(&house).await, &[]).await;
        let hers = house.visitor().with_cookies(&opened.cookies());
        assert!(hers.get(&apply("3")).await.body.contains("A table of nine."), "{engine}");
        for is_sent in [false, true] {
            for path in [&format!("{page}/application"), &apply("3"), &apply("check"), &files] {
                let told = browser.get(path).await;
                assert!(
                    told.status == StatusCode::OK && told.body.contains("opened with the link we emailed"),
                    "{engine} {path}: {} {}",
                    told.status,
                    told.body
                );
                assert!(
                    !told.body.contains("A table of nine.") && !told.body.contains("Nayeli"),
                    "{engine} {path}: {}",
                    told.body
                );
            }
            let call = browser.get(&page).await.body;
            assert!(
                call.contains("opened with the link we emailed") && !call.contains(&format!("{page}/begin")),
                "{engine}: {call}"
            );
            // Files, with a script and without.
            let begun = browser.post(&format!("{files}/pieces"), &[("size", "10")]).await;
            assert!(
                begun.status.is_client_error() && begun.body.contains("{\"error\":\"Someone opened it"),
                "{engine}: {} {}",
                begun.status,
                begun.body
            );
            for refused in [
                browser.upload_answer(&files, b"sound").await,
                browser.post(&format!("{files}/changes"), &[("act", "remove")]).await,
            ] {
                assert!(
                    refused.status == StatusCode::UNPROCESSABLE_ENTITY
                        && refused.body.contains("can’t save to it anymore"),
                    "{engine}: {}",
                    refused.body
                );
            }
            if !is_sent {
                send(&hers).await;
            }
        }
        // Whoever else uses this browser applies for themselves.
        assert!(browser.get(&apply("1")).await.body.contains("<summary>This wasn’t me"), "{engine}");
        let begun = browser.post(&format!("{page}/begin"), &[]).await;
        let other = browser.clone().with_cookies(&begun.cookies()).get(&apply("1")).await;
        assert!(
            other.status == StatusCode::OK && !other.body.contains("Nayeli") && other.body.contains("data-autosave"),
            "{engine}: {}",
            other.body
        );
        // Any other browser is where it was.
        assert_eq!(house.visitor().get(&format!("{page}/application")).await.location(), page, "{engine}");
        assert_eq!(house.visitor().get(&files).await.status, StatusCode::NOT_FOUND, "{engine}");
        assert!(house.visitor().get(&page).await.body.contains(&format!("{page}/begin")), "{engine}");
    }
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused_in_words() {
    let house = House::new(None).await;
    let (voice, _) = call(&house.lead().await).await;
    let path = apply(&format!("files/{voice}"));
    let browser = begin(&house).await;
    assert!(browser.get(&path).await.body.contains("up to 50 MB"));
    let large = vec![7; 60_000_000];
    let head = b"--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\n";
    let parts = std::iter::once(head.to_vec())
        .chain(large.chunks(1_000_000).map(<[u8]>::to_vec))
        .chain([b"\r\n--b--\r\n".to_vec()])
        .collect::<Vec<_>>();
    // With its length said, and without.
    let streamed = Body::from_stream(stream::iter(parts.into_iter().map(|p| Ok::<_, Infallible>(Bytes::from(p)))));
    let unsaid =
        browser.send_body("POST", &path, streamed, &[("content-type", "multipart/form-data; boundary=b")]).await;
    for refused in
        [browser.upload_answer(&path, &large).await, browser.upload_answer(&path, &large[..50_010_000]).await, unsaid]
    {
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY
                && refused.body.contains("This file is larger than 50 MB"),
            "{} {}",
            refused.status,
            refused.body
        );
        assert!(
            title(&refused.body).starts_with("Error:") && refused.body.contains("id=\"file-error\""),
            "{}",
            refused.body
        );
    }
}

#[tokio::test]
async fn the_link_is_sent_again_from_where_one_is_and_confirming_says_so() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let (voice, _) = call(&house.lead().await).await;
        let browser = begin(&house).await;
        fill(&browser).await;
        let status = format!("/call/{SEASON}/application");
        let files = apply(&format!("files/{voice}"));
        let form = browser.get(&files).await.body;
        assert!(form.contains(&format!("name=\"file\" value=\"{voice}\"")), "{engine}: {form}");
        let said = "We made a new link, but this site can’t send email yet.";
        let again = async |file: &str| browser.post(&apply("link"), &[("file", file)]).await.location().to_owned();
        for (file, to) in [
            (voice.as_str(), format!("{files}?sent=1")),
            ("", format!("{status}/check?sent=1#link")),
            ("no-such", format!("{status}/check?sent=1#link")),
        ] {
            assert_eq!(again(file).await, to, "{engine}");
            assert!(browser.get(to.split('#').next().unwrap_or_default()).await.body.contains(said), "{engine}: {to}");
        }
        assert!(!browser.get(&files).await.body.contains(said), "{engine}");
        let closed = browser.post(&apply("devices"), &[]).await;
        assert_eq!(closed.location(), format!("{status}/check?closed=1#link"), "{engine}");
        assert!(
            browser.get(&format!("{status}/check?closed=1")).await.body.contains("Closed on all other devices."),
            "{engine}"
        );
        send(&browser).await;
        assert_eq!(again("").await, format!("{status}?sent=1"), "{engine}");
        assert!(browser.get(&format!("{status}?sent=1")).await.body.contains(said), "{engine}");
        // Confirmed, and nothing is said that is not so.
        let confirmed = "Your email address is confirmed.";
        assert!(!browser.get(&format!("{status}?confirmed=1")).await.body.contains(confirmed), "{engine}");
        let mails = house.mails().await;
        let path = link(
            mails.iter().find(|m| m.contains("Subject: Confirm your email address")).expect("a letter"),
            &apply("").replace("application/", "resume/"),
        )
        .to_owned();
        assert_eq!(title(&house.visitor().get(&path).await.body), "Is this your application?", "{engine}");
        let opened = browser.post(&path, &[]).await;
        assert_eq!(opened.location(), format!("{status}?confirmed=1"), "{engine}");
        let hers = browser.clone().with_cookies(&opened.cookies());
        assert!(hers.get(opened.location()).await.body.contains(confirmed), "{engine}");
        assert_eq!(browser.post(&path, &[]).await.location(), status, "{engine}: only the first time");
    }
}

#[tokio::test]
async fn a_part_with_something_wrong_says_so_in_its_title() {
    let house = House::new(None).await;
    call(&house.lead().await).await;
    let browser = begin(&house).await;
    let wrong = browser.post(&apply("2"), &[("q-years-in-role", "many"), ("revision", "0"), ("go", "next")]).await;
    assert!(
        wrong.status == StatusCode::UNPROCESSABLE_ENTITY && title(&wrong.body).starts_with("Error: "),
        "{}",
        wrong.body
    );
    assert!(!title(&browser.get(&apply("2")).await.body).starts_with("Error"));
}

#[tokio::test]
async fn a_letters_title_is_the_subject_that_its_reader_gets() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    house.someone("Ayo", Some(weft_programs::Role::Facilitator), weft_people::Strength::Link).await;
    let fields = [
        ("group", "staff"),
        ("subject_en", "For {name}"),
        ("subject_es", "Para {name}"),
        ("text_en", "Words."),
        ("text_es", "Palabras."),
    ];
    let letter = lead.post(&s("group-emails"), &fields).await.location().to_owned();
    let page = lead.get(&format!("{letter}?to=1")).await.body;
    assert!(title(&page).starts_with("For ") && !title(&page).contains("{name}") && page.contains(">Next<"), "{page}");
    assert!(lead.get(&format!("{letter}?to=2")).await.body.contains(">Previous<"));
}
