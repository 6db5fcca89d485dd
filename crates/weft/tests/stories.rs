//! Stories, told through HTTP on a real database, on every engine that is at hand.

mod common;

use axum::http::StatusCode;
use common::{Actor, House, SEASON, engines, link, pool, reads};
use weft::applications::acts;
use weft::applications::rules::FillPool;
use weft::applications::table;
use weft::kernel::clock::Time;
use weft::people::Strength;
use weft::programs::Role;

fn s(page: &str) -> String {
    format!("/s/{SEASON}/{page}")
}

const GOALS: &str = "format = \"weft-goals-1\"\nseats = 4\n[filter]\neligibility = \"eligible\"\n[limits]\nmax_per_organization = 1\n[[goal]]\nfield = \"region\"\nvalue = \"North\"\nmin = 1\nmax = 2\n";

async fn read_pool(house: &House) {
    let table = table::read(reads().as_bytes()).expect("readable");
    acts::import_reviews(&house.kernel, &FillPool::at_the_terminal(&house.season), &table, &house.options()).await.expect("imports");
}

/// Runs a selection and confirms it; returns the run's path.
async fn choose(lead: &Actor<'_>) -> String {
    assert_eq!(lead.post(&s("selection/goals-file"), &[("toml", GOALS)]).await.status, StatusCode::SEE_OTHER);
    let run = lead.post(&s("selection/proposal"), &[]).await;
    assert_eq!(run.status, StatusCode::SEE_OTHER, "{}", run.body);
    let path = run.location().to_owned();
    let confirmed = lead.post(&format!("{path}/confirmation"), &[("days", "14")]).await;
    assert_eq!(confirmed.location(), s("invitations"));
    path
}

#[tokio::test]
async fn from_a_file_to_accepted_home_teams() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;

        let staged = lead.upload(&s("import"), "applications", &pool()).await;
        let here = staged.location().to_owned();
        let preview = lead.get(&here).await;
        assert!(preview.body.contains("12 rows read, 12 imported"), "{engine}: {}", preview.body);
        assert!(preview.body.contains("in the store for words about oneself"));
        assert!(lead.get(&s("applications")).await.body.contains("No applications yet"));
        lead.post(&here, &[("act", "import")]).await;
        assert!(lead.get(&here).await.body.contains("12 imported"));
        // The same file once more: nothing changes.
        let again = lead.upload(&s("import"), "applications", &pool()).await.location().to_owned();
        assert!(lead.get(&again).await.body.contains("0 imported, 0 changed, 12 unchanged"));

        read_pool(&house).await;
        let run = choose(&lead).await;
        let page = lead.get(&run).await;
        assert!(page.body.contains("checked: it holds") && page.body.contains("A proposal of 4"), "{}", page.body);
        // Confirming again invites nobody twice.
        lead.post(&format!("{run}/confirmation"), &[("days", "14")]).await;
        let mails = house.mails().await;
        assert_eq!(mails.len(), 4, "{engine}");

        for mail in &mails {
            let path = link(mail, "/invitation/");
            assert!(house.visitor().get(path).await.body.contains("there is a seat for you"));
            assert!(house.visitor().post(path, &[("answer", "accept")]).await.body.contains("Welcome"));
            // Said twice, taken once.
            assert!(house.visitor().post(path, &[("answer", "accept")]).await.body.contains("Welcome"));
        }
        assert!(lead.get(&s("")).await.status == StatusCode::NOT_FOUND);
        assert!(lead.get(&format!("/s/{SEASON}")).await.body.contains("All 4 seats are taken"));

        let formed = lead.post(&s("teams/proposal"), &[("size", "2"), ("alike-1", "region")]).await;
        assert_eq!(formed.status, StatusCode::SEE_OTHER, "{}", formed.body);
        assert!(lead.get(&s("teams")).await.body.contains("not accepted yet"));
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
        tx.run(weft::sql!("UPDATE season SET seats = 1"), vec![]).await.expect("updates");
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
        let (members, taken): (i64, i64) =
            house.kernel.db.read().await.expect("reads").one(weft::sql!("SELECT (SELECT COUNT(*) FROM member), seats_taken FROM season"), vec![]).await.expect("counts");
        assert_eq!((members, taken), (1, 1), "{engine}");
    }
}

