//! Reaching people: letters to a group, the list of those who want to hear of the next call, answers by phone, an
//! employer's word.

use crate::common;

use axum::http::StatusCode;
use common::{Actor, House, link, pool, s};
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

async fn count(house: &House, statement: weft_kernel::db::Sql) -> i64 {
    let (n,): (i64,) = house.kernel.db.read().await.expect("reads").one(statement, args![]).await.expect("counts");
    n
}

async fn open_call(lead: &Actor<'_>) {
    lead.post(&s("call"), &[]).await;
    lead.post(&s("call/dates"), &[("opens_on", "2025-01-01"), ("closes_on", "2025-12-31")]).await;
    let published = lead.post(&s("call/publication"), &[]).await;
    assert_eq!(published.status, StatusCode::SEE_OTHER, "{}", published.body);
}

#[tokio::test]
async fn a_letter_is_read_as_each_person_gets_it_counted_and_sent_once() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let mut csv = pool();
        csv = csv.replace("A01,2024-10-02T12:00:00-04:00,Given1,", "A01,2024-10-02T12:00:00-04:00,Gi{name}ven<b>,");
        house.import(&csv).await;
        let empty = lead
            .post(
                &s("group-emails"),
                &[("group", "applicants"), ("subject_en", "News <b>"), ("text_en", "kept words"), ("subject_es", "Sí")],
            )
            .await;
        assert!(
            empty.status == StatusCode::UNPROCESSABLE_ENTITY
                && empty.body.contains("kept words")
                && empty.body.contains("id=\"text_es-error\""),
            "{}",
            empty.body
        );
        // A second language can wait: everyone gets the one there is.
        let one = [("group", "applicants"), ("subject_en", "Only English"), ("text_en", "Dear {name}")];
        let made = lead.post(&s("group-emails"), &one).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
        assert!(lead.get(made.location()).await.body.contains("Only English"));
        lead.post(&format!("{}/removal", made.location()), &[]).await;
        let words = [
            ("group", "applicants"),
            ("subject_en", "News for {name}"),
            ("subject_es", "Noticias"),
            ("text_en", "Dear {name},\r\n\r\n{season} begins."),
            ("text_es", "Hola {name}"),
        ];
        let made = lead.post(&s("group-emails"), &words).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
        let path = made.location().to_owned();
        let page = lead.get(&format!("{path}?to=3")).await.body;
        assert!(
            page.contains("This email goes to 12 people") && page.contains("Dear Given") && page.contains("3 of 12"),
            "{page}"
        );
        assert!(lead.get(&format!("{path}?to=99")).await.status == StatusCode::OK);
        assert_eq!(house.mails().await.len(), 0, "looking sends nothing");
        for _ in 0..2 {
            assert_eq!(lead.post(&format!("{path}/sending"), &[]).await.location(), s("group-emails"));
        }
        let mails = house.mails().await;
        assert_eq!(mails.len(), 12);
        assert!(mails.iter().any(|m| m.contains("News for Given5")) && mails.iter().all(|m| !m.contains("{season}")));
        // A name is never a place for another, nor markup.
        assert!(mails.iter().all(|m| !m.contains("ven<b>,")), "a name stays a name");
        assert!(lead.get(&s("group-emails")).await.body.contains("to 12"));
        // One that was sent cannot be thrown away; one that was not can, and is gone.
        lead.post(&format!("{path}/removal"), &[]).await;
        assert_eq!(lead.get(&path).await.status, StatusCode::OK);
        let other = lead.post(&s("group-emails"), &words).await.location().to_owned();
        lead.post(&format!("{other}/removal"), &[]).await;
        assert_eq!(lead.get(&other).await.status, StatusCode::NOT_FOUND);
        lead.post(&format!("{other}/sending"), &[]).await;
        assert_eq!(house.mails().await.len(), 12, "nothing more went out");
    }
}

