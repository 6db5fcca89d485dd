//! Choosing in stages: who goes on is invited to a form of its own, is reviewed anew, and everyone else is told; each
//! application is in one place at every moment.

use crate::common;

use axum::http::StatusCode;
use common::answers::{apply, call_until};
use common::{Actor, House, SEASON, link, pool, read_pool, s};
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

async fn count(house: &House, sql: weft_kernel::db::Sql) -> i64 {
    let mut conn = house.kernel.db.read().await.expect("reads");
    conn.one::<(i64,)>(sql, args![]).await.expect("a count").0
}

async fn texts(house: &House, sql: weft_kernel::db::Sql) -> Vec<String> {
    let mut conn = house.kernel.db.read().await.expect("reads");
    conn.all::<(String,)>(sql, args![]).await.expect("rows").into_iter().map(|(t,)| t).collect()
}

/// A pool of twelve with scores, of whom one is not eligible, and a second stage with one question of its own.
async fn planned(house: &House, lead: &Actor<'_>) {
    call_until(lead, "2025-01-09").await;
    house.import(&pool()).await;
    read_pool(house).await;
    let stage = [
        ("title_en", "Full application"),
        ("title_es", "Solicitud completa"),
        ("kind", "form"),
        ("due_on", "2025-03-01"),
    ];
    assert_eq!(lead.post(&s("stages"), &stage).await.status, StatusCode::SEE_OTHER);
    let part = [("act", "add"), ("title_en", "More about you"), ("title_es", "Más sobre usted"), ("stage", "2")];
    assert_eq!(lead.post(&s("call/parts"), &part).await.status, StatusCode::SEE_OTHER);
    let question = [
        ("label_en", "What would you change?"),
        ("label_es", "¿Qué cambiaría?"),
        ("audience", "reviewers"),
        ("goes_to", "answer"),
        ("is_required", "yes"),
        ("max_words", "100"),
    ];
    let added = lead.post(&s("call/questions/new?part=5&kind=long"), &question).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    let published = lead.post(&s("call/publication"), &[]).await;
    assert_eq!(published.status, StatusCode::SEE_OTHER, "{}", published.body);
}

