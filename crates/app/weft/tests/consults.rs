//! Peer consults: whose turn it is, one step on everyone's page, what remains, who reads which, and open ones.

use crate::commitments::team;
use crate::common;
use crate::own::data_of;
use crate::planted::{columns, literal};

use axum::http::StatusCode;
use common::meet::{Line, again, count};
use common::{Actor, House, engines, s};
use futures_util::future::join_all;
use weft_kernel::clock::Time;
use weft_kernel::ids::Id;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;
use weft_season::consults::PART;
use weft_season::library::acts::add_protocols;
use weft_season::library::rules::KeepLibrary;

pub async fn member<'h>(house: &'h House, name: &str) -> Actor<'h> {
    house.someone(name, Some(Role::Participant), Strength::Link).await
}

fn id(of: &Actor<'_>) -> String {
    of.id.as_ref().expect("a person").to_string()
}

pub async fn ok(by: &Actor<'_>, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = by.post(path, fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.body);
    answer.location().to_owned()
}

/// The five protocols, as whoever leads adds them.
async fn protocols(house: &House) {
    let sql = sql!("SELECT program_id FROM season WHERE id = $1");
    let mut conn = house.kernel.db.read().await.expect("reads");
    let (program,): (Id,) = conn.one(sql, args![&house.season]).await.expect("there");
    drop(conn);
    let terminal = weft_kernel::terminal::Terminal::open();
    let keep = KeepLibrary::at_the_terminal(&terminal, &program, &house.season);
    add_protocols(&house.kernel, &keep, None).await.expect("added");
}

/// Brings something to the home team; returns its path.
pub async fn brought(by: &Actor<'_>, title: &str, question: &str, more: &str) -> String {
    let fields = [("title", title), ("question", question), ("more", more), ("to", "team")];
    ok(by, &s("consults"), &fields).await
}

/// The number of the card of a protocol.
pub async fn number(house: &House, name: &str) -> String {
    let sql = sql!("SELECT number FROM card WHERE title_en = $1");
    let (n,): (i64,) = house.kernel.db.read().await.expect("reads").one(sql, args![name]).await.expect("there");
    n.to_string()
}

pub async fn begin(by: &Actor<'_>, path: &str, protocol: &str) -> String {
    let n = number(by.house, protocol).await;
    ok(by, &format!("{path}/beginning"), &[("protocol", &n)]).await
}

pub async fn press(by: &Actor<'_>, path: &str, seen: &str, act: &str) -> String {
    ok(by, &format!("{path}/steps"), &[("seen", seen), ("act", act)]).await
}

/// Holds what waits, from its beginning to its end, with the client keeping time.
pub async fn held(by: &Actor<'_>, path: &str) {
    protocols(by.house).await;
    begin(by, path, "Troika").await;
    press(by, path, "1", "end").await;
}

/// The chores of consults, as they fall due.
pub async fn chores(house: &House) {
    for (name, chore) in PART.seldom {
        chore(house.kernel.clone()).await.unwrap_or_else(|e| panic!("{name}: {e:?}"));
    }
}

pub async fn season(url: Option<String>) -> House {
    let house = House::new(url).await;
    house.kernel.clock.set(Time::parse("2025-03-12T18:30:00Z").expect("a moment"));
    protocols(&house).await;
    house
}

/// Fields of one that is open to the cohort.
pub fn offer<'f>(protocol: &'f str, more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let mut all = vec![
        ("title", "PLANTEDopen"),
        ("question", "PLANTEDasked"),
        ("more", "PLANTEDmore"),
        ("to", "cohort"),
        ("protocol", protocol),
        ("day", "2025-03-27"),
        ("from", "16:00"),
        ("zone", "America/New_York"),
        ("place", "https://meet.example.org/PLANTEDplace"),
        ("seats", "2"),
    ];
    for (name, value) in more {
        all.retain(|(n, _)| n != name);
        all.push((name, value));
    }
    all
}

