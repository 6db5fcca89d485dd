//! Stories of importing: files that people really have, and nothing silently wrong.

use crate::common;

use axum::http::StatusCode;
use common::{Actor, House, SEASON, engines, s};
use weft_kernel::clock::Time;
use weft_kernel::i18n::{Lang, Tr};
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

fn case(name: &str) -> Vec<u8> {
    std::fs::read(common::sources::here().join("tests/cases").join(name)).expect("a case")
}

/// A day, and a moment, as the pages of the season say them.
fn day(iso: &str) -> String {
    Tr(Lang::En).date(Time::parse(iso).expect("a moment"), "America/New_York")
}

fn moment(iso: &str) -> String {
    Tr(Lang::En).moment(Time::parse(iso).expect("a moment"), "America/New_York")
}

/// Uploads a file with a choice of what is in it; returns where its columns are.
pub async fn upload(lead: &Actor<'_>, kind: &str, file: &[u8]) -> String {
    let parts = [("kind", kind.as_bytes()), ("file", file)];
    let answer = lead.upload_bytes(&s("import"), &parts).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.location().to_owned()
}

/// Says where the columns go; returns the page that comes then.
pub async fn columns(lead: &Actor<'_>, file: &str, said: &[(&str, &str)]) -> String {
    let answer = lead.post(file, &[&[("act", "columns")], said].concat()).await;
    assert_eq!(answer.location(), file, "{}", answer.body);
    lead.get(file).await.body
}

/// Presses the button of the page that shows what would happen.
pub async fn press(lead: &Actor<'_>, file: &str) -> String {
    let page = lead.get(file).await.body;
    let seen =
        page.split("name=\"seen\" value=\"").nth(1).and_then(|r| r.split('"').next()).expect("a form").to_owned();
    assert_eq!(lead.post(file, &[("act", "import"), ("seen", &seen)]).await.status, StatusCode::SEE_OTHER);
    lead.get(file).await.body
}

/// One text of each application, by its number.
async fn all(house: &House, sql: weft_kernel::db::Sql) -> Vec<(String, String)> {
    house.kernel.db.read().await.expect("reads").all(sql, args![]).await.expect("rows")
}

/// When each application was sent, in ISO 8601.
async fn sent(house: &House) -> Vec<(String, String)> {
    let sql = sql!("SELECT external_id, submitted_at FROM application ORDER BY external_id");
    let rows: Vec<(String, Time)> = house.kernel.db.read().await.expect("reads").all(sql, args![]).await.expect("rows");
    rows.into_iter().map(|(id, at)| (id, at.iso())).collect()
}

const ROWS: &str = "application_id,email,first_name,Why?\nB1,one@example.org,One,because\nB2,di@example,Two,so\nB1,\
    one@example.org,One,because\nB1,one@example.org,Other,because\nB3,three@example.org,,so\n";

