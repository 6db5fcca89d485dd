//! Stories from a file to a cohort, told through HTTP on a real database, on every engine that is at hand.

use crate::common;
use crate::imports::{columns, press};

use axum::http::StatusCode;
use common::{GOALS, House, SEASON, choose, engines, link, pool, read_pool, reads, s};
use weft_admission::applications::acts;
use weft_admission::applications::rules::FillPool;
use weft_kernel::terminal::Terminal;
use weft_media::table;
use weft_people::Strength;
use weft_programs::Role;

#[tokio::test]
async fn from_a_file_to_accepted_home_teams() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;

        let staged = lead.upload(&s("import"), "applications", &pool()).await;
        let here = staged.location().to_owned();
        assert!(lead.get(&here).await.body.contains("as identity; staff never see it by name"));
        let preview = columns(&lead, &here, &[]).await;
        assert!(preview.contains("12 rows in the file.") && preview.contains("12 new"), "{engine}: {preview}");
        assert!(lead.get(&s("applications")).await.body.contains("No applications yet"));
        assert!(press(&lead, &here).await.contains("12 new"));
        // The same file once more: nothing changes.
        let again = lead.upload(&s("import"), "applications", &pool()).await.location().to_owned();
        assert!(columns(&lead, &again, &[]).await.contains("0 new, 0 updated, 12 skipped"));

        read_pool(&house).await;
        let run = choose(&lead).await;
        let page = lead.get(&run).await;
        assert!(page.body.contains(">verified<") && page.body.contains("Proposal: a cohort of 4"), "{}", page.body);
        // Confirming again invites nobody twice.
        lead.post(&format!("{run}/confirmation"), &[("days", "14")]).await;
        let mails = house.mails().await;
        assert_eq!(mails.len(), 4, "{engine}");

        for mail in &mails {
            let path = link(mail, "/invitation/");
            assert!(house.visitor().get(path).await.body.contains("we’d like to offer you a seat"));
            assert!(house.visitor().post(path, &[("answer", "accept")]).await.body.contains("Welcome"));
            // Said twice, taken once.
            assert!(house.visitor().post(path, &[("answer", "accept")]).await.body.contains("Welcome"));
        }
        assert!(lead.get(&format!("/s/{SEASON}/")).await.status == StatusCode::NOT_FOUND);
        assert!(lead.get(&format!("/s/{SEASON}")).await.body.contains("All 4 seats are filled"));

        let formed = lead.post(&s("teams/proposal"), &[("size", "2"), ("alike-1", "region")]).await;
        assert_eq!(formed.status, StatusCode::SEE_OTHER, "{}", formed.body);
        assert!(lead.get(&s("teams")).await.body.contains("isn’t accepted yet"));
        lead.post(&s("teams/acceptance"), &[]).await;
        let teams = lead.get(&s("teams")).await.body;
        assert!(teams.contains("Cedar") && teams.contains("Clay") && teams.contains("These are the season"), "{teams}");
    }
}

#[tokio::test]
async fn the_last_seat_is_given_once_however_many_ask_at_the_same_time() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        read_pool(&house).await;
        choose(&lead).await;
        let mails = house.mails().await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(weft_kernel::sql!("UPDATE season SET seats = 1"), vec![]).await.expect("updates");
        tx.commit().await.expect("commits");
        let mut asked = Vec::new();
        for mail in &mails {
            let path = link(mail, "/invitation/").to_owned();
            let house = house.router.clone();
            asked.push(tokio::spawn(async move {
                use tower::ServiceExt as _;
                let request = axum::http::Request::post(path)
                    .header("sec-fetch-site", "same-origin")
                    .header("content-type", "application/x-www-form-urlencoded")
                    .body(axum::body::Body::from("answer=accept"))
                    .expect("a request");
                house.oneshot(request).await.expect("an answer").status()
            }));
        }
        for task in asked {
            assert_eq!(task.await.expect("ends"), StatusCode::OK, "{engine}");
        }
        let (members, taken): (i64, i64) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(weft_kernel::sql!("SELECT (SELECT COUNT(*) FROM member), seats_taken FROM season"), vec![])
            .await
            .expect("counts");
        assert_eq!((members, taken), (1, 1), "{engine}");
    }
}

