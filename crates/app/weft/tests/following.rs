//! Who follows a session as it happens: no longer than they may, and on no more pages than one person needs.

use crate::common;

use axum::http::StatusCode;
use common::meet::{DAY, Line, again, people, room};
use common::{Actor, House, s};
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::{Role, following};

/// A room that has begun, run by the lead.
async fn begun(lead: &Actor<'_>) -> String {
    let room = room(lead).await;
    lead.house.kernel.clock.set(Time::parse(DAY).expect("a moment"));
    room
}

async fn press(lead: &Actor<'_>, room: &str, seen: &str, act: &str) {
    let answer = lead.post(&format!("{room}/console"), &[("seen", seen), ("act", act)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
}

/// A line that has heard how things stand.
async fn open(actor: &Actor<'_>, room: &str) -> Line {
    let mut line = Line::open(actor, room).await;
    line.word().await;
    line
}

async fn run(house: &House, statement: weft_kernel::db::Sql, args: Vec<weft_kernel::db::Value>) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(statement, args).await.expect("runs");
    tx.commit().await.expect("commits");
}

async fn sweep(house: &House) -> usize {
    following::sweep(&house.kernel).await.expect("looks")
}

#[tokio::test]
async fn a_live_line_ends_with_the_sign_in_the_role_and_the_season() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 7).await;
        let ayo = house.someone("Ayo", Some(Role::Facilitator), Strength::TwoFactors).await;
        let room = begun(&lead).await;
        let (lead, ayo) = (again(&lead).await, again(&ayo).await);
        let mut stays = open(&all[0], &room).await;
        let mut facilitates = open(&ayo, &room).await;
        let mut runs = open(&lead, &room).await;

        // Signed out: at once, without a look at anyone.
        let mut line = open(&all[1], &room).await;
        all[1].post("/sign-out", &[]).await;
        assert_eq!(line.end().await, "over");
        // The sign-in ended from another device.
        let mut line = open(&all[2], &room).await;
        let other = house.as_person(all[2].id.as_ref().expect("a person"), Strength::Link).await;
        let (sign_in,): (String,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT MIN(id) FROM sign_in WHERE person_id = $1"), args![all[2].id.as_ref()])
            .await
            .expect("there");
        other.post(&format!("/me/sign-ins/{sign_in}/end"), &[]).await;
        assert_eq!(line.end().await, "over");
        assert_eq!(sweep(&house).await, 0, "nobody else is to go");

        // All sign-ins ended, as an administrator does at the terminal.
        let mut line = open(&all[3], &room).await;
        run(&house, sql!("UPDATE sign_in SET ended_at = 1 WHERE person_id = $1"), args![all[3].id.as_ref()]).await;
        assert_eq!((sweep(&house).await, line.end().await.as_str()), (1, "over"));
        // No longer in the season.
        let mut line = open(&all[4], &room).await;
        run(&house, sql!("UPDATE registration SET state = 'left' WHERE person_id = $1"), args![all[4].id.as_ref()])
            .await;
        assert_eq!((sweep(&house).await, line.end().await.as_str()), (1, "over"));
        assert_eq!(all[4].begin(&format!("{room}/live")).await.status, StatusCode::NOT_FOUND);
        // Something else than before: the line ends, and a new one begins by what holds now.
        let mut line = open(&all[5], &room).await;
        let given = sql!("INSERT INTO role (id, person_id, season_id, role, since) VALUES ('r', $1, $2, 'faculty', 1)");
        run(&house, given, args![all[5].id.as_ref(), &house.season]).await;
        assert_eq!((sweep(&house).await, line.end().await.as_str()), (1, "over"));
        let mut line = open(&all[5], &room).await;
        assert_eq!(sweep(&house).await, 0);

        // A role ended on the page of roles.
        let (role,): (String,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT id FROM role WHERE person_id = $1"), args![ayo.id.as_ref()])
            .await
            .expect("there");
        assert_eq!(lead.post(&s(&format!("roles/{role}/end")), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!((sweep(&house).await, facilitates.end().await.as_str()), (1, "over"));

        // Whoever may follow still does, and hears the next press.
        press(&lead, &room, "0", "begin").await;
        for line in [&mut stays, &mut runs, &mut line] {
            assert_eq!(line.word().await["n"], 1);
        }
        // A sign-in runs out by itself: two factors after twelve hours of silence, a link after a month.
        house.kernel.clock.advance(43_201);
        assert_eq!((sweep(&house).await, runs.end().await.as_str()), (1, "over"));
        assert!(stays.is_quiet());
        house.kernel.clock.advance(31 * 86_400);
        assert_eq!((sweep(&house).await, stays.end().await.as_str()), (2, "over"));
    }
}

#[tokio::test]
async fn looking_at_everyone_who_follows_takes_the_same_number_of_statements_however_many_they_are() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let all = people(&house, 40).await;
    let room = begun(&lead).await;
    let mut counts = Vec::new();
    let mut lines = Vec::new();
    for n in [0, 1, 40] {
        for one in &all[lines.len()..n] {
            lines.push(open(one, &room).await);
        }
        let before = house.kernel.db.statements_run();
        assert_eq!(sweep(&house).await, 0);
        counts.push(house.kernel.db.statements_run() - before);
    }
    assert_eq!(counts, [0, 1, 1]);
}

#[tokio::test]
async fn the_access_contact_and_an_owner_follow_by_what_they_are() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
    let arranger = house.someone("Ines", None, Strength::TwoFactors).await;
    run(&house, sql!("UPDATE season SET access_contact_id = $1"), args![arranger.id.as_ref()]).await;
    let room = begun(&lead).await;
    let (mut one, mut other) = (open(&owner, &room).await, open(&arranger, &room).await);
    assert_eq!(sweep(&house).await, 0);
    run(&house, sql!("UPDATE season SET access_contact_id = NULL"), args![]).await;
    assert_eq!((sweep(&house).await, other.end().await.as_str()), (1, "over"));
    run(&house, sql!("UPDATE role SET until = 1 WHERE season_id IS NULL"), args![]).await;
    assert_eq!((sweep(&house).await, one.end().await.as_str()), (1, "over"));
}

#[tokio::test]
async fn an_eleventh_live_line_of_one_person_ends_the_oldest() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let all = people(&house, 2).await;
    let room = begun(&lead).await;
    let mut other = open(&all[1], &room).await;
    let mut lines = Vec::new();
    for _ in 0..10 {
        lines.push(open(&all[0], &room).await);
    }
    assert!(lines.iter_mut().all(Line::is_quiet) && other.is_quiet());
    let mut newest = open(&all[0], &room).await;
    assert_eq!(lines.remove(0).end().await, "elsewhere", "the page is told, so that it does not come back by itself");
    press(&lead, &room, "0", "begin").await;
    for line in lines.iter_mut().chain([&mut newest, &mut other]) {
        assert_eq!(line.word().await["n"], 1);
    }
}