#[tokio::test]
async fn who_wants_to_hear_of_the_next_call_confirms_is_told_once_and_can_leave() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let visitor = house.visitor();
        let path = "/programs/rooted/interest";
        let wrong = visitor.post(path, &[("email", "no address"), ("name", "Kept"), ("scope", "moon")]).await;
        assert!(
            wrong.status == StatusCode::UNPROCESSABLE_ENTITY
                && wrong.body.contains("Kept")
                && wrong.body.contains("Check this box to join the list"),
            "{}",
            wrong.body
        );
        let ask = [
            ("email", "ada@example.org"),
            ("name", "Ada"),
            ("scope", "city"),
            ("source", "a friend"),
            ("agree", "yes"),
        ];
        for _ in 0..5 {
            assert!(
                visitor.post(path, &ask).await.body.contains("couldn’t send your link"),
                "the same words each time"
            );
        }
        visitor.post(path, &[("email", "never@example.org"), ("agree", "yes")]).await;
        let mails = house.mails().await;
        assert_eq!(mails.iter().filter(|m| m.contains("ada@example.org")).count(), 3, "three an hour at most");
        let mine = link(mails.iter().find(|m| m.contains("ada@")).expect("a mail"), "/interest/").to_owned();
        assert!(visitor.get(&mine).await.body.contains("Do you want an email"), "opening the link does nothing yet");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM interest WHERE confirmed_at IS NOT NULL")).await, 0);
        for _ in 0..2 {
            assert!(visitor.post(&mine, &[("act", "confirm")]).await.body.contains("re on the list"));
        }
        assert_eq!(visitor.get("/interest/guessed").await.status, StatusCode::NOT_FOUND);
        // No call, no mail; then one to each who confirmed, once.
        assert_eq!(weft_admission::interest::acts::tell(&house.kernel).await.ok(), Some(0));
        open_call(&lead).await;
        assert_eq!(weft_admission::interest::acts::tell(&house.kernel).await.ok(), Some(1));
        assert_eq!(weft_admission::interest::acts::tell(&house.kernel).await.ok(), Some(0));
        let mails = house.mails().await;
        let told = mails.iter().find(|m| m.contains("Subject: Apply now")).expect("told");
        assert!(told.contains("ada@example.org") && told.contains("/call/season-2025"));
        // The way off the list in that mail works, and nothing of her is left.
        let leave = link(told, "/interest/").trim_end_matches(['.', '<']).to_owned();
        assert!(visitor.post(&leave, &[("act", "leave")]).await.body.contains("re off the list"));
        assert_eq!(visitor.get(&mine).await.status, StatusCode::NOT_FOUND);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM interest")).await, 1);
        // Who never confirmed is forgotten within a month.
        house.kernel.clock.advance(31 * 86_400);
        assert_eq!(weft_admission::interest::acts::forget_old(&house.kernel).await.ok(), Some(1));
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM interest_key")).await, 0);
    }
}

/// Fills in every field that the starting form asks for.
async fn write_all(browser: &Actor<'_>) {
    for part in 1..=8 {
        let page = browser.get(&format!("/call/season-2025/application/{part}")).await;
        if page.status != StatusCode::OK {
            continue;
        }
        let mut fields: Vec<(String, String)> = Vec::new();
        for chunk in page.body.split("name=\"q-").skip(1) {
            let name = format!("q-{}", chunk.split('"').next().unwrap_or_default());
            // A choice is made from its list.
            if fields.iter().any(|(n, _)| *n == name || name == format!("{n}-own")) {
                continue;
            }
            let value = match name.as_str() {
                "q-email" => "pat@example.org".into(),
                "q-given-name" => "Pat".into(),
                "q-family-name" => "Paperby".into(),
                n if n.contains("years") => "3".into(),
                n if n.ends_with("-state") => "Ohio".into(),
                _ => chunk
                    .split("value=\"")
                    .nth(1)
                    .and_then(|v| v.split('"').next())
                    .filter(|v| !v.is_empty() && chunk.find("value=").is_some_and(|i| i < 200))
                    .unwrap_or("Words of hers")
                    .to_owned(),
            };
            fields.push((name, value));
        }
        fields.push(("revision".into(), "0".into()));
        fields.push(("go".into(), "stay".into()));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        browser.post(&format!("/call/season-2025/application/{part}"), &fields).await;
    }
}

