//! Appointments: hours and free times, booking, moving and canceling by page and by link, who reads them, races, people
//! who leave.

use crate::common;
use crate::own::data_of;

use axum::http::StatusCode;
use common::meet::{again, announced, count, fields};
use common::{Actor, Answer, House, engines, link, s};
use futures_util::future::join_all;
use weft_kernel::clock::Time;
use weft_kernel::db::Sql;
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

/// A Monday morning in New York.
const NOW: &str = "2025-03-03T14:00:00Z";

fn at(text: &str) -> Time {
    Time::parse(text).expect("a moment")
}

async fn house_at(url: Option<String>, now: &str) -> House {
    let house = House::new(url).await;
    house.kernel.clock.set(at(now));
    house
}

async fn member<'h>(house: &'h House, name: &str) -> Actor<'h> {
    house.someone(name, Some(Role::Participant), Strength::Link).await
}

async fn staff<'h>(house: &'h House, name: &str, role: Role) -> Actor<'h> {
    house.someone(name, Some(role), Strength::TwoFactors).await
}

/// The fields of one's hours: Tuesdays from nine to noon in New York, half an hour each.
fn usual() -> Vec<(&'static str, &'static str)> {
    vec![
        ("is_open", "yes"),
        ("minutes", "30"),
        ("step", "30"),
        ("pause", "0"),
        ("notice", "24"),
        ("horizon", "30"),
        ("per_day", ""),
        ("per_week", ""),
        ("per_person", "1"),
        ("change_until", "24"),
        ("place", "https://meet.example.org/planted-room"),
        ("about", "Ask me about budgets."),
        ("zone", "America/New_York"),
        ("d2_from", "09:00"),
        ("d2_to", "12:00"),
    ]
}

fn with(more: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let mut all = usual();
    all.retain(|(name, _)| !more.iter().any(|(n, _)| n == name));
    all.extend(more);
    all
}

/// Sets hours, and returns where one books.
async fn offered(host: &Actor<'_>, of: &[(&str, &str)]) -> String {
    let saved = host.post(&s("appointments/hours"), of).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let conn = &mut host.house.kernel.db.read().await.expect("reads");
    let (id,): (String,) = conn
        .one(sql!("SELECT id FROM appointment_host WHERE person_id = $1"), args![host.id.as_ref()])
        .await
        .expect("there");
    s(&format!("appointments/with/{id}"))
}

/// The times that a page offers, as moments.
fn offers(page: &str) -> Vec<String> {
    let values = page.split("name=\"at\" value=\"").skip(1).filter_map(|p| p.split('"').next());
    values.map(|v| Time(v.parse().expect("a moment")).iso()).collect()
}

async fn book(guest: &Actor<'_>, with: &str, when: &str, note: &str) -> Answer {
    guest.post(with, &[("at", &at(when).0.to_string()), ("note", note)]).await
}

/// Books, and returns the path of the appointment.
async fn booked(guest: &Actor<'_>, with: &str, when: &str) -> String {
    let answer = book(guest, with, when, "").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.location().to_owned()
}

fn id(of: &Actor<'_>) -> Id {
    of.id.clone().expect("a person")
}

async fn chores(house: &House) {
    assert!(weft::app::worker::chores_once(&house.kernel).await.is_empty());
}

/// Emails to someone.
async fn mails_to(house: &House, name: &str) -> Vec<String> {
    let to = format!("{name}@example.org");
    house.mails().await.into_iter().filter(|m| m.contains(&format!("To: {to}"))).collect()
}

/// The one email to someone that holds some words.
async fn mail_with(house: &House, name: &str, words: &str) -> String {
    let mut all = mails_to(house, name).await;
    all.retain(|m| m.contains(words));
    assert_eq!(all.len(), 1, "{name}: {words}");
    all.remove(0)
}

/// A line of a calendar entry in an email.
fn entry(mail: &str, name: &str) -> String {
    let unfolded = mail.replace("\r\n ", "");
    let line = unfolded.lines().find(|l| l.starts_with(name)).unwrap_or_else(|| panic!("no {name} in {mail}"));
    line.trim().to_owned()
}

