//! Registration: the last seat once, a list that moves by itself, links that leave and pass on, calendars that follow.

use crate::common;

use axum::http::StatusCode;
use common::meet::{again, count};
use common::typed::{confirm, newest, offer, prove};
use common::{Actor, House, SEASON, link, s, without_keys};
use futures_util::future::join_all;
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

/// A season that anyone may join: a chosen cohort is not registered for.
async fn lab(house: &House) -> Actor<'_> {
    let lead = house.lead().await;
    assert_eq!(lead.get(&s("registration")).await.status, StatusCode::NOT_FOUND);
    house.as_lab().await;
    lead
}

async fn register(house: &House, n: usize, need: &str) -> common::Answer {
    let (given, family, email) = (format!("Given{n}"), format!("Family{n}"), format!("person{n}@example.org"));
    let fields = [
        ("given_name", given.as_str()),
        ("family_name", &family),
        ("email", &email),
        ("language", "en"),
        ("need", need),
    ];
    house.visitor().post(&format!("/register/{SEASON}"), &fields).await
}

/// Registers, and uses the link of the letter; returns that link.
async fn registered(house: &House, n: usize, need: &str) -> String {
    assert_eq!(register(house, n, need).await.status, StatusCode::OK);
    confirm(house, &format!("person{n}@example.org")).await
}

/// The link of an offer that is over says so and does nothing.
fn ended(answer: &common::Answer) {
    assert!(
        answer.status == StatusCode::UNPROCESSABLE_ENTITY && answer.body.contains("This offer has ended."),
        "{} {}",
        answer.status,
        answer.body
    );
}

#[tokio::test]
async fn an_offer_opens_when_nothing_is_missing() {
    let house = House::new(None).await;
    let lead = lab(&house).await;
    let page = lead.get(&s("registration")).await.body;
    assert!(page.contains("No gathering has been published yet") && page.contains("Save the settings"), "{page}");
    let path = format!("/register/{SEASON}");
    lead.post(&s("registration"), &[("closes_on", "2025-02-20"), ("price_en", "Free")]).await;
    lead.post(&s("registration/opening"), &[]).await;
    assert_eq!(
        house.visitor().get(&path).await.status,
        StatusCode::NOT_FOUND,
        "the price is missing in Spanish, and no date is announced"
    );
    for (fields, says) in [
        (vec![("closes_on", "soon")], "year-month-day"),
        (vec![("closes_on", "2025-02-20"), ("capacity", "0")], "whole number"),
        (vec![("closes_on", "2025-02-20"), ("pay_url", "javascript:x")], "full link"),
    ] {
        let refused = lead.post(&s("registration"), &fields).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains(says), "{says}");
    }
    offer(&lead, "2").await;
    let page = house.visitor().get(&path).await.body;
    assert!(
        page.contains("February 20, 2025, 11:59 p.m. Eastern Time (ET)")
            && page.contains("2 of 2 seats left")
            && page.contains("Wednesday, March 5, 2025"),
        "{page}"
    );
    let refused = house.visitor().post(&path, &[("given_name", "Kept <b>"), ("email", "nobody")]).await;
    assert!(
        refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("Kept &#60;b&#62;"),
        "{}",
        refused.body
    );
    // After its last day it is closed.
    house.kernel.clock.set(weft_kernel::clock::Time::parse("2025-02-21T05:00:00Z").expect("a moment"));
    let closed = house.visitor().get(&path).await.body;
    let (note, dates) =
        (closed.find("Registration is closed").expect("a note"), closed.find("class=\"thread\"").expect("dates"));
    assert!(note < dates && !closed.contains("Price") && !closed.contains("seats left"), "{closed}");
    assert_eq!(register(&house, 1, "").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    house.kernel.clock.set(weft_kernel::clock::Time::parse("2025-03-06T05:00:00Z").expect("a moment"));
    assert!(house.visitor().get(&path).await.body.contains("This has ended."));
}

