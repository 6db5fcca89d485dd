//! What holds on every page: statement counts, text that stays text, headers, mail that stays visible.

use crate::common;

use axum::http::StatusCode;
use common::{House, SEASON, pool, reads, s};
use weft::app::parts::PARTS;
use weft_admission::applications::acts;
use weft_admission::applications::rules::FillPool;
use weft_kernel::terminal::Terminal;
use weft_media::table;
use weft_people::Strength;
use weft_programs::Role;

#[tokio::test]
async fn lists_run_the_same_number_of_statements_for_one_row_and_for_many() {
    let counted = async |n: usize| {
        let house = House::new(None).await;
        let lead = house.lead().await;
        let csv: String = pool().lines().take(n + 1).map(|l| format!("{l}\n")).collect();
        house.import(&csv).await;
        read_some(&house, n).await;
        let reader = house.someone("Tobias", Some(Role::Reviewer), Strength::TwoFactors).await;
        lead.post(&s("call"), &[]).await;
        lead.post(
            &s("rubric"),
            &[("title_en-0", "Fit"), ("weight-0", "1"), ("anchor1_en-0", "a"), ("anchor5_en-0", "b")],
        )
        .await;
        let why = house.column("why_apply").await;
        lead.post(
            &s("reviewers"),
            &[("reads_each", "1"), ("most_each", "20"), ("wide_gap", "2"), ("visible", why.as_str())],
        )
        .await;
        assert!(lead.post(&s("reviewers/assignment"), &[("undeclared", "yes")]).await.status.is_success());
        reader.post(&s("reviews/conflicts"), &[("ties", ""), ("none", "yes")]).await;
        lead.post(&s("selection/goals-file"), &[("toml", common::GOALS)]).await;
        lead.post(&s("composer"), &[("name", "First")]).await;
        let mut counts = Vec::new();
        for page in [s("reviews"), s("reviews/1")] {
            let before = house.kernel.db.statements_run();
            assert_eq!(reader.get(&page).await.status, StatusCode::OK, "{page}");
            counts.push((page, house.kernel.db.statements_run() - before));
        }
        for page in [
            s("call"),
            s("reviewers"),
            s("decisions"),
            s("applications"),
            s("selection"),
            s("cohort"),
            s("invitations"),
            s("roles"),
            s("teams"),
            s("composer"),
            s("composer/1"),
            s("composer/compare"),
            s("pool-report"),
            s("group-emails"),
            s("calibration"),
            format!("/s/{SEASON}"),
        ] {
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
    // Its last is how the form calls values.
    assert_eq!(of(&s("applications")), Some(7));
    assert_eq!(of(&s("reviews")), Some(6));
    let (season, others): (Vec<_>, Vec<_>) = many.iter().partition(|(p, _)| *p == s(""));
    // The most is the page of reviewers, which looks ahead at what assigning would do; that of decisions looks at what
    // was sent, and at the texts.
    let bound = |page: &str| match page.rsplit('/').next() {
        Some("reviewers") => 29,
        Some("decisions") => 16,
        // Which stages have forms, what the preview shows, and what cannot be published.
        Some("call") => 19,
        _ => 13,
    };
    let of_the_most = |(page, n): &&(String, u64)| *n <= bound(page);
    assert!(others.iter().all(of_the_most), "{many:?}");
    // A season's page asks each slice what waits for its team and what is set up, once.
    let lists = PARTS.iter().map(|p| (p.for_team.len() + p.setup.len()) as u64).sum::<u64>();
    assert!(season.iter().all(|(_, n)| *n <= 12 + lists) && lists < 50, "{lists}: {many:?}");
}

async fn read_some(house: &House, n: usize) {
    let csv: String = reads().lines().take(n * 2 + 1).map(|l| format!("{l}\n")).collect();
    let table = table::read(csv.as_bytes()).expect("readable");
    acts::import_reviews(
        &house.kernel,
        &FillPool::at_the_terminal(&Terminal::open(), &house.season),
        &table,
        &house.options(),
    )
    .await
    .expect("imports");
}

#[tokio::test]
async fn what_people_type_is_shown_as_text_and_never_run() {
    let house = House::new(None).await;
    let payload = "\"><script>alert(1)</script>";
    let csv = pool()
        .replace("Family1,", &format!("\"{}\",", payload.replace('"', "\"\"")))
        .replace("Org 1,", "=HYPERLINK(1),");
    let report = house.import(&csv).await;
    assert_eq!(report.refused, 0, "{report:?}");
    let lead = house.lead().await;
    for page in [s("applications"), s("applications/A01")] {
        let body = lead.get(&page).await.body;
        assert!(!body.contains("<script>alert") && body.contains("&#60;script"), "{page}");
    }
    let cohort = table::read(b"application_id\nA01\n").expect("readable");
    acts::import_cohort(
        &house.kernel,
        &FillPool::at_the_terminal(&Terminal::open(), &house.season),
        &cohort,
        None,
        &house.options(),
    )
    .await
    .expect("imports");
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
    assert!(
        header("content-security-policy").contains("script-src 'self'")
            && !header("content-security-policy").contains("unsafe")
    );
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
    let broken = weft_kernel::mail::Transport::Files(blocked);
    for _ in 0..60 {
        weft::app::worker::deliver(&house.kernel, &broken).await.expect("works on");
        house.kernel.clock.advance(1_800);
    }
    let owner = house.as_person(owner.id.as_ref().expect("known"), Strength::TwoFactors).await;
    let page = owner.get("/outbox").await.body;
    assert!(page.contains("not delivered") && page.contains("coach@example.org"), "{page}");
    let id = page.split("/resend\"").nth(1).and_then(|p| p.rsplit("/outbox/").next()).expect("a letter").to_owned();
    assert_eq!(owner.post(&format!("/outbox/{id}/resend"), &[]).await.location(), "/outbox");
    assert_eq!(house.mails().await.len(), 1);
    assert_eq!(owner.post(&format!("/outbox/{id}/resend"), &[]).await.status, StatusCode::NOT_FOUND, "sent is sent");
}

#[tokio::test]
async fn a_lead_changes_the_public_page_and_a_wrong_row_loses_nothing() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let with = |email: &'static str| {
        [
            ("name", "Rooted"),
            ("summary", "New words."),
            ("hosts", "Tidewater\nLoom"),
            ("funder_credit", "Thanks"),
            ("disclaimer", "Ours"),
            ("support_name", "Ines"),
            ("support_email", "help@example.org"),
            ("contact-purpose-1", "learn"),
            ("contact-name-1", "Ines"),
            ("contact-title-1", "Manager"),
            ("contact-email-1", email),
            ("term-2", "backbone"),
            ("definition-2", "who holds it together"),
        ]
    };
    let wrong = lead.post("/programs/rooted/edit", &with("ines")).await;
    assert!(wrong.body.contains("contact-email-1-error") && wrong.body.contains("New words."), "{}", wrong.body);
    assert_eq!(lead.post("/programs/rooted/edit", &with("ines@example.org")).await.location(), "/programs/rooted");
    let page = house.visitor().get("/programs/rooted").await.body;
    for text in ["New words.", "hosted by", "Tidewater", "ines@example.org", "who holds it together", "Thanks"] {
        assert!(page.contains(text), "{text}");
    }
}

