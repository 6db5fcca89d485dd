//! Stories of files that are read another way, and of files whose columns are called otherwise than we call them.

use crate::common;
use crate::imports::{columns, press, upload};

use axum::http::StatusCode;
use common::{Actor, House, engines, s};
use weft_admission::applications::acts;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

fn case(name: &str) -> Vec<u8> {
    std::fs::read(common::sources::here().join("tests/cases").join(name)).expect("a case")
}

async fn all(house: &House, sql: weft_kernel::db::Sql) -> Vec<(String, String)> {
    house.kernel.db.read().await.expect("reads").all(sql, args![]).await.expect("rows")
}

/// Files as they were uploaded, that are kept.
async fn kept(house: &House) -> usize {
    let names = house.kernel.files.names().await.expect("names");
    names.iter().filter(|n| n.starts_with("imports/")).count()
}

async fn read_again(lead: &Actor<'_>, file: &str, how: &[(&str, &str)]) -> String {
    let answer = lead.post(file, &[&[("act", "read")], how].concat()).await;
    assert_eq!(answer.location(), format!("{file}?step=columns"), "{}", answer.body);
    lead.get(answer.location()).await.body
}

#[tokio::test]
async fn another_sheet_is_read_without_sending_the_file_again() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let file = upload(&lead, "applications", &case("two-sheets.xlsx")).await;
        let page = lead.get(&file).await.body;
        assert!(page.contains("We read the sheet “old”.") && page.contains("OLD1"), "{engine}: {page}");
        assert!(page.contains("<option value=\"Applications\">"), "{engine}: {page}");
        // Also from the page where the rows are checked; what was said of the columns is said of the other sheet.
        let check = columns(&lead, &file, &[]).await;
        assert!(check.contains("1 new") && check.contains("Read file again"), "{engine}: {check}");
        let page = read_again(&lead, &file, &[("sheet", "Applications")]).await;
        assert!(page.contains("We read the sheet “Applications”.") && page.contains("2 rows"), "{engine}: {page}");
        assert!(!page.contains("OLD1") && page.contains("Match the columns"), "{engine}: {page}");
        // A sheet that is not there changes nothing.
        let wrong = lead.post(&file, &[("act", "read"), ("sheet", "Nowhere")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(wrong.body.contains("This workbook has no visible sheet with that name"), "{engine}: {}", wrong.body);
        assert!(wrong.body.contains("t read the file this way, so nothing changed"), "{engine}: {}", wrong.body);
        columns(&lead, &file, &[]).await;
        assert_eq!(kept(&house).await, 1, "{engine}");
        press(&lead, &file).await;
        let rows = all(&house, sql!("SELECT external_id, language FROM application ORDER BY external_id")).await;
        assert_eq!(rows.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["M1", "M2"], "{engine}");
        // What was imported is read no other way, and the file goes.
        lead.post(&file, &[("act", "read"), ("sheet", "old")]).await;
        assert_eq!(all(&house, sql!("SELECT external_id, id FROM application")).await.len(), 2, "{engine}");
        acts::forget_unfinished(&house.kernel).await.expect("sweeps");
        assert_eq!(kept(&house).await, 0, "{engine}");
    }
}

#[tokio::test]
async fn another_encoding_is_read_without_sending_the_file_again() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        // As a Macintosh writes it: é is another letter in what is guessed.
        let bytes = b"email,first_name,last_name\na@example.org,Jos\x8e,Pe\x96a\n";
        let file = upload(&lead, "applications", bytes).await;
        let page = lead.get(&file).await.body;
        assert!(page.contains("we think this file is") && !page.contains("José"), "{engine}: {page}");
        let page = read_again(&lead, &file, &[("encoding", "macintosh")]).await;
        assert!(page.contains("Characters: macintosh.") && page.contains("José"), "{engine}: {page}");
        columns(&lead, &file, &[]).await;
        press(&lead, &file).await;
        let names = all(&house, sql!("SELECT given_name, family_name FROM person WHERE given_name = 'José'")).await;
        assert_eq!(names, [("José".to_owned(), "Peña".to_owned())], "{engine}");
        let reviewer = house.someone("Rosa", Some(Role::Reviewer), Strength::TwoFactors).await;
        let refused = reviewer.post(&file, &[("act", "read"), ("encoding", "macintosh")]).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{engine}");
    }
}

