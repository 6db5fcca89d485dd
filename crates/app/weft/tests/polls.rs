//! Polls of times: a home team finds out when it can meet. Who reads which, whose clock tells what, what one press
//! does, and what calendars hear of it.

use crate::commitments::team;
use crate::common;
use crate::own::data_of;

use axum::http::StatusCode;
use common::meet::{again, count};
use common::{Actor, Answer, House, engines, s};
use futures_util::future::join_all;
use weft_kernel::db::Sql;
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

async fn member<'h>(house: &'h House, name: &str) -> Actor<'h> {
    house.someone(name, Some(Role::Participant), Strength::Link).await
}

async fn change(house: &House, sql: Sql, of: &Actor<'_>) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(sql, args![of.id.as_ref().expect("a person")]).await.expect("runs");
    tx.commit().await.expect("commits");
}

async fn in_zone(house: &House, of: &Actor<'_>, zone: &str) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(sql!("UPDATE person SET zone = $2 WHERE id = $1"), args![of.id.as_ref(), zone]).await.expect("runs");
    tx.commit().await.expect("commits");
}

/// Sends the form of a poll; `more` is put over what is usual.
async fn ask(by: &Actor<'_>, times: &[(&str, &str)], more: &[(&str, &str)]) -> Answer {
    let mut all: Vec<(String, String)> =
        [("title", "March touchpoint"), ("minutes", "60"), ("zone", "America/New_York"), ("rows", "5")]
            .iter()
            .chain(more)
            .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
            .collect();
    for (i, (day, from)) in times.iter().enumerate() {
        all.push((format!("day-{}", i + 1), (*day).to_owned()));
        all.push((format!("from-{}", i + 1), (*from).to_owned()));
    }
    // The last value of a field counts.
    let mut fields: Vec<(&str, &str)> = Vec::new();
    for (name, value) in &all {
        fields.retain(|(n, _)| n != name);
        fields.push((name, value));
    }
    by.post(&s("times"), &fields).await
}

/// The same where it is accepted; returns the poll's path.
async fn asked(by: &Actor<'_>, times: &[(&str, &str)], more: &[(&str, &str)]) -> String {
    let answer = ask(by, times, more).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.location().to_owned()
}

/// The times of a poll, by their ids, the earliest first.
async fn options(house: &House, path: &str) -> Vec<String> {
    let id = path.rsplit('/').next().expect("an id");
    let rows: Vec<(String,)> = house
        .kernel
        .db
        .read()
        .await
        .expect("reads")
        .all(sql!("SELECT id FROM poll_option WHERE poll_id = $1 ORDER BY starts_at"), args![id])
        .await
        .expect("there");
    rows.into_iter().map(|(id,)| id).collect()
}

/// The emails so far, with the marks that they are written with.
async fn letters(house: &House) -> Vec<String> {
    let plain = |m: String| m.replace("=E2=80=93", "–").replace("=C2=B7", "·").replace("=E2=80=9C", "“");
    house.mails().await.into_iter().map(plain).collect()
}

/// Answers to all times of a poll, the earliest first.
async fn say(by: &Actor<'_>, path: &str, says: &[&str]) -> Answer {
    let fields: Vec<String> = options(by.house, path).await.iter().map(|o| format!("o-{o}")).collect();
    let fields: Vec<(&str, &str)> = fields.iter().map(String::as_str).zip(says.iter().copied()).collect();
    by.post(&format!("{path}/answers"), &fields).await
}

async fn choose(by: &Actor<'_>, path: &str, option: &str, seen: &str) -> Answer {
    by.post(&format!("{path}/choice"), &[("option", option), ("seen", seen)]).await
}

/// Emails with an entry for a calendar, as to whom, what is to be done, and the entry's number; in order.
fn entries(mails: &[String]) -> Vec<(String, String, String, String)> {
    let line = |m: &str, begins: &str| {
        m.lines().find_map(|l| l.trim().strip_prefix(begins)).unwrap_or_default().trim().to_owned()
    };
    let mut all: Vec<_> = mails
        .iter()
        .filter(|m| m.contains("METHOD:"))
        .map(|m| (line(m, "To: "), line(m, "METHOD:"), line(m, "SEQUENCE:"), line(m, "UID:")))
        .collect();
    all.sort();
    all
}

