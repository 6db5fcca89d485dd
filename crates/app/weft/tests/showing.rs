//! Public pages: a program tells of a season once something of it is public, a link that is shared says what it leads
//! to, and questions of a form are put in order.

use crate::common;

use axum::http::StatusCode;
use common::typed::open_call;
use common::{House, s};
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};

const PROGRAM: &str = "/programs/rooted";

#[tokio::test]
async fn a_program_tells_of_a_season_once_it_is_public() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(
            sql!(
                "INSERT INTO element (id, season_id, position, kind, title, planned, attendance_rule)
                VALUES ('e1', $1, 1, 'retreat', 'SECRET-RETREAT', 2, 'Both days')"
            ),
            args![&house.season],
        )
        .await
        .expect("inserts");
        tx.run(sql!("UPDATE season SET eligibility_text = 'SECRET-WHO' WHERE id = $1"), args![&house.season])
            .await
            .expect("changes");
        tx.commit().await.expect("commits");
        lead.post(&s("call"), &[]).await;
        let visitor = house.visitor();
        let page = visitor.get(PROGRAM).await;
        assert_eq!(page.status, StatusCode::OK, "{engine}");
        assert!(!page.body.contains("SECRET"), "{engine}: a draft is the team's alone: {}", page.body);
        assert!(page.body.contains("Join the interest list"), "{engine}: {}", page.body);

        let mut tx = house.kernel.db.begin().await.expect("begins");
        let at = |text: &str| Time::parse(text).expect("a moment");
        tx.run(
            sql!("UPDATE call SET published_version = 1, opens_at = $1, closes_at = $2"),
            args![at("2025-01-05T15:00:00Z"), at("2025-01-31T22:00:00Z")],
        )
        .await
        .expect("publishes");
        tx.commit().await.expect("commits");
        let page = visitor.get(PROGRAM).await.body;
        assert!(page.contains("SECRET-RETREAT") && page.contains("2×") && page.contains("Both days"), "{page}");
        assert!(page.contains("SECRET-WHO"), "{engine}: {page}");
        assert!(!page.contains("Join the interest list"), "{engine}: one clear action: {page}");
        // What is shared says what it leads to.
        assert!(
            page.contains("<meta property=\"og:title\" content=\"Rooted\">")
                && page.contains("<meta property=\"og:url\" content=\"http://localhost/programs/rooted\">"),
            "{engine}: {page}"
        );
    }
}

/// Ids of a form's questions, part by part, as its page lists them.
fn order(page: &str) -> Vec<Vec<&str>> {
    page.split("<ul class=\"questions\"")
        .skip(1)
        .map(|part| {
            let part = part.split_once("</ul>").expect("ends").0;
            part.split("data-q=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect()
        })
        .collect()
}

#[tokio::test]
async fn a_question_is_put_before_another_and_nowhere_else() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        lead.post(&s("call"), &[]).await;
        let page = lead.get(&s("call")).await.body;
        let was = order(&page);
        assert!(was.len() > 2 && was.iter().all(|part| part.len() > 2), "{engine}: {was:?}");
        let (moved, before) = (was[0][2], was[1][1]);
        let path = s(&format!("call/questions/{moved}/place"));
        // A part that is not there, and a place before itself, change nothing.
        for wrong in
            [[("part", "99"), ("before", before)], [("part", "1"), ("before", moved)], [("part", ""), ("before", "")]]
        {
            lead.post(&path, &[("act", "to"), wrong[0], wrong[1]]).await;
            assert_eq!(order(&lead.get(&s("call")).await.body), was, "{engine}: {wrong:?}");
        }
        let done = lead.post(&path, &[("act", "to"), ("part", "2"), ("before", before)]).await;
        assert_eq!(done.location(), format!("{}#row-{moved}", s("call")), "{engine}");
        let page = lead.get(&s("call")).await.body;
        let now = order(&page);
        assert!(!now[0].contains(&moved) && now[1][1] == moved && now[1][2] == before, "{engine}: {now:?}");
        // Without another to stand before it comes last.
        lead.post(&path, &[("act", "to"), ("part", "1"), ("before", "")]).await;
        let page = lead.get(&s("call")).await.body;
        assert_eq!(order(&page)[0].last(), Some(&moved), "{engine}");
        // What applicants will see stands beside it.
        assert!(page.contains("class=\"phone\"") && page.contains(&format!("data-of=\"{moved}\"")), "{engine}");
        assert!(page.contains("id=\"publish-bar\""), "{engine}");
    }
}

#[tokio::test]
async fn a_question_that_was_removed_is_put_back_where_it_stood_also_while_people_apply() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        open_call(&lead).await;
        let was = lead.get(&s("call")).await.body;
        let was = order(&was);
        let gone = was[1][1];
        let path = s(&format!("call/questions/{gone}/place"));
        let done = lead.post(&path, &[("act", "remove")]).await;
        assert_eq!(done.location(), format!("{}?removed={gone}#part-2", s("call")), "{engine}");
        let page = lead.get(&format!("{}?removed={gone}", s("call"))).await.body;
        assert!(page.contains("was removed.") && page.contains("value=\"back\">Undo"), "{engine}: {page}");
        assert!(!order(&page)[1].contains(&gone), "{engine}");
        // Applicants still see it, and nothing is published until it is back.
        let refused = lead.post(&s("call/publication"), &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(refused.body.contains("Put back what you removed"), "{engine}: {}", refused.body);
        let page = lead.get(&s("call")).await.body;
        assert!(page.contains("Removed questions (1)"), "{engine}: {page}");
        lead.post(&path, &[("act", "back")]).await;
        let page = lead.get(&s("call")).await.body;
        assert_eq!(order(&page), was, "{engine}");
        assert!(page.contains("Nothing has changed since") && !page.contains("Removed questions"), "{engine}: {page}");
        // Said again, nothing more comes back.
        lead.post(&path, &[("act", "back")]).await;
        assert_eq!(order(&lead.get(&s("call")).await.body), was, "{engine}");
    }
}
