//! What was sent is changed until the deadline: the last version counts, half-done changes never do, and whoever judged
//! an earlier version is told.

use crate::common;

use axum::http::StatusCode;
use common::answers::{apply, begin, call, call_until, fill, fill_with, wave};
use common::{Actor, House, SEASON, link, s};
use weft_admission::call::changes;
use weft_kernel::clock::Time;
use weft_kernel::rng::Rng;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

const WHY: &str = "q-why-apply";

/// Someone who has proved their address and sent an application, and its number.
async fn sent(house: &House) -> (Actor<'_>, String) {
    sent_with(house, &[("q-time", "yes"), ("q-access", "SECRET-NEED"), ("q-race-ethnicity", "SECRET-RACE")]).await
}

async fn sent_with<'h>(house: &'h House, last: &[(&str, &str)]) -> (Actor<'h>, String) {
    let browser = begin(house).await;
    fill_with(&browser, &[("q-what-you-hold", "A table of nine."), (WHY, "Version one.")], last).await;
    let browser = prove(house, &browser).await;
    assert_eq!(browser.post(&apply("check"), &[]).await.status, StatusCode::SEE_OTHER);
    let page = browser.get(&base()).await.body;
    let number = page.split("Your application number is ").nth(1).and_then(|t| t.split('.').next()).expect("a number");
    (browser, number.to_owned())
}