#[tokio::test]
async fn someone_who_withdrew_or_declined_is_never_seated() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    house.import(&pool()).await;
    read_pool(&house).await;
    let events =
        table::read(b"application_id,at,event,reason\nA04,2024-11-04T11:20:00-05:00,withdrawn by applicant,new job\n")
            .expect("readable");
    let permit = FillPool::at_the_terminal(&Terminal::open(), &house.season);
    let report = acts::import_events(&house.kernel, &permit, &events, &house.options()).await.expect("imports");
    assert_eq!((report.imported, report.refused), (1, 0));
    let run = choose(&lead).await;
    let transcript = lead.get(&format!("{run}/transcript.json")).await.body;
    assert!(transcript.contains("out-withdrawn"));
    let mails = house.mails().await;
    house.visitor().post(link(&mails[0], "/invitation/"), &[("answer", "decline"), ("note", "not this year")]).await;
    let declined = lead.get(&s("invitations")).await.body;
    assert!(declined.contains("not this year"));
    let again = lead.post(&s("selection/proposal"), &[]).await.location().to_owned();
    let second = lead.get(&format!("{again}/transcript.json")).await.body;
    assert!(second.contains("out-declined"));
    let cohort = table::read(b"application_id\nA04\n").expect("readable");
    let report = acts::import_cohort(&house.kernel, &permit, &cohort, None, &house.options()).await.expect("runs");
    assert_eq!((report.imported, report.faults[0].advice.as_str()), (0, "fault-withdrawn"));
}

#[tokio::test]
async fn goals_that_cannot_be_met_are_named_with_the_smallest_change() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    house.import(&pool()).await;
    read_pool(&house).await;
    lead.post(
        &s("selection/goals-file"),
        &[(
            "toml",
            &GOALS
                .replace("min = 1\nmax = 2", "min = 4\nmax = 4")
                .replace("[[goal]]", "[[goal]]\nfield = \"region\"\nvalue = \"South\"\nmin = 1\nmax = 4\n[[goal]]"),
        )],
    )
    .await;
    let answer = lead.post(&s("selection/proposal"), &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.body.contains("Region, North: at least 4") && answer.body.contains("Region, South: at least 1"),
        "{}",
        answer.body
    );
    assert!(answer.body.contains("→"), "a change is offered");
}

#[tokio::test]
async fn goals_come_from_the_page_and_keep_what_was_typed() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    house.import(&pool()).await;
    let wrong = lead
        .post(
            &s("selection/goals"),
            &[("seats", "4"), ("min-region-north", "3"), ("max-region-north", "2"), ("one-per", "yes")],
        )
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.body.contains("must not be smaller")
            && wrong.body.contains("name=\"min-region-north-")
            && wrong.body.contains("inputmode=\"numeric\" value=\"3\""),
        "{}",
        wrong.body
    );
    let right = lead
        .post(
            &s("selection/goals"),
            &[("seats", "4"), ("min-region-north", "1"), ("max-region-north", "2"), ("eligible", "yes")],
        )
        .await;
    assert_eq!(right.location(), s("selection"));
    let draw = lead.post(&s("selection/drawing"), &[("public", "state lottery of May 1")]).await;
    assert_eq!(draw.status, StatusCode::SEE_OTHER, "{}", draw.body);
    assert!(lead.get(draw.location()).await.body.contains(">verified<"));
}

#[tokio::test]
async fn protected_attributes_need_a_name_and_a_reason() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    house.import(&pool()).await;
    let with = |field: &str| GOALS.replace("\"region\"", &format!("\"{field}\""));
    let refused = lead.post(&s("selection/goals-file"), &[("toml", &with("gender"))]).await;
    assert!(
        refused.body.contains("is a protected attribute") && refused.body.contains("weft-goals-1"),
        "{}",
        refused.body
    );
    assert!(!lead.get(&s("selection/goals")).await.body.contains(">Language<"));
    let no_reason = lead.post(&s("selection/goals"), &[("seats", "4"), ("protected", "yes")]).await;
    assert_eq!(no_reason.status, StatusCode::UNPROCESSABLE_ENTITY);
    lead.post(
        &s("selection/goals"),
        &[("seats", "4"), ("protected", "yes"), ("protected-reason", "counsel agreed on May 2")],
    )
    .await;
    let page = lead.get(&s("selection")).await.body;
    assert!(page.contains("Marisol turned on protected attributes: counsel agreed on May 2"), "{page}");
    assert!(lead.get(&s("selection/goals")).await.body.contains(">Language<"));
}

