//! Recommenders of applicants who have no form of ours: named by a lead, or by the applicant with a link; and lists of
//! recommendations that leave the site.

use crate::common;

use axum::http::StatusCode;
use common::typed::{newest, open_call};
use common::{Actor, House, engines, pool, s};
use weft_kernel::db::Sql;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

/// A season with twelve imported applications that asks for two recommendations each until 15 February 2025.
async fn asks(house: &House) -> Actor<'_> {
    let lead = house.lead().await;
    open_call(&lead).await;
    house.import(&pool()).await;
    let set =
        [("most", "2"), ("is_required", "yes"), ("due_on", "2025-02-15"), ("shown", "no"), ("intro_en", "Hello.")];
    let saved = lead.post(&s("recommendations/settings"), &set).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    lead
}

fn of<'a>(name: &'a str, email: &'a str) -> [(&'a str, &'a str); 5] {
    [
        ("own_name", "Given1 of the Table"),
        ("recommender", name),
        ("recommender_email", email),
        ("relation", "We built the food bank"),
        ("language", "en"),
    ]
}

async fn number(house: &House, sql: Sql) -> i64 {
    house.kernel.db.read().await.expect("reads").one::<(i64,)>(sql, args![]).await.expect("counts").0
}

async fn recommend(house: &House, path: &str) {
    let who = house.visitor();
    assert_eq!(who.post(path, &[]).await.status, StatusCode::SEE_OTHER);
    let whole = [
        ("revision", "99"),
        ("q-how-you-know", "They work with my community"),
        ("q-seen-do-well", "=SUM(1) Given1 listens."),
        ("q-would-help", "Time to rest."),
        ("go", "send"),
    ];
    let sent = who.post(&format!("{path}/answers"), &whole).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, format!("{path}?sent=1").as_str()));
}

async fn to(house: &House, email: &str) -> usize {
    house.mails().await.iter().filter(|m| m.contains(&format!("To: {email}"))).count()
}

#[tokio::test]
async fn a_lead_asks_for_recommendations_on_behalf_of_an_imported_applicant() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = asks(&house).await;
        let one = s("recommendations/of/A01");
        assert!(lead.get(&s("applications/A01")).await.body.contains("Ask for recommendations"), "{engine}: the way");
        let page = lead.get(&one).await.body;
        assert!(
            page.contains("value=\"Given1 Family1\"") && page.contains("Send link to person1@example.org"),
            "{page}"
        );
        let own = lead.post(&one, &of("Sam Okafor", "person1@example.org")).await;
        assert!(
            own.status == StatusCode::UNPROCESSABLE_ENTITY
                && own.body.contains("own email address. Enter the recommender"),
            "{}",
            own.body
        );
        let asked = lead.post(&one, &of("Sam Okafor", "sam@example.org")).await;
        assert_eq!(asked.location(), format!("{one}?done=named"), "{engine}: {}", asked.body);
        let twice = lead.post(&one, &of("Sam Again", "SAM@example.org")).await;
        assert!(twice.body.contains("already has a recommender with this email address"), "{}", twice.body);
        let path = newest(&house, "sam@example.org", "/recommendation/").await;
        let first = house.visitor().get(&path).await.body;
        assert!(first.contains("Given1 of the Table asks you for a recommendation"), "{first}");
        assert!(first.contains("class=\"mark own\""), "{engine}: the page is the program's: {first}");
        lead.post(&one, &of("Bo Reed", "bo@example.org")).await;
        let full = lead.post(&one, &of("One More", "more@example.org")).await;
        assert!(full.body.contains("already has as many recommenders as you ask for."), "{}", full.body);
        assert_eq!(to(&house, "more@example.org").await, 0);
        // Whoever can't write: the applicant hears of it with a link of their own.
        let refused = newest(&house, "bo@example.org", "/recommendation/").await;
        house.visitor().post(&format!("{refused}/refusal"), &[]).await;
        let mine = newest(&house, "person1@example.org", "/recommenders/").await;
        let page = house.visitor().get(&mine).await.body;
        assert!(page.contains("Bo Reed") && page.contains("Sam Okafor"), "{engine}: {page}");
        // It arrives, counts for the application, and the list says so.
        recommend(&house, &path).await;
        let list = lead.get(&s("recommendations")).await.body;
        assert!(list.contains("Given1 Family1") && !list.contains("Given2 Family2"), "{engine}: {list}");
        let shown = lead.get(&one).await.body;
        assert!(shown.contains("Time to rest."), "{shown}");
        let reviewer = house.someone("Tobias", Some(Role::Reviewer), Strength::TwoFactors).await;
        for refused in [reviewer.get(&one).await, reviewer.post(&one, &of("X", "x@example.org")).await] {
            assert_eq!(refused.status, StatusCode::NOT_FOUND, "{engine}");
        }
        assert_eq!(lead.get(&s("recommendations/of/Z99")).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn an_imported_applicant_names_recommenders_with_a_link_that_goes_to_their_address() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = asks(&house).await;
        let one = s("recommendations/of/A02");
        let sent = lead.post(&format!("{one}/link"), &[]).await;
        assert_eq!(sent.location(), format!("{one}?done=linked"), "{engine}");
        let again = lead.post(&format!("{one}/link"), &[]).await;
        assert_eq!(again.location(), format!("{one}?done=early"), "{engine}: once a day");
        assert_eq!(to(&house, "person2@example.org").await, 1, "{engine}");
        let path = newest(&house, "person2@example.org", "/recommenders/").await;
        let applicant = house.visitor();
        let page = applicant.get(&path).await.body;
        assert!(page.contains("value=\"Given2 Family2\"") && page.contains("February 15"), "{engine}: {page}");
        let own = applicant.post(&path, &of("Sam", "PERSON2@example.org")).await;
        assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        let named = applicant.post(&path, &of("Sam Okafor", "sam@example.org")).await;
        assert_eq!(named.location(), format!("{path}?done=named#named"), "{engine}: {}", named.body);
        newest(&house, "sam@example.org", "/recommendation/").await;
        let page = applicant.get(&path).await.body;
        let id = page.split(&format!("action=\"{path}/")).nth(1).and_then(|t| t.split('"').next()).expect("a line");
        let early = applicant.post(&format!("{path}/{id}"), &[("act", "remind")]).await;
        assert_eq!(early.location(), format!("{path}?done=early#named"));
        let removed = applicant.post(&format!("{path}/{id}"), &[("act", "remove")]).await;
        assert_eq!(removed.location(), format!("{path}?done=removed#named"));
        assert_eq!(house.visitor().get("/recommenders/nonsense").await.status, StatusCode::NOT_FOUND);
        // Everyone else who has no form gets theirs with one press, said with its number; nobody gets two.
        let list = lead.get(&s("recommendations")).await.body;
        assert!(
            list.contains("10 applicants didn") && list.contains("Send links to 10 applicants"),
            "{engine}: {list}"
        );
        let all = lead.post(&s("recommendations/links"), &[]).await;
        assert!(lead.get(all.location()).await.body.contains("Links sent to 10 applicants."), "{engine}");
        let none = lead.post(&s("recommendations/links"), &[]).await;
        assert_eq!(none.location(), format!("{}?linked=0", s("recommendations")));
        assert_eq!(to(&house, "person3@example.org").await, 1, "{engine}");
        assert_eq!(to(&house, "person11@example.org").await, 0, "{engine}: not eligible");
        assert_eq!(number(&house, sql!("SELECT COUNT(*) FROM recommender_link")).await, 11, "{engine}");
        // Its text is the season's to change.
        let emails = lead.get(&s("emails")).await.body;
        assert!(emails.contains("Link to name recommenders"), "{engine}: {emails}");
    }
}