/// Opens the link that was mailed to a draft, in the same browser.
async fn prove<'h>(house: &'h House, browser: &Actor<'h>) -> Actor<'h> {
    let mails = house.mails().await;
    let path = link(mails.last().expect("a link"), &format!("/call/{SEASON}/resume/")).to_owned();
    let opened = browser.post(&path, &[("keep", "yes")]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
    browser.clone().with_cookies(&opened.cookies())
}

fn base() -> String {
    format!("/call/{SEASON}/application")
}

/// Answers one question of the third part.
async fn answer(browser: &Actor<'_>, text: &str) -> common::Answer {
    write(browser, 3, WHY, text).await
}

async fn write(browser: &Actor<'_>, part: usize, name: &str, text: &str) -> common::Answer {
    let page = browser.get(&apply(&part.to_string())).await.body;
    let revision = page.split("name=\"revision\" value=\"").nth(1).and_then(|t| t.split('"').next()).unwrap_or("0");
    // A box that is not sent is one that was unchecked.
    let kept = if part == 4 { ("q-time", "yes") } else { ("", "") };
    let fields = [(name, text), kept, ("revision", revision), ("go", "stay")];
    browser.post(&apply(&part.to_string()), &fields).await
}

async fn count(house: &House, sql: weft_kernel::db::Sql) -> i64 {
    let mut conn = house.kernel.db.read().await.expect("reads");
    conn.one::<(i64,)>(sql, args![]).await.expect("a count").0
}

async fn texts(house: &House, sql: weft_kernel::db::Sql) -> Vec<String> {
    let mut conn = house.kernel.db.read().await.expect("reads");
    conn.all::<(String,)>(sql, args![]).await.expect("rows").into_iter().map(|(t,)| t).collect()
}

fn at(text: &str) -> Time {
    Time::parse(text).expect("a moment")
}

/// The last moment of the call's last day, January 31 in New York.
const DEADLINE: &str = "2025-02-01T04:59:59Z";

#[tokio::test]
async fn an_application_is_changed_until_the_deadline_and_its_last_version_counts() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        call_until(&lead, "2025-01-31").await;
        let (phone, number) = sent(&house).await;
        let page = s(&format!("applications/{number}"));
        let mails = house.mails().await;
        let copy = mails.iter().find(|m| m.contains("We received your application")).expect("a copy");
        assert!(copy.contains("You can change or withdraw it until"), "{copy}");
        // The copy's link opens it elsewhere.
        let path = link(copy, &format!("/call/{SEASON}/resume/")).to_owned();
        let opened = house.visitor().post(&path, &[("keep", "yes")]).await;
        let laptop = house.visitor().with_cookies(&opened.cookies());
        let status = laptop.get(&base()).await.body;
        assert!(status.contains("Change application") && status.contains("Jan 31, 2025, 11:59 p.m."), "{status}");
        assert_eq!(
            lead.post(&format!("{page}/eligibility"), &[("eligible", "yes")]).await.status,
            StatusCode::SEE_OTHER
        );

        // Without changes nothing is written.
        house.kernel.clock.advance(3_600);
        assert_eq!(write(&phone, 3, WHY, "No changes begun").await.location(), base());
        assert_eq!(phone.post(&format!("{}/changes", base()), &[]).await.location(), apply("1"));
        assert_eq!(laptop.post(&format!("{}/changes", base()), &[]).await.location(), apply("1"), "begun once");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM draft WHERE changes_of IS NOT NULL")).await, 1);
        let first = phone.get(&apply("1")).await.body;
        assert!(first.contains("Your earlier version counts until you submit the changes"), "{first}");
        assert!(first.contains("Nayeli") && !first.contains("q-email"), "the address is no question of changes");
        // What is sent for it all the same changes nothing.
        write(&phone, 1, "q-email", "other@example.org").await;
        assert_eq!(answer(&phone, "Version two.").await.status, StatusCode::SEE_OTHER);
        // Half done: everyone sees what was sent, and the applicant is told.
        assert!(lead.get(&page).await.body.contains("Version one."));
        let status = laptop.get(&base()).await.body;
        assert!(
            status.contains("You have changes that aren&#39;t submitted") && status.contains("Version one."),
            "{status}"
        );
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM application_version")).await, 0);
        // Given up, and begun again.
        phone.post(&format!("{}/changes/removal", base()), &[]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM draft WHERE changes_of IS NOT NULL")).await, 0);
        phone.post(&format!("{}/changes", base()), &[]).await;
        assert!(phone.get(&apply("3")).await.body.contains("Version one."));
        answer(&phone, "Version two.").await;
        write(&laptop, 1, "q-family-name", "Campoverde Ríos").await;
        write(&laptop, 4, "q-access", "SECRET-OTHER-NEED").await;
        write(&laptop, 4, "q-race-ethnicity", "").await;
        let check = phone.get(&apply("check")).await.body;
        assert!(check.contains("Submit changes") && check.matches(">Changed<").count() == 4, "{check}");
        // Submitted on two devices at once: one version, one email.
        let (here, there) = (apply("check"), apply("check"));
        let reader = [("reader", "")];
        let (one, two) = tokio::join!(phone.post(&here, &reader), laptop.post(&there, &reader));
        assert_eq!((one.status, two.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM application_version")).await, 2);
        assert_eq!(house.mails().await.iter().filter(|m| m.contains("We received the changes")).count(), 1);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM event WHERE verb = 'application.changed'")).await, 1);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM draft")).await, 1);
        assert_eq!(texts(&house, sql!("SELECT email FROM draft")).await, ["nayeli@example.org"]);
        assert_eq!(texts(&house, sql!("SELECT value FROM access_need")).await, ["SECRET-OTHER-NEED"]);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM identity_answer")).await, 0, "taken back");
        assert!(phone.get(&base()).await.body.contains("Last changed"));
        // No email repeats what is kept apart, so nobody reads it in the outbox beside the name; each says so.
        let mails = house.mails().await;
        let copies: Vec<&String> = mails.iter().filter(|m| m.contains("This is what you sent")).collect();
        assert!(copies.len() == 2 && copies.iter().all(|m| m.contains("never repeat them in emails")), "{copies:?}");
        assert!(copies[1].contains("Version two."), "{}", copies[1]);
        let written = texts(&house, sql!("SELECT subject || payload FROM outbox")).await.concat() + &mails.concat();
        for secret in ["SECRET-NEED", "SECRET-OTHER-NEED", "SECRET-RACE"] {
            assert!(!written.contains(secret), "{secret} is in an email");
        }

        // The team sees the last version, who changed what, and that eligibility was decided before.
        let shown = lead.get(&page).await.body;
        assert!(shown.contains("Version two.") && !shown.contains("Version one."), "{shown}");
        assert!(shown.contains("Campoverde Ríos") && shown.contains("Keep as eligible"), "{shown}");
        assert!(lead.get(&s("applications?state=changed")).await.body.contains(&number));
        assert!(lead.get(&s("")).await.body.contains("changed after it was reviewed or its eligibility was decided"));
        assert_eq!(
            texts(&house, sql!("SELECT state FROM application_state")).await,
            ["eligible"],
            "nothing is dropped"
        );
        let versions = lead.get(&format!("{page}/versions")).await.body;
        assert!(versions.contains("Version one.") && versions.contains("Version two."), "{versions}");
        for secret in ["SECRET-NEED", "SECRET-OTHER-NEED", "SECRET-RACE"] {
            assert!(!versions.contains(secret), "{secret} is in a version");
            assert!(!texts(&house, sql!("SELECT answers FROM application_version")).await.concat().contains(secret));
        }
        house.kernel.clock.advance(60);
        lead.post(&format!("{page}/eligibility"), &[("eligible", "yes")]).await;
        assert!(!lead.get(&page).await.body.contains("Keep as eligible"));
        assert!(!lead.get(&s("applications?state=changed")).await.body.contains(&number));
        // Nothing changed is no version.
        phone.post(&format!("{}/changes", base()), &[]).await;
        assert_eq!(phone.post(&apply("check"), &reader).await.location(), format!("{}?unchanged=1", base()));
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM application_version")).await, 2);
        assert_eq!(house.visitor().post(&format!("{}/changes", base()), &[]).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_withdrawn_application_can_be_sent_again_until_the_deadline_and_no_later() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        call_until(&lead, "2025-01-31").await;
        let (browser, number) = sent_with(&house, &[("q-time", "yes")]).await;
        let state = async || texts(&house, sql!("SELECT state FROM application_state")).await.concat();
        for round in 1..=2_usize {
            house.kernel.clock.advance(60);
            let (a, b) = (format!("{}/withdrawal", base()), format!("{}/withdrawal", base()));
            tokio::join!(browser.post(&a, &[("reason", "")]), browser.post(&b, &[("reason", "")]));
            assert_eq!(state().await, "withdrawn");
            assert_eq!(house.mails().await.iter().filter(|m| m.contains("We won't review it")).count(), round);
            let status = browser.get(&base()).await.body;
            assert!(status.contains("You can submit it again until"), "{status}");
            let begun = browser.post(&format!("{}/changes", base()), &[("go", "check")]).await;
            assert_eq!(begun.location(), apply("check"));
            assert_eq!(state().await, "withdrawn", "beginning is not sending");
            let again = browser.post(&apply("check"), &[]).await;
            assert_eq!(again.location(), format!("{}?again=1", base()));
            assert_eq!(state().await, "undecided");
            let shown = lead.get(&s(&format!("applications/{number}"))).await.body;
            assert!(shown.contains("submitted again on"), "{shown}");
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM application")).await, 1);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM event WHERE verb = 'application.sent-again'")).await, 2);
        house.kernel.clock.set(at(DEADLINE).plus_seconds(1));
        browser.post(&format!("{}/withdrawal", base()), &[("reason", "")]).await;
        browser.post(&format!("{}/changes", base()), &[("go", "check")]).await;
        browser.post(&apply("check"), &[]).await;
        assert_eq!(state().await, "withdrawn");
        let status = browser.get(&base()).await.body;
        assert!(status.contains("submit it again. The deadline has passed"), "{status}");
        // Whoever has more time can still do so.
        let more = [("email", "nayeli@example.org"), ("until", "2025-02-05"), ("reason", "Storm")];
        let lead = house.as_person(lead.id.as_ref().expect("a lead"), Strength::TwoFactors).await;
        assert_eq!(lead.post(&s("call/extensions"), &more).await.status, StatusCode::SEE_OTHER);
        browser.post(&format!("{}/changes", base()), &[("go", "check")]).await;
        assert_eq!(browser.post(&apply("check"), &[]).await.location(), format!("{}?again=1", base()));
        assert_eq!(state().await, "undecided", "it is not late");
    }
}

