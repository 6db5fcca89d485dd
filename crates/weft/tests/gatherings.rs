//! Gatherings: two who want the last seat, a move that everyone hears of once, the calendar that follows, the report of a meeting.

mod common;

use axum::http::StatusCode;
use common::{Actor, House, s};
use futures_util::future::join_all;
use weft::kernel::clock::Time;
use weft::people::Strength;
use weft::programs::Role;
use weft::{args, sql};

/// The fields of a gathering's form: its kind, and day, hours, part and seats of each time.
fn fields(title: &str, times: &[(&str, &str, &str, &str, &str)]) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = [("title_en", title), ("title_es", "Sesión"), ("kind", "session"), ("format", "online"), ("purpose_en", "To see, together.")]
        .iter()
        .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
        .collect();
    for (i, (day, from, until, part, seats)) in times.iter().enumerate() {
        let n = i + 1;
        let row = [
            ("day", *day),
            ("from", *from),
            ("until", *until),
            ("part", *part),
            ("seats", *seats),
            ("zone", "America/New_York"),
            ("link", "https://meet.example.org/secret-room"),
        ];
        all.extend(row.iter().map(|(name, value)| (format!("{name}-{n}"), (*value).to_owned())));
    }
    all
}

async fn send(actor: &Actor<'_>, path: &str, fields: &[(String, String)]) -> common::Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    actor.post(path, &fields).await
}

/// Makes a gathering and announces it; returns its path.
async fn announced(lead: &Actor<'_>, fields: &[(String, String)]) -> String {
    let made = send(lead, &s("new-gathering"), fields).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let path = made.location().to_owned();
    assert_eq!(lead.post(&format!("{path}/publication"), &[]).await.status, StatusCode::SEE_OTHER);
    path
}

async fn people(house: &House, n: usize) -> Vec<Actor<'_>> {
    let mut all = Vec::new();
    for i in 0..n {
        all.push(house.someone(&format!("Person{i:02}"), Some(Role::Registrant), Strength::Link).await);
    }
    all
}

async fn sittings(house: &House, path: &str) -> Vec<String> {
    let number: i64 = path.rsplit('/').next().and_then(|n| n.parse().ok()).expect("a number");
    let rows: Vec<(String,)> = house
        .kernel
        .db
        .read()
        .await
        .expect("reads")
        .all(
            sql!("SELECT s.id FROM sitting s JOIN gathering g ON g.id = s.gathering_id WHERE g.number = $1 AND s.removed_at IS NULL ORDER BY s.starts_at, s.id"),
            args![number],
        )
        .await
        .expect("there");
    rows.into_iter().map(|(id,)| id).collect()
}

/// The same person in a new browser: sign-ins end while a clock is moved.
async fn again<'h>(actor: &Actor<'h>) -> Actor<'h> {
    actor.house.as_person(actor.id.as_ref().expect("a person"), Strength::TwoFactors).await
}

async fn count(house: &House, sql: weft::kernel::db::Sql) -> i64 {
    house.kernel.db.read().await.expect("reads").one::<(i64,)>(sql, args![]).await.expect("counts").0
}

fn goes_to<'m>(mails: &'m [String], who: &str) -> Vec<&'m String> {
    mails.iter().filter(|m| m.contains(&format!("To: {who}@example.org")) || m.contains(&format!("<{who}@example.org>"))).collect()
}

