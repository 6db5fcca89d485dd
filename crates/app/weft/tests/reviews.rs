//! Reading: given out fairly, read without names, replaced when someone leaves, closed before anyone sees a score.

use crate::common;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use common::{Actor, House, pool, s};
use weft_people::Strength;
use weft_programs::Role;

/// A pool of twelve (one is not eligible), three readers, and a rubric of two criteria that count and one that does
/// not.
async fn ready<'h>(house: &'h House, lead: &Actor<'_>) -> Vec<Actor<'h>> {
    house.import(&pool()).await;
    let mut readers = Vec::new();
    for name in ["Tobias", "Renata", "Quill"] {
        readers.push(house.someone(name, Some(Role::Reviewer), Strength::TwoFactors).await);
    }
    let mut rubric: Vec<(String, String)> = Vec::new();
    for (i, (title, weight, independent)) in
        [("Fit", "3", ""), ("Care", "1", ""), ("Needs travel", "1", "yes")].iter().enumerate()
    {
        let mut put = |name: &str, value: &str| rubric.push((format!("{name}-{i}"), value.to_owned()));
        put("title_en", title);
        put("title_es", "x");
        put("anchor1_en", "little");
        put("anchor5_en", "much");
        put("weight", weight);
        put("independent", independent);
    }
    let fields: Vec<(&str, &str)> = rubric.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    assert_eq!(lead.post(&s("rubric"), &fields).await.status, StatusCode::SEE_OTHER);
    let why = house.column("why_apply").await;
    let settings = [("reads_each", "2"), ("most_each", "12"), ("wide_gap", "2"), ("visible", why.as_str())];
    assert_eq!(lead.post(&s("reviewers"), &settings).await.status, StatusCode::SEE_OTHER);
    readers
}

async fn assign(lead: &Actor<'_>) -> String {
    lead.post(&s("reviewers/assignment"), &[("undeclared", "yes")]).await.body
}

/// Numbers on someone's list that are still to be read.
fn open(list: &str) -> Vec<usize> {
    let state = |chunk: &str| chunk.contains("class=\"tile open\"") || chunk.contains("class=\"tile begun\"");
    list.split("<li>")
        .filter(|c| state(c))
        .filter_map(|c| c.split("/reviews/").nth(1)?.split('"').next()?.parse().ok())
        .collect()
}

async fn score(reader: &Actor<'_>, place: usize, fit: &str, care: &str) -> common::Answer {
    let fields = [
        ("score-fit", fit),
        ("score-care", care),
        ("score-needs_travel", "1"),
        ("comment", "SECRET-NOTE"),
        ("go", "final"),
    ];
    reader.post(&s(&format!("reviews/{place}")), &fields).await
}