#[tokio::test]
async fn what_is_said_after_registering_is_so() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        offer(&lab(&house).await, "1").await;
        // Whoever types an address reads the same words, whatever is free.
        let first = register(&house, 1, "").await.body;
        let full = house.visitor().get(&format!("/register/{SEASON}")).await.body;
        assert!(full.contains("The only seat is taken. There is a waiting list."), "{full}");
        let second = register(&house, 2, "").await.body;
        for asked in [&first, &second] {
            assert!(
                asked.contains("<title>One more step: confirm your email address.")
                    && !asked.contains("are free when")
                    && !asked.contains("seats are taken"),
                "{asked}"
            );
        }
        confirm(&house, "person1@example.org").await;
        // Whoever is signed in with an address of theirs is told what came of it.
        let paz = house.someone("Paz", None, Strength::Link).await;
        prove(&house, paz.id.as_ref().expect("a person"), "paz@example.org").await;
        let fields = [
            ("given_name", "Paz"),
            ("family_name", ""),
            ("email", "paz@example.org"),
            ("language", "en"),
            ("need", ""),
        ];
        let waiting = paz.post(&format!("/register/{SEASON}"), &fields).await.body;
        assert!(
            waiting.contains("<title>You’re on the waiting list.")
                && waiting.contains("so we couldn’t send your link")
                && !waiting.contains("pass your seat"),
            "{waiting}"
        );
        let path = newest(&house, "person2@example.org", "/registrations/").await;
        let mine = house.visitor().get(&path).await.body;
        assert!(
            mine.contains("You get a seat if one is free") && !mine.contains("Your email address is confirmed"),
            "{mine}"
        );
        assert!(
            !house.visitor().get(&format!("{path}?confirmed=1")).await.body.contains("Your email address is confirmed"),
            "only once it is so"
        );
        let confirmed = house.visitor().post(&format!("{path}/confirmation"), &[]).await;
        assert_eq!(confirmed.location(), format!("{path}?confirmed=1"));
        assert!(house.visitor().get(confirmed.location()).await.body.contains("Your email address is confirmed."));
    }
}

#[tokio::test]
async fn seats_are_taken_once_and_the_list_moves_by_itself() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = lab(&house).await;
        offer(&lead, "2").await;
        // Five for two seats, all at once; then one of them again.
        let answers = join_all([0, 1, 2, 3, 4].map(|n| register(&house, n, ""))).await;
        assert!(
            answers
                .iter()
                .all(|a| a.status == StatusCode::OK && a.body.contains("One more step: confirm your email address"))
        );
        assert_eq!(count(&house, sql!("SELECT taken FROM offer")).await, 2);
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM taking_part")).await,
            0,
            "nobody takes part before they confirmed"
        );
        assert!(
            !house.mails().await.iter().any(|m| m.contains("METHOD:")),
            "no dates go to an address that was only typed"
        );
        join_all([0, 1, 2, 3, 4].map(|n| {
            confirm(
                &house,
                [
                    "person0@example.org",
                    "person1@example.org",
                    "person2@example.org",
                    "person3@example.org",
                    "person4@example.org",
                ][n],
            )
        }))
        .await;
        assert_eq!(register(&house, 4, "").await.status, StatusCode::OK);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM registration WHERE state = 'held'")).await, 2);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM registration WHERE state = 'waiting'")).await, 3);
        assert_eq!(count(&house, sql!("SELECT taken FROM offer")).await, 2);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM taking_part")).await, 2);
        let mails = house.mails().await;
        assert_eq!(
            mails.iter().filter(|m| m.contains("METHOD:REQUEST")).count(),
            2,
            "dates go to those who have a seat"
        );
        let held: Vec<&String> = mails.iter().filter(|m| m.contains("Subject: You're registered")).collect();
        assert_eq!(
            (held.len(), mails.iter().filter(|m| m.contains("Subject: You're on the waiting list")).count()),
            (2, 3)
        );
        assert_eq!(mails.iter().filter(|m| m.contains("Here is your link")).count(), 1);
        // One leaves by her link, twice: the first of the list is in, once, with her dates.
        // Whoever registered again has a newer link.
        let path = link(held.iter().find(|m| !m.contains("person4@")).expect("another"), "/registrations/").to_owned();
        assert!(house.visitor().get(&path).await.body.contains("you’re registered"));
        house.visitor().post(&format!("{path}/departure"), &[]).await;
        let again = house.visitor().post(&format!("{path}/departure"), &[]).await;
        assert!(
            again.status == StatusCode::UNPROCESSABLE_ENTITY && again.body.contains("This registration has ended."),
            "{}",
            again.body
        );
        let ended = house.visitor().get(&path).await.body;
        assert!(
            ended.contains("This registration has ended.")
                && ended.contains(&format!("href=\"/register/{SEASON}\""))
                && !ended.contains("/departure"),
            "{ended}"
        );
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM registration WHERE state = 'held'")).await, 2);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM taking_part")).await, 2);
        let mails = house.mails().await;
        assert_eq!(mails.iter().filter(|m| m.contains("METHOD:CANCEL")).count(), 1);
        assert_eq!(mails.iter().filter(|m| m.contains("Subject: A seat opened up for you")).count(), 1);
        assert_eq!(mails.iter().filter(|m| m.contains("METHOD:REQUEST")).count(), 3);
        // The lead ends one whose address was made up: the next is in.
        let id: (String,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT MIN(id) FROM registration WHERE state = 'held'"), args![])
            .await
            .expect("there");
        for _ in 0..2 {
            lead.post(&s(&format!("registration/{}/departure", id.0)), &[]).await;
        }
        assert_eq!(
            (
                count(&house, sql!("SELECT taken FROM offer")).await,
                count(&house, sql!("SELECT COUNT(*) FROM registration WHERE state = 'waiting'")).await
            ),
            (2, 1)
        );
        // More seats let in the rest; fewer than are taken are refused.
        let set = |n: &'static str| {
            [("capacity", n), ("closes_on", "2025-02-20"), ("price_en", "Free"), ("price_es", "Gratis")]
        };
        lead.post(&s("registration"), &set("9")).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM registration WHERE state = 'waiting'")).await, 0);
        assert!(
            lead.post(&s("registration"), &set("2")).await.body.contains("More people than that already have seats")
        );
    }
}

