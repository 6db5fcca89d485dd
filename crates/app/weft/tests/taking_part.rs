//! Who takes part is on record once: as a seat or a confirmed registration (decision 25).

use crate::common;

use common::sources::statements;
use common::{House, pool, s};

/// Counts each by itself, and tells nobody who they are.
const COUNTS: &str = "counts.rs";

#[test]
fn no_statement_says_anew_who_takes_part() {
    let has = |text: &str, word: &str| text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|w| w == word);
    let mut anew = Vec::new();
    let mut views = 0;
    for (file, text) in statements() {
        views += usize::from(has(&text, "taking_part") || has(&text, "held_role"));
        let by_hand = ["member", "left_at", "registration", "confirmed_at"].iter().all(|w| has(&text, w));
        if by_hand && file != COUNTS {
            anew.push(format!("{file}: {text}"));
        }
        // A role that was given is never a seat, and nobody asks it of that table.
        if ["'participant'", "'registrant'"].iter().any(|w| text.contains(w)) {
            assert!(!has(&text, "role") || has(&text, "held_role"), "{file}: {text}");
        }
    }
    assert!(views > 15, "{views} statements read the views");
    assert!(anew.is_empty(), "read taking_part or held_role:\n{}", anew.join("\n"));
}

#[tokio::test]
async fn applicants_are_no_team() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(&pool()).await;
        let page = lead.get(&s("")).await.body;
        let step = page.split("Invite your team").nth(1).and_then(|r| r.split("</li>").next()).expect("the step");
        assert!(step.contains("Invite team members"), "{engine}: twelve applied, nobody joined the team: {step}");
    }
}
