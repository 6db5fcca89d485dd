//! What those who choose see of reviews, what assigning says first, conflicts of interest, languages, emails.

use crate::common;

use axum::http::StatusCode;
use common::{Actor, House, pool, s};
use weft_admission::reviews::reminders;
use weft_admission::selection::reminders as invited;
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

const RUBRIC: [(&str, &str); 10] = [
    ("title_en-0", "Fit"),
    ("title_es-0", "Encaje"),
    ("anchor1_en-0", "little"),
    ("anchor5_en-0", "much"),
    ("weight-0", "3"),
    ("title_en-1", "Care"),
    ("title_es-1", "Cuidado"),
    ("anchor1_en-1", "little"),
    ("anchor5_en-1", "much"),
    ("weight-1", "1"),
];

async fn reviewers<'h>(house: &'h House, lead: &Actor<'_>, names: &[&str]) -> Vec<Actor<'h>> {
    assert_eq!(lead.post(&s("rubric"), &RUBRIC).await.status, StatusCode::SEE_OTHER);
    let mut all = Vec::new();
    for name in names {
        all.push(house.someone(name, Some(Role::Reviewer), Strength::TwoFactors).await);
    }
    all
}

async fn set(house: &House, lead: &Actor<'_>, visible: bool) {
    let why = house.column("why_apply").await;
    let mut fields = vec![
        ("reads_each", "2"),
        ("most_each", "40"),
        ("wide_gap", "4"),
        ("due_on", "2025-01-31"),
        ("remind_days", "3"),
    ];
    if visible {
        fields.push(("visible", &why));
    }
    assert_eq!(lead.post(&s("reviewers"), &fields).await.status, StatusCode::SEE_OTHER);
}

async fn declare(reviewer: &Actor<'_>, text: &str) -> common::Answer {
    let none = if text.is_empty() { "yes" } else { "" };
    reviewer.post(&s("reviews/conflicts"), &[("ties", text), ("none", none)]).await
}

/// Numbers on someone's list.
fn places(list: &str) -> Vec<usize> {
    list.split("<li>").filter_map(|c| c.split("/reviews/").nth(1)?.split('"').next()?.parse().ok()).collect()
}

#[tokio::test]
async fn those_who_choose_see_each_review_after_closing_and_reviewers_know_before() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let owner = house.someone("Olga", Some(Role::Owner), Strength::TwoFactors).await;
        house.import(&pool()).await;
        let all = reviewers(&house, &lead, &["Tobias", "Renata"]).await;
        set(&house, &lead, true).await;
        for reviewer in &all {
            declare(reviewer, "").await;
        }
        lead.post(&s("reviewers/assignment"), &[]).await;
        for reviewer in &all {
            let list = places(&reviewer.get(&s("reviews")).await.body);
            let desk = reviewer.get(&s(&format!("reviews/{}", list[0]))).await.body;
            assert!(desk.contains("program leads see your scores and notes with your name"), "{engine}: {desk}");
            for place in list {
                let name = if reviewer.id == all[0].id { "TOBIAS-NOTE" } else { "RENATA-NOTE" };
                let fields = [("score-fit", "5"), ("score-care", "1"), ("comment", name), ("go", "final")];
                reviewer.post(&s(&format!("reviews/{place}")), &fields).await;
            }
        }
        let before = lead.get(&s("applications/A01")).await.body;
        assert!(!before.contains("TOBIAS-NOTE") && !before.contains("Care"), "{engine}: nothing while it is open");
        lead.post(&s("reviewers/closing"), &[]).await;
        let page = lead.get(&s("applications/A01")).await.body;
        for says in ["Tobias: 4.00", "Renata: 4.00", "TOBIAS-NOTE", "RENATA-NOTE", "Fit", "Care", "average 4.00 from 2"]
        {
            assert!(page.contains(says), "{engine}: {says}: {page}");
        }
        // The owner sees scores and notes, and not whose they are.
        let page = owner.get(&s("applications/A01")).await.body;
        assert!(page.contains("Reviewer 1: 4.00") && page.contains("TOBIAS-NOTE"), "{engine}: {page}");
        assert!(!page.contains("Tobias") && !page.contains("Renata"), "{engine}: named to the owner");
        // In the composer too.
        lead.post(&s("selection/goals-file"), &[("toml", common::GOALS)]).await;
        let composition = lead.post(&s("composer"), &[("name", "Try")]).await.location().to_owned();
        let person = lead.get(&format!("{composition}/people/A01")).await.body;
        assert!(person.contains("TOBIAS-NOTE") && person.contains("average 4.00 from 2"), "{engine}: {person}");
        // Opened again, they are hidden again; once decisions were sent it stays closed.
        lead.post(&s("reviewers/reopening"), &[]).await;
        assert!(!lead.get(&s("applications/A01")).await.body.contains("TOBIAS-NOTE"), "{engine}");
        assert_eq!(all[0].get(&s("reviews/1")).await.status, StatusCode::OK, "{engine}");
        lead.post(&s("reviewers/closing"), &[]).await;
        let fields = [("subject_en", "x"), ("subject_es", "x"), ("text_en", "x"), ("text_es", "x")];
        lead.post(&s("decisions"), &fields).await;
        owner.post(&s("decisions/sending"), &[]).await;
        lead.post(&s("reviewers/reopening"), &[]).await;
        let monitor = lead.get(&s("reviewers")).await.body;
        assert!(monitor.contains("Reviews are closed") && !monitor.contains("Reopen reviews"), "{engine}");
    }
}

