//! Who sees an answer is decided by the id of its question: equal words, missing words and line breaks open nothing.
//! Every story first shows the team what there is to leak.

use crate::common;

use std::io::{Cursor, Read as _};

use axum::http::StatusCode;
use common::answers::{applicant, apply, begin, fill_with};
use common::{Actor, House, SEASON, s};
use weft_admission::call::model::CallForm;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

/// Adds a question to the third part of the form; its id comes back.
async fn ask(house: &House, lead: &Actor<'_>, kind: &str, en: &str, es: &str, audience: &str) -> String {
    let before = form(house).await;
    let fields =
        [("label_en", en), ("label_es", es), ("audience", audience), ("goes_to", "answer"), ("max_words", "100")];
    let added = lead.post(&s(&format!("call/questions/new?part=3&kind={kind}")), &fields).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    let after = form(house).await;
    after.questions().find(|q| before.question(&q.id).is_none()).expect("a new question").id.clone()
}

async fn form(house: &House) -> CallForm {
    let (text,): (String,) =
        house.kernel.db.read().await.expect("reads").one(sql!("SELECT form FROM call"), args![]).await.expect("a call");
    serde_json::from_str(&text).expect("a form")
}

async fn open_call(lead: &Actor<'_>) {
    lead.post(&s("call"), &[]).await;
    lead.post(&s("call/dates"), &[("opens_on", "2025-01-01"), ("closes_on", "2025-12-31")]).await;
}

async fn publish(lead: &Actor<'_>) {
    let published = lead.post(&s("call/publication"), &[]).await;
    assert_eq!(published.status, StatusCode::SEE_OTHER, "{}", published.body);
}

/// Someone fills the form, with `more` answers on the third page; the browser comes back, not yet sent.
async fn filled<'h>(house: &'h House, more: &[(String, &str)]) -> Actor<'h> {
    let browser = begin(house).await;
    let mut words: Vec<(&str, &str)> = vec![("q-what-you-hold", "PUBLIC-TABLE"), ("q-why-apply", "Peers.")];
    words.extend(more.iter().map(|(id, text)| (id.as_str(), *text)));
    fill_with(&browser, &words, &[("q-time", "yes")]).await;
    browser
}