/// How many people are registered, how many wait, and how many were told that a seat is theirs.
async fn standing(house: &House) -> (i64, i64, usize) {
    (
        count(house, sql!("SELECT COUNT(*) FROM registration WHERE state = 'held'")).await,
        count(house, sql!("SELECT COUNT(*) FROM registration WHERE state = 'waiting'")).await,
        house.mails().await.iter().filter(|m| m.contains("Subject: A seat opened up for you")).count(),
    )
}

#[tokio::test]
async fn nobody_moves_up_once_it_has_begun_or_unless_a_lead_says_so_once_it_is_closed() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = lab(&house).await;
        offer(&lead, "2").await;
        let mut links = Vec::new();
        for n in 0..5 {
            links.push(registered(&house, n, "").await);
        }
        assert_eq!(standing(&house).await, (2, 3, 0));
        // Registration closes on February 20; the first gathering is on March 5.
        house.kernel.clock.set(Time::parse("2025-02-25T12:00:00Z").expect("a moment"));
        house.visitor().post(&format!("{}/departure", links[0]), &[]).await;
        assert_eq!(standing(&house).await, (1, 3, 0), "closed: the seat stays free");
        let mine = house.visitor().get(&links[2]).await.body;
        assert!(mine.contains("Registration has closed") && !mine.contains("pass"), "{mine}");
        // More seats are no word about those who wait; the page asks, with their number.
        let lead = again(&lead).await;
        let page = lead.get(&s("registration")).await.body;
        assert!(
            page.contains("Registration is closed. It was open until February 20, 2025")
                && !page.contains("Registration is open")
                && page.contains("a seat is free and someone is on the waiting list"),
            "{page}"
        );
        for _ in 0..2 {
            let done = lead.post(&s("registration/waiting"), &[]).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        }
        assert_eq!(standing(&house).await, (2, 2, 1));
        // The day after it was over, somebody leaves: nobody is let in, by nobody.
        house.kernel.clock.set(Time::parse("2025-03-06T12:00:00Z").expect("a moment"));
        house.visitor().post(&format!("{}/departure", links[1]), &[]).await;
        let lead = again(&lead).await;
        assert!(lead.get(&s("registration")).await.body.contains("This has started"));
        lead.post(&s("registration/waiting"), &[]).await;
        let set = [("capacity", "9"), ("closes_on", "2025-03-20"), ("price_en", "Free"), ("price_es", "Gratis")];
        lead.post(&s("registration"), &set).await;
        assert_eq!(standing(&house).await, (1, 2, 1));
        assert!(house.visitor().get(&links[3]).await.body.contains("This has started"));
    }
}

