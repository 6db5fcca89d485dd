//! An address proves nothing until its link was used: what strangers type changes nobody's record, and shows nobody's.

use crate::common;

use axum::http::StatusCode;
use common::meet::count;
use common::typed::{apply, filled, newest, open_call, own_data, prove, send};
use common::{House, pool, s};
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::{Strength, needs, store as people};
use weft_programs::Role;

async fn person_of(house: &House, number: &str) -> Id {
    let mut conn = house.kernel.db.read().await.expect("reads");
    conn.one::<(Id,)>(sql!("SELECT person_id FROM application WHERE external_id = $1"), args![number])
        .await
        .expect("there")
        .0
}

/// Numbers of the applications that are reviewed, and of those that were left out as second ones, by name.
async fn standing(house: &House, name: &str) -> Vec<(String, Option<String>)> {
    let mut conn = house.kernel.db.read().await.expect("reads");
    let sql = sql!(
        "SELECT a.external_id, a.duplicate_of
        FROM application a
        JOIN person p ON p.id = a.person_id
        WHERE p.display_name = $1
        ORDER BY a.submitted_at, a.id"
    );
    conn.all(sql, args![name]).await.expect("reads")
}

#[tokio::test]
async fn a_typed_address_changes_nothing_of_its_holder() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        open_call(&lead).await;
        house.import(&pool()).await;
        let applicant = house.as_person(&person_of(&house, "A05").await, Strength::Link).await;
        prove(&house, applicant.id.as_ref().expect("a person"), "person5@example.org").await;
        let participant = house.someone("Paz", Some(Role::Participant), Strength::Link).await;
        let reviewer = house.someone("Rui", Some(Role::Reviewer), Strength::TwoFactors).await;
        for victim in [&participant, &reviewer] {
            // Something to overwrite, and blanks to fill.
            victim.post("/me/self-description", &[("race_ethnicity", "THEIR-OWN-WORDS")]).await;
            let mut tx = house.kernel.db.begin().await.expect("begins");
            needs::set(&house.kernel, &mut tx, victim.id.as_ref().expect("a person"), &house.season, "THEIR-OWN-NEED")
                .await
                .expect("sets");
            tx.commit().await.expect("commits");
        }
        for (victim, email, name) in [
            (&applicant, "person5@example.org", "Given5 Family5"),
            (&participant, "paz@example.org", "Paz"),
            (&reviewer, "RUI@example.org", "Rui"),
        ] {
            let before = own_data(victim).await;
            assert!(
                before.contains("SECRET-NEED-5") || before.contains("THEIR-OWN-NEED"),
                "there is something to overwrite: {before}"
            );
            let home = victim.get("/").await.body;
            let attacker = filled(&house, "Mallory", "Typed", email, "ATTACK").await;
            assert_eq!(own_data(victim).await, before, "a draft");
            send(&attacker).await;
            let employer = attacker
                .post(
                    &apply("application/employer"),
                    &[("own_name", "Mallory Typed"), ("employer", "boss@example.org")],
                )
                .await;
            assert!(
                employer.status == StatusCode::UNPROCESSABLE_ENTITY
                    && employer.body.contains("Confirm your email address first"),
                "{}",
                employer.body
            );
            assert!(
                !house.mails().await.iter().any(|m| m.contains("boss@example.org")),
                "nobody gets mail in a stranger's name"
            );
            let status = attacker.get(&apply("application")).await.body;
            assert!(!status.contains(name) && !status.contains("Given5"), "a name that was not typed there: {status}");
            assert_eq!(own_data(victim).await, before, "an application that was sent");
            // Whoever proved the address is asked whether it was them, and nothing else is different.
            let asked = victim.get("/").await.body;
            let besides = |page: &str| {
                let rest = page.find("<section class=\"sheet\"><h2>To do</h2>").or(page.find("id=\"for-you\"")).map_or(
                    page.to_owned(),
                    |at| {
                        let end = at + page[at..].find("</section>").expect("an end") + "</section>".len();
                        format!("{}{}", &page[..at], &page[end..])
                    },
                );
                rest.replace('\n', "")
            };
            assert_eq!(besides(&asked), besides(&home));
            // Nothing is written to whoever holds the address but the question whether it was them.
            let to_victim: Vec<String> = house
                .mails()
                .await
                .into_iter()
                .filter(|m| m.to_lowercase().contains(&format!("to: {}", email.to_lowercase())))
                .collect();
            assert!(
                to_victim.iter().all(|m| !m.contains("ATTACK") && !m.contains("Mallory")),
                "what a stranger typed is not mailed on"
            );
        }
        // The first one counts, and a second one that somebody typed does not.
        let of = standing(&house, "Given5 Family5").await;
        assert_eq!(of, [("A05".to_owned(), None)]);
        let list = lead.get(&s("applications?state=unconfirmed")).await.body;
        assert_eq!(list.matches("Mallory Typed").count(), 3, "{list}");
        // After the close, with a reason, it is the same.
        house.kernel.clock.set(Time::parse("2025-02-10T15:00:00Z").expect("a moment"));
        let participant = house.as_person(participant.id.as_ref().expect("a person"), Strength::Link).await;
        let before = own_data(&participant).await;
        send(&filled(&house, "Mallory", "Late", "paz@example.org", "ATTACK").await).await;
        assert_eq!(own_data(&participant).await, before, "late");
    }
}