#[tokio::test]
async fn of_two_who_want_the_last_seat_one_has_it_and_the_other_waits() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 3).await;
        let path = announced(&lead, &fields("Coaching", &[("2025-03-24", "13:00", "14:30", "1", "1"), ("2025-03-25", "13:00", "14:30", "1", "1")])).await;
        let asked = house.mails().await;
        assert_eq!(asked.len(), 3, "each is asked to choose, once");
        assert!(asked.iter().all(|m| m.contains("Choose your time") && !m.contains("BEGIN:VCALENDAR")), "nothing stands in a calendar that is not chosen");
        let times = sittings(&house, &path).await;
        let choose = |id: &str| format!("{path}/sittings/{id}/choice");

        // All three at once: one seat, two on the list.
        let (first, second) = (choose(&times[0]), choose(&times[1]));
        let answers = join_all(all.iter().map(|p| p.post(&first, &[]))).await;
        assert!(answers.iter().all(|a| a.status == StatusCode::SEE_OTHER));
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM sitting_place WHERE state = 'held'")).await, 1);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM sitting_place WHERE state = 'waiting'")).await, 2);
        let mut holder = None;
        for p in &all {
            if p.get(&path).await.body.contains("Your time") {
                holder = Some(p);
            }
        }
        let holder = holder.expect("someone has it");
        assert_eq!(house.mails().await.iter().filter(|m| m.contains("METHOD:REQUEST")).count(), 1, "one calendar has it");

        // The one who has it changes to the other day: whoever waited first gets her seat, and hears of it.
        holder.post(&second, &[]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM sitting_place WHERE state = 'held'")).await, 2);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM sitting WHERE taken = 1")).await, 2);
        let mails = house.mails().await;
        assert_eq!(mails.iter().filter(|m| m.contains("A seat came free")).count(), 1);
        assert_eq!(mails.iter().filter(|m| m.contains("METHOD:CANCEL")).count(), 1, "her first day leaves her calendar");

        // Pressing again changes nothing; giving back twice is once.
        holder.post(&second, &[]).await;
        holder.post(&format!("{path}/sittings/{}/departure", times[1]), &[]).await;
        holder.post(&format!("{path}/sittings/{}/departure", times[1]), &[]).await;
        assert_eq!(
            count(&house, sql!("SELECT CAST(SUM(taken) AS BIGINT) FROM sitting")).await,
            count(&house, sql!("SELECT COUNT(*) FROM sitting_place WHERE state = 'held'")).await
        );

        // More seats let in who waits. Fewer than are taken are refused, with what was typed.
        let mut more = fields("Coaching", &[("2025-03-24", "13:00", "14:30", "1", "2"), ("2025-03-25", "13:00", "14:30", "1", "1")]);
        more.extend([("id-1".to_owned(), times[0].clone()), ("id-2".to_owned(), times[1].clone())]);
        assert_eq!(send(&lead, &format!("{path}/edit"), &more).await.status, StatusCode::SEE_OTHER);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM sitting_place WHERE state = 'waiting'")).await, 0);
        let mut fewer = fields("Coaching <b>", &[("2025-03-24", "13:00", "14:30", "1", "1"), ("2025-03-25", "13:00", "14:30", "1", "1")]);
        fewer.extend([("id-1".to_owned(), times[0].clone()), ("id-2".to_owned(), times[1].clone())]);
        let refused = send(&lead, &format!("{path}/edit"), &fewer).await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("More people hold a seat") && refused.body.contains("Coaching &#60;b&#62;"),
            "{}",
            refused.body
        );

        // After the last day one may no longer choose.
        house.kernel.clock.set(Time::parse("2025-03-24T18:00:00Z").expect("a moment"));
        let late = again(&all[0]).await.post(&first, &[]).await;
        assert!(late.status == StatusCode::UNPROCESSABLE_ENTITY && late.body.contains("is over"), "{}", late.body);
    }
}