async fn send(house: &House, browser: &Actor<'_>) -> String {
    let sent = browser.post(&apply("check"), &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    house
        .kernel
        .db
        .read()
        .await
        .expect("reads")
        .one::<(String,)>(sql!("SELECT external_id FROM application ORDER BY id DESC LIMIT 1"), args![])
        .await
        .expect("one")
        .0
}

/// The boxes under *What readers see*, as a browser sends them back: value and words.
fn boxes(page: &str) -> Vec<(String, String)> {
    let each = page.split("name=\"visible\" value=\"").skip(1);
    each.map(|t| {
        let value = t.split('"').next().unwrap_or_default().replace("&#34;", "\"").replace('\n', "\r\n");
        let words = t
            .split_once('>')
            .map_or("", |(_, rest)| rest.split("</label>").next().unwrap_or_default())
            .trim()
            .to_owned();
        (value, words)
    })
    .collect()
}

/// A rubric, and a reader who sees exactly these.
async fn let_read<'h>(house: &'h House, lead: &Actor<'_>, visible: &[&str]) -> Actor<'h> {
    let reader = house.someone("Reader", Some(Role::Reviewer), Strength::TwoFactors).await;
    lead.post(
        &s("rubric"),
        &[("title_en-0", "Fit"), ("title_es-0", "x"), ("weight-0", "1"), ("anchor1_en-0", "a"), ("anchor5_en-0", "b")],
    )
    .await;
    see(lead, visible).await;
    assert!(lead.post(&s("reviewers/assignment"), &[("undeclared", "yes")]).await.status.is_success());
    assert_eq!(
        reader.post(&s("reviews/conflicts"), &[("ties", ""), ("none", "yes")]).await.status,
        StatusCode::SEE_OTHER
    );
    reader
}

async fn see(lead: &Actor<'_>, visible: &[&str]) {
    let settings: Vec<(&str, &str)> = [("reads_each", "1"), ("most_each", "9"), ("wide_gap", "2")]
        .into_iter()
        .chain(visible.iter().map(|id| ("visible", *id)))
        .collect();
    assert_eq!(lead.post(&s("reviewers"), &settings).await.status, StatusCode::SEE_OTHER);
}

/// Everything a reader can open, as one text: every page, exports, their own data.
async fn all_a_reader_opens(reader: &Actor<'_>, reads: usize, number: &str) -> String {
    let mut all = String::new();
    for place in 1..=reads {
        all.push_str(&reader.get(&s(&format!("reviews/{place}"))).await.body);
    }
    for route in weft::app::routes()
        .iter()
        .filter(|r| r.method == "GET" && !r.path.starts_with("/assets") && !r.path.ends_with("/live"))
    {
        let path = route
            .path
            .replace("{season}", SEASON)
            .replace("{place}", "1")
            .replace("{external_id}", number)
            .replace("{program}", "rooted")
            .replace("{part}", "1");
        all.push_str(&reader.get(&path).await.body);
    }
    all + &own_data(reader).await
}

async fn own_data(of: &Actor<'_>) -> String {
    let bytes = of.get("/me/data.zip").await.bytes;
    let mut text = String::new();
    zip::ZipArchive::new(Cursor::new(bytes))
        .expect("a zip")
        .by_name("data.json")
        .expect("data")
        .read_to_string(&mut text)
        .expect("text");
    text
}

#[tokio::test]
async fn of_two_questions_with_one_text_readers_see_the_one_that_is_for_them() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        open_call(&lead).await;
        let public = ask(&house, &lead, "long", "Anything else?", "", "reviewers").await;
        let secret = ask(&house, &lead, "long", "Anything else?", "", "staff").await;
        // In Spanish alone: the English words of both are the same nothing.
        let hope = ask(&house, &lead, "long", "", "¿Qué espera?", "reviewers").await;
        let worry = ask(&house, &lead, "long", "", "¿Qué le preocupa?", "staff").await;
        let other = ask(&house, &lead, "long", "", "¿Qué más?", "reviewers").await;
        let page = ask(&house, &lead, "file", "A page", "", "reviewers").await;
        let paper = ask(&house, &lead, "file", "A page", "", "staff").await;
        publish(&lead).await;
        let more = [
            (&public, "PUBLIC-ELSE"),
            (&secret, "SECRET-ELSE"),
            (&hope, "PUBLIC-HOPE"),
            (&worry, "SECRET-WORRY"),
            (&other, "SECRET-UNTICKED"),
        ];
        let browser = filled(&house, &more.map(|(id, text)| (format!("q-{id}"), text))).await;
        for (question, content) in [(&page, "%PDF-PUBLIC"), (&paper, "%PDF-SECRET")] {
            let taken = browser.upload_answer(&apply(&format!("files/{question}")), pdf(content).as_slice()).await;
            assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        }
        let number = send(&house, &browser).await;
        // The team sees all of it, under its question: what has Spanish alone is shown in Spanish to everyone.
        let shown = lead.get(&s(&format!("applications/{number}"))).await.body;
        for text in [
            "PUBLIC-ELSE",
            "SECRET-ELSE",
            "PUBLIC-HOPE",
            "SECRET-WORRY",
            "SECRET-UNTICKED",
            "¿Qué espera?",
            "¿Qué le preocupa?",
        ] {
            assert!(shown.contains(text), "{engine}: {text} in {shown}");
        }
        let uploads: Vec<(String, String)> = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .all(sql!("SELECT question, id FROM upload WHERE state = 'ready'"), args![])
            .await
            .expect("files");
        let file = |question: &String| &uploads.iter().find(|(q, _)| q == question).expect("a file").1;
        assert_eq!(lead.get(&s(&format!("call/files/{number}/{}", file(&paper)))).await.status, StatusCode::OK);
        // What may be checked is offered once each; what was kept for staff is not offered.
        let offered = boxes(&lead.get(&s("reviewers")).await.body);
        let ids: Vec<&str> = offered.iter().map(|(id, _)| id.as_str()).collect();
        assert!(
            ids.contains(&public.as_str())
                && ids.contains(&hope.as_str())
                && !ids.contains(&secret.as_str())
                && !ids.contains(&worry.as_str()),
            "{offered:?}"
        );
        // Everything that may be checked is, but one; someone who sends the kept ones all the same gets nowhere.
        let ticked: Vec<&str> = ids
            .iter()
            .copied()
            .filter(|id| *id != other)
            .chain([secret.as_str(), worry.as_str(), paper.as_str(), ""])
            .collect();
        let reader = let_read(&house, &lead, &ticked).await;
        let desk = reader.get(&s("reviews/1")).await.body;
        assert!(
            desk.contains("PUBLIC-ELSE")
                && desk.contains("PUBLIC-HOPE")
                && desk.contains("PUBLIC-TABLE")
                && desk.contains("¿Qué espera?"),
            "{engine}: {desk}"
        );
        assert_eq!(reader.get(&s(&format!("reviews/1/files/{}", file(&page)))).await.status, StatusCode::OK);
        assert_eq!(reader.get(&s(&format!("reviews/1/files/{}", file(&paper)))).await.status, StatusCode::NOT_FOUND);
        let all = all_a_reader_opens(&reader, 1, &number).await;
        assert!(
            all.contains("PUBLIC-ELSE") && !all.contains("SECRET-") && !all.contains(file(&paper)),
            "{engine}: a secret answer reaches a reader"
        );
        // The whole table is kept by id: were someone to write the kept ones into it, they would stay closed.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(
            sql!("UPDATE stage_reading SET visible = $1"),
            args![serde_json::to_string(&[&public, &secret, &worry, &paper]).expect("JSON")],
        )
        .await
        .expect("updates");
        tx.commit().await.expect("commits");
        let desk = reader.get(&s("reviews/1")).await.body;
        assert!(desk.contains("PUBLIC-ELSE") && !desk.contains("SECRET-") && !desk.contains("PUBLIC-HOPE"), "{engine}");
        // Shared with the others of the calibration set, or in the data of someone else who applied: nothing.
        let owner = house.someone("Else", Some(Role::Applicant), Strength::Link).await;
        assert!(!own_data(&owner).await.contains("SECRET-"));
    }
}

