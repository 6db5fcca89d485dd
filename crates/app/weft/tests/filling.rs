//! Seats that stay open: filled by the declared rule; invitations beyond the seats never become more seats.

use crate::common;

use axum::http::StatusCode;
use common::{Actor, GOALS, House, choose, link, pool, read_pool, s};
use futures_util::future::join_all;
use weft_kernel::{args, sql};
use weft_people::Strength;

/// Every invitation's link, the newest letter last.
async fn links(house: &House) -> Vec<String> {
    house
        .mails()
        .await
        .iter()
        .filter(|m| m.contains("/invitation/"))
        .map(|m| link(m, "/invitation/").to_owned())
        .collect()
}

async fn counts(house: &House) -> (i64, i64) {
    let mut conn = house.kernel.db.read().await.expect("reads");
    conn.one(sql!("SELECT (SELECT COUNT(*) FROM member), (SELECT MAX(seats_taken) FROM season)"), args![])
        .await
        .expect("counts")
}

async fn prepared(house: &House) -> Actor<'_> {
    let lead = house.lead().await;
    house.import(&pool()).await;
    read_pool(house).await;
    lead
}

/// The ids of everyone invited so far.
async fn invited(house: &House) -> Vec<String> {
    let mut conn = house.kernel.db.read().await.expect("reads");
    let rows: Vec<(String,)> = conn
        .all(
            sql!(
                "SELECT a.external_id
                FROM invitation i
                JOIN application a ON a.id = i.application_id
                ORDER BY i.created_at, a.external_id"
            ),
            args![],
        )
        .await
        .expect("reads");
    rows.into_iter().map(|r| r.0).collect()
}

#[tokio::test]
async fn a_published_list_is_followed_in_its_order_and_a_stranger_on_it_is_named() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = prepared(&house).await;
        choose(&lead).await;
        let first = invited(&house).await;
        let rest: Vec<String> = (0..11).map(|i| format!("A{i:02}")).filter(|id| !first.contains(id)).collect();
        let wrong =
            lead.post(&s("invitations/rule"), &[("rule", "list"), ("over", "0"), ("list", "A01\nnobody")]).await;
        assert!(
            wrong.status == StatusCode::UNPROCESSABLE_ENTITY
                && wrong.body.contains("These numbers don&#39;t belong to this season: nobody")
                && wrong.body.contains("A01\nnobody"),
            "{}",
            wrong.body
        );
        assert_eq!(
            lead.post(&s("invitations/rule"), &[("rule", "list"), ("over", "0")]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        // The second on the list withdraws before her turn.
        let list = [&rest[3], &rest[1], &rest[0]].map(String::as_str).join("\n");
        assert_eq!(
            lead.post(&s("invitations/rule"), &[("rule", "list"), ("over", "0"), ("list", &list)]).await.status,
            StatusCode::SEE_OTHER
        );
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(
            sql!(
                "INSERT INTO application_event (id, application_id, kind, at)
                SELECT 'w', id, 'withdrawn', 1
                FROM application
                WHERE external_id = $1"
            ),
            args![&rest[1]],
        )
        .await
        .expect("withdraws");
        tx.commit().await.expect("commits");
        // Nothing is open, so nobody is looked for.
        assert_eq!(lead.post(&s("invitations/filling"), &[]).await.location(), s("invitations#filling"));
        let visitor = house.visitor();
        for path in links(&house).await.iter().take(2) {
            assert_eq!(visitor.post(path, &[("answer", "decline")]).await.status, StatusCode::OK);
        }
        assert!(lead.get(&s("invitations")).await.body.contains("2 seats are free"));
        let run = lead.post(&s("invitations/filling"), &[]).await.location().to_owned();
        let page = lead.get(&run).await.body;
        assert!(page.contains("next on the published list") && page.contains(">verified<"), "{page}");
        lead.post(&format!("{run}/confirmation"), &[("days", "7")]).await;
        let now = invited(&house).await;
        assert_eq!(now.len(), 6);
        assert!(now.contains(&rest[3]) && now.contains(&rest[0]) && !now.contains(&rest[1]), "{now:?}");

        // A person reads her place, and nobody else's.
        assert_eq!(
            lead.post(
                &s("invitations/rule"),
                &[("rule", "list"), ("over", "0"), ("list", &format!("{},{}", rest[4], rest[2]))]
            )
            .await
            .status,
            StatusCode::SEE_OTHER
        );
        let (person,): (weft_kernel::ids::Id,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT person_id FROM application WHERE external_id = $1"), args![&rest[2]])
            .await
            .expect("there");
        let home = house.as_person(&person, Strength::Link).await.get("/").await.body;
        assert!(home.contains("You are number 2 on the list"), "{home}");
    }
}

#[tokio::test]
async fn after_a_draw_open_seats_are_drawn_again_from_the_first_text_and_people_read_chances() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = prepared(&house).await;
        lead.post(&s("selection/goals-file"), &[("toml", GOALS)]).await;
        assert_eq!(
            lead.post(&s("invitations/rule"), &[("rule", "redraw"), ("over", "0")]).await.status,
            StatusCode::SEE_OTHER
        );
        // Before there was a draw, there is nothing to draw again.
        assert_eq!(lead.post(&s("invitations/filling"), &[]).await.location(), s("invitations#filling"));
        let run = lead.post(&s("selection/drawing"), &[("public", "Saturday 4 8 15 16")]).await.location().to_owned();
        lead.post(&format!("{run}/confirmation"), &[("days", "7")]).await;
        let first = invited(&house).await;
        let loser = (0..11).map(|i| format!("A{i:02}")).find(|id| !first.contains(id)).expect("someone");
        let (person,): (weft_kernel::ids::Id,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT person_id FROM application WHERE external_id = $1"), args![&loser])
            .await
            .expect("there");
        let home = house.as_person(&person, Strength::Link).await.get("/").await.body;
        assert!(
            home.contains("Your chance was") && home.contains("There’s no order") && !home.contains("number 1 on"),
            "{home}"
        );
        let visitor = house.visitor();
        let all = links(&house).await;
        visitor.post(&all[0], &[("answer", "accept")]).await;
        visitor.post(&all[1], &[("answer", "decline")]).await;
        let again = lead.post(&s("invitations/filling"), &[]).await.location().to_owned();
        let transcript: serde_json::Value =
            serde_json::from_str(&lead.get(&format!("{again}/transcript.json")).await.body).expect("JSON");
        assert_eq!(transcript["public"], "Saturday 4 8 15 16 / alternates 1");
        assert_eq!(
            transcript["input"]["fixed"].as_array().map(Vec::len),
            Some(3),
            "who said yes and who has not answered stay"
        );
        // Looked for twice, the same people are found: nobody can try until it suits.
        let twice = lead.post(&s("invitations/filling"), &[]).await.location().to_owned();
        let other: serde_json::Value =
            serde_json::from_str(&lead.get(&format!("{twice}/transcript.json")).await.body).expect("JSON");
        assert_eq!(transcript["cohort"], other["cohort"]);
        lead.post(&format!("{again}/confirmation"), &[("days", "7")]).await;
        assert_eq!(invited(&house).await.len(), 5);
    }
}

