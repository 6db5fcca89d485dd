//! The start page of someone who takes part leads: what comes next with its answer, what waits for them, and four
//! places that stand on every page of theirs.

use crate::common;

use common::meet::{announced, fields, people};
use common::{Actor, House, s};
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

const SOON: (&str, &str, &str, &str, &str) = ("2025-01-20", "09:00", "10:00", "1", "");
const NEXT: (&str, &str, &str, &str, &str) = ("2025-01-22", "09:00", "10:00", "1", "");

/// The answer and the note that someone has given to a gathering.
async fn said(house: &House, number: i64) -> Option<(String, String)> {
    let mut conn = house.kernel.db.read().await.expect("reads");
    let sql = sql!(
        "SELECT a.answer, a.note
        FROM gathering_answer a
        JOIN gathering g ON g.id = a.gathering_id
        WHERE g.number = $1"
    );
    conn.opt(sql, args![number]).await.expect("reads")
}

/// Where the rail of a page leads.
async fn places(of: &Actor<'_>, page: &str) -> Vec<String> {
    let body = of.get(page).await.body;
    let Some(rail) = body.split_once("<nav class=\"rail\"").map(|(_, rest)| rest) else { return Vec::new() };
    let rail = rail.split_once("</nav>").expect("ends").0;
    rail.split("href=\"").skip(1).filter_map(|h| h.split('"').next()).map(ToOwned::to_owned).collect()
}

#[tokio::test]
async fn an_rsvp_is_one_press_on_today_and_can_be_undone() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let one = &people(&house, 1).await[0];
        let next = announced(&lead, &fields("Opening", &[SOON])).await;
        let later = announced(&lead, &fields("Practice", &[NEXT])).await;
        let (number, other) = (1, 2);
        let page = one.get("/").await.body;
        // The card asks for the first, the list for the second; none of them twice.
        for path in [&next, &later] {
            assert_eq!(page.matches(&format!("action=\"{path}/answer\"")).count(), 1, "{engine}: {page}");
        }
        let press = |answer| [("answer", answer), ("next", "/")];
        let pressed = one.post(&format!("{next}/answer"), &press("yes")).await;
        let back = pressed.location().to_owned();
        let at = back.strip_prefix(&format!("/?answered={}.1.", common::SEASON)).expect("names the answer").to_owned();
        let after = one.get(&back).await.body;
        assert!(after.contains("Saved.") && after.contains(">Undo<"), "{engine}: {after}");
        let undo = [("undo", "yes"), ("at", at.as_str()), ("next", "/")];
        // Pressed again there is nothing to undo, and nothing else is different.
        let again = one.post(&format!("{next}/answer"), &press("yes")).await;
        assert_eq!(again.location(), "/");
        assert_eq!(said(&house, number).await, Some(("yes".into(), String::new())));
        // No answer, or one that nobody knows, takes nothing back.
        for unknown in ["", "maybe"] {
            let refused = one.post(&format!("{next}/answer"), &press(unknown)).await;
            assert_eq!(refused.status, axum::http::StatusCode::BAD_REQUEST, "{engine}");
            assert!(said(&house, number).await.is_some(), "{engine}");
        }
        // An old page's Undo leaves a later answer and its note as they are, and says so.
        house.kernel.clock.advance(60);
        one.post(&format!("{next}/answer"), &[("answer", "need"), ("note", "A chair")]).await;
        let kept = one.post(&format!("{next}/answer"), &undo).await.location().to_owned();
        assert_eq!(said(&house, number).await, Some(("need".into(), "A chair".into())), "{engine}");
        let page = one.get(&kept).await.body;
        assert!(page.contains("Your RSVP was changed since. Nothing was undone."), "{engine}: {page}");
        assert!(!one.get(&back).await.body.contains(">Undo<"), "{engine}");
        // Its own answer it takes back, once or twice.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("DELETE FROM gathering_answer"), args![]).await.expect("deletes");
        tx.commit().await.expect("commits");
        let pressed = one.post(&format!("{next}/answer"), &press("yes")).await;
        let at = pressed.location().rsplit('.').next().expect("a moment").to_owned();
        for _ in 0..2 {
            let undo = [("undo", "yes"), ("at", at.as_str()), ("next", "/")];
            assert_eq!(one.post(&format!("{next}/answer"), &undo).await.location(), "/");
            assert_eq!(said(&house, number).await, None, "{engine}");
        }
        let page = one.get("/").await.body;
        assert!(page.contains("Will you be there?"));
        // Whoever needs support finds the box open.
        assert!(page.contains(&format!("{next}?support=1")), "{engine}: {page}");
        assert!(one.get(&format!("{next}?support=1")).await.body.contains("<details open>"), "{engine}");
        // A need that was told stays, whatever an old page presses.
        let need = [("answer", "need"), ("note", "A ramp")];
        one.post(&format!("{later}/answer"), &need).await;
        one.post(&format!("{later}/answer"), &press("yes")).await;
        assert_eq!(said(&house, other).await, Some(("need".into(), "A ramp".into())));
        one.post(&format!("{later}/answer"), &press("no")).await;
        assert_eq!(said(&house, other).await, Some(("no".into(), "A ramp".into())));
        // A made-up address offers nothing to undo.
        for made_up in ["/?answered=elsewhere.1.1", "/?answered=x", "/?answered=..", "/?answered=season-2025.2.1"] {
            assert!(!one.get(made_up).await.body.contains(">Undo<"), "{made_up}");
        }
        // Once it has begun, what was said stays.
        let pressed = one.post(&format!("{next}/answer"), &press("no")).await.location().to_owned();
        let at = pressed.rsplit('.').next().expect("a moment").to_owned();
        house.kernel.clock.set(weft_kernel::clock::Time::parse("2025-01-20T14:05:00Z").expect("a moment"));
        let one = house.as_person(one.id.as_ref().expect("a person"), Strength::Link).await;
        assert!(!one.get(&pressed).await.body.contains(">Undo<"), "{engine}");
        let kept = one.post(&format!("{next}/answer"), &[("undo", "no"), ("at", at.as_str()), ("next", "/")]).await;
        assert!(one.get(kept.location()).await.body.contains("Your RSVP stays as it was."), "{engine}");
        assert_eq!(said(&house, number).await, Some(("no".into(), String::new())), "{engine}");
    }
}

