//! Small things that made a page untrue: each said once, in one clock, of what is so.

use crate::common;

use axum::http::StatusCode;
use common::meet::{again, announced, fields};
use common::{House, choose, pool, read_pool, s, typed};
use weft_kernel::clock::Time;
use weft_kernel::{args, sql};
use weft_people::Strength;
use weft_programs::Role;

async fn change(house: &House, sql: weft_kernel::db::Sql, args: Vec<weft_kernel::db::Value>) {
    let mut tx = house.kernel.db.begin().await.expect("begins");
    tx.run(sql, args).await.expect("changes");
    tx.commit().await.expect("commits");
}

#[tokio::test]
async fn the_public_team_lists_everyone_once_with_all_they_are() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        let ayo = house.someone("Ayo", Some(Role::Coach), Strength::TwoFactors).await;
        for (who, role) in [(&lead, "facilitator"), (&ayo, "facilitator")] {
            change(
                &house,
                sql!("INSERT INTO role (id, person_id, season_id, role, since) VALUES ($1, $2, $3, $4, 1)"),
                args![house.kernel.id(), who.id.as_ref(), &house.season, role],
            )
            .await;
        }
        change(&house, sql!("UPDATE person SET is_listed = 1"), args![]).await;
        let page = house.visitor().get("/programs/rooted").await.body;
        for name in ["Marisol", "Ayo"] {
            assert_eq!(page.matches(&format!("<strong>{name}</strong>")).count(), 1, "{engine} {name}: {page}");
        }
        assert!(page.contains(" · Facilitator"), "{engine}: both roles are said: {page}");
        let at = |name: &str| page.find(&format!("<strong>{name}</strong>")).expect("there");
        assert!(at("Marisol") < at("Ayo"), "who leads stands first");
    }
}

#[tokio::test]
async fn two_people_of_one_name_are_told_apart_where_they_are_chosen() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    for name in ["Imani", "Sol", "Noor", "Rue"] {
        house.someone(name, Some(Role::Participant), Strength::Link).await;
    }
    change(&house, sql!("UPDATE person SET display_name = 'Imani' WHERE display_name = 'Sol'"), args![]).await;
    change(&house, sql!("UPDATE application SET organization = 'Org of ' || SUBSTR(id, 30)"), args![]).await;
    lead.post(&s("teams/proposal"), &[("size", "2"), ("alike-1", "region")]).await;
    let page = lead.get(&s("teams")).await.body;
    let list = page.split("<select id=\"member\"").nth(1).and_then(|l| l.split("</select>").next()).expect("a list");
    assert_eq!(list.matches(">Imani (Org of ").count(), 2, "{list}");
    assert!(list.contains(">Noor</option>"), "{list}");
    // Whoever arranges access is chosen from a list, too.
    for (name, role) in [("Ines", Role::Facilitator), ("Ivo", Role::Coach)] {
        house.someone(name, Some(role), Strength::TwoFactors).await;
    }
    change(&house, sql!("UPDATE person SET display_name = 'Ines' WHERE display_name = 'Ivo'"), args![]).await;
    let page = lead.get(&s("set-up")).await.body;
    assert!(page.contains("Ines (Facilitator)") && page.contains("Ines (Coach)"), "{page}");
}

#[tokio::test]
async fn counts_of_yes_and_no_say_what_they_count() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    house.import(&pool()).await;
    for page in ["pool-report?floor=all", "pool-report?floor=every", "pool-report"] {
        let page = lead.get(&s(page)).await.body;
        assert!(!page.contains(">no</th>") && !page.contains(">yes</th>") && !page.contains(">No</th>"), "{page}");
    }
    let cohort = weft_media::table::read(b"application_id\nA00\nA01\n").expect("readable");
    let terminal = weft_kernel::terminal::Terminal::open();
    let permit = weft_admission::applications::rules::FillPool::at_the_terminal(&terminal, &house.season);
    weft_admission::applications::acts::import_cohort(&house.kernel, &permit, &cohort, None, &house.options())
        .await
        .expect("imports");
    let page = lead.get(&s("cohort")).await.body;
    assert!(page.contains("Works on health") && page.contains("Works on other issues"), "{page}");
}

#[tokio::test]
async fn ones_own_record_is_told_by_ones_own_clock() {
    let house = House::new(None).await;
    let noor = house.someone("Noor", Some(Role::Registrant), Strength::Link).await;
    change(&house, sql!("UPDATE person SET zone = 'Pacific/Honolulu' WHERE id = $1"), args![noor.id.as_ref()]).await;
    noor.post("/me/daily-email", &[("digest", "weekly")]).await;
    for page in ["/me", "/me/history"] {
        let body = noor.get(page).await.body;
        assert!(body.contains("5:00 a.m.") && !body.contains("UTC") && !body.contains("15:00"), "{page}: {body}");
    }
}