/// A small document.
fn pdf(says: &str) -> Vec<u8> {
    let objects = [
        "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n".to_owned(),
        "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n".to_owned(),
        "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n".to_owned(),
    ];
    let mut out = format!("%PDF-1.4\n% {}\n", says.replace('%', ""));
    let mut places = Vec::new();
    for object in &objects {
        places.push(out.len());
        out.push_str(object);
    }
    let at = out.len();
    out.push_str("xref\n0 4\n0000000000 65535 f \n");
    for place in places {
        out.push_str(&format!("{place:010} 00000 n \n"));
    }
    out.push_str(&format!("trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n"));
    out.into_bytes()
}

/// Three rows with two columns of one name, one whose name has a line break, and one without a name.
fn twins(notes: [&str; 2]) -> String {
    let mut csv = String::from("application_id,email,first_name,Notes,Notes,\"Why\nnow?\",,eligibility\n");
    for i in 0..3 {
        csv.push_str(&format!(
            "T{i},t{i}@example.org,Given{i},{}-{i},{}-{i},PUBLIC-WHY is a long enough answer to be coded by people {i},\
            SECRET-NAMELESS-{i},eligible\n",
            notes[0], notes[1]
        ));
    }
    csv
}

#[tokio::test]
async fn imported_twins_and_headers_with_line_breaks_are_columns_of_their_own() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let done = house.import(&twins(["PUBLIC-NOTE", "SECRET-NOTE"])).await;
        assert_eq!((done.imported, done.refused), (3, 0), "{engine}: {done:?}");
        let shown = lead.get(&s("applications/T0")).await.body;
        for text in [
            "PUBLIC-NOTE-0",
            "SECRET-NOTE-0",
            "PUBLIC-WHY",
            "SECRET-NAMELESS-0",
            "<h2>Notes</h2>",
            "<h2>Notes (2)</h2>",
            "<h2>Column 7</h2>",
        ] {
            assert!(shown.contains(text), "{engine}: {text} in {shown}");
        }
        let offered = boxes(&lead.get(&s("reviewers")).await.body);
        assert_eq!(
            offered.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>(),
            ["Notes", "Notes (2)", "Why\nnow?", "Column 7"],
            "{engine}"
        );
        let reader = let_read(&house, &lead, &[&offered[0].0, &offered[2].0]).await;
        // The ticks stand where they were set.
        let page = lead.get(&s("reviewers")).await.body;
        let set = page
            .split("name=\"visible\"")
            .skip(1)
            .filter(|t| t.split('>').next().is_some_and(|t| t.ends_with(" checked")));
        assert_eq!(set.count(), 2, "{engine}: {page}");
        let see_it = async |engine: &str| {
            for place in 1..=3 {
                let desk = reader.get(&s(&format!("reviews/{place}"))).await.body;
                assert!(
                    desk.contains("PUBLIC-NOTE-") && desk.contains("PUBLIC-WHY") && !desk.contains("SECRET-"),
                    "{engine}: {desk}"
                );
            }
        };
        see_it(engine).await;
        assert!(!all_a_reader_opens(&reader, 3, "T0").await.contains("SECRET-"), "{engine}");
        // Brought in again: unchanged, and a changed row stays under the same columns.
        let again = house.import(&twins(["PUBLIC-NOTE", "SECRET-NOTE"])).await;
        assert_eq!((again.unchanged, again.changed), (3, 0), "{engine}");
        let changed = house.import(&twins(["PUBLIC-NOTE-NEW", "SECRET-NOTE-NEW"])).await;
        assert_eq!((changed.unchanged, changed.changed), (0, 3), "{engine}");
        see_it(engine).await;
        assert!(reader.get(&s("reviews/1")).await.body.contains("PUBLIC-NOTE-NEW"), "{engine}");
        // A file with one of the twins alone: nothing tells which it is, so readers do not see it.
        let alone = house
            .import("application_id,email,first_name,Notes,eligibility\nT9,t9@example.org,Nine,SECRET-ALONE,eligible\n")
            .await;
        assert_eq!(alone.imported, 1, "{engine}");
        lead.post(&s("reviewers/assignment"), &[("undeclared", "yes")]).await;
        assert!(lead.get(&s("applications/T9")).await.body.contains("SECRET-ALONE"));
        assert!(!all_a_reader_opens(&reader, 4, "T9").await.contains("SECRET-"), "{engine}");
        // A column whose name stands once keeps its place in a longer file.
        let column = house.column("Why\nnow?").await;
        house
            .import(
                "application_id,email,first_name,\"Why\nnow?\",More,eligibility\nT8,t8@example.org,Eight,\
            PUBLIC-EIGHT,x,eligible\n",
            )
            .await;
        assert_eq!(house.column("Why\nnow?").await, column, "{engine}");
        // Themes are counted under the column, line break and all.
        let page = lead.get(&s("pool-report/themes")).await.body;
        let value = page
            .split("<option value=\"")
            .find(|t| t.contains("Why\nnow?"))
            .and_then(|t| t.split('"').next())
            .expect("the question")
            .replace('\n', "\r\n");
        let begun = lead.post(&s("pool-report/themes"), &[("question", &value), ("book", "reasons")]).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
        let themes = lead.get(&s("pool-report/themes")).await.body;
        assert!(themes.contains("0 of 4 coded") && !themes.contains("0 of 0"), "{engine}: {themes}");
        let coding = lead.get(&s(&format!("pool-report/themes/coding?question={column}"))).await.body;
        assert!(coding.contains("PUBLIC-") && !coding.contains("SECRET-"), "{engine}");
    }
}

