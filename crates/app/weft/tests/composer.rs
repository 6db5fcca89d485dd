//! The composer: hands and solver on one cohort, two people at once, names kept out, a record of what was done by hand.

use crate::common;

use axum::http::StatusCode;
use common::{Actor, GOALS, House, pool, read_pool, s};
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

/// The ids with a seat, as the page shows them.
fn seated(page: &str) -> Vec<String> {
    let seats = page
        .split_once("id=\"seats\"")
        .and_then(|(_, rest)| rest.split_once("<ul class=\"rows roster\">"))
        .and_then(|(_, rest)| rest.split_once("</ul>"))
        .map(|(seats, _)| seats)
        .expect("seats");
    seats.split("/people/").skip(1).filter_map(|t| t.split(['"', '?']).next()).map(str::to_owned).collect()
}

fn seen(page: &str) -> String {
    page.split_once("name=\"seen\" value=\"").and_then(|(_, rest)| rest.split('"').next()).expect("a step").to_owned()
}

async fn ready(house: &House) -> Actor<'_> {
    let lead = house.lead().await;
    house.import(&pool()).await;
    read_pool(house).await;
    lead.post(&s("selection/goals-file"), &[("toml", GOALS)]).await;
    lead
}

async fn begin(lead: &Actor<'_>, name: &str) -> String {
    let begun = lead.post(&s("composer"), &[("name", name)]).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
    begun.location().to_owned()
}

/// Presses a button and looks at the page it leads to.
async fn press(actor: &Actor<'_>, board: &str, fields: &[(&str, &str)]) -> String {
    let page = actor.get(board).await.body;
    let step = seen(&page);
    let answer = actor.post(board, &[&[("seen", step.as_str()), ("query", "")], fields].concat()).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{fields:?}: {}", answer.body);
    actor.get(answer.location()).await.body
}

