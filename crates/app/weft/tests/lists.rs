//! What leads do with the list of applications: sort, tag, note, act on many, export.

use crate::common;

use axum::http::StatusCode;
use common::{Actor, House, pool, read_pool, s};
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

/// Numbers of applications in the order in which a page lists them.
fn order(page: &str) -> Vec<String> {
    let rows = page.split("<tbody>").nth(1).and_then(|t| t.split("</tbody>").next()).unwrap_or_default();
    let number = |row: &str| row.split("/applications/").nth(1)?.split('"').next().map(str::to_owned);
    rows.split("<tr>").skip(1).filter_map(number).collect()
}

async fn count(house: &House, sql: weft_kernel::db::Sql) -> i64 {
    let mut conn = house.kernel.db.read().await.expect("reads");
    conn.one::<(i64,)>(sql, args![]).await.expect("a count").0
}

async fn list(who: &Actor<'_>, query: &str) -> String {
    who.get(&s(&format!("applications?{query}"))).await.body
}

#[tokio::test]
async fn the_list_is_sorted_by_every_column_in_both_directions_and_stable() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        read_pool(&house).await;
        let all = order(&list(&lead, "").await);
        assert_eq!(all.len(), 12);
        for by in ["name", "region", "issue", "scope", "arrived", "score"] {
            let up = order(&list(&lead, &format!("sort={by}")).await);
            let down = order(&list(&lead, &format!("sort=-{by}")).await);
            assert_eq!(up, order(&list(&lead, &format!("sort={by}")).await), "{by} is stable");
            let sorted = |mut list: Vec<String>| {
                list.sort();
                list
            };
            assert_eq!(sorted(up.clone()), sorted(all.clone()), "{by} loses nobody");
            assert_eq!(sorted(down.clone()), sorted(all.clone()), "{by} loses nobody");
        }
        let names = order(&list(&lead, "sort=name").await);
        assert_eq!((names[0].as_str(), names[11].as_str()), ("A00", "A09"), "Given0 … Given9, Given10 after Given1");
        let mut turned = order(&list(&lead, "sort=-name").await);
        turned.reverse();
        assert_eq!(names, turned);
        let regions = order(&list(&lead, "sort=region").await);
        assert_eq!(
            regions[..4].iter().map(|n| n[1..].parse::<u32>().expect("a number") % 3).sum::<u32>(),
            0,
            "North first"
        );
        assert_eq!(all, order(&list(&lead, "sort=-score").await), "best scores first unless said otherwise");
        assert_eq!(all, order(&list(&lead, "sort=nonsense").await));
        let page = list(&lead, "sort=name&region=South").await;
        assert!(page.contains("aria-sort=\"ascending\"") && page.contains("region=South&#38;sort=-name"), "{page}");
    }
}

