//! Commitments: who reads which, how they are checked in on, who is asked and when, what the team counts.

use crate::common;
use crate::own::data_of;

use axum::http::StatusCode;
use common::meet::{announced, count, fields};
use common::{Actor, House, engines, link, s};
use weft_kernel::db::Tx;
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

/// A home team of some members.
pub async fn team(house: &House, name: &str, of: &[&Actor<'_>]) {
    let mut tx: Tx = house.kernel.db.begin().await.expect("begins");
    let (plan, team) = (house.kernel.id(), house.kernel.id());
    tx.run(
        sql!(
            "INSERT INTO team_plan (id, season_id, version, settings, result, created_at)
            SELECT CAST($1 AS TEXT), CAST($2 AS TEXT), COALESCE(MAX(p.version), 0) + 1, '{}', '{}', 1
            FROM team_plan p
            WHERE p.season_id = $2"
        ),
        args![&plan, &house.season],
    )
    .await
    .expect("plans");
    tx.run(
        sql!("INSERT INTO home_team (id, season_id, plan_id, position, name) VALUES ($1, $2, $3, 0, $4)"),
        args![&team, &house.season, &plan, name],
    )
    .await
    .expect("forms");
    for one in of {
        tx.run(
            sql!(
                "INSERT INTO home_team_member (team_id, member_id, since)
                SELECT CAST($1 AS TEXT), m.id, 1
                FROM member m
                WHERE m.season_id = $2 AND m.person_id = $3"
            ),
            args![&team, &house.season, one.id.as_ref()],
        )
        .await
        .expect("joins");
    }
    tx.commit().await.expect("commits");
}

fn id(of: &Actor<'_>) -> String {
    of.id.as_ref().map_or("", Id::as_str).to_owned()
}

/// Makes one and returns its path.
async fn made(by: &Actor<'_>, what: &str, more: &[(&str, &str)]) -> String {
    let mut all = vec![("what", what), ("rhythm", "gathering"), ("seen_by", "team")];
    all.retain(|(name, _)| !more.iter().any(|(n, _)| n == name));
    all.extend(more);
    let answer = by.post(&s("commitments"), &all).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let made = answer.location().split("#c-").nth(1).expect("an id").to_owned();
    s(&format!("commitments/{made}"))
}

async fn member<'h>(house: &'h House, name: &str) -> Actor<'h> {
    house.someone(name, Some(Role::Participant), Strength::Link).await
}