#[tokio::test]
async fn someone_who_withdrew_or_declined_is_never_seated() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    house.import(&pool()).await;
    read_pool(&house).await;
    let events = table::read(b"application_id,at,event,reason\nA04,2024-11-04T11:20:00-05:00,withdrawn by applicant,new job\n").expect("readable");
    let permit = FillPool::at_the_terminal(&house.season);
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
            &GOALS.replace("min = 1\nmax = 2", "min = 4\nmax = 4").replace("[[goal]]", "[[goal]]\nfield = \"region\"\nvalue = \"South\"\nmin = 1\nmax = 4\n[[goal]]"),
        )],
    )
    .await;
    let answer = lead.post(&s("selection/proposal"), &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("Region, North: at least 4") && answer.body.contains("Region, South: at least 1"), "{}", answer.body);
    assert!(answer.body.contains("→"), "a change is offered");
}

#[tokio::test]
async fn goals_come_from_the_page_and_keep_what_was_typed() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    house.import(&pool()).await;
    let wrong = lead.post(&s("selection/goals"), &[("seats", "4"), ("min-region-north", "3"), ("max-region-north", "2"), ("one-per", "yes")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("must not be smaller") && wrong.body.contains("name=\"min-region-north\" inputmode=\"numeric\" value=\"3\""), "{}", wrong.body);
    let right = lead.post(&s("selection/goals"), &[("seats", "4"), ("min-region-north", "1"), ("max-region-north", "2"), ("eligible", "yes")]).await;
    assert_eq!(right.location(), s("selection"));
    let draw = lead.post(&s("selection/drawing"), &[("public", "state lottery of May 1")]).await;
    assert_eq!(draw.status, StatusCode::SEE_OTHER, "{}", draw.body);
    assert!(lead.get(draw.location()).await.body.contains("checked: it holds"));
}

#[tokio::test]
async fn protected_attributes_need_a_name_and_a_reason() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    house.import(&pool()).await;
    let with = |field: &str| GOALS.replace("\"region\"", &format!("\"{field}\""));
    let refused = lead.post(&s("selection/goals-file"), &[("toml", &with("gender"))]).await;
    assert!(refused.body.contains("is a protected attribute") && refused.body.contains("weft-goals-1"), "{}", refused.body);
    assert!(!lead.get(&s("selection/goals")).await.body.contains(">Language<"));
    let no_reason = lead.post(&s("selection/goals"), &[("seats", "4"), ("protected", "yes")]).await;
    assert_eq!(no_reason.status, StatusCode::UNPROCESSABLE_ENTITY);
    lead.post(&s("selection/goals"), &[("seats", "4"), ("protected", "yes"), ("protected-reason", "counsel agreed on May 2")]).await;
    let page = lead.get(&s("selection")).await.body;
    assert!(page.contains("Marisol turned protected attributes on: counsel agreed on May 2"), "{page}");
    assert!(lead.get(&s("selection/goals")).await.body.contains(">Language<"));
}

