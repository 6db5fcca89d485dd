//! What members say of coaching: themes that they share and take back, and how it goes, without their name. And photos
//! of coaches who show theirs.

use crate::coaching::{agreed, at, booked, chores, erase, house_at, id, ok, pair, pair_path, season};
use crate::coaching_notes::{holds, kept_bytes};
use crate::common;
use crate::own::data_of;

use std::path::Path;
use std::process::Command;

use axum::http::StatusCode;
use common::meet::{again, count};
use common::{Actor, House, engines, s};
use futures_util::future::join_all;
use weft::app::keeper;
use weft_kernel::{args, sql};
use weft_people::{Strength, photo};
use weft_programs::Role;

const THEMES: [(&str, &str); 2] =
    [("themes_en", "Power and equity\nConflict\nMoney"), ("themes_es", "Poder y equidad\nConflictos\nDinero")];

/// So many of the cohort whose coaching has ended: each had a coach and changed.
async fn coached<'h>(of: &crate::coaching::Season<'h>, n: usize) -> Vec<Actor<'h>> {
    let coach = crate::coaching::coach(of.house, "Ines", "40").await;
    let mut all = Vec::new();
    for i in 0..n {
        let one = of.house.someone(&format!("Member{i:02}"), Some(Role::Participant), Strength::Link).await;
        pair(of, &one, &coach).await;
        let path = pair_path(&one).await;
        ok(&one, &format!("{path}/change"), &[]).await;
        all.push(one);
    }
    all
}

/// The ids of the themes that are offered, in their order.
async fn themes(house: &House) -> Vec<String> {
    let mut conn = house.kernel.db.read().await.expect("reads");
    let sql = sql!("SELECT id FROM coaching_theme WHERE is_offered = 1 ORDER BY place");
    let rows: Vec<(String,)> = conn.all(sql, args![]).await.expect("reads");
    rows.into_iter().map(|(id,)| id).collect()
}

async fn share(who: &Actor<'_>, themes: &[&String]) {
    let fields: Vec<(&str, &str)> = themes.iter().map(|t| ("theme", t.as_str())).collect();
    ok(who, &s("coaching/themes"), &fields).await;
}