#[tokio::test]
async fn whoever_applies_in_anothers_name_does_not_push_them_out() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        open_call(&lead).await;
        // The stranger is first, with the same name, work and address; the applicant comes after.
        send(&filled(&house, "Nayeli", "Campoverde", "nayeli@example.org", "ATTACK").await).await;
        house.kernel.clock.advance(60);
        let nayeli = filled(&house, "Nayeli", "Campoverde", "nayeli@example.org", "Hers").await;
        send(&nayeli).await;
        let both = standing(&house, "Nayeli Campoverde").await;
        assert!(both.len() == 2 && both.iter().all(|(_, second)| second.is_none()), "both stand: {both:?}");
        let shown = lead.get(&s(&format!("applications/{}", both[1].0))).await.body;
        assert!(
            shown.contains("may be from the same person") && shown.contains("confirmed their email address yet"),
            "{shown}"
        );
        // She uses the link of her own letter.
        let path = newest(&house, "nayeli@example.org", &apply("resume/")).await;
        let asked = house.visitor().get(&path).await.body;
        assert!(asked.contains("Is this your application?") && asked.contains("Nayeli Campoverde"), "{asked}");
        assert_eq!(
            count(&house, sql!("SELECT COUNT(*) FROM application WHERE proved_at IS NOT NULL")).await,
            0,
            "looking proves nothing"
        );
        assert_eq!(nayeli.post(&path, &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(nayeli.post(&path, &[]).await.status, StatusCode::SEE_OTHER, "the link goes on working");
        let after = standing(&house, "Nayeli Campoverde").await;
        assert_eq!(
            after,
            [(both[0].0.clone(), Some(both[1].0.clone())), (both[1].0.clone(), None)],
            "the proved one is never the second"
        );
        assert_eq!(
            house.mails().await.iter().filter(|m| m.contains("We received your application")).count(),
            1,
            "her copy"
        );
        // The stranger's link no longer helps: the address is hers, and a third attempt is the second one of hers.
        send(&filled(&house, "Nayeli", "Campoverde", "nayeli@example.org", "ATTACK").await).await;
        let all = standing(&house, "Nayeli Campoverde").await;
        assert_eq!(
            all.iter().filter(|(_, second)| second.is_none()).map(|(id, _)| id).collect::<Vec<_>>(),
            [&both[1].0]
        );
        // With an address of their own, a stranger can only be a hint.
        send(&filled(&house, "Nayeli", "Campoverde", "mallory@example.org", "ATTACK").await).await;
        let path = newest(&house, "mallory@example.org", &apply("resume/")).await;
        house.visitor().post(&path, &[]).await;
        assert_eq!(
            standing(&house, "Nayeli Campoverde")
                .await
                .iter()
                .find(|(id, _)| *id == both[1].0)
                .map(|(_, second)| second.clone()),
            Some(None)
        );
    }
}