/// Chooses people for the second stage.
async fn choose(lead: &Actor<'_>, ids: &[&str], was: &[&str]) -> String {
    let fields: Vec<(&str, &str)> = ids.iter().map(|id| ("id", *id)).chain(was.iter().map(|id| ("was", *id))).collect();
    let done = lead.post(&s("stages/2"), &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    done.location().to_owned()
}

/// The mail that invites someone of the pool, and the browser that has opened its link.
async fn open(house: &House, i: usize) -> Actor<'_> {
    let mails = house.mails().await;
    let is_theirs = |m: &&String| m.contains(&format!("person{i}@example.org")) && m.contains("the next step");
    let mail = mails.iter().rev().find(is_theirs).unwrap_or_else(|| panic!("no mail to {i}"));
    let path = link(mail, &format!("/call/{SEASON}/resume/")).to_owned();
    let asked = house.visitor().get(&path).await;
    assert!(asked.status.is_success() && !asked.body.contains("Family"), "{}", asked.body);
    let opened = house.visitor().post(&path, &[]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
    house.visitor().with_cookies(&opened.cookies())
}

/// The name of the only question of the stage's form, as it is on the page.
fn question(page: &str) -> String {
    page.split("name=\"was-").nth(1).and_then(|t| t.split('"').next()).expect("a question").to_owned()
}

async fn write(browser: &Actor<'_>, text: &str) -> common::Answer {
    let page = browser.get(&apply("1")).await.body;
    let name = format!("q-{}", question(&page));
    let revision = page.split("name=\"revision\" value=\"").nth(1).and_then(|t| t.split('"').next()).unwrap_or("0");
    browser.post(&apply("1"), &[(&name, text), ("revision", revision), ("go", "next")]).await
}

#[tokio::test]
async fn those_who_go_on_answer_a_form_of_their_own_and_everyone_else_is_told() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        planned(&house, &lead).await;
        // Applying stays as it was: what is asked later is not asked now.
        let asked = house.visitor().get(&format!("/call/{SEASON}/questions")).await.body;
        assert!(!asked.contains("What would you change?") && asked.contains("What you hold") || !asked.is_empty());
        assert!(!asked.contains("More about you"), "{asked}");
        let page = lead.get(&s("stages")).await.body;
        assert!(page.contains("1. Application") && page.contains("2. Full application"), "{page}");

        // Nobody is refused while a stage is still ahead of everyone.
        let decisions = lead.get(&s("decisions")).await.body;
        assert!(
            decisions.contains("still in the process") && !decisions.contains("eligible, not selected"),
            "{decisions}"
        );

        // Best scores first; those who can't go on are counted, and nobody else can be put in by hand.
        let page = lead.get(&s("stages/2?top=3")).await.body;
        assert!(page.contains("11 people in “Application” can move on") && page.contains("not eligible"), "{page}");
        let checked = page.matches(" checked>").count();
        assert!(checked >= 3, "{checked}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM stage_entry")).await, 0, "looking saves nothing");
        let after = choose(&lead, &["A00", "A01", "A02", "A03", "A11", "A99"], &[]).await;
        assert!(after.ends_with("on=4&off=0&left=2"), "{after}");
        assert!(
            choose(&lead, &["A00", "A01", "A02"], &["A00", "A01", "A02", "A03"]).await.ends_with("on=0&off=1&left=0")
        );
        assert!(choose(&lead, &["A03"], &[]).await.ends_with("on=1&off=0&left=0"), "others stay as they are");
        assert!(lead.get(&s("")).await.body.contains("4 people are selected for the next stage"));
        assert!(house.mails().await.iter().all(|m| !m.contains("the next step")), "nobody was told");

        // One email each, once.
        let page = lead.get(&s("stages/2/invitations")).await.body;
        assert!(page.contains("4 people get an email") && page.contains("the current stage. From then on"), "{page}");
        let (one, two) = (s("stages/2/invitations"), s("stages/2/invitations"));
        let (one, two) = tokio::join!(lead.post(&one, &[]), lead.post(&two, &[]));
        assert_eq!((one.status, two.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
        assert_eq!(house.mails().await.iter().filter(|m| m.contains("the next step")).count(), 4, "{engine}");
        assert_eq!(count(&house, sql!("SELECT MAX(stage) FROM season")).await, 2);
        let page = lead.get(&s("stages/2")).await.body;
        assert_eq!(page.matches(">Invited<").count(), 4, "{page}");
        choose(&lead, &[], &["A00"]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM stage_entry")).await, 4, "who was invited stays");
        // A stage that people were invited to stays.
        lead.post(&s("stages/2/removal"), &[]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM stage")).await, 2);
        // The whole: four go on, seven do not, one is not eligible.
        let decisions = lead.get(&s("decisions")).await.body;
        assert!(decisions.contains("not selected for the next stage"), "{decisions}");

        // The form opens by its link, keeps what is written, and is submitted once.
        let nobody = house.visitor().get(&apply("1")).await;
        assert_eq!(nobody.status, StatusCode::SEE_OTHER);
        let browser = open(&house, 0).await;
        let status = browser.get(&format!("/call/{SEASON}/application")).await.body;
        assert!(status.contains("Start form") && status.contains("Mar 1, 2025, 11:59 p.m."), "{status}");
        let form = browser.get(&apply("1")).await.body;
        assert!(form.contains("What would you change?") && !form.contains("First name"), "{form}");
        let empty = browser.post(&apply("check"), &[]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "a question is not answered");
        assert_eq!(write(&browser, "STAGE-ANSWER-ONE").await.location(), apply("check"));
        assert!(!lead.get(&s("applications/A00")).await.body.contains("STAGE-ANSWER-ONE"), "not submitted");
        let (here, there) = (apply("check"), apply("check"));
        let (one, two) = tokio::join!(browser.post(&here, &[]), browser.post(&there, &[]));
        assert!(
            one.status == StatusCode::SEE_OTHER && two.status == StatusCode::SEE_OTHER,
            "{} {}",
            one.body,
            two.body
        );
        let receipts = house.mails().await.iter().filter(|m| m.contains("We received your answers")).count();
        assert_eq!(receipts, 1, "{engine}");
        let shown = lead.get(&s("applications/A00")).await.body;
        assert!(shown.contains("STAGE-ANSWER-ONE") && shown.contains("Because 0"), "{shown}");
        // Changes count when they are submitted.
        assert_eq!(browser.post(&format!("/call/{SEASON}/application/changes"), &[]).await.location(), apply("1"));
        assert!(browser.get(&apply("1")).await.body.contains("Changes count only after you submit again"));
        write(&browser, "STAGE-ANSWER-TWO").await;
        assert!(lead.get(&s("applications/A00")).await.body.contains("STAGE-ANSWER-ONE"));
        browser.post(&apply("check"), &[]).await;
        let shown = lead.get(&s("applications/A00")).await.body;
        assert!(shown.contains("STAGE-ANSWER-TWO") && !shown.contains("STAGE-ANSWER-ONE"), "{shown}");
        let versions = lead.get(&s("applications/A00/versions")).await.body;
        assert!(versions.contains("STAGE-ANSWER-ONE") && versions.contains("STAGE-ANSWER-TWO"), "{versions}");
        // A file that is imported again leaves it as it is.
        house.import(&pool().replace("Because 0", "Because SO")).await;
        let shown = lead.get(&s("applications/A00")).await.body;
        assert!(shown.contains("STAGE-ANSWER-TWO") && shown.contains("Because SO"), "{shown}");

        // Two more submit; one does not, is reminded once, and is too late then.
        for i in [1, 2] {
            let browser = open(&house, i).await;
            write(&browser, "Much.").await;
            browser.post(&apply("check"), &[]).await;
        }
        let late = open(&house, 3).await;
        write(&late, "KEPT-ALL-THE-SAME").await;
        house.kernel.clock.set(Time::parse("2025-02-28T12:00:00Z").expect("a moment"));
        for _ in 0..2 {
            (weft_admission::stages::PART.often[0].1)(house.kernel.clone()).await.expect("reminds");
        }
        let reminded: Vec<String> =
            house.mails().await.into_iter().filter(|m| m.contains("You can submit them until")).collect();
        assert_eq!(reminded.len(), 1);
        assert!(reminded[0].contains("person3@example.org"), "{}", reminded[0]);
        // Their sign-in ended meanwhile.
        let lead = common::meet::again(&lead).await;
        assert!(lead.get(&s("")).await.body.contains("submitted the form of this stage"));
        house.kernel.clock.set(Time::parse("2025-03-02T12:00:00Z").expect("a moment"));
        let over = late.post(&apply("check"), &[]).await;
        assert!(
            over.status == StatusCode::UNPROCESSABLE_ENTITY && over.body.contains("The due date has passed"),
            "{}",
            over.body
        );
        assert!(over.body.contains("KEPT-ALL-THE-SAME"), "nothing typed is lost");
        let lead = common::meet::again(&lead).await;
        let page = lead.get(&s("stages")).await.body;
        assert!(page.contains("not submitted yet"), "{page}");
    }
}

#[tokio::test]
async fn a_stage_is_reviewed_by_its_own_people_and_criteria_and_chosen_from() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        planned(&house, &lead).await;
        let first = house.someone("Tobias", Some(Role::Reviewer), Strength::TwoFactors).await;
        let second = house.someone("Renata", Some(Role::Reviewer), Strength::TwoFactors).await;
        choose(&lead, &["A00", "A01", "A02", "A03", "A04"], &[]).await;
        lead.post(&s("stages/2/invitations"), &[]).await;
        for i in 0..4 {
            let browser = open(&house, i).await;
            write(&browser, &format!("STAGE-{i}")).await;
            let sent = browser.post(&apply("check"), &[]).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        }
        // Those who did not submit can't be chosen, nor those who did not go on.
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM in_stage")).await, 4);
        // Its own reviewer, criteria, and what is seen.
        let renata = second.id.as_ref().expect("someone").to_string();
        lead.post(&s("stages/2/reviewers"), &[("reviewer", &renata)]).await;
        let rubric = [
            ("title_en-0", "Depth"),
            ("title_es-0", "x"),
            ("anchor1_en-0", "a"),
            ("anchor5_en-0", "b"),
            ("weight-0", "1"),
        ];
        assert_eq!(lead.post(&s("rubric"), &rubric).await.status, StatusCode::SEE_OTHER);
        assert_eq!(texts(&house, sql!("SELECT key FROM criterion")).await, ["depth"]);
        let form = lead.get(&s("reviewers")).await.body;
        let visible: Vec<&str> =
            form.split("name=\"visible\" value=\"").skip(1).filter_map(|t| t.split('"').next()).collect();
        let mut settings = vec![("reads_each", "1"), ("most_each", "12"), ("wide_gap", "2")];
        settings.extend(visible.iter().map(|v| ("visible", *v)));
        assert_eq!(lead.post(&s("reviewers"), &settings).await.status, StatusCode::SEE_OTHER);
        second.post(&s("reviews/conflicts"), &[("ties", ""), ("none", "yes")]).await;
        first.post(&s("reviews/conflicts"), &[("ties", ""), ("none", "yes")]).await;
        let assigned = lead.post(&s("reviewers/assignment"), &[]).await.body;
        assert!(assigned.contains("4 reviews were assigned"), "{engine}: {assigned}");
        let who = sql!("SELECT DISTINCT p.display_name FROM assignment s JOIN person p ON p.id = s.reader_id");
        assert_eq!(
            texts(&house, who).await,
            [texts(&house, sql!("SELECT display_name FROM person WHERE display_name LIKE 'Renata%'")).await.concat()]
        );
        assert_eq!(first.get(&s("reviews/1")).await.status, StatusCode::NOT_FOUND);
        let desk = second.get(&s("reviews/1")).await.body;
        assert!(desk.contains("STAGE-"), "{desk}");

        // While this stage is reviewed, those who did not go on can be told; nobody else is.
        let words = [
            ("subject_en", "About your application"),
            ("subject_es", "Sobre su solicitud"),
            ("text_en", "Dear {name}, not this time. {reason}"),
            ("text_es", "Hola {name}, esta vez no. {reason}"),
            ("while_open", "yes"),
        ];
        let staged = lead.post(&s("decisions"), &words).await;
        assert_eq!(staged.status, StatusCode::SEE_OTHER, "{}", staged.body);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM decision")).await, 6, "eleven eligible, five went on");
        let other = house.someone("Odile", Some(Role::CoLead), Strength::TwoFactors).await;
        assert!(other.post(&s("decisions/sending"), &[("while_open", "yes")]).await.location().contains("sent=6"));
        let told: Vec<String> = house.mails().await.into_iter().filter(|m| m.contains("not this time")).collect();
        assert_eq!(told.len(), 6);
        assert!(told.iter().all(|m| m.contains("We could invite only some")), "{}", told[0]);
        for i in 0..5 {
            assert!(!told.iter().any(|m| m.contains(&format!("person{i}@example.org"))), "{i} is in the stage");
        }

        // Scores of this stage are what is chosen by; those of the one before stay to be seen.
        for place in 1..=4 {
            let path = s(&format!("reviews/{place}"));
            let done = second.post(&path, &[("score-depth", "5"), ("go", "final")]).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        }
        let hidden = lead.get(&s("applications/A00")).await.body;
        assert!(!hidden.contains("Renata"), "hidden while reviews are open");
        assert_eq!(lead.post(&s("reviewers/closing"), &[]).await.status, StatusCode::SEE_OTHER);
        let shown = lead.get(&s("applications/A00")).await.body;
        assert!(shown.contains("Full application") && shown.contains("5.00"), "{shown}");
        assert!(shown.contains(">Application<"), "the reviews of the first stage are there: {shown}");
        assert_eq!(
            lead.post(&s("selection/goals-file"), &[("toml", common::GOALS)]).await.status,
            StatusCode::SEE_OTHER
        );
        let run = lead.post(&s("selection/proposal"), &[]).await;
        assert_eq!(run.status, StatusCode::SEE_OTHER, "{}", run.body);
        let page = lead.get(run.location()).await.body;
        for id in ["A00", "A01", "A02", "A03"] {
            assert!(page.contains(id), "{id}: {page}");
        }
        assert!(!page.contains("A05") && !page.contains(">A04<"), "{page}");
    }
}