#[tokio::test]
async fn registering_again_leaves_earlier_links_alive_and_one_name_is_enough() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = lab(&house).await;
        offer(&lead, "1").await;
        let form = |given: &'static str, family: &'static str, email: &'static str| {
            [("given_name", given), ("family_name", family), ("email", email), ("language", "en"), ("need", "")]
        };
        let path = format!("/register/{SEASON}");
        let refused = house.visitor().post(&path, &form("", "", "sol@example.org")).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("id=\"given_name-error\""));
        // Registered twice before either link was used: both lead to what came of it.
        assert_eq!(house.visitor().post(&path, &form("Sol", "", "sol@example.org")).await.status, StatusCode::OK);
        let first = newest(&house, "sol@example.org", "/registrations/").await;
        house.kernel.clock.advance(60);
        assert_eq!(house.visitor().post(&path, &form("", "Sol", "sol@example.org")).await.status, StatusCode::OK);
        let second = confirm(&house, "sol@example.org").await;
        assert_ne!(first, second);
        house.kernel.clock.advance(60);
        assert_eq!(house.visitor().post(&path, &form("Sol", "", "sol@example.org")).await.status, StatusCode::OK);
        let third = newest(&house, "sol@example.org", "/registrations/").await;
        for link in [&first, &second, &third] {
            let page = house.visitor().get(link).await.body;
            assert!(page.contains("Sol, you’re registered."), "{page}");
        }
        // Whoever waits is told nothing of a place that could be passed on.
        registered(&house, 1, "").await;
        register(&house, 1, "").await;
        let mails = house.mails().await;
        let waiting: Vec<&String> = mails
            .iter()
            .filter(|m| m.contains("To: person1@example.org") && m.contains("on the waiting list"))
            .collect();
        assert!(waiting.len() == 2 && waiting.iter().all(|m| !m.contains("pass your seat")), "{waiting:?}");
    }
}