/// Lets the solver look and waits until it has.
async fn look(actor: &Actor<'_>, board: &str, fields: &[(&str, &str)]) -> String {
    assert_eq!(actor.post(&format!("{board}/search"), fields).await.status, StatusCode::SEE_OTHER);
    for _ in 0..200 {
        if actor.get(&format!("{board}/work.json")).await.body.contains("\"busy\":false") {
            return actor.get(board).await.body;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the solver is still at work");
}

#[tokio::test]
async fn a_cohort_is_moved_by_hand_and_solver_and_handed_on_with_what_it_departs_from() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = ready(&house).await;
        assert_eq!(lead.post(&s("composer"), &[("name", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let board = begin(&lead, "First <try>").await;
        let page = lead.get(&board).await.body;
        assert!(page.contains("First &#60;try&#62;") || page.contains("First &lt;try&gt;"), "a name is text");
        assert!(page.contains("4 open seats") && page.contains("0 of 4 seats") && seated(&page).is_empty());
        // Names do not choose: they are there only when asked for.
        assert!(!page.contains("Family1") && !page.contains("person1@"), "{page}");
        assert!(lead.get(&format!("{board}?names=yes")).await.body.contains("Family1"));

        // Seat, swap, free; then back and forth.
        for id in ["A00", "A01", "A02"] {
            press(&lead, &board, &[("seat", id)]).await;
        }
        let page = press(&lead, &board, &[("move", "swap"), ("out", "A02"), ("into", "A04")]).await;
        assert_eq!(seated(&page), ["A00", "A01", "A04"]);
        assert_eq!(seated(&press(&lead, &board, &[("free", "A04")]).await).len(), 2);
        assert_eq!(seated(&press(&lead, &board, &[("move", "undo")]).await), ["A00", "A01", "A04"]);
        assert_eq!(seated(&press(&lead, &board, &[("move", "undo")]).await), ["A00", "A01", "A02"]);
        assert_eq!(seated(&press(&lead, &board, &[("move", "redo")]).await), ["A00", "A01", "A04"]);

        // What cannot be done is said, and nothing moves.
        for (fields, says) in [
            (vec![("seat", "A11")], "can’t be selected"),
            (vec![("seat", "A00")], "already in this version"),
            (vec![("free", "A09")], "no longer in this version"),
            (vec![("move", "swap"), ("out", "A00"), ("into", "nobody")], "can’t be selected"),
        ] {
            let refused = lead.post(&board, &fields).await;
            assert!(
                refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains(says),
                "{fields:?} {}",
                refused.body
            );
        }
        assert_eq!(lead.post(&board, &[("move", "promote")]).await.status, StatusCode::BAD_REQUEST);
        press(&lead, &board, &[("seat", "A10")]).await;
        let full = lead.post(&board, &[("seat", "A05")]).await;
        assert!(full.body.contains("All seats are taken"), "{}", full.body);

        // The solver proposes, and that is a run; a swap by hand departs from it; the record says what goal is missed
        // and why.
        let page = look(&lead, &board, &[("rule", "propose")]).await;
        let best = seated(&page);
        assert!(best.len() == 4 && page.contains("selection/runs/") && page.contains("No single swap"), "{page}");
        let norths = ["A00", "A03", "A06", "A09"];
        let north = best.iter().find(|id| norths.contains(&id.as_str())).expect("the goal").clone();
        let south = ["A01", "A02", "A04", "A05", "A07", "A08", "A10"]
            .into_iter()
            .find(|id| !best.iter().any(|b| b == id))
            .expect("someone");
        let mut page = press(&lead, &board, &[("move", "swap"), ("out", &north), ("into", south)]).await;
        for other in best.iter().filter(|id| norths.contains(&id.as_str()) && **id != north) {
            let free = ["A01", "A02", "A04", "A05", "A07", "A08", "A10"]
                .into_iter()
                .find(|id| !seated(&page).iter().any(|b| b == id))
                .expect("someone");
            page = press(&lead, &board, &[("move", "swap"), ("out", other), ("into", free)]).await;
        }
        assert!(
            page.contains("This version doesn’t meet these goals")
                && page.contains("North: at least 1")
                && page.contains("Meets: Region, North"),
            "{page}"
        );
        let silent = lead.post(&format!("{board}/run"), &[]).await;
        assert!(silent.status == StatusCode::UNPROCESSABLE_ENTITY && silent.body.contains("id=\"reason-error\""));
        let run = lead
            .post(&format!("{board}/run"), &[("reason", "Nobody from the North is free in May.")])
            .await
            .location()
            .to_owned();
        let record = lead.get(&run).await.body;
        assert!(
            record.contains("Nobody from the North")
                && record.contains(">verified<")
                && record.contains("Region, North: at least 1"),
            "{record}"
        );
        assert_eq!(lead.post(&format!("{run}/confirmation"), &[("days", "9")]).await.location(), s("invitations"));

        // Whoever is invited stays where she is, for hands and solver.
        let page = lead.get(&board).await.body;
        assert!(page.contains("has a seat") || page.contains("invited"), "{page}");
        let kept = lead.post(&board, &[("free", &seated(&page)[0])]).await;
        assert!(kept.body.contains("can’t remove this person here"), "{}", kept.body);
    }
}

#[tokio::test]
async fn two_people_move_at_once_and_neither_undoes_the_other_unseen() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = ready(&house).await;
        let other = house.someone("Bea", Some(Role::CoLead), Strength::TwoFactors).await;
        let board = begin(&lead, "Together").await;
        let mine = lead.get(&board).await.body;
        press(&other, &board, &[("seat", "A03")]).await;
        // Her page is old: a seat still counts, an undo would undo the other's.
        let undo = lead.post(&board, &[("seen", seen(&mine).as_str()), ("move", "undo")]).await;
        assert!(
            undo.status == StatusCode::UNPROCESSABLE_ENTITY && undo.body.contains("Someone else made a change"),
            "{}",
            undo.body
        );
        let seat = lead.post(&board, &[("seen", seen(&mine).as_str()), ("seat", "A01")]).await;
        let page = lead.get(seat.location()).await.body;
        assert_eq!(seated(&page), ["A03", "A01"], "by region");
        assert!(page.contains("While you had this page open") && page.contains("Bea added A03"), "{page}");

        // Eight hands at once on four seats: four are taken, in whatever order, and no step is lost.
        let ids = ["A00", "A02", "A04", "A05", "A06", "A07", "A08", "A09"];
        let answers = futures_util::future::join_all(ids.iter().map(|id| {
            let (board, lead) = (&board, &lead);
            async move { lead.post(board, &[("seat", id)]).await.status }
        }))
        .await;
        assert_eq!(answers.iter().filter(|s| **s == StatusCode::SEE_OTHER).count(), 2, "{answers:?}");
        assert_eq!(seated(&lead.get(&board).await.body).len(), 4);
        let (steps,): (i64,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT COUNT(*) FROM composition_step"), args![])
            .await
            .expect("counts");
        assert_eq!(steps, 5, "begun, two, and two of eight");
    }
}

#[tokio::test]
async fn versions_are_copied_named_and_compared_and_people_answer_for_themselves() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = ready(&house).await;
        let first = begin(&lead, "Solver").await;
        let best = seated(&look(&lead, &first, &[("rule", "propose")]).await);
        let copied = lead.post(&s("composer"), &[("name", "Mine"), ("from", "1")]).await.location().to_owned();
        assert_eq!(seated(&lead.get(&copied).await.body), best);
        assert_eq!(lead.post(&s("composer"), &[("name", "x"), ("from", "77")]).await.status, StatusCode::NOT_FOUND);
        let outside = (0..11).map(|i| format!("A{i:02}")).find(|id| !best.contains(id)).expect("someone");
        press(&lead, &copied, &[("move", "swap"), ("out", &best[0]), ("into", &outside)]).await;
        assert_eq!(seated(&lead.get(&first).await.body), best, "the first version is as it was");
        let table = lead.get(&s("composer/compare?a=1&b=2")).await.body;
        assert!(
            table.contains("3 people are in all")
                && table.contains(&outside)
                && table.contains(&best[0])
                && table.contains("Total score"),
            "{table}"
        );
        assert_eq!(lead.get(&s("composer/compare?a=1&b=9")).await.status, StatusCode::NOT_FOUND);
        lead.post(&format!("{copied}/name"), &[("name", "Mine, again")]).await;
        assert!(lead.get(&s("composer")).await.body.contains("Mine, again"));

        // Why in, why not, and the exact answer.
        let why_in = lead.get(&format!("{first}/people/{}", best[0])).await.body;
        assert!(
            why_in.contains("Who could take this seat") && why_in.contains("If you remove this person"),
            "{why_in}"
        );
        let why_not = lead.get(&format!("{first}/people/{outside}?solver=yes")).await.body;
        assert!(
            why_not.contains("Whose seat they could take")
                && (why_not.contains("points less") || why_not.contains("just as good")),
            "{why_not}"
        );
        assert!(lead.get(&format!("{first}/people/A11")).await.body.contains("Can’t be selected: not eligible"));
        assert_eq!(lead.get(&format!("{first}/people/nobody")).await.status, StatusCode::NOT_FOUND);

        // A lock without its reason is refused; with it, filling the seats anew keeps to it.
        let person = format!("{first}/people/{outside}");
        assert_eq!(lead.post(&person, &[("mark", "locked")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            lead.post(&person, &[("mark", "locked"), ("reason", "Agreed by both leads.")]).await.status,
            StatusCode::SEE_OTHER
        );
        press(&lead, &first, &[("move", "clear")]).await;
        press(&lead, &first, &[("seat", &best[1])]).await;
        let filled = seated(&look(&lead, &first, &[("rule", "complete")]).await);
        assert!(filled.contains(&best[1]) && filled.len() == 4, "{filled:?}");
        let anew = seated(&look(&lead, &first, &[("rule", "propose")]).await);
        assert!(anew.contains(&outside), "{anew:?}");
    }
}

#[tokio::test]
async fn a_draw_may_keep_to_the_band_and_goals_nobody_can_meet_are_named() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = ready(&house).await;
        let board = begin(&lead, "Drawn").await;
        let silent = lead.post(&format!("{board}/search"), &[("rule", "draw")]).await;
        assert!(silent.status == StatusCode::UNPROCESSABLE_ENTITY && silent.body.contains("id=\"public-error\""));
        let page =
            look(&lead, &board, &[("rule", "draw"), ("public", "numbers of Saturday"), ("in-band", "yes")]).await;
        let drawn = seated(&page);
        assert_eq!(drawn.len(), 4, "{page}");
        let run =
            page.split_once("selection/runs/").and_then(|(_, r)| r.split(['/', '"']).next()).expect("a run").to_owned();
        let transcript: serde_json::Value =
            serde_json::from_str(&lead.get(&s(&format!("selection/runs/{run}/transcript.json"))).await.body)
                .expect("JSON");
        assert!(transcript["input"]["left_out"].to_string().contains("clear decline"), "clear declines stay out");
        assert!(
            transcript["input"]["people"].to_string().contains("\"score\":null"),
            "scores play no part in the band"
        );
        let band = lead.get(&format!("{board}?show=band")).await.body;
        assert!(band.contains("Drawing range"), "{band}");

        lead.post(
            &s("selection/goals-file"),
            &[(
                "toml",
                &GOALS.replace("min = 1\nmax = 2", "min = 4\nmax = 4").replace("seats = 4", "seats = 5") as &str,
            )],
        )
        .await;
        lead.post(
            &s("selection/goals-file"),
            &[(
                "toml",
                &format!(
                    "{}[[goal]]\nfield = \"region\"\nvalue = \"South\"\nmin = 4\nmax = 4\n",
                    GOALS.replace("min = 1\nmax = 2", "min = 2\nmax = 4")
                ) as &str,
            )],
        )
        .await;
        let page = look(&lead, &board, &[("rule", "propose")]).await;
        assert!(page.contains("No cohort meets all goals") && page.contains("Smallest change that works"), "{page}");
        assert_eq!(seated(&page), drawn, "nothing was lost");
        // The next move clears the word away.
        let page = press(&lead, &board, &[("move", "clear")]).await;
        assert!(!page.contains("No cohort meets all goals"));
    }
}

#[tokio::test]
async fn two_thousand_applicants_fit_on_a_light_page_with_a_constant_number_of_statements() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let mut csv = String::from(
        "application_id,submitted_at,first_name,last_name,email,region,scope,health_focus,primary_issue_area,\
        role_level,organization,years_in_role,eligibility\n",
    );
    for i in 0..2_000 {
        let region = ["North", "South", "East", "West"][i % 4];
        csv.push_str(&format!(
            "B{i:04},2024-10-01T12:00:00-04:00,Given{i},Family{i},p{i}@example.org,{region},\
            place-based,yes,housing,director,Org {i},2.5,eligible\n"
        ));
    }
    house.import(&csv).await;
    lead.post(&s("selection/goals-file"), &[("toml", GOALS)]).await;
    let board = begin(&lead, "Large").await;
    let page = lead.get(&board).await.body;
    assert!(page.len() <= 100_000, "{} bytes", page.len());
    assert!(page.contains("2000") || page.contains("2,000"));
    assert!(lead.get(&format!("{board}?page=49")).await.body.contains("B1999"), "every page can be turned to");
    assert!(lead.get(&format!("{board}?q=B0077")).await.body.contains("B0077"));
}

