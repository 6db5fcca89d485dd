//! Leaving a cohort: what ends at once, what stays true, what a day brings back.

use crate::common;

use axum::http::StatusCode;
use common::meet::{DAY, Line, again, announced, count, fields, room, sittings};
use common::{Actor, House, SEASON, s};
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

async fn member_of(actor: &Actor<'_>) -> String {
    let mut conn = actor.house.kernel.db.read().await.expect("reads");
    let id = actor.id.as_ref().expect("a person");
    let row: (String,) = conn.one(sql!("SELECT id FROM member WHERE person_id = $1"), args![id]).await.expect("a seat");
    row.0
}

async fn seats(house: &House) -> i64 {
    count(house, sql!("SELECT seats_taken FROM season WHERE slug = 'season-2025'")).await
}

/// Two members, one of them at a session that is over, with another ahead; both in a space and a team.
async fn season(house: &House) -> (Actor<'_>, Actor<'_>, Actor<'_>, String) {
    let lead = house.lead().await;
    let noor = house.someone("Noor", Some(Role::Participant), Strength::Link).await;
    let sol = house.someone("Sol", Some(Role::Participant), Strength::Link).await;
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(sql!("UPDATE season SET seats = 2, seats_taken = 2 WHERE id = $1"), args![&house.season])
        .await
        .expect("set");
    tx.commit().await.expect("commits");
    let past = announced(&lead, &fields("Past", &[("2025-03-05", "13:00", "16:00", "1", "")])).await;
    announced(&lead, &fields("Ahead", &[("2025-04-05", "13:00", "16:00", "1", "")])).await;
    house.kernel.clock.set(Time::parse("2025-03-05T18:00:00Z").expect("a moment"));
    let (lead, noor, sol) = (again(&lead).await, again(&noor).await, again(&sol).await);
    let id = sittings(house, &past).await.remove(0);
    assert_eq!(noor.post(&format!("{past}/sittings/{id}/arrival"), &[]).await.status, StatusCode::SEE_OTHER);
    house.kernel.clock.set(Time::parse("2025-03-10T18:00:00Z").expect("a moment"));
    (again(&lead).await, again(&noor).await, again(&sol).await, past)
}

#[tokio::test]
async fn who_leaves_is_out_at_once_and_history_stays() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let (lead, noor, sol, past) = season(&house).await;
        let space = [("name", "Pairs"), ("purpose", "To talk"), ("confidentiality", "Stays here"), ("listed", "yes")];
        let space = noor.post(&s("spaces"), &space).await;
        assert_eq!(space.status, StatusCode::SEE_OTHER, "{}", space.body);
        let consent = [("field", "name")];
        noor.post(&s("consent"), &consent).await;
        let public = format!("/cohorts/{SEASON}");
        lead.post(&s("public-page"), &[("when", "now")]).await;
        assert!(house.visitor().get(&public).await.body.contains("Noor"));
        let path = s("leaving");
        let member = member_of(&noor).await;
        let fields = [
            ("member", member.as_str()),
            ("left_on", "2025-03-09"),
            ("reason", "A new post, far away."),
            ("frees_seat", "yes"),
        ];
        let future = [("member", member.as_str()), ("left_on", "2025-03-11")];
        let refused = lead.post(&path, &future).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("an earlier day"));
        // First it says what that ends.
        let sent = house.mails().await.len();
        let asked = lead.post(&path, &fields).await.body;
        assert!(
            asked.contains("End the membership of Noor?")
                && asked.contains("takes one gathering off their calendar")
                && asked.contains("Their seat opens up."),
            "{asked}"
        );
        assert_eq!((seats(&house).await, house.mails().await.len()), (2, sent));
        let sure: Vec<(&str, &str)> = fields.iter().copied().chain([("sure", "yes")]).collect();
        for _ in 0..2 {
            assert_eq!(lead.post(&path, &sure).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(seats(&house).await, 1);
        assert_eq!(house.mails().await.len(), sent + 1);
        // Nothing of the season is theirs to see any more; others see them no longer.
        for page in [s(""), s("gatherings"), s("spaces"), s("cohort"), past.clone()] {
            assert_eq!(noor.get(&page).await.status, StatusCode::NOT_FOUND, "{page}");
        }
        assert!(!noor.get("/").await.body.contains("Ahead"));
        assert!(!house.visitor().get(&public).await.body.contains("Noor"));
        assert!(!sol.get(&s("cohort")).await.body.contains("Noor"));
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM space_member WHERE state = 'in'")).await, 0);
        // They were there; that stays on record.
        let attendance = lead.get(&format!("{past}/attendance/1")).await.body;
        assert!(attendance.contains("1 of 2 attended") && attendance.contains("Noor"), "{attendance}");
        let page = lead.get(&path).await.body;
        assert!(page.contains("A new post, far away.") && page.contains("Left on March 9, 2025."), "{page}");
        for (name, role) in [("Ayo", Role::Facilitator), ("Olga", Role::Owner), ("Eva", Role::Evaluator)] {
            let other = house.someone(name, Some(role), Strength::TwoFactors).await;
            assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND, "{name}");
            assert!(!other.get(&s("")).await.body.contains("A new post"), "{name}");
        }
        assert_eq!(sol.get(&path).await.status, StatusCode::NOT_FOUND);
        // Within the day it can be taken back, once.
        let undo = format!("{path}/{member}/undo");
        assert_eq!(lead.post(&undo, &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(seats(&house).await, 2);
        assert_eq!(noor.get(&s("gatherings")).await.status, StatusCode::OK);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM space_member WHERE state = 'in'")).await, 1);
        assert!(house.visitor().get(&public).await.body.contains("Noor"));
        assert_eq!(house.mails().await.len(), sent + 2, "they are invited again to what lies ahead");
        lead.post(&undo, &[]).await;
        assert_eq!((seats(&house).await, house.mails().await.len()), (2, sent + 2));
    }
}

#[tokio::test]
async fn after_a_day_it_stands_and_a_seat_that_is_taken_is_not_taken_back() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let (lead, noor, sol, _) = season(&house).await;
        let path = s("leaving");
        for (actor, frees) in [(&noor, "yes"), (&sol, "")] {
            let member = member_of(actor).await;
            let fields = [
                ("member", member.as_str()),
                ("left_on", "2025-03-10"),
                ("reason", ""),
                ("frees_seat", frees),
                ("sure", "yes"),
            ];
            assert_eq!(lead.post(&path, &fields).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(seats(&house).await, 1, "one seat was freed, one was kept");
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("UPDATE season SET seats_taken = 2 WHERE id = $1"), args![&house.season]).await.expect("taken");
        tx.commit().await.expect("commits");
        let undo = format!("{path}/{}/undo", member_of(&noor).await);
        let refused = lead.post(&undo, &[]).await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY
                && refused.body.contains("All seats are taken. Add a seat"),
            "{}",
            refused.body
        );
        assert_eq!(noor.get(&s("gatherings")).await.status, StatusCode::NOT_FOUND);
        house.kernel.clock.advance(25 * 3_600);
        let lead = again(&lead).await;
        let late = lead.post(&format!("{path}/{}/undo", member_of(&sol).await), &[]).await;
        assert!(late.status == StatusCode::UNPROCESSABLE_ENTITY && late.body.contains("can no longer be undone"));
        assert!(!lead.get(&path).await.body.contains("/undo\""));
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM member WHERE left_at IS NULL")).await, 0);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM member")).await, 2);
    }
}