#[tokio::test]
async fn a_place_is_passed_on_with_all_its_dates() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = lab(&house).await;
        offer(&lead, "5").await;
        let path = registered(&house, 1, "Captions, please.").await;
        registered(&house, 2, "").await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM access_need")).await, 1);
        assert!(
            !lead.get(&s("registration")).await.body.contains("Captions"),
            "the one who arranges it reads it, nobody else"
        );
        let transfer = format!("{path}/transfer");
        let to = |email: &'static str| [("given_name", "New"), ("family_name", "Name"), ("email", email)];
        // One answer for all; whoever reads the letter learns what they can do.
        let offered = async |email: &'static str| {
            let led = house.visitor().post(&transfer, &to(email)).await;
            assert_eq!(
                (led.status, led.location()),
                (StatusCode::SEE_OTHER, format!("{path}?offered=1").as_str()),
                "loaded anew, nothing is sent again"
            );
            house.visitor().get(led.location()).await
        };
        let (told, other) = (offered("person2@example.org").await, offered("third@example.org").await);
        assert_eq!(
            without_keys(&told.body).replace("person2@", "third@"),
            without_keys(&other.body),
            "nobody learns whether an address is registered"
        );
        assert!(other.body.contains("once they accept"), "{}", other.body);
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM registration WHERE state = 'held'")).await,
            2,
            "the place stays until then"
        );
        let mails = house.mails().await;
        let offered = |to: &str| {
            mails
                .iter()
                .find(|m| m.contains(&format!("To: {to}")) && m.contains("/place-offers/"))
                .expect("a letter")
                .clone()
        };
        assert!(
            offered("person2@example.org").contains("already registered")
                && !offered("third@example.org").contains("already registered")
        );
        // A newer offer ends the earlier one.
        let (early, late) = (
            link(&offered("person2@example.org"), "/place-offers/").to_owned(),
            link(&offered("third@example.org"), "/place-offers/").to_owned(),
        );
        ended(&house.visitor().post(&early, &[]).await);
        let offered = house.visitor().get(&late).await.body;
        assert!(
            offered.contains("offers you their seat")
                && offered.contains("1:00")
                && offered.contains("Price")
                && offered.contains("Free"),
            "{offered}"
        );
        let yours = house.visitor().post(&late, &[]).await.body;
        assert!(
            yours.contains("The seat is yours") && yours.contains("1:00") && yours.contains("/programs/rooted"),
            "{yours}"
        );
        ended(&house.visitor().post(&late, &[]).await);
        assert!(house.visitor().get(&late).await.body.contains("If you accepted it, use the link"));
        let given = house.visitor().get(&path).await.body;
        assert!(
            given.contains("Someone accepted your seat.") && !given.contains("third@") && !given.contains("Given1"),
            "{given}"
        );
        assert_eq!(
            (
                count(&house, sql!("SELECT taken FROM offer")).await,
                count(&house, sql!("SELECT COUNT(*) FROM taking_part")).await
            ),
            (2, 2)
        );
        let mails = house.mails().await;
        assert_eq!(mails.iter().filter(|m| m.contains("METHOD:CANCEL")).count(), 1);
        assert!(mails.iter().any(|m| m.contains("third@example.org") && m.contains("METHOD:REQUEST")));
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM access_need")).await,
            0,
            "what someone needed who does not come is forgotten"
        );
        let facilitator = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
        assert_eq!(facilitator.get(&s("registration")).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn someone_on_the_list_takes_a_place_that_is_offered_to_them() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = lab(&house).await;
        offer(&lead, "1").await;
        let path = registered(&house, 1, "").await;
        let waiting = registered(&house, 2, "").await;
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM registration WHERE state = 'waiting'")).await,
            1,
            "{engine}"
        );
        house
            .visitor()
            .post(
                &format!("{path}/transfer"),
                &[("given_name", "New"), ("family_name", "Name"), ("email", "person2@example.org")],
            )
            .await;
        let mails = house.mails().await;
        let letter = mails.iter().find(|m| m.contains("/place-offers/")).expect("a letter");
        assert!(letter.contains("person2@example.org") && !letter.contains("already registered"), "{engine}: {letter}");
        let taken = house.visitor().post(link(letter, "/place-offers/"), &[]).await.body;
        assert!(taken.contains("The seat is yours"), "{engine}: {taken}");
        assert!(house.visitor().get(&waiting).await.body.contains("Given2"), "{engine}: their own link is as it was");
        let (held, left) = (
            sql!("SELECT COUNT(*) FROM registration WHERE state = 'held'"),
            sql!("SELECT COUNT(*) FROM registration WHERE state = 'left'"),
        );
        assert_eq!((count(&house, held).await, count(&house, left).await), (1, 1), "{engine}");
        assert_eq!(
            (
                count(&house, sql!("SELECT taken FROM offer")).await,
                count(&house, sql!("SELECT COUNT(*) FROM taking_part")).await
            ),
            (1, 1),
            "{engine}"
        );
    }
}