#[tokio::test]
async fn notes_are_for_leads_and_tags_filter_the_list() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        let owner = house.someone("Olive", Some(Role::Owner), Strength::TwoFactors).await;
        let reader = house.someone("Tobias", Some(Role::Reviewer), Strength::TwoFactors).await;
        let page = s("applications/A03");
        let shown = lead.get(&page).await.body;
        assert!(shown.contains("mailto:person3@example.org") && shown.contains("tel:+1-202-555-0103"), "{shown}");
        let empty = lead.post(&format!("{page}/notes"), &[("note", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let noted = lead.post(&format!("{page}/notes"), &[("note", "SECRET-NOTE <b>x</b>")]).await;
        assert_eq!(noted.status, StatusCode::SEE_OTHER);
        let shown = lead.get(&page).await.body;
        assert!(shown.contains("SECRET-NOTE &#60;b&#62;") && shown.contains("Marisol"), "{shown}");
        assert!(!owner.get(&page).await.body.contains("SECRET-NOTE"), "an owner is no lead");
        for who in [&owner, &reader] {
            let refused = who.post(&format!("{page}/notes"), &[("note", "x")]).await;
            assert_eq!(refused.status, StatusCode::NOT_FOUND);
        }
        let mut conn = house.kernel.db.read().await.expect("reads");
        let told: Vec<(Option<String>,)> =
            conn.all(sql!("SELECT detail FROM event WHERE verb = 'note.written'"), args![]).await.expect("events");
        assert_eq!(told, [(Some("A03".to_owned()),)], "an event says that, not what");
        let (id,): (String,) = conn.one(sql!("SELECT id FROM application_note"), args![]).await.expect("a note");
        drop(conn);
        // Only its author deletes it.
        let colleague = house.someone("Ines", Some(Role::CoLead), Strength::TwoFactors).await;
        colleague.post(&format!("{page}/notes/{id}/removal"), &[]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM application_note")).await, 1);
        lead.post(&format!("{page}/notes/{id}/removal"), &[]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM application_note")).await, 0);

        // A tag is the program's own word, whatever its capitals.
        lead.post(&format!("{page}/tags"), &[("tag", "  Call   back ")]).await;
        lead.post(&s("applications/A04/tags"), &[("tag", "CALL BACK")]).await;
        assert_eq!(order(&list(&lead, "tag=Call+back&sort=name").await), ["A03", "A04"]);
        assert!(list(&lead, "").await.contains("Call back (2)"));
        assert!(lead.get(&s("applications/A05")).await.body.contains("<option value=\"Call back\">"));
        lead.post(&format!("{page}/tags"), &[("off", "Call back")]).await;
        assert_eq!(order(&list(&lead, "tag=Call+back").await), ["A04"]);
        assert!(!lead.get(&page).await.body.contains("tag own"));
    }
}

#[tokio::test]
async fn many_are_acted_on_with_their_number_first_and_undone() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool().replace(",eligible\n", ",\n")).await;
        let eligible = sql!("SELECT COUNT(*) FROM application_state WHERE state = 'eligible'");
        let none = lead.post(&s("applications/chosen"), &[("act", "eligible"), ("which", "ticked")]).await;
        assert!(lead.get(none.location()).await.body.contains("Check at least one application first."));
        // Those that were ticked, and no others, even where one is not of this season.
        let ticked = [("act", "tag-on"), ("which", "ticked"), ("id", "A01"), ("id", "A02"), ("id", "Z99")];
        let asked = lead.post(&s("applications/chosen"), &ticked).await.body;
        assert!(asked.contains("This changes 2 applications."), "{asked}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM application_tag")).await, 0, "asked first");
        let numbers =
            asked.split("name=\"numbers\" value=\"").nth(1).and_then(|t| t.split('"').next()).expect("numbers");
        let numbers = numbers.to_owned();
        let act = [("act", "tag-on"), ("numbers", numbers.as_str())];
        let empty = lead.post(&s("applications/chosen/act"), &act).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = lead.post(&s("applications/chosen/act"), &[&act[..], &[("tag", "New")]].concat()).await;
        let after = lead.get(done.location()).await.body;
        assert!(after.contains("Tag added to 2 applications."), "{after}");
        let undo = |page: &str| {
            let batch = page.split("name=\"batch\" value=\"").nth(1).and_then(|t| t.split('"').next());
            batch.expect("an act to undo").to_owned()
        };
        let batch = undo(&after);
        let undone = lead.post(&s("applications/chosen/undo"), &[("batch", &batch)]).await;
        assert!(lead.get(undone.location()).await.body.contains("Undone for 2 applications."));
        assert_eq!(order(&list(&lead, "tag=New").await), Vec::<String>::new());
        // Taken off, and put on again by undoing that.
        lead.post(&s("applications/A01/tags"), &[("tag", "New")]).await;
        let off = [("act", "tag-off"), ("numbers", numbers.as_str()), ("tag", "New")];
        let done = lead.post(&s("applications/chosen/act"), &off).await;
        let after = lead.get(done.location()).await.body;
        assert!(after.contains("Tag removed from 1 application."), "{after}");
        lead.post(&s("applications/chosen/undo"), &[("batch", &undo(&after))]).await;
        assert_eq!(order(&list(&lead, "tag=New").await), ["A01"]);
        // All that match.
        let all = [("act", "eligible"), ("which", "all"), ("region", "North")];
        let asked = lead.post(&s("applications/chosen"), &all).await.body;
        assert!(asked.contains("This changes 4 applications."), "{asked}");
        let numbers =
            asked.split("name=\"numbers\" value=\"").nth(1).and_then(|t| t.split('"').next()).expect("numbers");
        let before = count(&house, eligible).await;
        let done = lead.post(&s("applications/chosen/act"), &[("act", "eligible"), ("numbers", numbers)]).await;
        assert_eq!(count(&house, eligible).await, before + 4);
        let after = lead.get(done.location()).await.body;
        lead.post(&s("applications/chosen/undo"), &[("batch", &undo(&after))]).await;
        assert_eq!(count(&house, eligible).await, before);
        // An email to those alone.
        let write = [("act", "write"), ("which", "ticked"), ("id", "A01"), ("id", "A02")];
        assert!(lead.post(&s("applications/chosen"), &write).await.body.contains("Write email to 2 applicants"));
        let form = lead.post(&s("group-emails/chosen"), &[("numbers", "A01 A02")]).await.body;
        assert!(form.contains("To the people who sent the 2 applications you chose."), "{form}");
        let words =
            [("subject_en", "Hello"), ("subject_es", "Hola"), ("text_en", "Dear {name}"), ("text_es", "{name}:")];
        let made = lead.post(&s("group-emails"), &[&words[..], &[("numbers", "A01 A02")]].concat()).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
        lead.post(&format!("{}/sending", made.location()), &[]).await;
        let mails = house.mails().await;
        let mut to: Vec<&str> = mails.iter().filter_map(|m| m.lines().find_map(|l| l.strip_prefix("To: "))).collect();
        to.sort_unstable();
        assert_eq!(to, ["person1@example.org", "person2@example.org"]);
        let gone = lead.post(&s("group-emails"), &[&words[..], &[("numbers", "Z99")]].concat()).await;
        assert_eq!(gone.status, StatusCode::BAD_REQUEST, "never to everyone instead");
        let refusal = [("act", "not-eligible"), ("numbers", "A01 A02")];
        let no_reason = lead.post(&s("applications/chosen/act"), &refusal).await;
        assert_eq!(no_reason.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn lists_leave_by_purpose_after_proof_with_safe_cells_and_on_record() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool().replace("Org 1,", "=HYPERLINK(1),")).await;
        read_pool(&house).await;
        lead.post(&s("applications/A01/tags"), &[("tag", "New")]).await;
        let export = s("applications/export");
        let page = lead.get(&format!("{export}?purpose=statistics&region=North")).await.body;
        assert!(page.contains("The list has 4 applications") && page.contains("These lists never include"), "{page}");
        let all = |purpose: &'static str, columns: &[&'static str]| {
            let mut fields = vec![("purpose", purpose), ("format", "csv")];
            fields.extend(columns.iter().map(|c| ("column", *c)));
            fields
        };
        let contacts =
            lead.post(&export, &all("contacts", &["number", "name", "email", "phone", "organization", "tags"])).await;
        assert!(contacts.headers["content-disposition"].to_str().expect("text").contains("applications-contacts.csv"));
        let csv = &contacts.body;
        assert!(csv.contains("person1@example.org") && csv.contains("\"New\""), "{csv}");
        assert!(csv.contains("\"'=HYPERLINK(1)\"") && csv.contains("\"'+1-202-555-0101\""), "{csv}");
        assert_eq!(csv.lines().count(), 13);
        let scores = lead.post(&export, &all("scores", &["number", "score", "reviews"])).await.body;
        assert!(scores.contains("\"2\"") && !scores.contains("Given"), "{scores}");
        let statistics = lead.post(&export, &all("statistics", &["region", "issue", "name", "email"])).await.body;
        assert!(
            statistics.contains("North") && !statistics.contains("Given") && !statistics.contains('@'),
            "{statistics}"
        );
        let archive = lead.post(&export, &all("archive", &["number", "answers"])).await.body;
        assert!(archive.contains("Because 3"), "{archive}");
        for list in [&contacts.body, &scores, &statistics, &archive] {
            assert!(!list.contains("SECRET"), "compartments stay shut: {list}");
        }
        let book = lead.post(&export, &[("purpose", "scores"), ("format", "xlsx"), ("column", "score")]).await;
        assert!(book.bytes.starts_with(b"PK"), "a workbook");
        let none = lead.post(&export, &[("purpose", "scores")]).await;
        assert!(none.body.contains("Check at least one column."), "{}", none.body);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM event WHERE verb = 'applications.exported'")).await, 5);
        // Proof that is older than ten minutes is asked for again, and nothing leaves before.
        house.kernel.clock.advance(11 * 60);
        let asked = lead.post(&export, &all("contacts", &["email"])).await;
        assert!(
            !asked.body.contains("person1@example.org") && asked.body.contains("name=\"column\""),
            "{}",
            asked.body
        );
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM event WHERE verb = 'applications.exported'")).await, 5);
        let reader = house.someone("Tobias", Some(Role::Reviewer), Strength::TwoFactors).await;
        assert_eq!(reader.post(&export, &all("contacts", &["email"])).await.status, StatusCode::NOT_FOUND);
    }
}

