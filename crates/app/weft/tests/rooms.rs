//! Rooms: two facilitators who press at once, pages that follow, tables that remember, ties that are one's own.

use crate::common;

use axum::http::StatusCode;
use common::meet::{DAY, Line, again, count, people, room};
use common::{House, s};
use futures_util::future::join_all;
use weft_kernel::clock::Time;
use weft_kernel::sql;
use weft_people::Strength;
use weft_programs::Role;

#[tokio::test]
async fn two_who_press_at_once_move_once_and_every_page_follows() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let ayo = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
        let all = people(&house, 3).await;
        let room = room(&lead).await;
        let console = format!("{room}/console");
        // Nobody runs a room two hours early.
        assert!(lead.get(&console).await.body.contains("from one hour before"));
        lead.post(&console, &[("seen", "0"), ("act", "begin")]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM room_step")).await, 0);

        house.kernel.clock.set(Time::parse(DAY).expect("a moment"));
        let mut lines =
            vec![Line::open(&all[0], &room).await, Line::open(&all[1], &room).await, Line::open(&ayo, &room).await];
        for line in &mut lines {
            assert_eq!(line.word().await["begun"], false);
        }
        lead.post(&console, &[("seen", "0"), ("act", "begin")]).await;
        for line in &mut lines {
            let word = line.word().await;
            assert_eq!((&word["title"], &word["next"]), (&"Arrive".into(), &"Think".into()));
        }
        // Both press, on the same page: one step, and the one who was slower is told how it stands.
        house.kernel.clock.advance(12 * 60);
        let press = [("seen", "1"), ("act", "next")];
        let answers = join_all([lead.post(&console, &press), ayo.post(&console, &press)]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM room_step")).await, 2);
        assert_eq!(answers.iter().filter(|a| a.status == StatusCode::SEE_OTHER).count(), 1);
        assert!(answers.iter().any(|a| a.body.contains("this page was out of date")));
        for line in &mut lines {
            let word = line.word().await;
            assert_eq!((&word["n"], &word["title"]), (&2.into(), &"Think".into()));
        }
        let page = ayo.get(&console).await.body;
        assert!(
            page.contains("20 min left") && page.contains("2 minutes behind") && page.contains("For the console alone"),
            "{page}"
        );
        ayo.post(&console, &[("seen", "2"), ("act", "more")]).await;
        assert!(ayo.get(&console).await.body.contains("22 min left"));
        let page = all[0].get(&room).await.body;
        assert!(page.contains("data-now>Think") && !page.contains("For the console alone"), "{page}");
        // In Spanish the same room speaks Spanish.
        all[2].post("/language", &[("lang", "es"), ("back", "/")]).await;
        let mut line = Line::open(&all[2], &room).await;
        assert_eq!(line.word().await["title"], "Pensar");
        assert!(ayo.get(&console).await.body.contains("Undo: two minutes less"));
        // What was done last is undone, then what was done before; to the end, and what makes no sense changes nothing.
        ayo.post(&console, &[("seen", "3"), ("act", "back")]).await;
        let page = ayo.get(&console).await.body;
        assert!(page.contains("20 min left") && page.contains("Undo: back one block"), "{page}");
        assert!(!page.contains("two minutes less") && page.contains("Think</h2>"), "{page}");
        for (seen, act) in [("4", "next"), ("5", "next"), ("5", "back"), ("6", "next"), ("7", "end"), ("8", "more")] {
            ayo.post(&console, &[("seen", seen), ("act", act)]).await;
        }
        assert_eq!(count(&house, sql!("SELECT MAX(n) FROM room_step")).await, 8);
        // What has ended shows no block and no next one; ended by mistake, it goes on where it was.
        let ended = all[0].get(&room).await.body;
        assert!(ended.contains("This session has ended") && !ended.contains("data-next"), "{ended}");
        let mut line = Line::open(&all[0], &room).await;
        let word = line.word().await;
        assert!(
            word["block"].is_null() && word["title"] == "" && word["next"] == "" && word["ended"] == true,
            "{word}"
        );
        house.kernel.clock.advance(5 * 60);
        assert!(ayo.get(&console).await.body.contains("Resume session"));
        ayo.post(&console, &[("seen", "8"), ("act", "begin")]).await;
        let page = ayo.get(&console).await.body;
        assert!(page.contains("<h2 class=\"big\">Consult</h2>") && page.contains("30 min left"), "{page}");
        assert!(page.contains("End session now") && page.contains("You can resume it afterward"), "{page}");
        assert_eq!(line.word().await["title"], "Consult");
        assert_eq!(ayo.post(&console, &[("seen", "9"), ("act", "dance")]).await.status, StatusCode::BAD_REQUEST);
        // A room is not for those who only look at the season.
        let evaluator = house.someone("Eva", Some(Role::Evaluator), Strength::TwoFactors).await;
        for path in [room.clone(), format!("{room}/live"), console.clone(), format!("{room}/groups.csv")] {
            assert_eq!(evaluator.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(all[0].get(&console).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn undoing_leaves_the_time_that_was_left() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let room = room(&lead).await;
    let console = format!("{room}/console");
    house.kernel.clock.set(Time::parse(DAY).expect("a moment"));
    let lead = again(&lead).await;
    lead.post(&console, &[("seen", "0"), ("act", "begin")]).await;
    lead.post(&console, &[("seen", "1"), ("act", "next")]).await;
    // Of twenty minutes five are gone, and two come on top; then two presses too many.
    house.kernel.clock.advance(5 * 60);
    lead.post(&console, &[("seen", "2"), ("act", "more")]).await;
    assert!(lead.get(&console).await.body.contains("17 min left"));
    // The line of a console is no live agenda that someone has open.
    let console_line = Line::open_at(&lead, &format!("{room}/live?console=1")).await;
    assert!(lead.get(&console).await.body.contains("open on 0 screens"));
    let agenda_line = Line::open(&lead, &room).await;
    assert!(lead.get(&console).await.body.contains("open on one screen"));
    drop((console_line, agenda_line));
    lead.post(&console, &[("seen", "3"), ("act", "next")]).await;
    assert!(lead.get(&console).await.body.contains("30 min left"));
    lead.post(&console, &[("seen", "4"), ("act", "back")]).await;
    let page = lead.get(&console).await.body;
    assert!(page.contains("Think</h2>") && page.contains("17 min left"), "{page}");
}

#[tokio::test]
async fn what_was_started_is_open_and_what_was_ended_is_over() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let all = people(&house, 1).await;
    let room = room(&lead).await;
    let (console, path) = (format!("{room}/console"), room.split("/room/").next().expect("a path").to_owned());
    // Started half an hour early: whoever takes part is let in.
    house.kernel.clock.set(Time::parse("2025-01-10T17:30:00Z").expect("a moment"));
    let (lead, one) = (again(&lead).await, again(&all[0]).await);
    assert!(!one.get("/").await.body.contains("Go to the live agenda"));
    lead.post(&console, &[("seen", "0"), ("act", "begin")]).await;
    assert!(one.get("/").await.body.contains("Go to the live agenda"));
    assert!(one.get(&path).await.body.contains("Happening now"));
    // A rehearsal that ends before the beginning ends nothing.
    lead.post(&console, &[("seen", "1"), ("act", "end")]).await;
    house.kernel.clock.set(Time::parse(DAY).expect("a moment"));
    assert!(one.get("/").await.body.contains("Go to the live agenda"));
    lead.post(&console, &[("seen", "2"), ("act", "begin")]).await;
    house.kernel.clock.advance(20 * 60);
    lead.post(&console, &[("seen", "3"), ("act", "end")]).await;
    let page = one.get("/").await.body;
    assert!(!page.contains("Go to the live agenda") && !page.contains("id=\"rsvp\""), "{page}");
    let page = one.get(&path).await.body;
    assert!(!page.contains("Happening now") && page.contains("id=\"after\""), "{page}");
    assert!(lead.get(&path).await.body.contains("/console"), "it can be resumed");
}

#[tokio::test]
async fn tables_remember_who_has_met_and_only_she_sees_with_whom() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 16).await;
        let room = room(&lead).await;
        house.kernel.clock.set(Time::parse(DAY).expect("a moment"));
        let tables = format!("{room}/groups");
        let fresh = [("mode", "fresh"), ("size", "4")];
        assert!(lead.post(&tables, &[("mode", "teams")]).await.body.contains("No one here has a home team"));
        assert!(lead.post(&tables, &[("mode", "fresh"), ("size", "99")]).await.body.contains("whole number"));
        // A seating is a draft until it is shown: made anew, it takes the other's place.
        for _ in 0..2 {
            assert_eq!(lead.post(&tables, &fresh).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM room_seat")).await, 16);
        assert!(!all[0].get(&room).await.body.contains("Group "), "a draft is the facilitator's");
        assert!(lead.get(&s("groups")).await.body.contains("0 of 120 pairs"), "nobody was in a group that nobody saw");
        let mut line = Line::open(&all[0], &room).await;
        assert_eq!(line.word().await["tables"], 0);
        let n = count(&house, sql!("SELECT MAX(n) FROM room_round")).await.to_string();
        for _ in 0..2 {
            lead.post(&format!("{tables}/posting"), &[("n", &n)]).await;
        }
        assert_eq!(line.word().await["tables"].to_string(), format!("{n}0000"));
        assert!(all[0].get(&room).await.body.contains("Group "));
        // Five rounds of four for sixteen: everyone meets everyone, once (a design exists; each round knows those
        // before).
        for _ in 0..2 {
            lead.post(&tables, &fresh).await;
            let n = count(&house, sql!("SELECT MAX(n) FROM room_round")).await.to_string();
            lead.post(&format!("{tables}/posting"), &[("n", &n)]).await;
        }
        assert_eq!(
            count(&house, sql!("SELECT CAST(SUM(repeats) AS BIGINT) FROM room_round")).await,
            0,
            "three rounds without a repeat"
        );
        let page = lead.get(&s("groups")).await.body;
        assert!(page.contains("72 of 120 pairs") && page.contains("9 others"), "{page}");
        // Whoever makes the groups sees who was in them: a line for each pair, a cell both ways round, 7 × 16 zeros
        // without those on the diagonal.
        let cells = |times: &str| page.matches(times).count();
        assert_eq!((cells("<line "), cells("class=\"l1\">1<"), cells("class=\"l0\">0<")), (72, 144, 16 * 15 - 144));
        assert_eq!(cells("class=\"self\""), 16);
        assert!((0..16).all(|i| page.contains(&format!("Person{i:02}"))), "{page}");
        let own = all[0].get(&s("groups")).await.body;
        assert_eq!(own.matches("once, last on").count(), 9);
        assert!(!own.contains("of 120 pairs") && !own.contains("<line "));
        assert_eq!(
            house.someone("Coach", Some(Role::Coach), Strength::TwoFactors).await.get(&s("groups")).await.status,
            StatusCode::NOT_FOUND
        );
        // As the meeting service takes it.
        let csv = lead.get(&format!("{room}/groups.csv")).await.body;
        assert!(
            csv.starts_with("\"Pre-assign Room Name\",\"Email Address\"")
                && csv.lines().count() == 17
                && csv.contains("\"Group 4\",\"person"),
            "{csv}"
        );

        // Someone comes late and two have left: she gets a seat, theirs are free.
        let late = house.someone("Late", Some(Role::Registrant), Strength::Link).await;
        let attendance = room.split("/room/").next().map(|g| format!("{g}/attendance/1")).expect("a path");
        let here: Vec<(String, &str)> = all[2..]
            .iter()
            .chain([&late])
            .map(|p| (format!("state-{}", p.id.as_ref().expect("a person")), "present"))
            .collect();
        let here: Vec<(&str, &str)> = here.iter().map(|(n, v)| (n.as_str(), *v)).collect();
        lead.post(&attendance, &here).await;
        assert!(lead.get(&format!("{room}/console")).await.body.contains("Add one late arrival"));
        for _ in 0..2 {
            lead.post(&format!("{tables}/seating"), &[]).await;
        }
        assert!(late.get(&room).await.body.contains("Group ") && !all[0].get(&room).await.body.contains("<h2>Group "));
        assert_eq!(
            count(
                &house,
                sql!(
                    "SELECT COUNT(*)
                    FROM room_seat s
                    JOIN room_round r ON r.id = s.round_id
                    WHERE r.n = (SELECT MAX(n) FROM room_round)"
                )
            )
            .await,
            15
        );
    }
}

#[tokio::test]
async fn a_thousand_pages_hear_one_press() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let all = people(&house, 100).await;
    let room = room(&lead).await;
    house.kernel.clock.set(Time::parse(DAY).expect("a moment"));
    let mut lines = Vec::new();
    // As many for each as one person may have.
    for i in 0..1_000 {
        lines.push(Line::open(&all[i / 10], &room).await);
    }
    for line in &mut lines {
        line.word().await;
    }
    let before = house.kernel.db.statements_run();
    lead.post(&format!("{room}/console"), &[("seen", "0"), ("act", "begin")]).await;
    let statements = house.kernel.db.statements_run() - before;
    for line in &mut lines {
        assert_eq!(line.word().await["n"], 1);
    }
    assert!(
        statements < 25 && house.kernel.db.statements_run() - before == statements,
        "what is said is read once, whoever listens: {statements}"
    );
}