#[tokio::test]
async fn a_move_changes_every_calendar_letter_and_page_once() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 20).await;
        let times = [("2025-03-04", "13:00", "16:00", "1", ""), ("2025-03-11", "13:00", "16:00", "2", ""), ("2025-03-12", "13:00", "16:00", "3", "")];
        let path = announced(&lead, &fields("Three days", &times)).await;
        let told = house.mails().await;
        assert_eq!(told.len(), 60, "an invitation for each day and person");
        for m in &told {
            assert!(m.contains("text/calendar; charset=utf-8; method=REQUEST") && m.contains("BEGIN:VTIMEZONE") && m.contains("TZID:America/New_York"), "{m}");
            assert!(!m.contains("secret-room"), "a link into a meeting is on the page alone");
        }
        // The clocks change between the days, and the page says the wall time.
        let page = all[0].get(&path).await.body;
        assert!(page.matches("1:00 pm to 4:00 pm, New York time").count() >= 3 && !page.contains("secret-room"), "{page}");

        // Her calendar, before and after.
        let made = all[3].post("/me/calendar/address", &[]).await.body;
        let at = made.find("http://localhost/calendars/").expect("an address");
        let feed = made[at + "http://localhost".len()..].split('<').next().expect("an end").to_owned();
        let visitor = house.visitor();
        let before = visitor.get(&feed).await;
        assert_eq!(before.body.matches("BEGIN:VEVENT").count(), 3);
        assert!(before.body.contains("DTSTART;TZID=America/New_York:20250311T130000") && !before.body.contains("secret-room"), "{}", before.body);
        let etag = before.headers["etag"].to_str().expect("text").to_owned();
        assert_eq!(visitor.send("GET", &feed, None, &[("if-none-match", &etag)]).await.status, StatusCode::NOT_MODIFIED);

        // The second day moves by an hour and gets a place: twenty letters, not sixty, each with what was and what is.
        let ids = sittings(&house, &path).await;
        let mut moved = fields("Three days", &[times[0], ("2025-03-11", "14:00", "17:00", "2", ""), times[2]]);
        moved.extend((1..=3).map(|n| (format!("id-{n}"), ids[n - 1].clone())));
        moved.push(("place-2".into(), "Town hall".into()));
        assert_eq!(send(&lead, &format!("{path}/edit"), &moved).await.status, StatusCode::SEE_OTHER);
        let letters = house.mails().await;
        let news: Vec<&String> = letters.iter().filter(|m| m.contains("Changed: Three days")).collect();
        assert_eq!((letters.len(), news.len()), (80, 20));
        assert!(news.iter().all(|m| m.contains("SEQUENCE:1") && m.contains("METHOD:REQUEST") && m.contains("Town hall")), "{}", news[0]);
        assert_eq!(goes_to(&letters, "person07").len(), 4);
        let page = all[0].get(&path).await.body;
        assert!(page.contains("was Tuesday, March 11, 2025, 1:00 pm to 4:00 pm") && page.contains("now Tuesday, March 11, 2025, 2:00 pm to 5:00 pm"), "{page}");
        let after = visitor.send("GET", &feed, None, &[("if-none-match", &etag)]).await;
        assert!(after.status == StatusCode::OK && after.body.contains("DTSTART;TZID=America/New_York:20250311T140000") && after.body.matches("SEQUENCE:1").count() == 1);

        // The same again is no news.
        send(&lead, &format!("{path}/edit"), &moved).await;
        assert_eq!(house.mails().await.len(), 80);

        // Called off: it leaves the calendars, with the reason, once.
        for _ in 0..2 {
            lead.post(&format!("{path}/cancellation"), &[("reason", "The house is snowed in.")]).await;
        }
        let letters = house.mails().await;
        let off: Vec<&String> = letters.iter().filter(|m| m.contains("METHOD:CANCEL")).collect();
        assert_eq!((letters.len(), off.len()), (140, 60));
        assert!(off.iter().all(|m| m.contains("STATUS:CANCELLED") && m.contains("snowed in")));
        assert_eq!(visitor.get(&feed).await.body.matches("STATUS:CANCELLED").count(), 3);

        // An address that has ended is no address.
        all[3].post("/me/calendar/end", &[]).await;
        assert_eq!(visitor.get(&feed).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_time_becomes_a_choice_and_who_had_it_keeps_it() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    people(&house, 2).await;
    let path = announced(&lead, &fields("One", &[("2025-03-24", "13:00", "14:30", "1", "")])).await;
    let ids = sittings(&house, &path).await;
    let mut two = fields("One", &[("2025-03-24", "13:00", "14:30", "1", ""), ("2025-03-25", "13:00", "14:30", "1", "")]);
    two.push(("id-1".into(), ids[0].clone()));
    assert_eq!(send(&lead, &format!("{path}/edit"), &two).await.status, StatusCode::SEE_OTHER);
    assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM sitting_place WHERE state = 'held'")).await, 2);
    assert_eq!(house.mails().await.len(), 2, "nothing changed for them");
}