#[tokio::test]
async fn four_places_stand_on_every_page_of_someone_who_takes_part() {
    let house = House::new(None).await;
    let noor = house.someone("Noor", Some(Role::Participant), Strength::Link).await;
    let four = ["/".to_owned(), s("gatherings"), s("library"), s("cohort")];
    for page in ["/", "/me", "/me/calendar", "/peers", "/opportunities", &s("gatherings"), &s("pulse"), &s("cohort")] {
        assert_eq!(places(&noor, page).await, four, "{page}");
    }
    // Without a cohort, people are those who want to be found.
    let lab = house.someone("Rae", Some(Role::Registrant), Strength::Link).await;
    assert_eq!(places(&lab, "/").await, ["/".to_owned(), s("gatherings"), s("library"), "/peers".into()]);
    let peers = lab.get("/peers").await.body;
    assert!(peers.contains("href=\"/peers\" aria-current=\"page\""), "{peers}");
    // Whoever works in a season has its own rail there, and none elsewhere; nobody else has any.
    let lead = house.lead().await;
    assert_eq!(places(&lead, "/").await, [""; 0]);
    assert!(!places(&lead, &s("gatherings")).await.contains(&"/".to_owned()));
    assert_eq!(places(&house.someone("Stranger", None, Strength::Link).await, "/").await, [""; 0]);
}

#[tokio::test]
async fn a_season_page_folds_what_is_past_and_shows_ones_own_answers() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let one = &people(&house, 1).await[0];
        announced(&lead, &fields("Opening", &[SOON])).await;
        let practice = announced(&lead, &fields("Practice", &[NEXT])).await;
        announced(&lead, &fields("Closing", &[("2025-01-28", "09:00", "10:00", "1", "")])).await;
        one.post(&format!("{practice}/answer"), &[("answer", "no")]).await;
        assert!(!one.get(&s("gatherings")).await.body.contains("past gathering"), "{engine}");
        house.kernel.clock.advance(11 * 24 * 3600);
        let one = house.as_person(one.id.as_ref().expect("a person"), Strength::Link).await;
        let page = one.get(&s("gatherings")).await.body;
        let past = page.split_once("1 past gathering").and_then(|(_, rest)| rest.split_once("</details>"));
        let (past, rest) = past.expect("what is past is folded");
        assert!(past.contains("Opening") && past.contains("You missed this"), "{engine}: {past}");
        let (next, later) = rest.split_once("</section>").expect("the next one");
        assert!(next.contains("Practice") && next.contains("You said you can’t make it."), "{engine}: {next}");
        assert!(later.contains("Closing") && !rest.contains("Opening"), "{engine}: {later}");
        // What others answered is the team's.
        assert!(!page.contains("said no") && lead.id.is_some());
    }
}
