//! The cohort's public page: nobody outside sees it before a lead publishes it, and then only what each member agreed
//! to.

use crate::common;

use axum::http::StatusCode;
use common::meet::{again, count};
use common::{Actor, House, link, pool, s};
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

const PAGE: &str = "/cohorts/season-2025";

/// The invitations that went out, by the address they went to.
async fn invitations(house: &House) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = house
        .mails()
        .await
        .iter()
        .filter(|m| m.contains("/invitation/"))
        .map(|m| {
            let to = m.split("\r\nTo: ").nth(1).and_then(|r| r.split("\r\n").next()).unwrap_or_default();
            (to.to_owned(), link(m, "/invitation/").to_owned())
        })
        .collect();
    all.sort();
    all
}

/// A season with four invited; the browser of its lead.
async fn invited(house: &House) -> (Actor<'_>, Vec<String>) {
    let lead = house.lead().await;
    house.import(&pool()).await;
    common::read_pool(house).await;
    common::choose(&lead).await;
    let paths: Vec<String> = invitations(house).await.into_iter().map(|(_, path)| path).collect();
    assert_eq!(paths.len(), 4);
    (lead, paths)
}

/// Who holds a seat, in the order in which they took it.
async fn members(house: &House) -> Vec<(Id, String)> {
    let sql = sql!(
        "SELECT p.id, p.display_name FROM member m JOIN person p ON p.id = m.person_id ORDER BY m.joined_at, m.id"
    );
    house.kernel.db.read().await.expect("reads").all(sql, args![]).await.expect("reads")
}

async fn set(house: &House, sql: weft_kernel::db::Sql, id: &Id) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(sql, args![id]).await.expect("changes");
    tx.commit().await.expect("commits");
}

/// The page is not there, and is no different from one that never was.
async fn is_missing(actor: &Actor<'_>, path: &str) {
    let (answer, never) = (actor.get(path).await, actor.get("/cohorts/never-was").await);
    let code = |p: &str| p.replace('/', "%2F");
    let same = answer.body.replace(path, "/cohorts/never-was").replace(&code(path), &code("/cohorts/never-was"));
    assert_eq!((answer.status, same), (StatusCode::NOT_FOUND, never.body), "{path}");
}

