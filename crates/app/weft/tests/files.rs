//! Files and recordings as answers: over a bad line, cleaned, heard only by whoever may, written down for readers, and
//! gone in time.

use crate::common;

use axum::http::StatusCode;
use common::answers::{applicant, apply, begin, call, field, fill, wave};
use common::{House, s};
use weft_admission::applications::rules::Erase;
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

#[tokio::test]
async fn a_recording_arrives_in_pieces_is_cleaned_and_is_heard_only_by_whoever_may() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let (voice, _) = call(&lead).await;
        let browser = begin(&house).await;
        fill(&browser).await;
        // Without a script: the button saves what is typed and leads to the question's own page.
        let page = browser.get(&apply("3")).await.body;
        let revision = page
            .split("name=\"revision\" value=\"")
            .nth(1)
            .and_then(|t| t.split('"').next())
            .expect("a revision")
            .to_owned();
        let to = browser
            .post(
                &apply("3"),
                &[("revision", &revision), ("q-why-apply", "typed before"), ("go", &format!("file:{voice}"))],
            )
            .await;
        assert_eq!(to.location(), apply(&format!("files/{voice}")), "{}", to.body);
        assert!(browser.get(&apply("3")).await.body.contains("typed before"), "nothing typed is lost");
        let base = to.location().to_owned();
        let answer = browser.get(&base).await;
        assert!(
            answer.headers["permissions-policy"].to_str().expect("text").contains("microphone=(self)"),
            "this page alone may record"
        );
        assert!(
            browser.get(&apply("3")).await.headers["permissions-policy"]
                .to_str()
                .expect("text")
                .contains("microphone=()")
        );

        // In pieces, over a bad line: lost, doubled, out of order.
        let sound = wave(2_500_000);
        let too_large = browser.post(&format!("{base}/pieces"), &[("size", "999999999")]).await;
        assert!(too_large.status == StatusCode::UNPROCESSABLE_ENTITY && too_large.body.contains("larger than 50 MB"));
        let begun = browser.post(&format!("{base}/pieces"), &[("size", &sound.len().to_string())]).await.body;
        let id = field(&begun, "id").to_owned();
        let piece: usize = field(&begun, "piece").parse().expect("a size");
        let at = |offset: usize| format!("{base}/pieces/{id}/{offset}");
        let part = |offset: usize| &sound[offset..(offset + piece).min(sound.len())];
        assert_eq!(field(&browser.send_bytes(&at(0), part(0)).await.body, "received"), piece.to_string());
        for wrong in [0, 2 * piece] {
            let again = browser.send_bytes(&at(wrong), part(wrong)).await;
            assert_eq!(
                (again.status, field(&again.body, "received")),
                (StatusCode::CONFLICT, piece.to_string().as_str())
            );
        }
        // Another browser has no part in it, and what is not whole is not there.
        let stranger = begin(&house).await;
        assert_eq!(stranger.send_bytes(&at(piece), part(piece)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(browser.get(&format!("{base}/{id}")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(
            field(&browser.get(&format!("{base}/pieces/{id}")).await.body, "received"),
            piece.to_string(),
            "to go on from there"
        );
        let both = futures_util::future::join(
            browser.send_bytes(&at(piece), part(piece)),
            browser.send_bytes(&at(piece), part(piece)),
        )
        .await;
        assert!([both.0.status, both.1.status].contains(&StatusCode::OK));
        assert_eq!(browser.send_bytes(&at(2 * piece), part(2 * piece)).await.body, "{\"done\":true}");

        // It is there, whole, without its author; a player may ask for a part.
        let heard = browser.get(&format!("{base}/{id}")).await;
        assert_eq!(
            (heard.status, heard.headers["content-type"].to_str().expect("text")),
            (StatusCode::OK, "audio/wav")
        );
        assert!(heard.headers["content-security-policy"].to_str().expect("text").contains("sandbox"));
        assert!(!heard.bytes.windows(6).any(|w| w == b"SECRET") && heard.bytes.len() > 2_500_000);
        let some = browser.send("GET", &format!("{base}/{id}"), None, &[("range", "bytes=4-7")]).await;
        assert_eq!((some.status, some.bytes.as_slice()), (StatusCode::PARTIAL_CONTENT, &heard.bytes[4..8]));
        assert_eq!(house.kernel.files.names().await.expect("lists"), vec![format!("answers/{id}")]);
        assert_eq!(
            std::fs::read_dir(house.folder.path().join("incoming")).expect("a folder").count(),
            0,
            "what arrived in pieces is gone"
        );
        let page = browser.get(&apply("3")).await.body;
        assert!(page.contains("Audio, 2.5 MB"), "{page}");

        // Sent: the team hears it; a reader gets the transcript, and the recording only if its author lets her.
        let sent = browser.post(&apply("check"), &[]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        assert_eq!(
            browser.post(&format!("{base}/changes"), &[("act", "remove")]).await.status,
            StatusCode::NOT_FOUND,
            "it stands"
        );
        let (number, application): (String, Id) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT external_id, id FROM application"), args![])
            .await
            .expect("one");
        assert!(lead.get(&s(&format!("applications/{number}"))).await.body.contains("One file or recording"));
        let files = s(&format!("call/files/{number}"));
        assert!(lead.get(&files).await.body.contains("only the transcript"));
        assert_eq!(lead.get(&format!("{files}/{id}")).await.bytes, heard.bytes);
        let reader = house.someone("Reader", Some(Role::Reviewer), Strength::TwoFactors).await;
        assert_eq!(reader.get(&format!("{files}/{id}")).await.status, StatusCode::NOT_FOUND);
        let empty = lead.post(&format!("{files}/{id}/transcript"), &[]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            lead.post(
                &format!("{files}/{id}/transcript"),
                &[(&format!("transcript-{id}"), "I hold <b>the table</b>.")]
            )
            .await
            .status,
            StatusCode::SEE_OTHER
        );
        lead.post(
            &s("rubric"),
            &[
                ("title_en-0", "Fit"),
                ("title_es-0", "x"),
                ("weight-0", "1"),
                ("anchor1_en-0", "a"),
                ("anchor5_en-0", "b"),
            ],
        )
        .await;
        lead.post(
            &s("reviewers"),
            &[("reads_each", "1"), ("most_each", "9"), ("wide_gap", "2"), ("visible", voice.as_str())],
        )
        .await;
        lead.post(&s("reviewers/assignment"), &[("undeclared", "yes")]).await;
        reader.post(&s("reviews/conflicts"), &[("ties", ""), ("none", "yes")]).await;
        let desk = reader.get(&s("reviews/1")).await.body;
        assert!(desk.contains("I hold &#60;b&#62;the table") && !desk.contains("<audio"), "{desk}");
        assert_eq!(reader.get(&s(&format!("reviews/1/files/{id}"))).await.status, StatusCode::NOT_FOUND);
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("UPDATE upload SET may_be_heard = 1"), args![]).await.expect("allows");
        tx.commit().await.expect("commits");
        assert!(reader.get(&s("reviews/1")).await.body.contains("<audio"));
        assert_eq!(reader.get(&s(&format!("reviews/1/files/{id}"))).await.bytes, heard.bytes);

        // Her data holds it; erased, the file is gone with the next sweep.
        let person = applicant(&house).await;
        let zip = house.as_person(&person, Strength::Link).await.get("/me/data.zip").await.bytes;
        assert!(zip::ZipArchive::new(std::io::Cursor::new(zip)).expect("a zip").by_name("answer-1.wav").is_ok());
        let mut tx = house.kernel.db.begin().await.expect("begins");
        assert!(
            weft_admission::applications::erasure::erase(&house.kernel, &mut tx, &Erase::asked_for(&application))
                .await
                .is_ok()
        );
        tx.commit().await.expect("commits");
        assert_eq!(lead.get(&format!("{files}/{id}")).await.status, StatusCode::NOT_FOUND);
        assert!(weft_admission::call::uploads::sweep(&house.kernel).await.is_ok());
        assert!(house.kernel.files.names().await.expect("lists").is_empty());
    }
}

#[tokio::test]
async fn a_file_is_what_its_content_says_and_a_wrong_one_loses_nothing() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let (voice, place) = call(&lead).await;
        let browser = begin(&house).await;
        let (voice, place) = (apply(&format!("files/{voice}")), apply(&format!("files/{place}")));
        assert_eq!(browser.upload_answer(&voice, &wave(800)).await.status, StatusCode::SEE_OTHER);
        for (path, content, says) in [
            (&voice, b"<script>alert(1)</script>".to_vec(), "take this kind of file. Choose one"),
            (&voice, b"%PDF-1.4 nothing".to_vec(), "This is not a recording"),
            (&place, b"%PDF-1.4 nothing".to_vec(), "t read this file"),
            (&place, wave(800), "This is a recording"),
            (&place, Vec::new(), "Choose a file"),
        ] {
            let refused = browser.upload_answer(path, &content).await;
            assert!(
                refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains(says),
                "{says}: {}",
                refused.body
            );
        }
        assert!(browser.get(&voice).await.body.contains("<audio"), "the one before stands");
        // Replaced and taken back: the old files go with the sweep.
        browser.upload_answer(&voice, &wave(900)).await;
        browser.post(&format!("{voice}/changes"), &[("act", "remove")]).await;
        assert!(!browser.get(&voice).await.body.contains("<audio"));
        assert!(weft_admission::call::uploads::sweep(&house.kernel).await.is_ok());
        assert!(house.kernel.files.names().await.expect("lists").is_empty());
        // What never arrived whole goes after a day.
        browser.post(&format!("{voice}/pieces"), &[("size", "100")]).await;
        house.kernel.clock.advance(2 * 86_400);
        assert!(weft_admission::call::uploads::sweep(&house.kernel).await.is_ok());
        let (left,): (i64,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT COUNT(*) FROM upload"), args![])
            .await
            .expect("counts");
        assert_eq!(left, 0);
        // A draft is no store: after so many files no more are taken.
        let mut last = StatusCode::OK;
        for _ in 0..30 {
            last = browser.post(&format!("{voice}/pieces"), &[("size", "100")]).await.status;
        }
        assert_eq!(last, StatusCode::UNPROCESSABLE_ENTITY);
    }
}
