//! Conversations: who reads what, what can be done with it, what is told by email, and what is left.

use std::sync::Arc;

use axum::http::StatusCode;
use futures_util::future::join_all;
use weft_kernel::config::Config;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

use crate::coaching::{at, chores, erase, id, ok};
use crate::commitments::team;
use crate::common::bombs::picture;
use crate::common::meet::{Line, count};
use crate::common::{Actor, House, engines, s};
use crate::own::data_of;
use crate::planted::{columns, literal};

const NOW: &str = "2025-03-11T15:00:00Z";
const LIST: &str = "conversations";

async fn house(url: Option<String>) -> House {
    let house = House::new(url).await;
    house.kernel.clock.set(at(NOW));
    house
}

/// A site that takes answers by email.
async fn house_with_replies(url: Option<String>) -> House {
    let mut house = house(url).await;
    let mut config: Config = (*house.kernel.config).clone();
    config.reply_address = "reply@weft.example.org".into();
    house.kernel.config = Arc::new(config);
    house.router = weft::app::router(&house.kernel);
    house
}

async fn member<'h>(house: &'h House, name: &str) -> Actor<'h> {
    house.someone(name, Some(Role::Participant), Strength::Link).await
}

async fn home_team(house: &House) -> String {
    let mut conn = house.kernel.db.read().await.expect("reads");
    let sql = sql!("SELECT id FROM home_team WHERE season_id = $1 ORDER BY plan_id DESC LIMIT 1");
    conn.one::<(String,)>(sql, args![&house.season]).await.expect("a team").0
}

/// Begins a topic and returns its path.
async fn begun(by: &Actor<'_>, place: &str, title: &str, text: &str) -> String {
    ok(by, &s(LIST), &[("place", place), ("title", title), ("text", text)]).await.location().to_owned()
}

async fn say(by: &Actor<'_>, topic: &str, text: &str) {
    ok(by, &format!("{topic}/messages"), &[("text", text)]).await;
}

async fn later(house: &House, minutes: i64) {
    house.kernel.clock.set(house.kernel.now().plus_seconds(60 * minutes));
    chores(house).await;
}

async fn mails_to(house: &House, name: &str) -> Vec<String> {
    let to = format!("To: {}@example.org", name.to_lowercase());
    // Beside the daily email with what waits.
    house.mails().await.into_iter().filter(|m| m.contains(&to) && m.contains("/conversation")).collect()
}

/// Whether a page shows a text.
async fn reads(who: &Actor<'_>, path: &str, text: &str) -> bool {
    let answer = who.get(path).await;
    answer.status == StatusCode::OK && answer.body.contains(text)
}

