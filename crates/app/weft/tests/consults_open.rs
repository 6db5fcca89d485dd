//! Consults that are open to the cohort: places, calendars, the end; and the protocols of a program's library.

use crate::commitments::team;
use crate::common;
use crate::consults::{chores, member, number, offer, ok, press, season};
use crate::planted::literal;

use axum::http::StatusCode;
use common::meet::{again, count};
use common::{House, engines, s};
use futures_util::future::join_all;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::Strength;

#[tokio::test]
async fn an_open_consult_has_as_many_places_as_it_says_and_calendars_hear_of_it() {
    for (engine, url) in engines().await {
        let house = season(url).await;
        let noor = member(&house, "Noor").await;
        let n = number(&house, "Troika").await;
        // Without a team there is only the cohort; what is missing is said, and what was typed stays.
        let page = noor.get(&s("consults/new")).await.body;
        assert!(!page.contains("value=\"team\""), "{engine}: {page}");
        let wrong =
            noor.post(&s("consults"), &offer("99", &[("day", "2024-03-27"), ("place", ""), ("seats", "9")])).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        for text in ["Choose a protocol.", "This time has passed", "Say where you meet", "PLANTEDmore"] {
            assert!(wrong.body.contains(text), "{engine}: {text}: {}", wrong.body);
        }
        let skipped = noor.post(&s("consults"), &offer(&n, &[("day", "2026-03-08"), ("from", "02:30")])).await;
        assert_eq!(skipped.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}: an hour that no clock shows");
        let path = ok(&noor, &s("consults"), &offer(&n, &[])).await;
        // Forty press for two places.
        let mut people = Vec::new();
        for i in 0..20 {
            people.push(member(&house, &format!("P{i}")).await);
        }
        let place = format!("{path}/place");
        let presses = people.iter().flat_map(|p| [p.post(&place, &[]), p.post(&place, &[])]);
        let answers = join_all(presses).await;
        let came = answers.iter().filter(|a| a.location() == path).count();
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM consult_seat")).await, 2, "{engine}");
        assert_eq!(count(&house, sql!("SELECT taken FROM consult")).await, 2, "{engine}");
        assert_eq!(came, 4, "{engine}: each of the two is told twice that they have one");
        // The client has none of their own, and neither does whoever only leads.
        assert!(ok(&noor, &place, &[]).await.contains("seat=gone"), "{engine}");
        assert_eq!(house.lead().await.post(&place, &[]).await.status, StatusCode::NOT_FOUND, "{engine}");
        let sql = sql!("SELECT person_id FROM consult_seat ORDER BY at, person_id");
        let rows: Vec<(Id,)> = house.kernel.db.read().await.expect("reads").all(sql, args![]).await.expect("there");
        let comes = house.as_person(&rows[0].0, Strength::Link).await;
        let other = house.as_person(&rows[1].0, Strength::Link).await;
        let page = comes.get(&path).await.body;
        assert!(page.contains("PLANTEDmore") && page.contains("PLANTEDplace"), "{engine}: {page}");
        assert!(page.contains("2 of 2 places taken"), "{engine}: {page}");
        assert!(comes.get("/").await.body.contains("Peer consult: Noor"), "{engine}: on the start page");
        // It cannot begin two weeks early; whoever cannot come frees the place for someone else.
        assert!(ok(&comes, &format!("{path}/beginning"), &[]).await.ends_with("?begun=early"), "{engine}");
        ok(&other, &format!("{place}/removal"), &[]).await;
        ok(&other, &format!("{place}/removal"), &[]).await;
        assert_eq!(count(&house, sql!("SELECT taken FROM consult")).await, 1, "{engine}");
        let mails = house.mails().await;
        let of = |m: &&String, method: &str| m.contains(method) && m.contains("text/calendar");
        assert_eq!(mails.iter().filter(|m| of(m, "METHOD:REQUEST")).count(), 3, "{engine}: the client and two");
        assert_eq!(mails.iter().filter(|m| of(m, "METHOD:CANCEL")).count(), 1, "{engine}");
        assert!(mails.iter().all(|m| !m.contains("PLANTEDopen") && !m.contains("PLANTEDasked")), "{engine}");
        // At its time it begins, and those without a place are not in it.
        house.kernel.clock.set(Time::parse("2025-03-27T19:50:00Z").expect("a moment"));
        let (noor, comes, other) = (again(&noor).await, again(&comes).await, again(&other).await);
        ok(&comes, &format!("{path}/beginning"), &[]).await;
        // While it goes on nobody loses their place by a page of before.
        ok(&comes, &format!("{place}/removal"), &[]).await;
        assert!(comes.get(&path).await.body.contains("You keep time"), "{engine}");
        assert!(noor.get(&path).await.body.contains("You’re the client"), "{engine}");
        assert!(other.get(&path).await.body.contains("Take the last place"), "{engine}: nobody walks in unseen");
        assert_eq!(other.post(&format!("{path}/timekeeper"), &[]).await.status, StatusCode::NOT_FOUND, "{engine}");
        press(&comes, &path, "1", "end").await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM consult_seat")).await, 0, "{engine}");
        let ended = comes.get(&path).await.body;
        assert!(ended.contains("This consult has ended") && !ended.contains("PLANTED"), "{engine}: {ended}");
        assert!(noor.get(&path).await.body.contains("PLANTEDopen"), "{engine}");
        // Taken back, those who wanted to come are told; so they are when its client is no longer there.
        let day = [("day", "2025-04-10")];
        let second = ok(&noor, &s("consults"), &offer(&n, &day)).await;
        ok(&other, &format!("{second}/place"), &[]).await;
        ok(&noor, &format!("{second}/removal"), &[]).await;
        let third = ok(&noor, &s("consults"), &offer(&n, &day)).await;
        ok(&other, &format!("{third}/place"), &[]).await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let left = sql!("UPDATE member SET left_at = 1 WHERE person_id = $1");
        tx.run(left, args![noor.id.as_ref()]).await.expect("runs");
        tx.commit().await.expect("commits");
        chores(&house).await;
        let offs = house.mails().await.iter().filter(|m| of(m, "METHOD:CANCEL")).count();
        assert_eq!(offs, 1 + 2 + 2, "{engine}: the one who came and the client, each time");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM consult WHERE ended_at IS NULL")).await, 0, "{engine}");
        // Pressed on a page of before: it says that there is nothing to come to.
        assert!(ok(&other, &format!("{third}/place"), &[]).await.contains("seat=gone"), "{engine}");
        // Of one that has ended the list of emails does not say who came.
        let traces = sql!("SELECT COUNT(*) FROM outbox WHERE dedupe_key LIKE 'consult-entry:%' AND state = 'sent'");
        let ended = literal(format!(
            "SELECT COUNT(*) FROM outbox WHERE dedupe_key LIKE '%{}%'",
            path.rsplit('/').next().expect("an id")
        ));
        assert!(count(&house, traces).await > 0 && count(&house, ended).await == 0, "{engine}");
    }
}