/// The numbers of the table, theme by theme.
async fn shown(lead: &Actor<'_>) -> Vec<String> {
    let page = lead.get(&s("coaching/program/feedback")).await.body;
    let cells = page.split("<td data-label=\"People\">").skip(1);
    cells.map(|c| c.split('<').next().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn themes_are_shared_by_their_member_alone_and_counted_five_people_at_a_time() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let of = season(&house).await;
        let list = s("coaching/program/themes");
        let heard = s("coaching/program/feedback");
        // Nothing is asked before the program offers a list, of as many lines in both languages.
        assert!(of.lead.get(&heard).await.body.contains("Here is a list to start from"), "{engine}");
        for (wrong, said) in [
            ([("themes_en", "One\nTwo"), ("themes_es", "Uno")], "the same number of lines"),
            ([("themes_en", ""), ("themes_es", "Uno")], "Enter at least one theme"),
            ([("themes_en", "One\nOne"), ("themes_es", "Uno\nUno")], "on the list twice"),
            ([("themes_en", &"x".repeat(81)), ("themes_es", "Uno")], "Use up to 80 characters"),
        ] {
            let answer = of.lead.post(&list, &wrong).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
            assert!(answer.body.contains(said) && answer.body.contains(wrong[0].1), "{engine}: {}", answer.body);
        }
        ok(&of.lead, &list, &THEMES).await;
        ok(&of.lead, &list, &THEMES).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM coaching_theme")).await, 3, "{engine}");
        let all = themes(&house).await;
        let (power, conflict, money) = (&all[0], &all[1], &all[2]);
        // Who was never coached has nothing to share, and nobody else has the page.
        let early = of.noor.post(&s("coaching/themes"), &[("theme", power)]).await;
        assert_eq!(early.status, StatusCode::NOT_FOUND, "{engine}");
        assert!(of.noor.get(&s("coaching/feedback")).await.body.contains("after your first session"), "{engine}");
        for who in [&of.lead, &of.coach] {
            assert_eq!(who.get(&s("coaching/feedback")).await.status, StatusCode::NOT_FOUND, "{engine}");
            let shared = who.post(&s("coaching/themes"), &[("theme", power)]).await;
            assert_eq!(shared.status, StatusCode::NOT_FOUND, "{engine}");
        }
        let people = coached(&of, 12).await;
        assert!(people[0].get(&s("coaching")).await.body.contains("Feedback on coaching"), "{engine}");
        let none = people[0].post(&s("coaching/themes"), &[("theme", "made-up")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(none.body.contains("Choose at least one theme"), "{engine}");
        // Four are not counted, also not when one of them says it again.
        for one in &people[..4] {
            share(one, &[power, conflict]).await;
        }
        share(&people[0], &[power, conflict]).await;
        share(&people[0], &[power]).await;
        share(&people[0], &[power, conflict]).await;
        chores(&house).await;
        assert!(of.lead.get(&heard).await.body.contains("when at least 5 people"), "{engine}");
        // The fifth makes five of them: all but few chose the first two, few the third.
        share(&people[4], &[power, money]).await;
        chores(&house).await;
        let five = ["3 or more of 5", "3 or more of 5", "Fewer than 3 of 5"];
        assert_eq!(shown(&of.lead).await, five, "{engine}");
        // One more, one who changes and one who stops: the page says what it said.
        share(&people[5], &[money]).await;
        share(&people[1], &[money]).await;
        ok(&people[2], &s("coaching/themes/removal"), &[]).await;
        ok(&people[2], &s("coaching/themes/removal"), &[]).await;
        chores(&house).await;
        assert_eq!(shown(&of.lead).await, five, "{engine}");
        assert!(people[1].get(&s("coaching/feedback")).await.body.contains("sharing these themes"), "{engine}");
        assert!(!people[2].get(&s("coaching/feedback")).await.body.contains("sharing these themes"), "{engine}");
        // When five are new, everyone who shares now is counted: 0, 1, 3, 4, 5 and three more.
        for one in &people[6..9] {
            share(one, &[power, conflict]).await;
        }
        chores(&house).await;
        assert_eq!(shown(&of.lead).await, ["6 or more of 8", "5 of 8", "3 of 8"], "{engine}");
        // A theme that is offered no more stays for those who shared it, and for nobody else.
        let fewer = [("themes_en", "Power and equity\nCourage"), ("themes_es", "Poder y equidad\nValor")];
        ok(&of.lead, &list, &fewer).await;
        let page = people[6].get(&s("coaching/feedback")).await.body;
        assert!(page.contains("Conflict") && page.contains("Courage") && !page.contains("Money"), "{engine}: {page}");
        assert!(of.lead.get(&heard).await.body.contains("No longer on the list"), "{engine}");
        let gone = people[9].post(&s("coaching/themes"), &[("theme", conflict)]).await;
        assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        // Whoever has the database reads no theme beside a name; their own file has it, and no event tells of it.
        let sealed = sql!("SELECT COUNT(*) FROM coaching_theme_share WHERE themes_sealed LIKE 'sealed-1:%'");
        assert_eq!(count(&house, sealed).await, 8, "{engine}");
        let told =
            sql!("SELECT COUNT(*) FROM event WHERE verb LIKE 'coaching.theme%' AND verb <> 'coaching.themes-set'");
        assert_eq!(count(&house, told).await, 0, "{engine}");
        let mine = data_of(&people[6]).await;
        assert!(mine.contains("Conflictos") && !mine.contains("\"Dinero\""), "{engine}: {mine}");
        assert!(!data_of(&people[2]).await.contains("Conflictos"), "{engine}");
        // Erased, and out of the cohort: not counted from the next count on.
        erase(&house, &people[6]).await;
        let left = sql!("UPDATE member SET left_at = 1 WHERE person_id = $1");
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(left, args![id(&people[7])]).await.expect("leaves");
        tx.commit().await.expect("commits");
        chores(&house).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM coaching_theme_share")).await, 6, "{engine}");
        assert_eq!(count(&house, sql!("SELECT gone FROM coaching_theme_count")).await, 2, "{engine}");
        for page in ["coaching", "coaching/program", "coaching/program/feedback"] {
            assert!(!of.coach.get(&s(page)).await.body.contains("of 8"), "{engine}: {page}");
        }
    }
}

#[tokio::test]
async fn many_who_share_and_stop_at_once_are_counted_as_they_are() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let of = season(&house).await;
        ok(&of.lead, &s("coaching/program/themes"), &THEMES).await;
        let all = themes(&house).await;
        let people = coached(&of, 8).await;
        let first = [&all[0]];
        join_all(people.iter().map(|one| share(one, &first))).await;
        join_all([chores(&house), chores(&house)]).await;
        assert_eq!(count(&house, sql!("SELECT people FROM coaching_theme_count")).await, 8, "{engine}");
        let stop = s("coaching/themes/removal");
        join_all(people[..6].iter().flat_map(|one| [ok(one, &stop, &[]), ok(one, &stop, &[])])).await;
        assert_eq!(count(&house, sql!("SELECT gone FROM coaching_theme_count")).await, 6, "{engine}");
        chores(&house).await;
        assert!(of.lead.get(&s("coaching/program/feedback")).await.body.contains("at least 5 people"), "{engine}");
    }
}