const TUESDAY: (&str, &str) = ("2025-03-18", "16:00");
const WEDNESDAY: (&str, &str) = ("2025-03-19", "12:00");
const FRIDAY: (&str, &str) = ("2025-03-21", "09:30");

#[tokio::test]
async fn a_team_finds_a_time_moves_it_and_cancels_it() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let [noor, ezra, tess, cole] = [
            member(&house, "Noor").await,
            member(&house, "Ezra").await,
            member(&house, "Tess").await,
            member(&house, "Cole").await,
        ];
        assert!(noor.get(&s("times")).await.body.contains("once there are home teams"), "{engine}");
        assert_eq!(noor.get(&s("times/new")).await.status, StatusCode::NOT_FOUND, "{engine}");
        team(&house, "Cedar", &[&noor, &ezra, &tess]).await;
        team(&house, "Fir", &[&cole]).await;
        let form = noor.get(&s("times/new")).await.body;
        assert!(form.contains("2 people get an email with these times"), "{engine}: {form}");
        // More rows keep what was typed, and nothing is judged yet.
        let more = ask(&noor, &[TUESDAY], &[("title", ""), ("place", "typed-place"), ("more", "yes")]).await;
        assert_eq!(more.status, StatusCode::OK, "{engine}");
        assert!(
            more.body.contains("typed-place")
                && more.body.contains("value=\"2025-03-18\"")
                && more.body.contains("name=\"day-10\"")
                && !more.body.contains("class=\"error\""),
            "{engine}: {}",
            more.body
        );
        // What is wrong is said beside its field, and what was typed stays.
        let wrong = ask(
            &noor,
            &[("2025-03-09", "02:30"), ("2025-01-03", "10:00"), ("2025-03-18", ""), ("2025-03-20", "noon")],
            &[("minutes", "47"), ("place", "typed-place"), ("answer_by", "2025-01-02")],
        )
        .await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        for said in [
            "typed-place",
            "Clocks skip this hour that night",
            "Time 2 is in the past",
            "Time 3: enter both the day and the time.",
            "in steps of 5",
            "The last day to answer is in the past",
            "value=\"2025-03-18\"",
        ] {
            assert!(wrong.body.contains(said), "{engine}: {said}: {}", wrong.body);
        }
        // Nobody plans for another age, and the last day to answer is not after everything.
        let far = ask(&noor, &[("9999-12-30", "16:59"), ("-0001-01-01", "10:00")], &[]).await;
        assert!(far.body.contains("Time 1: enter a day within two years"), "{engine}: {}", far.body);
        let late = ask(&noor, &[TUESDAY], &[("answer_by", "2025-04-30")]).await;
        assert!(late.body.contains("The last day to answer is after all the times"), "{engine}: {}", late.body);
        let none = ask(&noor, &[], &[]).await;
        assert!(none.body.contains("Suggest at least one time"), "{engine}: {}", none.body);
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM poll")).await, 0, "{engine}");
        // The same time typed again is one time.
        let with = [("place", "https://meet.example.org/cedar"), ("answer_by", "2025-03-12")];
        let path = asked(&noor, &[FRIDAY, TUESDAY, WEDNESDAY, TUESDAY], &with).await;
        let times = options(&house, &path).await;
        assert_eq!(times.len(), 3, "{engine}");
        let mails = letters(&house).await;
        let of = |to: &str| mails.iter().filter(|m| m.contains(&format!("To: {to}@"))).collect::<Vec<_>>();
        assert_eq!((of("noor").len(), of("ezra").len(), of("tess").len(), of("cole").len()), (0, 1, 1, 0), "{engine}");
        let mail = of("ezra")[0];
        assert!(
            mail.contains("Noor asks your home team")
                && mail.contains("Tue, Mar 18, 2025, 4:00–5:00 p.m.")
                && mail.contains("answer by March 12, 2025")
                && mail.contains(&format!("{path}#answer")),
            "{engine}: {mail}"
        );
        // Each answers, each time; the best time is first, and what everyone said no to last.
        assert!(ezra.get("/").await.body.contains("looks for a time for “March touchpoint”"), "{engine}");
        assert!(!cole.get("/").await.body.contains("March touchpoint"), "{engine}");
        let half = say(&ezra, &path, &["yes"]).await;
        assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(half.body.contains("Choose Yes, If needed or No for Wed, Mar 19"), "{engine}: {}", half.body);
        assert_eq!(half.body.matches(" checked").count(), 1, "{engine}: what was said is kept: {}", half.body);
        assert_eq!(say(&ezra, &path, &["no", "if-needed", "yes"]).await.location(), format!("{path}#results"));
        assert!(!ezra.get("/").await.body.contains("looks for a time"), "{engine}");
        say(&noor, &path, &["no", "yes", "if-needed"]).await;
        say(&ezra, &path, &["no", "yes", "if-needed"]).await;
        let page = noor.get(&path).await.body;
        let table = page.split("<tbody>").nth(1).expect("a table");
        let at = |what: &str| table.find(what).unwrap_or_else(|| panic!("{engine}: no {what} in {table}"));
        assert!(at("Wed, Mar 19") < at("Fri, Mar 21") && at("Fri, Mar 21") < at("Tue, Mar 18"), "{engine}: {table}");
        assert!(at("Tue, Mar 18") < at("Everyone who answered said no"), "{engine}");
        assert!(
            page.contains("2 of 3 people answered.")
                && page.contains("No answer yet: Tess.")
                && page.contains("Ezra, Noor")
                && page.contains("3 people get an email with a calendar entry"),
            "{engine}: {page}"
        );
        // Whoever has not answered is reminded once a day.
        for n in [1, 1] {
            ezra.post(&format!("{path}/reminder"), &[]).await;
            let mails = letters(&house).await;
            let reminders = mails.iter().filter(|m| m.contains("still needs your answer")).collect::<Vec<_>>();
            assert_eq!(reminders.len(), n, "{engine}");
            assert!(reminders[0].contains("To: tess@"), "{engine}");
        }
        assert!(!noor.get(&path).await.body.contains("/reminder\""), "{engine}: nobody else today");
        // One press ends it.
        let chosen = choose(&tess, &path, &times[1], "0").await;
        assert_eq!(chosen.location(), path, "{engine}");
        let page = tess.get(&path).await.body;
        assert!(page.contains("The team meets") && page.contains("Tess chose this time."), "{engine}: {page}");
        assert!(page.contains("href=\"https://meet.example.org/cedar\""), "{engine}");
        assert!(tess.get("/").await.body.contains("id=\"meetings\""), "{engine}");
        assert!(!tess.get("/").await.body.contains("looks for a time"), "{engine}: nothing is asked any more");
        let late = say(&tess, &path, &["yes", "yes", "yes"]).await;
        assert_eq!(late.location(), format!("{path}?late=1"), "{engine}");
        let uid = format!("{}@weft", path.rsplit('/').next().expect("an id"));
        let of = |method: &str, n: &str| {
            ["ezra", "noor", "tess"].map(|p| (format!("{p}@example.org"), method.to_owned(), n.to_owned(), uid.clone()))
        };
        assert_eq!(entries(&letters(&house).await), of("REQUEST", "1"), "{engine}");
        // It stands in the calendar of everyone in the team, and of nobody else.
        let feed = async |who: &Actor<'_>| {
            let made = who.post("/me/calendar/address", &[]).await.body;
            let at = made.find("http://localhost/calendars/").expect("an address");
            let address = made[at + "http://localhost".len()..].split('<').next().expect("ends").to_owned();
            house.visitor().get(&address).await.body
        };
        let shown = feed(&ezra).await;
        assert!(
            shown.contains(&format!("UID:{uid}"))
                && shown.contains("DTSTART;TZID=America/New_York:20250319T120000")
                && shown.contains("SEQUENCE:1"),
            "{engine}: {shown}"
        );
        assert!(!feed(&cole).await.contains(&uid), "{engine}");
        // Another time: the same entry moves. What an older page shows changes nothing.
        let facilitator = house.someone("Fay", Some(Role::Facilitator), Strength::TwoFactors).await;
        assert!(facilitator.get(&path).await.body.contains("3 people get an email and the meeting moves"), "{engine}");
        assert_eq!(choose(&facilitator, &path, &times[2], "1").await.location(), path, "{engine}");
        assert_eq!(choose(&noor, &path, &times[0], "1").await.location(), format!("{path}?late=1"), "{engine}");
        let page = noor.get(&format!("{path}?late=1")).await.body;
        assert!(page.contains("A time was already chosen: Fri, Mar 21"), "{engine}: {page}");
        assert_eq!(
            noor.post(&format!("{path}/cancellation"), &[("seen", "1")]).await.location(),
            format!("{path}?late=1")
        );
        let mut all = of("REQUEST", "1").to_vec();
        all.extend(of("REQUEST", "2"));
        all.sort();
        assert_eq!(entries(&letters(&house).await), all, "{engine}");
        assert!(feed(&ezra).await.contains("DTSTART;TZID=America/New_York:20250321T093000"), "{engine}");
        // Whoever left the team hears no more; whoever joins it sees the meeting.
        let leave = sql!(
            "UPDATE home_team_member SET until = 2
            WHERE member_id IN (SELECT id FROM member WHERE person_id = $1)"
        );
        change(&house, leave, &ezra).await;
        assert_eq!(ezra.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}");
        assert!(!feed(&ezra).await.contains(&uid), "{engine}");
        // Canceled: said before to how many, and gone from their calendars.
        let page = noor.get(&path).await.body;
        assert!(page.contains("2 people get an email, and the meeting is removed"), "{engine}: {page}");
        for _ in 0..2 {
            noor.post(&format!("{path}/cancellation"), &[("seen", "2")]).await;
        }
        all.extend(of("CANCEL", "3").into_iter().filter(|e| !e.0.starts_with("ezra")));
        all.sort();
        assert_eq!(entries(&letters(&house).await), all, "{engine}");
        let shown = feed(&tess).await;
        assert!(shown.contains("STATUS:CANCELLED") && shown.contains("SEQUENCE:3"), "{engine}: {shown}");
        assert!(noor.get(&path).await.body.contains("Noor canceled this meeting"), "{engine}");
        assert!(!noor.get("/").await.body.contains("id=\"meetings\""), "{engine}");
        assert_eq!(choose(&noor, &path, &times[0], "3").await.location(), format!("{path}?late=1"), "{engine}");
    }
}