#[tokio::test]
async fn reads_are_given_out_read_without_names_and_closed_before_scores_show() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let readers = ready(&house, &lead).await;
        assert!(assign(&lead).await.contains("22 reviews were assigned"), "eleven twice");
        assert!(assign(&lead).await.contains("No reviews were assigned"), "said again, nothing more is given");
        // Nothing is shown before she has said with whom she is tied; what she names goes back unseen.
        assert!(readers[0].get(&s("reviews")).await.body.contains("Do you have any conflicts of interest?"));
        assert_eq!(readers[0].get(&s("reviews/1")).await.status, StatusCode::NOT_FOUND);
        for (i, reader) in readers.iter().enumerate() {
            let tied = if i == 0 { "ORG 1\r\norg-2\r\nGiven3  Family3" } else { "" };
            let fields = [("ties", tied), ("none", if i == 0 { "" } else { "yes" })];
            assert_eq!(reader.post(&s("reviews/conflicts"), &fields).await.status, StatusCode::SEE_OTHER);
        }
        assign(&lead).await;
        let mut seen = 0;
        for reader in &readers {
            let list = reader.get(&s("reviews")).await.body;
            for place in open(&list) {
                let page = reader.get(&s(&format!("reviews/{place}"))).await.body;
                seen += 1;
                assert!(page.contains("Because "), "what they may read is there");
                for secret in [
                    "Given",
                    "Family",
                    "person0",
                    "person1",
                    "person2",
                    "person3",
                    "person4",
                    "person5",
                    "@example.org\"",
                    "Org ",
                    "SECRET",
                    "A0",
                    "A1",
                    "+1-202",
                ] {
                    let page = page.replace("help@example.org", "");
                    assert!(!page.contains(secret), "{secret} stands on a reader's page");
                }
            }
        }
        assert_eq!(seen, 22);
        // Nor on any other page that opens to a reader.
        let mut opened = 0;
        for route in weft::app::routes().iter().filter(|r| r.method == "GET" && !r.path.starts_with("/assets")) {
            let path = route
                .path
                .replace("{season}", common::SEASON)
                .replace("{place}", "1")
                .replace("{external_id}", "A05")
                .replace("{program}", "rooted")
                .replace("{part}", "1");
            let answer = readers[1].get(&path).await;
            opened += usize::from(answer.status == StatusCode::OK);
            for secret in ["Given5", "Family5", "person5", "Org 5", "SECRET", "A05"] {
                let body = answer.body.replace("help@example.org", "").replace(&path, "");
                assert!(!body.contains(secret), "{secret} stands on {path}");
            }
        }
        assert!(opened > 8, "{opened}");
        // Someone tied with three got none of them.
        let tied_text = ["Because 1<", "Because 2<", "Because 3<"];
        for place in open(&readers[0].get(&s("reviews")).await.body) {
            let page = readers[0].get(&s(&format!("reviews/{place}"))).await.body;
            assert!(!tied_text.iter().any(|t| page.contains(t)), "tied");
        }
        // Another's list is not hers, and a lead has no desk.
        assert_eq!(lead.get(&s("reviews")).await.status, StatusCode::NOT_FOUND);
        // A missing score is said and nothing typed is lost; a final read does not change again.
        let place = open(&readers[1].get(&s("reviews")).await.body)[0];
        let path = s(&format!("reviews/{place}"));
        let missing = readers[1].post(&path, &[("score-fit", "4"), ("comment", "typed"), ("go", "final")]).await;
        assert!(
            missing.status == StatusCode::UNPROCESSABLE_ENTITY
                && missing.body.contains("typed</textarea>")
                && missing.body.contains("Score every criterion")
        );
        assert_eq!(score(&readers[1], place, "4", "2").await.status, StatusCode::SEE_OTHER);
        score(&readers[1], place, "1", "1").await;
        assert!(readers[1].get(&path).await.body.contains("id=\"fit-4\" name=\"score-fit\" value=\"4\" checked"));
        // The lead sees how far they are, and no score, on any page, before the reading is closed.
        let monitor = lead.get(&s("reviewers")).await.body;
        assert!(monitor.contains("1 of ") && !monitor.contains("Reviewer leniency"));
        let list = lead.get(&s("applications")).await.body;
        assert!(!list.contains("3.50"), "a mean shows while the reading is open");
        for reader in &readers {
            for place in open(&reader.get(&s("reviews")).await.body) {
                score(reader, place, "5", "1").await;
            }
        }
        assert!(!lead.get(&s("applications")).await.body.contains("4.00"));
        assert_eq!(lead.post(&s("reviewers/closing"), &[]).await.status, StatusCode::SEE_OTHER);
        let list = lead.get(&s("applications")).await.body;
        assert!(list.contains("4.00") && list.contains("3.75"), "(3 × 5 + 1) ÷ 4; one has 3.5 and 4: {list}");
        assert!(lead.get(&s("reviewers")).await.body.contains("Reviewer leniency"));
        assert_eq!(readers[0].get(&s("reviews/1")).await.status, StatusCode::NOT_FOUND, "closed");
        let rubric = lead.get(&s("rubric")).await.body;
        assert!(rubric.contains("t change the rubric anymore"));
    }
}