#[tokio::test]
async fn what_is_over_asks_nobody_how_they_travel() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    change(&house, sql!("UPDATE season SET access_contact_id = $1"), args![lead.id.as_ref()]).await;
    let noor = house.someone("Noor", Some(Role::Registrant), Strength::Link).await;
    let mut retreat = fields("Retreat", &[("2025-01-20", "09:00", "17:00", "1", "")]);
    retreat.retain(|(n, _)| n != "format" && !n.starts_with("link"));
    retreat.push(("format".into(), "in-person".into()));
    let retreat = announced(&lead, &retreat).await;
    let link = format!("{retreat}/travel");
    assert!(noor.get(&retreat).await.body.contains(&link) && noor.get("/").await.body.contains(&link));
    house.kernel.clock.set(Time::parse("2025-01-21T15:00:00Z").expect("a moment"));
    let noor = again(&noor).await;
    assert!(!noor.get(&retreat).await.body.contains(&link) && !noor.get("/").await.body.contains(&link));
}

#[tokio::test]
async fn texts_of_a_program_and_a_season_are_read_in_both_languages_and_the_missing_one_is_on_the_checklist() {
    for (engine, url) in common::engines().await {
        let house = House::new(url).await;
        let lead = house.lead().await;
        change(
            &house,
            sql!("UPDATE program SET summary = 'We meet.', summary_es = 'Nos reunimos.', funder_credit_es = ''"),
            args![],
        )
        .await;
        change(
            &house,
            sql!("UPDATE season SET eligibility_text = 'Only in English.', eligibility_text_es = ''"),
            args![],
        )
        .await;
        for (lang, text) in [("en", "We meet."), ("es", "Nos reunimos.")] {
            let browser = house.visitor();
            let chosen = browser.post("/language", &[("lang", lang), ("back", "/")]).await;
            let reader = browser.with_cookies(&chosen.cookies());
            assert!(reader.get("/programs/rooted").await.body.contains(text), "{engine} {lang}");
        }
        lead.post(&s("call"), &[]).await;
        let page = lead.get(&s("call")).await.body;
        assert!(page.contains("“Only in English.” is in one language only."), "{engine}: {page}");
        change(&house, sql!("UPDATE season SET eligibility_text_es = 'Solo en español.'"), args![]).await;
        let page = lead.get(&s("call")).await.body;
        assert!(!page.contains("“Only in English.”"), "{engine}: {page}");
    }
}

#[tokio::test]
async fn a_status_page_says_what_has_happened_and_nothing_that_has_not() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    let co_lead = house.someone("Desmond", Some(Role::CoLead), Strength::TwoFactors).await;
    typed::open_call(&lead).await;
    let browser = typed::filled(&house, "Nayeli", "Ortiz", "nayeli@example.org", "We cook.").await;
    typed::send(&browser).await;
    let status = format!("/call/{}/application", common::SEASON);
    let waits = browser.get(&status).await.body;
    assert!(waits.contains("Waiting for review") && !waits.contains("We emailed you on"), "{waits}");
    house.import(&pool()).await;
    read_pool(&house).await;
    choose(&lead).await;
    lead.post(&s("eligibility"), &[]).await;
    let text = [
        ("subject_en", "About {season}"),
        ("subject_es", "Sobre {season}"),
        ("text_en", "Dear {name},\n\nnot this time. {reason}"),
        ("text_es", "{name}: esta vez no. {reason}"),
        ("while_open", "yes"),
    ];
    let prepared = lead.post(&s("decisions"), &text).await;
    assert_eq!(prepared.status, StatusCode::SEE_OTHER, "{}", prepared.body);
    co_lead.post(&s("decisions/sending"), &[("while_open", "yes")]).await;
    house.mails().await;
    let told = browser.get(&status).await.body;
    assert!(told.contains("We emailed you on"), "{told}");
    assert!(!told.contains("Waiting for review") && !told.contains("reviewing it"), "{told}");
}

#[tokio::test]
async fn a_call_says_its_own_minutes_and_its_priorities_stand_under_their_own_heading() {
    let house = House::new(None).await;
    let lead = house.lead().await;
    change(
        &house,
        sql!("UPDATE season SET eligibility_text = 'Whoever leads.', priority_text = 'Rural first.'"),
        args![],
    )
    .await;
    lead.post(&s("call"), &[]).await;
    let page = lead.get(&s("call")).await.body;
    assert!(page.contains("yours are still the ready-made ones"), "{page}");
    typed::open_call(&lead).await;
    let call = house.visitor().get(&format!("/call/{}", common::SEASON)).await.body;
    let priorities = call.split("<h2>Priorities</h2>").nth(1).expect("a heading of its own");
    assert!(priorities.starts_with("<p class=\"pre\">Rural first.</p>"), "{call}");
    let fit = house.visitor().get(&format!("/call/{}/fit", common::SEASON)).await.body;
    let minutes = fit.split("before you spend about ").nth(1).and_then(|t| t.split(' ').next()).expect("minutes");
    assert!(minutes.parse::<u32>().is_ok() && call.contains(minutes), "{fit}");
}
