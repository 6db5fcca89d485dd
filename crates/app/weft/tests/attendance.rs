//! Who comes and who was there: answers, the run of show, the way in, the door, a meeting's report.

use crate::common;

use axum::http::StatusCode;
use common::meet::{again, announced, count, fields, people, sittings};
use common::{Actor, House, s};
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

#[tokio::test]
async fn who_joins_is_there_once_and_a_report_adds_her_minutes() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 4).await;
        let path = announced(&lead, &fields("Session", &[("2025-03-05", "13:00", "16:00", "1", "")])).await;
        let id = sittings(&house, &path).await.remove(0);
        // Weeks ahead nobody was there: nothing is offered, and what is sent by hand is refused.
        let attendance = format!("{path}/attendance/1");
        let state = format!("state-{}", all[1].id.as_ref().expect("a person"));
        let refused = lead.post(&attendance, &[(&state, "present")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let moment = "You can mark attendance from Wed, Mar 5, 2025, 11:00 a.m.";
        assert!(refused.body.contains(moment) && !refused.body.contains("Save attendance"), "{}", refused.body);
        let refused = lead.upload(&format!("{attendance}/report"), "file", "Name,Join Time,Leave Time\n").await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains(moment));
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM attendance")).await, 0);
        let arrival = format!("{path}/sittings/{id}/arrival");
        let early = all[0].post(&arrival, &[]).await;
        assert!(
            early.status == StatusCode::UNPROCESSABLE_ENTITY && early.body.contains("You can’t check in right now"),
            "{}",
            early.body
        );
        house.kernel.clock.set(Time::parse("2025-03-05T17:50:00Z").expect("a moment"));
        let (lead, zero, three) = (again(&lead).await, again(&all[0]).await, again(&all[3]).await);
        for _ in 0..3 {
            let way_in = zero.post(&arrival, &[]).await.location().to_owned();
            assert!(zero.get(&way_in).await.body.contains("content=\"0;url=https://meet.example.org/secret-room\""));
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM attendance")).await, 1);
        // Ten minutes before the beginning there are no hours yet.
        let none = "You have no attendance on record yet";
        assert!(zero.get(&s("certificate")).await.body.contains(none));
        let page = zero.get(&path).await.body;
        assert!(page.contains("You’re checked in") && !page.contains("You attended"), "{page}");
        house.kernel.clock.set(Time::parse("2025-03-05T22:00:00Z").expect("a moment"));

        // Four lines about the meeting, a BOM, a name over two lines; one came twice, one under another name, a program
        // took notes.
        let report = "\u{feff}Meeting ID,Topic,Start Time,End Time\n\
            123 456,Session,03/05/2025 12:50:00 PM,03/05/2025 04:05:00 PM\n,,,\n\n\
            Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n\
            Person00,person00@example.org,03/05/2025 01:00:00 PM,03/05/2025 02:00:00 PM,60,No\n\
            Person00,person00@example.org,03/05/2025 01:30:00 PM,03/05/2025 03:00:00 PM,90,No\n\
            Front desk (Person01),,03/05/2025 01:05:00 PM,03/05/2025 04:00:00 PM,175,Yes\n\"Someone\n\
            else\",,03/05/2025 01:05:00 PM,03/05/2025 01:15:00 PM,10,Yes\n\
            read.ai meeting notes,,03/05/2025 01:00:00 PM,03/05/2025 04:00:00 PM,180,Yes\n";
        let attendance = format!("{path}/attendance/1");
        let refused = lead.upload(&format!("{attendance}/report"), "file", "a,b\n1,2\n").await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY
                && refused.body.contains("This file has no participant report columns"),
            "{}",
            refused.body
        );
        let kept = lead.upload(&format!("{attendance}/report"), "file", report).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
        let page = lead.get(kept.location()).await.body;
        assert!(
            page.contains("5 rows in the file")
                && page.contains("3 rows: 2 people were recognized.")
                && page.contains("One row: one name was not recognized.")
                && page.contains("One row from a recording bot."),
            "{page}"
        );
        assert!(page.contains("2 hours<br>"), "overlapping times count once: {page}");
        let ids: Vec<String> = all.iter().map(|p| p.id.as_ref().expect("a person").to_string()).collect();
        let who = [("who-0", ids[0].as_str()), ("who-1", ids[1].as_str()), ("who-2", ids[2].as_str()), ("who-3", "")];
        for _ in 0..2 {
            assert_eq!(lead.post(kept.location(), &who).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM attendance")).await, 3);
        assert_eq!(count(&house, sql!("SELECT CAST(SUM(minutes) AS BIGINT) FROM attendance")).await, 120 + 175 + 10);

        // The one who was away makes up for it; her hours say so, and nobody else can read them.
        let (state, how) = (format!("state-{}", ids[3]), format!("how-{}", ids[3]));
        lead.post(&attendance, &[(&state, "made-up"), (&how, "An hour with the team")]).await;
        let hours = three.get(&s("certificate")).await.body;
        assert!(hours.contains("Caught up") && hours.contains("3 hours"), "{hours}");
        assert!(zero.get(&s("certificate")).await.body.contains("2 hours in total"));
        assert_eq!(zero.get(&attendance).await.status, StatusCode::NOT_FOUND);
        // The season's page counts them for those who run it: three came, one caught up.
        let turnout = |page: &str| -> Vec<String> {
            let table = page.split_once("id=\"attendance\"").map(|(_, rest)| rest.to_owned()).unwrap_or_default();
            table.split("<td class=\"n\">").skip(1).filter_map(|t| t.split('<').next()).map(str::to_owned).collect()
        };
        let page = lead.get(&s("gatherings")).await.body;
        assert_eq!(turnout(&page), ["3", "1"]);
        // Each link of that table opens.
        let table = page.split_once("id=\"attendance\"").expect("a table").1;
        let links: Vec<&str> = table.split("<a href=\"").skip(1).filter_map(|l| l.split('"').next()).collect();
        assert!(links.contains(&attendance.as_str()), "{table}");
        for link in links.iter().filter(|l| l.starts_with("/s/")) {
            assert_eq!(lead.get(link).await.status, StatusCode::OK, "{link}");
        }
        // The dashboard, the list of gatherings and the page of attendance say the same, also once someone has left.
        let page = lead.get(&s("")).await.body;
        assert!(page.contains("3 of 4 attended"), "{page}");
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let leave = sql!("UPDATE registration SET state = 'left' WHERE person_id = $1");
        tx.run(leave, args![all[2].id.as_ref()]).await.expect("leaves");
        tx.commit().await.expect("commits");
        assert!(lead.get(&s("")).await.body.contains("3 of 4 attended"));
        assert!(lead.get(&attendance).await.body.contains("3 of 4 attended, and one caught up."));
        assert_eq!(turnout(&lead.get(&s("gatherings")).await.body), ["3", "1"]);
        assert!(!zero.get(&s("gatherings")).await.body.contains("Attendance so far"));
        // A mark by hand that is taken back is gone.
        lead.post(&attendance, &[(&state, "away")]).await;
        assert!(three.get(&s("certificate")).await.body.contains("You have no attendance on record yet"));
    }
}

#[tokio::test]
async fn a_phone_that_was_away_loses_and_doubles_nothing() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 3).await;
        let in_person = |day| {
            let mut typed = fields("Retreat", &[(day, "10:30", "16:00", "1", "")]);
            typed.retain(|(n, _)| n != "format" && n != "link-1");
            typed.push(("format".into(), "in-person".into()));
            typed
        };
        let path = announced(&lead, &in_person("2025-01-10")).await;
        let door = format!("{path}/door/{}", sittings(&house, &path).await[0]);
        let ids: Vec<String> = all.iter().map(|p| p.id.as_ref().expect("a person").to_string()).collect();
        let at = |minutes: i64| house.kernel.now().plus_seconds(minutes * 60).0 / 1_000;
        // The phone saw two people before it was away for an hour, and sends what it knows twice.
        let marks = [
            format!("{}|here|{}", ids[0], at(10)),
            format!("{}|here|{}", ids[1], at(12)),
            format!("nobody|here|{}", at(12)),
            "broken".into(),
        ];
        let body = serde_urlencoded::to_string(marks.iter().map(|m| ("mark", m.as_str())).collect::<Vec<_>>())
            .expect("encodes");
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("accept", "application/json")];
        house.kernel.clock.advance(70 * 60);
        for _ in 0..2 {
            let told = lead.send("POST", &door, Some(body.clone()), &headers).await;
            let here: serde_json::Value = serde_json::from_str(&told.body).expect("json");
            assert_eq!(here["here"].as_array().map(Vec::len), Some(2), "{}", told.body);
            assert_eq!(here["at"].as_i64(), Some(house.kernel.now().0 / 1_000));
        }
        // Another device asks who is here, and marks nobody.
        let told = lead.send("POST", &door, Some(String::new()), &headers).await;
        let here: serde_json::Value = serde_json::from_str(&told.body).expect("json");
        assert_eq!(here["here"].as_array().map(Vec::len), Some(2), "{}", told.body);
        assert!(lead.get(&door).await.body.contains(&format!("data-made=\"{}\"", house.kernel.now().0 / 1_000)));
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM attendance WHERE source = 'door'")).await, 2);
        // It was the hour at the door, not the hour of the line.
        assert_eq!(
            count(&house, sql!("SELECT MIN(first_at) FROM attendance")).await,
            Time::parse("2025-01-10T15:10:00Z").expect("a moment").0
        );
        // Another phone's old "away" does not undo it; a press now does.
        lead.post(&door, &[("mark", &format!("{}|away|{}", ids[0], at(-65)))]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM attendance")).await, 2);
        lead.post(&door, &[("mark", &format!("{}|away", ids[0]))]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM attendance")).await, 1);
        assert!(
            lead.get(&door).await.body.contains("1 of 3 are here")
                && all[0].get(&door).await.status == StatusCode::NOT_FOUND
        );
        // Nobody is checked in days before: the list says when it opens, and takes nothing.
        let later = announced(&lead, &in_person("2025-01-14")).await;
        let early = format!("{later}/door/{}", sittings(&house, &later).await[0]);
        lead.post(&early, &[("mark", &format!("{}|here", ids[0]))]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM attendance")).await, 1);
        let page = lead.get(&early).await.body;
        assert!(page.contains("Check-in opens on") && !page.contains("data-door"), "{page}");
        let poster = lead.get(&format!("{door}/poster")).await.body;
        assert!(poster.contains(&format!("http://localhost{path}")) && poster.contains("h1v1h-1z"));
    }
}

#[tokio::test]
async fn answers_are_read_by_those_who_run_it_and_by_no_one_else() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let all = people(&house, 2).await;
    let path = announced(&lead, &fields("Session", &[("2025-03-05", "13:00", "16:00", "1", "")])).await;
    let answer = format!("{path}/answer");
    let silent = all[0].post(&answer, &[("answer", "need"), ("note", "")]).await;
    assert!(silent.status == StatusCode::UNPROCESSABLE_ENTITY && silent.body.contains("Tell us what you need"));
    all[0].post(&answer, &[("answer", "yes")]).await;
    all[0].post(&answer, &[("answer", "need"), ("note", "A quiet <room>")]).await;
    assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM gathering_answer")).await, 1, "the last word counts");
    let facilitator = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
    assert!(facilitator.get(&path).await.body.contains("A quiet &#60;room&#62;"));
    for (name, role) in [("Coach", Role::Coach), ("Evaluator", Role::Evaluator), ("Advisor", Role::Advisor)] {
        let other = house.someone(name, Some(role), Strength::TwoFactors).await;
        let page = other.get(&path).await;
        assert!(
            page.status == StatusCode::OK && !page.body.contains("A quiet") && !page.body.contains("secret-room"),
            "{name}"
        );
    }
    assert!(!all[1].get(&path).await.body.contains("A quiet"));
}