#[tokio::test]
async fn everyone_reads_the_times_by_their_own_clock_also_when_the_clocks_change() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let (noor, ezra, tess) =
            (member(&house, "Noor").await, member(&house, "Ezra").await, member(&house, "Tess").await);
        team(&house, "Cedar", &[&noor, &ezra, &tess]).await;
        in_zone(&house, &noor, "America/New_York").await;
        in_zone(&house, &ezra, "America/Los_Angeles").await;
        in_zone(&house, &tess, "Australia/Sydney").await;
        let form = noor.get(&s("times/new")).await.body;
        assert!(form.contains("value=\"America/New_York\" selected"), "{engine}: the asker's own zone");
        // Clocks go forward in New York and Los Angeles on March 9, and back in Sydney on April 6.
        let times =
            [("2025-03-08", "16:00"), ("2025-03-09", "16:00"), ("2025-04-04", "16:00"), ("2025-04-05", "16:00")];
        let path = asked(&noor, &times, &[]).await;
        let text = |page: &str| page.split_whitespace().collect::<Vec<_>>().join(" ");
        let own = text(&noor.get(&path).await.body);
        assert!(
            own.contains("Sat, Mar 8, 2025, 4:00–5:00 p.m. Eastern Time (ET)") && !own.contains("Your time"),
            "{engine}: {own}"
        );
        let west = text(&ezra.get(&path).await.body);
        assert_eq!(west.matches("Your time: 1:00–2:00 p.m. Pacific Time (PT)").count(), 8, "{engine}: {west}");
        let south = text(&tess.get(&path).await.body);
        for said in [
            "Sunday, March 9, 2025, 8:00–9:00 a.m. Australian Eastern Time",
            "Monday, March 10, 2025, 7:00–8:00 a.m. Australian Eastern Time",
            "Saturday, April 5, 2025, 7:00–8:00 a.m. Australian Eastern Time",
            "Sunday, April 6, 2025, 6:00–7:00 a.m. Australian Eastern Time",
        ] {
            assert!(south.contains(&format!("Your time: {said}")), "{engine}: {said}: {south}");
        }
        // The emails say the same, and the calendar's entry names the zone and its rules.
        let options = options(&house, &path).await;
        choose(&tess, &path, &options[3], "0").await;
        let mails = letters(&house).await;
        let of = |to: &str| {
            let is_it = |m: &&String| m.contains(&format!("To: {to}@")) && m.contains("METHOD:REQUEST");
            mails.iter().find(is_it).expect("an email").clone()
        };
        let (west, south) = (of("ezra"), of("tess"));
        assert!(west.contains("Sat, Apr 5, 2025, 4:00–5:00 p.m.") && west.contains("1:00–2:00 p.m."), "{west}");
        assert!(south.contains("Sunday, April 6, 2025, 6:00–7:00 a.m."), "{engine}: {south}");
        for mail in [&west, &south] {
            assert!(
                mail.contains("DTSTART;TZID=America/New_York:20250405T160000")
                    && mail.contains("DTEND;TZID=America/New_York:20250405T170000")
                    && mail.contains("BEGIN:VTIMEZONE"),
                "{engine}: {mail}"
            );
        }
        assert!(tess.get("/").await.body.contains("Sunday, April 6, 2025, 6:00–7:00 a.m."), "{engine}");
    }
}

