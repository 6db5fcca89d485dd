//! Group coaching: a text of its own that each accepts before they see how the group meets, sessions in calendars, how
//! many came and not who, and leaving at once.

use crate::coaching::{Season, at, between, chores, coach, erase, house_at, id, ok, pair, season};
use crate::common;
use crate::own::data_of;
use crate::planted::{columns, literal};

use axum::http::StatusCode;
use common::meet::{again, count};
use common::{Actor, House, engines, s};
use futures_util::future::join_all;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

const PLACE: &str = "https://meet.example.org/PLANTEDroom";

fn session<'a>(day: &'a str, from: &'a str) -> [(&'a str, &'a str); 5] {
    [("day", day), ("from", from), ("zone", "America/New_York"), ("minutes", "90"), ("place", PLACE)]
}

/// A group of some people with the season's coach. Returns its path.
async fn group(of: &Season<'_>, people: &[&Actor<'_>]) -> String {
    let groups = s("coaching/program/groups");
    ok(&of.lead, &format!("{groups}/text"), &[("text_en", "It stays here."), ("text_es", "Queda aquí.")]).await;
    let mut fields = vec![("name", "Tuesday group"), ("coach", id(&of.coach)), ("seats", "4")];
    fields.extend(people.iter().map(|p| ("person", id(p))));
    ok(&of.lead, &groups, &fields).await;
    let page = of.coach.get(&s("coaching")).await.body;
    let link = between(&page, &format!("href=\"{}", s("coaching/groups/")), "\"").to_owned();
    format!("{}{link}", s("coaching/groups/"))
}

async fn accept(who: &Actor<'_>, path: &str) {
    let page = who.get(path).await.body;
    let version = between(&page, "name=\"version\" value=\"", "\"").to_owned();
    ok(who, &format!("{path}/agreement"), &[("version", &version), ("agree", "yes")]).await;
}

async fn mails_to(house: &House, name: &str) -> Vec<String> {
    house.mails().await.into_iter().filter(|m| m.contains(&format!("To: {name}@example.org"))).collect()
}

