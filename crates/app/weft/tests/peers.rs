//! Peers, spaces and the pulse: who is found, who is inside, and that nobody finds out who said what.

use crate::common;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use common::meet::{again, count, people};
use common::{Actor, House, s};
use futures_util::future::join_all;
use weft::app::keeper;
use weft_community::pulse::model::{Answer, SETTLED_AFTER};
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;
use weft_programs::store::{self as programs, NewProgram, NewSeason};

const SECRET: &str = "what-only-we-know";

async fn ids(house: &House, sql: weft_kernel::db::Sql) -> Vec<String> {
    house
        .kernel
        .db
        .read()
        .await
        .expect("reads")
        .all::<(String,)>(sql, args![])
        .await
        .expect("there")
        .into_iter()
        .map(|(id,)| id)
        .collect()
}

async fn staff(house: &House) -> Vec<Actor<'_>> {
    let mut all = vec![house.lead().await];
    for (name, role) in [
        ("Own", Role::Owner),
        ("Co", Role::CoLead),
        ("Fac", Role::Facilitator),
        ("Coach", Role::Coach),
        ("Eva", Role::Evaluator),
        ("Adv", Role::Advisor),
    ] {
        all.push(house.someone(name, Some(role), Strength::TwoFactors).await);
    }
    all
}

#[tokio::test]
async fn peers_see_each_other_and_addresses_go_round_when_both_say_yes() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let all = people(&house, 4).await;
        let stand = |talk: &'static str| {
            [("place", "Delta"), ("talk", talk), ("issue", "Food"), ("season", house.season.as_str())]
        };
        assert_eq!(
            all[0].post("/peers", &[("place", ""), ("talk", SECRET)]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        all[0].post("/peers", &stand(SECRET)).await;
        // Whoever does not stand there sees how many do, and nobody.
        let outside = all[1].get("/peers").await.body;
        assert!(
            outside.contains("One person is on the list") && !outside.contains(SECRET) && !outside.contains("Person00"),
            "{outside}"
        );
        for one in staff(&house).await {
            assert_eq!(one.get("/peers").await.status, StatusCode::NOT_FOUND);
        }
        let target = ids(&house, sql!("SELECT id FROM peer")).await.remove(0);
        assert_eq!(
            all[1].post(&format!("/peers/{target}/word"), &[("word", "Hello")]).await.status,
            StatusCode::NOT_FOUND,
            "she does not stand there"
        );
        for one in &all[1..3] {
            one.post("/peers", &stand("Sleep")).await;
        }
        assert!(
            all[1].get("/peers").await.body.contains(SECRET)
                && !all[1].get("/peers?q=zebra").await.body.contains(SECRET)
        );
        // Two presses are one word; an empty one is none.
        assert_eq!(
            all[1].post(&format!("/peers/{target}/word"), &[("word", " ")]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let say = format!("/peers/{target}/word");
        join_all((0..2).map(|_| all[1].post(&say, &[("word", "Hello <you>")]))).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM peer_word")).await, 1);
        let mails = house.mails().await;
        let mail = mails.iter().find(|m| m.contains("Subject: Someone would like to talk")).expect("a letter");
        assert!(
            mail.contains("To: person00@example.org")
                && mail.contains("Hello")
                && !mail.contains("person01@example.org")
                && mail.contains("/peers#words"),
            "{mail}"
        );
        let word = ids(&house, sql!("SELECT id FROM peer_word")).await.remove(0);
        let answer = async |one: &Actor<'_>, word: &str, said: &str| {
            one.post(&format!("/peers/words/{word}"), &[("answer", said)]).await.status
        };
        // Only the one it was said to answers, and no address is shown before.
        answer(&all[1], &word, "yes").await;
        answer(&all[2], &word, "yes").await;
        assert!(
            !all[0].get("/peers").await.body.contains("person01@example.org")
                && !all[1].get("/peers").await.body.contains("person00@example.org")
        );
        assert_eq!(answer(&all[0], &word, "perhaps").await, StatusCode::BAD_REQUEST);
        answer(&all[0], &word, "yes").await;
        answer(&all[0], &word, "no").await;
        assert!(
            all[0].get("/peers").await.body.contains("person01@example.org")
                && all[1].get("/peers").await.body.contains("person00@example.org")
        );
        // A no looks like silence; never closes the way for both.
        all[2].post(&format!("/peers/{target}/word"), &[("word", "Me too")]).await;
        let word = ids(&house, sql!("SELECT id FROM peer_word WHERE answer IS NULL")).await.remove(0);
        let silent = all[2].get("/peers").await.body;
        answer(&all[0], &word, "no").await;
        assert_eq!(common::without_keys(&all[2].get("/peers").await.body), common::without_keys(&silent));
        let again = all[2].post(&format!("/peers/{target}/word"), &[("word", "Once more")]).await;
        assert!(
            again.status == StatusCode::UNPROCESSABLE_ENTITY
                && again.body.contains("You already sent this person a message")
                && again.body.contains("Once more")
        );
        answer(&all[0], &word, "never").await;
        assert!(!all[2].get("/peers").await.body.contains(SECRET));
        let gone = all[2].post(&format!("/peers/{target}/word"), &[("word", "Again")]).await;
        assert!(
            gone.body.contains("no longer on the list") && gone.body.contains("Again") && !gone.body.contains("Me too")
        );
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM peer_word WHERE text = 'Again'")).await, 0);
        all[0].post("/peers/removal", &[]).await;
        assert!(!all[1].get("/peers?q=secret").await.body.contains(SECRET));
    }
}

/// Another program with a season, of a kind; its id comes back.
async fn elsewhere(house: &House, kind: &'static str, slug: &str) -> Id {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    let new = NewProgram {
        slug,
        kind,
        name: slug,
        summary: ["", ""],
        funder_credit: ["", ""],
        disclaimer: ["", ""],
        support_name: "Ines",
        support_email: "help@example.org",
        support_phone: None,
    };
    let program_id = programs::insert_program(&house.kernel, &mut tx, &new).await.expect("inserts").expect("new");
    let new = NewSeason {
        program_id,
        slug: format!("{slug}-2025"),
        name: "2025".into(),
        label: None,
        starts_on: "2025-02-01".into(),
        ends_on: "2025-06-01".into(),
        seats: 4,
        zone: "America/New_York".into(),
        is_pilot: false,
    };
    let season = programs::insert_season(&house.kernel, &mut tx, &new).await.expect("inserts").expect("new");
    tx.commit().await.expect("commits");
    season
}