#[tokio::test]
async fn of_two_who_choose_at_once_one_wins_and_the_other_sees_which() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let (noor, ezra) = (member(&house, "Noor").await, member(&house, "Ezra").await);
        team(&house, "Cedar", &[&noor, &ezra]).await;
        for turn in 0..20 {
            let path = asked(&noor, &[TUESDAY, WEDNESDAY], &[("title", &format!("Turn {turn}"))]).await;
            let times = options(&house, &path).await;
            let answers = join_all([choose(&noor, &path, &times[0], "0"), choose(&ezra, &path, &times[1], "0")]).await;
            let late = format!("{path}?late=1");
            let mut led: Vec<&str> = answers.iter().map(Answer::location).collect();
            led.sort_unstable();
            assert_eq!(led, [path.as_str(), late.as_str()], "{engine}");
            let loser = if answers[0].location() == late { &noor } else { &ezra };
            let (won, day) = if answers[0].location() == late { (1, "Wed, Mar 19") } else { (0, "Tue, Mar 18") };
            let page = loser.get(&late).await.body;
            assert!(page.contains(&format!("A time was already chosen: {day}")), "{engine}: {page}");
            // Pressed again, the same time is no mistake and no other email.
            assert_eq!(choose(&noor, &path, &times[won], "0").await.location(), path, "{engine}");
        }
        let told = sql!("SELECT COUNT(*) FROM outbox WHERE dedupe_key LIKE 'team-meeting:%'");
        assert_eq!(count(&house, told).await, 40, "{engine}: one email each for each meeting");
        let meetings = sql!("SELECT COUNT(*) FROM team_meeting WHERE sequence = 1");
        assert_eq!(count(&house, meetings).await, 20, "{engine}");
    }
}

