//! The pool report and its themes: numbers that give nobody away, whoever asks and in whatever form.

use crate::common;

use axum::http::StatusCode;
use common::{House, s};
use weft_people::Strength;
use weft_programs::Role;

/// Sixty applicants: one alone in her region, three with a rare issue; every text holds a secret.
fn sixty() -> String {
    let mut csv = String::from(
        "application_id,submitted_at,first_name,last_name,email,region,scope,primary_issue_area,other_issue_areas,\
        organization,years_in_role,why_apply,eligibility\n",
    );
    for i in 0..60 {
        let region = if i == 0 { "Islands" } else { ["North", "South"][i % 2] };
        let issue = if i < 3 { "salt marshes" } else { "housing" };
        let why = if i % 3 == 0 {
            "I am alone in this and SECRET-TEXT tired of it, every single week of the year."
        } else {
            "I want tools and data, SECRET-TEXT, for the steering committee of our place."
        };
        let eligible = if i == 59 { "national only" } else { "eligible" };
        csv.push_str(&format!(
            "P{i:02},2024-10-01T12:00:00-04:00,SECRET-GIVEN{i},SECRET-FAMILY{i},p{i}@example.org,\
            {region},place-based,{issue},food,SECRET-ORG {i},2.5,\"{why}\",{eligible}\n"
        ));
    }
    csv
}

#[tokio::test]
async fn the_report_counts_without_giving_anyone_away_on_page_and_in_the_file() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        house.import(&sixty()).await;
        let lead = house.lead().await;
        let page = lead.get(&s("pool-report")).await.body;
        assert!(
            page.contains("60 applications")
                && page.contains("food")
                && !page.contains("housing")
                && page.contains("fewer than 11"),
            "{page}"
        );
        for path in
            ["pool-report", "pool-report?floor=staff", "pool-report/counts.csv", "pool-report/counts.csv?floor=staff"]
        {
            for role in [Role::Lead, Role::Evaluator, Role::Funder, Role::Facilitator] {
                let someone = house.someone(&format!("{role:?}{}", path.len()), Some(role), Strength::TwoFactors).await;
                let body = someone.get(&s(path)).await;
                assert_eq!(body.status, StatusCode::OK, "{path} {role:?}");
                for secret in ["SECRET", "Islands", "salt marshes", "p0@example.org", ">59<", "\"59\""] {
                    assert!(!body.body.contains(secret), "{role:?} sees {secret} at {path}");
                }
            }
        }
        // The one who is not eligible does not follow from the funnel.
        assert!(page.contains("A step is left out if too few people"), "{page}");
        let csv = lead.get(&s("pool-report/counts.csv?floor=staff")).await;
        assert!(
            csv.body.contains("\"held back\"")
                && csv.body.contains("\"5\"")
                && csv.headers["content-disposition"].to_str().expect("text").contains("attachment")
        );
        // Who may not choose gets the floor for everyone.
        let funder = house.someone("Funder", Some(Role::Funder), Strength::TwoFactors).await;
        assert!(funder.get(&s("pool-report?floor=staff")).await.body.contains("fewer than 11"));
        let reviewer = house.someone("Reviewer", Some(Role::Reviewer), Strength::TwoFactors).await;
        assert_eq!(reviewer.get(&s("pool-report")).await.status, StatusCode::NOT_FOUND);
        // The cohort alone: nobody sits yet.
        assert!(lead.get(&s("pool-report?of=cohort")).await.body.contains("There are no applications yet"));
    }
}

#[tokio::test]
async fn people_code_answers_by_a_codebook_the_machine_only_points_at_words() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        house.import(&sixty()).await;
        let lead = house.lead().await;
        let why = house.column("why_apply").await;
        let why = why.as_str();
        let begun = lead.post(&s("pool-report/themes"), &[("question", why), ("book", "reasons")]).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
        let book = lead.get(begun.location()).await.body;
        assert!(book.contains("Peers, and less isolation") && book.contains("isolat"));
        let wrong = lead
            .post(&s("pool-report/themes/book"), &[("question", why), ("code", ""), ("label-en", "Kept <b>words</b>")])
            .await;
        assert!(
            wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("Kept &#60;b&#62;"),
            "{}",
            wrong.body
        );
        lead.post(
            &s("pool-report/themes/book"),
            &[("question", why), ("code", "X"), ("label-en", "Weather"), ("keywords", "rain")],
        )
        .await;
        lead.post(&s("pool-report/themes/book/removal"), &[("question", why), ("code", "X")]).await;
        let coding = s(&format!("pool-report/themes/coding?question={why}"));
        let first = lead.get(&coding).await.body;
        assert!(
            first.contains("<h1>P00")
                && first.contains("keyword: alone")
                && !first.contains("SECRET-FAMILY0")
                && !first.contains("checked"),
            "a hint decides nothing: {first}"
        );
        for i in 0..60 {
            let at = format!("P{i:02}");
            let code = if i % 3 == 0 { "R3" } else { "R5" };
            let saved = lead
                .post(
                    &s("pool-report/themes/coding"),
                    &[("question", why), ("at", &at), ("code", code), ("code", "made-up")],
                )
                .await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER);
        }
        assert!(lead.get(&coding).await.body.contains("All answers are coded"));
        assert_eq!(
            lead.post(&s("pool-report/themes/coding"), &[("question", why), ("at", "nobody")]).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(lead.get(&s("pool-report/themes/coding?question=nothing")).await.status, StatusCode::NOT_FOUND);
        let page = lead.get(&s("pool-report")).await.body;
        assert!(
            page.contains("Themes in “why apply”, n = 60")
                && page.contains("Peers, and less isolation")
                && !page.contains("made-up"),
            "{page}"
        );

        // The evaluator codes once answers were sent, and not before; a second coder's agreement is said.
        let evaluator = house.someone("Eva", Some(Role::Evaluator), Strength::TwoFactors).await;
        assert_eq!(evaluator.get(&coding).await.status, StatusCode::NOT_FOUND);
        lead.post(&s("decisions"), &[("subject_en", "S"), ("subject_es", "S"), ("text_en", "T"), ("text_es", "T")])
            .await;
        let second = house.someone("Co", Some(Role::CoLead), Strength::TwoFactors).await;
        second.post(&s("decisions/sending"), &[]).await;
        let may = evaluator.get(&coding).await;
        if may.status == StatusCode::OK {
            for i in 0..20 {
                evaluator
                    .post(
                        &s("pool-report/themes/coding"),
                        &[
                            ("question", why),
                            ("at", &format!("P{i:02}")),
                            ("code", if i % 3 == 0 { "R3" } else { "R5" }),
                        ],
                    )
                    .await;
            }
            assert!(lead.get(&s("pool-report")).await.body.contains("Two people coded 20 of these"));
        } else {
            panic!("answers were sent, and the evaluator still may not code: {}", may.status);
        }
    }
}