#[tokio::test]
async fn everyones_page_is_at_the_same_step_and_says_what_its_reader_does() {
    for (engine, url) in engines().await {
        let house = season(url).await;
        let [noor, tess, ezra] =
            [member(&house, "Noor").await, member(&house, "Tess").await, member(&house, "Ezra").await];
        team(&house, "Cedar", &[&noor, &tess, &ezra]).await;
        let path = brought(&noor, "Alone in it", "What do I put down?", "").await;
        // Nobody follows what has not begun, and a protocol is chosen first.
        assert!(ok(&tess, &format!("{path}/beginning"), &[]).await.ends_with("?begun=none"), "{engine}");
        let mut lines =
            [Line::open(&noor, &path).await, Line::open(&tess, &path).await, Line::open(&ezra, &path).await];
        for line in &mut lines {
            assert_eq!(line.word().await["title"], "", "{engine}");
        }
        begin(&tess, &path, "Short consultancy").await;
        for line in &mut lines {
            assert_eq!(line.word().await["n"], 1, "{engine}: who looks at what waits is told that it began");
        }
        let mut lines =
            [Line::open(&noor, &path).await, Line::open(&tess, &path).await, Line::open(&ezra, &path).await];
        let said = ["Tell what is going on", "Listen.", "Listen."];
        for (line, said) in lines.iter_mut().zip(said) {
            let word = line.word().await;
            assert_eq!((&word["title"], &word["next"]), (&"The dilemma".into(), &"Questions".into()), "{engine}");
            assert!(word["say"].as_str().is_some_and(|s| s.starts_with(said)), "{engine}: {word}");
        }
        let page = noor.get(&path).await.body;
        assert!(page.contains("You’re the client") && page.contains("Tess keeps time."), "{engine}: {page}");
        assert!(!page.contains("Next step"), "{engine}: the client does not move it");
        let page = tess.get(&path).await.body;
        assert!(page.contains("You’re helping") && page.contains("Next step"), "{engine}: {page}");
        assert!(page.contains("5:00 left"), "{engine}: {page}");
        // Begun too early: back on the list as if nothing had been, and everyone's page is drawn anew.
        assert!(page.contains("Not yet: back to the list"), "{engine}: {page}");
        press(&tess, &path, "1", "back").await;
        for line in &mut lines {
            assert_eq!(line.word().await["ended"], true, "{engine}");
        }
        assert!(ezra.get(&path).await.body.contains("Begin now"), "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM consult_step")).await, 0, "{engine}");
        begin(&tess, &path, "Short consultancy").await;
        let mut lines =
            [Line::open(&noor, &path).await, Line::open(&tess, &path).await, Line::open(&ezra, &path).await];
        for line in &mut lines {
            line.word().await;
        }
        // Two presses from one page move once; whoever does not keep time moves nothing.
        let press_at = format!("{path}/steps");
        let twice = [("seen", "1"), ("act", "next")];
        let answers = join_all([tess.post(&press_at, &twice), tess.post(&press_at, &twice)]).await;
        assert_eq!(answers.iter().filter(|a| a.location().ends_with("?pressed=late")).count(), 1, "{engine}");
        assert!(press(&ezra, &path, "2", "next").await.ends_with("?pressed=other"), "{engine}");
        assert!(
            ezra.get(&format!("{path}?pressed=other")).await.body.contains("Someone else keeps time now"),
            "{engine}"
        );
        assert_eq!(count(&house, sql!("SELECT MAX(n) FROM consult_step")).await, 2, "{engine}");
        for line in &mut lines {
            assert_eq!(line.word().await["title"], "Questions", "{engine}");
        }
        // Ezra takes over; both of them cannot move it from their own page.
        ok(&ezra, &format!("{path}/timekeeper"), &[]).await;
        ok(&ezra, &format!("{path}/timekeeper"), &[]).await;
        for line in &mut lines {
            let word = line.word().await;
            assert_eq!(word["tables"].as_str().map(str::len), Some(12), "{engine}: pages are drawn anew: {word}");
            assert!(!word.to_string().contains(&id(&ezra)), "{engine}: and hear nobody's id");
        }
        assert!(press(&tess, &path, "2", "next").await.ends_with("?pressed=other"), "{engine}");
        // Minutes on top, undone; a step on, undone with the time it had.
        house.kernel.clock.advance(60);
        press(&ezra, &path, "2", "more").await;
        assert!(ezra.get(&path).await.body.contains("Undo: two minutes less"), "{engine}");
        press(&ezra, &path, "3", "back").await;
        press(&ezra, &path, "4", "next").await;
        let page = ezra.get(&path).await.body;
        assert!(page.contains("data-now>Talk") && page.contains("Undo: back one step"), "{engine}: {page}");
        press(&ezra, &path, "5", "back").await;
        let page = ezra.get(&path).await.body;
        assert!(page.contains("data-now>Questions") && page.contains("2:00 left"), "{engine}: {page}");
        // In Spanish the same step speaks Spanish.
        tess.post("/language", &[("lang", "es"), ("back", "/")]).await;
        let page = tess.get(&path).await.body;
        assert!(page.contains("data-now>Preguntas") && page.contains("Usted ayuda"), "{engine}: {page}");
        // A second one of the same team waits until this is over.
        let other = brought(&ezra, "Money", "How much?", "").await;
        assert!(begin(&ezra, &other, "Troika").await.ends_with("?begun=busy"), "{engine}");
        press(&ezra, &path, "6", "end").await;
        for line in &mut lines {
            let mut word = line.word().await;
            while word["ended"] != true {
                word = line.word().await;
            }
            assert_eq!((&word["title"], &word["say"]), (&"".into(), &"".into()), "{engine}: {word}");
            assert!(word["n"].as_i64() > Some(7), "{engine}: pages listen to no smaller number than theirs: {word}");
        }
        // What has ended stays so.
        assert!(press(&ezra, &path, "7", "next").await.ends_with("?pressed=late"), "{engine}");
        begin(&ezra, &other, "Troika").await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM consult_step")).await, 1, "{engine}");
        // A card that is changed while it goes on changes nothing of it.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("UPDATE card SET prompts_en = '1 | x | y | z', prompts_es = ''"), args![]).await.expect("runs");
        tx.commit().await.expect("commits");
        assert!(ezra.get(&other).await.body.contains("data-now>Think"), "{engine}");
    }
}