#[tokio::test]
async fn identity_and_access_needs_never_reach_staff_pages() {
    let house = House::new(None).await;
    house.import(&pool()).await;
    read_pool(&house).await;
    let lead = house.lead().await;
    let run = choose(&lead).await;
    for mail in house.mails().await {
        house.visitor().post(link(&mail, "/invitation/"), &[("answer", "accept")]).await;
    }
    // There is something to leak.
    let mut conn = house.kernel.db.read().await.expect("reads");
    let (n,): (i64,) = conn
        .one(weft_kernel::sql!("SELECT COUNT(*) FROM identity_answer WHERE value LIKE 'SECRET-%'"), vec![])
        .await
        .expect("counts");
    assert_eq!(n, 24);
    let (needs,): (i64,) =
        conn.one(weft_kernel::sql!("SELECT COUNT(*) FROM access_need"), vec![]).await.expect("counts");
    assert_eq!(needs, 12);
    let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
    let evaluator = house.someone("Sunniva", Some(Role::Evaluator), Strength::TwoFactors).await;
    let pages = [
        format!("/s/{SEASON}"),
        s("applications"),
        s("applications/A01"),
        s("selection"),
        s("selection/goals"),
        run.clone(),
        format!("{run}/transcript.json"),
        s("invitations"),
        s("cohort"),
        s("cohort.csv"),
        s("teams"),
        s("roles"),
        format!("/cohorts/{SEASON}"),
        format!("/cohorts/{SEASON}/snapshot.csv"),
    ];
    for actor in [&lead, &owner, &evaluator, &house.visitor()] {
        for page in &pages {
            let answer = actor.get(page).await;
            assert!(!answer.body.contains("SECRET-"), "{page}");
        }
    }
    // The person herself reads her own words.
    let (id,): (weft_kernel::ids::Id,) = conn
        .one(weft_kernel::sql!("SELECT person_id FROM identity_answer WHERE value = 'SECRET-RACE-3'"), vec![])
        .await
        .expect("there");
    let own = house.as_person(&id, Strength::Link).await.get("/me").await.body;
    assert!(own.contains("SECRET-RACE-3") && !own.contains("SECRET-RACE-4"));
}