#[tokio::test]
async fn columns_come_first_then_every_row_is_counted_and_the_import_is_last() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let file = upload(&lead, "applications", ROWS.as_bytes()).await;
        let page = lead.get(&file).await.body;
        assert!(page.contains("Match the columns") && !page.contains("value=\"import\""), "{engine}: {page}");
        // Nothing is imported by a press on a page that nobody saw.
        lead.post(&file, &[("act", "import"), ("seen", "x")]).await;
        assert_eq!(all(&house, sql!("SELECT id, id FROM application")).await, [], "{engine}");
        let page = columns(&lead, &file, &[]).await;
        assert!(page.contains("5 rows in the file.") && page.contains("1 new, 0 updated, 1 skipped"), "{page}");
        assert!(page.contains("3 not imported") && page.contains("3 rows can&#39;t be imported"), "{page}");
        for (line, column, what) in [
            (3, "email", "Enter one email address"),
            (5, "application_id", "The first one is row 2."),
            (6, "first_name", "at least one name"),
        ] {
            let row = page.split("<tr>").find(|r| r.contains(&format!("row {line}<"))).expect("a row");
            assert!(row.contains(column) && row.contains(what), "{row}");
        }
        let refused = lead.get(&format!("{file}/refused.csv")).await.body;
        let lines: Vec<&str> = refused.lines().collect();
        assert_eq!(lines.len(), 4, "{refused}");
        assert!(lines[1].starts_with("\"B2\",\"di@example\",\"Two\",\"so\",\"3\",\"email: Enter one"), "{refused}");
        let done = press(&lead, &file).await;
        assert!(done.contains("Import finished") && done.contains("1 new, 0 updated, 1 skipped"), "{done}");
        assert_eq!(all(&house, sql!("SELECT id, id FROM application")).await.len(), 1, "{engine}");
        // The refused rows can still be had, mended and sent: the rest of the file is not asked about again.
        assert_eq!(lead.get(&format!("{file}/refused.csv")).await.body, refused, "{engine}");
        let mended = refused.replace("di@example\"", "di@example.org\"").replace("\"B1\"", "\"B4\"");
        let again = upload(&lead, "applications", mended.as_bytes()).await;
        let page = lead.get(&again).await.body;
        assert!(page.contains(&format!("Using the mapping from {}", day("2025-01-10T15:00:00Z"))), "{engine}: {page}");
        let page = columns(&lead, &again, &[]).await;
        assert!(page.contains("2 new, 0 updated, 0 skipped") && page.contains("1 not imported"), "{page}");
        // Two weeks later they are gone.
        house.kernel.clock.set(house.kernel.now().plus_days(15));
        weft_admission::applications::acts::forget_unfinished(&house.kernel).await.expect("forgets");
        let left = all(&house, sql!("SELECT import_id, cells FROM import_row")).await;
        assert_eq!(left, [], "{engine}");
    }
}

#[tokio::test]
async fn a_mapping_serves_the_next_season_of_the_program_and_columns_in_another_order() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let file = upload(&lead, "applications", ROWS.as_bytes()).await;
    columns(&lead, &file, &[("column-3", "leave-out")]).await;
    let other = "Why?,email,application_id,first_name\nso,four@example.org,B4,Four\n";
    let file = upload(&lead, "applications", other.as_bytes()).await;
    let page = lead.get(&file).await.body;
    assert!(page.contains("Using the mapping from"), "{page}");
    columns(&lead, &file, &[]).await;
    press(&lead, &file).await;
    let rows = all(&house, sql!("SELECT external_id, answers FROM application")).await;
    assert_eq!(rows, [("B4".to_owned(), "[]".to_owned())], "the answer was left out");
}

#[tokio::test]
async fn dates_are_read_one_way_in_a_column_or_asked_about() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        // A day over 12 settles it.
        let file = upload(&lead, "applications", &case("day-first.csv")).await;
        let page = lead.get(&file).await.body;
        let read = format!("<code>03/10/2024 09:00:00</code> → {}", moment("2024-10-03T13:00:00Z"));
        assert!(page.contains(&read) && !page.contains("March 10"), "{engine}: {page}");
        columns(&lead, &file, &[]).await;
        press(&lead, &file).await;
        let at = |id: &str, iso: &str| (id.to_owned(), iso.to_owned());
        assert_eq!(
            sent(&house).await,
            [
                at("D1", "2024-10-03T13:00:00Z"),
                at("D2", "2024-10-25T22:30:00Z"),
                at("D3", "2024-10-12T03:30:00Z"),
                at("D4", "2024-10-31T12:00:00Z"),
            ],
            "{engine}"
        );
        // Without one the importer says it.
        let open = "application_id,email,first_name,Timestamp\nE1,e1@example.org,Eva,03/10/2024 09:15:07\n";
        let file = upload(&lead, "applications", open.as_bytes()).await;
        let page = lead.get(&file).await.body;
        assert!(page.contains("1 column needs a decision") && page.contains("can be read two ways"), "{page}");
        for at in ["2024-03-10T13:15:07Z", "2024-10-03T13:15:07Z"] {
            assert!(page.contains(&format!("<code>03/10/2024 09:15:07</code> → {}", moment(at))), "{engine}: {page}");
        }
        let refused = lead.post(&file, &[("act", "columns")]).await;
        assert!(refused.body.contains("Choose how the dates in this column are written."), "{}", refused.body);
        columns(&lead, &file, &[("order-3", "day-first")]).await;
        press(&lead, &file).await;
        assert_eq!(sent(&house).await[4], at("E1", "2024-10-03T13:15:07Z"), "{engine}");
        // And a bad date is a fault of its row, with its place.
        let bad = "application_id,email,first_name,Timestamp\nE2,e2@example.org,Eva,\"soon, I hope\"\n";
        let file = upload(&lead, "applications", bad.as_bytes()).await;
        let page = columns(&lead, &file, &[]).await;
        assert!(page.contains("row 2") && page.contains("Enter a date like 2024-10-11"), "{page}");
        assert!(!page.contains("1970"), "{page}");
    }
}