#[tokio::test]
async fn a_time_is_found_booked_moved_by_link_and_canceled_and_both_are_told() {
    for (engine, url) in engines().await {
        let house = house_at(url, NOW).await;
        let (ayo, noor) = (staff(&house, "Ayo", Role::Facilitator).await, member(&house, "Noor").await);
        // Before anyone takes appointments, the cohort has no such page; the team begins there.
        assert_eq!(noor.get(&s("appointments")).await.status, StatusCode::NOT_FOUND, "{engine}");
        assert!(ayo.get(&s("appointments")).await.body.contains("Set your hours"), "{engine}");
        let with = offered(&ayo, &usual()).await;
        let list = noor.get(&s("appointments")).await.body;
        assert!(list.contains("Ayo") && list.contains("Ask me about budgets.") && list.contains(&with), "{engine}");
        // Where one meets is for whoever books.
        let page = noor.get(&with).await.body;
        assert!(!list.contains("planted-room") && !page.contains("planted-room"), "{engine}");
        // From tomorrow at this time on: Tuesday at nine is within the notice.
        assert_eq!(
            offers(&page),
            [
                "2025-03-04T14:00:00Z",
                "2025-03-04T14:30:00Z",
                "2025-03-04T15:00:00Z",
                "2025-03-04T15:30:00Z",
                "2025-03-04T16:00:00Z",
                "2025-03-04T16:30:00Z"
            ],
            "{engine}"
        );
        let path = booked(&noor, &with, "2025-03-04T15:00:00Z").await;
        let one = noor.get(&path).await.body;
        assert!(one.contains("planted-room") && one.contains("Tuesday, March 4, 2025, 10:00–10:30 a.m."), "{one}");
        assert!(noor.get("/").await.body.contains("Your appointments"), "{engine}");
        let (his, theirs) = (mails_to(&house, "ayo").await, mails_to(&house, "noor").await);
        for mail in [&his[0], &theirs[0]] {
            assert!(mail.contains("method=REQUEST") && mail.contains("10:00=E2=80=9310:30"), "{engine}: {mail}");
            assert_eq!(entry(mail, "SEQUENCE"), "SEQUENCE:0", "{engine}");
            assert_eq!(entry(mail, "DTSTART;"), "DTSTART;TZID=America/New_York:20250304T100000", "{engine}");
        }
        let uid = entry(&theirs[0], "UID");
        assert_eq!(entry(&his[0], "UID"), uid, "{engine}");
        // The link moves it without signing in, and opening it changes nothing.
        let by_link = link(&theirs[0], "/appointment/").to_owned();
        let visitor = house.visitor();
        let opened = visitor.get(&by_link).await;
        assert!(opened.body.contains("Appointment with Ayo"), "{engine}: {}", opened.body);
        let times = visitor.get(&format!("{by_link}/times")).await.body;
        let others = offers(&times);
        assert!(others.len() == 5 && !others.contains(&"2025-03-04T15:00:00Z".to_owned()), "{engine}: {times}");
        // It can still be moved now, but not from a day before on.
        let to = at("2025-03-04T16:30:00Z").0.to_string();
        house.kernel.clock.set(at("2025-03-03T15:00:01Z"));
        let late = visitor.post(&format!("{by_link}/times"), &[("at", &to)]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        house.kernel.clock.set(at(NOW));
        let moved = visitor.post(&format!("{by_link}/times"), &[("at", &to)]).await;
        assert_eq!(moved.location(), by_link, "{engine}: {}", moved.body);
        // Again is harmless.
        assert_eq!(visitor.post(&format!("{by_link}/times"), &[("at", &to)]).await.location(), by_link, "{engine}");
        let mail = &mail_with(&house, "ayo", "SEQUENCE:1").await;
        assert_eq!((entry(mail, "UID"), entry(mail, "SEQUENCE")), (uid.clone(), "SEQUENCE:1".into()), "{engine}");
        assert!(offers(&noor.get(&with).await.body).is_empty(), "one at a time: {engine}");
        let ezra = member(&house, "Ezra").await;
        let free = offers(&ezra.get(&with).await.body);
        assert!(free.contains(&"2025-03-04T15:00:00Z".into()) && !free.contains(&"2025-03-04T16:30:00Z".into()));
        // Canceled with a message, by the page.
        let off = noor.post(&format!("{path}/cancellation"), &[("message", "My train is canceled.")]).await;
        assert_eq!(off.location(), path, "{engine}");
        noor.post(&format!("{path}/cancellation"), &[("message", "Again.")]).await;
        assert_eq!(mails_to(&house, "ayo").await.len(), 3, "{engine}");
        let off = mail_with(&house, "ayo", "method=CANCEL").await;
        assert!(off.contains("My train is canceled."), "{engine}: {off}");
        assert_eq!((entry(&off, "UID"), entry(&off, "SEQUENCE")), (uid, "SEQUENCE:2".into()), "{engine}");
        assert!(!mail_with(&house, "noor", "method=CANCEL").await.contains("My train"), "{engine}");
        assert!(noor.get(&path).await.body.contains("You canceled this appointment."), "{engine}");
        assert!(ayo.get(&path).await.body.contains("Noor canceled this appointment."), "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM appointment_cell")).await, 0, "{engine}");
        assert!(!offers(&noor.get(&with).await.body).is_empty(), "{engine}");
        // The events say who did what, and nothing more.
        let (n,): (i64,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT COUNT(*) FROM event WHERE verb LIKE 'appointment.%'"), args![])
            .await
            .expect("counts");
        assert_eq!(n, 4, "{engine}");
    }
}