#[tokio::test]
async fn using_the_link_joins_what_was_sent_to_the_record_of_its_holder() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        open_call(&lead).await;
        let paz = house.someone("Paz", Some(Role::Coach), Strength::Link).await;
        let id = paz.id.clone().expect("a person");
        prove(&house, &id, "paz@example.org").await;
        paz.post("/me/self-description", &[("race_ethnicity", "OWN-WORDS")]).await;
        let browser = filled(&house, "Paz", "Returning", "paz@example.org", "NEW-WORDS").await;
        send(&browser).await;
        assert!(!own_data(&paz).await.contains("NEW-WORDS"));
        let path = newest(&house, "paz@example.org", &apply("resume/")).await;
        browser.post(&path, &[]).await;
        let data = own_data(&paz).await;
        assert!(data.contains("NEW-WORDS") && data.contains("OWN-WORDS"), "{data}");
        let race = sql!(
            "SELECT COUNT(*)
            FROM identity_answer
            WHERE field = 'race_ethnicity' AND value = 'NEW-WORDS'"
        );
        assert_eq!(count(&house, race).await, 0, "what they said of themselves stands");
        assert_eq!(person_of(&house, &standing(&house, "Paz").await[0].0).await, id);
        // Whoever is signed in with the address needs no link.
        let house = &house;
        let other = filled(house, "Paz", "Again", "paz@example.org", "SIGNED-IN").await;
        let other = other.with_cookies(std::slice::from_ref(&paz.cookie));
        send(&other).await;
        assert_eq!(count(house, sql!("SELECT COUNT(*) FROM application WHERE proved_at IS NOT NULL")).await, 2);
        assert_eq!(count(house, sql!("SELECT COUNT(*) FROM person WHERE display_name = 'Paz Again'")).await, 0);
    }
}

#[tokio::test]
async fn the_holder_of_an_address_says_that_it_was_not_them() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        open_call(&lead).await;
        let attacker = filled(&house, "Mallory", "Typed", "nayeli@example.org", "ATTACK").await;
        send(&attacker).await;
        let path = newest(&house, "nayeli@example.org", &apply("resume/")).await;
        let said = house.visitor().post(&format!("{path}/refusal"), &[]).await;
        assert!(said.status == StatusCode::OK && said.body.contains("no longer connected"), "{}", said.body);
        assert_eq!(
            house.visitor().post(&path, &[]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "the link has ended"
        );
        let number = standing(&house, "Mallory Typed").await[0].0.clone();
        let shown = lead.get(&s(&format!("applications/{number}"))).await.body;
        assert!(shown.contains("Withdrawn") && shown.contains("said they didn"), "{shown}");
        let letters = house.mails().await.len();
        attacker.post(&apply("application/link"), &[]).await;
        assert_eq!(house.mails().await.len(), letters, "nothing more is written there");
        assert_eq!(
            count(
                &house,
                sql!("SELECT COUNT(*) FROM contact_point WHERE norm = 'nayeli@example.org' AND until IS NULL")
            )
            .await,
            0
        );
        // Once proved, it cannot be disowned by the same link.
        let hers = filled(&house, "Nayeli", "Campoverde", "nayeli@example.org", "Hers").await;
        send(&hers).await;
        let path = newest(&house, "nayeli@example.org", &apply("resume/")).await;
        hers.post(&path, &[]).await;
        hers.post(&format!("{path}/refusal"), &[]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM application_event WHERE kind = 'withdrawn'")).await, 1);
    }
}

#[tokio::test]
async fn whoever_signs_in_says_which_records_with_their_address_are_theirs() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        open_call(&lead).await;
        let paz = house.someone("Paz", Some(Role::Coach), Strength::Link).await;
        prove(&house, paz.id.as_ref().expect("a person"), "paz@example.org").await;
        send(&filled(&house, "Paz", "Real", "paz@example.org", "MINE").await).await;
        send(&filled(&house, "Mallory", "Typed", "paz@example.org", "ATTACK").await).await;
        let home = paz.get("/").await.body;
        assert!(home.contains("2 things were sent with your email address"), "{home}");
        let page = paz.get("/me/confirm").await.body;
        assert!(page.contains("Paz Real") && page.contains("Mallory Typed"), "{page}");
        let what = |name: &str| {
            let of = page.split("<li>").find(|li| li.contains(name)).expect("a row");
            of.split("name=\"what\" value=\"").nth(1).and_then(|t| t.split('"').next()).expect("an id").to_owned()
        };
        // Nobody else can answer for them.
        house
            .someone("Quin", Some(Role::Coach), Strength::Link)
            .await
            .post("/me/confirm", &[("what", &what("Paz Real")), ("act", "mine")])
            .await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM application WHERE proved_at IS NOT NULL")).await, 0);
        let asked = paz.get("/me/confirm").await.body;
        let (note, first) =
            (asked.find("What isn’t is withdrawn").expect("a note"), asked.find("value=\"mine\"").expect("a button"));
        assert!(
            note < first && asked.matches("<details><summary>This isn’t mine").count() == 2,
            "what a press does is said before it: {asked}"
        );
        for (mine, other) in [("/me/confirm?done=mine", "/me/confirm?done=not-mine"), ("/me/confirm", "/me/confirm")] {
            assert_eq!(paz.post("/me/confirm", &[("what", &what("Paz Real")), ("act", "mine")]).await.location(), mine);
            assert_eq!(
                paz.post("/me/confirm", &[("what", &what("Mallory Typed")), ("act", "not-mine")]).await.location(),
                other
            );
        }
        assert!(paz.get("/me/confirm?done=mine").await.body.contains("Added to your record."));
        assert!(
            paz.get("/me/confirm?done=not-mine").await.body.contains("Withdrawn. We won’t email you about it again.")
        );
        assert!(paz.get("/me/confirm").await.body.contains("nothing to confirm"));
        let data = own_data(&paz).await;
        assert!(data.contains("MINE") && !data.contains("ATTACK"), "{data}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM application_event WHERE kind = 'withdrawn'")).await, 1);
    }
}

