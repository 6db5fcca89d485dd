//! The home team's place: what it brings together, what it agreed on, who caught up with whom, who reads which.

use axum::http::StatusCode;
use futures_util::future::join_all;
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

use crate::coaching::{chores, erase, id};
use crate::commitments::team;
use crate::common::meet::{again, announced, count, fields};
use crate::common::{Actor, House, engines, s};
use crate::consults::{brought, ok};
use crate::own::data_of;
use crate::planted::{columns, literal};

const PLACE: &str = "home-team";
const AGREEMENT: &str = "home-team/agreement";

async fn member<'h>(house: &'h House, name: &str) -> Actor<'h> {
    house.someone(name, Some(Role::Participant), Strength::Link).await
}

async fn place(of: &Actor<'_>) -> String {
    let page = of.get(&s(PLACE)).await;
    assert_eq!(page.status, StatusCode::OK);
    page.body
}

/// What a navigation of a page has, by its number: each link's path, the current ones with a star.
fn nav(page: &str, class: &str) -> Vec<String> {
    let nav = page.split(&format!("<nav class=\"{class}\"")).nth(1).unwrap_or_default();
    let nav = nav.split("</nav>").next().unwrap_or_default();
    nav.split("<a href=\"")
        .skip(1)
        .map(|a| {
            let path = a.split('"').next().unwrap_or_default().trim_start_matches("/s/").to_owned();
            let star = if a.split('>').next().unwrap_or_default().contains("aria-current") { "*" } else { "" };
            format!("{}{star}", path.split_once('/').map_or("", |(_, rest)| rest))
        })
        .collect()
}

#[tokio::test]
async fn a_team_finds_its_things_in_one_place_and_nobody_else_does() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let [noor, tess, cole] =
            [member(&house, "Noor").await, member(&house, "Tess").await, member(&house, "Cole").await];
        let lead = house.lead().await;
        // Before there are teams, one reads what will be here.
        let page = place(&noor).await;
        assert!(page.contains("Home teams are formed at the start of the season."), "{engine}: {page}");
        assert!(page.contains("peer consults, and whose turn it is"), "{engine}: {page}");
        team(&house, "Cedar", &[&noor, &tess]).await;
        team(&house, "Fir", &[&cole]).await;
        let starts = house.kernel.now().plus_days(5).date_in("UTC").to_string();
        let poll = [
            ("title", "April touchpoint"),
            ("minutes", "60"),
            ("zone", "America/New_York"),
            ("rows", "5"),
            ("day-1", &starts),
            ("from-1", "16:00"),
        ];
        let poll = ok(&tess, &s("times"), &poll).await;
        for (what, seen_by) in [("Shared with us", "team"), ("Mine alone", "me"), ("For everyone", "cohort")] {
            ok(&tess, &s("commitments"), &[("what", what), ("seen_by", seen_by), ("rhythm", "none")]).await;
        }
        brought(&tess, "Alone in it", "What do I put down?", "").await;
        let page = place(&noor).await;
        for there in
            ["<h1>", "Cedar", "Noor", "Tess", "April touchpoint", "Shared with us", "For everyone", "Alone in it"]
        {
            assert!(page.contains(there), "{engine}: no {there} in {page}");
        }
        assert!(!page.contains("Mine alone") && !page.contains("Cole"), "{engine}: {page}");
        let other = place(&cole).await;
        for not in ["Tess", "April touchpoint", "Shared with us", "Alone in it", "Cedar"] {
            assert!(!other.contains(not), "{engine}: {not} in {other}");
        }
        // Who has answered is not asked; a meeting that was settled is what comes next.
        let page = tess.get(&poll).await.body;
        let option = page.split("name=\"o-").nth(1).map(|r| r[..36].to_owned()).expect("a time");
        ok(&noor, &format!("{poll}/answers"), &[(&format!("o-{option}"), "yes")]).await;
        assert!(!place(&noor).await.contains("Say when you can meet"), "{engine}");
        ok(&tess, &format!("{poll}/choice"), &[("option", &option), ("seen", "0")]).await;
        let page = place(&noor).await;
        assert!(page.contains("Team meeting") && page.contains("Eastern Time"), "{engine}: {page}");
        // A member's rail has one entry for it; what belongs to it stands below, and its addresses are what they were.
        let below = ["home-team", "teams", "commitments", "times", "consults"];
        for path in ["home-team", "times", "consults", "commitments", "teams"] {
            let page = noor.get(&s(path)).await.body;
            let here = |p: &&str| if *p == path { format!("{p}*") } else { (*p).to_owned() };
            let mut found = nav(&page, "tabs below");
            found.sort();
            let mut meant: Vec<String> = below.iter().map(here).collect();
            meant.sort();
            assert_eq!(found, meant, "{engine}: {path}");
            let tabs = nav(&page, "tabs");
            assert!(tabs.contains(&"home-team*".to_owned()) && !tabs.iter().any(|t| t.starts_with("consults")));
        }
        assert_eq!(nav(&noor.get(&s("cohort")).await.body, "tabs below"), Vec::<String>::new(), "{engine}");
        assert!(noor.get("/").await.body.contains(&format!("href=\"{}\"", s(PLACE))), "{engine}");
        // Rank opens none.
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        let facilitator = house.someone("Fay", Some(Role::Facilitator), Strength::TwoFactors).await;
        for other in [&lead, &owner, &facilitator] {
            for path in [PLACE, AGREEMENT, "home-team/agreement/edit", "home-team/gatherings/1"] {
                assert_eq!(other.get(&s(path)).await.status, StatusCode::NOT_FOUND, "{engine}: {path}");
            }
            for path in [AGREEMENT, "home-team/agreement/yes", "home-team/gatherings/1"] {
                assert_eq!(other.post(&s(path), &[("meet", "x")]).await.status, StatusCode::NOT_FOUND, "{engine}");
            }
        }
        // Who leaves the team finds nothing of it.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("UPDATE home_team_member SET until = 2 WHERE team_id IN (SELECT id FROM home_team)"), args![])
            .await
            .expect("ends");
        tx.commit().await.expect("commits");
        assert!(!place(&noor).await.contains("Shared with us"), "{engine}");
        assert_eq!(noor.get(&s(AGREEMENT)).await.status, StatusCode::NOT_FOUND, "{engine}");
    }
}