#[tokio::test]
async fn a_file_nobody_imports_goes_after_two_weeks_and_when_someone_is_forgotten() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        house.import(&common::pool()).await;
        let lead = house.lead().await;
        let file = upload(&lead, "applications", &case("two-sheets.xlsx")).await;
        upload(&lead, "applications", &case("day-first.csv")).await;
        assert_eq!(kept(&house).await, 2, "{engine}");
        let someone = house.someone("Ada", Some(Role::Reviewer), Strength::Link).await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        weft_people::forget::person(&house.kernel, &mut tx, someone.id.as_ref().expect("an id"))
            .await
            .expect("forgets");
        tx.commit().await.expect("commits");
        acts::forget_unfinished(&house.kernel).await.expect("sweeps");
        assert_eq!(kept(&house).await, 0, "{engine}");
        // The rows that were read are here all the same, and no other reading is offered.
        let page = lead.get(&file).await.body;
        assert!(page.contains("OLD1") && !page.contains("Read file again"), "{engine}: {page}");
        let gone = upload(&lead, "applications", &case("two-sheets.xlsx")).await;
        house.kernel.clock.set(house.kernel.now().plus_days(15));
        acts::forget_unfinished(&house.kernel).await.expect("sweeps");
        assert_eq!(kept(&house).await, 0, "{engine}");
        let lead = house.as_person(lead.id.as_ref().expect("an id"), Strength::TwoFactors).await;
        assert_eq!(lead.get(&gone).await.status, StatusCode::NOT_FOUND, "{engine}");
    }
}

#[tokio::test]
async fn a_cohort_whose_columns_are_called_otherwise_is_matched() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        house.import(&common::pool()).await;
        let lead = house.lead().await;
        let csv = "Ref,Start date,Shirt size\nA01,2025-02-13,M\nA02,2025-02-14,L\nA77,2025-02-14,S\n";
        let file = upload(&lead, "cohort", csv.as_bytes()).await;
        let page = lead.get(&file).await.body;
        assert!(page.contains("Match the columns") && page.contains("3 columns need a decision"), "{engine}: {page}");
        assert!(page.contains("We don&#39;t know this column"), "{engine}: {page}");
        let chosen = |n: usize, value: &str| {
            let select = page.split(&format!("name=\"column-{n}\"")).nth(1).and_then(|r| r.split("</select>").next());
            assert!(
                select.expect("a choice").contains(&format!("value=\"{value}\" selected")),
                "{engine}: {n}: {page}"
            );
        };
        // “Ref” holds numbers of ours, but for one.
        chosen(0, "application_id");
        chosen(1, "joined_on");
        chosen(2, "leave-out");
        let refused = lead.post(&file, &[("act", "columns"), ("column-0", "leave-out")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(refused.body.contains("application numbers or the one with email"), "{engine}: {}", refused.body);
        let twice = [("act", "columns"), ("column-0", "application_id"), ("column-2", "application_id")];
        let refused = lead.post(&file, &twice).await;
        assert!(refused.body.contains("Two columns go to “Application number”"), "{engine}: {}", refused.body);
        let page = columns(&lead, &file, &[("column-0", "application_id")]).await;
        assert!(page.contains("2 new") && page.contains("1 not imported"), "{engine}: {page}");
        // The fault is named by the file's own column.
        let row = page.split("<tr>").find(|r| r.contains("row 4<")).expect("a row");
        assert!(row.contains(">Ref<") && row.contains("A77"), "{engine}: {row}");
        assert!(page.contains("t undo this kind of import in one step"), "{engine}: {page}");
        press(&lead, &file).await;
        assert_eq!(all(&house, sql!("SELECT id, person_id FROM member")).await.len(), 2, "{engine}");
        // The next file with these columns needs no word.
        let file = upload(&lead, "cohort", csv.replace("A01", "A03").as_bytes()).await;
        let page = lead.get(&file).await.body;
        assert!(page.contains("1 new") && page.contains("Change columns"), "{engine}: {page}");
        let page = lead.get(&format!("{file}?step=columns")).await.body;
        assert!(page.contains("Using the mapping from"), "{engine}: {page}");
        // Every cell is a number that we know.
        let file = upload(&lead, "cohort", b"Ref\nA04\nA05\n").await;
        let page = lead.get(&file).await.body;
        assert!(page.contains("value=\"application_id\" selected"), "{engine}: {page}");
    }
}

#[tokio::test]
async fn reviews_whose_columns_are_called_otherwise_are_matched() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        house.import(&common::pool()).await;
        let lead = house.lead().await;
        let csv = "Applicant email,Evaluator,Fit,Need,Remarks\n\
            person1@example.org,Desmond,4,5,good\nperson2@example.org,Desmond,3,many,\n";
        let file = upload(&lead, "reviews", csv.as_bytes()).await;
        let page = lead.get(&file).await.body;
        assert!(page.contains("2 columns need a decision"), "{engine}: {page}");
        for (n, value) in [(0, "email"), (1, "reviewer_id"), (2, "criterion"), (3, "criterion"), (4, "leave-out")] {
            let select = page.split(&format!("name=\"column-{n}\"")).nth(1).and_then(|r| r.split("</select>").next());
            assert!(
                select.expect("a choice").contains(&format!("value=\"{value}\" selected")),
                "{engine}: {n}: {page}"
            );
        }
        let page = columns(&lead, &file, &[("column-4", "comment")]).await;
        assert!(page.contains("1 new") && page.contains("1 not imported"), "{engine}: {page}");
        let row = page.split("<tr>").find(|r| r.contains("row 3<")).expect("a row");
        assert!(row.contains("Need") && row.contains("many"), "{engine}: {row}");
        press(&lead, &file).await;
        assert_eq!(all(&house, sql!("SELECT reader, comment FROM read")).await, [("Desmond".into(), "good".into())]);
        let scores = all(&house, sql!("SELECT criterion, criterion FROM read_score ORDER BY criterion")).await;
        assert_eq!(scores.iter().map(|(c, _)| c.as_str()).collect::<Vec<_>>(), ["Fit", "Need"], "{engine}");
        // Updates: what happened and when are asked for.
        let events = upload(&lead, "events", b"Email,Note\nperson3@example.org,gone\n").await;
        let page = lead.get(&events).await.body;
        assert!(page.contains("Choose the column with the date of each update."), "{engine}: {page}");
        let es = Actor { cookie: format!("{}; language=es", lead.cookie), ..lead.clone() };
        assert_eq!(es.get(&events).await.status, StatusCode::OK, "{engine}");
    }
}