#[tokio::test]
async fn the_link_shuts_out_the_browser_that_began_unless_it_was_theirs() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        open_call(&house.lead().await).await;
        let stranger = filled(&house, "Nayeli", "Campoverde", "nayeli@example.org", "Begun").await;
        let path = newest(&house, "nayeli@example.org", &apply("resume/")).await;
        let opened = house.visitor().post(&path, &[]).await;
        let hers = house.visitor().with_cookies(&opened.cookies());
        assert!(hers.get(&apply("application/3")).await.body.contains("Begun"));
        let out = stranger.get(&apply("application/3")).await.body;
        assert!(
            out.contains("opened with the link we emailed") && !out.contains("Begun"),
            "no page of it opens there: {out}"
        );
        let late = stranger
            .post(&apply("application/3"), &[("q-what-you-hold", "Typed too late"), ("revision", "99"), ("go", "next")])
            .await;
        assert!(
            late.status == StatusCode::UNPROCESSABLE_ENTITY
                && late.body.contains("Typed too late")
                && late.body.contains("open in another browser"),
            "{}",
            late.body
        );
        assert!(!hers.get(&apply("application/3")).await.body.contains("Typed too late"));
        // On a second device of one's own, both stay.
        let laptop = filled(&house, "Ximena", "Campoverde", "ximena@example.org", "Begun").await;
        let path = newest(&house, "ximena@example.org", &apply("resume/")).await;
        house.visitor().post(&path, &[("keep", "yes")]).await;
        assert_eq!(laptop.get(&apply("application/3")).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn more_time_is_for_whoever_proved_the_address() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        open_call(&lead).await;
        lead.post(
            &s("call/extensions"),
            &[("email", "nayeli@example.org"), ("until", "2025-02-20"), ("reason", "A birth")],
        )
        .await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM extension")).await, 1);
        let browser = filled(&house, "Nayeli", "Campoverde", "nayeli@example.org", "Hers").await;
        let other = filled(&house, "Ximena", "Campoverde", "ximena@example.org", "Hers").await;
        let path = newest(&house, "nayeli@example.org", &apply("resume/")).await;
        house.kernel.clock.set(Time::parse("2025-02-10T15:00:00Z").expect("a moment"));
        let (with, without) =
            (browser.get(&apply("application/check")).await.body, other.get(&apply("application/check")).await.body);
        assert!(
            with.contains("Jan 31")
                && with.contains("Did we give you more time?")
                && without.contains("Did we give you more time?"),
            "{with}"
        );
        assert!(!with.contains("Feb 20"), "a page that whoever types the address sees does not tell");
        let refused = browser.post(&apply("application/check"), &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        browser.post(&path, &[]).await;
        assert!(browser.get(&apply("application/check")).await.body.contains("Feb 20"));
        assert_eq!(browser.post(&apply("application/check"), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM application WHERE late_reason IS NULL")).await, 1);
    }
}

#[tokio::test]
async fn a_merge_by_the_team_lets_no_typed_address_into_another_record() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        // The same name and work with an address of the stranger's own, in a file.
        let copy = "application_id,first_name,last_name,email,organization,why_apply\nX1,Given5,Family5,\
            mallory@example.org,Org 5,Because\n";
        house.import(copy).await;
        let victim = person_of(&house, "A05").await;
        assert_eq!(lead.post(&s("applications/X1/merge"), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(person_of(&house, "X1").await, victim);
        let browser = house.visitor();
        let asked = browser.post("/sign-in", &[("email", "mallory@example.org")]).await;
        let browser = browser.with_cookies(&asked.cookies());
        assert!(
            !house.mails().await.iter().any(|m| m.contains("To: mallory@example.org")),
            "the address opens nothing"
        );
        drop(browser);
        let mut conn = house.kernel.db.read().await.expect("reads");
        assert_eq!(
            people::address_of(&mut conn, &victim).await.expect("reads").as_deref(),
            Some("person5@example.org")
        );
        drop(conn);
        // Taken apart, it is its own again.
        lead.post(&s("applications/X1/separation"), &[]).await;
        house.visitor().post("/sign-in", &[("email", "mallory@example.org")]).await;
        assert!(house.mails().await.iter().any(|m| m.contains("To: mallory@example.org")));
    }
}

#[tokio::test]
async fn a_file_neither_names_nor_overwrites_people_of_other_programs() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let ruth = house.someone("Ruth", None, Strength::Link).await;
        prove(&house, ruth.id.as_ref().expect("a person"), "ruth@example.org").await;
        ruth.post(
            "/me",
            &[
                ("given_name", "Ruth"),
                ("family_name", "Recorded"),
                ("display_name", "Ruth Recorded"),
                ("language", "en"),
            ],
        )
        .await;
        let before = own_data(&ruth).await;
        assert!(before.contains("Ruth Recorded"));
        let file = "application_id,first_name,last_name,email,race_ethnicity,access_needs,why_apply\nX1,Some,Body,\
            ruth@example.org,TYPED-RACE,TYPED-NEED,Because\n";
        house.import(file).await;
        let (list, shown) = (lead.get(&s("applications")).await.body, lead.get(&s("applications/X1")).await.body);
        assert!(list.contains("Some Body") && shown.contains("Some Body"), "{list}");
        assert!(!list.contains("Ruth Recorded") && !shown.contains("Ruth Recorded"));
        assert_eq!(own_data(&ruth).await, before);
        // Someone whom the program knows is found; once the record is theirs, a file does not speak for them.
        house.import(&pool()).await;
        let five = person_of(&house, "A05").await;
        prove(&house, &five, "person5@example.org").await;
        let again = "application_id,first_name,last_name,email,race_ethnicity,access_needs,why_apply\n\
            A05,Given5,Family5,\
            person5@example.org,TYPED-RACE,TYPED-NEED,Changed\n";
        let report = house.import(again).await;
        assert_eq!((report.changed, report.left_out), (1, 1));
        let data = own_data(&house.as_person(&five, Strength::Link).await).await;
        assert!(
            data.contains("SECRET-NEED-5") && !data.contains("TYPED-NEED") && !data.contains("TYPED-RACE"),
            "{data}"
        );
    }
}