/// The form of an agreement, with what was seen and these answers.
async fn save(by: &Actor<'_>, seen: &str, answers: &[(&str, &str)]) -> crate::common::Answer {
    let mut all = vec![("seen", seen)];
    all.extend(answers);
    by.post(&s(AGREEMENT), &all).await
}

#[tokio::test]
async fn a_team_writes_its_agreement_together_and_loses_no_word() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let [noor, tess, cole] =
            [member(&house, "Noor").await, member(&house, "Tess").await, member(&house, "Cole").await];
        let lead = house.lead().await;
        team(&house, "Cedar", &[&noor, &tess]).await;
        team(&house, "Fir", &[&cole]).await;
        let empty = save(&noor, "0", &[("meet", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.body.contains("Answer at least one question."), "{engine}: {}", empty.body);
        let long = save(&noor, "0", &[("meet", &"x".repeat(1_501)), ("hard", "PLANTEDkept")]).await;
        assert!(long.status == StatusCode::UNPROCESSABLE_ENTITY && long.body.contains("PLANTEDkept"), "{engine}");
        assert_eq!(save(&noor, "0", &[("meet", "PLANTEDmondays")]).await.status, StatusCode::SEE_OTHER);
        // Who saves agrees; the others are asked, on the start page too.
        let page = noor.get(&s(AGREEMENT)).await.body;
        assert!(page.contains("1 of 2 agree.") && page.contains("You agree"), "{engine}: {page}");
        assert!(tess.get("/").await.body.contains("Team Cedar has a new version of its agreement."), "{engine}");
        assert!(place(&tess).await.contains("This version still needs your answer."), "{engine}");
        let yes = s("home-team/agreement/yes");
        let pressed = join_all((0..4).map(|_| tess.post(&yes, &[("version", "1")]))).await;
        assert!(pressed.iter().all(|a| a.status == StatusCode::SEE_OTHER), "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM team_agreement_yes")).await, 2, "{engine}");
        assert!(!tess.get("/").await.body.contains("new version of its agreement"), "{engine}");
        ok(&tess, &s("home-team/agreement/yes/removal"), &[("version", "1")]).await;
        assert!(tess.get(&s(AGREEMENT)).await.body.contains("1 of 2 agree."), "{engine}");
        // Two write at once: each changed another answer, and both stay.
        let both = [
            save(&noor, "1", &[("meet", "PLANTEDtuesdays")]).await,
            save(&tess, "1", &[("meet", "PLANTEDmondays"), ("absent", "PLANTEDtext")]).await,
        ];
        assert!(both.iter().all(|a| a.status == StatusCode::SEE_OTHER), "{engine}");
        let page = noor.get(&s(AGREEMENT)).await.body;
        assert!(page.contains("PLANTEDtuesdays") && page.contains("PLANTEDtext"), "{engine}: {page}");
        assert!(page.contains("Version 3, saved by Tess") && page.contains("Earlier versions"), "{engine}: {page}");
        // The same answer: the second reads both, with their own words kept, and saves them together.
        save(&noor, "3", &[("meet", "PLANTEDfridays"), ("absent", "PLANTEDtext")]).await;
        let late = save(&tess, "3", &[("meet", "PLANTEDsundays"), ("absent", "PLANTEDtext")]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(
            late.body.contains("PLANTEDfridays") && late.body.contains("PLANTEDsundays"),
            "{engine}: {}",
            late.body
        );
        assert!(late.body.contains("name=\"seen\" value=\"4\""), "{engine}: {}", late.body);
        let saved = save(&tess, "4", &[("meet", "PLANTEDboth"), ("absent", "PLANTEDtext")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{engine}");
        save(&tess, "4", &[("meet", "PLANTEDboth"), ("absent", "PLANTEDtext")]).await;
        assert_eq!(count(&house, sql!("SELECT MAX(version) FROM team_agreement")).await, 5, "{engine}: saved once");
        // Pressed from a page that shows an older version, it is read first.
        assert!(ok(&noor, &yes, &[("version", "4")]).await.ends_with("?agreed=late"), "{engine}");
        // Six at once from one page: none is lost, and each is a version or is asked about.
        let races: Vec<String> = (0..6).map(|i| format!("PLANTEDrace{i}")).collect();
        let prompts = ["meet", "private", "absent", "hard", "time", "change"];
        let now = [("meet", "PLANTEDboth"), ("absent", "PLANTEDtext")];
        let posts = prompts.iter().zip(&races).map(|(prompt, text)| {
            let mut answers: Vec<(&str, &str)> = now.iter().copied().filter(|(p, _)| p != prompt).collect();
            answers.push((prompt, text));
            let tess = &tess;
            async move { save(tess, "5", &answers).await.status }
        });
        assert!(join_all(posts).await.iter().all(|s| *s == StatusCode::SEE_OTHER), "{engine}");
        let page = noor.get(&s("home-team/agreement/edit")).await.body;
        assert!(races.iter().all(|r| page.contains(r.as_str())), "{engine}: {page}");
        // Nobody else reads a word of it, wherever they look; who leads reads that there is one.
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        let facilitator = house.someone("Fay", Some(Role::Facilitator), Strength::TwoFactors).await;
        for other in [&cole, &lead, &owner, &facilitator] {
            for page in [s(""), s(PLACE), s(AGREEMENT), s("teams"), s("teams/attendance"), "/".into()] {
                assert!(!other.get(&page).await.body.contains("PLANTED"), "{engine}: {page}");
            }
            assert!(!data_of(other).await.contains("PLANTED"), "{engine}");
        }
        assert!(lead.get(&s("teams/attendance")).await.body.contains("1 of 2 agree."), "{engine}");
        assert!(data_of(&tess).await.contains("PLANTEDrace5"), "{engine}: their own file has what they wrote");
        let mut left = Vec::new();
        for (table, column) in columns(&House::new(None).await).await {
            let sql = literal(format!("SELECT COUNT(*) FROM {table} WHERE {column} LIKE '%PLANTED%'"));
            if count(&house, sql).await > 0 {
                left.push(format!("{table}.{column}"));
            }
        }
        assert_eq!(left, Vec::<String>::new(), "{engine}");
        // Whoever is erased takes their name along; the team keeps what it agreed on.
        erase(&house, &tess).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM team_agreement WHERE writer_id IS NULL")).await, 8);
        let page = noor.get(&s(AGREEMENT)).await.body;
        assert!(page.contains("Someone who has left") && page.contains("PLANTEDrace0"), "{engine}: {page}");
        // After the season the newest version is left, and nothing once the team has ended.
        house.kernel.clock.set(Time::parse("2027-01-01T12:00:00Z").expect("a moment"));
        chores(&house).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM team_agreement")).await, 1, "{engine}");
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("UPDATE home_team_member SET until = 2"), args![]).await.expect("ends");
        tx.commit().await.expect("commits");
        chores(&house).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM team_agreement")).await, 0, "{engine}");
    }
}