#[tokio::test]
async fn closing_with_open_reviews_asks_with_their_number() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        let all = reviewers(&house, &lead, &["Tobias", "Renata"]).await;
        set(&house, &lead, true).await;
        for reviewer in &all {
            declare(reviewer, "").await;
        }
        lead.post(&s("reviewers/assignment"), &[]).await;
        let asked = lead.post(&s("reviewers/closing"), &[]).await.location().to_owned();
        let page = lead.get(asked.split('#').next().expect("a path")).await.body;
        assert!(
            page.contains("22 reviews aren&#39;t finished") && page.contains("Reviews are open"),
            "{engine}: {page}"
        );
        lead.post(&s("reviewers/closing"), &[("sure", "yes")]).await;
        let page = lead.get(&s("reviewers")).await.body;
        assert!(page.contains("Reopen reviews"), "{engine}: {page}");
        lead.post(&s("reviewers/reopening"), &[]).await;
        assert_eq!(all[0].get(&s("reviews/1")).await.status, StatusCode::OK, "{engine}");
        // Whoever is to be replaced is asked about, with the number.
        let id = all[0].id.as_ref().expect("someone");
        let page = lead.get(&s(&format!("reviewers?ask=replace&who={id}"))).await.body;
        assert!(page.contains("Reassign the reviews of Tobias?") && page.contains("Reassign 11 reviews"), "{page}");
    }
}

#[tokio::test]
async fn assigning_says_what_reviewers_will_see_and_stops_when_it_is_nothing() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool().replace("Because 3,", ",")).await;
        let all = reviewers(&house, &lead, &["Tobias", "Renata"]).await;
        set(&house, &lead, false).await;
        for reviewer in &all {
            declare(reviewer, "").await;
        }
        let refused = lead.post(&s("reviewers/assignment"), &[]).await.body;
        assert!(refused.contains("t see any answers, so you can"), "{engine}: {refused}");
        assert!(places(&all[0].get(&s("reviews")).await.body).is_empty(), "{engine}: nothing was assigned");
        let by_hand = lead.post(&s("reviewers/by-hand"), &[("hand", "A01,Tobias")]).await;
        assert!(by_hand.body.contains("t see any answers, so you can"), "{engine}");
        // Shown in one step, by the id of the question.
        assert!(
            refused.contains("Show to reviewers") && refused.contains("10 of 11 applications have text"),
            "{engine}: {refused}"
        );
        let why = house.column("why_apply").await;
        lead.post(&s("reviewers/visible"), &[("show", &why)]).await;
        let page = lead.get(&s("reviewers")).await.body;
        assert!(page.contains("<strong>10 of 11 applications have text</strong>"), "{engine}: {page}");
        assert!(page.contains("One application has nothing that reviewers can see"), "{engine}");
        assert!(lead.post(&s("reviewers/assignment"), &[]).await.body.contains("22 reviews were assigned"), "{engine}");
    }
}

