//! Gatherings: two who want the last seat, a move that everyone hears of once, the calendar that follows, the plan of a
//! season.

use crate::common;

use axum::http::StatusCode;
use common::meet::{again, announced, count, fields, people, send, sittings};
use common::{House, s};
use futures_util::future::join_all;
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

fn goes_to<'m>(mails: &'m [String], who: &str) -> Vec<&'m String> {
    mails
        .iter()
        .filter(|m| m.contains(&format!("To: {who}@example.org")) || m.contains(&format!("<{who}@example.org>")))
        .collect()
}

#[tokio::test]
async fn of_two_who_want_the_last_seat_one_has_it_and_the_other_waits() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 3).await;
        let path = announced(
            &lead,
            &fields(
                "Coaching",
                &[("2025-03-24", "13:00", "14:30", "1", "1"), ("2025-03-25", "13:00", "14:30", "1", "1")],
            ),
        )
        .await;
        let asked = house.mails().await;
        assert_eq!(asked.len(), 3, "each is asked to choose, once");
        assert!(
            asked.iter().all(|m| m.contains("Choose your time") && !m.contains("BEGIN:VCALENDAR")),
            "nothing stands in a calendar that is not chosen"
        );
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
            if p.get(&path).await.body.contains("You chose this time") {
                holder = Some(p);
            }
        }
        let holder = holder.expect("someone has it");
        assert_eq!(
            house.mails().await.iter().filter(|m| m.contains("METHOD:REQUEST")).count(),
            1,
            "one calendar has it"
        );

        // The one who has it changes to the other day: whoever waited first gets her seat, and hears of it.
        holder.post(&second, &[]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM sitting_place WHERE state = 'held'")).await, 2);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM sitting WHERE taken = 1")).await, 2);
        let mails = house.mails().await;
        assert_eq!(mails.iter().filter(|m| m.contains("Good news: a seat opened up")).count(), 1);
        assert_eq!(
            mails.iter().filter(|m| m.contains("METHOD:CANCEL")).count(),
            1,
            "her first day leaves her calendar"
        );

        // Pressing again changes nothing; giving back twice is once.
        holder.post(&second, &[]).await;
        holder.post(&format!("{path}/sittings/{}/departure", times[1]), &[]).await;
        holder.post(&format!("{path}/sittings/{}/departure", times[1]), &[]).await;
        assert_eq!(
            count(&house, sql!("SELECT CAST(SUM(taken) AS BIGINT) FROM sitting")).await,
            count(&house, sql!("SELECT COUNT(*) FROM sitting_place WHERE state = 'held'")).await
        );

        // More seats let in who waits. Fewer than are taken are refused, with what was typed.
        let mut more = fields(
            "Coaching",
            &[("2025-03-24", "13:00", "14:30", "1", "2"), ("2025-03-25", "13:00", "14:30", "1", "1")],
        );
        more.extend([("id-1".to_owned(), times[0].clone()), ("id-2".to_owned(), times[1].clone())]);
        assert_eq!(send(&lead, &format!("{path}/edit"), &more).await.status, StatusCode::SEE_OTHER);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM sitting_place WHERE state = 'waiting'")).await, 0);
        let mut fewer = fields(
            "Coaching <b>",
            &[("2025-03-24", "13:00", "14:30", "1", "1"), ("2025-03-25", "13:00", "14:30", "1", "1")],
        );
        fewer.extend([("id-1".to_owned(), times[0].clone()), ("id-2".to_owned(), times[1].clone())]);
        let refused = send(&lead, &format!("{path}/edit"), &fewer).await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY
                && refused.body.contains("More people than that already have seats")
                && refused.body.contains("Coaching &#60;b&#62;"),
            "{}",
            refused.body
        );

        // After the last day one may no longer choose.
        house.kernel.clock.set(Time::parse("2025-03-24T18:00:00Z").expect("a moment"));
        let late = again(&all[0]).await.post(&first, &[]).await;
        assert!(late.status == StatusCode::UNPROCESSABLE_ENTITY && late.body.contains("has passed"), "{}", late.body);
    }
}

