//! Reports of meetings: who is one person, what counts, what is in doubt, and what two of them come to.

use crate::common;

use axum::http::StatusCode;
use common::meet::{again, announced, count, fields};
use common::{Actor, House, s};
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

/// A page's choices: each select with what is chosen, each number with what stands in it.
fn chosen(page: &str) -> Vec<(String, String)> {
    let value =
        |text: &str| text.split_once("value=\"").map_or("", |(_, v)| v.split('"').next().unwrap_or("")).to_owned();
    let mut out = Vec::new();
    for part in page.split("<select ").skip(1) {
        let name = part.split_once("name=\"").map_or("", |(_, n)| n.split('"').next().unwrap_or("")).to_owned();
        let options = part.split("</select>").next().unwrap_or_default();
        let on = options.split("<option ").skip(1).find(|o| o.split('>').next().unwrap_or("").contains("selected"));
        out.push((name, on.map_or(String::new(), value)));
    }
    for part in page.split("<input ").skip(1).filter(|p| p.contains("name=\"minutes-")) {
        let name = part.split_once("name=\"").map_or("", |(_, n)| n.split('"').next().unwrap_or("")).to_owned();
        out.push((name, value(part)));
    }
    out
}

struct Season<'h> {
    house: &'h House,
    lead: Actor<'h>,
    attendance: String,
    path: String,
}

/// A session with people of these names, over.
async fn session<'h>(house: &'h House, day: &str, names: &[&str]) -> Season<'h> {
    let lead = house.lead().await;
    for name in names {
        house.someone(name, Some(Role::Registrant), Strength::Link).await;
    }
    let path = announced(&lead, &fields("Session", &[(day, "13:00", "16:00", "1", "")])).await;
    house.kernel.clock.set(Time::parse(&format!("{day}T22:00:00Z")).expect("a moment"));
    Season { house, lead: again(&lead).await, attendance: format!("{path}/attendance/1"), path }
}

impl Season<'_> {
    /// Uploads a report; returns its page's path and what the page says.
    async fn read(&self, report: &str) -> (String, String) {
        let kept = self.lead.upload(&format!("{}/report", self.attendance), "file", report).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
        let path = kept.location().to_owned();
        let page = self.lead.get(&path).await.body;
        (path, page)
    }

    async fn take(&self, path: &str, fields: &[(String, String)]) -> common::Answer {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        self.lead.post(path, &fields).await
    }

    /// Imports a report as its page proposes.
    async fn import(&self, report: &str) -> String {
        let (path, page) = self.read(report).await;
        let done = self.take(&path, &chosen(&page)).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        self.lead.get(done.location()).await.body
    }

    /// Minutes on record, by name.
    async fn minutes(&self) -> Vec<(String, i64)> {
        let mut conn = self.house.kernel.db.read().await.expect("reads");
        conn.all(
            sql!(
                "SELECT p.display_name, COALESCE(a.minutes, -1)
                FROM attendance a
                JOIN person p ON p.id = a.person_id
                ORDER BY p.display_name"
            ),
            args![],
        )
        .await
        .expect("there")
    }
}

fn of(all: &[(&str, i64)]) -> Vec<(String, i64)> {
    all.iter().map(|(n, m)| ((*n).to_owned(), *m)).collect()
}

#[tokio::test]
async fn brackets_are_no_identity_and_nobody_vanishes() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let names = ["Belén Oakshade", "Briony Duskwood", "Cormac Duskwood", "Griet Brisamar"];
        let all = session(&house, "2025-05-14", &names).await;
        let page = all.import(include_str!("cases/zoom-pronouns.csv")).await;
        assert!(page.contains("Attendance imported for 4 people."), "{page}");
        assert_eq!(
            all.minutes().await,
            of(&[("Belén Oakshade", 30), ("Briony Duskwood", 182), ("Cormac Duskwood", 180), ("Griet Brisamar", 60)])
        );
        // A name whose letters are composed otherwise is the same name.
        let (_, page) = all
            .read(
                "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n\
                 BELE\u{301}N OAKSHADE,,05/14/2025 01:00:00 PM,05/14/2025 03:00:00 PM,120,Yes\n",
            )
            .await;
        assert!(page.contains("One row: one person was recognized."), "{page}");
    }
}

