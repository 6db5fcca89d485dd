//! Recommendations: applicants name people, who write by link and without an account; reviewers may read them below
//! their own form, and nothing decides by them.

use crate::common;

use axum::http::StatusCode;
use common::typed::{apply, filled, newest, open_call, own_data, prove, send, signed_in};
use common::{Actor, House, SEASON, engines, link, s};
use weft::app::worker;
use weft_kernel::clock::Time;
use weft_kernel::db::Sql;
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

const MINE: &str = "/call/season-2025/recommendations";

/// A season that asks for recommendations until 15 February 2025.
async fn asks(lead: &Actor<'_>, most: &str, shown: &str) {
    open_call(lead).await;
    let set = [
        ("most", most),
        ("is_required", "yes"),
        ("due_on", "2025-02-15"),
        ("shown", shown),
        ("intro_en", "Our program is for people who lead in one place."),
    ];
    let saved = lead.post(&s("recommendations/settings"), &set).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
}

fn of<'a>(name: &'a str, email: &'a str) -> [(&'a str, &'a str); 5] {
    [
        ("own_name", "Nayeli of the Table"),
        ("recommender", name),
        ("recommender_email", email),
        ("relation", "We built the food bank"),
        ("language", "en"),
    ]
}

/// Uses the link that was mailed to the address of a draft, in the browser that holds it.
async fn confirm<'h>(house: &'h House, browser: &Actor<'h>, email: &str) -> Actor<'h> {
    let path = newest(house, email, &format!("/call/{SEASON}/resume/")).await;
    let used = browser.post(&path, &[]).await;
    assert_eq!(used.status, StatusCode::SEE_OTHER, "{}", used.body);
    house.visitor().with_cookies(&used.cookies())
}

/// Someone who has sent an application and confirmed their address.
async fn applicant<'h>(house: &'h House, given: &str, email: &str) -> Actor<'h> {
    let browser = filled(house, given, "Campoverde", email, "Words of theirs.").await;
    let browser = confirm(house, &browser, email).await;
    send(&browser).await;
    browser
}

async fn name(browser: &Actor<'_>, fields: &[(&str, &str)]) {
    let named = browser.post(MINE, fields).await;
    assert_eq!(named.status, StatusCode::SEE_OTHER, "{}", named.body);
}

async fn number(house: &House, sql: Sql) -> i64 {
    house.kernel.db.read().await.expect("reads").one::<(i64,)>(sql, args![]).await.expect("counts").0
}

fn at(moment: &str) -> Time {
    Time::parse(moment).expect("a moment")
}

/// The mails to an address.
async fn to(house: &House, email: &str) -> Vec<String> {
    house.mails().await.into_iter().filter(|m| m.contains(&format!("To: {email}"))).collect()
}

const WHOLE: [(&str, &str); 4] = [
    ("revision", "99"),
    ("q-how-you-know", "They work with my community"),
    ("q-seen-do-well", "Nayeli Campoverde of Saltmeadow Trust listens. Nayeli's table fed us."),
    ("q-would-help", "Time to rest."),
];

/// Opens a link and sends all answers.
async fn recommend(house: &House, path: &str) {
    let who = house.visitor();
    assert_eq!(who.post(path, &[]).await.status, StatusCode::SEE_OTHER);
    let sent = who.post(&format!("{path}/answers"), &[&WHOLE[..], &[("go", "send")]].concat()).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, format!("{path}?sent=1").as_str()));
}

/// The number of the application of someone with a confirmed address.
async fn external_id(house: &House, email: &str) -> String {
    let sql = sql!("SELECT external_id FROM draft WHERE email_norm = $1 AND external_id IS NOT NULL");
    house.kernel.db.read().await.expect("reads").one::<(String,)>(sql, args![email]).await.expect("sent").0
}