#[tokio::test]
async fn what_readers_see_changes_at_once_and_by_id() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        open_call(&lead).await;
        let one = ask(&house, &lead, "long", "Anything else?", "¿Algo más?", "reviewers").await;
        let two = ask(&house, &lead, "long", "Anything else?", "¿Algo más?", "reviewers").await;
        publish(&lead).await;
        let browser = filled(&house, &[(format!("q-{one}"), "TEXT-ONE"), (format!("q-{two}"), "TEXT-TWO")]).await;
        send(&house, &browser).await;
        let reader = let_read(&house, &lead, &[&one, &two]).await;
        let sees = async || {
            let desk = reader.get(&s("reviews/1")).await.body;
            (desk.contains("TEXT-ONE"), desk.contains("TEXT-TWO"))
        };
        assert_eq!(sees().await, (true, true), "{engine}");
        // Unchecked while the reading is on: gone at once, and its twin stays.
        see(&lead, &[&two]).await;
        assert_eq!(sees().await, (false, true), "{engine}");
        see(&lead, &[&one, &two]).await;
        // Kept for staff from now on: closed without anyone touching the boxes.
        let edit = [
            ("label_en", "Anything else?"),
            ("label_es", "¿Algo más?"),
            ("audience", "staff"),
            ("goes_to", "answer"),
            ("max_words", "100"),
        ];
        assert_eq!(lead.post(&s(&format!("call/questions/{two}")), &edit).await.status, StatusCode::SEE_OTHER);
        publish(&lead).await;
        assert_eq!(sees().await, (true, false), "{engine}");
        // Renamed: still the same question. Spanish words where there are some.
        let edit = [
            ("label_en", "In other words"),
            ("label_es", "¿Algo más?"),
            ("audience", "reviewers"),
            ("goes_to", "answer"),
            ("max_words", "100"),
        ];
        lead.post(&s(&format!("call/questions/{one}")), &edit).await;
        publish(&lead).await;
        assert_eq!(sees().await, (true, false), "{engine}");
        reader.post("/language", &[("lang", "es")]).await;
        assert!(reader.get(&s("reviews/1")).await.body.contains("¿Algo más?"), "{engine}");
        // A fact that was asked for staff alone is no fact for readers.
        assert!(lead.get(&s("reviewers")).await.status.is_success());
        let desk = reader.get(&s("reviews/1")).await.body;
        assert!(desk.contains("dirección"), "{engine}: {desk}");
        let form = form(&house).await;
        let role = form.question("role-level").expect("a question");
        let options: Vec<&str> = role.options.iter().map(|o| o.en.as_str()).collect();
        let options = options.join("\n");
        let edit = [
            ("label_en", "Which comes closest?"),
            ("options_en", options.as_str()),
            ("own_words", "yes"),
            ("is_required", "yes"),
            ("audience", "staff"),
            ("goes_to", "role_level"),
        ];
        assert_eq!(lead.post(&s("call/questions/role-level"), &edit).await.status, StatusCode::SEE_OTHER);
        publish(&lead).await;
        assert!(!reader.get(&s("reviews/1")).await.body.contains("director"), "{engine}");
    }
}