#[tokio::test]
async fn forty_acceptances_at_once_under_declared_over_inviting_fill_the_seats_and_no_more() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let mut csv = String::from(
            "application_id,submitted_at,first_name,last_name,email,region,scope,organization,eligibility\n",
        );
        for i in 0..42 {
            csv.push_str(&format!(
                "C{i:02},2024-10-01T12:00:00-04:00,Given{i},Family{i},c{i}@example.org,{},place-based,Org {i},\
                eligible\n",
                if i % 3 == 0 { "North" } else { "South" }
            ));
        }
        house.import(&csv).await;
        lead.post(&s("selection/goals-file"), &[("toml", GOALS)]).await;
        assert_eq!(
            lead.post(&s("invitations/rule"), &[("rule", "redraw"), ("over", "36")]).await.status,
            StatusCode::SEE_OTHER
        );
        let run = lead.post(&s("selection/drawing"), &[("public", "x")]).await.location().to_owned();
        lead.post(&format!("{run}/confirmation"), &[("days", "7")]).await;
        assert!(lead.get(&s("invitations")).await.body.contains("lets you invite 36 more people"));
        let more = lead.post(&s("invitations/filling"), &[]).await.location().to_owned();
        lead.post(&format!("{more}/confirmation"), &[("days", "7")]).await;
        let all = links(&house).await;
        assert_eq!(all.len(), 40);
        let visitor = house.visitor();
        assert!(
            visitor.get(&all[0]).await.body.contains("up to 40 people for 4 seats"),
            "whoever is one of more is told"
        );
        // One acceptance forty times: one effect.
        let same = join_all((0..40).map(|_| visitor.post(&all[7], &[("answer", "accept")]))).await;
        assert!(same.iter().all(|a| a.body.contains("Welcome")), "a repeat reads as it was taken");
        assert_eq!(counts(&house).await, (1, 1));
        // Forty acceptances at once: four seats.
        let answers = join_all(all.iter().map(|path| visitor.post(path, &[("answer", "accept")]))).await;
        let welcome = answers.iter().filter(|a| a.body.contains("Welcome")).count();
        let full = answers.iter().filter(|a| a.body.contains("All seats are taken")).count();
        assert_eq!((welcome, full), (4, 36));
        assert_eq!(counts(&house).await, (4, 4));
    }
}