#[tokio::test]
async fn a_recommender_writes_by_link_and_reviewers_may_read_it_without_names() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        open_call(&lead).await;
        let browser = filled(&house, "Nayeli", "Campoverde", "nayeli@example.org", "Words of theirs.").await;
        assert_eq!(browser.get(MINE).await.status, StatusCode::NOT_FOUND, "{engine}: the season asks for none");
        let early = [("most", "2"), ("due_on", "2025-01-15"), ("shown", "no")];
        let early = lead.post(&s("recommendations/settings"), &early).await;
        assert!(
            early.status == StatusCode::UNPROCESSABLE_ENTITY && early.body.contains("on or after the day applications"),
            "{}",
            early.body
        );
        asks(&lead, "2", "no").await;
        assert!(browser.get(&format!("/call/{SEASON}")).await.body.contains("We ask for 2 recommendations"));
        assert!(browser.get(&apply("application/1")).await.body.contains(MINE), "the form leads there");
        let page = browser.get(MINE).await.body;
        assert!(
            page.contains("Nayeli Campoverde") && page.contains("You won&#39;t see what they write here"),
            "{page}"
        );

        // Before the applicant's own address is confirmed nobody gets mail in their name.
        let tricky =
            [&[("own_name", "Nayeli http://evil.example/x")], &of("Ana Ruiz", "ana@example.org")[1..]].concat();
        name(&browser, &tricky).await;
        worker::chores_once(&house.kernel).await;
        assert!(to(&house, "ana@example.org").await.is_empty(), "{engine}");
        assert!(browser.get(MINE).await.body.contains("Not asked yet"));
        for (fields, said) in [
            (of("Ana again", "ANA@example.org"), "You already named a person"),
            (of("Me", "nayeli@example.org"), "This is your own email address"),
            (of("", "x@example.org"), "Fill in this field"),
        ] {
            let refused = browser.post(MINE, &fields).await;
            assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains(said), "{said}");
        }
        let browser = confirm(&house, &browser, "nayeli@example.org").await;
        send(&browser).await;
        worker::chores_once(&house.kernel).await;
        worker::chores_once(&house.kernel).await;
        let mails = to(&house, "ana@example.org").await;
        assert_eq!(mails.len(), 1, "{engine}: asked once");
        assert!(!mails[0].contains("evil.example/x") && mails[0].contains("Our program is for people"), "{}", mails[0]);
        name(&browser, &of("Bo Lake", "bo@example.org")).await;
        assert_eq!(to(&house, "bo@example.org").await.len(), 1, "{engine}: at once, now that it is confirmed");
        let third = browser.post(MINE, &of("Cy", "cy@example.org")).await;
        assert!(third.status == StatusCode::UNPROCESSABLE_ENTITY && third.body.contains("as many people as you can"));
        assert!(browser.get(&apply("application")).await.body.contains("2 named, 0 received"));

        // Looking at the link begins nothing: mail programs do that by themselves.
        let path = link(&mails[0], "/recommendation/").to_owned();
        let ana = house.visitor();
        let first = ana.get(&path).await.body;
        assert!(
            first.contains("asks you for a recommendation")
                && first.contains("doesn&#39;t see your answers on this site")
                && first.contains("What have you seen them do well?")
                && !first.contains("Words of theirs")
                && !first.contains("nayeli@example.org"),
            "{first}"
        );
        assert!(!browser.get(MINE).await.body.contains(">Opened<"));
        assert_eq!(ana.post(&path, &[]).await.status, StatusCode::SEE_OTHER);
        assert!(browser.get(MINE).await.body.contains(">Opened<"), "{engine}");

        // Autosave keeps what was typed; sending says what is missing.
        let typed = [("revision", "0"), ("q-seen-do-well", "They listen."), ("q-would-help", "")];
        let told = ana.post(&format!("{path}/answers/autosave"), &typed).await;
        let told: serde_json::Value = serde_json::from_str(&told.body).expect("JSON");
        assert_eq!((&told["revision"], &told["written"]), (&1.into(), &serde_json::json!(["seen-do-well"])), "{told}");
        let told = ana.post(&format!("{path}/answers/autosave"), &[("revision", "0"), ("q-seen-do-well", "Old")]).await;
        assert!(told.body.contains("\"revision\":null"), "another page saved since: {}", told.body);
        assert!(ana.get(&path).await.body.contains("They listen.</textarea>"));
        let refused = ana.post(&format!("{path}/answers"), &[("revision", "1"), ("go", "send")]).await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("We haven&#39;t sent it yet"),
            "{}",
            refused.body
        );
        assert_eq!(number(&house, sql!("SELECT COUNT(*) FROM recommendation WHERE sent_at IS NOT NULL")).await, 0);
        recommend(&house, &path).await;
        recommend(&house, &path).await;
        let thanks = to(&house, "ana@example.org").await;
        assert_eq!(thanks.iter().filter(|m| m.contains("We received your recommendation")).count(), 1, "{engine}");

        // Leads read it with names; the applicant sees that it came, and nothing of it.
        let id = external_id(&house, "nayeli@example.org").await;
        let shown = lead.get(&s(&format!("recommendations/of/{id}"))).await.body;
        assert!(shown.contains("Nayeli&#39;s table fed us") && shown.contains("Ana Ruiz") && shown.contains("Bo Lake"));
        assert!(lead.get(&s(&format!("applications/{id}"))).await.body.contains("1 of 2 received"));
        let mine = browser.get(MINE).await.body;
        assert!(mine.contains(">Received<") && !mine.contains("table fed us"), "{mine}");
        assert!(browser.get(&apply("application")).await.body.contains("2 named, 1 received"));
        let early = ana.post(&format!("{MINE}/x"), &[("act", "remove")]).await;
        assert_eq!(early.status, StatusCode::NOT_FOUND, "only with the applicant's own key");

        // Reviewers: below their form, after the application, without names.
        let desk = reviewer(&house, "Rae", &id).await.get(&s("reviews/1")).await.body;
        let place = desk.find("id=\"recommendations\"").expect("there");
        assert!(place > desk.find("class=\"sheet rubric\"").expect("a form"), "{engine}: below their own form");
        let part = &desk[place..];
        assert!(part.contains("[name] of [name] listens. [name]&#39;s table fed us."), "{engine}: {part}");
        assert!(part.contains("Reading these is optional"));
        assert!(!desk.contains("Ana Ruiz") && !desk.contains("Nayeli") && !desk.contains("food bank"), "{engine}");

        // Changed until the last day; what was sent last counts until it is sent again.
        let edit = [&WHOLE[..3], &[("q-would-help", "More rest."), ("go", "stay")]].concat();
        assert_eq!(ana.post(&format!("{path}/answers"), &edit).await.status, StatusCode::SEE_OTHER);
        assert!(ana.get(&path).await.body.contains("changes that you haven&#39;t sent"));
        let of_it = s(&format!("recommendations/of/{id}"));
        assert!(lead.get(&of_it).await.body.contains("Time to rest."));
        let whole = [&WHOLE[..3], &[("q-would-help", "More rest."), ("go", "send")]].concat();
        assert_eq!(ana.post(&format!("{path}/answers"), &whole).await.status, StatusCode::SEE_OTHER);
        assert!(lead.get(&of_it).await.body.contains("More rest."));
        house.kernel.clock.set(at("2025-02-16T05:00:01Z"));
        let late = [("revision", "99"), ("q-would-help", "Too late."), ("go", "send")];
        assert_eq!(ana.post(&format!("{path}/answers"), &late).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(ana.get(&path).await.body.contains("The last day for changes was"));
        let lead = house.as_person(lead.id.as_ref().expect("someone"), Strength::TwoFactors).await;
        let after = lead.get(&of_it).await.body;
        assert!(after.contains("More rest.") && !after.contains("Too late."), "{engine}");
        assert_eq!(house.visitor().get("/recommendation/guessed").await.status, StatusCode::NOT_FOUND);
    }
}