#[tokio::test]
async fn sums_of_two_people_stay_two_people() {
    let house = House::new(None).await;
    let all = session(&house, "2025-05-14", &["Briony Duskwood", "Griet Brisamar"]).await;
    all.import(include_str!("cases/zoom-organization.csv")).await;
    assert_eq!(all.minutes().await, of(&[("Briony Duskwood", 100), ("Griet Brisamar", 50)]));
    // The same sums again are the same meeting or another part of it: only a person knows.
    let (path, page) = all.read(include_str!("cases/zoom-organization.csv")).await;
    let refused = all.take(&path, &chosen(&page)).await;
    assert!(
        refused.status == StatusCode::UNPROCESSABLE_ENTITY
            && refused.body.contains("Choose what to do with minutes from another report."),
        "{}",
        refused.body
    );
    let mut fields = chosen(&page);
    fields.push(("beside".into(), "same".into()));
    assert_eq!(all.take(&path, &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(all.minutes().await, of(&[("Briony Duskwood", 100), ("Griet Brisamar", 50)]));
    let (path, page) = all.read(include_str!("cases/zoom-organization.csv")).await;
    let mut fields = chosen(&page);
    fields.push(("beside".into(), "more".into()));
    assert_eq!(all.take(&path, &fields).await.status, StatusCode::SEE_OTHER);
    // No longer than the door was open.
    assert_eq!(all.minutes().await, of(&[("Briony Duskwood", 195), ("Griet Brisamar", 100)]));
}

#[tokio::test]
async fn a_report_of_another_day_is_said_and_imports_nobody() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let all = session(&house, "2025-05-14", &["Hana Elmendorf", "Tavi Campoverde"]).await;
        let other = fields("The week before", &[("2025-05-07", "13:00", "16:00", "1", "")]);
        let other = announced(&all.lead, &other).await;
        let (path, page) = all.read(include_str!("cases/zoom-week-before.csv")).await;
        assert!(
            page.contains("Nothing to import: this report is from another time.")
                && page.contains("Wednesday, May 7, 2025, 9:00 a.m. to 4:00 p.m.")
                && page.contains(&format!("href=\"{other}/attendance/1\""))
                && page.contains("2 rows: 2 people were there only at another time and are not counted.")
                && !page.contains("Import attendance</button>"),
            "{page}"
        );
        all.take(&path, &[("who-0".into(), "x".into())]).await;
        assert_eq!(all.minutes().await, of(&[]));
    }
}

#[tokio::test]
async fn two_reports_of_one_session_are_joined_by_time() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let all = session(&house, "2025-07-16", &["Hana Elmendorf", "Tavi Campoverde"]).await;
        let (first, second) = (include_str!("cases/zoom-first-half.csv"), include_str!("cases/zoom-second-half.csv"));
        all.import(first).await;
        assert_eq!(all.minutes().await, of(&[("Hana Elmendorf", 100), ("Tavi Campoverde", 100)]));
        // In whatever order, and however often.
        for report in [second, first, second] {
            all.import(report).await;
            assert_eq!(all.minutes().await, of(&[("Hana Elmendorf", 170), ("Tavi Campoverde", 105)]));
        }
    }
}