/// Files as form tools write them, their names, and the moment of the first application.
fn exports() -> Vec<(&'static str, String)> {
    let text = |t: &str| t.to_owned();
    vec![
        ("Google Forms, CSV", String::from_utf8(case("google-forms.csv")).expect("text")),
        (
            "Google Sheets",
            text(
                "Timestamp,Email Address,Your full name,Which issues?\n10/3/2024 10:00:00,ana@example.org,Ana Uno,\
                \"Housing, Land\"\n10/25/2024 18:30:00,bea@example.org,Bea Dos,\n",
            ),
        ),
        (
            "Microsoft Forms",
            text(
                "ID,Start time,Completion time,Email,Name,Last modified time,Why?\n1,10/3/24 9:50:00,10/3/24 10:00:00,\
                ana@example.org,Ana Uno,,So;\n2,10/25/24 9:00:00,10/25/24 9:30:00,bea@example.org,Bea Dos,,\n",
            ),
        ),
        (
            "SurveyMonkey",
            text(
                "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,\
                Custom Data 1,Which issues?,,Why?\n,,,,,,,,,Housing,Land,Open-Ended Response\n\
                118,42,10/03/2024 09:50:00 AM,10/03/2024 10:00:00 AM,192.0.2.1,ana@example.org,Ana,Uno,,\
                Housing,Land,So\n\
                119,42,10/25/2024 09:00:00 AM,10/25/2024 09:30:00 AM,192.0.2.1,bea@example.org,Bea,Dos,,,Land,\n",
            ),
        ),
        (
            "SurveyMonkey Apply",
            text(
                "Application ID,E-Mail*,First Name*,Last Name*,Organization Name*,Application State*,Submitted Date\n\
                SMA-1,ana@example.org,Ana,Uno,River,Complete,Oct 3 2024 10:00 AM (EDT)\n",
            ),
        ),
        (
            "Airtable",
            text(
                "\u{feff}Name,Email,Notes,Created\nAna Uno,ana@example.org,\"two\nlines\",10/3/2024 10:00am\nBea Dos,\
                bea@example.org,,10/25/2024 6:30pm\n",
            ),
        ),
        (
            "Submittable",
            text(
                "Submission ID,Date Submitted,Submitter First Name,Submitter Last Name,Submitter Email\n\
                9001,2024-10-03T14:00:00Z,Ana,Uno,ana@example.org\n",
            ),
        ),
    ]
}

#[tokio::test]
async fn exports_of_every_form_tool_come_in_with_a_confirmed_mapping() {
    for (tool, file) in exports() {
        let house = House::new(None).await;
        let lead = house.lead().await;
        let at = upload(&lead, "applications", file.as_bytes()).await;
        let page = columns(&lead, &at, &[]).await;
        assert!(page.contains("0 not imported"), "{tool}: {page}");
        press(&lead, &at).await;
        assert_eq!(sent(&house).await.iter().filter(|(_, at)| at == "2024-10-03T14:00:00Z").count(), 1, "{tool}");
        let names = all(&house, sql!("SELECT given_name, family_name FROM person WHERE given_name = 'Ana'")).await;
        assert_eq!(names, [("Ana".to_owned(), "Uno".to_owned())], "{tool}");
    }
}

