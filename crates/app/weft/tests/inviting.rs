//! A cohort option invites whoever can still be invited, and says of the others why not; goals that cannot be are
//! refused, and what the solver said by goals of before is forgotten.

use crate::common;

use axum::http::StatusCode;
use common::{Actor, GOALS, House, pool, read_pool, s};
use weft_kernel::db::{Sql, Value};
use weft_kernel::{args, sql};

async fn ready(house: &House) -> Actor<'_> {
    let lead = house.lead().await;
    house.import(&pool()).await;
    read_pool(house).await;
    lead.post(&s("selection/goals-file"), &[("toml", GOALS)]).await;
    lead
}

/// The numbers of a run's cohort.
async fn cohort(lead: &Actor<'_>, run: &str) -> Vec<String> {
    let record = lead.get(&format!("{run}/transcript.json")).await.body;
    let record: serde_json::Value = serde_json::from_str(&record).expect("JSON");
    record["cohort"].as_array().expect("ids").iter().filter_map(|v| v.as_str().map(str::to_owned)).collect()
}

async fn change(house: &House, sql: Sql, args: Vec<Value>) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(sql, args).await.expect("runs");
    tx.commit().await.expect("commits");
}

async fn invited(house: &House) -> Vec<String> {
    let mut conn = house.kernel.db.read().await.expect("reads");
    let sql = sql!(
        "SELECT a.external_id
        FROM invitation i
        JOIN application a ON a.id = i.application_id
        ORDER BY a.external_id"
    );
    conn.all::<(String,)>(sql, args![]).await.expect("reads").into_iter().map(|(id,)| id).collect()
}

#[tokio::test]
async fn nobody_is_invited_who_can_no_longer_be_chosen_whatever_the_page_shows() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = ready(&house).await;
        let run = lead.post(&s("selection/proposal"), &[]).await.location().to_owned();
        let stale = lead.get(&run).await.body;
        assert!(stale.contains("Confirm and send 4 invitations"), "{engine}: {stale}");
        let all = cohort(&lead, &run).await;
        let [no, aside, refused, stays] = all.as_slice() else { panic!("four: {all:?}") };
        // What happens after the run was made, and after its page was opened.
        house.kernel.clock.advance(60);
        let not = [("eligible", "no"), ("reason", "national only")];
        lead.post(&s(&format!("applications/{no}/eligibility")), &not).await;
        let mark = [("mark", "aside"), ("reason", "Asked for next year.")];
        lead.post(&format!("{run}/people/{aside}"), &mark).await;
        change(
            &house,
            sql!(
                "INSERT INTO outcome (id, application_id, outcome, reason, at)
                SELECT 'told', id, 'not-chosen', 'eligible', 1
                FROM application
                WHERE external_id = $1"
            ),
            args![refused],
        )
        .await;
        let page = lead.get(&run).await.body;
        assert!(page.contains("3 people in this option can’t be invited anymore"), "{engine}: {page}");
        for why in ["not eligible", "set aside", "already sent a decision"] {
            assert!(page.contains(why), "{engine}: {why}: {page}");
        }
        assert!(page.contains("Confirm and send one invitation"), "{engine}: {page}");
        assert!(!page.contains("Confirm and send 4"), "{engine}");
        // Pressed on the page of before.
        lead.post(&format!("{run}/confirmation"), &[("days", "7"), ("while_open", "yes")]).await;
        assert_eq!(invited(&house).await, std::slice::from_ref(stays), "{engine}");
        assert_eq!(house.mails().await.iter().filter(|m| m.contains("/invitation/")).count(), 1, "{engine}");
    }
}

#[tokio::test]
async fn an_option_for_which_there_are_no_seats_is_not_offered() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = ready(&house).await;
        let one = lead.post(&s("selection/proposal"), &[]).await.location().to_owned();
        let gone = cohort(&lead, &one).await[0].clone();
        lead.post(&format!("{one}/people/{gone}"), &[("mark", "aside"), ("reason", "To see another.")]).await;
        let two = lead.post(&s("selection/proposal"), &[]).await.location().to_owned();
        lead.post(&format!("{one}/people/{gone}"), &[("mark", "lift")]).await;
        assert!(lead.get(&two).await.body.contains("Confirm and send 4 invitations"), "{engine}");
        lead.post(&format!("{one}/confirmation"), &[("days", "7"), ("while_open", "yes")]).await;
        let page = lead.get(&two).await.body;
        assert!(
            page.contains("All seats are taken or offered")
                && page.contains("so you can’t confirm it")
                && !page.contains("Confirm and send"),
            "{engine}: {page}"
        );
    }
}