#[tokio::test]
async fn what_cannot_be_is_said_beside_its_field_and_nothing_is_lost() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    for (times, says) in [
        ([("2026-03-08", "02:30", "04:00", "1", "")], "jump over this hour"),
        ([("2025-03-24", "25:00", "14:30", "1", "")], "hours and minutes"),
        ([("someday", "13:00", "14:30", "1", "")], "year-month-day"),
        ([("2025-03-24", "13:00", "13:00", "1", "")], "between 5 minutes"),
        ([("2025-03-24", "13:00", "14:00", "1", "none")], "whole number"),
    ] {
        let refused = send(&lead, &s("new-gathering"), &fields("Kept words", &times)).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains(says) && refused.body.contains("Kept words"), "{times:?} {}", refused.body);
    }
    for (name, value, says) in [
        ("zone-1", "EST", "do not know this zone"),
        ("link-1", "javascript:alert(1)", "whole link"),
        ("kind", "party", "one of the list"),
        ("title_en", "", "fill this in"),
    ] {
        let mut typed = fields("Kept words", &[("2025-03-24", "13:00", "14:30", "1", "")]);
        typed.retain(|(n, _)| n != name && (name != "title_en" || n != "title_es"));
        typed.push((name.to_owned(), value.to_owned()));
        let refused = send(&lead, &s("new-gathering"), &typed).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains(says), "{name} {}", refused.body);
    }
    assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM gathering")).await, 0);
    // Past midnight is the next day.
    let night = send(&lead, &s("new-gathering"), &fields("Night", &[("2025-03-24", "22:00", "01:00", "1", "")])).await;
    assert_eq!(night.status, StatusCode::SEE_OTHER);
    assert_eq!(count(&house, sql!("SELECT minutes FROM sitting")).await, 180);
}

#[tokio::test]
async fn a_season_moves_as_a_whole_and_pressing_twice_moves_it_once() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        people(&house, 2).await;
        announced(&lead, &fields("Before", &[("2025-01-09", "13:00", "14:30", "1", "")])).await;
        announced(&lead, &fields("First", &[("2025-03-05", "13:00", "14:30", "1", "")])).await;
        announced(&lead, &fields("Second", &[("2025-03-26", "13:00", "14:30", "1", "")])).await;
        let sent = house.mails().await.len();
        let first = lead.get(&s("season-plan")).await.body;
        let first = first.split_once("name=\"first\" value=\"").and_then(|(_, r)| r.split('"').next()).expect("a beginning").to_owned();
        let path = s("season-plan/shift");
        let press = [("first", first.as_str()), ("days", "7")];
        assert_eq!(lead.post(&path, &press).await.status, StatusCode::SEE_OTHER);
        let again = lead.post(&path, &press).await;
        assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.body.contains("The plan has changed"), "{}", again.body);
        let page = lead.get(&s("gatherings")).await.body;
        // The clocks changed on March 9; one o'clock stays one o'clock.
        assert!(page.contains("Wednesday, March 12, 2025") && page.contains("Wednesday, April 2, 2025") && page.contains("Thursday, January 9, 2025"), "{page}");
        assert_eq!(page.matches("1:00 pm to 2:30 pm").count(), 3);
        assert_eq!(house.mails().await.len(), sent + 4, "two people, two gatherings that moved");
    }
}

#[tokio::test]
async fn who_joins_is_there_once_and_a_report_adds_her_minutes() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 4).await;
        let path = announced(&lead, &fields("Session", &[("2025-03-05", "13:00", "16:00", "1", "")])).await;
        let id = sittings(&house, &path).await.remove(0);
        let arrival = format!("{path}/sittings/{id}/arrival");
        let early = all[0].post(&arrival, &[]).await;
        assert!(early.status == StatusCode::UNPROCESSABLE_ENTITY && early.body.contains("not open now"), "{}", early.body);
        house.kernel.clock.set(Time::parse("2025-03-05T17:50:00Z").expect("a moment"));
        let (lead, zero, three) = (again(&lead).await, again(&all[0]).await, again(&all[3]).await);
        for _ in 0..3 {
            let way_in = zero.post(&arrival, &[]).await.location().to_owned();
            assert!(zero.get(&way_in).await.body.contains("content=\"0;url=https://meet.example.org/secret-room\""));
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM attendance")).await, 1);
        house.kernel.clock.set(Time::parse("2025-03-05T22:00:00Z").expect("a moment"));

        // Four lines about the meeting, a BOM, a name over two lines; one came twice, one under another name, a program took notes.
        let report = "\u{feff}Meeting ID,Topic,Start Time,End Time\n123 456,Session,03/05/2025 12:50:00 PM,03/05/2025 04:05:00 PM\n,,,\n\nName (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n\
            Person00,person00@example.org,03/05/2025 01:00:00 PM,03/05/2025 02:00:00 PM,60,No\nPerson00,person00@example.org,03/05/2025 01:30:00 PM,03/05/2025 03:00:00 PM,90,No\n\
            Front desk (Person01),,03/05/2025 01:05:00 PM,03/05/2025 04:00:00 PM,175,Yes\n\"Someone\nelse\",,03/05/2025 01:05:00 PM,03/05/2025 01:15:00 PM,10,Yes\nread.ai meeting notes,,03/05/2025 01:00:00 PM,03/05/2025 04:00:00 PM,180,Yes\n";
        let attendance = format!("{path}/attendance/1");
        let refused = lead.upload(&format!("{attendance}/report"), "file", "a,b\n1,2\n").await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("No line of this file"), "{}", refused.body);
        let kept = lead.upload(&format!("{attendance}/report"), "file", report).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
        let page = lead.get(kept.location()).await.body;
        assert!(page.contains("2 names are known") && page.contains("1 not yet") && page.contains("one is a recording program"), "{page}");
        assert!(page.contains("2 h</td>"), "overlapping times count once: {page}");
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
        assert!(hours.contains("Made up for") && hours.contains("3 h"), "{hours}");
        assert!(zero.get(&s("certificate")).await.body.contains("2 h in all"));
        assert_eq!(zero.get(&attendance).await.status, StatusCode::NOT_FOUND);
        // A mark by hand that is taken back is gone.
        lead.post(&attendance, &[(&state, "away")]).await;
        assert!(three.get(&s("certificate")).await.body.contains("No gathering is on record"));
    }
}