#[tokio::test]
async fn a_teams_times_are_its_own() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let [noor, ezra, cole, joan] = [
            member(&house, "Noor").await,
            member(&house, "Ezra").await,
            member(&house, "Cole").await,
            member(&house, "Joan").await,
        ];
        team(&house, "Cedar", &[&noor, &ezra]).await;
        team(&house, "Fir", &[&cole]).await;
        let path = asked(&noor, &[TUESDAY, WEDNESDAY], &[("title", "planted-title"), ("place", "planted-place")]).await;
        say(&ezra, &path, &["yes", "no"]).await;
        let times = options(&house, &path).await;
        let lead = house.lead().await;
        let facilitator = house.someone("Fay", Some(Role::Facilitator), Strength::TwoFactors).await;
        for reader in [&noor, &ezra, &lead, &facilitator] {
            assert!(reader.get(&s("times")).await.body.contains("planted-title"), "{engine}");
            let page = reader.get(&path).await.body;
            assert!(page.contains("planted-place") && page.contains("Ezra"), "{engine}");
        }
        let missing = house.visitor().get(&s("times/no-such")).await;
        let refused = async |who: &Actor<'_>, what: &str| {
            for (act, fields) in [
                ("/answers", vec![]),
                ("/choice", vec![("option", times[0].as_str()), ("seen", "0")]),
                ("/cancellation", vec![("seen", "0")]),
                ("/reminder", vec![]),
            ] {
                let answer = who.post(&format!("{path}{act}"), &fields).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{engine}: {what} {act}");
            }
            who.post(&format!("{path}/removal"), &[]).await;
            let page = who.get(&path).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{engine}: {what}");
            let none = who.get(&s("times/no-such")).await;
            assert_eq!(
                common::without_keys(&page.body).replace(&path, &s("times/no-such")),
                common::without_keys(&none.body)
            );
            for page in [s("times"), s(""), s("teams"), s("cohort"), s("gatherings"), "/".into(), "/me".into()] {
                assert!(!who.get(&page).await.body.contains("planted"), "{engine}: {what} reads it on {page}");
            }
        };
        assert_eq!(missing.status, StatusCode::NOT_FOUND);
        // Another team, someone without a team, other roles, and whoever keeps the site.
        refused(&cole, "another team").await;
        refused(&joan, "no team").await;
        for role in [Role::Coach, Role::Reviewer, Role::Evaluator, Role::Advisor, Role::Funder] {
            let other = house.someone(&format!("X{role:?}"), Some(role), Strength::TwoFactors).await;
            refused(&other, role.name()).await;
            assert_eq!(other.get(&s("times")).await.status, StatusCode::NOT_FOUND, "{engine}: {role:?}");
        }
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        refused(&owner, "an owner").await;
        let lead_of_none = house.someone("Lou", Some(Role::Lead), Strength::Link).await;
        refused(&lead_of_none, "a lead without a second factor").await;
        // Nobody asks for a team that is not theirs, and a lead may for each.
        let (fir,): (String,) = house
            .kernel
            .db
            .read()
            .await
            .expect("reads")
            .one(sql!("SELECT id FROM home_team WHERE name = 'Fir'"), args![])
            .await
            .expect("there");
        let own = asked(&noor, &[TUESDAY], &[("team", &fir), ("title", "Ours")]).await;
        assert_eq!(cole.get(&own).await.status, StatusCode::NOT_FOUND, "{engine}: it is for the asker's team");
        let theirs = asked(&lead, &[TUESDAY], &[("team", &fir), ("title", "From the lead")]).await;
        assert_eq!(cole.get(&theirs).await.status, StatusCode::OK, "{engine}");
        assert!(!cole.get(&theirs).await.body.contains("/removal\""), "{engine}: only its maker deletes it");
        assert_eq!(lead.post(&format!("{theirs}/answers"), &[]).await.status, StatusCode::NOT_FOUND, "{engine}");
        let untaught = ask(&lead, &[TUESDAY], &[("team", "no-such")]).await;
        assert_eq!(untaught.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        // Neither the list of acts nor the list of emails holds a word of it, and no one else got any.
        choose(&noor, &path, &times[0], "0").await;
        for who in [&owner, &lead] {
            for page in ["/outbox".to_owned(), s("outbox"), s("history"), "/".into()] {
                assert!(!who.get(&page).await.body.contains("planted"), "{engine}: {page}");
            }
        }
        let leaks = sql!(
            "SELECT (SELECT COUNT(*) FROM event WHERE detail LIKE '%planted%')
                + (SELECT COUNT(*) FROM event WHERE verb LIKE 'poll.%' AND is_private = 0)
                + (SELECT COUNT(*) FROM outbox WHERE subject LIKE '%planted%' AND (is_private = 0 OR season_id <> ''))"
        );
        assert_eq!(count(&house, leaks).await, 0, "{engine}");
        let mails = letters(&house).await;
        let is_theirs = |m: &String| m.contains("To: noor@") || m.contains("To: ezra@");
        assert!(mails.iter().filter(|m| m.contains("planted")).all(is_theirs), "{engine}");
        // One's own data holds what one wrote and answered, and not another's words.
        assert!(data_of(&noor).await.contains("planted-title"), "{engine}");
        let own = data_of(&ezra).await;
        assert!(own.contains("poll_answers") && !own.contains("planted"), "{engine}: {own}");
        // Whoever leaves the season reads nothing, and no longer counts.
        change(&house, sql!("UPDATE member SET left_at = 2 WHERE person_id = $1"), &ezra).await;
        assert_eq!(ezra.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}");
        let page = noor.get(&path).await.body;
        assert!(!page.contains("Ezra"), "{engine}: {page}");
    }
}