#[tokio::test]
async fn a_link_signs_in_once_in_the_browser_that_asked() {
    for (_, url) in engines().await {
        let house = House::new(url).await;
        house.someone("Noor", Some(Role::Participant), Strength::Link).await;
        let asked = house.visitor().post("/sign-in", &[("email", "NOOR@example.org")]).await;
        assert_eq!(asked.location(), "/sign-in/sent");
        let browser = house.visitor().with_cookies(&asked.cookies());
        let mail = house.mails().await.pop().expect("a letter");
        let path = link(&mail, "/sign-in/link/").to_owned();
        // A mail scanner that follows the link changes nothing; another browser is refused.
        assert!(house.visitor().get(&path).await.body.contains("One press"));
        assert_eq!(house.visitor().post(&path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let signed = browser.post(&path, &[]).await;
        assert_eq!(signed.location(), "/");
        let noor = house.visitor().with_cookies(&signed.cookies());
        assert!(noor.get("/").await.body.contains("Good to see you, Noor"));
        assert_eq!(browser.post(&path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "used up");
        // Signing out ends it on the server.
        noor.post("/sign-out", &[]).await;
        assert_eq!(noor.get("/me").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn six_digits_sign_in_and_five_wrong_tries_end_them() {
    let house = House::new(None).await;
    house.someone("Noor", None, Strength::Link).await;
    let asked = house.visitor().post("/sign-in", &[("email", "noor@example.org")]).await;
    let browser = house.visitor().with_cookies(&asked.cookies());
    let mail = house.mails().await.pop().expect("a letter");
    let code: String = mail.split("code ").nth(1).expect("a code").chars().take(6).collect();
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        assert_eq!(browser.post("/sign-in/code", &[("code", wrong)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(browser.post("/sign-in/code", &[("code", &code)]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "too late");
    house.kernel.clock.advance(700);
    let asked = browser.post("/sign-in", &[("email", "noor@example.org")]).await;
    let browser = browser.with_cookies(&asked.cookies());
    let mail = house.mails().await.pop().expect("a letter");
    let code: String = mail.split("code ").nth(1).expect("a code").chars().take(6).collect();
    assert_eq!(browser.post("/sign-in/code", &[("code", &code)]).await.location(), "/");
}

#[tokio::test]
async fn an_unknown_address_reads_and_writes_like_a_known_one() {
    let house = House::new(None).await;
    house.someone("Noor", None, Strength::Link).await;
    let before = house.kernel.db.statements_run();
    let known = house.visitor().post("/sign-in", &[("email", "noor@example.org")]).await;
    let middle = house.kernel.db.statements_run();
    let unknown = house.visitor().post("/sign-in", &[("email", "nobody@example.org")]).await;
    let after = house.kernel.db.statements_run();
    assert_eq!((known.status, known.location()), (unknown.status, unknown.location()));
    assert_eq!(middle - before, after - middle, "the same work");
    assert_eq!(house.mails().await.len(), 1, "one letter, to the one who is there");
}

#[tokio::test]
async fn too_many_tries_pause_and_nobody_is_locked_out_for_good() {
    let house = House::new(None).await;
    let visitor = house.visitor();
    for _ in 0..8 {
        assert_eq!(visitor.post("/sign-in", &[("email", "a@example.org")]).await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(visitor.post("/sign-in", &[("email", "a@example.org")]).await.status, StatusCode::TOO_MANY_REQUESTS);
    house.kernel.clock.advance(601);
    assert_eq!(visitor.post("/sign-in", &[("email", "a@example.org")]).await.status, StatusCode::SEE_OTHER);
}

/// The digits an authenticator would show.
fn digits(base32: &str, now: Time) -> String {
    let totp = weft::people::acts::totp(base32).expect("a secret");
    totp.generate(u64::try_from(now.0 / 1_000_000).expect("after 1970")).to_string()
}

#[tokio::test]
async fn the_first_run_makes_an_owner_who_invites_a_lead_who_needs_two_factors() {
    for (_, url) in engines().await {
        let house = House::new(url).await;
        let token = "first-run-token-for-this-test";
        let mut tx = house.kernel.db.begin().await.expect("begins");
        weft::people::store::set_setting(&mut tx, "owner_token", &weft::kernel::secret::hash(token)).await.expect("sets");
        tx.commit().await.expect("commits");
        let path = format!("/first-run/{token}");
        let visitor = house.visitor();
        assert_eq!(visitor.get("/first-run/guess").await.status, StatusCode::NOT_FOUND);
        let weak = visitor.post(&path, &[("given_name", "Odile"), ("email", "odile@example.org"), ("password", "short")]).await;
        assert!(weak.body.contains("at least 12 characters") && weak.body.contains("value=\"Odile\""), "{}", weak.body);
        let made = visitor.post(&path, &[("given_name", "Odile"), ("email", "odile@example.org"), ("password", "three quiet herons")]).await;
        assert_eq!(made.location(), "/sign-in/second-factor");
        assert_eq!(visitor.get(&path).await.status, StatusCode::NOT_FOUND, "once");
        let owner = visitor.with_cookies(&made.cookies());
        let enrol = owner.get("/sign-in/second-factor").await.body;
        let secret: String = enrol.split("class=\"code\">").nth(1).expect("a secret").chars().take_while(|c| *c != '<').collect();
        let code = digits(&secret, house.kernel.now());
        let signed = owner.post("/sign-in/second-factor", &[("code", &code)]).await;
        assert_eq!(signed.location(), "/");
        let owner = owner.with_cookies(&signed.cookies());
        assert!(owner.get("/").await.body.contains("Outbox"));

        owner.post(&s("roles"), &[("name", "Marisol Kestrel"), ("email", "marisol@example.org"), ("role", "program-lead")]).await;
        let mail = house.mails().await.pop().expect("a letter");
        let path = link(&mail, "/staff-invitation/").to_owned();
        let taken = house.visitor().post(&path, &[("password", "another three words")]).await;
        assert_eq!(taken.location(), "/sign-in/second-factor", "{}", taken.body);
        assert_eq!(house.visitor().get(&path).await.status, StatusCode::NOT_FOUND, "used up");

        // A link alone does not open a lead's pages, even for the lead.
        let id = weft::people::store::by_email(&mut house.kernel.db.read().await.expect("reads"), "marisol@example.org").await.expect("reads").expect("there");
        let weak = house.as_person(&id, Strength::Link).await;
        assert_eq!(weak.get(&s("applications")).await.status, StatusCode::NOT_FOUND);
        let strong = house.as_person(&id, Strength::TwoFactors).await;
        assert_eq!(strong.get(&s("applications")).await.status, StatusCode::OK);

        // The same six digits open once.
        let step = house.visitor().post("/sign-in/password", &[("email", "odile@example.org"), ("password", "three quiet herons")]).await;
        let again = house.visitor().with_cookies(&step.cookies());
        assert_eq!(again.post("/sign-in/second-factor", &[("code", &code)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let wrong = house.visitor().post("/sign-in/password", &[("email", "odile@example.org"), ("password", "wrong wrong wrong")]).await;
        assert!(wrong.body.contains("do not fit together"));
    }
}

#[tokio::test]
async fn the_last_lead_stays_until_there_is_another() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let page = lead.get(&s("roles")).await.body;
    let end = page.split(&s("roles/")).nth(1).and_then(|p| p.split("/end").next()).expect("a role").to_owned();
    let path = s(&format!("roles/{end}/end"));
    let kept = lead.post(&path, &[]).await;
    assert!(kept.body.contains("keeps at least one program lead"), "{}", kept.body);
    house.someone("Desmond", Some(Role::Lead), Strength::TwoFactors).await;
    assert_eq!(lead.post(&path, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(lead.get(&s("roles")).await.status, StatusCode::NOT_FOUND, "effective on the next request");
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
    let (n,): (i64,) = conn.one(weft::sql!("SELECT COUNT(*) FROM identity_answer WHERE value LIKE 'SECRET-%'"), vec![]).await.expect("counts");
    assert_eq!(n, 24);
    let (needs,): (i64,) = conn.one(weft::sql!("SELECT COUNT(*) FROM access_need"), vec![]).await.expect("counts");
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
    let (id,): (weft::kernel::ids::Id,) = conn.one(weft::sql!("SELECT person_id FROM identity_answer WHERE value = 'SECRET-RACE-3'"), vec![]).await.expect("there");
    let own = house.as_person(&id, Strength::Link).await.get("/me").await.body;
    assert!(own.contains("SECRET-RACE-3") && !own.contains("SECRET-RACE-4"));
}

#[tokio::test]
async fn the_public_page_shows_what_was_agreed_and_nothing_else() {
    let house = House::new(None).await;
    house.import(&pool()).await;
    let permit = FillPool::at_the_terminal(&house.season);
    let cohort = table::read(b"application_id,participant_id\nA00,P1\nA01,P2\nA02,P3\nA03,P4\n").expect("readable");
    let report = acts::import_cohort(&house.kernel, &permit, &cohort, None, &house.options()).await.expect("imports");
    assert_eq!(report.imported, 4);
    let public = format!("/cohorts/{SEASON}");
    let page = house.visitor().get(&public).await.body;
    assert!(page.contains("4 leaders") && page.contains("held back") && !page.contains("Given"), "{page}");
    let (id,): (weft::kernel::ids::Id,) =
        house.kernel.db.read().await.expect("reads").one(weft::sql!("SELECT person_id FROM application WHERE external_id = 'A01'"), vec![]).await.expect("there");
    let member = house.as_person(&id, Strength::Link).await;
    member.post(&s("consent"), &[("field", "name"), ("field", "region")]).await;
    let page = house.visitor().get(&public).await.body;
    assert!(page.contains("Given1 Family1") && !page.contains("Given2") && page.contains("held back"));
    // Everyone agrees to the region: it is shown whole, ones included.
    let consents = table::read(b"participant_id,field\nP1,region\nP2,region\nP3,region\nP4,region\n").expect("readable");
    acts::import_cohort(&house.kernel, &permit, &cohort, Some(&consents), &house.options()).await.expect("imports");
    let csv = house.visitor().get(&format!("{public}/snapshot.csv")).await.body;
    assert!(csv.contains("\"region\",\"North\",\"2\"") && csv.contains("\"region\",\"South\",\"2\""), "{csv}");
    assert!(csv.contains("\"role_level\",\"\",\"held back\"") && !csv.contains("director"), "{csv}");
    // Taken back, it is gone.
    member.post(&s("consent"), &[]).await;
    let page = house.visitor().get(&public).await.body;
    assert!(!page.contains("Given1"));
}

#[tokio::test]
async fn lists_run_the_same_number_of_statements_for_one_row_and_for_many() {
    let counted = async |n: usize| {
        let house = House::new(None).await;
        let lead = house.lead().await;
        let csv: String = pool().lines().take(n + 1).map(|l| format!("{l}\n")).collect();
        house.import(&csv).await;
        read_some(&house, n).await;
        let mut counts = Vec::new();
        for page in [s("applications"), s("selection"), s("cohort"), s("invitations"), s("roles"), s("teams"), format!("/s/{SEASON}")] {
            let before = house.kernel.db.statements_run();
            let answer = lead.get(&page).await;
            assert_eq!(answer.status, StatusCode::OK, "{page}");
            counts.push((page, house.kernel.db.statements_run() - before));
        }
        counts
    };
    let (one, many) = (counted(1).await, counted(12).await);
    assert_eq!(one, many);
    let of = |page: &str| many.iter().find(|(p, _)| p == page).map(|(_, n)| *n);
    assert_eq!(of(&s("applications")), Some(5));
    assert!(many.iter().all(|(_, n)| *n <= 8), "{many:?}");
}

async fn read_some(house: &House, n: usize) {
    let csv: String = reads().lines().take(n * 2 + 1).map(|l| format!("{l}\n")).collect();
    let table = table::read(csv.as_bytes()).expect("readable");
    acts::import_reviews(&house.kernel, &FillPool::at_the_terminal(&house.season), &table, &house.options()).await.expect("imports");
}

#[tokio::test]
async fn what_people_type_is_shown_as_text_and_never_run() {
    let house = House::new(None).await;
    let payload = "\"><script>alert(1)</script>";
    let csv = pool().replace("Family1,", &format!("\"{}\",", payload.replace('"', "\"\""))).replace("Org 1,", "=HYPERLINK(1),");
    let report = house.import(&csv).await;
    assert_eq!(report.refused, 0, "{report:?}");
    let lead = house.lead().await;
    for page in [s("applications"), s("applications/A01")] {
        let body = lead.get(&page).await.body;
        assert!(!body.contains("<script>alert") && body.contains("&#60;script"), "{page}");
    }
    let cohort = table::read(b"application_id\nA01\n").expect("readable");
    acts::import_cohort(&house.kernel, &FillPool::at_the_terminal(&house.season), &cohort, None, &house.options()).await.expect("imports");
    let csv = lead.get(&s("cohort.csv")).await;
    assert!(csv.body.contains("\"'=HYPERLINK(1)\""), "{}", csv.body);
    assert!(csv.headers["content-disposition"].to_str().expect("text").starts_with("attachment"));
}

#[tokio::test]
async fn forms_from_other_sites_are_refused_and_headers_are_strict() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let request = axum::http::Request::post(s("selection/goals-file"))
        .header("sec-fetch-site", "cross-site")
        .header("origin", "https://example.com")
        .header("cookie", &lead.cookie)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(axum::body::Body::from("toml=x"))
        .expect("a request");
    let status = tower::ServiceExt::oneshot(house.router.clone(), request).await.expect("an answer").status();
    assert_eq!(status, StatusCode::FORBIDDEN);
    let page = lead.get("/").await;
    let header = |n: &str| page.headers.get(n).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    assert!(header("content-security-policy").contains("script-src 'self'") && !header("content-security-policy").contains("unsafe"));
    assert_eq!((header("cache-control"), header("x-content-type-options")), ("no-store".into(), "nosniff".into()));
}

#[tokio::test]
async fn mail_that_cannot_be_delivered_stays_visible_and_can_be_sent_again() {
    let house = House::new(None).await;
    let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
    house.someone("Noor", None, Strength::Link).await;
    let lead = house.lead().await;
    lead.post(&s("roles"), &[("name", "New Coach"), ("email", "coach@example.org"), ("role", "coach")]).await;
    // A folder that is a file cannot be written to.
    let blocked = house.folder.path().join("blocked");
    std::fs::write(&blocked, b"").expect("writes");
    let broken = weft::kernel::mail::Transport::Files(blocked);
    for _ in 0..9 {
        weft::kernel::outbox::deliver(&house.kernel, &broken).await.expect("works on");
        house.kernel.clock.advance(44_000);
    }
    let owner = house.as_person(owner.id.as_ref().expect("known"), Strength::TwoFactors).await;
    let page = owner.get("/outbox").await.body;
    assert!(page.contains("could not be delivered") && page.contains("coach@example.org"), "{page}");
    let id = page.split("/outbox/").nth(1).and_then(|p| p.split("/resend").next()).expect("a letter").to_owned();
    assert_eq!(owner.post(&format!("/outbox/{id}/resend"), &[]).await.location(), "/outbox");
    assert_eq!(house.mails().await.len(), 1);
    assert_eq!(owner.post(&format!("/outbox/{id}/resend"), &[]).await.status, StatusCode::NOT_FOUND, "sent is sent");
}

#[tokio::test]
async fn the_house_is_handed_over_and_never_without_an_owner() {
    for (_, url) in engines().await {
        let house = House::new(url).await;
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        let page = owner.get("/owners").await.body;
        let mine = page.split("/owners/").nth(1).and_then(|p| p.split("/end").next()).expect("a role").to_owned();
        let end = format!("/owners/{mine}/end");
        assert!(owner.post(&end, &[]).await.body.contains("keeps at least one owner"));
        owner.post("/owners", &[("name", "Nia Next"), ("email", "nia@example.org")]).await;
        let mail = house.mails().await.pop().expect("a letter");
        let taken = house.visitor().post(link(&mail, "/staff-invitation/"), &[("password", "three quiet herons")]).await;
        assert_eq!(taken.location(), "/sign-in/second-factor", "{}", taken.body);
        assert_eq!(owner.post(&end, &[]).await.location(), "/");
        assert_eq!(owner.get("/owners").await.status, StatusCode::NOT_FOUND, "handed over");
    }
}

#[tokio::test]
async fn a_lead_changes_the_public_page_and_a_wrong_line_loses_nothing() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let with = |contacts: &'static str| {
        [
            ("name", "Rooted"),
            ("summary", "New words."),
            ("hosts", "Tidewater\nLoom"),
            ("funder_credit", "Thanks"),
            ("disclaimer", "Ours"),
            ("support_name", "Ines"),
            ("support_email", "help@example.org"),
            ("contacts", contacts),
            ("glossary", "backbone: who holds it together"),
        ]
    };
    let wrong = lead.post("/programs/rooted/edit", &with("learn | Ines | Manager")).await;
    assert!(wrong.body.contains("is not of the form") && wrong.body.contains("New words."), "{}", wrong.body);
    assert_eq!(lead.post("/programs/rooted/edit", &with("learn | Ines | Manager | ines@example.org")).await.location(), "/programs/rooted");
    let page = house.visitor().get("/programs/rooted").await.body;
    for text in ["New words.", "hosted by", "Tidewater", "ines@example.org", "who holds it together", "Thanks"] {
        assert!(page.contains(text), "{text}");
    }
}

/// The reference cohort of the shared season, where it is at hand: with everyone consenting, the published marginals.
#[tokio::test]
async fn the_reference_cohort_shows_the_published_marginals() {
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/season-2025");
    let Ok(applications) = std::fs::read_to_string(data.join("applications.csv")) else {
        println!("the shared season is not here, nothing was checked");
        return;
    };
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(weft::sql!("UPDATE season SET seats = 20"), vec![]).await.expect("updates");
        tx.commit().await.expect("commits");
        assert_eq!(house.import(&applications).await.imported, 175, "{engine}");
        let cohort = table::read(&std::fs::read(data.join("cohort_reference.csv")).expect("a cohort")).expect("readable");
        let permit = FillPool::at_the_terminal(&house.season);
        let options = house.options();
        acts::import_cohort(&house.kernel, &permit, &cohort, None, &options).await.expect("imports");
        let csv = format!("/cohorts/{SEASON}/snapshot.csv");
        let without = house.visitor().get(&csv).await.body;
        assert!(without.contains("\"region\",\"\",\"held back\"") && !without.contains("Northeast") && !without.contains("mean"), "{without}");
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
async fn two_records_of_one_person_become_one_and_two_again() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        house.import(&pool()).await;
        // The same person under another address, found by name and phone.
        let second = pool().lines().take(2).collect::<Vec<_>>().join("\n").replace("A00,", "A90,").replace("person0@", "given0.home@");
        assert_eq!(house.import(&second).await.duplicates, [("A90".to_owned(), "A00".to_owned())], "{engine}");
        let lead = house.lead().await;
        let of = async |id: &str| -> String {
            let mut conn = house.kernel.db.read().await.expect("reads");
            let (person,): (String,) = conn.one(weft::sql!("SELECT person_id FROM application WHERE external_id = $1"), weft::args![id]).await.expect("there");
            person
        };
        let apart = (of("A00").await, of("A90").await);
        assert_ne!(apart.0, apart.1);
        let page = s("applications/A90");
        assert!(lead.get(&page).await.body.contains("One person: merge the records"));
        for _ in 0..2 {
            assert_eq!(lead.post(&format!("{page}/merge"), &[]).await.location(), page);
        }
        assert_eq!(of("A90").await, apart.0, "{engine}: one person");
        // Both addresses lead to her.
        let mut conn = house.kernel.db.read().await.expect("reads");
        let by = weft::people::store::by_email(&mut conn, "given0.home@example.org").await.expect("reads").expect("there");
        assert_eq!(by.as_str(), apart.0);
        drop(conn);
        lead.post(&format!("{page}/separation"), &[]).await;
        assert_eq!((of("A00").await, of("A90").await), apart, "{engine}: two again");
        assert!(!lead.get(&page).await.body.contains("merge the records"));
    }
}

#[tokio::test]
async fn what_cannot_be_understood_is_answered_with_a_page() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let odd = [
        lead.get(&s("applications?page=x")).await,
        lead.send("POST", &s("import"), Some("x".into()), &[("content-type", "text/plain")]).await,
        lead.send("POST", "/sign-in", Some("a=%00".into()), &[("content-type", "application/x-www-form-urlencoded")]).await,
        lead.send("DELETE", "/programs", None, &[]).await,
        lead.get(&s("selection/runs/not-an-id")).await,
    ];
    for answer in odd {
        assert!(answer.status.is_client_error() && answer.body.contains("<h1>") && answer.body.contains("Back to the start"), "{}: {}", answer.status, answer.body);
    }
}

#[tokio::test]
async fn a_new_address_counts_once_its_link_was_used_and_the_old_one_is_told() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let noor = house.someone("Noor", Some(Role::Participant), Strength::Link).await;
        let wrong = noor.post("/me/contacts", &[("kind", "phone"), ("contact", "12")]).await;
        assert!(wrong.body.contains("at least seven digits") && wrong.body.contains("value=\"12\""), "{}", wrong.body);
        noor.post("/me/contacts", &[("kind", "email"), ("contact", "noor.home@example.org")]).await;
        assert!(!noor.get("/me").await.body.contains("noor.home@"), "not yet");
        let mail = house.mails().await.pop().expect("a letter");
        let path = link(&mail, "/me/addresses/").to_owned();
        let other = house.someone("Other", None, Strength::Link).await;
        assert_eq!(other.post(&path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "not hers");
        assert_eq!(noor.post(&path, &[]).await.location(), "/me#contacts", "{engine}");
        assert_eq!(noor.post(&path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "used up");
        let page = noor.get("/me").await.body;
        assert!(page.contains("noor.home@example.org"));
        let notice = house.mails().await.into_iter().find(|m| m.contains("An address was added")).expect("a notice");
        assert!(notice.contains("To: noor@example.org"), "{notice}");
        // Addresses can be ended down to the last one.
        let ids: Vec<String> = page.split("/me/contacts/").skip(1).map(|p| p.split("/end").next().unwrap_or_default().to_owned()).collect();
        assert_eq!(ids.len(), 2);
        assert_eq!(noor.post(&format!("/me/contacts/{}/end", ids[0]), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(noor.post(&format!("/me/contacts/{}/end", ids[1]), &[]).await.status, StatusCode::NOT_FOUND, "the last one stays");
    }
}

#[tokio::test]
async fn a_merge_never_carries_a_role_a_login_or_words_about_oneself() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        let lead = house.lead().await;
        // Two rows that look like one person: the lead's own address and the owner's.
        let csv = "application_id,first_name,last_name,email,organization,race_ethnicity\nA1,Same,Name,marisol@example.org,Org,\nA2,Same,Name,odile@example.org,Org,SECRET-WORDS\n";
        assert_eq!(house.import(csv).await.duplicates.len(), 1, "{engine}");
        lead.post(&s("applications/A2/merge"), &[]).await;
        let lead = house.as_person(lead.id.as_ref().expect("known"), Strength::TwoFactors).await;
        assert_eq!(lead.get("/owners").await.status, StatusCode::NOT_FOUND, "{engine}: still no owner");
        assert!(!lead.get("/me").await.body.contains("SECRET-WORDS"));
        let owner = house.as_person(owner.id.as_ref().expect("known"), Strength::TwoFactors).await;
        assert_eq!(owner.get("/owners").await.status, StatusCode::OK);
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
                weft::sql!("SELECT a.external_id FROM invitation i JOIN application a ON a.id = i.application_id WHERE i.token_hash = $1"),
                weft::args![weft::kernel::secret::hash(link(&mails[0], "/invitation/").trim_start_matches("/invitation/"))],
            )
            .await
            .expect("there");
        drop(conn);
        let csv = format!("application_id,at,event,reason\n{id},2025-01-10T11:20:00-05:00,withdrawn by applicant,new job\n");
        let events = table::read(csv.as_bytes()).expect("readable");
        acts::import_events(&house.kernel, &FillPool::at_the_terminal(&house.season), &events, &house.options()).await.expect("imports");
        let late = house.visitor().post(link(&mails[0], "/invitation/"), &[("answer", "accept")]).await;
        assert!(late.body.contains("The time for this answer is over"), "{engine}: {}", late.body);
        // Nobody else answers in time; a later run asks them again under new links.
        house.kernel.clock.advance(15 * 86_400);
        let lead = house.as_person(lead.id.as_ref().expect("known"), Strength::TwoFactors).await;
        let run = lead.post(&s("selection/proposal"), &[]).await.location().to_owned();
        lead.post(&format!("{run}/confirmation"), &[("days", "7")]).await;
        let again = house.mails().await;
        assert!(again.len() > mails.len(), "{engine}");
        let newest = again.last().expect("a letter");
        assert!(house.visitor().post(link(newest, "/invitation/"), &[("answer", "accept")]).await.body.contains("Welcome"), "{engine}");
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
    let report = acts::import_reviews(&house.kernel, &FillPool::at_the_terminal(&house.season), &table, &house.options()).await.expect("imports");
    assert_eq!((report.imported, report.unchanged), (1, 23));
    assert_ne!(lead.get(&s("applications/A04")).await.body, before);
}
