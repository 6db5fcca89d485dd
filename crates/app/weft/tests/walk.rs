//! What a newcomer stumbled over in a first season, told through HTTP on both engines.

use crate::common;

use axum::http::StatusCode;
use common::{Actor, Answer, House, SEASON, choose, pool, read_pool, s};
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

fn apply(page: &str) -> String {
    format!("/call/{SEASON}/{page}")
}

/// What a field of a page holds.
fn field(page: &str, name: &str) -> String {
    let after = page.split(&format!("name=\"{name}\" value=\"")).nth(1);
    after.and_then(|t| t.split('"').next()).unwrap_or_else(|| panic!("a field {name}: {page}")).to_owned()
}

/// A published call that is open from 1 to 31 January 2025.
async fn open_call(lead: &Actor<'_>) {
    assert_eq!(lead.post(&s("call"), &[]).await.status, StatusCode::SEE_OTHER);
    let dates = [("opens_on", "2025-01-01"), ("closes_on", "2025-01-31"), ("decision_on", "2025-03-01")];
    assert_eq!(lead.post(&s("call/dates"), &dates).await.status, StatusCode::SEE_OTHER);
    assert_eq!(lead.post(&s("call/publication"), &[]).await.status, StatusCode::SEE_OTHER);
}

/// A browser that has begun a draft.
async fn begin(house: &House) -> Actor<'_> {
    let begun = house.visitor().post(&apply("begin"), &[]).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER);
    house.visitor().with_cookies(&begun.cookies())
}

/// Types into the email field of a page as it is, and presses *Save and go on*.
async fn type_email(browser: &Actor<'_>, page: &str, email: &str) -> Answer {
    let [revision, was, seen] = ["revision", "was-email", "seen-email"].map(|name| field(page, name));
    let fields = [
        ("revision", revision.as_str()),
        ("was-email", was.as_str()),
        ("seen-email", seen.as_str()),
        ("q-email", email),
        ("go", "next"),
    ];
    browser.post(&apply("application/1"), &fields).await
}

#[tokio::test]
async fn an_answer_that_is_corrected_back_to_what_it_was_is_kept() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        open_call(&house.lead().await).await;
        let browser = begin(&house).await;
        let shown = async || browser.get(&apply("application/1")).await.body;
        let first = type_email(&browser, &shown().await, "test@example.org").await;
        assert_eq!(first.status, StatusCode::SEE_OTHER);
        // Without a script: the page with the error knows that the wrong value is the one that is kept.
        let wrong = type_email(&browser, &shown().await, "test@nope").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let right = type_email(&browser, &wrong.body, "test@example.org").await;
        assert_eq!(right.status, StatusCode::SEE_OTHER);
        let now = shown().await;
        assert!(now.contains("test@example.org") && !now.contains("test@nope"), "{now}");
        // With it: the page learns the mark of what was saved while typing.
        let page = shown().await;
        let typing = [("revision", field(&page, "revision")), ("was-email", field(&page, "was-email"))];
        let mut fields: Vec<(&str, &str)> = typing.iter().map(|(n, v)| (*n, v.as_str())).collect();
        fields.push(("q-email", "test@nope"));
        let told = browser.post(&apply("application/1/autosave"), &fields).await;
        let told: serde_json::Value = serde_json::from_str(&told.body).expect("JSON");
        let (mark, revision) = (told["marks"]["email"].as_str().expect("a mark"), told["revision"].to_string());
        assert_ne!(mark, field(&page, "was-email"));
        let fields = [("seen-email", revision.as_str()), ("was-email", mark), ("q-email", "test@example.org")];
        browser.post(&apply("application/1"), &fields).await;
        let now = shown().await;
        assert!(now.contains("test@example.org") && !now.contains("test@nope"), "{now}");
    }
}