#[tokio::test]
async fn a_reader_who_leaves_is_replaced_and_far_apart_reads_get_a_third() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let readers = ready(&house, &lead).await;
        assign(&lead).await;
        for reader in &readers {
            reader.post(&s("reviews/conflicts"), &[("ties", ""), ("none", "yes")]).await;
        }
        // Somebody is recognised: the read goes back and comes to another.
        let place = open(&readers[0].get(&s("reviews")).await.body)[0];
        let path = s(&format!("reviews/{place}"));
        assert_eq!(
            readers[0].post(&format!("{path}/conflict"), &[("reason", "")]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(
            readers[0].post(&format!("{path}/conflict"), &[("reason", "We shared an office.")]).await.status,
            StatusCode::SEE_OTHER
        );
        assert_eq!(readers[0].get(&path).await.status, StatusCode::NOT_FOUND);
        let page = lead.get(&s("reviewers")).await.body;
        assert!(page.contains("<span class=\"big\">1</span><span>need a reviewer"));
        // Each application is in one of the three numbers.
        let numbers = page.split("<ul class=\"facts\">").nth(1).and_then(|f| f.split("</ul>").next()).expect("facts");
        let numbers: Vec<i64> =
            numbers.split("<span class=\"big\">").skip(1).filter_map(|n| n.split('<').next()?.parse().ok()).collect();
        assert!(numbers.len() == 3 && numbers.iter().sum::<i64>() == 11, "{numbers:?}");
        assert!(assign(&lead).await.contains("One review was assigned"));
        // One puts a read off, and it comes last.
        let list = open(&readers[1].get(&s("reviews")).await.body);
        let skipped = readers[1].post(&s(&format!("reviews/{}/skip", list[0])), &[]).await;
        assert_eq!(skipped.location(), s(&format!("reviews/{}", list[1])));
        // The first two finish everything, far apart where they share one; the third leaves.
        for (reader, fit) in readers.iter().take(2).zip(["5", "1"]) {
            for place in open(&reader.get(&s("reviews")).await.body) {
                score(reader, place, fit, fit).await;
            }
        }
        let id = readers[2].id.as_ref().expect("someone");
        let replaced = lead.post(&s(&format!("reviewers/{id}/replacement")), &[]).await.body;
        assert!(replaced.contains("reviews were assigned") || replaced.contains("review was assigned"), "{replaced}");
        assert!(open(&readers[2].get(&s("reviews")).await.body).is_empty());
        let left: BTreeSet<usize> = open(&readers[0].get(&s("reviews")).await.body).into_iter().collect();
        assert!(!left.is_empty(), "what was left came to the others");
        // She is still a reviewer, so a third read of those that are far apart comes to her when reads are given out.
        assign(&lead).await;
        let third = open(&readers[2].get(&s("reviews")).await.body);
        assert!(!third.is_empty(), "a third read where two are far apart");
        let stranger = house.someone("Vesna", Some(Role::Coach), Strength::TwoFactors).await;
        assert_eq!(stranger.post(&s(&format!("reviewers/{id}/replacement")), &[]).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn the_calibration_set_comes_first_and_is_compared_only_by_who_has_finished_it() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let readers = ready(&house, &lead).await;
        let unknown = lead.post(&s("calibration"), &[("set", "A04\nnobody")]).await;
        assert!(
            unknown.status == StatusCode::UNPROCESSABLE_ENTITY
                && unknown.body.contains("These numbers don&#39;t belong to this season: nobody")
                && unknown.body.contains("A04\nnobody")
        );
        assert_eq!(lead.post(&s("calibration"), &[("set", "A04, A05")]).await.status, StatusCode::SEE_OTHER);
        assign(&lead).await;
        assert_eq!(
            lead.post(&s("calibration"), &[("set", "A06")]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "it has begun"
        );
        for reader in &readers {
            reader.post(&s("reviews/conflicts"), &[("ties", ""), ("none", "yes")]).await;
        }
        // Two to read first; the others wait, also by their address.
        let list = readers[0].get(&s("reviews")).await.body;
        assert!(list.contains("Review the calibration applications first") && open(&list).len() == 2, "{list}");
        let waiting = (1..12).find(|n| !open(&list).contains(n)).expect("one that waits");
        assert_eq!(readers[0].get(&s(&format!("reviews/{waiting}"))).await.status, StatusCode::NOT_FOUND);
        let places = open(&list);
        // Before her own is final she sees nobody's score, and no note can be left.
        score(&readers[1], open(&readers[1].get(&s("reviews")).await.body)[0], "5", "5").await;
        score(&readers[1], open(&readers[1].get(&s("reviews")).await.body)[0], "1", "4").await;
        let early = readers[0].get(&s("calibration")).await.body;
        assert!(
            early.contains("after you submit yours") && !early.contains("SECRET-NOTE") && !early.contains("Renata"),
            "{early}"
        );
        assert_eq!(
            readers[0].post(&s(&format!("reviews/{}/note", places[0])), &[("note", "too early")]).await.status,
            StatusCode::NOT_FOUND
        );
        for place in &places {
            score(&readers[0], *place, "2", "2").await;
        }
        let side = readers[0].get(&s("calibration")).await.body;
        assert!(
            side.contains("Renata")
                && side.contains("Tobias")
                && side.contains("far apart")
                && side.contains("Application A"),
            "{side}"
        );
        assert!(!side.contains("A04") && !side.contains("Given4"), "letters, not numbers or names");
        assert!(open(&readers[0].get(&s("reviews")).await.body).len() > 2, "now the others are open");
        // The lead sees them once nobody still has to read them.
        assert!(lead.get(&s("calibration")).await.body.contains("once everyone has reviewed it"));
        for _ in 0..2 {
            score(&readers[2], open(&readers[2].get(&s("reviews")).await.body)[0], "3", "3").await;
        }
        assert!(lead.get(&s("calibration")).await.body.contains("Quill"));
        // Notes go among those who have finished, and nowhere else.
        let empty = readers[0].post(&s(&format!("reviews/{}/note", places[0])), &[("note", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        readers[0].post(&s(&format!("reviews/{}/note", places[0])), &[("note", "NOTE <i>between</i> us")]).await;
        let mut seen = 0;
        for reader in &readers {
            for place in 1..=12 {
                let page = reader.get(&s(&format!("reviews/{place}"))).await;
                seen += usize::from(page.body.contains("NOTE &#60;i&#62;between"));
            }
        }
        assert_eq!(seen, 3, "each of the three who read it");
        assert!(!lead.get(&s("reviewers")).await.body.contains("NOTE"));
    }
}

#[tokio::test]
async fn reads_are_given_by_hand_all_or_none_and_never_against_a_tie() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let readers = ready(&house, &lead).await;
        readers[0].post(&s("reviews/conflicts"), &[("ties", "Org 2")]).await;
        let by_hand =
            async |text: &str| lead.post(&s("reviewers/by-hand"), &[("hand", text), ("undeclared", "yes")]).await;
        let wrong = by_hand("application_id,reader\nA01,Tobias\nA02,Tobias\nA99,Renata\nA03,Nobody").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        for says in [
            "Line 3: A02, Tobias have a conflict of interest",
            "Line 4: A99 isn&#39;t an application that needs reviews",
            "Line 5: Nobody isn&#39;t a reviewer here",
            "A01,Tobias",
        ] {
            assert!(wrong.body.contains(says), "{says}: {}", wrong.body);
        }
        assert!(by_hand("A01 Tobias").await.body.contains("Line 1 needs"));
        assert!(open(&readers[0].get(&s("reviews")).await.body).is_empty(), "all or none");
        let done = by_hand("A01,Tobias\n\"A02\";\"Renata\"\nA03, Tobias\nA03, Tobias").await;
        assert!(done.body.contains("3 reviews were assigned"), "{}", done.body);
        assert_eq!(open(&readers[0].get(&s("reviews")).await.body).len(), 2);
    }
}

#[tokio::test]
async fn reads_given_by_hand_begin_with_the_calibration_set_so_that_no_score_shows_early() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let readers = ready(&house, &lead).await;
    lead.post(&s("calibration"), &[("set", "A04")]).await;
    for reader in &readers {
        reader.post(&s("reviews/conflicts"), &[("ties", ""), ("none", "yes")]).await;
    }
    assert!(lead.post(&s("reviewers/by-hand"), &[("hand", "A04,Tobias")]).await.status.is_success());
    score(&readers[0], open(&readers[0].get(&s("reviews")).await.body)[0], "5", "5").await;
    let early = lead.get(&s("calibration")).await.body;
    assert!(early.contains("once everyone has reviewed it") && !early.contains("SECRET-NOTE"), "{early}");
}

#[tokio::test]
async fn ties_that_are_named_later_tell_nothing_about_who_wrote_what_is_read() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let readers = ready(&house, &lead).await;
        for reader in &readers {
            reader.post(&s("reviews/conflicts"), &[("ties", ""), ("none", "yes")]).await;
        }
        assign(&lead).await;
        let before = open(&readers[0].get(&s("reviews")).await.body);
        readers[0].get(&s("reviews/1")).await;
        let all: String = (0..=11).map(|n| format!("Given{n} Family{n}\n")).collect();
        readers[0].post(&s("reviews/conflicts"), &[("ties", &all)]).await;
        assert_eq!(open(&readers[0].get(&s("reviews")).await.body), before, "{engine}: the list is as it was");
        assert_eq!(readers[0].get(&s("reviews/1")).await.status, StatusCode::OK, "{engine}");
        let monitor = lead.get(&s("reviewers")).await.body;
        assert!(
            monitor.contains(&format!("{} applications have reviewers with a conflict of interest", before.len())),
            "{engine}: {monitor}"
        );
        assign(&lead).await;
        assert!(
            open(&readers[0].get(&s("reviews")).await.body).is_empty(),
            "{engine}: they count when reads are next given out"
        );
        assert!(!lead.get(&s("reviewers")).await.body.contains("with a conflict of interest. They"), "{engine}");
    }
}