#[tokio::test]
async fn a_poll_can_be_deleted_until_it_is_settled_and_closes_by_itself() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let [noor, ezra, tess] =
            [member(&house, "Noor").await, member(&house, "Ezra").await, member(&house, "Tess").await];
        team(&house, "Cedar", &[&noor, &ezra]).await;
        let path = asked(&noor, &[TUESDAY, WEDNESDAY], &[("answer_by", "2025-03-12")]).await;
        say(&ezra, &path, &["yes", "no"]).await;
        let page = noor.get(&path).await.body;
        assert!(page.contains("one person&#39;s answers are deleted"), "{page}");
        ezra.post(&format!("{path}/removal"), &[]).await;
        assert_eq!(noor.get(&path).await.status, StatusCode::OK, "{engine}: it is not Ezra's");
        for _ in 0..2 {
            assert_eq!(noor.post(&format!("{path}/removal"), &[]).await.location(), s("times"), "{engine}");
        }
        let left = sql!(
            "SELECT (SELECT COUNT(*) FROM poll) + (SELECT COUNT(*) FROM poll_option)
                + (SELECT COUNT(*) FROM poll_answer)"
        );
        assert_eq!(count(&house, left).await, 0, "{engine}");
        assert!(!letters(&house).await.iter().any(|m| m.contains("To: ezra@")), "{engine}: nobody is asked any more");
        // Who joins the team can answer; after the last day nobody is asked, and answers still count.
        let path = asked(&noor, &[TUESDAY, WEDNESDAY], &[("answer_by", "2025-03-12")]).await;
        team(&house, "Later", &[&tess]).await;
        change(
            &house,
            sql!(
                "UPDATE home_team_member SET team_id = (SELECT id FROM home_team WHERE name = 'Cedar')
                WHERE member_id IN (SELECT id FROM member WHERE person_id = $1)"
            ),
            &tess,
        )
        .await;
        let to_day = |text: &str| house.kernel.clock.set(weft_kernel::clock::Time::parse(text).expect("a moment"));
        to_day("2025-03-12T16:00:00Z");
        let tess = again(&tess).await;
        assert!(tess.get("/").await.body.contains("looks for a time"), "{engine}");
        to_day("2025-03-13T16:00:00Z");
        let tess = again(&tess).await;
        assert!(!tess.get("/").await.body.contains("looks for a time"), "{engine}");
        assert_eq!(say(&tess, &path, &["yes", "no"]).await.location(), format!("{path}#results"), "{engine}");
        // A time that has passed is not asked about and cannot be chosen.
        to_day("2025-03-19T01:00:00Z");
        let (noor, tess) = (again(&noor).await, again(&tess).await);
        let times = options(&house, &path).await;
        assert_eq!(choose(&noor, &path, &times[0], "0").await.location(), format!("{path}?late=1"), "{engine}");
        let page = tess.get(&path).await.body;
        assert!(page.contains(">Past<") && !page.contains(&format!("name=\"o-{}\"", times[0])), "{engine}: {page}");
        // After the last one it is over.
        to_day("2025-03-20T01:00:00Z");
        let (noor, tess) = (again(&noor).await, again(&tess).await);
        let page = noor.get(&path).await.body;
        assert!(page.contains("All suggested times are past") && !page.contains("/choice\""), "{engine}: {page}");
        assert_eq!(say(&tess, &path, &["yes", "no"]).await.location(), format!("{path}?late=1"), "{engine}");
        assert_eq!(noor.post(&format!("{path}/reminder"), &[]).await.location(), format!("{path}?reminded=0"));
        assert!(noor.get(&s("times")).await.body.contains("No time chosen"), "{engine}");
    }
}