#[tokio::test]
async fn a_program_writes_its_own_protocol_and_adds_ours_once() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let noor = member(&house, "Noor").await;
        team(&house, "Cedar", &[&noor]).await;
        assert!(noor.get(&s("consults")).await.body.contains("Your program hasn’t added a protocol yet"), "{engine}");
        assert!(lead.get(&s("consults")).await.body.contains("Add five protocols"), "{engine}");
        let own = |steps_en: &'static str, steps_es: &'static str| {
            vec![
                ("kind", "protocol"),
                ("title_en", "Ours"),
                ("text_en", "How we do it."),
                ("origin", "Us"),
                ("licence", "own"),
                ("steps_en", steps_en),
                ("steps_es", steps_es),
            ]
        };
        for (steps, text) in [
            (("5 | Share | Tell", ""), "Line 1 needs four parts"),
            (("5 | a | b | c", "4 | a | b | c"), "with the same minutes"),
        ] {
            let wrong = lead.post(&s("new-card"), &own(steps.0, steps.1)).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
            assert!(wrong.body.contains(text) && wrong.body.contains(steps.0), "{engine}: {text}: {}", wrong.body);
        }
        // Without steps it is a draft that cannot be published.
        let empty = ok(&lead, &s("new-card"), &own("", "")).await;
        assert!(lead.get(&empty).await.body.contains("<li>steps</li>"), "{engine}");
        let path = ok(&lead, &s("new-card"), &own("5 | Share | Tell us | Listen\n10 | Talk | Listen | Talk", "")).await;
        ok(&lead, &format!("{path}/publication"), &[]).await;
        let card = noor.get(&path).await.body;
        assert!(card.contains("15 minutes") && card.contains("Tell us"), "{engine}: {card}");
        let list = noor.get(&s("consults")).await.body;
        assert!(
            list.contains("Ours") && !list.contains("/library/1\""),
            "{engine}: drafts are not for the cohort: {list}"
        );
        // A program that has one adds ours no more; one without adds them once.
        ok(&lead, &s("library/protocols"), &[]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM card")).await, 2, "{engine}");
        for card in [&empty, &path] {
            lead.post(&format!("{card}/withdrawal"), &[]).await;
            lead.post(&format!("{card}/removal"), &[]).await;
        }
        let add = s("library/protocols");
        join_all((0..4).map(|_| lead.post(&add, &[]))).await;
        let there = sql!("SELECT COUNT(*) FROM card WHERE kind = 'protocol' AND published_at IS NOT NULL");
        assert_eq!(count(&house, there).await, 5, "{engine}");
        // The library can still begin with everything else.
        assert!(lead.get(&s("library")).await.body.contains("Add starter cards"), "{engine}");
        assert_eq!(noor.post(&s("library/protocols"), &[]).await.status, StatusCode::NOT_FOUND, "{engine}");
    }
}