#[tokio::test]
async fn a_commitment_is_read_by_those_it_names_and_by_no_one_else() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let [noor, ezra, tess, cole] = [
            member(&house, "Noor").await,
            member(&house, "Ezra").await,
            member(&house, "Tess").await,
            member(&house, "Cole").await,
        ];
        team(&house, "Cedar", &[&noor, &tess]).await;
        team(&house, "Fir", &[&ezra, &cole]).await;
        let witness = id(&ezra);
        let mine = made(&noor, "planted-for-me", &[("seen_by", "me"), ("cue", "planted-cue")]).await;
        let seen = made(&noor, "planted-for-witness", &[("seen_by", "witness"), ("witness", &witness)]).await;
        let teams = made(&noor, "planted-for-team", &[("support", "planted-support")]).await;
        let everyones = made(&noor, "planted-for-cohort", &[("seen_by", "cohort")]).await;
        for path in [&mine, &seen, &teams, &everyones] {
            noor.post(&format!("{path}/checks"), &[("state", "open"), ("learning", "planted-learning")]).await;
        }
        let paths = [&mine, &seen, &teams, &everyones];
        let words = ["planted-for-me", "planted-for-witness", "planted-for-team", "planted-for-cohort"];
        let lead = house.lead().await;
        let staff = |role| house.someone("Fay", Some(role), Strength::TwoFactors);
        let facilitator = staff(Role::Facilitator).await;
        let others = [Role::Coach, Role::Reviewer, Role::Advisor, Role::Funder];
        let readers: [(&str, &Actor<'_>, [bool; 4], bool); 6] = [
            ("author", &noor, [true, true, true, true], true),
            ("witness", &ezra, [false, true, false, true], true),
            ("team", &tess, [false, false, true, true], true),
            ("cohort", &cole, [false, false, false, true], true),
            ("lead", &lead, [false, false, false, true], false),
            ("facilitator", &facilitator, [false, false, false, true], false),
        ];
        for (who, reader, reads, is_member) in readers {
            let list = reader.get(&s("commitments")).await;
            assert_eq!(list.status, StatusCode::OK, "{engine}: {who}");
            for ((word, path), reads) in words.iter().zip(paths).zip(reads) {
                assert_eq!(list.body.contains(word), reads, "{engine}: {who} and {word}: {}", list.body);
                let one = reader.get(path).await;
                assert_eq!(one.status == StatusCode::OK, reads && is_member, "{engine}: {who} and {word}");
            }
            for page in [s(""), s("gatherings"), s("teams"), s("celebrations"), "/".into(), "/me".into()] {
                let page = reader.get(&page).await.body;
                assert!(who == "author" || !page.contains("planted-"), "{engine}: {who}: {page}");
            }
        }
        for role in others {
            let other = house.someone(&format!("X{role:?}"), Some(role), Strength::TwoFactors).await;
            assert_eq!(other.get(&s("commitments")).await.status, StatusCode::NOT_FOUND, "{engine}: {role:?}");
            assert_eq!(other.get(&everyones).await.status, StatusCode::NOT_FOUND, "{engine}: {role:?}");
        }
        // Only its author changes it: for everyone else that is a page that is not there.
        let draft = [("what", "taken"), ("seen_by", "cohort"), ("rhythm", "none")];
        for other in [&ezra, &tess, &cole, &lead] {
            for (act, fields) in
                [("", &draft[..]), ("/checks", &[("state", "kept")]), ("/celebration", &[]), ("/removal", &[])]
            {
                other.post(&format!("{everyones}{act}"), fields).await;
            }
        }
        let untouched = sql!(
            "SELECT COUNT(*)
            FROM commitment
            WHERE what LIKE 'planted-%' AND state = 'open' AND celebration_id IS NULL"
        );
        assert_eq!(count(&house, untouched).await, 4, "{engine}");
        // Neither the list of acts nor any email holds a word of it.
        let leaks = sql!(
            "SELECT (SELECT COUNT(*) FROM event WHERE detail LIKE '%planted%')
                + (SELECT COUNT(*) FROM outbox WHERE subject LIKE '%planted%')
                + (SELECT COUNT(*) FROM event WHERE verb LIKE 'commitment.%' AND is_private = 0)"
        );
        assert_eq!(count(&house, leaks).await, 0, "{engine}");
        assert!(house.mails().await.iter().all(|m| !m.contains("planted")), "{engine}");
        // One's own data holds one's own, and not the words of whoever asked one to be a witness.
        let own = data_of(&noor).await;
        assert!(words.iter().all(|w| own.contains(w)) && own.contains("planted-learning"), "{engine}: {own}");
        assert!(!data_of(&ezra).await.contains("planted"), "{engine}");
        // Whoever leaves reads nothing, and is read no more.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let leave = sql!("UPDATE member SET left_at = 2 WHERE person_id = $1");
        tx.run(leave, args![noor.id.as_ref()]).await.expect("leaves");
        tx.commit().await.expect("commits");
        assert_eq!(noor.get(&s("commitments")).await.status, StatusCode::NOT_FOUND, "{engine}");
        for reader in [&ezra, &tess, &cole, &lead] {
            assert!(!reader.get(&s("commitments")).await.body.contains("planted"), "{engine}");
        }
    }
}

