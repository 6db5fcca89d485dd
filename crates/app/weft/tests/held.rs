//! A season's team reads, holds, edits, sends and discards what waits in its outbox, and nothing else.

use crate::common;

use axum::http::StatusCode;
use common::{Actor, House, s};
use weft_kernel::ids::Id;
use weft_kernel::mail::{Letter, Mail};
use weft_kernel::outbox::{self, Lane, Listed};
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

/// What one person alone opens.
const SECRET: &str = "http://localhost/invitation/only-for-them";

async fn write(house: &House, key: &str, lane: Lane, season: Option<&Id>) -> Id {
    let listed = if season.is_some() { Listed::ToOwners } else { Listed::ToNobody };
    let letter = Letter {
        lang: "en",
        subject: format!("About {key}"),
        paragraphs: vec!["Hi,".into(), format!("Answer at {SECRET}.")],
        button: Some(("Answer".into(), SECRET.into())),
    }
    .to(&format!("{key}@example.org"));
    let mail = Mail { kind: Some("group".into()), ..letter };
    let mut tx = house.kernel.db.begin().await.expect("begins");
    outbox::enqueue(&house.kernel, &mut tx, outbox::New { key, lane, listed, season, mail: &mail })
        .await
        .expect("adds");
    let (id,): (Id,) = tx.one(sql!("SELECT id FROM outbox WHERE dedupe_key = $1"), args![key]).await.expect("is there");
    tx.commit().await.expect("commits");
    house.kernel.clock.advance(1);
    id
}

async fn hold(lead: &Actor<'_>, act: &str) {
    assert_eq!(lead.post(&s("outbox"), &[("act", act)]).await.location(), s("outbox"));
}

#[tokio::test]
async fn emails_to_many_wait_until_the_team_sends_them_and_others_do_not() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let first = write(&house, "before", Lane::Bulk(None), Some(&house.season)).await;
        hold(&lead, "hold").await;
        hold(&lead, "hold").await;
        // With an end, as an invitation has one.
        let end = house.kernel.now().plus_days(9);
        write(&house, "many", Lane::Bulk(Some(end)), Some(&house.season)).await;
        write(&house, "one", Lane::Personal(None), Some(&house.season)).await;
        write(&house, "private", Lane::Bulk(None), None).await;
        let sent = house.mails().await.join("\n");
        assert!(sent.contains("About one") && sent.contains("About private"), "{sent}");
        assert!(!sent.contains("About before") && !sent.contains("About many"), "{sent}");
        assert!(lead.get(&s("")).await.body.contains("2 emails are waiting for your review."), "it waits for the team");

        let page = lead.get(&s("outbox")).await.body;
        assert!(page.contains("Send all 2 held emails"), "{page}");
        for (name, is_there) in [("before", true), ("many", true), ("one", true), ("private", false)] {
            assert_eq!(page.contains(&format!("{name}@example.org")), is_there, "{name}: {page}");
        }
        let newest = page.split_once("name=\"newest\" value=\"").expect("a button").1.split_once('"').expect("ends").0;
        // One more comes after the page was drawn: it was not agreed to.
        write(&house, "later", Lane::Bulk(None), Some(&house.season)).await;
        let send = [("act", "send"), ("newest", newest)];
        assert_eq!(lead.post(&s("outbox"), &send).await.location(), s("outbox?sent=2"));
        assert_eq!(lead.post(&s("outbox"), &send).await.location(), s("outbox?sent=0"), "twice sends nothing more");
        let sent = house.mails().await.join("\n");
        assert!(
            sent.contains("About before") && sent.contains("About many") && !sent.contains("About later"),
            "{sent}"
        );
        // No mail server is set, so it can still be sent; once it has left, its text is gone.
        assert!(!lead.get(&s(&format!("outbox/{first}"))).await.body.contains("The text isn&#39;t shown after"));
        let post = common::post::Post::open().await;
        let by = lead.id.as_ref().expect("a person");
        assert!(outbox::send_unsent(&house.kernel, by, None).await.expect("sends") > 1);
        weft::app::worker::deliver(&house.kernel, &post.transport()).await.expect("works");
        assert!(lead.get(&s(&format!("outbox/{first}"))).await.body.contains("The text isn&#39;t shown after"));

        hold(&lead, "let").await;
        write(&house, "free", Lane::Bulk(None), Some(&house.season)).await;
        let sent = house.mails().await.join("\n");
        assert!(sent.contains("About free") && !sent.contains("About later"), "{sent}");
    }
}