#[tokio::test]
async fn a_move_changes_every_calendar_letter_and_page_once() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 20).await;
        let times = [
            ("2025-03-04", "13:00", "16:00", "1", ""),
            ("2025-03-11", "13:00", "16:00", "2", ""),
            ("2025-03-12", "13:00", "16:00", "3", ""),
        ];
        let path = announced(&lead, &fields("Three days", &times)).await;
        let told = house.mails().await;
        assert_eq!(told.len(), 60, "an invitation for each day and person");
        for m in &told {
            assert!(
                m.contains("text/calendar; charset=utf-8; method=REQUEST")
                    && m.contains("BEGIN:VTIMEZONE")
                    && m.contains("TZID:America/New_York"),
                "{m}"
            );
            assert!(!m.contains("secret-room"), "a link into a meeting is on the page alone");
        }
        // The clocks change between the days, and the page says the wall time.
        let page = all[0].get(&path).await.body;
        assert!(
            page.matches("1:00–4:00 p.m. Eastern Time (ET)").count() >= 3 && !page.contains("secret-room"),
            "{page}"
        );

        // Her calendar, before and after.
        let made = all[3].post("/me/calendar/address", &[]).await.body;
        let at = made.find("http://localhost/calendars/").expect("an address");
        let feed = made[at + "http://localhost".len()..].split('<').next().expect("an end").to_owned();
        let visitor = house.visitor();
        let before = visitor.get(&feed).await;
        assert_eq!(before.body.matches("BEGIN:VEVENT").count(), 3);
        assert!(
            before.body.contains("DTSTART;TZID=America/New_York:20250311T130000")
                && !before.body.contains("secret-room"),
            "{}",
            before.body
        );
        let etag = before.headers["etag"].to_str().expect("text").to_owned();
        assert_eq!(
            visitor.send("GET", &feed, None, &[("if-none-match", &etag)]).await.status,
            StatusCode::NOT_MODIFIED
        );

        // The second day moves by an hour and gets a place: twenty letters, not sixty, each with what was and what is.
        let ids = sittings(&house, &path).await;
        let mut moved = fields("Three days", &[times[0], ("2025-03-11", "14:00", "17:00", "2", ""), times[2]]);
        moved.extend((1..=3).map(|n| (format!("id-{n}"), ids[n - 1].clone())));
        moved.push(("place-2".into(), "Town hall".into()));
        assert_eq!(send(&lead, &format!("{path}/edit"), &moved).await.status, StatusCode::SEE_OTHER);
        let letters = house.mails().await;
        let news: Vec<&String> = letters.iter().filter(|m| m.contains("Updated: Three days")).collect();
        assert_eq!((letters.len(), news.len()), (80, 20));
        assert!(
            news.iter().all(|m| m.contains("SEQUENCE:1") && m.contains("METHOD:REQUEST") && m.contains("Town hall")),
            "{}",
            news[0]
        );
        assert_eq!(goes_to(&letters, "person07").len(), 4);
        let page = all[0].get(&path).await.body;
        assert!(
            page.contains("was Tuesday, March 11, 2025, 1:00–4:00 p.m. Eastern Time (ET)")
                && page.contains("now Tuesday, March 11, 2025, 2:00–5:00 p.m. Eastern Time (ET)"),
            "{page}"
        );
        let after = visitor.send("GET", &feed, None, &[("if-none-match", &etag)]).await;
        assert!(
            after.status == StatusCode::OK
                && after.body.contains("DTSTART;TZID=America/New_York:20250311T140000")
                && after.body.matches("SEQUENCE:1").count() == 1
        );

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
    let mut two =
        fields("One", &[("2025-03-24", "13:00", "14:30", "1", ""), ("2025-03-25", "13:00", "14:30", "1", "")]);
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
        ([("2026-03-08", "02:30", "04:00", "1", "")], "Clocks skip this hour"),
        ([("2025-03-24", "25:00", "14:30", "1", "")], "Enter a time"),
        ([("someday", "13:00", "14:30", "1", "")], "year-month-day"),
        ([("2025-03-24", "13:00", "13:00", "1", "")], "between 5 minutes"),
        ([("2025-03-24", "13:00", "14:00", "1", "none")], "whole number"),
    ] {
        let refused = send(&lead, &s("new-gathering"), &fields("Kept words", &times)).await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY
                && refused.body.contains(says)
                && refused.body.contains("Kept words"),
            "{times:?} {}",
            refused.body
        );
    }
    for (name, value, says) in [
        ("zone-1", "EST", "Choose a time zone"),
        ("link-1", "javascript:alert(1)", "full link"),
        ("kind", "party", "an option from the list"),
        ("title_en", "", "Fill in this field"),
    ] {
        let mut typed = fields("Kept words", &[("2025-03-24", "13:00", "14:30", "1", "")]);
        typed.retain(|(n, _)| n != name && (name != "title_en" || n != "title_es"));
        typed.push((name.to_owned(), value.to_owned()));
        let refused = send(&lead, &s("new-gathering"), &typed).await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains(says),
            "{name} {}",
            refused.body
        );
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
        let first = first
            .split_once("name=\"first\" value=\"")
            .and_then(|(_, r)| r.split('"').next())
            .expect("a beginning")
            .to_owned();
        let path = s("season-plan/shift");
        // Before anything moves, the page says which gathering goes where, and who hears of it.
        let asked = lead.post(&path, &[("first", first.as_str()), ("days", "7")]).await;
        assert!(
            asked.status == StatusCode::OK
                && asked.body.contains("Shift 2 gatherings?")
                && asked.body.contains("Wednesday, March 5, 2025")
                && asked.body.contains("Wednesday, March 12, 2025")
                && asked.body.contains("2 people, 2 emails.")
                && asked.body.contains("Shift dates and send 4 emails"),
            "{}",
            asked.body
        );
        assert_eq!(house.mails().await.len(), sent);
        assert!(lead.get(&s("gatherings")).await.body.contains("Wednesday, March 5, 2025"));
        let press = [("first", first.as_str()), ("days", "7"), ("sure", "yes")];
        assert_eq!(lead.post(&path, &press).await.status, StatusCode::SEE_OTHER);
        let again = lead.post(&path, &press).await;
        assert!(
            again.status == StatusCode::UNPROCESSABLE_ENTITY && again.body.contains("the plan changed"),
            "{}",
            again.body
        );
        let page = lead.get(&s("gatherings")).await.body;
        // The clocks changed on March 9; one o'clock stays one o'clock.
        assert!(
            page.contains("Wednesday, March 12, 2025")
                && page.contains("Wednesday, April 2, 2025")
                && page.contains("Thursday, January 9, 2025"),
            "{page}"
        );
        assert_eq!(page.matches("1:00–2:30 p.m.").count(), 3);
        assert_eq!(house.mails().await.len(), sent + 4, "two people, two gatherings that moved");
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
            announced(
                &lead,
                &fields(
                    &format!("Session {n}"),
                    &[("2025-03-05", "13:00", "16:00", "1", ""), ("2025-03-06", "13:00", "16:00", "2", "")],
                ),
            )
            .await;
            if n == 1 || n == 40 {
                let before = house.kernel.db.statements_run();
                assert_eq!(one.get(&s("gatherings")).await.status, StatusCode::OK);
                counts.push(house.kernel.db.statements_run() - before);
            }
        }
        assert_eq!(counts[0], counts[1]);
        assert!(counts[1] <= 6, "{counts:?}");

        // What a gathering works with.
        lead.post(
            &s("new-card"),
            &[("kind", "handout"), ("title_en", "Card"), ("text_en", "Text"), ("origin", "Us"), ("licence", "own")],
        )
        .await;
        lead.post(&s("library/1/publication"), &[]).await;
        lead.post(&s("gatherings/1/cards"), &[("place-1", "1")]).await;
        lead.post(&s("curriculum"), &[("lines", "Rest: Walks")]).await;
        lead.post(&s("curriculum/marks"), &[("in-1", "Walks")]).await;
        // Another season of the same lead: the plan comes over, as drafts, once.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let (program_id,): (weft_kernel::ids::Id,) =
            tx.one(sql!("SELECT program_id FROM season WHERE id = $1"), args![&house.season]).await.expect("there");
        let new = weft_programs::store::NewSeason {
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
        let next =
            weft_programs::store::insert_season(&house.kernel, &mut tx, &new).await.expect("inserts").expect("new");
        weft_programs::store::grant_role(
            &house.kernel,
            &mut tx,
            lead.id.as_ref().expect("a person"),
            &next,
            Role::Lead,
        )
        .await
        .expect("grants");
        tx.commit().await.expect("commits");
        let path = "/s/season-2026/season-plan/copy";
        assert_eq!(lead.post(path, &[("from", "season-2025")]).await.status, StatusCode::SEE_OTHER);
        assert!(lead.post(path, &[("from", "season-2025")]).await.body.contains("already has gatherings"));
        let works =
            sql!("SELECT (SELECT COUNT(*) FROM gathering_card) * 10 + (SELECT COUNT(*) FROM gathering_approach)");
        assert_eq!(count(&house, works).await, 22, "cards and approaches come along");
        let page = lead.get("/s/season-2026/gatherings").await.body;
        assert!(page.matches(">Draft<").count() == 40 && page.contains("Wednesday, March 4, 2026"), "{page}");
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM sitting WHERE join_url <> '' AND starts_at > 1767225600000000"))
                .await,
            0,
            "links stay where they were"
        );
        // A season that someone else leads is no source.
        let other = house.someone("Other", None, Strength::TwoFactors).await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        weft_programs::store::grant_role(
            &house.kernel,
            &mut tx,
            other.id.as_ref().expect("a person"),
            &next,
            Role::Lead,
        )
        .await
        .expect("grants");
        tx.run(
            sql!(
                "DELETE FROM gathering_card
                WHERE gathering_id IN (SELECT id FROM gathering WHERE season_id = $1)"
            ),
            args![&next],
        )
        .await
        .expect("deletes");
        tx.run(
            sql!(
                "DELETE FROM gathering_approach
                WHERE gathering_id IN (SELECT id FROM gathering WHERE season_id = $1)"
            ),
            args![&next],
        )
        .await
        .expect("deletes");
        tx.run(
            sql!("DELETE FROM sitting WHERE gathering_id IN (SELECT id FROM gathering WHERE season_id = $1)"),
            args![&next],
        )
        .await
        .expect("deletes");
        tx.run(sql!("DELETE FROM gathering WHERE season_id = $1"), args![&next]).await.expect("deletes");
        tx.commit().await.expect("commits");
        assert!(other.post(path, &[("from", "season-2025")]).await.body.contains("an option from the list"));
    }
}