#[tokio::test]
async fn who_missed_a_gathering_catches_up_with_a_team_mate_and_attendance_stays() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        house.kernel.clock.set(Time::parse("2025-02-20T12:00:00Z").expect("a moment"));
        let lead = house.lead().await;
        let [noor, tess, ezra, cole] = [
            member(&house, "Noor").await,
            member(&house, "Tess").await,
            member(&house, "Ezra").await,
            member(&house, "Cole").await,
        ];
        team(&house, "Cedar", &[&noor, &tess, &ezra]).await;
        team(&house, "Fir", &[&cole]).await;
        let path = announced(&lead, &fields("Session", &[("2025-03-05", "13:00", "16:00", "1", "")])).await;
        let number = path.rsplit('/').next().expect("a number").to_owned();
        let catch_up = s(&format!("home-team/gatherings/{number}"));
        house.kernel.clock.set(Time::parse("2025-03-07T12:00:00Z").expect("a moment"));
        let [lead, noor, tess, ezra, cole] =
            [again(&lead).await, again(&noor).await, again(&tess).await, again(&ezra).await, again(&cole).await];
        // Where nobody kept a record nobody missed anything.
        assert!(!place(&tess).await.contains("You missed"), "{engine}");
        let here: Vec<String> = [&noor, &ezra].iter().map(|p| format!("state-{}", id(p))).collect();
        let marks: Vec<(&str, &str)> = here.iter().map(|f| (f.as_str(), "present")).collect();
        ok(&lead, &format!("{path}/attendance/1"), &marks).await;
        let page = place(&tess).await;
        assert!(page.contains("You missed Session on March 5, 2025."), "{engine}: {page}");
        assert!(page.contains("Can go over it: Ezra, Noor") && page.contains("2 of 3 came"), "{engine}: {page}");
        assert!(place(&noor).await.contains("Tess missed Session"), "{engine}");
        // Nobody of Cole's team was there.
        assert!(place(&cole).await.contains("No one from your team was there."), "{engine}");
        // Wrong input keeps what was typed.
        let wrong = tess.post(&catch_up, &[("with", id(&cole)), ("day", "2025-03-04")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(wrong.body.contains("2025-03-04") && wrong.body.contains("the day of the gathering"), "{engine}");
        let ahead = tess.post(&catch_up, &[("with", id(&noor)), ("day", "2025-03-08")]).await;
        assert!(ahead.body.contains("Enter today or an earlier day."), "{engine}: {}", ahead.body);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM catch_up")).await, 0, "{engine}");
        // Both say it at the same time: it is said once.
        let [by_tess, by_noor] =
            [[("with", id(&noor)), ("day", "2025-03-06")], [("with", id(&tess)), ("day", "2025-03-06")]];
        let said = join_all([tess.post(&catch_up, &by_tess), noor.post(&catch_up, &by_noor)]).await;
        assert!(said.iter().all(|a| a.status == StatusCode::SEE_OTHER), "{engine}: {said:?}", said = said.len());
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM catch_up")).await, 1, "{engine}");
        let page = place(&ezra).await;
        assert!(page.contains("Tess caught up with Noor on Session"), "{engine}: {page}");
        assert!(!page.contains("Tess missed"), "{engine}: {page}");
        // It is off the list of what was missed, and out of no count.
        let own = tess.get(&s("gatherings")).await.body;
        assert!(own.contains("You caught up on this") && !own.contains("See how to catch up"), "{engine}: {own}");
        assert!(!tess.get(&path).await.body.contains("Catch up on this gathering"), "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM attendance")).await, 2, "{engine}");
        let marked = lead.get(&format!("{path}/attendance/1")).await.body;
        assert!(marked.contains("They say they caught up with Noor."), "{engine}: {marked}");
        // By team, with totals that add up, and without a name.
        let table = lead.get(&s("teams/attendance")).await.body;
        let cells: Vec<&str> = table.split("data-label").skip(1).collect();
        let of = |i: usize, text: &str| assert!(cells[i].contains(text), "{engine}: {i}: {}", cells[i]);
        let cedar = table.find(">Cedar<").expect("a team") < table.find(">Fir<").expect("a team");
        let (cedar, fir) = if cedar { (0, 1) } else { (1, 0) };
        of(cedar, "2 of 3 came");
        of(cedar, "1 caught up");
        of(fir, "0 of 1 came");
        of(2, "2 of 4 came");
        of(5, "2 of 4 came");
        for name in ["Noor", "Tess", "Ezra", "Cole"] {
            assert!(!table.contains(name), "{engine}: {name} in {table}");
        }
        for other in [&noor, &cole] {
            assert_eq!(other.get(&s("teams/attendance")).await.status, StatusCode::NOT_FOUND, "{engine}");
        }
        // Either of the two undoes it, and nobody else.
        let removal = format!("{catch_up}/removal");
        for other in [&ezra, &cole] {
            ok(other, &removal, &[("who", id(&tess))]).await;
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM catch_up")).await, 1, "{engine}");
        for _ in 0..2 {
            ok(&noor, &removal, &[("who", id(&tess))]).await;
        }
        assert!(place(&tess).await.contains("You missed Session"), "{engine}");
        // One's own file has it; whoever is erased is named no more.
        ok(&tess, &catch_up, &by_tess).await;
        assert!(data_of(&noor).await.contains("2025-03-06"), "{engine}");
        erase(&house, &noor).await;
        assert!(place(&tess).await.contains("Tess caught up with Someone who has left"), "{engine}");
        erase(&house, &tess).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM catch_up")).await, 0, "{engine}");
    }
}