#[tokio::test]
async fn a_form_without_a_file_says_so_and_blank_rows_above_the_columns_are_none() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    // As a browser sends a field of a file in which nothing was chosen.
    let body = "--b\r\ncontent-disposition: form-data; name=\"kind\"\r\n\r\napplications\r\n--b\r\n\
        content-disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--b--\r\n";
    let headers = [("content-type", "multipart/form-data; boundary=b")];
    let none = lead.send("POST", &s("import"), Some(body.to_owned()), &headers).await;
    assert!(none.body.contains("Choose a file.") && !none.body.contains("The file is empty"), "{}", none.body);
    let empty = lead.upload(&s("import"), "applications", "").await;
    assert!(empty.body.contains("The file is empty"), "{}", empty.body);

    // The page's own name for the number of an application is known, below rows of nothing.
    let text = ",,\n,,\nApplication number,Email,First name\nN-1,one@example.org,One\n";
    let file = upload(&lead, "applications", text.as_bytes()).await;
    let page = lead.get(&file).await.body;
    assert!(page.contains("<option value=\"application_id\" selected>"), "{page}");
    assert!(columns(&lead, &file, &[]).await.contains("1 new, 0 updated"));
}

#[tokio::test]
async fn a_likely_duplicate_is_told_with_names_and_rows_and_large_numbers_with_commas() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    house.import("application_id,email,first_name,last_name\nOLD,here@example.org,Here,Already\n").await;
    let mut text = String::from("application_id,email,first_name,last_name\n");
    for i in 0..1_200 {
        text.push_str(&format!("R{i},p{i}@example.org,Given{i},Family{i}\n"));
    }
    text.push_str("X1,p7@example.org,Other,Name\nX2,here@example.org,Here,Again\n");
    let file = upload(&lead, "applications", text.as_bytes()).await;
    let page = columns(&lead, &file, &[]).await;
    assert!(page.contains("1,202 rows in the file.") && page.contains("Import 1,202 rows"), "{page}");
    let list = page.split("2 likely duplicates").nth(1).expect("a list");
    assert!(list.contains("Other Name (X1, row 1202)") && list.contains("Given7 Family7 (R7, row 9)"), "{list}");
    assert!(list.contains("Here Already (OLD, already here)"), "{list}");
}

#[tokio::test]
async fn values_in_other_letters_than_the_programs_own_are_taken_for_those_and_the_check_says_so() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let sql = sql!(
            "INSERT INTO list_item (id, program_id, list, value, position)
            SELECT 'one', s.program_id, 'issue_area', 'Housing', 0
            FROM season s
            WHERE s.id = $1"
        );
        tx.run(sql, args![&house.season]).await.expect("adds");
        tx.commit().await.expect("commits");
        let text = "application_id,email,first_name,primary_issue_area,other_issue_areas,eligibility\n\
            V1,v1@example.org,One,housing,,yes\nV2,v2@example.org,Two,Housing,,yes\n\
            V3,v3@example.org,Three,HOUSING,\"Land; housing\",yes\n";
        let file = upload(&lead, "applications", text.as_bytes()).await;
        let page = columns(&lead, &file, &[]).await;
        assert!(
            page.contains("Issue area: “housing” becomes “Housing” in 1 row.")
                && page.contains("Issue area: “HOUSING” becomes “Housing” in 1 row.")
                && page.contains("Issue areas: “housing” becomes “Housing” in 1 row."),
            "{engine}: {page}"
        );
        press(&lead, &file).await;
        let stored =
            all(&house, sql!("SELECT primary_issue_area, COALESCE(other_issue_areas, '') FROM application")).await;
        assert!(stored.iter().all(|(area, _)| area == "Housing"), "{engine}: {stored:?}");
        // Goals count one value, and show it as the program typed it.
        let goals = lead.get(&s("selection/goals")).await.body;
        assert!(goals.contains("Housing <span class=\"soft\">(3)</span>"), "{engine}: {goals}");
    }
}