#[tokio::test]
async fn changes_that_are_not_submitted_by_the_deadline_are_deleted_and_that_is_said() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        call_until(&lead, "2025-01-31").await;
        let (browser, number) = sent_with(&house, &[("q-time", "yes")]).await;
        browser.post(&format!("{}/changes", base()), &[]).await;
        answer(&browser, "Too late.").await;
        assert!(browser.get(&apply("3")).await.body.contains("We delete changes"), "said before");
        house.kernel.clock.set(at(DEADLINE));
        assert_eq!(changes::drop_overdue(&house.kernel).await.expect("drops"), 0, "the last second counts");
        house.kernel.clock.advance(1);
        // Over, before the worker comes and after.
        assert_eq!(browser.post(&apply("check"), &[]).await.location(), base());
        assert_eq!(answer(&browser, "Even later.").await.location(), base());
        for n in [1, 0] {
            let status = browser.get(&base()).await.body;
            assert!(status.contains("You didn&#39;t submit your changes by the deadline"), "{status}");
            assert!(status.contains("Version one.") && !status.contains("Change application"), "{status}");
            assert_eq!(changes::drop_overdue(&house.kernel).await.expect("drops"), n);
        }
        let mails = house.mails().await;
        assert_eq!(mails.iter().filter(|m| m.contains("Subject: Your changes weren't submitted")).count(), 1);
        let lead = house.as_person(lead.id.as_ref().expect("a lead"), Strength::TwoFactors).await;
        assert!(lead.get(&s(&format!("applications/{number}"))).await.body.contains("Version one."));
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM draft")).await, 1);
    }
}