#[tokio::test]
async fn a_run_of_show_says_what_is_missing_and_keeps_its_order() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let path = announced(&lead, &fields("Session", &[("2025-03-05", "13:00", "16:00", "1", "")])).await;
        let agenda = format!("{path}/agenda/1");
        lead.post(
            &agenda,
            &[("kind", "content"), ("minutes", "200"), ("title_en", "Too much"), ("cue", "For us alone")],
        )
        .await;
        let page = lead.get(&agenda).await.body;
        assert!(
            page.contains("20 min past")
                && page.contains("Grounding and celebration should come first")
                && page.contains("no peer consult"),
            "{page}"
        );
        lead.post(&agenda, &[("kind", "grounding"), ("minutes", "10"), ("title_en", "Arrive")]).await;
        let ids: Vec<String> = lead
            .get(&agenda)
            .await
            .body
            .split("<li id=\"b-")
            .skip(1)
            .filter_map(|t| t.split('"').next())
            .map(str::to_owned)
            .collect();
        assert_eq!(ids.len(), 2);
        lead.post(&format!("{agenda}/blocks/{}", ids[1]), &[("act", "up")]).await;
        let page = lead.get(&agenda).await.body;
        assert!(page.find("Arrive").expect("there") < page.find("Too much").expect("there"));
        let refused = lead
            .post(
                &format!("{agenda}/blocks/{}", ids[0]),
                &[("act", "save"), ("kind", "content"), ("minutes", "0"), ("title_en", "Still typed")],
            )
            .await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("Still typed"));
        lead.post(&format!("{agenda}/blocks/{}", ids[0]), &[("act", "remove")]).await;
        lead.post(&format!("{agenda}/blocks/{}", ids[1]), &[("act", "remove")]).await;
        for _ in 0..2 {
            lead.post(&format!("{agenda}/template"), &[]).await;
        }
        let page = lead.get(&agenda).await.body;
        assert!(page.contains("3 hours of 3 hours planned") && !page.contains("should come first"), "{page}");
        // A block that someone else removed: moving or removing it says so, and what was typed for it is kept.
        let id = page.split("<li id=\"b-").nth(1).and_then(|t| t.split('"').next()).expect("a block").to_owned();
        let block = format!("{agenda}/blocks/{id}");
        for act in ["remove", "remove", "up"] {
            let to = lead.post(&block, &[("act", act)]).await.location().to_owned();
            assert!(to.starts_with(&agenda), "{act}: {to}");
        }
        assert!(lead.get(&format!("{agenda}?gone=1")).await.body.contains("This block was already removed."));
        let typed = [("act", "save"), ("kind", "content"), ("minutes", "10"), ("title_en", "Typed for long")];
        let kept = lead.post(&block, &typed).await;
        assert_eq!(kept.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(kept.body.contains("Typed for long") && kept.body.contains("Your text is under Add block"));
        // Whoever takes part sees the blocks, never the notes.
        let one = house.someone("Basil", Some(Role::Registrant), Strength::Link).await;
        let page = one.get(&path).await.body;
        assert!(page.contains("Peer consult") && !page.contains("For us alone"));
    }
}