/// A reviewer who has one application to review.
async fn reviewer<'h>(house: &'h House, name: &str, external_id: &str) -> Actor<'h> {
    let actor = house.someone(name, Some(Role::Reviewer), Strength::TwoFactors).await;
    let id = actor.id.clone().expect("someone");
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(
        sql!(
            "INSERT INTO stage_reading (season_id, stage, reads_each, most_each, wide_gap, visible, opened_at)
            VALUES ($1, 1, 2, 9, 1.5, $2, 1)"
        ),
        args![&house.season, r#"["what-you-hold"]"#],
    )
    .await
    .expect("inserts");
    tx.run(
        sql!("INSERT INTO reader_ties (season_id, reader_id, ties, at) VALUES ($1, $2, '', 1)"),
        args![&house.season, &id],
    )
    .await
    .expect("inserts");
    tx.run(
        sql!(
            "INSERT INTO stage_assignment (id, season_id, stage, application_id, reader_id, place, assigned_at)
            SELECT CAST($4 AS TEXT), season_id, 1, id, CAST($2 AS TEXT), 1, 1
            FROM application
            WHERE season_id = $1 AND external_id = $3"
        ),
        args![&house.season, &id, external_id, house.kernel.id()],
    )
    .await
    .expect("inserts");
    tx.commit().await.expect("commits");
    actor
}