#[tokio::test]
async fn forty_press_for_one_time_and_one_has_it() {
    for (engine, url) in engines().await {
        let house = house_at(url, NOW).await;
        let ayo = staff(&house, "Ayo", Role::Facilitator).await;
        let with = offered(&ayo, &usual()).await;
        let mut all = Vec::new();
        for n in 0..40 {
            all.push(member(&house, &format!("Member{n:02}")).await);
        }
        let when = "2025-03-11T14:00:00Z";
        let answers = join_all(all.iter().map(|m| book(m, &with, when, "typed-and-kept"))).await;
        let done = answers.iter().filter(|a| a.status == StatusCode::SEE_OTHER).count();
        assert_eq!(done, 1, "{engine}");
        for late in answers.iter().filter(|a| a.status != StatusCode::SEE_OTHER) {
            assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
            assert!(late.body.contains("That time was just taken") && late.body.contains("typed-and-kept"), "{engine}");
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM appointment")).await, 1, "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM appointment_cell")).await, 12, "{engine}");
        // As many as there are half hours, each once.
        let times: Vec<String> = offers(&all[0].get(&format!("{with}?from=2025-03-25")).await.body);
        let rest = offers(&all[39].get(&format!("{with}?from=2025-03-18")).await.body);
        let other = if times.is_empty() { rest } else { times };
        assert_eq!(other.len(), 6, "{engine}: {other:?}");
        let without: Vec<&Actor<'_>> =
            all.iter().zip(&answers).filter(|(_, a)| a.status != StatusCode::SEE_OTHER).map(|(m, _)| m).collect();
        let presses = without.iter().enumerate().map(|(n, m)| book(m, &with, &other[n % 6], ""));
        let answers = join_all(presses).await;
        assert_eq!(answers.iter().filter(|a| a.status == StatusCode::SEE_OTHER).count(), 6, "{engine}");
        let twice = sql!(
            "SELECT COUNT(*)
            FROM appointment a
            JOIN appointment b ON b.host_id = a.host_id AND b.starts_at = a.starts_at AND b.id > a.id"
        );
        assert_eq!(count(&house, twice).await, 0, "{engine}");
    }
}

#[tokio::test]
async fn nobody_is_in_two_places_and_limits_hold_when_an_appointment_moves() {
    for (engine, url) in engines().await {
        let house = house_at(url, NOW).await;
        let (ayo, lena) = (staff(&house, "Ayo", Role::Facilitator).await, staff(&house, "Lena", Role::Coach).await);
        let noor = member(&house, "Noor").await;
        let first = offered(&ayo, &with(&[("per_day", "2"), ("pause", "10")])).await;
        let second = offered(&lena, &usual()).await;
        let tuesday = "2025-03-11T14:00:00Z";
        let path = booked(&noor, &first, tuesday).await;
        // The same time with someone else is not offered, and not given.
        assert!(!offers(&noor.get(&format!("{second}?from=2025-03-11")).await.body).contains(&tuesday.to_owned()));
        let refused = book(&noor, &second, tuesday, "").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        // One more with the same host is one too many; moving counts as none.
        let more = book(&noor, &first, "2025-03-18T13:00:00Z", "").await;
        assert!(more.body.contains("You already have an appointment coming up"), "{engine}: {}", more.body);
        let times = format!("{path}/times");
        let to = |when: &str| at(when).0.to_string();
        assert_eq!(noor.post(&times, &[("at", &to("2025-03-11T15:00:00Z"))]).await.status, StatusCode::SEE_OTHER);
        let ezra = member(&house, "Ezra").await;
        booked(&ezra, &first, "2025-03-11T13:00:00Z").await;
        // Two that day: full for a third, but Noor's own may move within it. The break of ten minutes holds.
        let tess = member(&house, "Tess").await;
        let of_day = offers(&tess.get(&format!("{first}?from=2025-03-11")).await.body);
        assert!(of_day.iter().all(|t| !t.starts_with("2025-03-11")), "{engine}: {of_day:?}");
        let of_noor = offers(&noor.get(&format!("{times}?from=2025-03-11")).await.body);
        assert_eq!(
            of_noor.iter().filter(|t| t.starts_with("2025-03-11")).cloned().collect::<Vec<_>>(),
            ["2025-03-11T14:00:00Z", "2025-03-11T14:30:00Z", "2025-03-11T15:30:00Z"],
            "{engine}"
        );
        // Five times, and no more.
        for n in 0..4 {
            let when = if n % 2 == 0 { "2025-03-11T14:00:00Z" } else { "2025-03-11T15:00:00Z" };
            assert_eq!(noor.post(&times, &[("at", &to(when))]).await.status, StatusCode::SEE_OTHER, "{engine}: {n}");
        }
        let sixth = noor.post(&times, &[("at", &to("2025-03-11T14:00:00Z"))]).await;
        assert!(sixth.body.contains("moved this appointment 5 times"), "{engine}: {}", sixth.body);
        // A time that was never offered is not given.
        for when in ["2025-03-12T14:00:00Z", "2025-03-11T14:07:00Z", "2025-03-03T14:30:00Z", "2026-03-10T14:00:00Z"] {
            assert_eq!(book(&tess, &first, when, "").await.status, StatusCode::UNPROCESSABLE_ENTITY, "{when}");
        }
        assert_eq!(tess.post(&first, &[("at", "x")]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
    }
}

#[tokio::test]
async fn booking_and_canceling_over_and_over_ends() {
    for (engine, url) in engines().await {
        let house = house_at(url, NOW).await;
        let (ayo, noor) = (staff(&house, "Ayo", Role::Facilitator).await, member(&house, "Noor").await);
        let with = offered(&ayo, &with(&[("pause", "60")])).await;
        for n in 0..6 {
            let path = booked(&noor, &with, "2025-03-11T14:00:00Z").await;
            let off = noor.post(&format!("{path}/cancellation"), &[("message", "")]).await;
            assert_eq!(off.status, StatusCode::SEE_OTHER, "{engine}: {n}");
        }
        let late = book(&noor, &with, "2025-03-11T14:00:00Z", "typed-and-kept").await;
        assert!(late.body.contains("Try again tomorrow") && late.body.contains("typed-and-kept"), "{engine}");
        house.kernel.clock.set(at("2025-03-04T14:00:01Z"));
        let (ayo, noor) = (again(&ayo).await, again(&noor).await);
        booked(&noor, &with, "2025-03-11T14:00:00Z").await;
        // A break that is shorter now frees the time beside what was booked before.
        offered(&ayo, &usual()).await;
        let ezra = member(&house, "Ezra").await;
        for when in offers(&ezra.get(&format!("{with}?from=2025-03-11")).await.body) {
            let path = booked(&ezra, &with, &when).await;
            ezra.post(&format!("{path}/cancellation"), &[("message", "")]).await;
        }
    }
}

#[tokio::test]
async fn two_people_alone_read_an_appointment() {
    for (engine, url) in engines().await {
        let house = house_at(url, NOW).await;
        let (ayo, noor) = (staff(&house, "Ayo", Role::Coach).await, member(&house, "Noor").await);
        let (lead, ezra) = (house.lead().await, member(&house, "Ezra").await);
        let owner = staff(&house, "Odile", Role::Owner).await;
        let with = offered(&ayo, &usual()).await;
        let made = book(&noor, &with, "2025-03-11T14:00:00Z", "planted-note").await;
        let path = made.location().to_owned();
        for who in [&ayo, &noor] {
            let page = who.get(&path).await;
            assert!(page.body.contains("planted-note") && page.body.contains("planted-room"), "{engine}");
        }
        let others = [&lead, &owner, &ezra, &staff(&house, "Fay", Role::Facilitator).await, &house.visitor()];
        for other in others {
            for page in [path.clone(), format!("{path}/times")] {
                assert_eq!(other.get(&page).await.status, StatusCode::NOT_FOUND, "{engine}: {page}");
            }
            let off = other.post(&format!("{path}/cancellation"), &[("message", "")]).await;
            assert_eq!(off.status, StatusCode::NOT_FOUND, "{engine}");
            for page in [s(""), s("appointments"), s("teams"), "/".into(), "/outbox".into(), "/me/history".into()] {
                let page = other.get(&page).await.body;
                assert!(!page.contains("planted-") && !page.contains("Appointment with"), "{engine}: {page}");
            }
        }
        // The host cannot be moved by the host, and nobody books with themselves.
        assert_eq!(ayo.get(&format!("{path}/times")).await.status, StatusCode::NOT_FOUND, "{engine}");
        assert_eq!(ayo.get(&with).await.status, StatusCode::NOT_FOUND, "{engine}");
        // The note lies sealed, in no event, no email; both have the appointment among their data, without it.
        let planted = sql!("SELECT COUNT(*) FROM appointment WHERE note_sealed LIKE '%planted%'");
        assert_eq!(count(&house, planted).await, 0, "{engine}");
        let events = sql!("SELECT COUNT(*) FROM event WHERE detail LIKE '%planted%'");
        assert_eq!(count(&house, events).await, 0, "{engine}");
        assert!(house.mails().await.iter().all(|m| !m.contains("planted-note")), "{engine}");
        for (who, other) in [(&ayo, "Noor"), (&noor, "Ayo")] {
            let data = data_of(who).await;
            assert!(data.contains("\"appointments\"") && data.contains(other), "{engine}: {data}");
            // The guest wrote the note, and takes it along.
            assert_eq!(data.contains("planted-note"), other == "Ayo", "{engine}: {data}");
        }
        assert!(!data_of(&ezra).await.contains("planted"), "{engine}");
        // An email's link opens that one page: another's link, or a made-up one, opens nothing.
        assert_eq!(house.visitor().get("/appointment/made-up").await.status, StatusCode::NOT_FOUND, "{engine}");
        let theirs = mails_to(&house, "noor").await;
        let by_link = link(&theirs[0], "/appointment/").to_owned();
        let opened = house.visitor().get(&by_link).await.body;
        assert!(opened.contains("Appointment with Ayo") && !opened.contains("planted-note"), "{engine}");
        // Thirty days after they met, the note is gone; so is the link once it has begun.
        house.kernel.clock.set(at("2025-03-11T14:00:01Z"));
        assert_eq!(house.visitor().get(&by_link).await.status, StatusCode::NOT_FOUND, "{engine}");
        house.kernel.clock.set(at("2025-04-10T14:00:01Z"));
        chores(&house).await;
        let notes = sql!("SELECT COUNT(*) FROM appointment WHERE note_sealed IS NOT NULL");
        assert_eq!(count(&house, notes).await, 0, "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM appointment_key")).await, 0, "{engine}");
    }
}

#[tokio::test]
async fn clocks_differ_and_change_and_each_reads_their_own() {
    for (engine, url) in engines().await {
        let house = house_at(url, "2025-03-05T14:00:00Z").await;
        let (ayo, noor) = (staff(&house, "Ayo", Role::Lead).await, member(&house, "Noor").await);
        // New York's clocks go forward on March 9; the page shows the hour after as by the host's clock.
        let week = with(&[("d1_from", "16:00"), ("d1_to", "16:30"), ("d4_from", "16:00"), ("d4_to", "16:30")]);
        let week: Vec<_> = week.into_iter().filter(|(n, _)| !n.starts_with("d2")).collect();
        let with = offered(&ayo, &week).await;
        let sydney = sql!("UPDATE person SET zone = 'Australia/Sydney' WHERE id = $1");
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sydney, args![noor.id.as_ref()]).await.expect("moves");
        tx.commit().await.expect("commits");
        let page = noor.get(&with).await.body;
        assert_eq!(offers(&page), ["2025-03-06T21:00:00Z", "2025-03-10T20:00:00Z"], "{engine}");
        for said in ["Friday, March 7, 2025", "8:00 a.m.", "theirs: 4:00 p.m.", "Tuesday, March 11, 2025", "7:00 a.m."]
        {
            assert!(page.contains(said), "{engine}: {said} in {page}");
        }
        let path = booked(&noor, &with, "2025-03-10T20:00:00Z").await;
        let hers = noor.get(&path).await.body;
        assert!(hers.contains("Tuesday, March 11, 2025, 7:00–7:30 a.m."), "{engine}: {hers}");
        assert!(hers.contains("For Ayo: Monday, March 10, 2025, 4:00–4:30 p.m."), "{engine}: {hers}");
        let mail = &mails_to(&house, "noor").await[0];
        assert_eq!(entry(mail, "DTSTART;"), "DTSTART;TZID=America/New_York:20250310T160000", "{engine}");
        // In their own calendar too.
        let made = noor.post("/me/calendar/address", &[]).await;
        let feed = link(&made.body, "/calendars/").split('<').next().expect("an end").to_owned();
        let text = house.visitor().get(&feed).await.body;
        assert!(
            text.contains("TZID=America/New_York:20250310T160000") && text.contains("Appointment with Ayo"),
            "{text}"
        );
        assert!(!text.contains("planted-room"), "{engine}: {text}");
    }
}