#[tokio::test]
async fn minutes_outside_the_session_do_not_count_and_long_sums_are_asked_about() {
    let house = House::new(None).await;
    let all = session(&house, "2025-05-14", &["Hana", "Ivo", "Jun"]).await;
    // The door opens a quarter of an hour before it begins.
    all.import(
        "Name,User Email,Join Time,Leave Time,Duration (Minutes),Guest\n\
         Hana,,05/14/2025 12:30:00 PM,05/14/2025 01:00:00 PM,30,Yes\n\
         Ivo,,05/14/2025 11:00:00 AM,05/14/2025 06:00:00 PM,420,Yes\n",
    )
    .await;
    assert_eq!(all.minutes().await, of(&[("Hana", 15), ("Ivo", 195)]));
    let (path, page) = all.read("Name (Original Name),User Email,Total Duration (Minutes),Guest\nJun,,269,Yes\n").await;
    assert!(page.contains("The report adds up to 4 hr 29 min, but the session lasted 3 hours."), "{page}");
    let fields = chosen(&page);
    assert!(fields.contains(&("minutes-0".into(), "180".into())), "{fields:?}");
    let too_much: Vec<(String, String)> =
        fields.iter().map(|(n, v)| (n.clone(), if n == "minutes-0" { "269".into() } else { v.clone() })).collect();
    assert_eq!(all.take(&path, &too_much).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(all.take(&path, &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(all.minutes().await, of(&[("Hana", 15), ("Ivo", 195), ("Jun", 180)]));
}

#[tokio::test]
async fn what_is_in_doubt_is_asked_and_every_row_is_in_one_place() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let all = session(&house, "2025-05-14", &["Hana", "Ivo"]).await;
        let (path, page) = all
            .read(
                "Name,User Email,Join Time,Leave Time,Duration (Minutes),Guest\n\
                 Hana,,05/14/2025 01:00:00 PM,05/14/2025 02:00:00 PM,60,Yes\n\
                 Hana,,05/14/2025 01:30:00 PM,05/14/2025 03:00:00 PM,90,Yes\n\
                 Ivo,,05/14/2025 01:00:00 PM,05/14/2025 02:00:00 PM,60,Yes\n\
                 Ivo,,05/14/2025 02:10:00 PM,05/14/2025 03:00:00 PM,50,Yes\n\
                 Somebody,,05/14/2025 01:00:00 PM,05/14/2025 02:00:00 PM,60,Yes\n\
                 Early,,05/14/2025 08:00:00 AM,05/14/2025 09:00:00 AM,60,Yes\n\
                 Otter.ai,,05/14/2025 01:00:00 PM,05/14/2025 02:00:00 PM,60,Yes\n\
                 ,,05/14/2025 01:00:00 PM,05/14/2025 02:00:00 PM,60,Yes\n",
            )
            .await;
        for said in [
            "8 rows in the file",
            "2 rows: one person was recognized.",
            "2 rows to check: choose who these 2 people are.",
            "One row: one name was not recognized.",
            "One row: one person was there only at another time and is not counted.",
            "One row from a recording bot.",
            "One row was left out.",
        ] {
            assert!(page.contains(said), "{said}: {page}");
        }
        let refused = all.take(&path, &chosen(&page)).await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("Choose who “Hana” is."),
            "{}",
            refused.body
        );
        assert_eq!(all.minutes().await, of(&[]));
        // They are one: two devices at once count once.
        let hana =
            page.split("<option value=\"").skip(1).find(|o| o.split('<').next().is_some_and(|t| t.ends_with(">Hana")));
        let hana = hana.and_then(|o| o.split('"').next()).expect("an option").to_owned();
        let fields: Vec<(String, String)> =
            chosen(&page).into_iter().map(|(n, v)| if v == "?" { (n, hana.clone()) } else { (n, v) }).collect();
        assert_eq!(all.take(&path, &fields).await.status, StatusCode::SEE_OTHER);
        assert_eq!(all.minutes().await, of(&[("Hana", 120), ("Ivo", 110)]));
        // Imported once; what is left of it is nothing.
        assert_eq!(all.take(&path, &fields).await.location(), path);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM meeting_report WHERE rows <> '[]'")).await, 0);
        let lead = &all.lead;
        assert!(lead.get(&path).await.body.contains("This report was imported."));
        let facilitator = house.someone("Ayo", Some(Role::Facilitator), Strength::Link).await;
        assert_eq!(facilitator.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(lead.get(&s("certificate")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(lead.get(&all.path).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn zooms_own_answer_is_read() {
    let house = House::new(None).await;
    let all = session(&house, "2025-05-14", &["Hana"]).await;
    all.import(
        r#"{"total_records": 1, "next_page_token": "", "participants": [{"name": "Hana", "user_email": "",
            "join_time": "2025-05-14T17:00:00Z", "leave_time": "2025-05-14T18:00:00Z", "duration": 3600}]}"#,
    )
    .await;
    assert_eq!(all.minutes().await, of(&[("Hana", 60)]));
}

#[tokio::test]
async fn an_import_is_undone_but_for_what_was_edited_since() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let names = ["Belén Oakshade", "Briony Duskwood", "Cormac Duskwood", "Griet Brisamar"];
        let all = session(&house, "2025-05-14", &names).await;
        let griet = {
            let page = all.lead.get(&all.attendance).await.body;
            let row = page.split("<tr>").find(|r| r.contains("Griet Brisamar")).expect("a row").to_owned();
            row.split("name=\"state-").nth(1).and_then(|r| r.split('"').next()).expect("an id").to_owned()
        };
        let edit = async |state: &str, how: &str| {
            let (was, now, why) = (format!("was-{griet}"), format!("state-{griet}"), format!("how-{griet}"));
            all.lead.post(&all.attendance, &[(&was, "?"), (&now, state), (&why, how)]).await
        };
        // Griet was marked by hand before; that is what undoing gives back.
        edit("made-up", "watched the recording").await;
        let before = all.minutes().await;
        assert_eq!(before, of(&[("Griet Brisamar", -1)]), "{engine}");
        all.import(include_str!("cases/zoom-pronouns.csv")).await;
        let page = all.lead.get(&all.attendance).await.body;
        assert!(page.contains("It changed the attendance of 4 people."), "{page}");
        let undo = page.split("action=\"").find(|a| a.contains("/undo\"")).expect("an undo");
        let undo = undo.split('"').next().unwrap_or_default();
        for _ in 0..2 {
            assert_eq!(all.lead.post(undo, &[]).await.location(), format!("{}#last-import", all.attendance));
            assert_eq!(all.minutes().await, before, "{engine}");
        }
        let page = all.lead.get(&all.attendance).await.body;
        assert!(page.contains("The attendance of 4 people is as it was before the import."), "{page}");
        assert!(page.contains("watched the recording"), "{page}");

        house.kernel.clock.advance(60);
        // Imported again, and one record edited: that one is named and stays.
        all.import(include_str!("cases/zoom-pronouns.csv")).await;
        house.kernel.clock.advance(60);
        edit("made-up", "came late").await;
        let page = all.lead.get(&all.attendance).await.body;
        let said = "One record was edited after the import and stays as it is: Griet Brisamar";
        assert!(page.contains(said), "{page}");
        let undo = page.split("action=\"").find(|a| a.contains("/undo\"")).expect("an undo");
        all.lead.post(undo.split('"').next().unwrap_or_default(), &[]).await;
        assert_eq!(all.minutes().await, of(&[("Griet Brisamar", -1)]), "{engine}");
        let page = all.lead.get(&all.attendance).await.body;
        assert!(page.contains("The attendance of 3 people is") && page.contains(said), "{page}");
        assert!(page.contains("came late"), "{page}");
        // Whoever may not run the gathering cannot undo.
        let coach = house.someone("Cora", Some(Role::Coach), Strength::TwoFactors).await;
        assert_eq!(coach.post(undo.split('"').next().unwrap_or_default(), &[]).await.status, 404);
    }
}