#[tokio::test]
async fn goals_that_no_cohort_can_meet_by_their_numbers_are_refused_beside_the_number() {
    let house = House::new(None).await;
    let lead = ready(&house).await;
    let wrong = lead.post(&s("selection/goals"), &[("seats", "4"), ("min-region-north", "5")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.body.contains("North: At least: There are 4 seats. Enter 4 or fewer.")
            && wrong.body.matches("There are 4 seats. Enter 4 or fewer.").count() == 2,
        "above and beside: {}",
        wrong.body
    );
    let few = GOALS.replace("min = 1\nmax = 2", "min = 5\nmax = 6");
    let wrong = lead.post(&s("selection/goals-file"), &[("toml", &few)]).await;
    assert!(wrong.body.contains("must not be more than the number of seats"), "{}", wrong.body);
}

#[tokio::test]
async fn goals_typed_are_kept_while_values_are_counted_as_one_and_saved_as_often_as_wished() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    house.import(&pool().replacen(",South,", ",south,", 3)).await;
    let page = lead.get(&s("selection/goals")).await.body;
    let key = page.split("name=\"alike\" value=\"").nth(1).and_then(|t| t.split('"').next()).expect("a button");
    let north = page.split("name=\"min-region-north-").nth(1).and_then(|t| t.split('"').next()).expect("a field");
    let north = format!("min-region-north-{north}");
    let typed = [("seats", "4"), ("eligible", "yes"), (north.as_str(), "2"), ("alike", key)];
    let kept = lead.post(&s("selection/merge"), &typed).await;
    assert_eq!(kept.status, StatusCode::OK, "{}", kept.body);
    assert!(
        kept.body.contains("inputmode=\"numeric\" value=\"2\"")
            && kept.body.contains("isn’t saved yet")
            && kept.body.contains("is counted as"),
        "{}",
        kept.body
    );
    // Saved, saved as it is, and from the same page with other numbers.
    for n in ["2", "2", "1"] {
        let form = [("seats", "4"), ("eligible", "yes"), ("min-region-north", n), ("form-key", "one-and-the-same")];
        assert_eq!(lead.post(&s("selection/goals"), &form).await.location(), s("selection"), "{n}");
    }
    let mut conn = house.kernel.db.read().await.expect("reads");
    let (n,): (i64,) = conn.one(sql!("SELECT COUNT(*) FROM goal_set"), args![]).await.expect("counts");
    assert_eq!(n, 2, "the same again is no other version");
}

#[tokio::test]
async fn what_the_solver_said_is_gone_once_the_goals_are_mended() {
    let house = House::new(None).await;
    let lead = ready(&house).await;
    // Two conflicts: dropping one goal of one of them is not enough, and nobody says that it is.
    let hard = GOALS.replace("min = 1\nmax = 2", "min = 4\nmax = 4").replace(
        "[[goal]]",
        "[[goal]]\nfield = \"region\"\nvalue = \"South\"\nmin = 1\nmax = 4\n[[goal]]\nfield = \"scope\"\nvalue = \
        \"national\"\nmin = 1\nmax = 4\n[[goal]]",
    );
    lead.post(&s("selection/goals-file"), &[("toml", &hard)]).await;
    let board = lead.post(&s("composer"), &[("name", "Try")]).await.location().to_owned();
    lead.post(&format!("{board}/search"), &[("rule", "propose")]).await;
    let mut page = lead.get(&board).await.body;
    for _ in 0..200 {
        if page.contains("No cohort meets all goals") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        page = lead.get(&board).await.body;
    }
    assert!(page.contains("No cohort meets all goals") && !page.contains("If you drop any one of them"), "{page}");
    lead.post(&s("selection/goals-file"), &[("toml", GOALS)]).await;
    assert!(!lead.get(&board).await.body.contains("No cohort meets all goals"));
}