#[tokio::test]
async fn a_list_has_parts_that_add_up_and_says_what_its_reviewer_gives() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let readers = ready(&house, &lead).await;
        for reader in &readers {
            reader.post(&s("reviews/conflicts"), &[("ties", ""), ("none", "yes")]).await;
        }
        assign(&lead).await;
        let reader = &readers[0];
        let list = reader.get(&s("reviews")).await.body;
        let places = open(&list);
        let total = places.len();
        assert!(total > 4 && !list.contains("on average") && !list.contains("?show=done"), "nothing is finished");
        // By weight: three parts of what fits and one of care. What is independent does not count.
        score(reader, places[0], "4", "2").await;
        score(reader, places[1], "5", "5").await;
        reader.post(&s(&format!("reviews/{}/skip", places[2])), &[]).await;
        let begun = [("score-fit", "2"), ("go", "later")];
        reader.post(&s(&format!("reviews/{}", places[3])), &begun).await;
        let list = reader.get(&s("reviews")).await.body;
        assert!(list.contains("You gave 4.25 on average, in 2 reviews."), "{list}");
        assert!(list.contains("done: 3.50") && list.contains("done: 5.00"));
        let shown = |part: &str| s(&format!("reviews?show={part}"));
        for (part, says, n) in [
            ("all", format!("All {total}"), total),
            // Neither begun, put off nor done: the parts add up.
            ("left", format!("To do {}", total - 4), total - 4),
            ("begun", "In progress 1".to_owned(), 1),
            ("skipped", "Skipped 1".to_owned(), 1),
            ("done", "Done 2".to_owned(), 2),
        ] {
            assert!(list.contains(&says), "{says}");
            let page = reader.get(&shown(part)).await.body;
            assert_eq!(page.matches("class=\"tile ").count(), n, "{part}");
        }
        // The page of a review says the same, and what was chosen there so far.
        let page = reader.get(&s(&format!("reviews/{}", places[3]))).await.body;
        assert!(
            page.contains("You gave 4.25 on average") && page.contains("Average: 2.00 (1 of 2 criteria)"),
            "{page}"
        );
        // Nobody else's mean is in it.
        assert!(!readers[1].get(&s("reviews")).await.body.contains("on average"));
        // The addresses of before lead to the new ones, for those who have them.
        assert_eq!(reader.get(&s("reading")).await.location(), s("reviews"));
        assert_eq!(lead.get(&s("reading")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(lead.get(&s("readers")).await.location(), s("reviewers"));
    }
}