#[tokio::test]
async fn a_cohort_talks_and_staff_look_after_it() {
    for (engine, url) in engines().await {
        let house = house(url).await;
        let lead = house.lead().await;
        let (noor, mara) = (member(&house, "Noor").await, member(&house, "Mara").await);
        let coach = house.someone("Coach", Some(Role::Coach), Strength::TwoFactors).await;
        let cohort = house.season.to_string();
        // Where nobody has written yet, the page says how to begin.
        let empty = noor.get(&s(LIST)).await.body;
        assert!(empty.contains("No topics yet") && empty.contains("Introduce yourselves"), "{engine}: {empty}");
        let starter = noor.get(&s(&format!("{LIST}/new?place={cohort}&about=ask"))).await.body;
        assert!(starter.contains("Ask for advice") && starter.contains("What have you tried?"), "{engine}");
        // Wrong input is said by the field, and what was typed stays.
        for (fields, says) in [
            (vec![("place", ""), ("title", "T"), ("text", "kept words")], ""),
            (vec![("place", cohort.as_str()), ("title", ""), ("text", "kept words")], "Fill in this field"),
            (vec![("place", cohort.as_str()), ("title", "T"), ("text", "")], "Fill in this field"),
        ] {
            let refused = noor.post(&s(LIST), &fields).await;
            // With one place there is nothing to choose.
            if says.is_empty() {
                assert_eq!(refused.status, StatusCode::SEE_OTHER, "{engine}");
                continue;
            }
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}: {fields:?}");
            assert!(refused.body.contains(says), "{engine}: {}", refused.body);
        }
        let long = "é".repeat(8_001);
        let refused = noor.post(&s(LIST), &[("place", &cohort), ("title", "T"), ("text", &long)]).await;
        assert!(refused.body.contains("Use 8000 characters or fewer") && refused.body.contains(&long), "{engine}");
        assert_eq!(
            noor.post(&s(LIST), &[("place", "x"), ("title", "T"), ("text", "x")]).await.status,
            StatusCode::SEE_OTHER
        );
        let topic = begun(&noor, &cohort, "First <meeting>", "See https://example.org/a & tell me, @mara").await;
        let page = mara.get(&topic).await.body;
        assert!(page.contains("First &#60;meeting&#62;"), "{engine}: {page}");
        assert!(page.contains("<a href=\"https://example.org/a\" rel=\"nofollow noopener noreferrer\">"), "{engine}");
        assert!(page.contains("<mark>@mara</mark>"), "{engine}");
        // Staff read it, a coach and an owner don't.
        assert!(reads(&lead, &topic, "tell me").await, "{engine}");
        assert_eq!(coach.get(&topic).await.status, StatusCode::NOT_FOUND, "{engine}");
        let owner = house.someone("Owner", Some(Role::Owner), Strength::TwoFactors).await;
        assert_eq!(owner.get(&topic).await.status, StatusCode::NOT_FOUND, "{engine}");
        // A role that counts with two factors opens nothing with one.
        let weak = house.as_person(lead.id.as_ref().expect("a person"), Strength::Link).await;
        assert_eq!(weak.get(&topic).await.status, StatusCode::NOT_FOUND, "{engine}");
        // What is new is counted until it is read.
        say(&mara, &topic, "Gladly.").await;
        say(&mara, &topic, "Here it is.").await;
        let list = noor.get(&s(LIST)).await.body;
        assert!(list.contains("2 new") && list.contains("You have 2 new messages"), "{engine}: {list}");
        assert!(noor.get("/").await.body.contains("2 new messages in “First &#60;meeting&#62;”"), "{engine}");
        let page = noor.get(&topic).await.body;
        assert!(page.contains("id=\"new\""), "{engine}");
        assert!(!noor.get(&s(LIST)).await.body.contains("2 new"), "{engine}");
        say(&mara, &topic, "One more.").await;
        ok(&noor, &s("conversations/read"), &[]).await;
        assert!(!noor.get(&s(LIST)).await.body.contains("1 new"), "{engine}");
        // Pinning and closing is for those who look after the cohort; renaming for who began it.
        for who in [&noor, &mara] {
            ok(who, &format!("{topic}/state"), &[("state", "close")]).await;
        }
        assert!(!reads(&noor, &topic, "This topic is closed").await, "{engine}");
        ok(&mara, &topic, &[("title", "Mine now")]).await;
        assert!(!reads(&noor, &topic, "Mine now").await, "{engine}");
        ok(&noor, &topic, &[("title", "Renamed")]).await;
        assert!(reads(&mara, &topic, "Renamed").await, "{engine}");
        ok(&lead, &format!("{topic}/state"), &[("state", "pin")]).await;
        ok(&lead, &format!("{topic}/state"), &[("state", "close")]).await;
        assert!(noor.get(&s(LIST)).await.body.contains("Pinned"), "{engine}");
        let refused = noor.post(&format!("{topic}/messages"), &[("text", "too late, but kept")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(refused.body.contains("wasn&#39;t posted") || refused.body.contains("wasn't posted"), "{engine}");
        ok(&lead, &format!("{topic}/state"), &[("state", "open")]).await;
        say(&noor, &topic, "Open again.").await;
        assert_eq!(noor.post(&format!("{topic}/state"), &[("state", "x")]).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_message_is_edited_and_deleted_by_who_wrote_it_and_comes_back_for_a_while() {
    for (engine, url) in engines().await {
        let house = house(url).await;
        let lead = house.lead().await;
        let (noor, mara) = (member(&house, "Noor").await, member(&house, "Mara").await);
        let topic = begun(&noor, house.season.as_str(), "T", "first words").await;
        let message = format!("{topic}/messages/1");
        assert_eq!(mara.get(&format!("{message}/edit")).await.status, StatusCode::NOT_FOUND, "{engine}");
        assert_eq!(mara.post(&message, &[("text", "hers")]).await.status, StatusCode::NOT_FOUND, "{engine}");
        assert!(reads(&noor, &format!("{message}/edit"), "first words").await, "{engine}");
        let refused = noor.post(&message, &[("text", "")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        ok(&noor, &message, &[("text", "second words")]).await;
        let page = mara.get(&topic).await.body;
        assert!(page.contains("second words") && page.contains("(edited)") && !page.contains("first words"));
        // Someone else's is not hers to delete.
        ok(&mara, &format!("{message}/removal"), &[]).await;
        assert!(reads(&mara, &topic, "second words").await, "{engine}");
        for _ in 0..2 {
            ok(&noor, &format!("{message}/removal"), &[]).await;
        }
        assert!(!reads(&mara, &topic, "second words").await, "{engine}");
        assert!(reads(&noor, &topic, "Undo").await && !reads(&mara, &topic, "Undo").await, "{engine}");
        ok(&mara, &format!("{message}/return"), &[]).await;
        assert!(!reads(&mara, &topic, "second words").await, "{engine}: only who deleted it");
        for _ in 0..2 {
            ok(&noor, &format!("{message}/return"), &[]).await;
        }
        assert!(reads(&mara, &topic, "second words").await, "{engine}");
        // Staff remove in the cohort, and it says so.
        ok(&lead, &format!("{message}/removal"), &[]).await;
        assert!(reads(&noor, &topic, "Message removed by program staff").await, "{engine}");
        ok(&noor, &format!("{message}/return"), &[]).await;
        assert!(!reads(&noor, &topic, "second words").await, "{engine}: what staff removed stays removed");
        // A quarter of an hour later it is gone for good.
        later(&house, 16).await;
        let late = lead.post(&format!("{message}/return"), &[]).await;
        assert!(late.location().ends_with("?late=1"), "{engine}: {}", late.location());
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM message WHERE text <> ''")).await, 0, "{engine}");
    }
}

#[tokio::test]
async fn a_home_team_is_among_itself_until_it_lets_staff_in_and_only_for_what_is_new() {
    for (engine, url) in engines().await {
        let house = house(url).await;
        let lead = house.lead().await;
        let (noor, mara) = (member(&house, "Noor").await, member(&house, "Mara").await);
        let other = member(&house, "Other").await;
        team(&house, "Rowan", &[&noor, &mara]).await;
        let place = home_team(&house).await;
        let old = begun(&noor, &place, "Among us", "old team words").await;
        for who in [&lead, &other] {
            assert_eq!(who.get(&old).await.status, StatusCode::NOT_FOUND, "{engine}");
            assert_eq!(who.post(&format!("{old}/messages"), &[("text", "x")]).await.status, StatusCode::NOT_FOUND);
            assert_eq!(who.get(&format!("{old}/live")).await.status, StatusCode::NOT_FOUND, "{engine}");
            assert_eq!(who.get(&format!("{old}/news?after=0")).await.status, StatusCode::NOT_FOUND, "{engine}");
            assert!(!who.get(&s("conversations/search?q=team+words")).await.body.contains("old team words"));
            assert!(!who.get(&s(LIST)).await.body.contains("Rowan"), "{engine}");
            let told = who.post(&s(LIST), &[("place", &place), ("title", "T"), ("text", "intruder")]).await;
            assert_ne!(told.status, StatusCode::OK, "{engine}");
        }
        assert!(!reads(&noor, &s(LIST), "intruder").await, "{engine}");
        // Nobody outside lets staff in.
        let staff = s(&format!("conversations/teams/{place}/staff"));
        ok(&lead, &staff, &[("staff", "in")]).await;
        ok(&other, &staff, &[("staff", "in")]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM team_staff")).await, 0, "{engine}");
        house.kernel.clock.set(house.kernel.now().plus_seconds(600));
        for _ in 0..2 {
            ok(&noor, &staff, &[("staff", "in")]).await;
        }
        assert!(mara.get(&s(LIST)).await.body.contains("Program staff can read topics started since"), "{engine}");
        let new = begun(&mara, &place, "With staff", "new team words").await;
        assert!(reads(&lead, &new, "new team words").await, "{engine}");
        assert_eq!(lead.get(&old).await.status, StatusCode::NOT_FOUND, "{engine}: what was before stays theirs");
        // Staff tend only the cohort's.
        ok(&lead, &format!("{new}/messages/1/removal"), &[]).await;
        assert!(reads(&mara, &new, "new team words").await, "{engine}");
        ok(&mara, &staff, &[("staff", "out")]).await;
        assert_eq!(lead.get(&new).await.status, StatusCode::NOT_FOUND, "{engine}");
        // Where nobody is in a team any more, staff are out, too.
        ok(&mara, &staff, &[("staff", "in")]).await;
        let ended = begun(&mara, &place, "Then it ended", "last words").await;
        assert!(reads(&lead, &ended, "last words").await, "{engine}");
        let run = async |sql: weft_kernel::db::Sql| {
            let mut tx = house.kernel.db.begin().await.expect("begins");
            tx.run(sql, args![]).await.expect("runs");
            tx.commit().await.expect("commits");
        };
        run(sql!("UPDATE home_team_member SET until = 9")).await;
        assert_eq!(lead.get(&ended).await.status, StatusCode::NOT_FOUND, "{engine}");
        run(sql!("UPDATE home_team_member SET until = NULL")).await;
        ok(&mara, &staff, &[("staff", "out")]).await;
        // Whoever joins later reads what is begun later.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(
            sql!(
                "INSERT INTO home_team_member (team_id, member_id, since)
                SELECT CAST($1 AS TEXT), m.id, CAST($3 AS BIGINT)
                FROM member m
                WHERE m.person_id = $2"
            ),
            args![&place, id(&other), house.kernel.now().plus_seconds(1)],
        )
        .await
        .expect("joins");
        tx.commit().await.expect("commits");
        house.kernel.clock.set(house.kernel.now().plus_seconds(60));
        assert_eq!(other.get(&old).await.status, StatusCode::NOT_FOUND, "{engine}");
        let newest = begun(&noor, &place, "All of us", "for everyone in it").await;
        assert!(reads(&other, &newest, "for everyone in it").await, "{engine}");
        // Who leaves the team reads nothing any more, also on an open line.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        let sql = sql!(
            "UPDATE home_team_member
            SET until = 9
            WHERE member_id IN (SELECT m.id FROM member m WHERE m.person_id = $1)"
        );
        tx.run(sql, args![id(&other)]).await.expect("leaves");
        tx.commit().await.expect("commits");
        for path in [newest.clone(), format!("{newest}/news?after=0"), format!("{newest}/live")] {
            assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}: {path}");
        }
    }
}

#[tokio::test]
async fn a_name_that_two_have_is_asked_about_and_whoever_is_named_finds_it_on_their_page() {
    for (engine, url) in engines().await {
        let house = house(url).await;
        let (noor, mara) = (member(&house, "Noor").await, member(&house, "Mara").await);
        let mut tx = house.kernel.db.begin().await.expect("begins");
        for (who, name) in [(&noor, "Ana Garcia"), (&mara, "Ana Lopez")] {
            tx.run(
                sql!("UPDATE person SET display_name = $2, search_key = $3 WHERE id = $1"),
                args![id(who), name, name.to_lowercase()],
            )
            .await
            .expect("names");
        }
        tx.commit().await.expect("commits");
        let jo = member(&house, "Jo").await;
        let topic = begun(&jo, house.season.as_str(), "Named", "hello").await;
        let refused = jo.post(&format!("{topic}/messages"), &[("text", "Thanks @Ana, really")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        let says = refused.body.contains("@Ana: ") && refused.body.contains("Write the full name");
        assert!(says, "{engine}: {}", refused.body);
        assert!(refused.body.contains("Thanks @Ana, really"), "{engine}: nothing typed is lost");
        say(&jo, &topic, "Thanks @Ana Lopez. And @nobody, and a@b.org").await;
        let today = mara.get("/").await.body;
        assert!(today.contains("Someone named you in “Named”"), "{engine}: {today}");
        assert!(!noor.get("/").await.body.contains("named you"), "{engine}");
        mara.get(&topic).await;
        assert!(!mara.get("/").await.body.contains("named you"), "{engine}: read is done");
    }
}

#[tokio::test]
async fn files_are_cleaned_seen_by_readers_and_gone_with_their_message() {
    for (engine, url) in engines().await {
        let house = house(url).await;
        let (noor, mara) = (member(&house, "Noor").await, member(&house, "Mara").await);
        let other = member(&house, "Other").await;
        team(&house, "Rowan", &[&noor, &mara]).await;
        let topic = begun(&noor, &home_team(&house).await, "Pictures", "hello").await;
        let jpeg = picture(400, 300, image::ImageFormat::Jpeg);
        let files = format!("{topic}/files");
        for (content, says) in [(&b"MZ not a picture"[..], "kind"), (&b""[..], "Choose a file")] {
            let refused = noor.upload_answer(&files, content).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}: {says}");
        }
        let sent = noor.upload_answer(&files, &jpeg).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{engine}: {}", sent.body);
        let page = mara.get(&topic).await.body;
        let src = page.split("<img src=\"").nth(1).and_then(|p| p.split('"').next()).expect("a picture").to_owned();
        let file = mara.get(&src).await;
        assert_eq!((file.status, &file.headers["content-type"]), (StatusCode::OK, &"image/jpeg".parse().expect("h")));
        assert!(file.headers["content-security-policy"].to_str().expect("text").starts_with("sandbox"), "{engine}");
        for who in [&other, &house.visitor()] {
            assert_ne!(who.get(&src).await.status, StatusCode::OK, "{engine}");
        }
        // One's own file is in the file of one's own data.
        let bytes = noor.get("/me/data.zip").await.bytes;
        let archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
        assert!(archive.index_for_name("message-1.jpg").is_some(), "{engine}");
        ok(&noor, &format!("{topic}/messages/2/removal"), &[]).await;
        assert_eq!(mara.get(&src).await.status, StatusCode::NOT_FOUND, "{engine}");
        later(&house, 16).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM message_file")).await, 0, "{engine}");
        assert!(house.kernel.files.names().await.expect("lists").iter().all(|n| !n.starts_with("talk/")), "{engine}");
    }
}

#[tokio::test]
async fn emails_wait_a_little_know_what_was_read_and_keep_quiet_hours() {
    for (engine, url) in engines().await {
        let house = house(url).await;
        let (noor, mara) = (member(&house, "Noor").await, member(&house, "Mara").await);
        let jo = member(&house, "Jo").await;
        team(&house, "Rowan", &[&noor, &mara, &jo]).await;
        let place = home_team(&house).await;
        let topic = begun(&noor, &place, "Each", "team message one").await;
        chores(&house).await;
        assert!(mails_to(&house, "Mara").await.is_empty(), "{engine}: not at once");
        // Jo reads it on the page, so that no email goes out to them.
        jo.get(&topic).await;
        later(&house, 4).await;
        chores(&house).await;
        let mails = mails_to(&house, "Mara").await;
        assert_eq!(mails.len(), 1, "{engine}: {mails:?}");
        assert!(!mails[0].contains("Reply-To:") && mails[0].contains("answer by replying"), "{engine}: {}", mails[0]);
        assert!(mails[0].contains("team message one") && mails[0].contains("Noor wrote:"), "{engine}: {}", mails[0]);
        assert!(mails_to(&house, "Jo").await.is_empty() && mails_to(&house, "Noor").await.is_empty(), "{engine}");
        // A deleted one isn't sent; several are one email.
        say(&noor, &topic, "a slip").await;
        ok(&noor, &format!("{topic}/messages/2/removal"), &[]).await;
        say(&noor, &topic, "two").await;
        say(&noor, &topic, "three").await;
        later(&house, 4).await;
        let mails = mails_to(&house, "Mara").await;
        assert_eq!(mails.len(), 2, "{engine}");
        let last = mails.iter().find(|m| m.contains("three")).expect("sent");
        assert!(last.contains("two") && !last.contains("a slip") && !last.contains("team message one"), "{engine}");
        // One press in it ends them, without signing in, and by POST alone.
        let link = last.split("/conversation-email/").nth(1).expect("a link");
        let key: String = link.chars().take_while(char::is_ascii_alphanumeric).collect();
        let stop = format!("/conversation-email/{key}");
        let visitor = house.visitor();
        assert!(reads(&visitor, &stop, "No more emails about Home team: Rowan?").await, "{engine}");
        say(&noor, &topic, "four").await;
        later(&house, 4).await;
        assert_eq!(mails_to(&house, "Mara").await.len(), 3, "{engine}: looking ends nothing");
        let done = visitor.post(&stop, &[]).await;
        assert!(done.body.contains("We won&#39;t email you about") || done.body.contains("We won't email"), "{engine}");
        assert_eq!(visitor.get("/conversation-email/nothing").await.status, StatusCode::NOT_FOUND, "{engine}");
        say(&noor, &topic, "five @Mara").await;
        later(&house, 4).await;
        assert_eq!(mails_to(&house, "Mara").await.len(), 3, "{engine}: not even when named");
        // Quiet hours over midnight, in their own clock.
        let settings = s("conversations/settings");
        let cohort = format!("how-{}", house.season);
        let of_team = format!("how-{place}");
        let choices = [(cohort.as_str(), "daily"), (of_team.as_str(), "each"), ("from", "20:00"), ("until", "07:00")];
        ok(&jo, &settings, &choices).await;
        for wrong in [
            vec![(cohort.as_str(), "daily"), (of_team.as_str(), "x"), ("from", ""), ("until", "")],
            vec![(cohort.as_str(), "daily"), (of_team.as_str(), "each"), ("from", "20:00"), ("until", "")],
            vec![(cohort.as_str(), "daily"), (of_team.as_str(), "each"), ("from", "20:00"), ("until", "20:00")],
        ] {
            assert_eq!(jo.post(&settings, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        }
        assert!(reads(&jo, &settings, "value=\"20:00\"").await, "{engine}");
        let before = mails_to(&house, "Jo").await.len();
        house.kernel.clock.set(at("2025-03-12T02:00:00Z"));
        say(&noor, &topic, "late at night").await;
        later(&house, 10).await;
        assert_eq!(mails_to(&house, "Jo").await.len(), before, "{engine}: ten in the evening there");
        house.kernel.clock.set(at("2025-03-12T11:05:00Z"));
        chores(&house).await;
        let mails = mails_to(&house, "Jo").await;
        assert!(mails.iter().any(|m| m.contains("late at night")), "{engine}: {mails:?}");
        // Whoever left in the meantime hears nothing.
        say(&noor, &topic, "after they left").await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("UPDATE member SET left_at = 1 WHERE person_id = $1"), args![id(&jo)]).await.expect("leaves");
        tx.commit().await.expect("commits");
        later(&house, 5).await;
        assert!(mails_to(&house, "Jo").await.iter().all(|m| !m.contains("after they left")), "{engine}");
    }
}

#[tokio::test]
async fn the_daily_email_comes_once_in_the_morning_with_what_is_unread() {
    for (engine, url) in engines().await {
        let house = house(url).await;
        let lead = house.lead().await;
        let (noor, mara) = (member(&house, "Noor").await, member(&house, "Mara").await);
        let cohort = house.season.to_string();
        let topic = begun(&noor, &cohort, "One", "first of one").await;
        begun(&noor, &cohort, "Two", "first of two").await;
        let long = "word ".repeat(300);
        begun(&noor, &cohort, "Long", &long).await;
        later(&house, 10).await;
        // Eleven in the morning: it is still their morning.
        let mails = mails_to(&house, "Mara").await;
        let digest = mails.iter().find(|m| m.contains("first of one")).unwrap_or_else(|| panic!("{engine}: {mails:?}"));
        assert!(digest.contains("first of two") && digest.contains("One (Whole cohort): one new message"), "{digest}");
        assert!(digest.matches("word ").count() < 200, "{engine}: long ones are cut: {digest}");
        say(&noor, &topic, "second of one").await;
        later(&house, 10).await;
        let of_mara = mails_to(&house, "Mara").await;
        assert!(of_mara.iter().all(|m| !m.contains("second of one")), "{engine}: once a day");
        mara.get(&topic).await;
        // Named, they hear at once.
        say(&noor, &topic, "third, @Mara").await;
        later(&house, 4).await;
        assert!(mails_to(&house, "Mara").await.iter().any(|m| m.contains("third, @Mara")), "{engine}");
        house.kernel.clock.set(at("2025-03-12T12:00:00Z"));
        chores(&house).await;
        assert_eq!(mails_to(&house, "Mara").await.len(), of_mara.len() + 1, "{engine}: all of it was read or told");
        // Staff get theirs; one press ends it for the whole season.
        let mails = mails_to(&house, "Marisol").await;
        let last = mails.iter().find(|m| m.contains("first of one")).expect("a digest");
        let key: String = last
            .split("/conversation-email/")
            .nth(1)
            .expect("a link")
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let done = house.visitor().post(&format!("/conversation-email/{key}?what=daily"), &[]).await;
        assert_eq!(done.status, StatusCode::OK, "{engine}");
        let of_lead = mails_to(&house, "Marisol").await.len();
        say(&noor, &topic, "fourth").await;
        house.kernel.clock.set(at("2025-03-13T12:00:00Z"));
        chores(&house).await;
        assert_eq!(mails_to(&house, "Marisol").await.len(), of_lead, "{engine}");
        assert!(mails_to(&house, "Mara").await.iter().any(|m| m.contains("fourth")), "{engine}");
        let outbox = house.someone("Owner", Some(Role::Owner), Strength::TwoFactors).await.get("/outbox").await.body;
        assert!(
            !outbox.contains("New messages in") && !outbox.contains("Named"),
            "{engine}: nobody sees who hears what"
        );
        drop(lead);
    }
}

fn email(from: &str, to: &str, more: &str, body: &str) -> weft_kernel::received::Received {
    let raw = format!("From: {from}\r\nTo: {to}\r\n{more}\r\n{body}");
    weft_kernel::received::read(raw.as_bytes()).expect("an email")
}

#[tokio::test]
async fn an_answer_by_email_is_posted_for_who_may_and_told_otherwise() {
    use weft_season::conversations::{Answered, Refusal, take_answer};
    for (engine, url) in engines().await {
        let house = house_with_replies(url).await;
        let (noor, mara) = (member(&house, "Noor").await, member(&house, "Mara").await);
        team(&house, "Rowan", &[&noor, &mara]).await;
        let topic = begun(&noor, &home_team(&house).await, "By email", "question?").await;
        later(&house, 4).await;
        let mail = mails_to(&house, "Mara").await.remove(0);
        let to = mail.split("Reply-To: ").nth(1).and_then(|m| m.lines().next()).expect("an address").trim().to_owned();
        assert!(to.starts_with("reply+") && to.ends_with("@weft.example.org") && mail.contains("above this line"));
        let take = async |e: &weft_kernel::received::Received| take_answer(&house.kernel, e).await.expect("takes");
        let quoted = "Yes, at noon.\r\n\r\nSee you,\r\nMara\r\n\r\nOn Tue, Mar 11, 2025 at 11:04 AM Rooted Leaders\r\n\
            <weft@localhost> wrote:\r\n\r\n> ── Write your reply above this line ──\r\n>\r\n> Hello Mara,\r\n\
            > question?\r\n";
        let answer = email("Mara <MARA@example.org>", &to, "Message-ID: <1@m>\r\n", quoted);
        assert_eq!(take(&answer).await, Answered::Posted, "{engine}");
        assert_eq!(take(&answer).await, Answered::Already, "{engine}: handed over twice");
        let page = noor.get(&topic).await.body;
        assert!(page.contains("Yes, at noon.") && page.contains("(by email)"), "{engine}");
        assert!(!page.contains("Hello Mara") && !page.contains("wrote:"), "{engine}: {page}");
        // A machine, a stranger, nothing but a quotation, a huge one, one with a file.
        let auto = email("mara@example.org", &to, "Auto-Submitted: auto-replied\r\n", "I am away");
        assert_eq!(take(&auto).await, Answered::Automatic, "{engine}");
        let forged = email("evil@example.net", &to, "Message-ID: <2@m>\r\n", "forged words");
        assert_eq!(take(&forged).await, Answered::Refused(Refusal::Stranger), "{engine}");
        assert_eq!(take(&email("a@b.org", "reply+nothing@weft.example.org", "", "x")).await, Answered::Unknown);
        assert_eq!(take(&email("mara@example.org", "other@weft.example.org", "", "x")).await, Answered::Unknown);
        let only = email("mara@example.org", &to, "", "> question?\r\n");
        assert_eq!(take(&only).await, Answered::Refused(Refusal::Empty), "{engine}");
        let huge =
            format!("short\r\n\r\nOn Tue, Mar 11, 2025, Weft <w@x> wrote:\r\n{}", "> quoted\r\n".repeat(200_000));
        let huge = email("mara@example.org", &to, "Message-ID: <3@m>\r\n", &huge);
        assert_eq!(take(&huge).await, Answered::Posted, "{engine}: two megabytes of quotation");
        let long = email("mara@example.org", &to, "Message-ID: <4@m>\r\n", &"long words ".repeat(900));
        assert_eq!(take(&long).await, Answered::Refused(Refusal::TooLong), "{engine}");
        let with_file = "--x\r\nContent-Type: text/plain\r\n\r\nsee the file\r\n--x\r\nContent-Type: \
            application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n%PDF\r\n--x--\r\n";
        let with_file = email(
            "mara@example.org",
            &to,
            "Message-ID: <5@m>\r\nContent-Type: multipart/mixed; boundary=x\r\n",
            with_file,
        );
        assert_eq!(take(&with_file).await, Answered::Posted, "{engine}");
        chores(&house).await;
        let mails = mails_to(&house, "Mara").await;
        for says in
            ["isn't one of yours", "We found no words of yours", "longer than 8,000", "not the files you attached"]
        {
            assert!(mails.iter().any(|m| m.contains(says)), "{engine}: {says}");
        }
        assert!(mails.iter().all(|m| !m.contains("forged words")), "{engine}");
        assert!(house.mails().await.iter().all(|m| !m.contains("To: evil@")), "{engine}: no answer to a forger");
        let posted = count(&house, sql!("SELECT COUNT(*) FROM message")).await;
        assert_eq!(posted, 4, "{engine}");
        // Who has left writes nothing any more, and is not told what it is about.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("UPDATE home_team_member SET until = 9"), args![]).await.expect("ends");
        tx.commit().await.expect("commits");
        let late = email("mara@example.org", &to, "Message-ID: <6@m>\r\n", "after");
        assert_eq!(take(&late).await, Answered::Refused(Refusal::Left), "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM message")).await, posted, "{engine}");
    }
}

/// What people write, however their mail program quotes.
#[tokio::test]
async fn nothing_that_someone_wrote_is_taken_for_what_they_answer() {
    use weft_season::conversations::read_answer as read;
    let _house = House::new(None).await;
    let gmail = "\n\nOn Tue, Mar 11, 2025 at 11:04 AM Rooted <r@x.org> wrote:\n\n> ── Write your reply above this line \
        ──\n> Hello\n";
    for text in ["On it, thanks!", "On my way.", "El martes me va bien.", "One\n\n--\n\nTwo\n3\n4\n5\n6\n7\n8\n9"] {
        assert_eq!(read(&format!("{text}{gmail}")), text);
    }
    let page = "Yes.\n\nOn page 3 the city wrote:\nWe will not fund this.\n\nWhat do we do now?";
    assert_eq!(read(&format!("{page}{gmail}")), page);
    for text in ["Plan:\nFrom: 5 pm\nDate: Friday\nSee you", "De: 9 a 10\nFecha: viernes", "Sent from my heart"] {
        assert_eq!(read(text), text);
    }
    // Between quotations, and below them.
    assert_eq!(read("> Tea?\nYes.\n> Cake?\nNo."), "> Tea?\nYes.\n> Cake?\nNo.");
    let below =
        "On Tue, Mar 11, 2025, Rooted <r@x.org> wrote:\n> ── Write your reply above this line ──\n> Hello\n\nBelow.";
    assert_eq!(read(below), "Below.");
    // Outlook, Apple in Spanish, a phone.
    let outlook = "Fine.\n\n________________________________\nFrom: Rooted <r@x.org>\nSent: Tuesday\nTo: Mara\n\
        Subject: New\n\n── Write your reply above this line ──\nHello";
    assert_eq!(read(outlook), "Fine.");
    let apple = "Vale.\n\nEnviado desde mi iPhone\n\n> El 11 mar 2025, a las 11:04, Rooted <r@x.org> escribió:\n>\n> \
        ── Escriba su respuesta encima de esta línea ──\n> Hola\n";
    assert_eq!(read(apple), "Vale.");
    assert_eq!(read("Short.\n-- \nMara\nDelta Alliance"), "Short.");
    assert_eq!(read(""), "");
}

#[tokio::test]
async fn search_finds_what_one_may_read_and_nothing_else() {
    for (engine, url) in engines().await {
        let house = house(url).await;
        let (noor, mara) = (member(&house, "Noor").await, member(&house, "Mara").await);
        team(&house, "Rowan", &[&noor]).await;
        let cohort = house.season.to_string();
        begun(&noor, &cohort, "Open", "La REUNIÓN fue 100% útil_sí").await;
        begun(&noor, &home_team(&house).await, "Closed", "la reunión secreta").await;
        let gone = begun(&noor, &cohort, "Gone", "una reunión quitada").await;
        ok(&noor, &format!("{gone}/messages/1/removal"), &[]).await;
        let find = async |who: &Actor<'_>, q: &str| who.get(&s(&format!("conversations/search?q={q}"))).await.body;
        let found = find(&noor, "reunion").await;
        assert!(found.contains("útil") && found.contains("secreta") && !found.contains("quitada"), "{engine}: {found}");
        let found = find(&mara, "reunion").await;
        assert!(
            found.contains("útil") && !found.contains("secreta") && found.contains("One message found"),
            "{engine}"
        );
        assert!(find(&mara, "100%25").await.contains("One message found"), "{engine}");
        for nothing in ["%25%25", "____", "zzz", "x%27%20OR%201=1--"] {
            assert!(find(&mara, nothing).await.contains("No messages found"), "{engine}: {nothing}");
        }
        assert!(find(&mara, "open").await.contains("One message found"), "{engine}: by its title");
        assert!(find(&mara, "").await.contains("We search everything you can read"), "{engine}");
    }
}

#[tokio::test]
async fn pages_follow_and_two_hundred_presses_count_up_without_a_gap() {
    for (engine, url) in engines().await {
        let house = house(url).await;
        let (noor, mara) = (member(&house, "Noor").await, member(&house, "Mara").await);
        let topic = begun(&noor, house.season.as_str(), "Live", "one").await;
        let mut line = Line::open_at(&mara, &format!("{topic}/live")).await;
        assert_eq!(line.word().await["messages"], 1, "{engine}");
        say(&noor, &topic, "two").await;
        let word = line.word().await;
        assert_eq!(word["messages"], 2, "{engine}");
        assert!(!word.to_string().contains("two"), "{engine}: nothing of what was written");
        let news = mara.get(&format!("{topic}/news?after=1")).await.body;
        assert!(
            news.contains("id=\"m2\"") && !news.contains("id=\"m1\"") && !news.contains("<html"),
            "{engine}: {news}"
        );
        ok(&noor, &format!("{topic}/messages/2"), &[("text", "two, better")]).await;
        assert!(line.word().await["changes"].as_i64() > word["changes"].as_i64(), "{engine}");
        let path = format!("{topic}/messages");
        join_all((0..40).map(|_| noor.post(&path, &[("text", "at once")]))).await;
        let numbers = sql!("SELECT COUNT(DISTINCT n) * 1000 + MAX(n) FROM message");
        assert_eq!(count(&house, numbers).await, 42_042, "{engine}");
        // The same form pressed twice is one message.
        let page = noor.get(&topic).await.body;
        let key = page.split("name=\"form-key\" value=\"").nth(1).and_then(|p| p.split('"').next()).expect("a key");
        for _ in 0..2 {
            ok(&noor, &path, &[("form-key", key), ("text", "once")]).await;
        }
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM message WHERE text = 'once'")).await, 1, "{engine}");
        drop(line);
    }
}

#[tokio::test]
async fn a_long_conversation_is_a_page_at_a_time_with_few_statements() {
    for (engine, url) in engines().await {
        let house = house(url).await;
        let (noor, mara) = (member(&house, "Noor").await, member(&house, "Mara").await);
        let topic = begun(&noor, house.season.as_str(), "Long", "one").await;
        let statements = async || {
            let end = format!("{topic}?to=end");
            mara.get(&end).await;
            let before = house.kernel.db.statements_run();
            let answer = mara.get(&end).await;
            (house.kernel.db.statements_run() - before, answer.body)
        };
        let (few, _) = statements().await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        for n in 2..=2_000 {
            tx.run(
                sql!(
                    "INSERT INTO message (topic_id, n, person_id, text, search_key, mentioned, at)
                    SELECT t.id, $1, $2, $3, $3, '[]', t.at FROM topic t"
                ),
                args![n, id(&noor), format!("message number {n} with a few words in it, as people write them")],
            )
            .await
            .expect("writes");
        }
        tx.run(sql!("UPDATE topic SET messages = 2000"), args![]).await.expect("counts");
        tx.commit().await.expect("commits");
        let (many, page) = statements().await;
        assert_eq!(many, few, "{engine}");
        assert!(many <= 6, "{engine}: {many}");
        assert!(page.len() < 50_000, "{engine}: {}", page.len());
        assert!(page.contains("message number 2000 ") && page.contains("Earlier messages"), "{engine}");
        assert!(!page.contains("message number 1960 "), "{engine}");
        let earlier = mara.get(&format!("{topic}?to=1960")).await.body;
        assert!(earlier.contains("message number 1960 ") && earlier.contains("Later messages"), "{engine}");
        // Opened by itself, it begins where they stopped reading, and what they haven't seen stays new.
        let page = mara.get(&topic).await.body;
        assert!(page.contains("message number 2 ") && page.contains("id=\"new\""), "{engine}: {page}");
        assert!(mara.get(&s(LIST)).await.body.contains("1959 new"), "{engine}");
        for odd in ["/news?after=9223372036854775807", "/news?after=-9223372036854775808"] {
            assert_eq!(mara.get(&format!("{topic}{odd}")).await.status, StatusCode::OK, "{engine}: {odd}");
        }
        for odd in ["?to=0", "?to=-5", "?to=99999999"] {
            assert_eq!(mara.get(&format!("{topic}{odd}")).await.status, StatusCode::OK, "{engine}: {odd}");
        }
        assert!(
            reads(&mara, &s("conversations/search?q=number+7"), "message number 7 ").await
                || reads(&mara, &s("conversations/search?q=number+7"), "The newest 50 messages are shown").await
        );
    }
}

#[tokio::test]
async fn a_space_has_its_conversation_and_who_leaves_takes_their_words_along() {
    for (engine, url) in engines().await {
        let house = house(url).await;
        let lead = house.lead().await;
        let (noor, mara) = (member(&house, "Noor").await, member(&house, "Mara").await);
        let draft = [("name", "Caregivers"), ("purpose", "x"), ("confidentiality", "x"), ("is_listed", "yes")];
        let space = ok(&noor, &s("spaces"), &draft).await.location().to_owned();
        let place = space.rsplit('/').next().expect("an id").to_owned();
        let topic = begun(&noor, &place, "In the space", "space words of Noor").await;
        for who in [&mara, &lead] {
            assert_eq!(who.get(&topic).await.status, StatusCode::NOT_FOUND, "{engine}");
        }
        ok(&mara, &format!("{space}/joining"), &[]).await;
        ok(&noor, &format!("{space}/invitations"), &[("person", id(&mara))]).await;
        assert!(reads(&mara, &topic, "space words of Noor").await, "{engine}");
        say(&mara, &topic, "words of Mara").await;
        ok(&noor, &format!("{space}/departure"), &[]).await;
        assert_eq!(noor.get(&topic).await.status, StatusCode::NOT_FOUND, "{engine}");
        let page = mara.get(&topic).await.body;
        assert!(!page.contains("space words of Noor") && page.contains("words of Mara"), "{engine}");
        assert!(page.contains("Message deleted"), "{engine}");
        ok(&mara, &format!("{space}/departure"), &[]).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM message WHERE text <> ''")).await, 0, "{engine}");
        chores(&house).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM topic")).await, 0, "{engine}");
    }
}

#[tokio::test]
async fn conversations_end_when_the_program_says_and_everyone_reads_the_day() {
    for (engine, url) in engines().await {
        let house = house(url).await;
        let lead = house.lead().await;
        let noor = member(&house, "Noor").await;
        let topic = begun(&noor, house.season.as_str(), "Kept", "kept words").await;
        let sql = sql!("SELECT ends_on FROM season WHERE id = $1");
        let mut conn = house.kernel.db.read().await.expect("reads");
        let (ends_on,): (String,) = conn.one(sql, args![&house.season]).await.expect("a season");
        drop(conn);
        let keeping = s("conversations/keeping");
        assert_eq!(noor.get(&keeping).await.status, StatusCode::NOT_FOUND, "{engine}");
        assert_eq!(lead.post(&keeping, &[("days", "1")]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        ok(&lead, &keeping, &[("days", "30")]).await;
        let page = lead.get(&keeping).await.body;
        assert!(page.contains("one topic, with one message in it"), "{engine}: {page}");
        assert!(noor.get(&s(LIST)).await.body.contains("Everything here is deleted on"), "{engine}");
        let end = weft_kernel::clock::Time::end_of_day(ends_on.parse().expect("a day"), "America/New_York");
        house.kernel.clock.set(end.plus_days(29));
        chores(&house).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM topic")).await, 1, "{engine}: {topic}");
        house.kernel.clock.set(end.plus_days(30).plus_seconds(1));
        chores(&house).await;
        let left = sql!(
            "SELECT (SELECT COUNT(*) FROM topic) + (SELECT COUNT(*) FROM message) + (SELECT COUNT(*) FROM topic_read)"
        );
        assert_eq!(count(&house, left).await, 0, "{engine}");
    }
}

#[tokio::test]
async fn words_are_where_they_belong_and_gone_after_an_erasure() {
    let everywhere = columns(&House::new(None).await).await;
    for (engine, url) in engines().await {
        let house = house_with_replies(url).await;
        let lead = house.lead().await;
        let (noor, mara) = (member(&house, "Noor").await, member(&house, "Mara").await);
        team(&house, "Rowan", &[&noor, &mara]).await;
        let topic = begun(&noor, &home_team(&house).await, "planted-title", "planted-message for @Mara").await;
        say(&mara, &topic, "another's words").await;
        later(&house, 5).await;
        let found = async |word: &str| {
            let mut out = Vec::new();
            let mut conn = house.kernel.db.read().await.expect("reads");
            for (table, column) in &everywhere {
                let sql = literal(format!("SELECT COUNT(*) FROM {table} WHERE {column} LIKE '%{word}%'"));
                if conn.one::<(i64,)>(sql, args![]).await.expect("counts").0 > 0 {
                    out.push(format!("{table}.{column}"));
                }
            }
            out
        };
        assert_eq!(found("planted-message").await, ["message.search_key", "message.text"], "{engine}");
        assert_eq!(found("planted-title").await, ["topic.title", "topic.title_key"], "{engine}");
        let own = data_of(&noor).await;
        assert!(own.contains("planted-message") && !own.contains("another's words"), "{engine}");
        let own = data_of(&mara).await;
        assert!(!own.contains("planted-message") && own.contains("mentioned_in_conversations"), "{engine}");
        for path in [s(""), s("conversations"), s("emails"), "/outbox".to_owned(), "/".to_owned()] {
            assert!(!lead.get(&path).await.body.contains("planted-"), "{engine}: {path}");
        }
        let text = noor.get(&s("conversations/mine")).await;
        assert!(text.body.contains("planted-message") && text.body.contains("planted-title"), "{engine}");
        erase(&house, &noor).await;
        for word in ["planted-message", "planted-title"] {
            assert_eq!(found(word).await, Vec::<String>::new(), "{engine}");
        }
        let page = mara.get(&topic).await.body;
        assert!(page.contains("Message deleted") && page.contains("another&#39;s words"), "{engine}: {page}");
    }
}
