//! Names in lists and searches: one order, and found however they are typed, on both engines.

use crate::common;

use common::sources::{product, statements};
use common::{House, s};
use weft_kernel::{args, collate, sql};
use weft_people::{Strength, names};
use weft_programs::Role;

const POOL: &str = "application_id,email,first_name,last_name,organization\n\
    ACC1,alvaro@example.net,Álvaro,Íñiguez,Océano Común\n\
    ACC2,oscar@example.net,ÓSCAR,MUÑOZ,Unión\n\
    ACC3,emile@example.net,Zoë,Łuczak,Œuvre\n\
    ACC_4,percent@example.net,Ann,Hall,100% Local\n";

/// The numbers that a page of applications or candidates names.
fn found(page: &str) -> Vec<&'static str> {
    ["ACC1", "ACC2", "ACC3", "ACC_4"].into_iter().filter(|n| page.contains(&format!("applications/{n}\""))).collect()
}

fn search(words: &str) -> String {
    serde_urlencoded::to_string([("q", words)]).expect("encodes")
}

#[tokio::test]
async fn a_search_finds_a_name_however_it_is_typed_and_signs_are_plain() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house.import(POOL).await;
        for (words, right) in [
            ("Álvaro", vec!["ACC1"]),
            ("alvaro", vec!["ACC1"]),
            ("ÁLVARO", vec!["ACC1"]),
            ("A\u{301}lvaro", vec!["ACC1"]),
            ("alvaro iniguez", vec!["ACC1"]),
            ("MUÑOZ", vec!["ACC2"]),
            ("munoz", vec!["ACC2"]),
            ("Óscar", vec!["ACC2"]),
            ("luczak", vec!["ACC3"]),
            ("oeuvre", vec!["ACC3"]),
            ("oceano", vec!["ACC1"]),
            ("acc1", vec!["ACC1"]),
            ("%", vec!["ACC_4"]),
            ("_", vec!["ACC_4"]),
            ("!", vec![]),
            ("\\", vec![]),
            ("", vec!["ACC1", "ACC2", "ACC3", "ACC_4"]),
        ] {
            let page = lead.get(&format!("{}?{}", s("applications"), search(words))).await.body;
            assert_eq!(found(&page), right, "{engine}: {words:?}");
        }
    }
}

/// Where each name stands on a page, in the page's order.
fn order<'n>(page: &str, names: &[&'n str]) -> Vec<&'n str> {
    let main = page.split("<main").nth(1).expect("a page");
    let mut at: Vec<(usize, &str)> =
        names.iter().map(|n| (main.find(n).unwrap_or_else(|| panic!("{n} is missing: {main}")), *n)).collect();
    at.sort_unstable();
    at.into_iter().map(|(_, n)| n).collect()
}

#[tokio::test]
async fn lists_of_people_are_in_one_order_on_both_engines() {
    let right = ["Adriana", "Álvaro", "Łukasz", "Ñusta", "Olivia", "Óscar", "Ximena"];
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        for name in ["Ximena", "Óscar", "Álvaro", "Ñusta", "Łukasz", "Olivia", "Adriana"] {
            let member = house.someone(name, Some(Role::Participant), Strength::Link).await;
            let mut tx = house.kernel.db.begin().await.expect("begins");
            weft_programs::store::grant_role(
                &house.kernel,
                &mut tx,
                &member.id.expect("a person"),
                &house.season,
                Role::Reviewer,
            )
            .await
            .expect("grants");
            tx.commit().await.expect("commits");
        }
        for page in ["cohort", "roles"] {
            assert_eq!(order(&lead.get(&s(page)).await.body, &right), right, "{engine}: {page}");
        }
    }
}

