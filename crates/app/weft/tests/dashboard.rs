//! The dashboard leads: what there is to do stands first with how many and what is pressed; what is behind folds; each
//! point of the timeline has its next act, and links stand only where they open.

use crate::common;

use common::meet::{again, announced, fields, people};
use common::{House, s};
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

/// A part of a page, from where it begins to the end of its element.
fn part<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let rest = page.split_once(from).unwrap_or_else(|| panic!("{from} is on: {page}")).1;
    rest.split_once(to).unwrap_or((rest, "")).0
}

#[tokio::test]
async fn what_there_is_to_do_comes_first_with_how_many_and_how_soon() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let all = people(&house, 3).await;
        let next = announced(&lead, &fields("Retreat", &[("2025-01-19", "09:00", "17:00", "1", "")])).await;
        let page = lead.get(&s("")).await.body;
        assert!(!page.contains("haven&#39;t answered"), "{engine}: people have three days: {page}");
        house.kernel.clock.advance(3 * 86_400);
        let lead = again(&lead).await;
        let page = lead.get(&s("")).await.body;
        let (todo, timeline) = (page.find("id=\"todo\""), page.find("id=\"timeline\""));
        assert!(todo.is_some() && todo < timeline, "{engine}: {page}");
        let list = part(&page, "id=\"todo\"", "</section>");
        assert!(list.contains("3 people haven&#39;t answered for Retreat on"), "{engine}: {list}");
        assert!(list.contains("Remind them") && list.contains(&format!("{next}#remind")), "{engine}: {list}");
        assert!(list.contains("In 6 days"), "{engine}: {list}");
        // What was published today and begins tomorrow cannot wait for three days.
        let soon = announced(&lead, &fields("Tomorrow", &[("2025-01-14", "09:00", "10:00", "1", "")])).await;
        let page = lead.get(&s("")).await.body;
        let list = part(&page, "id=\"todo\"", "</section>");
        assert!(list.contains(&format!("{soon}#remind")) && list.contains("Tomorrow</span>"), "{engine}: {list}");
        for person in &all {
            again(person).await.post(&format!("{soon}/answer"), &[("answer", "no")]).await;
        }

        // Whoever answers is counted no more, and with the last one the line is gone.
        for (i, person) in all.iter().enumerate() {
            again(person).await.post(&format!("{next}/answer"), &[("answer", if i == 1 { "no" } else { "yes" })]).await;
            let list = part(&lead.get(&s("")).await.body, "id=\"todo\"", "</section>").to_owned();
            let left = match i {
                0 => "2 people haven&#39;t answered",
                1 => "1 person hasn&#39;t answered",
                _ => "",
            };
            assert!(list.contains(left), "{engine}: {list}");
            assert_eq!(list.contains("answered for"), i < 2, "{engine}: {list}");
        }
        // Someone who takes part sees no dashboard at all.
        assert!(!again(&all[0]).await.get(&s("")).await.body.contains("haven&#39;t answered"), "{engine}");
    }
}

#[tokio::test]
async fn a_timeline_folds_what_is_behind_and_opens_what_is_next() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        people(&house, 2).await;
        for (title, day) in [("Opening", "2025-01-12"), ("Middle", "2025-01-20"), ("Closing", "2025-02-20")] {
            announced(&lead, &fields(title, &[(day, "09:00", "10:00", "1", "")])).await;
        }
        house.kernel.clock.set(Time::parse("2025-01-14T15:00:00Z").expect("a moment"));
        let page = again(&lead).await.get(&s("")).await.body;
        let timeline = part(&page, "id=\"timeline\"", "</section>");
        let past = part(timeline, "<details", "</details>");
        assert!(past.contains("Opening") && past.contains("0 of 2 attended"), "{engine}: {past}");
        assert!(!past.contains("Middle"), "{engine}: {past}");
        let ahead = timeline.split_once("</details>").expect("folds").1;
        let now = part(ahead, "Middle", "</li>");
        assert!(now.contains("View gathering") && now.contains("no answers yet"), "{engine}: {now}");
        assert!(!part(ahead, "Closing", "</li>").contains("View gathering"), "{engine}: {ahead}");
        // Half an hour before, the console is what is pressed.
        house.kernel.clock.set(Time::parse("2025-01-20T13:40:00Z").expect("a moment"));
        let page = again(&lead).await.get(&s("")).await.body;
        assert!(page.contains("/console\">"), "{engine}: {page}");
    }
}