#[tokio::test]
async fn a_phone_that_was_away_loses_and_doubles_nothing() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 3).await;
        let mut typed = fields("Retreat", &[("2025-01-10", "10:30", "16:00", "1", "")]);
        typed.retain(|(n, _)| n != "format" && n != "link-1");
        typed.push(("format".into(), "in-person".into()));
        let path = announced(&lead, &typed).await;
        let door = format!("{path}/door/{}", sittings(&house, &path).await[0]);
        let ids: Vec<String> = all.iter().map(|p| p.id.as_ref().expect("a person").to_string()).collect();
        let at = |minutes: i64| house.kernel.now().plus_seconds(minutes * 60).0 / 1_000;
        // The phone saw two people before it was away for an hour, and sends what it knows twice.
        let marks = [format!("{}|here|{}", ids[0], at(10)), format!("{}|here|{}", ids[1], at(12)), format!("nobody|here|{}", at(12)), "broken".into()];
        let body = serde_urlencoded::to_string(marks.iter().map(|m| ("mark", m.as_str())).collect::<Vec<_>>()).expect("encodes");
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("accept", "application/json")];
        house.kernel.clock.advance(70 * 60);
        for _ in 0..2 {
            let told = lead.send("POST", &door, Some(body.clone()), &headers).await;
            let here: serde_json::Value = serde_json::from_str(&told.body).expect("json");
            assert_eq!(here["here"].as_array().map(Vec::len), Some(2), "{}", told.body);
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM attendance WHERE source = 'door'")).await, 2);
        // It was the hour at the door, not the hour of the line.
        assert_eq!(count(&house, sql!("SELECT MIN(first_at) FROM attendance")).await, Time::parse("2025-01-10T15:10:00Z").expect("a moment").0);
        // Another phone's old "away" does not undo it; a press now does.
        lead.post(&door, &[("mark", &format!("{}|away|{}", ids[0], at(-65)))]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM attendance")).await, 2);
        lead.post(&door, &[("mark", &format!("{}|away", ids[0]))]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM attendance")).await, 1);
        assert!(lead.get(&door).await.body.contains("1 of 3 are here") && all[0].get(&door).await.status == StatusCode::NOT_FOUND);
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
    assert!(silent.status == StatusCode::UNPROCESSABLE_ENTITY && silent.body.contains("say what you need"));
    all[0].post(&answer, &[("answer", "yes")]).await;
    all[0].post(&answer, &[("answer", "need"), ("note", "A quiet <room>")]).await;
    assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM gathering_answer")).await, 1, "the last word counts");
    let facilitator = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
    assert!(facilitator.get(&path).await.body.contains("A quiet &#60;room&#62;"));
    for (name, role) in [("Coach", Role::Coach), ("Evaluator", Role::Evaluator), ("Advisor", Role::Advisor)] {
        let other = house.someone(name, Some(role), Strength::TwoFactors).await;
        let page = other.get(&path).await;
        assert!(page.status == StatusCode::OK && !page.body.contains("A quiet") && !page.body.contains("secret-room"), "{name}");
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
        lead.post(&agenda, &[("kind", "content"), ("minutes", "200"), ("title_en", "Too much"), ("cue", "For us alone")]).await;
        let page = lead.get(&agenda).await.body;
        assert!(page.contains("20 min longer") && page.contains("Grounding and celebration should come first") && page.contains("no peer consult"), "{page}");
        lead.post(&agenda, &[("kind", "grounding"), ("minutes", "10"), ("title_en", "Arrive")]).await;
        let ids: Vec<String> = lead.get(&agenda).await.body.split("<li id=\"b-").skip(1).filter_map(|t| t.split('"').next()).map(str::to_owned).collect();
        assert_eq!(ids.len(), 2);
        lead.post(&format!("{agenda}/blocks/{}", ids[1]), &[("act", "up")]).await;
        let page = lead.get(&agenda).await.body;
        assert!(page.find("Arrive").expect("there") < page.find("Too much").expect("there"));
        let refused = lead.post(&format!("{agenda}/blocks/{}", ids[0]), &[("act", "save"), ("kind", "content"), ("minutes", "0"), ("title_en", "Still typed")]).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("Still typed"));
        lead.post(&format!("{agenda}/blocks/{}", ids[0]), &[("act", "remove")]).await;
        lead.post(&format!("{agenda}/blocks/{}", ids[1]), &[("act", "remove")]).await;
        for _ in 0..2 {
            lead.post(&format!("{agenda}/template"), &[]).await;
        }
        let page = lead.get(&agenda).await.body;
        assert!(page.contains("3 h of 3 h planned") && !page.contains("should come first"), "{page}");
        // Whoever takes part sees the blocks, never the notes.
        let one = house.someone("Basil", Some(Role::Registrant), Strength::Link).await;
        let page = one.get(&path).await.body;
        assert!(page.contains("Peer consult") && !page.contains("For us alone"));
    }
}

#[tokio::test]
async fn a_season_is_copied_as_drafts_and_its_page_asks_no_more_for_forty() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let one = people(&house, 1).await.remove(0);
        let mut counts = Vec::new();
        for n in 1..=40 {
            announced(&lead, &fields(&format!("Session {n}"), &[("2025-03-05", "13:00", "16:00", "1", ""), ("2025-03-06", "13:00", "16:00", "2", "")])).await;
            if n == 1 || n == 40 {
                let before = house.kernel.db.statements_run();
                assert_eq!(one.get(&s("gatherings")).await.status, StatusCode::OK);
                counts.push(house.kernel.db.statements_run() - before);
            }
        }
        assert_eq!(counts[0], counts[1]);
        assert!(counts[1] <= 5, "{counts:?}");

        // Another season of the same lead: the plan comes over, as drafts, once.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let (program_id,): (weft::kernel::ids::Id,) = tx.one(sql!("SELECT program_id FROM season WHERE id = $1"), args![&house.season]).await.expect("there");
        let new = weft::programs::store::NewSeason {
            program_id,
            slug: "season-2026".into(),
            name: "Season 2026".into(),
            label: None,
            starts_on: "2026-01-15".into(),
            ends_on: "2026-10-17".into(),
            seats: 4,
            zone: "America/New_York".into(),
            is_pilot: false,
        };
        let next = weft::programs::store::insert_season(&house.kernel, &mut tx, &new).await.expect("inserts").expect("new");
        weft::programs::store::grant_role(&house.kernel, &mut tx, lead.id.as_ref().expect("a person"), &next, Role::Lead).await.expect("grants");
        tx.commit().await.expect("commits");
        let path = "/s/season-2026/season-plan/copy";
        assert_eq!(lead.post(path, &[("from", "season-2025")]).await.status, StatusCode::SEE_OTHER);
        assert!(lead.post(path, &[("from", "season-2025")]).await.body.contains("has gatherings already"));
        let page = lead.get("/s/season-2026/gatherings").await.body;
        assert!(page.matches("Not announced").count() == 40 && page.contains("Wednesday, March 4, 2026"), "{page}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM sitting WHERE join_url <> '' AND starts_at > 1767225600000000")).await, 0, "links stay where they were");
        // A season that someone else leads is no source.
        let other = house.someone("Other", None, Strength::TwoFactors).await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        weft::programs::store::grant_role(&house.kernel, &mut tx, other.id.as_ref().expect("a person"), &next, Role::Lead).await.expect("grants");
        tx.run(sql!("DELETE FROM sitting WHERE gathering_id IN (SELECT id FROM gathering WHERE season_id = $1)"), args![&next]).await.expect("deletes");
        tx.run(sql!("DELETE FROM gathering WHERE season_id = $1"), args![&next]).await.expect("deletes");
        tx.commit().await.expect("commits");
        assert!(other.post(path, &[("from", "season-2025")]).await.body.contains("one of the list"));
    }
}

