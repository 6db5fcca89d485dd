//! Why she is in, why not, what a goal cost; locking and setting aside.

use crate::common;

use axum::http::StatusCode;
use common::{GOALS, House, pool, read_pool, s};

#[tokio::test]
async fn a_run_answers_why_and_later_runs_keep_to_what_was_locked_or_set_aside() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        read_pool(&house).await;
        lead.post(&s("selection/goals-file"), &[("toml", GOALS)]).await;
        let run = lead.post(&s("selection/proposal"), &[]).await.location().to_owned();
        let page = lead.get(&run).await.body;
        let of = |text: &str| -> Vec<String> {
            text.split(&format!("{run}/people/"))
                .skip(1)
                .filter_map(|t| t.split('"').next())
                .map(str::to_owned)
                .collect()
        };
        let (seats, others) = page.split_once("id=\"others\"").expect("both lists");
        let (inside, outside) = (of(seats), of(others));
        assert!(inside.len() >= 4 && !outside.is_empty(), "{page}");
        let why_in = lead.get(&format!("{run}/people/{}", inside[0])).await.body;
        assert!(why_in.contains(" selected?") && why_in.contains("Without this person"), "{why_in}");
        let last = outside.last().expect("someone");
        let why_not = lead.get(&format!("{run}/people/{last}")).await.body;
        assert!(
            why_not.contains("Why wasn’t ")
                && why_not.contains("points less")
                && why_not.contains("Who would be removed"),
            "{why_not}"
        );
        let barred = lead.get(&format!("{run}/people/A11")).await.body;
        assert!(barred.contains("Not considered for this option: not eligible"), "{barred}");
        assert!(lead.get(&format!("{run}/goals/0")).await.body.contains("his goal"));
        for missing in ["people/nobody", "goals/9", "goals/x"] {
            assert_eq!(lead.get(&format!("{run}/{missing}")).await.status, StatusCode::NOT_FOUND, "{missing}");
        }
        // A mark needs its reason; then the next run keeps to it, and lifting it is harmless twice.
        let refused = lead.post(&format!("{run}/people/{last}"), &[("mark", "locked")]).await;
        assert!(
            refused.status == StatusCode::UNPROCESSABLE_ENTITY
                && refused.body.contains("This has to be filled in") | refused.body.contains("id=\"reason-error\"")
        );
        for (who, mark) in [(last, "locked"), (&inside[0], "aside")] {
            let marked = lead
                .post(&format!("{run}/people/{who}"), &[("mark", mark), ("reason", "A place nobody else brings.")])
                .await;
            assert_eq!(marked.status, StatusCode::SEE_OTHER, "{}", marked.body);
        }
        assert!(lead.get(&s("selection")).await.body.contains("Locked in or set aside"));
        let next = lead.post(&s("selection/proposal"), &[]).await.location().to_owned();
        let transcript: serde_json::Value =
            serde_json::from_str(&lead.get(&format!("{next}/transcript.json")).await.body).expect("JSON");
        let cohort: Vec<&str> =
            transcript["cohort"].as_array().expect("ids").iter().filter_map(|v| v.as_str()).collect();
        assert!(cohort.contains(&last.as_str()) && !cohort.contains(&inside[0].as_str()), "{cohort:?}");
        assert!(transcript["input"]["left_out"].to_string().contains("out-aside"));
        for _ in 0..2 {
            assert_eq!(
                lead.post(&format!("{next}/people/{last}"), &[("mark", "lift")]).await.status,
                StatusCode::SEE_OTHER
            );
        }
        assert_eq!(
            lead.post(&format!("{next}/people/{last}"), &[("mark", "promote"), ("reason", "x")]).await.status,
            StatusCode::BAD_REQUEST
        );
    }
}
