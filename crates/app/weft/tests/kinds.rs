//! Each kind of program shows what it has, and nothing that only another kind has: every link on every page leads
//! somewhere, and no page counts what cannot be.

use crate::common;

use std::collections::{BTreeSet, VecDeque};

use axum::http::StatusCode;
use common::meet::{announced, fields};
use common::{Actor, House, pool, s, typed};
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;
use weft_programs::model::KINDS;

/// A season of a kind, some way on: people in it, a gathering behind and one ahead.
async fn season(house: &House, kind: &str) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(sql!("UPDATE program SET kind = $1"), args![kind]).await.expect("changes");
    tx.commit().await.expect("commits");
    let lead = house.lead().await;
    if kind == "cohort" {
        house.import(&pool()).await;
        common::read_pool(house).await;
        common::choose(&lead).await;
    } else {
        typed::offer(&lead, "24").await;
    }
    announced(&lead, &fields("Behind", &[("2025-01-20", "13:00", "16:00", "1", "")])).await;
    announced(&lead, &fields("Ahead", &[("2025-04-05", "13:00", "16:00", "1", "")])).await;
}

/// The links of a page that lead to another page of this site.
fn links(body: &str) -> BTreeSet<String> {
    body.split("href=\"/")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|to| format!("/{}", to.split('#').next().unwrap_or_default()).replace("&#38;", "&").replace("&amp;", "&"))
        .filter(|to| !to.starts_with("/assets/"))
        .collect()
}

/// Times of a 24-hour clock in what a page says: English uses one clock.
fn clocks(body: &str) -> Vec<String> {
    let text: String = body.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
    let bytes = text.as_bytes();
    let is_digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    (0..bytes.len())
        .filter(|i| bytes[*i] == b':' && is_digit(i + 1) && is_digit(i + 2) && !is_digit(i + 3))
        .filter(|i| *i >= 2 && is_digit(i - 1) && is_digit(i - 2) && !(*i >= 3 && is_digit(i - 3)))
        .filter(|i| text[i - 2..*i].parse::<u8>().is_ok_and(|hour| hour == 0 || hour > 12))
        .map(|i| text[i - 2..i + 3].to_owned())
        .collect()
}

/// Follows every link from a page on, and says which lead nowhere, and how many pages there were.
async fn walk(who: &Actor<'_>, from: &[String]) -> (Vec<String>, usize) {
    let mut queue: VecDeque<(String, String)> = from.iter().map(|p| (p.clone(), String::new())).collect();
    let mut seen: BTreeSet<String> = from.iter().cloned().collect();
    let mut dead = Vec::new();
    while let Some((path, on)) = queue.pop_front() {
        let answer = who.get(&path).await;
        if answer.status.is_client_error() || answer.status.is_server_error() {
            dead.push(format!("{path} ({}) on {on}", answer.status.as_u16()));
        }
        let kind = answer.headers.get("content-type").and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
        if answer.status == StatusCode::OK && kind.starts_with("text/html") && seen.len() < 400 {
            dead.extend(clocks(&answer.body).into_iter().map(|time| format!("{time} is told on {path}")));
            for to in links(&answer.body).into_iter().filter(|to| seen.insert(to.clone())) {
                queue.push_back((to, path.clone()));
            }
        }
    }
    (dead, seen.len())
}

#[tokio::test]
async fn every_link_of_every_kind_leads_somewhere_for_owner_lead_and_whoever_takes_part() {
    for kind in KINDS {
        let house = House::new(None).await;
        season(&house, kind).await;
        let takes_part = if kind == "cohort" { Role::Participant } else { Role::Registrant };
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        let lead = house.someone("Lena", Some(Role::Lead), Strength::TwoFactors).await;
        let noor = house.someone("Noor", Some(takes_part), Strength::Link).await;
        for (who, from) in [
            (&owner, vec![s(""), "/".into()]),
            (&lead, vec![s(""), "/".into()]),
            (&noor, vec![s("gatherings"), "/".into()]),
        ] {
            let (dead, n) = walk(who, &from).await;
            assert!(dead.is_empty(), "{kind}: {dead:#?}");
            assert!(n > 15, "{kind}: {n} pages were seen");
        }
    }
}

#[tokio::test]
async fn a_dashboard_counts_what_its_kind_has() {
    const OF_A_COHORT: [&str; 5] =
        ["seats filled", "See application form", "completed review", "Home teams", ">Import"];
    const OF_AN_OFFER: [&str; 2] = ["seats taken", "See registrations"];
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        season(&house, "lab").await;
        house.someone("Noor", Some(Role::Registrant), Strength::Link).await;
        let lead = house.someone("Lena", Some(Role::Lead), Strength::TwoFactors).await;
        let owner = house.someone("Odile", Some(Role::Owner), Strength::TwoFactors).await;
        for kind in ["lab", "course", "webinar", "event"] {
            let mut tx = house.kernel.db.begin().await.expect("begins");
            tx.run(sql!("UPDATE program SET kind = $1"), args![kind]).await.expect("changes");
            tx.commit().await.expect("commits");
            for who in [&lead, &owner] {
                let page = who.get(&s("")).await.body;
                assert!(page.contains("1 of 24 seats taken"), "{engine} {kind}: {page}");
                for word in OF_A_COHORT {
                    assert!(!page.contains(word), "{engine} {kind}: {word}: {page}");
                }
            }
            assert!(!lead.get(&s("")).await.body.contains(&s("selection")), "{engine} {kind}");
        }
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("UPDATE program SET kind = 'cohort'"), args![]).await.expect("changes");
        tx.commit().await.expect("commits");
        let page = lead.get(&s("")).await.body;
        for word in OF_AN_OFFER {
            assert!(!page.contains(word), "{engine}: {word}: {page}");
        }
        assert!(page.contains("0 of 4 seats filled") && page.contains("Home teams"), "{page}");
        // A lab that takes applications has both.
        lead.post(&s("call"), &[]).await;
        let mut tx = house.kernel.db.begin().await.expect("begins");
        tx.run(sql!("UPDATE program SET kind = 'lab'"), args![]).await.expect("changes");
        tx.commit().await.expect("commits");
        let page = lead.get(&s("")).await.body;
        assert!(page.contains("1 of 24 seats taken") && page.contains("See application form"), "{engine}: {page}");
    }
}