#[tokio::test]
async fn two_published_texts_that_differ_leave_the_season_unconfirmed_until_the_lead_settles_it() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 3).await;
        let first = announced(&lead, &fields("One", &[("2025-02-25", "13:00", "16:00", "1", "")])).await;
        announced(&lead, &fields("Two", &[("2025-03-24", "13:00", "14:30", "1", ""), ("2025-03-25", "13:00", "14:30", "1", "")])).await;
        announced(&lead, &fields("Three", &[("2025-04-08", "13:00", "16:00", "1", "")])).await;
        let sent = house.mails().await.len();
        let path = s("sources");
        assert!(lead.post(&path, &[("name", "Empty")]).await.body.contains("at least one thing"));
        assert!(lead.post(&path, &[("name", "Bad"), ("days", "2025-02-25 soon")]).await.body.contains("year-month-day"));
        // One agrees, to the minute; a choice of two days counts once.
        lead.post(
            &path,
            &[
                ("name", "The post"),
                ("first_on", "2025-02-25"),
                ("last_on", "2025-04-08"),
                ("sessions", "3"),
                ("minutes", "450"),
                ("days", "2025-02-25, 2025-03-24\n2025-03-25"),
            ],
        )
        .await;
        assert!(all[0].get(&path).await.body.contains("Agrees with the plan") && !all[0].get(&s("gatherings")).await.body.contains("not confirmed"));
        // The other is two days off: the season is unconfirmed, on every page, and both are named.
        lead.post(&path, &[("name", "The <deck>"), ("first_on", "2025-02-27"), ("last_on", "2025-04-10")]).await;
        for page in [s("gatherings"), first.clone()] {
            assert!(all[0].get(&page).await.body.contains("The dates are not confirmed"), "{page}");
        }
        let page = all[0].get(&path).await.body;
        assert!(
            page.contains("The &#60;deck&#62;") && page.contains("first day is February 27, 2025; planned is February 25, 2025") && page.contains("April 10, 2025"),
            "{page}"
        );
        assert!(!page.contains("out of date</button>"), "the lead decides");
        let page = lead.get(s("").trim_end_matches('/')).await.body;
        assert!(page.contains("does not agree"), "the loom says so: {page}");
        assert_eq!(house.mails().await.len(), sent, "nobody is told before it is settled");
        // Settled: each is told once, and pressing again tells no one.
        let deck: (String,) =
            house.kernel.db.read().await.expect("reads").one(sql!("SELECT id FROM schedule_source WHERE name LIKE '%deck%'"), args![]).await.expect("there");
        for _ in 0..2 {
            lead.post(&format!("{path}/{}/settled", deck.0), &[("reason", "The slides were never updated.")]).await;
        }
        let mails = house.mails().await;
        let told: Vec<&String> = mails.iter().filter(|m| m.contains("The dates are confirmed")).collect();
        assert_eq!((mails.len(), told.len()), (sent + 3, 3));
        assert!(told[0].contains("Monday, March 24, 2025 or Tuesday, March 25, 2025"), "{}", told[0]);
        assert!(!all[0].get(&s("gatherings")).await.body.contains("not confirmed"));
        // Moving a day away from what was published makes it unconfirmed anew; moving it back settles it.
        let id = sittings(&house, &first).await.remove(0);
        for (day, is_open) in [("2025-02-26", true), ("2025-02-25", false)] {
            let mut moved = fields("One", &[(day, "13:00", "16:00", "1", "")]);
            moved.push(("id-1".into(), id.clone()));
            assert_eq!(send(&lead, &format!("{first}/edit"), &moved).await.status, StatusCode::SEE_OTHER);
            assert_eq!(all[0].get(&s("gatherings")).await.body.contains("not confirmed"), is_open, "{day}");
        }
        let evaluator = house.someone("Eva", Some(Role::Evaluator), Strength::TwoFactors).await;
        assert_eq!(evaluator.get(&path).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_form_that_was_open_meanwhile_undoes_nothing() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 2).await;
        let path = announced(&lead, &fields("Session", &[("2025-03-05", "13:00", "16:00", "1", "")])).await;
        let edit = format!("{path}/edit");
        let seen = async || {
            let page = lead.get(&edit).await.body;
            page.split_once("name=\"seen\" value=\"").and_then(|(_, r)| r.split('"').next()).expect("a moment").to_owned()
        };
        let old = seen().await;
        house.kernel.clock.advance(60);
        let id = sittings(&house, &path).await.remove(0);
        let mut two = fields("Session", &[("2025-03-05", "13:00", "16:00", "1", ""), ("2025-03-06", "13:00", "16:00", "1", "")]);
        two.extend([("id-1".to_owned(), id.clone()), ("seen".to_owned(), old.clone())]);
        assert_eq!(send(&lead, &edit, &two).await.status, StatusCode::SEE_OTHER);
        let told = house.mails().await.len();
        // The same form again, and one that was opened before: both are told, nothing is added twice or taken out.
        let mut one = fields("Typo mended", &[("2025-03-05", "13:00", "16:00", "1", "")]);
        one.extend([("id-1".to_owned(), id.clone()), ("seen".to_owned(), old)]);
        for late in [&two, &one] {
            let refused = send(&lead, &edit, late).await;
            assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("has changed since you opened this form"), "{}", refused.body);
        }
        assert_eq!((sittings(&house, &path).await.len(), house.mails().await.len()), (2, told));
        // A time that the form does not name stays; one that is ticked goes.
        let second = sittings(&house, &path).await.remove(1);
        all[0].post(&format!("{path}/sittings/{second}/choice"), &[]).await;
        let mut gone = fields("Session", &[("2025-03-05", "13:00", "16:00", "1", "")]);
        gone.extend([("id-1".to_owned(), id.clone()), ("seen".to_owned(), seen().await)]);
        assert_eq!(send(&lead, &edit, &gone).await.status, StatusCode::SEE_OTHER);
        assert_eq!(sittings(&house, &path).await.len(), 2);
        // Parts keep their numbers where people hold places.
        let mut part = fields("Session", &[("2025-03-05", "13:00", "16:00", "2", "")]);
        part.push(("id-1".to_owned(), id));
        assert!(send(&lead, &edit, &part).await.body.contains("parts keep their numbers"));
    }
}