#[tokio::test]
async fn accepting_by_link_gives_the_seat_to_whoever_holds_the_address() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        // Known in another place of this site, and a stranger to this program.
        let known = house.someone("person8", None, Strength::Link).await;
        prove(&house, known.id.as_ref().expect("a person"), "person8@example.org").await;
        house.import(&pool()).await;
        common::read_pool(&house).await;
        assert_ne!(Some(person_of(&house, "A08").await), known.id);
        common::choose(&lead).await;
        let path = newest(&house, "person8@example.org", "/invitation/").await;
        assert_eq!(known.get(&s("gatherings")).await.status, StatusCode::NOT_FOUND);
        house.visitor().post(&path, &[("answer", "accept")]).await;
        assert_eq!(Some(person_of(&house, "A08").await), known.id);
        assert_eq!(known.get(&s("gatherings")).await.status, StatusCode::OK);
        assert_eq!(
            count(
                &house,
                sql!(
                    "SELECT COUNT(*)
                    FROM member m
                    JOIN application a ON a.id = m.application_id
                    WHERE m.person_id <> a.person_id"
                )
            )
            .await,
            0
        );
    }
}

#[tokio::test]
async fn interest_is_confirmed_with_the_words_of_the_letter_that_was_used() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        house.lead().await;
        let ask = async |name: &str| {
            let fields =
                [("email", "nayeli@example.org"), ("name", name), ("scope", "city"), ("source", ""), ("agree", "yes")];
            assert_eq!(house.visitor().post("/programs/rooted/interest", &fields).await.status, StatusCode::OK);
        };
        ask("Nayeli").await;
        let path = newest(&house, "nayeli@example.org", "/interest/").await;
        ask("Mallory").await;
        assert!(!house.visitor().get(&path).await.body.contains("Mallory"));
        house.visitor().post(&path, &[("act", "confirm")]).await;
        let mut conn = house.kernel.db.read().await.expect("reads");
        let (name,): (String,) = conn.one(sql!("SELECT name FROM interest"), args![]).await.expect("there");
        assert_eq!(name, "Nayeli");
    }
}