#[tokio::test]
async fn it_is_public_from_the_day_on_for_which_a_lead_publishes_it() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let (lead, paths) = invited(&house).await;
        assert!(!lead.get(&s("")).await.body.contains("Publish the cohort page"), "nobody has a seat yet");
        let asked = house.visitor().get(&paths[0]).await.body;
        assert!(
            asked.contains("What may we share about you?") && asked.matches("name=\"show\"").count() == 5,
            "{asked}"
        );
        assert!(!asked.contains(" checked>"), "nothing is chosen for them");
        let all = ["name", "role_title", "organization", "photo", "bio"].map(|f| ("show", f));
        let yes = [&[("answer", "accept")], &all[..]].concat();
        let first = house.visitor().post(&paths[0], &yes).await.body;
        assert!(first.contains("these 5 things") && first.contains("My organization"), "{first}");
        let again_said = house.visitor().post(&paths[0], &[("answer", "accept")]).await.body;
        assert!(again_said.contains("these 5 things"), "the first answer stands: {again_said}");
        house.kernel.clock.advance(1);
        let no = house.visitor().post(&paths[1], &[("answer", "accept")]).await.body;
        assert!(no.contains("won’t show you"), "{no}");
        house.kernel.clock.advance(1);
        house.visitor().post(&paths[2], &[("answer", "accept"), ("show", "name")]).await;
        let seated = members(&house).await;
        let [(one, one_name), (two, two_name), (_, three_name)] = &seated[..] else { panic!("{seated:?}") };
        set(&house, sql!("UPDATE person SET bio = 'I garden at night.' WHERE id = $1"), one).await;
        set(&house, sql!("UPDATE person SET bio = 'Never shown.' WHERE id = $1"), two).await;

        // Before it is published: the missing page outside, a preview inside.
        let csv = format!("{PAGE}/snapshot.csv");
        let rue = house.someone("Rue", Some(Role::Reviewer), Strength::TwoFactors).await;
        let by_link = house.someone("Lia", Some(Role::Lead), Strength::Link).await;
        for outside in [&house.visitor(), &rue, &by_link] {
            is_missing(outside, PAGE).await;
            is_missing(outside, &csv).await;
        }
        let (member, nay) = (house.as_person(one, Strength::Link).await, house.as_person(two, Strength::Link).await);
        for inside in [&lead, &member, &nay] {
            let page = inside.get(PAGE).await.body;
            let page = page.split("<main").nth(1).expect("a page").to_owned();
            assert!(page.contains("This is a preview") && page.contains(one_name.as_str()), "{page}");
            assert!(page.contains("I garden at night.") && !page.contains(two_name.as_str()), "{page}");
        }
        assert!(!house.visitor().get("/programs/rooted").await.body.contains(PAGE));
        let me = member.get("/me").await.body;
        assert!(me.contains("What the public sees about you") && me.contains("isn&#39;t public yet"), "{me}");

        // The road: from the season's page to the form, which says what will be seen and of how many.
        assert!(lead.get(&s("")).await.body.contains("Publish the cohort page"));
        let form = lead.get(&s("public-page")).await.body;
        for said in ["of 3 members are shown by name", "answered and isn’t shown", "2 people are shown by name"] {
            assert!(form.contains(said), "{said}: {form}");
        }
        assert!(form.contains("Eastern Time"), "the zone of the day: {form}");
        for actor in [&member, &rue, &house.visitor()] {
            assert_eq!(actor.get(&s("public-page")).await.status, StatusCode::NOT_FOUND);
            assert_eq!(actor.post(&s("public-page"), &[("when", "now")]).await.status, StatusCode::NOT_FOUND);
        }
        for (day, time) in [("2024-01-05", "09:00"), ("2025-03-09", "02:30"), ("", "09:00"), ("2026-03-01", "x")] {
            let wrong = [("when", "later"), ("day", day), ("time", time)];
            let answer = lead.post(&s("public-page"), &wrong).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{day} {time}");
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM cohort_release")).await, 0);
        let later = [("when", "later"), ("day", "2025-02-03"), ("time", "09:00")];
        for _ in 0..2 {
            assert_eq!(lead.post(&s("public-page"), &later).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM cohort_release")).await, 1, "{engine}");
        let page = lead.get(&s("public-page")).await.body;
        assert!(page.contains("becomes public on Mon, Feb 3, 2025, 9:00 a.m."), "{page}");
        is_missing(&house.visitor(), PAGE).await;
        // Nine in the season's zone is two in the afternoon in London: a minute before, nobody sees it.
        house.kernel.clock.set(Time::parse("2025-02-03T13:59:00Z").expect("a moment"));
        is_missing(&house.visitor(), PAGE).await;
        house.kernel.clock.set(Time::parse("2025-02-03T14:00:00Z").expect("a moment"));
        let out = house.visitor().get(PAGE).await.body;
        for shown in [one_name.as_str(), three_name.as_str(), "I garden at night."] {
            assert!(out.contains(shown), "{shown}: {out}");
        }
        assert!(!out.contains(two_name.as_str()) && !out.contains("Never shown.") && !out.contains("preview"));
        assert!(house.visitor().get("/programs/rooted").await.body.contains(PAGE));
        let (lead, member) = (again(&lead).await, again(&member).await);
        assert!(member.get("/me").await.body.contains("The cohort page is public."));

        // Whoever said no is not counted: without them, the page is the same.
        set(&house, sql!("UPDATE member SET left_at = 1 WHERE person_id = $1"), two).await;
        assert_eq!(common::without_keys(&house.visitor().get(PAGE).await.body), common::without_keys(&out));
        set(&house, sql!("UPDATE member SET left_at = NULL WHERE person_id = $1"), two).await;

        // Taken back, and gone, at once.
        member.post(&s("consent"), &[("field", "organization")]).await;
        assert!(!house.visitor().get(PAGE).await.body.contains(one_name.as_str()));
        member.post(&s("consent"), &[("field", "name")]).await;
        assert!(house.visitor().get(PAGE).await.body.contains(one_name.as_str()));
        set(&house, sql!("UPDATE member SET left_at = 1 WHERE person_id = $1"), one).await;
        assert!(!house.visitor().get(PAGE).await.body.contains(one_name.as_str()), "left");
        set(&house, sql!("UPDATE member SET left_at = NULL WHERE person_id = $1"), one).await;

        // Taken down.
        for _ in 0..2 {
            assert_eq!(lead.post(&s("public-page/down"), &[]).await.status, StatusCode::SEE_OTHER);
        }
        is_missing(&house.visitor(), PAGE).await;
        assert!(!house.visitor().get("/programs/rooted").await.body.contains(PAGE));
        assert!(lead.get(&s("public-page")).await.body.contains("isn’t public"));
        lead.post(&s("public-page"), &[("when", "now")]).await;
        assert_eq!(house.visitor().get(PAGE).await.status, StatusCode::OK);
        let sql = sql!("SELECT COUNT(*) FROM event WHERE verb IN ('cohort.published', 'cohort.taken-down')");
        assert_eq!(count(&house, sql).await, 3);
    }
}

#[tokio::test]
async fn who_was_not_asked_in_an_invitation_is_asked_on_their_start_page() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let noor = house.someone("Noor", Some(Role::Participant), Strength::Link).await;
        assert!(noor.get("/").await.body.contains("Choose what the public page shows about you."));
        let form = lead.get(&s("public-page")).await.body;
        assert!(form.contains("hasn’t answered yet") && form.contains("<li>Noor</li>"), "{form}");
        // No is an answer, too.
        noor.post(&s("consent"), &[]).await;
        assert!(!noor.get("/").await.body.contains("Choose what the public page shows about you."));
        let form = lead.get(&s("public-page")).await.body;
        assert!(form.contains("haven’t answered yet") && !form.contains("<li>Noor</li>"), "{form}");
        assert!(form.contains("Nobody is shown by name."), "{form}");
    }
}