#[tokio::test]
async fn addresses_lose_what_nobody_sees_and_are_refused_with_their_place() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let file = upload(&lead, "applications", &case("addresses.csv")).await;
        let page = columns(&lead, &file, &[]).await;
        assert!(page.contains("4 new") && page.contains("4 not imported"), "{engine}: {page}");
        assert!(page.contains("We removed invisible characters from 3 email addresses (rows 2, 3, 9)"), "{page}");
        for line in [5, 6, 7, 8] {
            let row = page.split("<tr>").find(|r| r.contains(&format!("row {line}<"))).expect("a row");
            assert!(row.contains("email") && row.contains("Enter one email address"), "{row}");
        }
        press(&lead, &file).await;
        let sql = sql!("SELECT value, norm FROM contact_point WHERE norm <> 'marisol@example.org' ORDER BY norm");
        let plain = |a: &str| (a.to_owned(), a.to_owned());
        let kept =
            ["ana.zero@example.org", "bea.bidi@example.org", "cy.nbsp@example.org", "hal@example.org"].map(plain);
        assert_eq!(all(&house, sql).await, kept, "{engine}");
        // The same wherever an address is typed.
        let visitor = house.visitor();
        let refused = visitor.post("/sign-in", &[("email", "di@example")]).await;
        assert!(refused.body.contains("Error:"), "{}", refused.body);
        visitor.post("/sign-in", &[("email", "MARISOL@exa\u{ad}mple.org\u{200b}")]).await;
        let mails = house.mails().await;
        assert!(mails.iter().any(|m| m.contains("To: marisol@example.org")), "{engine}: {mails:?}");
        let interest = [("name", "Eva"), ("email", "eva@münchen.example"), ("scope", "city"), ("agree", "yes")];
        visitor.post("/programs/rooted/interest", &interest).await;
        let mails = house.mails().await;
        assert!(mails.iter().any(|m| m.contains("To: eva@xn--mnchen-3ya.example")), "{engine}: {mails:?}");
    }
}

#[tokio::test]
async fn choices_that_the_form_offers_stay_whole() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let form = r#"{"part":[{"title":{"en":"You"},"question":[{"id":"areas","kind":"choices","label":{"en":"Areas"},
            "goes_to":"other_issue_areas","options":[{"id":"h","en":"Homes, land, and water",
            "es":"Casas, tierra"}]}]}]}"#;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("INSERT INTO call (season_id, form, changed_at) SELECT id, $1, 1 FROM season"), args![form])
            .await
            .expect("a call");
        tx.commit().await.expect("commits");
        let csv = "id,Email,First name,Last name,primary_issue_area,other_issue_areas\n\
            1,a@example.org,Ana,Vale,Health,\"Art, homes, land, and water\"\n\
            2,b@example.org,Bo,Vale,Health,\"Casas, tierra, Art\"\n";
        let file = upload(&lead, "applications", csv.as_bytes()).await;
        columns(&lead, &file, &[]).await;
        press(&lead, &file).await;
        let issues = sql!("SELECT external_id, other_issue_areas FROM application ORDER BY 1");
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        let split = [pair("1", "Art|Homes, land, and water"), pair("2", "Casas, tierra|Art")];
        assert_eq!(all(&house, issues).await, split, "{engine}");
    }
}