#[tokio::test]
async fn declining_replacing_and_reminding_keep_their_limits() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        asks(&lead, "2", "no").await;
        let browser = applicant(&house, "Nayeli", "nayeli@example.org").await;
        name(&browser, &of("Ana Ruiz", "ana@example.org")).await;
        name(&browser, &of("Bo Lake", "bo@example.org")).await;
        let ana = newest(&house, "ana@example.org", "/recommendation/").await;
        let bo = newest(&house, "bo@example.org", "/recommendation/").await;

        // Ana can't; the applicant is told that, not why. Twice is once, and it can be undone.
        for _ in 0..2 {
            let no = house.visitor().post(&format!("{ana}/refusal"), &[("reason", "MY-REASON")]).await;
            assert_eq!(no.status, StatusCode::SEE_OTHER);
        }
        let told = to(&house, "nayeli@example.org").await;
        let told: Vec<&String> = told.iter().filter(|m| m.contains("can't write your recommendation")).collect();
        assert!(told.len() == 1 && !told[0].contains("MY-REASON"), "{engine}: {told:?}");
        let mine = browser.get(MINE).await.body;
        assert!(mine.contains(">Can&#39;t write one<") && !mine.contains("MY-REASON"), "{mine}");
        let id = external_id(&house, "nayeli@example.org").await;
        assert!(lead.get(&s(&format!("recommendations/of/{id}"))).await.body.contains("MY-REASON"));
        assert!(house.visitor().get(&ana).await.body.contains("Write recommendation after all"));
        house.visitor().post(&ana, &[]).await;
        assert!(browser.get(MINE).await.body.contains(">Opened<"));
        house.visitor().post(&format!("{ana}/refusal"), &[]).await;

        // Whoever declined leaves their place; whoever is replaced loses their link.
        name(&browser, &of("Cy Marsh", "cy@example.org")).await;
        let asked = sql!("SELECT COUNT(*) FROM recommendation WHERE ended_at IS NULL AND declined_at IS NULL");
        assert_eq!(number(&house, asked).await, 2);
        let row = sql!("SELECT id FROM recommendation WHERE norm = 'bo@example.org'");
        let (replace,): (String,) = house.kernel.db.read().await.expect("reads").one(row, args![]).await.expect("Bo");
        assert!(browser.get(&format!("{MINE}?replace={replace}")).await.body.contains("Replace Bo Lake"));
        let mut new = of("Di Reed", "di@example.org").to_vec();
        new.push(("replaces", &replace));
        name(&browser, &new).await;
        assert_eq!(number(&house, asked).await, 2, "{engine}");
        assert!(
            house.visitor().get(&bo).await.body.contains("need to write this recommendation anymore"),
            "{engine}: Bo's link"
        );
        house.visitor().post(&bo, &[]).await;
        let late = house.visitor().post(&format!("{bo}/answers"), &WHOLE).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");

        // A reminder at most once a day, by the applicant or by a lead.
        let rows = browser.get(MINE).await.body;
        assert!(!rows.contains("Send a reminder"), "they were written to just now");
        let row = sql!("SELECT id FROM recommendation WHERE norm = 'cy@example.org'");
        let (cy,): (String,) = house.kernel.db.read().await.expect("reads").one(row, args![]).await.expect("Cy");
        let remind = format!("{MINE}/{cy}");
        let early = browser.post(&remind, &[("act", "remind")]).await;
        assert!(early.location().contains("done=early"), "{}", early.location());
        house.kernel.clock.advance(86_400);
        let now = browser.post(&remind, &[("act", "remind")]).await;
        assert!(now.location().contains("done=reminded"), "{}", now.location());
        let again = browser.post(&remind, &[("act", "remind")]).await;
        assert!(again.location().contains("done=early"), "{}", again.location());
        assert_eq!(to(&house, "cy@example.org").await.len(), 2, "{engine}");
        // Cy was reminded today: one is left for the lead.
        let lead = house.as_person(lead.id.as_ref().expect("someone"), Strength::TwoFactors).await;
        let list = lead.get(&s("recommendations")).await.body;
        assert!(list.contains("Remind one recommender") && list.contains("Nayeli Campoverde"), "{list}");
        let sent = lead.post(&s("recommendations/reminders"), &[]).await;
        assert_eq!(sent.location(), s("recommendations?reminded=1"));
        assert!(lead.get(sent.location()).await.body.contains("Sent to one person."));
        assert_eq!(lead.post(&s("recommendations/reminders"), &[]).await.location(), s("recommendations?reminded=0"));
        assert_eq!(to(&house, "di@example.org").await.len(), 2, "{engine}");
        assert_eq!(to(&house, "ana@example.org").await.len(), 1, "{engine}: whoever declined is left alone");
        // Both links of Di work.
        for mail in to(&house, "di@example.org").await {
            assert_eq!(house.visitor().get(link(&mail, "/recommendation/")).await.status, StatusCode::OK);
        }
        // Three days before the end whoever has not answered is reminded once, by itself.
        house.kernel.clock.set(at("2025-02-13T15:00:00Z"));
        for _ in 0..2 {
            worker::chores_once(&house.kernel).await;
        }
        assert_eq!(to(&house, "cy@example.org").await.len(), 3, "{engine}");
        // A withdrawn application needs none.
        browser.post(&apply("application/withdrawal"), &[("reason", "")]).await;
        let cy = newest(&house, "cy@example.org", "/recommendation/").await;
        assert!(house.visitor().get(&cy).await.body.contains("need to write this recommendation anymore"), "{engine}");
        assert_eq!(
            house.visitor().post(&format!("{cy}/answers"), &WHOLE).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let lead = house.as_person(lead.id.as_ref().expect("someone"), Strength::TwoFactors).await;
        assert!(!lead.get(&s("recommendations")).await.body.contains("Nayeli"));
    }
}