#[tokio::test]
async fn recommendations_leave_by_purpose_after_proof_and_on_record() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = asks(&house).await;
        let one = s("recommendations/of/A01");
        lead.post(&one, &of("Sam Okafor", "sam@example.org")).await;
        lead.post(&one, &of("Bo Reed", "bo@example.org")).await;
        let path = newest(&house, "sam@example.org", "/recommendation/").await;
        recommend(&house, &path).await;
        let refused = newest(&house, "bo@example.org", "/recommendation/").await;
        house.visitor().post(&format!("{refused}/refusal"), &[("reason", "SECRET-REASON")]).await;
        let export = s("recommendations/export");
        let page = lead.get(&export).await.body;
        assert!(page.contains("Follow-up") && !page.contains("value=\"answers\""), "{engine}: {page}");
        let all = |purpose: &'static str, columns: &[&'static str]| {
            let mut fields = vec![("purpose", purpose), ("format", "csv")];
            fields.extend(columns.iter().map(|c| ("column", *c)));
            fields
        };
        let columns = ["number", "applicant", "recommender", "email", "status", "answers"];
        let follow = lead.post(&export, &all("follow-up", &columns)).await;
        assert!(
            follow.headers["content-disposition"].to_str().expect("text").contains("recommendations-follow-up.csv")
        );
        assert!(follow.body.contains("\"Received\"") && follow.body.contains("\"bo@example.org\""), "{}", follow.body);
        assert!(!follow.body.contains("Time to rest."), "{engine}: nothing that was written: {}", follow.body);
        let archive = lead.post(&export, &all("archive", &columns)).await.body;
        assert!(archive.contains("Time to rest.") && archive.contains("\"'=SUM(1) Given1 listens.\""), "{archive}");
        assert_eq!(archive.lines().count(), 3, "{engine}: {archive}");
        for list in [&follow.body, &archive] {
            assert!(!list.contains("SECRET-REASON"), "{engine}: {list}");
        }
        let book = lead.post(&export, &[("purpose", "archive"), ("format", "xlsx"), ("column", "answers")]).await;
        assert!(book.bytes.starts_with(b"PK"), "a workbook");
        let none = lead.post(&export, &[("purpose", "archive")]).await;
        assert!(none.body.contains("Check at least one column."), "{}", none.body);
        let applications =
            [("purpose", "archive"), ("format", "csv"), ("column", "number"), ("column", "recommendations")];
        let csv = lead.post(&s("applications/export"), &applications).await.body;
        assert!(csv.contains("\"A01\",\"1\"") && csv.contains("\"A02\",\"0\""), "{engine}: {csv}");
        let told = sql!("SELECT COUNT(*) FROM event WHERE verb = 'recommendations.exported'");
        assert_eq!(number(&house, told).await, 3, "{engine}");
        house.kernel.clock.advance(11 * 60);
        let asked = lead.post(&export, &all("archive", &columns)).await.body;
        assert!(!asked.contains("Time to rest.") && asked.contains("name=\"column\""), "{engine}: {asked}");
        let reader = house.someone("Tobias", Some(Role::Reviewer), Strength::TwoFactors).await;
        assert_eq!(reader.post(&export, &all("archive", &columns)).await.status, StatusCode::NOT_FOUND);
    }
}