#[tokio::test]
async fn an_offer_of_a_place_can_be_taken_back_and_refused_and_is_counted() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = lab(&house).await;
        offer(&lead, "5").await;
        let path = registered(&house, 1, "").await;
        let to = [("given_name", "New"), ("family_name", "Name"), ("email", "third@example.org")];
        let links = async || -> Vec<String> {
            let mails = house.mails().await;
            mails
                .iter()
                .filter(|m| m.contains("/place-offers/"))
                .map(|m| link(m, "/place-offers/").to_owned())
                .collect()
        };
        let offered = async || {
            let before = links().await;
            assert_eq!(house.visitor().post(&format!("{path}/transfer"), &to).await.status, StatusCode::SEE_OTHER);
            links().await.into_iter().find(|l| !before.contains(l)).expect("a letter")
        };
        let first = offered().await;
        house.visitor().post(&format!("{path}/transfer/end"), &[]).await;
        ended(&house.visitor().post(&first, &[]).await);
        let second = offered().await;
        assert!(house.visitor().post(&format!("{second}/refusal"), &[]).await.body.contains("Nothing changed"));
        assert!(!house.visitor().get(&path).await.body.contains("third@example.org"));
        let mut last = String::new();
        for _ in 0..3 {
            last = offered().await;
        }
        assert_eq!(house.visitor().post(&format!("{path}/transfer"), &to).await.status, StatusCode::TOO_MANY_REQUESTS);
        // Whoever leaves takes the offer with them.
        house.visitor().post(&format!("{path}/departure"), &[]).await;
        assert!(house.visitor().get(&last).await.body.contains("This offer has ended."));
        assert_eq!(house.visitor().get("/place-offers/no-such-token").await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.visitor().get("/registrations/no-such-token").await.status, StatusCode::NOT_FOUND);
        assert_eq!(count(&house, sql!("SELECT taken FROM offer")).await, 0);
    }
}

#[tokio::test]
async fn registering_with_a_typed_address_touches_nobody_else() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = lab(&house).await;
        offer(&lead, "5").await;
        // Someone whose address is proved, with nothing said about needs.
        let victim = house.someone("person1", None, Strength::Link).await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let proved =
            weft_people::address::Proved::without_mail(&weft_kernel::terminal::Terminal::open(), "person1@example.org");
        weft_people::address::mark_proved(&house.kernel, &mut tx, victim.id.as_ref().expect("a person"), &proved)
            .await
            .expect("marks");
        tx.commit().await.expect("commits");
        let (home, me) = (victim.get("/").await.body, victim.get("/me").await.body);
        assert_eq!(register(&house, 1, "ATTACK-NEED").await.status, StatusCode::OK);
        let mine = victim.id.clone().expect("a person");
        let held = async |sql: weft_kernel::db::Sql| {
            let mut conn = house.kernel.db.read().await.expect("reads");
            conn.one::<(i64,)>(sql, args![&mine]).await.expect("counts").0
        };
        assert_eq!(held(sql!("SELECT COUNT(*) FROM access_need WHERE person_id = $1")).await, 0);
        assert_eq!(held(sql!("SELECT COUNT(*) FROM registration WHERE person_id = $1")).await, 0);
        assert_eq!(held(sql!("SELECT COUNT(*) FROM role WHERE person_id = $1")).await, 0);
        assert_eq!(common::without_keys(&victim.get("/me").await.body), common::without_keys(&me));
        assert!(
            victim.get("/").await.body.contains("1 thing was sent with your email address")
                && !home.contains("was sent with")
        );
        let mails = house.mails().await;
        let first =
            link(mails.iter().find(|m| m.contains("/registrations/")).expect("a letter"), "/registrations/").to_owned();
        // Again, by anybody: a registration of its own, and the earlier link goes on working.
        register(&house, 1, "OTHER-NEED").await;
        assert!(house.visitor().get(&first).await.body.contains("Given1 Family1"));
        // The link shows what it confirms: now it is theirs, under the name on record, and what else was typed is gone.
        assert!(house.visitor().get(&first).await.body.contains("ATTACK-NEED"));
        for _ in 0..2 {
            house.visitor().post(&format!("{first}/confirmation"), &[]).await;
        }
        assert_eq!(held(sql!("SELECT COUNT(*) FROM registration WHERE person_id = $1 AND state = 'held'")).await, 1);
        assert_eq!(held(sql!("SELECT COUNT(*) FROM held_role WHERE person_id = $1 AND role = 'registrant'")).await, 1);
        assert_eq!(count(&house, sql!("SELECT taken FROM offer")).await, 1);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM access_need WHERE value = 'OTHER-NEED'")).await, 0);
        assert!(!victim.get("/").await.body.contains("was sent with"));
        assert_eq!(victim.get(&s("gatherings")).await.status, StatusCode::OK);
    }
}