#[tokio::test]
async fn names_states_and_choices_are_taken_apart_with_a_preview() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(
            sql!("INSERT INTO region_state (program_id, state, region) SELECT id, 'KY', 'South' FROM program"),
            args![],
        )
        .await
        .expect("a region");
        tx.commit().await.expect("commits");
        let csv = "id,Email,Your name,State,primary_issue_area,other_issue_areas,Do you have any access or dietary \
            needs we should know about before the retreat?\n1,a@example.org,Ana María López García,Kentucky,\"Housing, \
            homelessness, and shelter\",\"Land, Housing, homelessness, and shelter\",SECRET-RAMP\n2,b@example.org,\
            Nokomis,Ohio,Land,,\n";
        let file = upload(&lead, "applications", csv.as_bytes()).await;
        let page = lead.get(&file).await.body;
        assert!(page.contains("2 columns need a decision"), "{engine}: {page}");
        assert!(page.contains("→ Ana María López | García") && page.contains("→ Ana | María López García"), "{page}");
        assert!(page.contains("This looks like access needs."), "{page}");
        let page = columns(&lead, &file, &[("cut", "after-first")]).await;
        assert!(page.contains("2 new") && page.contains("South"), "{page}");
        press(&lead, &file).await;
        let names =
            sql!("SELECT given_name, family_name FROM person WHERE given_name IN ('Ana', 'Nokomis') ORDER BY 1");
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(all(&house, names).await, [pair("Ana", "María López García"), pair("Nokomis", "")], "{engine}");
        let place = sql!("SELECT external_id, COALESCE(state || '/' || region, state) FROM application ORDER BY 1");
        assert_eq!(all(&house, place).await, [pair("1", "KY/South"), pair("2", "Ohio")], "{engine}");
        let issues = sql!("SELECT external_id, other_issue_areas FROM application WHERE other_issue_areas IS NOT NULL");
        assert_eq!(all(&house, issues).await, [pair("1", "Land|Housing, homelessness, and shelter")], "{engine}");
        let answers = all(&house, sql!("SELECT external_id, answers FROM application")).await;
        assert!(!answers.iter().any(|(_, a)| a.contains("SECRET-RAMP")), "{answers:?}");
        let needs = all(&house, sql!("SELECT value, value FROM access_need")).await;
        assert_eq!(needs, [pair("SECRET-RAMP", "SECRET-RAMP")], "{engine}");
    }
}

#[tokio::test]
async fn how_a_file_was_read_is_shown_before_anything_comes_in() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    for (name, says) in [
        ("hidden-first-sheet.xlsx", "We read the sheet “Applications”."),
        ("one-broken-byte.csv", "we think this file is UTF-8"),
        ("sep-line.csv", "Columns are separated by semicolons."),
    ] {
        let file = upload(&lead, "applications", &case(name)).await;
        let page = lead.get(&file).await.body;
        assert!(page.contains(says), "{name}: {page}");
    }
    let file = upload(&lead, "applications", &case("one-broken-byte.csv")).await;
    assert!(lead.get(&file).await.body.contains("1 row has a character that can&#39;t be read."));
    let page = columns(&lead, &file, &[]).await;
    assert!(
        page.contains("3 new") && page.contains("row 4<") && page.contains("A character here can&#39;t be read"),
        "{page}"
    );
    let file = upload(&lead, "applications", &case("three-blank-rows.xlsx")).await;
    let page = columns(&lead, &file, &[]).await;
    assert!(page.contains("row 6<") && page.contains("1 new"), "{page}");
    // What was guessed wrongly can be said.
    let latin: Vec<u8> = "email,first_name\na@example.org,Zoë\n".chars().map(|c| c as u8).collect();
    let said = [("kind", &b"applications"[..]), ("encoding", b"macintosh"), ("file", &latin)];
    let file = lead.upload_bytes(&s("import"), &said).await.location().to_owned();
    assert!(lead.get(&file).await.body.contains("Characters: macintosh."));
}

#[tokio::test]
async fn a_preview_holds_up_nobody_who_writes() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let file = upload(&lead, "applications", ROWS.as_bytes()).await;
        columns(&lead, &file, &[]).await;
        // Somebody else is writing: the preview is drawn all the same.
        let tx = house.kernel.db.begin().await.expect("begins");
        let page = tokio::time::timeout(std::time::Duration::from_secs(4), lead.get(&file)).await.expect("in time");
        assert!(page.body.contains("1 new"), "{engine}: {}", page.body);
        drop(tx);
    }
}