#[tokio::test]
async fn pages_of_times_run_the_same_statements_however_many_there_are() {
    let house = House::new(None).await;
    let mut people = Vec::new();
    for n in 0..6 {
        people.push(member(&house, &format!("Person{n}")).await);
    }
    team(&house, "Cedar", &people.iter().collect::<Vec<_>>()).await;
    let noor = &people[0];
    let statements = async |path: &str| {
        let before = house.kernel.db.statements_run();
        assert_eq!(noor.get(path).await.status, StatusCode::OK);
        house.kernel.db.statements_run() - before
    };
    let one = asked(noor, &[TUESDAY], &[]).await;
    let (list, page) = (statements(&s("times")).await, statements(&one).await);
    let days: Vec<String> = (1..=20).map(|d| format!("2025-04-{d:02}")).collect();
    let many: Vec<(&str, &str)> = days.iter().map(|d| (d.as_str(), "09:00")).collect();
    let mut last = String::new();
    for n in 0..9 {
        last = asked(noor, &many, &[("title", &format!("Poll {n}"))]).await;
    }
    for person in &people {
        say(person, &last, &["yes"; 20]).await;
    }
    assert_eq!((statements(&s("times")).await, statements(&last).await), (list, page));
    assert!(list <= 7 && page <= 9, "{list} {page}");
    // A team answers ten polls at a time.
    let full = ask(noor, &many, &[]).await;
    assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(full.body.contains("A team can have 10 open polls"), "{}", full.body);
}

