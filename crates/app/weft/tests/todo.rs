//! What waits for someone stands on the page where they begin, leads to where it is done, and is gone when it is.

use crate::common;

use axum::http::StatusCode;
use common::meet::{announced, fields, people};
use common::{Actor, House, s};
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

/// The words on what is pressed, and where each leads, of the list on a page.
async fn list(of: &Actor<'_>, page: &str) -> Vec<(String, String)> {
    let body = of.get(page).await.body;
    let Some(list) = body.split_once("class=\"needs todo\"").map(|(_, rest)| rest) else { return Vec::new() };
    let list = list.split_once("</ul>").expect("ends").0;
    list.split("<li>")
        .skip(1)
        .filter_map(|line| {
            let path = line.split_once("href=\"")?.1.split_once('"')?.0;
            let act = line.split_once("</a>")?.0.rsplit_once('>')?.1;
            Some((act.trim().to_owned(), path.replace("&#38;", "&")))
        })
        .collect()
}

fn acts(list: &[(String, String)]) -> Vec<&str> {
    list.iter().map(|(act, _)| act.as_str()).collect()
}

async fn id(house: &House, sql: weft_kernel::db::Sql) -> String {
    let (id,): (String,) = house.kernel.db.read().await.expect("reads").one(sql, args![]).await.expect("there");
    id
}

async fn set(house: &House, sql: weft_kernel::db::Sql, person: &Actor<'_>) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(sql, args![person.id.as_ref()]).await.expect("updates");
    tx.commit().await.expect("commits");
}

#[tokio::test]
async fn what_waits_for_someone_who_takes_part_is_on_their_start_page_until_it_is_done() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 2).await;
        let (one, other) = (&all[0], &all[1]);
        assert_eq!(list(one, "/").await, []);

        set(&house, sql!("UPDATE season SET access_contact_id = $1"), &lead).await;
        lead.post(&s("agreements"), &[("seen", "0"), ("text", "We may pass.")]).await;
        lead.post(&s("pulse"), &[("stressors", "Money"), ("days", "30")]).await;
        let mut retreat = fields("Retreat", &[("2025-01-20", "09:00", "17:00", "1", "")]);
        retreat.retain(|(n, _)| n != "format" && !n.starts_with("link"));
        retreat.push(("format".into(), "in-person".into()));
        let retreat = announced(&lead, &retreat).await;
        let times = [("2025-01-22", "09:00", "10:00", "1", "9"), ("2025-01-23", "09:00", "10:00", "1", "9")];
        let chosen = announced(&lead, &fields("Practice", &times)).await;
        for person in &all {
            person.post("/peers", &[("place", "Delta"), ("talk", "Rest"), ("season", house.season.as_str())]).await;
        }
        let peer = id(
            &house,
            sql!("SELECT r.id FROM peer r JOIN person p ON p.id = r.person_id WHERE p.given_name = 'Person00'"),
        )
        .await;
        other.post(&format!("/peers/{peer}/word"), &[("word", "Hello")]).await;
        let draft = [("name", "Night"), ("purpose", "Rest"), ("confidentiality", "Stays")];
        let space = other.post(&s("spaces"), &draft).await.location().to_owned();
        let name = lead.id.as_ref().expect("a person").as_str();
        other.post(&format!("{space}/invitations"), &[("person", name)]).await;

        let todo = list(one, "/").await;
        // By day: what has none comes last. The first gathering is asked about on its own card.
        assert_eq!(
            acts(&todo),
            [
                "Add travel plans",
                "Choose a time",
                "See details",
                "Take the survey",
                "Read agreements",
                "Reply to messages",
            ],
            "{todo:?}"
        );
        for (act, path) in &todo {
            assert_eq!(one.get(path).await.status, StatusCode::OK, "{act}: {path}");
        }
        // Nobody else's: the one who wrote has no message, a stranger has nothing.
        assert!(!acts(&list(other, "/").await).contains(&"Reply to messages"));
        let invited = list(&lead, "/").await;
        assert_eq!(acts(&invited), ["See invitation"]);
        assert!(lead.get(&invited[0].1).await.body.contains("Night"));
        lead.post(&format!("{space}/joining"), &[]).await;
        assert_eq!(list(&lead, "/").await, []);
        let stranger = house.someone("Stranger", None, Strength::Link).await;
        assert_eq!(list(&stranger, "/").await, []);
        let page = one.get("/").await.body;
        assert!(page.contains("Are you coming to Practice on January 22, 2025?"), "{page}");
        assert!(page.contains(&format!("action=\"{retreat}/answer\"")), "{page}");

        // Done, one after the other.
        let pulse = id(&house, sql!("SELECT id FROM pulse")).await;
        let word = id(&house, sql!("SELECT id FROM peer_word")).await;
        let place = &common::meet::sittings(&house, &chosen).await[0];
        let answer = s(&format!("pulse/{pulse}/answer"));
        one.post(&s("agreements/yes"), &[("version", "1")]).await;
        one.post(&answer, &[("level-0", "little")]).await;
        one.post(&format!("/peers/words/{word}"), &[("answer", "no")]).await;
        one.post(&format!("{chosen}/sittings/{place}/choice"), &[]).await;
        one.post(&format!("{retreat}/travel"), &[("arrives", "By train"), ("nights", "1")]).await;
        for path in [&retreat, &chosen] {
            one.post(&format!("{path}/answer"), &[("answer", "yes")]).await;
        }
        assert_eq!(list(one, "/").await, []);
        // Someone asks to join: whoever is inside answers.
        let listed = [&draft[..], &[("is_listed", "yes")]].concat();
        other.post(&space, &listed).await;
        let third = house.someone("Third", Some(Role::Registrant), Strength::Link).await;
        third.post(&format!("{space}/joining"), &[]).await;
        assert_eq!(acts(&list(&lead, "/").await), ["Review requests"]);
        assert_eq!(list(one, "/").await, []);
    }
}