#[tokio::test]
async fn nobody_reviews_before_declaring_and_names_that_look_alike_are_asked_about() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house
            .import(&pool().replace("Org 1,", "Cumberland Housing Table,").replace("Org 2,", "Mesa Verde Fund,"))
            .await;
        let all = reviewers(&house, &lead, &["Tobias", "Renata", "Quill"]).await;
        set(&house, &lead, true).await;
        // Nothing typed and nothing checked is no declaration.
        let empty = all[0].post(&s("reviews/conflicts"), &[("ties", "")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(lead.post(&s("reviewers/assignment"), &[]).await.body.contains("Nothing was assigned"), "{engine}");
        declare(&all[0], "Cumberland Housing\r\nMesa Verde Funds").await;
        let page = all[0].get(&s("reviews")).await.body;
        assert!(
            page.contains("“Cumberland Housing” and “Cumberland Housing Table”")
                && page.contains("“Mesa Verde Funds” and “Mesa Verde Fund”"),
            "{engine}: {page}"
        );
        // They answer one of them; the other counts as a conflict.
        let at = i32::from(page.find("Cumberland") >= page.find("Mesa"));
        let (same, other) = (format!("same-{at}"), format!("other-{at}"));
        all[0].post(&s("reviews/conflicts/answers"), &[(&same, "no"), (&other, "cumberlandhousingtable")]).await;
        declare(&all[1], "").await;
        let monitor = lead.get(&s("reviewers")).await.body;
        assert!(
            monitor.contains("different: can be assigned")
                && monitor.contains("similar name: not assigned until someone answers")
                && monitor.contains("get no reviews: Quill"),
            "{engine}: {monitor}"
        );
        let done = lead.post(&s("reviewers/assignment"), &[]).await.body;
        assert!(done.contains("21 reviews were assigned"), "{engine}: eleven each but one conflict: {done}");
        assert!(done.contains("t be assigned (English)") && done.contains("(English): A02"), "{engine}: {done}");
        assert!(done.contains("No reviews were assigned to Quill"), "{engine}");
        let texts = async |reviewer: &Actor<'_>| {
            let mut all = String::new();
            for place in places(&reviewer.get(&s("reviews")).await.body) {
                all.push_str(&reviewer.get(&s(&format!("reviews/{place}"))).await.body);
            }
            all
        };
        let read = texts(&all[0]).await;
        assert!(read.contains("Because 1<") && !read.contains("Because 2<"), "{engine}");
        // A lead says that the other is different too, and lets Quill review without a declaration.
        let id = all[0].id.as_ref().expect("someone").to_string();
        let fields = [("reader", id.as_str()), ("named", "mesaverdefunds"), ("other", "mesaverdefund"), ("same", "no")];
        lead.post(&s("reviewers/conflicts"), &fields).await;
        let made_up = [("reader", id.as_str()), ("named", "x"), ("other", "y"), ("same", "no")];
        assert_eq!(lead.post(&s("reviewers/conflicts"), &made_up).await.status, StatusCode::NOT_FOUND, "{engine}");
        let done = lead.post(&s("reviewers/assignment"), &[("undeclared", "yes")]).await.body;
        assert!(done.contains("One review was assigned"), "{engine}: {done}");
    }
}

#[tokio::test]
async fn an_application_goes_to_someone_who_reads_its_language() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let mut csv = String::from("application_id,first_name,last_name,email,language,why_apply,eligibility\n");
        for i in 0..6 {
            let language = if i < 3 { "Spanish" } else { "English" };
            csv.push_str(&format!("L{i},Given{i},Family{i},l{i}@example.org,{language},Because {i},eligible\n"));
        }
        house.import(&csv).await;
        let all = reviewers(&house, &lead, &["Tobias", "Renata", "Quill"]).await;
        set(&house, &lead, true).await;
        declare(&all[0], "").await;
        declare(&all[2], "").await;
        let fields = [("ties", ""), ("none", "yes"), ("reads", "es"), ("reads", "en")];
        all[1].post(&s("reviews/conflicts"), &fields).await;
        // Two reviews each are wanted, and one person reads Spanish: it is said before, by name and number.
        let page = lead.get(&s("reviewers")).await.body;
        assert!(
            page.contains("Español: 3 applications have too few possible reviewers (L0, L1, L2)")
                && page.contains("Reviewers in this language: Renata"),
            "{engine}: {page}"
        );
        let done = lead.post(&s("reviewers/assignment"), &[]).await.body;
        assert!(
            done.contains("9 reviews were assigned") && done.contains("3 couldn&#39;t be assigned"),
            "{engine}: {done}"
        );
        for (reviewer, may) in [(&all[0], false), (&all[1], true), (&all[2], false)] {
            let list = places(&reviewer.get(&s("reviews")).await.body);
            let mut read = String::new();
            for place in list {
                read.push_str(&reviewer.get(&s(&format!("reviews/{place}"))).await.body);
            }
            let spanish = ["Because 0<", "Because 1<", "Because 2<"].iter().filter(|t| read.contains(**t)).count();
            assert_eq!(spanish, if may { 3 } else { 0 }, "{engine}");
        }
        assert!(
            lead.post(&s("reviewers/by-hand"), &[("hand", "L0,Tobias")]).await.body.contains("t read the application"),
            "{engine}"
        );
        // A lead knows that Quill reads Spanish too.
        let id = all[2].id.as_ref().expect("someone");
        lead.post(&s(&format!("reviewers/{id}/languages")), &[("reads", "en"), ("reads", "es")]).await;
        let done = lead.post(&s("reviewers/assignment"), &[]).await.body;
        assert!(done.contains("3 reviews were assigned") && !done.contains("t be assigned"), "{engine}: {done}");
    }
}