#[tokio::test]
async fn a_changed_name_moves_and_names_of_before_get_their_keys() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        house.import(POOL).await;
        let one = house.someone("Zed", None, Strength::Link).await;
        let form = [("given_name", "Ágata"), ("family_name", ""), ("display_name", "Ágata"), ("language", "en")];
        one.post("/me", &form).await;
        let sql = || sql!("SELECT id, display_name, sort_key, search_key FROM person ORDER BY id");
        let keys = async || -> Vec<(String, String, String, String)> {
            house.kernel.db.read().await.expect("reads").all(sql(), args![]).await.expect("keys")
        };
        let before = keys().await;
        assert!(before.iter().any(|(_, name, _, search)| name == "Ágata" && search == "agata"), "{engine}: {before:?}");
        for (_, name, sort, search) in &before {
            assert_eq!((sort, search), (&collate::sort_key(name), &collate::search_key(name)), "{engine}");
        }
        // As rows come out of a database of an older version.
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("UPDATE person SET sort_key = '', search_key = ''"), args![]).await.expect("empties");
        tx.run(sql!("UPDATE application SET search_key = ''"), args![]).await.expect("empties");
        tx.run(sql!("DELETE FROM setting WHERE name = $1"), args![names::SETTING]).await.expect("forgets");
        tx.commit().await.expect("commits");
        weft::built_in::migrate(&house.kernel.db, house.kernel.now()).await.expect("fills");
        assert_eq!(keys().await, before, "{engine}");
        let lead = house.lead().await;
        let page = lead.get(&format!("{}?{}", s("applications"), search("oceano"))).await.body;
        assert_eq!(found(&page), ["ACC1"], "{engine}");
    }
}

#[test]
fn no_statement_writes_a_name_without_its_keys_or_orders_and_searches_by_hand() {
    let mut writes = 0;
    for (file, sql) in statements() {
        let text = sql.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.starts_with("INSERT INTO person (") || text.contains("display_name =") {
            writes += 1;
            assert!(text.contains("sort_key") && text.contains("search_key"), "{file}: {text}");
        }
        let order = text.rsplit("ORDER BY").next().filter(|_| text.contains("ORDER BY")).unwrap_or_default();
        assert!(!order.contains("display_name"), "{file}: people are ordered by sort_key: {text}");
        assert!(!text.contains(" LIKE ") || text.contains("ESCAPE"), "{file}: {text}");
    }
    assert!(writes > 5, "{writes}");
    for (path, text) in product("rs") {
        let path = path.display();
        for bulk in text.split("table: \"person\"").skip(1) {
            let columns = bulk.split(']').next().unwrap_or_default();
            assert!(columns.contains("\"sort_key\"") && columns.contains("\"search_key\""), "{path}");
        }
        assert!(!text.contains(".to_lowercase().contains("), "{path}: collate::finds searches");
        let migrates = path.to_string().ends_with("built_in.rs") || path.to_string().ends_with("cli/backup.rs");
        assert!(migrates || !text.contains(".migrate(MIGRATIONS"), "{path}: built_in::migrate fills keys");
    }
}

#[tokio::test]
async fn one_name_is_enough_everywhere() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        house
            .import(
                "application_id,email,first_name,last_name\nM1,one@example.net,Mononym,\nM2,b@example.net,,Suharto\n",
            )
            .await;
        let list = lead.get(&s("applications")).await.body;
        assert!(list.contains("Mononym") && list.contains("Suharto"), "{engine}: {list}");
        // On one's own page, in either field, and with the name shown made of it.
        let one = house.someone("Ada", None, Strength::Link).await;
        let none = [("given_name", ""), ("family_name", " "), ("display_name", ""), ("language", "en")];
        let refused = one.post("/me", &none).await;
        assert!(refused.body.contains("One of the two is enough."), "{engine}: {}", refused.body);
        let saved = [("given_name", ""), ("family_name", "Pele"), ("display_name", ""), ("language", "en")];
        assert_eq!(one.post("/me", &saved).await.location(), "/me", "{engine}");
        assert!(one.get("/me").await.body.contains("<h1>Pele</h1>"), "{engine}");
        // Staff with a single name, greeted by it.
        let invited = [("name", "Madonna"), ("email", "madonna@example.org"), ("role", "reviewer")];
        lead.post(&s("roles"), &invited).await;
        let mail = house.mails().await.pop().expect("an email");
        assert!(mail.contains("Hello Madonna,"), "{engine}: {mail}");
        let path = common::link(&mail, "/staff-invitation/").to_owned();
        house.visitor().post(&path, &[("password", "another three words")]).await;
        assert!(lead.get(&s("roles")).await.body.contains("<th scope=\"row\">Madonna</th>"), "{engine}");
    }
}