#[tokio::test]
async fn marks_that_are_older_than_an_arrival_take_nothing_away() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let all = people(&house, 2).await;
    let path = announced(&lead, &fields("Session", &[("2025-01-10", "10:10", "12:00", "1", "")])).await;
    let id = sittings(&house, &path).await.remove(0);
    let ids: Vec<String> = all.iter().map(|p| p.id.as_ref().expect("a person").to_string()).collect();
    // The page was opened while nobody was there; then one joins, and the other is marked by hand.
    all[0].post(&format!("{path}/sittings/{id}/arrival"), &[]).await;
    let (a, b, was_a, was_b) = (
        format!("state-{}", ids[0]),
        format!("state-{}", ids[1]),
        format!("was-{}", ids[0]),
        format!("was-{}", ids[1]),
    );
    lead.post(&format!("{path}/attendance/1"), &[(&a, "away"), (&was_a, "away"), (&b, "present"), (&was_b, "away")])
        .await;
    assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM attendance")).await, 2);
    // Whoever runs a gathering has shown a second factor; so has whoever follows what she runs.
    let ayo = house.someone("Ayo", Some(Role::Facilitator), Strength::Link).await;
    for page in [format!("{path}/attendance/1"), format!("{path}/room/{id}/console"), path.clone()] {
        assert_eq!(ayo.get(&page).await.status, StatusCode::NOT_FOUND, "{page}");
    }
    let feed = async |actor: &Actor<'_>| {
        let made = actor.post("/me/calendar/address", &[]).await.body;
        let at = made.find("http://localhost/calendars/").expect("an address");
        house.visitor().get(made[at + "http://localhost".len()..].split('<').next().expect("an end")).await.body
    };
    assert!(!feed(&ayo).await.contains("BEGIN:VEVENT"));
    assert!(feed(&again(&ayo).await).await.contains("BEGIN:VEVENT"));
}