#[tokio::test]
async fn answers_for_totals_are_kept_apart_by_question_and_seen_by_nobody() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        open_call(&lead).await;
        let first = ask(&house, &lead, "short", "", "¿Cómo se identifica?", "aggregate").await;
        let second = ask(&house, &lead, "short", "", "¿Y su familia?", "aggregate").await;
        // What only totals are made of cannot fill a field that staff read beside a name.
        let typed = [("label_en", "Setting"), ("audience", "aggregate"), ("goes_to", "setting")];
        assert_eq!(
            lead.post(&s("call/questions/new?part=3&kind=short"), &typed).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        publish(&lead).await;
        let browser =
            filled(&house, &[(format!("q-{first}"), "SECRET-SELF"), (format!("q-{second}"), "SECRET-KIN")]).await;
        let number = send(&house, &browser).await;
        // Both are kept, each under its question, for the person alone.
        let person = applicant(&house).await;
        let own = own_data(&house.as_person(&person, Strength::Link).await).await;
        for text in ["SECRET-SELF", "SECRET-KIN", "¿Cómo se identifica?", "¿Y su familia?"] {
            assert!(own.contains(text), "{engine}: {text} in {own}");
        }
        let reader = let_read(&house, &lead, &[&first, &second, ""]).await;
        assert!(!all_a_reader_opens(&reader, 1, &number).await.contains("SECRET-"), "{engine}");
        let evaluator = house.someone("Eva", Some(Role::Evaluator), Strength::TwoFactors).await;
        for page in [
            s(&format!("applications/{number}")),
            s("reviewers"),
            s("pool-report"),
            s("pool-report/themes"),
            s("pool-report/counts.csv"),
            s("cohort.csv"),
        ] {
            for one in [&lead, &evaluator] {
                assert!(!one.get(&page).await.body.contains("SECRET-"), "{engine}: {page}");
            }
        }
    }
}

#[tokio::test]
async fn answers_that_cannot_be_read_are_an_error_and_never_none() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    house.import(&twins(["PUBLIC-NOTE", "SECRET-NOTE"])).await;
    let offered = boxes(&lead.get(&s("reviewers")).await.body);
    let reader = let_read(&house, &lead, &[&offered[0].0]).await;
    assert_eq!(reader.get(&s("reviews/1")).await.status, StatusCode::OK);
    for broken in ["", "{", "[[\"Notes\",\"SECRET-OLD-FORM\"]]"] {
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("UPDATE application SET answers = $1"), args![broken]).await.expect("breaks");
        tx.commit().await.expect("commits");
        for (one, page) in [
            (&lead, s("applications/T0")),
            (&lead, s("reviewers")),
            (&lead, s("pool-report/themes")),
            (&reader, s("reviews/1")),
        ] {
            let answer = one.get(&page).await;
            assert!(
                answer.status == StatusCode::INTERNAL_SERVER_ERROR && !answer.body.contains("SECRET-"),
                "{page}: {}",
                answer.status
            );
        }
    }
}