/// At the deadline submitting and dropping meet: one of them wins, whole.
#[tokio::test]
async fn at_the_deadline_changes_are_either_submitted_or_deleted() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        call_until(&lead, "2025-01-31").await;
        let (browser, _) = sent_with(&house, &[("q-time", "yes")]).await;
        let begun = house.kernel.now();
        for round in 0..6 {
            house.kernel.clock.set(begun.plus_seconds(round));
            browser.post(&format!("{}/changes", base()), &[]).await;
            let text = format!("Round {round}.");
            answer(&browser, &text).await;
            house.kernel.clock.set(at(DEADLINE).plus_seconds(round % 2));
            let before = count(&house, sql!("SELECT COUNT(*) FROM application_version")).await;
            let check = apply("check");
            let (_, _, dropped) = tokio::join!(
                browser.post(&check, &[]),
                browser.post(&check, &[]),
                changes::drop_overdue(&house.kernel)
            );
            let dropped = dropped.expect("drops");
            let counts = texts(&house, sql!("SELECT answers FROM application")).await.concat().contains(&text);
            let more = count(&house, sql!("SELECT COUNT(*) FROM application_version")).await - before;
            assert_eq!(counts, round % 2 == 0, "in time counts, a second later does not");
            assert_eq!((more > 0, dropped), (counts, usize::from(!counts)));
            assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM draft")).await, 1);
        }
    }
}

/// Whatever an applicant does in whatever order, the team sees what was submitted last, and nothing else.
#[tokio::test]
async fn the_team_sees_what_was_submitted_last_whatever_happens() {
    for (name, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        call_until(&lead, "2025-01-31").await;
        let (browser, number) = sent_with(&house, &[("q-time", "yes")]).await;
        let page = s(&format!("applications/{number}"));
        let rng = Rng::fixed(if name == "sqlite" { 11 } else { 12 });
        let (mut sent, mut open, mut is_withdrawn) = ("Version one.".to_owned(), None::<String>, false);
        for step in 0..40 {
            house.kernel.clock.advance(1);
            match rng.below(6) {
                0 => {
                    browser.post(&format!("{}/changes", base()), &[]).await;
                    open.get_or_insert_with(|| sent.clone());
                }
                1 | 2 => {
                    let text = format!("Step {step}.");
                    answer(&browser, &text).await;
                    if let Some(open) = &mut open {
                        *open = text;
                    }
                }
                3 => {
                    browser.post(&apply("check"), &[]).await;
                    if let Some(text) = open.take() {
                        (sent, is_withdrawn) = (text, false);
                    }
                }
                4 => {
                    browser.post(&format!("{}/changes/removal", base()), &[]).await;
                    open = None;
                }
                _ => {
                    browser.post(&format!("{}/withdrawal", base()), &[("reason", "")]).await;
                    is_withdrawn = true;
                }
            }
            let shown = lead.get(&page).await.body;
            assert!(shown.contains(&sent), "step {step}: not {sent}");
            assert!(open.as_ref().is_none_or(|o| *o == sent || !shown.contains(o)), "step {step}: half done shows");
            let state = texts(&house, sql!("SELECT state FROM application_state")).await.concat();
            assert_eq!(state == "withdrawn", is_withdrawn, "step {step}");
        }
    }
}