#[tokio::test]
async fn reviewers_hear_of_reviews_and_are_reminded_once() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        let all = reviewers(&house, &lead, &["Tobias", "Renata"]).await;
        set(&house, &lead, true).await;
        for reviewer in &all {
            declare(reviewer, "").await;
        }
        for _ in 0..2 {
            lead.post(&s("reviewers/assignment"), &[]).await;
        }
        let about = |mails: &[String], words: &str| mails.iter().filter(|m| m.contains(words)).count();
        let mails = house.mails().await;
        assert_eq!(about(&mails, "11 applications to review"), 2, "{engine}: once each");
        assert!(mails.iter().any(|m| m.contains(&s("reviews"))), "{engine}: with the way there");
        // The day is January 31 and three days are set: not on the 27th, once on the 28th.
        let at = |day: i64| Time::parse("2025-01-01T15:00:00Z").expect("a moment").plus_days(day - 1);
        for (day, n) in [(27, 0), (28, 2), (29, 0), (31, 0)] {
            house.kernel.clock.set(at(day));
            assert_eq!(reminders::send(&house.kernel).await.expect("looks"), n, "{engine}: January {day}");
        }
        let mails = house.mails().await;
        assert_eq!(about(&mails, "You still have"), 2, "{engine}");
        let mut conn = house.kernel.db.read().await.expect("reads");
        let (n,): (i64,) = conn.one(sql!("SELECT COUNT(*) FROM reader_reminder"), args![]).await.expect("counts");
        assert_eq!(n, 2, "{engine}");
    }
}

#[tokio::test]
async fn invited_people_are_reminded_once_and_both_links_work() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        common::read_pool(&house).await;
        common::choose(&lead).await;
        let start = Time::parse(common::START).expect("a moment");
        for (days, n) in [(0, 0), (10, 0), (12, 4), (13, 0)] {
            house.kernel.clock.set(start.plus_days(days));
            assert_eq!(invited::send(&house.kernel).await.expect("looks"), n, "{engine}: day {days}");
        }
        let mails = house.mails().await;
        let reminders: Vec<&String> =
            mails.iter().filter(|m| m.contains("Please respond to your invitation")).collect();
        assert_eq!(reminders.len(), 4, "{engine}");
        let visitor = house.visitor();
        let second = common::link(reminders[0], "/invitation/").to_owned();
        let to = |m: &str| m.lines().find_map(|l| l.strip_prefix("To: ").map(str::to_owned));
        let first = mails
            .iter()
            .find(|m| {
                !m.contains("Please respond to your invitation")
                    && to(m) == to(reminders[0])
                    && m.contains("/invitation/")
            })
            .map(|m| common::link(m, "/invitation/").to_owned())
            .expect("the first email");
        assert_ne!(first, second, "{engine}");
        assert!(visitor.get(&first).await.status.is_success() && visitor.get(&second).await.status.is_success());
        assert!(visitor.post(&second, &[("answer", "accept")]).await.body.contains("Welcome"), "{engine}");
        assert_eq!(invited::send(&house.kernel).await.expect("looks"), 0, "{engine}: who has answered is left alone");
    }
}