#[tokio::test]
async fn two_runs_confirmed_at_once_promise_no_more_seats_than_there_are() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = prepared(&house).await;
        lead.post(&s("selection/goals-file"), &[("toml", GOALS)]).await;
        let one = lead.post(&s("selection/proposal"), &[]).await.location().to_owned();
        let two = lead.post(&s("selection/drawing"), &[("public", "y")]).await.location().to_owned();
        let (a, b) = (format!("{one}/confirmation"), format!("{two}/confirmation"));
        let (first, second) =
            futures_util::future::join(lead.post(&a, &[("days", "7")]), lead.post(&b, &[("days", "7")])).await;
        assert_eq!(invited(&house).await.len(), 4);
        let told = [first.location(), second.location()].into_iter().find(|l| l.contains("beyond=")).map(str::to_owned);
        if let Some(path) = told {
            assert!(lead.get(&path).await.body.contains("Not enough seats are free"));
        } else {
            // Both runs chose the same four.
            let cohort = |path: &str| path.to_owned();
            let (x, y) = (
                lead.get(&format!("{}/transcript.json", cohort(&one))).await.body,
                lead.get(&format!("{}/transcript.json", cohort(&two))).await.body,
            );
            let of = |t: &str| serde_json::from_str::<serde_json::Value>(t).expect("JSON")["cohort"].clone();
            assert_eq!(of(&x), of(&y));
        }
    }
}

#[tokio::test]
async fn declaring_less_than_was_promised_invites_nobody_and_a_lock_takes_no_seat_of_its_own() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = prepared(&house).await;
        lead.post(&s("invitations/rule"), &[("rule", "next"), ("over", "2")]).await;
        choose(&lead).await;
        let more = lead.post(&s("invitations/filling"), &[]).await.location().to_owned();
        lead.post(&format!("{more}/confirmation"), &[("days", "7")]).await;
        assert_eq!(invited(&house).await.len(), 6);
        // Two more are out than would be declared now: no run invites anyone, whatever it holds.
        lead.post(&s("invitations/rule"), &[("rule", "next"), ("over", "0")]).await;
        lead.post(
            &s("selection/goals-file"),
            &[("toml", &GOALS.replace("seats = 4", "seats = 8").replace("max = 2", "max = 4"))],
        )
        .await;
        let run = lead.post(&s("selection/proposal"), &[]).await.location().to_owned();
        let refused = lead.post(&format!("{run}/confirmation"), &[("days", "7")]).await;
        assert!(
            lead.get(refused.location()).await.body.contains("Not enough seats are free"),
            "{}",
            refused.location()
        );
        assert_eq!(invited(&house).await.len(), 6);
        // Two of them decline and one seat is free: with two locked, one is looked for, not three.
        lead.post(&s("selection/goals-file"), &[("toml", GOALS)]).await;
        let visitor = house.visitor();
        for path in links(&house).await.iter().take(3) {
            visitor.post(path, &[("answer", "decline")]).await;
        }
        let outside: Vec<String> =
            (0..11).map(|i| format!("A{i:02}")).filter(|id| !common::pool().is_empty() && id != "A11").collect();
        let gone = invited(&house).await;
        let lock = outside.iter().find(|id| !gone.contains(id)).expect("someone");
        lead.post(&format!("{run}/people/{lock}"), &[("mark", "locked"), ("reason", "Agreed.")]).await;
        let run = lead.post(&s("invitations/filling"), &[]).await.location().to_owned();
        let transcript: serde_json::Value =
            serde_json::from_str(&lead.get(&format!("{run}/transcript.json")).await.body).expect("JSON");
        let cohort: Vec<&str> =
            transcript["cohort"].as_array().expect("ids").iter().filter_map(|v| v.as_str()).collect();
        assert!(cohort.len() == 4 && cohort.contains(&lock.as_str()), "{cohort:?}");
    }
}