#[tokio::test]
async fn an_invitation_waits_on_the_start_page_and_opens_for_whoever_it_is_for() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&common::pool()).await;
        common::read_pool(&house).await;
        common::choose(&lead).await;
        let sql = sql!(
            "SELECT MIN(a.person_id)
            FROM invitation i
            JOIN application a ON a.id = i.application_id"
        );
        let person = weft_kernel::ids::Id::parse(&id(&house, sql).await).expect("an id");
        let invited = house.as_person(&person, Strength::Link).await;
        let todo = list(&invited, "/").await;
        assert_eq!(acts(&todo), ["Respond to invitation"]);
        let path = &todo[0].1;
        for other in [&lead, &house.visitor(), &house.someone("Stranger", None, Strength::Link).await] {
            assert_eq!(other.get(path).await.status, StatusCode::NOT_FOUND);
            assert_eq!(other.post(path, &[("answer", "accept")]).await.status, StatusCode::NOT_FOUND);
        }
        assert!(invited.get(path).await.body.contains("we’d like to offer you a seat"));
        assert!(invited.post(path, &[("answer", "accept")]).await.body.contains("Welcome"));
        assert!(!acts(&list(&invited, "/").await).contains(&"Respond to invitation"));
        // The team reads that others have not answered, once they were written to.
        house.mails().await;
        let page = lead.get(&s("")).await.body;
        assert!(page.contains("3 people haven&#39;t responded to their invitations."), "{page}");
        house.kernel.clock.advance(30 * 24 * 3600);
        let lead = common::meet::again(&lead).await;
        let page = lead.get(&s("")).await.body;
        assert!(page.contains("3 invitations expired without a response."), "{page}");
    }
}

#[tokio::test]
async fn what_waits_for_a_team_is_on_the_season_page_and_leads_to_pages_that_open() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let co = house.someone("Co", Some(Role::CoLead), Strength::TwoFactors).await;
        let reviewer = house.someone("Tobias", Some(Role::Reviewer), Strength::TwoFactors).await;
        let all = people(&house, 2).await;
        assert_eq!(list(&lead, &s("")).await, []);
        set(&house, sql!("UPDATE season SET access_contact_id = $1"), &co).await;
        house.import(&common::pool()).await;
        assert_eq!(acts(&list(&lead, &s("")).await), ["Set cohort goals"]);
        lead.post(
            &s("rubric"),
            &[("title_en-0", "Fit"), ("weight-0", "1"), ("anchor1_en-0", "a"), ("anchor5_en-0", "b")],
        )
        .await;
        let column = house.column("why_apply").await;
        let reading = [
            ("reads_each", "1"),
            ("most_each", "20"),
            ("wide_gap", "2"),
            ("due_on", "2025-01-25"),
            ("visible", &*column),
        ];
        lead.post(&s("reviewers"), &reading).await;
        reviewer.post(&s("reviews/conflicts"), &[("ties", "")]).await;
        assert!(lead.post(&s("reviewers/assignment"), &[("undeclared", "yes")]).await.status.is_success());
        let mut retreat = fields("Retreat", &[("2025-01-20", "09:00", "17:00", "1", "")]);
        retreat.retain(|(n, _)| n != "format" && !n.starts_with("link"));
        retreat.push(("format".into(), "in-person".into()));
        let retreat = announced(&lead, &retreat).await;
        all[0].post(&format!("{retreat}/answer"), &[("answer", "need"), ("note", "A ramp")]).await;
        let money = [("amount", "12.50"), ("what", "Bus")];
        all[0].post(&format!("{retreat}/travel/reimbursements"), &money).await;

        let todo = list(&lead, &s("")).await;
        assert!(["Review requests", "See reviewers"].iter().all(|a| acts(&todo).contains(a)), "{todo:?}");
        assert!(!acts(&todo).contains(&"Set cohort goals"), "not while reviews are being made");
        for (act, path) in &todo {
            assert_eq!(lead.get(path).await.status, StatusCode::OK, "{act}: {path}");
        }
        // Money is for whoever arranges access, and for no rank.
        let theirs = list(&co, &s("")).await;
        assert!(acts(&theirs).contains(&"Review reimbursements") && !acts(&todo).contains(&"Review reimbursements"));
        // A reviewer has theirs on the start page; not without the second factor.
        let page = reviewer.get("/").await.body;
        assert!(page.contains("You have 11 applications to review, due January 25, 2025."), "{page}");
        let person = reviewer.id.clone().expect("a person");
        assert_eq!(list(&house.as_person(&person, Strength::Link).await, "/").await, []);
        // After the day: nobody has recorded who was there.
        house.kernel.clock.advance(12 * 24 * 3600);
        let lead = common::meet::again(&lead).await;
        let todo = list(&lead, &s("")).await;
        let (_, path) = todo.iter().find(|(act, _)| act == "Record attendance").expect("nobody has yet");
        assert_eq!(lead.get(path).await.status, StatusCode::OK, "{path}");
    }
}