#[tokio::test]
async fn a_place_that_comes_free_is_given_on_only_until_it_begins() {
    // Days before, and ten minutes after it began.
    for (moment, waits) in [("2025-03-20T12:00:00Z", 0), ("2025-03-24T17:10:00Z", 1)] {
        for (_, url) in common::engines().await {
            let house = House::new(url).await;
            let lead = house.lead().await;
            let holds = house.someone("Noor", Some(Role::Participant), Strength::Link).await;
            let waiting = house.someone("Sol", Some(Role::Participant), Strength::Link).await;
            let path = announced(&lead, &fields("Coaching", &[("2025-03-24", "13:00", "14:30", "1", "1")])).await;
            let id = sittings(&house, &path).await.remove(0);
            for actor in [&holds, &waiting] {
                actor.post(&format!("{path}/sittings/{id}/choice"), &[]).await;
            }
            let list = sql!("SELECT COUNT(*) FROM sitting_place WHERE state = 'waiting'");
            assert_eq!(count(&house, list).await, 1);
            house.kernel.clock.set(Time::parse(moment).expect("a moment"));
            let lead = again(&lead).await;
            let member = member_of(&holds).await;
            let form = [("member", member.as_str()), ("left_on", "2025-03-20"), ("sure", "yes")];
            assert_eq!(lead.post(&s("leaving"), &form).await.status, StatusCode::SEE_OTHER);
            assert_eq!(count(&house, list).await, waits, "{moment}");
            let mails = house.mails().await;
            let invited = mails.iter().filter(|m| m.contains("To: sol@") && m.contains("METHOD:REQUEST"));
            assert_eq!(invited.count() as i64, 1 - waits, "{moment}");
        }
    }
}

#[tokio::test]
async fn a_live_line_ends_with_the_membership() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let noor = house.someone("Noor", Some(Role::Participant), Strength::Link).await;
    let room = room(&lead).await;
    house.kernel.clock.set(Time::parse(DAY).expect("a moment"));
    let (lead, noor) = (again(&lead).await, again(&noor).await);
    let mut line = Line::open(&noor, &room).await;
    line.word().await;
    let member = member_of(&noor).await;
    let form = [("member", member.as_str()), ("left_on", "2025-01-10"), ("sure", "yes")];
    assert_eq!(lead.post(&s("leaving"), &form).await.status, StatusCode::SEE_OTHER);
    assert_eq!(line.end().await, "over");
}