async fn round(house: &House) -> String {
    let sql = sql!("SELECT id FROM coaching_round ORDER BY opened_at DESC LIMIT 1");
    let (id,): (String,) = house.kernel.db.read().await.expect("reads").one(sql, args![]).await.expect("a round");
    id
}

#[tokio::test]
async fn members_say_how_coaching_goes_without_their_name_and_four_say_nothing() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let mut of = season(&house).await;
        let path = agreed(&of).await;
        let session = booked(&of.noor, &path, "2025-03-11T13:00:00Z").await;
        house.kernel.clock.set(at("2025-03-12T14:00:00Z"));
        of.lead = again(&of.lead).await;
        let coach = again(&of.coach).await;
        ok(&coach, &s(&format!("coaching/sessions/{session}/said")), &[("says", "held")]).await;
        let people = coached(&of, 7).await;
        let lead = again(&of.lead).await;
        let heard = s("coaching/program/feedback");
        assert!(lead.get(&heard).await.body.contains("two or more sessions: 0."), "{engine}");
        let wrong = lead.post(&heard, &[("days", "99")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(wrong.body.contains("Boundaries and workload"), "{engine}: the list is there");
        ok(&lead, &heard, &[("days", "5")]).await;
        assert_eq!(lead.post(&heard, &[("days", "5")]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        let ask = format!("{}/{}", s("coaching/feedback"), round(&house).await);
        // Whoever had a session finds it among what waits for them; nobody else is asked.
        let noor = again(&of.noor).await;
        assert!(noor.get("/").await.body.contains("Say how coaching is going"), "{engine}");
        for who in [&lead, &coach] {
            assert_eq!(who.post(&ask, &[("useful", "5")]).await.status, StatusCode::NOT_FOUND, "{engine}");
        }
        for wrong in [[("useful", "9"), ("words", "kept")], [("useful", ""), ("words", "")]] {
            let answer = noor.post(&ask, &wrong).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
            assert!(answer.body.contains(wrong[1].1), "{engine}");
        }
        // Everyone twice: the first answer counts, and nothing is told of it.
        let all: Vec<&Actor<'_>> = people.iter().chain([&noor]).collect();
        let said: Vec<String> = (0..8).map(|i| format!("voice-{i}")).collect();
        for (i, one) in all.iter().enumerate() {
            let level = if i < 4 { "5" } else { "2" };
            ok(one, &ask, &[("useful", level), ("honest", "5"), ("words", &said[i])]).await;
            ok(one, &ask, &[("useful", "1"), ("honest", "1"), ("words", "again")]).await;
        }
        let waits = noor.get(&s("coaching/feedback")).await.body;
        assert!(waits.contains("Your answer will be saved together"), "{engine}: {waits}");
        assert!(!noor.get("/").await.body.contains("Say how coaching is going"), "{engine}");
        keeper::keep(&house.kernel, false).await;
        assert!(lead.get(&heard).await.body.contains("8 answers so far"), "{engine}");
        ok(&lead, &format!("{heard}/{}/end", round(&house).await), &[]).await;
        ok(&lead, &format!("{heard}/{}/end", round(&house).await), &[]).await;
        keeper::keep(&house.kernel, false).await;
        let page = lead.get(&heard).await.body;
        assert!(page.contains("Results appear here") && !page.contains("voice-"), "{engine}: {page}");
        house.kernel.clock.advance(121);
        let page = lead.get(&heard).await.body;
        assert!(page.contains("<dd>4 of 8</dd>") && page.contains("<dd>6 or more of 8</dd>"), "{engine}: {page}");
        assert!(page.contains("voice-7") && !page.contains("again"), "{engine}: {page}");
        // No row has both an answer and a person, no event tells who answered, and the marks go.
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM anonymous_mark")).await, 8, "{engine}");
        chores(&house).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM anonymous_mark")).await, 0, "{engine}");
        let told = sql!("SELECT COUNT(*) FROM event WHERE verb LIKE 'coaching.round%'");
        assert_eq!(count(&house, told).await, 2, "{engine}");
        for page in ["coaching", &format!("coaching/{}", path.rsplit('/').next().expect("an id"))] {
            assert!(!coach.get(&s(page)).await.body.contains("voice-"), "{engine}: {page}");
        }
        let late = noor.post(&ask, &[("useful", "1"), ("words", "came-late")]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(late.body.contains("closed before your answer") && late.body.contains("came-late"), "{engine}");
        // Four answers are not written at all.
        ok(&lead, &heard, &[("days", "5")]).await;
        let ask = format!("{}/{}", s("coaching/feedback"), round(&house).await);
        for one in &people[..4] {
            ok(one, &ask, &[("useful", "5"), ("words", "one-of-four")]).await;
        }
        ok(&lead, &format!("{heard}/{}/end", round(&house).await), &[]).await;
        keeper::keep(&house.kernel, false).await;
        house.kernel.clock.advance(121);
        let page = lead.get(&heard).await.body;
        assert!(page.contains("Fewer than 5 people answered") && !page.contains("one-of-four"), "{engine}: {page}");
        let kept = sql!("SELECT COUNT(*) FROM anonymous_answer WHERE answer LIKE '%one-of-four%'");
        assert_eq!(count(&house, kept).await, 0, "{engine}");
        // Three times a season, and no more.
        ok(&lead, &heard, &[("days", "5")]).await;
        ok(&lead, &format!("{heard}/{}/end", round(&house).await), &[]).await;
        let fourth = lead.post(&heard, &[("days", "5")]).await;
        assert_eq!(fourth.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(fourth.body.contains("already asked 3 times"), "{engine}: {}", fourth.body);
    }
}

#[tokio::test]
async fn a_coachs_photo_is_shown_where_they_chose_it_and_to_nobody_else() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let of = season(&house).await;
        let coach = of.coach.id.clone().expect("a person");
        photo::put(&house.kernel, &coach, b"picture".to_vec()).await.expect("puts");
        let photo = photo::of(&mut house.kernel.db.read().await.expect("reads"), &coach).await.expect("reads");
        let path = format!("/photos/{}", photo.expect("a photo"));
        let registrant = house.someone("Ruth", Some(Role::Registrant), Strength::Link).await;
        let other = crate::coaching::coach(&house, "Ayo", "2").await;
        assert!(!of.noor.get(&s("coaching")).await.body.contains(&path), "{engine}: not chosen");
        assert_eq!(of.noor.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}");
        let profile = [("speaks_en", "yes"), ("most", "3"), ("shows_photo", "yes")];
        ok(&of.coach, &s("coaching/profile"), &profile).await;
        assert!(of.coach.get(&s("coaching/profile")).await.body.contains(&path), "{engine}");
        assert!(of.noor.get(&s("coaching")).await.body.contains(&path), "{engine}: whom they may get");
        pair(&of, &of.noor, &of.coach).await;
        assert!(of.noor.get(&s("coaching")).await.body.contains(&path), "{engine}: their coach");
        assert_eq!(of.noor.get(&path).await.status, StatusCode::OK, "{engine}");
        for who in [&registrant, &other, &house.visitor()] {
            assert_eq!(who.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}");
        }
        ok(&of.coach, &s("coaching/profile"), &profile[..2]).await;
        assert!(!of.noor.get(&s("coaching")).await.body.contains(&path), "{engine}");
        assert_eq!(of.noor.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}");
    }
}

fn weft(words: &[&str], file: &Path, data: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_weft"));
    command.args(words).arg(file).arg("--data").arg(data);
    let done = command.env_remove("DATABASE_URL").env_remove("WEFT_BACKUP_KEY").output().expect("runs");
    assert!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// Which of the words a backup holds, as it lies there and as it opens.
fn found(house: &House, away: &Path, name: &str) -> Vec<String> {
    let (key, backup, into) = (away.join("key"), away.join(name), away.join(format!("{name}-opened")));
    weft(&["backup", "--to"], &backup, house.folder.path());
    weft(&["restore", "--key", key.to_str().expect("a path")], &backup, &into);
    let mut found = Vec::new();
    for bytes in [std::fs::read(&backup).expect("a backup"), kept_bytes(&into)] {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        found.extend(text.match_indices("PLANTED").map(|(at, _)| text[at..].chars().take(16).collect::<String>()));
    }
    assert!(holds(&kept_bytes(&into), "coaching_note"), "it opened");
    found
}

#[tokio::test]
async fn a_backup_holds_no_word_of_what_the_two_write_nor_of_what_was_said_without_a_name() {
    let house = house_at(None).await;
    let of = season(&house).await;
    let path = agreed(&of).await;
    let session = booked(&of.noor, &path, "2025-03-11T13:00:00Z").await;
    house.kernel.clock.set(at("2025-03-12T14:00:00Z"));
    let (coach, noor, lead) = (again(&of.coach).await, again(&of.noor).await, again(&of.lead).await);
    ok(&coach, &s(&format!("coaching/sessions/{session}/said")), &[("says", "held")]).await;
    ok(&noor, &format!("{path}/focus"), &[("focus", "PLANTEDfocus")]).await;
    ok(&noor, &format!("{path}/notes"), &[("note", "PLANTEDnote")]).await;
    ok(&coach, &format!("{path}/notes"), &[("note", "PLANTEDshared")]).await;
    let lock = [("new", "PLANTED passphrase"), ("repeat", "PLANTED passphrase")];
    assert_eq!(coach.post(&s("coaching/lock"), &lock).await.status, StatusCode::OK);
    ok(&coach, &format!("{path}/own-notes"), &[("own", "PLANTEDown")]).await;
    ok(&lead, &s("coaching/program/themes"), &THEMES).await;
    let themes = themes(&house).await;
    share(&noor, &[&themes[0]]).await;
    ok(&lead, &s("coaching/program/feedback"), &[("days", "5")]).await;
    let ask = format!("{}/{}", s("coaching/feedback"), round(&house).await);
    ok(&noor, &ask, &[("useful", "2"), ("words", "PLANTEDsaid")]).await;
    keeper::keep(&house.kernel, false).await;
    let away = tempfile::tempdir().expect("temp dir");
    weft(&["admin", "backup-key", "--to"], &away.path().join("key"), house.folder.path());
    assert_eq!(found(&house, away.path(), "before"), Vec::<String>::new());
    // Erased, nothing is left of it in the next one: not what is sealed or locked either.
    let sealed = sql!(
        "SELECT text_sealed FROM coaching_note
        UNION
        SELECT text_locked FROM coach_note
        UNION
        SELECT themes_sealed FROM coaching_theme_share"
    );
    let mut conn = house.kernel.db.read().await.expect("reads");
    let sealed: Vec<(String,)> = conn.all(sealed, args![]).await.expect("reads");
    drop(conn);
    let before = kept_bytes(&away.path().join("before-opened"));
    assert!(sealed.len() == 5 && sealed.iter().all(|(text,)| holds(&before, text)), "there is something to look at");
    erase(&house, &noor).await;
    chores(&house).await;
    assert_eq!(found(&house, away.path(), "after"), Vec::<String>::new());
    let after = kept_bytes(&away.path().join("after-opened"));
    assert!(sealed.iter().all(|(text,)| !holds(&after, text)), "of whoever was erased");
}
