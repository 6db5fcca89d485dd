//! The first evening: whoever makes a season leads it, a list says what is left, and emails that nobody sends are read
//! on a page, by whoever keeps this site and by nobody else.

use crate::common;

use axum::http::StatusCode;
use common::{House, s};
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

const NEW_SEASON: [(&str, &str); 5] = [
    ("name", "2027"),
    ("starts_on", "2027-01-15"),
    ("ends_on", "2027-10-15"),
    ("seats", "20"),
    ("zone", "America/New_York"),
];

#[tokio::test]
async fn whoever_makes_a_season_leads_it_and_a_list_says_what_is_left() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        let program = [
            ("name", "River Leaders"),
            ("kind", "cohort"),
            ("summary", "Ten months."),
            ("hosts", "River Alliance"),
            ("support_name", "Odile"),
            ("support_email", "help@example.org"),
        ];
        let made = owner.post("/new-program", &program).await;
        assert_eq!(made.location(), "/programs/river-leaders/new-season?after=program", "{engine}: {}", made.body);
        assert!(owner.get(made.location()).await.body.contains("Program created"));
        // A disclaimer is asked for where a funder is named, and nowhere else.
        let funded = [&program[1..], &[("name", "Funded"), ("funder_credit", "With support from X.")]].concat();
        assert!(owner.post("/new-program", &funded).await.body.contains("id=\"disclaimer-error\""));

        let path = owner.post("/programs/river-leaders/new-season", &NEW_SEASON).await.location().to_owned();
        assert_eq!(path, "/s/river-leaders-2027");
        let page = owner.get(&path).await.body;
        assert!(page.contains("0 of 9 steps done") && page.contains("Create the form"), "{engine}: {page}");
        // The maker is lead at once: the form is theirs to make.
        assert_eq!(owner.post(&format!("{path}/call"), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(owner.get(&format!("{path}/call")).await.status, StatusCode::OK);

        let step = |name: &str| format!("{path}/setup-steps/{name}");
        for (name, act) in [("gatherings", "skip"), ("gatherings", "skip"), ("rubric", "skip")] {
            assert_eq!(owner.post(&step(name), &[("act", act)]).await.status, StatusCode::SEE_OTHER);
        }
        assert!(owner.get(&path).await.body.contains("2 of 9 steps done"), "{engine}");
        owner.post(&step("rubric"), &[("act", "undo")]).await;
        let invited = [("name", "Ezra"), ("email", "ezra@example.org"), ("role", "co-lead")];
        owner.post(&format!("{path}/roles"), &invited).await;
        let page = owner.get(&path).await.body;
        assert!(page.contains("2 of 9 steps done"), "one is skipped, one is done: {engine}: {page}");
        assert_eq!(owner.post(&step("nothing"), &[("act", "skip")]).await.status, StatusCode::NOT_FOUND);
        // A cohort has no registration to open.
        assert_eq!(owner.post(&step("registration"), &[("act", "skip")]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(owner.post(&step("team"), &[("act", "other")]).await.status, StatusCode::BAD_REQUEST);
        // Nothing is left: the list is gone.
        for name in ["form", "access", "signature", "rubric", "reviewers", "look", "support"] {
            owner.post(&step(name), &[("act", "skip")]).await;
        }
        assert!(!owner.get(&path).await.body.contains("steps done"), "{engine}");
        for stranger in [house.visitor(), house.someone("Tobias", Some(Role::Reviewer), Strength::TwoFactors).await] {
            assert_eq!(stranger.post(&step("team"), &[("act", "skip")]).await.status, StatusCode::NOT_FOUND);
        }
    }
}

#[tokio::test]
async fn emails_that_are_kept_are_read_by_an_owner_and_private_ones_by_nobody() {
    for (engine, url) in common::engines().await {
        let mut house = House::new(url).await;
        let lead = house.lead().await;
        let invited = [("name", "Ezra"), ("email", "ezra@example.org"), ("role", "co-lead")];
        lead.post(&s("roles"), &invited).await;
        let lead = lead.id.clone().expect("a person");
        assert_eq!(house.mails().await.len(), 1);
        let ids = async |house: &House| -> Vec<(Id,)> {
            let mut conn = house.kernel.db.read().await.expect("reads");
            conn.all(sql!("SELECT id FROM outbox ORDER BY id"), args![]).await.expect("reads")
        };
        let path = format!("/outbox/{}", ids(&house).await[0].0);
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        let list = owner.get("/outbox?state=unsent").await.body;
        assert!(list.contains(&path) && list.contains("No mail server is connected"), "{engine}: {list}");
        let email = owner.get(&path).await.body;
        assert!(email.contains("href=\"http://localhost/staff-invitation/"), "{engine}: {email}");
        // Every page of theirs says that nothing is sent.
        assert!(owner.get("/").await.body.contains("Email isn&#39;t set up"), "{engine}");
        let owner_id = owner.id.clone().expect("a person");
        let others = [
            house.visitor(),
            house.as_person(&lead, Strength::TwoFactors).await,
            house.as_person(&owner_id, Strength::Link).await,
        ];
        for other in others {
            assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}");
            assert!(!other.get("/").await.body.contains("Email isn&#39;t set up"), "{engine}");
        }
        // An email between people, and one that is no email.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("UPDATE outbox SET is_private = 1"), args![]).await.expect("updates");
        tx.commit().await.expect("commits");
        assert_eq!(owner.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}: private");
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("UPDATE outbox SET is_private = 0"), args![]).await.expect("updates");
        tx.commit().await.expect("commits");
        assert_eq!(owner.get(&path).await.status, StatusCode::OK);
        assert_eq!(owner.get("/outbox/..%2f..%2fweft.db").await.status, StatusCode::NOT_FOUND);
        // With a mail server nobody reads what was sent.
        let owner = owner_id;
        let mut config = (*house.kernel.config).clone();
        config.smtp_url = "smtp://localhost:1".into();
        house.kernel.config = std::sync::Arc::new(config);
        house.router = weft::app::router(&house.kernel);
        let owner = house.as_person(&owner, Strength::TwoFactors).await;
        assert_eq!(owner.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}");
        assert!(!owner.get("/").await.body.contains("Email isn&#39;t set up"), "{engine}");
        // What was written before is not called sent, and goes out when an owner says so: once.
        let list = owner.get("/outbox?state=unsent").await.body;
        assert!(list.contains("1 email was written before") && list.contains("Send this email"), "{engine}: {list}");
        assert!(owner.get("/outbox").await.body.contains("0 sent"), "{engine}");
        let waiting = async |house: &House| -> (i64, i64) {
            let mut conn = house.kernel.db.read().await.expect("reads");
            let sql = sql!("SELECT COUNT(CASE WHEN state = 'waiting' THEN 1 END), COUNT(kept_at) FROM outbox");
            conn.one(sql, args![]).await.expect("counts")
        };
        assert_eq!(waiting(&house).await, (0, 1), "{engine}");
        assert_eq!(owner.post("/outbox/unsent", &[]).await.location(), "/outbox");
        assert_eq!(owner.post("/outbox/unsent", &[]).await.location(), "/outbox");
        assert_eq!(waiting(&house).await, (1, 0), "{engine}");
        assert!(!owner.get("/outbox").await.body.contains("Send this email"), "{engine}");
    }
}