#[tokio::test]
async fn whoever_is_missing_recommendations_is_shown_and_stays_in_the_pool() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        asks(&lead, "1", "no").await;
        let has = applicant(&house, "Nayeli", "nayeli@example.org").await;
        applicant(&house, "Omar", "omar@example.org").await;
        name(&has, &of("Ana Ruiz", "ana@example.org")).await;
        recommend(&house, &newest(&house, "ana@example.org", "/recommendation/").await).await;
        let start = lead.get(&s("")).await.body;
        assert!(start.contains("One application is missing recommendations"), "{engine}: {start}");
        let all = lead.get(&s("recommendations")).await.body;
        assert!(all.contains("Nayeli Campoverde") && all.contains("Omar Campoverde"));
        let missing = lead.get(&s("recommendations?show=missing")).await.body;
        assert!(!missing.contains("Nayeli Campoverde") && missing.contains("Omar Campoverde"), "{missing}");
        // Nothing but a person decides: both are where they were, after the last day too.
        let states = sql!("SELECT COUNT(*) FROM application_state WHERE state = 'undecided'");
        house.kernel.clock.set(at("2025-02-20T15:00:00Z"));
        worker::chores_once(&house.kernel).await;
        assert_eq!(number(&house, states).await, 2, "{engine}");
        assert_eq!(number(&house, sql!("SELECT COUNT(*) FROM eligibility")).await, 0, "{engine}");
    }
}