/// A pool of twelve in whose second stage people talk with Renata; three were invited, and reviews are assigned.
async fn talking<'h>(house: &'h House, lead: &Actor<'_>) -> Actor<'h> {
    house.import(&pool()).await;
    read_pool(house).await;
    let stage = [("title_en", "Conversation"), ("title_es", "Conversación"), ("kind", "conversation")];
    assert_eq!(lead.post(&s("stages"), &stage).await.status, StatusCode::SEE_OTHER);
    let renata = house.someone("Renata", Some(Role::Reviewer), Strength::TwoFactors).await;
    choose(lead, &["A00", "A01", "A02"], &[]).await;
    assert!(lead.post(&s("stages/2/invitations"), &[]).await.location().contains("sent=3"));
    let rubric = [("title_en-0", "Listens"), ("title_es-0", "x"), ("weight-0", "1")];
    let rubric = [&rubric[..], &[("anchor1_en-0", "a"), ("anchor5_en-0", "b")]].concat();
    assert_eq!(lead.post(&s("rubric"), &rubric).await.status, StatusCode::SEE_OTHER);
    let why = house.column("why_apply").await;
    let settings = [("reads_each", "1"), ("most_each", "12"), ("wide_gap", "2"), ("visible", why.as_str())];
    assert_eq!(lead.post(&s("reviewers"), &settings).await.status, StatusCode::SEE_OTHER);
    renata.post(&s("reviews/conflicts"), &[("ties", ""), ("none", "yes")]).await;
    let assigned = lead.post(&s("reviewers/assignment"), &[]).await.body;
    assert!(assigned.contains("3 reviews were assigned"), "{assigned}");
    renata
}