#[tokio::test]
async fn gatherings_take_time_and_single_days_are_otherwise() {
    for (engine, url) in engines().await {
        let house = house_at(url, NOW).await;
        let lead = house.lead().await;
        let (ayo, noor) = (staff(&house, "Ayo", Role::Facilitator).await, member(&house, "Noor").await);
        announced(&lead, &fields("Session", &[("2025-03-11", "10:00", "11:00", "1", "")])).await;
        let with = offered(
            &ayo,
            &with(&[
                ("day", "2025-03-18"),
                ("day_from", ""),
                ("day_to", ""),
                ("day", "2025-03-19"),
                ("day_from", "13:00"),
                ("day_to", "14:00"),
            ]),
        )
        .await;
        let of = async |from: &str| offers(&noor.get(&format!("{with}?from={from}")).await.body);
        let tuesday = of("2025-03-11").await;
        assert_eq!(
            tuesday,
            ["2025-03-11T13:00:00Z", "2025-03-11T13:30:00Z", "2025-03-11T15:00:00Z", "2025-03-11T15:30:00Z"],
            "{engine}"
        );
        assert_eq!(of("2025-03-18").await, ["2025-03-19T17:00:00Z", "2025-03-19T17:30:00Z"], "{engine}");
        // A date that makes no sense shows the first week there is.
        assert!(!of("nonsense").await.is_empty() && of("2030-01-01").await.is_empty(), "{engine}");
    }
}