#[tokio::test]
async fn those_who_came_and_left_the_season_since_still_count_for_what_they_came_to() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        people(&house, 2).await;
        announced(&lead, &fields("Opening", &[("2025-01-12", "09:00", "10:00", "1", "")])).await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(
            sql!(
                "INSERT INTO attendance (gathering_id, part, person_id, sitting_id, state, source, at)
                SELECT x.gathering_id, x.part, r.person_id, x.id, 'present', 'hand', x.starts_at
                FROM sitting x
                CROSS JOIN registration r"
            ),
            args![],
        )
        .await
        .expect("inserts");
        tx.run(sql!("UPDATE registration SET state = 'left' WHERE id = (SELECT MIN(id) FROM registration)"), args![])
            .await
            .expect("leaves");
        tx.commit().await.expect("commits");
        house.kernel.clock.set(Time::parse("2025-01-14T15:00:00Z").expect("a moment"));
        let page = again(&lead).await.get(&s("")).await.body;
        let past = part(part(&page, "id=\"timeline\"", "</section>"), "<details", "</details>").to_owned();
        assert!(past.contains("2 of 2 attended"), "{engine}: {past}");
    }
}

#[tokio::test]
async fn a_timeline_links_only_where_whoever_asks_may_go() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        people(&house, 2).await;
        announced(&lead, &fields("Session", &[("2025-01-20", "09:00", "10:00", "1", "")])).await;
        for role in [Role::Lead, Role::CoLead, Role::Facilitator, Role::Evaluator, Role::Coach] {
            let who = house.someone(&format!("{role:?}"), Some(role), Strength::TwoFactors).await;
            let answer = who.get(&s("")).await;
            if answer.status != axum::http::StatusCode::OK {
                continue;
            }
            let timeline = part(&answer.body, "id=\"timeline\"", "</section>");
            let links: Vec<&str> =
                timeline.split("href=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect();
            assert!(links.iter().any(|l| l.contains("gatherings/")), "{engine} {role:?}: {timeline}");
            for link in links {
                let status = who.get(link).await.status;
                assert_eq!(status, axum::http::StatusCode::OK, "{engine} {role:?}: {link}");
            }
        }
    }
}

#[tokio::test]
async fn what_one_person_did_several_times_is_one_line_under_its_day() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        for day in ["2025-01-20", "2025-01-21", "2025-01-22"] {
            announced(&lead, &fields("Session", &[(day, "09:00", "10:00", "1", "")])).await;
        }
        let page = lead.get(&s("")).await.body;
        let lately = part(&page, "Recent activity", "</section>");
        assert_eq!(lately.matches("A gathering was added").count(), 1, "{engine}: {lately}");
        assert!(lately.contains("3 times") && lately.contains("January 10, 2025"), "{engine}: {lately}");
    }
}

#[tokio::test]
async fn an_open_call_stands_with_its_last_day_and_a_closed_one_is_behind() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let page = lead.get(&s("")).await.body;
        let point = part(&page, "id=\"timeline\"", "</li>");
        assert!(point.contains("not open yet") && point.contains(&s("call")), "{engine}: {point}");
        lead.post(&s("call"), &[]).await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let (opens, closes) = ("2025-01-05T15:00:00Z", "2025-01-31T22:00:00Z");
        let at = |text: &str| Time::parse(text).expect("a moment");
        tx.run(
            sql!("UPDATE call SET published_version = 1, opens_at = $1, closes_at = $2"),
            args![at(opens), at(closes)],
        )
        .await
        .expect("publishes");
        tx.commit().await.expect("commits");
        let point = part(&lead.get(&s("")).await.body, "id=\"timeline\"", "</li>").to_owned();
        assert!(point.contains("class=\"now\"") && point.contains("closes January 31, 2025"), "{engine}: {point}");
        house.kernel.clock.set(at("2025-02-02T12:00:00Z"));
        let page = again(&lead).await.get(&s("")).await.body;
        let past = part(part(&page, "id=\"timeline\"", "</section>"), "<details", "</details>").to_owned();
        assert!(past.contains("Applications") && past.contains("closed January 31, 2025"), "{engine}: {past}");
    }
}