#[tokio::test]
async fn what_was_written_is_shown_to_those_who_were_promised_it_and_goes_with_an_erasure() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        asks(&lead, "3", "no").await;
        let ana = house.someone("Ana", None, Strength::Link).await;
        prove(&house, ana.id.as_ref().expect("someone"), "ana@example.org").await;
        let browser = applicant(&house, "Nayeli", "nayeli@example.org").await;
        name(&browser, &of("Ana Ruiz", "ana@example.org")).await;
        // From now on applicants read theirs. Ana was told that they don't.
        asks(&lead, "3", "yes").await;
        name(&browser, &of("Bo Lake", "bo@example.org")).await;
        let (ana_link, bo_link) = (
            newest(&house, "ana@example.org", "/recommendation/").await,
            newest(&house, "bo@example.org", "/recommendation/").await,
        );
        assert!(house.visitor().get(&ana_link).await.body.contains("doesn&#39;t see your answers on this site"));
        assert!(house.visitor().get(&bo_link).await.body.contains("can read your answers as soon as you send them"));
        recommend(&house, &ana_link).await;
        let nayeli = signed_in(&house, "nayeli@example.org").await;
        let data = own_data(&nayeli).await;
        assert!(data.contains("ana@example.org") && !data.contains("table fed us"), "{engine}: {data}");
        assert!(!browser.get(MINE).await.body.contains("table fed us"), "{engine}");
        assert!(own_data(&ana).await.contains("table fed us"), "{engine}: it is the recommender's own");
        recommend(&house, &bo_link).await;
        assert!(browser.get(MINE).await.body.contains("table fed us"), "{engine}");
        assert!(own_data(&nayeli).await.contains("table fed us"), "{engine}");
        // A reviewer who was asked to recommend someone does not get their application.
        let sql = sql!(
            "SELECT c.person_id
            FROM recommendation_for f
            JOIN recommendation r ON r.id = f.recommendation_id
            JOIN contact_point c ON c.norm = r.norm AND c.kind = 'email' AND c.is_apart = 0"
        );
        let (same,): (Id,) = house.kernel.db.read().await.expect("reads").one(sql, args![]).await.expect("Ana");
        assert_eq!(Some(&same), ana.id.as_ref(), "{engine}: known by the address");

        // A lead deletes one that its recommender wants back.
        let id = external_id(&house, "nayeli@example.org").await;
        let page = lead.get(&s(&format!("recommendations/of/{id}"))).await.body;
        let of_ana = page.split_once("ana@example.org").expect("is there").1;
        let removal = of_ana.split("action=\"").find(|p| p.contains("/removal\"")).expect("a form");
        let removal = removal.split('"').next().expect("a path").to_owned();
        for _ in 0..2 {
            assert_eq!(lead.post(&removal, &[]).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(number(&house, sql!("SELECT COUNT(*) FROM recommendation")).await, 1, "{engine}");
        assert_eq!(house.visitor().get(&ana_link).await.status, StatusCode::NOT_FOUND, "{engine}");

        // An application's erasure takes the rest, with the mails about it.
        let permit = {
            let sql = sql!("SELECT id FROM application WHERE external_id = $1");
            let (application,): (Id,) =
                house.kernel.db.read().await.expect("reads").one(sql, args![&id]).await.expect("there");
            weft_admission::applications::rules::Erase::asked_for(&application)
        };
        let mut tx = house.kernel.db.begin().await.expect("begins");
        weft_admission::applications::erasure::erase(&house.kernel, &mut tx, &permit).await.expect("erases");
        tx.commit().await.expect("commits");
        for sql in [
            sql!("SELECT COUNT(*) FROM recommendation"),
            sql!("SELECT COUNT(*) FROM recommendation_key"),
            sql!("SELECT COUNT(*) FROM recommendation_answer"),
            sql!("SELECT COUNT(*) FROM outbox WHERE norm = 'bo@example.org'"),
        ] {
            assert_eq!(number(&house, sql).await, 0, "{engine}");
        }
    }
}