#[tokio::test]
async fn an_answer_of_the_list_and_an_own_one_are_asked_about_and_neither_is_lost() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        open_call(&house.lead().await).await;
        let browser = begin(&house).await;
        let go = async |option: &str, own: &str| {
            let revision = field(&browser.get(&apply("application/2")).await.body, "revision");
            let fields =
                [("revision", revision.as_str()), ("q-issue-area", option), ("q-issue-area-own", own), ("go", "next")];
            browser.post(&apply("application/2"), &fields).await
        };
        let both = go("housing", "rivers and fish").await;
        assert_eq!(both.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(both.body.contains("You chose an option and also wrote your own answer"), "{}", both.body);
        let chosen = |page: &str| {
            let radio = page.split("name=\"q-issue-area\"").find(|r| r.contains("value=\"housing\"")).expect("a radio");
            radio.split('>').next().expect("a tag").contains("checked")
        };
        assert!(chosen(&both.body) && both.body.contains("value=\"rivers and fish\""));
        let check = browser.get(&apply("application/check")).await.body;
        assert!(check.contains("also wrote your own"), "it cannot be sent so: {check}");
        // “In my own words” is a choice of its own, which needs no script.
        go("", "rivers and fish").await;
        let page = browser.get(&apply("application/2")).await.body;
        assert!(!chosen(&page) && page.contains("value=\"rivers and fish\""), "{page}");
    }
}

/// Uploads a file of applications and says where its columns go; returns its address.
async fn upload(lead: &Actor<'_>, file: &str) -> String {
    let parts = [("kind", &b"applications"[..]), ("file", file.as_bytes())];
    let answer = lead.upload_bytes(&s("import"), &parts).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.location().to_owned()
}

async fn columns(lead: &Actor<'_>, file: &str, said: &[(&str, &str)]) -> String {
    let answer = lead.post(file, &[&[("act", "columns")], said].concat()).await;
    assert_eq!(answer.location(), file, "{}", answer.body);
    lead.get(file).await.body
}

const ROWS: &str = "application_id,email,first_name,How far does it reach?,What is your role?,Why?\n\
    B1,one@example.org,One,national,director,because\nB2,two@example.org,Two,statewide,director,so\n";

#[tokio::test]
async fn a_file_that_comes_again_with_another_header_empties_nothing_that_nobody_agreed_to() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let file = upload(&lead, ROWS).await;
        let page = columns(&lead, &file, &[("column-3", "scope"), ("column-4", "role_level")]).await;
        assert!(page.contains("2 new, 0 updated") && !page.contains("What changes for people"), "{page}");
        lead.post(&file, &[("act", "import"), ("seen", &field(&page, "seen"))]).await;
        let scopes = async || {
            let sql = sql!("SELECT external_id, COALESCE(scope, '') FROM application ORDER BY external_id");
            let mut conn = house.kernel.db.read().await.expect("reads");
            conn.all::<(String, String)>(sql, args![]).await.expect("rows")
        };
        let before = [("B1".to_owned(), "national".to_owned()), ("B2".to_owned(), "statewide".to_owned())];
        assert_eq!(scopes().await, before);
        // One header differs: the mapping is found again, and a person looks at that column.
        let again = ROWS.replace("How far does it reach?", "Reach").replace("national", "regional");
        let file = upload(&lead, &again).await;
        let page = lead.get(&file).await.body;
        assert!(page.contains("Using the mapping from") && page.contains("1 column needs a decision"), "{page}");
        assert!(page.contains("The last file had no column with this name"), "{page}");
        let page = columns(&lead, &file, &[]).await;
        let scope = page.split("<tr>").find(|r| r.contains(">scope<")).expect("a row").to_owned();
        let cells: Vec<&str> = scope.split("</td>").filter_map(|c| c.rsplit('>').next()).collect();
        assert_eq!(cells[..3], ["0", "1", "0"], "one scope changes, none becomes empty: {scope}");
        assert!(!page.contains("may-empty"), "{page}");
        // Mapped as an answer, the fact of both would be gone: that is said, counted and refused until someone agrees.
        let page = columns(&lead, &file, &[("column-3", "answer")]).await;
        assert!(page.contains("For 2 people, something we have now becomes empty"), "{page}");
        let seen = field(&page, "seen");
        let refused = lead.post(&file, &[("act", "import"), ("seen", &seen)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("nothing was imported") && scopes().await == before, "{}", refused.body);
        lead.post(&file, &[("act", "import"), ("seen", &seen), ("may-empty", "2")]).await;
        assert!(scopes().await.iter().all(|(_, scope)| scope.is_empty()));
        assert!(lead.get(&file).await.body.contains("Import finished"));
    }
}