/// The numbers of a chart, by their labels.
fn chart(page: &str, id: &str) -> Vec<(String, String)> {
    let table =
        page.split_once(&format!("id=\"{id}\"")).and_then(|(_, t)| t.split_once("</table>")).expect("a chart").0;
    let text = |t: &str| t.split('<').next().unwrap_or_default().trim().to_owned();
    table
        .split("<th scope=\"row\">")
        .skip(1)
        .map(|row| (text(row), text(row.split_once("class=\"n\">").expect("a number").1)))
        .collect()
}

#[tokio::test]
async fn the_way_from_application_to_seat_and_the_scores_are_counted() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        assert!(!lead.get(&s("selection")).await.body.contains("id=\"funnel\""), "nothing to draw");
        house.import(&pool()).await;
        read_pool(&house).await;
        lead.post(&s("selection/goals-file"), &[("toml", GOALS)]).await;
        let own = |all: &[(&str, &str)]| -> Vec<(String, String)> {
            all.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
        };
        let page = lead.get(&s("selection")).await.body;
        let steps =
            [("Applied", "12"), ("Eligible", "11"), ("Have scores", "11"), ("Invited", "0"), ("Have a seat", "0")];
        assert_eq!(chart(&page, "funnel"), own(&steps));
        // Of the eleven who can be selected each is in one step.
        let scores = chart(&page, "scores");
        assert_eq!(scores.iter().map(|(_, n)| n.parse::<i64>().expect("a number")).sum::<i64>(), 11, "{scores:?}");
        assert!(page.contains("Scores of the 11 people"));
        let run = lead.post(&s("selection/proposal"), &[]).await.location().to_owned();
        lead.post(&format!("{run}/confirmation"), &[("days", "14"), ("while_open", "yes")]).await;
        assert_eq!(chart(&lead.get(&s("selection")).await.body, "funnel")[3], ("Invited".into(), "4".into()));
    }
}