#[tokio::test]
async fn whoever_was_asked_to_recommend_an_applicant_does_not_review_them() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        asks(&lead, "2", "no").await;
        let browser = applicant(&house, "Nayeli", "nayeli@example.org").await;
        applicant(&house, "Omar", "omar@example.org").await;
        let id = external_id(&house, "nayeli@example.org").await;
        let rubric = [
            ("title_en-0", "Practice"),
            ("title_es-0", "Práctica"),
            ("anchor1_en-0", "little"),
            ("anchor5_en-0", "much"),
            ("weight-0", "1"),
        ];
        assert_eq!(lead.post(&s("rubric"), &rubric).await.status, StatusCode::SEE_OTHER, "{engine}");
        let rae = reviewer(&house, "Rae", &id).await;
        assert_eq!(rae.get(&s("reviews/1")).await.status, StatusCode::OK);
        let since = "One application has a reviewer with a conflict of interest";
        assert!(!lead.get(&s("reviewers")).await.body.contains(since), "{engine}");
        name(&browser, &of("Rae Stone", "RAE@example.org")).await;
        let page = lead.get(&s("reviewers")).await.body;
        assert!(page.contains(since), "{engine}: {page}");
        // Nobody gets around it by hand, for this application alone.
        let other = external_id(&house, "omar@example.org").await;
        let pairs = format!("application_id,reader\n{id},Rae\n{other},Rae");
        let refused = lead.post(&s("reviewers/by-hand"), &[("hand", &pairs), ("undeclared", "yes")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(refused.body.contains("Line 2") && !refused.body.contains("Line 3"), "{engine}: {}", refused.body);
    }
}

#[tokio::test]
async fn leads_change_the_questions_and_those_who_were_not_asked_stay_out() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let settings = s("recommendations/settings");
        assert!(lead.get(&settings).await.body.contains("Save the settings first"));
        asks(&lead, "1", "no").await;
        let new = s("recommendations/questions/new?kind=choice");
        let refused = lead.post(&new, &[("label_en", "How often?"), ("options_en", "Daily")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "one choice is none");
        let question = [
            ("label_en", "How often do you meet?"),
            ("label_es", "¿Con qué frecuencia?"),
            ("options_en", "Daily\nWeekly"),
            ("options_es", "A diario\nCada semana"),
            ("is_required", "yes"),
        ];
        assert_eq!(lead.post(&new, &question).await.status, StatusCode::SEE_OTHER);
        let page = lead.get(&settings).await.body;
        let id = page
            .split("/recommendations/questions/")
            .find(|p| p.starts_with("how-often"))
            .and_then(|p| p.split(['"', '/']).next())
            .expect("the new one")
            .to_owned();
        let place = s(&format!("recommendations/questions/{id}/place"));
        assert_eq!(lead.post(&place, &[("act", "up")]).await.status, StatusCode::SEE_OTHER);
        let browser = applicant(&house, "Nayeli", "nayeli@example.org").await;
        let spanish = [&of("Ana Ruiz", "ana@example.org")[..4], &[("language", "es")]].concat();
        name(&browser, &spanish).await;
        let mail = to(&house, "ana@example.org").await.remove(0);
        assert!(mail.contains("le pide una recomendaci"), "{engine}: {mail}");
        let path = link(&mail, "/recommendation/").to_owned();
        let ana = house.visitor();
        ana.post(&path, &[]).await;
        let field = format!("q-{id}");
        let fields = [&WHOLE[..], &[(field.as_str(), "Weekly"), ("go", "send")]].concat();
        assert_eq!(ana.post(&format!("{path}/answers"), &fields).await.status, StatusCode::SEE_OTHER);
        // What was sent keeps its question, whatever becomes of it.
        assert_eq!(lead.post(&place, &[("act", "remove")]).await.status, StatusCode::SEE_OTHER);
        let number = external_id(&house, "nayeli@example.org").await;
        let shown = lead.get(&s(&format!("recommendations/of/{number}"))).await.body;
        assert!(shown.contains("How often do you meet?") && shown.contains("Weekly"), "{engine}");
        assert!(!ana.get(&path).await.body.contains("How often do you meet?"));
        // Off again: nobody is asked any more.
        let off = [("most", "0"), ("shown", "no"), ("due_on", "")];
        assert_eq!(lead.post(&settings, &off).await.status, StatusCode::SEE_OTHER);
        assert_eq!(browser.get(MINE).await.status, StatusCode::NOT_FOUND);
        assert!(!browser.get(&apply("application")).await.body.contains(MINE));
        // Another lead's season, a reviewer, a visitor.
        let other = house.someone("Rae", Some(Role::Reviewer), Strength::TwoFactors).await;
        assert_eq!(other.get(&s(&format!("recommendations/of/{number}"))).await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.visitor().post(MINE, &of("X", "x@example.org")).await.status, StatusCode::NOT_FOUND);
    }
}