/// Three days ahead at two in the afternoon, by the season's clock.
fn time<'a>(day: &'a str, how: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("day", day), ("at", "14:00"), ("minutes", "30"), ("how", how)]
}

#[tokio::test]
async fn a_reviewer_talks_with_applicants_at_times_that_are_in_their_calendars() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let renata = talking(&house, &lead).await;
        let mails = house.mails().await;
        assert_eq!(mails.iter().filter(|m| m.contains("We would like to talk with you")).count(), 3);
        // Names are seen here, by whoever talks with them alone.
        let list = renata.get(&s("reviews")).await.body;
        assert!(list.contains("Given0 Family0") && list.contains("No time yet"), "{list}");
        let places: Vec<usize> = (1..=3).collect();
        let mut place = 0;
        for p in places {
            if renata.get(&s(&format!("reviews/{p}"))).await.body.contains("Conversation with Given0") {
                place = p;
            }
        }
        let path = s(&format!("reviews/{place}"));
        let desk = renata.get(&path).await.body;
        assert!(desk.contains("mailto:person0@example.org") && desk.contains("Because 0"), "{desk}");
        for secret in ["SECRET", "+1-202", "Org 0"] {
            assert!(!desk.contains(secret), "{secret} stands on a reviewer's page");
        }
        let other = house.someone("Tobias", Some(Role::Reviewer), Strength::TwoFactors).await;
        assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(
            other.post(&format!("{path}/time"), &time("2025-06-02", "here")).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(renata.get(&format!("{path}/time.ics")).await.status, StatusCode::NOT_FOUND, "no time yet");
        // What is wrong is said, and what was typed stays.
        let wrong = renata.post(&format!("{path}/time"), &time("2019-06-02", "TYPED-HOW")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("This time is in the past") && wrong.body.contains("TYPED-HOW"), "{}", wrong.body);
        // Set, said again, changed, canceled: one email each time something changes.
        let count_of = async |what: &str| {
            let mails = house.mails().await;
            mails.iter().filter(|m| m.contains("person0@example.org") && m.contains(what)).count()
        };
        let set = renata.post(&format!("{path}/time"), &time("2025-06-02", "https://meet.example.org/a")).await;
        assert!(set.location().contains("time=told"), "{}", set.body);
        let again = renata.post(&format!("{path}/time"), &time("2025-06-02", "https://meet.example.org/a")).await;
        assert!(again.location().contains("time=same"));
        assert_eq!(count_of("method=REQUEST").await, 1, "{engine}");
        let mails = house.mails().await;
        let mail = mails.iter().find(|m| m.contains("method=REQUEST")).expect("an invitation");
        assert!(mail.contains("Monday, June 2, 2025"), "{mail}");
        assert!(mail.contains("SEQUENCE:0"), "{mail}");
        renata.post(&format!("{path}/time"), &time("2025-06-03", "https://meet.example.org/a")).await;
        assert_eq!(count_of("method=REQUEST").await, 2);
        let file = renata.get(&format!("{path}/time.ics")).await.body;
        assert!(file.contains("20250603T140000") && file.contains("SEQUENCE:1"), "{file}");
        renata.post(&format!("{path}/time/removal"), &[]).await;
        renata.post(&format!("{path}/time/removal"), &[]).await;
        assert_eq!(count_of("method=CANCEL").await, 1);
        // It goes back: the applicant is told by itself.
        renata.post(&format!("{path}/time"), &time("2025-06-04", "by phone")).await;
        renata.post(&format!("{path}/conflict"), &[("reason", "We are cousins.")]).await;
        for _ in 0..2 {
            weft_admission::reviews::conversations::cancel_off(&house.kernel).await.expect("cancels");
        }
        assert_eq!(count_of("method=CANCEL").await, 2, "{engine}");
        assert_eq!(renata.get(&path).await.status, StatusCode::NOT_FOUND);
        // Scores of conversations are what is chosen by.
        for p in 1..=3 {
            renata.post(&s(&format!("reviews/{p}")), &[("score-listens", "4"), ("go", "final")]).await;
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM read WHERE state = 'counted'")).await, 2);
    }
}