#[tokio::test]
async fn whoever_was_the_client_least_recently_is_first_and_only_day_client_and_protocol_remain() {
    for (engine, url) in engines().await {
        let house = season(url).await;
        let [noor, tess, ezra] =
            [member(&house, "Noor").await, member(&house, "Tess").await, member(&house, "Ezra").await];
        team(&house, "Cedar", &[&noor, &tess, &ezra]).await;
        let first = brought(&noor, "PLANTEDtitle", "PLANTEDquestion", "PLANTEDmore").await;
        // Before it begins, its client says it in other words, and nobody else does.
        assert!(noor.get(&format!("{first}/edit")).await.body.contains("PLANTEDmore"), "{engine}");
        let words = [("title", "PLANTEDagain"), ("question", "PLANTEDquestion"), ("more", "PLANTEDmore")];
        assert_eq!(tess.post(&first, &words).await.status, StatusCode::NOT_FOUND, "{engine}");
        assert_eq!(tess.get(&format!("{first}/edit")).await.status, StatusCode::NOT_FOUND, "{engine}");
        ok(&noor, &first, &words).await;
        begin(&tess, &first, "Troika").await;
        // What was typed when it had begun stays on the page.
        let late = noor.post(&first, &[("title", "Kept"), ("question", "Typed"), ("more", "")]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(late.body.contains("Typed") && late.body.contains("It has begun"), "{engine}: {}", late.body);
        press(&tess, &first, "1", "end").await;
        house.kernel.clock.advance(600);
        // Noor was just the client: Ezra, who asks later, comes first.
        brought(&noor, "Second of Noor", "Q", "").await;
        brought(&ezra, "First of Ezra", "Q", "").await;
        let page = tess.get(&s("consults")).await.body;
        let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{engine}: {text}: {page}"));
        assert!(at("First of Ezra") < at("Second of Noor"), "{engine}");
        assert!(page.contains("last the client on March 12, 2025") && page.contains("Troika"), "{engine}: {page}");
        // The team reads nothing of it any more, and the client does for a week.
        assert!(!page.contains("PLANTED") && !tess.get(&first).await.body.contains("PLANTED"), "{engine}");
        let after = noor.get(&first).await.body;
        assert!(after.contains("PLANTEDagain") && after.contains("deleted on March 19, 2025"), "{engine}: {after}");
        let rows =
            "SELECT (SELECT COUNT(*) FROM consult_step) + (SELECT COUNT(*) FROM consult WHERE keeper_id IS NOT NULL)";
        assert_eq!(count(&house, literal(rows.into())).await, 0, "{engine}: nobody who helped is named");
        // Nobody but the client keeps, deletes or brings it again.
        for act in ["note", "words/removal", "again", "commitment"] {
            let answer = tess.post(&format!("{first}/{act}"), &[("note", "x"), ("what", "x")]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{engine}: {act}");
        }
        ok(&noor, &format!("{first}/note"), &[("note", "PLANTEDnote\nwith two lines")]).await;
        assert!(noor.get(&first).await.body.contains("PLANTEDnote"), "{engine}");
        let empty = noor.post(&format!("{first}/commitment"), &[("what", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        // What was typed for the one stays when the other is saved.
        let both = [("note", "PLANTEDnote\nwith two lines"), ("what", "Half a sentence")];
        assert!(noor.post(&format!("{first}/note"), &both).await.body.contains("Half a sentence"), "{engine}");
        let both = [("what", "Ask Mara to host"), ("note", "PLANTEDnote, more")];
        let made = ok(&noor, &format!("{first}/commitment"), &both).await;
        assert!(noor.get(&first).await.body.contains("PLANTEDnote, more"), "{engine}");
        assert!(noor.get(&made).await.body.contains("Ask Mara to host"), "{engine}");
        assert!(!tess.get(&s("commitments")).await.body.contains("Ask Mara"), "{engine}: hers alone at first");
        // Brought again, the words move along; pressed again, nothing more waits.
        let again_at = format!("{first}/again");
        let second = ok(&noor, &again_at, &[]).await;
        ok(&noor, &again_at, &[]).await;
        assert!(tess.get(&second).await.body.contains("PLANTEDagain"), "{engine}");
        assert!(!noor.get(&first).await.body.contains("PLANTEDagain"), "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM consult")).await, 4, "{engine}");
        // As many as anyone may wait; the words stay typed.
        brought(&noor, "Third", "Q", "").await;
        let many = [("title", "Fourth"), ("question", "Typed"), ("to", "team")];
        let many = noor.post(&s("consults"), &many).await;
        assert_eq!(many.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(many.body.contains("You have 3 challenges waiting") && many.body.contains("Typed"), "{engine}");
        // Taken back, it is gone; its client alone does that, and again is harmless.
        assert_eq!(tess.post(&format!("{second}/removal"), &[]).await.status, StatusCode::NOT_FOUND, "{engine}");
        ok(&noor, &format!("{second}/removal"), &[]).await;
        ok(&noor, &format!("{second}/removal"), &[]).await;
        assert_eq!(noor.get(&second).await.status, StatusCode::NOT_FOUND, "{engine}");
        // A week later the words are deleted by the clock; the note stays until it is emptied.
        ok(&noor, &s("consults"), &[("title", "PLANTEDthird"), ("question", "Q"), ("to", "team")]).await;
        let third = brought(&ezra, "PLANTEDezra", "Q", "").await;
        held(&ezra, &third).await;
        house.kernel.clock.advance(8 * 24 * 3600);
        chores(&house).await;
        let ezra = again(&ezra).await;
        let noor = again(&noor).await;
        assert!(!ezra.get(&third).await.body.contains("PLANTEDezra"), "{engine}");
        assert!(noor.get(&first).await.body.contains("PLANTEDnote"), "{engine}");
        assert!(noor.get(&s("consults")).await.body.contains("PLANTEDthird"), "{engine}: what waits, waits");
        ok(&noor, &format!("{first}/note"), &[]).await;
        assert!(!noor.get(&first).await.body.contains("PLANTEDnote"), "{engine}");
    }
}

#[tokio::test]
async fn what_was_brought_is_read_by_no_one_else_and_is_in_nothing_that_is_kept() {
    for (engine, url) in engines().await {
        let house = season(url).await;
        let [noor, tess, cole] =
            [member(&house, "Noor").await, member(&house, "Tess").await, member(&house, "Cole").await];
        team(&house, "Cedar", &[&noor, &tess]).await;
        team(&house, "Fir", &[&cole]).await;
        let lead = house.lead().await;
        let waits = brought(&noor, "PLANTEDwaits", "PLANTEDquestion", "PLANTEDmore").await;
        let on = brought(&tess, "PLANTEDon", "PLANTEDquestion", "PLANTEDmore").await;
        begin(&noor, &on, "Troika").await;
        let n = number(&house, "Troika").await;
        let open = ok(&noor, &s("consults"), &offer(&n, &[])).await;
        // The team reads it; of another team nobody does, whatever they are in the season.
        assert!(tess.get(&waits).await.body.contains("PLANTEDmore"), "{engine}");
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        let facilitator = house.someone("Fay", Some(Role::Facilitator), Strength::TwoFactors).await;
        let coach = house.someone("Leonor", Some(Role::Coach), Strength::TwoFactors).await;
        let others = [&lead, &owner, &cole, &facilitator, &coach];
        for other in others {
            for path in [&waits, &on] {
                assert_eq!(other.get(path).await.status, StatusCode::NOT_FOUND, "{engine}");
                assert_eq!(other.get(&format!("{path}/live")).await.status, StatusCode::NOT_FOUND, "{engine}");
                for act in ["beginning", "steps", "timekeeper", "note", "words/removal"] {
                    let answer = other.post(&format!("{path}/{act}"), &[("protocol", &n), ("act", "next")]).await;
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{engine}: {act}");
                }
            }
            for page in [s(""), s("consults"), s("cohort"), s("teams"), s("commitments"), "/".into()] {
                let body = other.get(&page).await.body;
                // What is open to the cohort is read by the cohort.
                assert!(!body.contains("PLANTEDwaits") && !body.contains("PLANTEDon"), "{engine}: {page}: {body}");
            }
            assert!(!data_of(other).await.contains("PLANTED"), "{engine}");
        }
        for other in [&lead, &owner] {
            assert_eq!(other.get(&open).await.status, StatusCode::NOT_FOUND, "{engine}: rank opens none");
        }
        let page = cole.get(&open).await.body;
        assert!(
            page.contains("PLANTEDasked") && !page.contains("PLANTEDmore") && !page.contains("PLANTEDplace"),
            "{page}"
        );
        assert_eq!(cole.get(&format!("{open}/live")).await.status, StatusCode::NOT_FOUND, "{engine}");
        // One's own file has it, and that of a teammate does not.
        press(&noor, &on, "1", "end").await;
        ok(&tess, &format!("{on}/note"), &[("note", "PLANTEDnote")]).await;
        let own = data_of(&tess).await;
        assert!(
            own.contains("PLANTEDon") && own.contains("PLANTEDnote") && !own.contains("PLANTEDwaits"),
            "{engine}: {own}"
        );
        assert!(!data_of(&noor).await.contains("PLANTEDnote"), "{engine}");
        // The place of a call is for those who come. Every other word is sealed, in every column there is.
        let mut left = Vec::new();
        for (table, column) in columns(&House::new(None).await).await {
            let sql = literal(format!("SELECT COUNT(*) FROM {table} WHERE {column} LIKE $1"));
            let mut conn = house.kernel.db.read().await.expect("reads");
            let (n,): (i64,) = conn.one(sql, args!["%PLANTED%"]).await.expect("counts");
            if n > 0 && (table.as_str(), column.as_str()) != ("consult", "place") {
                let sql = literal(format!("SELECT {column} FROM {table} WHERE {column} LIKE '%PLANTED%'"));
                let rows: Vec<(String,)> = conn.all(sql, args![]).await.expect("reads");
                if rows.iter().any(|(text,)| text.replace("PLANTEDplace", "").contains("PLANTED")) {
                    left.push(format!("{table}.{column}"));
                }
            }
        }
        assert_eq!(left, Vec::<String>::new(), "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM consult WHERE words_sealed LIKE 'sealed-1:%'")).await, 3);
        // Whoever is erased leaves no word; whoever leaves the team finds nothing of it any more.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        weft_kernel::keeps::forget(&mut tx, tess.id.as_ref().expect("a person")).await.expect("forgets");
        tx.commit().await.expect("commits");
        let hers = sql!(
            "SELECT COUNT(*) FROM consult WHERE client_id IS NULL AND words_sealed IS NULL AND note_sealed IS NULL"
        );
        assert_eq!(count(&house, hers).await, 1, "{engine}");
        let page = noor.get(&s("consults")).await.body;
        assert!(page.contains("Someone who has left"), "{engine}: {page}");
    }
}

#[tokio::test]
async fn what_waits_stays_its_clients_when_teams_change_and_when_leaving_was_a_mistake() {
    for (engine, url) in engines().await {
        let house = season(url).await;
        let [noor, tess] = [member(&house, "Noor").await, member(&house, "Tess").await];
        team(&house, "Cedar", &[&noor, &tess]).await;
        let path = brought(&noor, "PLANTEDwaits", "Q", "").await;
        // Teams are formed anew: the old one reads it no more, and nobody deletes it.
        let run = async |statement: weft_kernel::db::Sql| {
            let mut tx = house.kernel.db.begin().await.expect("begins");
            tx.run(statement, args![noor.id.as_ref()]).await.expect("runs");
            tx.commit().await.expect("commits");
        };
        run(sql!(
            "UPDATE home_team_member SET until = 1
            WHERE member_id IN (SELECT id FROM member WHERE person_id = $1)"
        ))
        .await;
        chores(&house).await;
        assert_eq!(tess.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}");
        assert!(!tess.get(&s("consults")).await.body.contains("PLANTEDwaits"), "{engine}");
        let page = noor.get(&path).await.body;
        assert!(page.contains("PLANTEDwaits") && page.contains("This waits for a team"), "{engine}: {page}");
        assert!(!page.contains("Begin now"), "{engine}: {page}");
        // In another team its client brings it there, if they want.
        let ezra = member(&house, "Ezra").await;
        team(&house, "Fir", &[&noor, &ezra]).await;
        assert_eq!(ezra.get(&path).await.status, StatusCode::NOT_FOUND, "{engine}: not by itself");
        assert_eq!(ezra.post(&format!("{path}/again"), &[]).await.status, StatusCode::NOT_FOUND, "{engine}");
        ok(&noor, &format!("{path}/again"), &[]).await;
        assert!(ezra.get(&path).await.body.contains("PLANTEDwaits"), "{engine}");
        // Leaving by mistake costs nothing for two days.
        run(sql!("UPDATE member SET left_at = 1741804200000000 WHERE person_id = $1")).await;
        chores(&house).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM consult")).await, 1, "{engine}");
        house.kernel.clock.advance(3 * 24 * 3600);
        chores(&house).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM consult")).await, 0, "{engine}");
    }
}

#[tokio::test]
async fn what_nobody_ends_is_over_by_itself() {
    for (engine, url) in engines().await {
        let house = season(url).await;
        let [noor, tess] = [member(&house, "Noor").await, member(&house, "Tess").await];
        team(&house, "Cedar", &[&noor, &tess]).await;
        let path = brought(&noor, "Long", "Q", "").await;
        begin(&tess, &path, "Troika").await;
        house.kernel.clock.advance(3 * 3600);
        chores(&house).await;
        assert!(tess.get(&path).await.body.contains("data-room"), "{engine}: still on");
        assert!(tess.get("/").await.body.contains("Noor’s consult is under way"), "{engine}");
        house.kernel.clock.advance(2 * 3600);
        chores(&house).await;
        assert!(tess.get(&path).await.body.contains("This consult has ended"), "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM consult_step")).await, 0, "{engine}");
    }
}

#[tokio::test]
async fn pages_run_the_same_statements_however_many_consults_there_are() {
    let house = season(None).await;
    let [noor, tess] = [member(&house, "Noor").await, member(&house, "Tess").await];
    team(&house, "Cedar", &[&noor, &tess]).await;
    let path = brought(&noor, "One", "Q", "").await;
    let ran = async |page: &str| {
        let before = house.kernel.db.statements_run();
        let page = noor.get(page).await;
        assert_eq!(page.status, StatusCode::OK);
        (house.kernel.db.statements_run() - before, page.body.len())
    };
    let few = ran(&s("consults")).await.0;
    for i in 0..12 {
        let made = brought(&tess, &format!("T{i}"), "Q", "").await;
        begin(&noor, &made, "Troika").await;
        press(&noor, &made, "1", "end").await;
    }
    brought(&tess, "More", "Q", "").await;
    assert_eq!(ran(&s("consults")).await.0, few);
    begin(&tess, &path, "Consultancy").await;
    let (n, bytes) = ran(&path).await;
    assert!(n <= 8, "{n} statements");
    assert!(bytes < 16_000, "{bytes} bytes are much for a slow line");
}