#[tokio::test]
async fn the_place_runs_the_same_statements_however_much_there_is() {
    let house = House::new(None).await;
    let [noor, tess] = [member(&house, "Noor").await, member(&house, "Tess").await];
    let mut mates = vec![noor, tess];
    team(&house, "Cedar", &[&mates[0], &mates[1]]).await;
    let ran = async |who: &Actor<'_>, page: &str| {
        let before = house.kernel.db.statements_run();
        assert_eq!(who.get(page).await.status, StatusCode::OK);
        house.kernel.db.statements_run() - before
    };
    brought(&mates[1], "One", "Q", "").await;
    let few = ran(&mates[0], &s(PLACE)).await;
    for i in 0..8 {
        mates.push(member(&house, &format!("Mate{i}")).await);
    }
    let all: Vec<&Actor<'_>> = mates.iter().skip(2).collect();
    let mut tx = house.kernel.db.begin().await.expect("begins");
    for one in all {
        tx.run(
            sql!(
                "INSERT INTO home_team_member (team_id, member_id, since)
                SELECT t.id, m.id, 1
                FROM home_team t
                JOIN member m ON m.season_id = t.season_id AND m.person_id = $1"
            ),
            args![one.id.as_ref()],
        )
        .await
        .expect("joins");
    }
    tx.commit().await.expect("commits");
    for one in &mates {
        ok(one, &s("commitments"), &[("what", "Rest"), ("seen_by", "team"), ("rhythm", "none")]).await;
        brought(one, "More", "Q", "").await;
    }
    assert_eq!(ran(&mates[0], &s(PLACE)).await, few);
    assert!(few <= 33, "{few} statements");
}