#[tokio::test]
async fn an_answer_by_phone_is_entered_by_the_team_and_an_employer_is_asked_without_a_veto() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        assert_eq!(
            lead.post(&s("call/entries"), &[("from", "phone")]).await.status,
            StatusCode::NOT_FOUND,
            "there is no call yet"
        );
        open_call(&lead).await;
        assert_eq!(lead.post(&s("call/entries"), &[("from", "fax")]).await.status, StatusCode::BAD_REQUEST);
        let reader = house.someone("Reader", Some(Role::Reviewer), Strength::TwoFactors).await;
        assert_eq!(reader.post(&s("call/entries"), &[("from", "phone")]).await.status, StatusCode::NOT_FOUND);
        let begun = lead.post(&s("call/entries"), &[("from", "phone")]).await;
        let desk = lead.with_cookies(&begun.cookies());
        write_all(&desk).await;
        let sent = desk.post("/call/season-2025/application/check", &[]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        let (how, lead_acts): (String, i64) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(
                sql!(
                    "SELECT a.answer_format,
                        (
                            SELECT COUNT(*)
                            FROM event e
                            JOIN person p ON p.id = e.actor_id
                            WHERE e.verb = 'application.sent' AND p.display_name <> 'Pat Paperby'
                        )
                    FROM application a"
                ),
                args![],
            )
            .await
            .expect("one");
        assert_eq!((how.as_str(), lead_acts), ("phone", 1), "how it came, and who wrote it down");
        let mails = house.mails().await;
        assert!(
            mails.iter().any(|m| m.contains("pat@example.org") && m.contains("entered your answers for you")),
            "{mails:?}"
        );

        // The employer.
        let wrong =
            desk.post("/call/season-2025/application/employer", &[("own_name", "Pat <i>"), ("employer", "boss")]).await;
        assert!(
            wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("Pat &#60;i&#62;"),
            "{}",
            wrong.body
        );
        for _ in 0..3 {
            assert_eq!(
                desk.post(
                    "/call/season-2025/application/employer",
                    &[("own_name", "Pat"), ("employer", "boss@example.org")]
                )
                .await
                .status,
                StatusCode::SEE_OTHER
            );
        }
        let fourth = desk
            .post("/call/season-2025/application/employer", &[("own_name", "Pat"), ("employer", "boss@example.org")])
            .await;
        assert!(fourth.body.contains("which is the limit"));
        let mails = house.mails().await;
        let asked = link(mails.iter().find(|m| m.contains("boss@")).expect("asked"), "/acknowledgement/").to_owned();
        let boss = house.visitor();
        let page = boss.get(&asked).await.body;
        assert!(
            page.contains("Pat Paperby asks") && !page.contains("Words of hers") && !page.contains("pat@example.org"),
            "time and name alone: {page}"
        );
        assert_eq!(boss.post(&asked, &[("name", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        for _ in 0..2 {
            assert!(boss.post(&asked, &[("name", "Bo Ss"), ("title", "Director")]).await.body.contains("Thank you"));
        }
        assert!(desk.get("/call/season-2025/application").await.body.contains(">confirmed</span>"));
        // Nobody who reads or chooses sees it.
        for route in weft::app::routes().iter().filter(|r| r.method == "GET" && r.path.starts_with("/s/{season}")) {
            let path = route
                .path
                .replace("{season}", common::SEASON)
                .replace("{external_id}", "S25-00001")
                .replace("{place}", "1")
                .replace("{number}", "1")
                .replace("{part}", "1");
            for who in [&desk, &reader] {
                assert!(!who.get(&path).await.body.contains("Bo Ss"), "{path}");
            }
        }
    }
}