#[tokio::test]
async fn members_see_of_one_another_no_less_than_the_public_does() {
    let house = House::new(None).await;
    let (_, paths) = invited(&house).await;
    house.visitor().post(&paths[0], &[("answer", "accept"), ("show", "name"), ("show", "organization")]).await;
    house.kernel.clock.advance(1);
    house.visitor().post(&paths[1], &[("answer", "accept")]).await;
    let seated = members(&house).await;
    let member = house.as_person(&seated[1].0, Strength::Link).await;
    let page = member.get(&s("cohort")).await.body;
    assert!(page.contains(&seated[0].1) && page.contains(&seated[1].1) && page.contains("Org "), "{page}");
    assert_eq!(page.matches("Org ").count(), 1, "one of the two shares it: {page}");
}

#[tokio::test]
async fn whoever_keeps_their_name_is_in_no_number_and_reads_so() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let (lead, paths) = invited(&house).await;
        for path in &paths {
            house.visitor().post(path, &[("answer", "accept"), ("show", "name")]).await;
            house.kernel.clock.advance(1);
        }
        let seated = members(&house).await;
        assert_eq!(seated.len(), 4);
        let all = [("field", "name"), ("field", "region"), ("field", "issue_area"), ("field", "role_level")];
        for (id, _) in &seated {
            house.as_person(id, Strength::Link).await.post(&s("consent"), &all).await;
        }
        assert_eq!(lead.post(&s("public-page"), &[("when", "now")]).await.status, StatusCode::SEE_OTHER);
        let csv = format!("{PAGE}/snapshot.csv");
        let read = async |path: &str| common::without_keys(&house.visitor().get(path).await.body);
        let four = read(&csv).await;
        assert!(four.contains("\"shown_by_name\",\"\",\"4\"") && four.contains("\"role_level\",\"director\",\"4\""));
        assert!(read(PAGE).await.contains("Region: 4 of 4 named"), "{engine}");

        // One of four keeps their name and agrees to everything else: three by name, and three in every number.
        let shy = &seated[3];
        let kept = house.as_person(&shy.0, Strength::Link).await;
        kept.post(&s("consent"), &all[1..]).await;
        let (page, numbers) = (read(PAGE).await, read(&csv).await);
        assert!(page.contains("Region: 3 of 3 named") && page.contains("the 3 people named"), "{engine}: {page}");
        assert!(numbers.contains("\"role_level\",\"director\",\"3\"") && !numbers.contains("\"4\""), "{numbers}");
        // Everywhere they look they read that nothing of theirs is shown.
        let own = kept.get(&s("consent")).await.body;
        assert!(own.contains("You didn’t choose your name") && own.contains("only with your name"), "{own}");
        assert!(kept.get("/me").await.body.contains("because you didn&#39;t choose to show your name"));
        // Whether they are there or not, the page and the file are the same.
        set(&house, sql!("UPDATE member SET left_at = 1 WHERE person_id = $1"), &shy.0).await;
        assert_eq!((read(PAGE).await, read(&csv).await), (page, numbers), "{engine}");
    }
}

#[tokio::test]
async fn accepting_without_a_name_says_that_nothing_is_shown() {
    let house = House::new(None).await;
    let (_, paths) = invited(&house).await;
    let yes = [("answer", "accept"), ("show", "organization"), ("show", "bio")];
    let said = house.visitor().post(&paths[0], &yes).await.body;
    assert!(said.contains("won’t show you") && !said.contains("My organization"), "{said}");
}