/// What the line of someone in the pool warns of.
fn warning(page: &str, id: &str) -> Option<String> {
    let pool = page.split_once("id=\"pool\"").expect("a pool").1;
    let line = pool.split("<li").find(|l| l.contains(&format!("/people/{id}"))).expect("a line");
    line.split_once("class=\"warns\">").and_then(|(_, rest)| rest.split('<').next()).map(str::to_owned)
}

#[tokio::test]
async fn a_seat_that_breaks_a_goal_is_warned_of_before_and_can_be_given() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = ready(&house).await;
        let board = begin(&lead, "North").await;
        assert_eq!(warning(&lead.get(&board).await.body, "A06"), None);
        for id in ["A00", "A03"] {
            press(&lead, &board, &[("seat", id)]).await;
        }
        let page = lead.get(&board).await.body;
        assert_eq!(warning(&page, "A06").as_deref(), Some("Would break: Region, North: at most 2"));
        assert_eq!(warning(&page, "A01"), None);
        // A warning is not a bar.
        assert_eq!(seated(&press(&lead, &board, &[("seat", "A06")]).await).len(), 3);

        // With one seat left, only a North keeps the least that is asked for.
        let board = begin(&lead, "South").await;
        for id in ["A01", "A02", "A04"] {
            press(&lead, &board, &[("seat", id)]).await;
        }
        let page = lead.get(&board).await.body;
        assert_eq!(warning(&page, "A05").as_deref(), Some("Would break: Region, North: at least 1"));
        assert_eq!(warning(&page, "A06"), None);

        // Minimums that compete: one of them has to fall, nobody knows which.
        let (head, _) = GOALS.split_once("[[goal]]").expect("goals");
        let band =
            |value: &str| format!("[[goal]]\nfield = \"years_in_role_band\"\nvalue = \"{value}\"\nmin = 2\nmax = 4\n");
        let goals = format!("{head}{}{}", band("under 1"), band("1 to under 3"));
        lead.post(&s("selection/goals-file"), &[("toml", &goals)]).await;
        let board = begin(&lead, "Years").await;
        let page = lead.get(&board).await.body;
        let says = "Not all of these can be met: Years in role, 1 to under 3: at least 2; Years in role, under 1: at \
            least 2";
        assert_eq!(warning(&page, "A03").as_deref(), Some(says));
        assert_eq!(warning(&page, "A00"), None, "brings one of them");
    }
}

#[tokio::test]
async fn a_cohort_option_names_its_people_and_says_how_many_get_an_email_before_it_is_confirmed() {
    for (_, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = ready(&house).await;
        let run = lead.post(&s("selection/proposal"), &[]).await.location().to_owned();
        let page = lead.get(&run).await.body;
        let act = page.find("Confirm and send 4 invitations").expect("an act that counts");
        assert!(page.find("Family").is_some_and(|name| name < act), "names come first: {page}");
        let days = [("days", "14"), ("while_open", "yes")];
        assert_eq!(lead.post(&format!("{run}/confirmation"), &days).await.status, StatusCode::SEE_OTHER);
        // The same people again: they are invited already, and the page says that nobody is mailed.
        let again = lead.post(&s("selection/proposal"), &[]).await.location().to_owned();
        let page = lead.get(&again).await.body;
        assert!(page.contains("Nobody gets an email.") && page.contains("gets no email"), "{page}");
    }
}