#[tokio::test]
async fn the_public_page_shows_what_was_agreed_and_nothing_else() {
    let house = House::new(None).await;
    house.import(&pool()).await;
    let permit = FillPool::at_the_terminal(&Terminal::open(), &house.season);
    let cohort = table::read(b"application_id,participant_id\nA00,P1\nA01,P2\nA02,P3\nA03,P4\n").expect("readable");
    let report = acts::import_cohort(&house.kernel, &permit, &cohort, None, &house.options()).await.expect("imports");
    assert_eq!(report.imported, 4);
    let public = format!("/cohorts/{SEASON}");
    assert_eq!(house.lead().await.post(&s("public-page"), &[("when", "now")]).await.status, StatusCode::SEE_OTHER);
    let page = house.visitor().get(&public).await.body;
    assert!(
        page.contains("This page doesn’t show anyone yet") && !page.contains("Given") && !page.contains("South"),
        "{page}"
    );
    let (id,): (weft_kernel::ids::Id,) = house
        .kernel
        .db
        .read()
        .await
        .expect("reads")
        .one(weft_kernel::sql!("SELECT person_id FROM application WHERE external_id = 'A01'"), vec![])
        .await
        .expect("there");
    let member = house.as_person(&id, Strength::Link).await;
    member.post(&s("consent"), &[("field", "name"), ("field", "region")]).await;
    let page = house.visitor().get(&public).await.body;
    assert!(page.contains("Given1 Family1") && !page.contains("Given2") && !page.contains("North"), "{page}");
    // Everyone agrees to the region, three of them without a name: the numbers are of the one who is named.
    let of_all = |field: &str| {
        let rows: String = (1..=4).map(|i| format!("P{i},{field}\n")).collect();
        table::read(format!("participant_id,field\n{rows}").as_bytes()).expect("readable")
    };
    let (region, name, o) = (of_all("region"), of_all("name"), house.options());
    acts::import_cohort(&house.kernel, &permit, &cohort, Some(&region), &o).await.expect("imports");
    let csv = house.visitor().get(&format!("{public}/snapshot.csv")).await.body;
    assert!(csv.contains("\"region\",\"South\",\"1\"") && !csv.contains("North"), "{csv}");
    let page = house.visitor().get(&public).await.body;
    assert!(page.contains("about the one person named") && page.contains("Region: 1 of 1 named"), "{page}");
    // Everyone is named: it is shown whole, ones included.
    acts::import_cohort(&house.kernel, &permit, &cohort, Some(&name), &o).await.expect("imports");
    let csv = house.visitor().get(&format!("{public}/snapshot.csv")).await.body;
    assert!(csv.contains("\"region\",\"North\",\"2\"") && csv.contains("\"region\",\"South\",\"2\""), "{csv}");
    assert!(!csv.contains("role_level") && !csv.contains("director"), "{csv}");
    // Taken back, it is gone.
    member.post(&s("consent"), &[]).await;
    let page = house.visitor().get(&public).await.body;
    assert!(!page.contains("Given1"));
}

/// The reference cohort of the shared season, where it is at hand: with everyone consenting, the published marginals.
#[tokio::test]
async fn the_reference_cohort_shows_the_published_marginals() {
    let data = common::sources::here().join("../../../../shared/data/season-2025");
    let Ok(applications) = std::fs::read_to_string(data.join("applications.csv")) else {
        println!("the shared season is not here, nothing was checked");
        return;
    };
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(weft_kernel::sql!("UPDATE season SET seats = 20"), vec![]).await.expect("updates");
        tx.commit().await.expect("commits");
        assert_eq!(house.import(&applications).await.imported, 175, "{engine}");
        let cohort =
            table::read(&std::fs::read(data.join("cohort_reference.csv")).expect("a cohort")).expect("readable");
        let permit = FillPool::at_the_terminal(&Terminal::open(), &house.season);
        let options = house.options();
        acts::import_cohort(&house.kernel, &permit, &cohort, None, &options).await.expect("imports");
        let csv = format!("/cohorts/{SEASON}/snapshot.csv");
        house.lead().await.post(&s("public-page"), &[("when", "now")]).await;
        let without = house.visitor().get(&csv).await.body;
        assert!(
            without.contains("shown_by_name") && !without.contains("South") && !without.contains("mean"),
            "{without}"
        );
        let rows: String = (1..=20).map(|i| format!("P{i:02},all\n")).collect();
        let consents = table::read(format!("participant_id,field\n{rows}").as_bytes()).expect("readable");
        acts::import_cohort(&house.kernel, &permit, &cohort, Some(&consents), &options).await.expect("imports");
        let with = house.visitor().get(&csv).await.body;
        for line in [
            "\"region\",\"South\",\"11\"",
            "\"region\",\"Mid-West\",\"4\"",
            "\"region\",\"West Coast\",\"3\"",
            "\"region\",\"Mountain West\",\"1\"",
            "\"region\",\"Northeast\",\"1\"",
            "\"health_focus\",\"yes\",\"10\"",
            "\"years_in_role\",\"mean\",\"2.5\"",
        ] {
            assert!(with.contains(line), "{engine}: {line} in {with}");
        }
    }
}