#[tokio::test]
async fn hours_that_make_no_sense_are_refused_in_words_and_nothing_typed_is_lost() {
    for (engine, url) in engines().await {
        let house = house_at(url, NOW).await;
        let ayo = staff(&house, "Ayo", Role::Facilitator).await;
        let page = s("appointments/hours");
        for (more, said) in [
            (vec![("d3_from", "12:00"), ("d3_to", "09:00")], "Wednesday: the end must be after the start."),
            (vec![("d3_from", "09:02"), ("d3_to", "10:00")], "Wednesday: enter times in steps of five minutes."),
            (vec![("d3_from", "09:00")], "Wednesday: enter both times, from and to."),
            (
                vec![("d3_from", "09:00"), ("d3_to", "09:20")],
                "Wednesday: these hours are shorter than one appointment.",
            ),
            (vec![("day", "2025-03-02"), ("day_from", ""), ("day_to", "")], "March 2, 2025 is over."),
            (
                vec![("d3_from", "09:00"), ("d3_to", "11:00"), ("d3_from2", "10:00"), ("d3_to2", "12:00")],
                "Wednesday: these hours overlap.",
            ),
            (vec![("day", ""), ("day_from", "09:00"), ("day_to", "10:00")], "Enter a date for each line with hours."),
            (vec![("day", "soon"), ("day_from", ""), ("day_to", "")], "day"),
            (vec![("place", "")], "Say how you meet"),
            (vec![("minutes", "7")], "10–240"),
            (vec![("zone", "Nowhere")], "time zone"),
            (vec![("d2_from", ""), ("d2_to", "")], "Enter hours for at least one day"),
        ] {
            let mut of = with(&more);
            of.retain(|(n, _)| *n != "about");
            of.push(("about", "typed and kept"));
            let answer = ayo.post(&page, &of).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}: {more:?}");
            assert!(answer.body.contains(said) && answer.body.contains("typed and kept"), "{engine}: {}", answer.body);
            for (name, value) in more.iter().filter(|(n, v)| !v.is_empty() && *n != "zone" && *n != "minutes") {
                assert!(answer.body.contains(&format!("value=\"{value}\"")), "{engine}: {name} in {}", answer.body);
            }
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM appointment_host")).await, 0, "{engine}");
        // Whoever takes none now needs no hours, and no one can book; what was booked stays.
        let with_host = offered(&ayo, &usual()).await;
        let noor = member(&house, "Noor").await;
        let path = booked(&noor, &with_host, "2025-03-11T14:00:00Z").await;
        // What was booked can still be moved, and keeps how to meet.
        offered(&ayo, &with(&[("is_open", ""), ("place", "")])).await;
        let to = at("2025-03-11T15:00:00Z").0.to_string();
        let moved = noor.post(&format!("{path}/times"), &[("at", &to)]).await;
        assert_eq!(moved.location(), path, "{engine}: {}", moved.body);
        assert!(noor.get(&path).await.body.contains("planted-room"), "{engine}");
        offered(&ayo, &with(&[("is_open", ""), ("d2_from", ""), ("d2_to", "")])).await;
        assert_eq!(noor.get(&with_host).await.status, StatusCode::NOT_FOUND, "{engine}");
        let late = book(&member(&house, "Ezra").await, &with_host, "2025-03-11T15:00:00Z", "typed-and-kept").await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(late.body.contains("Nothing was booked") && late.body.contains("typed-and-kept"), "{engine}");
        assert_eq!(noor.get(&path).await.status, StatusCode::OK, "{engine}");
        assert!(noor.get(&s("appointments")).await.body.contains("No one takes new appointments"), "{engine}");
    }
}