#[tokio::test]
async fn a_hand_corrects_what_is_on_record_and_giving_back_takes_nothing_else() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 2).await;
        // She was marked as there by mistake, and made up for it: that is what counts then.
        let path = announced(&lead, &fields("Session", &[("2025-01-09", "13:00", "16:00", "1", "")])).await;
        let id = all[0].id.as_ref().expect("a person").to_string();
        let (state, was, how) = (format!("state-{id}"), format!("was-{id}"), format!("how-{id}"));
        let attendance = format!("{path}/attendance/1");
        lead.post(&attendance, &[(&state, "present"), (&was, "away")]).await;
        lead.post(&attendance, &[(&state, "made-up"), (&was, "present"), (&how, "An hour with the team")]).await;
        assert_eq!(
            count(
                &house,
                sql!("SELECT COUNT(*) FROM attendance WHERE state = 'made-up' AND how = 'An hour with the team'")
            )
            .await,
            1
        );
        // Of two full times she waits for one; giving back the other, which she never had, changes nothing.
        let path = announced(
            &lead,
            &fields(
                "Coaching",
                &[("2025-03-24", "13:00", "14:30", "1", "1"), ("2025-03-25", "13:00", "14:30", "1", "1")],
            ),
        )
        .await;
        let times = sittings(&house, &path).await;
        all[1].post(&format!("{path}/sittings/{}/choice", times[0]), &[]).await;
        all[0].post(&format!("{path}/sittings/{}/choice", times[0]), &[]).await;
        all[0].post(&format!("{path}/sittings/{}/departure", times[1]), &[]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM sitting_place WHERE state = 'waiting'")).await, 1);
    }
}