async fn join(house: &House, person: &Actor<'_>, season: &Id) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    house.register(&mut tx, season, person.id.as_ref().expect("a person")).await;
    tx.commit().await.expect("commits");
}

#[tokio::test]
async fn whoever_registers_for_an_open_course_finds_its_people_and_nobody_else() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let course = elsewhere(&house, "course", "open-course").await;
        let both = &people(&house, 1).await[0];
        let stranger = house.someone("Stranger", None, Strength::Link).await;
        join(&house, &stranger, &course).await;
        let peer = async |one: &Actor<'_>, talk: &str, season: &Id| {
            one.post("/peers", &[("place", "Delta"), ("talk", talk), ("season", season.as_str())]).await.status
        };
        // Someone of the cohort is there to be found: by another of the cohort.
        assert_eq!(peer(both, SECRET, &house.season).await, StatusCode::SEE_OTHER);
        let mate = house.someone("Mate", Some(Role::Registrant), Strength::Link).await;
        peer(&mate, "Hello", &house.season).await;
        assert!(mate.get("/peers").await.body.contains(SECRET), "{engine}");
        // Whoever joined the open course cannot name a season that is not theirs, and finds nobody of the cohort.
        assert_eq!(peer(&stranger, "Hi", &house.season).await, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            !stranger.get("/peers").await.body.contains("Person00"),
            "{engine}: not before joining the list either"
        );
        assert_eq!(peer(&stranger, "Hi", &course).await, StatusCode::SEE_OTHER);
        let page = stranger.get("/peers").await.body;
        assert!(!page.contains(SECRET) && !page.contains("Person00") && !page.contains("Mate"), "{engine}: {page}");
        for id in ids(&house, sql!("SELECT id FROM peer")).await {
            let said = stranger.post(&format!("/peers/{id}/word"), &[("word", "Let me in")]).await;
            assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM peer_word")).await, 0);
        assert!(!both.get("/peers").await.body.contains("Stranger"), "{engine}: nor the other way round");
        // Joining the course later opens nothing by itself: what one said before was for the cohort.
        join(&house, both, &course).await;
        assert!(!stranger.get("/peers").await.body.contains(SECRET), "{engine}");
        let page = both.get("/peers").await.body;
        assert!(
            page.contains("open-course · 2025") && page.contains("open to anyone"),
            "{engine}: who will see it is said: {page}"
        );
        both.post(
            "/peers",
            &[("place", "Delta"), ("talk", SECRET), ("season", house.season.as_str()), ("season", course.as_str())],
        )
        .await;
        assert!(stranger.get("/peers").await.body.contains(SECRET), "{engine}");
        // Whoever is taken out of the course finds nobody there any more.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(
            sql!("UPDATE registration SET state = 'left' WHERE season_id = $1 AND person_id = $2"),
            args![&course, stranger.id.as_ref()],
        )
        .await
        .expect("ends");
        tx.commit().await.expect("commits");
        assert_eq!(stranger.get("/peers").await.status, StatusCode::NOT_FOUND, "{engine}");
        assert!(!both.get("/peers").await.body.contains("Stranger"), "{engine}");
    }
}