#[tokio::test]
async fn each_accepts_what_stays_in_the_group_before_they_see_how_it_meets() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let of = season(&house).await;
        let ana = house.someone("Ana", Some(Role::Participant), Strength::Link).await;
        let outside = house.someone("Olga", Some(Role::Participant), Strength::Link).await;
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        let other = coach(&house, "Ayo", "2").await;
        let groups = s("coaching/program/groups");
        // Without its text there is no group; with it, wrong input is refused and what was typed stays.
        let early = [("name", "G"), ("coach", id(&of.coach)), ("seats", "4"), ("person", id(&ana))];
        let answer = of.lead.post(&groups, &early).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        let path = group(&of, &[&of.noor, &ana]).await;
        for (wrong, said) in [
            (vec![("name", ""), ("coach", id(&of.coach)), ("seats", "4")], "Choose at least two members"),
            (vec![("name", "Typed"), ("coach", ""), ("seats", "4")], "Choose a coach who has a profile"),
            (vec![("name", "Typed"), ("coach", id(&ana)), ("seats", "4")], "Choose a coach who has a profile"),
            (vec![("name", "Typed"), ("coach", id(&of.coach)), ("seats", "2")], "There aren&#39;t enough places"),
        ] {
            let mut fields = wrong.clone();
            if !said.contains("two members") {
                fields.extend([("person", id(&ana)), ("person", id(&of.noor)), ("person", id(&outside))]);
            }
            let answer = of.lead.post(&groups, &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}: {said}");
            assert!(answer.body.contains(said) && answer.body.contains(wrong[0].1), "{engine}: {said}");
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM coaching_group")).await, 1, "{engine}");
        // Nobody but those in it and its coach finds it.
        for who in [&of.lead, &owner, &other, &outside] {
            assert_eq!(who.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}");
            let planned = who.post(&format!("{path}/sessions"), &session("2025-03-18", "16:00")).await;
            assert_eq!(planned.status, StatusCode::NOT_FOUND, "{engine}");
        }
        let by_member = of.noor.post(&format!("{path}/sessions"), &session("2025-03-18", "16:00")).await;
        assert_eq!(by_member.status, StatusCode::NOT_FOUND, "{engine}");
        let past = of.coach.post(&format!("{path}/sessions"), &session("2025-03-01", "16:00")).await;
        assert!(past.body.contains("in the future") && past.body.contains(PLACE), "{engine}: {}", past.body);
        ok(&of.coach, &format!("{path}/sessions"), &session("2025-03-18", "16:00")).await;
        // They read when it is and that they must accept, not how it meets, in no email either.
        let page = of.noor.get(&path).await.body;
        assert!(page.contains("4:00–5:30") && !page.contains("PLANTEDroom"), "{engine}: {page}");
        assert!(of.noor.get("/").await.body.contains("Read what stays in the group"), "{engine}");
        let refused = of.noor.post(&format!("{path}/agreement"), &[("version", "x"), ("agree", "yes")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        let version = between(&page, "name=\"version\" value=\"", "\"").to_owned();
        let refused = of.noor.post(&format!("{path}/agreement"), &[("version", &version)]).await;
        assert!(refused.body.contains("confirm that you&#39;ve read"), "{engine}");
        accept(&of.noor, &path).await;
        assert!(of.noor.get(&path).await.body.contains(PLACE), "{engine}");
        assert!(of.coach.get(&path).await.body.contains("hasn&#39;t accepted the text"), "{engine}");
        assert!(of.lead.get(&groups).await.body.contains("1 of 2 have accepted"), "{engine}");
        // Another text: each accepts it before they see it again.
        ok(&of.lead, &format!("{groups}/text"), &[("text_en", "New words."), ("text_es", "Otro texto.")]).await;
        let page = of.noor.get(&path).await.body;
        assert!(!page.contains("PLANTEDroom") && page.contains("New words."), "{engine}: {page}");
        accept(&of.noor, &path).await;
        assert!(of.noor.get(&path).await.body.contains(PLACE), "{engine}");
        let mails = house.mails().await;
        assert!(mails.iter().all(|m| !m.contains("PLANTED")), "{engine}");
        // Where it meets is sealed: no column has it.
        let mut left = Vec::new();
        for (table, column) in columns(&House::new(None).await).await {
            let sql = literal(format!("SELECT COUNT(*) FROM {table} WHERE {column} LIKE '%PLANTEDroom%'"));
            let mut conn = house.kernel.db.read().await.expect("reads");
            let (n,): (i64,) = conn.one(sql, args![]).await.expect("counts");
            left.extend((n > 0).then(|| format!("{table}.{column}")));
        }
        assert_eq!(left, Vec::<String>::new(), "{engine}");
        assert!(data_of(&of.noor).await.contains("Tuesday group"), "{engine}");
    }
}

#[tokio::test]
async fn sessions_are_in_calendars_take_nobodys_own_and_count_how_many_came() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let mut of = season(&house).await;
        let ana = house.someone("Ana", Some(Role::Participant), Strength::Link).await;
        pair(&of, &of.noor, &of.coach).await;
        let path = group(&of, &[&of.noor, &ana]).await;
        ok(&of.coach, &format!("{path}/sessions"), &session("2025-03-11", "16:00")).await;
        ok(&of.coach, &format!("{path}/sessions"), &session("2025-03-18", "16:00")).await;
        let entries: Vec<String> =
            mails_to(&house, "ana").await.into_iter().filter(|m| m.contains("METHOD:REQUEST")).collect();
        assert_eq!(entries.len(), 2, "{engine}");
        assert!(entries.iter().all(|m| m.contains("group meeting") && !m.to_lowercase().contains("coaching:")));
        // The time is taken: nobody is offered an appointment with the coach then.
        let taken = sql!("SELECT COUNT(*) FROM engaged WHERE person_id = $1");
        let mut conn = house.kernel.db.read().await.expect("reads");
        for who in [&of.coach, &of.noor, &ana] {
            let (n,): (i64,) = conn.one(taken, args![id(who)]).await.expect("counts");
            assert_eq!(n, 2, "{engine}");
        }
        drop(conn);
        let first = sql!("SELECT id FROM coaching_group_session ORDER BY starts_at LIMIT 1");
        let (first,): (String,) =
            house.kernel.db.read().await.expect("reads").one(first, args![]).await.expect("a session");
        let said = format!("{path}/sessions/{first}/said");
        let came = format!("came-{first}");
        let early = of.coach.post(&said, &[("says", "held"), (&came, "2")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        house.kernel.clock.set(at("2025-03-12T14:00:00Z"));
        (of.coach, of.lead) = (again(&of.coach).await, again(&of.lead).await);
        let noor = again(&of.noor).await;
        let many = of.coach.post(&said, &[("says", "held"), (&came, "99")]).await;
        assert_eq!(many.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert_eq!(noor.post(&said, &[("says", "held"), (&came, "2")]).await.status, StatusCode::NOT_FOUND);
        ok(&of.coach, &said, &[("says", "held"), (&came, "2")]).await;
        ok(&of.coach, &said, &[("says", "held"), (&came, "2")]).await;
        let page = of.lead.get(&s("coaching/program/groups")).await.body;
        assert!(page.contains("1 session held, 2 came in all") && page.contains("1 planned"), "{engine}: {page}");
        // Of hours it is a kind of its own, and nobody's sessions are fewer.
        let hours = of.lead.get(&s("coaching/program/hours.csv")).await.body;
        let line = ["Leonor", "2025-03", "1", "1.50", "0", "0", "0", "Group"].map(|c| format!("\"{c}\"")).join(",");
        assert!(hours.contains(&line), "{engine}: {hours}");
        let left = sql!("SELECT CAST(SUM(change) AS BIGINT) FROM credit");
        assert_eq!(count(&house, left).await, 6, "{engine}");
        // Canceled, its entry goes, and it can't be canceled twice.
        let ahead = sql!("SELECT id FROM coaching_group_session ORDER BY starts_at DESC LIMIT 1");
        let (ahead,): (String,) =
            house.kernel.db.read().await.expect("reads").one(ahead, args![]).await.expect("a session");
        let cancel = format!("{path}/sessions/{ahead}/cancellation");
        join_all([ok(&of.coach, &cancel, &[]), ok(&of.coach, &cancel, &[])]).await;
        let mails = mails_to(&house, "ana").await;
        let off: Vec<&String> = mails.iter().filter(|m| m.contains("METHOD:CANCEL")).collect();
        assert_eq!(off.len(), 1, "{engine}");
        assert!(off[0].contains(&format!("{ahead}@weft")), "{engine}: the entry that was sent");
    }
}

#[tokio::test]
async fn whoever_leaves_is_out_at_once_and_without_a_coach_the_group_ends() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let of = season(&house).await;
        let ana = house.someone("Ana", Some(Role::Participant), Strength::Link).await;
        let bea = house.someone("Bea", Some(Role::Participant), Strength::Link).await;
        let cleo = house.someone("Cleo", Some(Role::Participant), Strength::Link).await;
        let dora = house.someone("Dora", Some(Role::Participant), Strength::Link).await;
        let path = group(&of, &[&of.noor, &ana, &bea]).await;
        ok(&of.coach, &format!("{path}/sessions"), &session("2025-03-18", "16:00")).await;
        accept(&ana, &path).await;
        join_all([ok(&ana, &format!("{path}/leave"), &[]), ok(&ana, &format!("{path}/leave"), &[])]).await;
        assert_eq!(ana.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}");
        let mails = mails_to(&house, "ana").await;
        assert_eq!(mails.iter().filter(|m| m.contains("METHOD:CANCEL")).count(), 1, "{engine}");
        assert!(mails.iter().any(|m| m.contains("no longer in the group")), "{engine}");
        let told = mails_to(&house, "leonor").await;
        assert!(told.iter().any(|m| m.contains("Someone is no longer in")), "{engine}");
        let by = sql!("SELECT COUNT(*) FROM event WHERE verb = 'coaching.group-left' AND actor_id IS NOT NULL");
        assert_eq!(count(&house, by).await, 0, "{engine}: no event says who asked");
        // The program adds people while there is a place: of two at once for the last one, one is added.
        let number = path.rsplit('/').next().expect("an id");
        let people = s(&format!("coaching/program/groups/{number}/people"));
        ok(&of.lead, &people, &[("person", id(&ana))]).await;
        assert_eq!(mails_to(&house, "ana").await.iter().filter(|m| m.contains("METHOD:REQUEST")).count(), 2);
        let (one, two) = ([("person", id(&cleo))], [("person", id(&dora))]);
        let both = join_all([of.lead.post(&people, &one), of.lead.post(&people, &two)]).await;
        let done = both.iter().filter(|a| a.status == StatusCode::SEE_OTHER).count();
        assert_eq!((done, count(&house, sql!("SELECT COUNT(*) FROM coaching_group_member")).await), (1, 4), "{engine}");
        let removal = s(&format!("coaching/program/groups/{number}/people/{}/removal", id(&ana)));
        ok(&of.lead, &removal, &[]).await;
        ok(&of.lead, &removal, &[]).await;
        assert_eq!(ana.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}");
        // Someone who is erased is out, and without its coach the group ends; everyone is told.
        erase(&house, &bea).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM coaching_group_member")).await, 2, "{engine}");
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let role = sql!("UPDATE role SET until = 1 WHERE person_id = $1 AND role = 'coach'");
        tx.run(role, args![id(&of.coach)]).await.expect("ends");
        tx.commit().await.expect("commits");
        chores(&house).await;
        assert_eq!(of.noor.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}");
        let mails = mails_to(&house, "noor").await;
        assert!(mails.iter().any(|m| m.contains("has ended. Planned meetings are canceled")), "{engine}: {mails:?}");
        assert_eq!(mails.iter().filter(|m| m.contains("METHOD:CANCEL")).count(), 1, "{engine}");
        assert!(of.lead.get(&s("coaching/program/groups")).await.body.contains("1 group has ended"), "{engine}");
    }
}