#[tokio::test]
async fn two_published_texts_that_differ_leave_the_season_unconfirmed_until_the_lead_settles_it() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 3).await;
        let first = announced(&lead, &fields("One", &[("2025-02-25", "13:00", "16:00", "1", "")])).await;
        announced(
            &lead,
            &fields("Two", &[("2025-03-24", "13:00", "14:30", "1", ""), ("2025-03-25", "13:00", "14:30", "1", "")]),
        )
        .await;
        announced(&lead, &fields("Three", &[("2025-04-08", "13:00", "16:00", "1", "")])).await;
        let sent = house.mails().await.len();
        let path = s("sources");
        assert!(lead.post(&path, &[("name", "Empty")]).await.body.contains("at least one thing"));
        assert!(
            lead.post(&path, &[("name", "Bad"), ("days", "2025-02-25 soon")]).await.body.contains("year-month-day")
        );
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
        assert!(
            all[0].get(&path).await.body.contains("Matches the plan")
                && !all[0].get(&s("gatherings")).await.body.contains("aren’t confirmed")
        );
        // The other is two days off: the season is unconfirmed, on every page, and both are named.
        lead.post(&path, &[("name", "The <deck>"), ("first_on", "2025-02-27"), ("last_on", "2025-04-10")]).await;
        for page in [s("gatherings"), first.clone()] {
            assert!(all[0].get(&page).await.body.contains("some published dates don’t match"), "{page}");
        }
        lead.post(&s("public-page"), &[("when", "now")]).await;
        for page in ["/".to_owned(), format!("{first}/packet"), format!("/cohorts/{}", common::SEASON)] {
            assert!(all[0].get(&page).await.body.contains("These dates aren’t confirmed"), "{page}");
        }
        assert!(house.visitor().get("/programs/rooted").await.body.contains("dates not confirmed"));
        let ics = format!("{first}/calendar.ics");
        assert!(all[0].get(&ics).await.body.contains("STATUS:TENTATIVE"));
        let page = all[0].get(&path).await.body;
        assert!(
            page.contains("The &#60;deck&#62;")
                && page.contains("first day is February 27, 2025. The plan says February 25, 2025")
                && page.contains("April 10, 2025"),
            "{page}"
        );
        assert!(!page.contains("out of date</button>"), "the lead decides");
        let page = lead.get(s("").trim_end_matches('/')).await.body;
        assert!(page.contains("Some published dates don&#39;t match."), "the season's page says so: {page}");
        assert_eq!(house.mails().await.len(), sent, "nobody is told before it is settled");
        // Settled: each is told once, and pressing again tells no one.
        let deck: (String,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT id FROM schedule_source WHERE name LIKE '%deck%'"), args![])
            .await
            .expect("there");
        for _ in 0..2 {
            lead.post(&format!("{path}/{}/settled", deck.0), &[("reason", "The slides were never updated.")]).await;
        }
        let mails = house.mails().await;
        let told: Vec<&String> = mails.iter().filter(|m| m.contains("these are the right ones")).collect();
        assert_eq!((mails.len(), told.len()), (sent + 3, 3));
        assert!(told[0].contains("Monday, March 24, 2025 or Tuesday, March 25, 2025"), "{}", told[0]);
        assert!(told[0].contains("METHOD:PUBLISH") && told[0].contains("STATUS:CONFIRMED"), "{}", told[0]);
        assert!(all[0].get(&ics).await.body.contains("STATUS:CONFIRMED"));
        assert!(!mails.iter().any(|m| m.contains("RSVP=TRUE")));
        assert!(!all[0].get(&s("gatherings")).await.body.contains("aren’t confirmed"));
        // Moving a day away from what was published makes it unconfirmed anew; moving it back settles it.
        let id = sittings(&house, &first).await.remove(0);
        for (day, is_open) in [("2025-02-26", true), ("2025-02-25", false)] {
            let mut moved = fields("One", &[(day, "13:00", "16:00", "1", "")]);
            moved.push(("id-1".into(), id.clone()));
            assert_eq!(send(&lead, &format!("{first}/edit"), &moved).await.status, StatusCode::SEE_OTHER);
            assert_eq!(all[0].get(&s("gatherings")).await.body.contains("aren’t confirmed"), is_open, "{day}");
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
            page.split_once("name=\"seen\" value=\"")
                .and_then(|(_, r)| r.split('"').next())
                .expect("a moment")
                .to_owned()
        };
        let old = seen().await;
        house.kernel.clock.advance(60);
        let id = sittings(&house, &path).await.remove(0);
        let mut two =
            fields("Session", &[("2025-03-05", "13:00", "16:00", "1", ""), ("2025-03-06", "13:00", "16:00", "1", "")]);
        two.extend([("id-1".to_owned(), id.clone()), ("seen".to_owned(), old.clone())]);
        assert_eq!(send(&lead, &edit, &two).await.status, StatusCode::SEE_OTHER);
        let told = house.mails().await.len();
        // The same form again, and one that was opened before: both are told, nothing is added twice or taken out.
        let mut one = fields("Typo mended", &[("2025-03-05", "13:00", "16:00", "1", "")]);
        one.extend([("id-1".to_owned(), id.clone()), ("seen".to_owned(), old)]);
        for late in [&two, &one] {
            let refused = send(&lead, &edit, late).await;
            assert!(
                refused.status == StatusCode::UNPROCESSABLE_ENTITY
                    && refused.body.contains("changed after you opened the form"),
                "{}",
                refused.body
            );
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
        assert!(send(&lead, &edit, &part).await.body.contains("part numbers can’t change"));
    }
}

#[tokio::test]
async fn what_a_calendar_compares_only_ever_grows() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let one = people(&house, 1).await.remove(0);
        let path = announced(
            &lead,
            &fields(
                "Coaching",
                &[("2025-03-24", "13:00", "14:30", "1", "3"), ("2025-03-25", "13:00", "14:30", "1", "3")],
            ),
        )
        .await;
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
                    m.split_once("SEQUENCE:")
                        .and_then(|(_, r)| r.lines().next())
                        .and_then(|n| n.trim().parse().ok())
                        .expect("a number"),
                    if m.contains("METHOD:CANCEL") { "off" } else { "on" },
                )
            })
            .collect();
        numbers.sort_unstable();
        assert_eq!(numbers, [(0, "on"), (1, "off"), (2, "on"), (3, "off"), (4, "on")]);
    }
}