#[tokio::test]
async fn files_change_with_the_rest_and_transcripts_stay() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let (recording, _) = call(&lead).await;
        let browser = begin(&house).await;
        fill(&browser).await;
        let browser = prove(&house, &browser).await;
        let file = apply(&format!("files/{recording}"));
        assert_eq!(browser.upload_answer(&file, &wave(900)).await.status, StatusCode::SEE_OTHER);
        assert_eq!(browser.post(&apply("check"), &[]).await.status, StatusCode::SEE_OTHER);
        let number = texts(&house, sql!("SELECT external_id FROM application")).await.concat();
        let first = texts(&house, sql!("SELECT id FROM upload WHERE removed_at IS NULL")).await.concat();
        let team = s(&format!("call/files/{number}"));
        let name = format!("transcript-{first}");
        lead.post(&format!("{team}/{first}/transcript"), &[(name.as_str(), "What they said.")]).await;
        let page = s(&format!("applications/{number}"));
        assert!(lead.get(&page).await.body.contains("What they said."));
        let submit = async || browser.post(&apply("check"), &[]).await.location().to_owned();

        // Another answer changes: the file and its transcript stay.
        browser.post(&format!("{}/changes", base()), &[]).await;
        assert!(browser.get(&file).await.body.contains(&first), "the file that was sent is there");
        answer(&browser, "Version two.").await;
        assert_eq!(submit().await, format!("{}?changed=1", base()));
        let shown = lead.get(&page).await.body;
        assert!(shown.contains("What they said.") && shown.contains("Version two."), "{shown}");

        // Another file, given up: the first one stays, and the other goes.
        browser.post(&format!("{}/changes", base()), &[]).await;
        assert_eq!(browser.upload_answer(&file, &wave(700)).await.status, StatusCode::SEE_OTHER);
        assert!(lead.get(&team).await.body.contains(&first), "half done");
        browser.post(&format!("{}/changes/removal", base()), &[]).await;
        let left = texts(&house, sql!("SELECT id FROM upload WHERE removed_at IS NULL")).await;
        assert_eq!(left, std::slice::from_ref(&first));

        // Submitted: it takes the first one's place.
        browser.post(&format!("{}/changes", base()), &[]).await;
        assert_eq!(browser.upload_answer(&file, &wave(500)).await.status, StatusCode::SEE_OTHER);
        assert_eq!(submit().await, format!("{}?changed=1", base()));
        let left = texts(&house, sql!("SELECT id FROM upload WHERE removed_at IS NULL")).await;
        assert!(left.len() == 1 && left[0] != first, "{left:?}");
        assert!(lead.get(&team).await.body.contains(&left[0]));
        assert!(!lead.get(&page).await.body.contains("What they said."), "nobody has heard this one");
    }
}

#[tokio::test]
async fn reviewers_and_leads_are_told_that_an_application_changed_after_a_review() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        call_until(&lead, "2025-01-31").await;
        let (browser, number) = sent_with(&house, &[("q-time", "yes")]).await;
        let page = s(&format!("applications/{number}"));
        lead.post(&format!("{page}/eligibility"), &[("eligible", "yes")]).await;
        let reader = house.someone("Tobias", Some(Role::Reviewer), Strength::TwoFactors).await;
        let rubric = [
            ("title_en-0", "Fit"),
            ("title_es-0", "x"),
            ("anchor1_en-0", "little"),
            ("anchor5_en-0", "much"),
            ("weight-0", "1"),
        ];
        assert_eq!(lead.post(&s("rubric"), &rubric).await.status, StatusCode::SEE_OTHER);
        let settings = [("reads_each", "1"), ("most_each", "5"), ("wide_gap", "2"), ("visible", "why-apply")];
        assert_eq!(lead.post(&s("reviewers"), &settings).await.status, StatusCode::SEE_OTHER);
        reader.post(&s("reviews/conflicts"), &[("ties", ""), ("none", "yes")]).await;
        let assigned = lead.post(&s("reviewers/assignment"), &[("undeclared", "yes")]).await.body;
        assert!(assigned.contains("One review was assigned"), "{assigned}");
        let desk = s("reviews/1");
        let review = [("score-fit", "2"), ("comment", "Thin."), ("go", "final")];
        reader.post(&desk, &review).await;
        assert!(reader.get(&desk).await.body.contains("Your scores are final"));

        house.kernel.clock.advance(60);
        browser.post(&format!("{}/changes", base()), &[]).await;
        answer(&browser, "Version two.").await;
        assert!(reader.get(&desk).await.body.contains("Your scores are final"), "half done tells nobody");
        browser.post(&apply("check"), &[]).await;
        let shown = reader.get(&desk).await.body;
        assert!(shown.contains("after your review") && shown.contains("Version two."), "{shown}");
        assert!(reader.get(&s("reviews")).await.body.contains("changed since"));
        assert!(reader.get("/").await.body.contains("1 application changed after you reviewed it"));
        assert!(lead.get(&page).await.body.contains("1 review was written before the change"));
        // The review counts until it is submitted again; putting it by does not take it out.
        house.kernel.clock.advance(60);
        let count_of = sql!("SELECT COUNT(*) FROM read WHERE state = 'counted'");
        reader.post(&desk, &[("score-fit", "3"), ("go", "later")]).await;
        assert_eq!(count(&house, count_of).await, 1);
        reader.post(&desk, &[("score-fit", "4"), ("comment", "Fuller."), ("go", "final")]).await;
        assert_eq!(count(&house, sql!("SELECT score FROM read_score")).await, 4);
        assert!(reader.get(&desk).await.body.contains("Your scores are final"));
        assert!(!lead.get(&page).await.body.contains("was written before the change"));
        reader.post(&desk, &review).await;
        assert_eq!(count(&house, sql!("SELECT score FROM read_score")).await, 4, "final again");
    }
}