#[tokio::test]
async fn ten_words_a_day_are_enough() {
    let house = House::new(None).await;
    let all = people(&house, 12).await;
    for one in &all {
        one.post("/peers", &[("place", "Delta"), ("talk", "Sleep"), ("season", house.season.as_str())]).await;
    }
    let mut done = Vec::new();
    for id in ids(
        &house,
        sql!(
            "SELECT r.id
            FROM peer r
            JOIN person p ON p.id = r.person_id
            WHERE p.display_name <> 'Person00'
            ORDER BY r.id"
        ),
    )
    .await
    {
        done.push(all[0].post(&format!("/peers/{id}/word"), &[("word", "Hello there")]).await);
    }
    assert!(done[..10].iter().all(|r| r.status == StatusCode::SEE_OTHER));
    assert!(
        done[10].status == StatusCode::UNPROCESSABLE_ENTITY
            && done[10].body.contains("ten messages today")
            && done[10].body.contains("Hello there")
    );
}

#[tokio::test]
async fn no_role_opens_a_space_and_the_last_to_leave_takes_its_words_along() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let staff = staff(&house).await;
        let all = people(&house, 3).await;
        let path = s("spaces");
        let draft = [("name", "Night-secret"), ("purpose", SECRET), ("confidentiality", "Stays")];
        assert_eq!(staff[0].post(&path, &draft).await.status, StatusCode::NOT_FOUND);
        assert_eq!(
            all[0].post(&path, &[("name", "N"), ("purpose", "")]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let space = all[0].post(&path, &draft).await.location().to_owned();
        let place = space.rsplit('/').next().expect("an id");
        let first = [("place", place), ("title", "A title in secret"), ("text", "said-in-secret")];
        let topic = all[0].post(&s("conversations"), &first).await.location().to_owned();
        let hidden = |body: &str| !body.contains(SECRET) && !body.contains("secret");
        for other in staff.iter().chain(&all[1..]) {
            for page in [&path, &space, &topic, &s("conversations"), &s(""), "/", "/me/history", "/outbox"] {
                assert!(hidden(&other.get(page).await.body), "{page}");
            }
            let said = other.post(&format!("{topic}/messages"), &[("text", "I was here")]).await;
            assert_eq!(said.status, StatusCode::NOT_FOUND);
            for (route, fields) in [("", &draft[..]), ("/invitations", &[("person", "x")])] {
                assert_eq!(
                    other.post(&format!("{space}{route}"), fields).await.status,
                    StatusCode::NOT_FOUND,
                    "{route}"
                );
            }
            other.post(&format!("{space}/joining"), &[]).await;
        }
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM space_member")).await,
            1,
            "it is not listed, nobody can ask"
        );
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM event WHERE verb LIKE 'space.%' AND season_id IS NOT NULL")).await,
            0
        );
        // Listed: its name is seen by those who take part, not by those who run; asked, let in.
        let listed = [&draft[..], &[("is_listed", "yes")]].concat();
        all[0].post(&space, &listed).await;
        assert!(
            all[1].get(&path).await.body.contains("Night-secret")
                && staff.len() == 7
                && hidden(&staff[0].get(&path).await.body)
        );
        all[1].post(&format!("{space}/joining"), &[]).await;
        assert_eq!(all[1].get(&space).await.status, StatusCode::NOT_FOUND, "asking is not being in");
        let one = all[1].id.as_ref().expect("a person").as_str();
        all[0].post(&format!("{space}/invitations"), &[("person", one)]).await;
        assert!(all[1].get(&topic).await.body.contains("said-in-secret"));
        // The lead comes in when she is invited and takes it; money shows a name and nothing else.
        let money = [&listed[..], &[("asks_money", "yes")]].concat();
        all[1].post(&space, &money).await;
        let page = staff[0].get(&path).await.body;
        assert!(
            page.contains("Night-secret")
                && !page.contains(SECRET)
                && staff[3].get(&path).await.body.matches("Night-secret").count() == 0,
            "{page}"
        );
        let lead = staff[0].id.as_ref().expect("a person").as_str();
        all[0].post(&format!("{space}/invitations"), &[("person", lead)]).await;
        assert_eq!(staff[0].get(&space).await.status, StatusCode::NOT_FOUND, "invited is not in yet");
        staff[0].post(&format!("{space}/joining"), &[]).await;
        assert!(staff[0].get(&topic).await.body.contains("said-in-secret"));
        // Who got such a letter is not for whoever keeps the house.
        let outbox = staff[1].get("/outbox").await.body;
        assert!(
            !outbox.contains("you have an invitation") && !outbox.contains("your request was accepted"),
            "{outbox}"
        );
        let mails = house.mails().await;
        let is_of_a_space =
            |m: &&String| m.contains("invited you to a space") || m.contains("You can now join the space");
        assert!(mails.iter().filter(is_of_a_space).count() == 2 && mails.iter().all(|m| hidden(m)));
        // Whoever is part of the season no more is in none of its spaces.
        let gone = house.someone("Gone", Some(Role::Registrant), Strength::Link).await;
        let last = gone.post(&path, &draft).await.location().to_owned();
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(
            sql!(
                "INSERT INTO registration_key (token_hash, registration_id, made_at, mailed_to)
                SELECT $1, g.id, 1, 'gone@example.org'
                FROM registration g
                WHERE g.person_id = $2"
            ),
            args![weft_kernel::secret::hash("gone"), gone.id.as_ref()],
        )
        .await
        .expect("mails");
        tx.commit().await.expect("commits");
        assert_eq!(gone.post("/registrations/gone/departure", &[]).await.status, StatusCode::OK);
        let space_id = last.rsplit('/').next().unwrap_or_default().to_owned();
        let closed = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one::<(i64,)>(
                sql!("SELECT COUNT(*) FROM space WHERE id = $1 AND closed_at IS NOT NULL AND name = ''"),
                args![space_id],
            )
            .await;
        assert_eq!(closed.expect("counts").0, 1);
        // One takes only her own words back, and along when she leaves.
        all[1].post(&format!("{topic}/messages/1/removal"), &[]).await;
        all[1].post(&format!("{topic}/messages"), &[("text", "a word of mine")]).await;
        let said = sql!("SELECT COUNT(*) FROM message WHERE text <> ''");
        assert_eq!(count(&house, said).await, 2);
        all[1].post(&format!("{space}/departure"), &[]).await;
        assert_eq!(count(&house, said).await, 1);
        // The last two leave at once: one of them is the last.
        let departure = format!("{space}/departure");
        join_all([staff[0].post(&departure, &[]), all[0].post(&departure, &[])]).await;
        assert_eq!(
            count(
                &house,
                sql!("SELECT (SELECT COUNT(*) FROM message WHERE text <> '') + (SELECT COUNT(*) FROM space_member)")
            )
            .await,
            0
        );
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM space WHERE purpose <> '' OR name <> ''")).await, 0);
        assert_eq!(all[0].get(&space).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_pulse_is_answered_once_and_nobody_can_tell_whose_answer_is_whose() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 12).await;
        let path = s("pulse");
        assert_eq!(all[0].post(&path, &[("stressors", "Money"), ("days", "7")]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(
            lead.post(&path, &[("stressors", &"x\n".repeat(9)), ("days", "7")]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        join_all((0..2).map(|_| lead.post(&path, &[("stressors", "Money\nPolitics"), ("days", "7")]))).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM pulse")).await, 1, "one at a time");
        let pulse = ids(&house, sql!("SELECT id FROM pulse")).await.remove(0);
        let answer = format!("{path}/{pulse}/answer");
        assert_eq!(lead.post(&answer, &[("level-0", "most")]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(all[0].post(&answer, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            all[0].post(&answer, &[("level-0", "very"), ("words", "kept")]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        // All at once, and everyone twice: each counts once, and nobody's answer is lost or doubled.
        let forms: Vec<(usize, String)> =
            (0..12).flat_map(|i| [(i, format!("voice-{i:02}")), (i, format!("voice-{i:02}"))]).collect();
        let forms: Vec<(usize, [(&str, &str); 2])> = forms
            .iter()
            .map(|(i, words)| (*i, [("level-0", if *i < 6 { "most" } else { "little" }), ("words", words.as_str())]))
            .collect();
        join_all(forms.iter().map(|(i, fields)| all[*i].post(&answer, fields))).await;
        let counted =
            sql!("SELECT (SELECT COUNT(*) FROM anonymous_answer) * 100 + (SELECT COUNT(*) FROM anonymous_mark)");
        keeper::keep(&house.kernel, false).await;
        assert_eq!(count(&house, counted).await, 707, "five wait for others");
        assert!(
            all[0].get(&path).await.body.contains("You’ve answered")
                && lead.get(&path).await.body.contains("12 people have answered")
        );
        // Nothing shows while it is open.
        for one in [&lead, &all[0]] {
            let page = one.get(&path).await.body;
            assert!(!page.contains("voice-") && !page.contains("6 of 12"), "{page}");
        }
        // It closes by itself, and the rest is written.
        let closes_at = ids(&house, sql!("SELECT CAST(closes_at AS TEXT) FROM pulse")).await.remove(0);
        house.kernel.clock.set(Time(closes_at.parse().expect("a moment")));
        keeper::keep(&house.kernel, false).await;
        assert_eq!(count(&house, counted).await, 1_212);
        // The data knows no way from a person to an answer: no common key, no time, and the rows lie in an order of
        // chance.
        let said = ids(&house, sql!("SELECT person_id FROM anonymous_mark")).await;
        let words = ids(&house, sql!("SELECT answer FROM anonymous_answer")).await;
        let words: Vec<String> = words.iter().map(|w| serde_json::from_str::<Answer>(w).expect("JSON").words).collect();
        assert_eq!(said.iter().collect::<BTreeSet<_>>().len(), 12);
        let in_order: Vec<String> = (0..12).map(|i| format!("voice-{i:02}")).collect();
        assert!(words != in_order && words.iter().collect::<BTreeSet<_>>() == in_order.iter().collect(), "{words:?}");
        let person_of =
            |id: &String| all.iter().position(|a| a.id.as_ref().is_some_and(|p| p.as_str() == id)).expect("known");
        let matches = said.iter().zip(&words).filter(|(p, w)| **w == format!("voice-{:02}", person_of(p))).count();
        assert!(matches < 9, "the two lists lie side by side: {matches} of 12");
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM event WHERE verb LIKE 'pulse.%' AND verb <> 'pulse.opened'"))
                .await,
            0
        );
        // Closed, the whole season's total is shown, in the order of the alphabet; what nobody marked is not.
        house.kernel.clock.set(house.kernel.now().plus_days(9));
        let lead = again(&lead).await;
        let page = lead.get(&path).await.body;
        assert!(
            page.contains("6 of 12 say it weighs a lot")
                && page.contains("Not shown, because it could reveal")
                && page.contains("voice-00"),
            "{page}"
        );
        assert!(again(&all[0]).await.get(&path).await.body.contains("6 of 12"));
        // Ten answers say nothing at all.
        lead.post(&path, &[("stressors", "Money"), ("days", "7")]).await;
        let second = ids(&house, sql!("SELECT id FROM pulse ORDER BY opened_at DESC")).await.remove(0);
        for one in &all[..10] {
            again(one)
                .await
                .post(&format!("{path}/{second}/answer"), &[("level-0", "most"), ("words", "tenth-voice")])
                .await;
        }
        lead.post(&format!("{path}/{second}/end"), &[]).await;
        keeper::keep(&house.kernel, false).await;
        assert!(lead.get(&path).await.body.contains("Totals appear here"), "not while some may still be written");
        house.kernel.clock.advance(SETTLED_AFTER);
        let page = lead.get(&path).await.body;
        assert!(page.contains("Fewer than eleven people answered") && !page.contains("tenth-voice"), "{page}");
        let late = again(&all[11])
            .await
            .post(&format!("{path}/{second}/answer"), &[("level-0", "most"), ("words", "came-late")])
            .await;
        assert!(
            late.status == StatusCode::UNPROCESSABLE_ENTITY
                && late.body.contains("closed before your answer arrived")
                && late.body.contains("came-late"),
            "{}",
            late.body
        );
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM anonymous_answer WHERE answer LIKE '%came-late%'")).await,
            0
        );
    }
}