#[tokio::test]
async fn a_meeting_stays_the_teams_when_whoever_asked_is_erased() {
    for (engine, url) in engines().await {
        let house = House::new(url).await;
        let (noor, ezra) = (member(&house, "Noor").await, member(&house, "Ezra").await);
        team(&house, "Cedar", &[&noor, &ezra]).await;
        let path = asked(&noor, &[TUESDAY], &[("title", "planted-title"), ("place", "planted-place")]).await;
        let open = asked(&noor, &[TUESDAY], &[("title", "planted-open")]).await;
        for poll in [&path, &open] {
            say(&noor, poll, &["yes"]).await;
            say(&ezra, poll, &["yes"]).await;
        }
        choose(&noor, &path, &options(&house, &path).await[0], "0").await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        weft_kernel::keeps::forget(&mut tx, noor.id.as_ref().unwrap_or(&Id::stored(String::new())))
            .await
            .expect("erases");
        tx.commit().await.expect("commits");
        let page = ezra.get(&path).await.body;
        assert!(page.contains("<h1>Team meeting</h1>") && page.contains("Tue, Mar 18"), "{engine}: {page}");
        assert!(!page.contains("planted"), "{engine}");
        assert_eq!(ezra.get(&open).await.status, StatusCode::NOT_FOUND, "{engine}");
    }
}