#[tokio::test]
async fn values_that_look_alike_are_exact_and_merged_only_where_meant() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let csv = pool().replacen(",housing,", ",Housing,", 3);
        house.import(&csv).await;
        let page = lead.get(&s("selection/goals")).await.body;
        let keys: Vec<&str> =
            page.split("name=\"min-primary-issue-area-housing-").skip(1).filter_map(|t| t.split('"').next()).collect();
        assert_eq!(keys.len(), 2, "{engine}: each has fields of its own: {page}");
        assert_ne!(keys[0], keys[1], "{engine}");
        let names: Vec<String> = keys.iter().map(|k| format!("min-primary-issue-area-housing-{k}")).collect();
        let fields = [("seats", "4"), ("eligible", "yes"), (names[0].as_str(), "1"), (names[1].as_str(), "2")];
        assert_eq!(lead.post(&s("selection/goals"), &fields).await.location(), s("selection"), "{engine}");
        let goals = async || {
            let mut conn = house.kernel.db.read().await.expect("reads");
            let sql = sql!("SELECT goals FROM goal_set ORDER BY version DESC LIMIT 1");
            conn.one::<(String,)>(sql, args![]).await.expect("goals").0
        };
        let set = goals().await;
        assert!(set.contains("\"Housing\"") && set.contains("\"housing\""), "{engine}: {set}");
        // Merged by the lead, and apart again.
        assert!(page.contains("Count “Housing” as “housing”"), "{engine}: {page}");
        let pair = [("field", "primary_issue_area"), ("value", "Housing"), ("counted_as", "housing")];
        let other = [("field", "primary_issue_area"), ("value", "Housing"), ("counted_as", "health")];
        assert_eq!(lead.post(&s("selection/merge"), &other).await.status, StatusCode::NOT_FOUND, "{engine}");
        lead.post(&s("selection/merge"), &pair).await;
        let page = lead.get(&s("selection/goals")).await.body;
        assert!(page.contains("“Housing” is counted as “housing”"), "{engine}: {page}");
        assert!(page.contains("housing <span class=\"soft\">(11)</span>"), "{engine}: {page}");
        lead.post(&s("selection/merge/undo"), &pair[..2]).await;
        assert!(lead.get(&s("selection/goals")).await.body.contains("Count “Housing” as “housing”"), "{engine}");
    }
}

#[tokio::test]
async fn identity_is_told_in_totals_under_the_floor_and_staff_see_what_filters_count() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let funder = house.someone("Fay", Some(Role::Funder), Strength::TwoFactors).await;
        let mut csv = String::from("application_id,first_name,last_name,email,region,gender,eligibility\n");
        for i in 0..40 {
            let gender = match i {
                0..=24 => "Woman",
                25..=37 => "Man",
                _ => "SECRET-RARE",
            };
            let region = if i < 2 { "Islands" } else { "Mainland" };
            csv.push_str(&format!("T{i:02},Given{i},Family{i},t{i}@example.org,{region},{gender},eligible\n"));
        }
        house.import(&csv).await;
        for (who, floor) in [(&lead, "all"), (&lead, "staff"), (&lead, ""), (&funder, ""), (&funder, "all")] {
            let page = who.get(&s(&format!("pool-report?floor={floor}"))).await.body;
            assert!(!page.contains("SECRET-RARE"), "{engine}, {floor}: two people are no total");
        }
        let staff = lead.get(&s("pool-report?floor=staff")).await.body;
        assert!(staff.contains("Woman") && staff.contains(">25<") || staff.contains("25\n"), "{engine}: {staff}");
        assert!(!staff.contains("Islands"), "{engine}");
        // The rows of a table add up to its people, on the page and in the file, under a heading in words.
        assert!(staff.contains("Gender, n = 40") && staff.contains("Not shown, or no answer"), "{engine}: {staff}");
        let csv = lead.get(&s("pool-report/counts.csv?floor=staff")).await.body;
        let rows = csv.lines().filter(|l| l.starts_with("\"Gender\","));
        let counts: Vec<i64> = rows.filter_map(|l| l.split(',').rev().nth(2)?.trim_matches('"').parse().ok()).collect();
        assert_eq!(counts.iter().sum::<i64>(), 40, "{engine}: {csv}");
        // What the list's filter counts is no secret from staff; outside it is.
        assert!(lead.get(&s("applications")).await.body.contains("Islands (2)"), "{engine}");
        let all = lead.get(&s("pool-report?floor=all")).await.body;
        assert!(all.contains("Islands") && all.contains("Don’t share it"), "{engine}: {all}");
        assert!(!funder.get(&s("pool-report?floor=all")).await.body.contains("Islands"), "{engine}");
        // A bar of everyone fills the width: 38 of 40 is 570 of 600.
        assert!(all.contains("class=\"fill\" width=\"570\""), "{engine}: {all}");
    }
}