#[tokio::test]
async fn imported_reviews_are_those_of_the_team_and_seen_before_they_come_in() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        house.import(&common::pool()).await;
        let lead = house.lead().await;
        let reviewer = house.someone("Rosa", Some(Role::Reviewer), Strength::Link).await;
        let csv = "review_id,application_id,reviewer_id,fit\nR1,A01,ROSA@example.org\u{200b},4\nR2,A02,\
            someone@else.example,3\nR3,A99,rosa@example.org,3\nR4,A03,rosa@example.org,many\n";
        let file = upload(&lead, "reviews", csv.as_bytes()).await;
        let page = lead.get(&file).await.body;
        assert!(page.contains("2 new, 0 updated, 0 skipped") && page.contains("2 not imported"), "{engine}: {page}");
        assert!(page.contains("1 review belongs to someone on the team"), "{page}");
        assert!(page.contains("We keep the name in the file: someone@else.example"), "{page}");
        assert!(page.contains("row 4<") && page.contains("row 5<"), "{page}");
        assert_eq!(all(&house, sql!("SELECT id, id FROM read")).await, [], "nothing before the press");
        press(&lead, &file).await;
        let rows = all(&house, sql!("SELECT reader, reader_id FROM read WHERE reader_id IS NOT NULL")).await;
        let id = reviewer.id.as_ref().expect("a person").to_string();
        assert_eq!(rows, [("Rosa".to_owned(), id)], "{engine}");
        let again = upload(&lead, "reviews", csv.as_bytes()).await;
        assert!(lead.get(&again).await.body.contains("0 new, 0 updated, 2 skipped"), "{engine}");
        // A second review of one application by one person is no other person's.
        let twice = csv.replace("R1,", "R9,");
        let file = upload(&lead, "reviews", twice.as_bytes()).await;
        assert!(lead.get(&file).await.body.contains("already has a review of this application"), "{engine}");
    }
}

#[tokio::test]
async fn files_of_reviews_updates_and_a_cohort_have_plain_names_and_find_people_by_email() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        house.import(&common::pool()).await;
        let lead = house.lead().await;
        let page = lead.get(&s("import?kind=cohort")).await.body;
        for says in ["Application number", "Joined on", "<code>joined_on</code>", "Download an example (CSV)"] {
            assert!(page.contains(says), "{engine}: {says}");
        }
        for kind in ["reviews", "events", "cohort"] {
            let example = lead.get(&s(&format!("import?kind={kind}&example=yes"))).await;
            assert_eq!(example.status, StatusCode::OK, "{engine}");
            assert!(example.body.starts_with("\"Application number\",\"Email\","), "{engine}: {}", example.body);
        }
        // An example with our names of the columns is read: only its made-up people are not known.
        let example = lead.get(&s("import?kind=reviews&example=yes")).await.body;
        let known = example.replace("A-0001", "A01").replace("ana@example.org", "PERSON2@example.org");
        let file = upload(&lead, "reviews", known.as_bytes()).await;
        let page = lead.get(&file).await.body;
        assert!(page.contains("2 new, 0 updated, 0 skipped"), "{engine}: {page}");

        let reviews = "Email,Reviewer,Fit\nperson3@example.org,Desmond,4\nnobody@example.org,Desmond,4\n";
        let file = upload(&lead, "reviews", reviews.as_bytes()).await;
        let page = lead.get(&file).await.body;
        assert!(
            page.contains("1 new, 0 updated") && page.contains("can&#39;t tell whose application"),
            "{engine}: {page}"
        );
        press(&lead, &file).await;
        let again = upload(&lead, "reviews", reviews.as_bytes()).await;
        assert!(lead.get(&again).await.body.contains("0 new, 0 updated, 1 skipped"), "{engine}: the same review");

        let cohort = "Correo,Fecha de ingreso\nperson1@example.org,13/02/2025\nperson2@example.org,3/2/2025\n";
        let file = upload(&lead, "cohort", cohort.as_bytes()).await;
        assert!(lead.get(&file).await.body.contains("2 new, 0 updated"), "{engine}");
        press(&lead, &file).await;
        let sql = sql!(
            "SELECT a.external_id, m.joined_at
            FROM member m
            JOIN application a ON a.id = m.application_id
            ORDER BY a.external_id"
        );
        let rows: Vec<(String, Time)> =
            house.kernel.db.read().await.expect("reads").all(sql, args![]).await.expect("rows");
        let days: Vec<(String, String)> =
            rows.into_iter().map(|(id, at)| (id, at.date_in("America/New_York").to_string())).collect();
        let meant = [("A01", "2025-02-13"), ("A02", "2025-02-03")].map(|(id, day)| (id.to_owned(), day.to_owned()));
        assert_eq!(days, meant, "{engine}");
        let unclear = upload(&lead, "cohort", b"Email,Joined on\nperson4@example.org,3/2/2025\n").await;
        let page = lead.get(&unclear).await.body;
        assert!(page.contains("This date can be read two ways, or there is no such day"), "{engine}: {page}");
        let no_key = upload(&lead, "cohort", b"Nickname,Joined on\nAl,2025-02-03\n").await;
        assert!(lead.get(&no_key).await.body.contains("application numbers or the one with email"), "{engine}");
    }
}