#[tokio::test]
async fn what_people_need_to_take_part_is_a_decision_of_an_import() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let rows = "application_id,email,first_name,Do you need anything to take part?,Notes\n\
        B1,one@example.org,One,Service dog travels with me,\nB2,two@example.org,Two,,I use a wheelchair\n";
    let page = lead.get(&upload(&lead, rows).await).await.body;
    assert!(page.contains("2 columns need a decision"), "{page}");
    assert!(
        page.contains("This looks like access needs.") && page.contains("Some of these answers look like"),
        "{page}"
    );
    assert!(page.contains("<option value=\"access_needs\" selected>"), "{page}");
}

const TEXT: [(&str, &str); 4] = [
    ("subject_en", "About {season}"),
    ("subject_es", "Sobre {season}"),
    ("text_en", "Dear {name},\n\nnot this time. {reason}"),
    ("text_es", "{name}: esta vez no. {reason}"),
];

#[tokio::test]
async fn canceled_decisions_keep_their_text_and_a_wrong_field_is_named() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        read_pool(&house).await;
        let page = lead.get(&s("decisions")).await.body;
        assert!(page.contains("selected anyone yet. If you continue"), "{page}");
        choose(&lead).await;
        let page = lead.get(&s("decisions")).await.body;
        assert!(!page.contains("selected anyone yet") && page.contains("We received many more applications"), "{page}");
        let wrong = [TEXT[0], TEXT[1], ("text_en", "Dear {nombre}"), TEXT[3]];
        let refused = lead.post(&s("decisions"), &wrong).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("{nombre}"));
        assert_eq!(lead.post(&s("decisions"), &TEXT).await.status, StatusCode::SEE_OTHER);
        let ready = lead.get(&s("decisions")).await.body;
        assert!(ready.contains("We keep your text") && ready.contains("English"), "{ready}");
        lead.post(&s("decisions/cancellation"), &[]).await;
        let page = lead.get(&s("decisions")).await.body;
        assert!(page.contains("not this time. {reason}</textarea>"), "{page}");
        assert!(page.contains("This is the text of the emails you canceled"), "{page}");
        let usual = lead.get(&s("decisions?text=usual")).await.body;
        assert!(!usual.contains("not this time. {reason}</textarea>") && !usual.contains("you canceled"), "{usual}");
    }
}

#[tokio::test]
async fn a_decision_counts_as_told_only_once_its_email_is_sent() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let co_lead = house.someone("Desmond", Some(Role::CoLead), Strength::TwoFactors).await;
        house.import(&pool()).await;
        read_pool(&house).await;
        choose(&lead).await;
        house.mails().await;
        assert_eq!(lead.post(&s("outbox"), &[("act", "hold")]).await.status, StatusCode::SEE_OTHER);
        lead.post(&s("decisions"), &TEXT).await;
        let sent = co_lead.post(&s("decisions/sending"), &[]).await;
        let page = co_lead.get(sent.location()).await.body;
        assert!(page.contains("8 emails are waiting in the outbox.") && page.contains("Emails are on hold"), "{page}");
        assert!(page.contains("decided, email waiting in the outbox") && !page.contains("already told"), "{page}");
        assert!(!page.contains("Sent to 8 people"), "{page}");
        house.mails().await;
        let held = lead.get(&s("decisions")).await.body;
        assert!(held.contains("decided, email waiting in the outbox"), "{held}");
        let newest = field(&lead.get(&s("outbox")).await.body, "newest");
        lead.post(&s("outbox"), &[("act", "send"), ("newest", &newest)]).await;
        house.mails().await;
        let told = lead.get(&s("decisions")).await.body;
        assert!(told.contains("already told") && !told.contains("waiting in the outbox"), "{told}");
    }
}