#[tokio::test]
async fn a_check_in_counts_once_and_can_be_undone() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let noor = member(&house, "Noor").await;
        let path = made(&noor, "Invite the youth council", &[("rhythm", "week"), ("seen_by", "me")]).await;
        let checks = format!("{path}/checks");
        let said = noor.post(&checks, &[("state", "kept"), ("learning", "It took one call.")]).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER);
        noor.post(&checks, &[("state", "kept"), ("learning", "It took one call.")]).await;
        let n = sql!("SELECT COUNT(*) FROM commitment_check");
        assert_eq!(count(&house, n).await, 1, "{engine}: pressed twice");
        let list = noor.get(said.location().split('#').next().expect("a path")).await.body;
        assert!(list.contains("It took one call.") && list.contains(">kept<") && list.contains("Undo"), "{list}");
        // What is kept is not asked after; undone, it is again as it was.
        let asked = sql!("SELECT COUNT(*) FROM commitment WHERE next_at IS NOT NULL");
        assert_eq!(count(&house, asked).await, 0, "{engine}");
        let undo = list.split("/checks/").nth(1).and_then(|r| r.split("/removal").next()).expect("a link").to_owned();
        noor.post(&format!("{checks}/{undo}/removal"), &[]).await;
        assert_eq!((count(&house, n).await, count(&house, asked).await), (0, 1), "{engine}");
        let late = noor.post(&format!("{checks}/{undo}/removal"), &[]).await;
        assert!(late.location().contains("undone=late"), "{engine}");
        // Shared as a celebration, once, and only what was kept.
        noor.post(&format!("{path}/celebration"), &[]).await;
        let joys = sql!("SELECT COUNT(*) FROM celebration");
        assert_eq!(count(&house, joys).await, 0, "{engine}: it was not kept");
        noor.post(&checks, &[("state", "kept")]).await;
        for _ in 0..2 {
            noor.post(&format!("{path}/celebration"), &[]).await;
        }
        assert_eq!(count(&house, joys).await, 1, "{engine}");
        assert!(noor.get(&s("celebrations")).await.body.contains("Invite the youth council"), "{engine}");
        // What is wrong keeps what was typed.
        let wrong = noor.post(&s("commitments"), &[("what", ""), ("cue", "typed"), ("seen_by", "witness")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("typed") && wrong.body.contains("Choose who your witness is"), "{}", wrong.body);
        // Deleted, nothing of it is left.
        noor.post(&format!("{path}/removal"), &[]).await;
        let left = sql!("SELECT (SELECT COUNT(*) FROM commitment) + (SELECT COUNT(*) FROM commitment_check)");
        assert_eq!(count(&house, left).await, 0, "{engine}");
    }
}

#[tokio::test]
async fn an_email_asks_once_and_its_link_opens_one_page() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let noor = member(&house, "Noor").await;
        made(&noor, "planted-words", &[("rhythm", "week"), ("seen_by", "me")]).await;
        let run = async || assert!(weft::app::worker::chores_once(&house.kernel).await.is_empty(), "{engine}");
        run().await;
        assert!(house.mails().await.iter().all(|m| !m.contains("/check-in/")), "{engine}: it is not due");
        house.kernel.clock.advance(7 * 24 * 3600);
        for _ in 0..2 {
            run().await;
        }
        let mails: Vec<String> = house.mails().await.into_iter().filter(|m| m.contains("/check-in/")).collect();
        let [mail] = &mails[..] else { panic!("{engine}: one email: {mails:?}") };
        assert!(!mail.contains("planted"), "{engine}: {mail}");
        let path = link(mail, "/check-in/").to_owned();
        let visitor = house.visitor();
        for _ in 0..2 {
            let page = visitor.get(&path).await.body;
            assert!(page.contains("planted-words") && page.contains("I did it"), "{engine}: {page}");
        }
        let n = sql!("SELECT COUNT(*) FROM commitment_check");
        assert_eq!(count(&house, n).await, 0, "{engine}: opening it changes nothing");
        assert!(visitor.post(&path, &[("state", "open")]).await.body.contains("still working on it"), "{engine}");
        assert!(visitor.post(&path, &[("state", "kept")]).await.body.contains("already checked in"), "{engine}");
        assert_eq!(count(&house, n).await, 1, "{engine}");
        assert_eq!(visitor.get("/check-in/nonsense").await.status, StatusCode::NOT_FOUND);
        // It signs nobody in.
        assert_eq!(visitor.get(&s("commitments")).await.status, StatusCode::NOT_FOUND);
        // Without an answer to the next one there is no third.
        house.kernel.clock.advance(7 * 24 * 3600);
        run().await;
        house.kernel.clock.advance(7 * 24 * 3600);
        run().await;
        let more = house.mails().await;
        assert_eq!(more.iter().filter(|m| m.contains("/check-in/")).count(), 1, "{engine}");
        house.kernel.clock.advance(31 * 24 * 3600);
        assert_eq!(visitor.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}: after a month");
    }
}

