//! What a coach and a member write: nobody else reads it, a coach's own notes open with a passphrase alone, and all of
//! it goes at its time.

use crate::coaching::{agreed, at, between, chores, coach, erase, house_at, id, ok, season};
use crate::common::meet::count;
use crate::common::{House, engines, s};
use crate::own::data_of;
use crate::planted::{columns, literal};

use axum::http::StatusCode;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

/// Every byte that the site keeps: its data folder with database, WAL, files, keys and backups.
pub fn kept_bytes(folder: &std::path::Path) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            all.extend(kept_bytes(&path));
        } else {
            all.extend(std::fs::read(&path).unwrap_or_default());
        }
    }
    all
}

pub fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|w| w == word.as_bytes())
}

#[tokio::test]
async fn what_the_two_write_is_in_nothing_that_anyone_else_reads() {
    for (engine, url) in engines().await {
        let is_sqlite = url.is_none();
        let house = house_at(url).await;
        let of = season(&house).await;
        let path = agreed(&of).await;
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        let other = coach(&house, "Ayo", "2").await;
        ok(&of.noor, &format!("{path}/focus"), &[("focus", "PLANTEDfocus with care")]).await;
        ok(&of.noor, &format!("{path}/focus"), &[("focus", "PLANTEDfocus, said anew")]).await;
        ok(&of.noor, &format!("{path}/notes"), &[("note", "PLANTEDmember")]).await;
        ok(&of.coach, &format!("{path}/notes"), &[("note", "PLANTEDcoach")]).await;
        // Without a lock there is nothing to write into; a short passphrase is no lock.
        let own = format!("{path}/own-notes");
        assert_eq!(of.coach.post(&own, &[("own", "x")]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        let short = of.coach.post(&s("coaching/lock"), &[("new", "short"), ("repeat", "short")]).await;
        assert!(short.body.contains("Use at least 12 characters"), "{engine}: {}", short.body);
        let fields = [("new", "PLANTED passphrase"), ("repeat", "PLANTED passphrase")];
        let made = of.coach.post(&s("coaching/lock"), &fields).await;
        let recovery = between(&made.body, "<code>", "</code>").to_owned();
        ok(&of.coach, &own, &[("own", "PLANTEDown <b>note</b>")]).await;
        // The two read what they share, and the coach alone their own, with what opens it.
        let (hers, theirs) = (of.noor.get(&s("coaching")).await.body, of.coach.get(&path).await.body);
        for page in [&hers, &theirs] {
            for word in ["PLANTEDfocus, said anew", "PLANTEDmember", "PLANTEDcoach"] {
                assert!(page.contains(word), "{engine}: {word}");
            }
            assert!(!page.contains("with care") && !page.contains("PLANTEDown"), "{engine}");
        }
        assert!(!of.coach.get(&own).await.body.contains("PLANTEDown"), "{engine}: closed");
        let reading = format!("{own}/reading");
        for typed in ["PLANTED passphrase", &recovery] {
            let opened = of.coach.post(&reading, &[("passphrase", typed)]).await;
            assert!(opened.body.contains("PLANTEDown &#60;b&#62;note"), "{engine}: {}", opened.body);
        }
        let wrong = of.coach.post(&reading, &[("passphrase", "not it at all")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(!wrong.body.contains("PLANTEDown"), "{engine}");
        for who in [&of.noor, &of.lead, &owner, &other] {
            assert_eq!(who.get(&own).await.status, StatusCode::NOT_FOUND, "{engine}");
            let read = who.post(&reading, &[("passphrase", "PLANTED passphrase")]).await;
            assert_eq!(read.status, StatusCode::NOT_FOUND, "{engine}");
        }
        // Nobody deletes what another wrote.
        let note = between(&hers, "coaching/notes/", "/removal").to_owned();
        ok(&of.coach, &s(&format!("coaching/notes/{note}/removal")), &[]).await;
        ok(&other, &s(&format!("coaching/notes/{note}/removal")), &[]).await;
        assert!(of.noor.get(&s("coaching")).await.body.contains("PLANTEDmember"), "{engine}");
        // One's own file has what one wrote, and nobody else's has any of it.
        let mine = data_of(&of.noor).await;
        assert!(mine.contains("PLANTEDfocus, said anew") && mine.contains("PLANTEDmember"), "{engine}");
        assert!(!mine.contains("PLANTEDcoach") && !mine.contains("PLANTEDown"), "{engine}");
        let coachs = data_of(&of.coach).await;
        assert!(coachs.contains("PLANTEDcoach") && !coachs.contains("PLANTEDmember"), "{engine}");
        for who in [&of.lead, &owner, &other] {
            assert!(!data_of(who).await.contains("PLANTED"), "{engine}");
        }
        // Nor does any page of the program, any email, or any byte of the database, its journal and the files.
        chores(&house).await;
        for page in ["", "coaching/program", &format!("coaching/program/people/{}", id(&of.noor)), "cohort"] {
            assert!(!of.lead.get(&s(page)).await.body.contains("PLANTED"), "{engine}: {page}");
        }
        assert!(house.mails().await.iter().all(|m| !m.contains("PLANTED")), "{engine}");
        let (mut sealed, mut left) = (0, Vec::new());
        for (table, column) in columns(&House::new(None).await).await {
            let mut conn = house.kernel.db.read().await.expect("reads");
            for word in ["%PLANTED%", "sealed-1:%"] {
                let sql = literal(format!("SELECT COUNT(*) FROM {table} WHERE {column} LIKE $1"));
                let (n,): (i64,) = conn.one(sql, args![word]).await.expect("counts");
                if word.starts_with("sealed") {
                    sealed += n;
                } else if n > 0 {
                    left.push(format!("{table}.{column}"));
                }
            }
        }
        assert!(sealed >= 3, "{engine}: there is something to look at");
        assert_eq!(left, Vec::<String>::new(), "{engine}");
        if is_sqlite {
            let bytes = kept_bytes(house.folder.path());
            assert!(holds(&bytes, "coaching_note") && !holds(&bytes, "PLANTED"), "in the data folder");
        }
        // Another passphrase opens what was locked before, and the old code no longer.
        let change = [("passphrase", recovery.as_str()), ("new", "quite another one"), ("repeat", "quite another one")];
        assert_eq!(of.coach.post(&s("coaching/lock"), &change).await.status, StatusCode::OK, "{engine}");
        let old = of.coach.post(&reading, &[("passphrase", &recovery)]).await;
        assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert!(of.coach.post(&reading, &[("passphrase", "quite another one")]).await.body.contains("PLANTEDown"));
        // After the end it stays for 90 days, and is gone then.
        ok(&of.noor, &format!("{path}/change"), &[]).await;
        assert!(of.coach.get(&path).await.body.contains("PLANTEDmember"), "{engine}");
        let count_all = async || {
            count(&house, sql!("SELECT (SELECT COUNT(*) FROM coaching_note) + (SELECT COUNT(*) FROM coach_note)")).await
        };
        house.kernel.clock.set(at("2025-06-01T13:59:59Z"));
        chores(&house).await;
        assert_eq!(count_all().await, 4, "{engine}");
        house.kernel.clock.set(at("2025-06-01T14:00:01Z"));
        chores(&house).await;
        assert_eq!(count_all().await, 0, "{engine}");
    }
}

#[tokio::test]
async fn a_lost_passphrase_is_lost_with_its_notes_and_said_so_before() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let of = season(&house).await;
        let path = agreed(&of).await;
        let fields = [("new", "a long passphrase"), ("repeat", "a long passphrase")];
        assert_eq!(of.coach.post(&s("coaching/lock"), &fields).await.status, StatusCode::OK, "{engine}");
        // Again, it asks for the passphrase there is.
        let again = of.coach.post(&s("coaching/lock"), &fields).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        ok(&of.coach, &format!("{path}/own-notes"), &[("own", "one")]).await;
        ok(&of.coach, &format!("{path}/own-notes"), &[("own", "two")]).await;
        assert!(of.coach.get(&s("coaching/lock")).await.body.contains("all 2 notes behind it"), "{engine}");
        let lose = s("coaching/lock/removal");
        assert_eq!(of.coach.post(&lose, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM coach_note")).await, 2, "{engine}");
        ok(&of.coach, &lose, &[("sure", "yes")]).await;
        let typed = of.coach.post(&format!("{path}/own-notes"), &[("own", "Typed without one")]).await;
        assert!(typed.body.contains("no passphrase any more") && typed.body.contains("Typed without one"), "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM coach_note")).await, 0, "{engine}");
        assert_eq!(of.coach.post(&s("coaching/lock"), &fields).await.status, StatusCode::OK, "{engine}");
        // A member who is erased takes what was written of them along.
        ok(&of.coach, &format!("{path}/own-notes"), &[("own", "three")]).await;
        ok(&of.coach, &format!("{path}/notes"), &[("note", "four")]).await;
        erase(&house, &of.noor).await;
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM coach_note")).await, 0, "{engine}");
        assert_eq!(count(&house, sql!("SELECT COUNT(*) FROM coaching_note")).await, 0, "{engine}");
    }
}

#[tokio::test]
async fn what_another_key_sealed_is_not_left_out_in_silence() {
    for (engine, url) in engines().await {
        let house = house_at(url).await;
        let of = season(&house).await;
        let path = agreed(&of).await;
        ok(&of.coach, &format!("{path}/notes"), &[("note", "Before the key was lost")]).await;
        let other = weft_kernel::Kernel { seal: weft_kernel::seal::Seal::new(&[9; 32]), ..house.kernel.clone() };
        let moved = House {
            router: weft::app::router(&other),
            folder: tempfile::tempdir().expect("temp dir"),
            season: house.season.clone(),
            kernel: other,
        };
        let noor = moved.as_person(of.noor.id.as_ref().expect("a person"), Strength::Link).await;
        let page = noor.get(&s("coaching")).await.body;
        assert!(page.contains("This note can&#39;t be read any more") && !page.contains("Before the key"), "{engine}");
    }
}
