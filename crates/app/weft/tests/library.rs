//! The library: cards that say where they come from before anyone reads them, worksheets nobody else opens, a
//! curriculum with its gaps.

use crate::common;

use axum::http::StatusCode;
use common::meet::{announced, count, fields};
use common::{Actor, House, s};
use weft_kernel::ids::Id;
use weft_kernel::terminal::Terminal;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;
use weft_season::library::acts;
use weft_season::library::model::Card;
use weft_season::library::rules::KeepLibrary;

const SECRET: &str = "what-I-never-told";

fn practice<'f>() -> Vec<(&'f str, &'f str)> {
    vec![
        ("kind", "practice"),
        ("title_en", "Arriving <here>"),
        ("text_en", "1. Sit <down>.\n2. \"Breathe\"."),
        ("posture", "any"),
        ("eyes", "either"),
        ("minutes", "3"),
        ("origin", "Us"),
        ("licence", "own"),
        ("skills", "Listening"),
    ]
}

fn but<'f>(mut fields: Vec<(&'f str, &'f str)>, other: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    fields.retain(|(n, _)| !other.iter().any(|(o, _)| o == n));
    fields.extend(other.iter().filter(|(_, v)| !v.is_empty()));
    fields
}

async fn made(lead: &Actor<'_>, fields: &[(&str, &str)]) -> String {
    let answer = lead.post(&s("new-card"), fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.location().to_owned()
}

#[tokio::test]
async fn a_card_without_origin_or_licence_stays_a_draft_that_readers_cannot_see() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let one = house.someone("One", Some(Role::Registrant), Strength::Link).await;
        for (gone, said) in [
            ("origin", "the source"),
            ("licence", "the terms of use"),
            ("minutes", "how many minutes"),
            ("text_en", "a text"),
        ] {
            let path = made(&lead, &but(practice(), &[(gone, "")])).await;
            let refused = lead.post(&format!("{path}/publication"), &[]).await;
            assert!(
                refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains(said),
                "{gone}: {}",
                refused.body
            );
            assert_eq!(one.get(&path).await.status, StatusCode::NOT_FOUND, "{gone}");
        }
        assert!(one.get(&s("library")).await.body.contains("The library has no cards yet"));
        let permitted = but(practice(), &[("licence", "permission")]);
        let path = made(&lead, &permitted).await;
        assert!(lead.post(&format!("{path}/publication"), &[]).await.body.contains("who gave permission"));
        let recorded = but(practice(), &[("recording_url", "https://example.org/a.mp3")]);
        let path = made(&lead, &recorded).await;
        assert!(lead.post(&format!("{path}/publication"), &[]).await.body.contains("who can’t hear it"));
        for wrong in [("recording_url", "javascript:alert(1)"), ("kind", "song"), ("minutes", "900"), ("title_en", "")]
        {
            let refused = lead.post(&s("new-card"), &but(practice(), &[wrong])).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
        }
        let path = made(&lead, &practice()).await;
        for _ in 0..2 {
            assert_eq!(lead.post(&format!("{path}/publication"), &[]).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM event WHERE verb = 'card.published'")).await, 1);
        let page = one.get(&path).await.body;
        assert!(
            page.contains("<li>Sit &#60;down&#62;.</li>")
                && page.contains("<li>&#34;Breathe&#34;.</li>")
                && page.contains("All of this is an invitation"),
            "{page}"
        );
        assert!(
            one.get(&s("library?q=BREATHE&kind=practice&tag=Listening")).await.body.contains("One of 1 cards matches.")
        );
        assert!(
            one.get(&s("library?q=zebra")).await.body.contains("No cards match, out of 1")
                && one.get("/").await.body.contains("Practice for today")
        );
        // What is read stays whole, and no one writes over another.
        let seen = count(&house, sql!("SELECT changed_at FROM card WHERE published_at IS NOT NULL")).await.to_string();
        let emptied = but(practice(), &[("origin", ""), ("seen", &seen)]);
        assert!(lead.post(&format!("{path}/edit"), &emptied).await.body.contains("the source"));
        let late = but(practice(), &[("title_en", "Mine"), ("seen", "1")]);
        let refused = lead.post(&format!("{path}/edit"), &late).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("value=\"Mine\""));
        let next = but(practice(), &[("title_en", "Mine"), ("seen", &seen)]);
        assert_eq!(lead.post(&format!("{path}/edit"), &next).await.status, StatusCode::SEE_OTHER);
        lead.post(&format!("{path}/withdrawal"), &[]).await;
        assert_eq!(one.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(lead.post(&format!("{path}/removal"), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(lead.get(&path).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_card_is_published_as_it_was_looked_through() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let path = made(&lead, &practice()).await;
        let (seen, program): (Card, Id) = {
            let mut conn = house.kernel.db.read().await.expect("reads");
            let card = conn.one(sql!("SELECT * FROM card"), args![]).await.expect("there");
            (card, conn.one::<(Id,)>(sql!("SELECT program_id FROM card"), args![]).await.expect("there").0)
        };
        // While one looks it through, the other takes its origin out.
        let changed = seen.changed_at.0.to_string();
        assert_eq!(
            lead.post(&format!("{path}/edit"), &but(practice(), &[("origin", ""), ("seen", &changed)])).await.status,
            StatusCode::SEE_OTHER
        );
        let permit = KeepLibrary::at_the_terminal(&Terminal::open(), &program, &house.season);
        acts::publish(&house.kernel, &permit, None, &seen).await.expect("answers");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM card WHERE published_at IS NOT NULL")).await, 0);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM event WHERE verb = 'card.published'")).await, 0);
        // And a form that was open before it was published writes nothing over it.
        let open = count(&house, sql!("SELECT changed_at FROM card")).await.to_string();
        lead.post(&format!("{path}/edit"), &but(practice(), &[("seen", &open)])).await;
        let open = count(&house, sql!("SELECT changed_at FROM card")).await.to_string();
        lead.post(&format!("{path}/publication"), &[]).await;
        let late = lead.post(&format!("{path}/edit"), &but(practice(), &[("title_en", "Mine"), ("seen", &open)])).await;
        assert!(
            late.status == StatusCode::UNPROCESSABLE_ENTITY && late.body.contains("value=\"Mine\""),
            "{}",
            late.body
        );
    }
}

#[tokio::test]
async fn what_stands_in_a_worksheet_is_its_writers_alone() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        lead.post(&s("library-lists"), &[("skills", "Listening\nListening\nWaiting")]).await;
        let sheet = [
            ("kind", "worksheet"),
            ("title_en", "Sheet"),
            ("text_en", "Look."),
            ("prompts_en", "Who am I?\nWho else?"),
            ("list", "skills"),
            ("origin", "Us"),
            ("licence", "own"),
        ];
        let path = made(&lead, &sheet).await;
        lead.post(&format!("{path}/publication"), &[]).await;
        let one = house.someone("One", Some(Role::Registrant), Strength::Link).await;
        let mine = format!("{path}/mine");
        assert_eq!(one.get(&mine).await.body.matches("type=\"radio\"").count(), 8, "two skills, four answers each");
        assert_eq!(
            one.post(&mine, &[("asked-0", "Listening"), ("asked-2", "Who am I?")]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let said = [
            ("asked-0", "Listening"),
            ("item-0", "yes"),
            ("choice-0", "wanted"),
            ("asked-1", "Waiting"),
            ("item-1", "yes"),
            ("choice-1", "forged"),
            ("asked-2", "Who am I?"),
            ("words-2", SECRET),
            ("asked-3", "Who else?"),
            ("words-3", ""),
        ];
        let kept = one.post(&mine, &said).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
        let own = one.get(&mine).await.body;
        assert!(own.contains(SECRET) && own.contains("I want to learn more") && !own.contains("forged"), "{own}");
        let (id,): (String,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT id FROM reflection"), args![])
            .await
            .expect("there");
        // The questions asked then are asked again, those without an answer too, whatever the card asks by now.
        let again = one.get(&format!("{mine}/{id}")).await.body;
        assert!(
            again.contains(&format!(">{SECRET}</textarea>"))
                && again.contains("Who else?")
                && again.matches("type=\"radio\"").count() == 8,
            "{again}"
        );
        let mut others = vec![lead];
        for (name, role) in [
            ("Own", Role::Owner),
            ("Fac", Role::Facilitator),
            ("Coach", Role::Coach),
            ("Eva", Role::Evaluator),
            ("Adv", Role::Advisor),
            ("Two", Role::Registrant),
        ] {
            others.push(house.someone(name, Some(role), Strength::TwoFactors).await);
        }
        let announced = announced(&others[0], &fields("Session", &[("2025-02-10", "13:00", "14:00", "1", "")])).await;
        for other in &others {
            for page in [
                "/",
                &s(""),
                &s("library"),
                &path,
                &mine,
                &format!("{mine}/{id}"),
                &announced,
                &s("curriculum"),
                "/me/history",
                "/me/data.zip",
            ] {
                assert!(!other.get(page).await.body.contains(SECRET), "{page}");
            }
            assert_eq!(other.get(&format!("{mine}/{id}")).await.status, StatusCode::NOT_FOUND);
            assert_eq!(other.post(&format!("{mine}/{id}"), &said).await.status, StatusCode::NOT_FOUND);
            other.post(&format!("{mine}/{id}/removal"), &[]).await;
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM reflection")).await, 1);
        // That she wrote at all is on no record either.
        let traces = sql!(
            "SELECT COUNT(*)
            FROM event
            WHERE verb LIKE '%reflect%' OR detail LIKE '%never%' OR subject_id IN (SELECT id FROM reflection)"
        );
        assert_eq!(count(&house, traces).await, 0);
        // Taken back, and out of the library: for whoever keeps it as if nobody had written, for the writer still
        // there.
        others[0].post(&format!("{path}/withdrawal"), &[]).await;
        assert!(one.get(&path).await.status == StatusCode::NOT_FOUND && one.get(&mine).await.body.contains(SECRET));
        assert_eq!(others[0].post(&format!("{path}/removal"), &[]).await.status, StatusCode::SEE_OTHER);
        assert!(
            others[0].get(&path).await.status == StatusCode::NOT_FOUND
                && others[0].get(&mine).await.status == StatusCode::NOT_FOUND
        );
        assert!(
            one.get(&mine).await.body.contains(SECRET)
                && one.get(&format!("{mine}/{id}")).await.status == StatusCode::OK
        );
        one.post(&format!("{mine}/{id}/removal"), &[]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM reflection")).await, 0);
    }
}

#[tokio::test]
async fn the_curriculum_names_its_gaps_and_keeps_to_its_season() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let refused = lead.post(&s("curriculum"), &[("lines", "Isolation: Home teams\nno colon here")]).await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY
                && refused.body.contains("no colon here")
                && refused.body.contains("Isolation: Home teams")
        );
        lead.post(&s("curriculum"), &[("lines", "Isolation: Home teams; Walks\nPower: Mapping\nRest: Walks")]).await;
        let first = announced(&lead, &fields("First", &[("2025-02-10", "13:00", "14:00", "1", "")])).await;
        announced(&lead, &fields("Second", &[("2025-03-10", "13:00", "14:00", "1", "")])).await;
        lead.post(&s("curriculum/marks"), &[("in-1", "Home teams"), ("in-1", "Forged"), ("in-99", "Walks")]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM gathering_approach")).await, 1);
        let page = lead.get(&s("curriculum")).await.body;
        assert!(
            page.contains("<strong>Power</strong><br>No gathering meets this need yet.")
                && page.contains("<strong>Second</strong>"),
            "{page}"
        );
        assert!(
            page.contains("<strong>Walks</strong><br>No gathering uses this approach yet")
                && page.matches("type=\"checkbox\"").count() == 6,
            "Walks is marked once: {page}"
        );
        // A gathering's cards, in the order of their numbers; drafts and unknown ones stay out of sight.
        let lead_path = made(&lead, &practice()).await;
        made(&lead, &but(practice(), &[("title_en", "Second card")])).await;
        lead.post(&format!("{lead_path}/publication"), &[]).await;
        lead.post(
            &format!("{first}/cards"),
            &[("place-1", "2"), ("place-2", "1"), ("place-77", "3"), ("place-x", "1")],
        )
        .await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM gathering_card")).await, 2);
        let one = house.someone("One", Some(Role::Registrant), Strength::Link).await;
        let page = one.get(&first).await.body;
        assert!(page.contains("data-card>Arriving &#60;here&#62;</a>") && !page.contains("Second card"), "{page}");
        for path in ["curriculum", "library-lists", "new-card"] {
            assert_eq!(one.get(&s(path)).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}

#[tokio::test]
async fn the_library_runs_the_same_statements_however_many_cards_there_are() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    lead.post(&s("library/beginning"), &[]).await;
    let begun = count(&house, sql!("SELECT COUNT(*) FROM card")).await;
    lead.post(&s("library/beginning"), &[]).await;
    assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM card")).await, begun, "begun once");
    // Every card that comes with Weft is complete, in both languages.
    for number in 1..=begun {
        assert_eq!(
            lead.post(&s(&format!("library/{number}/publication")), &[]).await.status,
            StatusCode::SEE_OTHER,
            "{number}"
        );
        assert!(!lead.get(&s(&format!("library/{number}"))).await.body.contains("Only in "), "{number}");
    }
    let statements = async |path: &str| {
        let before = house.kernel.db.statements_run();
        lead.get(&s(path)).await;
        house.kernel.db.statements_run() - before
    };
    let few = statements("library").await;
    for _ in 0..30 {
        made(&lead, &practice()).await;
    }
    assert_eq!(statements("library").await, few);
    assert!(few <= 6, "{few}");
}