#[tokio::test]
async fn whoever_leaves_leaves_nobody_waiting() {
    for (engine, url) in engines().await {
        let house = house_at(url, NOW).await;
        let (ayo, lena) = (staff(&house, "Ayo", Role::Facilitator).await, staff(&house, "Lena", Role::Coach).await);
        let (noor, ezra, tess) =
            (member(&house, "Noor").await, member(&house, "Ezra").await, member(&house, "Tess").await);
        let (with_ayo, with_lena) = (offered(&ayo, &usual()).await, offered(&lena, &usual()).await);
        let of_noor = [
            booked(&noor, &with_ayo, "2025-03-11T14:00:00Z").await,
            booked(&noor, &with_lena, "2025-03-11T15:00:00Z").await,
        ];
        let of_ezra = booked(&ezra, &with_lena, "2025-03-11T14:00:00Z").await;
        let of_tess = booked(&tess, &with_ayo, "2025-03-18T13:00:00Z").await;
        let run = async |of: Sql, id: Id| {
            let mut tx = house.kernel.db.begin().await.expect("begins");
            tx.run(of, args![id, house.kernel.now()]).await.expect("runs");
            tx.commit().await.expect("commits");
        };
        // Noor leaves the cohort with two ahead: both hosts are told, and their time is free.
        run(sql!("UPDATE member SET left_at = $2 WHERE person_id = $1"), id(&noor)).await;
        chores(&house).await;
        chores(&house).await;
        for (path, host, name) in [(&of_noor[0], &ayo, "ayo"), (&of_noor[1], &lena, "lena")] {
            let page = host.get(path).await.body;
            assert!(page.contains("one of you is no longer part of the season"), "{engine}: {page}");
            let mails = mails_to(&house, name).await;
            let off = mails.iter().filter(|m| m.contains("method=CANCEL")).count();
            assert_eq!(off, 1, "{engine}: {name}");
        }
        assert_eq!(noor.get(&of_noor[0]).await.status, StatusCode::NOT_FOUND, "{engine}");
        // Lena leaves the team: Ezra is told, and nobody can book with her.
        run(sql!("UPDATE role SET until = $2 WHERE person_id = $1"), id(&lena)).await;
        chores(&house).await;
        mail_with(&house, "ezra", "method=CANCEL").await;
        assert!(ezra.get(&of_ezra).await.body.contains("no longer part of the season"), "{engine}");
        assert_eq!(ezra.get(&with_lena).await.status, StatusCode::NOT_FOUND, "{engine}");
        // Tess is erased: the host reads that it is off, without a name, and then nothing is left.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        weft_people::forget::person(&house.kernel, &mut tx, &id(&tess)).await.expect("forgets");
        tx.commit().await.expect("commits");
        chores(&house).await;
        let off = mails_to(&house, "ayo").await.into_iter().filter(|m| m.contains("method=CANCEL"));
        assert_eq!(off.filter(|m| !m.contains("Noor") && !m.contains("Tess")).count(), 1, "{engine}");
        house.kernel.clock.set(at("2025-03-20T14:00:00Z"));
        chores(&house).await;
        assert_eq!(ayo.get(&of_tess).await.status, StatusCode::NOT_FOUND, "{engine}");
        let left = sql!("SELECT COUNT(*) FROM appointment WHERE guest_id IS NULL OR host_id IS NULL");
        assert_eq!(count(&house, left).await, 0, "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM appointment_cell")).await, 0, "{engine}");
    }
}