#[tokio::test]
async fn what_a_calendar_compares_only_ever_grows() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let one = people(&house, 1).await.remove(0);
        let path = announced(&lead, &fields("Coaching", &[("2025-03-24", "13:00", "14:30", "1", "3"), ("2025-03-25", "13:00", "14:30", "1", "3")])).await;
        let times = sittings(&house, &path).await;
        for (sitting, act) in [(0, "choice"), (1, "choice"), (0, "choice"), (0, "departure"), (0, "choice")] {
            one.post(&format!("{path}/sittings/{}/{act}", times[sitting]), &[]).await;
            house.kernel.clock.advance(5);
        }
        let mails = house.mails().await;
        let mut numbers: Vec<(i64, &str)> = mails
            .iter()
            .filter(|m| m.contains(&format!("UID:{}@weft", times[0])))
            .map(|m| {
                (
                    m.split_once("SEQUENCE:").and_then(|(_, r)| r.lines().next()).and_then(|n| n.trim().parse().ok()).expect("a number"),
                    if m.contains("METHOD:CANCEL") { "off" } else { "on" },
                )
            })
            .collect();
        numbers.sort_unstable();
        assert_eq!(numbers, [(0, "on"), (1, "off"), (2, "on"), (3, "off"), (4, "on")]);
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
    let (a, b, was_a, was_b) = (format!("state-{}", ids[0]), format!("state-{}", ids[1]), format!("was-{}", ids[0]), format!("was-{}", ids[1]));
    lead.post(&format!("{path}/attendance/1"), &[(&a, "away"), (&was_a, "away"), (&b, "present"), (&was_b, "away")]).await;
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