/// A pool of `n` applications, in two regions, all of one scope and issue that our own form offers.
fn long_pool(n: usize) -> String {
    let mut csv = String::from("application_id,first_name,last_name,email,region,scope,primary_issue_area\n");
    for i in 0..n {
        let region = if i % 5 == 0 { "North" } else { "South" };
        csv.push_str(&format!("B{i:03},Given{i},Family{i},long{i}@example.org,{region},neighborhood,housing\n"));
    }
    csv
}

#[tokio::test]
async fn a_long_list_has_pages_that_keep_filter_and_order_and_acts_for_all_that_match() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let statements = async |query: &str| {
            let before = house.kernel.db.statements_run();
            let page = list(&lead, query).await;
            (house.kernel.db.statements_run() - before, page)
        };
        house.import(&long_pool(20)).await;
        list(&lead, "").await;
        let (few, short) = statements("sort=name").await;
        assert!(!short.contains("class=\"pager\"") && short.contains("20 applications"), "{short}");
        house.import(&long_pool(260)).await;
        let (many, first) = statements("sort=name&region=South").await;
        assert_eq!(many, few, "as many statements for a long list");
        assert!(first.contains("Applications 1–100 of the 208 that match the filter"), "{first}");
        assert!(first.contains("All 208 that match the filter"), "what an act would be for");
        // Before the list, and reached without a script.
        assert!(first.find("id=\"several\"") < first.find("<tbody>"), "acts stand above the list");
        let next = first.split("rel=\"next\" href=\"").nth(1).and_then(|t| t.split('"').next()).expect("a next page");
        assert_eq!(next.replace("&#38;", "&"), s("applications?region=South&sort=name&page=1"));
        let (mut seen, mut counts) = (order(&first), Vec::new());
        for page in 1..=2 {
            let (n, body) = statements(&format!("sort=name&region=South&page={page}")).await;
            counts.push(n);
            assert!(body.contains("aria-sort=\"ascending\""), "{body}");
            seen.extend(order(&body));
        }
        assert_eq!(counts, [few, few]);
        assert_eq!(seen.len(), 208);
        let mut once = seen.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), 208, "each on one page");
        assert!(seen.iter().all(|n| n[1..].parse::<usize>().expect("a number") % 5 != 0), "the filter holds");
        // Beyond the end is the last page.
        let beyond = list(&lead, "sort=name&region=South&page=77").await;
        assert!(beyond.contains("Applications 201–208 of the 208"), "{beyond}");
        assert_eq!(order(&beyond), seen[200..]);
        // All that match, though this page shows a part of them; back to the same page, and undone.
        let all = [("act", "tag-on"), ("which", "all"), ("region", "South"), ("sort", "name"), ("page", "1")];
        let asked = lead.post(&s("applications/chosen"), &all).await.body;
        assert!(asked.contains("This changes 208 applications.") && asked.contains("name=\"page\" value=\"1\""));
        let numbers = asked.split("name=\"numbers\" value=\"").nth(1).and_then(|t| t.split('"').next());
        let act = [
            ("act", "tag-on"),
            ("numbers", numbers.expect("numbers")),
            ("tag", "South"),
            ("region", "South"),
            ("sort", "name"),
            ("page", "1"),
        ];
        let done = lead.post(&s("applications/chosen/act"), &act).await;
        assert!(done.location().contains("region=South&sort=name&page=1"), "{}", done.location());
        let after = lead.get(done.location()).await.body;
        assert!(after.contains("Tag added to 208 applications.") && after.contains("Applications 101–200"), "{after}");
        let on = sql!("SELECT COUNT(*) FROM application_tag WHERE off_batch IS NULL");
        assert_eq!(count(&house, on).await, 208);
        let batch = after.split("name=\"batch\" value=\"").nth(1).and_then(|t| t.split('"').next()).expect("undo");
        let undone = lead.post(&s("applications/chosen/undo"), &[("batch", batch), ("page", "1")]).await;
        assert!(lead.get(undone.location()).await.body.contains("Undone for 208 applications."));
        assert_eq!(count(&house, on).await, 0);
    }
}

#[tokio::test]
async fn values_that_we_define_are_in_the_readers_language() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&long_pool(3)).await;
        let english = list(&lead, "").await;
        assert!(english.contains(">neighborhood</td>") && english.contains(">housing</td>"), "{english}");
        lead.post("/language", &[("lang", "es"), ("back", "/")]).await;
        let spanish = list(&lead, "").await;
        assert!(spanish.contains("<html lang=\"es\""), "{spanish}");
        assert!(spanish.contains(">barrio</td>") && spanish.contains(">vivienda</td>"), "{spanish}");
        assert!(spanish.contains("<option value=\"neighborhood\">barrio (3)</option>"), "the filter too: {spanish}");
        assert!(!spanish.contains(">neighborhood") && !spanish.contains(">housing"), "{spanish}");
        let one = lead.get(&s("applications/B001")).await.body;
        assert!(one.contains("barrio") && one.contains("vivienda") && !one.contains("neighborhood"), "{one}");
    }
}