#[tokio::test]
async fn both_are_reminded_once_a_day_before_unless_they_want_none() {
    for (engine, url) in engines().await {
        let house = house_at(url, NOW).await;
        let (ayo, noor) = (staff(&house, "Ayo", Role::Facilitator).await, member(&house, "Noor").await);
        let with = offered(&ayo, &usual()).await;
        booked(&noor, &with, "2025-03-11T14:00:00Z").await;
        let reminded =
            async |name: &str| mails_to(&house, name).await.iter().filter(|m| m.contains("Subject: Coming up")).count();
        house.kernel.clock.set(at("2025-03-10T13:59:59Z"));
        chores(&house).await;
        assert_eq!(reminded("noor").await, 0, "{engine}");
        house.kernel.clock.set(at("2025-03-10T14:00:00Z"));
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let none = sql!("UPDATE person SET reminders = 'none' WHERE id = $1");
        tx.run(none, args![ayo.id.as_ref()]).await.expect("runs");
        tx.commit().await.expect("commits");
        chores(&house).await;
        chores(&house).await;
        assert_eq!((reminded("noor").await, reminded("ayo").await), (1, 0), "{engine}");
    }
}

#[tokio::test]
async fn a_page_of_free_times_runs_five_statements_however_much_is_booked() {
    for (engine, url) in engines().await {
        let house = house_at(url, NOW).await;
        let ayo = staff(&house, "Ayo", Role::Coach).await;
        let of = with(&[("horizon", "90"), ("d3_from", "09:00"), ("d3_to", "17:00"), ("per_person", "6")]);
        let path = offered(&ayo, &of).await;
        let noor = member(&house, "Noor").await;
        let run = async || {
            let before = house.kernel.db.statements_run();
            assert_eq!(noor.get(&path).await.status, StatusCode::OK, "{engine}");
            house.kernel.db.statements_run() - before
        };
        let (empty, frame) = (run().await, {
            let before = house.kernel.db.statements_run();
            noor.get(&s("appointments/with/nobody")).await;
            house.kernel.db.statements_run() - before
        });
        let mut all = Vec::new();
        for n in 0..10 {
            all.push(member(&house, &format!("Member{n:02}")).await);
        }
        let mut n = 0;
        for week in 0..6 {
            for guest in &all {
                let free = offers(&guest.get(&format!("{path}?from=2025-{}", weeks()[week])).await.body);
                let Some(when) = free.first() else { continue };
                n += i32::from(book(guest, &path, when, "").await.status == StatusCode::SEE_OTHER);
            }
        }
        assert_eq!(n, 60, "{engine}");
        assert_eq!(run().await, empty, "{engine}");
        // The missing page asks for the host alone.
        assert_eq!(empty - frame, 4, "{engine}: {empty} {frame}");
    }
}

/// First days of weeks.
fn weeks() -> [&'static str; 6] {
    ["03-11", "03-18", "03-25", "04-01", "04-08", "04-15"]
}