#[tokio::test]
async fn only_who_fills_the_pool_sees_the_rows_of_a_file() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let file = upload(&lead, "applications", ROWS.as_bytes()).await;
    columns(&lead, &file, &[]).await;
    assert!(lead.get(&format!("{file}/refused.csv")).await.body.contains("di@example"));
    let reviewer = house.someone("Rosa", Some(Role::Reviewer), Strength::TwoFactors).await;
    for path in [file.clone(), format!("{file}/refused.csv")] {
        assert_eq!(reviewer.get(&path).await.status, StatusCode::NOT_FOUND, "/s/{SEASON}: {path}");
    }
}

/// A value that cannot be read, where it stands, and a page that needs it.
const UNREADABLE: [(&str, &str, &str); 4] = [
    ("call", "form", "call"),
    ("stage_criterion", "title", "rubric"),
    ("goal_set", "goals", "selection/goals"),
    ("import_file", "mapping", "imports/{id}"),
];

#[tokio::test]
async fn a_stored_value_that_cannot_be_read_is_an_error_with_an_id_and_stays() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        house.import(&common::pool()).await;
        let lead = house.lead().await;
        lead.post(&s("call"), &[]).await;
        lead.post(&s("selection/goals-file"), &[("toml", common::GOALS)]).await;
        lead.get(&s("rubric")).await;
        let file = upload(&lead, "applications", ROWS.as_bytes()).await;
        let id = file.rsplit('/').next().expect("an id").to_owned();
        for (table, column, page) in UNREADABLE {
            let path = s(&page.replace("{id}", &id));
            let sql = |text: String| weft_kernel::db::Sql::from_literal(Box::leak(text.into_boxed_str()));
            let mut tx = house.kernel.db.begin().await.expect("begins");
            let n = tx.run(sql(format!("UPDATE {table} SET {column} = '{{\"cut'")), args![]).await.expect("breaks");
            tx.commit().await.expect("commits");
            if n == 0 {
                println!("{table} is empty here");
                continue;
            }
            let got = lead.get(&path).await;
            assert_eq!(got.status, StatusCode::INTERNAL_SERVER_ERROR, "{engine}, {path}: {}", got.body);
            assert!(got.body.contains("<code>"), "{engine}, {path}: an id is shown");
            lead.post(&path, &[("act", "columns"), ("seats", "4")]).await;
            let kept = all(&house, sql(format!("SELECT {column}, {column} FROM {table}"))).await;
            assert!(kept.iter().all(|(v, _)| v == "{\"cut"), "{engine}, {table}: {kept:?}");
        }
    }
}