#[tokio::test]
async fn a_witness_is_asked_may_decline_and_hears_of_a_missed_check_in() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let (noor, ezra, lead) = (member(&house, "Noor").await, member(&house, "Ezra").await, house.lead().await);
        let (witness, outsider) = (id(&ezra), id(&lead));
        let with = [("seen_by", "witness"), ("witness", witness.as_str()), ("missed", "Call me."), ("rhythm", "week")];
        let path = made(&noor, "Rest on Sundays", &with).await;
        // Someone who is not in the cohort cannot be asked.
        let mut wrong = vec![("what", "x")];
        wrong.extend(with.map(|(n, v)| (n, if n == "witness" { outsider.as_str() } else { v })));
        assert_eq!(noor.post(&s("commitments"), &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let home = ezra.get("/").await.body;
        assert!(home.contains("Noor asks you to be a witness"), "{engine}: {home}");
        assert!(ezra.get(&path).await.body.contains("Call me."), "{engine}");
        ezra.post(&format!("{path}/witness"), &[("answer", "yes")]).await;
        assert!(!ezra.get("/").await.body.contains("asks you to be a witness"), "{engine}");
        assert!(noor.get(&path).await.body.contains("Ezra is your witness"), "{engine}");
        // Three days after a check-in was missed, and not before.
        let (noor_id, ezra_id) = (noor.id.clone().expect("a person"), ezra.id.clone().expect("a person"));
        house.kernel.clock.advance(9 * 24 * 3600);
        let now = house.as_person(&ezra_id, Strength::Link).await;
        assert!(!now.get("/").await.body.contains("missed a check-in"), "{engine}");
        house.kernel.clock.advance(2 * 24 * 3600);
        let now = house.as_person(&ezra_id, Strength::Link).await;
        assert!(now.get("/").await.body.contains("Noor missed a check-in"), "{engine}");
        // Who stops being a witness reads it no more, and needs no reason.
        now.post(&format!("{path}/witness"), &[("answer", "no")]).await;
        assert_eq!(now.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}");
        assert!(!now.get("/").await.body.contains("missed a check-in"), "{engine}");
        now.post(&format!("{path}/witness"), &[("answer", "yes")]).await;
        assert_eq!(now.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}: no is no until asked again");
        let author = house.as_person(&noor_id, Strength::Link).await;
        assert!(author.get("/").await.body.contains("How is it going with"), "{engine}: it is due");
    }
}

#[tokio::test]
async fn a_gathering_asks_a_week_ahead_and_the_team_counts_from_five_people_on() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        announced(&lead, &fields("Session", &[("2025-01-25", "13:00", "16:00", "1", "")])).await;
        let mut all = Vec::new();
        for name in ["Noor", "Ezra", "Tess", "Cole"] {
            let one = member(&house, name).await;
            made(&one, &format!("planted-{name}"), &[("seen_by", "me"), ("theme", "rest")]).await;
            all.push(one);
        }
        let asks = "How is it going with";
        assert!(!all[0].get("/").await.body.contains(asks), "{engine}: the gathering is two weeks away");
        house.kernel.clock.advance(9 * 24 * 3600);
        let noor = house.as_person(all[0].id.as_ref().expect("a person"), Strength::Link).await;
        let home = noor.get("/").await.body;
        assert!(home.contains(asks) && home.contains("I did it"), "{engine}: {home}");
        let press = home.split("/commitments/").nth(1).and_then(|r| r.split("/checks").next()).expect("a button");
        noor.post(&s(&format!("commitments/{press}/checks")), &[("state", "open"), ("next", "/")]).await;
        assert!(!noor.get("/").await.body.contains(asks), "{engine}");
        let lead = house.as_person(lead.id.as_ref().expect("a person"), Strength::TwoFactors).await;
        let few = lead.get(&s("commitments")).await.body;
        assert!(few.contains("Fewer than 5 people") && !few.contains("<table"), "{engine}: {few}");
        let fifth = member(&house, "Fifth").await;
        made(&fifth, "planted-fifth", &[("seen_by", "me"), ("theme", "role")]).await;
        let counted = lead.get(&s("commitments")).await.body;
        assert!(counted.contains("5 of 5 people have made 5 commitments"), "{engine}: {counted}");
        assert!(counted.contains("No topic has enough people yet") && !counted.contains("planted"), "{engine}");
        made(&fifth, "planted-sixth", &[("seen_by", "me"), ("theme", "rest")]).await;
        let counted = lead.get(&s("commitments")).await.body;
        assert!(counted.contains("Rest and boundaries: 5") && !counted.contains("My role"), "{engine}: {counted}");
    }
}