#[tokio::test]
async fn to_do_leads_from_the_last_review_to_invitations() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        let todo = async || lead.get(&s("")).await.body;
        let now = house.kernel.now();
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let season = sql!("SELECT id FROM season WHERE slug = $1");
        let (season,): (weft_kernel::ids::Id,) = tx.one(season, args![SEASON]).await.expect("a season");
        let reading = sql!(
            "INSERT INTO stage_reading (season_id, stage, reads_each, most_each, wide_gap, visible, opened_at)
            VALUES ($1, 1, 1, 9, 1.5, '[]', $2)"
        );
        tx.run(reading, args![&season, now]).await.expect("opens");
        let assigned = sql!(
            "INSERT INTO stage_assignment (
                id, season_id, stage, application_id, reader_id, place, assigned_at, finished_at
            )
            SELECT 'x' || a.id, a.season_id, 1, a.id, CAST($2 AS TEXT), 1, CAST($3 AS BIGINT), CAST($3 AS BIGINT)
            FROM application a
            WHERE a.season_id = $1 AND a.external_id = 'A01'"
        );
        tx.run(assigned, args![&season, lead.id.as_ref().expect("someone"), now]).await.expect("assigns");
        tx.commit().await.expect("commits");
        // What is assigned is done, and ten applications have nobody: nothing says that all is done.
        let page = todo().await;
        assert!(page.contains("but 10 applications still need a reviewer"), "{page}");
        assert!(!page.contains("Close reviews to see the scores"), "{page}");
        let ask = lead.get(&s("reviewers?ask=close")).await.body;
        assert!(ask.contains("fewer reviews than they should"), "{ask}");
        let others = sql!(
            "INSERT INTO stage_assignment (
                id, season_id, stage, application_id, reader_id, place, assigned_at, finished_at
            )
            SELECT 'x' || a.id, a.season_id, 1, a.id, CAST($2 AS TEXT),
                10 + CAST(SUBSTR(a.external_id, 2) AS BIGINT), CAST($3 AS BIGINT), CAST($3 AS BIGINT)
            FROM application a
            WHERE a.season_id = $1 AND a.external_id NOT IN ('A01', 'A11')"
        );
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(others, args![&season, lead.id.as_ref().expect("someone"), now]).await.expect("assigns");
        tx.commit().await.expect("commits");
        let page = todo().await;
        assert!(page.contains("All 11 reviews are done. Close reviews to see the scores."), "{page}");
        lead.post(&s("reviewers/closing"), &[("sure", "yes")]).await;
        let page = todo().await;
        assert!(!page.contains("Close reviews to see") && page.contains("Set cohort goals"), "{page}");
    }
}

#[tokio::test]
async fn discarding_an_invitations_email_says_what_stays_and_is_counted() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        read_pool(&house).await;
        lead.post(&s("outbox"), &[("act", "hold")]).await;
        choose(&lead).await;
        let page = lead.get(&s("invitations")).await.body;
        assert!(page.contains("email waiting in the outbox"), "{page}");
        assert!(!lead.get(&s("")).await.body.contains("responded to their invitation"), "nobody was written to");
        let list = lead.get(&s("outbox")).await.body;
        let newest = field(&list, "newest");
        let one = s(&format!("outbox/{newest}"));
        let ask = lead.get(&format!("{one}?ask=discard")).await.body;
        assert!(ask.contains("The invitation stays open") && ask.contains(&s("invitations")), "{ask}");
        lead.post(&format!("{one}/act"), &[("act", "discard"), ("sure", "yes")]).await;
        let page = lead.get(&s("invitations")).await.body;
        assert!(page.contains("One person doesn’t know that they’re invited"), "{page}");
        let todo = lead.get(&s("")).await.body;
        assert!(todo.contains("One invitation email was discarded or couldn&#39;t be delivered."), "{todo}");
    }
}