#[tokio::test]
async fn an_email_is_edited_and_its_link_is_seen_by_its_reader_alone() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let id = write(&house, "noor", Lane::Personal(None), Some(&house.season)).await;
        let path = s(&format!("outbox/{id}"));
        let page = lead.get(&path).await.body;
        assert!(page.contains("Answer at {link}.") && !page.contains("only-for-them"), "{page}");
        assert!(!page.contains("name=\"text\""), "it is on its way: nobody edits it");
        let words = |text: &'static str| [("subject", "News"), ("text", text), ("button", "Say yes")];
        let early = lead.post(&path, &words("Hello {link}")).await;
        assert!(
            early.status == StatusCode::UNPROCESSABLE_ENTITY && early.body.contains("sent or changed"),
            "{}",
            early.body
        );

        let act = format!("{path}/act");
        assert_eq!(lead.post(&act, &[("act", "hold")]).await.location(), format!("{path}?held=1"));
        assert_eq!(lead.post(&act, &[("act", "hold")]).await.location(), format!("{path}?late=1"));
        for (text, says) in
            [("Hello", "Put {link} back"), ("Hello {link} {link2}", "{link2} isn&#39;t a placeholder"), ("", "wrong")]
        {
            let refused = lead.post(&path, &words(text)).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
            assert!(refused.body.contains(says) && refused.body.contains("value=\"News\""), "{text}: {}", refused.body);
        }
        let saved = lead.post(&path, &words("Hello, Noor & all.\r\n\r\nGo to {link} soon.")).await;
        assert_eq!(saved.location(), format!("{path}?saved=1"), "{}", saved.body);
        assert!(house.mails().await.is_empty(), "still on hold");
        // What is in the form goes, not what was saved before.
        let typed =
            [("subject", "News"), ("text", "Hello, Noor & all.\r\n\r\nGo to {link} at once."), ("button", "Say yes")];
        let last = [&typed[..], &[("act", "send")]].concat();
        assert_eq!(lead.post(&path, &last).await.location(), format!("{path}?released=1"));
        let sent = house.mails().await.join("\n");
        assert!(sent.contains("Subject: News") && sent.contains("Hello, Noor & all."), "{sent}");
        assert!(
            sent.contains(&format!("Go to {SECRET} at once.")) && sent.contains(&format!("Say yes:\r\n{SECRET}")),
            "{sent}"
        );
        assert!(
            sent.contains("Hello, Noor &#38; all.") || sent.contains("Hello, Noor &amp; all."),
            "as HTML too: {sent}"
        );
    }
}

#[tokio::test]
async fn a_discarded_email_is_gone_and_no_other_season_or_role_reads_one() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        hold(&lead, "hold").await;
        let id = write(&house, "noor", Lane::Bulk(None), Some(&house.season)).await;
        let private = write(&house, "private", Lane::Bulk(None), None).await;
        let path = s(&format!("outbox/{id}"));
        let facilitator = house.someone("Ines", Some(Role::Facilitator), Strength::TwoFactors).await;
        assert_eq!(facilitator.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(lead.get(&s(&format!("outbox/{private}"))).await.status, StatusCode::NOT_FOUND);
        let act = format!("{path}/act");
        assert_eq!(
            lead.post(&s(&format!("outbox/{private}/act")), &[("act", "hold")]).await.status,
            StatusCode::NOT_FOUND
        );

        // Asked first, with whom it concerns.
        let ask = lead.post(&act, &[("act", "discard")]).await.location().to_owned();
        assert_eq!(ask, format!("{path}?ask=discard"));
        let page = lead.get(&ask).await.body;
        assert!(page.contains("noor@example.org won&#39;t get it"), "{page}");
        assert_eq!(lead.post(&act, &[("act", "discard"), ("sure", "yes")]).await.location(), format!("{path}?gone=1"));
        lead.post(&act, &[("act", "send")]).await;
        assert!(house.mails().await.iter().all(|m| !m.contains("About noor")));
        let (payload,): (String,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT payload FROM outbox WHERE id = $1"), args![&id])
            .await
            .expect("there");
        assert_eq!(payload, "", "its content is gone");
        let counts = lead.get(&s("outbox")).await.body;
        assert!(counts.contains("discarded"), "{counts}");
    }
}