#[tokio::test]
async fn nobody_in_a_stage_is_refused_and_what_changes_meanwhile_counts() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        planned(&house, &lead).await;
        choose(&lead, &["A00", "A01", "A02"], &[]).await;
        assert!(lead.post(&s("stages/2/invitations"), &[]).await.location().contains("sent=3"), "{engine}");
        // Three are in it, one is chosen for it: eight are out, of whom one is not eligible.
        choose(&lead, &["A05"], &[]).await;
        let words = [
            ("subject_en", "x"),
            ("subject_es", "x"),
            ("text_en", "Dear {name}, not this time. {reason}"),
            ("text_es", "Hola {name}, esta vez no. {reason}"),
        ];
        assert_eq!(lead.post(&s("decisions"), &words).await.status, StatusCode::SEE_OTHER);
        let said = sql!("SELECT a.external_id FROM decision d JOIN application a ON a.id = d.application_id");
        let mut written = texts(&house, said).await;
        written.sort();
        assert_eq!(written, ["A03", "A04", "A06", "A07", "A08", "A09", "A10", "A11"], "{engine}");
        // Whoever is invited after the emails were prepared gets none of them.
        choose(&lead, &["A06"], &[]).await;
        assert!(lead.post(&s("stages/2/invitations"), &[]).await.location().contains("sent=2"), "{engine}");
        let other = house.someone("Odile", Some(Role::CoLead), Strength::TwoFactors).await;
        assert!(other.post(&s("decisions/sending"), &[]).await.location().contains("sent=7&left=1"), "{engine}");
        // Who was told is not invited any more.
        assert!(choose(&lead, &["A07"], &[]).await.ends_with("left=1"), "{engine}");
        // Decided to be not eligible: the form is closed to them.
        let browser = open(&house, 1).await;
        write(&browser, "Too late.").await;
        let no = [("eligible", "no"), ("reason", "as agreed")];
        house.kernel.clock.advance(60);
        let decided = lead.post(&s("applications/A01/eligibility"), &no).await;
        assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.body);
        let state = sql!(
            "SELECT x.state FROM application_state x JOIN application a ON a.id = x.application_id
            WHERE a.external_id = 'A01'"
        );
        assert_eq!(texts(&house, state).await, ["not-eligible"], "{engine}");
        assert_eq!(browser.post(&apply("check"), &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        // A stage that people are in keeps what it is and its day; a day that is over is none.
        let change =
            [("title_en", "Longer form"), ("title_es", "x"), ("kind", "conversation"), ("due_on", "2025-03-02")];
        assert_eq!(lead.post(&s("stages/2/plan"), &change).await.status, StatusCode::SEE_OTHER);
        assert_eq!(texts(&house, sql!("SELECT kind || due_on FROM stage WHERE no = 2")).await, ["form2025-03-02"]);
        let past = [("title_en", "x"), ("title_es", "x"), ("kind", "form"), ("due_on", "2024-03-02")];
        let wrong = lead.post(&s("stages/2/plan"), &past).await;
        assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("This day has passed"));
        // A later stage waits for whoever can still answer.
        let third = [("title_en", "Talk"), ("title_es", "x"), ("kind", "conversation")];
        lead.post(&s("stages"), &third).await;
        let browser = open(&house, 0).await;
        write(&browser, "Done.").await;
        browser.post(&apply("check"), &[]).await;
        let ids = [("id", "A00"), ("id", "A02")];
        assert!(
            lead.post(&s("stages/3"), &ids).await.location().ends_with("on=1&off=0&left=1"),
            "A02 has not answered"
        );
        assert!(
            lead.get(&s("stages/3/invitations")).await.body.contains("some people haven&#39;t submitted it"),
            "{engine}"
        );
        lead.post(&s("stages/3/invitations"), &[]).await;
        assert_eq!(count(&house, sql!("SELECT MAX(stage) FROM season")).await, 2, "{engine}");
    }
}