#[tokio::test]
async fn what_cannot_be_understood_is_answered_with_a_page() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let odd = [
        lead.get(&s("applications?page=x")).await,
        lead.send("POST", &s("import"), Some("x".into()), &[("content-type", "text/plain")]).await,
        lead.send("POST", "/sign-in", Some("a=%00".into()), &[("content-type", "application/x-www-form-urlencoded")])
            .await,
        lead.send("DELETE", "/programs", None, &[]).await,
        lead.get(&s("selection/runs/not-an-id")).await,
    ];
    for answer in odd {
        assert!(
            answer.status.is_client_error()
                && answer.body.contains("<h1>")
                && answer.body.contains("Go to the home page"),
            "{}: {}",
            answer.status,
            answer.body
        );
    }
}

#[tokio::test]
async fn a_summary_names_each_field_once_and_leads_to_it() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let roles = lead.post(&s("roles"), &[("name", ""), ("email", "jose@ejemplo"), ("role", "reviewer")]).await.body;
    assert!(roles.contains("<a href=\"#name\">Enter a name.</a>"), "{roles}");
    assert!(roles.contains("<a href=\"#email\">Enter an email address in the format name@example.org.</a>"), "{roles}");
    let empty = lead.post(&s("set-up"), &[]).await.body;
    let summary = empty.split("id=\"form-summary\"").nth(1).and_then(|t| t.split("</ul>").next()).expect("a summary");
    let mut lines: Vec<&str> =
        summary.split("<a href=\"#").skip(1).map(|l| l.split("</a>").next().unwrap_or_default()).collect();
    assert!(lines.len() > 3 && !summary.contains("data-field"), "{summary}");
    for line in &lines {
        let (field, text) = line.split_once("\">").expect("a link");
        assert!(empty.contains(&format!("id=\"{field}\"")), "{field} is on the page");
        assert!(!text.starts_with("Fill in this field"), "{line} names its field");
    }
    lines.sort_unstable();
    lines.dedup_by_key(|l| l.split_once("\">").map(|(_, text)| text));
    assert_eq!(lines.len(), summary.matches("<a href").count(), "no sentence twice: {summary}");
}

#[tokio::test]
async fn after_an_act_the_next_page_says_what_was_done_once() {
    let house = House::new(None).await;
    let one = house.someone("Nora", None, Strength::Link).await;
    let form = [("given_name", "Nora"), ("family_name", ""), ("display_name", "Nora"), ("language", "en")];
    let saved = one.post("/me", &form).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let after = one.clone().with_cookies(&saved.cookies());
    let page = after.get(saved.location()).await;
    assert!(page.body.contains("class=\"just-done\"") && page.body.contains("role=\"status\""), "{}", page.body);
    let later = after.with_cookies(&page.cookies());
    assert!(!later.get("/me").await.body.contains("just-done"), "said once");
    // A refused form did nothing, and choosing a language is seen.
    for quiet in [one.post("/me", &[("language", "en")]).await, one.post("/language", &[("lang", "en")]).await] {
        assert!(!quiet.cookies().iter().any(|c| c.starts_with("weft-done")), "{:?}", quiet.cookies());
    }
}