#[tokio::test]
async fn someone_who_withdrew_after_the_invitation_cannot_take_the_seat_and_a_lapsed_one_is_asked_again() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        read_pool(&house).await;
        choose(&lead).await;
        let mails = house.mails().await;
        let mut conn = house.kernel.db.read().await.expect("reads");
        let (id,): (String,) = conn
            .one(
                weft_kernel::sql!(
                    "SELECT a.external_id
                    FROM invitation i
                    JOIN application a ON a.id = i.application_id
                    WHERE i.token_hash = $1"
                ),
                weft_kernel::args![weft_kernel::secret::hash(
                    link(&mails[0], "/invitation/").trim_start_matches("/invitation/")
                )],
            )
            .await
            .expect("there");
        drop(conn);
        let csv =
            format!("application_id,at,event,reason\n{id},2025-01-10T11:20:00-05:00,withdrawn by applicant,new job\n");
        let events = table::read(csv.as_bytes()).expect("readable");
        acts::import_events(
            &house.kernel,
            &FillPool::at_the_terminal(&Terminal::open(), &house.season),
            &events,
            &house.options(),
        )
        .await
        .expect("imports");
        let late = house.visitor().post(link(&mails[0], "/invitation/"), &[("answer", "accept")]).await;
        assert!(late.body.contains("Your invitation has expired"), "{engine}: {}", late.body);
        // Nobody else answers in time; a later run asks them again under new links.
        house.kernel.clock.advance(15 * 86_400);
        let lead = house.as_person(lead.id.as_ref().expect("known"), Strength::TwoFactors).await;
        let run = lead.post(&s("selection/proposal"), &[]).await.location().to_owned();
        lead.post(&format!("{run}/confirmation"), &[("days", "7")]).await;
        let again = house.mails().await;
        assert!(again.len() > mails.len(), "{engine}");
        let newest = again.last().expect("a letter");
        assert!(
            house.visitor().post(link(newest, "/invitation/"), &[("answer", "accept")]).await.body.contains("Welcome"),
            "{engine}"
        );
    }
}

#[tokio::test]
async fn a_corrected_file_corrects_eligibility_and_scores() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    house.import(&pool()).await;
    read_pool(&house).await;
    let report = house.import(&pool().replace("Because 4,eligible", "Because 4,single agency")).await;
    assert_eq!((report.changed, report.unchanged), (1, 11));
    assert!(lead.get(&s("applications/A04")).await.body.contains("single agency"));
    let before = lead.get(&s("applications/A04")).await.body;
    let corrected = reads().replace("R41,A04,RV1,1,counted,5,1", "R41,A04,RV1,1,counted,1,1");
    assert_ne!(corrected, reads());
    let table = table::read(corrected.as_bytes()).expect("readable");
    let report = acts::import_reviews(
        &house.kernel,
        &FillPool::at_the_terminal(&Terminal::open(), &house.season),
        &table,
        &house.options(),
    )
    .await
    .expect("imports");
    assert_eq!((report.changed, report.unchanged), (1, 23));
    assert_ne!(lead.get(&s("applications/A04")).await.body, before);
}

#[tokio::test]
async fn access_needs_open_for_the_one_named_contact_and_the_look_is_on_record() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let ayo = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
        assert_eq!(ayo.get(&s("access-needs")).await.status, StatusCode::NOT_FOUND);
        let named = [("access_contact", ayo.id.as_ref().expect("known").as_str()), ("before", "")];
        assert_eq!(
            lead.post(&s("access-contact"), &named).await.location(),
            format!("{}?named=1#access", s("set-up")),
            "{engine}"
        );
        assert!(lead.get(&s("set-up?named=1")).await.body.contains("Saved. Everyone affected"), "{engine}");
        house.import(&pool()).await;
        assert!(ayo.get(&s("access-needs")).await.body.contains("SECRET-NEED-3"), "{engine}");
        let by_link = house.as_person(ayo.id.as_ref().expect("known"), Strength::Link).await;
        assert_eq!(by_link.get(&s("access-needs")).await.status, StatusCode::NOT_FOUND, "two factors");
        assert_eq!(lead.get(&s("access-needs")).await.status, StatusCode::NOT_FOUND, "rank does not open it");
        assert!(lead.get(&format!("/s/{SEASON}")).await.body.contains("Access needs read"), "on record");
    }
}
